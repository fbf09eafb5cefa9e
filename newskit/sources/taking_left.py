"""What a cue takes in front of it: "The talks failed, he said"."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.clause_ends import EFFECTS, another_says
from newskit.sources.cues import CLAUSES, CUES, DOUBTFUL, SAYING, WH, Cue
from newskit.sources.lines import DASHES, Line
from newskit.sources.name_forms import KIN
from newskit.sources.page import Context, Finding
from newskit.sources.phrases import NO_HEADS, find_subject, is_apposed
from newskit.sources.subjects import DID, OPENERS, is_agent

_POINTING: Final = frozenset(
    "referring alluding pointing citing speaking talking gesturing".split()
)
_CLEAR: Final = table.OPENERS | table.FINITE
_SHORT: Final = 5  # words of a noun phrase
_FAR_VERB: Final = 12  # words
TURNS: Final = frozenset(("and", "but", "then"))
_APPOSED: Final = frozenset("a an the who whose which his her their".split())
# What may follow a speaker behind the verb: ", said Khan on Monday", "who", "as".
BEHIND: Final = (
    table.PREPOSITIONS | table.DAYS | frozenset("who that as when while last this".split())
)
WHEN: Final = frozenset(
    "as when while after before because since once until although though".split()
)
_FORETELLING: Final = frozenset(
    "forecast estimate project show report claim suggest indicate".split()
)
_ASKING: Final = frozenset("asks asked wonders wondered".split())
_QUESTIONED: Final = frozenset("asked pressed questioned".split())  # "Asked why, Lee thought of it"
_ROLES: Final = table.WORK | frozenset(KIN)
_JOINING: Final = frozenset("and but while whereas".split())
_REASONS: Final = frozenset("because unless if though although".split())
_NO_VERBS: Final = BEHIND | table.OPENERS | _APPOSED | {"and", "or", "but", "according"}
_ASIDES: Final = BEHIND | table.LISTENERS | {"after", "before", "earlier", "late"}


def is_comma(line: Line, k: int) -> bool:
    """Whether a comma stands before a word."""
    return line.breaks[k] and "," in line.gaps[k]


def take_left(context: Context, subject: int, last: int, cue: Cue, finding: Finding) -> bool:
    """Give the finding the clause in front of it, as in "The talks failed, he said"."""
    line = context.line
    verb = subject if line.starts[subject] == finding.cue.start else last  # ", says a report"
    is_last = verb == last and _is_closing(context, subject, last, cue)
    is_inverted = verb == subject and line.is_name(subject + 1)  # ", notes Ann Lee"
    is_doubtful = (
        not is_inverted
        and line.low[verb] in DOUBTFUL
        and line.low[verb] != "thought"
        and not is_last
        and not _is_clearly_within(context, subject, last)
    )
    if CLAUSES.isdisjoint(cue.frames) or is_doubtful or "state" in cue.frames:
        return False
    is_more = _goes_on_about(line, subject, last, is_inverted=verb == subject)
    is_free = context.covering(subject) is None  # "…, a source said; the party, she added, is"
    begin = context.left_edge(subject if is_free else None)
    is_within = _is_within(context, last) and not is_more
    # At the subject itself: "But, he said, it rains".
    is_open = begin is not None and begin - is_within < subject
    if begin is None or not is_open or not _is_inserted(line, subject, last + 1):
        return False
    is_within = is_within or "," not in line.gaps[subject]  # "Boys – he says – do worse"
    if last + 1 < len(line.words) and _keeps_its_half(line, subject - 1):
        return _take_rest(context, last, finding)
    if is_within and (line.low[last + 1] in _POINTING or _hands_over(context, last + 1)):
        is_within = False  # ", he said, referring to Khan"; ", he said, but critics say"
    begin = skip_colon(line, _skip_sentence(context, begin, subject), subject)
    has_verb = has_clause(line, begin, subject)
    is_opener = line.low[begin] in OPENERS and not (has_verb or _is_amount(line, begin + 1))
    is_opener = is_opener or _is_subordinate(line, begin, subject)  # "As it fell, Lee testified"
    is_opener = is_opener or line.low[begin] in _QUESTIONED
    if is_opener and not is_within and last + 1 < len(line.words):
        return False
    if not (is_within or _is_aside(context, last + 1, hears="listener" in cue.frames)):
        return False
    if begin < subject:
        finding.contents.append(context.content(begin, _skip_role(line, begin, subject) - 1))
    rest = None if is_within or is_more else _find_rest(line, begin, subject, last)
    if rest is not None:  # "His men, he told reporters in Goma, had no guns"
        finding.contents.append(context.content(rest, context.end_of(rest, last)))
    if is_more and not has_verb and subject - begin <= _SHORT:
        behind = _find_verb_behind(line, last + 1)
        if behind is not None:  # "The cell, says Ann Lee, a doctor in Dover, helps the body"
            finding.contents.append(context.content(behind, context.end_of(behind, last)))
    if is_within:
        finding.contents.append(context.content(last + 1, context.end_of(last + 1, last)))
    return bool(finding.contents)


def _hands_over(context: Context, k: int) -> bool:
    """Whether behind a conjunction, word ``k``, somebody else begins to speak."""
    line = context.line
    later = next((m for m in context.verbs if m > k + 1 and line.low[m] in SAYING), None)
    return later is not None and line.low[k] in _JOINING and another_says(line, k, later)


def _skip_role(line: Line, begin: int, subject: int) -> int:
    """Return where a speaker begins with what he is: "It was cancer, [his son], Max, said"."""
    first = line.find_break(subject - 1)
    if not (is_comma(line, subject) and is_comma(line, first)) or first <= begin:
        return subject
    opens = line.low[first] in table.DETERMINERS or line.low[first].endswith("'s")
    is_role = opens and line.is_name(subject) and line.low[subject - 1] in _ROLES
    is_role = is_role and has_clause(line, begin, first)
    return first if is_role and not has_clause(line, first, subject) else subject


def _is_closing(context: Context, subject: int, last: int, cue: Cue) -> bool:
    """Whether a speaker and a cue close what was said: ", a poll shows.", ", the bank forecast"."""
    line = context.line
    is_closing = last + 1 == len(line.words) or is_comma(line, last + 1)
    # "…, the bank forecast on Monday", "…, the court heard on Monday"
    if not is_closing and (cue.lemma in _FORETELLING or cue.lemma == "hear"):
        is_closing = _is_aside(context, last + 1, hears=False) and has_clause(line, 0, subject)
    opens = line.low[subject] in table.DETERMINERS
    return is_closing and (opens or is_agent(context, subject, last - 1))


def _goes_on_about(line: Line, subject: int, last: int, *, is_inverted: bool) -> bool:
    """Whether more about the speaker follows, and no more of what was said: ", a nurse, …"."""
    after = line.low[last + 1 : last + 2]
    if after == ["according"] or not (is_inverted and after):
        return after == ["according"]
    is_apart = after[0] in _APPOSED or after[0] in table.ROLES or is_apposed(line, last + 1)
    return is_apart or _is_title_behind(line, subject, last + 1)


def _is_inserted(line: Line, first: int, behind: int) -> bool:
    """Whether a comma stands before some words, or dashes or brackets around them."""
    gap, after = line.gaps[first], line.gaps[behind]
    if "," in gap or behind >= len(line.low):
        return "," in gap
    return ("(" in gap and ")" in after) or not (DASHES.isdisjoint(gap) or DASHES.isdisjoint(after))


def _keeps_its_half(line: Line, k: int) -> bool:
    """Whether a clause that opens with this word is parted: "a deal [that], he said, is dead"."""
    word, before = line.low[k], line.low[k - 1] if k else ""
    return word in ("which", "because") or (
        word == "that" and k > 0 and before not in table.PREPOSITIONS
    )


def _take_rest(context: Context, last: int, finding: Finding) -> bool:
    """Give the finding what stands behind the next comma, if one is near."""
    near = range(last + 1, min(last + _FAR_VERB, len(context.line.low)))
    behind = next((k for k in near if is_comma(context.line, k)), None)
    if behind is not None:
        finding.contents.append(context.content(behind, context.end_of(behind, last)))
    return behind is not None


def _is_clearly_within(context: Context, subject: int, last: int) -> bool:
    """Whether a cue that may be a noun is a verb between commas: ", the court heard, she"."""
    line = context.line
    if not _is_within(context, last):
        return False
    after = line.low[last + 1]
    is_named = line.is_name(last - 1) and is_agent(context, subject, last - 1)
    is_named = is_named and is_comma(line, subject)  # ", Ann Lee notes, "
    return line.low[subject] in table.PERSONAL or after in _CLEAR or is_named


def _skip_sentence(context: Context, begin: int, behind: int) -> int:
    """Return where what was said begins: "Lee said it fell, and [prices rose], Khan warned"."""
    line = context.line
    begin += line.low[begin] in table.LEADS and line.breaks[begin + 1]  # "However, she said, …"
    said = [v for v in context.verbs if begin < v < behind and line.low[v] in SAYING]
    if not said or find_subject(line, said[0]) is None:
        return begin
    for k in range(said[0] + 1, behind):
        if ";" in line.gaps[k]:
            return k
        if is_comma(line, k) and line.low[k] in TURNS:
            return k + 1
    return begin


def skip_colon(line: Line, begin: int, behind: int) -> int:
    """Return where a sentence behind a colon begins: "A riddle: [The bees are gone], Lee said"."""
    for k in range(behind - 1, begin, -1):
        if ":" in line.gaps[k] and line.words[k][0].isupper() and line.low[k] in table.OPENERS:
            return k
    return begin


def _is_title_behind(line: Line, subject: int, k: int) -> bool:
    """Whether what a speaker is ends the sentence: "It fell, said Ann Lee, [head of the mine]"."""
    if k >= len(line.low) or line.low[k].endswith("ing") or line.low[k] in NO_HEADS:
        return False
    if _is_subordinate(line, 0, subject):
        return False  # "Although it fell, said Lee, prices rose"
    is_plain = line.low[k].isalpha() and table.FINITE.isdisjoint(line.low[k:])
    is_last = is_plain and not any(line.breaks[k + 1 : len(line.low)])
    return is_last and line.low[subject - 1] not in table.AUXILIARIES


def has_clause(line: Line, begin: int, behind: int) -> bool:
    """Whether a verb stands in some words: "workers [walked] out", not "Ann, elected in May"."""
    is_relative = False
    for k in range(begin, behind):
        word, is_break = line.low[k], line.breaks[k]
        is_relative = word in table.RELATIVES if is_break else is_relative
        is_past = word in DID or (word.endswith("ed") and not line.is_name(k))
        is_past = is_past and k > begin and line.low[k - 1] not in table.DETERMINERS
        if not is_relative and (word in table.AUXILIARIES or (is_past and not is_break)):
            return True
    return False


def _is_amount(line: Line, k: int) -> bool:
    """Whether behind "at" or "about" an amount begins: "at least 20 people died"."""
    return line.low[k] in ("least", "most") or line.low[k][0].isdigit()


def _is_subordinate(line: Line, begin: int, behind: int) -> bool:
    """Whether there is only a clause of time in some words: "As it fell,"."""
    return line.low[begin] in WHEN and not any(line.breaks[begin + 1 : behind])


def _find_rest(line: Line, begin: int, subject: int, last: int) -> int | None:
    """Return the verb behind a cue's asides that goes with the noun phrase in front of it."""
    near = range(last + 1, min(last + _FAR_VERB, len(line.low)))
    rest = next((k for k in near if line.breaks[k]), None)
    if rest is None or "," not in line.gaps[rest]:
        return None
    if rest == last + 1 == len(line.low) - 1 and not has_clause(line, begin, subject):
        return rest  # "The drug, the label says, works"
    if line.low[rest] in _REASONS:
        return rest  # "Prices rose, he said on Friday, because demand did"
    if not has_clause(line, begin, subject) and _is_past(line.low[rest]):
        return rest  # "The account, she told them, belonged to him"
    if line.low[rest] not in table.FINITE:
        return None
    return rest if table.FINITE.isdisjoint(line.low[begin:subject]) else None


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in DID


