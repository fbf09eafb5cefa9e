"""The sentence scorers: one row each. A scorer takes one sentence and gives its tone."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from newskit.errors import UnknownName
from newskit.normalise import fold_quotes
from newskit.sentiment import vader

_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class ToneWord:
    """A word that moved a sentence's tone: where it stands in it, and by how much.

    ``listed`` is its value in the lexicon, ``valence`` what the rules (negation, boosters, "but")
    made of it, ``contribution`` its part of the sentence's value.
    """

    word: str
    start: int
    end: int
    listed: float
    valence: float
    contribution: float

    @property
    def is_negated(self) -> bool:
        """Whether the rules turned its sign."""
        return self.listed * self.valence < 0


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """The tone of one sentence and the words that made it."""

    value: float
    words: tuple[ToneWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """One sentence scorer: what it is, its range, its cut for neutral, its source."""

    name: str
    label: str
    score: Callable[[str], SentenceTone]
    low: float
    high: float
    neutral: float
    languages: tuple[str, ...]
    reference: str
    caveat: str


def score_sentence_vader(sentence: str) -> SentenceTone:
    """Return VADER's compound score of one sentence, quotation marks made straight first.

    >>> score_sentence_vader("It wasn’t good.").value
    -0.3412
    """
    plain = fold_quotes(sentence)
    value = vader.score_vader(plain).compound
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(plain)]
    hits = vader.find_hits([token for _, token in tokens])
    total = vader.add_emphasis([hit.valence for hit in hits], vader.measure_emphasis(plain))
    # compound = total / √(total² + 15), so each word brings its valence over that root.
    root = math.sqrt(total * total + vader.ALPHA)
    words = []
    for hit in hits:
        if hit.valence:
            start, raw = tokens[hit.token]
            inset = raw.lower().find(hit.word)
            start += max(inset, 0)
            words.append(
                ToneWord(
                    word=sentence[start : start + len(hit.word)],
                    start=start,
                    end=start + len(hit.word),
                    listed=hit.listed,
                    valence=hit.valence,
                    contribution=hit.valence / root,
                )
            )
    return SentenceTone(value, tuple(words))


ENGINES: tuple[Engine, ...] = (
    Engine(
        name="vader",
        label="VADER",
        score=score_sentence_vader,
        low=-1,
        high=1,
        neutral=0.05,
        languages=("en",),
        reference="Hutto, C. J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for "
        "sentiment analysis of social media text. ICWSM-14. Lexicon: vaderSentiment 3.3.2 (MIT).",
        caveat="Made for tweets. Words are judged one by one: “war” is negative and “security” "
        "positive whatever is said of them. On 5,190 sentences of New York Times editorials it "
        "correlates with the mean of 20 readers at r = 0.50; one reader does at 0.71.",
    ),
)


def find_engine(name: str) -> Engine:
    """Return the engine of that name. Raises UnknownName with the names there are."""
    for engine in ENGINES:
        if engine.name == name:
            return engine
    raise UnknownName.among("sentiment engine", name, [engine.name for engine in ENGINES])
