"""What is said by nobody in particular: hearsay, passives, and nouns with a clause."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.asides import find_near_that
from newskit.sources.contents import find_to
from newskit.sources.cues import CUES, EMERGED, HEARSAY, LABELS, NOUNS, PASSIVES, TOLD, Cue
from newskit.sources.lines import Line
from newskit.sources.objects import opens_quote
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import find_behind, find_first, find_subject, skip_between
from newskit.sources.subjects import DID, find_name_behind
from newskit.sources.taking import is_opened, opens_main
from newskit.sources.taking_left import take_left

_LEADING: Final = (["to"], ["not"], ["that"])
_FAR_WHO: Final = 8  # words
_NO_VERB_BEHIND: Final = table.STOPS | table.PERSONAL | {"and", "not", "to"}
_CLAUSES: Final = table.STOPS - table.AUXILIARIES  # with these another clause begins
_HELD: Final = frozenset(
    "believed thought understood said reported rumoured rumored alleged".split()
)
_HELD_ENDS: Final = table.FINITE | frozenset("and but who which that from after with".split())
_NO_NOUNS: Final = table.BETWEEN | table.PERSONAL | {"and", "or", "but", "who", "which", "that"}
_FEW: Final = 4  # words from "told" to the end of ", the court was told on Monday"
_NEAR: Final = 10  # words between "was described" and its "by"
_CONJUNCTIONS: Final = frozenset("and but though although while which whereas".split())
_MIGHT: Final = frozenset("can could cannot should must".split())
_PLACES_OF_SPEECH: Final = frozenset("court jury inquest tribunal inquiry hearing panel".split())
_ONES: Final = frozenset(("a", "an", "the", "one"))
_IT_IS: Final = (["it", "is"], ["it", "was"])
_DECIDED: Final = frozenset("denied rejected confirmed announced".split())
_VERBAL: Final = table.AUXILIARIES | {"that"}
_ITS: Final = frozenset("it's he's she's they're that's".split())


def read_agentless(context: Context, k: int) -> Finding | None:
    """Read a cue that can do without a source."""
    line, word = context.line, context.line.low[k]
    is_noun = word in NOUNS and _find_that(line, k) is not None
    if word in _HELD and line.low[k + 1 : k + 3] == ["to", "be"] and not is_passive(line, k):
        return _read_held(context, k)
    is_done = word in PASSIVES and is_passive(line, k)
    if not (is_noun or is_done or word in HEARSAY or word in EMERGED):  # as with most
        return None
    if context.covering(k) or any(found.cue.start == line.starts[k] for found in context.found):
        return None
    if word in HEARSAY:
        if line.low[k + 2 : k + 3] == ["by"] and line.low[max(0, k - 1)] not in table.AUXILIARIES:
            return None  # "the $20 reportedly demanded by Lee"
        begin = context.left_edge()
        if begin is None or begin > k:
            return None
        finding = _hand_over(context, k, begin)
        finding.load = "doubt"
        return finding
    if word in EMERGED and "it" in line.low[max(0, k - 2) : k]:
        that = find_near_that(line, k, near=5)
        return None if that is None else _hand_over(context, k, that + 1)
    if is_done:
        return _read_passive(context, k)
    return _read_noun(context, k) if is_noun else None


def _read_held(context: Context, k: int) -> Finding | None:
    """Read "a fee believed [to be £3m]", which ends where the phrase does."""
    line = context.line
    is_verb = k == 0 or line.low[k - 1] in _NO_NOUNS or line.breaks[k + 1]
    if is_verb or k + 3 >= len(line.words) or context.covering(k):
        return None
    ends = (m for m in range(k + 4, len(line.words)) if line.breaks[m] or line.low[m] in _HELD_ENDS)
    finding = _hand_over(context, k, k + 1)
    finding.contents[:] = [context.content(k + 1, next(ends, len(line.words)) - 1)]
    return finding


def _hand_over(context: Context, k: int, begin: int) -> Finding:
    """Return what nobody says: the sentence from a word on."""
    finding = context.finding(k, k, Cue(context.line.low[k], frozenset()), None)
    finding.is_agentless = True
    finding.contents.append(context.content(begin, len(context.line.words) - 1))
    return finding


def is_passive(line: Line, k: int) -> bool:
    """Whether a form of "be" stands before a participle: "was described"."""
    low, m = line.low, k - 1
    if m < 0 or low[k].endswith("ing"):
        return False
    while m >= 0 and not line.breaks[m + 1] and line.is_between(m):
        if low[m] in table.BE:
            return True
        m -= 1
    return m == k - 1 and low[m] in _ITS


def is_passive_too(line: Line, first: int) -> bool:
    """Whether a participle is the second behind a "be": "was fined and [ordered] to pay"."""
    word, after = line.low[first], line.low[first + 1] if first + 1 < len(line.low) else ""
    is_open = after == "to" or (word == "told" and after in ("that", "he", "she", "they"))
    if word not in TOLD or not is_open or line.breaks[first + 1]:
        return False
    near = range(max(0, first - _NEAR), first - 1)
    return any(line.low[k] in table.BE and _is_participle(line, k + 1) for k in near)


def _is_participle(line: Line, k: int) -> bool:
    return line.low[k].endswith("ed") or (line.is_adverb(k) and line.low[k + 1].endswith("ed"))


def _read_passive(context: Context, k: int) -> Finding | None:
    """Read "is believed to", "was described by X as", "it was reported that"."""
    line, word = context.line, context.line.low[k]
    if k + 1 >= len(line.words):
        return _read_closing(context, k)
    is_label = _is_label(line, k)
    if (line.breaks[k + 1] and not is_label) or not _MIGHT.isdisjoint(line.low[max(0, k - 3) : k]):
        return None  # "can be seen as"
    after, is_seen = line.low[k + 1], word == "seen" and line.low[k + 1].endswith("ing")
    if word in TOLD and after != "by":
        is_late = len(line.words) - k <= _FEW and (after == "on" or after in table.DAYS)
        return _read_closing(context, k) if is_late else _read_told(context, k)
    source = _find_doer(line, k)
    last = source[1] if source is not None else None
    near_it = [m for m in range(max(0, k - 3), k) if not line.is_adverb(m)]
    is_it = word != "called" and [line.low[m] for m in near_it[-2:]] in _IT_IS
    that = find_near_that(line, k, near=5) or k
    is_far = is_it and that > k + 1  # "it is assumed here that"
    is_clause = after not in table.PREPOSITIONS and not table.AUXILIARIES.isdisjoint(
        line.low[k + 2 : k + _NEAR]
    )
    is_it = is_it and (is_clause or is_far or after in table.OPENERS or after == "there")
    behind = line.low[last + 1 : last + 2] if last is not None else []
    is_by = after == "by" and not PASSIVES[word].isdisjoint(behind)  # "believed by friends to"
    is_known = after in PASSIVES[word] or is_it or is_by or is_label or is_seen
    if not is_known or (after == "by" and source is None):
        return None
    finding = context.finding(k, k, CUES.get(word, Cue(word, frozenset())), source)
    finding.is_agentless = source is None
    if last is not None:  # "confirmed by his son, Tom Lee"
        finding.source = find_name_behind(context, last + 1) or finding.source
    begin, end = _find_begin(context, k), context.end_of(k + 1, k)
    if is_it or (after == "that" and k + 2 < len(line.words)):
        begin = that + 1 if is_far else k + 2 if after == "that" else k + 1
    if word in TOLD and last is not None and line.low[last + 1 : last + 2] in _LEADING:
        begin = last + 1 + (line.low[last + 1] == "that")  # "asked by Lee [to carry out a study]"
    if begin is not None and (opened := _find_relative(line, k)) is not None:
        begin = k + 1  # "Lee, who is believed [to have left], could not"
        commas = (m for m in range(k + 2, end + 1) if "," in line.gaps[m])
        end = next(commas, end + 1) - 1
        begin = begin if source is None else opened
    if begin is None:
        return None
    if word in _DECIDED and source is not None:
        done = skip_between(line, k)  # "[The closure] was announced by Lee"
        done -= line.low[done] in ("who", "which", "that")
        end = done if done >= begin else end
    finding.contents.append(context.content(min(begin, end), end))
    return finding


def _is_label(line: Line, k: int) -> bool:
    """Whether a passive gives a label: "has been called the worst", "was branded “a disaster”"."""
    word = line.low[k]
    if word not in LABELS or (word == "called" and line.low[k - 1] != "been"):
        return False
    return opens_quote(line.gaps[k + 1]) or (line.low[k + 1] in _ONES and not line.breaks[k + 1])


def _find_doer(line: Line, k: int) -> tuple[int, int] | None:
    """Return the first and last word of who did it: "was accused by [Ann Lee] of lying"."""
    by = _find_by(line, k)
    last = find_behind(line, by + 1) if by is not None else None
    if by is None or last is None:
        return None
    deeds = (m for m in range(by + 2, last) if line.low[m] in ("of", "for"))
    return by + 1, next((m - 1 for m in deeds if line.low[m + 1].endswith("ing")), last)


def _find_by(line: Line, k: int) -> int | None:
    """Return the "by" that tells who did it: not so in "is believed to have been hit by a car"."""
    for m in range(k + 1, min(k + _NEAR, len(line.words) - 1)):
        word = line.low[m]
        if word == "by":
            return m
        if word in _VERBAL or (word.endswith("ed") and not line.is_name(m)):
            return None
        if word == "to" and m == k + 1:
            return None
    return None


def _find_relative(line: Line, k: int) -> int | None:
    """Return the "who" behind a comma in whose clause a passive stands."""
    who = line.find_break(k)
    is_near = who > 0 and k - who < _FAR_WHO
    return who if is_near and line.low[who] in ("who", "which") else None


def _read_told(context: Context, k: int) -> Finding | None:
    """Read "were told he would come", "was ordered to leave", "had been warned in May that"."""
    line, that = context.line, find_near_that(context.line, k, near=5)
    near = line.low[k + 1 : k + _NEAR]
    is_clause = (near[0] in table.OPENERS or line.is_name(k + 1)) and "to" not in near[:3]
    start = None if that is None else that + 1
    if start is None and is_clause and not table.FINITE.isdisjoint(near[1:]):
        start = k + 1
    if start is None:
        start = find_to(line, k + 1)
    if start is None:
        return None
    finding = context.finding(k, k, CUES[line.low[k]], None)
    finding.is_agentless = True
    finding.contents.append(context.content(start, context.end_of(start, k)))
    return finding


def _read_closing(context: Context, k: int) -> Finding | None:
    """Read what ends a sentence: ", the court was told", ", it has been announced"."""
    line, subject = context.line, find_subject(context.line, k)
    head = line.low[subject[1]] if subject else ""
    is_agentless, is_told = head == "it", line.low[k] == "told" and head in _PLACES_OF_SPEECH
    if subject is None or not (is_agentless or is_told):
        return None
    finding = context.finding(k, k, CUES.get(line.low[k], CUES["said"]), subject)
    if not take_left(context, subject[0], k, CUES["said"], finding):
        return None
    if is_agentless:
        finding.source, finding.is_agentless = None, True
    return finding


def _find_begin(context: Context, k: int) -> int | None:
    """Return the first word of the part of the sentence in which a passive stands."""
    line, begin = context.line, context.left_edge(k)
    if begin is None:
        return None
    before = context.found[-1].lemma if context.found else ""
    if before in NOUNS and line.low[begin] in table.FINITE:
        return 0  # "Reports that he left [have been described as] idle"
    near = line.find_break(k)  # "The pool, which opened in 1974, is expected to shut"
    heads = (
        m + 1
        for m in range(k - 1, begin, -1)
        if line.breaks[m]
        and line.low[m] in _CONJUNCTIONS
        and (m == near or line.low[m] not in table.RELATIVES)
    )
    return next(heads, begin)


def _find_that(line: Line, k: int) -> int | None:
    """Return the "that" of "the claim [that]", "fears are rife [that]", "Lee's view is [that]"."""
    after = line.low[k + 1 : k + 2]
    if after == ["that"]:
        return k + 1
    if not after or after[0] not in table.FINITE or line.breaks[k + 1]:
        return None
    that = find_near_that(line, k, near=5)
    if that is None or not {"so", "such"}.isdisjoint(line.low[k:that]):
        return None  # "the response was so strong that"
    return None if line.low[that - 1] in table.DETERMINERS else that


def _read_noun(context: Context, k: int) -> Finding | None:
    """Read "Khan's claim that …", "the belief that …"."""
    line, that = context.line, _find_that(context.line, k)
    if that is None or that + 1 >= len(line.words) or line.breaks[k + 1]:
        return None
    if _is_relative(line, that + 1):
        return None
    word = line.low[k]
    if k and line.low[k - 1] == "to" and word in CUES and CUES[word].lemma == word:
        return None  # "which allowed him to claim that", but "in response to claims that"
    if k and line.low[k - 1] in ("a", "an") and line.breaks[k - 1]:
        return None  # "…, a charge that he denies"
    near = range(k - 1, max(-1, k - 4), -1)
    owner = next((m for m in near if table.is_owner(line.low[m])), None)
    start = line.starts[that + 1]
    if any(start == content.start for found in context.found for content in found.contents):
        return None  # "said in a statement that": it is taken
    finding = context.finding(k, k, Cue(line.low[k], frozenset()), None)
    if owner is not None:
        finding.source = line.span(_find_owner(line, owner), owner)
    finding.is_agentless = owner is None
    end = context.end_of(that + 1, k)
    if that == k + 1:
        end = _end_subject(line, that + 1, end)
    if is_opened(line, k):
        end = next((m - 1 for m in range(that + 2, end + 1) if opens_main(line, m)), end)
    finding.contents.append(context.content(that + 1, end))
    return finding


def _is_relative(line: Line, k: int) -> bool:
    """Whether behind a noun's "that" a verb stands: "threats that are", "a note that seemed to"."""
    word, after = line.low[k], line.low[k + 1] if k + 1 < len(line.low) else ""
    is_past = word.endswith("ed") or word in DID
    return word in table.FINITE or (is_past and (word in CUES or after in table.PREPOSITIONS))


