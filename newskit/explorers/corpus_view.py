"""What the corpus explorer shows: the columns of a frame of measures, made ready to be drawn.

Bars, their edges, months and groups are decided here; the browser counts and draws. Columns travel
as little-endian float32 and int32, one after another.
"""

from __future__ import annotations

import keyword
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newskit.corpus.measures import MEASURES
from newskit.errors import InputError, UnknownName
from newskit.explorers.corpus_columns import (
    Floats,
    View,
    has_texts,
    read_numbers,
    read_texts,
    view_group,
    view_time,
)
from newskit.readability.scores import METRICS

if TYPE_CHECKING:
    import pandas as pd

MOST_MEASURES = 4
MOST_ROWS = 200_000  # of these a browser still filters in a blink; beyond, a sample is drawn
SAMPLE = 100_000
BARS = 36  # at most, of one histogram
GROUPS = ("outlet", "section")
_FIRST = ("consensus_grade", "tone_mean", "attributed_share", "n_words", "flesch_kincaid_grade")
_ABOUT = {measure.name: measure.about for measure in MEASURES}
# What a reader is shown instead of a column's name: a label, and the unit.
LABELS: dict[str, tuple[str, str]] = {
    **{metric.name: (metric.label, metric.unit) for metric in METRICS},
    "consensus_grade": ("School grade", "by consensus"),
    "tone_mean": ("Mean tone", "below 0: negative"),
    "tone_spread": ("Spread of tone", "standard deviation"),
    "positive_share": ("Positive", "share of sentences"),
    "negative_share": ("Negative", "share of sentences"),
    "topic_share": ("Topic words", "share of what counted"),
    "narration_tone": ("Tone of narration", "mean, without quotes"),
    "quoted_tone": ("Tone of quotes", "mean"),
    "quoted_share": ("In quotes", "share of words"),
    "attributed_share": ("Attributed", "share of words"),
    "unnamed_share": ("Unnamed sources", "share of words"),
}
_WHOLE = 2.0**24  # up to here float32 has all whole numbers
_STEPS = (1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True)
class CorpusView:
    """A view with its columns, its headlines, and the rows of the frame that it shows."""

    view: View
    columns: bytes
    headlines: list[str]
    positions: NDArray[np.int32]


def view_corpus(
    frame: pd.DataFrame, *, measures: Sequence[str] | None = None, seed: int = 0
) -> CorpusView:
    """Return the view of a frame, one row an article. Raises InputError, UnknownName.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"n_words": [120, 80], "outlet": ["A", "B"]})
    >>> view_corpus(frame).view["groups"][0]["values"]
    ['A', 'B']
    """
    names = choose_measures(frame, measures)
    total = len(frame)
    is_sample = total > MOST_ROWS
    positions = np.arange(total, dtype=np.int32)
    if is_sample:
        chosen = np.random.default_rng(seed).choice(total, SAMPLE, replace=False)
        positions = np.sort(chosen).astype(np.int32)
    shown = frame.iloc[positions] if is_sample else frame
    drawn = [view_measure(name, read_numbers(shown, name)) for name in names]
    time, time_columns = view_time(shown)
    groups = [view_group(shown, name) for name in GROUPS if has_texts(shown, name)]
    whole = [*time_columns, *(codes for _, codes in groups), *([positions] if is_sample else [])]
    view = {
        "n": len(shown),
        "total": total,
        "is_sample": is_sample,
        "title": f"{total:,} article{'' if total == 1 else 's'}",
        "notes": _note_sample(total, seed) * is_sample + _note_missing(shown),
        "measures": [measure for measure, _ in drawn],
        "time": time,
        "groups": [group for group, _ in groups],
        "has_headlines": has_texts(shown, "headline"),
    }
    columns = [*(c.astype("<f4") for _, c in drawn), *(c.astype("<i4") for c in whole)]
    headlines = read_texts(shown, "headline").tolist() if view["has_headlines"] else []
    return CorpusView(view, b"".join(c.tobytes() for c in columns), headlines, positions)


def choose_measures(frame: pd.DataFrame, measures: Sequence[str] | None) -> list[str]:
    """Return the columns to draw as histograms: those asked for, or up to four that say most."""
    if not len(frame):
        raise InputError("There is no row in this frame, so there is nothing to explore.")
    if not frame.columns.is_unique:
        raise InputError("Two columns of this frame have the same name.")
    numeric = [name for name in frame.columns if isinstance(name, str) and _is_number(frame[name])]
    if not numeric:
        names = ", ".join(map(str, frame.columns[:8])) or "none"
        raise InputError(
            f"A corpus explorer needs a column of numbers; the columns are: {names}. "
            "measure(articles) makes a frame that fits."
        )
    if measures is None:
        filled = [name for name in numeric if frame[name].notna().any()] or numeric
        first = [name for name in _FIRST if name in filled]
        return [*first, *(name for name in filled if name not in first)][:MOST_MEASURES]
    if not 1 <= len(measures) <= MOST_MEASURES:
        raise InputError(f"Choose 1 to {MOST_MEASURES} measures; got {len(measures)}.")
    for name in measures:
        if name not in numeric:
            raise UnknownName.among("column of numbers", name, numeric)
    return list(dict.fromkeys(measures))


