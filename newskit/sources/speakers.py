"""Whose words they are: from a mention ("he", "the president", "Khan") to a speaker."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.given_names import is_given
from newskit.sources.lines import Line
from newskit.sources.memory import Memory
from newskit.sources.name_forms import KIN, LETTERS, Name
from newskit.sources.names import Names
from newskit.sources.phrases import find_head
from newskit.sources.said import Speaker, name_person

_WORKERS: Final = table.JOBS | table.OCCUPATIONS | table.RANKS
_MEMBERS: Final = frozenset("mp mep msp mla mlc mna td".split())
_NEAR: Final = 2  # sentences from a name to what it is called next
_PERSONS: Final = frozenset(
    "chef clerk cook bride groom widow student graduate dad mum mom host heir architect poet "
    "tenant "
    "resident native peer tycoon mogul magnate teen pundit mechanic comic cleric monk nun guard "
    "aide champion pilot guide athlete celebrity pro pop hopeful nominee candidate hero legend "
    "icon "
    "centre center back flanker forward keeper goalie rookie coach boss chief star head judge "
    "scientist academic expert activist lawmaker envoy diplomat priest bishop vicar imam rabbi "
    "minister politician premier president mayor governor general colonel captain".split()
)
_AGENTS: Final = ("er", "or", "ist", "ian", "eer", "ee", "man", "woman", "ant", "icist")
# Firms, and who is there without being named before: "the interviewer".
_NO_EPITHETS: Final = frozenset(
    "manufacturer insurer lender retailer supplier publisher provider operator regulator employer "
    "carrier producer brewer miner distributor wholesaler contractor newspaper paper exporter "
    "latter former list twist interviewer questioner caller reader viewer listener reporter "
    "number other "
    "matter answer letter order power committee computer giant restaurant plant government "
    "parliament merchant consumer customer voter user buyer insider officer driver watchdog "
    "developer builder owner trader dealer investor caucasian".split()
)
_DESCRIBING: Final = table.NATIONALS | frozenset(
    "retired former veteran rookie outspoken embattled controversial self-styled onetime".split()
)
_LEAD: Final = 2  # sentences in which somebody is told who will be named
_SOMEBODY: Final = frozenset("woman man boy girl teenager".split())
_NO_FIRMS: Final = table.PLACES | table.NATIONALS | table.PARTISANS | {"u.s", "u.s.", "local"}
_ORIGINS: Final = _NO_FIRMS | frozenset("french dutch european african asian western arab".split())
_NO_PLURALS: Final = frozenset(("reuters", "congress"))
_ORIGIN_ENDINGS: Final = ("ish", "ese", "ian", *table.PLACED_ENDINGS)
_CALLED: Final = frozenset(
    "company firm group charity airline retailer lender insurer automaker carmaker drugmaker maker "
    "brokerage fund club side organisation organization watchdog regulator utility".split()
)
_COMPANIES: Final = frozenset("company firm bank".split())  # of several the last one spoken of
_APART: Final = table.PREPOSITIONS | table.DETERMINERS | table.ROLES | table.TITLES | {"and", "&"}
_NO_APPOSITION: Final = table.BODIES | table.DOCUMENTS
_BEFORE_THAT: Final = table.PREPOSITIONS | {"like"}
_COMMON: Final = table.UNNAMED | table.ROLES | table.DETERMINERS | table.QUANTITIES
_ONE: Final = table.NUMERALS | {"a", "an", "one", "another", "some", "several", "many"}
# With "the" before them these stand for somebody named before.
_PLAYERS: Final = frozenset(
    "captain skipper winger player striker midfielder defender star champion winner singer actor "
    "actress comedian "
    "goalkeeper guitarist drummer quarterback sprinter golfer boxer".split()
)
# With "the" before them these tell nobody: "the driver said".
_ANYBODY: Final = frozenset(
    "teenager driver player winner official critic actor actress singer activist analyst economist "
    "scientist physicist lawmaker officer star striker midfielder defender pilot programmer "
    "developer businessman billionaire friend veteran historian forecaster lawyer attorney".split()
)
_NAMELESS: Final = table.UNNAMED | frozenset(KIN) | _ANYBODY
JOINT: Final = " and "  # between the names of two who speak as one
_OWNERS: Final = frozenset("his her their its my our him them".split())
_LONGEST_EPITHET: Final = 5  # words
_DEFINITE: Final = _OWNERS | {"the", "this", "that"}


def resolve(line: Line, first: int, last: int, memory: Memory) -> Speaker:
    """Return the speaker that words ``first`` to ``last`` of a line stand for."""
    words = line.low
    is_that = words[last] == "that" and words[last - 1] not in _BEFORE_THAT
    if (is_that or words[last] in ("who", "which")) and last > first:
        last -= 1  # "local leaders, who"
        begin = line.find_break(last)
        if begin > first and line.low[begin] in table.PARTICIPLES:
            last = begin - 1  # "the report, released that morning, which"
    return (
        _resolve_whole(line, first, last, memory)
        or _resolve_mention(line, first, last, memory)
        or _resolve_phrase(line, first, last, memory)
    )


def _resolve_whole(line: Line, first: int, last: int, memory: Memory) -> Speaker | None:
    """Return the speaker of a phrase that is a name and nothing more, as most are."""
    for name in memory.names.of_line(line):
        if name.last != last or name.first - len(name.titles) != first:
            continue
        is_whole = table.NOUN_ENDS.isdisjoint(line.low[first : last + 1])
        if is_whole and line.low[last] not in _COMMON and not _is_plain(line, last, memory):
            return resolve_name(name, memory.names)
    return None


def _resolve_mention(line: Line, first: int, last: int, memory: Memory) -> Speaker | None:
    """Return the speaker of a phrase that names nobody: "he", "the Italian", "No 10"."""
    low = line.low[first].split("'")[0]
    if first == last and (low in table.PERSONAL or low in _OWNERS or low == "who"):
        known = memory.recall("he" if low == "who" else low)
        return known or Speaker(say(line, first, last), "person")
    if low in ("no", "number") and line.low[first + 1 : last + 1] == ["10"]:
        return Speaker(say(line, first, last), "place", is_named=True)
    if low == "the" and is_epithet(line, first, last):
        return memory.recall_last() or Speaker(say(line, first, last), "person")
    return None


def _resolve_phrase(line: Line, first: int, last: int, memory: Memory) -> Speaker:
    """Return the speaker of a phrase with a name somewhere in it, or with none."""
    words, here = line.low, memory.names.of_line(line)
    head = find_head(line, first, last)
    while head > first and words[head] in LETTERS and line.is_name(head - 1):
        head -= 1  # "Keir Starmer MP"
    for name in here:
        if name.last == last and name.first > head and _is_behind(line, name, head):
            return resolve_name(name, memory.names)
    if words[last] in LETTERS and words[first] in _ONE:
        return Speaker(say(line, first, last), "person")  # "one Tory MP"
    if line.is_name(head) and words[head] not in _COMMON and not _is_plain(line, head, memory):
        # The last one: behind a name there may be an "MP" that is not part of it.
        for name in reversed(here):
            if name.first <= head <= name.last + 1:
                if (office := _find_office(line, name, first, last)) is not None:
                    return Speaker(office, "body", is_named=True)
                return _join_names(line, first, name, memory)
    return _resolve_noun(line, first, head, last, memory)


def _find_office(line: Line, name: Name, first: int, last: int) -> str | None:
    """Return the name of a body that is told by what is beside "Office" or "Commission" alone.

    "the U.S. Attorney’s Office", "the Office of the Deputy Prime Minister".
    """
    is_long = len(name.low) > 1 and name.low[1] not in ("of", "for", "on")
    if is_long or name.low[0] not in table.BODIES:
        return None
    is_owned = name.first > first and line.low[name.first - 1].endswith("'s")
    if is_owned and name.low[1:2] in ((), ("for",)):
        return say(line, first, last)
    is_led = name.last + 1 < last and line.low[name.last + 1] in ("of", "for", "on")
    return say(line, name.first, last) if is_led and line.is_name(last) else None


def _is_behind(line: Line, name: Name, head: int) -> bool:
    """Whether a person's name is what a phrase leads to: "the minister of India Narendra Modi"."""
    before = line.low[name.first - 1] if name.first else ""
    if len(name.words) == 1 or not name.is_person:
        return False
    is_titled = name.first - len(name.titles) <= head  # "Secretary of State Ann Lee"
    return (is_titled or before not in _APART) and before not in _NO_APPOSITION


