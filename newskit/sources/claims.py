"""``find_claims``: what in an article can be checked, as a list to tick off."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newskit.article import Article, Span
from newskit.cards import render_card, shorten
from newskit.sources import claim_patterns as patterns
from newskit.sources.dates import DATE, read_published, resolve_date
from newskit.sources.ledger import Sources, find_sources
from newskit.sources.lexicon import (
    AUXILIARIES,
    DETERMINERS,
    LEADS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
)
from newskit.text.language import Language

if TYPE_CHECKING:
    import pandas as pd

OWN_VOICE = "the article's own voice"
HEARSAY = "hearsay"
CAVEAT = (
    "What can be checked, not what is wrong. Found by patterns for English: read the sentence. "
    "Relative dates are worked out only from a known day of publication."
)
_COLUMNS = "kind text value unit counts date note source sentence start end context".split()
_MOST_WORDS = 3  # of what a number counts
_REACH = 90  # characters of a superlative
_PATTERNS = (
    ("money", patterns.MONEY),
    ("percentage", patterns.PERCENTAGE),
    ("date", DATE),
    ("duration", patterns.DURATION),
    ("number", patterns.FRACTION),
    ("number", patterns.NUMBER),
)
_NO_NOUNS = STOPS | PREPOSITIONS | AUXILIARIES | PRONOUNS | DETERMINERS | LEADS | {"next", "last"}
_MANY = frozenset("people men women children police".split())
_CURRENCY = re.compile(r"[A-Z]{0,2}[$€£¥₹₽]|[A-Za-z]+$")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|his|her|their|its|our)\s+(?:\w+\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing to check.

    ``kind``: number, money, percentage, date, duration, superlative or quotation. ``value`` with
    its ``unit``, and what it ``counts``; ``date`` as ISO 8601 where it can be told, else ``note``
    says why not. ``source``: who says it, in the words of the ledger.
    """

    kind: str
    span: Span
    text: str
    sentence: int
    source: str
    value: float | None = None
    unit: str | None = None
    counts: str | None = None
    date: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Claims:
    """What in one article can be checked, in reading order. Undefined is empty, with a reason."""

    article: Article
    language: Language
    claims: tuple[Claim, ...]
    sentences: tuple[Span, ...]
    reason: str | None = None

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def table(self) -> pd.DataFrame:
        """One row a claim: kind, text, value, unit, what it counts, date, source, sentence.

        ``sentence`` is an index, counted from 0.
        """
        import pandas as pd

        rows = [
            {
                "kind": claim.kind,
                "text": claim.text,
                "value": claim.value,
                "unit": claim.unit,
                "counts": claim.counts,
                "date": claim.date,
                "note": claim.note,
                "source": claim.source,
                "sentence": claim.sentence,
                "start": claim.span.start,
                "end": claim.span.end,
                "context": self.sentences[claim.sentence].of(self.article.text),
            }
            for claim in self.claims
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)

    def to_csv(self, path: str | Path) -> None:
        """Write the claims as a checklist: a CSV file with two empty columns to fill in.

        For readers: ``sentence_number`` counts from 1, as the screen does.
        """
        frame = self.table().rename(columns={"sentence": "sentence_number"})
        frame["sentence_number"] += 1
        frame.insert(0, "checked", "")
        frame["finding"] = ""
        frame.to_csv(path, index=False)

    def __repr__(self) -> str:
        if self.reason:
            return f"<Claims none: {self.reason}>"
        kinds = Counter(claim.kind for claim in self.claims)
        told = ", ".join(f"{n} {kind}" for kind, n in kinds.most_common())
        return f"<Claims {len(self)}: {told or 'nothing to check'}>"

    def _repr_html_(self) -> str:
        rows = [("No value", self.reason)] if self.reason else []
        rows.extend((claim.kind, _describe(claim)) for claim in self.claims)
        title = f"To check: {self.article.headline or 'article'}"
        return render_card(title, rows=rows, notes=[CAVEAT])


def _describe(claim: Claim) -> str:
    facts = [shorten(claim.text, 90)]
    if claim.counts:
        facts.append(f"counts: {claim.counts}")
    facts.extend(fact for fact in (claim.date, claim.note) if fact)
    return f"{' · '.join(facts)} — {claim.source}"


