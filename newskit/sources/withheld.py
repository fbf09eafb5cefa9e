"""What a sentence keeps back: sayings that are denied, and names that were asked not to be told."""

from __future__ import annotations

import re
from typing import Final

from newskit.sources.cues import Cue
from newskit.sources.lexicon import IDENTIFIED
from newskit.sources.lines import Line
from newskit.sources.phrases import skip_between

# Not to do so hands nothing over ("did not say when"); "not expect" is an opinion all the same.
GIVING: Final = frozenset(
    "say tell claim state mention add explain announce reveal predict confirm report disclose "
    "detail outline write comment respond reply specify elaborate indicate".split()
)
_ASKING, _NEAR = frozenset("ask request decline refuse demand".split()), 6
_NOBODY: Final = frozenset("nobody none neither please let let's".split())
_SIGNS: Final = frozenset("named identified anonymity anonymously authorised authorized".split())
_ANONYMOUS: Final = re.compile(
    r"\b(?:(?:not|cannot|can't) (?:to )?(?:be )?(?:named|identified)"
    r"|declined to be (?:named|identified)"
    r"|(?:condition|guarantee|promise|request\w*|granted|given|demanded) (?:\w+ ){0,2}anonymity"
    r"|anonymously|not (?:been )?authori[sz]ed to)\b"
)


def is_withheld(line: Line, subject: tuple[int, int], cue_at: int, cue: Cue) -> bool:
    """Whether nobody is said to have said it: "he did not say when", "nobody said so"."""
    first, last = subject
    if cue.lemma in _ASKING and not IDENTIFIED.isdisjoint(line.low[cue_at + 1 : cue_at + _NEAR]):
        return True  # "who asked not to be named"
    is_reason = "because" in line.low[max(0, cue_at - 3) : cue_at]
    if is_reason and not IDENTIFIED.isdisjoint(line.low[:cue_at]):
        return True  # "…, because she fears reprisal"
    word, before = line.low[first], "" if line.breaks[first] or not first else line.low[first - 1]
    if word in ("no", "number") and line.low[first + 1 : last + 1] == ["10"]:
        return False
    if word in _NOBODY or before in ("no", "nor", "not") or (last > first and word == "no"):
        return True
    if first == last and word in ("this", "that", "these"):
        return True  # "This, says Lee, was wrong"
    if last + 1 == cue_at:
        return False
    between = line.low[skip_between(line, cue_at) + 1 : cue_at]
    if "neither" in between or cue.lemma not in GIVING:
        return "neither" in between  # "neither confirmed nor denied it"
    return any(word in ("not", "never") or word.endswith("n't") for word in between)


def is_anonymous(line: Line) -> bool:
    """Whether a sentence says that its source would not be named.

    >>> from newskit.sources.lines import read_lines
    >>> from newskit.text.segment import segment
    >>> is_anonymous(read_lines(segment("The aide, who asked not to be named, left."))[0])
    True
    """
    return not _SIGNS.isdisjoint(line.low) and bool(_ANONYMOUS.search(" ".join(line.low)))
