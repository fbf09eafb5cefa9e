"""One door for every source: ``load_article`` asks the rows of ``LOADERS`` in order."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newskit.article import Article
from newskit.errors import InputError, UnknownName, UnsupportedSource
from newskit.loaders import plain


@dataclass(frozen=True, slots=True)
class Source:
    """What a loader is asked about: the bytes and the name they came under."""

    name: str
    data: bytes

    @property
    def head(self) -> bytes:
        """The first visible bytes, lower-case: enough to tell the formats apart."""
        return self.data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


@dataclass(frozen=True, slots=True)
class Loader:
    """One format: its name, whether it fits a source, how it is read, an example."""

    name: str
    fits: Callable[[Source], bool]
    load: Callable[[Source], Article]
    example: str


def _is_markup(source: Source) -> bool:
    return source.head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body"))


def _is_data(source: Source) -> bool:
    return source.head.startswith((b'{"', b"[{", b'{\n"', b"{ ")) and source.name.endswith("json")


LOADERS: tuple[Loader, ...] = (
    Loader(
        name=plain.LOADER,
        fits=lambda source: not _is_markup(source) and not _is_data(source),
        load=lambda source: plain.read_bytes(source.data, source=source.name),
        example="story.txt",
    ),
)


def load_article(source: str | os.PathLike[str] | bytes, *, format: str | None = None) -> Article:  # noqa: A002
    """Load one article from a file, from bytes, or from pasted text of several lines.

    ``format`` names a row of ``LOADERS`` and skips the guess. Raises UnsupportedSource where no
    loader fits, FileNotFoundError where there is no such file, NotText, EmptyText.

    >>> load_article("Talks end\\n\\nMOSCOW: The talks ended late.").dateline.place
    'MOSCOW'
    """
    found = _read_source(source)
    if format is not None:
        return _find_loader(format).load(found)
    for loader in LOADERS:
        if loader.fits(found):
            return loader.load(found)
    kind = "HTML or XML" if _is_markup(found) else "JSON"
    raise UnsupportedSource(
        f"{found.name} looks like {kind}, which this version does not read. What works: "
        + ", ".join(f"{loader.name} ({loader.example})" for loader in LOADERS)
        + ". Copy the article's text and give it to Article.from_text(…)."
    )


def _find_loader(name: str) -> Loader:
    for loader in LOADERS:
        if loader.name == name:
            return loader
    raise UnknownName.among("format", name, [loader.name for loader in LOADERS])


def _read_source(source: str | os.PathLike[str] | bytes) -> Source:
    if isinstance(source, bytes):
        return Source("bytes", source)
    if not isinstance(source, (str, os.PathLike)):
        raise InputError(
            f"load_article takes a path, bytes or a text; got {type(source).__name__}."
        )
    name = os.fspath(source)
    if isinstance(source, str):
        if name.startswith(("http://", "https://")):
            raise UnsupportedSource(
                f"{name} is an address, and this version does not fetch pages. Copy the article's "
                "text and give it to Article.from_text(…)."
            )
        # No path holds a line break, and none is this long: it is the text itself.
        if "\n" in name or "\r" in name or len(name) > 400:
            return Source("pasted text", name.encode("utf-8", "replace"))
    path = Path(name).expanduser()
    if path.is_dir():
        raise UnsupportedSource(
            f"{path} is a folder; load_article reads one file, such as {path}/story.txt."
        )
    if not path.exists():
        raise FileNotFoundError(
            f"There is no file {name!r} (looked in {Path.cwd()}). "
            "A text itself goes to Article.from_text(…)."
        )
    return Source(str(path), path.read_bytes())
