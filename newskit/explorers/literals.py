"""Plain values as Python code, for the code that shows a view again."""

from __future__ import annotations

import json


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