def view_measure(name: str, values: Floats) -> tuple[View, NDArray[np.float32]]:
    """Return how a measure is drawn, and its values as float32.

    Where float32 could not tell them apart (times in seconds, long numbers), they count from
    ``base``, the first edge.
    """
    label, unit = name_measure(name)
    known = values[np.isfinite(values)]
    texts = choose_edges(known)
    edges = np.array([float(text) for text in texts])
    step = edges[1] - edges[0] if len(edges) else 1.0
    nearest, span = (np.abs(edges).min(), np.ptp(edges)) if len(edges) else (0.0, 0.0)
    is_far = nearest > max(span, min(_WHOLE, _WHOLE / 16 * step))
    base = float(edges[0]) if is_far else 0.0
    whole = bool(len(known)) and bool((known == np.floor(known)).all())
    view = {
        "name": name,
        "ref": write_reference(name),
        "label": label,
        "unit": unit,
        "about": _ABOUT.get(name, ""),
        "edges": texts,
        "base": base,
        "opens_low": bool(len(known)) and bool((known < edges[0]).any()),
        "opens_high": bool(len(known)) and bool((known >= edges[-1]).any()),
        "digits": 0 if whole else max(0, 1 - math.floor(math.log10(step))),
        "missing": int(np.isnan(values).sum()),
        "quartiles": np.quantile(known, (0.25, 0.5, 0.75)).tolist() if len(known) else None,
    }
    return view, keep_sides(values - base, edges - base)


def name_measure(name: str) -> tuple[str, str]:
    """Return what a reader calls a column, and its unit, empty where it is not known.

    >>> name_measure("n_long_words"), name_measure("lix"), name_measure("my_column")
    (('Long words', 'count'), ('LIX', 'index'), ('my column', ''))
    """
    text = name.replace("_", " ")
    usual = (text[2:].capitalize(), "count") if name.startswith("n_") else (text, "")
    return LABELS.get(name, usual)


def choose_edges(known: Floats) -> list[str]:
    """Return the edges of a histogram's bars, round numbers as text.

    The outermost half per cent on either side may lie beyond: the end bars take it in.

    >>> choose_edges(np.array([1.0, 2.0, 4.0]))
    ['1', '2', '3', '4', '5']
    """
    if not len(known):
        return []
    tails = (0.005, 0.995) if len(known) > 200 else (0.0, 1.0)
    low, high = (float(bound) for bound in np.quantile(known, tails))
    rough = (high - low) / BARS or max(abs(high), 1.0) / 10
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(k * size for k in _STEPS if k * size >= rough * (1 - 1e-9))
    if (known == np.floor(known)).all():
        step = max(1.0, step)
    first, last = math.floor(low / step), math.floor(high / step) + 1
    return [f"{k * step:.10g}" for k in range(first, last + 1)]


def keep_sides(values: Floats, edges: Floats) -> NDArray[np.float32]:
    """Return float32 values that lie on the same side of every edge as the values themselves.

    The browser has the edges as float32 too. A value just below an edge may be rounded up to it;
    browser and Python would then disagree. All others stay the float32 nearest to them.
    """
    with np.errstate(over="ignore"):
        small = values.astype(np.float32)
    before = np.searchsorted(edges, values, side="right")
    after = np.searchsorted(edges.astype(np.float32), small, side="right")
    return np.where(after > before, np.nextafter(small, np.float32(-np.inf)), small)


def write_reference(name: str) -> str:
    """Return how a pandas query calls a column.

    >>> write_reference("n_words"), write_reference("words a day")
    ('n_words', '`words a day`')
    """
    return name if name.isidentifier() and not keyword.iskeyword(name) else f"`{name}`"


def _note_sample(total: int, seed: int) -> list[str]:
    return [
        f"Drawn is a random sample of {SAMPLE:,} of the {total:,} rows (seed {seed}): all counts "
        "here are of the sample. The selection in Python is of all rows."
    ]


def _note_missing(frame: pd.DataFrame) -> list[str]:
    lost = {
        "headline": "search",
        "published": "time",
        "outlet": "breakdown by outlet",
        "section": "breakdown by section",
    }
    gone = {name: loss for name, loss in lost.items() if name not in frame}
    if not gone:
        return []
    return [
        f"This frame has no column {', '.join(gone)}; so there is no {', '.join(gone.values())}."
    ]


def _is_number(column: pd.Series[Any]) -> bool:
    import pandas as pd

    kind = pd.api.types
    return bool(kind.is_numeric_dtype(column.dtype)) and not (
        kind.is_bool_dtype(column.dtype) or kind.is_complex_dtype(column.dtype)
    )
