"""Who was spoken of last: for "he", "they" and "the company"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.name_forms import KIN
from newskit.sources.names import Names
from newskit.sources.said import Speaker, name_person

_SINGLE: Final = frozenset(("another", "one"))
_FAR: Final = 50  # people back to whom a pronoun can reach; a bound keeps the work linear
_MANY: Final = (
    table.DETERMINERS
    | table.QUANTITIES
    | frozenset(
        "people everyone nobody police others media men women family couple staff crew "
        "public".split()
    )
)
_DATA: Final = frozenset(
    "figures data statistics records documents emails receipts minutes".split()
)
# Who holds a role may be told by these, too.
_GENERAL: Final = frozenset(
    "former ex late minister leader executive boss chief head politician".split()
)
_SINGULAR: Final = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she"}


@dataclass
class Memory:
    """Who was spoken of last, for pronouns."""

    names: Names
    people: list[Speaker] = field(default_factory=list)
    bodies: list[Speaker] = field(default_factory=list)
    groups: list[Speaker] = field(default_factory=list)
    met: dict[str, int] = field(default_factory=dict)  # the sentence that last named each
    ranks: dict[str, int] = field(default_factory=dict)  # in which order the text named them
    later: list[str | None] = field(default_factory=list)  # named behind a "he" in the last one
    sentence: int = 0
    body_at: int = -9  # the sentence that last told of a body

    def recall(self, pronoun: str) -> Speaker | None:
        """Return the last one whom a pronoun fits."""
        if pronoun in _SINGULAR:
            return self._recall_person(_SINGULAR[pronoun])
        if pronoun in ("i", "we", "you", "who"):
            return None
        near = self.bodies[-_FAR:]
        pool = near if pronoun in ("it", "its") else self.groups
        pool = pool or [body for body in near if body.kind != "document"]
        return pool[-1] if pool else None

    def _recall_person(self, kind: str) -> Speaker | None:
        """Return the last one spoken of who can be "he", or "she"; learn that from it."""
        called = self.names.pronoun_of
        near = islice(reversed(self.people), _FAR)
        fits = (p for p in near if (called(p.name) or kind) == kind)
        fits = (p for p in fits if p.name.lower() not in table.PERSONAL or p.name.lower() == kind)
        found = next(fits, None)
        is_kin = found is not None and found.name.rsplit(None, 1)[-1] in KIN  # "her daughter"
        if found is None or is_kin or called(found.name) is None:
            known = [name for name in islice(reversed(self.met), _FAR) if called(name) == kind]
            # Of those whom the same sentence names last, the one whom the text named first.
            told = max(known, key=lambda name: (self.met[name], -self.ranks[name]), default=None)
            last = self.met.get(found.name, -1) if found else -1
            if told is not None and (self.met[told] > last or self._may_be(found, told)):
                return name_person(told)  # who surely is, was named later
        if found is not None and found.name.lower() not in table.PERSONAL:
            self.names.pronouns.setdefault(found.name, kind)
        return found

    def _may_be(self, found: Speaker | None, told: str) -> bool:
        """Whether "the judge" may be one told by name: nobody of whom the text says another job."""
        if found is None or not (found.is_named and found.is_definite):
            return False
        words = set(found.name.lower().split())
        jobs = self.names.jobs_of(told)
        if not words.isdisjoint(_GENERAL) and "prime" not in words:
            jobs -= table.ROLES  # a secretary is "the minister", a mayor "the former sheriff"
        return not jobs or not words.isdisjoint(jobs)

    def recall_last(self) -> Speaker | None:
        """Return the last person spoken of, if it is surely one whom an epithet can stand for."""
        last = self.people[-1] if self.people else None
        if last is None or not last.is_named:
            return None
        return last if " " in last.name or self.names.pronoun_of(last.name) else None

    def meet(self, people: Sequence[str | None]) -> None:
        """Remember that some people were named in this sentence, as the last ones."""
        for name in people:
            if name:
                self.met.pop(name, None)
                self.met[name] = self.sentence
                self.ranks.setdefault(name, len(self.ranks))

    def turn_page(self) -> None:
        """Remember, behind a sentence, whom it named behind its "he": in it, "he" was none."""
        if self.later:
            self.meet(self.later)
            self.later.clear()

    def is_longer(self, speaker: Speaker) -> bool:
        """Whether the last one spoken of is told at more length: "a nurse at the school"."""
        last = self.people[-1] if self.people else None
        return last is not None and not last.is_named and speaker.name.startswith(f"{last.name} ")

    def note(self, speaker: Speaker) -> None:
        """Remember somebody as the last one spoken of."""
        is_many = False
        if not speaker.is_named:
            words = speaker.name.lower().split()
            is_many = words[0] not in _SINGLE and _is_many(words[-1])
            self.meet([speaker.name])
            if words[-1] in KIN:
                self.names.pronouns.setdefault(speaker.name, KIN[words[-1]])
        elif speaker.is_definite:
            self.meet([speaker.name])  # "the judge", of whom the text has no name
        if speaker.kind == "document" and not _DATA.isdisjoint(speaker.name.lower().split()):
            return  # "figures from the bank" are no "it"
        if speaker.kind != "person":
            self.bodies.append(speaker)
            self.body_at = self.sentence
        elif not is_many:
            self.people.append(speaker)
        if speaker.kind == "body" or is_many:
            self.groups.append(speaker)


def _is_many(noun: str) -> bool:
    return noun.endswith("s") or noun in _MANY
