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


def draw_sums(rows: NDArray[np.float64], *, seed: int) -> NDArray[np.float64]:
    """Return the column sums of each draw of rows (sentences): shape (columns, draws).

    >>> draw_sums(np.ones((4, 2)), seed=0).shape
    (2, 1000)
    """
    n = len(rows)
    if n <= _LONGEST_KEPT:
        return rows.T @ draw_weights(n, seed).T
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
    ordered = np.sort(values, axis=-1)  # quicker than np.partition, which knows no SIMD for two
    bounds: NDArray[np.float64] = ordered[..., [_CUT, DRAWS - 1 - _CUT]]
    return bounds


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
