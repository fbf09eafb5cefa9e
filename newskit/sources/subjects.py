"""Whose sentence it is: the subject of a whole sentence, and who can be one that says things."""

from __future__ import annotations

from typing import Final

from newskit.article import Span
from newskit.sources import lexicon as table
from newskit.sources.cues import CUES
from newskit.sources.insertions import find_run
from newskit.sources.name_forms import KIN
from newskit.sources.page import Context
from newskit.sources.phrases import find_behind, find_first, find_head, find_subject

# Past tenses without -ed that a noun phrase may take along.
DID: Final = frozenset(
    "cut made gave took won lost fell rose became brought began came went saw led left held put "
    "paid sold sent hit ran grew said threw flew drew knew wrote spoke broke chose drove rode sang "
    "stood sat met got kept found meant bought caught fought sought struck beat wore shook".split()
)
_SOME: Final = (
    table.NUMERALS
    | table.QUANTITIES
    | frozenset("one another each none any both all half several".split())
)
# What somebody does who is about to speak.
_COMING_FORWARD: Final = frozenset(
    "called rang phoned telephoned wrote emailed e-mailed texted tweeted rose stood appeared used "
    "took forced compelled obliged went came returned interrupted intervened visited stepped "
    "seized emerged".split()
)
_BEFORE_DAYS: Final = frozenset("on in late early last this".split())
_LEADING: Final = frozenset("leading led prompting prompted forcing forced causing caused".split())
_CALLED_ON: Final = frozenset(("on", "for", "upon"))
_FAR: Final = 12  # words between such a verb and "to"
# With these a sentence opens before its subject: "Speaking in Paris, Lee …".
OPENERS: Final = table.PREPOSITIONS | {
    "speaking",
    "asked",
    "as",
    "when",
    "while",
    "asking",
    "talking",
}


def is_agent(context: Context, first: int, last: int) -> bool:
    """Whether a noun phrase is somebody who can say things, or a paper that can."""
    line = context.line
    head = find_head(line, first, last)
    word = line.low[head].split("'")[0]
    if line.low[head + 1 : head + 2] == ["of"] and word in _SOME:
        of_whom = line.low[last]  # "two of those colleagues"
        return line.is_name(last) or of_whom in ("them", "us") or table.is_agent(of_whom)
    if line.is_name(head) and (head > 0 or word not in table.LEADS):
        is_thing = head == 0 and word.endswith(table.THING_ENDINGS)
        return not is_thing or word in table.PLACES
    return table.is_agent(word)


def find_sentence_subject(context: Context, before: int, first: int = 0) -> Span | None:
    """Return the name, pronoun or noun phrase that begins the sentence or a part of it."""
    line = context.line
    heads = [first, *(k for k in range(first + 1, before) if line.breaks[k])]
    for head in heads:
        k = head
        while k < before and (line.low[k] in table.LEADS or line.low[k] in table.DAYS):
            k += 1
        if k + 1 < before and line.low[k] in _BEFORE_DAYS and line.low[k + 1] in table.DAYS:
            k += 2  # "Late Tuesday she spoke up, telling followers"
        is_head = k < before and context.is_noun_phrase(k) and line.low[k] not in OPENERS
        is_head = is_head and not (  # "Reached at home, Lee said"
            k == 0
            and line.low[k].endswith("ed")
            and (line.low[k + 1] in table.PREPOSITIONS | table.DAYS or line.breaks[k + 1])
        )
        last = find_behind(line, k, opens=True) if is_head else None
        if last is not None and (found := _shorten_subject(context, k, last)) is not None:
            return find_name_behind(context, last + 1) or found
    return None


def find_part_subject(context: Context, before: int) -> Span | None:
    """Return the subject of the part of a sentence in front: ", and a judge agreed, [ruling]"."""
    line, k = context.line, context.line.find_break(before - 1)
    if k == 0 or line.low[k] not in ("and", "but", "while") or not context.is_noun_phrase(k + 1):
        return None
    last = find_behind(line, k + 1)
    found = None if last is None else _shorten_subject(context, k + 1, last)
    return found if found is not None and found.end < line.starts[before - 1] else None


