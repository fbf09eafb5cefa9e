"""Feeds: RSS 0.9 to 2.0, Atom, JSON Feed; each entry that carries its full text is an article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from newskit.article import Article
from newskit.errors import InputError
from newskit.loaders.given_date import read_given_date
from newskit.loaders.listing import follow_entry, is_older
from newskit.loaders.newsroom import build_item, dicts, local_name, parse_xml, to_plain
from newskit.loaders.source import Parts, Source, failing

LOADER = "feed"
# A summary is a paragraph; a feed that gives less than this gives no article.
_FEWEST_WORDS = 60
_ENTRY_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>")
_OPENINGS = (b"<rss", b"<feed", b"<rdf:rdf")
_DATES = ("published", "modified")
# field → names of the elements that give it, best first
_NAMES: dict[str, str] = {
    "text": "encoded content description summary", "headline": "title",
    "authors": "creator author", "published": "pubDate published date issued",
    "modified": "updated modified", "section": "category", "rights": "rights copyright",
}  # fmt: skip
_JSON_NAMES: dict[str, str] = {
    "text": "content_html content_text summary", "headline": "title", "url": "url external_url",
    "published": "date_published", "modified": "date_modified", "language": "language",
}  # fmt: skip


def is_feed(head: bytes) -> bool:
    """Whether the first bytes, lower-case, are those of a feed.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html>")
    (True, False)
    """
    opens = head.startswith((b"<?xml", b"<!--", *_OPENINGS)) and any(x in head for x in _OPENINGS)
    return opens or (head.startswith(b"{") and b"jsonfeed.org/version" in head)


def split_feed(source: Source) -> Parts:
    """Yield each entry of a feed; one with a summary alone says so when it is read."""
    error: InputError | None = None
    if source.head.startswith(b"{"):
        entries, shared = _json_entries(source)
    else:
        try:
            entries, shared = _xml_entries(parse_xml(source))
        except InputError as broken:  # the entries before the break are whole
            entries, shared = _xml_entries(parse_xml(source, whole=False))
            entries, error = entries[: len(_ENTRY_END.findall(source.data))], broken
    for n, entry in enumerate(entries, 1):
        entry |= {x: read_given_date(entry[x]) or entry[x] for x in _DATES if x in entry}
        if not is_older(entry.get("published") or entry.get("modified"), source.since):
            name = f"{source.name}, entry {n}"
            yield name, partial(_read, source, name, shared | entry)
    if error:
        yield source.name, failing(error)


def _xml_entries(tree: Any) -> tuple[list[dict[str, str]], dict[str, str]]:  # noqa: ANN401 - lxml
    nodes = [node for node in tree.iter() if local_name(node) in ("item", "entry")]
    channel = next((node for node in tree.iter() if local_name(node) == "channel"), tree)
    shared = _texts(channel, {"outlet": "title", "language": "language"})
    language = tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return [_entry(node) for node in nodes], shared | ({"language": language} if language else {})


def _entry(node: Any) -> dict[str, str]:  # noqa: ANN401 - an lxml element
    entry = _texts(node, _NAMES)
    for link in node:
        if local_name(link) == "link" and link.get("rel", "alternate") == "alternate":
            entry.setdefault("url", (link.get("href") or link.text or "").strip())
    return entry


def _texts(node: Any, names: Mapping[str, str]) -> dict[str, str]:  # noqa: ANN401
    from lxml import etree

    texts: dict[str, str] = {}
    for child in node:
        text = " ".join(child.itertext()) if len(child) else child.text or ""
        if child.get("type") == "xhtml":
            text = re.sub(r"(</?)\w+:", r"\1", etree.tostring(child, encoding="unicode"))
        if text.strip():
            texts.setdefault(local_name(child), text.strip())
    return _pick(texts, names)


def _json_entries(source: Source) -> tuple[list[dict[str, str]], dict[str, str]]:
    feed = source.json
    if isinstance(feed, InputError):
        raise feed
    entries = []
    for item in dicts(feed.get("items")):
        authors = dicts(item.get("authors")) or dicts([item.get("author")])
        names = "; ".join(str(author.get("name") or "") for author in authors)
        entries.append(_pick(item, _JSON_NAMES) | ({"authors": names} if names else {}))
    return entries, _pick(feed, {"outlet": "title", "language": "language"})


def _pick(values: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, usual in names.items():
        value = next((values[name] for name in usual.split() if values.get(name)), None)
        if value:
            found[field] = str(value)
    return found


def _read(source: Source, name: str, entry: dict[str, str]) -> Article:
    entry = dict(entry)
    text = to_plain(entry.pop("text", ""))
    if len(text.split()) < _FEWEST_WORDS:
        return follow_entry(source, f"{name} (a summary of {len(text.split())} words)", entry)
    by = entry.pop("authors", "")
    entry["headline"] = " ".join(to_plain(entry.get("headline", "")).split())
    return build_item(source, LOADER, text, byline=by, authors=[by], **entry)
