from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.syllables import can_count_syllables, count_syllables, load_syllables
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("syllables"))
def test_syllables(case: dict[str, Any]) -> None:
    language = case.get("language", "en")
    assert count_syllables(case["word"], language=language) == case["syllables"]


def test_table_is_the_dictionary() -> None:
    table = load_syllables()
    assert len(table) == 123_361
    assert min(table.values()) == 1


@given(st.text(min_size=1, max_size=40))
def test_every_word_has_at_least_one(word: str) -> None:
    assert count_syllables(word) >= 1


@pytest.mark.parametrize(
    ("word", "language", "n"),
    [("Regierung", "de", 3), ("gouvernement", "fr", 4), ("gobierno", "es", 3)],
)
def test_other_languages_are_hyphenated(word: str, language: str, n: int) -> None:
    assert count_syllables(word, language=language) == n


def test_languages_without_hyphenation_are_known() -> None:
    assert not can_count_syllables("ur")
    with pytest.raises(LookupError, match="ur"):
        count_syllables("وزیر", language="ur")