def _is_plain(line: Line, head: int, memory: Memory) -> bool:
    """Whether a capital is only that of the sentence: "Farmers said", and nowhere a name."""
    word, names = line.low[head], memory.names
    is_plural = word.endswith("s") and table.is_agent(word) and word not in _NO_PLURALS
    is_common = head == 0 and (is_plural or word in table.DOCUMENTS)
    return is_common and word not in names.known and not names.fullest((line.words[0].lower(),))


def is_epithet(line: Line, first: int, last: int) -> bool:
    """Whether somebody is meant who was named before: "the Italian", "the Ohio Democrat"."""
    word = line.low[last]
    if line.low[first] != "the" or any(line.breaks[first + 1 : last + 1]):
        return False
    if line.is_name(last) and (word in table.PARTISANS or word in _MEMBERS):
        return last - first < _LONGEST_EPITHET
    is_national = word in table.NATIONALS and line.is_name(last)
    return last == first + 1 and (is_national or word.endswith("-year-old"))


def _join_names(line: Line, first: int, name: Name, memory: Memory) -> Speaker:
    """Return the speaker of a name, with those whom an "and" or a comma joins to it."""
    speaker, names = resolve_name(name, memory.names), memory.names.of_line(line)
    begin = name.first - len(name.titles)
    theirs = (
        k for k in range(begin - 1, max(first, begin - 5), -1) if line.low[k] in table.POSSESSIVES
    )
    begin = next(theirs, begin)  # "Ann Lee and [her co-author] Ben Poe"
    is_one = speaker.kind not in ("person", "body") or not speaker.is_named
    if is_one or begin < first + 2 or line.low[begin - 1] not in ("and", "&"):
        return speaker
    known = memory.recall(line.low[begin - 2]) if line.low[begin - 2] in ("he", "she") else None
    if known is not None:
        return speaker._replace(name=f"{known.name}{JOINT}{speaker.name}")
    end = begin - 2
    for before in reversed(names):
        other = resolve_name(before, memory.names) if before.last == end else None
        if other is None or other.kind != speaker.kind or other.name in speaker.name:
            continue
        speaker = speaker._replace(name=f"{other.name}{JOINT}{speaker.name}")
        end = before.first - len(before.titles) - 1
        if end < 0 or line.gaps[end + 1] != ", ":
            break  # "Ann Lee, Tom Hale and Joan Park"
    return speaker


