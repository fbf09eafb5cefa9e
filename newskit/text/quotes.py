"""Where a text quotes: spans between quotation marks, whatever the marks.

Marks are read paragraph by paragraph. Where a mark opens or closes is seen by what stands beside
it, since straight marks, apostrophes and inches look alike; a mark that fits nothing is left
alone. A quote never crosses a paragraph: one that runs on is a quote in each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final, NamedTuple

from newskit.article import Span

# Marks of one family close each other: “…” „…“ "…" ``…'' mix in real texts.
FAMILIES: Final = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "＂", "``", "''", "’’", "‘‘"), "double"),
    **dict.fromkeys("‘’‚‛'", "single"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "single angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "double corner"),
}
# Which way a mark points by its shape; „ and ‚ turn “ and ‘ into closing marks.
OPENING: Final = frozenset(("“", "„", "‟", "``", "‘‘", "«", "‹", "「", "『", "‘", "‚", "‛"))
CLOSING: Final = frozenset(("”", "»", "›", "」", "』", "’", "’’"))
LOW: Final = frozenset("„‚")
# Words that begin with an apostrophe.
ELISIONS: Final = re.compile(
    r"(?:n|em|til|tis|twas|twere|tween|cause|cos|bout|round|neath|ere|er|im|ave)(?![^\W_])"
    r"|\d\ds?(?![\w%])(?! per| percent| million| billion| years| days| people)",
    re.IGNORECASE,
)

_LINE: Final = re.compile(r"\S[^\n]*")
# It begins with the set of all marks, which the search then leaps to.
_MARK: Final = re.compile(
    r"[`'‘’‚‛\"“”„‟＂«»‹›「」『』]"
    r"(?:(?<=[\"“”„‟＂«»‹›「」『』])|(?<=`)`|(?<=')'|(?<=’)’|(?<=‘)‘"
    r"|(?<=['‘’‚‛])(?:(?<![^\W_].)|(?![^\W_])))"  # not within a word: O’Neill, doesn't
)
_FEET: Final = re.compile(r"\d['’]\s?\d{1,2}$")  # 6'2"
_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BEFORE_OPENING: Final = "([{—–-/¿¡*_"
_CLAUSE_ENDS: Final = ",.!?…;—–"
# What begins with a subject is a clause, however short: “I don’t know”.
_SUBJECT: Final = re.compile(
    r"(?:i|we|you|he|she|they|it|there)(?:['’]\w+)?$|that['’]s$", re.IGNORECASE
)
# Up to so many words stand inside another's sentence and are no clause of their own.
_FEW, _SOME = 3, 7
_WORK: Final = re.compile(
    r"(?:book|novel|film|movie|song|album|play|poem|essay|memoir|autobiography|musical|podcast"
    r"|sitcom|programme|program|show|series|documentary|lecture|opera|exhibition),?$"
)
_BEFORE: Final = 16  # characters before a quote in which the word for a work stands
_TITLED: Final = 8  # characters of "titled, "
_INNER: Final = frozenset("with from into over upon".split())  # small words of titles
_SHORT: Final = 3  # letters of the words that a title has in small letters
# No writer nests deeper; a bound keeps the work linear on any text.
_DEEPEST: Final = 8


class Quote(NamedTuple):
    """A quote: ``span`` with its marks, ``inner`` without them.

    ``is_fragment``: a few words inside the sentence of another (scare quotes, titles, a phrase
    taken over), not a clause of its own. ``depth`` is 0 for a quote that stands in no other.
    ``is_closed``: its closing mark is there. ``is_continued``: it goes on with the quote that the
    paragraph before left open.
    """

    span: Span
    inner: Span
    is_fragment: bool = False
    depth: int = 0
    is_closed: bool = True
    is_continued: bool = False


@dataclass
class _Open:
    start: int
    end: int
    mark: str
    is_continued: bool = False
    close: tuple[int, int] | None = None


@dataclass
class _Paragraph:
    """The marks of one paragraph as they are read: all that opened, and those still open."""

    text: str
    start: int
    end: int
    carried: str | None
    opened: list[_Open]
    stack: list[_Open]

    def open(self, start: int, end: int, mark: str) -> None:
        is_continued = start == self.start and mark == self.carried
        if self.stack and self.stack[-1].mark == mark and self.text[start - 2] in ".!?…":
            self.stack.pop()  # “One. “Two.”: paragraphs of a quote, printed without their break
            is_continued = True
        if len(self.stack) < _DEEPEST:
            self.opened.append(_Open(start, end, mark, is_continued))
            self.stack.append(self.opened[-1])

    def close(self, start: int, end: int, family: str) -> None:
        """Close the innermost quote of a family; what opened inside it never closed."""
        while self.stack:
            last = self.stack.pop()
            if FAMILIES[last.mark] == family:
                last.close = (start, end)
                return

    def innermost(self, family: str) -> str | None:
        """Return the mark that opened the innermost quote of a family, if one is open."""
        for item in reversed(self.stack):
            if FAMILIES[item.mark] == family:
                return item.mark
        return None


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the quotes of a text in reading order, outer before inner.

    >>> text = "“It doesn’t ‘help’,” he said."
    >>> [quote.inner.of(text) for quote in find_quotes(text)]
    ['It doesn’t ‘help’,', 'help']
    """
    marks = [match.span() for match in _MARK.finditer(text)]
    if not marks:
        return ()
    lines = [match.span() for match in _LINE.finditer(text)]
    quotes: list[Quote] = []
    carried: str | None = None
    k = 0
    for (start, stop), (after, _) in pairwise([*lines, (len(text), len(text))]):
        first = k
        while k < len(marks) and marks[k][0] < stop:
            k += 1
        if first == k:  # as with most
            carried = None
            continue
        page = _Paragraph(text, start, start + len(text[start:stop].rstrip()), carried, [], [])
        carried = _read_paragraph(page, marks[first:k], text[after : after + 1])
        quotes += _collect(page, text[after : after + 1])
    return tuple(quotes)


