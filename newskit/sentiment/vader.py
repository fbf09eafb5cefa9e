"""VADER (Hutto & Gilbert, 2014), number for number as vaderSentiment 3.3.2 computes it.

The word lists are read from the installed package; the arithmetic is written anew so that a
text is read once (the package reads all of it again for every word that it knows) and so that
each word's contribution can be shown. The package's quirks are part of the number and are kept;
where one looks like a mistake, a comment says so.
"""

from __future__ import annotations

import math
import string
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from newskit.sentiment.vader_lists import VaderLists, load_lists

# The weights of the paper, named as in the package.
NEGATION = -0.74
SHOUT = 0.733
ALPHA = 15
# Boosters weigh less the farther they stand from the word.
_DAMPING = (1.0, 0.95, 0.9)
# A vocabulary longer than this starts afresh.
_MOST_TOKENS = 1 << 18


@dataclass(frozen=True, slots=True)
class VaderScore:
    """The four numbers of VADER for one text."""

    neg: float
    neu: float
    pos: float
    compound: float


@dataclass(frozen=True, slots=True)
class VaderHit:
    """A token that VADER knows: its place among the tokens, its list value, what it came to."""

    token: int
    word: str
    listed: float
    valence: float


class _Tokens(dict[str, str]):
    """Raw token → as VADER looks it up: punctuation off, lower case."""

    def __missing__(self, raw: str) -> str:
        bare = raw.strip(string.punctuation)
        # Two characters or fewer keep their punctuation, lest ":)" be lost; so "no," is unknown.
        token = (bare if len(bare) > 2 else raw).lower()
        if len(self) > _MOST_TOKENS:
            self.clear()
        self[raw] = token
        return token


_TOKENS = _Tokens()


def score_vader(text: str) -> VaderScore:
    """Return VADER's four numbers for a text, equal to the package's.

    >>> score_vader("The talks were not good, but the mood was great.").compound
    0.7138
    """
    text = _name_emoji(text)
    raw = text.split()
    low = list(map(_TOKENS.__getitem__, raw))
    _, values = _value_tokens(raw, low)
    return _sum_up(values, text, len(raw))


def find_hits(raw: Sequence[str]) -> list[VaderHit]:
    """Return the tokens that count, with their value after all rules.

    >>> [(hit.word, round(hit.valence, 2)) for hit in find_hits("It was not good".split())]
    [('good', -1.41)]
    """
    lexicon = load_lists().lexicon
    low = list(map(_TOKENS.__getitem__, raw))
    found = zip(*_value_tokens(raw, low), strict=True)
    return [VaderHit(i, low[i], lexicon[low[i]], value) for i, value in found]


def _value_tokens(raw: Sequence[str], low: list[str]) -> tuple[list[int], list[float]]:
    """Return where the tokens that count stand, and their values; ``low``: as looked up."""
    lists = load_lists()
    carriers, lexicon, movers = lists.carriers, lists.lexicon, lists.movers
    places = [i for i, word in enumerate(low) if word in carriers]
    if not places:
        return places, []
    if "kind" in low:
        places = [i for i in places if low[i : i + 2] != ["kind", "of"]]
    n = len(raw)
    shouted = sum(map(str.isupper, raw))
    caps_tell = 0 < shouted < n
    if "n't" in " ".join(low):  # anything that holds it negates, listed or not
        movers |= {word for word in low if "n't" in word}
    if not caps_tell and movers.isdisjoint(low):
        return places, [lexicon[low[i]] for i in places]
    reader = _Reader(raw, low, lists, caps_tell)
    values = [
        lexicon[low[i]]
        # An idiom may begin three tokens before the word and end two behind it.
        if movers.isdisjoint(low[max(i - 3, 0) : i + 3]) and not (caps_tell and raw[i].isupper())
        else reader.value(i)
        for i in places
    ]
    _weigh_but(values, places, low)
    return places, values


