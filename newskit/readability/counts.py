"""What every formula is made of: counts, one row a sentence."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from newskit.normalise import fold_quotes
from newskit.text import familiar
from newskit.text.segment import ASK, BOUNDARIES, YES, is_boundary
from newskit.text.syllables import can_count_syllables, count_syllables
from newskit.text.vocabulary import Vocabulary
from newskit.text.words import WORD, Start, classify_end, classify_start, split_glued

Table = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """Counts of a text; the formulas take them by these names.

    n_sentences: sentences; a line break ends one.
    n_words: words, with figures; a hyphen compound is one.
    n_syllables: as spoken; a figure is one, as Flesch (1979) asks. (In 1948 he had figures read
        aloud, but left out where there are several: in business news they would add 2 grades.)
    n_letters: letters and digits, as Coleman and Liau (1975) and Smith and Senter (1967) count.
    n_monosyllables: words of one syllable (FORCAST, Wiener).
    n_polysyllables: words of three or more syllables.
    n_polysyllabic_figures: figures that are so when read aloud (SMOG counts them too).
    n_long_words: words of more than six letters (LIX, RIX).
    n_short_words: words of up to three letters (McAlpine).
    n_complex_words: polysyllables but for names, hyphen compounds, and words that
        reach three syllables by -es, -ed or -ing (Gunning).
    n_unfamiliar_words: words outside the Dale–Chall list; forms of listed words, names and
        figures are familiar.
    n_names: words known as names by their capital.
    n_numbers: words with a figure in them.
    n_six_letter_words, n_five_syllable_words: words of at least that length (OSMAN).
    n_faseeh_words: five-syllable words with a letter or ending of high Arabic (OSMAN).
    n_unique_unfamiliar: different words outside Spache's list (each counted once).
    """

    n_sentences: int
    n_words: int
    n_syllables: int
    n_letters: int
    n_monosyllables: int
    n_polysyllables: int
    n_polysyllabic_figures: int
    n_long_words: int
    n_short_words: int
    n_complex_words: int
    n_unfamiliar_words: int
    n_names: int
    n_numbers: int
    n_six_letter_words: int
    n_five_syllable_words: int
    n_faseeh_words: int
    n_unique_unfamiliar: int

    def to_dict(self) -> dict[str, int]:
        """Return the counts by name."""
        return dataclasses.asdict(self)


# The columns of the table of sentences: what adds up from sentence to sentence.
FIELDS: tuple[str, ...] = tuple(
    field.name
    for field in dataclasses.fields(Counts)
    if field.name not in ("n_sentences", "n_unique_unfamiliar")
)
_K = len(FIELDS)

# The columns of a vocabulary row before the counts.
_END, _START, _CAPITAL, _CORE, _GLUED, _SPACHE = range(6)
_ORDINARY = slice(6, 6 + _K)  # the counts where the first word is no name
_NAMED = slice(6 + _K, 6 + 2 * _K)  # and where it is one

_BOUNDARY_TABLE = np.array(BOUNDARIES, dtype=np.int8)
# Letters and endings of high Arabic (El-Haj & Rayson 2016): hamza on its seats, ذ, ظ, وا, ون.
FASEEH = re.compile("[\u0621\u0624\u0626\u0630\u0638]|\u0648[\u0627\u0646]")
COUNTRY_ACRONYMS = frozenset("US USA UK UAE EU UN USSR DRC GDR NZ".split())


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts of a text, one row a sentence, columns as in :data:`FIELDS`.

    ``n_unique_unfamiliar`` belongs to the whole text: it does not add up over sentences.
    """

    rows: Table
    n_unique_unfamiliar: int

    def total(self) -> Counts:
        """Return the counts of the whole text."""
        sums = self.rows.sum(axis=0).tolist()
        return Counts(
            n_sentences=len(self.rows),
            n_unique_unfamiliar=self.n_unique_unfamiliar,
            **dict(zip(FIELDS, sums, strict=True)),
        )


def count(text: str, *, language: str = "en") -> CountTable:
    """Count a text, sentence by sentence.

    The sentences are those of :func:`newskit.text.segment.segment`; the words too.

    >>> count("The cat sat on the mat. It purred.").total().n_words
    8
    """
    lines, facts = _look_up(text, load_vocabulary(language))
    if not lines:
        return CountTable(np.zeros((0, _K), dtype=np.int64), 0)
    starts = _find_starts(lines, facts)
    names = _find_names(facts, starts)
    rows = np.where(names[:, None], facts[:, _NAMED], facts[:, _ORDINARY])
    table = np.add.reduceat(rows, starts, axis=0, dtype=np.int64)
    unfamiliar = facts[(facts[:, _SPACHE] > 0) & ~names, _CORE]
    return CountTable(table[table[:, 0] > 0], len(np.unique(unfamiliar)))


def describe_words(text: str, *, language: str = "en") -> Table:
    """Return the counts of each word, one row a word of ``segment(text).words``.

    >>> describe_words("Then Khan met Putin.")[:, FIELDS.index("n_names")].tolist()
    [0, 1, 0, 1]
    """
    lines, facts = _look_up(text, load_vocabulary(language))
    if not lines:
        return np.zeros((0, _K), dtype=np.int64)
    names = _find_names(facts, _find_starts(lines, facts))
    spoken = language if can_count_syllables(language) else None
    rows = [
        describe_word(word, spoken, name=(bool(named) and i == 0) or (i > 0 and word[0].isupper()))
        for chunk, named in zip((c for line in lines for c in line), names, strict=True)
        for i, word in enumerate(fold_quotes(match.group()) for match in WORD.finditer(chunk))
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, _K)


