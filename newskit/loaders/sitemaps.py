"""Sitemaps: Google News sitemaps, plain ones, and indexes of them. They name pages, no more."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import Any

from newskit.errors import EmptyText
from newskit.loaders import fetch
from newskit.loaders.listing import follow_entry, is_older
from newskit.loaders.newsroom import local_name, parse_xml
from newskit.loaders.printed_date import to_iso
from newskit.loaders.source import Parts, Source, unpack_gzip

LOADER = "sitemap"
# Of indexes that name indexes; the standard allows one level.
_DEEPEST = 2
# element → field; the last is the plain sitemap's, and says when the page was changed
_NAMES = {
    "loc": "url", "title": "headline", "name": "outlet", "language": "language",
    "publication_date": "published", "lastmod": "modified",
}  # fmt: skip


def is_sitemap(source: Source) -> bool:
    """Whether the source is a sitemap or an index of sitemaps."""
    marks = (b"<urlset", b"<sitemapindex")
    return source.head.startswith((b"<?xml", b"<!--", *marks)) and any(
        mark in source.head for mark in marks
    )


def split_sitemap(source: Source) -> Parts:
    """Yield each page that a sitemap names; of an index, those of each sitemap in it."""
    yield from _split(source, 0)


def _split(source: Source, depth: int) -> Parts:
    tree = parse_xml(source)
    entries = [_entry(node) for node in tree if local_name(node) in ("url", "sitemap")]
    fresh = [
        e for e in entries if not is_older(e.get("published") or e.get("modified"), source.since)
    ]
    if local_name(tree) != "sitemapindex":
        for n, entry in enumerate(fresh, 1):
            name = entry.get("url") or f"{source.name}, page {n}"
            yield name, partial(follow_entry, source, name, entry)
        return
    if depth >= _DEEPEST:
        raise EmptyText(f"{source.name} is an index of sitemaps, named by an index of indexes.")
    if not source.follow:
        one = f"; of one: load_articles({fresh[0].get('url')!r}, follow=True)" if fresh else ""
        raise EmptyText(
            f"{source.name} is an index of {len(entries)} sitemaps; it names no page, and holds no "
            f"text. To load the pages of all of them: load_articles(…, follow=True){one}."
        )
    for entry in fresh:
        yield from _split(_fetch(source, entry.get("url", "")), depth + 1)


def _fetch(source: Source, url: str) -> Source:
    page = fetch.FETCHER.fetch(url, cache=source.cache)
    data = unpack_gzip(page.data) if page.data.startswith(b"\x1f\x8b") else page.data
    return dataclasses.replace(source, name=url, given=data, path=None, url=page.url)


def _entry(node: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    entry: dict[str, str] = {}
    for one in node.iter():
        field = _NAMES.get(local_name(one))
        if field and one.text and one.text.strip():
            entry.setdefault(field, one.text.strip())
    for field in ("published", "modified"):
        if field in entry:
            entry[field] = to_iso(entry[field]) or ""
    return entry
