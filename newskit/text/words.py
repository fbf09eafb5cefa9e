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
from itertools import pairwise
from typing import Final

from newskit.normalise import fold_quotes
from newskit.text import abbreviations as table

# Marks that Python's \w leaves out and that stand within words: combining accents, the vowel signs
# of Hebrew, Arabic, Indic scripts (all but the two dandas, which are full stops), Thai and
# Burmese, the soft hyphen and the joiners.
_MARKS: Final = (
    "\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e\u200c\u200d"
)
_RUN: Final = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_APOSTROPHE: Final = "['’‘ʼ＇]"
_HYPHEN: Final = "[-\u2010\u2011\u2013]"  # an en dash without spaces joins: "Pakistan–Russia"
_CURRENCY: Final = "[$€£¢¥₹₨₽₩₦₵₺]"
_TAIL: Final = rf"(?: {_HYPHEN} {_CURRENCY}? {_RUN} (?: [.,]\d+ )* | {_APOSTROPHE} {_RUN} )*"

WORD: Final = re.compile(
    rf"""
    (?: https?:// | www\. | (?: [\w-]{{1,63}} \. ){{1,8}} [a-z]{{2,3}} / )  # an address is one word
        [^\s<>"“”]* (?<! [.,;:!?)\]'’‘] )
  | \w [\w.+-]{{0,63}} @ \w[\w-]* (?: \.\w+ )+                          # so is one for mail
  | [@\#] \w+                                                         # so are @name and #tag
  | (?: [^\W\d_] \. ){{2,}} (?: [^\W\d_] (?!\w) )? {_TAIL}              # U.S.  p.m.  U.S.-led
  | [A-Z][a-z]? (?: \.[A-Z][a-z]{{0,2}} )+ \.                           # Ph.D.  M.Sc.
  | (?: [A-Z]{{0,3}} {_CURRENCY} )? \d+ (?: [.,:/·٫٬] \d+ )*            # US$1,200.50  9/11  10:30
    (?: %|‰|° )? (?: {_RUN} )? {_TAIL}                                # 1940's  24-hour  5kg
  | {_RUN}
    (?:
        _+ (?=[^\W_]) {_RUN}                                          # snake_case
      | & (?=[^\W\d_]) {_RUN}                                         # AT&T
      | \. (?! [^\W\d_a-z][a-z] ) {_RUN}                              # bbc.co.uk, not "said.The"
      | {_HYPHEN} {_CURRENCY}? {_RUN} (?: [.,]\d+ )*
      | {_APOSTROPHE} {_RUN}
    )*
    """,
    re.VERBOSE,
)

# Where a chunk holds two sentences because the space was lost ("said.The") or is never written
# (Chinese, Japanese). A small letter or a digit stands before the stop, so that U.S.-Iran stays.
_GLUED: Final = re.compile(
    r"(?<=[^\W_A-Z][.!?])(?=[“‘«]?[A-Z][a-z])"
    r"|(?<=[)\]%][.!?])(?=[“‘«]?[A-Z][a-z])"
    r"|(?<=[^\W_A-Z][.!?][”\"’'»])(?=[A-Z][a-z])"
    r"|(?<=[。！？۔।])(?=[^\s。！？۔।」』”’\"')\]）])"
)
_ADDRESS: Final = re.compile(r"https?://|www\.|[^\s@]{1,64}@[^\s@]+\.")

# Of a chunk with its quotation marks folded; what opens or closes is seen by where it stands.
_CLOSERS: Final = "\"')]}）」』*_"
_OPENERS: Final = "\"'([{（「『¿¡*_#"
_QUOTE_MARKS: Final = frozenset("\"'「『」』")
_STOPS: Final = ".!?…。！？؟۔।॥"
_FOOTNOTE: Final = re.compile(r"(?:\[\d{1,3}\]){1,9}$")  # a bound, so that the search stays linear
# What stands alone and belongs to the sentence before it: closing marks, a footnote, an emoji.
_TRAILER: Final = re.compile(
    r"[»)\]}）」』]+|(?:\[\d{1,3}\])+|[\u2600-\u26ff\U0001f000-\U0001faff\ufe0f\u200d]+"
)


