"""``score_sentiment``: the distribution of tone over an article's sentences."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from newskit.article import Article, as_article
from newskit.cards import render_card, shorten
from newskit.errors import UnknownName
from newskit.sentiment.agreement import Agreement, compare_engines, name_side
from newskit.sentiment.distribution import Distribution, distribute, say_value, smooth
from newskit.sentiment.engines import Engine, find_engine
from newskit.sentiment.near import CAVEAT, ToneNear, score_near
from newskit.sentiment.parts import TonePart, cut_at_quotes, score_part
from newskit.sentiment.tones import SentenceTone
from newskit.text.language import Language, find_language
from newskit.text.quotes import Quote, find_quotes
from newskit.text.segment import segment
from newskit.text.segments import Segments

if TYPE_CHECKING:
    import pandas as pd

SIDES = ("positive", "neutral", "negative")


@dataclass(frozen=True)
class Sentiment:
    """The tone of one article: a value a sentence, and how they are spread.

    The article's value is the mean over its sentences (``mean``, with its 95 % bootstrap interval
    ``low`` to ``high``, and the standard deviation ``spread``); the engine is never run over the
    whole text, where lexicon scores saturate. ``narration`` and ``quoted`` are its two sides;
    ``near`` is the tone near the name that was asked for. Undefined is nan, with ``reason``.
    """

    article: Article
    engine: Engine
    language: Language
    segments: Segments
    tones: tuple[SentenceTone, ...]
    distribution: Distribution
    seed: int = 0
    near: ToneNear | None = None

    @property
    def mean(self) -> float:
        """The mean over the sentences."""
        return self.distribution.mean

    @property
    def low(self) -> float:
        """The lower bound of the mean's interval; nan below five sentences."""
        return self.distribution.low

    @property
    def high(self) -> float:
        """The upper bound of the mean's interval; nan below five sentences."""
        return self.distribution.high

    @property
    def spread(self) -> float:
        """The standard deviation over the sentences."""
        return self.distribution.spread

    @property
    def reason(self) -> str | None:
        """Why there is no value, or None."""
        return self.distribution.reason

    @property
    def values(self) -> tuple[float, ...]:
        """The value of each sentence."""
        return tuple(tone.value for tone in self.tones)

    @property
    def arc(self) -> tuple[float, ...]:
        """The course of the tone: each sentence's value averaged with two on either side."""
        return smooth(self.values)

    def share(self, side: str) -> float:
        """Return the share of sentences that are "positive", "negative" or "neutral".

        >>> score_sentiment("It was good. It was bad.").share("positive")
        0.5
        """
        if side not in SIDES:
            raise UnknownName.among("side", side, SIDES)
        sides = [name_side(value, self.engine.neutral) for value in self.values]
        return sides.count(side) / len(sides) if sides else math.nan

    @property
    def topic_share(self) -> float:
        """The share of topic words in all that was counted; nan where no word was.

        >>> score_sentiment("The war was terrible.").topic_share.__round__(2)
        0.29
        """
        words = [word for tone in self.tones for word in tone.words]
        whole = math.fsum(abs(word.contribution) for word in words)
        topics = math.fsum(abs(word.contribution) for word in words if word.topic)
        return topics / whole if whole else math.nan

    @property
    def mean_without_topics(self) -> float:
        """The mean over the sentences when no topic word counts."""
        topics = [word.contribution for tone in self.tones for word in tone.words if word.topic]
        return self.mean - math.fsum(topics) / len(self.tones) if self.tones else math.nan

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes of the article, as ``find_quotes`` gives them."""
        return find_quotes(self.article.text)

    @cached_property
    def narration(self) -> TonePart:
        """The tone of what the article says itself: each sentence without its quotes."""
        return self._score_part("narration", inside=False)

    @cached_property
    def quoted(self) -> TonePart:
        """The tone of what stands between quotation marks."""
        return self._score_part("quoted", inside=True)

    def _score_part(self, label: str, *, inside: bool) -> TonePart:
        spans = self.segments.sentences if self.tones else ()
        pieces = [pair[inside] for pair in cut_at_quotes(spans, self.quotes)]
        text, score = self.article.text, self.engine.score
        return score_part(label, text, pieces, score=score, seed=self.seed)

    def agreement(self, engine: str | Engine = "vader") -> Agreement:
        """Return the sentences that this engine and another turn apart.

        >>> score_sentiment("The war ended. It was good.").agreement("vader").differing
        (0,)
        """
        texts = [span.of(self.article.text) for span in self.segments.sentences] * bool(self.tones)
        return compare_engines(texts, self.values, engine=self.engine, other=find_engine(engine))

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: text, value, words with their contribution, share in quotes."""
        from newskit.sentiment.tables import describe_sentences

        return describe_sentences(self)

    @property
    def words(self) -> pd.DataFrame:
        """One row a word that fired: offsets in the article, list value, contribution."""
        from newskit.sentiment.tables import describe_words

        return describe_words(self)

    def describe(self) -> str:
        """Return the article's value as a phrase: mean, interval, spread, or the reason."""
        if self.reason or math.isnan(self.spread):
            return self.distribution.describe()
        return f"{self.distribution.describe()}, spread {self.spread:.2f}"

    def describe_topics(self) -> str:
        """Return the share of topic words, and the mean without them, as a phrase."""
        if math.isnan(self.topic_share):
            return "no word counted"
        share = f"{self.topic_share:.0%}".replace("%", " %")
        return f"{share} of what counted; mean without them {say_value(self.mean_without_topics)}"

    def __repr__(self) -> str:
        return f"<Sentiment {self.engine.name}: {self.describe()}; {len(self.tones)} sentences>"

    def _repr_html_(self) -> str:
        rows = [
            ("Language", self.language.describe()),
            (f"{self.engine.label}, mean of {len(self.tones)} sentences", self.describe()),
        ]
        if not self.reason:
            rows.extend(self._describe_parts())
        notes = [self.engine.validity, self.engine.caveat, self.engine.reference]
        if self.near:
            notes.append(CAVEAT)
        title = f"Tone: {self.article.headline or 'article'}"
        return render_card(title, rows=rows, notes=notes)

    def _describe_parts(self) -> list[tuple[str, str]]:
        shares = ", ".join(f"{self.share(side):.0%} {side}" for side in SIDES).replace("%", " %")
        rows = [("Sentences", shares)]
        rows.extend(
            (part.label.capitalize(), f"{part.distribution.describe()}; sentences: {part.n}")
            for part in (self.narration, self.quoted)
        )
        rows.append(("Topic words", self.describe_topics()))
        other = "vader" if self.engine.name != "vader" else "tone"
        rows.append(("Other engine", self.agreement(other).describe()))
        if self.near:
            rows.append((f"Tone near {self.near.name}", self.near.describe()))
        for label, extreme in (("Most negative", min), ("Most positive", max)):
            value = extreme(self.values)
            text = self.segments.sentences[self.values.index(value)].of(self.article.text)
            rows.append((label, f"{say_value(value)}: {shorten(text, 120)}"))
        return rows


