"""The story in the state that a script-driven page carries (``__NEXT_DATA__``)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any

from newskit.loaders.extraction import words

# Prose: a text of several words that ends as a sentence does. Addresses, keys and labels do not.
_PROSE = re.compile(r".{40,}[.!?…]['\"”’)]*\s*$", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_MOST_NODES = 200_000


def find_story(state: str | None) -> str:
    """Return the longest run of prose under one list or record of the state, or "".

    >>> find_story('{"a": {"body": ["The talks, which began on Monday, ended late."]}}')
    'The talks, which began on Monday, ended late.'
    """
    try:
        found = json.loads(state or "null")
    except (ValueError, RecursionError):
        return ""
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    queue: list[tuple[tuple[object, ...], Any]] = [((), found)]
    while queue and len(queue) < _MOST_NODES:
        path, node = queue.pop()
        if isinstance(node, dict):
            queue.extend(((*path, key), value) for key, value in reversed(list(node.items())))
        elif isinstance(node, list):  # members of a list are one group, whatever their place
            queue.extend(((*path, "[]"), value) for value in reversed(node))
        elif isinstance(node, str) and _PROSE.match(node) and "{" not in node:
            groups[path].append(_to_lines(node))
    best = max(groups.values(), key=lambda texts: len(words(" ".join(texts))), default=[])
    return "\n".join(dict.fromkeys(best))


def _to_lines(text: str) -> str:
    text = re.sub(r"</?(?:p|br|div|h\d|li)\b[^<>]*>", "\n", text)
    lines = (" ".join(line.split()) for line in _TAG.sub("", text).split("\n"))
    return "\n".join(line for line in lines if line)
