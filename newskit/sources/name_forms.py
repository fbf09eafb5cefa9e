"""A name as it stands in a sentence: which words are it, and whether it is a person's."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.given_names import PLAIN_NAMES, load_given_names
from newskit.sources.lines import GENITIVES, Line

# Small words inside names: "Bank of England", "Ursula von der Leyen".
_LINKED: Final = table.BODIES | frozenset(
    "secretary lords commons isle book duke league bar ministry bank house centers centres".split()
)
_JOINING: Final = frozenset(
    "ministry department secretary office committee institute council".split()
)
_JOINT: Final = frozenset(
    "police council constabulary protection commission committee department agency board authority "
    "association administration".split()
)
_LINKS: Final = frozenset("of de la van von der den bin ibn al el du da dos di le for".split())
_SMALL: Final = _LINKS | {"and"}
_PAIRS: Final = frozenset((("von", "der"), ("van", "der"), ("van", "den"), ("de", "la")))
_PAIRED: Final = frozenset(first for first, _ in _PAIRS)
LETTERS: Final = frozenset(
    "mp mep msp mla mlc mna td qc kc sc san phd md obe mbe cbe esq jr sr ips ias ifs".split()
)
NEVER: Final = (
    table.STOPS
    | table.LEADS
    | table.DETERMINERS
    | table.PRONOUNS
    | table.DAYS
    | table.PREPOSITIONS
    | frozenset("neither either like unlike such given according speaking asked my".split())
    | table.OWN_VOICE
    | frozenset("it's it'll that's he's he'd he'll she's she'd she'll they're they've".split())
    | frozenset("they'd they'll there's who's what's let's don't".split())
    | frozenset(
        "well yes maybe sometimes whilst hopefully thankfully basically whatever "
        "whichever whoever".split()
    )
    | frozenset("gmt bst utc est edt pst pdt cet ist am pm".split())
)
OFFICES: Final = table.TITLES | table.ROLES
_PARTIES: Final = frozenset("democratic tory labour independent".split())
_LEADING: Final = table.NATIONALS | table.JOBS | table.PARTISANS | _PARTIES
_MARKED: Final = OFFICES | LETTERS | _LEADING
_NO_NAMES: Final = table.BODIES | table.THINGS | {"of", "for"}
KIN: Final = {
    **dict.fromkeys("husband son brother father boyfriend uncle nephew".split(), "he"),
    **dict.fromkeys("wife daughter sister mother girlfriend aunt niece".split(), "she"),
}
_OWNERS: Final = frozenset("his her their my our".split())
_PERSONS: Final = frozenset("who himself herself".split())
_PLACES: Final = table.PLACES | table.PLACE_PHRASES
_NO_PERSONS: Final = table.PLACE_PHRASES | table.NO_PEOPLE
_SURNAMES: Final = frozenset("hall west day church lake park".split())
_NAMESAKES: Final = frozenset(  # of the Albert Hall, of Victoria Park
    "albert victoria charles stanley alexandra grant lincoln bryant clarence franklin douglas "
    "james gordon king queen regent roosevelt washington jackson madison kensington".split()
)
# What ministers are ministers for.
_PORTFOLIOS: Final = frozenset(
    "affairs health education defence defense justice finance trade energy transport water "
    "resources agriculture environment labour labor planning railways interior industry commerce "
    "security welfare development women equalities sport sports culture media tourism science "
    "technology housing communities power petroleum information broadcasting law opposition change "
    "prosecutions operations services management relations policing immigration children families "
    "schools skills".split()
)
_KINDS: Final = frozenset("group charity nonprofit non-profit coalition collective".split())
_LONGEST_KIND: Final = 8  # words of "a national advocacy group"
_FAR: Final = 3  # words from the first of a long run of capitals to its last
_LONGEST_NAME: Final = 5


@dataclass  # not frozen, as Line is not: there are many
class Name:
    """A name as it stands in a line: words ``first`` to ``last``, titles left out.

    ``low`` are its words in small letters. ``is_person``: it is written like the name of a person.
    """

    first: int
    last: int
    words: tuple[str, ...]
    low: tuple[str, ...]
    titles: tuple[str, ...]
    is_person: bool = False

    @property
    def text(self) -> str:
        """The name without titles."""
        return " ".join(self.words)


def find_names(line: Line) -> list[Name]:
    """Return the names in a sentence."""
    found: list[Name] = []
    n, low, capitals, breaks, behind = len(line.words), line.low, line.capitals, line.breaks, 0
    for k in compress(range(n), capitals):
        if k < behind or low[k] in NEVER:
            continue
        behind = k + 1
        is_alone = behind == n or breaks[behind]
        if is_alone or not (capitals[behind] or low[behind] in _SMALL):  # as with most
            word = line.words[k]
            if word[-1] == "s" or line.gaps[behind] != " ":
                word = _spell(line, k)
            found.append(Name(k, k, (word,), (word.lower(),), ()))
        else:
            last = _find_last(line, k)
            found.append(_cut_name(line, k, last))
            behind = last + 1
    return found


def _find_last(line: Line, last: int) -> int:
    """Return the last word of the run of capitals that begins with a word."""
    start, n, low, capitals, gaps = last, len(line.low), line.low, line.capitals, line.gaps
    while last + 1 < n and not low[last].endswith("'s"):
        if gaps[last + 1] != " " and _is_end(line, last):
            break
        after = low[last + 1]
        if capitals[last + 1]:
            if after in table.DAYS or (
                after == "i" and last == start and low[last] not in load_given_names()
            ):
                break
            last += 1
        elif after not in _SMALL:
            break
        elif after in _PAIRED and tuple(low[last + 1 : last + 3]) in _PAIRS:
            last += 2 + (last + 3 < n and capitals[last + 3])
        elif last + 2 < n and capitals[last + 2] and _links(line, last + 1, start):
            last += 2
        else:
            break
    return last


def _cut_name(line: Line, k: int, last: int) -> Name:
    """Return the name in a run of capitals: titles in front, "MP" behind it left out."""
    first, low = k, line.low
    if last - k > 1 or not _MARKED.isdisjoint(low[k : last + 1]):
        first, last = _cut_titles(line, k, last)
    before = low[first - 1] if first else ""
    if before in ("of", "for", "to") and first < last - 1:
        is_office = before == "of" and first > 1 and low[first - 2] in OFFICES
        if (is_office and low[last] not in _NO_NAMES) or low[first] in table.PLACES:
            first += 1  # "the president of Russia Vladimir Putin"
    if before in ("for", "of") and first > 1 and low[first - 2] in OFFICES:
        first = _skip_portfolio(line, first, last)
    words = (*_spell_inner(line, first, last), _spell(line, last))
    titles = tuple(low[k:first])
    name = Name(first, last, words, (*map(str.lower, words),), titles)
    is_plain = len(words) < _LONGEST_NAME and low[last] in PLAIN_NAMES  # John Major
    if (titles or before != "the") and (is_plain or _is_personal(name)):
        is_role = k < first == last and last + 1 < len(low) and low[last + 1] in table.ROLES
        name.is_person = not is_role  # "Former Utah senator Dean Hall"
    return name


def _cut_titles(line: Line, k: int, last: int) -> tuple[int, int]:
    """Return the first and last word of a name without titles and letters."""
    first, low = k, line.low
    while last > k and low[last] in LETTERS:
        last -= 1
    if last > k and low[last] not in table.BODIES:
        first = last
        while first > k and low[first - 1] not in OFFICES:
            first -= 1
        if low[first] in ("of", "for"):  # "Director of Public Prosecutions [Ann Lee]"
            first = max(k, _skip_portfolio(line, first, last))
    is_name = low[last] in _SURNAMES or low[last] not in _NO_NAMES
    if first == k and _is_leading(low[first]) and is_name and _NO_NAMES.isdisjoint(low[k:last]):
        # "American Sam Hall", "Winger Hall", but "American Samoa"
        first += last - first > (low[first] not in table.JOBS)
    if first <= k + 1 and low[last] not in _NO_NAMES:
        first = _skip_affiliation(line, first, last)
    if k + 1 < first == last and low[first - 1] not in table.TITLES:
        first = k  # "Lone Star Survey" has no "star" whose name is Survey
    return first, last


def _skip_portfolio(line: Line, first: int, last: int) -> int:
    """Return where "[Ann Lee]" begins in "for Health Ann Lee"; ``first`` where nobody is named."""
    ends = [m for m in range(first, last) if line.low[m] in _PORTFOLIOS]
    is_person = bool(ends) and ends[-1] + 1 < last and line.low[last] not in _NO_NAMES
    return ends[-1] + 1 if is_person and line.low[last] not in _PORTFOLIOS else first


def _is_leading(word: str) -> bool:
    """Whether a word can stand before a name: "American", "winger", "singer-guitarist"."""
    job = word.rsplit("-", 1)[-1].removesuffix("s")
    return word in _LEADING or ("-" in word and (job in table.JOBS or job in table.ROLES))


def _skip_affiliation(line: Line, k: int, last: int) -> int:
    """Return where "Browns DL [Sheldon Hall]", "MSP [Ann Lee]" begins as a name of a person."""
    given = load_given_names()
    m = next((m for m in range(k, last) if line.low[m] in given), k)
    is_short = line.words[k].isupper() and len(line.words[k]) > 1  # MSP
    is_far = last - k >= _FAR and (m - k > 1 or table.is_agent(line.low[k]))
    return m if (is_short or is_far) and _LINKS.isdisjoint(line.low[k : last + 1]) else k


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
    """Whether what stands behind word ``k`` ends a name: a comma, "Novartis' [Sandoz]"."""
    is_body = line.low[k + 1] in table.BODIES  # "the Bankers' Association"
    return line.breaks[k + 1] or (line.gaps[k + 1] in GENITIVES and not is_body)


def _spell(line: Line, k: int) -> str:
    """Return a word of a name as it is written: "Khan" of "Khan's", an initial with its stop."""
    word, gap = line.words[k], line.gaps[k + 1]
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    return f"{word}." if len(word) == 1 and gap.startswith(".") else word


def _spell_inner(line: Line, first: int, last: int) -> tuple[str, ...]:
    """Return the words of a name but the last as they are written, with their marks."""
    words, gaps = line.words[first:last], line.gaps[first + 1 : last + 1]
    if gaps.count(" ") == len(gaps):  # as with most
        return tuple(words)
    spelled = []
    for k, gap in enumerate(gaps, start=first):
        word = _spell(line, k)
        if gap in GENITIVES:
            word += gap[0]  # Bankers'
        spelled.append(f"{word} &" if gap == " & " else word)
    return tuple(spelled)


def is_place(name: Name) -> bool:
    """Whether a name is one of a place that can stand for who governs there."""
    low = name.low
    return low[0] in table.PLACES if len(low) == 1 else " ".join(low) in _PLACES


def _is_personal(name: Name) -> bool:
    """Whether a name is written like that of a person."""
    words, low = name.words, name.low
    if not (1 < len(words) <= _LONGEST_NAME or name.titles):
        return False
    if low[-1] in table.PLACES or " ".join(low) in _NO_PERSONS:
        return False
    if low[-1].rstrip("s") in OFFICES or not (_NO_NAMES.isdisjoint(low) or _is_surname(name)):
        return False
    for word in words:
        is_short = word.isupper() and len(word.replace(".", "")) > 2
        if is_short or not word[0].isalpha() or word[-1] == "&":
            return False
    return True


def _is_surname(name: Name) -> bool:
    """Whether a word that is one of a thing or a body is a surname here: Mr Church, Doris Day."""
    low = name.low
    if len(low) < 3 and name.titles and name.titles[-1] not in _LEADING:
        return True
    is_given = low[0] in load_given_names() and low[0] not in _NAMESAKES
    return len(low) == 2 and low[1] in _SURNAMES and is_given


def is_bare(name: Name, line: Line) -> bool:
    """Whether a word stands alone, with nothing beside it that tells of whom it is the name."""
    k = name.last + 1
    if name.is_person or line.breaks[k] or name.titles:
        return False
    is_person = k < len(line.low) and line.low[k] in _PERSONS
    return not is_person and (name.first == 0 or line.low[name.first - 1] not in KIN)


def is_told(name: Name, line: Line, kin: str | None) -> bool:
    """Whether a name is a person's: by its form, or by what is beside ("his son, Lee", an age).

    ``kin``: what :func:`find_kin` found.
    """
    k = name.last + 1
    after = line.low[k] if k < len(line.words) else ""
    if name.is_person and after != "which":  # "Pro Domo, which"
        return True
    if kin:
        return name.first == name.last
    if after not in _PERSONS:  # as with most
        return line.breaks[k] and _has_age(name, line)
    if after == "who" and line.low[k + 1 : k + 2] not in (["has"], ["is"], ["was"]):
        return False  # "Chelsea, who are"
    is_bare = name.first == name.last and line.low[name.first - 1 : name.first] != ["the"]
    return is_bare and not is_place(name)


def find_kin(name: Name, line: Line) -> str | None:
    """Return "he" or "she" for a relative: "her brother Joe", "his son, Tom", "Ann, his wife"."""
    low, first, k = line.low, name.first - len(name.titles), name.last + 1
    if first > 1 and low[first - 1] in KIN:
        owner = low[first - 2]
        if owner in _OWNERS or owner.endswith("'s"):
            return KIN[low[first - 1]]
    if line.breaks[k] and k + 1 < len(low) and low[k] in _OWNERS:
        return KIN.get(low[k + 1])
    return None


def _has_age(name: Name, line: Line) -> bool:
    """Whether an age stands behind a name: "Mary, 34, a nurse"."""
    k = name.last + 1
    is_apart = k + 1 < len(line.words) and line.breaks[k] and line.breaks[k + 1]
    return is_apart and line.gaps[k] == ", " and line.low[k].isdigit() and len(line.low[k]) < 3


def find_kind(name: Name, line: Line) -> str | None:
    """Return what a body is said to be: "the group, [Fair Vote]", "Fair Vote, a national group"."""
    low, first, after = line.low, name.first, name.last + 1
    begin = line.find_break(first - 1) if first > 1 and "," in line.gaps[first] else first
    is_noun = low[begin] in table.ARTICLES and table.PREPOSITIONS.isdisjoint(low[begin:first])
    if is_noun and begin < first - 1 < begin + _LONGEST_NAME:
        return low[first - 1]  # "the site's management company, Redbud Residential"
    is_beside = first > 1 and not line.breaks[first] and low[first - 1] in _KINDS
    if is_beside and not line.capitals[first - 1]:
        return low[first - 1]  # "the advocacy group Fair Vote"
    if after + 1 >= len(low) or "," not in line.gaps[after] or low[after] not in ("a", "an"):
        return None
    for k in range(after + 1, min(after + _LONGEST_KIND, len(low))):
        is_last = k + 1 == len(low) or line.breaks[k + 1]
        if is_last or low[k + 1] in table.NOUN_ENDS or low[k + 1].endswith(("ed", "ing")):
            return None if line.capitals[k] else low[k]  # no "University of Ohio librarian"
    return None