def _read_paragraph(
    page: _Paragraph, marks: Sequence[tuple[int, int]], following: str
) -> str | None:
    """Read the marks of one paragraph. Return the mark of the quote that it leaves open.

    ``following`` is the first character of the next paragraph.
    """
    runs_on = 0
    if page.carried and _closes_carried(page.text, page.start, marks[0], page.carried):
        runs_on = 1
        page.opened.append(
            _Open(page.start, page.start, page.carried, is_continued=True, close=marks[0])
        )
    for k in range(runs_on, len(marks)):
        after = marks[k + 1] if k + 1 < len(marks) else (page.end, page.end)
        _read_mark(page, *marks[k], after)
    for item in page.stack:
        if item.mark == following or FAMILIES[item.mark] != "single":
            return item.mark
    return None


def _closes_carried(text: str, start: int, mark: tuple[int, int], carried: str) -> bool:
    """Whether the first mark of a paragraph closes the quote that the one before left open."""
    a, b = mark
    if a == start or FAMILIES[carried] == "single" or FAMILIES[text[a:b]] != FAMILIES[carried]:
        return False
    beside = _look_beside(text, a, b)
    return _can_close(*beside) and not _can_open(*beside)


def _read_mark(page: _Paragraph, a: int, b: int, after: tuple[int, int]) -> None:
    """Let one mark open a quote, close one, or mean nothing."""
    text, mark = page.text, page.text[a:b]
    family = FAMILIES[mark]
    within = page.innermost(family)
    if mark == "’’" and within is None and page.innermost("single"):
        page.close(a, a + 1, "single")  # ‘She went, ‘Hm.’’
        page.close(a + 1, b, "single")
        return
    beside = _look_beside(text, a, b)
    opens, closes = _can_open(*beside), _can_close(*beside)
    if family == "single":
        if within and closes and not opens:
            if not _is_possessive(text, a, b, after):
                page.close(a, b, family)
        elif opens and mark != "’" and not ELISIONS.match(text, b):
            page.open(a, b, mark)
        return
    if text[a - 1 : a].isdigit() and a > page.start and _is_inch(text, a, b, within, after):
        return
    if within and (within in LOW or not _points_inward(mark, opens=opens, closes=closes)):
        page.close(a, b, family)
    elif mark in CLOSING and within is None and not (opens and not closes):
        return  # a stray mark
    elif within or mark in OPENING or opens or not closes:
        page.open(a, b, mark)


def _points_inward(mark: str, *, opens: bool, closes: bool) -> bool:
    """Whether a mark opens a quote inside one of its own family, rather than closing that."""
    if mark in CLOSING:
        return False
    return opens and not closes if mark not in OPENING else not (closes and not opens)


def _look_beside(text: str, a: int, b: int) -> tuple[str, str]:
    """Return what stands before and behind ``text[a:b]``, one character each."""
    return text[a - 1 : a] if a else "", text[b : b + 1]


def _can_open(before: str, after: str) -> bool:
    """Whether what stands beside a mark lets it open a quote."""
    if not after or after.isspace() or after in ",.;:!?)":
        return False
    return not before or before.isspace() or before in _BEFORE_OPENING or before in FAMILIES


def _can_close(before: str, after: str) -> bool:
    """Whether what stands beside a mark lets it close a quote."""
    return bool(before) and not before.isspace() and not after.isalnum()


