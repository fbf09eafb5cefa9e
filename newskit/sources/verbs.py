"""Cue verbs read in their sentence: speaker before or behind, quote or clause around."""

from __future__ import annotations

from bisect import bisect_left

from newskit.article import Span
from newskit.sources import lexicon as table
from newskit.sources.contents import find_clause
from newskit.sources.cues import BASE, CUES, DOUBTFUL, NOMINAL, WH, Cue
from newskit.sources.lines import Line
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import find_behind, find_subject, skip_between
from newskit.sources.subjects import (
    OPENERS,
    find_name_behind,
    find_part_subject,
    find_sentence_subject,
    is_agent,
)
from newskit.sources.withheld import GIVING, is_withheld
from newskit.text.quotes import Quote

# Whoever says something is a source; who merely shows, wants or calls must be one by name or kind.
_SAYING = frozenset("say tell add".split())
_LONGEST_ROLE = 10  # words
_FAR = 120  # characters between a cue and its quote
_NO_NOUNS = frozenset(
    "tells found felt thought written saw taught went heard learned attacked".split()
)
_TELLING = frozenset("find show indicate suggest record".split())
# Behind these stands the one addressed, never the speaker: "told supporters".
_HEARD = frozenset("tell remind reassure assure inform notify".split())
_SPOKEN, _CLAUSES = frozenset(("quote", "clause")), frozenset(("clause", "that"))
_JOINING = frozenset("and but then before after by or".split())
# What may follow a speaker behind the verb: ", said Khan on Monday", "who", "as".
_BEHIND = table.PREPOSITIONS | table.DAYS | frozenset("who that as when while last this".split())
_ASIDES = _BEHIND | table.LISTENERS | {"after", "before", "earlier", "late"}


def read_verb(context: Context, first: int, last: int, cue: Cue) -> Finding | None:
    """Return what a cue verb (words ``first`` to ``last``) hands over, if it is one here."""
    line = context.line
    is_loose = _is_loose(context, first, last, cue)
    if (line.breaks[first] or is_loose) and line.low[first].endswith("ing"):
        return _read_inherited(context, first, last, cue)
    is_asked = cue.lemma == "ask" and line.breaks[first]
    if is_asked and any(v > first and line.breaks[v] for v in context.verbs):
        return None  # "his spokesman, asked whether he would go, said"
    subject = find_subject(line, first)
    is_apart = subject is not None and line.breaks[subject[1] + 1]
    is_told = line.low[first] == "told" and line.low[last + 1 :][:1] in (["of"], ["about"])
    if is_apart and is_told:
        return None  # "Lee, told of the plan, laughed"
    if subject is None or is_apart:
        behind = _read_inverted(context, first, last, cue, is_apart=is_apart)
        if behind is not None:
            return behind
    if subject is None:
        return _read_inherited(context, first, last, cue)
    is_with = subject[0] > 0 and line.low[subject[0] - 1] == "with"  # "with one aide saying"
    if line.low[last] in NOMINAL and not (is_with or _is_continuous(context, last)):
        return None
    is_noun_like = line.low[last] in DOUBTFUL and line.low[last] not in _NO_NOUNS
    is_object = line.low[subject[1]] in CUES and line.low[subject[1]].endswith("ed")
    is_open = (
        is_apart
        and not (  # "Lee, who is ill, plans to go"
            "to" in cue.frames and line.low[last + 1 :][:1] == ["to"] and line.is_name(subject[1])
        )
    )
    if is_noun_like and (is_open or is_object or not _is_whole(context, *subject)):
        return None  # "denied reports that": the second is no verb
    if line.low[subject[1]] == "you" or is_withheld(line, subject, first, cue):
        return None
    subject = _reach_quote(context, *subject)
    if (
        cue.lemma in _TELLING
        and line.low[subject[0] : subject[1] + 1]
        and _is_paper(line, *subject)
    ):
        cue = Cue(cue.lemma, cue.frames | {"object"})  # "a poll found him trailing"
    finding = context.finding(first, last, cue, subject)
    if not _take_all(context, subject, last, cue, finding):
        return None
    is_said = cue.lemma in _SAYING or bool(finding.quotes) or line.low[last + 1 :][:1] == ["that"]
    return finding if is_said or is_agent(context, *subject) else None


