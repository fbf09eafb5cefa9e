"""The tone engine: what a sentence of news is worth, and why."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.sentiment.agreement import name_side
from newskit.sentiment.engines import find_engine
from newskit.sentiment.lexicons import load_tone_lexicon, load_topics
from newskit.sentiment.news import score_sentence_tone
from newskit.sentiment.rules import BOOSTERS, NEGATIONS
from tests.conftest import read_cases

TONE = find_engine("tone")


@pytest.mark.parametrize("case", read_cases("tone"))
def test_sentences_of_news(case: dict[str, Any]) -> None:
    tone = score_sentence_tone(case["text"])
    assert name_side(tone.value, TONE.neutral) == case["expected"], tone


def read_editorials(shared: Path) -> tuple[list[str], list[str], np.ndarray]:
    """Article, text and the readers' mean of each sentence."""
    path = shared / "nyt-editorials" / "nytEditorialSnippets_GroundTruth.txt"
    lines = path.read_text("utf-8", errors="replace").splitlines()
    rows = [line.split("\t") for line in lines if line]
    articles = [row[0].split("_")[0] for row in rows]
    return articles, [row[2] for row in rows], np.array([float(row[1]) for row in rows])


def test_agrees_with_readers(shared: Path) -> None:
    articles, texts, people = read_editorials(shared)
    values = np.array([score_sentence_tone(text).value for text in texts])
    assert np.corrcoef(values, people)[0, 1] >= 0.565
    _, which = np.unique(articles, return_inverse=True)
    means = [np.bincount(which, of) / np.bincount(which) for of in (values, people)]
    assert np.corrcoef(*means)[0, 1] >= 0.71


@given(st.text(max_size=300))
def test_any_text_has_a_finite_value_and_its_words(text: str) -> None:
    tone = score_sentence_tone(text)
    assert np.isfinite(tone.value)
    assert sum(word.contribution for word in tone.words) == pytest.approx(tone.value)
    assert all(text[word.start : word.end] == word.word for word in tone.words)


def test_time_grows_with_the_length() -> None:
    words = [*list(load_tone_lexicon())[::50], *BOOSTERS, *NEGATIONS, "the", "of", ",", "but"]
    text = " ".join(random.Random(1).choices(words, k=4000))

    def measure(times: int) -> float:
        runs = []
        for _ in range(3):
            start = time.process_time()
            score_sentence_tone(" ".join([text] * times))
            runs.append(time.process_time() - start)
        return min(runs)

    measure(1)  # the words are worked out once
    assert measure(8) < 20 * measure(1)


def test_every_topic_word_has_its_reason_and_stands_once() -> None:
    topics = load_topics()
    phrases = [topic.phrase for topic in topics]
    assert len(phrases) == len(set(phrases))
    assert all(topic.reason and topic.kind in ("event", "name", "grammar") for topic in topics)
    assert all(topic.kind == "event" for topic in topics if topic.valence)
    assert len({topic.reason for topic in topics}) > 40


def test_topic_words_are_known_as_such() -> None:
    words = {word.word: word for word in score_sentence_tone("The war was terrible.").words}
    assert words["war"].topic
    assert words["war"].contribution < 0
    assert not words["terrible"].topic
    (party,) = score_sentence_tone("The party met.").words
    assert (party.topic, party.contribution) == ("a political party", 0)


def test_no_name_is_a_judgement() -> None:
    lexicon = load_tone_lexicon()
    for name in ("trump", "black", "gay", "foreign", "muslim", "jewish", "russian"):
        assert name not in lexicon
