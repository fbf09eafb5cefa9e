"""Lines of a page that are not the article: its furniture, its own title, byline and dates.

The rules of :mod:`newskit.loaders.residue` hold here too. Those below are looser than a pasted
text allows: an extractor gives each element of a page as a line, so that a line that begins
"Sign up" is a box and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newskit.article import Removed
from newskit.loaders.byline import read_byline, read_date_line
from newskit.loaders.extraction import words
from newskit.loaders.residue import name_residue

PAGE_RESIDUE: tuple[tuple[str, str], ...] = (
    (
        "also read",
        r"(?:read|see|watch|listen|learn|find out) (?:also|more|next|now|this)\b.{0,160}"
        r"[^.!?\"”]",
    ),
    ("also read", r"more (?:on this(?: story)?|from\b.{1,60}|to read) ?:?"),
    ("also read", r"what to read next|up next|don['’]t miss ?:?.{0,120}[^.!?\"”]"),
    ("newsletter", r"(?:please )?(?:subscribe|sign up|sign in|log ?in|register)\b.{0,200}"),
    ("newsletter", r".{0,80}\b(?:our|free|daily|weekly) newsletters?\b.{0,120}"),
    (
        "follow",
        r"(?:follow|like|find|contact|reach|e-?mail|tweet)\b.{1,60}\b(?:on|at|via|@)\b"
        r".{0,120}(?:twitter|facebook|instagram|linkedin|youtube|telegram|whatsapp|@).{0,120}",
    ),
    (
        "photo credit",
        r"(?:getty|reuters|ap|afp|epa|shutterstock|istock|alamy)(?: images?| photo)?"
        r"(?: ?/.{0,80})?",
    ),
    (
        "first published",
        r"(?:this )?(?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published)"
        r".{0,160}",
    ),
    (
        "date line",
        r"(?:first )?(?:published|updated|posted|last (?:updated|modified))\b.{0,60}\d.{0,40}",
    ),
    ("navigation", r"listen to (?:this )?(?:article|story).{0,60}|skip to .{0,40}"),
)
_PATTERNS = tuple((rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in PAGE_RESIDUE)
# The title, the byline and the date stand above the body; lower down the same words are text.
_HEAD_LINES = 4
_NOTE = re.compile(
    r"(?:correction|clarification|editor['’]?s['’]? note|amendment)\b.{0,40}[:—–-]"
    r"|(?:this|an earlier version of this|a previous version of this) (?:article|story|report)\b"
    r".{0,80}\b(?:amended|corrected|updated to|clarif\w+|misstated|incorrectly|said|gave)\b",
    re.IGNORECASE,
)


def name_page_residue(line: str) -> str | None:
    """Return the rule that knows the line of a page as furniture, or None where it is text.

    >>> name_page_residue("Sign up here for the morning briefing"), name_page_residue("He signed.")
    ('newsletter', None)
    """
    known = name_residue(line)
    if known or len(line) > 300:
        return known
    bare = line.strip(" \t•|*-–—")
    return next((rule for rule, pattern in _PATTERNS if pattern.fullmatch(bare)), None)


def split_page(text: str, titles: Iterable[str]) -> tuple[list[str], list[Removed]]:
    """Return the lines of an extractor's output that are the article, and the others.

    >>> split_page("Talks end\\nThe talks ended.\\nAdvertisement", ["Talks end"])[0]
    ['The talks ended.']
    """
    heads = {" ".join(words(title)) for title in titles} - {""}
    kept: list[str] = []
    removed: list[Removed] = []
    for number, line in enumerate(text.split("\n"), 1):
        rule = name_page_residue(line)
        if rule is None and number <= _HEAD_LINES:
            rule = _name_head(line, heads)
        if rule:
            removed.append(Removed(line.strip(), rule, number))
        elif line.strip():
            kept.append(line.strip())
    return kept, removed


def _name_head(line: str, heads: set[str]) -> str | None:
    if " ".join(words(line)) in heads:
        return "title line"
    if read_byline(line) is not None:
        return "byline"
    return "date line" if read_date_line(line) else None


def find_notes(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs that correct or explain the piece itself.

    >>> find_notes(["He left.", "Correction: an earlier version gave the wrong day."])
    ('Correction: an earlier version gave the wrong day.',)
    """
    return tuple(line for line in lines if _NOTE.match(line.strip("*()[]_ ")))
