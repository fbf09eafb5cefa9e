"""``measure``: one row of measures an article, as a plain pandas frame with fixed columns."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from newskit.article import Article
from newskit.corpus.measures import MEASURES
from newskit.errors import InputError
from newskit.readability.scores import score_readability
from newskit.sentiment.scores import score_sentiment
from newskit.sources.ledger import find_sources
from newskit.text.quotes import find_quotes
from newskit.text.segment import segment
from newskit.text.segments import Segments

if TYPE_CHECKING:
    import pandas as pd


def measure(articles: Article | Iterable[Article], *, engine: str = "tone") -> pd.DataFrame:
    """Return one row an article with the columns of ``MEASURES``, in the order given.

    The columns and their types are the same for one article and for many, and where there are
    none. Undefined is nan, with the reason in the lens's reason column. Intervals are not here:
    they belong to one article (``score_readability``, ``score_sentiment``). Raises InputError
    where something is no Article.

    >>> frame = measure([Article(text="The talks were good. They ended.", language="en")])
    >>> frame.loc[0, ["n_words", "n_sentences"]].tolist()
    [6.0, 2.0]
    """
    import pandas as pd

    items = articles if isinstance(articles, Iterable) else [articles]
    rows = [measure_article(article, engine=engine) for article in items]
    columns = {
        item.name: pd.Series([row[item.name] for row in rows], dtype=item.dtype)
        for item in MEASURES
    }
    return pd.DataFrame(columns)


def measure_article(article: Article, *, engine: str = "tone") -> dict[str, Any]:
    """Return the row of one article: every name of ``MEASURES`` with its value."""
    if not isinstance(article, Article):
        raise InputError(
            f"measure takes Articles; got {type(article).__name__}. A text: Article(text=…)."
        )
    parts = segment(article)
    return {
        **_read_record(article),
        "n_paragraphs": len(parts.paragraphs),
        **_measure_readability(article),
        **_measure_tone(article, engine),
        **_measure_sources(article, parts),
    }


def measure_quoted(parts: Segments) -> float:
    """Return the share of the words that stand in quotation marks; nan where there is no word.

    >>> measure_quoted(segment("“It is over,” he said."))
    0.6
    """
    if not parts.words:
        return math.nan
    quotes = [quote.inner for quote in find_quotes(parts.text) if quote.depth == 0]
    starts = np.array([word.start for word in parts.words])
    inside = sum(int(((starts >= q.start) & (starts < q.end)).sum()) for q in quotes)
    return inside / len(parts.words)


def _read_record(article: Article) -> Mapping[str, Any]:
    fields = ("headline", "outlet", "section", "published", "url")
    source = article.provenance.source if article.provenance else None
    return {**{name: getattr(article, name) for name in fields}, "source": source}


def _measure_readability(article: Article) -> Mapping[str, Any]:
    result = score_readability(article)
    return {
        "language": result.language.code,
        "language_guessed": result.language.guessed,
        **result.counts.to_dict(),
        "consensus_grade": result.consensus.value,
        **{score.metric.name: score.value for score in result},
        "readability_reason": result.consensus.reason,
    }


def _measure_tone(article: Article, engine: str) -> Mapping[str, Any]:
    result = score_sentiment(article, engine=engine)
    return {
        "tone_mean": result.mean,
        "tone_spread": result.spread,
        "positive_share": result.share("positive"),
        "negative_share": result.share("negative"),
        "topic_share": result.topic_share,
        "narration_tone": result.narration.mean,
        "quoted_tone": result.quoted.mean,
        "tone_reason": result.reason,
    }


def _measure_sources(article: Article, parts: Segments) -> Mapping[str, Any]:
    result = find_sources(article)
    return {
        "quoted_share": measure_quoted(parts),
        "attributed_share": result.attributed_share,
        "unnamed_share": result.unnamed_share,
        "n_voices": math.nan if result.reason else result.n_voices,
        "sources_reason": result.reason,
    }
