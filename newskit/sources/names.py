"""The names in a text, their fullest forms, and the roles in which people are introduced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newskit.sources import lexicon as table
from newskit.sources.given_names import load_given_names
from newskit.sources.lines import Line
from newskit.sources.name_forms import NEVER, OFFICES, Name, find_kin, find_names, is_place, is_told

_OPENING = frozenset("\"“‘'«:")
_HONORIFICS = {
    **dict.fromkeys("mr sir lord king prince".split(), "he"),
    **dict.fromkeys("mrs ms miss dame lady baroness queen princess".split(), "she"),
}
_SHORT = {"gen": "general", "sen": "senator", "gov": "governor", "prof": "professor"}
_LONGEST_BODY = 9
_LONGEST_ROLE = 8  # words between a name's comma and the next


@dataclass(slots=True)
class Names:
    """Who is named in a text: fullest forms by each of their words, roles, and "he" or "she"."""

    people: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)
    by_line: dict[int, Sequence[Name]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    roles: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    pronouns: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    longest_bodies: dict[str, str] = field(default_factory=dict)  # by their last word
    forms: dict[tuple[str, ...], str | None] = field(default_factory=dict)  # what fullest found

    def of_line(self, line: Line) -> Sequence[Name]:
        """Return the names in a sentence that was read."""
        return self.by_line.get(line.start, ())

    def fullest(self, words: tuple[str, ...]) -> str | None:
        """Return the full name of a person that some words are part of, when all are entered."""
        if words not in self.forms:
            self.forms[words] = self.find_fullest(words)
        return self.forms[words]

    def full_of(self, name: Name) -> str | None:
        """Return the full name of a person whom a name stands for: "Mrs. Lee" is no Tom Lee."""
        known = self.people.get(name.low[-1])
        if known is None:  # as with most
            return None
        called = next((_HONORIFICS[t] for t in name.titles if t in _HONORIFICS), None)
        if called is None or len(known) < 2:
            return self.fullest(name.words)
        wanted = set(name.low)
        fits = [full for full, parts in known if wanted <= parts]
        fits = [full for full in fits if " " in full and self.pronoun_of(full) in (called, None)]
        sure = [full for full in fits if self.pronoun_of(full) == called]
        return next(iter(sure or fits), None) or self.fullest(name.words)

    def find_fullest(self, words: tuple[str, ...]) -> str | None:
        """Return the same of the people entered so far."""
        known = self.people.get(words[-1].lower(), [])
        if len(words) == 1:
            return known[0][0] if known else None
        wanted = {word.lower() for word in words}
        return next((name for name, parts in known if wanted <= parts), None)

    def pronoun_of(self, name: str) -> str | None:
        """Return "he" or "she" for a person, as the text or else the given name tells it."""
        return self.pronouns.get(name) or load_given_names().get(name.split()[0].lower())

    def holder(self, role: str, words: frozenset[str]) -> str | None:
        """Return who was introduced in a role, preferring those whose introduction fits best."""
        held = [
            (len(words & more), -i, name)
            for i, (r, more, name) in enumerate(self.roles)
            if r == role
        ]
        return max(held)[2] if held else None


def read_names(lines: Sequence[Line]) -> Names:
    """Return who is named in the sentences of a text.

    >>> from newskit.text.segment import segment
    >>> from newskit.sources.lines import read_lines
    >>> lines = read_lines(segment("Imran Khan, the prime minister of Pakistan, left."))
    >>> read_names(lines).holder("minister", frozenset({"prime"}))
    'Imran Khan'
    """
    names, seen = Names(), list[tuple[Name, Line, str | None]]()
    for line in lines:
        found = names.by_line[line.start] = find_names(line)
        if len(found) > 1:
            names.acronyms.update(_find_acronyms(line, found))
        for name in found:
            gap, kin = line.gaps[name.first], find_kin(name, line)
            if name.first > 0 and (gap == " " or _OPENING.isdisjoint(gap)):
                names.known.update(name.low)
            if is_told(name, line, kin):
                seen.append((name, line, kin))
            elif (name.first > 0 or len(name.words) > 1) and not is_place(name):
                text = name.text
                names.bodies[text] = names.bodies.get(text, 0) + 1
    _join_forms(names, [name for name, _, _ in seen])
    _join_bodies(names)
    for name, line, kin in seen:
        full = names.full_of(name) or name.text
        if kin:
            names.pronouns.setdefault(full, kin)
        names.counts[full] = names.counts.get(full, 0) + 1
        names.roles.extend((role, words, full) for role, words in _find_roles(name, line))
    return names


def _join_bodies(names: Names) -> None:
    """Count short forms with the names they are of; what is a person's name is no body."""
    for body in [body for body in names.bodies if names.fullest((*body.split(),))]:
        del names.bodies[body]
    for short in names.acronyms.keys() & names.bodies.keys():
        body = names.acronyms[short]
        names.bodies[body] = names.bodies.get(body, 0) + names.bodies.pop(short)
    for body in names.bodies:
        before, _, last = body.lower().rpartition(" ")
        if before and len(names.longest_bodies.get(last, "")) < len(body):
            names.longest_bodies[last] = body


