"""What a cue takes: quotes in front of it and behind, and clauses behind."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress
from typing import Final

from newskit.article import Span
from newskit.sources import lexicon as table
from newskit.sources.asides import skip_asides
from newskit.sources.contents import find_clause
from newskit.sources.cues import CLAUSES, DOUBTFUL, Cue
from newskit.sources.lines import DASHES, Line
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import skip_between
from newskit.sources.subjects import DID, OPENERS, is_agent
from newskit.sources.taking_left import (
    TURNS,
    WHEN,
    has_clause,
    is_comma,
    is_parted,
    skip_colon,
    take_left,
)
from newskit.text.quotes import Quote, is_title

_WRITTEN: Final = frozenset("wrote writes written".split())
_LONGEST_PHRASE: Final = 6  # words
_LONGEST_ROLE: Final = 10  # words
_FAR: Final = 120  # characters between a cue and its quote
_OPENERS: Final = table.PREPOSITIONS | frozenset("when while if although though because".split())
# Behind "as" they say again what stands in front: "It fell, as Lee predicted."
_ECHOED: Final = frozenset(("point out", "put it", "make clear")) | frozenset(
    "say note predict write warn argue observe admit explain tell".split()
)
_PLAIN: Final = frozenset(
    "say says said saying tell tells told telling add adds added adding".split()
)
_RELATIVES: Final = frozenset(("which", "whom", "whose", "who"))


def take_all(
    context: Context, subject: tuple[int, int], last: int, cue: Cue, finding: Finding
) -> bool:
    """Give the finding what stands around it. Return whether there is something."""
    line, page = context.line, context.page
    is_as = subject[0] > 0 and line.low[subject[0] - 1] == "as"
    is_echo = is_as and cue.lemma in _ECHOED
    position, quote = line.starts[subject[0] - is_echo], None  # "“No,” as Lee put it"
    if "quote" in cue.frames:
        quote = page.quote_before(position)
        if quote is None and "," in line.gaps[subject[0]]:
            position = line.starts[_reach_back(context, subject[0])]
            quote = page.quote_before(position)
    if quote is not None and quote.is_fragment and _is_title(context, quote):
        quote = None
    is_other = quote is not None and page.text[quote.inner.end - 1] in "?!"
    if is_other and ":" in line.gaps[last + 1]:
        quote = None  # "“Shame!” Another wrote: “Go.”"
    if line.low[last].endswith("ing") and not is_continuous(context, last):
        quote = None  # “…,” the film shows Lee saying
    has_that = line.low[last + 1 : last + 2] == ["that"]
    is_apart = quote is not None and has_that and quote.span.end <= line.start
    if quote is not None and page.is_tied(quote, position) and not is_apart:
        take_quote_left(context, quote, finding)
        take_more(context, line.ends[last], finding)
        return True
    if is_parted(context, subject[0], last) and take_left(context, subject[0], last, cue, finding):
        return True
    if take_right(context, subject, last, cue, finding):
        return True
    is_more = last + 1 < len(line.words) and "," in line.gaps[last + 1]
    behind = last + 1 if is_more else _skip_phrase(line, last + 1)  # "As Lee writes for NPR, …"
    is_as = is_as and (cue.lemma == "put it" or not CLAUSES.isdisjoint(cue.frames))
    if is_as and behind and (subject[0] == 1 or line.breaks[subject[0] - 1]):
        finding.contents.append(context.content(behind, context.end_of(behind, last)))
        return True  # "As Khan said, the talks failed"
    if quote is not None and quote.span.end > line.start:
        take_quote_left(context, quote, finding)
        return True
    is_relative = line.low[subject[1]] == "which"  # "the bill, which would add 50 jobs"
    is_echo = is_echo and not any(v < subject[0] for v in context.verbs)
    is_echo = is_echo and "," in line.gaps[subject[0] - 1] and "?" not in line.gaps[-1]
    first = subject[0] - is_echo  # "…, as Lee said"
    return not is_relative and take_left(context, first, last, cue, finding)


def _skip_phrase(line: Line, k: int) -> int | None:
    """Return the word behind "for the Times" and its comma, if that is what stands here."""
    if k + 1 >= len(line.low) or line.low[k] not in ("for", "in"):
        return None
    near = range(k + 1, min(k + _LONGEST_PHRASE, len(line.low)))
    return next((m for m in near if "," in line.gaps[m]), None)


def _is_title(context: Context, quote: Quote) -> bool:
    """Whether a quote is the title of a programme or book: On “Morning Ledger,” Lee said."""
    line = context.line
    first, behind = (bisect_left(line.starts, at) for at in quote.span)
    if not 0 < first < behind or not is_title(line.words[first:behind]):
        return False
    is_work = line.low[first - 1] in _WRITTEN and not line.breaks[first - 1]
    is_work = is_work and first + 1 < behind and line.words[behind - 1][0].isupper()
    return line.low[first - 1] in table.PREPOSITIONS or is_work  # "wrote “War and Peace”"


def _reach_back(context: Context, first: int) -> int:
    """Return where "a nurse, [Ann Lee]" begins, if a quote ends before it; else ``first``."""
    line, begin = context.line, first - 1
    if begin < 0:
        return first
    while begin > 0 and not line.breaks[begin] and first - begin < _LONGEST_ROLE:
        begin -= 1
    quote = context.page.quote_before(line.starts[begin])
    opens = line.low[begin] in table.DETERMINERS or line.low[begin].endswith("'s")
    is_role = opens and table.AUXILIARIES.isdisjoint(line.low[begin:first])
    return begin if quote and quote.span.end > line.start and is_role else first


def take_quote_left(context: Context, quote: Quote, finding: Finding) -> None:
    """Give the finding the quote in front of it, with the clause that the quote belongs to."""
    begin = context.left_edge()
    if begin is not None and (quote.is_fragment or _is_joined(context, quote)):
        head = context.line.starts[begin]
        if head < quote.span.start and ";" not in context.page.text[head : quote.span.start]:
            finding.contents.append(Span(head, quote.span.end))
            finding.quotes.append(quote)
            return
    finding.take(quote)


def _is_joined(context: Context, quote: Quote) -> bool:
    """Whether a quote goes on with the words before it: The plan has “hurt us all,” he said."""
    text = context.page.text
    before = text[context.line.start : quote.span.start].rstrip()
    is_open = before[-1:].isalnum() or (before[-1:] == "," and len(before) > _FAR)
    return is_open and text[quote.inner.start].islower()


def take_right(
    context: Context, subject: tuple[int, int] | None, last: int, cue: Cue, finding: Finding
) -> bool:
    """Give the finding what stands behind its cue. Return whether there is something."""
    line, page = context.line, context.page
    word = line.low[last]
    is_bare = word.endswith("ing") and not is_continuous(context, last)
    is_bare = is_bare and line.low[max(0, last - 1) : last + 1] != ["by", "saying"]
    is_doubtful = is_bare or word in DOUBTFUL
    if is_doubtful and not is_bare and subject is not None:
        head = line.low[subject[0]]
        is_doubtful = not (
            head in table.PERSONAL or head in table.UNNAMED or line.is_name(subject[1])
        )
    start = find_clause(line, last, cue, is_doubtful=is_doubtful)
    quote = page.quote_after(line.ends[last], line.end) if "quote" in cue.frames else None
    while quote is not None and _is_title(context, quote):
        quote = page.quote_after(quote.span.end, line.end)  # "said on “Newsnight”: “No.”"
    if quote is not None and _introduces(context, last, quote, start):
        if subject is not None:
            _take_head(context, subject[0], quote, finding)
        _take_quotes(context, quote, finding)
        return True
    if start is None:
        return False
    is_object = start == last + 1 and "object" in cue.frames
    takes = is_object or (start == last + 1 and "naming" in cue.frames)
    inner = page.quote_at(line.starts[start]) if takes and line.breaks[start] else None
    if inner is not None and (not is_object or _is_whole_object(context, inner)):
        # "hailed “a useful step”", "what he calls “bullying” tactics"
        finding.take(inner)
        return True
    end = context.end_of(start, last)
    is_carried = start > last + 1 and line.low[start - 1] in table.PREPOSITIONS
    is_named = start == last + 1 and "naming" in cue.frames
    if is_object or is_carried or is_named or ("to" in cue.frames and line.low[start] == "to"):
        end = _find_turn(line, start + 1, end)
    if _is_relative(context, finding):
        end = next((m - 1 for m in range(start + 1, end + 1) if is_comma(line, m)), end)
    elif is_opened(line, last):
        end = next((m - 1 for m in range(start + 2, end + 1) if opens_main(line, m)), end)
    finding.contents.append(context.content(start, _close(context, last, start, end)))
    return True


def _take_head(context: Context, subject: int, quote: Quote, finding: Finding) -> None:
    """Give the finding what a quote goes on with: "The rule, he said, “should shame us.”"."""
    line, begin = context.line, context.left_edge()
    if begin is None or begin >= subject or "," not in line.gaps[subject]:
        return
    begin = skip_colon(line, begin, subject)
    is_open = table.FINITE.isdisjoint(line.low[begin:subject]) or line.low[begin] in WHEN
    is_parted = line.low[subject - 1] in table.AUXILIARIES  # "The win was, Poe said, “massive”"
    is_open = (is_open or is_parted) and line.low[begin] not in table.LEADS | OPENERS
    is_paper = not table.DOCUMENTS.isdisjoint(line.low[begin:subject])
    is_role = is_agent(context, begin, subject - 1) and not is_paper
    is_role = (is_role and not is_parted) or line.low[begin].endswith("ing")
    is_set_off = "," in context.page.text[finding.cue.end : quote.span.start]
    if not is_open or is_role or not is_set_off:
        return
    if context.page.text[quote.inner.start].islower():
        finding.contents.append(context.content(begin, subject - 1))


def _close(context: Context, cue: int, start: int, end: int) -> int:
    """Return the last word of what was said, where dash, bracket or comma close it before."""
    line, k = context.line, context.line.find_break(cue)
    parted = [*compress(range(start + 1, end + 1), line.breaks[start + 1 : end + 1])]
    if not parted:  # as with most
        return end
    is_dashed = k > 0 and not DASHES.isdisjoint(line.gaps[k])
    first, depth = parted[0], 0
    is_main = line.breaks[cue] and line.low[first] in table.FINITE and "," in line.gaps[first]
    if is_main and not table.FINITE.isdisjoint(line.low[start:first]):
        return first - 1  # "Lee, alarmed that it is a trick, has left"
    for m in parted:
        gap = line.gaps[m]
        depth += "(" in gap
        if ")" in gap:
            if not depth:
                return m - 1  # "(he called it a trick) and Khan left"
            depth -= 1
        if is_dashed and not depth and not DASHES.isdisjoint(gap):
            return m - 1  # "Lee - who said it was a trick - left"
    return end


def _is_whole_object(context: Context, quote: Quote) -> bool:
    """Whether an object ends with a quote: not so in: expects “gradual growth” in May."""
    line = context.line
    k = bisect_left(line.starts, quote.span.end)
    if k >= len(line.words) or any(mark in line.gaps[k] for mark in ",.;:"):
        return True
    return line.low[k] in ("on", "in") and skip_asides(line, k, hears=False) > k + 1


def _find_turn(line: Line, start: int, end: int) -> int:
    """Return the last word before the sentence goes back to its subject, else ``end``.

    "admitted the theft [and] is in prison".
    """
    low = line.low
    for m in range(start, end):
        word = low[m]
        if word in TURNS and (word == "but" or _turns_back(line, m)):
            return m - 1
    return end


def _turns_back(line: Line, k: int) -> bool:
    """Whether an "and" or a "then" has a verb behind it."""
    after = line.low[k + 1]
    if line.low[k] == "then":
        return line.breaks[k] and after.endswith("ed")
    if after in DID and _RELATIVES.isdisjoint(line.low[:k]) and "that" not in line.low[:k]:
        return line.low[k] == "and"  # "bragged about it and drew fire"
    return after in table.AUXILIARIES and after not in table.INFINITIVES


def is_continuous(context: Context, k: int) -> bool:
    """Whether a form of "be" makes an -ing form a verb: "is saying", or a comma before it does."""
    line, before = context.line, skip_between(context.line, k)
    return line.breaks[k] or any(word in table.BE for word in line.low[before + 1 : k])


def _introduces(context: Context, last: int, quote: Quote, start: int | None) -> bool:
    """Whether a cue hands over a quote as such, and not as part of a clause."""
    line, begin = context.line, context.line.ends[last]
    between = context.page.text[begin : quote.span.start]
    if not any(map(str.isalnum, between)):
        is_part = quote.is_fragment or (not between.strip() and _goes_on(context, quote))
        return start is None or not is_part
    if quote.is_fragment or len(between) > _FAR:
        return False
    if start is not None:
        behind = bisect_left(line.starts, quote.span.start)
        is_aside = line.low[last] in _PLAIN and between.rstrip().endswith(":")
        is_aside = is_aside and not has_clause(line, start, behind)
        return is_aside or quote.span.start <= line.starts[start]  # "told Five Live: “No”"
    return not any(begin < line.starts[v] < quote.span.start for v in context.verbs)


def _goes_on(context: Context, quote: Quote) -> bool:
    """Whether a quote is the beginning of a clause: said “it was likely” that it would end."""
    text = context.page.text
    behind = text[quote.span.end : context.line.end].strip()
    return text[quote.inner.start].islower() and behind[:1].isalpha()


def _is_relative(context: Context, finding: Finding) -> bool:
    """Whether the cue stands in a relative clause, which the next comma ends."""
    line = context.line
    k = line.find_break(bisect_left(line.starts, finding.cue.start))
    return k > 0 and not _RELATIVES.isdisjoint(line.low[k : k + 2])


def is_opened(line: Line, last: int) -> bool:
    """Whether a cue stands in a clause that opens a sentence: "When Lee said so, it fell"."""
    return line.low[0] in _OPENERS and not any(line.breaks[1 : last + 1])


def opens_main(line: Line, k: int) -> bool:
    """Whether behind a comma the main clause begins."""
    opens = line.is_name(k) or line.low[k].split("'")[0] in table.OPENERS
    return opens and is_comma(line, k)


def _take_quotes(context: Context, quote: Quote, finding: Finding) -> None:
    """Give the finding a quote, and those that are joined to it by "and"."""
    taken: Quote | None = quote
    while taken is not None:
        finding.take(taken)
        after = context.page.quote_after(taken.span.end, context.line.end)
        between = context.page.text[taken.span.end : after.span.start] if after else "-"
        taken = after if between.strip(" ,.") in ("and", "") else None


def take_more(context: Context, position: int, finding: Finding) -> None:
    """Give the finding the quote that goes on behind its speaker (“A,” he said, “and B”)."""
    after = context.page.quote_after(position, context.line.end)
    if after is None or after.is_fragment or not _is_set_off(context, position, after):
        return
    starts = context.line.starts
    if not any(position < starts[v] < after.span.start for v in context.verbs):
        _take_quotes(context, after, finding)


def _is_set_off(context: Context, position: int, quote: Quote) -> bool:
    """Whether a mark or "and" stands before a quote: not so in: Khan said on “Newsnight”."""
    between = context.page.text[position : quote.span.start].rstrip()
    return not between or between[-1] in ",.;:—–-…" or between.endswith((" and", " but", " that"))