def _is_paper(line: Line, first: int, last: int) -> bool:
    """Whether a noun phrase is one for a paper: "a survey conducted in June by the college"."""
    heads = (k for k in range(first, last) if line.low[k + 1] in table.NOUN_ENDS)
    return line.low[next(heads, last)] in table.DOCUMENTS


def _is_loose(context: Context, first: int, last: int, cue: Cue) -> bool:
    """Whether "saying:" goes with the subject of the sentence: "wrote to Lee saying: “…”"."""
    line = context.line
    gap = line.gaps[last + 1]
    if cue.lemma != "say" or gap == " " or set(gap).isdisjoint(':"“'):
        return False
    subject = find_subject(line, first)
    is_own = subject is not None and subject[0] > 0 and line.low[subject[0] - 1] == "with"
    return not is_own and not _is_continuous(context, last)


def _take_all(
    context: Context, subject: tuple[int, int], last: int, cue: Cue, finding: Finding
) -> bool:
    """Give the finding what stands around it. Return whether there is something."""
    line, page = context.line, context.page
    position = line.starts[_reach_back(context, subject[0])]
    quote = page.quote_before(position) if "quote" in cue.frames else None
    has_that = line.low[last + 1 : last + 2] == ["that"]
    is_apart = quote is not None and has_that and quote.span.end <= line.start
    if quote is not None and page.is_tied(quote, position) and not is_apart:
        take_quote_left(context, quote, finding)
        _take_more(context, line.ends[last], finding)
        return True
    if _is_parted(context, subject[0], last) and take_left(context, subject[0], last, cue, finding):
        return True
    if take_right(context, subject, last, cue, finding):
        return True
    if subject[0] == 1 and line.low[0] == "as" and "," in line.gaps[last + 1]:
        finding.contents.append(context.content(last + 1, context.end_of(last + 1, last)))
        return True  # "As Khan said, the talks failed"
    if quote is not None and quote.span.end > line.start:
        take_quote_left(context, quote, finding)
        return True
    is_relative = line.low[subject[1]] == "which"  # "the bill, which would add 50 jobs"
    return not is_relative and take_left(context, subject[0], last, cue, finding)


def _is_whole(context: Context, first: int, last: int) -> bool:
    """Whether a noun phrase is complete: "the ministry", "Khan", "critics", not "government"."""
    line = context.line
    if line.low[last + 1] in BASE:  # "analysts claim", but "the Russian state"
        head = next((k for k in range(first, last) if line.low[k + 1] in table.NOUN_ENDS), last)
        is_many = line.low[head].endswith("s") or line.low[head] in table.UNNAMED
        return is_many or line.low[last] in ("they", "we", "i", "who", "police", "which")
    is_name = line.is_name(last) and (
        last > 0
        or line.words[0].isupper()
        or line.low[0] in context.page.known
        or line.low[0] in table.PLACES
    )
    return (
        is_name
        or line.low[first] in table.OPENERS
        or (first < last and line.low[first].endswith(("s", "'s")))
    )


def _reach_quote(context: Context, first: int, last: int) -> tuple[int, int]:
    """Return a subject with the name that stands between it and a quote: “…,” Ann Lee, a nurse."""
    line, begin = context.line, first
    while begin > 0 and line.is_name(begin - 1) and (begin < first or line.breaks[first]):
        begin -= 1
    quote = context.page.quote_before(line.starts[begin]) if begin < first else None
    return (begin, first - 1) if quote and quote.span.end > line.start else (first, last)


def _reach_back(context: Context, first: int) -> int:
    """Return where "a nurse, [Ann Lee]" begins, if a quote ends before it; else ``first``."""
    line, begin = context.line, first - 1
    if begin < 0 or "," not in line.gaps[first]:
        return first
    while begin > 0 and not line.breaks[begin] and first - begin < _LONGEST_ROLE:
        begin -= 1
    quote = context.page.quote_before(line.starts[begin])
    is_role = line.low[begin] in table.DETERMINERS and table.AUXILIARIES.isdisjoint(
        line.low[begin:first]
    )
    return begin if quote and quote.span.end > line.start and is_role else first


def take_quote_left(context: Context, quote: Quote, finding: Finding) -> None:
    """Give the finding the quote in front of it, with the clause that the quote belongs to."""
    begin = context.left_edge()
    if begin is not None and quote.is_fragment:
        head = context.line.starts[begin]
        if head < quote.span.start:
            finding.contents.append(Span(head, quote.span.end))
            finding.quotes.append(quote)
            return
    finding.take(quote)


