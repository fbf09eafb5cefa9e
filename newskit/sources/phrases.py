"""The noun phrases of a sentence: the subject before a verb, the speaker behind one."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import CUES, SAYING
from newskit.sources.insertions import find_run, is_role_behind_name, skip_insertions
from newskit.sources.lines import Line
from newskit.sources.name_forms import KIN
from newskit.sources.reduced_clauses import is_done, is_engaged

_LONGEST: Final = 14  # words in the name of a source
_INNER: Final = frozenset("in for of at over".split())
_INNER_ENDS: Final = table.PERIODS | frozenset(
    "turn fact effect past private public part course".split()
)
_LONGEST_INNER: Final = 4  # words
# Before these "to" belongs to the verb: "went on to say", "appeared to suggest".
_BEFORE_TO: Final = frozenset(
    "liked likes loved tended used on appeared appear appears seemed seem seems continued "
    "continues began has had "
    "have".split()
)
_BEHIND_SPEAKERS: Final = frozenset(
    "during after before this last via through with under about".split()
)
_TELLERS: Final = table.UNNAMED - frozenset("people women men those many some others".split())
NO_HEADS: Final = table.STOPS | table.PREPOSITIONS | table.LEADS
_PARTING: Final = (
    table.STOPS
    | table.PREPOSITIONS
    | table.PERSONAL
    | SAYING
    | {cue for cue in CUES if cue.endswith(("ed", "ing"))}
    | {"and", "&"}
)
_COUNTED: Final = table.UNNAMED | {"percent", "per"}
_DONE: Final = frozenset("done seen made met read known".split())
_BEFORE_DATES: Final = frozenset("on in late early last".split())
_BOTH: Final = table.WORK | frozenset(KIN)
_NEAR: Final = 4  # words between "who" and its object


def find_subject(line: Line, verb: int) -> tuple[int, int] | None:
    """Return the first and last word of the subject in front of a verb, if there is one.

    "Imran Khan, the prime minister, has also said": Imran, Khan.
    """
    last = skip_between(line, verb)
    if last < 0:
        return (0, 0) if line.low[0] == "both" else None
    if line.breaks[last + 1]:
        behind = skip_insertions(line, last)
        if behind is None:
            return None
        last = behind
    if not line.is_name(last) and not table.IDENTIFIED.isdisjoint(line.low[: last + 1]):
        last = _skip_untold(line, last)
    is_dated = line.low[last] in table.PARTICIPLES or (last > 0 and is_done(line, last))
    is_dated = is_dated and not line.breaks[last] and last > 0
    if is_dated and (line.low[last + 1] in _BEFORE_DATES or line.low[last + 1] in table.DAYS):
        last -= 1  # "a poll released Monday found", "conducted in August"
    first = find_first(line, last)
    if first is None:
        return None
    is_joined = first > 1 and line.low[first - 1] == "and" and line.low[first] in ("her", "his")
    if is_joined and line.is_name(first - 2) and not any(line.breaks[first - 1 : first + 1]):
        both = last if line.is_name(last) else first - 2  # "and her co-author Ben Poe"
        return find_run(line, 0, first - 2), both  # "Ann Lee and her colleagues write"
    named = first - 1 - (first > 2 and line.low[first - 1].isdigit() and line.breaks[first - 1])
    is_who = line.low[last] == "who" and line.low[first] in ("a", "an") and line.breaks[first]
    if is_who and named > 0 and line.is_name(named) and "," in line.gaps[first]:
        return find_run(line, 0, named), named  # "Ann Lee, 84, a nurse who says"
    if first > 1 and line.breaks[first] and is_role_behind_name(line, first, last, open_end=True):
        return find_run(line, 0, first - 1), first - 1  # "Ann Lee, head of the port said"
    return first, last


def _skip_untold(line: Line, last: int) -> int:
    """Return the last word before "who asked not to be named [because of the rules]"."""
    who = next((k for k in range(last, 0, -1) if line.low[k] == "who"), None)
    if who is None or any(line.breaks[who : last + 1]):
        return last
    return last if table.IDENTIFIED.isdisjoint(line.low[who : last + 1]) else who - 1


def skip_between(line: Line, verb: int) -> int:
    """Return the word before a verb's auxiliaries and adverbs; -1 at the head of the sentence."""
    last, low, breaks = verb - 1, line.low, line.breaks
    if last > 0 and not breaks[verb]:
        if low[last].isdigit() and low[last - 2 : last] in (["who", "in"], ["which", "in"]):
            last -= 2  # "who in 2024 assured"
        elif low[last] in table.DAYS or (low[last].isdigit() and low[last - 1] == "in"):
            last -= 2 if low[last - 1] in _BEFORE_DATES else 1
        elif low[last] in ("there", "here"):
            last -= 1  # "officials there said"
        elif last > 1 and low[last] in _INNER_ENDS:
            last = _skip_inner(line, last)
    while last >= 0 and not breaks[last + 1] and line.is_between(last):
        before = low[max(0, last - 1)]
        is_habit = before == "used" and low[verb].endswith("ing")  # "used to seeing them"
        if low[last] == "to" and (is_habit or before not in _BEFORE_TO):
            break
        last -= 1
    return last