class End(IntEnum):
    """How a chunk may end a sentence."""

    NONE = 0
    PLAIN = 1  # a stop after an ordinary word, or after "etc."
    STRONG = 2  # ! or ?
    ASKED = 3  # ! or ? or … before a closing quote: “Will it hold?” Khan asked.
    ELLIPSIS = 4
    TITLE = 5  # Gen.
    NAME_PART = 6  # U.S.  Inc.  Feb.
    NUMBERED = 7  # No.
    CLOCK = 8  # p.m.
    INITIAL = 9  # J.
    MARKER = 10  # 1.  at the head of a list line
    TRAILER = 11  # stands alone and belongs to the sentence before: »  [2]


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
    OTHER = 8  # no letter or digit, or a footnote's number alone


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a stretch without white space holds: its words, and their offsets in it.

    ``word``: the one word, if it holds one, and ``lead`` and ``trail`` how many characters stand
    before and behind it. ``is_glued``: it holds two sentences, and is to be read
    in the pieces of :func:`split_glued`.
    """

    words: tuple[str, ...]
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]
    word: str | None
    lead: int
    trail: int
    end: End
    start: Start
    is_glued: bool


@lru_cache(maxsize=1 << 17)
def read_chunk(chunk: str) -> Chunk:
    """Return the words of a chunk and how it may begin or end a sentence.

    >>> read_chunk("crisis…I").words
    ('crisis', 'I')
    >>> read_chunk("Gen.").end.name
    'TITLE'
    """
    spans = [match.span() for match in WORD.finditer(chunk)]
    words = tuple(chunk[a:b] for a, b in spans)
    return Chunk(
        words=words,
        word_starts=tuple(a for a, _ in spans),
        word_ends=tuple(b for _, b in spans),
        word=words[0] if len(words) == 1 else None,
        lead=spans[0][0] if spans else 0,
        trail=len(chunk) - spans[-1][1] if spans else 0,
        end=classify_end(chunk),
        start=classify_start(chunk),
        is_glued=len(split_glued(chunk)) > 1,
    )


@lru_cache(maxsize=1 << 17)
def split_glued(chunk: str) -> tuple[str, ...]:
    """Return the chunk cut where two sentences were printed without a space between.

    >>> split_glued("said.The")
    ('said.', 'The')
    >>> split_glued("U.S.-led")
    ('U.S.-led',)
    """
    if _ADDRESS.match(chunk):
        return (chunk,)
    cuts = [0, *(match.start() for match in _GLUED.finditer(chunk)), len(chunk)]
    return tuple(chunk[a:b] for a, b in pairwise(cuts) if a < b)


def classify_end(chunk: str) -> End:
    """Return how the chunk may end a sentence.

    >>> classify_end("p.m.").name, classify_end("hold?”").name, classify_end("war").name
    ('CLOCK', 'ASKED', 'NONE')
    """
    if _TRAILER.fullmatch(chunk):
        return End.TRAILER
    folded = fold_quotes(chunk).replace("`", "'")
    core = _FOOTNOTE.sub("", folded).rstrip(_CLOSERS)
    if not core or core[-1] not in _STOPS:
        return End.NONE
    if core.lstrip(_OPENERS).lower() in table.EXCLAIMED:
        return End.NAME_PART
    dots = core[len(core.rstrip(".…")) :]
    ellipsis = "…" in dots or len(dots) > 1
    if core[-1] != "." or ellipsis:
        if any(mark in _QUOTE_MARKS for mark in folded[len(core) :]):
            return End.ASKED
        return End.ELLIPSIS if ellipsis else End.STRONG
    return _classify_stop(core)


# In this order: "v." is a title before it is the marker of a list.
_ABBREVIATIONS: Final = (
    (table.CLOCK, End.CLOCK),
    (table.TITLES, End.TITLE),
    (table.BEFORE_NUMBERS, End.NUMBERED),
    (table.NAME_PARTS, End.NAME_PART),
)


def _classify_stop(core: str) -> End:
    """Return what the full stop at the end of ``core`` may be."""
    last = re.split(r"[—–/…]|--", core[:-1])[-1].lstrip(_OPENERS)
    word, tail = last.lower(), re.split("[-']", last)[-1]  # Lt.-Gen., l'avv.
    if last.isupper() and word in table.NOT_IN_CAPITALS:
        return End.PLAIN
    for names, end in _ABBREVIATIONS:
        if (word in names or tail.lower() in names) and (
            tail.lower() not in table.ONLY_CAPITALISED or tail[0].isupper()
        ):
            return end if len(last) > 1 or last.islower() else End.INITIAL
    if (len(last) == 1 and last.isalpha() and not last.islower()) or word in table.DOUBLED:
        return End.INITIAL
    if re.fullmatch(r"\d{1,2}|[a-z]|[ivx]{1,4}", last):
        return End.MARKER
    if re.fullmatch(r"\d+(?:[:.]\d\d)?[ap]\.m", word):
        return End.CLOCK
    if re.fullmatch(r"(?:[A-Z]{1,2}\.)+[A-Z]{1,2}", last):  # J.K., U.N., EE.UU.
        return End.NAME_PART
    return End.PLAIN


def classify_start(chunk: str) -> Start:
    """Return how the chunk may begin a sentence.

    >>> classify_start("“We").name, classify_start("Khan").name, classify_start("$60").name
    ('QUOTED', 'CAPITAL', 'DIGIT')
    """
    folded = fold_quotes(chunk).replace("`", "'")
    core = folded.lstrip(_OPENERS)
    first = core[:1]
    if _TRAILER.fullmatch(chunk):
        return Start.OTHER
    if first.isdigit() or re.match(rf"(?:[-+−~]|{_CURRENCY})\d", core):
        return Start.DIGIT
    if first.islower():  # iPhone, eBay, al-Shabaab
        return Start.CAPITAL if re.match(r"(?:[a-z]|al-|el-)[A-Z]", core) else Start.LOWER
    if not first.isalpha():
        return Start.CAPITAL if re.match(r"@\w", core) else Start.OTHER
    if not first.isupper():
        return Start.CASELESS
    return _classify_capital(core, opened=folded[: len(folded) - len(core)])


def _classify_capital(core: str, *, opened: str) -> Start:
    """Return how a chunk begins a sentence whose first letter is a capital."""
    word = re.split(r"[^\w'-]", core, maxsplit=1)[0]
    whole = core[len(word) : len(word) + 1] != "."  # not "No. 1", not "A. K. Khan"
    word = word.lower().strip("'-")
    if any(mark in _QUOTE_MARKS for mark in opened):
        return Start.QUOTED
    if whole and word in ("i", "i'm", "i've", "i'd", "i'll"):
        return Start.PRONOUN
    if word in table.DAYS_AND_ZONES:
        return Start.DAY
    return Start.STARTER if whole and word in table.STARTERS else Start.CAPITAL
