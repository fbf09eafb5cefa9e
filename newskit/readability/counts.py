"""What every formula is made of: counts, one row a sentence.

A text is cut at white space; what each chunk adds is looked up (:mod:`.word_counts`), where
sentences end is read from the same table as in :mod:`newskit.text.segment`, and the rest is sums.
Many texts are counted in one go at less than half the cost of one at a time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from newskit.normalise import fold_quotes
from newskit.readability import word_counts as columns
from newskit.readability.word_counts import FIELDS, describe_word, load_vocabulary
from newskit.text.segment import ASK, BOUNDARIES, CONTEXT, YES, is_boundary
from newskit.text.syllables import can_count_syllables
from newskit.text.vocabulary import Vocabulary
from newskit.text.words import WORD, Start, split_glued

Table = NDArray[np.int64]

_BOUNDARY_TABLE = np.array(BOUNDARIES, dtype=np.int8)


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
        values = (len(self.rows), *sums, self.n_unique_unfamiliar)
        return Counts(**dict(zip(Counts.__slots__, values, strict=True)))


# So many texts are counted together: their arrays stay in the processor's cache.
_BATCH = 64
# Stands for a line break among the chunks: two characters of private use, which no text has.
_BREAK = "\ue000\ue001"


@dataclass(frozen=True, slots=True)
class _Reading:
    """The chunks of some texts, each line closed by a break, with what is known of each."""

    chunks: Sequence[str]
    ids: NDArray[np.int64]
    facts: NDArray[np.int32]
    starts: NDArray[np.int64]  # the first chunk of each sentence
    names: NDArray[np.bool_]  # whether a chunk begins with a name
    owner: NDArray[np.int64] | None  # the text of each chunk, where there are several


def count(text: str, *, language: str = "en") -> CountTable:
    """Count a text, sentence by sentence.

    The sentences are those of :func:`newskit.text.segment.segment`; the words too.

    >>> count("The cat sat on the mat. It purred.").total().n_words
    8
    """
    vocabulary = load_vocabulary(language)
    reading = _read(_cut(text), vocabulary)
    table = _sum_sentences(reading, vocabulary)
    unlisted = (reading.facts[:, columns.UNLISTED] > 0) & ~reading.names
    n_unique = len(set(reading.facts[unlisted, columns.CORE].tolist()))
    return CountTable(table[table[:, 0] > 0].astype(np.int64), n_unique)


def count_many(texts: Sequence[str], *, language: str = "en") -> dict[str, Table]:
    """Count many texts at once: each count of :class:`Counts` as an array, one value a text.

    >>> count_many(["One word more.", "", "He left. She stayed."])["n_sentences"].tolist()
    [1, 0, 2]
    """
    vocabulary = load_vocabulary(language)
    batches = [
        _count_batch(texts[first : first + _BATCH], vocabulary)
        for first in range(0, len(texts), _BATCH)
    ]
    table = np.concatenate([np.zeros((0, len(FIELDS) + 2), dtype=np.int64), *batches])
    return dict(zip(("n_sentences", *FIELDS, "n_unique_unfamiliar"), table.T, strict=True))


def _count_batch(texts: Sequence[str], vocabulary: Vocabulary) -> Table:
    """Return one row a text: sentences, the fields, different unfamiliar words."""
    cut = [_cut(text) for text in texts]
    n = len(cut)
    owner = np.repeat(np.arange(n), [len(chunks) for chunks in cut])
    reading = _read(list(chain.from_iterable(cut)), vocabulary, owner)
    owner = owner if reading.owner is None else reading.owner
    table = _sum_sentences(reading, vocabulary)
    of_sentence = owner[reading.starts]
    first = np.flatnonzero(np.diff(of_sentence, prepend=-1))
    unlisted = (reading.facts[:, columns.UNLISTED] > 0) & ~reading.names
    pairs = np.unique(owner[unlisted] << 32 | reading.facts[unlisted, columns.CORE])
    n_unique = np.bincount(pairs >> 32, minlength=n)
    n_sentences = np.bincount(of_sentence[table[:, 0] > 0], minlength=n)
    sums = np.add.reduceat(table, first, axis=0, dtype=np.int64)
    return np.column_stack([n_sentences, sums, n_unique]).astype(np.int64)


def describe_words(text: str, *, language: str = "en") -> Table:
    """Return the counts of each word, one row a word of ``segment(text).words``.

    >>> describe_words("Then Khan met Putin.")[:, FIELDS.index("n_names")].tolist()
    [0, 1, 0, 1]
    """
    reading = _read(_cut(text), load_vocabulary(language))
    spoken = language if can_count_syllables(language) else None
    rows = [
        describe_word(word, spoken, name=word[0].isupper() and (i > 0 or bool(named)))
        for chunk, named in zip(reading.chunks, reading.names, strict=True)
        for i, word in enumerate(fold_quotes(match.group()) for match in WORD.finditer(chunk))
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, len(FIELDS))


def _cut(text: str) -> list[str]:
    """Return the chunks of a text, each line closed by a break."""
    return (text.replace("\n", f" {_BREAK} ") + f" {_BREAK}").split()


def _read(
    chunks: list[str], vocabulary: Vocabulary, owner: NDArray[np.int64] | None = None
) -> _Reading:
    """Look the chunks up and find sentences and names; ``owner`` is the text of each chunk."""
    ids = vocabulary.look_up(chunks)
    glued = np.flatnonzero(vocabulary.tables[columns.FACTS][ids, columns.GLUED])
    if len(glued):
        chunks, sizes, pieces = _cut_apart(chunks, glued)
        ids, changed = np.repeat(ids, sizes), np.repeat(sizes > 1, sizes)
        ids[changed] = vocabulary.look_up(pieces)
        owner = None if owner is None else np.repeat(owner, sizes)
    facts = vocabulary.tables[columns.FACTS].take(ids, axis=0)
    starts = _find_starts(chunks, facts, ids == vocabulary.look_up([_BREAK]))
    names = _find_names(facts, starts, owner)
    return _Reading(chunks, ids, facts, starts, names, owner)


def _cut_apart(
    chunks: list[str], glued: NDArray[np.int64]
) -> tuple[list[str], NDArray[np.int64], list[str]]:
    """Cut chunks that hold two sentences without a space.

    Returns all chunks, how many each of the old ones has become, and the new ones alone.
    """
    sizes = np.ones(len(chunks), dtype=np.int64)
    out: list[str] = []
    new: list[str] = []
    done = 0
    for at in glued.tolist():
        pieces = split_glued(chunks[at])
        sizes[at] = len(pieces)
        out += chunks[done:at]
        out += pieces
        new += pieces
        done = at + 1
    return out + chunks[done:], sizes, new


def _sum_sentences(reading: _Reading, vocabulary: Vocabulary) -> NDArray[np.int32]:
    counts = vocabulary.tables[columns.ORDINARY].take(reading.ids, axis=0)
    named = np.flatnonzero(reading.names)
    counts[named] = vocabulary.tables[columns.NAMED].take(reading.ids[named], axis=0)
    sums: NDArray[np.int32] = np.add.reduceat(counts, reading.starts, axis=0)
    return sums


def _find_starts(
    chunks: Sequence[str], facts: NDArray[np.int32], breaks: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return the index of the first chunk of each sentence; a break closes the last one."""
    verdicts = np.zeros(len(facts), dtype=np.int8)
    verdicts[:-1] = _BOUNDARY_TABLE[facts[:-1, columns.END], facts[1:, columns.START]]
    verdicts[:-1][breaks[1:]] = 0
    verdicts[breaks] = YES
    asked = np.flatnonzero(verdicts == ASK)
    if len(asked):
        line_ends = np.flatnonzero(breaks)
        for at in asked.tolist():
            number = int(np.searchsorted(line_ends, at))
            first = int(line_ends[number - 1]) + 1 if number else 0
            begin = max(first, at - CONTEXT)
            line = chunks[begin : min(int(line_ends[number]), at + CONTEXT)]
            verdicts[at] = YES if is_boundary(line, at - begin) else 0
    starts = np.flatnonzero(verdicts == YES) + 1
    starts[1:] = starts[:-1]
    starts[0] = 0
    return starts


