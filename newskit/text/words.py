"""What a word is, and what a chunk (a stretch without white space) says about sentences.

A word is a run of letters or digits with what belongs to it: apostrophes and hyphens within
("doesn’t", "state-owned"), the stops of an acronym ("U.S."), the marks of a number ("$60",
"3.5", "1,200", "9/11", "50%"). Dashes, slashes and ellipses separate words even without spaces
("visit—the", "and/or", "crisis…I"); numbers and money are words; an address is one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from newskit.normalise import fold_quotes
from newskit.text import abbreviations as table

# Marks that Python's \w leaves out and that stand inside words: combining accents, Arabic
# vowel signs, Indic vowel signs (U+0900–U+0DFF holds them between letters), the joiners.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u200c\u200d"
_ALNUM = rf"(?:[^\W_]|[{_MARKS}])"
_APOSTROPHE = "['’‘ʼ＇]"
_HYPHEN = "[-\u2010\u2011\u2013]"  # an en dash without spaces joins: "Pakistan–Russia"

WORD = re.compile(
    rf"""
    (?: https?:// | www\. ) [^\s<>"“”]*[^\s<>"“”.,;:!?)\]’']          # an address is one word
  | [\w.+-]+ @ \w[\w-]* (?: \.\w+ )+                                  # so is one for mail
  | [@\#] \w+                                                         # so are @name and #tag
  | (?: [^\W\d_] \. ){{2,}} (?: [^\W\d_] (?!\w) )?                    # U.S.  p.m.  U.S.A
    (?: {_HYPHEN} {_ALNUM}+ )*                                        # U.S.-led
  | [$€£¥₹₨₽₩]? \d+ (?: [.,:/·] \d+ )*                                # $1,200.50  9/11  10:30
    (?: %|‰|° )?
    (?: (?: {_APOSTROPHE} | {_HYPHEN} )? {_ALNUM}+ (?: {_HYPHEN} {_ALNUM}+ )* )?   # 1940's 24-hour
  | {_ALNUM}+
    (?:
        {_APOSTROPHE} {_ALNUM}+
      | {_HYPHEN} [$€£]? {_ALNUM}+ (?: [.,]\d+ )*
      | & (?=[^\W\d_]) {_ALNUM}+                                      # AT&T
      | \. (?! [^\W\d_a-z][a-z] ) (?=[^\W_]) {_ALNUM}+                # bbc.co.uk, not "said.The"
    )*
    """,
    re.VERBOSE,
)

# Where a chunk holds two sentences because the space was lost ("said.The") or is never written
# (Chinese, Japanese). A lower-case letter must stand before the stop, so that U.S.-Iran stays.
_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z][.!?])(?=[A-Z][a-z])"
    r"|(?<=[^\W\d_A-Z][.!?][”\"’'»])(?=[A-Z][a-z])"
    r"|(?<=[。！？۔।])(?=[^\s。！？۔।」』”’\"')\]）])"
)
_ADDRESS = re.compile(r"(?:https?://|www\.|\S+@\S+\.)\S*")

_CLOSERS = "\"'”’»)]}）」』*_"
_OPENERS = "\"'“‘«»([{（「『¿¡*_„‚#"
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\])+$")
_ELLIPSIS = re.compile(r"(?:…|\.\s?\.)[.…]*$")
_QUOTE_MARKS = frozenset("\"'”’»」』")


class End(IntEnum):
    """How a chunk may end a sentence."""

    NONE = 0
    PLAIN = 1  # a stop after an ordinary word, or after "etc."
    STRONG = 2  # ! or ?
    ASKED = 3  # ! or ? before a closing quote: “Will it hold?” Khan asked.
    ELLIPSIS = 4
    TITLE = 5  # Gen.
    NAME_PART = 6  # U.S.  Inc.  Feb.
    NUMBERED = 7  # No.
    CLOCK = 8  # p.m.
    INITIAL = 9  # J.
    MARKER = 10  # 1.  at the head of a list line


class Start(IntEnum):
    """How a chunk may begin a sentence."""

    LOWER = 0
    DIGIT = 1
    CAPITAL = 2
    STARTER = 3  # a capitalised word that seldom goes on with a name
    PRONOUN = 4  # "I", which is always a capital
    DAY = 5  # a day, a month or a time zone
    CASELESS = 6  # a script without capitals
    QUOTED = 7  # a capital behind an opening quotation mark
    OTHER = 8  # no letter or digit at all


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a stretch without white space holds; ``words`` are offsets within it."""

    words: tuple[tuple[int, int], ...]
    end: End
    start: Start


@lru_cache(maxsize=1 << 17)
def read_chunk(chunk: str) -> Chunk:
    """Return the words of a chunk and how it may begin or end a sentence.

    >>> read_chunk("crisis…I").words
    ((0, 6), (7, 8))
    >>> read_chunk("Gen.").end.name
    'TITLE'
    """
    words = tuple(match.span() for match in WORD.finditer(chunk))
    return Chunk(words, classify_end(chunk), classify_start(chunk))


def split_glued(chunk: str) -> list[str]:
    """Return the chunk cut where two sentences were printed without a space between.

    >>> split_glued("said.The")
    ['said.', 'The']
    >>> split_glued("U.S.-led")
    ['U.S.-led']
    """
    if _ADDRESS.match(chunk):
        return [chunk]
    cuts = [0, *(match.start() for match in _GLUED.finditer(chunk)), len(chunk)]
    return [chunk[a:b] for a, b in zip(cuts, cuts[1:], strict=False) if a < b]


def classify_end(chunk: str) -> End:
    """Return how the chunk may end a sentence.

    >>> classify_end("p.m.").name, classify_end("hold?”").name, classify_end("war").name
    ('CLOCK', 'ASKED', 'NONE')
    """
    core = _FOOTNOTE.sub("", chunk).rstrip(_CLOSERS)
    if not core or core[-1] not in ".!?…。！？؟۔।":
        return End.NONE
    if _ELLIPSIS.search(core):
        return End.ELLIPSIS
    if core[-1] != ".":
        quoted = any(mark in _QUOTE_MARKS for mark in chunk[len(core) :])
        return End.ASKED if quoted else End.STRONG
    return _classify_stop(core)


def _classify_stop(core: str) -> End:
    """Return what the full stop at the end of ``core`` may be."""
    last = fold_quotes(re.split(r"[—–/…]|--", core[:-1])[-1]).lstrip(_OPENERS)
    word = last.lower()
    if not word:
        return End.PLAIN
    if len(word) == 1 and last.isupper():
        return End.INITIAL
    if re.fullmatch(r"\d{1,2}|[a-z]|[ivx]{1,4}", last):
        return End.MARKER
    tail = word.rsplit("-", 1)[-1]
    if word in table.CLOCK or re.fullmatch(r"\d+(?:[:.]\d\d)?[ap]\.m", word):
        return End.CLOCK
    for names, end in (
        (table.TITLES, End.TITLE),
        (table.BEFORE_NUMBERS, End.NUMBERED),
        (table.NAME_PARTS, End.NAME_PART),
    ):
        if (word in names or tail in names) and (
            tail not in table.ONLY_CAPITALISED or last.split("-")[-1][:1].isupper()
        ):
            return end
    if re.fullmatch(r"(?:[A-Z]\.)+[A-Z]", last):  # initials and acronyms: J.K., U.N.
        return End.NAME_PART
    return End.PLAIN


def classify_start(chunk: str) -> Start:
    """Return how the chunk may begin a sentence.

    >>> classify_start("“We").name, classify_start("Khan").name, classify_start("$60").name
    ('QUOTED', 'CAPITAL', 'DIGIT')
    """
    core = chunk.lstrip(_OPENERS)
    first = core[:1]
    opened = chunk[: len(chunk) - len(core)]
    if not first.isalnum():
        return Start.DIGIT if re.match(r"[$€£¥₹]\d", core) else Start.OTHER
    if first.isdigit():
        return Start.DIGIT
    if first.islower():
        return Start.CAPITAL if re.match(r"[a-z][A-Z]", core) else Start.LOWER  # iPhone
    if not first.isupper():
        return Start.CASELESS
    word = re.split(r"[^\w']", fold_quotes(core), maxsplit=1)[0].lower()
    if word in ("i", "i'm", "i've", "i'd", "i'll"):
        return Start.PRONOUN
    if opened and any(mark in "\"'“‘«„「『" for mark in opened):
        return Start.QUOTED
    if word in table.DAYS_AND_ZONES:
        return Start.DAY
    return Start.STARTER if word in table.STARTERS else Start.CAPITAL
