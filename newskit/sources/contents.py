"""What was said: the stretch of a sentence that a cue hands over to somebody."""

from __future__ import annotations

from newskit.normalise import fold_quotes
from newskit.sources import lexicon as table
from newskit.sources.cues import CUES, PASSIVES, WH, Cue
from newskit.sources.lines import Line
from newskit.sources.phrases import find_subject

# Behind these a cue has no clause of its own: "he said as he left", "he said so".
_NO_CLAUSE = frozenset(
    "and but as when after before until so or of for with by without than not to".split()
)
# Small words inside the name of one addressed: "Reuters news agency".
_OUTLETS = frozenset(
    "of for news agency newspaper magazine radio television tv programme program show website "
    "channel station".split()
)
# Behind "to" these are no deed: "sold to the", "declined to comment".
_NOT_DONE = table.DETERMINERS | table.PREPOSITIONS | {"around", "comment"}
_WHEN = frozenset("earlier later recently afterwards also".split())
_WHERE = frozenset("in on at during after to through via from before".split())
_HIDDEN = frozenset("named identified quoted".split())  # "asked not to be named"
_SUBORDINATE = frozenset("as when if after although though while because unless".split())
_BEFORE_COMMAS = table.DAYS | {"statement", "week", "month", "year"}
_CLAUSE_STOPS = table.STOPS | {"to", "and"}
_FINITE = table.AUXILIARIES - {"being", "having"}
_PARTING = table.PREPOSITIONS - {"of", "for"}
_LISTENING = table.LISTENERS | table.BODIES
_FAR = 12  # words between a cue and its "that" or "to"


def find_clause(line: Line, k: int, cue: Cue, *, is_doubtful: bool) -> int | None:
    """Return the first word of what was said behind the cue that ends at word ``k``, if any.

    ``is_doubtful``: the cue may be a noun, so that a clause must begin clearly.

    "said on Friday that [it would rain]", "urged ministers [to resign]".
    """
    frames, after = cue.frames, k + 1
    if after >= len(line.words):
        return None
    for find, takes in _FINDERS:
        if not takes.isdisjoint(frames) and (start := find(line, after, frames)) is not None:
            return start
    if "naming" in frames and _is_naming(line, after):
        return after
    if line.breaks[after]:
        if ":" in line.gaps[after] and "quote" in frames:
            return after
        return _find_behind_aside(line, after) if "clause" in frames else None
    if "clause" in frames or ("object" in frames):
        start = skip_asides(line, after, hears="listener" in frames)
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
    start = skip_asides(line, after, hears="listener" in frames)
    if start > after and _opens_clause(line, start):
        return start  # "told reporters she had to choose"
    if start < len(line.words) and line.low[start] in WH and start - after <= _FAR:
        if line.low[start] == "that" and line.low[start + 1 :][:1] in (["was"], ["is"]):
            return start  # "said that was a lie"
        return start + 1 if line.low[start] == "that" and start + 1 < len(line.words) else start
    if start < len(line.words) and "," in line.gaps[start]:
        return _find_behind_insertion(line, start)
    if start + 1 < len(line.words) and "clause" not in frames and not line.breaks[start]:
        if line.low[start] in table.PERSONAL or line.low[start] == "there":
            is_verb = line.low[start + 1] in table.AUXILIARIES or line.low[start + 1] in CUES
            return start if is_verb else None
        return start if _is_plain_clause(line, start) else None
    return _find_far_that(line, after) if "listener" in frames else None


def _opens_clause(line: Line, k: int) -> bool:
    """Whether a pronoun with its verb stands here."""
    is_pronoun = k + 1 < len(line.words) and line.low[k] in table.PERSONAL
    is_whole = is_pronoun and not any(line.breaks[k : k + 2])
    return is_whole and line.low[k + 1] in table.AUXILIARIES


def _is_plain_clause(line: Line, start: int) -> bool:
    """Whether a subject with its verb begins here: "found [the BBC had lied]"."""
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
    is_broken = False
    for k in range(after, min(after + _FAR, len(line.words) - 1)):
        if line.low[k] == "that" and (line.breaks[k] or not is_broken):
            return k + 1
        is_broken = is_broken or line.breaks[k]
        is_deed = line.low[k] == "to" and line.low[k + 1] not in _NOT_DONE
        if line.low[k] in table.AUXILIARIES or (is_deed and not line.is_name(k + 1)):
            return None
    return None


def _find_to(line: Line, after: int, _frames: frozenset[str]) -> int | None:
    """Return the "to" of an infinitive right behind the cue."""
    to = after + (line.low[after] == "not")
    if line.breaks[after] or to + 1 >= len(line.words) or line.low[to] != "to":
        return None
    is_open = line.low[to + 1] not in _NOT_DONE and not line.is_name(to + 1)
    if any(word in _HIDDEN for word in line.low[after : after + 4]):
        return None
    return after if is_open else None


