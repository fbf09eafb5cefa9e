"""One door to the explorers: ``explore`` looks at what it is given."""

from __future__ import annotations

from newskit.article import Article
from newskit.errors import InputError, UnknownOption
from newskit.explorers.article import ArticleExplorer
from newskit.explorers.views import view_article
from newskit.readability.scores import score_readability
from newskit.sentiment.scores import score_sentiment
from newskit.text.segment import segment

_OPTIONS = ("engine", "lens")


def explore(
    source: Article | str, *, lens: str = "readability", engine: str = "tone", **unknown: object
) -> ArticleExplorer:
    """Return a widget that shows an article sentence by sentence, under switchable lenses.

    ``lens`` is the one shown first ("readability" or "sentiment"); ``engine`` names the sentiment
    scorer. Raises EmptyText, InputError, UnknownName, UnknownOption.

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
    view = view_article(
        source,
        parts,
        readability=score_readability(source),
        sentiment=score_sentiment(source, engine=engine),
    )
    return ArticleExplorer(
        view, sentence_spans=parts.sentences, lens=lens, code_start=_write_loading(source)
    )


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
