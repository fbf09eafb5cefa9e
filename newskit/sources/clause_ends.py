"""Where what was said ends."""

from __future__ import annotations

from itertools import compress
from operator import or_
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import PASSIVES, SAYING
from newskit.sources.lines import Line
from newskit.sources.phrases import find_subject

_MODALS: Final = frozenset("would could might should".split())
_TURNS: Final = frozenset("and but while though although whereas according".split())
_AGAINST: Final = frozenset("but while whereas".split())
_SPLICED: Final = table.PERSONAL | {"both", "others", "some"}
_REFUSALS: Final = frozenset("declined refused".split())
_TELLING: Final = frozenset(
    "say elaborate specify identify name explain provide give disclose".split()
)
# What the article sees come of what was said.
EFFECTS: Final = frozenset(
    "setting raising marking drawing prompting fueling fuelling sparking escalating capping "
    "infuriating angering delighting surprising reviving underscoring highlighting deepening "
    "echoing paving intensifying dealing".split()
)
# With "a" before it, what the article makes of what was said.
_REMARKS: Final = frozenset(
    "claim charge accusation assertion allegation notion suggestion contention argument statement "
    "remark comment threat boast position stance view sentiment move decision reference figure "
    "step gesture number move plan proposal idea tactic ploy measure prediction phrase line word "
    "term description nickname label rule".split()
)
_JUDGED: Final = frozenset(
    "apparent clear obvious veiled pointed rare direct thinly-veiled".split()
)
_ALLUSIONS: Final = frozenset(
    "reference allusion nod claim charge accusation allegation admission remark threat jab swipe "
    "dig rebuke warning criticism acknowledgment acknowledgement attack signal".split()
)


def find_end(line: Line, start: int, cues: list[int]) -> int:
    """Return the last word of what was said, which begins with ``start``.

    It ends where somebody else, or the same one with another cue, begins: ", and added that",
    "but critics say", ", adding", ", according to". ``cues`` are the cues of the line.
    """
    low, breaks, first = line.low, line.breaks, start + 1
    turns = map(or_, breaks[first:], map(_TURNS.__contains__, low[first:]))
    for k in compress(range(first, len(low)), turns):
        word, is_break = low[k], breaks[k]
        after = low[k + 1] if k + 1 < len(low) else ""
        if word == "according" and after == "to":
            return k - 1
        if is_break and _parts(line, start, k, cues):
            return k - 1
        is_part = is_break and ";" in line.gaps[k]  # "; Lee, a Democrat, says"
        if "that" in (word, after) or not (is_part or word in _TURNS):
            continue  # "…, and that", "…; that": the same one goes on
        if word in ("and", "but") and (_is_hearsay(line, k + 1) or _is_refusal(line, k + 1)):
            return k - 1
        later = next((m for m in cues if m > k), None)
        if later is None:
            continue
        if is_part:
            return k - 1
        subject = find_subject(line, later) if is_break else None
        is_own = subject is not None and subject[0] == k + 1
        is_own = is_own or (word in _AGAINST and another_says(line, k, later))
        if is_own or _hands_over(line, k, later):
            return k - 1
    return len(line.words) - 1


def another_says(line: Line, k: int, later: int) -> bool:
    """Whether behind a conjunction, word ``k``, somebody else speaks: "but Tom Poe [said]"."""
    if line.low[later] not in SAYING or line.low[k + 1] in table.PERSONAL:
        return False
    subject = find_subject(line, later)
    return subject is not None and subject[0] == k + 1


def _parts(line: Line, start: int, k: int, cues: list[int]) -> bool:
    """Whether behind a comma at word ``k`` something else begins than what was said."""
    word, after = line.low[k], line.low[k + 1] if k + 1 < len(line.low) else ""
    if word == "then" and k + 1 in cues:
        return True
    if k in cues and word in ("said", "says"):
        return True  # "Lee, who was told to go, said"
    if k in cues and (word.endswith("ing") or is_series(line, k, cues)):
        return True
    if word in EFFECTS or word == "quoting":
        return True  # "said she would veto it, setting up a clash"
    is_judged = after in _JUDGED and k + 2 < len(line.low) and line.low[k + 2] in _ALLUSIONS
    if word in ("a", "an") and (after in _REMARKS or is_judged):
        return True  # "said that it would end, a claim that others rejected"
    # "hopes to win, she told a crowd", but "said that, if it fell, he knew", "which, he said, is"
    is_free = not line.breaks[k + 2] if k + 2 < len(line.breaks) else True
    is_spliced = word in _SPLICED and k + 1 in cues and (is_free or line.low[start] == "to")
    return is_spliced and line.low[start] not in table.LEADS


def is_series(line: Line, k: int, cues: list[int]) -> bool:
    """Whether a cue behind a comma is one of three: "asked for it, [called] it unsafe and said"."""
    if not line.breaks[k] or not line.low[k].endswith("ed"):
        return False
    return any(line.low[m - 1] == "and" for m in cues if m > k)


def _is_hearsay(line: Line, k: int) -> bool:
    """Whether "is thought to" begins here."""
    behind = line.low[k : k + 3]
    return len(behind) > 2 and behind[0] in table.BE and behind[1] in PASSIVES and behind[2] == "to"


def _is_refusal(line: Line, k: int) -> bool:
    """Whether "would not say" or "declined to" begins here."""
    behind = line.low[k : k + 3]
    if behind[:1] and (behind[0] in _REFUSALS or behind[:2] == ["stopped", "short"]):
        return True
    return len(behind) > 2 and behind[1] == "not" and behind[2] in _TELLING


def _hands_over(line: Line, k: int, later: int) -> bool:
    """Whether between a conjunction and a later cue there is only that cue's subject."""
    between = range(k + 1, later)
    if any(line.low[m] in _MODALS for m in between):
        return False  # "said he was innocent and would plead so"
    if not line.breaks[k] and line.low[k + 1] in table.UNNAMED:  # "and supporters argue"
        return all(line.is_between(m) for m in between[1:])
    if all(line.is_between(m) or line.low[m] in table.PERSONAL for m in between):
        return all(line.low[m] not in table.PERSONAL for m in between) or line.breaks[k]
    return line.breaks[k] and later - k <= 8 and not any(line.breaks[m] for m in between)
