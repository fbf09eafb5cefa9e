"""Whom a sentence is about, for the pronouns and the quotes behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import CUES
from newskit.sources.lines import GENITIVES, Line
from newskit.sources.memory import Memory
from newskit.sources.name_forms import KIN, Name
from newskit.sources.names import Names
from newskit.sources.phrases import find_first
from newskit.sources.said import Speaker, name_person
from newskit.sources.speakers import is_epithet, resolve, resolve_name

HE_SHE: Final = frozenset(("he", "she"))
# What a subject that is no name can be, and what does not stand in it.
_HEADS: Final = (table.BODIES | table.UNNAMED | table.OCCUPATIONS) - {"former"}
_PARTING: Final = table.STOPS | table.PREPOSITIONS | table.PERSONAL | frozenset(CUES)
_SPEAKING: Final = _HEADS | table.WORK | table.DOCUMENTS
_HEAD: Final = 5  # words in which the subject of a sentence is looked for
_OPENING: Final = table.PREPOSITIONS | {"back", "earlier", "later"}
_LONGEST_OPENING: Final = 9  # words
_LINKS: Final = frozenset(("and", "but", "then"))
_FAR: Final = 6  # words in which the noun that leads to a quote is looked for
_OWNERS: Final = frozenset(("his", "her"))
_NEAR: Final = 4  # words before the name that a sentence is about


def _is_verb(word: str) -> bool:
    return word in CUES or word in table.AUXILIARIES or word.endswith("ed")


def _find_pronoun(line: Line) -> int:
    """Return where the first "he" or "she" stands, or "the Italian"; else the line's length."""
    low = line.low
    if low[0] == "the" and len(low) > 2 and is_epithet(line, 0, 1) and _is_verb(low[2]):
        return -1
    if HE_SHE.isdisjoint(low):
        return len(low)
    return min(low.index(word) for word in HE_SHE if word in low)


def note_topic(line: Line, memory: Memory, quoted: Sequence[bool]) -> bool:
    """Remember the first person named in a sentence. Return whether it is about a person.

    It is not about Lee where only what is Lee's is named, yet a later "he" may be Lee.
    """
    memory.sentence += 1
    here = memory.names.of_line(line)
    if here:
        is_led = line.low[0] == "the" or line.low[0] in _OWNERS
        if line.low[0] == "police" or (is_led and here[0].first > 1):
            _note_group(line, memory, are_people=False)
        people = [memory.names.full_of(name) for name in here]
        pronoun, owner = _find_pronoun(line), None
        n = len(here)
        while n and 0 <= pronoun < here[n - 1].first:
            n -= 1
        memory.meet(people[:n])
        memory.later += people[n:]  # behind "he", who is none of them
        for name, full in zip(here, people, strict=True):
            if name.first > pronoun:
                return False
            if quoted[name.first] or not (full or name.first < 2):
                continue  # no person, and not what the sentence begins with
            if line.low[name.last].endswith("'s") or line.gaps[name.last + 1] in GENITIVES:
                owner = owner or (full if _is_head(line, name) else None)
                continue
            topic = _name_topic(line, name, full, memory.names)
            if topic is not None and not _is_employer(line, name, here):
                memory.note(topic)
                return topic.kind == "person"
        if owner:
            memory.note(name_person(owner))
    before = len(memory.people)
    _note_group(line, memory)
    return len(memory.people) > before


def _is_employer(line: Line, name: Name, here: Sequence[Name]) -> bool:
    """Whether a sentence begins with whose the next name is: "[Tesla] lawyer Kate Stone"."""
    after = next((other for other in here if other.first > name.last), None)
    if after is None or name.first > 1 or any(line.breaks[name.last + 1 : after.first]):
        return False
    between = line.low[name.last + 1 : after.first]
    is_near = 0 < len(between) <= _NEAR and between[-1] in table.WORK
    return is_near and (not line.breaks[after.first] or line.gaps[after.last + 1] == ", ")


def _is_head(line: Line, name: Name) -> bool:
    """Whether a name with its titles begins a sentence, or a part of it."""
    begin = name.first - len(name.titles)
    return begin == 0 or line.breaks[begin]


def _name_topic(line: Line, name: Name, full: str | None, names: Names) -> Speaker | None:
    """Return whom a sentence is about, if it is the one of that name."""
    if len(name.low) == 1 and name.low[0] in table.ROLES:
        return None  # "The Chairman of the union, Musa Bello, put"
    before = line.low[name.first - len(name.titles) - 1]
    is_led = name.first - len(name.titles) == 1 and before == "for"  # "For Ann Lee, it was late"
    if before in table.PREPOSITIONS and not (is_led or _is_head(line, name)):
        return None
    if full:
        return name_person(full)
    is_first = name.first == 0 or line.low[0] in table.DETERMINERS
    is_known = name.low[0] in names.known or name.low[0] in table.PLACES
    return resolve_name(name, names) if is_first and is_known else None


