"""The corpus explorer: a frame of measures, one row an article, filtered by hand."""

from __future__ import annotations

import base64
import json
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import traitlets
from numpy.typing import NDArray

from newskit.article import Article
from newskit.errors import InputError, UnknownName
from newskit.explorers._base import Explorer
from newskit.explorers.corpus_fallback import render_corpus
from newskit.explorers.corpus_filters import check_filters, find_rows, write_literal, write_query
from newskit.explorers.corpus_view import view_corpus
from newskit.explorers.coverage import ARTICLE_SCRIPT
from newskit.explorers.coverage_view import score_and_view
from newskit.explorers.page import read_script, read_style

if TYPE_CHECKING:
    import pandas as pd

_BIG_PAGE = 2_000_000  # bytes of a page whose size is worth a word


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
    _css = read_style("shared.css", "article.css", "corpus.css")
    _options = ("code_start", "layout", "measures", "open_article")
    _drawn = (
        *("view", "columns64", "headlines", "filters", "measure", "group", "order"),
        *("opened", "article", "code_start"),
    )

    view = traitlets.Dict().tag(sync=True)
    columns = traitlets.Bytes().tag(sync=True, from_json=lambda value, _: bytes(value))
    headlines: traitlets.List[str] = traitlets.List().tag(sync=True)
    filters = traitlets.Dict().tag(sync=True)
    measure = traitlets.Unicode().tag(sync=True)
    group = traitlets.Unicode().tag(sync=True)
    order = traitlets.Unicode().tag(sync=True)
    opened = traitlets.Int(-1).tag(sync=True)
    article = traitlets.Dict().tag(sync=True)
    code_start = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        frame: pd.DataFrame,
        *,
        measures: Sequence[str] | None = None,
        open_article: Callable[[pd.Series[Any]], Article] | None = None,
        code_start: str = "import newskit as nk\n\nframe = nk.measure(...)",
        layout: Any = None,  # noqa: ANN401 - ipywidgets' own
        **unknown: object,
    ) -> None:
        made = view_corpus(frame, measures=measures)
        self._frame, self._open_article = frame, open_article
        super().__init__(
            unknown=unknown,
            view={**made.view, "opens": open_article is not None},
            columns=made.columns,
            headlines=made.headlines,
            measure=made.view["measures"][0]["name"],
            group=made.view["groups"][0]["name"] if made.view["groups"] else "",
            code_start=code_start,
            layout={} if layout is None else layout,
        )

    @traitlets.validate("filters")
    def _check_filters(self, proposal: Any) -> dict[str, Any]:  # noqa: ANN401
        return check_filters(self.view, proposal["value"])

    @traitlets.validate("measure", "group", "order")
    def _check_name(self, proposal: Any) -> str:  # noqa: ANN401
        kind, value = proposal["trait"].name, proposal["value"]
        measures, groups = ([x["name"] for x in self.view[k]] for k in ("measures", "groups"))
        texts = ["headline"] * self.view["has_headlines"] + ["published"] * bool(self.view["time"])
        order = [*texts, *groups, *measures]
        known = {"measure": measures, "group": groups, "order": order}[kind]
        if value and value.removeprefix("-" * (kind == "order")) not in known:
            raise UnknownName.among(kind, value, known)
        return str(value)

    @traitlets.validate("opened")
    def _check_opened(self, proposal: Any) -> int:  # noqa: ANN401
        if not -1 <= proposal["value"] < len(self._frame):
            raise InputError(
                f"Rows are numbered from 0 to {len(self._frame) - 1}; got {proposal['value']}."
            )
        return int(proposal["value"])

    @traitlets.observe("opened")
    def _show_article(self, change: Any) -> None:  # noqa: ANN401
        position = change["new"]
        if position < 0 or self._open_article is None:
            self.article = {}
            return
        try:
            view = score_and_view(self._open_article(self._frame.iloc[position]))
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
        names = write_literal([measure["name"] for measure in self.view["measures"]])
        lines = [self.code_start, f"explorer = nk.explore(frame, measures={names})"]
        if self.measure != self.view["measures"][0]["name"]:
            lines.append(f"explorer.measure = {json.dumps(self.measure)}")
        if self.group and self.group != self.view["groups"][0]["name"]:
            lines.append(f"explorer.group = {json.dumps(self.group)}")
        if self.order:
            lines.append(f"explorer.order = {write_literal(self.order)}")
        if self.opened >= 0:
            lines.append(f"explorer.opened = {self.opened}")
        if self.filters:
            lines.append(f"explorer.filters = {write_literal(self.filters)}")
            lines.append(f"selected = frame.query({write_literal(self.query())})")
        return "\n".join([*lines, "explorer"])

    @property
    def columns64(self) -> str:
        """The columns as text, for a page."""
        return base64.b64encode(self.columns).decode()

    def to_html(self, path: str | Path | None = None) -> str:
        """Return one self-contained page that carries all rows shown, and write it to ``path``.

        About 3 MB for 100,000 rows with headlines; a warning says the size from 2 MB.
        """
        page = super().to_html(path)
        if len(page) > _BIG_PAGE:
            size = f"{self.view['n']:,} rows, {len(page) / 1e6:.1f} MB"
            warnings.warn(f"This page is big: {size}.", stacklevel=2)
        return page

    def title(self) -> str:
        """Return how many articles there are."""
        return str(self.view["title"])

    def fallback(self) -> str:
        """Return the measures, groups and first headlines as HTML without script."""
        return render_corpus(self.view, self.headlines)

    def __repr__(self) -> str:
        names = ", ".join(measure["name"] for measure in self.view["measures"])
        return f"<CorpusExplorer {self.title()}: {names}>"
