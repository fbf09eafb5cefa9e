"""What every formula is made of: counts, one row a sentence.

A text is cut at white space; what each chunk adds is looked up (:mod:`.word_counts`), where
sentences end is read from the same table as in :mod:`newskit.text.segment`, and the rest is sums.
Many texts are counted in one go at less than half the cost of one at a time.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from newskit.normalise import fold_quotes
from newskit.readability import word_counts as columns
from newskit.readability.word_counts import (
    FIELDS,
    MOST_PACKED,
    describe_word,
    load_vocabulary,
    unpack,
)
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


# So many texts are cut together, and so many counted: arrays stay in the processor's cache.
_CUT, _BATCH = 1024, 32
# Stand among the chunks for a line break and for the end of a text: characters of private use.
_MARK = "\ue000"
_BREAK, _END = f"{_MARK}\ue001", f"{_MARK}\ue002"
_STRAY = "\ue003"  # put where a text has the first of them itself


@dataclass(frozen=True, slots=True)
class _Reading:
    """The chunks of some texts, each line closed by a break, with what is known of each."""

    ids: NDArray[np.int64]
    rows: Table  # as in the vocabulary's table CHUNKS
    starts: NDArray[np.int64]  # the first chunk of each sentence
    names: NDArray[np.bool_]  # whether a chunk begins with a name
    texts: NDArray[np.int64]  # the first chunk of each text


def count(text: str, *, language: str = "en") -> CountTable:
    """Count a text, sentence by sentence.

    The sentences are those of :func:`newskit.text.segment.segment`; the words too.

    >>> count("The cat sat on the mat. It purred.").total().n_words
    8
    """
    vocabulary = load_vocabulary(language)
    reading = _read(vocabulary.cut(_mark([text])), vocabulary)
    rows = _add_up(reading, vocabulary, reading.starts, long=len(text) > MOST_PACKED)
    return CountTable(rows[rows[:, 0] > 0], _count_unique(reading)[0])


def count_many(texts: Sequence[str], *, language: str = "en") -> dict[str, Table]:
    """Count many texts at once: each count of :class:`Counts` as an array, one value a text.

    >>> count_many(["One word more.", "", "He left. She stayed."])["n_sentences"].tolist()
    [1, 0, 2]
    """
    vocabulary = load_vocabulary(language)
    tables = [np.zeros((0, len(FIELDS) + 2), dtype=np.int64)]
    for first in range(0, len(texts), _CUT):
        some = texts[first : first + _CUT]
        long = max(map(len, some)) > MOST_PACKED
        ids = vocabulary.cut_long(_mark(some))
        ends = np.flatnonzero(ids == vocabulary.look_up([_END])) + 1
        begin = 0
        for last in [*range(_BATCH, len(some), _BATCH), len(some)]:
            batch = ids[begin : ends[last - 1]]
            tables.append(_count_batch(_read(batch, vocabulary), vocabulary, long=long))
            begin = ends[last - 1]
    table = np.concatenate(tables)
    return dict(zip(("n_sentences", *FIELDS, "n_unique_unfamiliar"), table.T, strict=True))


def _count_batch(reading: _Reading, vocabulary: Vocabulary, *, long: bool) -> Table:
    """Return one row a text: sentences, the fields, different unfamiliar words."""
    sums = _add_up(reading, vocabulary, reading.texts, long=long)
    # A sentence without a word is none.
    worded = np.bitwise_or.reduceat(reading.rows[:, columns.FLAGS], reading.starts)
    worded &= columns.WORDED
    first_sentences = np.searchsorted(reading.starts, reading.texts)
    n_sentences = np.add.reduceat(worded > 0, first_sentences, dtype=np.int64)
    return np.column_stack([n_sentences, sums, _count_unique(reading)])


def _add_up(
    reading: _Reading, vocabulary: Vocabulary, firsts: NDArray[np.int64], *, long: bool
) -> Table:
    """Return the fields summed over stretches of chunks that begin at ``firsts``, one row each."""
    packs = reading.rows[:, columns.PACKS]
    named = reading.names.nonzero()[0]
    packs[named] = vocabulary.tables[columns.NAMED].take(reading.ids[named], axis=0)
    if long:  # the sums would not fit in their fields
        return np.add.reduceat(unpack(packs), firsts, axis=0)
    return unpack(np.add.reduceat(packs, firsts, axis=0))


def _count_unique(reading: _Reading) -> list[int]:
    """Return how many different words of each text are outside Spache's list."""
    unlisted = (reading.rows[:, columns.FLAGS] & columns.UNLISTED > 0) & ~reading.names
    at = unlisted.nonzero()[0]
    cores = reading.rows[at, columns.CORE].tolist()
    cuts = [*at.searchsorted(reading.texts).tolist(), len(cores)]
    return [len(set(cores[a:b])) for a, b in pairwise(cuts)]


