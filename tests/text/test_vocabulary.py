from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text import vocabulary as module
from newskit.text.vocabulary import Vocabulary


def make_vocabulary() -> Vocabulary:
    return Vocabulary(lambda chunk: [[len(chunk)], [ord(chunk[0]), ord(chunk[-1])]], widths=(1, 2))


def read_back(vocabulary: Vocabulary, text: str, *, long: bool) -> list[str]:
    rows = vocabulary.cut_long(text) if long else vocabulary.cut(text)
    return [vocabulary.chunks[row] for row in rows.tolist()]


@given(st.text())
def test_cuts_at_white_space(text: str) -> None:
    assert read_back(make_vocabulary(), text, long=False) == text.split()


@given(st.text())
def test_a_long_text_is_cut_at_common_spaces_only(text: str) -> None:
    chunks = read_back(make_vocabulary(), text, long=True)
    assert [part for chunk in chunks for part in chunk.split()] == text.split()
    assert not any(space in chunk for space in " \t\n" for chunk in chunks)


def test_half_a_surrogate_pair_is_cut_like_any_other() -> None:
    assert read_back(make_vocabulary(), "one \ud800 two", long=True) == ["one", "\ud800", "two"]


def test_a_long_text_is_cut_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert read_back(make_vocabulary(), " one two one ", long=True) == ["one", "two", "one"]


def test_tables_grow_and_keep_what_they_have() -> None:
    vocabulary = make_vocabulary()
    chunks = [f"chunk{i}" for i in range(3000)]
    first = vocabulary.look_up(chunks[:1000])
    rows = vocabulary.look_up(chunks)
    assert (rows[:1000] == first).all()
    assert vocabulary.tables[0][rows, 0].tolist() == [len(chunk) for chunk in chunks]
    assert vocabulary.tables[1][rows, 0].tolist() == [ord("c")] * 3000


def test_row_numbers_hold_until_room_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ENTRIES", 2)
    vocabulary = make_vocabulary()
    rows = vocabulary.look_up(["a", "b", "c"])
    vocabulary.look_up(["d", "e"])  # a look-up never forgets: rows would point elsewhere
    assert [vocabulary.chunks[row] for row in rows.tolist()] == ["a", "b", "c"]
    vocabulary.make_room()
    assert vocabulary.chunks == []
    assert vocabulary.tables[0][vocabulary.look_up(["wide"]), 0].tolist() == [4]


def test_no_chunk_has_no_row() -> None:
    assert make_vocabulary().look_up([]).dtype == np.int64
