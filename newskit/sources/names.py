"""The names in a text, their fullest forms, and the roles in which people are introduced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.given_names import guess_pronoun
from newskit.sources.lines import Line
from newskit.sources.name_forms import (
    NEVER,
    OFFICES,
    Name,
    find_kin,
    find_kind,
    find_names,
    is_bare,
    is_place,
    is_told,
)

_OPENING: Final = frozenset("\"“‘'«:")
_HONORIFICS: Final = {
    **dict.fromkeys("mr sir lord king prince".split(), "he"),
    **dict.fromkeys("mrs ms miss dame lady baroness queen princess".split(), "she"),
}
_SMALL: Final = table.DETERMINERS | table.PREPOSITIONS
_SAME: Final = {
    "gen": "general", "sen": "senator", "gov": "governor", "prof": "professor",
    "rep": "congressman", "congresswoman": "congressman", "dr": "doctor", "ceo": "executive",
}  # fmt: skip
_PAST: Final = frozenset(("former", "ex", "late"))  # "the former mayor" is not the mayor
_ROLES: Final = table.WORK | table.RANKS
_LONGEST_BODY: Final = 9
_LONGEST_ACRONYM: Final = 7
_LONGEST_ROLE: Final = 8  # words between a name's comma and the next


_Seen = tuple[Name, Line, str | None]  # a person's name, with "he" or "she" for a relative


@dataclass
class Names:
    """Who is named in a text: fullest forms by each of their words, roles, and "he" or "she".

    ``told`` are the people where they are named, with their fullest forms.
    """

    people: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)
    by_line: dict[int, Sequence[Name]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    told: list[tuple[Name, Line, str]] = field(default_factory=list)
    pronouns: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    forms: dict[tuple[str, ...], str | None] = field(default_factory=dict)  # found by find_fullest
    lines: Sequence[Line] = ()
    # Found when first asked for; no cached_property, which a compiled class does not keep.
    _roles: Mapping[str, Sequence[tuple[frozenset[str], str]]] | None = None
    _first_uses: Mapping[str, int] | None = None
    _kinds: Mapping[str, Sequence[str]] | None = None
    _longest_bodies: Mapping[str, str] | None = None

    def of_line(self, line: Line) -> Sequence[Name]:
        """Return the names in a sentence that was read."""
        return self.by_line.get(line.start, ())

    def fullest(self, low: tuple[str, ...]) -> str | None:
        """Return the full name of a person of which some words, in small letters, are part.

        The people must all be entered.
        """
        known = self.people.get(low[-1])
        if known is None:  # as with most
            return None
        if len(low) == 1:
            return known[0][0]
        if low not in self.forms:
            self.forms[low] = self.find_fullest(low)
        return self.forms[low]

    def full_of(self, name: Name) -> str | None:
        """Return the full name of a person whom a name stands for: "Mrs. Lee" is no Tom Lee."""
        known = self.people.get(name.low[-1])
        if known is None:  # as with most
            return None
        if name.titles and len(known) > 1:
            return self._find_titled(name) or self.fullest(name.low)
        full = self.fullest(name.low)
        called = _find_honorific(name) if full and name.titles else None
        if full is None or called is None:
            return full
        # A surname alone is no given name from which to guess.
        known_as = self.pronoun_of(full) if " " in full else self.pronouns.get(full)
        if known_as in (called, None):
            return full
        other = " ".join((*map(str.capitalize, name.titles), name.text))  # "Mrs Khan", not Imran
        self.pronouns.setdefault(other, called)
        return other

    def _find_titled(self, name: Name) -> str | None:
        """Return the one of several of that name who can have the title "Mr" or "Mrs"."""
        called = _find_honorific(name)
        if called is None:
            return None
        fits = [full for full, parts in self.people[name.low[-1]] if parts.issuperset(name.low)]
        fits = [full for full in fits if " " in full and self.pronoun_of(full) in (called, None)]
        sure = [full for full in fits if self.pronoun_of(full) == called]
        return next(iter(sure or fits), None)

    def find_fullest(self, low: Sequence[str]) -> str | None:
        """Return the same of the people entered so far."""
        for full, parts in self.people.get(low[-1], ()):
            if len(low) == 1 or parts.issuperset(low):
                return full
        return None

    def pronoun_of(self, name: str) -> str | None:
        """Return "he" or "she" for a person, as the text or else the given name tells it."""
        return self.pronouns.get(name) or guess_pronoun(name)

    def holder(self, role: str, words: frozenset[str]) -> str | None:
        """Return who was introduced in a role, preferring those whose introduction fits best."""
        words, held = words - _SMALL, self.roles.get(_SAME.get(role, role), ())
        fits = [
            (len(words & more), words & _PAST == more & _PAST, -i, name)
            for i, (more, name) in enumerate(held)
        ]
        return max(fits)[3] if fits else None

    def jobs_of(self, name: str) -> set[str]:
        """Return the roles and jobs in which somebody was introduced."""
        return {job for job, holders in self.roles.items() for _, held in holders if name == held}

    def sole_holder(self, role: str) -> str | None:
        """Return who was introduced in a role, if no other one was."""
        held = {name for _, name in self.roles.get(_SAME.get(role, role), ())}
        return held.pop() if len(held) == 1 else None

    @property
    def roles(self) -> Mapping[str, Sequence[tuple[frozenset[str], str]]]:
        """Who is introduced in each role, with the words of the introduction."""
        if self._roles is None:
            self._roles = _find_roles(self)
        return self._roles

    @property
    def first_uses(self) -> Mapping[str, int]:
        """Where each word, in small letters, stands first in the text."""
        if self._first_uses is None:
            self._first_uses = _find_first_uses(self)
        return self._first_uses

    @property
    def kinds(self) -> Mapping[str, Sequence[str]]:
        """The bodies of which the text says what they are: "the group, Fair Vote"."""
        if self._kinds is None:
            self._kinds = _find_kinds(self)
        return self._kinds

    @property
    def longest_bodies(self) -> Mapping[str, str]:
        """The longest names of bodies by their last word, or the first where it stands alone."""
        if self._longest_bodies is None:
            self._longest_bodies = _find_longest_bodies(self)
        return self._longest_bodies


def read_names(lines: Sequence[Line]) -> Names:
    """Return who is named in the sentences of a text.

    >>> from newskit.text.segment import segment
    >>> from newskit.sources.lines import read_lines
    >>> lines = read_lines(segment("Imran Khan, the prime minister of Pakistan, left."))
    >>> read_names(lines).holder("minister", frozenset({"prime"}))
    'Imran Khan'
    """
    names, seen = Names(lines=lines), list[_Seen]()
    for line in lines:
        found = names.by_line[line.start] = find_names(line)
        if len(found) > 1:
            _enter_acronyms(names, line, found)
        for name in found:
            first = name.first
            if first and (line.gaps[first] == " " or _OPENING.isdisjoint(line.gaps[first])):
                names.known.update(name.low)
            if not is_bare(name, line):
                kin = find_kin(name, line)
                if is_told(name, line, kin):
                    seen.append((name, line, kin))
                    continue
            if (first or len(name.low) > 1) and not is_place(name):
                text = name.text
                names.bodies[text] = names.bodies.get(text, 0) + 1
    called = {name.text for name, line, _ in seen if _is_group(name, line)}
    if called:
        seen = _move_bodies(names, seen, called)
    _join_forms(names, [name for name, _, _ in seen])
    _join_bodies(names)
    for name, line, kin in seen:
        full = names.full_of(name) or name.text
        if kin or (name.titles and (kin := _find_honorific(name))):
            names.pronouns.setdefault(full, kin)
        names.counts[full] = names.counts.get(full, 0) + 1
        names.told.append((name, line, full))
    return names


def _find_roles(names: Names) -> Mapping[str, Sequence[tuple[frozenset[str], str]]]:
    roles: dict[str, list[tuple[frozenset[str], str]]] = {}
    for name, line, full in names.told:
        for words in _find_stretches(name, line):
            role = _find_role(words) or _find_noun(words)
            if role is not None:
                roles.setdefault(role, []).append((frozenset(words), full))
    return roles


def _find_first_uses(names: Names) -> Mapping[str, int]:
    uses: dict[str, int] = {}
    for line in reversed(names.lines):  # the last one entered, so the first of the text, stays
        uses.update(zip(reversed(line.low), reversed(line.starts), strict=True))
    return uses


def _find_kinds(names: Names) -> Mapping[str, Sequence[str]]:
    kinds: dict[str, list[str]] = {}
    for line in names.lines:
        for name in names.of_line(line):
            kind = find_kind(name, line) if name.text in names.bodies else None
            if kind is not None and name.text not in kinds.setdefault(kind, []):
                kinds[kind].append(name.text)
    return kinds


def _find_longest_bodies(names: Names) -> Mapping[str, str]:
    longest: dict[str, str] = {}
    for body in names.bodies:
        low = body.lower()
        first, *more = low.split()
        can_stand = low in table.NO_PEOPLE or table.LEFT_OFF.issuperset(more)
        for word in (first if can_stand else "", more[-1] if more else ""):
            if more and word and len(longest.get(word, "")) < len(body):
                longest[word] = body
    return longest


def _find_honorific(name: Name) -> str | None:
    """Return "he" or "she", as a title before a name tells it."""
    return next((_HONORIFICS[title] for title in name.titles if title in _HONORIFICS), None)


def _move_bodies(names: Names, seen: Sequence[_Seen], called: set[str]) -> list[_Seen]:
    """Enter as bodies those that look like people and are called a group. Return the others."""
    for name, _, _ in seen:
        if name.text in called:
            name.is_person = False
            names.bodies[name.text] = names.bodies.get(name.text, 0) + 1
    return [row for row in seen if row[0].text not in called]


def _is_group(name: Name, line: Line) -> bool:
    """Whether what looks like a person is a body: "Fair Vote, a national group"."""
    return line.breaks[name.last + 1] and find_kind(name, line) in table.GENERIC


def _join_bodies(names: Names) -> None:
    """Count short forms with the names they are of; what is a person's name is no body."""
    for body in [body for body in names.bodies if names.fullest((*body.lower().split(),))]:
        del names.bodies[body]
    _guess_acronyms(names)
    for short in names.acronyms.keys() & names.bodies.keys():
        body = names.acronyms[short]
        names.bodies[body] = names.bodies.get(body, 0) + names.bodies.pop(short)


