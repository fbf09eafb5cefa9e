"""The views of the explorers for print: each takes an ``ax``, draws on it, and returns it.

Pictures of all of them: ``docs/gallery.md``. matplotlib is imported when a plot is asked for.
Colours are safe for colour-blind readers and never the only channel: what is negative or unnamed
is hatched or has another mark, intervals are lines, groups have line styles.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from itertools import cycle
from typing import TYPE_CHECKING, Union

import numpy as np
from numpy.typing import NDArray

from newskit.errors import InputError, UnknownName
from newskit.readability.scores import CONSENSUS, Readability
from newskit.sentiment.distribution import smooth
from newskit.sentiment.scores import Sentiment
from newskit.sources.ledger import Sources
from newskit.sources.voices import CLASSES

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

Result = Union["Readability", "Sentiment", "Sources"]
Floats = NDArray[np.float64]

# Okabe and Ito (2008): told apart by all common kinds of colour vision.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
VIOLET, GREY, PALE = "#6958be", "#8a8f98", "#d9dade"
_STYLES = (
    (BLUE, "-"),
    (ORANGE, "--"),
    (GREEN, "-."),
    (PINK, ":"),
    ("0.2", (0, (5, 1, 1, 1, 1, 1))),
)
# The classes of a sentence's voice, named to nobody: colour and hatch.
_VOICES = ((GREY, ""), (BLUE, ""), (ORANGE, "\\\\"), (GREEN, "//"), (PINK, ".."))
_DRAWN_GRADES = frozenset(name for names in CONSENSUS.values() for name in names)


def plot_sentences(result: Result, *, ax: Axes | None = None) -> Axes:
    """Draw one bar a sentence: its grade, its tone, or how much of it a source is given.

    Picture: docs/pictures/plot-sentences.png.

    >>> from newskit.readability.scores import score_readability
    >>> ax = plot_sentences(score_readability("The cat sat down. It purred, and then it slept."))
    >>> len(ax.patches)
    2
    """
    ax = _get_axes(ax, height=2.2)
    values, label = _read_sentences(result)
    places = np.arange(1, len(values) + 1)
    if isinstance(result, Sources):
        kinds = np.array([row.kind for row in result.by_sentence])
        looks = [(kinds == k, *look, CLASSES[k]) for k, look in enumerate(_VOICES) if k]
    else:
        below = values < 0
        looks = [(~below, BLUE if below.any() else VIOLET, "", ""), (below, ORANGE, "///", "")]
    for chosen, colour, hatch, name in looks:
        if chosen.any():
            bars = ax.bar(places[chosen], values[chosen], 0.85, color=colour, label=name)
            for bar in bars:
                bar.set(hatch=hatch, edgecolor="white", linewidth=0)
    if isinstance(result, Sources):
        ax.set_ylim(0, 1)
        _add_legend(ax)
    ax.axhline(0, color=GREY, linewidth=0.8)
    return _number_sentences(ax, len(values), label)


def plot_arc(result: Sentiment, *, ax: Axes | None = None) -> Axes:
    """Draw the tone of the sentences as marks, and its course (smoothed over five) as a line.

    Picture: docs/pictures/plot-arc.png.
    """
    ax = _get_axes(ax, height=2.6)
    values, label = _read_sentences(result)
    places = np.arange(1, len(values) + 1)
    ax.axhline(0, color=GREY, linewidth=0.8)
    cut = result.engine.neutral
    for chosen, colour, marker, name in (
        (values >= cut, BLUE, "^", "positive"),
        (np.abs(values) < cut, GREY, "o", "neutral"),
        (values <= -cut, ORANGE, "v", "negative"),
    ):
        ax.scatter(places[chosen], values[chosen], c=colour, marker=marker, label=name, zorder=3)
    ax.plot(
        places, smooth(values.tolist()), color="0.25", linewidth=1.5, label="smoothed over five"
    )
    _add_legend(ax)
    return _number_sentences(ax, len(values), label)


def plot_scores(result: Readability, *, ax: Axes | None = None) -> Axes:
    """Draw the grades of an article with their 95 % intervals, and the references below them.

    A reference is drawn as the middle 80 % and the median of its Flesch–Kincaid grades
    (:mod:`newskit.readability.bands`). Picture: docs/pictures/plot-scores.png.
    """
    # Spache's grades end with primary school: on this scale they would only mislead.
    scores = [s for s in result.shown if s.metric.name in _DRAWN_GRADES and not s.reason]
    if not scores:
        raise InputError(f"No grade to draw: {result.consensus.reason}")
    bands = result.bands().query("metric == 'flesch_kincaid_grade'").iloc[::-1]
    names = (bands["reference"] + " (" + bands["n_articles"].astype(str) + ")").tolist()
    labels = [*(score.metric.label for score in scores), *reversed(names)]
    ax = _get_axes(ax, height=0.7 + 0.26 * len(labels))
    rows, low, median = np.arange(len(bands)), bands["low_10"], bands["median"]
    ax.use_sticky_edges = False  # a bar may touch the axis otherwise
    ax.barh(rows, bands["high_90"] - low, left=low, height=0.5, color=PALE)
    ax.vlines(median, rows - 0.25, rows + 0.25, color="0.35", linewidth=1.5)
    for place, score in enumerate(reversed(scores), len(bands)):
        _draw_value(ax, place, score.value, score.low, score.high)
    ax.axhline(len(bands) - 0.5, color=GREY, linewidth=0.8)
    _name_rows(ax, labels)
    return _finish(ax, xlabel="grade; line: 95 % interval; grey: middle 80 % of a reference")


def plot_coverage(
    results: Sequence[Result], *, names: Sequence[str] | None = None, ax: Axes | None = None
) -> Axes:
    """Draw several articles beside one another: the value of each with its interval."""
    if not results:
        raise InputError("plot_coverage needs at least one result, such as [score_sentiment(a)].")
    ax = _get_axes(ax, height=0.7 + 0.45 * len(results))
    label = ""
    for place, result in enumerate(reversed(results)):
        value, low, high, label = _read_whole(result)
        _draw_value(ax, place, value, low, high)
    if isinstance(results[0], Sources):
        ax.set_xlim(0, 1)
    elif isinstance(results[0], Sentiment):
        ax.axvline(0, color=GREY, linewidth=0.8)
    usual = [result.article.headline or f"article {i}" for i, result in enumerate(results, 1)]
    _name_rows(ax, names or usual)
    return _finish(ax, xlabel=label)


def plot_small_multiples(
    *columns: Sequence[Result],
    names: Sequence[str] | None = None,
    axes: Sequence[Axes] | None = None,
) -> list[Axes]:
    """Draw several articles under several lenses: one panel a lens, the rows aligned.

    A column holds the results of one lens, all columns the same articles in one order.
    Picture: docs/pictures/plot-small-multiples.png.

    >>> from newskit.sentiment.scores import score_sentiment
    >>> tones = [score_sentiment("It was good. It ended."), score_sentiment("It was bad. It hurt.")]
    >>> len(plot_small_multiples(tones, tones))
    2
    """
    if not columns or len({len(column) for column in columns}) > 1:
        raise InputError("Each column must hold one result an article; all equally many.")
    if axes is None:
        import matplotlib.pyplot as plt

        size = (2.2 + 2.2 * len(columns), 0.8 + 0.45 * len(columns[0]))
        figure = plt.figure(figsize=size, layout="constrained")
        axes = figure.subplots(1, len(columns), sharey=True, squeeze=False)[0].tolist()
    drawn = zip(columns, axes, strict=True)
    return [plot_coverage(column, names=names, ax=ax) for column, ax in drawn]


def plot_distribution(
    frame: pd.DataFrame, column: str, *, by: str | None = None, ax: Axes | None = None
) -> Axes:
    """Draw how a measure is spread over a corpus; with ``by``, one outline a group.

    Of more than five groups the five largest are drawn.
    Picture: docs/pictures/plot-distribution.png.
    """
    _check_columns(frame, column, by)
    ax = _get_axes(ax, height=2.6)
    values = frame[column].dropna()
    if values.empty:
        raise InputError(f"No article has a value in {column!r}.")
    edges = list(np.histogram_bin_edges(values, bins=30 if by is None else 15))
    if by is None:
        ax.hist(values, bins=edges, color=VIOLET, edgecolor="white", linewidth=0.5)
        return _finish(ax, xlabel=column.replace("_", " "), ylabel="articles")
    groups = frame.dropna(subset=[column]).groupby(by)[column]
    largest = groups.size().nlargest(len(_STYLES)).index
    for name, (colour, style) in zip(largest, cycle(_STYLES), strict=False):
        group = groups.get_group(name)
        counts, _ = np.histogram(group, bins=edges)
        label = f"{name} ({len(group):,})"
        ax.stairs(counts / len(group), edges, label=label, color=colour, ls=style, linewidth=1.6)
    _add_legend(ax)
    return _finish(ax, xlabel=column.replace("_", " "), ylabel="share of the group")


def plot_timeline(
    frame: pd.DataFrame, column: str, *, date: str = "published", ax: Axes | None = None
) -> Axes:
    """Draw a measure over time: a dot an article, and the median of each month as a line.

    Picture: docs/pictures/plot-timeline.png.
    """
    import pandas as pd

    _check_columns(frame, column, date)
    ax = _get_axes(ax, height=2.6)
    dates = pd.to_datetime(frame[date], errors="coerce", utc=True, format="ISO8601")
    dated = frame.assign(**{date: dates.dt.tz_localize(None)}).dropna(subset=[date, column])
    if dated.empty:
        raise InputError(f"No article has both a date in {date!r} and a value in {column!r}.")
    ax.scatter(dated[date], dated[column], s=8, color=GREY, alpha=0.5, label="article")
    monthly = dated.set_index(date)[column].resample("MS").median().dropna()
    ax.plot(monthly.index, monthly.to_numpy(), color=BLUE, label="median of the month")
    _add_legend(ax)
    return _finish(ax, ylabel=column.replace("_", " "))


def _read_sentences(result: Result) -> tuple[Floats, str]:
    """Return the value of each sentence and what it is called."""
    frame = result.sentences
    labels = {"grade": "US grade", "value": "tone", "share": "attributed"}
    column = next(name for name in labels if name in frame)
    values = frame[column].to_numpy(dtype=np.float64)
    if not len(values) or np.isnan(values).all():
        raise InputError("There is no value to draw: see the result's reason.")
    return values, labels[column]


def _read_whole(result: Result) -> tuple[float, float, float, str]:
    """Return an article's value, its bounds, and what it is called."""
    if isinstance(result, Readability):
        score = result["flesch_kincaid_grade"]
        return score.value, score.low, score.high, score.metric.label
    if isinstance(result, Sources):
        return result.attributed_share, math.nan, math.nan, "attributed share"
    return result.mean, result.low, result.high, f"mean {result.engine.label}"


