"""Word lists with a value for each word: the shipped ones, and a user's own from a CSV file."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from newskit.errors import InputError


@dataclass(frozen=True, slots=True)
class Topic:
    """A word or phrase that names a subject rather than judges it, and why it is listed.

    ``kind``: an "event" counts in the value, with ``valence`` where the lexicon has none; a "name"
    (of an institution, a trade, a field) is shown and does not count; "grammar" is passed over.
    """

    phrase: tuple[str, ...]
    kind: str
    valence: float
    reason: str


def load_lexicon(path: Path | str) -> dict[str, float]:
    """Return a lexicon from a CSV file with the columns ``word`` and ``valence``.

    Words are read in lower case. Raises InputError where the file is not such a list.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"There is no lexicon file {str(path)!r}.")
    return read_lexicon(path.read_text("utf-8-sig").splitlines(), source=str(path))


def read_lexicon(lines: Iterable[str], *, source: str) -> dict[str, float]:
    """Return a lexicon from the lines of a CSV table.

    >>> read_lexicon(["word,valence", "superb,2.5"], source="my list")
    {'superb': 2.5}
    """
    rows = csv.DictReader(lines)
    if not {"word", "valence"} <= set(rows.fieldnames or ()):
        raise InputError(f"{source} needs a first line with the columns word and valence.")
    lexicon: dict[str, float] = {}
    for row in rows:
        try:
            value = float(row["valence"])
        except (TypeError, ValueError):
            value = math.nan
        if not math.isfinite(value):
            raise InputError(f"{source}, line {rows.line_num}: {row['valence']!r} is no number.")
        lexicon[row["word"].strip().lower()] = value
    return lexicon


@lru_cache(maxsize=1)
def load_tone_lexicon() -> Mapping[str, float]:
    """Return the merged lexicon that ships with newskit."""
    text = files("newskit").joinpath("data", "tone-lexicon.csv").read_text("utf-8")
    return read_lexicon(text.splitlines(), source="tone-lexicon.csv")


@lru_cache(maxsize=1)
def load_topics() -> tuple[Topic, ...]:
    """Return the table of words that name the subject rather than judge it."""
    text = files("newskit").joinpath("data", "topic-words.csv").read_text("utf-8")
    return tuple(
        Topic(
            phrase=tuple(phrase.split()),
            kind=row["kind"],
            valence=float(row["valence"] or 0),
            reason=row["reason"],
        )
        for row in csv.DictReader(text.splitlines())
        for phrase in row["words"].split("|")
    )


@lru_cache(maxsize=1)
def _load_reasons() -> Mapping[str, str]:
    rows = (topic for topic in load_topics() if topic.kind != "grammar")
    return {topic.phrase[0]: topic.reason for topic in rows if len(topic.phrase) == 1}


def find_reason(word: str) -> str:
    """Return why a lower-case word is held to name a subject; empty where it is not.

    >>> find_reason("war"), find_reason("superb")
    ('an event', '')
    """
    return _load_reasons().get(word, "")
