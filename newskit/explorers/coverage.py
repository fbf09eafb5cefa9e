"""The coverage explorer: a few articles on one event, each lens on one common scale."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import traitlets

from newskit.article import Article
from newskit.errors import InputError, UnknownName
from newskit.explorers._base import Explorer
from newskit.explorers.coverage_fallback import render_coverage
from newskit.explorers.coverage_view import view_coverage
from newskit.explorers.page import View, read_script, read_style
from newskit.readability.scores import score_readability
from newskit.sentiment.engines import ENGINES
from newskit.sentiment.scores import score_sentiment

if TYPE_CHECKING:
    import pandas as pd

# The article's script up to its entry point: an article opened here is drawn by the same hand.
ARTICLE_SCRIPT = read_script("shared.js", "lens.js", "article.js").partition("\nfunction render(")[
    0
]


class CoverageExplorer(Explorer):
    """Show 2 to 12 articles beside one another; it gives back what its user chose.

    ``view`` comes from :func:`newskit.explorers.coverage_view.view_coverage`; ``code_start`` is
    Python that loads the articles (for ``code``).

    The traits ``chosen`` (indices of the ticked articles), ``opened`` (index of the one whose text
    is shown, -1 for none), ``order`` ("given" or a lens) and ``lens`` (of the opened text) follow
    the user's hand and may be set or observed.
    """

    _esm = f"{ARTICLE_SCRIPT}\n{read_script('coverage.js')}"
    _css = read_style("shared.css", "article.css", "coverage.css")
    _options = ("code_call", "code_start", "layout")
    _drawn = ("view", "chosen", "opened", "order", "lens", "code_start", "code_call")

    view = traitlets.Dict().tag(sync=True)
    chosen = traitlets.List(traitlets.Int()).tag(sync=True)
    opened = traitlets.Int(-1).tag(sync=True)
    order = traitlets.Unicode("given").tag(sync=True)
    lens = traitlets.Unicode().tag(sync=True)
    code_start = traitlets.Unicode().tag(sync=True)
    code_call = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        view: View,
        *,
        code_start: str = "import newskit as nk\n\narticles = [...]",
        code_call: str = "nk.explore(articles",
        layout: Any = None,  # noqa: ANN401 - ipywidgets' own
        **unknown: object,
    ) -> None:
        super().__init__(
            unknown=unknown,
            view=dict(view),
            lens=view["lenses"][0]["name"],
            code_start=code_start,
            code_call=code_call,
            layout={} if layout is None else layout,
        )

    @traitlets.validate("chosen")
    def _check_chosen(self, proposal: Any) -> list[int]:  # noqa: ANN401
        return sorted({self._check_index(i, lowest=0) for i in proposal["value"]})

    @traitlets.validate("opened")
    def _check_opened(self, proposal: Any) -> int:  # noqa: ANN401
        return self._check_index(proposal["value"], lowest=-1)

    def _check_index(self, i: int, *, lowest: int) -> int:
        n = len(self.view["articles"])
        if not lowest <= i < n:
            raise InputError(f"Articles are numbered from 0 to {n - 1}; got {i}.")
        return i

    @traitlets.validate("order", "lens")
    def _check_name(self, proposal: Any) -> str:  # noqa: ANN401
        kind, value = proposal["trait"].name, proposal["value"]
        lenses = [lens["name"] for lens in self.view["lenses"]]
        known = ["given", *lenses] if kind == "order" else lenses
        if value not in known:
            raise UnknownName.among(kind, value, known)
        return str(value)

    @property
    def selection(self) -> tuple[int, ...]:
        """The indices of the ticked articles, in the order in which they were given."""
        return tuple(self.chosen)

    def select(self, *indices: int) -> None:
        """Tick the articles at these indices, counted from 0, and no other."""
        self.chosen = list(indices)

    def table(self) -> pd.DataFrame:
        """Return one row an article: its record, then each lens with interval and reason."""
        import pandas as pd

        frame = pd.DataFrame(
            {
                "headline": [article["headline"] for article in self.view["articles"]],
                "outlet": [article["outlet"] for article in self.view["articles"]],
                "published": [article["published"] for article in self.view["articles"]],
                "n_sentences": [len(a["view"]["sentences"]) for a in self.view["articles"]],
            }
        )
        for lens in self.view["lenses"]:
            for part, name in (("number", ""), ("low", "_low"), ("high", "_high")):
                numbers = [row[part] for row in lens["rows"]]
                frame[f"{lens['column']}{name}"] = pd.array(numbers, dtype="float64")
            frame[f"{lens['column']}_reason"] = [row["reason"] for row in lens["rows"]]
        return frame

    def code(self) -> str:
        """Return the Python that shows this again: same articles, ticks, order, open text."""
        lines = [self.code_start, f"explorer = {self.code_call})"]
        if self.order != "given":
            lines.append(f"explorer.order = {json.dumps(self.order)}")
        if self.chosen:
            lines.append(f"explorer.select({', '.join(map(str, self.chosen))})")
        if self.opened >= 0:
            lines.append(f"explorer.lens = {json.dumps(self.lens)}")
            lines.append(f"explorer.opened = {self.opened}")
        return "\n".join([*lines, "explorer"])

    def title(self) -> str:
        """Return what is compared."""
        return str(self.view["title"])

    def fallback(self) -> str:
        """Return the view as HTML without script: headline, lead and values of each article."""
        return render_coverage(self.view)

    def __repr__(self) -> str:
        return f"<CoverageExplorer {self.title()}>"


def make_coverage(
    articles: Sequence[Article],
    *,
    engine: str = "tone",
    code_start: str = "import newskit as nk\n\narticles = [...]",
) -> CoverageExplorer:
    """Return the explorer of 2 to 12 articles, scored here. Raises InputError, UnknownName.

    >>> make_coverage([Article(text="It was good."), Article(text="It was bad.")])
    <CoverageExplorer 2 articles, side by side>
    """
    view = view_coverage(
        articles,
        [score_readability(article) for article in articles],
        [score_sentiment(article, engine=engine) for article in articles],
    )
    chosen = "" if engine == ENGINES[0].name else f", engine={engine!r}"
    return CoverageExplorer(view, code_start=code_start, code_call=f"nk.explore(articles{chosen}")
