"""What a word is: labelled cases, and what chunks say about sentences."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.segment import segment
from newskit.text.words import (
    WORD,
    End,
    Start,
    classify_end,
    classify_start,
    read_chunk,
    split_glued,
)
from tests.conftest import read_cases

CASES = [parameter.values[0] for parameter in read_cases("words")]


def words_of(text: str) -> list[str]:
    return [span.of(text) for span in segment(text).words]


@pytest.mark.parametrize("case", read_cases("words"))
def test_labelled_words(case: dict[str, str]) -> None:
    assert words_of(case["text"]) == case["words"]


def test_cases_are_many() -> None:
    assert len(CASES) >= 120
    assert len({case["label"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", read_cases("words"))
def test_straight_quotes_give_the_same_words(case: dict[str, str]) -> None:
    table = str.maketrans("“”‘’", "\"\"''")
    straight = case["text"].translate(table)
    assert words_of(straight) == [word.translate(table) for word in case["words"]]


@pytest.mark.parametrize(
    ("chunk", "end"),
    [
        ("war", End.NONE),
        ("war,", End.NONE),
        ("war.", End.PLAIN),
        ("war.)", End.PLAIN),
        ("war.[12]", End.PLAIN),
        ("war!", End.STRONG),
        ("war؟", End.STRONG),
        ("war?”", End.ASKED),
        ("war…’", End.ASKED),
        ("war…", End.ELLIPSIS),
        ("...", End.ELLIPSIS),
        (".", End.PLAIN),
        ("SEC.", End.PLAIN),
        ("Gen.", End.TITLE),
        ("(Gen.", End.TITLE),
        ("U.S.", End.NAME_PART),
        ("D-Calif.", End.NAME_PART),
        ("ill.", End.PLAIN),
        ("Ill.", End.NAME_PART),
        ("Yahoo!", End.NAME_PART),
        ("No.", End.NUMBERED),
        ("5p.m.", End.CLOCK),
        ("J.", End.INITIAL),
        ("د.", End.INITIAL),
        ("12.", End.MARKER),
        ("123.", End.PLAIN),
        ("»", End.TRAILER),
        ("[3]", End.TRAILER),
    ],
)
def test_how_a_chunk_may_end_a_sentence(chunk: str, end: End) -> None:
    assert classify_end(chunk) is end


@pytest.mark.parametrize(
    ("chunk", "start"),
    [
        ("war", Start.LOWER),
        ("“war", Start.LOWER),
        ("12", Start.DIGIT),
        ("’90s", Start.DIGIT),
        ("-5", Start.DIGIT),
        ("Khan", Start.CAPITAL),
        ("(Khan", Start.CAPITAL),
        ("al-Shabaab", Start.CAPITAL),
        ("@nasa", Start.CAPITAL),
        ("No.", Start.CAPITAL),
        ("A.K.", Start.CAPITAL),
        ("The", Start.STARTER),
        ("I’ve", Start.PRONOUN),
        ("Monday", Start.DAY),
        ("گیا", Start.CASELESS),
        ("“Khan", Start.QUOTED),
        ("“I", Start.QUOTED),
        ("—", Start.OTHER),
        ("[3]", Start.OTHER),
    ],
)
def test_how_a_chunk_may_begin_a_sentence(chunk: str, start: Start) -> None:
    assert classify_start(chunk) is start


@pytest.mark.parametrize(
    ("chunk", "pieces"),
    [
        ("said.The", ("said.", "The")),
        ("said.”The", ("said.”", "The")),
        ("said.“The", ("said.", "“The")),
        ("2016.In", ("2016.", "In")),
        ("走了。他", ("走了。", "他")),
        ("गया।फिर", ("गया।", "फिर")),
        ("U.S.-Iran", ("U.S.-Iran",)),
        ("J.K.Rowling", ("J.K.Rowling",)),
        ("https://example.org/a.The", ("https://example.org/a.The",)),
        ("first.Last@example.org", ("first.Last@example.org",)),
    ],
)
def test_chunks_glued_together_are_cut(chunk: str, pieces: tuple[str, ...]) -> None:
    assert split_glued(chunk) == pieces


@given(st.text())
def test_pieces_make_up_the_chunk(text: str) -> None:
    for chunk in text.split():
        assert "".join(split_glued(chunk)) == chunk


@given(st.text(min_size=1))
def test_every_word_holds_a_letter_or_a_digit(text: str) -> None:
    for chunk in text.split():
        found = read_chunk(chunk)
        for start, end in zip(found.word_starts, found.word_ends, strict=True):
            assert any(char.isalnum() for char in chunk[start:end])


@given(st.text())
def test_no_letter_or_digit_is_lost(text: str) -> None:
    for chunk in text.split():
        rest = WORD.sub("", chunk)
        assert not any(unicodedata.category(char)[0] in "LN" for char in rest)


@given(st.text(st.characters(categories=["L"]), min_size=1))
def test_letters_alone_are_one_word_that_ends_nothing(chunk: str) -> None:
    found = read_chunk(chunk)  # segment() counts on it and does not look
    assert (found.word_starts, found.word_ends) == ((0,), (len(chunk),))
    assert found.end is End.NONE
    assert not found.is_glued
