"""Tables of articles: CSV, TSV, JSON (lines or lists), Parquet, Excel; one row an article."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from newskit.article import Article, Removed
from newskit.errors import EmptyText, InputError, MissingPackage, UnsupportedSource
from newskit.loaders.gdelt import name_columns
from newskit.loaders.given_date import read_given_date
from newskit.loaders.listing import follow_entry, is_older
from newskit.loaders.newsroom import to_plain
from newskit.loaders.people import clean_authors
from newskit.loaders.source import Parts, Source, failing, stamp
from newskit.loaders.table_text import csv_rows, find_charset, find_separator, open_text
from newskit.normalise import normalise_text

if TYPE_CHECKING:
    import pandas as pd

LOADER = "table"
# What sellers of news put where they cut a text off, as in "… [+2345 chars]".
_CUT = re.compile(r"\s*(\[\+\d+ chars\])\s*$")
_PACKED = (b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
# Of JSON: lists of articles stand so deep at most; where a list wraps its records, and what a
# record that stands for one value calls it.
_DEEPEST = 3
_WRAPPED = ("fields", "_source", "attributes")
_MARKED = ("text", "headline", "standfirst")  # fields that come in HTML at times
_VALUE = ("name", "rendered", "main", "title", "value", "label", "text")
SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet", ".xlsx", ".xls")

# field → usual names of its column, best first; case, spaces and underscores do not count.
COLUMNS: dict[str, str] = {
    "text": "text body articlebody fulltext content articletext maintext story article bodytext "
    "plaintext newstext bodyhtml contenthtml html volltext beitrag artikeltext inhalt "
    "texte contenu texto contenido cuerpo testo corpo contenuto 正文 内容 本文",
    "headline": "headline title articletitle heading hl hd storytitle webtitle titel überschrift "
    "schlagzeile titre título titulo titular titolo 标题 見出し",
    "standfirst": "standfirst subtitle subhead lead abstract description summary trailtext "
    "leadparagraph excerpt",
    "authors": "authors author byline by writer journalist creator autor autoren auteur autore",
    "published": "published publishdate pubdate date publicationdate publishedat datepublished "
    "publishedtime firstpublished pd seendate webpublicationdate firstpublicationdate timestamp "
    "created datum veröffentlicht fecha 日期 日付",
    "modified": "modified updated lastmodified datemodified updatedat",
    "outlet": "outlet source medianame publication publisher sourcename newspaper site sitename "
    "domain sn mediasource publicationname quelle zeitung fuente fonte",
    "section": "section category desk topic articlesection sectionname",
    "language": "language lang languagecode sprache langue idioma lingua",
    "url": "url link address articleurl storyurl permalink web weburl href documentidentifier",
    "rights": "rights copyright licence license copyrightnotice",
}


def guess_columns(names: Iterable[str]) -> dict[str, str]:
    """Return which column gives which field, by their usual names.

    >>> guess_columns(["Article Title", "full_text", "Pub Date", "id"])
    {'text': 'full_text', 'headline': 'Article Title', 'published': 'Pub Date'}
    """
    plain = {re.sub(r"\W|_", "", str(name)).lower(): str(name) for name in reversed(list(names))}
    found: dict[str, str] = {}
    for field, usual in COLUMNS.items():
        for name in usual.split():
            if name in plain and plain[name] not in found.values():
                found[field] = plain[name]
                break
    return found


def split_table(source: Source) -> Parts:
    """Yield each row of a table as an article. Raises UnsupportedSource for unknown columns.

    A table of addresses without texts (Media Cloud, GDELT) gives its pages where they are wanted.
    """
    columns: dict[str, str] = {}
    names: list[str] = []
    seen: set[str] = set()
    found = () if source.start.startswith(_PACKED) else find_charset(source)
    how: Any = dict(zip(("charset", "charset_origin"), found, strict=False))
    read = partial(read_row, source=source, **how)
    for n, record in enumerate(_rows(source), 1):
        if isinstance(record, InputError):
            yield f"{source.name}, row {n}", failing(record)
            continue
        if list(record) != names:  # records of JSON need not name the same
            names = list(record)
            try:
                columns = _columns(source, names, columns)
            except UnsupportedSource as error:
                if not source.holds_json:
                    raise
                yield f"{source.name}, row {n}", failing(error)
                names = []
                continue
        if source.since and is_older(_cell(record.get(columns.get("published", ""))), source.since):
            continue
        url = _cell(record.get(columns.get("url", "")))
        if "text" in columns or url not in seen:  # GDELT names a page once an event
            name = f"{source.name}, row {n}"
            yield name, partial(read, record, columns, name=name)
        if "text" not in columns:
            seen.add(url)


def _columns(source: Source, names: list[str], before: dict[str, str]) -> dict[str, str]:
    """Return which column gives which field; those ``before`` for a record that has no text."""
    columns = guess_columns(names) | dict(source.columns)
    missing = [name for name in columns.values() if name not in names]
    if not missing and {"text", "url"} & set(columns):
        return columns
    if before:
        return before
    seen = ", ".join(names[:30])
    raise UnsupportedSource(
        f"{source.name} has no column {missing[0]!r}; it has: {seen}."
        if missing
        else f"No column of {source.name} is named as a text usually is; it has: {seen}. "
        "Say which: load_articles(…, columns={'text': 'NAME'})."
    )


def read_row(
    record: Mapping[str, Any], columns: Mapping[str, str], *, source: Source, name: str, **how: str
) -> Article:
    """Return the article of one row; ``how`` goes into its provenance. Raises EmptyText."""
    cells = {field: _cell(record.get(column)) for field, column in columns.items()}
    cells |= {field: to_plain(cells[field]) for field in _MARKED if field in cells}
    body, changes = normalise_text(cells.pop("text", ""))
    body, *cut = _CUT.split(body)
    if not body.strip() and "text" in columns and not (source.follow and cells.get("url")):
        raise EmptyText(f"There is no text in {name} (column {columns['text']!r}).")
    if not body.strip():
        return follow_entry(source, name, cells)
    fields: dict[str, Any] = {field: text for field, text in cells.items() if text}
    if "authors" in fields:
        fields["byline"] = fields["authors"]
        fields["authors"] = clean_authors([fields["byline"]], outlet=fields.get("outlet"))
    mark = [Removed(one, "cut off by the seller", body.count("\n") + 1) for one in cut if one]
    for field in ("published", "modified"):
        fields[field] = read_given_date(fields.get(field, ""))
        if field in cells and cells[field] and fields[field] is None:
            mark.append(Removed(cells[field], f"{field}: a date that cannot be read for sure", 1))
    read = [name for name in sorted(columns) if name == "text" or fields.get(name)]
    return Article(
        text=re.sub(r"\n{3,}", "\n\n", body).strip(),
        provenance=stamp(source, LOADER, changes=changes, **how),
        removed=tuple(mark),
        origins=tuple((name, f"column {columns[name]}") for name in read),
        **fields,
    )


def _cell(value: Any) -> str:  # noqa: ANN401 - any cell
    if isinstance(value, dict):
        return next((_cell(value[name]) for name in _VALUE if value.get(name)), "")
    if isinstance(value, (list, tuple)) or hasattr(value, "tolist"):
        return "; ".join(filter(None, map(_cell, value)))
    text = "" if value is None or value != value else str(value)
    return "" if text in ("NaT", "<NA>", "nan") else text.strip()


def is_table(source: Source) -> bool:
    """Whether the source is a table: by its content, or else by its name."""
    start = source.start
    if start.startswith(b"PAR1") or "xl/workbook.xml" in source.members:
        return True
    if source.suffix in SUFFIXES:
        return True
    first, _, rest = start.decode("utf-8", "replace").lstrip("\ufeff").partition("\n")
    if first.startswith("{"):
        return rest.lstrip().startswith("{") and _is_record(first)
    cells = [cell.strip("\"' ") for cell in first.rstrip("\r").split(find_separator(first))]
    named = guess_columns(cells)
    short = all(len(cell) <= 40 for cell in cells)
    return name_columns(first) is not None or (
        short and bool(rest.strip()) and len(named) >= 2 and bool({"text", "url"} & set(named))
    )


def _is_record(line: str) -> bool:
    try:
        return bool({"text", "url"} & set(guess_columns(json.loads(line))))
    except ValueError:
        return False


def _rows(source: Source) -> Iterator[dict[str, Any] | InputError]:
    """Yield the rows of a table, a part of it in memory at a time."""
    if source.holds_json or source.suffix in (".jsonl", ".ndjson"):
        lines = source.suffix in (".jsonl", ".ndjson") or isinstance(source.json, InputError)
        yield from _json_lines(source) if lines else _json_records(source)
        return
    if not source.start.startswith(_PACKED):
        yield from csv_rows(source)
        return
    for frame in _frames(source):
        for record in frame.to_dict("records"):
            yield {str(key): value for key, value in record.items()}


def _json_records(source: Source) -> Iterator[dict[str, Any] | InputError]:
    records = find_records(source)
    if records is None:
        raise UnsupportedSource(
            f"{source.name} holds no list of records in JSON, each with a text or an address."
        )
    for n, record in enumerate(records, 1):
        known = isinstance(record, dict)
        yield _unwrap(record) if known else InputError(f"Record {n} of {source.name} is a value.")


def find_records(source: Source) -> list[Any] | None:
    """Return the records of articles in JSON: a lone one, a list, or one under a key.

    >>> data = b'{"status": "ok", "articles": [{"title": "Talks end", "content": "Late."}]}'
    >>> find_records(Source("news.json", data))
    [{'title': 'Talks end', 'content': 'Late.'}]
    """
    value = source.json
    if _is_article(value, source) and not isinstance(value.get("content"), list):
        return [value]
    level = [value]
    for _ in range(_DEEPEST):
        for one in level:
            if isinstance(one, list) and any(_is_article(record, source) for record in one):
                return one
        level = [x for one in level if isinstance(one, dict) for x in one.values()]
    # Of a list whose columns nobody knows, the caller is told the names.
    return value if isinstance(value, list) and value and isinstance(value[0], dict) else None


def _is_article(record: Any, source: Source) -> bool:  # noqa: ANN401 - any JSON
    if not isinstance(record, dict):
        return False
    known = guess_columns(_unwrap(record)) | dict(source.columns)
    given = {column for _, column in source.columns} <= set(record)
    return given and ("text" in known or {"url", "headline"} <= set(known))


def is_json(source: Source) -> bool:
    """Whether the source is JSON that holds records of articles."""
    return source.holds_json and find_records(source) is not None


def _unwrap(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with what it holds under one key set beside its own."""
    key = next((name for name in _WRAPPED if isinstance(record.get(name), dict)), None)
    return {k: v for k, v in record.items() if k != key} | record[key] if key else record


