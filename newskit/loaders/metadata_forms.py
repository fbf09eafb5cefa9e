"""The form of each field of the news record: what is kept of a value, or that it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from newskit.loaders.printed_date import parse_date

# What templates write where a section should stand.
NO_SECTIONS = frozenset(
    "all; article; articles; blog; content; default; front page; general; home; home page; index;"
    " homepage; main; none; page; post; posts; root; slider; story; stories; uncategorized;"
    " uncategorised; sin categoría; non classé; allgemein".split("; ")
)


def form_date(text: str) -> str | None:
    """Return a date as ISO 8601; None for what is no date, or is still to come."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        text = parse_date(text) or ""
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return None
    return text if datetime(1800, 1, 1, tzinfo=UTC) < to_moment(text) < _tomorrow() else None


def to_moment(text: str) -> datetime:
    """Return an ISO date as a moment; without a zone it is taken for UTC."""
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=2)


def form_language(text: str) -> str | None:
    """Return the code of a language without its country."""
    code = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", text)
    return code[0].lower() if code else None


def form_outlet(text: str) -> str | None:
    """Return the name of a site without its motto; an address is no name."""
    name = re.split(r"\s+[|–—·»]\s+", text)[0].lstrip("@").strip()
    return None if re.match(r"https?://", name) or len(name) < 2 else name


def form_section(text: str) -> str | None:
    """Return the first of several sections; None for names of page kinds and of sites."""
    first = re.split(r"\s*[,;|]\s*", text.removesuffix(" - News"))[0].strip()
    return None if first.lower() in NO_SECTIONS or re.search(r"\.\w{2,4}$", first) else first


def form_address(text: str) -> str | None:
    """Return a web address that leads to one page; the front page's is none."""
    return text if re.match(r"https?://[^/\s]+/[^/\s]", text) else None


FORMS: dict[str, Callable[[str], str | None]] = {
    "published": form_date,
    "modified": form_date,
    "language": form_language,
    "outlet": form_outlet,
    "section": form_section,
    "url": form_address,
}
