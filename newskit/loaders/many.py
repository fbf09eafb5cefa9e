"""Many articles at once: folders, globs, zips, tables, archives, lists; one at a time in memory."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias, TypedDict, Unpack

from newskit.article import Article
from newskit.errors import InputError, NewskitError, UnknownName, UnknownOption
from newskit.loaders.dispatch import Loader, read_source, split_source
from newskit.loaders.listing import is_older, read_since
from newskit.loaders.source import Member, Part, Source, failing

Given: TypeAlias = str | os.PathLike[str] | bytes
_Part: TypeAlias = tuple[Part, Source | None]
Progress: TypeAlias = Callable[[int, str], None] | bool | None
ON_ERROR = ("raise", "skip", "collect")
# What the readers raise of a source: a broken file is as much a failure as an empty one.
_FAILURES = (NewskitError, OSError, UnicodeError)


class Wishes(TypedDict, total=False):
    """How the sources are read: what :func:`load_articles` takes by keyword besides."""

    cache: str | os.PathLike[str] | None
    columns: Mapping[str, str] | None
    grade: str
    follow: bool
    since: str | date | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no article: its place in the order, its name, why, and a digest.

    The digest is that of the bytes of the file that held it, in a zip the file inside; None where
    there were none.
    """

    position: int
    source: str
    reason: str
    sha256: str | None = None


@dataclass
class Articles:
    """Articles as they are read, one at a time; what failed stands in ``failures``."""

    parts: Iterator[_Part]
    on_error: str = "raise"
    limit: int | None = None
    since: str | None = None
    report: Callable[[int, str], None] | None = None
    failures: list[Failure] = field(default_factory=list)
    position: int = 0
    n_read: int = 0

    def __iter__(self) -> Iterator[Article]:
        return islice(self._read(), self.limit)

    def _read(self) -> Iterator[Article]:
        for (name, load), source in self.parts:
            try:
                article = load()
            except _FAILURES as error:
                if self.on_error == "raise":
                    raise
                self._note(name, error, load.source if isinstance(load, Member) else source)
            else:
                if not is_older(article.published, self.since):
                    self.position += 1
                    yield article
            self.n_read += 1
            if self.report:
                self.report(self.n_read, name)

    def _note(self, name: str, error: Exception, source: Source | None) -> None:
        if self.on_error == "collect":
            reason = f"{type(error).__name__}: {error}"
            digest = source.sha256 if source else None
            self.failures.append(Failure(self.position, name, reason, digest))
        self.position += 1


def load_articles(
    source: Given | Iterable[Given],
    *,
    format: str | Loader | None = None,  # noqa: A002
    on_error: str = "raise",
    limit: int | None = None,
    progress: Progress = None,
    **wishes: Unpack[Wishes],
) -> Articles:
    """Load many articles from a folder, a glob, a zip, a table, an archive, or a list of sources.

    They come one at a time, in order (files by name). ``on_error`` is "raise", "skip", or
    "collect", which keeps what failed in ``.failures``. ``limit`` is a number of articles.
    ``progress`` is called with how many sources were read and the name of the last; ``True``
    writes them to the terminal or notebook.

    ``columns`` says which column of a table gives which field, where its names are not the usual
    ones. ``since`` (a date) passes over what says that it is older. ``follow=True`` fetches the
    page of each entry that gives its address and no text: of feeds, sitemaps, tables of links.
    ``grade`` and ``cache`` are those of :func:`newskit.load_article`. Unknown keywords raise
    UnknownOption.

    >>> texts = ["Talks end\\n\\nThey ended late.", "Leave a Reply\\n"]
    >>> found = load_articles(texts, on_error="collect")
    >>> [article.headline for article in found], len(found.failures)
    (['Talks end'], 1)
    """
    if on_error not in ON_ERROR:
        raise UnknownName.among("on_error", on_error, ON_ERROR)
    if limit is not None and limit < 0:
        raise InputError(f"limit is a number of articles; got {limit}.")
    if unknown := set(wishes) - set(Wishes.__annotations__):
        raise UnknownOption.among("load_articles", min(unknown), Wishes.__annotations__)
    known: dict[str, Any] = dict(wishes)
    known["columns"] = tuple((known.get("columns") or {}).items())
    known["cache"] = os.fspath(known["cache"]) if known.get("cache") else None
    known["since"] = read_since(known.get("since"))
    parts = _split_all(_list(source), format, known)
    return Articles(parts, on_error, limit, known["since"], _reporter(progress))


def _split_all(
    given: Iterable[Given],
    format: str | Loader | None,  # noqa: A002
    wishes: Mapping[str, Any],
) -> Iterator[_Part]:
    for one in given:
        name = one.decode("utf-8", "replace")[:40] if isinstance(one, bytes) else str(one)[:200]
        source: Source | None = None
        try:
            source = read_source(one, **wishes)
            for part in split_source(source, format):
                yield part, source
        except _FAILURES as error:  # it broke off; the next source may be whole
            yield (name, failing(error)), source


def _list(source: Given | Iterable[Given]) -> Iterable[Given]:
    """Return the sources that were given: files of a folder or a glob, members of a list."""
    if isinstance(source, bytes):
        return [source]
    if not isinstance(source, (str, os.PathLike)):
        return source if isinstance(source, Iterable) else [source]
    name = os.fspath(source)
    if "\n" in name or len(name) > 400:
        return [source]
    path = Path(name).expanduser()
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.is_file()]
        files = [f for f in files if not any(x.startswith(".") for x in f.relative_to(path).parts)]
    elif not path.exists() and glob.has_magic(name):
        files = sorted(Path(found) for found in glob.glob(str(path), recursive=True))  # noqa: PTH207
    else:
        return [source]
    if not files:
        raise FileNotFoundError(f"There is no file in {name!r} (looked in {Path.cwd()}).")
    return files


def _reporter(progress: Progress) -> Callable[[int, str], None] | None:
    if progress is True:
        return _write_progress
    return progress or None


def _write_progress(n_read: int, name: str) -> None:
    sys.stderr.write(f"\r{n_read:,} read: {name[-60:]:60}")
