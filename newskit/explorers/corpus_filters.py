"""Filters of the corpus explorer: what a user may choose, as a query and as rows.

Filters are a plain dict by column: a measure has ``[from, below]`` (``None``: no bound), published
``["2022-02", "2022-04"]`` (the second is no longer in; days are taken to their months), outlet and
section a list of names (or one name), headline a text.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newskit.errors import InputError, UnknownName
from newskit.explorers.corpus_columns import View, read_months, read_numbers
from newskit.explorers.literals import plain_filters, write_literal

if TYPE_CHECKING:
    import pandas as pd

Filters = dict[str, Any]


def check_filters(view: View, filters: Mapping[str, Any]) -> Filters:
    """Return filters in the order of the view; bounds go to the nearest edges of the bars.

    Raises InputError, UnknownName.
    """
    known = list_filters(view)
    filters = plain_filters(filters)
    for name in filters:
        if name not in known:
            raise UnknownName.among("filter", name, known)
    checked: Filters = {}
    for measure in view["measures"]:
        if bounds := filters.get(measure["name"]):
            checked[measure["name"]] = _snap(measure, bounds)
    if view["time"] and filters.get("published"):
        checked["published"] = _snap_time(view["time"]["labels"], filters["published"])
    for group in view["groups"]:
        if names := filters.get(group["name"]):
            checked[group["name"]] = _find_names(group, names)
    query = filters.get("headline") or ""
    if not isinstance(query, str):
        raise InputError(f"The filter headline is one text to be found; got {query!r}.")
    checked["headline"] = query.strip()
    return {name: value for name, value in checked.items() if value}


def list_filters(view: View) -> list[str]:
    """Return the columns that can be filtered by."""
    names = [measure["name"] for measure in view["measures"] if measure["edges"]]
    names += ["published"] * bool(view["time"])
    names += [group["name"] for group in view["groups"]]
    return names + ["headline"] * view["has_headlines"]


def list_names(view: View) -> dict[str, list[str]]:
    """Return what the traits measure, group and order of the explorer may name."""
    measures, groups = ([x["name"] for x in view[key]] for key in ("measures", "groups"))
    texts = ["headline"] * view["has_headlines"] + ["published"] * bool(view["time"])
    return {"measure": measures, "group": groups, "order": [*texts, *groups, *measures]}


def write_query(view: View, filters: Filters) -> str:
    """Return the filters as a pandas query; empty where nothing is filtered.

    >>> view = {"measures": [{"name": "n", "ref": "n"}], "time": None, "groups": []}
    >>> write_query(view, {"n": [5, None]})
    'n >= 5'
    """
    parts = []
    for measure in view["measures"]:
        bounds = filters.get(measure["name"])
        parts += _write_bounds(measure["ref"], bounds) if bounds else []
    if bounds := filters.get("published"):
        parts += _write_bounds(view["time"]["ref"], bounds)
    for group in view["groups"]:
        if names := filters.get(group["name"]):
            parts.append(f"{group['ref']} in {write_literal(names)}")
    if query := filters.get("headline"):
        text = write_literal(query.lower())
        parts.append(f"headline.str.lower().str.contains({text}, regex=False, na=False)")
    return " and ".join(parts)


def find_rows(frame: pd.DataFrame, view: View, filters: Filters) -> NDArray[np.bool_]:
    """Return which rows of the frame the filters keep; the same rows as the query."""
    keep = np.ones(len(frame), dtype=np.bool_)
    for measure in view["measures"]:
        if bounds := filters.get(measure["name"]):
            values = read_numbers(frame, measure["name"])
            low, high = bounds
            with np.errstate(invalid="ignore"):
                keep &= ~np.isnan(values) if low is None else values >= low
                keep &= ~np.isnan(values) if high is None else values < high
    if bounds := filters.get("published"):
        months = read_months(frame)
        keep &= (months >= bounds[0]) & (months < bounds[1])
    for group in view["groups"]:
        if names := filters.get(group["name"]):
            keep &= frame[group["name"]].isin(names).to_numpy()
    if query := filters.get("headline"):
        texts = frame["headline"].str.lower()
        found = texts.str.contains(query.lower(), regex=False, na=False)
        keep &= found.to_numpy(dtype=np.bool_)
    return keep


def _write_bounds(ref: str, bounds: Sequence[Any]) -> list[str]:
    low, high = bounds
    at_least = [] if low is None else [f"{ref} >= {write_literal(low)}"]
    return at_least + ([] if high is None else [f"{ref} < {write_literal(high)}"])


def _pair(bounds: Any) -> tuple[Any, Any]:  # noqa: ANN401 - whatever a user has set
    pair = () if isinstance(bounds, str) or not isinstance(bounds, Iterable) else tuple(bounds)
    if len(pair) != 2:
        raise InputError(f"A filter of this kind has two bounds; got {bounds!r}.")
    return pair


def _find_names(group: View, names: Any) -> list[str]:  # noqa: ANN401
    """Return names as the frame has them, in its order; a single one may stand for itself."""
    if not isinstance(names, Iterable):
        raise InputError(f"The filter {group['name']} is a list of names; got {names!r}.")
    wanted = [names] if isinstance(names, str) else list(names)
    for name in wanted:
        if name not in group["values"]:
            raise UnknownName.among(group["name"], name, group["values"])
    return [name for name in group["values"] if name in wanted]


def _snap(measure: View, bounds: Any) -> list[float | None] | None:  # noqa: ANN401
    edges = [float(text) for text in measure["edges"]]
    low, high = _pair(bounds)
    for bound in (low, high):
        if bound is not None and not (isinstance(bound, Real) and math.isfinite(bound)):
            raise InputError(
                f"The bounds of {measure['name']} are numbers from {edges[0]:g} to {edges[-1]:g}, "
                f"or None; got {bounds!r}."
            )
    low = edges[0] if low is None else min(edges, key=lambda edge: abs(edge - low))
    high = edges[-1] if high is None else min(edges, key=lambda edge: abs(edge - high))
    if low >= high:
        raise InputError(f"The lower bound must lie below the upper one; got {bounds!r}.")
    both = [None if low == edges[0] else low, None if high == edges[-1] else high]
    if both == [None, None]:
        return None
    return [_plain(bound) for bound in both]


def _plain(number: float | None) -> float | None:
    """Write 8.0 as 8, as a browser does."""
    return int(number) if number is not None and math.floor(number) == number else number


def _snap_time(labels: Sequence[str], bounds: Any) -> list[str] | None:  # noqa: ANN401
    """Return the periods that take in the days asked for; beyond the frame, its first and last."""
    low, high = (None if bound is None else str(bound)[:10] for bound in _pair(bounds))
    known = all(bound is None or _is_date(bound, labels) for bound in (low, high))
    first = 0 if low is None else max(bisect_right(labels, low) - 1, 0)
    # A day within a period takes in all of it; its first day is no longer in.
    start = labels[-1] if high is None else re.sub("(-01){1,2}$", "", high)
    end = bisect_left(labels, start)
    last = min(end, len(labels) - 1)
    if not known or first >= last:
        raise InputError(
            f"Two of {labels[0]} … {labels[-1]}, or days in them, are needed, in order; "
            f"got {bounds!r}. The second one is no longer in."
        )
    return None if (first, last) == (0, len(labels) - 1) else [labels[first], labels[last]]


def _is_date(text: str, labels: Sequence[str]) -> bool:
    """Say whether a text is a day, or as much of one as the labels are."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text) or len(text) < len(labels[0]):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True