def _look_up(text: str, vocabulary: Vocabulary) -> tuple[list[list[str]], NDArray[np.int32]]:
    """Return the chunks of each line and their facts, sentences glued together cut apart."""
    lines = [chunks for line in text.split("\n") if (chunks := line.split())]
    facts = vocabulary.look_up([chunk for line in lines for chunk in line])
    if facts[:, _GLUED].any():
        lines = [[piece for chunk in line for piece in split_glued(chunk)] for line in lines]
        facts = vocabulary.look_up([chunk for line in lines for chunk in line])
    return lines, facts


def _find_starts(lines: Sequence[Sequence[str]], facts: NDArray[np.int32]) -> NDArray[np.intp]:
    """Return the index of the first chunk of each sentence."""
    verdicts = np.zeros(len(facts), dtype=np.int8)
    verdicts[:-1] = _BOUNDARY_TABLE[facts[:-1, _END], facts[1:, _START]]
    line_ends = np.cumsum([len(line) for line in lines]) - 1
    verdicts[line_ends] = YES
    for at in np.flatnonzero(verdicts == ASK):
        number = int(np.searchsorted(line_ends, at))
        offset = int(line_ends[number]) - len(lines[number]) + 1
        verdicts[at] = YES if is_boundary(lines[number], int(at) - offset) else 0
    return np.concatenate([[0], np.flatnonzero(verdicts == YES)[:-1] + 1])


def _find_names(facts: NDArray[np.int32], starts: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which chunks begin with a name.

    A capital within a sentence is one. At its beginning, and behind an opening quotation mark,
    the word is one if the text has it as a name elsewhere or if another name follows. Words in
    capitals throughout are acronyms, so a text that shouts has no names.
    """
    capital = facts[:, _CAPITAL] > 0
    initial = facts[:, _START] == Start.QUOTED
    initial[starts] = True
    names = capital & ~initial
    followed = np.zeros_like(names)
    followed[:-1] = names[1:] & (facts[:-1, _END] == 0)
    doubtful = capital & initial
    known = np.isin(facts[:, _CORE], facts[names, _CORE])
    unlisted = facts[:, _SPACHE] > 0  # "Courting Russia": a common word before a name is none
    result: NDArray[np.bool_] = names | (doubtful & (known | (followed & unlisted)))
    return result


@lru_cache(maxsize=8)
def load_vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language; it is shared and only ever grows."""
    spoken = language if can_count_syllables(language) else None
    cores: dict[str, int] = {}

    def describe(chunk: str) -> list[int]:
        words = [fold_quotes(match.group()) for match in WORD.finditer(chunk)]
        core = words[0].lower().removesuffix("'s") if words else ""
        start = classify_start(chunk)
        capital = bool(words) and _is_capitalised(words[0]) and start is not Start.STARTER
        capital = capital and not is_acronym(words[0])
        ordinary = [
            describe_word(w, spoken, name=i > 0 and w[0].isupper()) for i, w in enumerate(words)
        ]
        named = [describe_word(w, spoken, name=w[0].isupper()) for w in words]
        return [
            classify_end(chunk),
            start,
            int(capital),
            cores.setdefault(core, len(cores)),
            len(split_glued(chunk)) > 1,
            bool(words) and not familiar.is_familiar(core, using="spache-words"),
            *_add_rows(ordinary),
            *_add_rows(named),
        ]

    return Vocabulary(describe, width=6 + 2 * _K)


def describe_word(word: str, language: str | None, *, name: bool) -> tuple[int, ...]:
    """Return the counts of one word, in the order of :data:`FIELDS`.

    Names of people and places are familiar; acronyms are not, but for those of countries
    (Dale and Chall, 1948, count "TB" as unfamiliar).

    ``language`` is None where syllables cannot be counted; what needs them is then 0.

    >>> dict(zip(FIELDS, describe_word("unfamiliar", "en", name=False)))["n_syllables"]
    4
    """
    letters = sum(map(str.isalpha, word))
    digits = sum(map(str.isdigit, word))
    spoken = count_syllables(word, language=language) if language else 0
    syllables = _count_figures_as_one(word, language) if language and digits else spoken
    lower = word.lower()
    ordinary = not name and not digits
    return (
        1,
        syllables,
        letters + digits,
        syllables == 1,
        syllables >= 3,
        digits > 0 and syllables < 3 <= spoken,
        letters > 6,
        letters + digits <= 3,
        ordinary and syllables >= 3 and is_complex(lower),
        (ordinary or is_acronym(word)) and not familiar.is_familiar(lower),
        name,
        digits > 0,
        letters >= 6,
        syllables >= 5,
        syllables >= 5 and bool(FASEEH.search(word)),
    )


def _count_figures_as_one(word: str, language: str) -> int:
    parts = [part for part in re.split("[-–]", word) if part]
    return sum(
        1 if any(map(str.isdigit, part)) else count_syllables(part, language=language)
        for part in parts
    )


def is_acronym(word: str) -> bool:
    """Whether a word is spelt in capitals and is no country's abbreviation.

    >>> is_acronym("TB"), is_acronym("U.S."), is_acronym("Khan")
    (True, False, False)
    """
    bare = word.removesuffix("'s").replace(".", "")
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and bare not in COUNTRY_ACRONYMS


def is_complex(word: str) -> bool:
    """Whether a polysyllable is hard in Gunning's sense: no compound, no mere word form.

    >>> [is_complex(word) for word in ("government", "state-owned", "created", "expanding")]
    [True, False, False, False]
    """
    if "-" in word or "–" in word:
        return False
    for ending, replaced in (("ed", ("", "e")), ("es", ("", "e")), ("ing", ("", "e"))):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            return min(count_syllables(stem + letters) for letters in replaced) > 2
    return True


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and word not in ("I", "I'm", "I've", "I'd", "I'll")


def _add_rows(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * _K