def _find_acronyms(line: Line, found: Sequence[Name]) -> Iterator[tuple[str, str]]:
    """Return the short forms in brackets behind their names: "World Bank Group (WBG)"."""
    for name, short in pairwise(found):
        marks = line.gaps[short.first].strip() + line.gaps[short.last + 1][:1]
        if not (short.first == short.last == name.last + 1 and marks == "()"):
            continue
        # "Food and Drug Administration (FDA)": the name may begin before what looks like one.
        for first in range(name.last - 1, max(-1, name.last - _LONGEST_BODY), -1):
            words = line.words[first : name.last + 1]
            if "".join(word[0] for word in words if word[0].isupper()) == short.text:
                yield short.text, " ".join(words)
                yield name.text, " ".join(words)
                break


def _join_forms(names: Names, seen: Sequence[Name]) -> None:
    """Enter people by each word of their name, the fullest form first."""
    longest_first = sorted(seen, key=lambda name: -len(name.words))
    for words in dict.fromkeys(name.words for name in longest_first):
        full = names.find_fullest(words) or " ".join(words)
        parts = frozenset(full.lower().split())
        for word in parts:
            known = names.people.setdefault(word, [])
            if (full, parts) not in known:
                known.append((full, parts))
    for name in longest_first:
        for title in name.titles:
            if title in _HONORIFICS:
                names.pronouns[names.full_of(name) or name.text] = _HONORIFICS[title]


def _find_roles(name: Name, line: Line) -> Iterator[tuple[str, frozenset[str]]]:
    """Return the roles in which a name is introduced, with the words beside them."""
    begin = name.first - len(name.titles)
    while begin > 0 and name.first - begin < 5 and not line.breaks[begin]:
        if line.low[begin - 1] in NEVER:
            break
        begin -= 1
    stretches = [line.low[begin : name.first]]
    after = name.last + 1
    if after < len(line.words) and "," in line.gaps[after]:
        end = after
        while end < len(line.words) and end - after < _LONGEST_ROLE and not line.breaks[end + 1]:
            end += 1
        if line.low[after] in table.DETERMINERS or line.low[after] in OFFICES:
            stretches.append(line.low[after : end + 1])
    if begin > 0 and "," in line.gaps[begin]:  # "his lawyer, Ann Lee"
        start = begin - 1
        while start > 0 and begin - start < _LONGEST_ROLE and not line.breaks[start]:
            start -= 1
        stretches.append(line.low[start:begin])
    for words in stretches:
        said = [_SHORT.get(word, word) for word in words]
        head = [word for word in _head(said) if word in table.ROLES]
        if head:
            yield head[-1], frozenset(words)


def _head(words: Sequence[str]) -> Sequence[str]:
    """Return a noun phrase up to its first preposition."""
    end = next((k for k, word in enumerate(words) if word in table.PREPOSITIONS), len(words))
    return words[:end]
