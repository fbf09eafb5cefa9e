"""The parts that every view is made of: numbers that JSON can hold, and rows of a summary."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any


def clean_number(value: float) -> float | None:
    """Return a number rounded for a screen; None for nan, which JSON has not.

    >>> clean_number(0.123456), clean_number(math.nan)
    (0.1235, None)
    """
    return None if math.isnan(value) else round(float(value), 4)


def say_number(value: float, form: str = ".1f") -> str:
    """Return a number as text, with a true minus.

    >>> say_number(-1.88), say_number(-0.04), say_number(1.5, "+.2f")
    ('−1.9', '0.0', '+1.50')
    """
    return f"{value:{form.replace('.', 'z.')}}".replace("-", "−")


def make_row(
    label: str,
    value: float,
    shown: str,
    *,
    scale: Sequence[float] = (0, 1),
    bounds: tuple[float, float] = (math.nan, math.nan),
    **more: Any,  # noqa: ANN401 - the rest of a plain dict
) -> dict[str, Any]:
    """Return a row of a summary: the value as shown, and as drawn with its bounds on a scale.

    ``more`` may give: interval (the bounds in words), reason (why there is no value), note, marks
    (numbers beside the value, such as those of single formulas).
    """
    return {
        "label": label,
        "value": shown,
        "number": clean_number(value),
        "low": clean_number(bounds[0]),
        "high": clean_number(bounds[1]),
        "scale": list(scale),
        "interval": None,
        "reason": None,
        "note": "",
        "marks": [],
        **more,
    }
