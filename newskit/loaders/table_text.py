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
        dialect = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if names else {}
        dialect = dialect or {
            "delimiter": "\t" if source.suffix == ".tsv" else find_separator(first)
        }
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
    """Return the text of a table, which is read bit by bit; stray bytes are read as cp1252."""
    file = source.path.open("rb") if source.path else io.BytesIO(source.data)
    codecs.register_error("as cp1252", _decode_bytes)
    return io.TextIOWrapper(file, find_charset(source)[0], "as cp1252")


def _decode_bytes(error: UnicodeError) -> tuple[str, int]:
    found: Any = error
    return found.object[found.start : found.end].decode("cp1252", "replace"), found.end


def find_charset(source: Source) -> tuple[str, str]:
    """Return the character set of a table of text, by its first megabytes, and how it was known.

    A file in UTF-8 with a broken row stays one; else the cells in another alphabet decide.
    """
    with source.path.open("rb") if source.path else io.BytesIO(source.data) as file:
        data = file.read(_LARGE) + file.readline()
    lossy = data.decode("utf-8", "replace")
    broken = 0 if b"\0" in data else lossy.count("\ufffd")
    if 0 < broken <= (len(lossy) - len(lossy.encode("ascii", "ignore"))) / 2:
        return "utf-8", "UTF-8, but for some bytes read as cp1252"
    cells = re.split(rb"[,;\t\r\n]+", data) if broken else []
    foreign = b"\n".join(cell for cell in cells if _FOREIGN.search(cell))
    return decode_text(foreign or data)[1:]


def find_separator(text: str) -> str:
    """Return what divides the columns: whichever the first line has most of."""
    first = text.split("\n", 1)[0]
    return max(",;\t|", key=first.count)
