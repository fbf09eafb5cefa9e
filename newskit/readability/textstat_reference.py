"""The real textstat, run offline beside our formulas. The one file that imports it.

textstat downloads a pronouncing dictionary at the first English word; here it is handed the
table that ships with newskit, for the time of one call. It keeps its language in a global; it is
set for the call and put back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import Any

from newskit.text.syllables import load_syllables

# Our name → textstat's function. What textstat lacks is not here.
FUNCTIONS: dict[str, str] = {
    "flesch_reading_ease": "flesch_reading_ease",
    "flesch_kincaid_grade": "flesch_kincaid_grade",
    "gunning_fog_grade": "gunning_fog",
    "smog_grade": "smog_index",
    "coleman_liau_grade": "coleman_liau_index",
    "ari_grade": "automated_readability_index",
    "dale_chall_1948": "dale_chall_readability_score",
    "spache_grade": "spache_readability",
    "linsear_write_grade": "linsear_write_formula",
    "lix": "lix",
    "rix": "rix",
    "mcalpine_eflaw": "mcalpine_eflaw",
    "fernandez_huerta": "fernandez_huerta",
    "szigriszt_pazos": "szigriszt_pazos",
    "gutierrez_polini": "gutierrez_polini",
    "crawford_grade": "crawford",
    "gulpease": "gulpease_index",
    "osman": "osman",
    "flesch_amstad": "flesch_reading_ease",
    "kandel_moles": "flesch_reading_ease",
    "flesch_vacca": "flesch_reading_ease",
    "flesch_douma": "flesch_reading_ease",
    "flesch_oborneva": "flesch_reading_ease",
}
# The counts that explain a difference: our name → how textstat counts it.
COUNTS: dict[str, str] = {
    "n_sentences": "sentence_count",
    "n_words": "lexicon_count",
    "n_syllables": "syllable_count",
    "n_letters": "letter_count",
    "n_polysyllables": "polysyllabcount",
    "n_monosyllables": "monosyllabcount",
    "n_long_words": "long_word_count",
    "n_short_words": "miniword_count",
}
_LOCK = Lock()  # textstat's language is one for the whole process


class _Pronunciations(Mapping[str, list[list[str]]]):
    """Our table in the shape of the dictionary that textstat asks for: word → phones."""

    def __getitem__(self, word: str) -> list[list[str]]:
        # Only phones that end in a digit are counted; the others do not matter.
        return [["V0"] * load_syllables()[word]]

    def __iter__(self) -> Iterator[str]:
        return iter(load_syllables())

    def __len__(self) -> int:
        return len(load_syllables())


def score_with_textstat(text: str, *, language: str, names: list[str]) -> dict[str, float]:
    """Return textstat's values of the metrics that it has, by our names.

    >>> score_with_textstat("The cat sat on the mat.", language="en", names=["ari_grade"])
    {'ari_grade': ...}
    """
    with borrow_textstat(language) as textstat:
        return {
            name: float(getattr(textstat, FUNCTIONS[name])(text))
            for name in names
            if name in FUNCTIONS
        }


def count_with_textstat(text: str, *, language: str) -> dict[str, int]:
    """Return textstat's counts, by our names.

    >>> count_with_textstat("The cat sat. It purred.", language="en")["n_sentences"]
    1
    """
    with borrow_textstat(language) as textstat:
        return {name: int(getattr(textstat, call)(text)) for name, call in COUNTS.items()}


@contextmanager
def borrow_textstat(language: str) -> Iterator[Any]:
    """Lend textstat our table and a language; give it back as it was.

    >>> with borrow_textstat("en_US") as textstat:
    ...     textstat.syllable_count("readability")
    5
    """
    import importlib

    from textstat import textstat

    # The module has the name of a function beside it, so it is asked for by its full name.
    module: Any = importlib.import_module("textstat.backend.counts._count_syllables")
    with _LOCK:
        own, spoken = module.get_cmudict, vars(textstat)["_textstatistics__lang"]
        pronunciations = _Pronunciations()
        module.get_cmudict = lambda code: pronunciations if code[:2] == "en" else own(code)
        try:
            textstat.set_lang(language)
            yield textstat
        finally:
            module.get_cmudict = own
            textstat.set_lang(spoken)
