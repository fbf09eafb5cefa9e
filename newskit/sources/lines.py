"""A sentence as its words and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, pairwise
from operator import ne
from typing import Final

from newskit.article import Span
from newskit.normalise import fold_quotes
from newskit.sources import lexicon as table
from newskit.sources.given_names import PLAIN_NAMES, find_plain_names
from newskit.text.segments import Segments

_BREAK: Final = re.compile(r'[,;:()\[\]"“”‘«»„—–]|(?<=\s)[-\']|[\'’](?=\s)')
DASHES: Final = frozenset("—–-")
GENITIVES: Final = frozenset(("' ", "’ "))
_OPENING, _CLOSING = frozenset((' "', " “")), frozenset(('" ', "” "))
_TITLE: Final = 6  # words
_NICKNAME: Final = 3  # words
_LONGEST_DATELINE: Final = 8  # words
_LONGEST: Final = 14  # words in the name of a source
_PREFIXES: Final = frozenset("al- el- ul- as- ad- an- ar-".split())  # el-Sisi
_ACRONYMS: Final = frozenset(("WHO", "IT"))
_AMBIGUOUS: Final = _ACRONYMS | PLAIN_NAMES  # but for their capitals small words, months, titles
_SUFFIXES: Final = frozenset("jr sr inc ltd llc ii iii".split())


@dataclass  # not frozen: one is made for each sentence, at a third of the cost
class Line:
    """A sentence: its words as printed and folded, and the text before each (``gaps``).

    ``starts`` and ``ends`` are where they stand in the text. ``gaps`` has one more item than
    ``words``: what follows the last. ``breaks[k]``: whether a
    comma, dash, bracket or quotation mark stands before word ``k``.
    """

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    low: list[str]
    gaps: list[str]
    breaks: list[bool]
    capitals: list[bool]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of the text from one word to another, both included."""
        return tuple.__new__(Span, (self.starts[first], self.ends[last]))  # at half the cost

    def find_break(self, k: int) -> int:
        """Return the first word of the stretch without a break in which word ``k`` stands."""
        while k > 0 and not self.breaks[k]:
            k -= 1
        return k

    def is_name(self, k: int) -> bool:
        """Whether a word is written like a name."""
        return self.capitals[k]

    def is_between(self, k: int) -> bool:
        """Whether a word may stand between a subject and its verb."""
        word = self.low[k]
        return word in table.BETWEEN or (word.endswith("ly") and self.is_adverb(k))

    def is_adverb(self, k: int) -> bool:
        """Whether a word ends in -ly, and is no name and no "family"."""
        word = self.low[k]
        return word.endswith("ly") and word not in table.NO_ADVERBS and not self.is_name(k)


def read_lines(segments: Segments) -> list[Line]:
    """Return the sentences of a text as lines.

    >>> from newskit.text.segment import segment
    >>> read_lines(segment("It fell. Khan’s men, he said, left."))[1].low
    ["khan's", 'men', 'he', 'said', 'left']
    """
    text, starts, ends = segments.text, segments.word_starts, segments.word_ends
    words = segments.word_texts
    joined = "\n".join(words)
    low = fold_quotes(joined).lower().split("\n")
    capitals = list(map(ne, words, low))  # few: only they are looked at more closely
    for k in list(compress(range(len(words)), capitals)):
        if not words[k][0].isupper():  # "don’t", "iPhone"
            capitals[k] = words[k][:3] in _PREFIXES and words[k][3:4].isupper()
    if any(ending in joined for ending in table.PLACED_ENDINGS):
        capitals = [
            is_capital and not word.endswith(table.PLACED_ENDINGS)
            for is_capital, word in zip(capitals, words, strict=True)
        ]
    ambiguous = _AMBIGUOUS.intersection(compress(words, capitals))
    if not _ACRONYMS.isdisjoint(ambiguous):  # the WHO is no pronoun
        low = [word if word in _ACRONYMS else small for word, small in zip(words, low, strict=True)]
    gaps, breaks = _find_gaps(segments, low)
    lines = []
    if not PLAIN_NAMES.isdisjoint(ambiguous):
        for k in find_plain_names(words, low, breaks):
            low[k] = words[k]  # no month, no title, and no "may" or "will"
    for span, (i, j) in zip(
        segments.sentences, pairwise([*segments.first_words, len(starts)]), strict=True
    ):
        first, tail = i, text[ends[j - 1] : span.end]
        if words[i].isupper():
            i = _skip_dateline(words, gaps, i, j)
        head = text[span.start : starts[i]] if i == first and span.start < starts[i] else ""
        gaps_here, breaks_here = gaps[i : j + 1], breaks[i : j + 1]
        gaps_here[0], gaps_here[-1] = head, tail
        breaks_here[0], breaks_here[-1] = _is_break(head), _is_break(tail)
        lines.append(
            Line(  # by position: at half the cost
                span.start,
                span.end,
                starts[i:j],
                ends[i:j],
                words[i:j],
                low[i:j],
                gaps_here,
                breaks_here,
                capitals[i:j],
            )
        )
    return lines


