"""The rows of tables of text (CSV, TSV), their character set; a broken row ends no table."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from newskit.errors import EmptyText, InputError
from newskit.loaders.decode import decode_text
from newskit.loaders.gdelt import name_columns, read_extras
from newskit.loaders.source import Source

_LARGE = 5_000_000  # bytes
_LONGEST_ROW = 2_000  # lines of one row, whose text stands in quotes
# Letters beyond ASCII in a row are those of another alphabet; accents stand alone.
_FOREIGN = re.compile(rb"[\x80-\xff]{4}")


def csv_rows(source: Source) -> Iterator[dict[str, Any] | InputError]:
    """Yield the rows of CSV; one that has not the fields of the header is an error, no shift."""
    csv.field_size_limit(_LARGE)
    with open_text(source) as text:
        first = text.readline()
        waiting, number = deque([first]), 1
        names = name_columns(first) or []
        dialect: dict[str, Any] = {"delimiter": "\t" if names else find_separator(first)}
        dialect |= {"quoting": csv.QUOTE_NONE} if names else {}
        while waiting or (line := text.readline()):
            waiting = waiting or deque([line])
            row, n_lines = _take_row(text, waiting, dialect)
            number += n_lines
            if row and not names:
                names = [x if x not in row[:i] else f"{x}.{i}" for i, x in enumerate(row)]
            elif row is None or (row and (len(row) < len(names) or any(row[len(names) :]))):
                found = "a quote that is not closed" if row is None else f"{len(row)} fields"
                yield InputError(
                    f"Line {number - n_lines} of {source.name} has {found}; expected are "
                    f"{len(names)} fields ({', '.join(names)[:200]}), divided by "
                    f"{dialect['delimiter']!r}, one that holds that or a line end in quotes."
                )
            elif row:
                record = dict(zip(names, row, strict=False))
                yield read_extras(record) if "extras" in record else record
    if not first.strip():
        raise EmptyText(f"There is no row in {source.name}.")


def _take_row(
    text: Iterator[str], waiting: deque[str], dialect: Mapping[str, Any]
) -> tuple[list[str] | None, int]:
    """Return the next row and its number of lines; None for a broken line, behind which it is."""
    held: list[str] = []
    quotes = 0
    while len(held) < _LONGEST_ROW and (line := waiting.popleft() if waiting else next(text, "")):
        held.append(line)
        quotes += line.count('"')
        if len(held) > 1 and quotes % 2:
            continue
        try:
            return next(csv.reader(held, strict=True, **dialect), []), len(held)
        except csv.Error as error:
            if "end of data" not in str(error):
                break
    waiting.extendleft(reversed(held[1:]))
    whole = held[0].count('"') % 2 == 0  # quotes within a field, not doubled
    return (next(csv.reader(held[:1], **dialect), []) if whole else None), 1


def open_text(source: Source) -> TextIO:
    """Return the text of a table; a file of more than some megabytes is read bit by bit."""
    charset = find_charset(source)["charset"]
    large = source.given is None and source.path and source.path.stat().st_size > _LARGE
    file = source.path.open("rb") if large and source.path else io.BytesIO(source.data)
    codecs.register_error("as cp1252", _decode_byte)
    return io.TextIOWrapper(file, charset, "as cp1252")


def _decode_byte(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def find_charset(source: Source) -> dict[str, str]:
    """Return the character set of a table of text, by its first megabytes, and how it was known.

    A file in UTF-8 with a broken row stays one; else the cells in another alphabet decide.
    """
    data = source.data if source.given is not None else _read_start(source)
    known = ("charset", "charset_origin")
    lossy = data.decode("utf-8", "replace")
    broken = lossy.count("\ufffd")
    good = len(lossy) - len(lossy.encode("ascii", "ignore")) - broken
    if 0 < broken <= good and b"\0" not in data:
        return dict(zip(known, ("utf-8", "UTF-8, but for some bytes read as cp1252"), strict=True))
    cells = re.split(rb"[,;\t\r\n]+", data) if broken and b"\0" not in data else []
    foreign = b"\n".join(cell for cell in cells if _FOREIGN.search(cell))
    return dict(zip(known, decode_text(foreign or data)[1:], strict=True))


def _read_start(source: Source) -> bytes:
    if not source.path:
        return b""
    with source.path.open("rb") as file:
        start = file.read(_LARGE)
    return start if len(start) < _LARGE else start[: start.rfind(b"\n") + 1] or start


def find_separator(text: str) -> str:
    """Return what divides the columns: whichever the first line has most of."""
    first = text.split("\n", 1)[0]
    return max(",;\t|", key=first.count)