def _find_far_to(line: Line, after: int, _frames: frozenset[str]) -> int | None:
    """Return the "to" of an infinitive behind the one addressed."""
    for k in range(after + 1, min(after + _FAR, len(line.words) - 1)):
        if line.breaks[k]:
            return None
        if line.low[k] == "to" and not line.is_name(k + 1) and line.low[k - 1] not in WH:
            is_open = line.low[k + 1] not in _NOT_DONE
            return k if is_open and _HIDDEN.isdisjoint(line.low[k : k + 4]) else None
    return None


def _find_preposition(line: Line, after: int, frames: frozenset[str]) -> int | None:
    """Return the first word of "for an inquiry", or of "him of theft", behind a cue."""
    carriers = frames & _CARRIERS
    if line.breaks[after]:
        return None
    if line.low[after] in carriers:
        is_open = after + 1 < len(line.words) and _skip_aside(line, after) == after
        return after + 1 if is_open else None
    if "quote" in frames or "to" in frames or line.low[after] in table.PREPOSITIONS:
        return None
    for k in range(after + 1, min(after + _FAR, len(line.words) - 1)):
        if line.low[k] in carriers:
            return after
    return None


_CARRIERS = frozenset("of for as about against on".split())
# How what was said is found behind a cue, by the frames that it must have, in this order.
_FINDERS = (
    (_find_to, frozenset(("to",))),
    (_find_that, frozenset(("clause", "that"))),
    (_find_far_to, frozenset(("listener",))),
    (_find_preposition, _CARRIERS),
)


def _is_naming(line: Line, after: int) -> bool:
    """Whether an object and a name for it stand behind the cue: "(called) it a disgrace"."""
    near = range(after + 1, min(after + 7, len(line.words)))
    if line.breaks[after] or line.low[after] in table.PREPOSITIONS:
        return False
    return any(line.low[k] in ("a", "an") or '"' in fold_quotes(line.gaps[k]) for k in near)


def _is_clause(line: Line, start: int, *, doubtful: bool) -> bool:
    """Whether a clause without "that" can begin with word ``start``."""
    if start + 1 >= len(line.words):
        return False
    word = line.low[start]
    if line.breaks[start]:  # "said on Saturday, about 20 people died"
        is_dated = line.low[start - 1] in _BEFORE_COMMAS and line.gaps[start].strip() == ","
        if not is_dated or word.endswith("ing"):
            return False
    if word in _SUBORDINATE and _has_main_clause(line, start):
        return True
    if doubtful:
        return word in table.OPENERS or word in ("that", "there")
    if word in _NO_CLAUSE:
        return False
    return word not in _FINITE or _is_asked_for(line, start)


def _has_main_clause(line: Line, start: int) -> bool:
    """Whether "as he fled, [it fell]" begins at ``start``, and not only "as he fled"."""
    comma = next((k for k in range(start + 1, len(line.words)) if line.breaks[k]), len(line.words))
    if comma + 2 >= len(line.words) or line.gaps[comma].strip() != ",":
        return False
    return line.low[comma] in table.OPENERS or line.is_name(comma)


def _is_asked_for(line: Line, start: int) -> bool:
    """Whether a clause lacks its subject since a "which" has it: "which analysts say could"."""
    near = range(start - 1, max(-1, start - 7), -1)
    for k in near:
        if line.low[k] in ("which", "who", "what", "that"):
            return True
        if line.breaks[k]:
            break
    return False


def _is_object(line: Line, start: int) -> bool:
    word = line.low[start]
    return word not in table.PREPOSITIONS and word not in _NO_CLAUSE and word not in ("to", "that")


def skip_asides(line: Line, k: int, *, hears: bool) -> int:
    """Return the word behind whom, when and where something was said.

    "(said) in a statement on Friday [it would rain]", "(told) reporters [it would rain]".
    """
    n = len(line.words)
    if hears and k < n and not line.breaks[k]:
        k = _skip_listener(line, k)
    while k < n and not (line.breaks[k] and any(mark in line.gaps[k] for mark in ':"“')):
        behind = _skip_aside(line, k)
        if behind == k:
            break
        k = behind
    return k


def _skip_aside(line: Line, k: int) -> int:
    """Return the word behind one phrase of time or place; ``k`` where none begins there."""
    word, after = line.low[k], line.low[k + 1] if k + 1 < len(line.words) else ""
    if word in table.DAYS and after in table.PERIODS:
        return k + 2  # "on Sunday morning"
    is_adverb = line.is_adverb(k) and word not in ("only", "early")
    if word in table.DAYS or word in _WHEN or is_adverb:
        return k + 1
    if word in table.BEFORE_PERIODS and (after in table.PERIODS or after in table.DAYS):
        return k + 2
    if word == "for" and after in table.PERIODS:
        return k + 2  # "argued for months that", not "asked for 15 years in prison"
    if word == "to" and not _is_listener(line, min(k + 1, len(line.words) - 1)):
        return k  # "urged residents to stay", but "said to reporters"
    return _skip_place(line, k) if word in _WHERE else k


def _is_listener(line: Line, k: int) -> bool:
    word = line.low[k]
    return line.is_name(k) or word in table.LISTENERS or word in table.DETERMINERS


