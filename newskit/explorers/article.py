"""The article explorer: one article, its sentences shaded by a lens, numbers with their working."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import traitlets

from newskit.article import Span
from newskit.cards import shorten
from newskit.errors import InputError
from newskit.explorers._base import Explorer, check_index, check_name
from newskit.explorers.article_filters import OF_LENS, check_filters, list_sentences
from newskit.explorers.literals import write_literal
from newskit.explorers.page import View, read_script, read_style, render_fallback

if TYPE_CHECKING:
    import pandas as pd


class ArticleExplorer(Explorer):
    """Show one article sentence by sentence; it gives back what its user sees.

    ``view`` comes from :func:`newskit.explorers.views.view_article`; ``sentence_spans`` say where
    its sentences lie in the text; ``code_start`` is Python that loads the article (for ``code``).

    The traits ``lens``, ``selected`` (index of the pinned sentence, -1 for none), ``filters`` (see
    :mod:`newskit.explorers.article_filters`) and ``checked`` (indices of the claims ticked off)
    follow the user's hand and may be set or observed.
    """

    _esm = read_script("shared.js", "lens.js", "sources.js", "takeaway.js", "article.js")
    _css = read_style("shared.css", "article.css", "sources.css")
    lens = traitlets.Unicode().tag(sync=True)
    selected = traitlets.Int(-1).tag(sync=True)
    filters = traitlets.Dict().tag(sync=True)
    checked = traitlets.List(traitlets.Int()).tag(sync=True)

    def __init__(
        self,
        view: View,
        *,
        sentence_spans: tuple[Span, ...],
        lens: str | None = None,
        code_start: str = "import newskit as nk  # article: the one that was explored",
        code_call: str = "nk.explore(article",
        layout: Any = None,  # noqa: ANN401 - ipywidgets' own
        **unknown: object,
    ) -> None:
        if not view["lenses"] or not view["sentences"]:
            raise InputError("An article explorer needs at least one sentence and one lens.")
        if len(sentence_spans) != len(view["sentences"]):
            raise InputError(
                f"There must be one span a sentence; got {len(sentence_spans)} spans "
                f"for {len(view['sentences'])} sentences."
            )
        self._spans = tuple(sentence_spans)
        code = {"code_start": code_start, "code_call": code_call}
        first = view["lenses"][0]["name"]
        super().__init__(view, unknown=unknown, layout=layout, lens=lens or first, **code)

    @traitlets.validate("lens")
    def _check_lens(self, proposal: Any) -> str:  # noqa: ANN401
        return check_name("lens", proposal["value"], [x["name"] for x in self.view["lenses"]])

    @traitlets.validate("selected")
    def _check_selected(self, proposal: Any) -> int:  # noqa: ANN401
        return check_index(proposal["value"], n=len(self.view["sentences"]), what="Sentences")

    @traitlets.validate("filters")
    def _check_filters(self, proposal: Any) -> dict[str, Any]:  # noqa: ANN401
        return check_filters(self._shown_lens(), proposal["value"])

    @traitlets.validate("checked")
    def _check_claims(self, proposal: Any) -> list[int]:  # noqa: ANN401
        n = len(self._claims())
        return sorted({check_index(i, n=n, what="Claims", lowest=0) for i in proposal["value"]})

    @traitlets.observe("lens")
    def _drop_filters(self, _: Any) -> None:  # noqa: ANN401
        self.filters = {k: v for k, v in self.filters.items() if k not in OF_LENS}

    @property
    def selection(self) -> tuple[Span, ...]:
        """Where the pinned sentence lies in the article's text; empty where none is pinned."""
        return () if self.selected < 0 else (self._spans[self.selected],)

    def select(self, index: int) -> None:
        """Pin the sentence at ``index``, counted from 0; -1 pins none."""
        self.selected = index

    def table(self) -> pd.DataFrame:
        """Return what the current lens shows, one row a sentence.

        The index, from 0, is for ``select``; the column ``sentence`` counts from 1, as the screen.
        """
        import pandas as pd

        return pd.DataFrame(list_sentences(self.view, self._shown_lens(), self.filters))

    def checklist(self) -> pd.DataFrame:
        """Return the claims, one row each, with ``checked``: whether it was ticked off.

        The column ``sentence`` is an index for ``select``, from 0; ``sentence_number`` is what the
        screen shows, from 1.
        """
        import pandas as pd

        frame = pd.DataFrame(self._claims())
        frame.insert(0, "checked", [i in self.checked for i in range(len(frame))])
        if len(frame):
            frame["sentence_number"] = frame["sentence"] + 1
        return frame

    def code(self) -> str:
        """Return the Python that shows this again: lens, filters, ticks, pinned sentence."""
        pinned = f"explorer.select({self.selected})" if self.selected >= 0 else None
        lens = f", lens={write_literal(self.lens)})"
        return self._write_code(lens, pinned, filters={}, checked=[])

    def fallback(self) -> str:
        """Return the view as HTML without script: header, legend, text, summary, caveat."""
        return render_fallback(self.view, self.lens)

    def __repr__(self) -> str:
        n = len(self.view["sentences"])
        return f"<ArticleExplorer {shorten(self.title(), 60)!r}, {n:,} sentences, {self.lens}>"

    def _shown_lens(self) -> dict[str, Any]:
        return next(lens for lens in self.view["lenses"] if lens["name"] == self.lens)

    def _claims(self) -> list[dict[str, Any]]:
        return [claim for lens in self.view["lenses"] for claim in lens.get("claims", ())]
