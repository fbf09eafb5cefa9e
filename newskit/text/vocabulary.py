"""Each distinct chunk of text is worked out once and looked up ever after."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

# Beyond this many distinct chunks (about 200 MB of rows) a vocabulary starts afresh: the archive
# of a newspaper has no end, and what is forgotten is only worked out again.
MOST_ENTRIES = 1 << 20


class Vocabulary(dict[str, int]):
    """Chunk → row number, and the table of rows; ``describe`` makes the row of a new chunk.

    A cache and no more: the same chunk always has the same row, whatever came before.

    >>> vocabulary = Vocabulary(lambda chunk: (len(chunk),), width=1)
    >>> vocabulary.look_up(["one", "three", "one"]).tolist()
    [[3], [5], [3]]
    """

    def __init__(self, describe: Callable[[str], Sequence[int]], *, width: int) -> None:
        super().__init__()
        self._describe = describe
        self._rows: NDArray[np.int32] = np.zeros((1024, width), dtype=np.int32)

    def __missing__(self, chunk: str) -> int:
        row = len(self)
        if row == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[row] = self._describe(chunk)
        self[chunk] = row
        return row

    def look_up(self, chunks: Sequence[str]) -> NDArray[np.int32]:
        """Return the rows of the chunks, in their order."""
        if len(self) > MOST_ENTRIES:
            self.clear()
        ids = np.fromiter(map(self.__getitem__, chunks), dtype=np.intp, count=len(chunks))
        return self._rows[ids]
