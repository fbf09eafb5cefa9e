"""Filters of the article explorer: which sentences a reader keeps; and the table of them.

Filters are a plain dict: text (to be found, whatever its capitals), classes (shades of the lens, or
their labels in ``table()``), part ("narration" or "quoted"), voice (a name in the ledger of the
sources lens).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from newskit.errors import InputError, UnknownName
from newskit.explorers.literals import plain_filters
from newskit.explorers.page import View

Filters = dict[str, Any]
FILTERS = ("text", "classes", "part", "voice")
OF_LENS = ("classes", "voice")  # these mean nothing under another lens
PARTS = ("narration", "quoted")


def check_filters(lens: View, filters: Mapping[str, Any]) -> Filters:
    """Return filters in their order, without the empty ones. Raises InputError, UnknownName.

    >>> check_filters({"legend": []}, {"part": "quoted", "text": ""})
    {'part': 'quoted'}
    """
    shades = {item["label"]: item["shade"] for item in lens["legend"]}
    voices = [voice["name"] for voice in lens.get("voices", ())]
    known: dict[str, list[Any]] = {
        "classes": [*shades.values(), *shades],
        "part": list(PARTS),
        "voice": voices,
    }
    filters = plain_filters(filters)
    if isinstance(filters.get("classes"), int | str):
        filters["classes"] = [filters["classes"]]
    if filters.get("voice") and not voices:
        raise InputError(
            f"The filter voice is for a lens that has voices (lens='sources'); {lens['name']} has "
            "none."
        )
    for name, value in filters.items():
        if name not in FILTERS:
            raise UnknownName.among("filter", name, FILTERS)
        if name != "classes" and not isinstance(value, str | None):
            raise InputError(f"The filter {name} is one text; got {value!r}.")
        for one in (value or ()) if name == "classes" else [value]:
            if one and name in known and one not in known[name]:
                kind = "class" if name == "classes" else name
                raise UnknownName.among(kind, str(one), map(str, known[name]))
    checked = {name: filters[name] for name in FILTERS if filters.get(name)}
    if "classes" in checked:
        checked["classes"] = sorted({shades.get(one, one) for one in checked["classes"]})
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


def list_sentences(view: View, lens: View, filters: Filters) -> dict[str, Sequence[Any]]:
    """Return the columns of the table of a lens, one row a sentence."""
    labels = {item["shade"]: item["label"] for item in lens["legend"]}
    texts = view["sentences"]
    return {
        "sentence": range(1, len(texts) + 1),
        "text": texts,
        "value": [math.nan if value is None else float(value) for value in lens["values"]],
        "class": [labels.get(shade) for shade in lens["shades"]],
        "shown": keep_sentences(view, lens, filters),
        "marked": [
            "; ".join(dict.fromkeys(text[start:end] for start, end, *_ in marks))
            for text, marks in zip(texts, lens["words"], strict=True)
        ],
    }
