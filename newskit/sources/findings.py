"""One sentence read for its cues: verbs first, then what is said by nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Final

from newskit.article import Span
from newskit.sources import lexicon as table
from newskit.sources.according import VIEWS, read_according, read_per, read_view
from newskit.sources.beside import find_beside
from newskit.sources.contents import find_clause
from newskit.sources.cues import (
    CUES,
    DOUBTFUL,
    EMERGED,
    FEELINGS,
    HEARSAY,
    NO_CUES,
    NOUNS,
    PASSIVES,
    PHRASES,
    SAYING,
    STATES,
)
from newskit.sources.hearsay import is_passive, read_agentless
from newskit.sources.lines import Line
from newskit.sources.objects import is_asked_for
from newskit.sources.page import Context, Finding, Page
from newskit.sources.phrases import find_subject
from newskit.sources.taking import take_quote_left, take_right
from newskit.sources.verbs import read_verb

# With these a sentence ends whose whole beginning was said.
_CLOSING: Final = frozenset("say tell add report note warn argue write announce explain".split())
_LONGEST: Final = 2_000  # words
_SHORT: Final = 4  # words from a cue to the end of the sentence that it closes
_NEAR: Final = 10  # words between "quoted" and "as saying"
_ARTICLES: Final = frozenset(
    "the a an this his her its their my our your these those no every each".split()
)
# Nouns with these before them: "the U.S. states", "a safe bet".
_NOUNS: Final = {
    "states": frozenset("u.s us united member swing".split()),
    "bet": frozenset("fair good safe sure".split()),
}
_SUPERLATIVES: Final = frozenset(("most", "least"))
_STATED: Final = {  # what stands behind the verb
    "state": frozenset("that they he she it the".split()),
    **dict.fromkeys("record records recorded recording".split(), frozenset(("that",))),
}
_SURE: Final = table.PERSONAL | table.UNNAMED  # before a verb that looks like a noun
_TELLTALE: Final = table.FINITE | {"that"}
_FREE: Final = VIEWS | {"according", "per", "saying"}  # read whatever is before them
_ASIDES: Final = table.PREPOSITIONS | table.DAYS
_OWN: Final = frozenset("plan want believe think hope intend expect fear consider seek".split())
_PARTICLES: Final = frozenset(particle for _, particle in PHRASES)


def read_cues(page: Page, line: Line, quoted: Sequence[bool]) -> list[Finding]:
    """Return what the cues of one sentence hand over, in reading order.

    ``quoted``: for each word whether it stands in a quote; no cue in there is read.
    """
    low, n = line.low, len(line.low)
    if n > _LONGEST:  # no sentence: each cue would be held against each other
        return []
    places = [*compress(range(n), map(_KNOWN.__contains__, low))]
    if True in quoted:
        places = [k for k in places if not quoted[k]]
    elif not places:
        return []
    verbs = [k for k in places if _is_verb(line, k)]
    context = Context(page, line, verbs, [])
    found = context.found
    # "…, Khan said." takes all before it, so it is read first.
    last = _find_closing(line, verbs) if verbs else None
    in_order = places if last is None else [last, *(k for k in places if k != last)]
    for k in in_order:
        if k in verbs or low[k] in _FREE:
            finding = _read_active(context, k)
            if finding is not None:
                found.append(finding)
    for k in in_order:
        if low[k] in _AGENTLESS:
            finding = read_agentless(context, k)
            if finding is not None:
                found.append(finding)
    if page.quotes:
        found += find_beside(context)
    return sorted(found, key=_get_cue) if len(found) > 1 else found


def _get_cue(finding: Finding) -> Span:
    return finding.cue


def _find_closing(line: Line, verbs: Sequence[int]) -> int | None:
    """Return the cue that hands over what is before it, if the sentence ends with one."""
    last = verbs[-1]
    is_short = len(line.low) - last <= _SHORT and line.low[last + 1 : last + 2] != ["that"]
    is_short = is_short and not _is_inserted(line, last)
    if is_short and not line.low[last].endswith("ing"):
        return last
    if len(verbs) == 1:
        return None
    return next((k for k in reversed(verbs) if _closes(line, k)), None)


def _is_inserted(line: Line, k: int) -> bool:
    """Whether a clause goes on behind a cue: "whose ads, she [noted], had been dubbed"."""
    return k + 1 < len(line.low) and line.breaks[k + 1] and line.low[k + 1] in table.FINITE


def _closes(line: Line, k: int) -> bool:
    """Whether a cue hands over what is before it: ", said Ann Lee of Dover", ", he said in May"."""
    cue = CUES.get(line.low[k])
    is_inner = line.low[k].endswith("ing") or k + 1 >= len(line.words)
    if cue is None or cue.lemma not in _CLOSING or is_inner:
        return False
    if line.breaks[k]:
        return line.is_name(k + 1) or line.low[k + 1] in table.DETERMINERS
    if _is_inserted(line, k):
        return False
    is_aside = line.breaks[k + 1] or line.low[k + 1] in _ASIDES
    subject = find_subject(line, k) if is_aside else None
    is_behind = subject is not None and subject[0] > 1 and "," in line.gaps[subject[0]]
    return is_behind and find_clause(line, k, cue, is_doubtful=False) is None


def _is_verb(line: Line, k: int) -> bool:
    """Whether a word is a form of a cue verb, with its particle if it needs one."""
    word = line.low[k]
    if word not in _VERBS:
        return False
    if k and (line.capitals[k] or (line.low[k - 1] in _ARTICLES and not line.breaks[k])):
        return False  # the Washington Post; "said in an email"
    before, after = line.low[k - 1] if k else "", line.low[k + 1] if k + 1 < len(line.low) else ""
    if before in _SUPERLATIVES and k > 1 and line.low[k - 2] == "the":
        return False  # "the most anticipated film"
    if word in _NOUNS and before.rstrip(".") in _NOUNS[word]:
        return False  # "the U.S. states"
    if word in _STATED and after not in _STATED[word]:
        return False  # "state Sen. Ann Lee", "court records"
    if after in _TELLTALE and k + 2 < len(line.low) and _is_noun(line, k):
        return False
    if word in FEELINGS:  # "shocked that", not "shocked to hear"
        is_clause = after in ("that", "whether") or after in table.OPENERS
        return is_clause or (after != "" and line.is_name(k + 1))
    if word in CUES:
        return True
    return (word, after) in PHRASES or (word == "according" and after == "to")


def _is_noun(line: Line, k: int) -> bool:
    """Whether what is behind a cue makes it a noun: "the challenges are", "the plans that are"."""
    word = line.low[k]
    if line.breaks[k + 1] or word.endswith(("ed", "ing")):
        return False
    if line.low[k + 1] == "that":
        is_sure = k > 0 and line.low[k - 1] in _SURE
        return word in DOUBTFUL and not is_sure and line.low[k + 2] in table.FINITE
    return word not in SAYING and not is_asked_for(line, k)


def _read_active(context: Context, k: int) -> Finding | None:
    """Read a cue whose source stands beside it."""
    line, low = context.line, context.line.low
    word = low[k]
    before, after = low[k - 1] if k else "", low[k + 1] if k + 1 < len(low) else ""
    if word == "according":
        return read_according(context, k) if after == "to" else None
    if word == "per":
        return read_per(context, k)
    if word in VIEWS and (finding := read_view(context, k)) is not None:
        return finding
    if word == "saying" and before in ("as", "quoted"):
        return _read_quoted(context, k)
    if k not in context.verbs or (before in HEARSAY and word in CUES and CUES[word].lemma in _OWN):
        return None  # "The company reportedly plans" is the report's
    if before.endswith("'s") and (word in DOUBTFUL or word in NOUNS):
        return None
    is_done = after == "by" and (word, after) not in PHRASES and not line.breaks[k + 1]
    if is_done and table.MEANS.isdisjoint(low[k + 2 : k + 3]):  # not "by phone"
        return None
    phrase = PHRASES.get((word, after)) if after in _PARTICLES else None
    if after == "on" and low[k + 2 : k + 3] and low[k + 2] in table.DAYS:
        phrase = None  # "insisted on Wednesday it was"
    if after == "to" and word in PASSIVES and line.breaks[k] and not any(line.breaks[1:k]):
        return None  # "his new party, expected to launch on Monday"
    cue = phrase or CUES.get(word)
    if cue is None or ((cue.lemma, after) in NO_CUES and not line.breaks[k + 1]):
        return None
    is_state = is_passive(line, k) or ("state" in cue.frames and line.breaks[k] and k > 0)
    if is_state != ("state" in cue.frames) and not (is_state and word in STATES):
        return None
    return read_verb(context, k, k + 1 if phrase else k, cue)


def _read_quoted(context: Context, k: int) -> Finding | None:
    """Read "the agency quoted Lee as saying", "Lee was quoted as saying"."""
    line, near = context.line, range(k - 1, max(-1, k - _NEAR), -1)
    verb = next((m for m in near if line.low[m] in ("quoted", "quoting", "quotes", "cited")), None)
    if verb is None:
        return None
    subject = find_subject(line, verb)
    is_active = verb < k - 2 and line.low[verb + 1] not in table.PREPOSITIONS
    source = (verb + 1, k - 2) if is_active else subject
    if source is None:
        return None
    finding = context.finding(k, k, CUES["saying"], source)
    quote = context.page.quote_before(line.starts[subject[0] if subject else verb])
    if quote is not None:
        take_quote_left(context, quote, finding)
    elif not take_right(context, source, k, CUES["saying"], finding):
        return None
    return finding


_VERBS: Final = frozenset(CUES) | {verb for verb, _ in PHRASES} | {"according"}
_AGENTLESS: Final = NOUNS | frozenset(PASSIVES) | HEARSAY | EMERGED
_KNOWN: Final = _VERBS | _AGENTLESS | VIEWS | {"per"}
