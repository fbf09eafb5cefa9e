"""Error bars: the bootstrap over the sentences of one article.

The article's own sentences are drawn with replacement, 1,000 times, and the value is computed
for each draw; the middle 95 % is the interval (Efron & Tibshirani, 1993, chapter 13: the
percentile method). It says how far the value would move had the same writer written other
sentences like these; it says nothing of whether the formula is right.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

DRAWS = 1000
# Fewer sentences cannot stand for the ones that might have been written instead.
MIN_SENTENCES = 5
_CUT = round(0.025 * DRAWS)


# Weights are kept for articles of up to so many sentences (40 MB for all of them); a longer one is
# drawn in blocks and forgotten.
_LONGEST_KEPT = 100
_BLOCK = 50
# So many multiplications a matrix product does on one core; for more, BLAS wakes the others, which
# costs more than so small a product.
_ONE_CORE = 1 << 17


def draw_sums(rows: NDArray[np.float64], *, seed: int) -> NDArray[np.float64]:
    """Return the column sums of each draw of rows (sentences): shape (columns, draws).

    >>> draw_sums(np.ones((4, 2)), seed=0).shape
    (2, 1000)
    """
    n = len(rows)
    if n <= _LONGEST_KEPT:
        weights = draw_weights(n, seed).T
        step = max(1, _ONE_CORE // max(1, rows.size))
        parts = [rows.T @ weights[:, at : at + step] for at in range(0, DRAWS, step)]
        return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)
    generator = np.random.default_rng(seed)
    even = np.full(n, 1 / n)
    blocks = [
        rows.T @ generator.multinomial(n, even, size=_BLOCK).T.astype(np.float64)
        for _ in range(DRAWS // _BLOCK)
    ]
    return np.concatenate(blocks, axis=1)


@lru_cache(maxsize=_LONGEST_KEPT)
def draw_weights(n: int, seed: int) -> NDArray[np.float64]:
    """Return how often each of ``n`` sentences is drawn: shape (draws, n), rows summing to n.

    >>> draw_weights(4, 0).shape
    (1000, 4)
    """
    generator = np.random.default_rng(seed)
    return generator.multinomial(n, np.full(n, 1 / n), size=DRAWS).astype(np.float64)


def middle_95(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the bounds of the middle 95 % along the last axis: shape (…, 2).

    >>> middle_95(np.arange(1000.0)).tolist()
    [25.0, 974.0]
    """
    # One place at a time: for two at once np.partition has no vector instructions.
    bounds = [np.partition(values, at, axis=-1)[..., at] for at in (_CUT, DRAWS - 1 - _CUT)]
    return np.stack(bounds, axis=-1)


def interval_of_mean(values: NDArray[np.float64], *, seed: int = 0) -> tuple[float, float]:
    """Return the 95 % interval of a mean over sentences; nan below five of them.

    >>> interval_of_mean(np.zeros(10))
    (0.0, 0.0)
    """
    n = len(values)
    if n < MIN_SENTENCES:
        return float("nan"), float("nan")
    low, high = middle_95(draw_sums(values[:, None], seed=seed)[0] / n).tolist()
    return low, high
