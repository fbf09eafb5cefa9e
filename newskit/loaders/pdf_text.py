"""The text of PDF pages as it is read: columns in order, running heads out, broken words mended."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from statistics import median

from newskit.article import Removed
from newskit.loaders.byline import read_byline
from newskit.loaders.layout import ends_sentence, is_forced
from newskit.loaders.printed_date import read_dates

_NUMBER = re.compile(
    r"\W*(?:page|seite|página|стр\.?)? ?\d{1,4}(?: ?(?:of|/|von|de) ?\d{1,4})?\W*", re.I
)
_BROKEN = re.compile(r"(\w*[a-zà-ÿ])-\n[ \t]*([a-zà-ÿ]\w*)(\S*)[ \t]?")
_COMPOUND = re.compile(r"\b(?=([^\W\d_]+-[^\W\d_]+))")
# Before a capital or a figure the hyphen is the word's own: "Anglo-American", "mid-1990s"
_APART = re.compile(r"\s{2,}|\s[|•·–—-]\s|^http")
_KEPT = re.compile(r"(?<=[\w.])-\n[ \t]*(?=[A-ZÀ-Þ\d])")
_ENGLISH = 0.75  # of the words of an English text are in our table of syllables
_SHORTEST_PART = 3  # letters of a word that a hyphen may stand before or behind
# A line at the edge of a page that prints a whole date, and more, is of the page
_DATED = re.compile(
    r"https?://\S+(?: \d+/\d+)?|(?=.*\b(?:19|20)\d\d\b)(?=.*(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2},"
    r"|\d{1,2}\.? [A-Z][A-Za-z]{2,8}|\d{1,2}[./]\d{1,2}[./])).{12,110}"
)
_EDGE = 2  # lines at the top and at the foot of a page where running heads stand
_GUTTER = 2  # columns are at least so many blanks apart
# A gutter is one where this share of the lines has words on both sides, and few cross it.
_SPLIT_SHARE, _CROSS_SHARE = 0.5, 0.25
_FEWEST_LINES = 6
_FULL_LINE = 0.9  # of the usual letters in a line make a full one
_GOING_ON_SHARE = 0.3  # of the lines of a text go on in small letters
_ALIGNED_SHARE = 0.5  # of the lines of the right column begin at its edge


def join_pages(pages: Sequence[str], drawn: Sequence[str]) -> tuple[str, list[Removed]]:
    """Return the text of the pages, a paragraph a line, and the running heads.

    ``pages`` holds the lines in the order of the file, ``drawn`` the same as they stand on paper.
    """
    blocks: list[list[str]] = []
    removed: list[Removed] = []
    heads = [_find_heads(texts) for texts in (pages, drawn)]
    for plain, paper in zip(pages, drawn, strict=True):
        gone: list[Removed] = []
        columns = split_columns(_take(paper, heads[1], gone))
        removed += gone if columns else []
        blocks += columns or [_take(plain, heads[0], removed)]
    everything = "\n".join(pages)
    whole, words = frozenset(_COMPOUND.findall(everything.lower())), _known_words(everything)
    text = ""
    for block in blocks:
        part = "\n".join(_join_lines(mend_hyphens("\n".join(block), whole, words).split("\n")))
        goes_on = bool(text) and part[:1].islower() and not ends_sentence(text)
        if goes_on and text.endswith("-"):
            text = mend_hyphens(f"{text}\n{part}", whole, words)
        else:
            text += (" " if goes_on else "\n" if text else "") + part
    return text, removed


def _find_heads(pages: Sequence[str]) -> set[str]:
    """Return the lines at the edges of pages that come again on half of them, figures aside."""
    edges = [[line.strip() for line in page.split("\n") if line.strip()] for page in pages]
    found = [{*lines[:_EDGE], *lines[-_EDGE:]} for lines in edges]
    seen = Counter(shape for lines in found for shape in {_shape(line) for line in lines})
    often = {shape for shape, n in seen.items() if n >= 2 and 2 * n >= len(pages) and shape}
    return {
        line
        for lines in found
        for line in lines
        if _shape(line) in often or _NUMBER.fullmatch(line) or _is_dated(line)
    }


def _is_dated(line: str) -> bool:
    """Whether a line prints a date beside other things, set apart or in capitals: no headline."""
    if ends_sentence(line) or not _DATED.fullmatch(" ".join(line.split())):
        return False
    apart = _APART.search(line.strip()) or not re.search(r"\b[a-z]", line.replace("https", ""))
    return bool(apart) and not read_dates(line) and read_byline(line) is None


def _shape(line: str) -> str:
    return " ".join(re.sub(r"\d+", "", line).split())


def _take(page: str, heads: set[str], removed: list[Removed]) -> list[str]:
    lines = page.split("\n")
    full = [i for i, line in enumerate(lines) if line.strip()]
    edges = {*full[:_EDGE], *full[-_EDGE:]}
    gone = {i for i in edges if lines[i].strip() in heads}
    removed += [Removed(lines[i].strip(), "running head", i + 1) for i in sorted(gone)]
    return [line.rstrip() for i, line in enumerate(lines) if i not in gone]


def split_columns(lines: Sequence[str]) -> list[list[str]]:
    """Return the blocks of a page of columns in reading order; none where it has one column.

    >>> page = [f"left line {n}     right line {n}" for n in range(6)]
    >>> [block[0] for block in split_columns(page)]
    ['left line 0', 'right line 0']
    """
    gutter = _find_gutter(lines)
    if gutter is None:
        return []
    blocks: list[list[str]] = []
    left: list[str] = []
    right: list[str] = []
    for line in (*lines, None):
        if line is not None and _is_free(line, gutter):
            left.append(line[:gutter].rstrip())
            right.append(line[gutter:].rstrip())
            continue
        for column in (left, right):  # a line across the page ends the columns above it
            blocks += split_columns(column) or [_flush(column)]
        left, right = [], []
        if line is not None:
            blocks.append([line.strip()])
    return [block for block in blocks if any(one.strip() for one in block)]


def _find_gutter(lines: Sequence[str]) -> int | None:
    full = [line for line in lines if line.strip()]
    width = max(map(len, full), default=0)
    best, where = 0, None
    for at in range(width // 5, width - width // 5):
        free = [line for line in full if _is_free(line, at)]
        rest = [line[at:] for line in free if line[:at].strip() and line[at:].strip()]
        both = len(rest)
        crossing = len(full) - len(free)
        aligned = sum(line[0] != " " for line in rest) >= _ALIGNED_SHARE * both
        fits = aligned and both >= max(_FEWEST_LINES, _SPLIT_SHARE * len(full) - crossing)
        if fits and crossing <= _CROSS_SHARE * len(full) and both > best:
            best, where = both, at
    return where


def _is_free(line: str, at: int) -> bool:
    return not line[max(0, at - _GUTTER) : at].strip()


def _flush(column: Sequence[str]) -> list[str]:
    """Return a column without the blanks that all its lines begin with."""
    indent = min((_indent(line) for line in column if line.strip()), default=0)
    return [line[indent:] for line in column]


def _join_lines(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of lines that are set in type, whose widths in letters differ.

    A paragraph ends before a blank line or a deeper one, and with a short line unless its sentence
    goes on in small letters.
    """
    bare = [" ".join(line.split()) for line in lines]
    width = _FULL_LINE * median([len(line) for line in bare if line] or [0])
    pairs = [(one, after) for one, after in pairwise(bare) if one and after]
    going_on = sum(not ends_sentence(one) and after[0].islower() for one, after in pairs)
    if going_on < _GOING_ON_SHARE * len(pairs) or not pairs:
        return [line for line in bare if line]
    out = bare[:1]
    for (before, line), (one, after) in zip(pairwise(lines), pairwise(bare), strict=True):
        small = after[:1].islower() and not ends_sentence(one)
        deeper = _indent(line) - _indent(before) >= _GUTTER
        if one and after and (small or (not deeper and is_forced(one, after, int(width)))):
            out[-1] += " " + after
        else:
            out.append(after)
    return [line for line in out if line]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def mend_hyphens(
    text: str, whole: frozenset[str] = frozenset(), words: frozenset[str] = frozenset()
) -> str:
    """Join words that were broken at the end of a line; the hyphens of ``whole`` words stay.

    So do those between two of the ``words`` that make none of them together.

    >>> mend_hyphens("The minis-\\nters met a well-\\nknown man.", frozenset({"well-known"}))
    'The ministers\\nmet a well-known\\nman.'
    """

    def mend(match: re.Match[str]) -> str:
        first, second, rest = match.groups()
        parts = {first.lower(), second.lower()}
        compound = parts <= words and (first + second).lower() not in words
        kept = f"{first}-{second}".lower() in whole or (
            compound and min(map(len, parts)) >= _SHORTEST_PART
        )
        return f"{first}{'-' if kept else ''}{second}{rest}\n"

    return _BROKEN.sub(mend, _KEPT.sub("-", text))


def _known_words(text: str) -> frozenset[str]:
    """Return the words of English for a text that is English and has broken words; else none."""
    found = re.findall(r"[a-z]+", text.lower())
    known = _read_words() if _BROKEN.search(text) else frozenset()
    return known if sum(word in known for word in found) >= _ENGLISH * len(found) else frozenset()


@cache
def _read_words() -> frozenset[str]:
    data = files("newskit").joinpath("data", "syllables.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode("ascii").split())
