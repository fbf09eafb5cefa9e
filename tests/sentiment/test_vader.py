from __future__ import annotations

import dataclasses
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from newskit.sentiment.vader import find_hits, load_lists, score_vader

REFERENCE = SentimentIntensityAnalyzer()
LISTS = load_lists()

# Words that the rules look at, words of the lexicon, boosters, emoji, and everything else.
RULED = """
    no but never so this without doubt least at very kind of or nor not don't isn’t sort the bomb
    shit bus stop yeah right to die for kiss death hand
""".split()
TOKENS = st.one_of(
    st.sampled_from(RULED),
    st.sampled_from(sorted(LISTS.lexicon)),
    st.sampled_from(sorted(LISTS.boosters)),
    st.sampled_from(sorted(LISTS.emoji)),
    st.text(max_size=6),
)
DRESSED = st.builds(
    lambda token, dress, upper, tail: (token.upper() if upper else token) + dress + tail,
    TOKENS,
    st.sampled_from(["", "", "", ".", ",", "!", "!!", "?", "??", "...", '"', "”"]),
    st.booleans(),
    st.sampled_from(["", "", "", "😀", "🇵🇰"]),
)
TEXTS = st.lists(DRESSED, max_size=16).flatmap(
    lambda tokens: st.sampled_from([" ", "  ", "\n", "\u00a0"]).map(lambda gap: gap.join(tokens))
)


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
def test_equals_the_package_on_anything(text: str) -> None:
    assert dataclasses.asdict(score_vader(text)) == REFERENCE.polarity_scores(text)


def test_equals_the_package_on_editorials(shared: Path) -> None:
    path = shared / "nyt-editorials" / "nytEditorialSnippets_GroundTruth.txt"
    lines = path.read_text("utf-8", errors="replace").splitlines()
    texts = [line.split("\t")[2] for line in lines if line]
    assert len(texts) > 5000
    different = [
        t for t in texts if dataclasses.asdict(score_vader(t)) != REFERENCE.polarity_scores(t)
    ]
    assert different == []


@pytest.mark.parametrize(
    ("text", "compound"),
    [
        ("VADER is smart, handsome, and funny.", 0.8316),  # the package's own worked example
        ("It was not good.", -0.3412),
        ("", 0.0),
        ("The table is here.", 0.0),
    ],
)
def test_known_values(text: str, compound: float) -> None:
    assert score_vader(text).compound == compound


def test_hits_tell_what_fired() -> None:
    hits = find_hits(["The", "mood", "was", "not", "good", "but", "the", "food", "was", "great"])
    assert [(hit.token, hit.word) for hit in hits] == [(4, "good"), (9, "great")]
    assert hits[0].valence < 0 < hits[1].valence


def test_time_grows_with_the_length() -> None:
    words = [*sorted(LISTS.lexicon)[::40], *RULED, "the", "of", "a"]
    text = " ".join(random.Random(1).choices(words, k=4000))

    def measure(times: int) -> float:
        runs = []
        for _ in range(3):
            start = time.process_time()
            score_vader(" ".join([text] * times))
            runs.append(time.process_time() - start)
        return min(runs)

    measure(1)  # the words are looked up once
    assert measure(8) < 20 * measure(1)  # 64 times, were it quadratic
