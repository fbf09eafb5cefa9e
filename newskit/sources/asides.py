"""What stands between a cue and what was said: whom, when and where."""

from __future__ import annotations

from typing import Final

from newskit.sources import lexicon as table
from newskit.sources.cues import WH
from newskit.sources.lines import Line

# Small words inside the name of one addressed: "Reuters news agency".
_OUTLETS: Final = frozenset(
    "of for news agency newspaper magazine radio television tv programme program show website "
    "channel station today world sport one two breakfast newsnight conference".split()
)
_WHEN: Final = frozenset("earlier later recently afterward afterwards also aloud".split())
_WHERE: Final = frozenset("in on at outside inside during after to through via from before".split())
_SHORT_MONTHS: Final = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_PANELS: Final = frozenset("committee commission panel".split())  # "MPs on the Treasury committee"
_OPENING: Final = (
    _SHORT_MONTHS | _WHEN | _WHERE | table.DAYS | table.BEFORE_PERIODS | {"for", "to", "by"}
)
_FAR: Final = 6  # words of "who would listen"
_NEAR: Final = 4  # words of those to whom something was written
_PARTING: Final = table.PREPOSITIONS - {"of", "for"}
_LISTENING: Final = table.LISTENERS | table.BODIES
_JOINING: Final = frozenset("of for and select".split())
_HEARING: Final = _LISTENING | (_OUTLETS - {"of", "for"})
_GOING_ON: Final = _JOINING | _HEARING


def find_near_that(line: Line, k: int, *, near: int) -> int | None:
    """Return the "that" up to so many words behind a word: "it emerged last week [that]"."""
    places = range(k + 1, min(k + 1 + near, len(line.words) - 1))
    that = next((m for m in places if line.low[m] == "that"), None)
    return that if that is not None and not any(line.breaks[k + 1 : that + 1]) else None


def opens_clause(line: Line, k: int) -> bool:
    """Whether a pronoun with its verb stands here."""
    is_pronoun = k + 1 < len(line.words) and line.low[k] in table.PERSONAL
    is_whole = is_pronoun and not any(line.breaks[k : k + 2])
    return is_whole and line.low[k + 1] in table.AUXILIARIES


def skip_asides(line: Line, k: int, *, hears: bool) -> int:
    """Return the word behind whom, when and where something was said.

    "(said) in a statement on Friday [it would rain]", "(told) reporters [it would rain]".
    """
    n = len(line.words)
    if hears and k < n and not line.breaks[k]:
        k = skip_listener(line, k)
    while k < n and not (line.breaks[k] and any(mark in line.gaps[k] for mark in ':"“')):
        behind = skip_aside(line, k)
        if behind == k:
            break
        k = behind
    return k


def skip_aside(line: Line, k: int) -> int:
    """Return the word behind one phrase of time or place; ``k`` where none begins there."""
    word = line.low[k]
    if word not in _OPENING and not word.endswith("ly"):  # as with most
        return k
    behind = _skip_time(line, k)
    if behind > k:
        is_subject = behind < len(line.words) and line.low[behind] in table.FINITE
        # "said [last year] it fell", but "said last year was bad"
        return k if is_subject and not line.breaks[behind] else behind
    if word == "at" and line.low[k + 1 : k + 2] in (["least"], ["most"]):
        return k  # "reported at least 20 deaths"
    if word == "by" and line.low[k + 1 : k + 2] and line.low[k + 1] in table.MEANS:
        return k + 2  # "said by phone that"
    if word == "for" and line.low[k + 1 : k + 2] and line.low[k + 1] in table.PERIODS:
        return k + 2  # "argued for months that", not "asked for 15 years in prison"
    if word == "to" and not _is_listener(line, min(k + 1, len(line.words) - 1)):
        return k  # "urged residents to stay", but "said to reporters"
    return _skip_place(line, k) if word in _WHERE else k


def _skip_time(line: Line, k: int) -> int:
    """Return the word behind "Sunday morning", "last year", "later", "quietly"; else ``k``."""
    word, after = line.low[k], line.low[k + 1] if k + 1 < len(line.words) else ""
    if word == "may" and not line.capitals[k]:
        return k
    if word in table.DAYS and (after in table.PERIODS or after[:1].isdigit()):
        return k + 2  # "on Sunday morning", "October 10th"
    if word in _SHORT_MONTHS:
        return k + 2 if after[:1].isdigit() else k  # "Nov. 18"
    is_adverb = line.is_adverb(k) and word not in ("only", "early")
    if word in table.DAYS or word in _WHEN or is_adverb:
        return k + 1
    is_day = after in table.DAYS and word != "the"  # not in "the July 25 call"
    is_period = word in table.BEFORE_PERIODS and (after in table.PERIODS or is_day)
    if is_period and word == "that" and not _opens_anew(line, k + 2):
        return k  # "said that [morning sickness is common]"
    return k + 2 if is_period else k


