"""Objects of cues that tell what was said: what it is called, put at, urged or voiced."""

from __future__ import annotations

from typing import Final

from newskit.normalise import fold_quotes
from newskit.sources import lexicon as table
from newskit.sources.lines import Line

_FAR: Final = 12  # words between a cue and its figure or "what"
_NUMBERED: Final = [*map(str.split, ("at least", "at most", "up to", "more than", "fewer than"))]
_ABOUT: Final = frozenset("about around over nearly almost roughly under some only".split())
_VERBAL: Final = table.AUXILIARIES | table.PERSONAL
_NAMED: Final = frozenset("him her it them".split())
_BEHIND_NAMED: Final = (
    table.PREPOSITIONS
    | table.DAYS
    | table.LEADS
    | frozenset("back up out off and or as that who which all again".split())
)
_JUDGING: Final = ("able", "ible", "ous", "less")
# What is put at an amount.
_MEASURES: Final = frozenset(
    "figure figures number numbers toll cost costs total odds loss losses value price chance "
    "chances bill damage damages share rate worth likelihood age crowd turnout attendance".split()
)
_CONDUCT: Final = frozenset(
    "calm restraint caution patience unity vigilance moderation action dialogue reform support "
    "tolerance compromise cooperation co-operation prudence".split()
)
# What is voiced: "(voiced) their disappointment".
_FEELINGS: Final = frozenset(
    "concern concerns doubt doubts fear fears hope hopes anger displeasure reservations regret "
    "disappointment opposition support confidence alarm frustration sympathy worry worries dismay "
    "surprise outrage scepticism skepticism optimism pessimism gratitude relief sorrow".split()
)


def opens_quote(gap: str) -> bool:
    """Whether nothing but an opening mark stands between two words."""
    return fold_quotes(gap).strip() in ('"', "'")


def _is_telling(line: Line, after: int) -> bool:
    """Whether an object tells what was said: "(voiced) concern that …", "(its) “deep regret”"."""
    near = range(after, min(after + 8, len(line.words)))
    if any(line.low[k] == "that" or '"' in fold_quotes(line.gaps[k]) for k in near):
        return True
    return not _FEELINGS.isdisjoint(line.low[after : after + 3])


def _is_naming(line: Line, after: int) -> bool:
    """Whether an object and a name for it stand behind the cue: "(called) it a disgrace"."""
    near = range(after + 1, min(after + 7, len(line.words)))
    stop = next((k for k in near if line.breaks[k] and "," in line.gaps[k]), near.stop)
    near = range(near.start, stop)
    if line.breaks[after] or line.low[after] in table.PREPOSITIONS:
        is_quote = opens_quote(line.gaps[after])
        is_noun = line.low[max(0, after - 2)] in table.DETERMINERS  # "that term “fun”"
        before = line.low[after - 2] if after > 1 else ""
        is_object = before in _VERBAL or "what" in line.low[max(0, after - _FAR) : after]
        is_object = is_object or is_asked_for(line, after)
        return is_quote and not is_noun and is_object  # "what he called “fun”"
    if line.low[after] in ("a", "an") and is_asked_for(line, after):
        return True  # "which he calls a joke"
    is_pronoun = line.low[after] in _NAMED and near and line.low[near[0]] not in _BEHIND_NAMED
    if is_pronoun and (line.low[after] != "her" or line.low[near[0]] == "the"):
        return True  # "called her the voice of …", "called it unfair", not "called him in May"
    if line.low[after] == "you" and near and line.low[near[0]] in table.ARTICLES:
        return True  # "has called you the finest singer"
    return any(
        line.low[k] in ("a", "an")
        or (line.low[k] == "the" and line.low[k + 1 : k + 2] and line.low[k + 1].endswith("est"))
        or line.low[k].endswith(_JUDGING)
        or '"' in fold_quotes(line.gaps[k])
        for k in near
    )


def _is_placing(line: Line, after: int) -> bool:
    """Whether a figure and an amount stand behind the cue: "(put) the cost at £3m"."""
    for k in range(after, min(after + _FAR, len(line.words) - 1)):
        if line.breaks[k]:
            return False
        if line.low[k] == "at":
            is_amount = any(map(str.isdigit, line.low[k + 1])) or is_number(line, k + 1)
            return is_amount and not _MEASURES.isdisjoint(line.low[after:k])
    return False


def _is_urging(line: Line, after: int) -> bool:
    """Whether it is told how to behave: "(urged) restraint", "(urged) greater caution"."""
    return not line.breaks[after] and not _CONDUCT.isdisjoint(line.low[after : after + 2])


# By the frames of the cues that take them.
OBJECTS: Final = (
    ("saying", _is_telling),
    ("naming", _is_naming),
    ("placing", _is_placing),
    ("urging", _is_urging),
)


def is_asked_for(line: Line, start: int) -> bool:
    """Whether a clause lacks its subject since a "which" has it: "which analysts say could"."""
    near = range(start - 1, max(-1, start - 7), -1)
    for k in near:
        if line.low[k] in ("which", "who", "what", "that"):
            return True
        if line.breaks[k]:
            break
    return False


def is_number(line: Line, k: int) -> bool:
    """Whether a number begins here: "at least 20", "about $3m"."""
    n = 2 if line.low[k : k + 2] in _NUMBERED else 1 if line.low[k] in _ABOUT else 0
    return n > 0 and k + n < len(line.low) and line.low[k + n].lstrip("$£€")[:1].isdigit()
