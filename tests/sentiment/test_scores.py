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


def test_the_default_engine_is_made_for_news() -> None:
    assert nk.score_sentiment(ARTICLE).engine.name == "tone"


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
    assert "r = 0.50" in card
    assert "r = 0.57" in nk.score_sentiment(ARTICLE)._repr_html_()


@settings(max_examples=60, deadline=None)
@given(
    st.text(min_size=1).filter(lambda text: text.strip()),
    st.sampled_from([engine.name for engine in ENGINES]),
)
def test_any_text_gives_a_value_or_a_reason(text: str, engine: str) -> None:
    result = nk.score_sentiment(text, engine=engine, toward="Imran Khan", language="en")
    assert math.isnan(result.mean) == (result.reason is not None)
    assert repr(result)
    assert "<script" not in result._repr_html_()
    assert len(result.sentences) == len(result.tones)


QUOTING = nk.Article(
    text="“It was a wonderful and successful visit to Moscow,” the minister said.\n"
    "The visit ended in a disastrous and embarrassing quarrel over the bill.\n"
    "He called it a “triumph”."
)


def test_narration_and_quotes_are_scored_apart() -> None:
    result = nk.score_sentiment(QUOTING, language="en")
    assert result.quoted.texts == ("It was a wonderful and successful visit to Moscow,",)
    assert result.quoted.mean > 0.5
    assert result.narration.mean < 0
    assert result.narration.sentences == (1, 2)
    assert (result.narration.n, result.quoted.n) == (2, 1)


def test_words_know_whether_they_are_quoted() -> None:
    result = nk.score_sentiment(QUOTING, language="en")
    quoted = result.words.set_index("word")["quoted"]
    assert quoted["wonderful"]
    assert quoted["triumph"]
    assert not quoted["disastrous"]
    shares = list(result.sentences["quoted_share"])
    assert shares[0] > 0.5
    assert shares[1] == 0
    assert result.sentences["speaker"].isna().all()


def test_without_quotes_there_is_a_reason() -> None:
    part = nk.score_sentiment("It was a good and a long day.", language="en").quoted
    assert math.isnan(part.mean)
    assert "four words" in (part.distribution.reason or "")


def test_arc_follows_the_sentences() -> None:
    result = nk.score_sentiment(ARTICLE)
    assert len(result.arc) == len(result.tones)
    assert max(map(abs, result.arc)) <= max(map(abs, result.values))
    assert nk.score_sentiment("Guten Tag, es regnet heute.", language="de").arc == ()


def test_topic_words_have_their_share() -> None:
    result = nk.score_sentiment("The war was terrible. The war went on.", language="en")
    words = result.words
    topics = words[words["topic"] != ""]["contribution"]
    assert result.topic_share == pytest.approx(
        topics.abs().sum() / words["contribution"].abs().sum()
    )
    assert result.mean_without_topics == pytest.approx(result.mean - topics.sum() / 2)
    assert math.isnan(nk.score_sentiment("The table is here.", language="en").topic_share)


def test_agreement_lists_what_engines_turn_apart() -> None:
    result = nk.score_sentiment("The war ended. It was a superb day.", language="en")
    agreement = result.agreement("vader")
    assert agreement.differing == (0,)
    assert agreement.share == 0.5
    (row,) = agreement.table().itertuples()
    assert row.tone > 0 > row.vader


def test_card_tells_narration_quotes_and_topics() -> None:
    card = nk.score_sentiment(QUOTING, language="en", toward="Bob Gates")._repr_html_()
    for text in ("Narration", "Quoted", "Topic words", "Tone near Bob Gates", "no measure of how"):
        assert text in card
