"""newskit: the Jupyter toolkit for analysing news articles.

>>> import newskit as nk
>>> article = nk.sample("khan-moscow-wire")
>>> article.dateline.place
'ISLAMABAD'
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newskit.article import Article as Article
    from newskit.article import Dateline as Dateline
    from newskit.article import Provenance as Provenance
    from newskit.article import Span as Span
    from newskit.corpus.measure import measure as measure
    from newskit.errors import NewskitError as NewskitError
    from newskit.explorers.dispatch import explore as explore
    from newskit.loaders.dispatch import load_article as load_article
    from newskit.loaders.many import load_articles as load_articles
    from newskit.loaders.writing import write_article as write_article
    from newskit.readability.scores import score_readability as score_readability
    from newskit.sample_table import sample as sample
    from newskit.sample_table import samples as samples
    from newskit.sentiment.scores import score_sentiment as score_sentiment
    from newskit.sources.claims import find_claims as find_claims
    from newskit.sources.ledger import find_sources as find_sources
    from newskit.text.segment import segment as segment

# Public name → where it lives. Loaded on first touch, so that ``import newskit`` costs next to
# nothing and pandas, matplotlib and the widgets come only with the first use of them.
_HOMES = {
    "Article": "newskit.article",
    "Dateline": "newskit.article",
    "NewskitError": "newskit.errors",
    "Provenance": "newskit.article",
    "Span": "newskit.article",
    "explore": "newskit.explorers.dispatch",
    "find_claims": "newskit.sources.claims",
    "find_sources": "newskit.sources.ledger",
    "load_article": "newskit.loaders.dispatch",
    "load_articles": "newskit.loaders.many",
    "measure": "newskit.corpus.measure",
    "sample": "newskit.sample_table",
    "samples": "newskit.sample_table",
    "score_readability": "newskit.readability.scores",
    "score_sentiment": "newskit.sentiment.scores",
    "segment": "newskit.text.segment",
    "write_article": "newskit.loaders.writing",
}

__all__ = [  # noqa: PLE0604, RUF100 - sorted, and equal to _HOMES: held by a test
    "Article",
    "Dateline",
    "NewskitError",
    "Provenance",
    "Span",
    "explore",
    "find_claims",
    "find_sources",
    "load_article",
    "load_articles",
    "measure",
    "sample",
    "samples",
    "score_readability",
    "score_sentiment",
    "segment",
    "write_article",
]


@cache
def version() -> str:
    """Return the installed version of newskit."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("newskit")
    except PackageNotFoundError:  # used from a source tree that was never installed
        return "0+source"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    if name == "__version__":
        return version()
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
        globals()[name] = value
        return value
    from difflib import get_close_matches

    near = get_close_matches(name, _HOMES, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise AttributeError(f"module 'newskit' has no attribute {name!r}.{hint}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
