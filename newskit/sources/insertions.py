"""What stands between commas, brackets or dashes behind a name or a role, and the run of a name."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.lines import Line
from newskit.sources.name_forms import KIN

_LONGEST_INSIDE: Final = 8  # words in brackets
_STRONG, _WEAK = frozenset('"“”:;'), frozenset(",)—–-")
_QUOTES, _ENDS = frozenset("\"'“”‘’"), frozenset(".;:!?")
_BEFORE_TITLES: Final = frozenset("state former retired then acting late".split())
_OPENERS: Final = frozenset("as when while after although though if in on at".split())


def skip_insertions(line: Line, last: int) -> int | None:
    """Return the last word before what is inserted between commas, brackets or dashes."""
    gap = line.gaps[last + 1]
    if not _QUOTES.isdisjoint(gap):
        return _skip_quoting(line, last)
    if _WEAK.isdisjoint(gap) or not _STRONG.isdisjoint(gap):
        return None
    first = line.find_break(last)
    while first > 0 and _STRONG.isdisjoint(line.gaps[first]):
        if ")" in gap:
            while first > 0 and "(" not in line.gaps[first] and last - first < _LONGEST_INSIDE:
                first = line.find_break(first - 1)  # "(Lab, Hull)"
            return first - 1
        before = line.find_break(first - 1)
        if ")" in line.gaps[first]:  # "Ann Lee (Lab, Hull), who leads the council"
            while before > 0 and "(" not in line.gaps[before]:
                before = line.find_break(before - 1)
        if _is_told_behind(line, before, first, last):
            return last
        head = line.low[before]
        is_more = head[0].isdigit() or head in ("who", "which", "whose", "a", "an", "of")
        is_more = is_more or (head == "and" and line.low[before + 1] in ("who", "which"))
        is_more = is_more or "(" in line.gaps[before] or _is_place_behind(line, before, first - 1)
        is_more = is_more or is_role_behind_name(line, before, first - 1)
        if head == "the" and before > 0 and line.low[before - 1] not in table.LEADS:
            is_more = first - before > 1 and line.is_name(before - 1) and line.breaks[before]
            is_more = is_more and line.is_name(line.find_break(before - 1))
        if before == 0 or not is_more:
            return first - 1
        if head in ("a", "an") and line.low[line.find_break(before - 1)] in _OPENERS:
            return first - 1  # "As Lee noted, a study by the bank, a lender, found"
        first = before
    opens = line.is_name(first) or line.low[first] in table.DETERMINERS
    opens = opens and line.low[first] not in table.NUMERALS  # "Two died, said Ann Lee, and"
    return last if first == 0 and opens and line.low[0] not in table.PREPOSITIONS else None


def _skip_quoting(line: Line, last: int) -> int | None:
    """Return the last word before a clause that quotes: "Ann Lee, [who called it “bad”,] said"."""
    is_quoting = False
    for k in range(last, 0, -1) if "," in line.gaps[last + 1] else ():
        gap = line.gaps[k]
        if "," in gap and is_quoting and line.low[k] in table.RELATIVES:
            return k - 1
        is_quoting = is_quoting or not _QUOTES.isdisjoint(gap)
        if not _ENDS.isdisjoint(gap):
            return None
    return None


def _is_told_behind(line: Line, before: int, first: int, last: int) -> bool:
    """Whether an insertion tells who is meant: "another, [Ann Lee of Dover], said"."""
    run, opener = find_run(line, first, last), line.low[first]
    if run > first and line.low[run - 1] in ("named", "called") and line.is_name(last):
        return True  # "its director, a clerk named Ann Lee, said"
    if line.low[before] not in ("one", "another") or not line.is_name(last):
        return _is_name_behind_role(line, before, first, last)
    is_asked = opener.endswith("ed") and line.low[first + 1] in table.PREPOSITIONS
    return not (is_asked or opener in table.RELATIVES | table.PREPOSITIONS)


def _is_name_behind_role(line: Line, before: int, first: int, last: int) -> bool:
    """Whether a name stands behind what it is: "the information minister, [Michael Makuei]"."""
    if line.low[before] in ("and", "but") and before + 1 < first:
        before += 1  # "and its chair, Jerome Pell"
    if line.low[first] in _BEFORE_TITLES and first < last:
        first += 1  # "state Sen. Walt Amory"
    if _is_place_behind(line, first, last):
        return False
    if line.low[first] == "the":  # "her teacher, the late Ann Lee"
        first = next((k for k in range(first + 1, last) if line.is_name(k)), first)
    is_name = last - first < 5 and all(line.is_name(k) for k in range(first, last + 1))
    is_owned = line.low[before].endswith("'s")  # "Moscow's man in Cairo, Oleg Petrov"
    is_role = line.low[first - 1] in table.ROLES or line.low[first - 1] in KIN
    is_role = is_role or is_owned or line.low[before] in table.DETERMINERS
    is_role = is_role or line.low[before] in table.ROLES or line.low[before] == "head"
    return is_name and is_role and line.low[first] not in table.DAYS


def is_role_behind_name(line: Line, first: int, last: int, *, open_end: bool = False) -> bool:
    """Whether a name and a comma stand before a role: "Ann Lee, [head of the port]"."""
    if first < 2 or line.gaps[first].strip() != "," or not line.is_name(first - 2):
        return False
    ends = (k for k in range(first, last + 1) if line.low[k] in table.PREPOSITIONS)
    role = line.low[first : next(ends, last + 1)]
    is_role = role[-1:] and (role[-1] in table.ROLES or role[-1] == "head")
    is_bare = role[:1] and (role[0] not in table.DETERMINERS or (open_end and role[0][0] == "a"))
    if not (is_role and is_bare and line.is_name(first - 1)):
        return False
    begin = find_run(line, 0, first - 1)  # not "On Monday, a judge", not "in the Echo, a bishop"
    before = line.low[max(0, begin - 1) : first]
    return table.PREPOSITIONS.isdisjoint(before) and before[0] != "the"


def _is_place_behind(line: Line, first: int, last: int) -> bool:
    """Whether one name behind a comma says where the name before it is: "the Treasury, London"."""
    is_name = first > 0 and line.is_name(first - 1) and first == last and line.is_name(first)
    return is_name and line.breaks[first] and line.low[first - 1] not in table.ROLES


def find_run(line: Line, first: int, last: int) -> int:
    """Return the first word of the name that ends with word ``last``."""
    while last > first and line.is_name(last - 1):
        last -= 1
    return last
