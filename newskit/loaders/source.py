"""What a loader is given: the bytes, the name they came under, and how they shall be read."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newskit import version
from newskit.article import Article, Provenance
from newskit.errors import InputError, NotText
from newskit.loaders.decode import decode_text

# A page of 8 MB packs to a few hundred kB; what unpacks to more than this is no article.
_LARGEST_UNPACKED = 50_000_000
# One article of a source that holds many: its name, and what reads it.
Part = tuple[str, Callable[[], Article]]
Parts = Iterator[Part]


@dataclass(frozen=True)
class Source:
    """Bytes, or the file that holds them; and the wishes of the caller, which loaders may heed."""

    name: str
    given: bytes | None = None
    path: Path | None = None
    url: str | None = None
    grade: str = "default"
    columns: tuple[tuple[str, str], ...] = ()  # field → column, for tables
    charset: str | None = None  # of the HTTP header
    retrieved: str | None = None
    follow: bool = False  # load the page of an entry that gives no text
    cache: str | None = None  # the folder where fetched pages are kept
    since: str | None = None  # ISO 8601; entries that say that they are older are passed over

    @cached_property
    def data(self) -> bytes:
        """All bytes."""
        if self.given is not None:
            return self.given
        return self.path.read_bytes() if self.path else b""

    @cached_property
    def start(self) -> bytes:
        """The first bytes as they are: a large file is not read to tell what it is."""
        if self.given is not None or self.path is None:
            return self.data[:4096]
        with self.path.open("rb") as file:
            return file.read(4096)

    @property
    def head(self) -> bytes:
        """The first visible bytes, lower-case: enough to tell the formats apart."""
        return self.start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()

    @property
    def suffix(self) -> str:
        """The end of the name, lower-case, as ``.txt``."""
        return Path(self.name).suffix.lower() if len(self.name) < 400 else ""

    @cached_property
    def sha256(self) -> str:
        """The digest of the bytes; those of a file are not held for it."""
        if self.given is None and self.path:
            with self.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        return hashlib.sha256(self.data).hexdigest()

    @property
    def holds_json(self) -> bool:
        """Whether it begins as a record or a list in JSON does."""
        return self.head[:1] in (b"{", b"[")

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - any JSON
        """The value that the bytes are in JSON; where they are none, the InputError why."""
        try:
            return json.loads(decode_text(self.data)[0])
        except (ValueError, NotText) as error:
            return InputError(f"{self.name} is no valid JSON: {error}. Was it saved to its end?")
        except RecursionError:
            return InputError(f"{self.name} is JSON that nests too deep for a record.")

    @cached_property
    def members(self) -> frozenset[str]:
        """The names of the files in a zip; none for other sources, and for a broken one."""
        if not self.start.startswith(b"PK\x03\x04"):
            return frozenset()
        try:
            with zipfile.ZipFile(self.path or io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except zipfile.BadZipFile:
            return frozenset()

    def inner(self, name: str, data: bytes, *, url: str | None = None) -> Source:
        """Return a source that is inside this one, to be read in the same way."""
        return dataclasses.replace(
            self, name=f"{self.name}/{name}", given=data, path=None, url=url or self.url
        )


def unpack_gzip(data: bytes) -> bytes:
    """Return what a gzip file holds. Raises InputError where it is broken or far too large.

    >>> import gzip
    >>> unpack_gzip(gzip.compress(b"Talks end"))
    b'Talks end'
    """
    reader = zlib.decompressobj(31)
    try:
        found = reader.decompress(data, _LARGEST_UNPACKED)
    except zlib.error as error:
        raise InputError(f"This gzip file is broken: {error}.") from error
    if reader.unconsumed_tail:
        raise InputError(f"This gzip file holds more than {_LARGEST_UNPACKED:,} bytes.")
    if not reader.eof:
        raise InputError("This gzip file breaks off before its end. Copy or fetch it again.")
    return found


def failing(error: Exception) -> Callable[[], Article]:
    """Return what stands for an article that cannot be read, so that the others still are."""

    def fail() -> Article:
        raise error

    return fail


@dataclass(frozen=True)
class Member:
    """What reads an article of a file within a file, and that inner file."""

    load: Callable[[], Article]
    source: Source

    def __call__(self) -> Article:
        """Return the article."""
        return self.load()


def stamp(source: Source, loader: str, **known: Any) -> Provenance:  # noqa: ANN401 - any field
    """Return the account of where an article came from."""
    return Provenance(
        source=source.name, loader=loader, loader_version=version(), sha256=source.sha256, **known
    )