def take_right(
    context: Context, subject: tuple[int, int] | None, last: int, cue: Cue, finding: Finding
) -> bool:
    """Give the finding what stands behind its cue. Return whether there is something."""
    line, page = context.line, context.page
    is_bare = line.low[last].endswith("ing") and not _is_continuous(context, last)
    is_bare = is_bare and line.low[max(0, last - 1) : last + 1] != ["by", "saying"]
    is_doubtful = is_bare or line.low[last] in DOUBTFUL
    if is_doubtful and not is_bare and subject is not None:
        head = line.low[subject[0]]
        is_doubtful = not (
            head in table.PERSONAL or head in table.UNNAMED or line.is_name(subject[1])
        )
    start = find_clause(line, last, cue, is_doubtful=is_doubtful)
    quote = page.quote_after(line.ends[last], line.end) if "quote" in cue.frames else None
    if quote is not None and _introduces(context, last, quote, start):
        _take_quotes(context, quote, finding)
        return True
    if start is None:
        return False
    end = context.end_of(start, last)
    is_object = start == last + 1 and "object" in cue.frames
    if is_object or ("to" in cue.frames and line.low[start] == "to"):
        end = next((m - 1 for m in range(start + 1, end) if _turns_back(line, m)), end)
    if _is_relative(context, finding):
        end = next((m - 1 for m in range(start + 1, end + 1) if line.breaks[m]), end)
    finding.contents.append(context.content(start, end))
    return True


def _turns_back(line: Line, k: int) -> bool:
    """Whether the sentence goes back to its subject: "admitted the theft [and] is in prison"."""
    after = line.low[k + 1]
    is_verb = after in table.AUXILIARIES and after not in table.INFINITIVES
    is_then = line.breaks[k] and line.low[k] == "then" and after.endswith("ed")
    return line.low[k] == "but" or is_then or (line.low[k] == "and" and is_verb)


def _is_continuous(context: Context, k: int) -> bool:
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
        return quote.span.start <= line.starts[start]
    return not any(begin < line.starts[v] < quote.span.start for v in context.verbs)


def _goes_on(context: Context, quote: Quote) -> bool:
    """Whether a quote is the beginning of a clause: said “it was likely” that it would end."""
    text = context.page.text
    behind = text[quote.span.end : context.line.end].strip()
    return text[quote.inner.start].islower() and behind[:1].isalpha()


def _is_relative(context: Context, finding: Finding) -> bool:
    """Whether the cue stands in a relative clause, which the next comma ends."""
    line = context.line
    k = bisect_left(line.starts, finding.cue.start)
    while k > 0 and not line.breaks[k]:
        k -= 1
    return k > 0 and any(word in ("which", "whom", "whose", "who") for word in line.low[k : k + 2])


def _take_quotes(context: Context, quote: Quote, finding: Finding) -> None:
    """Give the finding a quote, and those that are joined to it by "and"."""
    taken: Quote | None = quote
    while taken is not None:
        finding.take(taken)
        after = context.page.quote_after(taken.span.end, context.line.end)
        between = context.page.text[taken.span.end : after.span.start] if after else "-"
        taken = after if between.strip(" ,.") in ("and", "") else None


def _take_more(context: Context, position: int, finding: Finding) -> None:
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


def take_left(context: Context, subject: int, last: int, cue: Cue, finding: Finding) -> bool:
    """Give the finding the clause in front of it, as in "The talks failed, he said"."""
    line = context.line
    is_last = (
        last + 1 == len(line.words) and line.low[subject] in table.DETERMINERS
    )  # ", a poll shows."
    verb = subject if line.starts[subject] == finding.cue.start else last  # ", says a report"
    is_inverted = verb == subject and line.is_name(subject + 1)  # ", notes Ann Lee"
    is_doubtful = (
        not is_inverted
        and line.low[verb] in DOUBTFUL
        and line.low[verb] != "thought"
        and not is_last
    )
    if _CLAUSES.isdisjoint(cue.frames) or is_doubtful or "state" in cue.frames:
        return False
    begin, is_within = context.left_edge(), _is_within(context, last)
    if begin is None or begin >= subject or "," not in line.gaps[subject]:
        return False
    if line.low[begin] in table.LEADS and line.breaks[begin + 1]:
        begin += 1  # "However, she said, …"
    has_verb = any(line.low[m] in table.AUXILIARIES for m in range(begin, subject))
    is_opener = line.low[begin] in OPENERS and not has_verb
    if is_opener and not is_within and last + 1 < len(line.words):
        return False
    if not (is_within or _is_aside(context, last + 1, hears="listener" in cue.frames)):
        return False
    if begin < subject:
        finding.contents.append(context.content(begin, subject - 1))
    if is_within:
        finding.contents.append(context.content(last + 1, context.end_of(last + 1, last)))
    return bool(finding.contents)


