"""A text with its outermost quotes, and what a cue in it hands over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from newskit.article import Span
from newskit.sources import lexicon as table
from newskit.sources.clause_ends import find_end
from newskit.sources.cues import DOUBTFUL, Cue
from newskit.sources.lines import Line
from newskit.text.quotes import Quote


@dataclass(slots=True)
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


@dataclass(slots=True)
class Page:
    """A text and its outermost quotes, in reading order; ``known``: words that are names in it."""

    text: str
    quotes: Sequence[Quote]
    starts: Sequence[int]
    known: frozenset[str] = frozenset()

    def quote_at(self, position: int) -> Quote | None:
        """Return the quote in which a position lies."""
        i = bisect_right(self.starts, position) - 1
        return self.quotes[i] if i >= 0 and position < self.quotes[i].span.end else None

    def find_quoted(self, line: Line) -> list[bool]:
        """Return for each word of a sentence whether it stands in a quote."""
        quoted = [False] * len(line.words)
        i = max(0, bisect_right(self.starts, line.start) - 1)
        while i < len(self.starts) and self.starts[i] < line.end:
            first = bisect_left(line.starts, self.starts[i])
            behind = bisect_left(line.starts, self.quotes[i].span.end)
            quoted[first:behind] = [True] * (behind - first)
            i += 1
        return quoted

    def quote_before(self, position: int) -> Quote | None:
        """Return the quote that ends right before a position, with no word between."""
        i = bisect_left(self.starts, position) - 1
        if i < 0 or position < self.quotes[i].span.end:
            return None
        between = self.text[self.quotes[i].span.end : position]
        is_near = "\n" not in between and not any(map(str.isalnum, between))
        return self.quotes[i] if is_near else None

    def quote_after(self, start: int, end: int) -> Quote | None:
        """Return the first quote that begins between two positions."""
        i = bisect_left(self.starts, start)
        return self.quotes[i] if i < len(self.quotes) and self.starts[i] < end else None

    def is_tied(self, quote: Quote, position: int) -> bool:
        """Whether a quote goes on into the sentence behind it: “…,” he said."""
        between = self.text[quote.span.end : position]
        return "," in between or self.text[quote.inner.end - 1] in ",?!—–-…"

    def widen(self, span: Span) -> Span:
        """Let a stretch take in the whole of the quotes that it begins or ends inside."""
        first, last = self.quote_at(span.start), self.quote_at(span.end - 1)
        return Span(first.span.start if first else span.start, last.span.end if last else span.end)


@dataclass(slots=True)
class Context:
    """The sentence in hand: where its cue verbs stand and what was found in it so far."""

    page: Page
    line: Line
    verbs: list[int]
    found: list[Finding]

    def finding(self, first: int, last: int, cue: Cue, source: tuple[int, int] | None) -> Finding:
        """Return an empty finding for the cue of some words."""
        span = self.line.span(*source) if source else None
        return Finding(self.line.span(first, last), cue.lemma, cue.load, span)

    def content(self, first: int, last: int) -> Span:
        """Return a stretch of words, with all of the quotes that it cuts into."""
        return self.page.widen(self.line.span(first, last))

    def end_of(self, start: int, cue: int) -> int:
        """Return the last word of the clause that begins with ``start``, for a cue before it."""
        low = self.line.low
        sure = (v for v in self.verbs if low[v] not in DOUBTFUL or low[v + 1 : v + 2] == ["that"])
        later = [v for v in sure if v > cue]
        end = find_end(self.line, start, later)
        within = self.covering(start)
        while within is not None and end > start and self.line.ends[end] > within.end:
            end -= 1
        return end

    def left_edge(self) -> int | None:
        """Return the first word of the sentence that no finding has taken."""
        taken = max((c.end for f in self.found for c in (*f.contents, f.cue)), default=-1)
        first = bisect_left(self.line.starts, taken)
        if first == len(self.line.words):
            return None
        if self.line.low[first] in ("but", "and", "still", "yet", "so"):
            first += 1
        return first

    def covering(self, k: int) -> Span | None:
        """Return the stretch already handed over in which a word lies."""
        if not self.found:
            return None
        start = self.line.starts[k]
        stretches = (c for f in self.found for c in f.contents)
        return next((c for c in stretches if c.start <= start < c.end), None)

    def is_noun_phrase(self, first: int) -> bool:
        """Whether a noun phrase can begin with a word."""
        return self.line.is_name(first) or self.line.low[first] in table.OPENERS