def say(line: Line, first: int, last: int) -> str:
    """Return some words of a sentence as they are printed, without a genitive's end."""
    parts = (line.words[k] + line.gaps[k + 1] for k in range(first, last))
    text = " ".join("".join([*parts, line.words[last]]).split())
    return text[:-2] if text.endswith(("'s", "’s")) else text.rstrip("'’")


def resolve_name(name: Name, names: Names) -> Speaker:
    """Return the speaker that a name stands for."""
    low = name.text.lower()
    if low in table.PLACE_PHRASES or low in table.PLACES:
        return Speaker(name.text, "place", is_named=True)
    full = names.full_of(name)
    if full:
        return name_person(full)
    if name.is_person or is_given(low):
        return name_person(name.text)
    if low.endswith("s") and name.first > 0 and low in _DEMONYMS:
        return Speaker(name.text, "person")
    if name.text in names.acronyms:
        return Speaker(names.acronyms[name.text], "body", is_named=True)
    last = low.split()[-1]
    is_body = last == "research" and len(name.low) > 1  # "Jupiter Research"
    if last in table.DOCUMENTS and last not in table.BODIES and not is_body:
        return Speaker(name.text, "document", is_named=True)
    longest = names.longest_bodies.get(low) if len(name.words) == 1 else None
    return Speaker(longest or name.text, "body", is_named=True)


