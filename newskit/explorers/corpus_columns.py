"""The columns of a frame of measures as codes: months, days, groups; and as plain arrays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

View = dict[str, Any]
Floats = NDArray[np.float64]

MOST_MONTHS = 240  # beyond, time goes by years
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_MISSING_DAY = -(2**31)


def view_time(frame: pd.DataFrame) -> tuple[View | None, list[NDArray[np.int32]]]:
    """Return the months (or years) of a frame, and two columns: day since 1970, and period."""
    months = read_months(frame)
    known = np.unique(months[months != ""])
    if not len(known):
        return None, []
    first, last = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (known[0], known[-1]))
    by_year = last - first >= MOST_MONTHS
    if by_year:
        labels = [f"{year:04}" for year in range(first // 12, last // 12 + 2)]
    else:
        labels = [f"{k // 12:04}-{k % 12 + 1:02}" for k in range(first, last + 2)]
    # Labels are in order, so a period is found as an edge is.
    period = np.searchsorted(np.array(labels), months, side="right") - 1
    period[months == ""] = -1
    view = {
        "ref": "published" if _is_date(frame["published"]) else 'published.fillna("")',
        "labels": labels,  # the last one is the end of the last period
        "unit": "year" if by_year else "month",
    }
    return view, [_read_days(frame), period.astype(np.int32)]


def read_months(frame: pd.DataFrame) -> NDArray[np.str_]:
    """Return the month of each row as "2022-02", empty where there is none."""
    if "published" not in frame:
        return np.full(len(frame), "")
    column = frame["published"]
    if _is_date(column):
        written: NDArray[np.str_] = column.dt.strftime("%Y-%m").fillna("").to_numpy(dtype=np.str_)
        return written
    if not has_texts(frame, "published"):
        return np.full(len(frame), "")
    months = read_texts(frame, "published").astype("U7")
    kinds = {month: bool(_MONTH.fullmatch(month)) for month in np.unique(months).tolist()}
    return np.where([kinds[month] for month in months.tolist()], months, "")


def _read_days(frame: pd.DataFrame) -> NDArray[np.int32]:
    import pandas as pd

    column = frame["published"]
    if not _is_date(column):
        texts = pd.Series(read_texts(frame, "published")).str.slice(0, 10)
        column = pd.to_datetime(texts, format="%Y-%m-%d", errors="coerce")
    days = column.dt.tz_localize(None).to_numpy().astype("datetime64[D]")
    return np.where(np.isnat(days), _MISSING_DAY, days.astype(np.int64)).astype(np.int32)


def view_group(frame: pd.DataFrame, name: str) -> tuple[View, NDArray[np.int32]]:
    """Return the values of a column of names, the most frequent first, and a code a row."""
    values, codes, counts = np.unique(
        read_texts(frame, name), return_inverse=True, return_counts=True
    )
    order = np.lexsort((values, -counts))
    order = order[values[order] != ""]
    ranks = np.full(len(values), -1, dtype=np.int32)
    ranks[order] = np.arange(len(order))
    view = {
        "name": name,
        "ref": name,
        "label": name.capitalize(),
        "values": values[order].tolist(),
    }
    return view, ranks[codes]


def read_numbers(frame: pd.DataFrame, name: str) -> Floats:
    """Return a column as float64, nan where there is no value."""
    return frame[name].to_numpy(dtype=np.float64, na_value=np.nan)


def read_texts(frame: pd.DataFrame, name: str) -> NDArray[Any]:
    """Return a column of strings as such, empty where there is none."""
    texts: NDArray[Any] = frame[name].astype("object").fillna("").astype(str).to_numpy(dtype=object)
    return texts


def has_texts(frame: pd.DataFrame, name: str) -> bool:
    """Whether there is such a column, of strings (missing ones allowed)."""
    import pandas as pd

    if name not in frame:
        return False
    kind = pd.api.types.infer_dtype(frame[name], skipna=True)
    return kind in ("string", "categorical") or bool(frame[name].isna().all())


def _is_date(column: pd.Series[Any]) -> bool:
    import pandas as pd

    return bool(pd.api.types.is_datetime64_any_dtype(column.dtype))
