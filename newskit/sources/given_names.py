"""Given names that are nearly always a man's, or a woman's, and names that are other words too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import compress
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import CUES

MONTHS: Final = frozenset(("May", "April", "June", "August"))
# Behind a given name these are surnames, and elsewhere titles or verbs.
_SURNAMES: Final = MONTHS | frozenset("King Major Prince Pope Bishop Judge Said".split())
PLAIN_NAMES: Final = _SURNAMES | {"Will"}
# A month stands behind these, and before these: "in May", "7 May", "May Day".
_BEFORE_MONTHS: Final = table.PREPOSITIONS | table.BEFORE_PERIODS | frozenset(("mid", "and", "or"))
_GIVEN: Final = frozenset(("April", "June", "August", "Will"))
_ADDRESSES: Final = frozenset("mr mrs ms miss dr sir dame".split())
# Places, firms and words that are given names too.
_NAMESAKES: Final = frozenset(
    "austin charlotte chelsea jackson florence victoria virginia georgia carolina savannah orlando "
    "israel kenya francisco diego mercedes wendy chase lloyd santiago lourdes grant mason summer "
    "autumn april june may august hope faith joy will mark bill frank sue drew".split()
)
_BEHIND_MONTHS: Final = frozenset("day bank fools fool's holiday".split())


@lru_cache(maxsize=1)
def load_given_names() -> Mapping[str, str]:
    """Return "he" or "she" by the given names that are nearly always a man's, or a woman's.

    Made by ``scripts/build_given_names.py``.

    >>> load_given_names()["imran"]
    'he'
    """
    text = files("newskit").joinpath("data", "given-names.csv").read_text("utf-8")
    return dict(row.split(",") for row in text.split())


@lru_cache(maxsize=1 << 12)
def guess_pronoun(name: str) -> str | None:
    """Return "he" or "she" for a full name whose given name tells.

    >>> guess_pronoun("Imran Khan"), guess_pronoun("Kim Khan")
    ('he', None)
    """
    return load_given_names().get(name.split()[0].lower())


def is_given(low: str) -> bool:
    """Whether a word in small letters is a given name, and hardly ever a place's or a firm's.

    >>> is_given("helen"), is_given("austin")
    (True, False)
    """
    return low in load_given_names() and low not in _NAMESAKES


def find_plain_names(words: Sequence[str], low: Sequence[str], breaks: Sequence[bool]) -> list[int]:
    """Return where a month, a title or a small word is somebody's name: "Theresa May", "Will Hall".

    A title or a given name before a surname tells; then it is one wherever it stands as one would.

    >>> find_plain_names("Mrs May left in May".split(), "mrs may left in may".split(), [False] * 6)
    [1]
    """
    places = [*compress(range(len(words)), map(PLAIN_NAMES.__contains__, words))]
    surnames = {words[k] for k in places if _is_surname(words, low, breaks, k)} - {"Said"}
    return [
        k
        for k in places
        if _is_surname(words, low, breaks, k)
        or _is_given(words, low, breaks, k)
        or (words[k] in surnames and not _is_other(words, low, k))
    ]


def _is_surname(words: Sequence[str], low: Sequence[str], breaks: Sequence[bool], k: int) -> bool:
    """Whether a word stands behind a given name or, if it is no title itself, behind a title."""
    if k == 0 or breaks[k] or words[k] not in _SURNAMES or not words[k - 1][0].isupper():
        return False
    is_titled = low[k - 1] in table.TITLES and (words[k] in MONTHS or low[k - 1] in _ADDRESSES)
    return is_titled or low[k - 1] in load_given_names()


def _is_other(words: Sequence[str], low: Sequence[str], k: int) -> bool:
    """Whether a word that is a surname in the text is a month or a title here: "7 May"."""
    before, after = low[k - 1] if k else "", words[k + 1] if k + 1 < len(words) else ""
    if words[k] == "Will":
        return False
    if words[k] not in MONTHS:
        return before in ("the", "a", "an") or after[:1].isupper()
    return before in _BEFORE_MONTHS or before[:1].isdigit() or after[:1].isdigit()


def _is_given(words: Sequence[str], low: Sequence[str], breaks: Sequence[bool], k: int) -> bool:
    """Whether a word is a given name: "April Jones", "Will Smith", not "In June Apple"."""
    if k + 1 >= len(words) or breaks[k + 1] or words[k] not in _GIVEN or _is_other(words, low, k):
        return False
    after = low[k + 1]
    is_more = after in table.TITLES or after in table.DAYS or after in _BEHIND_MONTHS
    is_name = words[k + 1][0].isupper() and not is_more and after not in table.PERSONAL
    if words[k] != "Will" or not is_name:
        return is_name
    if k and not breaks[k] and words[k - 1].islower():
        return True  # "the actor Will Hall"
    verb = low[k + 2] if k + 2 < len(words) else ""
    is_verb = verb in CUES or verb in table.AUXILIARIES or verb.endswith("ed")
    return is_verb or (k + 2 < len(breaks) and breaks[k + 2])  # not "Will Tory plans work?"
