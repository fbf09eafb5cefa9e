"""Files that hold pages: saved .mhtml, WARC archives of the web, zip files."""

from __future__ import annotations

import io
import plistlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from typing import Any, BinaryIO
from xml.parsers.expat import ExpatError

from newskit.article import Article
from newskit.errors import InputError, MissingPackage, UnsupportedSource
from newskit.loaders.decode import decode_text
from newskit.loaders.page import PageOptions, read_page
from newskit.loaders.plain import read_text
from newskit.loaders.source import Parts, Source, failing, stamp

# What a member unpacks to; a member that says more is a trap or no article.
_LARGEST_MEMBER = 50_000_000
_SKIPPED = ("__MACOSX/", ".DS_Store", "Thumbs.db")


def read_mhtml(source: Source) -> Article:
    """Read the page in a saved .mhtml file (browsers: "web page, single file"), or an e-mail."""
    message: Any = message_from_bytes(source.data, policy=policy.default)
    mail = message.get_content_type() != "multipart/related" and message.get_body(("plain",))
    if mail and (body := _decode_part(mail)).strip():  # an e-mail, whose subject is the headline
        article = read_text(f"{message['Subject'] or ''}\n\n{body}", source=source.name)
        sent = message["Date"] and message["Date"].datetime
        published = article.published or (sent.isoformat() if sent else None)
        return article.replace(published=published, provenance=stamp(source, "MHTML"))
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            options = PageOptions(
                url=part.get("Content-Location") or message.get("Snapshot-Content-Location"),
                grade=source.grade,
                wrapped_in="MHTML",
                charset=part.get_content_charset(),
            )
            if isinstance(payload, bytes):
                return read_page(payload, source=source.name, options=options)
    raise UnsupportedSource(f"{source.name} is a MIME file without an HTML part in it.")


def _decode_part(part: Any) -> str:  # noqa: ANN401 - a part of a message
    try:
        return str(part.get_content())
    except LookupError:  # a character set that nobody knows
        return decode_text(part.get_payload(decode=True))[0]


def is_webarchive(source: Source) -> bool:
    """Whether the source is a page that Safari saved as .webarchive."""
    listed = source.start.startswith((b"bplist00", b"<?xml", b"<!DOCTYPE plist"))
    return listed and b"WebMainResource" in source.start


def read_webarchive(source: Source) -> Article:
    """Read the page in a .webarchive file (Safari: "web archive"). Raises InputError."""
    try:
        page = plistlib.loads(source.data)["WebMainResource"]
        data = bytes(page["WebResourceData"])
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{source.name} is a broken .webarchive file: {error!r}.") from error
    if "html" not in str(page.get("WebResourceMIMEType", "text/html")):
        raise UnsupportedSource(f"{source.name} holds {page['WebResourceMIMEType']}, no web page.")
    options = PageOptions(
        url=page.get("WebResourceURL"),
        grade=source.grade,
        wrapped_in="webarchive",
        charset=page.get("WebResourceTextEncodingName"),
    )
    return read_page(data, source=source.name, options=options)


def split_warc(source: Source) -> Parts:
    """Yield the pages of a WARC archive that were fetched with success."""
    try:
        import fastwarc  # noqa: F401
    except ImportError as error:
        raise MissingPackage.for_extra("fastwarc", "archives") from error
    stream = source.path.open("rb") if source.path else io.BytesIO(source.data)
    try:
        yield from _split_warc(stream, source)
    except OSError as error:  # so it calls a record that is broken
        raise InputError(f"{source.name} is a broken WARC file: {error}.") from error


def _split_warc(stream: BinaryIO, source: Source) -> Parts:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    with stream:
        kinds = WarcRecordType.response
        for record in ArchiveIterator(stream, record_types=kinds, auto_decode="all"):
            http = record.http_headers
            url = record.headers.get("WARC-Target-URI")
            name = str(url or f"{source.name}, its last record")
            if not http or not http.status_code or not record.headers.get("Content-Length"):
                yield name, failing(_broken_off(name, source))
                continue
            kind = str(record.http_content_type or "")
            if http.status_code != 200 or "html" not in kind:
                continue
            options = PageOptions(
                url=url,
                grade=source.grade,
                wrapped_in="WARC",
                charset=record.http_charset,
                retrieved=record.headers.get("WARC-Date"),
            )
            try:
                data = record.reader.read()
                packed = http.get("Content-Encoding") or http.get("Transfer-Encoding")
                short = not packed and len(data) < record.content_length
            except OSError:  # it was packed, and cannot be unpacked to its end
                data, short = b"", True
            error = failing(_broken_off(name, source))
            yield name, error if short else _page_reader(data, name, options)


def _broken_off(name: str, source: Source) -> InputError:
    return InputError(f"The record of {name} breaks off: was {source.name} saved to its end?")


def _page_reader(data: bytes, name: str, options: PageOptions) -> Callable[[], Article]:
    return lambda: read_page(data, source=name, options=options)


def open_zip(source: Source) -> Iterator[tuple[str, Source | InputError]]:
    """Yield the files in a zip that may be articles, each with its name; or why it cannot be read.

    The directory of the zip is read once, and one file is in memory at a time.
    """
    try:
        archive = zipfile.ZipFile(source.path or io.BytesIO(source.data))
    except zipfile.BadZipFile as error:
        raise InputError(f"{source.name} is a broken zip file: {error}.") from error
    with archive:
        for info in archive.infolist():
            name = info.filename
            if not info.is_dir() and not any(skip in name for skip in _SKIPPED):
                yield name, _open_member(archive, info, source)


def _open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: Source
) -> Source | InputError:
    if info.file_size > _LARGEST_MEMBER:
        return InputError(
            f"{info.filename} in {source.name} would unpack to {info.file_size:,} bytes."
        )
    try:
        return source.inner(info.filename, archive.read(info))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError) as error:
        return InputError(f"{info.filename} in {source.name} cannot be unpacked: {error}.")
