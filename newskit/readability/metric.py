"""A metric is a row about a function of counts; a score is what it gave, and why."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, ClassVar, Literal

from newskit.readability.counts import Counts

Direction = Literal["harder", "easier", "longer"]


@dataclass(frozen=True, slots=True)
class Metric:
    """One formula: what it is called, says, was made for, and who says so.

    ``formula`` is a string over the names of :class:`Counts`; ``function`` computes it from
    arguments of those names (numbers or arrays). ``low`` and ``high`` bound the usual range.
    ``languages`` holds language codes; "*" stands for every language written with spaces.
    ``human_r`` is the size of its correlation with human ratings of ease on the 4,724 excerpts of
    the CLEAR corpus, counted by our rules (benchmarks/readability_validity.py).
    Below ``min_words`` or ``min_sentences`` there is no value; below ``made_for`` words or
    sentences there is one, with a caution.
    """

    name: str
    label: str
    function: Callable[..., Any]
    formula: str
    unit: str
    low: float
    high: float
    higher_is: Direction
    languages: tuple[str, ...]
    reference: str
    caveat: str
    human_r: float | None = None
    min_words: int = 5
    min_sentences: int = 1
    made_for_words: int = 100
    made_for_sentences: int = 1
    inputs: tuple[str, ...] = field(init=False)  # the counts that the formula takes
    needs_syllables: bool = field(init=False)

    def __post_init__(self) -> None:
        inputs = tuple(inspect.signature(self.function).parameters)
        object.__setattr__(self, "inputs", inputs)
        object.__setattr__(self, "needs_syllables", any("syllable" in name for name in inputs))

    def compute(self, counts: Counts) -> float:
        """Return the value for some counts, nan where it divides by nothing."""
        taken = attrgetter(*self.inputs)(counts)
        try:
            return float(self.function(*(taken if len(self.inputs) > 1 else (taken,))))
        except ZeroDivisionError:
            return math.nan

    def explain(self, counts: Counts) -> str:
        """Return the formula with the numbers of one text in it."""
        values = counts.to_dict()
        filled = re.sub(r"n_\w+", lambda match: f"{values[match.group()]:,}", self.formula)
        return f"{self.label} = {filled} = {self.compute(counts):.2f}"


@dataclass(frozen=True, slots=True)
class Score:
    """One value with what stands behind it.

    ``value`` is nan where it is undefined, and ``reason`` then says why. ``low`` and ``high``
    bound the 95 % interval (nan where there is none). ``cautions`` hold what a reader of this
    value must know beside the metric's own caveat.
    """

    metric: Metric
    value: float
    counts: Counts
    reason: str | None = None
    low: float = math.nan
    high: float = math.nan
    cautions: tuple[str, ...] = ()
    bounds: ClassVar[str] = "95 %"  # what ``low`` and ``high`` are

    def __float__(self) -> float:
        return self.value

    def explain(self) -> str:
        """Return the formula with this text's numbers in it, or why there is no value."""
        if self.reason:
            return f"{self.metric.label}: no value. {self.reason}"
        return self.metric.explain(self.counts)

    def __repr__(self) -> str:
        if self.reason:
            return f"<Score {self.metric.name}: nan ({self.reason})>"
        interval = (
            "" if math.isnan(self.low) else f" ({self.bounds}: {self.low:.1f} to {self.high:.1f})"
        )
        return f"<Score {self.metric.name}: {self.value:.1f}{interval}>"


@dataclass(frozen=True, slots=True, repr=False)
class Consensus(Score):
    """The median of some grades; ``low`` and ``high`` are the lowest and the highest of them."""

    grades: tuple[Score, ...] = ()
    bounds: ClassVar[str] = "formulas"

    def explain(self) -> str:
        """Return the grades whose median this is, or why there is none."""
        if self.reason:
            return Score.explain(self)
        made = ", ".join(f"{score.metric.label} {score.value:.2f}" for score in self.grades)
        return f"{self.metric.label} = median of {made} = {self.value:.2f}"