def find_parted_subject(
    context: Context, near: tuple[int, int] | None, verb: int
) -> tuple[int, int] | None:
    """Return the subject that a relative clause parts from its verb, if ``near`` cannot be it.

    "[Ann Lee], who says she has “no time”, intends to", "[Groups] that have lost money worry".
    """
    line = context.line
    is_apart = line.breaks[verb] and "," in line.gaps[verb]
    is_object = near is not None and line.low[near[1]] in ("him", "her", "them", "us", "me")
    if near is not None and is_agent(context, *near) and not is_object:
        return near
    if line.low[verb].endswith("ing") or line.low[verb - 1] == "to":
        return near
    for k in range(1, verb - 1):
        if line.low[k] not in ("who", "which", "that") or line.breaks[k] != is_apart:
            continue
        if is_apart and "," not in line.gaps[k]:
            continue
        if not is_apart and not _is_near_relative(context, k, verb):
            continue
        last = k - 1
        while last > 1 and line.low[last].isdigit() and line.breaks[last]:
            last -= 1  # "Ann Lee, 68, who"
        first = find_first(line, last)
        is_source = first is not None and is_agent(context, first, last)
        return (first, last) if first is not None and is_source else near
    return near


def find_purposive_subject(context: Context, to: int) -> tuple[int, int] | None:
    """Return who did something in order to speak: "[Lee] rang the station to say"."""
    line = context.line
    for k in range(to - 1, max(0, to - _FAR), -1):
        if line.breaks[k + 1]:
            return None
        if line.low[k] == "used" and table.OCCASIONS.isdisjoint(line.low[k:to]):
            return None
        if line.low[k] in _COMING_FORWARD and line.low[k + 1] not in _CALLED_ON:
            subject = find_subject(line, k)
            return subject if subject is not None and is_agent(context, *subject) else None
    return None


def find_led(context: Context, to: int) -> tuple[int, int] | None:
    """Return who was led to speak: "leading [him] to quip", "prompted [Ann Lee] to say"."""
    line, last = context.line, to - 1
    if last < 1 or line.breaks[to]:
        return None
    first: int | None = last
    if line.is_name(last):
        first = find_run(line, 0, last)
    elif line.low[last] not in ("him", "her", "them"):
        first = find_first(line, last)
    return (first, last) if first and line.low[first - 1] in _LEADING else None


def _is_near_relative(context: Context, k: int, verb: int) -> bool:
    """Whether from a "who" to a verb there is one relative clause: "[who] have left worry"."""
    line, before = context.line, context.line.low[k - 1]
    if any(line.breaks[k : verb + 1]) or before in CUES or before.endswith("ing"):
        return False
    return not any(v < k or k + 1 < v < verb for v in context.verbs if v != verb)


def find_name_behind(context: Context, first: int) -> Span | None:
    """Return the name between commas behind a subject: "a spokesman, Tom Lee, declined"."""
    line = context.line
    if first >= len(line.words) or "," not in line.gaps[first]:
        return None
    first += line.low[first] in ("state", "former") and first + 1 < len(line.words)
    last = first
    if not line.is_name(first):
        return None
    if line.low[first].startswith(("r-", "d-", "i-")):
        return None  # "Rep. Ann Lee, R-W.Va., …"
    while last + 1 < len(line.words) and line.is_name(last + 1) and not line.breaks[last + 1]:
        last += 1
    is_kin = line.low[max(0, first - 1)] in KIN  # "her mother, Joan, said"
    is_closed = last + 1 == len(line.words) or "," in line.gaps[last + 1]
    return line.span(first, last) if is_closed and (last > first or is_kin) else None


def _is_verb(word: str) -> bool:
    return word in DID or word in table.BETWEEN or word.endswith("ed")


def _shorten_subject(context: Context, first: int, last: int) -> Span | None:
    """Return a noun phrase cut behind its head, since a verb may have been taken along."""
    line = context.line
    is_named = line.is_name(first) and line.low[first] not in table.DETERMINERS
    run = first
    while is_named and run < last and line.is_name(run + 1) and not line.breaks[run + 1]:
        run += 1
    if first < run < last and _is_verb(line.low[run + 1]) and not line.low[run].endswith("'s"):
        return line.span(first, run)  # "Quarterback Dak Hollis [threw] …"
    past = (m for m in range(first + 1, last + 1) if line.low[m].endswith("ed"))
    ended = (m for m in past if line.low[m] in CUES or is_agent(context, first, m - 1))
    last = next(ended, last + 1) - 1
    did = (m for m in range(first + 1, last + 1) if line.low[m] in DID and not line.is_name(m))
    last = next(did, last + 1) - 1
    while last > first and not line.is_name(last) and not table.is_agent(line.low[last]):
        last -= 1
    if line.low[last].endswith("'s"):
        return None
    is_main = line.low[first] in table.PERSONAL and line.low[max(0, first - 1)] not in OPENERS
    return line.span(first, last) if last > first or is_named or is_main else None