def _json_lines(source: Source) -> Iterator[dict[str, Any] | InputError]:
    for number, line in enumerate(open_text(source), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            yield InputError(f"Line {number} of {source.name} is no JSON: {error}.")
            continue
        if not isinstance(record, dict):
            record = InputError(f"Line {number} of {source.name} is no record but a value.")
        yield record


def _frames(source: Source) -> list[pd.DataFrame]:
    """Return the table of a Parquet file; of an Excel file those of its sheets, in order."""
    import pandas as pd

    try:
        if source.start.startswith(b"PAR1"):
            return [pd.read_parquet(io.BytesIO(source.data))]
        sheets = pd.read_excel(io.BytesIO(source.data), dtype=str, sheet_name=None)
    except ImportError as error:
        if source.start.startswith(b"\xd0"):
            raise UnsupportedSource(
                f"{source.name} is an old Excel file. Save it as .xlsx or .csv, and load that."
            ) from error
        raise MissingPackage.for_extra("pyarrow or openpyxl", "tables") from error
    except (ValueError, zipfile.BadZipFile) as error:
        raise InputError(f"{source.name} cannot be read as a table: {error}.") from error
    none = {"": ""}
    usable = [x for x in sheets.values() if _columns(source, [*map(str, x)], none) != none]
    if not usable and len(sheets) > 1:
        seen = "; ".join(f"{name}: {', '.join(map(str, x))}" for name, x in sheets.items())
        raise UnsupportedSource(
            f"No sheet of {source.name} has a known column for the text. Its sheets and columns: "
            f"{seen}. Say which: load_articles(…, columns={{'text': 'NAME'}})."
        )
    return usable or list(sheets.values())
