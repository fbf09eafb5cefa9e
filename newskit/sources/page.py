"""A text with its outermost quotes, and what a cue in it hands over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from typing import Final

from newskit.article import Span
from newskit.sources import lexicon as table
from newskit.sources.clause_ends import find_end
from newskit.sources.cues import CUES, DOUBTFUL, Cue
from newskit.sources.lines import Line
from newskit.text.quotes import Quote

_TIES: Final = frozenset((" ", ", ", ""))  # between a quote and the word behind it


@dataclass
class Finding:
    """A cue with its source (None: nobody is named beside it) and what it hands over."""

    cue: Span
    lemma: str
    load: str | None
    source: Span | None
    contents: list[Span] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    is_agentless: bool = False

    def take(self, quote: Quote) -> None:
        """Take a whole quote as content."""
        self.quotes.append(quote)
        self.contents.append(quote.span)


@dataclass
class Page:
    """A text and its outermost quotes, in reading order.

    ``starts`` and ``ends`` are where the quotes stand, with their marks; ``known`` has the words
    that are names in the text.
    """

    text: str
    quotes: Sequence[Quote]
    starts: Sequence[int]
    ends: Sequence[int]
    known: Sequence[Container[str]]

    def is_known(self, word: str) -> bool:
        """Whether a word is a name in the text."""
        return any(word in names for names in self.known)

    def quote_at(self, position: int) -> Quote | None:
        """Return the quote in which a position lies."""
        i = bisect_right(self.ends, position)
        return self.quotes[i] if i < len(self.ends) and self.starts[i] <= position else None

    def find_quoted(self, line: Line) -> list[bool]:
        """Return for each word of a sentence whether it stands in a quote."""
        quoted = [False] * len(line.low)
        i = bisect_right(self.ends, line.start)
        while i < len(self.starts) and self.starts[i] < line.end:
            first = bisect_left(line.starts, self.starts[i])
            behind = bisect_left(line.starts, self.ends[i], lo=first)
            quoted[first:behind] = [True] * (behind - first)
            i += 1
        return quoted

    def quote_before(self, position: int) -> Quote | None:
        """Return the quote that ends right before a position, with no word between."""
        i = bisect_right(self.ends, position) - 1
        if i < 0:
            return None
        between = self.text[self.ends[i] : position]
        is_near = between in _TIES or not ("\n" in between or any(map(str.isalnum, between)))
        return self.quotes[i] if is_near else None

    def quote_after(self, start: int, end: int) -> Quote | None:
        """Return the first quote that begins between two positions."""
        i = bisect_left(self.starts, start)
        return self.quotes[i] if i < len(self.quotes) and self.starts[i] < end else None

    def is_tied(self, quote: Quote, position: int) -> bool:
        """Whether a quote goes on into the sentence behind it: “…,” he said."""
        between = self.text[quote.span.end : position]
        last = self.text[quote.inner.end - 1]
        if not (last.isascii() or last.isalnum()):  # "“Great day! 🎉” said"
            inner = self.text[quote.inner.start : quote.inner.end]
            last = next((c for c in reversed(inner) if c.isalnum() or c in ".,?!—–-…"), last)
        return "," in between or last in ",?!—–-…"

    def widen(self, span: Span) -> Span:
        """Let a stretch take in the whole of the quotes that it begins or ends inside."""
        first, last = self.quote_at(span.start), self.quote_at(span.end - 1)
        if first is None and last is None:  # as with most
            return span
        return Span(first.span.start if first else span.start, last.span.end if last else span.end)


@dataclass
class Context:
    """The sentence in hand: where its cue verbs stand and what was found in it so far."""

    page: Page
    line: Line
    verbs: list[int]
    found: list[Finding]

    def finding(self, first: int, last: int, cue: Cue, source: tuple[int, int] | None) -> Finding:
        """Return an empty finding for the cue of some words."""
        span = self.line.span(*source) if source else None
        return Finding(self.line.span(first, last), cue.lemma, cue.load, span, [], [])

    def content(self, first: int, last: int) -> Span:
        """Return a stretch of words, with all of the quotes that it cuts into."""
        span = self.line.span(first, last)
        return self.page.widen(span) if self.page.quotes else span

    def end_of(self, start: int, cue: int) -> int:
        """Return the last word of the clause that begins with ``start``, for a cue before it."""
        low, later = self.line.low, list[int]()
        if self.verbs and self.verbs[-1] > cue:
            later = [v for v in self.verbs if v > cue]
            later = [
                v
                for v in later
                if low[v] not in DOUBTFUL
                or low[v + 1 : v + 2] == ["that"]
                or (low[v - 1] in ("and", "but") and self._goes_on_to(v))
                or low[v - 1] in table.PERSONAL
                or (low[v] in ("put", "puts") and "at" in low[v + 2 : v + 8])
            ]
        end = find_end(self.line, start, later)
        for found in self.found:  # "Lee said it fell, and [prices rose], Khan warned"
            first = found.contents[0]
            k = bisect_left(self.line.starts, first.start)
            if start < k <= end and first.end < found.cue.start and low[k - 1] in ("and", "but"):
                end = k - 2
        within = self.covering(start)
        while within is not None and end > start and self.line.ends[end] > within.end:
            end -= 1
        return end

    def _goes_on_to(self, k: int) -> bool:
        """Whether a cue that may be a noun has an infinitive: "and [hopes] to"."""
        cue = CUES.get(self.line.low[k])
        return cue is not None and "to" in cue.frames and self.line.low[k + 1 : k + 2] == ["to"]

    def left_edge(self, before: int | None = None) -> int | None:
        """Return the first word of the sentence that no finding has taken.

        ``before``: findings whose cue stands behind this word do not count.
        """
        taken, near = -1, self.line.end if before is None else self.line.starts[before]
        for found in self.found:
            if found.cue.start >= near:
                continue
            taken = max(taken, found.cue.end, *[content.end for content in found.contents])
        first = bisect_left(self.line.starts, taken)
        if first == len(self.line.words):
            return None
        opener, after = self.line.low[first], self.line.low[first + 1 : first + 2]
        if opener in ("but", "and", "still", "yet", "so") and after != ["far"]:
            first += 1
        return first

    def covering(self, k: int) -> Span | None:
        """Return the stretch already handed over in which a word lies."""
        for found in self.found:
            for content in found.contents:
                if content.start <= self.line.starts[k] < content.end:
                    return content
        return None

    def has_taken(self, quote: Quote) -> bool:
        """Whether a finding hands over a whole quote."""
        return any(quote in found.quotes for found in self.found)

    def is_noun_phrase(self, first: int) -> bool:
        """Whether a noun phrase can begin with a word."""
        return self.line.is_name(first) or self.line.low[first] in table.OPENERS
