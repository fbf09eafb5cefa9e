"""Cue verbs read in their sentence: speaker before or behind, quote or clause around."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.clause_ends import is_series
from newskit.sources.contents import find_clause
from newskit.sources.cues import BASE, CUES, DOUBTFUL, NOMINAL, Cue
from newskit.sources.hearsay import is_passive_too
from newskit.sources.lines import GENITIVES, Line
from newskit.sources.objects import opens_quote
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import find_behind, find_head, find_subject, skip_between
from newskit.sources.subjects import (
    find_led,
    find_name_behind,
    find_part_subject,
    find_parted_subject,
    find_purposive_subject,
    find_sentence_subject,
    is_agent,
)
from newskit.sources.taking import (
    is_continuous,
    opens_main,
    take_all,
    take_more,
    take_quote_left,
    take_right,
)
from newskit.sources.taking_left import BEHIND, has_clause, take_left
from newskit.sources.withheld import GIVING, is_withheld

# Whoever says something is a source; who merely shows, wants or calls must be one by name or kind.
_SAYING: Final = frozenset("say tell add".split())
_NO_NOUNS: Final = frozenset(
    "put puts putting "
    "tells found felt thought written saw taught went heard learned attacked".split()
)
_BARE = frozenset("a an the its their our my your every no".split())
_OBJECTS: Final = {  # what no one says who claims or tells it
    "claim": frozenset("life lives ball title medal prize gold silver bronze crown wicket".split()),
    "deny": frozenset("motion request bid appeal".split()),
    "report": frozenset(("results",)),
    "tell": frozenset("truth story stories tale tales".split()),
}
# With a paper for a subject they have an object: "a poll found him trailing".
_TELLING: Final = frozenset("find show indicate suggest record".split())
# Behind these stands the one addressed, never the speaker: "told supporters".
_HEARD: Final = frozenset("tell remind reassure assure inform notify".split())
_PAPERS: Final = frozenset("research data evidence statistics figures".split())
_MANY: Final = frozenset("they we i who police which data media".split())
_PUBLIC: Final = frozenset("quote for naming as".split())
_READING: Final = frozenset("warning saying showing finding reporting".split())  # so papers do
_RELATIVES: Final = frozenset(("who", "which", "that"))
_SPOKEN: Final = frozenset(("quote", "clause"))
_SUFFERED: Final = frozenset("accuse tell question read".split())
_HAVING: Final = frozenset("had has have which whom".split())
_ASIDE: Final = frozenset("however meanwhile though too instead nevertheless nonetheless".split())
_JOINING: Final = frozenset("and but then before after by or while".split())


def read_verb(context: Context, first: int, last: int, cue: Cue) -> Finding | None:
    """Return what a cue verb (words ``first`` to ``last``) hands over, if it is one here."""
    line = context.line
    if _is_heard(context, first, last, cue) or _is_suffered(line, first, last, cue):
        return None
    if line.low[first].endswith("ing") and (
        line.breaks[first] or _is_loose(context, first, last, cue)
    ):
        return _read_inherited(context, first, last, cue)
    subject = find_subject(line, first)
    is_apart = subject is not None and _is_apart(context, *subject, first)
    if subject is None or is_apart:
        behind = _read_inverted(context, first, last, cue, is_apart=is_apart)
        if behind is not None:
            return behind
    if not (is_apart or _RELATIVES.isdisjoint(line.low[:first])):
        subject = find_parted_subject(context, subject, first)
    if subject is None:
        return _read_inherited(context, first, last, cue)
    if subject[0] == subject[1] and line.low[subject[0]] in _BARE:
        return None  # "a first offer"
    if _is_noun(context, subject, last, cue, is_apart=is_apart):
        return None
    if line.low[subject[1]] in table.OWN_VOICE or is_withheld(line, subject, first, cue):
        return None
    subject = _reach_quote(context, *subject)
    if cue.lemma in _TELLING and _is_paper(line, *subject):
        cue = Cue(cue.lemma, cue.frames | {"object"})
    finding = context.finding(first, last, cue, subject)
    if not take_all(context, subject, last, cue, finding):
        return None
    is_said = (
        cue.lemma in _SAYING or bool(finding.quotes) or line.low[last + 1 : last + 2] == ["that"]
    )
    is_telling = cue.lemma in _TELLING and line.low[find_head(line, *subject)] in table.FINDINGS
    return finding if is_said or is_telling or is_agent(context, *subject) else None


def _read_opening(context: Context, last: int, cue: Cue) -> Finding | None:
    """Read a cue with which a sentence opens: "[Warning] that it might fall, Lee left"."""
    line = context.line
    near = range(last + 2, len(line.low))
    is_clause = line.low[0].endswith("ing") and line.low[last + 1 : last + 2] == ["that"]
    main = next((k for k in near if opens_main(line, k)), None) if is_clause else None
    start = find_clause(line, last, cue, is_doubtful=True) if main is not None else None
    if main is None or start is None or start >= main:
        return None
    finding = context.finding(0, last, cue, None)
    is_pronoun = line.low[main] in table.PERSONAL
    subject = find_sentence_subject(context, len(line.low), main)
    finding.source = line.span(main, main) if is_pronoun else subject
    if finding.source is None:
        return None
    finding.contents.append(context.content(start, main - 1))
    return finding


def _is_suffered(line: Line, first: int, last: int, cue: Cue) -> bool:
    """Whether the participle of a clause stands here: "a man [accused] of theft was held"."""
    if cue.lemma not in _SUFFERED or last + 2 >= len(line.low):
        return False
    after = line.low[last + 1]
    if cue.lemma == "accuse":  # but "banks it had accused of it"
        return after == "of" and _HAVING.isdisjoint(line.low[max(0, first - 3) : first])
    if cue.lemma == "tell":
        return after == "about" and line.low[last + 2] in table.OPENERS
    if cue.lemma == "read":  # "a statement read to the court"
        return after in ("to", "by", "out") and line.low[first - 1] in table.DOCUMENTS
    return after in table.DAYS


def _is_apart(context: Context, begin: int, end: int, verb: int) -> bool:
    """Whether a comma parts a subject from its verb: not so in "Lee, however, said"."""
    line = context.line
    if not line.breaks[end + 1]:
        return False
    if line.low[end + 1] not in _ASIDE:
        return True
    return end + 1 < skip_between(line, verb) or not is_agent(context, begin, end)


def _is_noun(
    context: Context, subject: tuple[int, int], last: int, cue: Cue, *, is_apart: bool
) -> bool:
    """Whether what looks like a cue is a noun: "denied reports that", "the ruling"."""
    line, word = context.line, context.line.low[last]
    if word in NOMINAL and not is_continuous(context, last):
        has_that = line.low[last + 1 : last + 2] == ["that"]
        is_paper = line.low[subject[1]] in table.DOCUMENTS
        is_paper = is_paper and line.low[subject[0]] in table.OPENERS
        if word in _READING and has_that and is_paper:
            return False  # "a statement warning that"
        first = subject[0]
        while first > 0 and line.is_name(first - 1):  # "with State Secretary Ann Lee warning"
            first -= 1
        return first == 0 or line.low[first - 1] != "with"  # "with one aide saying"
    if word not in DOUBTFUL or word in _NO_NOUNS:
        return False
    is_object = line.low[subject[1]] in CUES and line.low[subject[1]].endswith("ed")
    is_open = is_apart and not _goes_behind(context, subject, last, cue)
    return is_open or is_object or not _is_whole(context, *subject)


def _is_heard(context: Context, first: int, last: int, cue: Cue) -> bool:
    """Whether nobody speaks here: "Lee, told of it, left", "Lee, asked when, said"."""
    line = context.line
    if cue.lemma in _OBJECTS:  # "claiming the lives of two", "tells the truth"
        near = line.low[last + 1 : last + 4]
        if True not in line.breaks[last + 1 : last + 4] and not _OBJECTS[cue.lemma].isdisjoint(
            near
        ):
            return True
    is_told = cue.lemma == "tell" and line.low[last + 1 : last + 2]
    if is_told and line.low[last + 1] in ("no", "nobody", "none"):
        return True  # "told no one he was ill"
    if not line.breaks[first]:
        return False
    if line.low[first] == "told" and line.low[last + 1 : last + 2] in (["of"], ["about"]):
        return True
    later = (v for v in context.verbs if v > first)
    return cue.lemma == "ask" and any(line.breaks[v] for v in later)


def _goes_behind(context: Context, subject: tuple[int, int], last: int, cue: Cue) -> bool:
    """Whether what may be a noun is a verb behind a clause: "Lee, who is ill, [plans] to go"."""
    line, after = context.line, context.line.low[last + 1 : last + 2]
    if not after or (after[0] == "to" and "to" not in cue.frames):
        return False
    is_subject = line.is_name(subject[1]) or is_agent(context, *subject)
    opens = after[0] in table.OPENERS or line.is_name(last + 1)
    return is_subject and (opens or after[0] in ("to", "that"))


def _is_paper(line: Line, first: int, last: int) -> bool:
    """Whether a noun phrase is one for a paper: "a survey conducted in June by the college"."""
    return line.low[find_head(line, first, last)] in table.DOCUMENTS


def _is_loose(context: Context, first: int, last: int, cue: Cue) -> bool:
    """Whether "saying:" goes with the subject of the sentence: "wrote to Lee saying: “…”"."""
    line = context.line
    gap = line.gaps[last + 1]
    if cue.lemma != "say" or gap == " " or set(gap).isdisjoint(':"“'):
        return False
    subject = find_subject(line, first)
    is_own = subject is not None and subject[0] > 0 and line.low[subject[0] - 1] == "with"
    return not is_own and not is_continuous(context, last)


def _is_whole(context: Context, first: int, last: int) -> bool:
    """Whether a noun phrase is complete: "the ministry", "Khan", "critics", not "government"."""
    line = context.line
    if first == last and line.low[last] in _PAPERS and not line.low[last + 1].endswith("ed"):
        return True  # "research shows"
    if line.low[last + 1] in BASE:  # "analysts claim", but "the Russian state"
        if line.gaps[last + 1] in GENITIVES or line.low[first] in ("a", "an"):
            return False  # "the Tories’ claim"
        head = find_head(line, first, last)
        is_many = line.low[head].endswith("s") or line.low[head] in table.UNNAMED
        return is_many or line.low[last] in _MANY
    is_name = line.is_name(last) and (
        last > 0
        or line.words[0].isupper()
        or context.page.is_known(line.low[0])
        or line.low[0] in table.PLACES
        or _is_plural(line, last)  # "Officials expected"
    )
    if "-" in line.low[last] and not line.is_name(last):
        return False  # "the pro-reform protests"
    return (
        is_name
        or line.low[first] in table.OPENERS
        or (first < last and line.low[first].endswith(("s", "'s")))
        or (line.breaks[last + 1] and _is_plural(line, last))  # "traders, who left, fear the end"
    )


def _is_plural(line: Line, k: int) -> bool:
    """Whether a word is a plural of people that owns nothing: "officials", not "officials’"."""
    word = line.low[k]
    is_many = word.endswith("s") and not word.endswith(("ss", "'s"))
    return is_many and line.gaps[k + 1] not in GENITIVES and table.is_agent(word)


def _reach_quote(context: Context, first: int, last: int) -> tuple[int, int]:
    """Return a subject with the name that stands between it and a quote: “…,” Ann Lee, a nurse."""
    line, begin = context.line, first
    while begin > 0 and line.is_name(begin - 1) and (begin < first or line.breaks[first]):
        begin -= 1
    quote = context.page.quote_before(line.starts[begin]) if begin < first else None
    return (begin, first - 1) if quote and quote.span.end > line.start else (first, last)


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
    is_end = behind + 1 >= len(line.words) or line.breaks[behind + 1]
    is_end = is_end or line.low[behind + 1] in BEHIND
    if quote is not None and quote.is_fragment and is_apart and not is_end:
        return None  # "Ann Lee, who called it “bad”, said it was late"
    if quote is not None and (not quote.is_fragment or page.is_tied(quote, position)):
        take_quote_left(context, quote, finding)
        take_more(context, line.ends[behind], finding)
        return finding
    if "listener" in cue.frames and "clause" not in cue.frames:
        return None  # "Lee, a Republican, urged the governor to go"
    is_end = is_end and is_agent(context, last + 1, behind)
    ends = (k for k in range(behind + 1, len(line.words)) if ";" in line.gaps[k])
    rest = line.low[behind + 1 : next(ends, len(line.words))]
    # "The cell, says Ann Lee, is odd"
    is_inserted = line.is_name(last + 1) or is_agent(context, last + 1, behind)
    is_inserted = is_inserted and "," in line.gaps[behind + 1]
    is_inserted = is_inserted and not table.FINITE.isdisjoint(rest[:1])
    is_open = not is_inserted and rest[:1] not in (["who"], ["which"])
    is_clause = not table.AUXILIARIES.isdisjoint(rest) or opens_quote(line.gaps[behind + 1])
    is_clause = is_clause and is_apart and is_open
    if is_clause and (line.low[behind] in table.PERSONAL or not has_clause(line, 0, first)):
        return None  # "His mother, Ann, said her son, Tom, had left"
    if first and is_end and take_left(context, first, behind, cue, finding):
        return finding
    return None


def _read_inherited(context: Context, first: int, last: int, cue: Cue) -> Finding | None:
    """Read a verb whose subject stands with another: ", adding that …", "and said …"."""
    alone = _read_opening(context, last, cue) if first == 0 else None
    alone = alone or _read_purposive(context, first, last, cue)
    if alone is not None:
        return alone
    line, m = context.line, skip_between(context.line, first)
    joint = _skip_inserted(line, m) if m >= 0 and line.breaks[m + 1] else m
    is_joined = (joint >= 0 and line.low[joint] in _JOINING) or is_series(
        line, first, context.verbs
    )
    is_joined = is_joined or (
        first > 1 and line.low[first - 1] == "then" and line.breaks[first - 1]
    )
    is_trailing = first > 0 and line.breaks[first] and line.low[first].endswith("ing")
    if not (is_joined or is_trailing or line.low[first] == "saying"):
        return None
    finding = context.finding(first, last, cue, None)
    if is_joined and is_passive_too(line, first):
        finding.is_agentless = True  # "was fined and ordered to pay"
        return finding if take_right(context, None, last, cue, finding) else None
    before = [f for f in context.found if f.cue < finding.cue and not f.is_agentless]
    if len(before) > 1:
        before = [f for f in before if not _is_inner(f, before, cue, is_trailing=is_trailing)]
    earlier = (found.source for found in sorted(before, key=lambda f: f.cue, reverse=True))
    own = find_part_subject(context, first) if is_trailing else None
    finding.source = own or next(earlier, None) or find_sentence_subject(context, first)
    is_denied = "not" in line.low[m + 1 : first] and cue.lemma in GIVING
    if finding.source is None or is_denied:
        return None
    if line.low[bisect_left(line.starts, finding.source.start)] in table.OWN_VOICE:
        return None
    if not take_right(context, None, last, cue, finding):
        return None
    return finding


def _skip_inserted(line: Line, last: int) -> int:
    """Return the word before "in the same breath" between commas: "and, in the …, said"."""
    first = line.find_break(last)
    is_inserted = line.low[first] in table.PREPOSITIONS and "," in line.gaps[first]
    return first - 1 if is_inserted and "," in line.gaps[last + 1] else last


def _read_purposive(context: Context, first: int, last: int, cue: Cue) -> Finding | None:
    """Read a verb for which somebody did another thing: "Lee rang the station to [say]"."""
    line = context.line
    is_to = first > 2 and line.low[first - 1] == "to" and cue.lemma.startswith(line.low[first])
    if not is_to or _PUBLIC.isdisjoint(cue.frames):
        return None
    subject = find_purposive_subject(context, first - 1) or find_led(context, first - 1)
    if subject is None:
        return None
    finding = context.finding(first, last, cue, subject)
    return finding if take_right(context, subject, last, cue, finding) else None


def _is_inner(finding: Finding, others: list[Finding], cue: Cue, *, is_trailing: bool) -> bool:
    """Whether a cue stands in what another hands over, and does not hand over a later one.

    "Lee said Khan had [claimed] it, adding", "Lee said voters [wanted] it and called for".
    """
    is_saying = finding.lemma in CUES and "quote" in CUES[finding.lemma].frames
    if not is_trailing and (is_saying or _PUBLIC.isdisjoint(cue.frames)):
        return False
    at = finding.cue.start
    return any(span.start <= at < span.end for other in others for span in other.contents)
