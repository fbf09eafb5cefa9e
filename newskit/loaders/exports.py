"""Exports of news databases: Nexis Uni and LexisNexis, Factiva, ProQuest; many articles in a file.

They come as DOCX, RTF, HTML or text. Every form is turned into lines, and one reader a database
(:mod:`newskit.loaders.export_layouts`) reads the lines.
"""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import partial

from newskit.article import Article
from newskit.errors import EmptyText, NewskitError
from newskit.loaders.decode import decode_text
from newskit.loaders.documents import docx_lines, rtf_text
from newskit.loaders.export_layouts import LAYOUTS, Fields, Layout, split_documents
from newskit.loaders.extraction import Page, block_text
from newskit.loaders.markup import clean_markup
from newskit.loaders.newsroom import build_item
from newskit.loaders.source import Parts, Source
from newskit.loaders.web_charset import decode_page

_LANGUAGES = {
    "arabic": "ar", "chinese": "zh", "danish": "da", "dutch": "nl", "english": "en",
    "finnish": "fi", "french": "fr", "german": "de", "italian": "it", "japanese": "ja",
    "korean": "ko", "norwegian": "no", "polish": "pl", "portuguese": "pt", "russian": "ru",
    "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk", "urdu": "ur",
}  # fmt: skip
_TAG = re.compile(rb"<[^<>]*>")


def is_export(name: str) -> Callable[[Source], bool]:
    """Return a test for the exports of one database."""
    layout = next(one for one in LAYOUTS if one.name == name)

    def fits(source: Source) -> bool:
        seen = _visible(source)
        found = any(needle in seen for needle in layout.needles)
        return found and all(mark.search(seen) for mark in layout.marks)

    return fits


def _visible(source: Source) -> bytes:
    """Return the bytes where the marks of an export would stand: of a DOCX, its unpacked text."""
    if "word/document.xml" in source.members:
        try:
            with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
                xml = archive.read("word/document.xml").replace(b"</w:p>", b"\n")
        except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError):
            return b""
        return _TAG.sub(b"", xml)
    binary = b"\x00" in source.start or source.start.startswith((b"%PDF", b"\x1f\x8b", b"WARC/"))
    return b"" if binary else source.data


def split_export(name: str) -> Callable[[Source], Parts]:
    """Return the function that yields each document of an export of one database."""
    layout = next(one for one in LAYOUTS if one.name == name)

    def split(source: Source) -> Parts:
        lines = _lines(source)
        found = (layout.read(part) for part in split_documents(lines, layout.edge))
        # Cover pages, search histories and tables of contents are no documents.
        documents = [fields for fields in found if fields.get("outlet") or fields.get("text")]
        if not documents:
            raise EmptyText(f"{source.name} looks like an export of {name}, without a document.")
        for n, fields in enumerate(documents, 1):
            yield f"{source.name}, document {n}", partial(_read, source, layout, n, fields)

    return split


def _read(source: Source, layout: Layout, n: int, fields: Fields) -> Article:
    name = f"{source.name}, document {n}"
    known = {field: value for field, value in fields.items() if value}
    text = known.pop("text", "")
    if not text.strip():
        raise EmptyText(
            f"{name} has no full text, only its record ({known.get('headline', 'no title')!r}). "
            f"Export it from {layout.name} again with the full text."
        )
    spoken = re.split(r"\W", known.get("language", ""))[0].lower()
    known["language"] = _LANGUAGES.get(spoken, "")
    if "url" in known and not known["url"].startswith("http"):
        known["url"] = f"https://{known['url']}"
    article = build_item(source, layout.name, text, authors=[known.get("byline", "")], **known)
    if article.provenance is None:
        return article
    return article.replace(provenance=dataclasses.replace(article.provenance, source=name))


def _lines(source: Source) -> list[str]:
    """Return the lines of a document of any of the four forms."""
    if source.start.startswith(b"PK\x03\x04"):
        return docx_lines(source)
    if source.start.startswith(b"{\\rtf"):
        return rtf_text(source).split("\n")
    if source.head.startswith(b"<"):
        page = Page(clean_markup(decode_page(source.data)[0]))
        try:
            tree = page.tree.find("body")  # the title is that of the search
            return block_text(page.tree if tree is None else tree).split("\n")
        except NewskitError:
            return []
    return decode_text(source.data)[0].replace("\r\n", "\n").replace("\f", "\n").split("\n")
