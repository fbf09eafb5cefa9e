"""Filters of the article explorer: which sentences a reader keeps, the others are dimmed.

Filters are a plain dict: text (to be found, whatever its capitals), classes (shades of the lens),
part ("narration" or "quoted"), voice (a name in the ledger of the sources lens).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newskit.errors import UnknownName
from newskit.explorers.page import View

Filters = dict[str, Any]
FILTERS = ("text", "classes", "part", "voice")
OF_LENS = ("classes", "voice")  # these mean nothing under another lens
PARTS = ("narration", "quoted")


def check_filters(lens: View, filters: Mapping[str, Any]) -> Filters:
    """Return filters in their order, without the empty ones. Raises UnknownName.

    >>> check_filters({"legend": []}, {"part": "quoted", "text": ""})
    {'part': 'quoted'}
    """
    shades = [item["shade"] for item in lens["legend"]]
    voices = [voice["name"] for voice in lens.get("voices", ())]
    known: dict[str, list[Any]] = {"classes": shades, "part": list(PARTS), "voice": voices}
    for name, value in filters.items():
        if name not in FILTERS:
            raise UnknownName.among("filter", name, FILTERS)
        for one in value if name == "classes" else [value]:
            if one and name in known and one not in known[name]:
                raise UnknownName.among(name, str(one), map(str, known[name]))
    checked = {name: filters[name] for name in FILTERS if filters.get(name)}
    if "classes" in checked:
        checked["classes"] = sorted(set(checked["classes"]))
    return checked


def keep_sentences(view: View, lens: View, filters: Filters) -> list[bool]:
    """Return which sentences the filters keep; the same as the script keeps."""
    query = filters.get("text", "").strip().lower()
    part, classes = filters.get("part"), filters.get("classes")
    voices = {voice["name"]: voice["sentences"] for voice in lens.get("voices", ())}
    spoken = voices.get(filters.get("voice"))
    return [
        query in text.lower()
        and (not classes or lens["shades"][i] in classes)
        and (not part or view["quoted"][i] == (part == "quoted"))
        and (spoken is None or i in spoken)
        for i, text in enumerate(view["sentences"])
    ]
