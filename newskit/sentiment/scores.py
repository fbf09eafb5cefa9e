"""``score_sentiment``: the distribution of tone over an article's sentences."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from newskit.article import Article
from newskit.cards import render_card, shorten
from newskit.intervals import interval_of_mean
from newskit.sentiment.engines import Engine, SentenceTone, find_engine
from newskit.text.language import Language, find_language
from newskit.text.segment import Segments, segment

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Sentiment:
    """The tone of one article: a value a sentence, and how they are spread.

    The article's value is the mean over its sentences (``mean``, with its 95 % bootstrap
    interval ``low`` to ``high``, and the standard deviation ``spread``); the engine is never run
    over the whole text, where lexicon scores saturate. Undefined is nan, with ``reason``.
    """

    article: Article
    engine: Engine
    language: Language
    segments: Segments
    tones: tuple[SentenceTone, ...]
    mean: float
    low: float
    high: float
    spread: float
    reason: str | None

    def share(self, side: str) -> float:
        """Return the share of sentences that are "positive", "negative" or "neutral".

        >>> score_sentiment("It was good. It was bad.").share("positive")
        0.5
        """
        values = np.array([tone.value for tone in self.tones])
        cut = self.engine.neutral
        sides = {
            "positive": values >= cut,
            "negative": values <= -cut,
            "neutral": np.abs(values) < cut,
        }
        return float(sides[side].mean()) if len(values) else math.nan

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: text, value, the words that fired with what each contributed."""
        import pandas as pd

        rows = [
            {
                "sentence": span.of(self.article.text),
                "value": tone.value,
                "words": ", ".join(f"{word.word} {word.contribution:+.2f}" for word in tone.words),
                "n_negated": sum(word.is_negated for word in tone.words),
            }
            for span, tone in zip(self.segments.sentences, self.tones, strict=False)
        ]
        return pd.DataFrame(rows, columns=["sentence", "value", "words", "n_negated"])

    @property
    def words(self) -> pd.DataFrame:
        """One row a word that fired: offsets in the article, list value, contribution."""
        import pandas as pd

        rows = [
            {
                "word": word.word,
                "start": span.start + word.start,
                "end": span.start + word.end,
                "sentence": i,
                "listed": word.listed,
                "valence": word.valence,
                "contribution": word.contribution,
                "negated": word.is_negated,
            }
            for i, (span, tone) in enumerate(zip(self.segments.sentences, self.tones, strict=False))
            for word in tone.words
        ]
        columns = "word start end sentence listed valence contribution negated".split()
        return pd.DataFrame(rows, columns=columns)

    def describe(self) -> str:
        """Return the article's value as a phrase: mean, interval, spread, or the reason."""
        if self.reason:
            return f"no value: {self.reason}"
        interval = "" if math.isnan(self.low) else f" ({self.low:+.2f} to {self.high:+.2f})"
        return f"{self.mean:+.2f}{interval}, spread {self.spread:.2f}"

    def __repr__(self) -> str:
        return f"<Sentiment {self.engine.name}: {self.describe()}; {len(self.tones)} sentences>"

    def _repr_html_(self) -> str:
        rows = [
            ("Language", self.language.describe()),
            (f"{self.engine.label}, mean of {len(self.tones)} sentences", self.describe()),
        ]
        if not self.reason:
            sides = ("positive", "neutral", "negative")
            shares = ", ".join(f"{self.share(side):.0%} {side}" for side in sides)
            rows.append(("Sentences", shares))
            rows.extend((label, text) for label, text in self._extremes())
        return render_card(
            f"Tone: {self.article.headline or 'article'}",
            rows=rows,
            notes=[self.engine.caveat, self.engine.reference],
        )

    def _extremes(self) -> list[tuple[str, str]]:
        values = [tone.value for tone in self.tones]
        rows = []
        for label, extreme in (("Most negative", min(values)), ("Most positive", max(values))):
            span = self.segments.sentences[values.index(extreme)]
            rows.append((label, f"{extreme:+.2f}: {shorten(span.of(self.article.text), 120)}"))
        return rows


def score_sentiment(
    article: Article | str, *, engine: str = "vader", language: str | None = None, seed: int = 0
) -> Sentiment:
    """Score the tone of each sentence of an article.

    ``engine`` names a row of ``ENGINES``; ``seed`` fixes the draws of the interval. In a language
    that the engine was not made for the value is nan with the reason. Raises EmptyText,
    UnknownName.

    >>> score_sentiment("It was good. It was not good. It was there.").mean.__round__(2)
    0.03
    """
    if isinstance(article, str):
        article = Article(text=article)
    scorer = find_engine(engine)
    spoken = find_language(article.text, given=language or article.language)
    parts = segment(article)
    reason = None
    if spoken.code not in scorer.languages:
        made_for = ", ".join(scorer.languages)
        reason = f"{scorer.label} was made for {made_for}, not for the language {spoken.code!r}."
    elif not parts.sentences:
        reason = "There is no sentence with a word in it."
    if reason:
        nan = math.nan
        return Sentiment(article, scorer, spoken, parts, (), nan, nan, nan, nan, reason)
    tones = tuple(scorer.score(span.of(article.text)) for span in parts.sentences)
    values = np.array([tone.value for tone in tones])
    low, high = interval_of_mean(values, seed=seed)
    spread = float(values.std(ddof=1)) if len(values) > 1 else math.nan
    return Sentiment(
        article, scorer, spoken, parts, tones, float(values.mean()), low, high, spread, None
    )
