"""The views of the explorers for print: each takes an ``ax``, draws on it, and returns it.

matplotlib is imported when a plot is asked for. Colours are safe for colour-blind readers and
never the only channel: negative bars are hatched, intervals are lines.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from newskit.errors import InputError, UnknownName
from newskit.readability.scores import CONSENSUS, Readability

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from newskit.sentiment.scores import Sentiment

# Okabe and Ito (2008): told apart by all common kinds of colour vision.
BLUE, ORANGE, VIOLET, GREY = "#0072B2", "#D55E00", "#6958be", "#8a8f98"
_DRAWN_GRADES = frozenset(name for names in CONSENSUS.values() for name in names)
# Sentences on each side that an arc is smoothed over.
_REACH = 2


def plot_sentences(result: Readability | Sentiment, *, ax: Axes | None = None) -> Axes:
    """Draw one bar a sentence: its grade, or its tone.

    >>> from newskit.readability.scores import score_readability
    >>> ax = plot_sentences(score_readability("The cat sat down. It purred, and then it slept."))
    >>> len(ax.patches)
    2
    """
    ax = _get_axes(ax, height=2.2)
    values, label = _read_sentences(result)
    places = np.arange(1, len(values) + 1)
    below = values < 0
    diverging = bool(below.any())
    ax.bar(places[~below], values[~below], color=BLUE if diverging else VIOLET, width=0.85)
    ax.bar(places[below], values[below], color=ORANGE, width=0.85, hatch="///", edgecolor="white")
    ax.axhline(0, color=GREY, linewidth=0.8)
    return _finish(ax, xlabel="sentence", ylabel=label)


def plot_arc(result: Sentiment, *, ax: Axes | None = None) -> Axes:
    """Draw the tone of the sentences as dots and its moving mean over five of them as a line."""
    ax = _get_axes(ax, height=2.6)
    values, label = _read_sentences(result)
    places = np.arange(1, len(values) + 1)
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.scatter(places, values, color=np.where(values < 0, ORANGE, BLUE), s=22, zorder=3)
    ax.plot(places, smooth(values), color="0.25", linewidth=1.5)
    return _finish(ax, xlabel="sentence", ylabel=label)


def plot_scores(result: Readability, *, ax: Axes | None = None) -> Axes:
    """Draw the grades of an article with their 95 % intervals, and the reference bands behind.

    The bands are the middle 80 % of each reference by Flesch–Kincaid (:mod:`.readability.bands`).
    """
    # Spache's grades end with primary school: on this scale they would only mislead.
    scores = [s for s in result.shown if s.metric.name in _DRAWN_GRADES and not s.reason]
    if not scores:
        raise InputError(f"No grade to draw: {result.consensus.reason}")
    ax = _get_axes(ax, height=0.5 + 0.36 * len(scores))
    bands = result.bands().query("metric == 'flesch_kincaid_grade'")
    for low, high in zip(bands["low_10"], bands["high_90"], strict=True):
        ax.axvspan(low, high, color=VIOLET, alpha=0.06, linewidth=0)
    for place, score in enumerate(reversed(scores)):
        if not math.isnan(score.low):
            ax.plot([score.low, score.high], [place, place], color=BLUE, linewidth=2, alpha=0.6)
        ax.plot(score.value, place, "o", color=BLUE)
    _name_rows(ax, [score.metric.label for score in scores])
    return _finish(ax, xlabel=f"grade, 95 % interval; shaded: {len(bands)} references", ylabel="")


def plot_coverage(
    results: Sequence[Readability | Sentiment],
    *,
    names: Sequence[str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw several articles beside one another: the value of each with its interval."""
    if not results:
        raise InputError("plot_coverage needs at least one result, such as [score_sentiment(a)].")
    ax = _get_axes(ax, height=0.5 + 0.4 * len(results))
    labels = names or [
        result.article.headline or f"article {i}" for i, result in enumerate(results, 1)
    ]
    label = ""
    for place, result in enumerate(reversed(results)):
        value, low, high, label = _read_whole(result)
        if not math.isnan(low):
            ax.plot([low, high], [place, place], color=BLUE, linewidth=2, alpha=0.6)
        ax.plot(value, place, "o", color=BLUE)
    _name_rows(ax, labels)
    return _finish(ax, xlabel=label, ylabel="")


