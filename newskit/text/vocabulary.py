"""Each distinct chunk of text is worked out once and looked up ever after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

Row = Sequence[int]

# Beyond this many distinct chunks (about 200 MB of tables) a vocabulary starts afresh: the archive
# of a newspaper has no end, and what is forgotten is only worked out again.
MOST_ENTRIES = 1 << 20


class Vocabulary:
    """Chunk → row number, and tables with one row a chunk.

    ``describe`` works a new chunk out: one row for each table, whose widths are ``widths``. A
    cache and no more: the same chunk always has the same rows, whatever came before. ``chunks``
    has the chunk of each row.

    >>> vocabulary = Vocabulary(lambda chunk: [[len(chunk)]], widths=(1,))
    >>> ids = vocabulary.look_up(["one", "three", "one"])
    >>> vocabulary.tables[0][ids].tolist()
    [[3], [5], [3]]
    """

    def __init__(
        self, describe: Callable[[str], Sequence[Row]], *, widths: tuple[int, ...]
    ) -> None:
        self._describe = describe
        self._ids: dict[str, int] = {}
        self.chunks: list[str] = []
        self.tables: list[NDArray[np.int64]] = [np.zeros((1024, w), np.int64) for w in widths]

    def look_up(self, chunks: Sequence[str]) -> NDArray[np.int64]:
        """Return the row numbers of the chunks; they hold until the next :meth:`make_room`."""
        try:  # nearly always every chunk is known, and then this runs at the speed of C
            return self._look_up_known(chunks)
        except KeyError:
            for chunk in chunks:
                if chunk not in self._ids:
                    self._add(chunk)
        return self._look_up_known(chunks)

    def cut(self, text: str) -> NDArray[np.int64]:
        """Return the row numbers of the chunks of a text: what white space divides."""
        return self.look_up(text.split())

    def cut_long(self, text: str) -> NDArray[np.int64]:
        """Return the same for a long text, where each chunk recurs: by pyarrow, if it is there.

        It divides and numbers the chunks without an object for each, in half the time; it knows
        the white space of ASCII only, so a chunk can hold another space (U+00A0).
        """
        text = text.strip()
        try:
            import pyarrow as pa
            import pyarrow.compute as pc

            whole = pa.array([text] if text else [], type=pa.large_string())
        except (ImportError, UnicodeEncodeError):  # half of a surrogate pair is no UTF-8
            return self.cut(text)
        found = pc.ascii_split_whitespace(whole).values.dictionary_encode()
        indices: NDArray[np.int32] = found.indices.to_numpy()
        return self.look_up(found.dictionary.to_pylist())[indices]

    def make_room(self) -> None:
        """Forget everything where there is too much of it."""
        if len(self._ids) > MOST_ENTRIES:
            self._ids.clear()
            self.chunks.clear()

    def _look_up_known(self, chunks: Sequence[str]) -> NDArray[np.int64]:
        if len(chunks) < 2:  # itemgetter of one name gives no tuple
            return np.array([self._ids[chunk] for chunk in chunks], dtype=np.int64)
        return np.fromiter(itemgetter(*chunks)(self._ids), dtype=np.int64, count=len(chunks))

    def _add(self, chunk: str) -> None:
        row = len(self._ids)
        if row == len(self.tables[0]):
            self.tables = [np.concatenate([table, np.zeros_like(table)]) for table in self.tables]
        for table, values in zip(self.tables, self._describe(chunk), strict=True):
            table[row] = values
        self._ids[chunk] = row
        self.chunks.append(chunk)
