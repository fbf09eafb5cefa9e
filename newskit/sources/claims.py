"""``find_claims``: what in an article can be checked, as a list to tick off."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from newskit.article import Article, Span
from newskit.cards import render_card, shorten
from newskit.sources import claim_patterns as patterns
from newskit.sources.amounts import are_two, read_amounts, read_share
from newskit.sources.dates import DAYS, NO_DATE, NO_DAY, RECURRING, read_published, resolve_date
from newskit.sources.ledger import Sources, find_sources, is_capital
from newskit.sources.units import MANY, find_counted, find_unit
from newskit.sources.voices import CLASSES, HEARSAY, NOT_STATED, OWN, hand_out
from newskit.text.language import Language
from newskit.text.quotes import find_quotes

if TYPE_CHECKING:
    import pandas as pd

OWN_VOICE, NOBODY = CLASSES[OWN], CLASSES[HEARSAY]
CAVEAT = (
    "What can be checked, not what is wrong. Found by patterns for English: read the sentence. "
    "Relative dates are worked out only from a known day of publication."
)
DENIED = "denied by the source"
_DENYING = frozenset("deny dispute refute rebut".split())
_COLUMNS = "kind text value unit counts date note source sentence start end context".split()
_REACH = 90  # characters of a superlative
_NEAR = 160  # characters of a sentence around a number that tell what it is
_SIGNED = re.compile(r"(?<!\w)[-−]$")
_IN_M = re.compile(r"\d\s?m$")
_GATE = re.compile(r"[^\W\d_]+|\d")
_SEED = re.compile(r"([^\W\d_]+)|\d+|[$€£¥₹₽₩₦₱₪₺₴₫৳฿₵½¼¾⅓⅔]")
_OR_TWO = re.compile(r"\ban?\s\w+\sor\s$")  # "a day or two"
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

    def __getitem__(self, number: int) -> Claim:
        return self.claims[number]

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
    return list_claims(find_sources(article, language=language))


def list_claims(sources: Sources) -> Claims:
    """Return what can be checked in an article whose ledger is there already."""
    text, spans = sources.article.text, sources.segments.sentences
    is_shouted = is_capital(sources.segments.word_texts)
    if sources.reason and not is_shouted:
        return Claims(sources.article, sources.language, (), spans, sources.reason)
    found = [
        claim
        for i, span in enumerate(spans)
        for claim in _read_sentence(sources, i, span.of(text), span.start)
    ]
    found.extend(_read_quotes(sources))
    if is_shouted:  # nobody was looked for
        found = [replace(claim, source=NOT_STATED.name) for claim in found]
    else:
        found = _name_sources(sources, found)
    found.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    return Claims(sources.article, sources.language, tuple(found), spans)


def _read_sentence(sources: Sources, i: int, text: str, start: int) -> Iterator[Claim]:
    """Return the numbers, dates and superlatives of a sentence, from left to right."""
    end, last, words = 0, None, set(_GATE.findall(text.lower()))
    for seed in () if words.isdisjoint(patterns.CORE) else _SEED.finditer(text):
        word, at = seed[1], seed.start()
        rows = patterns.ROWS.get(word.lower()) if word else patterns.PATTERNS
        if rows and at >= end and _may_begin(text, seed):
            idle = patterns.IDLE_NUMBER if _is_name(text, last, at) else patterns.IDLE
            if skipped := idle.match(text, at):
                end = skipped.end()
            elif found := _match_claim(text, at, rows):
                kind, a, end = found
                claim = _make_claim(sources, i, kind, Span(start + a, start + end))
                if not _is_model(claim, last, text[end:]):
                    yield claim
        last = seed
    if not words.isdisjoint(patterns.SUPERLATIVE_WORDS):
        for match in patterns.SUPERLATIVE.finditer(text):
            stop = patterns.END_OF_CLAUSE.search(text, match.end(), match.end() + _REACH)
            b = stop.start() if stop else min(len(text), match.end() + _REACH)
            b -= len(text[match.end() : b]) - len(text[match.end() : b].rstrip())
            span = Span(start + match.start(), start + b)
            yield Claim("superlative", span, span.of(sources.article.text), i, OWN_VOICE)


def _may_begin(text: str, seed: re.Match[str]) -> bool:
    """Whether a claim may begin at a word, a sign or digits, seen by what stands before it."""
    before = text[max(0, seed.start() - 2) : seed.start()] or " "
    if seed[1]:
        is_small = seed[1] in patterns.NAMED_STARTS  # they begin with a capital: "they march"
        return not (before[-1].isalnum() or before[-1] in "_'’-@./" or is_small)
    if not seed.group().isdecimal():
        return not before[-1].isalnum()
    is_glued = before[-1].isalnum() or before[-1] in "_.,/\\:=&?#@%~"
    return not (is_glued or (before[-1] in "-–" and before[0].isalnum()))


def _is_name(text: str, last: re.Match[str] | None, start: int) -> bool:
    """Whether the word before a number makes it a name: "Boeing 737", "Article 50"."""
    if last is None or text[last.end() : start] not in (" ", ". ", "-"):
        return False
    word = last.group()
    return word in patterns.PROPER_NAMES or not patterns.NAMES.isdisjoint(
        (word.lower(), word.lower().removesuffix("s"))
    )


def _is_model(claim: Claim, last: re.Match[str] | None, after: str) -> bool:
    """Whether a number is part of a name, with one thing behind it: "the AquaBuoy 2 team"."""
    is_named = last is not None and last.start() > 0 and last.group()[0].isupper()
    if not is_named or not re.fullmatch(r"\d{1,4}", claim.text) or claim.counts is None:
        return False
    noun = claim.counts.split()[-1].lower()
    is_one = noun.isalpha() and not noun.endswith("s") and noun not in MANY
    return is_one and claim.kind == "number" and after.startswith(" ")


def _match_claim(
    text: str, start: int, rows: tuple[patterns.Row, ...]
) -> tuple[str, int, int] | None:
    """Return the kind and the span of what begins at a place, with its minus."""
    start -= bool(_SIGNED.search(text, max(0, start - 2), start))
    for kind, pattern in rows:
        match = pattern.match(text, start)
        if match is None or (kind == "share" and (read_share(match.group()) or 0) > 1):
            continue
        if kind == "date" and patterns.NO_MONTH.search(match.group()):
            continue
        before = text[max(0, start - 16) : start]
        if match.groupdict().get("to") and are_two(kind, match.group(), before):
            match = pattern.match(text, start, match.start("to")) or match
        if kind in ("number", "share") and _is_idle(text, start, match.group()):
            return None
        if match.group().endswith(" Cent"):  # the rapper's name
            return None
        return kind, start, match.end()
    return None


def _read_quotes(sources: Sources) -> Iterator[Claim]:
    """Return the attributed quotations, whose wording can be checked."""
    spans = sorted((c.start, c.end) for item in sources.attributions for c in item.contents)
    reach = [0, *accumulate((end for _, end in spans), max)]  # how far the first n of them go
    starts = [span.start for span in sources.segments.sentences]
    for quote in find_quotes(sources.article.text):
        end = reach[bisect_right(spans, (quote.span.start, math.inf))]
        if quote.depth == 0 and quote.span.end <= end:
            i = max(0, bisect_right(starts, quote.span.start) - 1)
            words = quote.span.of(sources.article.text)
            yield Claim("quotation", quote.span, words, i, OWN_VOICE)


def _name_sources(sources: Sources, claims: list[Claim]) -> list[Claim]:
    """Return the claims, each with who says it, by the name that the ledger has for him."""
    said, names = sources.attributions, {v.speaker.key: v.speaker.name for v in sources.voices}
    ends = [word.end for word in sources.segments.words]
    owners = [*hand_out(sources.segments, said, ()).owners, -1]
    named = []
    for claim in claims:
        owner = owners[bisect_right(ends, claim.span.start)]
        if owner >= 0:
            speaker = said[owner].speaker or NOT_STATED
            name = NOBODY if said[owner].is_agentless else names.get(speaker.key, speaker.name)
            notes = [claim.note, DENIED if said[owner].lemma in _DENYING else None]
            claim = replace(claim, source=name, note="; ".join(filter(None, notes)) or None)
        named.append(claim)
    return named


def _make_claim(sources: Sources, i: int, kind: str, span: Span) -> Claim:
    text, sentence = sources.article.text, sources.segments.sentences[i]
    words = span.of(text)
    before = text[max(sentence.start, span.start - _NEAR) : span.start]
    after = text[span.end : min(sentence.end, span.end + _NEAR)]
    claim = Claim("number" if kind == "share" else kind, span, words, i, OWN_VOICE)
    if kind == "date":
        published = read_published(sources.article.published)
        found = resolve_date(words, published, before + words + after, len(before))
        is_vague = found.note == NO_DATE and sources.article.published
        if words.lower() in DAYS and patterns.EVERY.search(before):
            return replace(claim, note=RECURRING)
        return replace(claim, date=found.value, note=NO_DAY if is_vague else found.note)
    unit = find_unit(kind, words)
    is_measure = kind == "number" and unit and not after.startswith(" of ")  # "12 feet high"
    is_measure = is_measure or words.lower().endswith(patterns.CROWDS)  # "thousands marched"
    counts = None if kind == "duration" or is_measure else find_counted(kind, after)
    if kind == "share":
        return replace(claim, value=read_share(words), counts=counts)
    return _value(replace(claim, unit=unit, counts=counts), before, after)


def _is_idle(text: str, start: int, words: str) -> bool:
    """Whether a number in words is none, or only points back ("the two governments")."""
    if any(map(str.isdigit, words)):
        return False
    is_definite = _DEFINITE.search(text, max(0, start - 40), start) is not None
    is_definite = is_definite or _OR_TWO.search(text, max(0, start - 20), start) is not None
    return is_definite or words.lower().split()[-1] == "one"


def _value(claim: Claim, before: str, after: str) -> Claim:
    """Return a claim with its number; of a range the first, of a score none."""
    text, note = claim.text, None
    if re.fullmatch(r"\d{1,3},", text + after[:1]) and patterns.AGE_BEFORE.search(before):
        return replace(claim, kind="duration", value=float(text), unit="year")  # "Ann Lee, 34,"
    is_age = patterns.AGED.search(before) is not None
    if re.fullmatch(r"\d{1,2}", text) and not re.match(r"\s(?!and|but|when|in|on)|-", after):
        is_age = is_age or patterns.AGE_OF.search(before) is not None  # "who is 68,"
    if claim.kind == "number" and is_age and not claim.counts:
        claim = replace(claim, kind="duration", unit="year")
    if claim.kind == "number" and _IN_M.search(text):
        if patterns.METRES.match(after) or (patterns.RACE.search(before) and not claim.counts):
            text, claim = text.removesuffix("m"), replace(claim, unit="m", counts=None)
        elif claim.counts is None:
            return replace(claim, note="unresolved: millions or metres?")
    values = read_amounts(text) or [part for part in [read_share(text)] if part]  # half an hour
    times = [patterns.HOURS[time.lower()] for time in patterns.TIMES.findall(text)]
    if claim.kind == "duration" and len(values) == len(times) == 2:
        if times[1] < patterns.HOURS["month"] <= times[0]:
            return replace(claim, note="unresolved: months are not all of one length")
        values = [round(values[0] * times[0] / times[1] + values[1], 6)]
    if len(values) > 1:
        told = f"{values[0]:,.10g} to {values[-1]:,.10g}"
        is_score = patterns.SCORE_AHEAD.match(after) or (
            patterns.SCORE.search(before) and not claim.counts
        )
        is_plain = claim.kind == "number" and re.fullmatch(r"\d{1,3}(?:[-–]|\sto\s)\d{1,3}", text)
        if is_plain and (is_score or values[0] >= values[1] or not values[0]):
            what = "vote" if patterns.VOTE.search(before) else "score"
            return replace(claim, counts=None, note=f"a {what}: {told}")
        note = f"a range: {told}"
    return replace(claim, value=values[0] if values else None, note=note)
