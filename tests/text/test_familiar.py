from __future__ import annotations

import pytest

from newskit.text.familiar import is_familiar, load_familiar


@pytest.mark.parametrize(
    "word",
    [
        "baby",
        "houses",
        "baby's",
        "ponies",
        "carried",
        "stopped",
        "making",
        "biggest",
        "quickly",
        "isn't",
        "they've",
        "red-hot",
        "1940's",
        "24",
        "known",
        "wolves",
        "happily",
        "hoped",
    ],
)
def test_familiar(word: str) -> None:
    assert is_familiar(word)


@pytest.mark.parametrize(
    "word", ["tuberculosis", "toxoid", "immunization", "prevention", "state-controlled", "internet"]
)
def test_unfamiliar(word: str) -> None:
    assert not is_familiar(word)


def test_lists_have_their_length() -> None:
    assert len(load_familiar("familiar-words")) == 2942
    assert len(load_familiar("spache-words")) == 1063
