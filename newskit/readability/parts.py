"""The sentences and words of an article, with what each adds to the grade."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newskit.readability.counts import describe_words
from newskit.readability.formulas import flesch_kincaid_grade
from newskit.readability.word_counts import FIELDS
from newskit.text.segment import segment

if TYPE_CHECKING:
    import pandas as pd

    from newskit.readability.scores import Readability

# What makes a word hard, by the column that says so, in the words of a card.
HARD_WORDS: dict[str, str] = {
    "n_unfamiliar_words": "not on the Dale–Chall list of familiar words",
    "n_complex_words": "three or more syllables (Gunning's complex word)",
}


def grade_sentences(rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the Flesch–Kincaid grade of each sentence by itself.

    >>> grade_sentences(np.ones((1, len(FIELDS)), dtype=np.int64)).round(2).tolist()
    [-3.4]
    """
    words, syllables = rows[:, FIELDS.index("n_words")], rows[:, FIELDS.index("n_syllables")]
    grades: NDArray[np.float64] = flesch_kincaid_grade(words, 1, syllables)
    return grades


def grade_without(rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return, for each sentence, the article's grade when that sentence is left out."""
    words, syllables = rows[:, FIELDS.index("n_words")], rows[:, FIELDS.index("n_syllables")]
    n = len(rows)
    if n < 2:
        return np.full(n, np.nan)
    rest = words.sum() - words
    grades: NDArray[np.float64] = flesch_kincaid_grade(rest, n - 1, syllables.sum() - syllables)
    return grades


def describe_sentences(result: Readability) -> pd.DataFrame:
    """Return one row a sentence: text, counts, own grade, change of the whole without it."""
    import pandas as pd

    parts = segment(result.article)
    rows = result.table.rows
    frame = pd.DataFrame(_name_columns(result, rows))
    frame.insert(0, "sentence", [span.of(parts.text) for span in parts.sentences])
    paragraph = np.searchsorted(parts.first_sentences, np.arange(len(rows)), side="right") - 1
    frame.insert(1, "paragraph", paragraph)
    english = not result["flesch_kincaid_grade"].reason
    frame["grade"] = grade_sentences(rows) if english else np.nan
    whole = result["flesch_kincaid_grade"].value
    frame["change_without"] = grade_without(rows) - whole if english else np.nan
    return frame


def describe_words_of(result: Readability) -> pd.DataFrame:
    """Return one row a word: text, offsets, sentence, counts, reasons why it is hard."""
    import pandas as pd

    parts = segment(result.article)
    rows = describe_words(result.article.text, language=result.language.code)
    sentence = np.searchsorted(parts.first_words, np.arange(len(rows)), side="right") - 1
    columns = {
        name.removeprefix("n_"): column for name, column in _name_columns(result, rows).items()
    }
    columns.pop("words")
    frame = pd.DataFrame(
        {
            "word": [span.of(parts.text) for span in parts.words],
            "start": [span.start for span in parts.words],
            "end": [span.end for span in parts.words],
            "sentence": sentence,
            **columns,
        }
    )
    flags = [FIELDS.index(name) for name in HARD_WORDS if is_defined(result, name)]
    frame["reasons"] = ["; ".join(HARD_WORDS[FIELDS[i]] for i in flags if row[i]) for row in rows]
    return frame


def is_defined(result: Readability, name: str) -> bool:
    """Whether a count means something in the language of the article."""
    return not math.isnan(getattr(result.counts, name))


def _name_columns(
    result: Readability, rows: NDArray[np.int64]
) -> dict[str, NDArray[np.int64] | NDArray[np.float64]]:
    """Return the counts by name, nan where they mean nothing in the language."""
    return {
        name: rows[:, i] if is_defined(result, name) else np.full(len(rows), np.nan)
        for i, name in enumerate(FIELDS)
    }
