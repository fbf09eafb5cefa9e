"""The names in a text, their fullest forms, and the roles in which people are introduced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, pairwise

from newskit.sources import lexicon as table
from newskit.sources.given_names import PLAIN_NAMES, load_given_names
from newskit.sources.lines import GENITIVES, Line

# Small words inside names: "Bank of England", "Ursula von der Leyen".
_LINKED = table.BODIES | frozenset(
    "secretary lords commons isle book duke league bar ministry bank house".split()
)
_JOINING = frozenset("ministry department secretary office committee institute council".split())
_JOINT = frozenset(
    "police council constabulary protection commission committee department agency board authority "
    "association administration".split()
)
_SMALL = frozenset("of de la van von der den bin ibn al el du da dos di le for and".split())
_LINKS = frozenset("of de la van von der den bin ibn al el du da dos di le for".split())
LETTERS = frozenset(
    "mp mep msp mla mlc mna td qc kc sc san phd md obe mbe cbe esq jr sr ips ias ifs".split()
)
_OPENING = frozenset("\"“‘'«:")
_NEVER = (
    table.STOPS
    | table.LEADS
    | table.DETERMINERS
    | table.PRONOUNS
    | table.DAYS
    | table.PREPOSITIONS
    | frozenset("neither either like unlike such given according speaking asked my".split())
    | frozenset("i'm i've i'd i'll it's that's he's she's we're we've they're there's".split())
    | frozenset("gmt bst utc est edt pst pdt cet ist am pm".split())
)
_HONORIFICS = {
    **dict.fromkeys("mr sir lord king prince".split(), "he"),
    **dict.fromkeys("mrs ms miss dame lady baroness queen princess".split(), "she"),
}
_OFFICES = table.TITLES | table.ROLES
_SHORT = {"gen": "general", "sen": "senator", "gov": "governor", "prof": "professor"}
_NO_NAMES = table.BODIES | table.THINGS | {"of", "for"}
_KIN = {
    **dict.fromkeys("husband son brother father boyfriend uncle nephew".split(), "he"),
    **dict.fromkeys("wife daughter sister mother girlfriend aunt niece".split(), "she"),
}
_OWNERS = frozenset("his her their my our".split())
_PERSONS = frozenset("who himself herself".split())
_LONGEST_NAME = 5
_LONGEST_BODY = 9
_LONGEST_ROLE = 8  # words between a name's comma and the next


@dataclass(slots=True)  # not frozen, as Line is not: there are many
class Name:
    """A name as it stands in a line: words ``first`` to ``last``, titles left out.

    ``is_person``: it is written like the name of a person.
    """

    first: int
    last: int
    words: tuple[str, ...]
    titles: tuple[str, ...]
    is_person: bool

    @property
    def text(self) -> str:
        """The name without titles."""
        return " ".join(self.words)


@dataclass(slots=True)
class Names:
    """Who is named in a text: fullest forms by each of their words, roles, and "he" or "she"."""

    people: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)
    by_line: dict[int, tuple[Name, ...]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    roles: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    pronouns: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    acronyms: dict[str, str] = field(default_factory=dict)
    longest_bodies: dict[str, str] = field(default_factory=dict)  # by their last word
    forms: dict[tuple[str, ...], str | None] = field(default_factory=dict)  # what fullest found

    def of_line(self, line: Line) -> tuple[Name, ...]:
        """Return the names in a sentence that was read."""
        return self.by_line.get(line.start, ())

    def fullest(self, words: tuple[str, ...]) -> str | None:
        """Return the full name of a person that some words are part of, when all are entered."""
        if words not in self.forms:
            self.forms[words] = self.find_fullest(words)
        return self.forms[words]

    def full_of(self, name: Name) -> str | None:
        """Return the full name of a person whom a name stands for: "Mrs. Lee" is no Tom Lee."""
        called = next((_HONORIFICS[t] for t in name.titles if t in _HONORIFICS), None)
        known = self.people.get(name.words[-1].lower(), [])
        if called is None or len(known) < 2:
            return self.fullest(name.words)
        wanted = {word.lower() for word in name.words}
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


def find_names(line: Line) -> Iterator[Name]:
    """Return the names in a sentence."""
    behind = 0
    for k in compress(range(len(line.words)), line.capitals):
        if k >= behind and line.low[k] not in _NEVER:
            last = _find_last(line, k)
            yield _cut_name(line, k, last)
            behind = last + 1


def _find_last(line: Line, last: int) -> int:
    """Return the last word of the run of capitals that begins with a word."""
    start, n, capitals = last, len(line.words), line.capitals
    while last + 1 < n and (capitals[last + 1] or line.low[last + 1] in _SMALL):
        if _is_end(line, last):
            break
        if line.low[last + 1 : last + 3] in (
            ["von", "der"],
            ["de", "la"],
            ["van", "der"],
            ["van", "den"],
        ):
            last += 2 + (last + 3 < n and capitals[last + 3])
            continue
        if capitals[last + 1] and line.low[last + 1] not in table.DAYS:
            last += 1
        elif last + 2 < n and capitals[last + 2] and _links(line, last + 1, start):
            last += 2
        else:
            break
    return last


def _cut_name(line: Line, k: int, last: int) -> Name:
    """Return the name in a run of capitals: titles in front, "MP" behind it left out."""
    if last == k:  # as with most
        return Name(k, k, (_spell(line, k),), titles=(), is_person=False)
    while last > k and line.low[last] in LETTERS:
        last -= 1
    first = k
    if last > k and line.low[last] not in table.BODIES:
        first = last
        while first > k and line.low[first - 1] not in _OFFICES:
            first -= 1
    if k + 1 < first == last and line.low[first - 1] not in table.TITLES:
        first = k  # "Lone Star Survey" has no "star" whose name is Survey
    if 0 < first < last - 1 and line.low[first - 1] in ("of", "for"):
        is_office = first > 1 and line.low[first - 2] in _OFFICES and line.low[first - 1] == "of"
        is_office = is_office and line.low[last] not in _NO_NAMES
        if is_office or line.low[first] in table.PLACES:
            first += 1  # "the president of Russia Vladimir Putin"
    words = (*[_spell(line, m, is_inside=True) for m in range(first, last)], _spell(line, last))
    titles_before = tuple(line.low[k:first])
    after_article = first > 0 and line.low[first - 1] == "the" and not titles_before
    is_plain = len(words) < _LONGEST_NAME and line.low[last] in PLAIN_NAMES  # John Major
    is_person = is_plain or _is_personal(words, has_title=bool(titles_before))
    is_person = is_person and not after_article
    if is_person and first == last and line.low[last + 1 : last + 2] and first > k:
        is_person = line.low[last + 1] not in table.ROLES  # "Former Utah senator Dean Hall"
    return Name(first, last, words, titles_before, is_person)


def _links(line: Line, k: int, start: int) -> bool:
    """Whether a small word stands inside a name: "Bank of England", not "Khan of Lahore"."""
    if line.low[k] == "and":  # "Ministry of Health and Family Welfare"
        is_office = line.low[start] in _JOINING and line.low[start + 1] in ("of", "for")
        is_body = is_office or _is_joint_body(line, k)
        return is_body and not line.breaks[k] and not line.breaks[k + 1]
    if line.low[k] in ("of", "for"):
        return line.low[k - 1] in _LINKED and not line.breaks[k + 1]
    return line.low[k] in _LINKS and not line.breaks[k + 1]


def _is_joint_body(line: Line, k: int) -> bool:
    """Whether an "and" at ``k`` stands inside a body's name: "Devon [and] Cornwall Police"."""
    last = k + 1
    while last + 1 < len(line.words) and line.capitals[last + 1] and not line.breaks[last + 1]:
        last += 1
    return last > k + 1 and line.low[last] in _JOINT and line.low[k - 1] not in _JOINT


