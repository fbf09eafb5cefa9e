"""One door for every source: the rows of ``LOADERS`` are asked in order, content before name."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from newskit.article import Article
from newskit.errors import EmptyText, InputError, NewskitError, UnknownName, UnsupportedSource
from newskit.loaders import (
    archives,
    documents,
    exports,
    feeds,
    fetch,
    newsroom,
    plain,
    sitemaps,
    tables,
)
from newskit.loaders.page import LOADER as HTML
from newskit.loaders.page import PageOptions, read_page
from newskit.loaders.source import Member, Parts, Source, failing, unpack_gzip

# An e-mail in parts, or in a coding that must be undone; any other is read as text
_MAIL = re.compile(
    rb"[\w-]+: (?s:.*\n)?content-(?:type: *multipart/|transfer-encoding: *(?:quoted-|base64))"
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # in the directory of an Office file


@dataclass(frozen=True, slots=True)
class Loader:
    """One format: its name, whether it fits a source, how it is read, an example.

    ``load`` reads the one article of a source; ``split`` yields the articles of a source that may
    hold many. A row has one of the two. A row of one's own is given as ``format``, and is asked
    before those of ``LOADERS``:

    >>> shout = Loader("shout", lambda s: s.suffix == ".shout", "a.shout",
    ...                load=lambda s: Article(s.data.decode().capitalize()))
    >>> load_article(b"THEY ENDED LATE.", format=shout).text
    'They ended late.'
    """

    name: str
    fits: Callable[[Source], bool]
    example: str
    load: Callable[[Source], Article] | None = None
    split: Callable[[Source], Parts] | None = None


def _is_html(source: Source) -> bool:
    opening = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!doctype\thtml")
    named = source.suffix in (".html", ".htm", ".xhtml", ".aspx", ".php")
    xhtml = source.head.startswith((b"<?xml", b"<!--")) and b"<html" in source.head
    return source.head.startswith(opening) or xhtml or (named and b"<" in source.head)


def _has(*marks: bytes) -> Callable[[Source], bool]:
    return lambda source: source.head.startswith(b"<") and any(m in source.head for m in marks)


def _is_json(*keys: str) -> Callable[[Source], bool]:
    """Return a test for one JSON record that has one of the keys."""

    def fits(source: Source) -> bool:
        record = source.json if source.head.startswith(b"{") else None
        return isinstance(record, dict) and any(key in record for key in keys)

    return fits


def _is_mhtml(source: Source) -> bool:
    named = source.suffix in (".mhtml", ".mht", ".eml") or b"multipart/related" in source.head
    return named or bool(_MAIL.match(source.head))


def _read_own(source: Source) -> Article:
    return Article.from_dict(source.json)


def _read_html(source: Source) -> Article:
    options = PageOptions(
        url=source.url, grade=source.grade, charset=source.charset, retrieved=source.retrieved
    )
    return read_page(source.data, source=source.name, options=options)


def _split_zip(source: Source) -> Parts:
    if kind := re.search(rb"mimetypeapplication/(epub|vnd.oasis.opendocument)", source.start):
        named = "an EPUB book" if kind[1] == b"epub" else "an OpenDocument file"
        raise UnsupportedSource(f"{source.name} is {named}; save it as DOCX, and load that.")
    for name, member in archives.open_zip(source):
        try:
            if isinstance(member, InputError):
                raise member
            for part, load in split_source(member):
                yield part, Member(load, member)
        except NewskitError as error:  # the other files may be whole
            held = source if isinstance(member, InputError) else member
            yield f"{source.name}/{name}", Member(failing(error), held)


def _read_plain(source: Source) -> Article:
    return plain.read_bytes(source.data, source=source.name)


def _is_unknown_data(source: Source) -> bool:
    if source.head.startswith((b"<?xml", b"<svg")) or source.suffix in (".json", ".xml"):
        return True
    is_json = source.holds_json and isinstance(source.json, (dict, list))
    return is_json or bool(re.match(rb'\{\s*"|\[\s*\{', source.head))


LOADERS: tuple[Loader, ...] = (
    Loader(feeds.LOADER, lambda s: feeds.is_feed(s.head), "feed.xml", split=feeds.split_feed),
    Loader(sitemaps.LOADER, sitemaps.is_sitemap, "news-sitemap.xml", split=sitemaps.split_sitemap),
    Loader("WARC", lambda s: s.start.startswith(b"WARC/") or ".warc" in s.name.lower()[-8:],
           "crawl.warc.gz", split=archives.split_warc),
    Loader("table", tables.is_table, "articles.csv", split=tables.split_table),
    Loader("Nexis", exports.is_export("Nexis"), "nexis.docx", split=exports.split_export("Nexis")),
    Loader("Factiva", exports.is_export("Factiva"), "factiva.rtf",
           split=exports.split_export("Factiva")),
    Loader("ProQuest", exports.is_export("ProQuest"), "proquest.txt",
           split=exports.split_export("ProQuest")),
    Loader("DOCX", lambda s: "word/document.xml" in s.members, "story.docx",
           load=documents.read_docx),
    Loader("zip", lambda s: s.start.startswith(b"PK\x03\x04"), "articles.zip", split=_split_zip),
    Loader("PDF", lambda s: s.start.startswith(b"%PDF"), "story.pdf", load=documents.read_pdf),
    Loader("RTF", lambda s: s.start.startswith(b"{\\rtf"), "story.rtf", load=documents.read_rtf),
    Loader("webarchive", archives.is_webarchive, "page.webarchive", load=archives.read_webarchive),
    Loader("MHTML", _is_mhtml, "page.mhtml", load=archives.read_mhtml),
    Loader(newsroom.NEWSML, _has(b"<newsitem", b"<newsmessage"), "story.newsml.xml",
           split=newsroom.split_newsml),
    Loader(newsroom.NITF, _has(b"<nitf"), "story.nitf.xml", load=newsroom.read_nitf),
    Loader(HTML, _is_html, "page.html", load=_read_html),
    Loader("newskit JSON", _is_json("provenance", "removed"), "article.json", load=_read_own),
    Loader(newsroom.NINJS, _is_json(*newsroom.NINJS_KEYS), "story.ninjs.json",
           load=newsroom.read_ninjs),
    Loader("JSON", tables.is_json, "articles.json", split=tables.split_table),
    Loader("Markdown", documents.is_markdown, "story.md", load=documents.read_markdown),
    Loader(plain.LOADER, lambda s: not _is_unknown_data(s), "story.txt", load=_read_plain),
)  # fmt: skip


def load_article(
    source: str | os.PathLike[str] | bytes,
    *,
    format: str | Loader | None = None,  # noqa: A002
    grade: str = "default",
    cache: str | os.PathLike[str] | None = None,
) -> Article:
    """Load one article from a file, an address, bytes, or pasted text of several lines.

    ``format`` names a row of ``LOADERS``, or is a :class:`Loader` of one's own. ``grade`` says how
    thoroughly a web page is read: "fast", "default" or "best". ``cache`` is a folder where fetched
    pages are kept for a day, and asked for again only if they were changed; without it nothing is
    written. Raises UnsupportedSource where no loader fits or the page is no article,
    FileNotFoundError where there is no such file, NotText, EmptyText.

    >>> load_article("Talks end\\n\\nMOSCOW: The talks ended late.").dateline.place
    'MOSCOW'
    """
    found = read_source(source, grade=grade, cache=os.fspath(cache) if cache else None)
    loader = format if isinstance(format, Loader) else find_loader(found, format)
    if loader.load:
        return _load(loader.load, open_gzip(found))
    parts = list(islice(split_source(found, format), 2))
    if len(parts) == 1:
        return parts[0][1]()
    if not parts:
        raise EmptyText(f"There is no article in {found.name}, read as {loader.name}.")
    raise UnsupportedSource(
        f"{found.name} holds more than one article (read as {loader.name}). Load them all: "
        f"load_articles({found.name!r})."
    )


def split_source(source: Source, format: str | Loader | None = None) -> Parts:  # noqa: A002
    """Yield each article of a source: its name, and the function that reads it."""
    loader = find_loader(source, format)
    source = open_gzip(source) if loader.name != "WARC" else source
    if loader.split:
        yield from loader.split(source)
    elif loader.load:
        yield source.name, partial(_load, loader.load, source)


def _load(load: Callable[[Source], Article], source: Source) -> Article:
    """Return the article of a source; of one that was fetched, with its address and when."""
    article = load(source)
    if not source.retrieved or not article.provenance:
        return article
    known = dataclasses.replace(article.provenance, retrieved=source.retrieved)
    return article.replace(provenance=known, url=article.url or source.url)


def find_loader(source: Source, format: str | Loader | None = None) -> Loader:  # noqa: A002
    """Return the row of LOADERS for a source, or the one named. Raises UnsupportedSource."""
    if not source.start:
        raise EmptyText(
            f"There is no text in {source.name}: it holds 0 bytes. Was it saved to its end?"
        )
    if source.start.startswith(b"\xd0\xcf\x11\xe0") and _LOCKED in source.data:
        raise InputError(
            f"{source.name} is locked with a password. Open it, save it without one, and load that."
        )
    if isinstance(format, Loader) and format.fits(source):
        return format
    if isinstance(format, str):
        for loader in LOADERS:
            if loader.name.lower() == format.lower():
                return loader
        raise UnknownName.among("format", format, [loader.name for loader in LOADERS])
    opened = open_gzip(source) if b"WARC" not in source.start[:64] else source
    for loader in LOADERS:
        if loader.fits(opened) or (loader.name == "WARC" and loader.fits(source)):
            return loader
    if opened.holds_json and isinstance(opened.json, InputError):
        raise opened.json
    kind = "XML" if opened.head.startswith(b"<") else "JSON"
    raise UnsupportedSource(
        f"{source.name} looks like {kind}, of a kind that newskit does not know. What works: "
        + ", ".join(f"{loader.name} ({loader.example})" for loader in LOADERS)
        + ". Copy the article's text and give it to Article.from_text(…)."
    )


def open_gzip(source: Source) -> Source:
    """Return what a gzip file holds, as a source; any other source as it is. WARC stays packed."""
    if not source.start.startswith(b"\x1f\x8b") or ".warc" in source.name.lower():
        return source
    name = source.name.removesuffix(".gz")
    return dataclasses.replace(source, name=name, given=unpack_gzip(source.data), path=None)


def read_source(
    source: str | os.PathLike[str] | bytes,
    *,
    grade: str = "default",
    columns: Iterable[tuple[str, str]] = (),
    cache: str | None = None,
    **known: Any,  # noqa: ANN401 - other fields of a Source
) -> Source:
    """Return what was given as a source: bytes, a file, or a text of several lines."""
    wishes = {"grade": grade, "columns": tuple(columns), "cache": cache, **known}
    if isinstance(source, bytes):
        return Source("bytes", source, **wishes)
    if not isinstance(source, (str, os.PathLike)):
        raise InputError(
            "load_article takes a path, bytes or a text, load_articles also a list of them; got "
            f"{type(source).__name__}."
        )
    name = os.fspath(source)
    if isinstance(source, str):
        if name.startswith(("http://", "https://")):
            page = fetch.FETCHER.fetch(name, cache=cache)
            seen: dict[str, Any] = {
                "url": page.url,
                "charset": page.charset,
                "retrieved": page.retrieved,
            }
            return Source(name, page.data, None, **(seen | wishes))
        # No path holds a line break, and none is this long: it is the text itself.
        if "\n" in name or "\r" in name or len(name) > 400:
            return Source("pasted text", name.encode("utf-8", "replace"), **wishes)
    if not name.strip():
        raise EmptyText("There is no text in this: it is an empty string.")
    path = Path(name).expanduser()
    if path.is_dir():
        raise UnsupportedSource(
            f"{path} is a folder; load_article reads one file, such as {path}/story.txt. "
            f"All of them: load_articles({str(path)!r})."
        )
    if not path.exists():
        raise FileNotFoundError(
            f"There is no file {name!r} (looked in {Path.cwd()}). "
            "A text itself goes to Article.from_text(…)."
        )
    return Source(str(path), None, path, **wishes)
