"""The corpus explorer: a frame of measures, one row an article, filtered by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets
from numpy.typing import NDArray

from newskit.article import Article
from newskit.explorers._base import Explorer, check_index, check_name
from newskit.explorers.corpus_fallback import render_corpus
from newskit.explorers.corpus_filters import check_filters, find_rows, list_names, write_query
from newskit.explorers.corpus_view import view_corpus
from newskit.explorers.coverage import ARTICLE_SCRIPT, ARTICLE_STYLE
from newskit.explorers.literals import write_literal
from newskit.explorers.make_view import make_view
from newskit.explorers.page import read_script, read_style

if TYPE_CHECKING:
    import pandas as pd


class CorpusExplorer(Explorer):
    """Show a frame of measures, one row an article; it gives back what its user selects.

    ``measures`` names up to four columns of numbers; the columns headline, outlet, section and
    published are used where the frame has them. ``open_article`` takes a row and returns its
    Article, which is then shown below the table.

    The traits ``filters`` (see :mod:`newskit.explorers.corpus_filters`), ``measure`` and ``group``
    (of time and breakdown), ``order`` (a column, with "-" in front for falling) and ``opened``
    (position of a row in the frame, -1 for none) follow the user's hand and may be set.
    """

    _esm = f"{ARTICLE_SCRIPT}\n{read_script('corpus_data.js', 'corpus_parts.js', 'corpus.js')}"
    _css = read_style(*ARTICLE_STYLE, "corpus.css")
    columns = traitlets.Bytes().tag(sync=True, from_json=lambda value, _: bytes(value))
    headlines: traitlets.List[str] = traitlets.List().tag(sync=True)
    filters = traitlets.Dict().tag(sync=True)
    measure = traitlets.Unicode().tag(sync=True)
    group = traitlets.Unicode().tag(sync=True)
    order = traitlets.Unicode().tag(sync=True)
    opened = traitlets.Int(-1).tag(sync=True)
    article = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        frame: pd.DataFrame,
        *,
        measures: Sequence[str] | None = None,
        open_article: Callable[[pd.Series[Any]], Article] | None = None,
        code_start: str = "import newskit as nk  # frame: the one that was explored",
        layout: Any = None,  # noqa: ANN401 - ipywidgets' own
        **unknown: object,
    ) -> None:
        made = view_corpus(frame, measures=measures)
        self._frame, self._open_article = frame, open_article
        names = [measure["name"] for measure in made.view["measures"]]
        opens = ", open_article=open_article" if open_article else ""
        super().__init__(
            {**made.view, "opens": open_article is not None},
            unknown=unknown,
            layout=layout,
            columns=made.columns,
            headlines=made.headlines,
            measure=names[0],
            group="".join(list_names(made.view)["group"][:1]),
            code_start=code_start,
            code_call=f"nk.explore(frame, measures={write_literal(names)}{opens}",
        )

    @traitlets.validate("filters")
    def _check_filters(self, proposal: Any) -> dict[str, Any]:  # noqa: ANN401
        return check_filters(self.view, proposal["value"])

    @traitlets.validate("measure", "group", "order")
    def _check_name(self, proposal: Any) -> str:  # noqa: ANN401
        kind, value = proposal["trait"].name, str(proposal["value"])
        known = list_names(self.view)[kind]
        check_name(kind, value.removeprefix("-" * (kind == "order")), ["", *known])
        return value

    @traitlets.validate("opened")
    def _check_opened(self, proposal: Any) -> int:  # noqa: ANN401
        return check_index(proposal["value"], n=len(self._frame), what="Rows")

    @traitlets.observe("opened")
    def _show_article(self, change: Any) -> None:  # noqa: ANN401
        position = change["new"]
        if position < 0 or self._open_article is None:
            self.article = {}
            return
        try:
            view = make_view(self._open_article(self._frame.iloc[position]))
            self.article = {"position": position, "view": view}
        except Exception as error:  # noqa: BLE001 - a notebook would swallow it: it is shown
            self.article = {"position": position, "error": f"{type(error).__name__}: {error}"}

    @property
    def selection(self) -> NDArray[np.bool_]:
        """Which rows of the frame the filters keep."""
        return find_rows(self._frame, self.view, self.filters)

    def table(self) -> pd.DataFrame:
        """Return the rows that the filters keep."""
        return self._frame[self.selection]

    def query(self) -> str:
        """Return the filters as a pandas query: ``frame.query(explorer.query())``; "" for none."""
        return write_query(self.view, self.filters)

    def code(self) -> str:
        """Return the Python that shows this again, and selects the same rows."""
        names = list_names(self.view)
        usual = {"measure": names["measure"][0], "group": "".join(names["group"][:1]), "order": ""}
        rows = f"selected = frame.query({write_literal(self.query())})" if self.filters else None
        return self._write_code(")", rows, **usual, opened=-1, filters={})

    def fallback(self) -> str:
        """Return the measures, groups and first headlines as HTML without script."""
        return render_corpus(self.view, self.headlines)

    def __repr__(self) -> str:
        names = ", ".join(measure["name"] for measure in self.view["measures"])
        return f"<CorpusExplorer {self.title()}: {names}>"
