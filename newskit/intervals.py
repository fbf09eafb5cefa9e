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


# Weights are kept for articles of up to so many sentences (5 MB for all of them); a longer one is
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
        sums = np.empty((rows.shape[1], DRAWS))
        for at in range(0, DRAWS, step):
            some = weights[:, at : at + step].astype(np.float64)
            np.matmul(rows.T, some, out=sums[:, at : at + step])
        return sums
    generator = np.random.default_rng(seed)
    even = np.full(n, 1 / n)
    blocks = [
        rows.T @ generator.multinomial(n, even, size=_BLOCK).T.astype(np.float64)
        for _ in range(DRAWS // _BLOCK)
    ]
    return np.concatenate(blocks, axis=1)


@lru_cache(maxsize=_LONGEST_KEPT)
def draw_weights(n: int, seed: int) -> NDArray[np.unsignedinteger]:
    """Return how often each of ``n`` sentences is drawn: shape (draws, n), rows summing to n.

    >>> draw_weights(4, 0).shape
    (1000, 4)
    """
    generator = np.random.default_rng(seed)
    return generator.multinomial(n, np.full(n, 1 / n), size=DRAWS).astype(np.min_scalar_type(n))


def middle_95(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the bounds of the middle 95 % along the last axis: shape (…, 2).

    >>> middle_95(np.arange(1000.0)).tolist()
    [25.0, 974.0]
    """
    # Sorted in single precision, which takes half the time; then the value itself is looked up.
    rough = values.astype(np.float32)
    bounds = np.sort(rough, axis=-1)[..., [_CUT, DRAWS - 1 - _CUT]]
    at = (rough[..., None, :] == bounds[..., None]).argmax(axis=-1)
    rows = values.reshape(-1, values.shape[-1])
    found: NDArray[np.float64] = rows[np.arange(len(rows))[:, None], at.reshape(-1, 2)]
    return found.reshape(at.shape)


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