def _find_owner(line: Line, owner: int) -> int:
    """Return the first word of whose claim it is: his, the [mayor's], [Ann Lee's]."""
    first = None if line.low[owner] in table.POSSESSIVES else find_first(line, owner)
    if first is None or not line.is_name(owner):
        return owner if first is None else first
    while owner > first and line.is_name(owner - 1) and not line.breaks[owner]:
        owner -= 1
    return owner


def _end_subject(line: Line, start: int, end: int) -> int:
    """Return the last word of "the claim that [he lied] has hurt him", else ``end``."""
    low, finite = line.low, table.FINITE
    if not finite.isdisjoint(low[: start - 1]):
        return end  # "He repeated the claim that": it is no subject
    verbs = [m for m in range(start + 1, end + 1) if low[m] in finite and low[m - 1] not in finite]
    if len(verbs) == 1:  # "the claim that he would leave [came] late"
        did = (m for m in range(verbs[0] + 2, end + 1) if low[m] in DID)
        verbs += [m for m in did if low[m - 1] not in finite][:1]
    if len(verbs) != 2 or any(line.breaks[start + 1 : verbs[1] + 1]):
        return end
    is_own = low[verbs[1] - 1] in _NO_VERB_BEHIND
    is_own = is_own or not _CLAUSES.isdisjoint(low[verbs[0] + 1 : verbs[1]])
    return end if is_own or "and" in low[verbs[0] : verbs[1]] else verbs[1] - 1