_DEMONYMS: Final = frozenset("democrats republicans conservatives tories liberals labour".split())


def _resolve_noun(line: Line, first: int, head: int, last: int, memory: Memory) -> Speaker:
    """Return the speaker behind a noun: role, body, document, or people without a name."""
    word, text = line.low[head].split("'")[0], say(line, first, last)
    words = frozenset(line.low[first : last + 1])
    owned = any(owner.endswith("'s") for owner in line.low[first:head])
    is_definite = owned or line.low[first] in _DEFINITE
    if line.low[first] in table.UNNAMED or word == "media":
        kind = "document" if word in table.DOCUMENTS else "body" if word == "media" else "person"
        return Speaker(text, kind)
    is_lead = memory.sentence <= _LEAD and line.low[first] in ("a", "an")
    later = memory.names.sole_holder(word) if is_lead and word not in _NAMELESS else None
    if later is not None:
        return name_person(later)  # "A federal judge", who is named behind
    if word in table.ROLES and (is_definite or first == head):
        holder = memory.names.holder(word, words)
        if holder:
            return name_person(holder)
        known = memory.recall_last() if word in _PLAYERS and line.low[first] == "the" else None
        if known is not None and memory.names.jobs_of(known.name) & table.ROLES <= _PLAYERS:
            return known  # "the striker", who is not the coach
        if line.low[first] == "the" and _is_told_anew(line, first, head, memory):
            return memory.recall_last() or Speaker(text, "person")  # "the former sheriff"
        same = _recall_same(line, first, head, memory)
        return same or Speaker(text, "person", is_definite and word not in _NAMELESS)
    if word in table.DOCUMENTS and not (word in table.BODIES and is_definite):
        return Speaker(text, "document", _holds_name(text))
    if word in table.BODIES and head == last and line.low[first] == "the":
        holder = memory.names.holder(word, words)
        if holder:
            return name_person(holder)  # "the center", who was "a fourth-line center"
    if word in table.BODIES or word == "police" or is_many_bodies(word):
        anew = _find_body_anew(line, first, head, memory) if head == last else None
        if anew is not None:
            return anew
        is_near = all(part.endswith(table.PLACED_ENDINGS) for part in line.low[first + 1 : head])
        return _resolve_body(
            word, text, memory, is_generic=is_definite and is_near and head == last
        )
    known = _recall_noun(line, first, head, memory) if is_definite else None
    return known or Speaker(text, "document" if word in table.FINDINGS else "person")


def _recall_same(line: Line, first: int, head: int, memory: Memory) -> Speaker | None:
    """Return whom "the official" tells again, who was "a senior official" before."""
    if first != head - 1 or line.low[first] not in _DEFINITE:
        return None
    unnamed = (p for p in reversed(memory.people) if not p.is_named)
    return next((p for p in unnamed if p.name.lower().split()[-1] == line.low[head]), None)


def _recall_noun(line: Line, first: int, head: int, memory: Memory) -> Speaker | None:
    """Return who was spoken of before and is told again: "the diplomat", "the barrister"."""
    word = line.low[head]
    same = _recall_same(line, first, head, memory)
    if same is not None:
        return same
    holder = memory.names.holder(word, frozenset(line.low[first : head + 1]))
    if holder and (word in _WORKERS or line.low[first] == "the"):
        return name_person(holder)
    if line.low[first] == "the" and _is_told_anew(line, first, head, memory):
        return memory.recall_last()
    if word in _WORKERS:
        return None
    last = memory.people[-1] if memory.people and word in _SOMEBODY else None
    return None if last is None or last.is_named else last  # "one victim … the woman"


