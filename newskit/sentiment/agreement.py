"""Where two engines differ on the same sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newskit.sentiment.distribution import say_value
from newskit.sentiment.engines import Engine

if TYPE_CHECKING:
    import pandas as pd


def name_side(value: float, neutral: float) -> str:
    """Return "positive", "negative" or "neutral": which side of an engine's cut a value is on.

    >>> name_side(0.05, 0.05), name_side(-0.04, 0.05)
    ('positive', 'neutral')
    """
    if abs(value) < neutral or not value:
        return "neutral"
    return "positive" if value > 0 else "negative"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two engines on the sentences of one article; ``differing`` are those they turn apart.

    They differ on a sentence that one of them calls positive and the other negative.
    """

    engine: Engine
    other: Engine
    texts: tuple[str, ...]
    values: tuple[float, ...]
    other_values: tuple[float, ...]

    @property
    def differing(self) -> tuple[int, ...]:
        """The sentences that one engine calls positive and the other negative."""
        return tuple(
            i
            for i, (one, two) in enumerate(zip(self.values, self.other_values, strict=True))
            if {name_side(one, self.engine.neutral), name_side(two, self.other.neutral)}
            == {"positive", "negative"}
        )

    @property
    def share(self) -> float:
        """The share of sentences that are not turned apart; nan where there is none."""
        n = len(self.values)
        return 1 - len(self.differing) / n if n else math.nan

    def table(self) -> pd.DataFrame:
        """Return one row a differing sentence: its text and both values."""
        import pandas as pd

        rows = [(i, self.texts[i], self.values[i], self.other_values[i]) for i in self.differing]
        columns = ["sentence", "text", self.engine.name, self.other.name]
        return pd.DataFrame(rows, columns=columns)

    def describe(self) -> str:
        """Return how many sentences differ, as a phrase."""
        n, apart = len(self.values), len(self.differing)
        engines = f"{self.engine.label} and {self.other.label}"
        return f"{apart} of {n} sentences differ in sign between {engines}"

    def __repr__(self) -> str:
        pairs = ", ".join(
            f"{i}: {say_value(self.values[i])} against {say_value(self.other_values[i])}"
            for i in self.differing[:5]
        )
        return f"<Agreement: {self.describe()}{'; ' if pairs else ''}{pairs}>"


def compare_engines(
    texts: Sequence[str], values: Sequence[float], *, engine: Engine, other: Engine
) -> Agreement:
    """Return how ``other`` does on sentences that ``engine`` has scored.

    >>> from newskit.sentiment.engines import find_engine
    >>> tone, vader = find_engine("tone"), find_engine("vader")
    >>> text = "The war ended."
    >>> compare_engines([text], [tone.score(text).value], engine=tone, other=vader).differing
    (0,)
    """
    others = tuple(other.score(text).value for text in texts)
    return Agreement(engine, other, tuple(texts), tuple(values), others)