def _skip_opening(line: Line) -> int:
    """Return the first word behind "Back at the meeting, " and the like."""
    near = range(1, min(_LONGEST_OPENING, len(line.low)) if line.low[0] in _OPENING else 0)
    return next((k for k in near if "," in line.gaps[k]), 0)


def _reach_subject(line: Line, start: int) -> range:
    """Return where the noun of a subject that begins with word ``start`` may stand."""
    near = range(start, min(start + _HEAD, len(line.low)))
    ends = (k for k in near if line.low[k] in _PARTING or (line.breaks[k] and k > start))
    return range(start, next(ends, near.stop))


def _note_group(line: Line, memory: Memory, *, are_people: bool = True) -> None:
    """Remember the body or the people, not named, with whom a sentence begins."""
    for k in _reach_subject(line, _skip_opening(line)):
        word = line.low[k]
        if line.low[k : k + 2] == ["the", "most"]:
            return
        if word in _HEADS and k + 1 < len(line.low) and line.is_name(k + 1):
            for name in memory.names.of_line(line):
                if name.first == k + 1:  # "Activist fund [Ridgeback Capital]"
                    memory.note(resolve_name(name, memory.names))
            return
        if word in _HEADS or (word in KIN and k and table.is_owner(line.low[k - 1])):
            if are_people or word in table.BODIES or word == "police":
                begin = find_first(line, k) or 0  # behind "However", "And then"
                begin -= begin > 0 and line.low[begin - 1] in table.ARTICLES  # "a few"
                memory.note(resolve(line, begin, k, memory))
            return


def _find_answer(line: Line) -> int | None:
    """Return the noun of a sentence that leads to a quote: "Lee’s [answer]: “No.”"."""
    return next((k for k, word in enumerate(line.low[:_FAR]) if k and word in table.ANSWERS), None)


def find_topic(line: Line, memory: Memory, quoted: Sequence[bool]) -> Speaker | None:
    """Return the person that a sentence begins with, by name or pronoun."""
    if not line.words or quoted[0]:
        return None
    if line.low[0] in ("he", "she", "they"):
        return memory.recall(line.low[0])
    has_colon = ":" in "".join(line.gaps)
    answer = _find_answer(line) if has_colon else None
    if answer is not None and line.low[answer - 1] in _OWNERS:
        return memory.recall(line.low[answer - 1])  # "Her reply was blunt: “No.”"
    names = memory.names.of_line(line)
    for name in names:
        if name.last + 1 == answer and name.first < 2 and line.low[name.last].endswith("'s"):
            return resolve(line, name.first - len(name.titles), name.last, memory)
        is_label = name.last < 2 * _NEAR and line.gaps[name.last + 1].strip().startswith(":")
        if is_label and CUES.keys().isdisjoint(line.low[: name.first]):
            return resolve(line, name.first, name.last, memory)  # "City coach Ann Lee: “…”"
    head = _find_head(line) if has_colon else None
    if head is not None and not line.is_name(head + 1):  # "A Treasury source disagreed: “No.”"
        return resolve(line, int(line.low[0] in _LINKS), head, memory)
    is_common = names and names[0].last == 0 and line.low[0] not in memory.names.known
    is_common = is_common and memory.names.full_of(names[0]) is None
    if is_common and has_colon:
        names = names[1:] or names  # "Fashion designer Mary Quant described her: “…”"
    for name in names[:1]:
        if name.low[0] in table.QUANTITIES:
            return None  # "Millions ‘to lose jobs’"
        asked = line.low[0] == "asked" and name.first + 1  # "Asked about it, Lee shrugged"
        is_first = name.first <= _NEAR and not any(line.breaks[asked or 1 : name.last + 1])
        if (
            is_first
            and not line.low[name.last].endswith("'s")
            and line.low[0] not in table.PREPOSITIONS
        ):
            is_role = line.low[0] == "the" and line.low[name.last] in table.ROLES
            return resolve(line, 0 if is_role else name.first, name.last, memory)
    return None


def _find_head(line: Line) -> int | None:
    """Return the noun that a sentence begins with, if it is somebody: "A second [official] was"."""
    near = (k for k in _reach_subject(line, 0) if k + 1 < len(line.low))
    # Not "the [deputy] director".
    return next(
        (k for k in near if line.low[k] in _SPEAKING and line.low[k + 1] not in _SPEAKING), None
    )