def _skip_listener(line: Line, k: int) -> int:
    """Return the word behind the one addressed: "him", "the BBC", "a crowd of supporters"."""
    word = line.low[k]
    if word in ("that", "there") or word in WH:
        return k
    if _opens_clause(line, k):
        return k  # "warned it could", but "told it that"
    if word in table.LISTENERS or word in table.PERSONAL:
        return k + 1
    n, first = len(line.words), k
    while k < n and k - first < 7 and not (k > first and line.breaks[k]):
        here = line.low[k]
        if k > first and (here in table.PERSONAL or here in WH or here in _PARTING):
            break
        if k > first and here in table.DETERMINERS and line.low[k - 1] not in ("of", "for"):
            break
        is_part = line.is_name(k) or here in _OUTLETS or here[0].isdigit()  # BBC Radio 4
        if k > first and line.is_name(first) and not is_part:
            return k + (here in table.LISTENERS)  # "Republican members"
        k += 1
        if here in _LISTENING and not line.is_name(first):
            break
    return k


def _skip_place(line: Line, k: int) -> int:
    """Return the word behind "in a statement", "on 3 May", "at talks in Paris"; else ``k``."""
    n = len(line.words)
    for m in range(k + 1, min(k + 7, n)):
        if line.breaks[m]:
            return m
        if line.low[m] in table.OCCASIONS:
            while m + 1 < n and line.low[m + 1] in table.OCCASIONS and not line.breaks[m + 1]:
                m += 1  # "in a telephone interview"
            return _skip_names(line, m + 1)
        if line.low[m] in table.PERSONAL or line.low[m] == "that":
            return m
    m = k + 1
    if m < n and (line.low[m] in table.DAYS or line.low[m].isdigit() or line.is_name(m)):
        while m < n and not line.breaks[m] and (line.low[m] in table.DAYS or line.low[m].isdigit()):
            m += 1
        if m > k + 1:
            return m
        return m + 1
    return k if n - k > 7 else n


def _skip_names(line: Line, k: int) -> int:
    """Return the word behind "with the BBC", "to RT", if that stands here."""
    n = len(line.words)
    if (
        k + 1 < n
        and not line.breaks[k]
        and line.low[k] in ("with", "to", "on", "from", "for", "by", "in", "at")
    ):
        k += 1
        if line.low[k] in ("the", "a", "an", "his", "her", "their"):
            k += 1
        while (
            k < n and not line.breaks[k] and line.is_name(k) and line.low[k] not in table.PERSONAL
        ):
            k += 1
    return k


_TURNS = frozenset("and but while though although whereas according".split())


# With "a" before it, what the article makes of what was said.
_REMARKS = frozenset(
    "claim charge accusation assertion allegation notion suggestion contention argument statement "
    "remark comment threat boast position stance view sentiment move decision reference figure "
    "prediction phrase line word term description nickname label rule".split()
)


def find_end(line: Line, start: int, cues: list[int]) -> int:
    """Return the last word of what was said, which begins with ``start``.

    It ends where somebody else, or the same one with another cue, begins: ", and added that",
    "but critics say", ", adding", ", according to". ``cues`` are the cues of the line.
    """
    for k in range(start + 1, len(line.words)):
        word, is_break = line.low[k], line.breaks[k]
        if not (is_break or word in _TURNS):
            continue
        after = line.low[k + 1] if k + 1 < len(line.words) else ""
        if word == "according" and after == "to":
            return k - 1
        if is_break and (k in cues and word.endswith("ing")):
            return k - 1
        if is_break and word in ("a", "an") and after in _REMARKS:
            return k - 1  # "said that it would end, a claim that others rejected"
        is_part = is_break and ";" in line.gaps[k]  # "; Lee, a Democrat, says"
        if not (is_part or word in _TURNS) or after == "that":
            continue  # "…, and that": the same one goes on
        if word in ("and", "but") and _is_hearsay(line, k + 1):
            return k - 1
        later = next((m for m in cues if m > k), None)
        if later is None:
            continue
        subject = find_subject(line, later) if is_break else None
        is_own = subject is not None and subject[0] == k + (not is_part)
        if is_own or _hands_over(line, k, later):
            return k - 1
    return len(line.words) - 1


def _is_hearsay(line: Line, k: int) -> bool:
    """Whether "is thought to" begins here."""
    behind = line.low[k : k + 3]
    return len(behind) > 2 and behind[0] in table.BE and behind[1] in PASSIVES and behind[2] == "to"


def _hands_over(line: Line, k: int, later: int) -> bool:
    """Whether between a conjunction and a later cue there is only that cue's subject."""
    between = range(k + 1, later)
    if not line.breaks[k] and line.low[k + 1] in table.UNNAMED:  # "and supporters argue"
        return all(line.is_between(m) for m in between[1:])
    if all(line.is_between(m) or line.low[m] in table.PERSONAL for m in between):
        return all(line.low[m] not in table.PERSONAL for m in between) or line.breaks[k]
    return line.breaks[k] and later - k <= 8 and not any(line.breaks[m] for m in between)