def _find_gaps(segments: Segments, low: Sequence[str]) -> tuple[list[str], list[bool]]:
    """Return what stands before each word (and behind the last), and whether it parts words."""
    text, starts, ends = segments.text, segments.word_starts, segments.word_ends
    gaps, breaks = [" "] * (len(starts) + 1), [False] * (len(starts) + 1)
    is_typed = "``" in text  # ``quotes of typewriters''
    for k in segments.seams:
        gap = text[ends[k - 1] if k else 0 : starts[k]]
        gaps[k] = gap = gap.replace("``", '"').replace("''", '"') if is_typed else gap
        if not _is_break(gap) or low[k] in _SUFFIXES:  # "Ann Lee, Jr"
            continue
        breaks[k] = gap not in GENITIVES or not _is_genitive(low, gaps, k)
        if gap in _CLOSING:
            _join_title(segments.word_texts, gaps, breaks, k)
    return gaps, breaks


def _join_title(words: Sequence[str], gaps: Sequence[str], breaks: list[bool], close: int) -> None:
    """Let a title or a nickname within a name part nothing: "the “Pose” actor said"."""
    first = next((k for k in range(close - 1, max(0, close - _TITLE), -1) if breaks[k]), 0)
    is_title = all(word[0].isupper() for word in words[first:close])
    if gaps[first] not in _OPENING or not is_title or not first:
        return
    before = words[first - 1].lower()
    if words[close][0].islower():
        is_part = before in table.DETERMINERS
    else:  # "Cleveland “Pops” Ivory"
        is_part = words[first - 1][0].isupper() and close - first < _NICKNAME
        is_part = is_part and before not in table.PREPOSITIONS | table.LEADS | table.DETERMINERS
    if is_part:
        breaks[first] = breaks[close] = False


def _is_genitive(low: Sequence[str], gaps: Sequence[str], k: int) -> bool:
    """Whether a mark before word ``k`` is a genitive's ("Adams' office") and closes no quote."""
    near = gaps[max(0, k - _LONGEST) : k]
    return low[k - 1][-1:] in "sxz" and not any(gap.endswith(("'", "‘")) for gap in near)


def _skip_dateline(words: Sequence[str], gaps: Sequence[str], i: int, j: int) -> int:
    """Return the first word of a sentence behind its dateline: "COLUMBUS, Ohio — [The] …"."""
    dashes = [k for k in range(i + 1, j) if gaps[k].strip(" (),.:") in ("—", "–", "-", "--")]
    is_dateline = len(dashes) == 1 and dashes[0] - i <= _LONGEST_DATELINE and len(words[i]) > 2
    return dashes[0] if is_dateline and words[dashes[0]][0].isupper() else i


@lru_cache(maxsize=1024)
def _is_break(gap: str) -> bool:
    """Whether what stands between two words parts them."""
    return gap == "—" or (len(gap) > 1 and _BREAK.search(gap) is not None)
