"""One door to the explorers: ``explore`` looks at what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Union, cast

from newskit.article import Article, as_article
from newskit.errors import InputError, UnknownOption
from newskit.explorers._base import Explorer
from newskit.explorers.article import ArticleExplorer
from newskit.explorers.sentiment_view import view_sentiment
from newskit.explorers.sources_view import view_sources
from newskit.explorers.views import View, view_article, view_readability
from newskit.loaders.dispatch import load_article
from newskit.readability.scores import score_readability
from newskit.sample_table import sample
from newskit.sentiment.engines import ENGINES, Engine
from newskit.sentiment.scores import score_sentiment
from newskit.sources.ledger import find_sources
from newskit.text.segment import Segments, segment

if TYPE_CHECKING:
    import pandas as pd

# Longer articles are not written out in the code that reproduces a view.
_LONGEST_WRITTEN = 400
Source = Union["Article", str, Sequence["Article"], "pd.DataFrame"]

_OPTIONS = ("engine", "lens", "measures", "open_article")


def explore(
    source: Source,
    *,
    lens: str | None = None,
    engine: str = "tone",
    measures: Sequence[str] | None = None,
    open_article: Callable[[pd.Series], Article] | None = None,
    **unknown: object,
) -> Explorer:
    """Return the explorer for what is given: one article, several, or a frame of measures.

    An article (or a text) is shown sentence by sentence; ``lens`` is the one shown first:
    "readability", "sentiment" (by ``engine``), the name of the other engine that ships, or
    "sources". Two to twelve articles are laid beside one another. A frame, one row an article as
    ``measure`` makes it, is explored by histograms, time and table: ``measures`` names the columns
    drawn first, ``open_article`` loads the article of a row. Raises EmptyText, InputError,
    UnknownName, UnknownOption.

    >>> explorer = explore("The talks ended late. Nobody was pleased.", lens="sentiment")
    >>> explorer.table()["class"].tolist()
    ['neutral', 'negative']
    """
    for name in unknown:
        raise UnknownOption.among("explore", name, _OPTIONS)
    if isinstance(source, (Article, str)):
        return explore_article(source, lens=lens, engine=engine)
    if hasattr(source, "columns"):  # a frame, told without loading pandas
        from newskit.explorers.corpus import CorpusExplorer

        chosen = None if measures is None else list(measures)
        frame = cast("pd.DataFrame", source)
        return CorpusExplorer(frame, measures=chosen, open_article=open_article)
    articles = list(source) if isinstance(source, Iterable) else []
    if not articles or not all(isinstance(item, Article) for item in articles):
        raise InputError(
            f"explore takes an Article, a text, a list of Articles or a frame of measures; got "
            f"{type(source).__name__}. Files: explore(load_article('story.txt'))."
        )
    if len(articles) == 1:
        return explore_article(articles[0], lens=lens, engine=engine)
    from newskit.explorers.coverage import make_coverage

    return make_coverage(articles, engine=engine)


def explore_article(
    article: Article | str, *, lens: str | None = None, engine: str | Engine = "tone"
) -> ArticleExplorer:
    """Return the explorer of one article; see :func:`explore`."""
    article = as_article(article)
    parts = segment(article)
    if not parts.sentences:
        raise InputError("There is no word in this text, so there is nothing to explore.")
    view = make_view(article, parts, engine=engine)
    # An engine of one's own has no words that make it again: the code names a variable for it.
    said = repr(engine) if isinstance(engine, str) else "engine"
    chosen = "" if engine == ENGINES[0].name else f", engine={said}"
    return ArticleExplorer(
        view,
        sentence_spans=parts.sentences,
        lens=lens or view["lenses"][0]["name"],
        code_start=_write_loading(article),
        code_call=f"nk.explore(article{chosen}",
    )


def make_view(article: Article, parts: Segments, *, engine: str | Engine = "tone") -> View:
    """Return the view of an article under every lens; the sentiment lens stands twice.

    Once by ``engine``, once by the other engine that ships, so that they can be switched.
    """
    readability = score_readability(article)
    sentiment = score_sentiment(article, engine=engine)
    other = next(row for row in reversed(ENGINES) if row.name != sentiment.engine.name)
    second = score_sentiment(article, engine=other)
    lenses = [
        view_readability(readability, parts),
        view_sentiment(sentiment),
        view_sentiment(second, name=other.name, label=other.label),
        view_sources(find_sources(article), parts),
    ]
    return view_article(article, parts, language=readability.language.code, lenses=lenses)


def _write_loading(article: Article) -> str:
    """Return the Python that makes this very article again.

    A sample and a file are loaded, if that gives the same article; what is short is written out;
    for the rest a name stands that the reader must fill.
    """
    source = article.provenance.source if article.provenance else ""
    name = source.removeprefix("newskit sample ")
    if name != source and sample(name) == article:
        call = f"nk.sample({name!r})"
    elif article.provenance and Path(source).is_file() and load_article(source) == article:
        call = f"nk.load_article({source!r})"
    elif len(article.text) <= _LONGEST_WRITTEN:
        known = {k: v for k, v in article.to_dict().items() if v and k != "provenance"}
        call = f"nk.Article.from_dict({known!r})"
    else:
        call = "...  # the Article that was explored"
    return f"import newskit as nk\n\narticle = {call}"