def _guess_acronyms(names: Names) -> None:
    """Enter short forms that one body of the text has for its initials: "FT", without brackets."""
    shorts = [s for s in names.bodies if s.isupper() and 1 < len(s) < _LONGEST_ACRONYM]
    by_initials: dict[str, list[str]] = {}
    for body in names.bodies if shorts else ():
        if " " in body:
            initials = "".join(word[0] for word in body.split() if word[0].isupper())
            by_initials.setdefault(initials, []).append(body)
    for short in shorts:
        fits = by_initials.get(short, ()) if short not in names.acronyms else ()
        if len(fits) == 1:
            names.acronyms[short] = fits[0]


def _enter_acronyms(names: Names, line: Line, found: Sequence[Name]) -> None:
    """Enter the short forms in brackets behind their names: "World Bank Group (WBG)"."""
    for name, short in pairwise(found):
        k = short.first
        if not (k == short.last == name.last + 1 and line.breaks[k]):  # as with most
            continue
        if line.gaps[k].strip() + line.gaps[k + 1][:1] != "()":
            continue
        # "Food and Drug Administration (FDA)": the name may begin before what looks like one.
        for first in range(name.last - 1, max(-1, name.last - _LONGEST_BODY), -1):
            words = [*line.words[first : name.last], name.words[-1]]
            if "".join(word[0] for word in words if word[0].isupper()) == short.text.upper():
                names.acronyms[short.text] = names.acronyms[name.text] = " ".join(words)
                break


