"""Our numbers beside another tool's, and the counts that explain each difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newskit.errors import InputError, UnknownName
from newskit.text.syllables import can_count_syllables

if TYPE_CHECKING:
    import pandas as pd

    from newskit.readability.scores import Readability

TOOLS = ("textstat",)

# Where textstat departs from the paper, said by name; its counting differs everywhere.
DEPARTURES: dict[str, str] = {
    "coleman_liau_grade": "0.058 instead of the paper's 0.0588",
    "dale_chall_1948": "constant added above 5 % only; forms, names and numbers count as hard",
    "gunning_fog_grade": "complex = three syllables and not on the Dale–Chall list",
    "spache_grade": "coefficients of 1953, Dale–Chall list, repeated words counted again",
    "linsear_write_grade": "first 100 words only",
    "ari_grade": "punctuation counts as characters",
    "smog_grade": "figures are one syllable",
    "osman": "never sees the vowel signs; counts letters",
}


def compare_with(result: Readability, other: str) -> pd.DataFrame:
    """Return one row a count or metric: ours, theirs, the difference, why.

    The counts come first: they explain most of what follows. Raises UnknownName for another tool.
    """
    import pandas as pd

    from newskit.readability.textstat_reference import (
        FUNCTIONS,
        count_with_textstat,
        score_with_textstat,
    )

    if other not in TOOLS:
        raise UnknownName.among("tool to compare with", other, TOOLS)
    text, language = result.article.text, result.language.code
    if not can_count_syllables(language) or language == "ar":
        raise InputError(
            f"textstat cannot count syllables in the language {language!r}; it can in those that"
            " are hyphenated, such as 'en', 'de', 'es', 'fr', 'it', 'nl', 'pt' and 'ru'."
        )
    names = [s.metric.name for s in result.shown if not s.reason and s.metric.name in FUNCTIONS]
    counts = count_with_textstat(text, language=language)
    scores = score_with_textstat(text, language=language, names=names)
    ours = result.counts.to_dict()
    rows: list[tuple[str, float, float, str]] = [
        (name, ours[name], theirs, "counted by other rules") for name, theirs in counts.items()
    ]
    rows += [
        (name, result[name].value, theirs, DEPARTURES.get(name, "same formula, other counts"))
        for name, theirs in scores.items()
    ]
    frame = pd.DataFrame(rows, columns=["name", "newskit", other, "why"]).set_index("name")
    frame.insert(2, "difference", frame["newskit"] - frame[other])
    frame.loc[frame["difference"].abs() < 1e-9, "why"] = "equal"
    return frame