def _skip_inner(line: Line, last: int) -> int:
    """Return the word before "last night", "in the past", "for years", if a verb is around it."""
    low = line.low
    if low[last - 1] in ("last", "this"):
        return last - 2  # "Lee last night denied"
    for k in range(last - 1, max(0, last - _LONGEST_INNER), -1):
        if low[k] in _INNER and low[k - 1] in table.AUXILIARIES:
            return k - 1  # "has in the past said", "are in turn demanding"
    return last


def find_head(line: Line, first: int, last: int) -> int:
    """Return the word that says what a noun phrase is: "a [survey] conducted by the college"."""
    for k in range(first, last):
        if line.breaks[k + 1] or (line.low[k + 1] in table.NOUN_ENDS and ends_noun(line, k + 1)):
            k -= line.low[k] == "out"  # "[a survey] carried out for them"
            return k - (k > first and is_done(line, k))  # "[analysts] polled by Reuters"
    return last


def ends_noun(line: Line, k: int) -> bool:
    """Whether a word stands behind what a noun phrase is: not so in "a [written] statement"."""
    word, before = line.low[k], line.low[k - 1]
    is_front = word in table.PARTICIPLES and before in table.DETERMINERS
    return word in table.NOUN_ENDS and not is_front


def find_first(line: Line, last: int) -> int | None:
    """Return the first word of the noun phrase that ends with word ``last``, if it is one."""
    word = line.low[last]
    if "'" in word:
        word = word.split("'")[0]
    if word in table.PERSONAL:
        return last
    if word in ("who", "which", "that"):
        before = last - 1
        if word != "who":
            begin = line.find_break(before)
            if begin > 1 and line.breaks[last] and line.low[begin] in table.PARTICIPLES:
                before = begin - 1  # "the report, released that morning, which found"
            return _find_nearest(line, before)
        return last if before < 0 else _find_who(line, before, is_apart=line.breaks[last])
    if word in NO_HEADS:
        return None
    first = last
    while first > 0 and last - first < _LONGEST and _goes_left(line, first):
        first -= 1
    owner = _find_antecedent(line, first)
    return _trim_left(line, first, last) if owner is None else owner


def _find_who(line: Line, before: int, *, is_apart: bool) -> int:
    """Return the first word of what a "who" behind word ``before`` stands for."""
    begin = line.find_break(before)
    is_role = begin > 0 and line.low[begin] in table.DETERMINERS and line.is_name(begin - 1)
    is_role = is_role or is_role_behind_name(line, begin, before)
    if is_apart and is_role:  # "Ann Lee, a nurse at the Royal Hospital, who"
        return find_run(line, 0, begin - 1)
    if is_apart and line.is_name(before):
        run = find_run(line, 0, before)
        head = run - 1 - (line.low[run - 1] == "the") if run > 2 else 0
        if head > 0 and line.low[head] in ("of", "at", "from") and line.is_name(head - 1):
            return find_run(line, 0, head - 1)  # "Ann Lee of the Dover Herald, who"
        return run
    found = find_first(line, before)
    if found is None:
        return before + 1
    ends = [k for k in range(found, before) if line.low[k] in table.PREPOSITIONS]
    head = ends[0] - 1 if ends else before
    is_other = is_apart or line.is_name(before) or line.low[before] in _TELLERS
    if is_other and ends and not line.is_name(head) and not table.is_agent(line.low[head]):
        return ends[-1] + 1  # "criticism from local leaders, who"
    return found


def _find_antecedent(line: Line, first: int) -> int | None:
    """Return where "a judge who has" begins, if that stands before word ``first``."""
    who = first - 1
    if who > 0 and is_engaged(line, who):
        return find_first(line, who - 1)
    if who > 1 and line.low[who] == "by" and is_done(line, who - 1):
        return find_first(line, who - 2)  # "analysts polled by Reuters"
    if line.breaks[first]:
        return None  # "a project which, lawmakers say, will"
    while who > max(0, first - _NEAR) and _is_verbal(line.low[who]):
        who -= 1  # "analysts who have done [the calculations]"
    if who < 1 or line.low[who] not in ("who", "which") or line.breaks[who]:
        return None
    return find_first(line, who - 1)


def _is_verbal(word: str) -> bool:
    return word in table.AUXILIARIES or word in _DONE or word.endswith("ed")


def _find_nearest(line: Line, last: int) -> int | None:
    """Return the first word of the shortest noun phrase before a "which"."""
    for first in range(last, max(-1, last - 8), -1):
        if line.low[first] in table.DETERMINERS or line.low[first].endswith("'s"):
            return first - 1 if first and line.low[first - 1] in table.DETERMINERS else first
        if line.breaks[first] or (first and line.low[first - 1] in table.PREPOSITIONS):
            return first if line.is_name(first) else None
    return last if last >= 0 and line.is_name(last) else None


