"""Plain values: as Python code, for the code that shows a view again; and out of arrays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def write_literal(value: object) -> str:
    """Return plain values as Python code, with the quotes that a browser would write too.

    >>> write_literal({"n": [5, None]})
    '{"n": [5, None]}'
    """
    if value is None:
        return "None"
    if isinstance(value, dict):
        pairs = (f"{write_literal(key)}: {write_literal(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(write_literal, value))}]"
    return json.dumps(value, ensure_ascii=False)


def plain_filters(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Return filters with arrays and columns, as numpy and pandas give them, as lists.

    >>> import numpy as np
    >>> plain_filters({"n": np.array([5, 8]), "headline": "ferry"})
    {'n': [5, 8], 'headline': 'ferry'}
    """
    return {k: v.tolist() if hasattr(v, "tolist") else v for k, v in filters.items()}
