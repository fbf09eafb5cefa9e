"""What the words around a charged word do to its value: the tables of ``rules.py``, applied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newskit.sentiment import rules
from newskit.sentiment.lexicons import Topic


class Entry(NamedTuple):
    """A token as the rules see it, worked out once for each distinct token.

    ``phrases`` are those of the topic table that the word stands in, and at which place.
    """

    low: str
    listed: float
    is_name_like: bool  # a capital first, and not all in capitals
    acts: bool  # whether a rule looks at it when it looks back
    stops: bool  # whether it ends the reach of the rules
    topic: Topic | None
    phrases: tuple[tuple[int, Topic], ...]


def find_factors(entries: Sequence[Entry], hits: Sequence[int]) -> dict[int, float]:
    """Return the factor on the value of each hit; a word that only acts on another has none."""
    factors: dict[int, float] = {}
    silent: set[int] = set()
    for i in hits:
        factor = 1.0
        for j in range(i - 1, max(i - 1 - rules.REACH, -1), -1):
            entry = entries[j]
            if entry.stops:
                break
            if entry.acts:
                factor *= act(entries, j, i, silent)
        fading = find_fading(entries, i)
        if fading:
            silent.add(fading)
            factor *= rules.TURNED
        factors[i] = factor
    for i in silent:
        factors.pop(i, None)
    return factors


def act(entries: Sequence[Entry], j: int, i: int, silent: set[int]) -> float:
    """Return what word ``j`` does to the word ``i`` behind it; note it if it does no more."""
    word, following = entries[j].low, entries[j + 1].low
    if word in rules.BOOSTERS:
        return 1 + rules.BOOSTERS[word] * (1 - rules.FADES * (i - j - 1))
    if following in rules.UNDOING_WITH.get(word, ()):
        silent.add(j)
        return rules.TURNED
    if word in rules.UNDOING:
        if any(entry.low in rules.NO_OBJECT for entry in entries[j + 1 : i]):
            return 1.0
        if entries[i].low in rules.MANNER or entries[i].low.endswith("ly"):
            return 1.0  # how it ended, not what: "ended happily"
        silent.add(j)
        return rules.UNDOING[word]
    return rules.TURNED if is_negation(word) and following not in rules.AFTER_NEGATION else 1.0


def is_negation(word: str) -> bool:
    """Whether a lower-case word negates what follows.

    >>> [is_negation(word) for word in ("not", "wasn't", "knot")]
    [True, True, False]
    """
    return word in rules.NEGATIONS or word.endswith("n't")


def find_fading(entries: Sequence[Entry], i: int) -> int:
    """Return where the verb stands by which the thing ``i`` goes away, or 0."""
    n = len(entries)
    for j in range(i + 1, min(i + 1 + rules.REACH, n)):
        word = entries[j].low
        if word in rules.FADING:
            is_last = j + 1 == n or entries[j + 1].stops
            if word == "over":  # "is over", and not "is over ten metres long"
                return j if is_last and entries[j - 1].low in rules.BE else 0
            return j if is_last or entries[j + 1].low in rules.BEHIND_FADING else 0
        if word not in rules.BETWEEN:
            return 0
    return 0


def find_topic(entries: Sequence[Entry], i: int) -> Topic | None:
    """Return the row of the topic table that a word falls under; phrases go first."""
    for place, topic in entries[i].phrases:
        first = i - place
        found = tuple(entry.low for entry in entries[max(first, 0) : first + len(topic.phrase)])
        if found == topic.phrase:
            return topic
    return entries[i].topic


def is_name(tokens: Sequence[str], i: int) -> bool:
    """Whether the capital of a word tells that it is part of a name.

    >>> [is_name("They met Hope there".split(), i) for i in (0, 2)]
    [False, True]
    """
    return i > 0 and tokens[i - 1] not in rules.OPENERS and not is_heading(tokens)


def is_heading(tokens: Sequence[str]) -> bool:
    """Whether every longer word has a capital, so that capitals tell nothing.

    >>> is_heading("Peace Talks Collapse as Shelling Goes On".split())
    True
    """
    return len(tokens) <= rules.LONGEST_HEADING and not any(
        token[0].islower()
        and len(token) >= rules.LONG_WORD
        and token not in rules.SMALL_IN_HEADINGS
        for token in tokens
    )
