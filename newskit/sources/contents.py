"""What was said: the stretch of a sentence that a cue hands over to somebody."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.asides import (
    find_near_that,
    opens_clause,
    skip_aside,
    skip_asides,
    skip_listener,
)
from newskit.sources.cues import CLAUSES, CUES, DOUBTFUL, WH, Cue
from newskit.sources.lines import Line
from newskit.sources.objects import OBJECTS, is_asked_for, is_number, opens_quote

# Behind these a cue has no clause of its own: "he said as he left", "he said so".
_NO_CLAUSE: Final = frozenset(
    "and but as when after before until so or of for with by without than not to".split()
)
# Behind "to" these are no deed: "sold to the", "declined to comment".
_NOT_DONE: Final = table.DETERMINERS | table.PREPOSITIONS | {"around", "comment"}
_REACHING: Final = frozenset("quote to direct".split())  # such cues have no object before "of"
_OF: Final = frozenset("of about against".split())  # what somebody is warned of
_NO_SUBJECTS: Final = table.LISTENERS | table.PREPOSITIONS
_BEHIND_IT: Final = table.PREPOSITIONS | table.NUMERALS | {"again", "all", "once", "twice"}
_SUBJECTS: Final = frozenset("he she they i we".split())
_NO_OBJECT: Final = _NO_CLAUSE | table.PREPOSITIONS | {"that"}
_RELATIVES: Final = frozenset(("which", "who", "where", "when"))
_SUBORDINATE: Final = frozenset("as when if after although though while because unless".split())
_BEFORE_COMMAS: Final = table.DAYS | {"statement", "week", "month", "year"}
_CLAUSE_STOPS: Final = table.STOPS | {"to", "and"}
_DATING: Final = frozenset(("on", "in", "last", "earlier")) | table.DAYS
_WITH: Final = 6  # words of those with whom somebody agrees
_FEW: Final = 3  # words of a quote that are no clause
_FAR: Final = 12  # words between a cue and its "that" or "to"


def find_clause(line: Line, k: int, cue: Cue, *, is_doubtful: bool) -> int | None:
    """Return the first word of what was said behind the cue that ends at word ``k``, if any.

    ``is_doubtful``: the cue may be a noun, so that a clause must begin clearly.

    "said on Friday that [it would rain]", "urged ministers [to resign]".
    """
    frames, after = cue.frames, k + 1
    if after >= len(line.words):
        return None
    for find in _choose_finders(frames):
        if (start := find(line, after, frames)) is not None:
            return start
    if any(frame in frames and fits(line, after) for frame, fits in OBJECTS):
        return after
    if line.breaks[after]:
        is_taken = "object" in frames or ("clause" in frames and "quote" not in frames)
        is_short = "object" not in frames and True in line.breaks[after + 1 : after + _FEW]
        if is_taken and opens_quote(line.gaps[after]) and not is_short:
            return after  # "hailed “a useful step”", "hopes “it will hold” till May"
        if ":" in line.gaps[after] and ("quote" in frames or line.capitals[after]):
            return after  # "all agree: It is broken"
        return _find_behind_aside(line, after) if "clause" in frames else None
    if "clause" in frames or ("object" in frames):
        start = skip_asides(line, after, hears="listener" in frames)
        if _is_adjunct(line, k, start):
            return None
        if "clause" in frames and _is_clause(line, start, doubtful=is_doubtful):
            return start
        if "object" in frames and start == after and _is_object(line, start):
            return start
    return None


def _find_behind_aside(line: Line, after: int) -> int | None:
    """Return the word behind ", however, that" or ", on the other hand, that"."""
    near = range(after + 1, min(after + _FAR, len(line.words) - 1))
    aside = next((k for k in near if line.breaks[k]), None)
    if aside is None or "," not in line.gaps[after]:
        return None
    if line.low[aside] == "that":
        return aside + 1
    if line.low[aside] in table.PERSONAL:
        return aside  # "claimed, as of Thursday, it was"
    return aside if line.low[after] in ("however", "though", "meanwhile", "too") else None


def _find_that(line: Line, after: int, frames: frozenset[str]) -> int | None:
    """Return the word behind a "that" (or a whether, how, why …) that belongs to the cue."""
    if "listener" in frames and line.low[after] in _OF:
        return None  # "warned of rules that were unfair"
    if (near := _find_led_that(line, after)) is not None:
        return near + 1
    start = skip_asides(line, after, hears="listener" in frames)
    if start + 1 < len(line.words) and _is_sent(line.low[start]) and not line.breaks[start]:
        far = find_near_that(line, start, near=6)
        if far is not None:
            return far + 1  # "said in a statement e-mailed to reporters that"
    if start > after and opens_clause(line, start):
        return start  # "told reporters she had to choose"
    if start > after and "listener" in frames and _is_subject(line, after, start):
        return after  # nobody was addressed: "warned [the plan could fail]"
    is_relative = start < len(line.words) and line.breaks[start] and line.low[start] in _RELATIVES
    if is_relative:
        return None  # "wrote in the paper, which was published"
    if start < len(line.words) and line.low[start] in WH and start - after <= _FAR:
        if _is_pronoun(line, start):  # "said that was a lie", "urged a deal that was fair"
            is_relative = start > after and line.low[after] in table.DETERMINERS
            return None if is_relative else start
        return start + 1 if line.low[start] == "that" and start + 1 < len(line.words) else start
    if start < len(line.words) and "," in line.gaps[start]:
        return _find_behind_insertion(line, start)
    if start + 1 < len(line.words) and "clause" not in frames and not line.breaks[start]:
        return start if _begins_clause(line, start) else None
    return _find_far_that(line, after) if "listener" in frames else None


def _find_led_that(line: Line, after: int) -> int | None:
    """Return the "that" of "(said) only that", "(ruled) 12-3 that", "(agreed) with Lee that"."""
    if line.low[after] == "with":
        return find_near_that(line, after, near=_WITH)
    is_led = line.low[after] == "only" or line.low[after][0].isdigit()
    is_what = line.low[after] in ("is", "was") and not line.breaks[after]
    is_led = is_led or (is_what and "what" in line.low[:after])  # "what he said was that"
    is_near = line.low[after + 1 : after + 2] == ["that"] and after + 2 < len(line.words)
    return after + 1 if is_led and is_near else None


def _begins_clause(line: Line, start: int) -> bool:
    """Whether a clause without "that" begins here, behind a cue that rarely has one."""
    word, after = line.low[start], line.low[start + 1]
    if word in table.FINITE and is_asked_for(line, start):
        return True  # "which farmers complained [are high]"
    if word in _SUBJECTS and after not in table.PREPOSITIONS:
        return True  # "claimed [he beat them]"
    if word in table.PERSONAL or word == "there":
        is_adverb = after in ("ever", "never") or line.is_adverb(start + 1)
        return is_adverb or after in table.AUXILIARIES or after in CUES
    return _is_plain_clause(line, start)


def _is_pronoun(line: Line, k: int) -> bool:
    """Whether a "that" is a subject: "that was", not "that had he known"."""
    behind = line.low[k + 1 : k + 3]
    if line.low[k] != "that" or len(behind) < 2 or line.breaks[k + 1]:
        return False
    is_inverted = behind[0] in ("should", "had", "were") and behind[1] in table.OPENERS
    return behind[0] in table.FINITE and not is_inverted


def _is_subject(line: Line, first: int, behind: int) -> bool:
    """Whether what looks like the one addressed is the subject of a verb: "the plan could fail"."""
    if behind >= len(line.words) or line.breaks[behind]:
        return False
    is_verb = line.low[behind] in table.FINITE
    return is_verb and line.low[first] not in _NO_SUBJECTS


def _is_sent(word: str) -> bool:
    return word in ("sent", "given") or word.endswith(("mailed", "issued", "released", "posted"))


def _is_plain_clause(line: Line, start: int) -> bool:
    """Whether a subject with its verb begins here: "found [the BBC had lied]"."""
    if line.low[start + 1] in table.FINITE and line.low[start] not in _NO_CLAUSE:
        return True  # "felt [nothing was done]"
    opens = line.low[start] in table.DETERMINERS or line.is_name(start)
    verb = range(start + 1, min(start + _FAR, len(line.words) - 1))
    ends = (k for k in verb if line.breaks[k] or line.low[k] in _CLAUSE_STOPS)
    return opens and line.low[next(ends, start)] in table.AUXILIARIES


def _find_behind_insertion(line: Line, start: int) -> int | None:
    """Return the word behind "that", with one insertion before it: ", filed in May, that [it]"."""
    near = range(start + 1, min(start + _FAR, len(line.words) - 1))
    closing = next((k for k in near if line.breaks[k]), None)
    return closing + 1 if closing is not None and line.low[closing] == "that" else None


def _find_far_that(line: Line, after: int) -> int | None:
    """Return the word behind "that", with the one addressed before it."""
    breaks = 0
    for k in range(after, min(after + _FAR, len(line.words) - 1)):
        is_that = line.low[k] == "that" and not _is_pronoun(line, k)
        if is_that and (line.breaks[k] or breaks % 2 == 0):
            return k + 1  # "told investors of New Media, the parent, on Monday that"
        breaks += line.breaks[k]
        is_deed = line.low[k] == "to" and line.low[k + 1] not in _NOT_DONE
        if line.low[k] in table.AUXILIARIES or (is_deed and not line.is_name(k + 1)):
            return None
    return None


def find_to(line: Line, after: int, _frames: frozenset[str] = frozenset()) -> int | None:
    """Return the "to" of an infinitive right behind the cue."""
    start = after
    if line.low[after] in _DATING:  # "agreed in June to cut it"
        start = skip_aside(line, after)
    to = start + (line.low[min(start, len(line.low) - 1)] == "not")
    if line.breaks[after] or to + 1 >= len(line.words) or line.low[to] != "to":
        return None
    is_open = line.low[to + 1] not in _NOT_DONE and not line.is_name(to + 1)
    is_open = is_open and line.low[to + 1] not in table.LISTENERS  # "admitted to officers that"
    return start if is_open and not _is_untold(line, after) else None


def _is_untold(line: Line, k: int) -> bool:
    """Whether a name is kept back: "(asked) not to be named"."""
    return not table.IDENTIFIED.isdisjoint(line.low[k : k + 4])


def _find_far_to(line: Line, after: int, frames: frozenset[str]) -> int | None:
    """Return the "to" of an infinitive behind the one addressed."""
    if line.low[after] in _OF or (line.low[after] == "for" and "for" in frames):
        return None
    for k in range(after + 1, min(after + _FAR, len(line.words) - 1)):
        word = line.low[k]  # "told the press the men claimed to be ill"
        if line.breaks[k] or word in _SUBJECTS or (word in CUES and word.endswith("ed")):
            return None  # "told the committee he tried to help"
        if word in table.FINITE and table.RELATIVES.isdisjoint(line.low[after:k]):
            return None  # "told the Herald the man was known to her"
        if word == "to" and not line.is_name(k + 1) and line.low[k - 1] not in WH:
            is_open = line.low[k + 1] not in _NOT_DONE and table.IDENTIFIED.isdisjoint(
                line.low[k : k + 4]
            )
            return k - (line.low[k - 1] == "not") if is_open else None
    return None


def _find_willed(line: Line, after: int, frames: frozenset[str]) -> int | None:
    """Return the first word of "the war to end" right behind the cue."""
    return None if _find_far_to(line, after, frames) is None else after


def _find_preposition(line: Line, after: int, frames: frozenset[str]) -> int | None:
    """Return the first word of "for an inquiry", or of "him of theft", behind a cue."""
    carriers = frames & _CARRIERS
    if line.breaks[after]:
        return None
    if line.low[after] in carriers:
        is_open = after + 1 < len(line.words) and skip_aside(line, after) == after
        return after + 1 if is_open else None
    if "listener" in frames:
        behind = skip_listener(line, after)
        is_open = behind + 1 < len(line.words) and not line.breaks[behind]
        return behind + 1 if is_open and line.low[behind] in carriers else None
    start = skip_asides(line, after, hears=False)
    is_date = line.low[start + 1 : start + 2] and line.low[start + 1] in table.BEFORE_PERIODS
    if after < start < len(line.words) - 1 and line.low[start] in carriers and not is_date:
        return start + 1  # "(a deal that Lee) blasted on a call as “wrong”"
    if not _REACHING.isdisjoint(frames) or line.low[after] in table.PREPOSITIONS:
        return None
    for k in range(after + 1, min(after + _FAR, len(line.words) - 1)):
        if line.low[k] in carriers:
            return after
    return None


_Finder = Callable[[Line, int, frozenset[str]], int | None]
_CARRIERS: Final = frozenset("of for as about against on".split())
# How what was said is found behind a cue, by the frames that it must have, in this order.
_FINDERS: Final = (
    (find_to, frozenset(("to",))),
    (_find_that, CLAUSES),
    (_find_far_to, frozenset(("listener",))),
    (_find_willed, frozenset(("willing",))),
    (_find_preposition, _CARRIERS),
)


@lru_cache(maxsize=256)  # there are fewer sets of frames
def _choose_finders(frames: frozenset[str]) -> tuple[_Finder, ...]:
    return tuple(find for find, takes in _FINDERS if not takes.isdisjoint(frames))


def _is_clause(line: Line, start: int, *, doubtful: bool) -> bool:
    """Whether a clause without "that" can begin with word ``start``."""
    if start + 1 >= len(line.words):
        return False
    word = line.low[start]
    if line.breaks[start]:  # "said on Saturday, about 20 people died"
        is_dated = line.low[start - 1] in _BEFORE_COMMAS or line.low[start - 1].isdigit()
        is_dated = is_dated and line.gaps[start].strip() == ","
        if not is_dated or word.endswith("ing") or word in _SUBORDINATE:
            return False
    if word == "it" and line.low[start + 1] in _BEHIND_IT:
        return False  # "He said it in Yuma"
    if word == "as" and line.low[start + 1] in ("much", "many", "few"):
        return True
    if word in _SUBORDINATE and _has_main_clause(line, start):
        return True
    if doubtful:
        is_asked = word in table.FINITE and is_asked_for(line, start)
        return is_asked or word in table.OPENERS or word in ("that", "there")
    if word in _NO_CLAUSE:
        return False
    return word not in table.FINITE or is_asked_for(line, start)


def _is_adjunct(line: Line, k: int, start: int) -> bool:
    """Whether "over how to" stands behind an aside; not so "over 200 people died"."""
    if line.low[k] in DOUBTFUL and line.low[start : start + 1] == ["in"]:
        return True  # "the claims in the paper"
    if start == k + 1:
        return False
    if start + 1 >= len(line.words) or line.low[start] not in ("over", "about"):
        return False
    after = line.low[start + 1]
    return not (after[0].isdigit() or after in table.DETERMINERS)


def _has_main_clause(line: Line, start: int) -> bool:
    """Whether "as he fled, [it fell]" begins at ``start``, and not only "as he fled"."""
    comma = next((k for k in range(start + 1, len(line.words)) if line.breaks[k]), len(line.words))
    if comma + 2 >= len(line.words) or line.gaps[comma].strip() != ",":
        return False
    return line.low[comma] in table.OPENERS or line.is_name(comma)


def _is_object(line: Line, start: int) -> bool:
    word = line.low[start]
    if is_number(line, start):
        return True
    if word in table.FINITE and ("what" in line.low[:start] or not is_asked_for(line, start)):
        return False
    return word not in _NO_OBJECT
