"""What is said "according to Lee" or "in Lee's view"."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import Cue
from newskit.sources.lines import Line
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import find_behind, is_apposed
from newskit.sources.subjects import find_name_behind
from newskit.sources.taking_left import skip_colon
from newskit.text.quotes import is_title

_BY: Final = frozenset("account admission reckoning estimate".split())  # "by Lee’s own account"
VIEWS: Final = _BY | frozenset(
    "view opinion words estimation judgment judgement assessment telling eyes".split()
)
_ACCORDING: Final = Cue("according to", frozenset(("clause",)))
_PER: Final = Cue("per", frozenset(("clause",)))
_VIEW: Final = Cue("in the view of", frozenset(("clause",)))
# In these stands what somebody told others.
_PAPERS: Final = frozenset(
    "affidavit affidavits complaint indictment lawsuit filing filings transcript transcripts "
    "documents records testimony".split()
)
_SAYING: Final = frozenset("say tell confirm".split())
_NEAR: Final = 5  # words between "in" and "view"


def read_according(context: Context, k: int) -> Finding | None:
    """Read "according to X", before, within or behind what X is made responsible for."""
    line = context.line
    last = find_behind(line, k + 2, far=True)
    if last is None:
        return None
    finding = context.finding(k, k + 1, _ACCORDING, (k + 2, last))
    is_person = not line.is_name(last) and table.DOCUMENTS.isdisjoint(line.low[k + 2 : last + 1])
    apposed = find_name_behind(context, last + 1) if is_person else None
    if apposed is not None:  # "according to his aunt, Jane Lee, it fell"
        finding.source = apposed
        last = bisect_left(line.starts, apposed.end) - 1
    return _take_around(context, k, last, finding)


def read_per(context: Context, k: int) -> Finding | None:
    """Read "per X" where it stands apart: ", per the Times", not "per day"."""
    line = context.line
    if k + 1 >= len(line.words) or not (k == 0 or (line.breaks[k] and not line.capitals[k])):
        return None  # his agent, Per Lindgren
    named = k + 1 + (line.low[k + 1] in table.DETERMINERS)
    is_paper = not table.DOCUMENTS.isdisjoint(line.low[k + 1 : k + _NEAR])
    is_source = is_paper or (named < len(line.words) and line.is_name(named))
    last = find_behind(line, k + 1, far=True) if is_source else None
    if last is None:
        return None
    return _take_around(context, k, last, context.finding(k, k, _PER, (k + 1, last)))


def read_view(context: Context, k: int) -> Finding | None:
    """Read "in Lee's view", "in the words of one official" in the same places."""
    line, first = context.line, _find_in(context.line, k)
    if first is None or (first > 0 and not line.breaks[first] and context.left_edge() != first):
        return None
    before = k - 1 - (line.low[k - 1] == "own")  # "by his own account"
    owner, last, source = line.low[before], k, (first + 1, before)
    if line.low[first + 1 : k + 2] == ["the", line.low[k], "of"]:
        behind = find_behind(line, k + 2)
        if behind is None:
            return None
        last, source = behind, (k + 2, behind)
    elif not table.is_owner(owner):
        return None
    if last + 1 < len(line.low) and not line.breaks[last + 1]:
        return None
    return _take_around(context, first, last, context.finding(k, k, _VIEW, source))


def _find_in(line: Line, k: int) -> int | None:
    """Return the "in" or "by" up to a few words before a word, with nothing that parts them."""
    leading = "by" if line.low[k] in _BY else "in"
    for first in range(k - 1, max(-1, k - _NEAR), -1):
        if line.breaks[first + 1]:
            return None
        if line.low[first] == leading:
            return first
    return None


def _take_around(context: Context, first: int, last: int, finding: Finding) -> Finding | None:
    """Give the finding the clause around words ``first`` to ``last``."""
    line, begin = context.line, context.left_edge()
    is_listener = begin and any(found.cue.end == line.ends[begin - 1] for found in context.found)
    if begin is not None and begin < first and not is_listener:
        begin, end = skip_colon(line, begin, first), first - 1
        if (
            line.low[end - 1 : first] == ["at", "least"]
            and line.breaks[end - 1]
            and end - 1 > begin
        ):
            end -= 2  # "It fell, at least according to Lee"
        finding.contents.append(context.content(begin, end))
    elif begin == first and _is_plain(context, first):
        finding.contents.append(context.content(0, first - 1))
    behind = _find_rest(line, last, is_first=not finding.contents)
    if behind is not None:
        behind = _skip_title(context, behind)
    if behind is not None and line.breaks[behind]:
        if is_apposed(line, behind):
            if finding.contents and line.low[first - 1] not in table.AUXILIARIES:
                return finding  # "It fell, according to Lee, a nurse."
            if any(found.cue.end == line.ends[first - 1] for found in context.found):
                return None  # "“No,” he said, according to the Herald, a local paper."
        if first <= 1 or line.breaks[first]:
            finding.contents.append(context.content(behind, context.end_of(behind, last)))
    return finding if finding.contents else None


def _is_plain(context: Context, first: int) -> bool:
    """Whether all before ", according to" is one attribution: "Ministers plan to cut 300 jobs"."""
    line, found = context.line, context.found
    if len(found) != 1 or found[0].quotes or found[0].source is None:
        return False
    is_paper = not _PAPERS.isdisjoint(line.low[first + 2 : first + 2 + _NEAR])
    if line.gaps[first].strip() != "," or (found[0].lemma in _SAYING and not is_paper):
        return False  # "she said it was legal, according to the code"
    contents = found[0].contents
    is_whole = len(contents) == 1 and contents[0].end == line.ends[first - 1]
    is_whole = is_whole and line.low[first - 1] not in table.RELATIVES
    return is_whole and found[0].source.start == line.starts[0]


def _skip_title(context: Context, behind: int) -> int | None:
    """Return the word behind a title: "according to her memoir, “Left Hand,” [she] was paid"."""
    line, quote = context.line, context.page.quote_at(context.line.starts[behind])
    if quote is None:
        return behind
    end = bisect_left(line.starts, quote.span.end)
    is_work = end < len(line.words) and is_title(line.words[behind:end])
    return end if is_work else behind


def _find_rest(line: Line, last: int, *, is_first: bool) -> int | None:
    """Return the word behind a source, its acronym in brackets and what is said of it.

    ``is_first``: nothing stands before the source, so that the sentence must go on.
    """
    n, behind = len(line.words), last + 1
    if behind >= n:
        return None
    after = line.low[behind]
    is_told = after.endswith(("ed", "en")) and not (line.is_name(behind) or line.breaks[behind])
    if "(" in line.gaps[behind]:  # "according to the bank (IMF), it fell"
        behind = next((m for m in range(behind + 1, n) if ")" in line.gaps[m]), n)
        is_told = behind < n and "," not in line.gaps[behind]
        if is_told and not is_first:
            return None
    is_dated = line.breaks[behind] and after in table.PARTICIPLES
    if after in table.RELATIVES or is_told or is_dated:  # "according to her memo, dated May 3, it"
        behind = next((m for m in range(behind + 1, n) if line.breaks[m]), n)
    return behind if behind < n else None
