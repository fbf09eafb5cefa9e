"""Many values, one article: their mean, its error bar, their spread, and their course."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newskit.intervals import interval_of_mean

# Each sentence with two neighbours on either side: short enough to leave a paragraph its own tone.
_SMOOTHING = np.array([1.0, 2.0, 3.0, 2.0, 1.0])


@dataclass(frozen=True, slots=True)
class Distribution:
    """How values are spread: mean, its 95 % bootstrap interval, standard deviation, number.

    Undefined is nan; ``reason`` says why there is no mean.
    """

    mean: float
    low: float
    high: float
    spread: float
    n: int
    reason: str | None = None

    def describe(self) -> str:
        """Return mean and interval as a phrase, or the reason.

        >>> distribute([0.5, -0.25]).describe()
        '+0.12'
        """
        if self.reason:
            return f"no value: {self.reason}"
        return say_value(self.mean) + (f" ({self.interval})" if self.interval else "")

    @property
    def interval(self) -> str:
        """The interval as a phrase, empty where there is none."""
        if math.isnan(self.low):
            return ""
        return f"{say_value(self.low)} to {say_value(self.high)}"


def distribute(
    values: Sequence[float], *, seed: int = 0, reason: str | None = None
) -> Distribution:
    """Return how values are spread; ``reason`` is why there are none.

    >>> distribute([], reason="No sentence is quoted.").describe()
    'no value: No sentence is quoted.'
    """
    n = len(values)
    if not n:
        return Distribution(math.nan, math.nan, math.nan, math.nan, 0, reason or "no sentence")
    array = np.array(values)
    low, high = interval_of_mean(array, seed=seed)
    spread = float(array.std(ddof=1)) if n > 1 else math.nan
    return Distribution(float(array.mean()), low, high, spread, n)


def smooth(values: Sequence[float]) -> tuple[float, ...]:
    """Return the course of the values: each averaged with its neighbours, the nearer the more.

    >>> [round(value, 2) for value in smooth([0, 0, 0.9, 0, 0])]
    [0.15, 0.23, 0.3, 0.23, 0.15]
    """
    if not values:
        return ()
    sums: NDArray[np.float64] = np.convolve(values, _SMOOTHING)[2 : len(values) + 2]
    weights = np.convolve(np.ones(len(values)), _SMOOTHING)[2 : len(values) + 2]
    return tuple((sums / weights).tolist())


def say_value(value: float) -> str:
    """Return a tone as text: two places, a sign, and a true minus.

    >>> say_value(-0.456), say_value(-0.001)
    ('−0.46', '0.00')
    """
    if math.isnan(value):
        return "no value"
    text = f"{value:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text.replace("-", "−")