def _is_aside(context: Context, k: int, *, hears: bool) -> bool:
    """Whether behind a cue there is only when, where or to whom: "he said on Friday"."""
    line = context.line
    if k >= len(line.words) or line.breaks[k]:
        return True
    if hears and table.AUXILIARIES.isdisjoint(line.low[k:]):
        return True  # ", a spokesman told the Herald"
    return line.low[k] in _ASIDES


def _is_parted(context: Context, subject: int, last: int) -> bool:
    """Whether a cue parts a verb from its clause: "It is unclear, experts say, how long …"."""
    line = context.line
    is_clause = _is_within(context, last) and line.low[last + 1] in WH
    return is_clause and not table.AUXILIARIES.isdisjoint(line.low[:subject])


def _is_within(context: Context, last: int) -> bool:
    """Whether a cue stands between the commas of what it hands over: "It was, he said, late"."""
    line = context.line
    is_comma = line.breaks[last + 1] and line.gaps[last + 1].strip() == ","
    if last + 2 >= len(line.words) or not is_comma:
        return False
    after = CUES.get(line.low[last + 1])  # ", he said, adding that"
    return not (line.low[last + 1].endswith("ing") and after and "quote" in after.frames)


def _read_inverted(
    context: Context, first: int, last: int, cue: Cue, *, is_apart: bool
) -> Finding | None:
    """Read a verb before its speaker: “…,” said Khan."""
    line, page = context.line, context.page
    is_cue = not _SPOKEN.isdisjoint(cue.frames) and cue.lemma not in _HEARD
    behind = find_behind(line, last + 1) if is_cue else None
    if behind is None:
        return None
    finding = context.finding(first, last, cue, (last + 1, behind))
    if not line.is_name(behind):  # "warns the chief forecaster, Ann Lee"
        finding.source = find_name_behind(context, behind + 1) or finding.source
    position = line.starts[first]
    quote = page.quote_before(position)
    if quote is not None and (not quote.is_fragment or page.is_tied(quote, position)):
        take_quote_left(context, quote, finding)
        _take_more(context, line.ends[behind], finding)
        return finding
    if "listener" in cue.frames and "clause" not in cue.frames:
        return None  # "Lee, a Republican, urged the governor to go"
    is_end = behind + 1 >= len(line.words) or line.breaks[behind + 1]
    is_end = is_end or line.low[behind + 1] in _BEHIND
    is_end = is_end and is_agent(context, last + 1, behind)
    ends = (k for k in range(behind + 1, len(line.words)) if ";" in line.gaps[k])
    rest = line.low[behind + 1 : next(ends, len(line.words))]
    if is_apart and rest[:1] not in (["who"], ["which"]) and not table.AUXILIARIES.isdisjoint(rest):
        return None  # "His mother, Ann, said her son, Tom, had left"
    if first and is_end and take_left(context, first, behind, cue, finding):
        return finding
    return None


def _read_inherited(context: Context, first: int, last: int, cue: Cue) -> Finding | None:
    """Read a verb whose subject stands with another: ", adding that …", "and said …"."""
    line, m = context.line, skip_between(context.line, first)
    is_joined = m >= 0 and line.low[m] in _JOINING
    is_trailing = first > 0 and line.breaks[first] and line.low[first].endswith("ing")
    if not (is_joined or is_trailing or line.low[first] == "saying"):
        return None
    finding = context.finding(first, last, cue, None)
    before = [f for f in context.found if f.cue < finding.cue and not f.is_agentless]
    earlier = (found.source for found in sorted(before, key=lambda f: f.cue, reverse=True))
    own = find_part_subject(context, first) if is_trailing else None
    finding.source = own or next(earlier, None) or find_sentence_subject(context, first)
    is_denied = "not" in line.low[m + 1 : first] and cue.lemma in GIVING
    if finding.source is None or is_denied:
        return None
    if not take_right(context, None, last, cue, finding):
        return None
    return finding