def _is_told_anew(line: Line, first: int, head: int, memory: Memory) -> bool:
    """Whether "the scaffolder", of whom nothing was said before, is whom the text just named."""
    word, last = line.low[head], memory.recall_last()
    is_job = word in _WORKERS or word in table.ROLES
    is_one = is_job or word in KIN or word in _PERSONS or word.endswith(_AGENTS)
    if last is None or not is_one or word in _NO_EPITHETS or word.endswith(("maker", "body")):
        return False
    is_near = memory.sentence - memory.met.get(last.name, -_NEAR) < _NEAR
    is_told = head + 1 < len(line.low) and line.low[head + 1] == "of"  # "the star of “Baretta”"
    if not is_near or is_told:
        return False
    is_described = any(
        part in _DESCRIBING or part.endswith(("-year-old", "-time", "-born"))
        for part in line.low[first + 1 : head]
    )
    is_new = memory.names.first_uses.get(word) == line.starts[head]
    return is_new and (is_described or not is_job)


def _find_body_anew(line: Line, first: int, head: int, memory: Memory) -> Speaker | None:
    """Return the body of which the text just told, for "the activist hedge fund"."""
    is_near = memory.sentence - memory.body_at < _NEAR
    is_known = line.low[head] in _CALLED and line.low[first] == "the"
    parts = range(first + 1, head)
    if not (is_near and is_known and parts) or any(line.is_name(k) for k in parts):
        return None  # "the German firm" is one of several
    uses = memory.names.first_uses  # asked for last: it reads the whole text
    if not any(uses.get(line.low[k]) == line.starts[k] for k in parts):
        return None
    told = (body for body in reversed(memory.bodies) if body.name.lower() not in _NO_FIRMS)
    text = say(line, first, head).lower()
    told = (body for body in told if not text.startswith(body.name.lower()))
    last = next(told, None)
    return last if last is not None and last.is_named and last.kind == "body" else None


def is_many_bodies(word: str) -> bool:
    """Whether a word is a plural of bodies: "companies"; "forces" is one body by itself."""
    return word not in table.BODIES and table.find_singular(word) in table.BODIES


def _resolve_body(word: str, text: str, memory: Memory, *, is_generic: bool) -> Speaker:
    kinds = memory.names.kinds.get(word, ()) if is_generic and word not in _COMPANIES else ()
    if len(kinds) == 1:
        return Speaker(kinds[0], "body", is_named=True)
    known = memory.names.bodies
    named = [body for body in known if " " in body and word in body.lower().split()]
    if is_generic and len(named) == 1:  # "the institute"
        return Speaker(named[0], "body", is_named=True)
    if is_generic and word in table.GENERIC:
        spoken = [b.name for b in reversed(memory.bodies) if b.name in known]
        if word != "party":
            spoken = [name for name in spoken if name.lower() not in _NO_FIRMS]
        if word in _COMPANIES:  # the company is none that is called a charity
            others = {
                name
                for kind, called in memory.names.kinds.items()
                if kind not in _COMPANIES and kind != "group"
                for name in called
            }
            spoken = [name for name in spoken if name not in others]
        fits = named or spoken
        if len(known) == 1 and spoken:
            fits = list(known)
        if fits:
            return Speaker(fits[0], "body", is_named=True)
    if is_many_bodies(word):
        return Speaker(text, "body")
    has_name = _holds_name(text) or (text[0].isupper() and text.split()[0].endswith(("'s", "’s")))
    is_named = is_generic or has_name or word == "police" or text.lower().startswith("the ")
    return Speaker(text, "body", is_named)


def _holds_name(text: str) -> bool:
    """Whether a phrase holds a name. Where one of several comes from is none: "a US court"."""
    first, *others = text.split()
    names = [other.lower() for other in others if other[0].isupper()]
    if first.lower() in ("a", "an"):
        names = [n for n in names if n not in _ORIGINS and not n.endswith(_ORIGIN_ENDINGS)]
    return bool(names)