def score_sentiment(
    article: Article | str,
    *,
    engine: str | Engine = "tone",
    toward: str | None = None,
    language: str | None = None,
    seed: int = 0,
) -> Sentiment:
    """Score the tone of each sentence of an article.

    ``engine`` names a row of ``ENGINES``, or "lexicon:PATH" for a CSV file of words with values, or
    "transformers:MODEL". ``toward`` names a person, to see the tone near the name. ``seed`` fixes
    the draws of the intervals. In a language that the engine was not made for the value is nan
    with the reason. Raises EmptyText, InputError, MissingPackage, UnknownName.

    >>> score_sentiment("It was good. It was not good. It was there.").mean.__round__(2)
    0.14
    """
    article = as_article(article)
    scorer = find_engine(engine)
    spoken = find_language(article.text, given=language or article.language)
    parts = segment(article)
    reason = None
    if scorer.languages and spoken.code not in scorer.languages:
        made_for = ", ".join(scorer.languages)
        reason = f"{scorer.label} was made for {made_for}, not for the language {spoken.code!r}."
        if spoken.guessed:
            reason += f" (Language: {spoken.describe()}; language=… overrides it.)"
    elif not parts.sentences:
        reason = "There is no sentence with a word in it."
    spans = () if reason else parts.sentences
    tones = tuple(scorer.score(span.of(article.text)) for span in spans)
    near = score_near(toward, article.text, spans, tones, seed=seed) if toward else None
    spread = distribute([tone.value for tone in tones], seed=seed, reason=reason)
    return Sentiment(article, scorer, spoken, parts, tones, spread, seed, near)
