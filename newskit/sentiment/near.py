"""The tone near a name: charged words weighed by how far from it they stand, within its clause.

This is where words stand and no more: "Khan condemned the attack" has a bad word near Khan and
says nothing bad of him. Measured on people's judgements of news sentences, no lexicon finds an
author's stance toward the person, so the label is "tone near".
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newskit.article import Span
from newskit.errors import InputError
from newskit.normalise import fold_quotes
from newskit.sentiment.distribution import Distribution, distribute
from newskit.sentiment.tones import SentenceTone, ToneWord
from newskit.text.abbreviations import DAYS_AND_ZONES, STARTERS, TITLES

if TYPE_CHECKING:
    import pandas as pd

# The weight of a word falls to 1/e at this distance in words. On NewsMTSC (Hamborg & Donnay, 2021)
# this window finds people's three classes at a macro-F1 of 0.58, the whole sentence at 0.56.
REACH = 5
CAVEAT = (
    "Tone near a name is about the words that stand around it, whoever they are said of. It is "
    "no measure of how the writer sees the person. Pronouns are not followed."
)

_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*|[;:!?…()—–.]|,")
_BREAKS = frozenset(";:!?…()—–.")
_CONJUNCTIONS = frozenset("but while whereas although though because and".split())
# A capitalised word before a surname makes it another's ("Salman Khan"), unless it is a title, a
# day, or a word that begins a sentence and seldom a name.
_OFFICES = frozenset(
    """
    sir dame lord lady president premier minister chancellor secretary senator governor mayor
    ambassador general captain colonel king queen prince princess pm mp judge justice chairman
    chairwoman chief leader coach
    """.split()
)
_NO_FIRST_NAMES = _OFFICES | TITLES | STARTERS | DAYS_AND_ZONES


@dataclass(frozen=True, slots=True)
class NearWord:
    """A charged word near a name: its weight, and what it brings to the tone near it."""

    word: ToneWord
    sentence: int
    distance: int
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class ToneNear:
    """The tone near a name: its mentions, the words around them, a value a mentioning sentence."""

    name: str
    mentions: tuple[Span, ...]
    sentences: tuple[int, ...]
    values: tuple[float, ...]
    words: tuple[NearWord, ...]
    distribution: Distribution

    @property
    def mean(self) -> float:
        """The mean over the sentences that mention the name; nan where none does."""
        return self.distribution.mean

    def table(self) -> pd.DataFrame:
        """Return one row a contributing word: distance in words, weight, contribution."""
        import pandas as pd

        rows = [
            (near.word.word, near.sentence, near.distance, near.weight, near.contribution)
            for near in self.words
        ]
        columns = ["word", "sentence", "distance", "weight", "contribution"]
        return pd.DataFrame(rows, columns=columns)

    def describe(self) -> str:
        """Return the mean with its interval and the number of mentions, or the reason."""
        if self.distribution.reason:
            return self.distribution.describe()
        counted = f"mentions: {len(self.mentions)}, in sentences: {len(self.sentences)}"
        return f"{self.distribution.describe()}; {counted}"

    def __repr__(self) -> str:
        return f"<ToneNear {self.name!r}: {self.describe()}>"


def find_mentions(text: str, name: str) -> tuple[Span, ...]:
    """Return where a text mentions a name, in full or by the surname alone.

    A surname behind another's first name is that other's. Raises InputError for no name.

    >>> text = "Imran Khan met Salman Khan. Mr Khan left in Khan’s car."
    >>> [span.of(text) for span in find_mentions(text, "Imran Khan")]
    ['Imran Khan', 'Khan', 'Khan']
    """
    parts = fold_quotes(name).split()
    if not parts:
        raise InputError("toward= takes a name, for example toward='Imran Khan'.")
    gap = r"\s+"
    whole = gap.join(map(re.escape, parts))
    pattern = re.compile(rf"(?<!\w)(?:{whole}|{re.escape(parts[-1])})(?![\w-])")
    plain = fold_quotes(text)
    return tuple(
        Span(*match.span())
        for match in pattern.finditer(plain)
        if len(match.group().split()) == len(parts) or not _is_anothers(plain, match.start())
    )


def _is_anothers(text: str, start: int) -> bool:
    """Whether a first name that is not part of the name stands right before a surname."""
    before = re.search(r"([^\W\d_][\w'.-]*)\s$", text[max(0, start - 40) : start])
    if not before:
        return False
    word = before.group(1)
    bare = word.rstrip(".")
    if bare.lower() in _NO_FIRST_NAMES or bare.endswith("'s"):
        return False
    ends_sentence = word != bare and len(bare) > 1
    return bare[0].isupper() and not ends_sentence


def weigh_words(
    sentence: str, tone: SentenceTone, mentions: Sequence[Span]
) -> list[tuple[ToneWord, int, float]]:
    """Return the charged words in the clauses of the mentions: distance in words, and weight.

    ``mentions`` are offsets in the sentence.

    >>> word = ToneWord("praised", 5, 12, listed=2, valence=2, contribution=1)
    >>> weigh_words("They praised Khan.", SentenceTone(1, (word,)), [Span(13, 17)])[0][1]
    1
    """
    starts, clauses, places = _read_clauses(sentence)

    def locate(offset: int) -> tuple[int, int]:
        at = max(bisect_right(starts, offset) - 1, 0)
        return clauses[at], places[at]

    names: dict[int, list[tuple[int, int]]] = {}
    for span in mentions:
        clause, first = locate(span.start)
        names.setdefault(clause, []).append((first, locate(span.end - 1)[1]))
    weighed = []
    for word in tone.words:
        clause, place = locate(word.start)
        here = names.get(clause, [])
        at = bisect_right(here, (place, math.inf))
        # The nearest mention is the last one before the word or the first one behind it.
        distances = [
            max(first - place, place - last, 0) for first, last in here[max(at - 1, 0) : at + 1]
        ]
        if distances and word.contribution:
            distance = min(distances)
            weighed.append((word, distance, math.exp(-distance / REACH)))
    return weighed


def _read_clauses(sentence: str) -> tuple[list[int], list[int], list[int]]:
    """Return of each word and mark where it starts, its clause, and its place among the words."""
    starts, clauses, places = [0], [0], [0]
    clause, place, before = 0, 0, ""
    for match in _TOKEN.finditer(sentence):
        here = match.group().lower()
        if here in _BREAKS or here == "but" or (before == "," and here in _CONJUNCTIONS):
            clause += 1
        place += here[0].isalnum()
        starts.append(match.start())
        clauses.append(clause)
        places.append(place)
        before = here
    return starts, clauses, places


def score_near(
    name: str, text: str, sentences: Sequence[Span], tones: Sequence[SentenceTone], *, seed: int = 0
) -> ToneNear:
    """Return the tone near a name over an article's scored sentences.

    >>> tone = SentenceTone(1, (ToneWord("praised", 5, 12, listed=2, valence=2, contribution=1),))
    >>> near = score_near("Imran Khan", "They praised Khan.", [Span(0, 18)], [tone])
    >>> round(near.mean, 2)
    0.82
    """
    mentions = find_mentions(text, name)
    begins = [span.start for span in sentences]
    by_sentence: dict[int, list[Span]] = {}
    for span in mentions:
        i = bisect_right(begins, span.start) - 1
        if i >= 0:
            start = sentences[i].start
            by_sentence.setdefault(i, []).append(Span(span.start - start, span.end - start))
    words, values = [], []
    for i, spans in by_sentence.items():
        found = [
            NearWord(word, i, distance, weight, weight * word.contribution)
            for word, distance, weight in weigh_words(sentences[i].of(text), tones[i], spans)
        ]
        words.extend(found)
        values.append(math.fsum(near.contribution for near in found))
    reason = f"{name} is not mentioned by full name or surname."
    spread = distribute(values, seed=seed, reason=reason)
    return ToneNear(name, mentions, tuple(by_sentence), tuple(values), tuple(words), spread)
