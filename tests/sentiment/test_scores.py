from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import EmptyText, UnknownName
from newskit.sentiment.engines import ENGINES

ARTICLE = nk.sample("khan-moscow-wire")
RESULT = nk.score_sentiment(ARTICLE, engine="vader")


def test_value_is_the_mean_of_the_sentences() -> None:
    values = [tone.value for tone in RESULT.tones]
    assert len(values) == len(nk.segment(ARTICLE).sentences)
    assert RESULT.mean == pytest.approx(sum(values) / len(values))
    assert RESULT.low < RESULT.mean < RESULT.high


def test_shares_add_up() -> None:
    assert sum(RESULT.share(side) for side in ("positive", "negative", "neutral")) == pytest.approx(
        1
    )


def test_contributions_add_up_to_the_value() -> None:
    for tone in RESULT.tones:
        assert sum(word.contribution for word in tone.words) == pytest.approx(tone.value, abs=1e-3)


def test_words_stand_where_they_are_said_to() -> None:
    for row in RESULT.words.itertuples():
        assert ARTICLE.text[row.start : row.end] == row.word


@pytest.mark.parametrize("engine", [engine.name for engine in ENGINES])
@pytest.mark.parametrize(
    ("curly", "straight"),
    [("It wasn’t good.", "It wasn't good."), ("“Great” work, he said.", '"Great" work, he said.')],
)
def test_typography_changes_nothing(engine: str, curly: str, straight: str) -> None:
    values = [
        nk.score_sentiment(text, engine=engine, language="en").mean for text in (curly, straight)
    ]
    assert values[0] == values[1]


def test_other_languages_are_nan_with_a_reason() -> None:
    result = nk.score_sentiment("Die Gespräche über den Haushalt endeten gestern ohne Ergebnis.")
    assert math.isnan(result.mean)
    assert "'de'" in (result.reason or "")
    assert "no value" in result._repr_html_()


def test_one_sentence_has_no_interval() -> None:
    result = nk.score_sentiment("It was good.", language="en")
    assert math.isnan(result.low)
    assert math.isnan(result.spread)


def test_words_without_letters_have_no_tone() -> None:
    assert (
        nk.score_sentiment("— … !", language="en").reason
        == "There is no sentence with a word in it."
    )


def test_unknown_engine_names_the_known() -> None:
    with pytest.raises(UnknownName, match="vader"):
        nk.score_sentiment(ARTICLE, engine="vadr")


def test_empty_text_is_refused() -> None:
    with pytest.raises(EmptyText):
        nk.score_sentiment("")


def test_card_carries_caveat_and_source() -> None:
    card = RESULT._repr_html_()
    assert "Hutto" in card
    assert "Made for tweets" in card


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_gives_a_value_or_a_reason(text: str) -> None:
    result = nk.score_sentiment(text, engine="vader", language="en")
    assert math.isnan(result.mean) == (result.reason is not None)
    assert repr(result)
    assert "<script" not in result._repr_html_()
    assert len(result.sentences) == len(result.tones)
