"""What the number of a claim counts, and its unit."""

from __future__ import annotations

import re
from itertools import zip_longest

from newskit.sources import claim_patterns as patterns
from newskit.sources.amounts import CURRENCY
from newskit.sources.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    LEADS,
    PERIODS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)

_MOST_WORDS = 3  # of what a number counts
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[,;:.!?()“”\"—–]|[^\s,;:.!?()“”\"—–]+")
_NO_NOUNS = (
    STOPS
    | PREPOSITIONS
    | AUXILIARIES
    | PRONOUNS
    | DETERMINERS
    | LEADS
    | {"next", "last", "below", "above"}
)
# "five of their previous six [matches]"
_OF_THEIR = re.compile(
    r"^\sof\s(?:the|his|her|their|its|our|my)\s(?:last|previous|past|first|next|final|opening)"
    r"\s(?:[a-z]+|\d+)\s(?=[a-z]+s\b)"
)
_LATER = frozenset("later earlier after before ago".split())
_BEFORE_NOUNS = frozenset("of worth other the his her their its our these those".split())
MANY = frozenset("people men women children police staff crew troops personnel".split())


def find_unit(kind: str, words: str) -> str | None:
    """Return the unit of an amount, as it is written.

    >>> find_unit("money", "Rs 75,000 crore"), find_unit("percentage", "5 percentage points")
    ('Rs', 'percentage points')
    """
    low = words.lower()
    if kind == "percentage":
        return "percentage points" if low.endswith(("points", "point")) else "%"
    if kind == "duration":
        unit = re.search(r"([a-z]+?)s?(?:-olds?)?$", low)
        return unit.group(1).replace("centurie", "century") if unit else None
    words = words.removeprefix("minus ")  # no "us $"
    pattern = patterns.UNITS_AT_END if kind == "number" else CURRENCY
    found = pattern.search(words) if kind in ("money", "number") else None
    return found.group().strip(" -") if found else None


def find_counted(kind: str, rest: str) -> str | None:
    """Return what a number counts: the nouns behind it, up to the first plural.

    >>> find_counted("number", " rural branches were shut"), find_counted("percentage", " fell")
    ('rural branches', None)
    """
    counted: list[str] = []
    words = _WORD.findall(_OF_THEIR.sub(" ", rest))
    for word, after in zip_longest(words, words[1:], fillvalue=""):
        low = word.lower()
        if not counted and (low in _BEFORE_NOUNS or (low == "in" and kind == "money")):
            if low == "in" and after[:1].isupper():
                break  # "£7.1bn in December"
            continue
        if not word[0].isalpha() or low in patterns.NO_NOUNS or low in _NO_NOUNS:
            break
        is_first = kind == "percentage" and rest.lstrip().startswith(word)
        if (kind == "percentage" and low.endswith("ed")) or (
            is_first and low in patterns.VERBS_OF_SHARES
        ):
            break  # a verb
        is_verb = low.endswith("ed" if counted else "ing")
        if not counted and low.endswith("ed") and after.lower() in DETERMINERS | PRONOUNS:
            break  # "three survived the crash"
        is_verb = is_verb and (not after[:1].isalpha() or after in _NO_NOUNS)
        if kind == "money" and low in PERIODS and (not counted or after in _LATER):
            break  # "$3 in the year", "a $200 fine days later"
        if kind == "money" and word is words[0] and low.endswith("ed"):
            break  # "$30 million raised by the fund"
        if is_verb or (low.endswith(("'s", "’s")) and after[:1].isdigit()):
            break  # "crash killed 157", "of Gaza's 2.3 million people"
        counted.append(word)
        is_plural = low.endswith("s") and not low.endswith(patterns.NO_PLURALS)
        is_many = low in MANY and not after.endswith("s")  # not "police officers"
        if is_plural or is_many or len(counted) == _MOST_WORDS:
            break
    return " ".join(counted) or None
