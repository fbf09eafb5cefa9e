"""What all explorers share: refusing misspelt options, a fallback, a page, a quiet end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from anywidget import AnyWidget

from newskit.errors import UnknownOption
from newskit.explorers.page import render_page


class Explorer(AnyWidget):
    """A widget that draws a view. Subclasses name their options and the traits that they draw.

    ``_esm`` and ``_css`` must be text, never a path: given a path, anywidget watches the file and
    every widget ever made stays alive.
    """

    _options: ClassVar[tuple[str, ...]] = ()
    _drawn: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *, unknown: Iterable[str] = (), **traits: object) -> None:
        for name in unknown:
            raise UnknownOption.among(type(self).__name__, name, self._options)
        super().__init__(**traits)

    def title(self) -> str:
        """Return the name of what is explored."""
        raise NotImplementedError

    def fallback(self) -> str:
        """Return what to show where no script runs, as HTML."""
        raise NotImplementedError

    def to_html(self, path: str | Path | None = None) -> str:
        """Return the explorer as one self-contained page, and write it to ``path`` if given.

        The page keeps the whole front end alive and fetches nothing.
        """
        page = render_page(
            {name: getattr(self, name) for name in self._drawn},
            title=self.title(),
            fallback=self.fallback(),
            script=str(self._esm),
            style=str(self._css),
        )
        if path is not None:
            Path(path).write_text(page, encoding="utf-8")
        return page

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401 - Jupyter's protocol
        """Add HTML beside the live widget, for GitHub, nbviewer and notebooks not yet trusted."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:  # a widget without a view
            return None
        data, metadata = bundle
        return {**data, "text/html": self.fallback()}, metadata
