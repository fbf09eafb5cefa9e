"""Error bars: the bootstrap over the sentences of one article.

The article's own sentences are drawn with replacement, 1,000 times, and the value is computed
for each draw; the middle 95 % is the interval (Efron & Tibshirani, 1993, chapter 13: the
percentile method). It says how far the value would move had the same writer written other
sentences like these; it says nothing of whether the formula is right.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Float = TypeVar("Float", np.float32, np.float64)
DRAWS = 1000
# Fewer sentences cannot stand for the ones that might have been written instead.
MIN_SENTENCES = 5
_CUT = round(0.025 * DRAWS)


# Weights are kept for articles of up to so many sentences (5 MB for all of them); a longer one is
# drawn in blocks and forgotten.
_LONGEST_KEPT = 100
_BLOCK = 50
# So many multiplications a matrix product does on one core; for more, BLAS wakes the others, which
# costs more than so small a product.
_ONE_CORE = 1 << 17


def draw_sums(rows: NDArray[Float], *, seed: int) -> NDArray[Float]:
    """Return the column sums of each draw of rows (sentences): shape (columns, draws).

    They have the precision of the rows: counts add up exactly in single precision.

    >>> draw_sums(np.ones((4, 2)), seed=0).shape
    (2, 1000)
    """
    n = len(rows)
    if n <= _LONGEST_KEPT:
        weights = draw_weights(n, seed).T.astype(rows.dtype)
        columns = np.ascontiguousarray(rows.T)
        sums = np.empty((len(columns), DRAWS), dtype=rows.dtype)
        step = max(1, _ONE_CORE // max(1, weights.size))
        for at in range(0, len(columns), step):
            np.matmul(columns[at : at + step], weights, out=sums[at : at + step])
        return sums
    generator = np.random.default_rng(seed)
    blocks = [
        rows.T @ _draw(n, _BLOCK, generator).T.astype(rows.dtype) for _ in range(DRAWS // _BLOCK)
    ]
    return np.concatenate(blocks, axis=1)


@lru_cache(maxsize=_LONGEST_KEPT)
def draw_weights(n: int, seed: int) -> NDArray[np.unsignedinteger]:
    """Return how often each of ``n`` sentences is drawn: shape (draws, n), rows summing to n.

    >>> draw_weights(4, 0).shape
    (1000, 4)
    """
    weights = _draw(n, DRAWS, np.random.default_rng(seed))
    return np.asfortranarray(weights, dtype=np.min_scalar_type(n))  # as the product reads them


def _draw(n: int, draws: int, generator: np.random.Generator) -> NDArray[np.int64]:
    """Draw ``n`` of ``n`` sentences so many times, and count how often each comes up."""
    drawn = generator.integers(0, n, size=(draws, n), dtype=np.int64)
    drawn += n * np.arange(draws)[:, None]  # each draw has numbers of its own
    return np.bincount(drawn.ravel(), minlength=draws * n).reshape(draws, n)


def middle_95(values: NDArray[Float]) -> NDArray[Float]:
    """Return the bounds of the middle 95 % along the last axis: shape (…, 2).

    >>> middle_95(np.arange(1000.0)).tolist()
    [25.0, 974.0]
    """
    bounds: NDArray[Float] = np.sort(values, axis=-1)[..., [_CUT, DRAWS - 1 - _CUT]]
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
