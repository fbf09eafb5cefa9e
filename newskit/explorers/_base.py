"""What all explorers share: view, code, checks, a fallback, a page, a quiet end."""

from __future__ import annotations

import base64
import inspect
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import traitlets
from anywidget import AnyWidget

from newskit.errors import InputError, UnknownName, UnknownOption
from newskit.explorers.literals import write_literal
from newskit.explorers.page import View, render_page

_BIG_PAGE = 2_000_000  # bytes of a page whose size is worth a word


class Explorer(AnyWidget):
    """A widget that draws a view, the plain dict that a function of ``*_view`` makes.

    ``code_start`` is Python that loads what is explored, ``code_call`` the call that explores it,
    without its closing bracket. All traits that a subclass declares are drawn.

    ``_esm`` and ``_css`` must be text, never a path: given a path, anywidget watches the file and
    every widget ever made stays alive.
    """

    view = traitlets.Dict().tag(sync=True)
    code_start = traitlets.Unicode().tag(sync=True)
    code_call = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        view: View,
        *,
        unknown: Iterable[str] = (),
        layout: Any = None,  # noqa: ANN401 - ipywidgets' own
        **traits: object,
    ) -> None:
        for name in unknown:
            known = inspect.signature(type(self)).parameters.values()
            options = [option.name for option in known if option.kind is option.KEYWORD_ONLY]
            raise UnknownOption.among(type(self).__name__, name, options)
        super().__init__(view=dict(view), layout={} if layout is None else layout, **traits)

    def title(self) -> str:
        """Return the name of what is explored."""
        return str(self.view["title"])

    def fallback(self) -> str:
        """Return what to show where no script runs, as HTML."""
        raise NotImplementedError

    def to_html(self, path: str | Path | None = None) -> str:
        """Return the explorer as one self-contained page, and write it to ``path`` if given.

        The page keeps the whole front end alive and fetches nothing. A corpus of 100,000 rows with
        headlines makes about 3 MB; from 2 MB on a warning says the size.
        """
        usual = AnyWidget.class_traits(sync=True)
        drawn = [name for name in self.traits(sync=True) if name not in usual and name[0] != "_"]
        page = render_page(
            {name: _write_bytes(getattr(self, name)) for name in sorted(drawn)},
            title=self.title(),
            fallback=self.fallback(),
            script=str(self._esm),
            style=str(self._css),
        )
        if len(page) > _BIG_PAGE:
            warnings.warn(f"This page is big: {len(page) / 1e6:.1f} MB.", stacklevel=2)
        if path is not None:
            Path(path).write_text(page, encoding="utf-8")
        return page

    def _write_code(self, end: str, *lines: str | None, **usual: object) -> str:
        """Return the code that shows this again: load, call, the traits that are not as usual.

        ``end`` completes the call, ``lines`` come last; None is left out.
        """
        traits = [
            f"explorer.{name} = {write_literal(getattr(self, name))}"
            for name, value in usual.items()
            if getattr(self, name) != value
        ]
        call = f"explorer = {self.code_call}{end}"
        return "\n".join([self.code_start, call, *traits, *filter(None, lines), "explorer"])

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401 - Jupyter's protocol
        """Add HTML beside the live widget, for GitHub, nbviewer and notebooks not yet trusted."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:  # a widget without a view
            return None
        data, metadata = bundle
        return {**data, "text/html": self.fallback()}, metadata


def check_index(index: int, *, n: int, what: str, lowest: int = -1) -> int:
    """Return an index that exists, -1 for none. Raises InputError."""
    if not lowest <= index < n:
        none = " (-1: none)" if lowest < 0 else ""
        raise InputError(f"{what} are numbered from 0 to {n - 1}{none}; got {index}.")
    return int(index)


def check_name(kind: str, name: str, known: Iterable[str]) -> str:
    """Return a name that is known. Raises UnknownName."""
    if name not in (names := list(known)):
        raise UnknownName.among(kind, name, names)
    return str(name)


def _write_bytes(value: object) -> object:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value
