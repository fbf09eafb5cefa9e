"""Clauses cut down to a participle behind a noun: "a lawyer representing her"."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import CUES
from newskit.sources.lines import Line

_GOING_ON: Final = table.OPENERS | table.PREPOSITIONS
_NO_DEEDS: Final = frozenset(
    "during following regarding concerning including morning evening".split()
)
_AROUND: Final = frozenset(
    "by in on at for from under during with since between after before out to".split()
)
_IRREGULAR: Final = frozenset(
    "laid seen made taken written held sent drawn given shown kept done".split()
)


def is_engaged(line: Line, k: int) -> bool:
    """Whether a word tells what somebody before it does: "a lawyer [representing] the family"."""
    word, before = line.low[k], line.low[k - 1]
    is_cue = word in CUES and word != "hearing"
    if not word.endswith("ing") or is_cue or word in _NO_DEEDS or line.is_name(k):
        return False
    goes_on = line.low[k + 1] in _GOING_ON or line.is_name(k + 1)
    return goes_on and not any(line.breaks[k : k + 2]) and table.is_agent(before)


def is_done(line: Line, k: int) -> bool:
    """Whether a word tells what was done to somebody before it: "analysts [polled]"."""
    is_part = k + 2 < len(line.low) and not any(line.breaks[k : k + 3])
    is_part = is_part and (line.low[k].endswith("ed") or line.low[k] in _IRREGULAR)
    after = line.low[k + 1] if is_part else ""
    if after == "to":  # "a letter sent to Ann Lee", but "made to let people in"
        is_part = line.is_name(k + 2) or line.low[k + 2] in table.DETERMINERS
    return is_part and after in _AROUND and table.is_agent(line.low[k - 1])
