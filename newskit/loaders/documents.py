"""Office files: DOCX, RTF, PDF with text, and Markdown with front matter."""

from __future__ import annotations

import io
import re
import tomllib
import zlib
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from newskit.article import Article, Removed
from newskit.errors import EmptyText, InputError, MissingPackage
from newskit.loaders import plain
from newskit.loaders.decode import decode_text
from newskit.loaders.pdf_text import join_pages
from newskit.loaders.people import clean_authors
from newskit.loaders.printed_date import to_iso
from newskit.loaders.source import Source, stamp
from newskit.loaders.tables import COLUMNS

# A page of print has about 2,000 characters; a scanned one has a page number at most.
_SCANNED = 40
_SHORT_CELL = 40  # characters; what is longer is text, set in a table to place it
_FRONT = re.compile(
    r"\A(?P<mark>---|\+\+\+)[ \t]*\n(?P<head>.*?)\n(?P=mark)[ \t]*(?:\n(?P<body>.*))?\Z", re.DOTALL
)
_FOOTNOTE = re.compile(r"(?m)^\[\^[^\]\s]+\]:.*(?:\n(?: {4}|\t).*)*\n?")
_MARKS: tuple[tuple[str, str], ...] = (
    (r"!\[[^\]]*\]\([^)]*\)", ""),  # pictures
    (r"\[\^[^\]\s]+\]", ""),  # marks of footnotes
    (r"\[([^\]]+)\]\([^)]*\)", r"\1"),  # links keep their words
    (r"(?m)^#{1,6}[ \t]+", ""),
    (r"(?m)^>[ \t]?", ""),
    (r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2"),
    (r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])", r"\1"),
    (r"`([^`\n]+)`", r"\1"),
)


def read_docx(source: Source) -> Article:
    """Read a Word file as its text would be read."""
    return _read("\n".join(docx_lines(source)), source, "DOCX")


def docx_lines(source: Source) -> list[str]:
    """Return the paragraphs of a Word file. Raises InputError, MissingPackage."""
    try:
        import docx
    except ImportError as error:
        raise MissingPackage.for_extra("python-docx", "documents") from error
    try:
        document = docx.Document(io.BytesIO(source.data))
    except (ValueError, KeyError, OSError, BadZipFile, zlib.error, SyntaxError) as error:
        raise InputError(f"{source.name} is no readable Word file: {error}.") from error
    return list(_lines_of(document))


def _lines_of(holder: Any) -> Iterator[str]:  # noqa: ANN401 - a document or a cell of a table
    """Yield the lines of what holds paragraphs and tables; a row of short cells is one line."""
    seen: set[Any] = set()  # a cell over several columns or rows comes once for each
    for block in holder.iter_inner_content():
        if hasattr(block, "text"):
            yield from block.text.split("\n")
            continue
        for row in block.rows:
            cells = {cell._tc: list(_lines_of(cell)) for cell in row.cells if cell._tc not in seen}
            seen |= set(cells)
            if all(len("".join(lines)) <= _SHORT_CELL for lines in cells.values()):
                yield "\t".join(" ".join(lines) for lines in cells.values())
            else:
                yield from (line for lines in cells.values() for line in lines)


def read_rtf(source: Source) -> Article:
    """Read an RTF file."""
    return _read(rtf_text(source), source, "RTF")


def rtf_text(source: Source) -> str:
    """Return the text of an RTF file. Raises InputError, MissingPackage."""
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingPackage.for_extra("striprtf", "documents") from error
    if not source.data.rstrip(b"\0 \t\r\n").endswith(b"}"):
        raise InputError(f"{source.name} breaks off before the end of its RTF: was it saved whole?")
    convert: Any = rtf_to_text  # it has no types
    return str(convert(source.data.decode("latin-1"), errors="ignore"))


def read_pdf(source: Source) -> Article:
    """Read the text of a PDF; a scanned one is refused, since it holds pictures of words."""
    try:
        import pypdf
    except ImportError as error:
        raise MissingPackage.for_extra("pypdf", "documents") from error
    try:
        found = pypdf.PdfReader(io.BytesIO(source.data)).pages
        pages = [page.extract_text() or "" for page in found]
        drawn = [_draw(page) for page in found]
    except pypdf.errors.FileNotDecryptedError as error:
        raise InputError(
            f"{source.name} is locked with a password. Save it without one."
        ) from error
    except (pypdf.errors.PyPdfError, ValueError, KeyError) as error:
        raise InputError(f"{source.name} is no readable PDF: {error}.") from error
    if sum(map(len, pages)) < _SCANNED * max(len(pages), 1):
        raise EmptyText(
            f"{source.name} has {len(pages)} pages and no text on them: it is a scan. Run a text "
            "recognition (OCR) over it, and load what that gives."
        )
    text, removed = join_pages(pages, drawn)
    article = _read(text, source, "PDF")
    return article.replace(removed=(*removed, *article.removed))