def _find_names(
    facts: NDArray[np.int32], starts: NDArray[np.int64], owner: NDArray[np.int64] | None
) -> NDArray[np.bool_]:
    """Return which chunks begin with a name.

    A capital within a sentence is one. At its beginning, and behind an opening quotation mark,
    the word is one if the text has it as a name elsewhere or if another name follows. Words in
    capitals throughout are acronyms, so a text that shouts has no names.
    """
    capital = facts[:, columns.CAPITAL] > 0
    initial = facts[:, columns.START] == Start.QUOTED
    initial[starts] = True
    names: NDArray[np.bool_] = capital & ~initial
    doubtful = np.flatnonzero(capital & initial)
    core = facts[:, columns.CORE].astype(np.int64)
    if owner is not None:  # a name in one text says nothing of another
        core |= owner << 32
    known = set(core[names].tolist())
    is_known = np.array([key in known for key in core[doubtful].tolist()], dtype=np.bool_)
    after = np.minimum(doubtful + 1, len(facts) - 1)
    # "Courting Russia": a common word before a name is none
    unlisted = facts[doubtful, columns.UNLISTED] > 0
    followed = names[after] & (facts[doubtful, columns.END] == 0) & (after > doubtful) & unlisted
    names[doubtful] = is_known | followed
    return names
