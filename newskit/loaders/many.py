"""Many articles at once: folders, globs, zips, tables, archives, lists; one at a time in memory."""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from newskit.article import Article
from newskit.errors import InputError, NewskitError, UnknownName
from newskit.loaders.dispatch import find_loader, read_source, split_source
from newskit.loaders.source import Part, Parts

Given: TypeAlias = str | os.PathLike[str] | bytes
ON_ERROR = ("raise", "skip", "collect")
# What the readers raise of a source: a broken file is as much a failure as an empty one.
_FAILURES = (NewskitError, OSError, UnicodeError)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no article: its place in the order, its name, why, and its digest."""

    position: int
    source: str
    reason: str
    sha256: str | None = None


@dataclass
class Articles:
    """Articles as they are read, one at a time; what failed stands in ``failures``."""

    parts: Parts
    on_error: str = "raise"
    limit: int | None = None
    failures: list[Failure] = field(default_factory=list)
    position: int = 0

    def __iter__(self) -> Iterator[Article]:
        return islice(self._read(), self.limit)

    def _read(self) -> Iterator[Article]:
        while True:
            part: Part | None = None
            try:
                part = next(self.parts)
                article = part[1]()
            except StopIteration:
                return
            except _FAILURES as error:
                if self.on_error == "raise":
                    raise
                self._note(part[0] if part else "the source", error)
                if part is None:  # the source itself broke off: there is nothing behind it
                    return
            else:
                self.position += 1
                yield article

    def _note(self, name: str, error: Exception) -> None:
        if self.on_error == "collect":
            reason = f"{type(error).__name__}: {error}"
            self.failures.append(Failure(self.position, name, reason, _digest(name)))
        self.position += 1


def load_articles(
    source: Given | Iterable[Given],
    *,
    format: str | None = None,  # noqa: A002
    on_error: str = "raise",
    limit: int | None = None,
    columns: Mapping[str, str] | None = None,
    grade: str = "default",
) -> Articles:
    """Load many articles from a folder, a glob, a zip, a table, an archive, or a list of sources.

    They come one at a time, in order (files by name). ``on_error`` is "raise", "skip", or
    "collect", which keeps what failed in ``.failures``. ``columns`` says which column of a table
    gives which field, where its names are not the usual ones.

    >>> texts = ["Talks end\\n\\nThey ended late.", "Leave a Reply\\n"]
    >>> found = load_articles(texts, on_error="collect")
    >>> [article.headline for article in found], len(found.failures)
    (['Talks end'], 1)
    """
    if on_error not in ON_ERROR:
        raise UnknownName.among("on_error", on_error, ON_ERROR)
    if limit is not None and limit < 0:
        raise InputError(f"limit is a number of articles; got {limit}.")
    wishes = tuple((columns or {}).items())
    parts = _split_all(_list(source), format, grade, wishes)
    return Articles(parts, on_error, limit)


def _split_all(
    given: Iterable[Given],
    format: str | None,  # noqa: A002
    grade: str,
    columns: tuple[tuple[str, str], ...],
) -> Parts:
    for one in given:
        name = one.decode("utf-8", "replace")[:40] if isinstance(one, bytes) else str(one)[:200]
        try:
            source = read_source(one, grade=grade, columns=columns)
            find_loader(source, format)
        except _FAILURES as error:
            yield name, _raiser(error)
        else:
            yield from split_source(source, format)


def _raiser(error: Exception) -> _Raise:
    return _Raise(error)


@dataclass(frozen=True)
class _Raise:
    error: Exception

    def __call__(self) -> Article:
        raise self.error


def _list(source: Given | Iterable[Given]) -> Iterable[Given]:
    """Return the sources that were given: files of a folder or a glob, members of a list."""
    if isinstance(source, bytes):
        return [source]
    if not isinstance(source, (str, os.PathLike)):
        return source
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


def _digest(name: str) -> str | None:
    path = Path(name) if len(name) < 400 else None
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path else None
    except (OSError, ValueError):
        return None