def _opens_anew(line: Line, k: int) -> bool:
    """Whether a clause, or what stands before one, begins with a word."""
    if k >= len(line.low) or line.breaks[k] or line.is_name(k):
        return True
    return line.low[k] in table.OPENERS or line.low[k] in ("that", "how", "why", "there")


def _is_listener(line: Line, k: int) -> bool:
    word = line.low[k]
    return line.is_name(k) or word in table.LISTENERS or word in table.DETERMINERS


def skip_listener(line: Line, k: int) -> int:
    """Return the word behind the one addressed: "him", "the BBC", "a crowd of supporters"."""
    word = line.low[k]
    if word in ("that", "there") or word in WH:
        return k
    if opens_clause(line, k):
        return k  # "warned it could", but "told it that"
    after = line.low[k + 1] if k + 1 < len(line.low) and not line.breaks[k + 1] else ""
    if word in table.LISTENERS or word in table.PERSONAL:
        if after == "who":  # "told everyone who would listen that"
            return find_near_that(line, k, near=_FAR) or k + 1
        is_two = after in table.LISTENERS and after not in table.PERSONAL and after != "her"
        return k + 1 + is_two  # "told police officers", "told her staff"
    n, first = len(line.words), k
    named = first + (word in table.DETERMINERS)
    is_named = named < n and line.is_name(named)
    while k < n and k - first < 7 and not (k > first and line.breaks[k]):
        here = line.low[k]
        if here in table.AUXILIARIES:
            break
        if k > first and (here in table.PERSONAL or here in WH or here in _PARTING):
            break
        if k > first and here in table.DETERMINERS and line.low[k - 1] not in ("of", "for"):
            break
        if k > named and is_named and not _goes_on(line, k):
            return k + (here in table.LISTENERS)  # "Republican members"
        k += 1
        is_more = k < n and line.low[k] in _GOING_ON and _goes_on(line, k)
        if here in _LISTENING and not is_named and not is_more:
            break
    return k


def _goes_on(line: Line, k: int) -> bool:
    """Whether a word is part of the name of one addressed: "BBC [Radio] 4", "the BBC [lessons]"."""
    low, before = line.low, line.words[k - 1]
    word = low[k].split("'")[0]
    if word in _HEARING or word in table.PLACES or word[0].isdigit():
        return True
    if word in _JOINING and k + 1 < len(low):
        is_part = low[k + 1] in _LISTENING and low[k + 1] not in table.DETERMINERS
        return is_part or line.is_name(k + 1)  # "the House [of] Commons"
    is_other = before.isupper() and len(before) > 1 and not line.words[k].isupper()
    is_other = is_other or (word in table.TITLES and low[k - 1] != "and")
    return line.is_name(k) and not is_other


def _skip_place(line: Line, k: int) -> int:
    """Return the word behind "in a statement", "on 3 May", "at talks in Paris"; else ``k``."""
    n = len(line.words)
    for m in range(k + 1, min(k + 7, n)):
        if line.breaks[m]:
            return m
        if line.low[m] == "to" and line.low[m - 1] in table.DAYS:
            break  # "on Monday [to call]"
        if line.low[m] in table.OCCASIONS or (line.low[m] in _PANELS and m > k + 1):
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
        while line.low[k] == "to" and m + 1 < n and line.is_name(m + 1) and not line.breaks[m + 1]:
            m += 1  # "wrote to Mr Khan"
        return m + 1
    return k if n - k > 7 else n


def _skip_names(line: Line, k: int) -> int:
    """Return the word behind "with the BBC", "to RT", if that stands here."""
    n, start = len(line.words), k
    if (
        k + 1 < n
        and not line.breaks[k]
        and line.low[k] in ("with", "to", "on", "from", "for", "by", "in", "at")
    ):
        k += 1
        if line.low[k] in ("the", "a", "an", "his", "her", "their"):
            k += 1
        that = find_near_that(line, k, near=_NEAR) if not line.is_name(k) else None
        if that is not None:
            return that  # "in a letter to telephone companies [that]"
        while (
            k < n and not line.breaks[k] and line.is_name(k) and line.low[k] not in table.PERSONAL
        ):
            k += 1
    return start if k == start + 1 and line.low[start] == "to" else k  # "in its paper [to] keep"