def _goes_on(text: str, b: int, after: tuple[int, int]) -> bool:
    """Whether the sentence goes on behind ``b``, to a later mark that can close the quote."""
    lower = text[b : b + 1] == " " and text[b + 1 : b + 2].islower()
    if not lower or FAMILIES.get(text[slice(*after)]) != FAMILIES.get(text[b - 1 : b]):
        return False
    beside = _look_beside(text, *after)
    return _can_close(*beside) and not _can_open(*beside)


def _is_possessive(text: str, a: int, b: int, after: tuple[int, int]) -> bool:
    """Whether a mark that could close is the apostrophe of a plural: ‘the ministers’ cars’."""
    return text[a - 1 : a] in "sSz" and _goes_on(text, b, after)


def _is_inch(text: str, a: int, b: int, within: str | None, after: tuple[int, int]) -> bool:
    """Whether a mark behind a digit means inches: 6'2", a 12" record."""
    feet = _FEET.search(text, max(0, a - 6), a) is not None
    return text[a:b] in '"”' and (feet or within is None or _goes_on(text, b, after))


def _collect(page: _Paragraph, following: str) -> list[Quote]:
    """Return the quotes of a paragraph, those that were never closed included."""
    text, quotes = page.text, list[Quote]()
    within: list[Span] = []  # the quotes around this one: what lies between their marks
    for k, item in enumerate(page.opened):
        after = page.opened[k + 1].start if k + 1 < len(page.opened) else page.end
        if item.close is None and FAMILIES[item.mark] == "single" and item.mark != following:
            continue  # an apostrophe after all
        while within and within[-1].end <= item.start:
            within.pop()
        if item.close is None:
            end = min(after, within[-1].end) if within else after
            inner_end = span_end = item.end + len(text[item.end : end].rstrip())
        else:
            inner_end, span_end = item.close
        inner, outer = _trim(text, item.end, inner_end), Span(item.start, span_end)
        if not _WORD.search(text, *_ends(inner)):
            continue
        fragment = _is_fragment(text, page.start, inner, outer)
        closed = item.close is not None
        quotes.append(Quote(outer, inner, fragment, len(within), closed, item.is_continued))
        within.append(Span(item.end, inner_end))
    return quotes


def _trim(text: str, start: int, end: int) -> Span:
    """Return the span without the spaces at its ends, which French puts inside the marks."""
    inner = text[start:end]
    if inner[:1].strip() and inner[-1:].strip():  # as with most
        return Span(start, end)
    if not inner.strip():
        return Span(start, start)
    return Span(end - len(inner.lstrip()), start + len(inner.rstrip()))


def _is_fragment(text: str, start: int, inner: Span, outer: Span) -> bool:
    """Whether a quote is no clause of its own; its paragraph begins at ``start``."""
    if "itled" in text[max(0, outer.start - _TITLED) : outer.start]:
        return True  # "a lecture titled “Light as a Human Right”"
    if _is_long(text[inner.start : inner.end]):  # as with most
        return False
    words = [match.group() for match in islice(_WORD.finditer(text, *_ends(inner)), _SOME + 1)]
    head = text[max(start, outer.start - _BEFORE) : outer.start].rstrip().rstrip("(")
    is_set_off = not head or head[-1] in ".!?…:,—–" or head[-1] in FAMILIES
    is_ended = text[inner.end - 1] in _CLAUSE_ENDS
    is_capital = words[0][0].isupper() or words[0][0].isdigit()
    is_work = head.rstrip(", ").rsplit(None, 1)[-1:] and _WORK.search(head) is not None
    if 1 < len(words) <= _SOME and (is_work or not is_set_off) and is_title(words):
        return True
    if len(words) >= _FEW and _SUBJECT.match(words[0]):
        return False
    if len(words) <= _FEW:
        follows = is_set_off and is_capital and text[outer.end : outer.end + 1] == ","
        return not (follows or (is_ended and (is_set_off or is_capital)))
    return len(words) <= _SOME and not (is_set_off or (is_capital and is_ended))


def _is_long(inner: str) -> bool:
    """Whether a quote surely has more than ``_SOME`` words."""
    chunks = inner.split(None, _SOME + 1)
    return len(chunks) > _SOME + 1 and all(map(str.isalnum, map(_get_first, chunks)))


def _get_first(chunk: str) -> str:
    return chunk[0]


def is_title(words: Sequence[str]) -> bool:
    """Whether words are written like the title of a book or programme (“State of the Union”)."""
    return all(word[0].isupper() or len(word) <= _SHORT or word in _INNER for word in words)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
