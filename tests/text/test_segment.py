"""Where sentences end: hand-labelled cases, and what holds for every text."""

from __future__ import annotations

import string
import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.article import Span
from newskit.text.segment import ASK, BOUNDARIES, NO, YES, find_boundaries, segment
from newskit.text.segments import Segments
from newskit.text.words import End, Start
from tests.conftest import read_cases

CASES = [parameter.values[0] for parameter in read_cases("sentences")]
LOWEST_F1 = 0.99
MOST_XFAILS = 3

# What hypothesis builds texts from: every kind of chunk that a rule knows, and some odd ones.
CHUNKS = (
    *("the", "war", "Khan", "He", "The", "I", "I’m", "Monday", "may", "iPhone", "asked", "said"),
    *("Gen.", "U.S.", "p.m.", "No.", "Inc.", "J.", "v.", "1.", "etc.", "Plan", "5", "$60", "3.5"),
    *("left.", "left!", "left?", "left…", "…", ".", "—", "•", "»", "«", "[1]", "🎉", "(he", "do)."),
    *("said.The", "doesn’t", "state-owned", "گیا۔", "गया।", "走了。他", "J.K.", "@nasa", "Q."),
)
texts = st.lists(st.sampled_from(CHUNKS), max_size=30).map(" ".join) | st.text()
QUOTED = st.tuples(st.sampled_from(CHUNKS), st.sampled_from(("", "“”", "‘’", "“", "”", "‘", "’")))


def read_case(case: dict[str, Any]) -> tuple[str, list[Span]]:
    """The text of a case and the spans of its labelled sentences."""
    text = case.get("text") or " ".join(case["sentences"])
    spans, at = [], 0
    for sentence in case["sentences"]:
        start = text.index(sentence, at)
        at = start + len(sentence)
        spans.append(Span(start, at))
    return text, spans


def sentences_of(text: str) -> list[str]:
    parts = segment(text)
    return [span.of(text) for span in parts.sentences]


@pytest.mark.parametrize("case", read_cases("sentences"))
def test_labelled_sentences(case: dict[str, Any]) -> None:
    text, spans = read_case(case)
    assert sentences_of(text) == [span.of(text) for span in spans]
    assert segment(text).sentences == tuple(spans)


def test_boundary_f1_over_all_cases() -> None:
    right = found = labelled = 0
    for case in CASES:
        text, spans = read_case(case)
        gold = {span.end for span in spans}
        ends = {span.end for span in segment(text).sentences}
        right, found, labelled = right + len(gold & ends), found + len(ends), labelled + len(gold)
    assert 2 * right / (found + labelled) >= LOWEST_F1


def test_cases_are_many_and_few_fail() -> None:
    assert sum(len(case["sentences"]) for case in CASES) >= 540
    assert len({case["label"] for case in CASES}) == len(CASES)
    assert sum("xfail" in case for case in CASES) <= MOST_XFAILS


def test_every_end_meets_every_start() -> None:
    assert [len(row) for row in BOUNDARIES] == [len(Start)] * len(End)
    assert {verdict for row in BOUNDARIES for verdict in row} == {NO, YES, ASK}


def assert_consistent(parts: Segments) -> None:
    """What the docstring of Segments promises."""
    for spans in (parts.paragraphs, parts.sentences, parts.words):
        assert all(0 <= span.start < span.end <= len(parts.text) for span in spans)
        assert all(before.end <= after.start for before, after in pairwise(spans))
    assert len(parts.first_words) == len(parts.sentences)
    assert len(parts.first_sentences) == len(parts.paragraphs)
    for i, sentence in enumerate(parts.sentences):
        words = parts.words_of(i)
        assert words
        assert all(sentence.start <= w.start and w.end <= sentence.end for w in words)
    assert sum(len(parts.words_of(i)) for i in range(len(parts.sentences))) == len(parts.words)
    for i, paragraph in enumerate(parts.paragraphs):
        inner = [parts.sentences[j] for j in parts.sentences_of(i)]
        assert inner
        assert all(paragraph.start <= s.start and s.end <= paragraph.end for s in inner)
    covered = [j for i in range(len(parts.paragraphs)) for j in parts.sentences_of(i)]
    assert covered == list(range(len(parts.sentences)))


@given(texts)
def test_offsets_and_indices_are_consistent(text: str) -> None:
    assert_consistent(segment(text))


@given(texts)
def test_white_space_at_the_ends_changes_nothing(text: str) -> None:
    plain, padded = segment(text), segment(f" {text}\n")
    assert [span.of(plain.text) for span in plain.sentences] == [
        span.of(padded.text) for span in padded.sentences
    ]


@given(st.lists(QUOTED, max_size=30))
def test_straight_quotes_read_like_curly_ones(chunks: list[tuple[str, str]]) -> None:
    curly = " ".join(f"{marks[:1]}{chunk}{marks[1:]}" for chunk, marks in chunks)
    straight = curly.translate(str.maketrans("“”‘’", "\"\"''"))
    here, there = segment(curly), segment(straight)
    assert here.sentences == there.sentences
    assert here.words == there.words


@given(texts, texts)
def test_a_line_break_parts_what_it_parts(first: str, second: str) -> None:
    above, below, both = segment(first), segment(second), segment(f"{first}\n{second}")
    shift = len(first) + 1
    assert both.sentences == above.sentences + tuple(
        Span(span.start + shift, span.end + shift) for span in below.sentences
    )
    assert len(both.words) == len(above.words) + len(below.words)
    assert both.first_words == above.first_words + tuple(
        i + len(above.words) for i in below.first_words
    )


@given(texts)
def test_boundaries_lie_within_the_paragraph(text: str) -> None:
    chunks = text.split()
    ends = find_boundaries(chunks)
    assert ends == sorted(set(ends))
    assert ends[-1:] == ([len(chunks)] if chunks else [])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "— —", "* * *", "🎉", "\u200d"])
def test_nothing_to_read(text: str) -> None:
    parts = segment(text)
    assert (parts.paragraphs, parts.sentences, parts.words) == ((), (), ())


@pytest.mark.parametrize(
    "piece",
    [
        "Gen. Khan left the U.S. at 5 p.m. He asked, “Why?” The rest… ",
        "[1] 🎉 ",
        "“Why?” Khan of the ",
        "a..",
        "-",
        "[1]",
        "said.The",
        "a@",
    ],
    ids=["prose", "trailers", "speakers", "dots", "hyphens", "footnotes", "glued", "addresses"],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begin = time.perf_counter()
        segment(text)
        return time.perf_counter() - begin

    seconds(1_000)  # what is compiled and cached once
    short, long = seconds(10_000), min(seconds(80_000) for _ in range(2))
    assert long < 40 * max(short, 0.005)  # in square time it would take 64 times as long


def test_newlines_of_all_letters_end_paragraphs() -> None:
    lines = [f"Line {letter} is here" for letter in string.ascii_uppercase]
    assert len(segment("\n".join(lines)).paragraphs) == len(lines)