def _draw(page: Any) -> str:  # noqa: ANN401 - a pypdf page
    """Return the lines of a page as they stand on paper; "" where its fonts do not tell."""
    try:
        text = str(page.extract_text(extraction_mode="layout"))
        wide = 2 * text.count("\n\n") > text.count("\n") - text.count("\n\n")
        return re.sub(r"\n\n+", "\n", text) if wide else text  # its lines stand wide apart
    except Exception:  # noqa: BLE001 - it raises whatever a strange font makes it
        return ""


def is_markdown(source: Source) -> bool:
    """Whether the source is Markdown: by its name, or by front matter."""
    marks = (b"---\n", b"+++\n", b"---\r\n", b"+++\r\n")
    return source.suffix in (".md", ".markdown") or source.start.startswith(marks)


def read_markdown(source: Source) -> Article:
    """Read Markdown; the fields of its front matter win over what the text says.

    >>> page = b"---\\ntitle: Talks end\\ndate: 2022-02-23\\n---\\nThey **ended** late."
    >>> read_markdown(Source("a.md", page)).headline
    'Talks end'
    """
    text, charset, origin = decode_text(source.data)
    match = _FRONT.match(text.replace("\r\n", "\n"))
    fields = _front_fields(match["head"], match["mark"]) if match else {}
    body = match["body"] or "" if match else text
    notes = [Removed(note.strip(), "footnote", 1) for note in _FOOTNOTE.findall(body)]
    body = _FOOTNOTE.sub("", body)
    for pattern, kept in _MARKS:
        body = re.sub(pattern, kept, body)
    title = str(fields.get("headline") or "")
    if not body.strip().startswith(title):
        body = f"{title}\n\n{body}"
    article = _read(body, source, "Markdown")
    known = stamp(source, "Markdown", charset=charset, charset_origin=origin)
    origins = tuple((name, "front matter") for name in sorted(fields))
    removed = (*article.removed, *notes)
    return article.replace(provenance=known, origins=origins, removed=removed, **fields)


def _front_fields(head: str, mark: str) -> dict[str, Any]:
    """Return the fields that front matter gives: YAML's lines and lists, or TOML between +++."""
    usual = {name: field for field, names in COLUMNS.items() for name in names.split()}
    usual |= {"lead": "standfirst", "categories": "section"}
    fields: dict[str, Any] = {}
    for name, value in (_read_toml(head) if mark == "+++" else _read_yaml(head)).items():
        field = usual.get(re.sub(r"\W|_", "", name).lower())
        if field and field != "text" and value:
            fields.setdefault(field, value)
    if "authors" in fields:
        fields["authors"] = clean_authors([re.sub(r"[\"']", "", fields["authors"])])
    for name in ("published", "modified"):
        if name in fields:
            fields[name] = to_iso(fields[name])
    return fields


def _read_yaml(head: str) -> dict[str, str]:
    values: dict[str, str] = {}
    key = ""
    for line in head.split("\n"):
        pair = re.match(r"([A-Za-z][\w -]*):\s*(.*)$", line)
        item = re.match(r"\s*-\s+(.*)$", line)
        if pair:
            key = pair[1]
            values[key] = pair[2].strip().strip("[]").strip("\"'")
        elif item and key:
            values[key] = "; ".join(filter(None, (values[key], item[1].strip().strip("\"'"))))
    return values


def _read_toml(head: str) -> dict[str, str]:
    try:
        found = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"The front matter between +++ is no valid TOML: {error}.") from error
    return {
        name: "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in found.items()
    }


def _read(text: str, source: Source, loader: str) -> Article:
    """Read the words of a document as pasted text is read: headline, byline, residue."""
    if not text.strip():
        raise EmptyText(f"There is no text in {source.name}, read as {loader}.")
    article = plain.read_text(text, source=source.name)
    changes = article.provenance.changes if article.provenance else ()
    return article.replace(provenance=stamp(source, loader, changes=changes))
