"""Reference bands: where an article stands among articles that were measured the same way.

The figures are ours (``scripts/build_bands.py``): BBC News by section, 2004–2005, and Wikinews,
2019–2020. They are two outlets, not a norm; published bands of "tabloid" and "broadsheet" rest on
a handful of articles and are not used.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from newskit.readability.scores import Readability

METRICS_SHOWN = ("flesch_kincaid_grade", "flesch_reading_ease", "dale_chall_1948", "lix")


@lru_cache(maxsize=1)
def load_references() -> dict[str, Any]:
    """Return the shipped table: references, each with its quantiles by metric."""
    text = files("newskit").joinpath("data", "reference-bands.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def compare_with_references(result: Readability) -> pd.DataFrame:
    """Return one row a reference and metric: its 10 %, median, 90 %, and the article's place.

    ``percentile`` is the share of the reference's articles with a lower value, nan where the
    article has none or is shorter than the articles of the references (150 words).
    """
    import pandas as pd

    rows = []
    # The references were measured on articles of at least this length: shorter ones vary more.
    fits = result.counts.n_words >= load_references()["min_words"]
    for reference in load_references()["references"]:
        for name in METRICS_SHOWN:
            grid = reference["quantiles"][name]
            rows.append(
                {
                    "reference": reference["name"],
                    "metric": name,
                    "value": result[name].value,
                    "percentile": find_percentile(result[name].value, grid) if fits else math.nan,
                    "low_10": grid[2],
                    "median": grid[10],
                    "high_90": grid[18],
                    "n_articles": reference["n_articles"],
                    "years": reference["years"],
                    "source": reference["source"],
                }
            )
    return pd.DataFrame(rows)


def find_percentile(value: float, grid: list[float]) -> float:
    """Return the share, in per cent, of a distribution below a value, from its quantiles.

    >>> find_percentile(5.0, [0.0, 5.0, 10.0])
    50.0
    """
    if math.isnan(value):
        return math.nan
    return float(np.interp(value, grid, np.linspace(0, 100, len(grid))))