def _check_columns(frame: pd.DataFrame, *names: str | None) -> None:
    for name in names:
        if name is not None and name not in frame.columns:
            raise UnknownName.among("column", name, map(str, frame.columns))


def _draw_value(ax: Axes, place: float, value: float, low: float, high: float) -> None:
    """Draw a value with its interval; "no value" where there is none."""
    if math.isnan(value):
        ax.text(
            0.02, place, "no value", transform=ax.get_yaxis_transform(), color="0.4", va="center"
        )
        return
    if not math.isnan(low):
        ax.plot([low, high], [place, place], color=BLUE, linewidth=2.5, alpha=0.5)
    ax.plot(value, place, "o", color=BLUE)


def _name_rows(ax: Axes, labels: Sequence[str]) -> None:
    """Name rows from the top down, long names on several lines."""
    ax.set_yticks(range(len(labels)), [textwrap.fill(label, 34) for label in reversed(labels)])
    ax.set_ylim(-0.6, len(labels) - 0.4)


def _number_sentences(ax: Axes, n: int, label: str) -> Axes:
    from matplotlib.ticker import MaxNLocator

    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.set_xlim(0.4, n + 0.6)
    return _finish(ax, xlabel="sentence", ylabel=label)


def _add_legend(ax: Axes) -> None:
    ax.legend(frameon=False, fontsize="small", ncols=4, loc="lower left", bbox_to_anchor=(0, 1))


def _get_axes(ax: Axes | None, *, height: float) -> Axes:
    if ax is not None:
        return ax
    import matplotlib.pyplot as plt

    _, made = plt.subplots(figsize=(7, height), layout="constrained")
    return made


def _finish(ax: Axes, *, xlabel: str = "", ylabel: str = "") -> Axes:
    ax.set_xlabel(xlabel)
    ax.set_ylabel(ylabel)
    ax.spines[["top", "right"]].set_visible(False)
    return ax