def _join_forms(names: Names, seen: Sequence[Name]) -> None:
    """Enter people by each word of their name, the fullest form first."""
    longest_first = sorted(seen, key=lambda name: -len(name.words))
    for words in dict.fromkeys([name.words for name in longest_first]):
        low = (*map(str.lower, words),)
        full = names.find_fullest(low) or " ".join(words)
        parts = frozenset(full.lower().split())
        for word in parts:
            known = names.people.setdefault(word, [])
            if (full, parts) not in known:
                known.append((full, parts))
    for name in longest_first:
        for title in name.titles:
            if title in _HONORIFICS:
                names.pronouns[names.full_of(name) or name.text] = _HONORIFICS[title]


def _find_stretches(name: Name, line: Line) -> list[Sequence[str]]:
    """Return the words beside a name that may tell who it is, in front of it first."""
    low, breaks, first, after = line.low, line.breaks, name.first, name.last + 1
    begin = first - len(name.titles)
    while begin > 0 and first - begin < 5 and not breaks[begin] and low[begin - 1] not in NEVER:
        begin -= 1
    is_office = 1 < begin < first and low[begin - 1] in ("for", "of") and low[begin - 2] in OFFICES
    if is_office and not low[begin].endswith("'s"):
        begin -= 2  # "Minister for Health Ann Lee"
    stretches: list[Sequence[str]] = [low[begin:first]]
    is_apposed = after < len(low) and "," in line.gaps[after]
    if is_apposed and (low[after] in table.DETERMINERS or low[after] in OFFICES):
        end = after
        while end < len(low) and end - after < _LONGEST_ROLE and not breaks[end + 1]:
            end += 1
        stretches.append(low[after : end + 1])
    if begin > 0 and "," in line.gaps[begin]:  # "his lawyer, Ann Lee"
        start = begin - 1
        while start > 0 and begin - start < _LONGEST_ROLE and not breaks[start]:
            start -= 1
        stretches.append(low[start:begin])
    return stretches


def _find_noun(words: Sequence[str]) -> str | None:
    """Return the noun of an apposition: "a fourth-line [center] who had not scored"."""
    if not words or words[0] not in ("a", "an"):
        return None
    ends = (k for k, word in enumerate(words) if k and word in table.NOUN_ENDS)
    noun = words[next(ends, len(words)) - 1]
    return noun if noun.isalpha() else None


def _find_role(words: Sequence[str]) -> str | None:
    """Return the last role up to the first preposition of a noun phrase."""
    role = None
    for short in words:
        word = _SAME.get(short, short)
        if word in table.PREPOSITIONS:
            break
        if word in _ROLES:
            role = word
    return role
