"""Given names that are nearly always a man's, or a woman's, and names that are months too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from newskit.sources import lexicon as table

MONTHS = frozenset(("May", "April", "June", "August"))
# A month stands behind these, and before these: "in May", "7 May", "May Day".
_BEFORE_MONTHS = table.PREPOSITIONS | table.BEFORE_PERIODS | frozenset(("mid", "and", "or"))
_BEHIND_MONTHS = frozenset("day bank fools fool's holiday".split())


@lru_cache(maxsize=1)
def load_given_names() -> Mapping[str, str]:
    """Return "he" or "she" by the given names that are nearly always a man's, or a woman's.

    Made by ``scripts/build_given_names.py``.

    >>> load_given_names()["imran"]
    'he'
    """
    text = files("newskit").joinpath("data", "given-names.csv").read_text("utf-8")
    return dict(row.split(",") for row in text.split())


def find_month_names(words: Sequence[str], low: Sequence[str], breaks: Sequence[bool]) -> list[int]:
    """Return where a month is the name of a person: "Theresa May said", not "in May".

    A title or a given name before it tells; then it is one wherever it stands as a name would.

    >>> find_month_names("Mrs May left in May".split(), "mrs may left in may".split(), [False] * 6)
    [1]
    """
    places = [k for k, word in enumerate(words) if word in MONTHS]
    surnames = {words[k] for k in places if k and not breaks[k] and _is_before_name(low[k - 1])}
    named = (k for k in places if words[k] in surnames and not _is_month(words, low, k))
    return sorted({*named, *(k for k in places if _is_given(words, low, breaks, k))})


def _is_before_name(word: str) -> bool:
    return word in table.TITLES or word in load_given_names()


def _is_month(words: Sequence[str], low: Sequence[str], k: int) -> bool:
    before, after = low[k - 1] if k else "", words[k + 1] if k + 1 < len(words) else ""
    return before in _BEFORE_MONTHS or before[:1].isdigit() or after[:1].isdigit()


def _is_given(words: Sequence[str], low: Sequence[str], breaks: Sequence[bool], k: int) -> bool:
    """Whether a month is a given name: "April Jones", not "In June Apple"."""
    if k + 1 >= len(words) or breaks[k + 1] or _is_month(words, low, k) or words[k] == "May":
        return False
    after = low[k + 1]
    is_other = after in table.TITLES or after in table.DAYS or after in _BEHIND_MONTHS
    return words[k + 1][0].isupper() and not is_other