def _is_end(line: Line, k: int) -> bool:
    """Whether a name ends with word ``k``: behind "Khan's", before a comma."""
    if line.gaps[k + 1] in GENITIVES:  # "Novartis' Sandoz", but "the Bankers' Association"
        return line.breaks[k + 1] or line.low[k + 1] not in table.BODIES
    return line.breaks[k + 1] or line.low[k].endswith("'s")


def _spell(line: Line, k: int, *, is_inside: bool = False) -> str:
    """Return a word of a name as it is written: "Khan" of "Khan's", an initial with its stop."""
    word, gap = _bare(line.words[k]), line.gaps[k + 1]
    if gap == " ":
        return word
    if is_inside and gap in GENITIVES:
        return word + gap[0]  # Bankers'
    if is_inside and gap == " & ":
        return f"{word} &"
    return f"{word}." if len(word) == 1 and gap.startswith(".") else word


def _bare(word: str) -> str:
    if word[-1] not in "s'’":
        return word
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def is_place(text: str) -> bool:
    """Whether a name is one of a place that can stand for who governs there."""
    low = text.lower()
    return low in table.PLACES or low in table.PLACE_PHRASES


def _is_personal(words: Sequence[str], *, has_title: bool) -> bool:
    """Whether some words are written like the name of a person."""
    if not (1 < len(words) <= _LONGEST_NAME or has_title):
        return False
    low = [word.lower() for word in words]
    if " ".join(low) in table.PLACE_PHRASES or low[-1] in table.PLACES:
        return False
    if any(word.endswith("&") for word in low):
        return False
    is_addressed = has_title and len(words) < 3  # Mr Hall, Mrs Church
    if low[-1].rstrip("s") in _OFFICES or not (is_addressed or _NO_NAMES.isdisjoint(low)):
        return False
    return all(
        word[0].isalpha() and not (word.isupper() and len(word.replace(".", "")) > 2)
        for word in words
    )