def plot_distribution(
    frame: pd.DataFrame, column: str, *, by: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw how a measure is spread over a corpus; with ``by``, one outline a group."""
    _check_columns(frame, column, by)
    ax = _get_axes(ax, height=2.6)
    values = frame[column].dropna()
    edges = np.histogram_bin_edges(values, bins=30)
    if by is None:
        ax.hist(values, bins=list(edges), color=VIOLET)
    else:
        for name, group in frame.groupby(by):
            ax.hist(
                group[column].dropna(),
                bins=list(edges),
                histtype="step",
                label=str(name),
                density=True,
            )
        ax.legend(frameon=False)
    return _finish(ax, xlabel=column, ylabel="articles" if by is None else "share of the group")


def plot_timeline(
    frame: pd.DataFrame, column: str, *, date: str = "published", ax: Axes | None = None
) -> Axes:
    """Draw a measure over time: a dot an article, and the median of each month as a line."""
    import pandas as pd

    _check_columns(frame, column, date)
    ax = _get_axes(ax, height=2.6)
    dated = frame.assign(**{date: pd.to_datetime(frame[date], errors="coerce")}).dropna(
        subset=[date, column]
    )
    if dated.empty:
        raise InputError(f"No article has both a date in {date!r} and a value in {column!r}.")
    ax.scatter(dated[date], dated[column], s=8, color=GREY, alpha=0.5)
    monthly = dated.set_index(date)[column].resample("MS").median().dropna()
    ax.plot(monthly.index, monthly.to_numpy(), color=BLUE, linewidth=1.5)
    return _finish(ax, xlabel="", ylabel=column)


def smooth(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> list[float]:
    """Return the moving mean over two sentences on each side, fewer at the ends.

    >>> smooth(np.array([0.0, 3.0, 0.0]))
    [1.0, 1.0, 1.0]
    """
    n = len(values)
    return [float(values[max(0, i - _REACH) : i + _REACH + 1].mean()) for i in range(n)]


def _read_sentences(
    result: Readability | Sentiment,
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], str]:
    """Return the value of each sentence and what it is called."""
    frame = result.sentences
    column, label = ("grade", "US grade") if "grade" in frame else ("value", "tone")
    values = frame[column].to_numpy(dtype=np.float64)
    if not len(values) or np.isnan(values).all():
        raise InputError("There is no value to draw: see the result's reason.")
    return values, label


def _read_whole(result: Readability | Sentiment) -> tuple[float, float, float, str]:
    """Return an article's value, its bounds, and what it is called."""
    if isinstance(result, Readability):
        score = result["flesch_kincaid_grade"]
        return score.value, score.low, score.high, score.metric.label
    return result.mean, result.low, result.high, f"mean {result.engine.label}"


def _check_columns(frame: pd.DataFrame, *names: str | None) -> None:
    for name in names:
        if name is not None and name not in frame.columns:
            raise UnknownName.among("column", name, map(str, frame.columns))


def _name_rows(ax: Axes, labels: Sequence[str]) -> None:
    """Name rows from the top down, long names on several lines."""
    ax.set_yticks(range(len(labels)), [textwrap.fill(label, 30) for label in reversed(labels)])
    ax.set_ylim(-0.6, len(labels) - 0.4)


def _get_axes(ax: Axes | None, *, height: float) -> Axes:
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    _, made = plt.subplots(figsize=(7, height), layout="constrained")
    return made


def _finish(ax: Axes, *, xlabel: str, ylabel: str) -> Axes:
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    ax.spines[["top", "right"]].set_visible(False)
    return ax
