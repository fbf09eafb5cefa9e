"""Verbs that are no cues but stand where one would: “No,” she taunted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import CUES, Cue
from newskit.sources.lines import Line
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import find_behind, find_first, find_subject
from newskit.sources.taking import take_more, take_quote_left

_FAR: Final = 8  # words between "was" and "verdict"
_LONGEST: Final = 5  # words of a speaker: "her old friend the baker"
_PAST: Final = frozenset("sang spat wept began ran wrote shot broke went agreed".split())
_QUOTED: Final = frozenset(("quote",))


def find_beside(context: Context) -> list[Finding]:
    """Return what the words right behind a quote and its comma hand over, where no cue did."""
    line, page, found = context.line, context.page, list[Finding]()
    for i in range(max(0, bisect_right(page.ends, line.start) - 1), len(page.quotes)):
        quote = page.quotes[i]
        if quote.span.start >= line.end:
            break
        if quote.is_fragment or "," not in page.text[quote.inner.end - 1 : quote.span.end + 1]:
            continue
        if context.has_taken(quote):
            continue
        k = bisect_left(line.starts, quote.span.end)
        if k == len(line.low) or page.quote_before(line.starts[k]) is not quote:
            continue
        place = None if context.covering(k) else _find_speaker(context, k)
        if place is None:
            continue
        verb, source = place
        cue = CUES.get(line.low[verb]) or Cue(line.low[verb], _QUOTED)
        finding = context.finding(verb, verb, cue, source)
        take_quote_left(context, quote, finding)
        take_more(context, line.ends[max(verb, source[1])], finding)
        found.append(finding)
    return found


def _find_speaker(context: Context, k: int) -> tuple[int, tuple[int, int]] | None:
    """Return the verb that stands at or behind word ``k``, and the words of its subject."""
    line = context.line
    if line.low[k] in ("was", "is"):
        return _find_judge(line, k) or _find_how(context, k + 1)
    if _is_past(context, k) or line.low[k] == "agrees":
        last = find_behind(line, k + 1)
        is_speaker = last is not None and (line.is_name(last) or line.low[k + 1] in table.OPENERS)
        return (k, (k + 1, last)) if last is not None and is_speaker else None
    last = k
    if line.low[k] not in table.PERSONAL:
        if not context.is_noun_phrase(k):
            return None
        while last + 1 < len(line.words) and not _is_past(context, last + 1):
            last += 1
            if line.breaks[last] or last - k >= _LONGEST:
                return None
    verb = last + 1
    while verb < len(line.words) and line.is_adverb(verb):
        verb += 1
    return (verb, (k, last)) if _is_past(context, verb) else None


def _find_how(context: Context, k: int) -> tuple[int, tuple[int, int]] | None:
    """Return the verb and the subject of "was [how] Lee put it", "was [all] he would say"."""
    low = context.line.low
    if low[k : k + 1] not in (["how"], ["all"]):
        return None
    near = range(k + 2, min(k + 2 + _LONGEST, len(low)))
    verb = next((m for m in near if low[m] in CUES or _is_past(context, m)), None)
    subject = None if verb is None else find_subject(context.line, verb)
    return None if verb is None or subject is None else (verb, (k + 1, subject[1]))


def _find_judge(line: Line, k: int) -> tuple[int, tuple[int, int]] | None:
    """Return the noun and the owner of "was Lee’s [verdict]", "was the [verdict] of Ann Lee"."""
    for m in range(k + 1, min(k + _FAR, len(line.low) - 1)):
        if line.breaks[m]:
            return None
        if line.low[m + 1] in table.ANSWERS and table.is_owner(line.low[m]):
            first = find_first(line, m)
            return None if first is None or first <= k else (m + 1, (first, m))
        if line.low[m] in table.ANSWERS and line.low[m + 1] in ("of", "from"):
            last = find_behind(line, m + 2)
            return None if last is None else (m, (m + 2, last))
    return None


def _is_past(context: Context, k: int) -> bool:
    """Whether a word has the form of a past tense, and is no cue that was left out on purpose."""
    line = context.line
    if k >= len(line.words) or line.is_name(k) or line.low[k] in table.AUXILIARIES:
        return False
    word = line.low[k]
    is_past = word.endswith("ed") and "-" not in word  # not "the Paris-based group"
    return (is_past and word not in CUES) or word in _PAST