def describe_words(text: str, *, language: str = "en") -> Table:
    """Return the counts of each word, one row a word of ``segment(text).words``.

    >>> describe_words("Then Khan met Putin.")[:, FIELDS.index("n_names")].tolist()
    [0, 1, 0, 1]
    """
    vocabulary = load_vocabulary(language)
    reading = _read(vocabulary.cut(_mark([text])), vocabulary)
    spoken = language if can_count_syllables(language) else None
    rows = [
        describe_word(word, spoken, name=word[0].isupper() and (i > 0 or bool(named)))
        for number, named in zip(reading.ids.tolist(), reading.names, strict=True)
        for i, word in enumerate(
            fold_quotes(match.group()) for match in WORD.finditer(vocabulary.chunks[number])
        )
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, len(FIELDS))


def _mark(texts: Sequence[str]) -> str:
    """Return the texts as one, with a mark among the chunks at each line break and each end."""
    whole = f" {_END} ".join([text.replace(_MARK, _STRAY) for text in texts])
    return f"{whole} {_END}".replace("\n", f" {_BREAK} ")


def _read(ids: NDArray[np.int64], vocabulary: Vocabulary) -> _Reading:
    """Find the sentences and the names among the chunks of some texts."""
    table = vocabulary.tables[columns.CHUNKS]
    rows = table.take(ids, axis=0)
    glued = (rows[:, columns.FLAGS] & columns.GLUED).nonzero()[0]
    if len(glued):
        ids = _cut_apart(ids, glued, vocabulary)
        rows = vocabulary.tables[columns.CHUNKS].take(ids, axis=0)
    break_id, end_id = vocabulary.look_up([_BREAK, _END]).tolist()
    firsts = (ids == end_id).nonzero()[0] + 1
    firsts[1:], firsts[0] = firsts[:-1], 0
    breaks = (ids == break_id) | (ids == end_id)
    starts = _find_starts(ids, rows[:, columns.FLAGS], breaks, vocabulary.chunks)
    return _Reading(ids, rows, starts, _find_names(rows, starts, firsts), firsts)


def _cut_apart(
    ids: NDArray[np.int64], glued: NDArray[np.int64], vocabulary: Vocabulary
) -> NDArray[np.int64]:
    """Cut chunks that hold two sentences without a space."""
    pieces = [split_glued(vocabulary.chunks[i]) for i in ids[glued].tolist()]
    sizes = np.ones(len(ids), dtype=np.int64)
    sizes[glued] = list(map(len, pieces))
    cut = np.repeat(ids, sizes)
    cut[np.repeat(sizes > 1, sizes)] = vocabulary.look_up(list(chain.from_iterable(pieces)))
    return cut


def _find_starts(
    ids: NDArray[np.int64],
    flags: NDArray[np.int64],
    breaks: NDArray[np.bool_],
    chunks: Sequence[str],
) -> NDArray[np.int64]:
    """Return the index of the first chunk of each sentence; a break closes the last one."""
    verdicts = np.zeros(len(ids), dtype=np.int8)
    ends, begins = flags & columns.FOUR_BITS, flags >> columns.START_SHIFT & columns.FOUR_BITS
    verdicts[:-1] = _BOUNDARY_TABLE[ends[:-1], begins[1:]]
    verdicts[:-1][breaks[1:]] = 0
    verdicts[breaks] = YES
    line_ends = breaks.nonzero()[0].tolist()
    for at in (verdicts == ASK).nonzero()[0].tolist():
        number = bisect_left(line_ends, at)
        first = line_ends[number - 1] + 1 if number else 0
        begin = max(first, at - CONTEXT)
        line = [chunks[i] for i in ids[begin : min(line_ends[number], at + CONTEXT)].tolist()]
        verdicts[at] = YES if is_boundary(line, at - begin) else 0
    starts: NDArray[np.int64] = (verdicts == YES).nonzero()[0] + 1
    starts[1:] = starts[:-1]
    starts[0] = 0
    return starts


def _find_names(
    rows: Table, starts: NDArray[np.int64], firsts: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return which chunks begin with a name; ``firsts`` are the first chunks of the texts.

    A capital within a sentence is one. At its beginning, and behind an opening quotation mark,
    the word is one if the text has it as a name elsewhere or if another name follows. Words in
    capitals throughout are acronyms, so a text that shouts has no names.
    """
    flags = rows[:, columns.FLAGS].copy()
    opening = np.zeros(len(flags), dtype=np.bool_)
    opening[starts] = True
    capital = (flags & columns.CAPITAL).nonzero()[0]
    quoted = flags[capital] >> columns.START_SHIFT & columns.FOUR_BITS == Start.QUOTED
    unsure = opening[capital] | quoted
    words = rows[capital, columns.CORE]
    if len(firsts) > 1:  # a name in one text says nothing of another
        words |= firsts.searchsorted(capital, side="right") << 32
    names = np.zeros(len(flags), dtype=np.bool_)
    names[capital[~unsure]] = True
    known = set(words[~unsure].tolist())
    doubtful = capital[unsure]  # never the last: that is the mark of the text's end
    # "Courting Russia": a common word before a name is none
    alone = flags[doubtful] & (columns.FOUR_BITS | columns.UNLISTED) == columns.UNLISTED
    named = [word in known for word in words[unsure].tolist()]
    names[doubtful] = names[doubtful + 1] & alone | np.array(named, dtype=np.bool_)
    return names
