"""Filters of the corpus explorer: what a user may choose, as a query and as rows.

Filters are a plain dict by column: a measure has ``[from, below]`` (``None``: no bound), published
``["2022-02", "2022-04"]`` (the second is no longer in), outlet and section a list of names,
headline a text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from newskit.errors import InputError, UnknownName
from newskit.explorers.corpus_columns import View, read_months, read_numbers
from newskit.explorers.literals import write_literal

if TYPE_CHECKING:
    import pandas as pd

Filters = dict[str, Any]


def check_filters(view: View, filters: Mapping[str, Any]) -> Filters:
    """Return filters in the order of the view; bounds go to the nearest edges of the bars.

    Raises InputError, UnknownName.
    """
    known = list_filters(view)
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
            wanted = set(names)
            checked[group["name"]] = [name for name in group["values"] if name in wanted]
    if query := str(filters.get("headline") or "").strip():
        checked["headline"] = query
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
    if isinstance(bounds, str) or len(bounds) != 2:
        raise InputError(f"A filter of this kind has two bounds; got {bounds!r}.")
    return tuple(bounds)


def _snap(measure: View, bounds: Any) -> list[float | None] | None:  # noqa: ANN401
    edges = [float(text) for text in measure["edges"]]
    low, high = _pair(bounds)
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
    low, high = _pair(bounds)
    if low not in labels or high not in labels or low >= high:
        raise InputError(
            f"Two of {labels[0]} … {labels[-1]} are needed, in order; got {bounds!r}. "
            "The second one is no longer in."
        )
    return None if (low, high) == (labels[0], labels[-1]) else [low, high]