def find_claims(article: Article | str, *, language: str | None = None) -> Claims:
    """Find what can be checked in an article: numbers, money, dates, firsts, quotations.

    Each with who says it. Relative dates are worked out from ``article.published`` alone. For
    English; in another language there are none, and ``reason`` says so. Raises EmptyText.

    >>> found = find_claims("The firm lost $60 million in 2018, its worst year.", language="en")
    >>> [(claim.kind, claim.text) for claim in found]
    [('money', '$60 million'), ('date', 'in 2018'), ('superlative', 'its worst year')]
    """
    sources = find_sources(article, language=language)
    text, spans = sources.article.text, sources.segments.sentences
    if sources.reason:
        return Claims(sources.article, sources.language, (), spans, sources.reason)
    found = [
        claim
        for i, span in enumerate(spans)
        for claim in _read_sentence(sources, i, span.of(text), span.start)
    ]
    found.extend(_read_quotes(sources))
    found.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    return Claims(sources.article, sources.language, tuple(found), spans)


def _read_sentence(sources: Sources, i: int, text: str, start: int) -> Iterator[Claim]:
    """Return the numbers, dates and superlatives of a sentence; of two that overlap, one."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            a, b = match.span()
            if any(a < d and c < b for c, d in taken) or _is_idle(kind, text, match):
                continue
            taken.append((a, b))
            yield _make(sources, i, kind, Span(start + a, start + b))
    for match in patterns.SUPERLATIVE.finditer(text):
        a, b = match.span()
        end = patterns.END_OF_CLAUSE.search(text, b, b + _REACH)
        b = end.start() if end else min(len(text), b + _REACH)
        yield _make(sources, i, "superlative", Span(start + a, start + len(text[:b].rstrip())))


def _is_idle(kind: str, text: str, match: re.Match[str]) -> bool:
    """Whether a number only points back ("the two governments"), which nobody would check."""
    spelled = not any(map(str.isdigit, match.group()))
    return kind == "number" and spelled and bool(_DEFINITE.search(text[: match.start()]))


def _read_quotes(sources: Sources) -> Iterator[Claim]:
    """Return the attributed quotations, whose wording can be checked."""
    from newskit.text.quotes import find_quotes

    spans = [c for item in sources.attributions for c in item.contents]
    starts = [span.start for span in sources.segments.sentences]
    for quote in find_quotes(sources.article.text):
        inside = any(s.start <= quote.span.start and quote.span.end <= s.end for s in spans)
        if quote.depth == 0 and inside:
            i = max(0, bisect_right(starts, quote.span.start) - 1)
            yield _make(sources, i, "quotation", quote.span)


def _make(sources: Sources, i: int, kind: str, span: Span) -> Claim:
    text = sources.article.text
    words = span.of(text)
    claim = Claim(kind, span, words, i, _find_source(sources, span))
    if kind in ("quotation", "superlative"):
        return claim
    if kind == "date":
        published = read_published(sources.article.published)
        sentence = sources.segments.sentences[i].of(text)
        resolved = resolve_date(words, published, sentence)
        return replace(claim, date=resolved.value, note=resolved.note)
    end = sources.segments.sentences[i].end
    unit = _find_unit(kind, words)
    counts = None if kind == "duration" else _find_counted(text[span.end : end])
    return replace(claim, value=patterns.read_amount(words), unit=unit, counts=counts)


def _find_unit(kind: str, words: str) -> str | None:
    if kind == "percentage":
        return "%"
    if kind == "duration":
        unit = re.search(r"([a-z]+?)s?(?:-old)?$", words.lower())
        return unit.group(1).replace("centurie", "century") if unit else None
    found = _CURRENCY.search(words) if kind == "money" else None
    return found.group() if found else None


def _find_counted(rest: str) -> str | None:
    """Return what a number counts: the nouns behind it, up to the first plural."""
    counted: list[str] = []
    for word in re.findall(r"[,;:.!?()“”\"—–]|[^\s,;:.!?()“”\"—–]+", rest[:80]):
        low = word.lower()
        if low in ("of", "in", "worth") and not counted:
            continue
        if not word[0].isalpha() or low in _NO_NOUNS:
            break
        counted.append(word)
        if low.endswith("s") or low in _MANY or len(counted) == _MOST_WORDS:
            break
    return " ".join(counted) or None


def _find_source(sources: Sources, span: Span) -> str:
    """Return who says what stands at a place of the text."""
    for item in sources.attributions:
        if not item.is_nested and any(c.start <= span.start < c.end for c in item.contents):
            if item.is_agentless:
                return HEARSAY
            return item.speaker.name if item.speaker else "speaker not stated"
    return OWN_VOICE
