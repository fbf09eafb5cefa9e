"""Entries that name a page instead of giving its text: of feeds, sitemaps and tables of links."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from newskit.article import Article
from newskit.errors import EmptyText, InputError
from newskit.loaders import fetch
from newskit.loaders.page import PageOptions, read_page
from newskit.loaders.people import clean_authors
from newskit.loaders.printed_date import to_iso
from newskit.loaders.source import Source

_FIELDS = ("headline", "published", "modified", "outlet", "section", "language", "standfirst")


def follow_entry(source: Source, name: str, entry: Mapping[str, str]) -> Article:
    """Return the article that an entry links to; what its page does not say, the entry does.

    Raises EmptyText where the caller did not ask to follow.
    """
    url = entry.get("url", "")
    if not url:
        raise EmptyText(f"{name} gives neither a text nor the address of one.")
    if not source.follow:
        where = url if name == url else f"{name} ({url})"
        raise EmptyText(
            f"{where} is only named here, without its text. To load this page: "
            f"load_article({url!r}); the page of each entry: load_articles(…, follow=True)."
        )
    page = fetch.FETCHER.fetch(url, cache=source.cache)
    options = PageOptions(
        url=page.url, grade=source.grade, charset=page.charset, retrieved=page.retrieved
    )
    article = read_page(page.data, source=url, options=options)
    given = {field: entry[field] for field in _FIELDS if entry.get(field)}
    for field in ("published", "modified"):
        if field in given:
            given[field] = to_iso(given[field]) or ""
    missing = {k: v for k, v in given.items() if v and not getattr(article, k)}
    known: dict[str, object] = dict(missing)
    if entry.get("authors") and not article.authors:
        known["authors"] = clean_authors([entry["authors"]], outlet=article.outlet)
    origins = tuple(sorted({**dict(article.origins), **dict.fromkeys(known, "list entry")}.items()))
    return article.replace(**known, origins=origins)


def read_since(since: str | date | None) -> str | None:
    """Return the moment from which articles are wanted, as ISO 8601. Raises InputError.

    >>> read_since("2022-02-23")
    '2022-02-23T00:00:00+00:00'
    """
    if since is None:
        return None
    text = since.isoformat() if isinstance(since, date) else str(since)
    moment = _moment(text)
    if moment is None:
        raise InputError(f"since is a date such as '2022-02-23'; got {text!r}.")
    return moment.isoformat()


def is_older(published: str | None, since: str | None) -> bool:
    """Whether a date is surely before ``since``; what has no date is not.

    >>> is_older("2022-02-22", "2022-02-23T00:00:00+00:00"), is_older(None, "2022-02-23")
    (True, False)
    """
    when, start = _moment(published), _moment(since)
    return bool(when and start and when < start)


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat((text and to_iso(text)) or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
