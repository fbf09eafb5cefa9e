"""The tone near a name."""

from __future__ import annotations

import math

import pytest

import newskit as nk
from newskit.errors import InputError
from newskit.sentiment.near import find_mentions
from newskit.sentiment.news import score_sentence_tone


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Imran Khan left. Khan was tired.", "Imran Khan", ["Imran Khan", "Khan"]),
        ("Salman Khan left.", "Imran Khan", []),
        ("S. Khan left.", "Imran Khan", []),
        ("It ended. Khan left.", "Imran Khan", ["Khan"]),
        ("Prime Minister Khan left with Mr. Khan.", "Imran Khan", ["Khan", "Khan"]),
        ("On Monday Khan left. But Khan stayed.", "Imran Khan", ["Khan", "Khan"]),
        ("Pakistan’s Khan lost Khan’s hat.", "Imran Khan", ["Khan", "Khan"]),
        ("Khanna and Khan-led talks", "Imran Khan", []),
        ("Imran\nKhan left.", "Imran Khan", ["Imran\nKhan"]),
        ("Miles O’Neill and O'Neill", "Miles O'Neill", ["Miles O’Neill", "O'Neill"]),
        ("What (Putin) said.", "Putin", ["Putin"]),
        ("A+ (x", "A+", ["A+"]),
    ],
)
def test_mentions(text: str, name: str, found: list[str]) -> None:
    assert [span.of(text) for span in find_mentions(text, name)] == found


def test_no_name_is_refused() -> None:
    with pytest.raises(InputError, match="takes a name"):
        find_mentions("A text.", "  ")


def test_nearer_words_weigh_more_and_other_clauses_nothing() -> None:
    text = "The brilliant Khan met a very long row of rude men; the weather was terrible."
    near = nk.score_sentiment(text, toward="Imran Khan", language="en").near
    assert near is not None
    by_word = {word.word.word: word for word in near.words}
    assert set(by_word) == {"brilliant", "rude"}
    assert by_word["brilliant"].distance == 1
    assert by_word["brilliant"].weight == pytest.approx(math.exp(-1 / 5))
    assert by_word["rude"].weight < by_word["brilliant"].weight
    assert near.values == (pytest.approx(sum(word.contribution for word in near.words)),)


def test_contributions_are_those_of_the_sentence_times_the_weight() -> None:
    text = "They praised Khan."
    near = nk.score_sentiment(text, toward="Khan", language="en").near
    assert near is not None
    (word,) = score_sentence_tone(text).words
    assert near.words[0].contribution == pytest.approx(word.contribution * near.words[0].weight)
    assert near.table()["word"].tolist() == ["praised"]


def test_a_name_that_is_not_there_has_a_reason() -> None:
    near = nk.score_sentiment("It rained.", toward="Imran Khan", language="en").near
    assert near is not None
    assert math.isnan(near.mean)
    assert "not mentioned" in near.describe()


def test_two_people_differ_in_one_sentence() -> None:
    text = "Voters adored the splendid Gomez, but they despised the crooked Weber."
    means = [
        nk.score_sentiment(text, toward=name, language="en").near.mean  # type: ignore[union-attr]
        for name in ("Ana Gomez", "Kurt Weber")
    ]
    assert means[0] > 0 > means[1]