@dataclass(frozen=True, slots=True)
class _Reader:
    """The rules around one token; ``low`` are the tokens as looked up."""

    raw: Sequence[str]
    low: Sequence[str]
    lists: VaderLists
    caps_tell: bool  # some tokens, but not all, are in capitals

    def value(self, i: int) -> float:
        low, lexicon = self.low, self.lists.lexicon
        value = lexicon[low[i]]
        if low[i] == "no" and i + 1 < len(low) and low[i + 1] in lexicon:
            value = 0.0
        if self._follows_no(i):
            value = lexicon[low[i]] * NEGATION
        if self.caps_tell and self.raw[i].isupper():
            value += SHOUT if value > 0 else -SHOUT  # a value of 0 becomes negative: a quirk
        for back in range(3):
            if i > back and low[i - back - 1] not in lexicon:
                value += self._boost(i - back - 1, value) * _DAMPING[back]
                value = self._negate(i, back, value)
                if back == 2:
                    value = self._apply_idioms(i, value)
        before = low[i - 1] if i > 0 else ""
        least = before == "least" and before not in lexicon
        if least and (i < 2 or low[i - 2] not in ("at", "very")):
            value *= NEGATION
        return value

    def _follows_no(self, i: int) -> bool:
        low = self.low
        return (
            (i > 0 and low[i - 1] == "no")
            or (i > 1 and low[i - 2] == "no")
            or (i > 2 and low[i - 3] == "no" and low[i - 1] in ("or", "nor"))
        )

    def _boost(self, j: int, value: float) -> float:
        boost = self.lists.boosters.get(self.low[j])
        if boost is None:
            return 0.0
        if value < 0:
            boost = -boost
        if self.caps_tell and self.raw[j].isupper():
            boost += SHOUT if value > 0 else -SHOUT
        return boost

    def _negate(self, i: int, back: int, value: float) -> float:
        low = self.low
        word = low[i - back - 1]
        if back == 1:
            if word == "never" and low[i - 1] in ("so", "this"):
                return value * 1.25
            if word == "without" and low[i - 1] == "doubt":
                return value
        elif back == 2:
            # "so" or "this" before the word amplifies with no "never" at all: and binds
            # tighter than or in the package, and here.
            if (word == "never" and low[i - 2] in ("so", "this")) or low[i - 1] in ("so", "this"):
                return value * 1.25
            if word == "without" and "doubt" in (low[i - 2], low[i - 1]):
                return value
        return value * NEGATION if word in self.lists.negations or "n't" in word else value

    def _apply_idioms(self, i: int, value: float) -> float:
        low, idioms = self.low, self.lists.idioms
        three, two, one, zero = low[i - 3], low[i - 2], low[i - 1], low[i]
        for phrase in (
            f"{one} {zero}",
            f"{two} {one} {zero}",
            f"{two} {one}",
            f"{three} {two} {one}",
            f"{three} {two}",
        ):
            if phrase in idioms:
                value = idioms[phrase]
                break
        ahead = " ".join(low[i : i + 2]), " ".join(low[i : i + 3])
        for words, phrase in zip((2, 3), ahead, strict=True):
            if i + words <= len(low) and phrase in idioms:
                value = idioms[phrase]
        # "sort of" and its like are added as they stand, so they make bad words worse: a quirk.
        for phrase in (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}"):
            value += self.lists.boosters.get(phrase, 0.0)
        return value


def _weigh_but(values: list[float], places: Sequence[int], low: Sequence[str]) -> None:
    """Halve what stands before the first "but", raise what stands behind it.

    The package looks each value up in the list that it is changing, so of two equal values the
    first is changed twice: kept. A heap of the places of each value keeps the work linear.
    """
    if "but" not in low:
        return
    turn = low.index("but")
    firsts: dict[float, list[int]] = {}
    for position, value in enumerate(values):
        firsts.setdefault(value, []).append(position)
    for position in range(len(values)):
        value = values[position]
        first = firsts[value][0]
        if places[first] != turn:
            heappop(firsts[value])
            values[first] = value * (0.5 if places[first] < turn else 1.5)
            heappush(firsts.setdefault(values[first], []), first)


def _sum_up(values: Sequence[float], text: str, n_tokens: int) -> VaderScore:
    if not values:
        return VaderScore(0.0, 1.0 if n_tokens else 0.0, 0.0, 0.0)
    emphasis = measure_emphasis(text)
    total = add_emphasis(values, emphasis)
    compound = max(-1.0, min(1.0, total / math.sqrt(total * total + ALPHA)))
    # A neutral word counts one, so a charged one counts its value and one more.
    positive, negative, neutral = 0.0, 0.0, n_tokens
    for value in values:
        if value > 0:
            positive += value + 1
        elif value < 0:
            negative += 1 - value
        neutral -= value != 0
    if positive > negative:
        positive += emphasis
    elif positive < negative:
        negative += emphasis
    whole = positive + negative + neutral
    return VaderScore(
        round(negative / whole, 3),
        round(neutral / whole, 3),
        round(positive / whole, 3),
        round(compound, 4),
    )


def add_emphasis(values: Sequence[float], emphasis: float) -> float:
    """Return the sum of the values, driven away from 0 by the emphasis of ! and ?.

    >>> add_emphasis([1.0, -3.0], 0.5)
    -2.5
    """
    total = float(sum(values))
    return total + emphasis * ((total > 0) - (total < 0))


def measure_emphasis(text: str) -> float:
    """Return what the ! and ? of a text add to its sum.

    >>> round(measure_emphasis("What?! No!"), 3)
    0.584
    """
    exclaimed = min(text.count("!"), 4) * 0.292
    asked = text.count("?")
    if asked <= 1:
        return exclaimed
    return exclaimed + (asked * 0.18 if asked <= 3 else 0.96)


def _name_emoji(text: str) -> str:
    """Put the names of emoji in their place; only single characters are ever found."""
    emoji = load_lists().emoji
    if text.isascii() or emoji.keys().isdisjoint(text):
        return text.strip()
    out: list[str] = []
    after_space = True
    for char in text:
        name = emoji.get(char)
        if name is None:
            out.append(char)
            after_space = char == " "
        else:
            out.append(name if after_space else f" {name}")
            after_space = False
    return "".join(out).strip()
