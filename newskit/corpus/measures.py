"""The columns of a frame of measures: their names, their types, what they say."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from newskit.readability.counts import Counts
from newskit.readability.scores import METRICS


@dataclass(frozen=True, slots=True)
class Measure:
    """One column: its name, its pandas type, what it says."""

    name: str
    dtype: str
    about: str


RECORD: tuple[Measure, ...] = (
    Measure("headline", "str", "as printed; missing where the source has none"),
    Measure("outlet", "str", "the publisher, where the source says it"),
    Measure("section", "str", "the section, where the source says it"),
    Measure("published", "str", "ISO 8601 date, where the source says it"),
    Measure("language", "str", "ISO 639-1 code, given or guessed"),
    Measure("language_guessed", "bool", "whether the language was guessed from the text"),
    Measure("url", "str", "the address, where the source has one"),
    Measure("source", "str", "what the article was loaded from"),
)
STRUCTURE: tuple[Measure, ...] = (
    Measure("n_paragraphs", "int64", "paragraphs with at least one word"),
)
# A count that means nothing in the language is nan, so a column of them holds floats.
_ALWAYS = ("n_sentences", "n_letters")
COUNTS: tuple[Measure, ...] = tuple(
    Measure(
        field.name,
        "int64" if field.name in _ALWAYS else "float64",
        f"see newskit.readability.counts.Counts.{field.name}",
    )
    for field in dataclasses.fields(Counts)
)
READABILITY: tuple[Measure, ...] = (
    Measure("consensus_grade", "float64", "median of the grade formulas of the language"),
    *(Measure(m.name, "float64", f"{m.label}, {m.unit}; higher is {m.higher_is}") for m in METRICS),
    Measure("readability_reason", "str", "why there is no consensus grade; missing where there is"),
)
TONE: tuple[Measure, ...] = (
    Measure("tone_mean", "float64", "mean tone over the sentences"),
    Measure("tone_spread", "float64", "standard deviation of the tone over the sentences"),
    Measure("positive_share", "float64", "share of sentences of positive tone"),
    Measure("negative_share", "float64", "share of sentences of negative tone"),
    Measure("topic_share", "float64", "share of topic words in what counted"),
    Measure("narration_tone", "float64", "mean tone of the sentences without their quotes"),
    Measure("quoted_tone", "float64", "mean tone of what stands in quotation marks"),
    Measure("tone_reason", "str", "why there is no tone; missing where there is"),
)
SOURCES: tuple[Measure, ...] = (
    Measure("quoted_share", "float64", "share of the words that stand in quotation marks"),
    Measure("attributed_share", "float64", "share of the words that a source answers for"),
    Measure("unnamed_share", "float64", "share of the words that an unnamed source answers for"),
    Measure("n_voices", "float64", "different sources that speak; nan where there is a reason"),
    Measure("sources_reason", "str", "why there is no attribution; missing where there is"),
)

MEASURES: tuple[Measure, ...] = (*RECORD, *STRUCTURE, *COUNTS, *READABILITY, *TONE, *SOURCES)
