"""One door to the explorers: ``explore`` looks at what it is given."""

from __future__ import annotations

from newskit.article import Article
from newskit.errors import InputError, UnknownOption
from newskit.explorers.article import ArticleExplorer
from newskit.explorers.sentiment_view import view_sentiment
from newskit.explorers.sources_view import view_sources
from newskit.explorers.views import View, view_article, view_readability
from newskit.readability.scores import score_readability
from newskit.sentiment.engines import ENGINES
from newskit.sentiment.scores import score_sentiment
from newskit.sources.ledger import find_sources
from newskit.text.segment import Segments, segment

_OPTIONS = ("engine", "lens")


def explore(
    source: Article | str, *, lens: str = "readability", engine: str = "tone", **unknown: object
) -> ArticleExplorer:
    """Return a widget that shows an article sentence by sentence, under switchable lenses.

    ``lens`` is the one shown first: "readability", "sentiment" (by ``engine``), the name of the
    other engine that ships, or "sources". Raises EmptyText, InputError, UnknownName, UnknownOption.

    >>> explorer = explore("The talks ended late. Nobody was pleased.", lens="sentiment")
    >>> explorer.table()["class"].tolist()
    ['neutral', 'negative']
    """
    for name in unknown:
        raise UnknownOption.among("explore", name, _OPTIONS)
    if isinstance(source, str):
        source = Article(text=source)
    if not isinstance(source, Article):
        raise InputError(
            f"explore takes an Article or a text; got {type(source).__name__}. "
            "Files: explore(load_article('story.txt'))."
        )
    parts = segment(source)
    if not parts.sentences:
        raise InputError("There is no word in this text, so there is nothing to explore.")
    view = make_view(source, parts, engine=engine)
    chosen = "" if engine == ENGINES[0].name else f", engine={engine!r}"
    return ArticleExplorer(
        view,
        sentence_spans=parts.sentences,
        lens=lens,
        code_start=_write_loading(source),
        code_call=f"nk.explore(article{chosen}",
    )


def make_view(article: Article, parts: Segments, *, engine: str = "tone") -> View:
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
    """Return the Python that loads this article again, as far as its provenance tells."""
    source = article.provenance.source if article.provenance else ""
    if source.startswith("newskit sample "):
        call = f"nk.sample({source.removeprefix('newskit sample ')!r})"
    elif source in ("", "pasted text", "bytes"):
        call = "nk.Article.from_text(text)  # your text"
    else:
        call = f"nk.load_article({source!r})"
    return f"import newskit as nk\n\narticle = {call}"
