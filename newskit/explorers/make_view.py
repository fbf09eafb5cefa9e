"""From an article to the view of it under every lens: all scores are worked out here."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.article import Article
from newskit.explorers.sentiment_view import view_sentiment
from newskit.explorers.sources_view import view_sources
from newskit.explorers.views import View, view_article, view_readability
from newskit.readability.scores import Readability, score_readability
from newskit.sentiment.engines import ENGINES, Engine
from newskit.sentiment.scores import Sentiment, score_sentiment
from newskit.sources.claims import list_claims
from newskit.sources.ledger import Sources, find_sources


def make_view(article: Article, *, engine: str | Engine = "tone") -> View:
    """Return the view of an article under every lens; the sentiment lens stands twice.

    Once by ``engine``, once by the other engine that ships, so that they can be switched.
    """
    tone = score_sentiment(article, engine=engine)
    other = next(row for row in reversed(ENGINES) if row.name != tone.engine.name)
    tones = [tone, score_sentiment(article, engine=other)]
    return view_scores(score_readability(article), tones, find_sources(article))


def view_scores(readability: Readability, tones: Sequence[Sentiment], sources: Sources) -> View:
    """Return the view of one article from its scores; of the tones, the first is the usual one."""
    article, parts = sources.article, sources.segments
    names = [{}, *({"name": tone.engine.name, "label": tone.engine.label} for tone in tones[1:])]
    lenses = [
        view_readability(readability, parts),
        *(view_sentiment(tone, **name) for tone, name in zip(tones, names, strict=True)),
        view_sources(sources, parts, claims=list_claims(sources).claims),
    ]
    return view_article(article, parts, language=readability.language.code, lenses=lenses)