def _find_verb_behind(line: Line, k: int) -> int | None:
    """Return the word behind the last comma from a word on, if it goes on with a sentence."""
    commas = [m for m in range(k + 1, len(line.low)) if is_comma(line, m)]
    last = commas[-1] if commas else None
    is_noun = last is None or line.is_name(last) or line.low[last] in _NO_VERBS
    return None if is_noun else last


def _is_aside(context: Context, k: int, *, hears: bool) -> bool:
    """Whether behind a cue there is only when, where or to whom: "he said on Friday"."""
    line = context.line
    if k >= len(line.words) or line.breaks[k]:
        return True
    if hears and table.AUXILIARIES.isdisjoint(line.low[k:]):
        return True  # ", a spokesman told the Herald"
    return line.low[k] in _ASIDES


def is_parted(context: Context, subject: int, last: int) -> bool:
    """Whether a cue parts a verb from its clause: "It is unclear, experts say, how long …"."""
    line = context.line
    is_clause = _is_within(context, last) and line.low[last + 1] in WH
    is_whole = subject > 1 and line.low[last] in _ASKING  # "Why talk, he asks, if"
    is_whole = is_whole and line.low[0] not in table.PREPOSITIONS and "," in line.gaps[subject]
    return is_clause and (is_whole or not table.AUXILIARIES.isdisjoint(line.low[:subject]))


def _is_within(context: Context, last: int) -> bool:
    """Whether a cue stands between the commas of what it hands over: "It was, he said, late"."""
    line = context.line
    is_comma = line.breaks[last + 1] and line.gaps[last + 1].strip() == ","
    if last + 2 >= len(line.words) or not is_comma:
        return False
    if line.low[last + 1] in EFFECTS:
        return False  # ", a study has found, raising questions"
    after = CUES.get(line.low[last + 1])  # ", he said, adding that"
    return not (line.low[last + 1].endswith("ing") and after and "quote" in after.frames)
