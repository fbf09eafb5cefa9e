"""Fetched pages kept in a folder that the user names: with their digest, time and validators.

Nothing is written unless a folder is given. To empty the cache, delete the folder.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

# A page of news is changed within hours of its publication; later than this it is asked again,
# and sent again only if it was changed.
FRESH = 24 * 3600.0  # seconds
LARGEST_CACHE = 500_000_000  # bytes; the pages that were fetched first go first


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer of a server: its bytes, under which address, and when; and what tells a change."""

    data: bytes
    url: str
    charset: str | None
    retrieved: str
    etag: str | None = None
    changed: str | None = None

    @property
    def age(self) -> float:
        """How many seconds ago it was fetched."""
        return (datetime.now(UTC) - datetime.fromisoformat(self.retrieved)).total_seconds()

    @property
    def is_fresh(self) -> bool:
        """Whether it was fetched so lately that it need not be asked for again."""
        return self.age < FRESH


def read_cached(folder: Path, url: str) -> Fetched | None:
    """Return the page of an address that the folder holds, or None; a damaged one is none.

    >>> read_cached(Path("no-such-folder"), "https://example.org/") is None
    True
    """
    path = _place(folder, url)
    try:
        head, _, data = path.read_bytes().partition(b"\n")
        record = json.loads(head)
        digest = record.pop("sha256")
        page = Fetched(data=data, **record)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return page if hashlib.sha256(data).hexdigest() == digest else None


def write_cached(folder: Path, url: str, page: Fetched) -> None:
    """Keep a page; what makes the folder too large is removed, the oldest first."""
    folder.mkdir(parents=True, exist_ok=True)
    record = dataclasses.asdict(page)
    data = record.pop("data")
    record["sha256"] = hashlib.sha256(data).hexdigest()
    # Written aside and moved: a run that is stopped leaves no half page.
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".part", delete=False) as file:
        file.write(json.dumps(record).encode() + b"\n" + data)
    Path(file.name).replace(_place(folder, url))
    _shrink(folder)


def _shrink(folder: Path) -> None:
    kept = sorted(folder.glob("*.page"), key=lambda path: path.stat().st_mtime, reverse=True)
    size = 0
    for path in kept:
        size += path.stat().st_size
        if size > LARGEST_CACHE:
            path.unlink(missing_ok=True)


def _place(folder: Path, url: str) -> Path:
    return folder / f"{hashlib.sha256(url.encode()).hexdigest()[:32]}.page"
