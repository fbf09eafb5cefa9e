"""One door to the explorers: ``explore`` looks at what it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Union, cast

from newskit.article import Article, as_article
from newskit.errors import InputError, NewskitError, UnknownOption
from newskit.explorers._base import Explorer
from newskit.explorers.article import ArticleExplorer
from newskit.explorers.coverage import CoverageExplorer
from newskit.explorers.coverage_view import view_coverage
from newskit.explorers.make_view import make_view
from newskit.loaders.dispatch import load_article
from newskit.sample_table import sample
from newskit.sentiment.engines import ENGINES, Engine
from newskit.text.segment import segment

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
    return explore_coverage(articles, engine=engine)


def explore_coverage(articles: Sequence[Article], *, engine: str = "tone") -> CoverageExplorer:
    """Return the explorer of 2 to 12 articles, scored here; see :func:`explore`."""
    view = view_coverage(articles, engine=engine)
    chosen = "" if engine == ENGINES[0].name else f", engine={engine!r}"
    code = {"code_start": _write_loading(*articles), "code_call": f"nk.explore(articles{chosen}"}
    return CoverageExplorer(view, **code)


def explore_article(
    article: Article | str, *, lens: str | None = None, engine: str | Engine = "tone"
) -> ArticleExplorer:
    """Return the explorer of one article; see :func:`explore`."""
    article = as_article(article)
    parts = segment(article)
    if not parts.sentences:
        raise InputError("There is no word in this text, so there is nothing to explore.")
    view = make_view(article, engine=engine)
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


def _write_loading(*articles: Article) -> str:
    """Return the Python that makes these very articles again.

    Where one of them can be neither loaded nor written out, the reader is told what the name means.
    """
    calls = [_write_call(article) for article in articles]
    if len(calls) == 1 and calls[0]:
        return f"import newskit as nk\n\narticle = {calls[0]}"
    if len(calls) > 1 and all(calls):
        return "import newskit as nk\n\narticles = [\n    {},\n]".format(
            ",\n    ".join(map(str, calls))
        )
    name = "article: the one that was" if len(articles) == 1 else "articles: those that were"
    return f"import newskit as nk  # {name} explored"


def _write_call(article: Article) -> str | None:
    """Return the call that makes an article again: a sample or a file if equal, or its fields."""
    source = article.provenance.source if article.provenance else ""
    name = source.removeprefix("newskit sample ")
    if name != source and sample(name) == article:
        return f"nk.sample({name!r})"
    if article.provenance and _is_in(source, article):
        return f"nk.load_article({source!r})"
    if len(article.text) > _LONGEST_WRITTEN:
        return None
    known = {k: v for k, v in article.to_dict().items() if v and k != "provenance"}
    return f"nk.Article.from_dict({known!r})"


def _is_in(source: str, article: Article) -> bool:
    """Whether a file holds this very article, and no other."""
    try:
        return Path(source).is_file() and load_article(source) == article
    except (NewskitError, OSError):  # a table of many, a file that changed since
        return False