def _goes_left(line: Line, first: int) -> bool:
    """Whether the noun phrase that begins at ``first`` so far takes in the word before."""
    if line.breaks[first]:
        return False
    before, here = line.low[first - 1], line.low[first]
    if before not in _PARTING and here not in table.DETERMINERS:  # as with most
        is_plain = not before.endswith("ly") or line.is_name(first - 1)
        return is_plain or line.low[max(0, first - 2)] in ("a", "an")  # "a visibly upset Hale"
    if before == "by" and line.low[max(0, first - 2)].endswith("ed"):
        return False  # "criticised by the commission, which said"
    if before == "and" and "between" in line.low[max(0, first - 5) : first]:
        return True  # "the quarrel between Russia and the West"
    if before in table.PREPOSITIONS and here not in table.PREPOSITIONS:
        return before not in table.STOPS
    if before == "the" and here in table.NUMERALS:
        return True
    if before == "that" and (first == 1 or line.breaks[first - 1]):
        return here not in table.DETERMINERS  # "that official said"
    if before in table.STOPS or before in table.PERSONAL or here in table.DETERMINERS:
        return False
    if before in ("and", "&"):
        return _is_joined(line, first)
    if before.endswith("ly") and not line.is_name(first - 1):
        return False
    if before in CUES and before.endswith(("ed", "ing")):
        return not line.is_name(first)
    return before not in SAYING or line.is_name(first - 1)  # "critics say [the plan] …"


def _is_joined(line: Line, first: int) -> bool:
    """Whether an "and" before a word stands within a noun phrase."""
    if first > 2 and line.low[first - 3] in table.DETERMINERS and not line.breaks[first - 1]:
        return not any(line.breaks[first - 2 : first])  # "the trade and industry secretary"
    return first > 1 and line.is_name(first) and line.is_name(first - 2)


def _trim_left(line: Line, first: int, last: int) -> int | None:
    """Return where a noun phrase begins once "But", "On Tuesday", "In Washington" are off."""
    while first <= last:
        word = line.low[first]
        is_clause = word.endswith("ing") and line.low[first + 1 : first + 2] and line.is_name(last)
        if is_clause and line.low[first + 1] in table.PREPOSITIONS and first + 2 < last:
            return find_run(line, first, last)  # "Speaking in Harrogate Mr Kennedy"
        if word in table.PREPOSITIONS:
            first += 1
            if line.is_name(last) and any(not line.is_name(k) for k in range(first, last)):
                return find_run(line, first, last)  # "During his time there Mr Khan"
            while first < last and line.is_name(first) and line.low[first] not in table.TITLES:
                first += 1
        elif word in table.BEFORE_PERIODS and line.low[min(first + 1, last)] in table.PERIODS:
            first += 2
        elif word.isdigit() and line.low[min(first + 1, last)] in _COUNTED:
            return first  # "44 percent of Americans"
        elif word in table.LEADS or word in table.DAYS or word.isdigit():
            first += 1
        else:
            return first
    return None


def find_behind(line: Line, first: int, *, far: bool = False, opens: bool = False) -> int | None:
    """Return the last word of the noun phrase that begins with ``first``, if it is one.

    Behind a verb ("said Khan in Paris") it ends where a place or time begins; with ``far``
    ("according to a report in the Times") it goes on to the next break. ``opens``: it may stand
    behind a break.
    """
    if first >= len(line.words) or line.low[first] in table.STOPS:
        return None
    if line.breaks[first] and not opens:
        return None
    if line.low[first] in table.PREPOSITIONS or line.low[first] in table.DAYS:
        return None
    if line.low[first] in table.PERSONAL:
        return first
    last = first
    while (
        last + 1 < len(line.words)
        and last - first < _LONGEST
        and _goes_right(line, last + 1, far=far)
    ):
        last += 1
    return last


def _goes_right(line: Line, k: int, *, far: bool) -> bool:
    word = line.low[k]
    if line.breaks[k] or word in table.AUXILIARIES:
        return False
    if word in table.DAYS and not far and not (word == "today" and line.is_name(k)):
        return False
    if word in ("and", "&"):
        if k + 1 >= len(line.words):
            return False
        is_double = line.low[k - 1] in _BOTH and line.low[k + 1] in _BOTH  # "her [son] and [agent]"
        return is_double or (line.is_name(k - 1) and line.is_name(k + 1))
    if word in ("on", "in", "by", "to"):
        return far
    if (word in _BEHIND_SPEAKERS and not far) or word in table.PERSONAL:
        return False
    return word not in table.STOPS


def is_apposed(line: Line, k: int) -> bool:
    """Whether from a word on there is only what somebody is: "a nurse", "Dover spokesman"."""
    opens = line.low[k] in table.ARTICLES or line.is_name(k)
    who = next((m for m in range(k + 1, len(line.low)) if line.low[m] == "who"), len(line.low))
    return opens and table.AUXILIARIES.isdisjoint(line.low[k:who]) and not any(line.breaks[k + 1 :])
