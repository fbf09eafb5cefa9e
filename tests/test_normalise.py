from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.normalise import fold_quotes, normalise_text


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ufeffa", "a"),
        ("a\u00adb\u200bc", "abc"),
        ("a\u00a0b\tc", "a b c"),
        ("a\x00b\x1bc", "abc"),
        ("a\ud800b", "a\ufffdb"),
        ("a\u2028b", "a\nb"),
        ("“it’s” — 3 €", "“it’s” — 3 €"),
        ("می‌خواهم 👩‍💻", "می‌خواهم 👩‍💻"),
    ],
)
def test_normalise(given_text: str, expected: str) -> None:
    assert normalise_text(given_text)[0] == expected


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    once, _ = normalise_text(text)
    assert normalise_text(once) == (once, ())


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_quotes(text)) == len(text)
