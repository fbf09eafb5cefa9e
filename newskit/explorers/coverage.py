"""The coverage explorer: a few articles on one event, each lens on one common scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from newskit.explorers._base import Explorer, check_index, check_name
from newskit.explorers.article import ArticleExplorer
from newskit.explorers.coverage_fallback import render_coverage
from newskit.explorers.page import View, read_script, read_style

if TYPE_CHECKING:
    import pandas as pd

# The article's script up to its entry point: an article opened here is drawn by the same hand.
ARTICLE_SCRIPT = str(ArticleExplorer._esm).partition("\nfunction render(")[0]
ARTICLE_STYLE = ("shared.css", "article.css", "sources.css")


class CoverageExplorer(Explorer):
    """Show 2 to 12 articles beside one another; it gives back what its user chose.

    ``view`` comes from :func:`newskit.explorers.coverage_view.view_coverage`; ``code_start`` is
    Python that loads the articles (for ``code``).

    The traits ``chosen`` (indices of the ticked articles), ``opened`` (index of the one whose text
    is shown, -1 for none), ``order`` ("given" or a lens) and ``lens`` (of the opened text) follow
    the user's hand and may be set or observed.
    """

    _esm = f"{ARTICLE_SCRIPT}\n{read_script('coverage.js')}"
    _css = read_style(*ARTICLE_STYLE, "coverage.css")
    chosen = traitlets.List(traitlets.Int()).tag(sync=True)
    opened = traitlets.Int(-1).tag(sync=True)
    order = traitlets.Unicode("given").tag(sync=True)
    lens = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        view: View,
        *,
        code_start: str = "import newskit as nk  # articles: those that were explored",
        code_call: str = "nk.explore(articles",
        layout: Any = None,  # noqa: ANN401 - ipywidgets' own
        **unknown: object,
    ) -> None:
        code = {"code_start": code_start, "code_call": code_call}
        first = view["lenses"][0]["name"]
        super().__init__(view, unknown=unknown, layout=layout, lens=first, **code)

    @traitlets.validate("chosen")
    def _check_chosen(self, proposal: Any) -> list[int]:  # noqa: ANN401
        return sorted({self._check_index(i, lowest=0) for i in proposal["value"]})

    @traitlets.validate("opened")
    def _check_opened(self, proposal: Any) -> int:  # noqa: ANN401
        return self._check_index(proposal["value"], lowest=-1)

    def _check_index(self, i: int, *, lowest: int) -> int:
        return check_index(i, n=len(self.view["articles"]), what="Articles", lowest=lowest)

    @traitlets.validate("order", "lens")
    def _check_name(self, proposal: Any) -> str:  # noqa: ANN401
        kind = proposal["trait"].name
        lenses = [lens["name"] for lens in self.view["lenses"]]
        return check_name(kind, proposal["value"], ["given"] * (kind == "order") + lenses)

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
            for name in lens["rows"][0].get("counts", ()):
                counts = [row["counts"][name] for row in lens["rows"]]
                frame[name] = pd.array(counts, dtype="float64")
            frame[f"{lens['column']}_reason"] = [row["reason"] for row in lens["rows"]]
        return frame

    def code(self) -> str:
        """Return the Python that shows this again: same articles, ticks, order, open text."""
        ticks = f"explorer.select({', '.join(map(str, self.chosen))})" if self.chosen else None
        lens = self.lens if self.opened < 0 else ""  # matters where a text is open
        return self._write_code(")", ticks, order="given", lens=lens, opened=-1)

    def fallback(self) -> str:
        """Return the view as HTML without script: headline, lead and values of each article."""
        return render_coverage(self.view)

    def __repr__(self) -> str:
        return f"<CoverageExplorer {self.title()}>"
