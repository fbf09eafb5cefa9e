"""VADER (Hutto & Gilbert, 2014), number for number as vaderSentiment 3.3.2 computes it.

The word lists are read from the installed package; the arithmetic is written anew so that a
text is read once (the package reads all of it again for every word that it knows) and so that
each word's contribution can be shown. The package's quirks are part of the number and are kept;
where one looks like a mistake, a comment says so.
"""

from __future__ import annotations

import math
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

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


@dataclass(frozen=True, slots=True)
class _Lists:
    lexicon: Mapping[str, float]
    emoji: Mapping[str, str]
    boosters: Mapping[str, float]
    negations: frozenset[str]
    idioms: Mapping[str, float]
    carriers: frozenset[str]  # what is in the lexicon and is no booster


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
    hits = find_hits(raw)
    return _sum_up([hit.valence for hit in hits], text, len(raw))


def find_hits(raw: Sequence[str]) -> list[VaderHit]:
    """Return the tokens that count, with their value after all rules.

    >>> [(hit.word, round(hit.valence, 2)) for hit in find_hits("It was not good".split())]
    [('good', -1.41)]
    """
    lists = load_lists()
    low = [_TOKENS[token] for token in raw]
    places = [i for i, word in enumerate(low) if word in lists.carriers]
    if not places:
        return []
    n = len(raw)
    shouted = sum(map(str.isupper, raw))
    reader = _Reader(raw, low, lists, caps_tell=0 < n - shouted < n)
    places = [i for i in places if not (low[i] == "kind" and i + 1 < n and low[i + 1] == "of")]
    values = [reader.value(i) for i in places]
    _weigh_but(values, places, low)
    return [
        VaderHit(i, low[i], lists.lexicon[low[i]], value)
        for i, value in zip(places, values, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Reader:
    """The rules around one token; ``low`` are the tokens as looked up."""

    raw: Sequence[str]
    low: Sequence[str]
    lists: _Lists
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
    first is changed twice: kept.
    """
    if "but" not in low:
        return
    turn = low.index("but")
    for position in range(len(values)):
        value = values[position]
        first = values.index(value)
        if places[first] < turn:
            values[first] = value * 0.5
        elif places[first] > turn:
            values[first] = value * 1.5


def _sum_up(values: Sequence[float], text: str, n_tokens: int) -> VaderScore:
    if not n_tokens:
        return VaderScore(0.0, 0.0, 0.0, 0.0)
    emphasis = measure_emphasis(text)
    total = add_emphasis(values, emphasis)
    compound = max(-1.0, min(1.0, total / math.sqrt(total * total + ALPHA)))
    # A neutral word counts one, so a charged one counts its value and one more.
    positive = sum(value + 1 for value in values if value > 0)
    negative = sum(value - 1 for value in values if value < 0)
    neutral = n_tokens - sum(value != 0 for value in values)
    if positive > math.fabs(negative):
        positive += emphasis
    elif positive < math.fabs(negative):
        negative -= emphasis
    whole = positive + math.fabs(negative) + neutral
    return VaderScore(
        neg=round(math.fabs(negative / whole), 3),
        neu=round(math.fabs(neutral / whole), 3),
        pos=round(math.fabs(positive / whole), 3),
        compound=round(compound, 4),
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


@lru_cache(maxsize=1)
def load_lists() -> _Lists:
    """Return the word lists of the installed vaderSentiment package."""
    import vaderSentiment.vaderSentiment as package  # noqa: N813

    folder = files("vaderSentiment")
    lexicon: dict[str, float] = {}
    for line in folder.joinpath("vader_lexicon.txt").read_text("utf-8").split("\n"):
        if line:
            word, value = line.strip().split("\t")[:2]
            lexicon[word] = float(value)
    emoji: dict[str, str] = {}
    for line in (
        folder.joinpath("emoji_utf8_lexicon.txt").read_text("utf-8").rstrip("\n").split("\n")
    ):
        symbol, name = line.strip().split("\t")[:2]
        if len(symbol) == 1:
            emoji[symbol] = name
    boosters: dict[str, float] = dict(package.BOOSTER_DICT)
    return _Lists(
        lexicon=lexicon,
        emoji=emoji,
        boosters=boosters,
        negations=frozenset(package.NEGATE),
        idioms=dict(package.SPECIAL_CASES),
        carriers=frozenset(lexicon) - frozenset(boosters),
    )