def read_names(lines: Sequence[Line]) -> Names:
    """Return who is named in the sentences of a text.

    >>> from newskit.text.segment import segment
    >>> from newskit.sources.lines import read_lines
    >>> lines = read_lines(segment("Imran Khan, the prime minister of Pakistan, left."))
    >>> read_names(lines).holder("minister", frozenset({"prime"}))
    'Imran Khan'
    """
    names, seen = Names(), list[tuple[Name, Line]]()
    for line in lines:
        found = names.by_line[line.start] = tuple(find_names(line))
        if len(found) > 1:
            names.acronyms.update(_find_acronyms(line, found))
        for name in found:
            gap, text = line.gaps[name.first], name.text
            if name.first > 0 and (gap == " " or _OPENING.isdisjoint(gap)):
                names.known.update([word.lower() for word in name.words])
            if _is_told(name, line):
                seen.append((name, line))
            elif (name.first > 0 or len(name.words) > 1) and not is_place(text):
                names.bodies[text] = names.bodies.get(text, 0) + 1
    _join_forms(names, [name for name, _ in seen])
    _join_bodies(names)
    for name, line in seen:
        full = names.full_of(name) or name.text
        kin = _find_kin(name, line)
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


def _is_told(name: Name, line: Line) -> bool:
    """Whether a name is a person's: by its form, or by what is beside ("his son, Lee", an age)."""
    k = name.last + 1
    after = line.low[k] if k < len(line.words) else ""
    if name.is_person and after != "which":  # "Pro Domo, which"
        return True
    if _find_kin(name, line):
        return name.first == name.last
    if not line.breaks[k] and after not in _PERSONS:  # as with most
        return False
    is_one_word = name.first == name.last
    if after not in _PERSONS:
        return _has_age(name, line)
    if after == "who" and line.low[k + 1 : k + 2] not in (["has"], ["is"], ["was"]):
        return False  # "Chelsea, who are"
    is_bare = is_one_word and line.low[name.first - 1 : name.first] != ["the"]
    return is_bare and not is_place(name.text)


def _find_kin(name: Name, line: Line) -> str | None:
    """Return "he" or "she" for a relative: "her brother Joe", "his son, Tom", "Ann, his wife"."""
    first, k = name.first - len(name.titles), name.last + 1
    owner = line.low[first - 2] if first > 1 else ""
    if owner in _OWNERS or owner.endswith("'s"):
        called = _KIN.get(line.low[first - 1])
        if called:
            return called
    if k + 1 < len(line.words) and line.breaks[k] and line.low[k] in _OWNERS:
        return _KIN.get(line.low[k + 1])
    return None


def _has_age(name: Name, line: Line) -> bool:
    """Whether an age stands behind a name: "Mary, 34, a nurse"."""
    k = name.last + 1
    is_apart = k + 1 < len(line.words) and line.breaks[k] and line.breaks[k + 1]
    return is_apart and line.gaps[k] == ", " and line.low[k].isdigit() and len(line.low[k]) < 3


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
        if line.low[begin - 1] in _NEVER:
            break
        begin -= 1
    stretches = [line.low[begin : name.first]]
    after = name.last + 1
    if after < len(line.words) and "," in line.gaps[after]:
        end = after
        while end < len(line.words) and end - after < _LONGEST_ROLE and not line.breaks[end + 1]:
            end += 1
        if line.low[after] in table.DETERMINERS or line.low[after] in _OFFICES:
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
