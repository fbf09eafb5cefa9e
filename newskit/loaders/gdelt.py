"""GDELT's files: tab-separated rows without a header, that name web pages and hold no text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

# Global Knowledge Graph 2.1 (27 columns) and events 1.0 and 2.0 (58, 61), by their first row.
_GRAPH = re.compile(r"\d{14}-T?\d+\t\d{14}\t[^\t]*\t(?:[^\t]*\t){20,}")
_EVENTS = re.compile(r"\d+\t\d{8}\t\d{6}\t\d{4}\t(?:[^\t]*\t){50,}")
_TITLE = re.compile(r"<PAGE_TITLE>(.*?)</PAGE_TITLE>", re.DOTALL)
_AUTHORS = re.compile(r"<PAGE_AUTHORS>(.*?)</PAGE_AUTHORS>", re.DOTALL)


def name_columns(first: str) -> list[str] | None:
    """Return the names of the columns of a GDELT file by its first row; None for other files.

    >>> name_columns("title\\ttext") is None
    True
    """
    n = first.count("\t") + 1
    names = [f"column {i}" for i in range(1, n + 1)]
    if _GRAPH.match(first):
        names[1], names[3], names[4], names[-1] = "date", "source", "url", "extras"
        return names
    if _EVENTS.match(first):
        names[-2], names[-1] = "date", "url"
        return names
    return None


def read_extras(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of the Knowledge Graph with the title and authors that its extras give."""
    extras = str(record.get("extras") or "")
    title, authors = _TITLE.search(extras), _AUTHORS.search(extras)
    found = dict(record)
    found["title"] = unescape(title[1]).strip() if title else ""
    found["authors"] = unescape(authors[1]).strip() if authors else ""
    return found
