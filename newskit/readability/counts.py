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
from itertools import chain

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
from newskit.text.words import WORD, Start

Table = NDArray[np.int64]
Count = float  # a whole number, or nan where the language has no such count

# The verdict for how a chunk ends (the upper four bits) and how the next begins (the lower four).
_VERDICTS = np.zeros((16, 16), dtype=np.int8)
_VERDICTS[: len(BOUNDARIES), : len(BOUNDARIES[0])] = BOUNDARIES
_VERDICTS[columns.ALWAYS] = YES


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
    n_names: words known as names by their capital (not in German, nor where there are none).
    n_numbers: words with a figure in them.
    n_six_letter_words, n_five_syllable_words: words of at least that length (OSMAN).
    n_faseeh_words: five-syllable words with a letter or ending of high Arabic (OSMAN).
    n_unique_unfamiliar: different words outside the list of Spache (1974), which is shorter than
        Dale–Chall's; each counted once.

    A count that means nothing in the language is nan (:func:`.limits.keep_defined`).
    """

    n_sentences: Count
    n_words: Count
    n_syllables: Count
    n_letters: Count
    n_monosyllables: Count
    n_polysyllables: Count
    n_polysyllabic_figures: Count
    n_long_words: Count
    n_short_words: Count
    n_complex_words: Count
    n_unfamiliar_words: Count
    n_names: Count
    n_numbers: Count
    n_six_letter_words: Count
    n_five_syllable_words: Count
    n_faseeh_words: Count
    n_unique_unfamiliar: Count

    def to_dict(self) -> dict[str, Count]:
        """Return the counts by name."""
        return dataclasses.asdict(self)


def say_count(n: Count, noun: str) -> str:
    """Return a count with its noun.

    >>> say_count(1, "word"), say_count(1200, "word")
    ('1 word', '1,200 words')
    """
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class CountTable:
    """Counts of a text, one row a sentence, columns as in :data:`FIELDS`.

    ``n_unique_unfamiliar`` belongs to the whole text: it does not add up over sentences.
    """

    rows: Table
    n_unique_unfamiliar: int

    def total(self) -> Counts:
        """Return the counts of the whole text."""
        sums: list[int] = self.rows.sum(axis=0).tolist()
        return Counts(*(len(self.rows), *sums, self.n_unique_unfamiliar))  # FIELDS, in order


# So many texts are cut together, and so many counted: arrays stay in the processor's cache.
_CUT, _BATCH = 1024, 32
# Put where a text has one of the marks of word_counts itself.
_STRAY = "\x04"
# Above the number of a word stands that of its text: one in one text says nothing of another.
_TEXT_SHIFT = 32


@dataclass(frozen=True, slots=True)
class _Reading:
    """The chunks of some texts, each line closed by a break, with what is known of each."""

    ids: NDArray[np.int64]
    flags: NDArray[np.int64]
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
    return CountTable(rows[rows[:, 0] > 0], int(_count_unique(reading, vocabulary)[0]))


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
        ends = np.flatnonzero(ids == vocabulary.look_up([columns.TEXT_END])) + 1
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
    worded = np.bitwise_or.reduceat(reading.flags, reading.starts) & columns.WORDED
    first_sentences = reading.starts.searchsorted(reading.texts)
    n_sentences = np.add.reduceat(worded > 0, first_sentences, dtype=np.int64)
    return np.column_stack([n_sentences, sums, _count_unique(reading, vocabulary)])


def _add_up(
    reading: _Reading, vocabulary: Vocabulary, firsts: NDArray[np.int64], *, long: bool
) -> Table:
    """Return the fields summed over stretches of chunks that begin at ``firsts``, one row each."""
    both = vocabulary.tables[columns.PACKS].reshape(-1, columns.N_PACKS)
    packs = both.take(2 * reading.ids + reading.names, axis=0)
    if long and not _fits(packs, firsts):  # the sums could overflow their fields
        return np.add.reduceat(unpack(packs), firsts, axis=0)
    return unpack(np.add.reduceat(packs, firsts, axis=0))


def _fits(packs: Table, firsts: NDArray[np.int64]) -> bool:
    """Whether the packed sums of all stretches fit: none has many chunks, and no chunk is long."""
    most_chunks = np.diff(firsts, append=len(packs)).max(initial=0)
    return bool(most_chunks * columns.find_longest(packs) <= columns.MOST_PACKED)


def _count_unique(reading: _Reading, vocabulary: Vocabulary) -> NDArray[np.int64]:
    """Return how many different words of each text are outside Spache's list."""
    at = ((reading.flags & columns.UNLISTED > 0) & ~reading.names).nonzero()[0]
    words = np.sort(_name_words(at, reading.ids, reading.texts, vocabulary))
    new = np.ones(len(words), dtype=np.bool_)
    new[1:] = words[1:] != words[:-1]
    return np.bincount(words[new] >> _TEXT_SHIFT, minlength=len(reading.texts))


def _name_words(
    at: NDArray[np.int64],
    ids: NDArray[np.int64],
    texts: NDArray[np.int64],
    vocabulary: Vocabulary,
) -> NDArray[np.int64]:
    """Return a number for the first word of each chunk ``at``; texts have numbers of their own."""
    words = vocabulary.tables[columns.CORES].take(ids[at])
    if len(texts) > 1:
        words |= texts.searchsorted(at, side="right") - 1 << _TEXT_SHIFT
    return words


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
    for mark in columns.MARKS:
        texts = [text.replace(mark, _STRAY) for text in texts]
    end = columns.TEXT_END
    return f"{f' {end} '.join(texts)} {end}".replace("\n", f" {columns.LINE_END} ")


def _read(ids: NDArray[np.int64], vocabulary: Vocabulary) -> _Reading:
    """Find the sentences and the names among the chunks of some texts."""
    flags = vocabulary.tables[columns.FLAGS].take(ids)
    glued = (flags & columns.GLUED).nonzero()[0]
    if len(glued):
        ids = _cut_apart(ids, glued, vocabulary)
        flags = vocabulary.tables[columns.FLAGS].take(ids)
    texts = (flags == columns.MARKS[columns.TEXT_END]).nonzero()[0] + 1
    texts[1:], texts[0] = texts[:-1], 0
    starts = _find_starts(ids, flags, vocabulary.chunks)
    names = _find_names(ids, flags, starts, texts, vocabulary)
    return _Reading(ids, flags, starts, names, texts)


def _cut_apart(
    ids: NDArray[np.int64], glued: NDArray[np.int64], vocabulary: Vocabulary
) -> NDArray[np.int64]:
    """Cut chunks that hold two sentences without a space, or an uncommon space."""
    pieces = [columns.cut_chunk(vocabulary.chunks[i]) for i in ids[glued].tolist()]
    sizes = np.ones(len(ids), dtype=np.int64)
    sizes[glued] = list(map(len, pieces))
    is_piece = np.zeros(len(ids), dtype=np.bool_)
    is_piece[glued] = True
    cut = np.repeat(ids, sizes)
    cut[np.repeat(is_piece, sizes)] = vocabulary.look_up(list(chain.from_iterable(pieces)))
    return cut


def _find_starts(
    ids: NDArray[np.int64], flags: NDArray[np.int64], chunks: Sequence[str]
) -> NDArray[np.int64]:
    """Return the index of the first chunk of each sentence; a mark closes the last one."""
    ends, begins = flags & columns.FOUR_BITS, flags >> columns.START_SHIFT & columns.FOUR_BITS
    verdicts = _VERDICTS.take(ends[:-1] << 4 | begins[1:])
    asked = (verdicts == ASK).nonzero()[0].tolist()
    if asked:
        line_ends = (ends == columns.ALWAYS).nonzero()[0].tolist()
    for at in asked:
        number = bisect_left(line_ends, at)
        first = line_ends[number - 1] + 1 if number else 0
        begin = max(first, at - CONTEXT)
        line = [chunks[i] for i in ids[begin : min(line_ends[number], at + CONTEXT)].tolist()]
        verdicts[at] = YES if is_boundary(line, at - begin) else 0
    return np.concatenate([[0], (verdicts == YES).nonzero()[0] + 1])


def _find_names(
    ids: NDArray[np.int64],
    flags: NDArray[np.int64],
    starts: NDArray[np.int64],
    texts: NDArray[np.int64],
    vocabulary: Vocabulary,
) -> NDArray[np.bool_]:
    """Return which chunks begin with a name; ``texts`` are the first chunks of the texts.

    A capital within a sentence is one. At its beginning (behind a bullet or the number of an item
    too), and behind an opening quotation mark, the word is one if the text has it as a name
    elsewhere or if another name follows it or its title. Words in capitals throughout are acronyms,
    so a text that shouts has no names; but letters before a name are its initials.
    """
    unsure = flags >> columns.START_SHIFT & columns.FOUR_BITS == Start.QUOTED
    unsure[starts] = True
    heads = (flags.take(starts) & columns.HEAD).nonzero()[0]
    if len(heads):  # never the last chunk: that is the mark of an end
        unsure[starts[heads] + 1] = True
    capital = flags & columns.CAPITAL > 0
    names: NDArray[np.bool_] = capital & ~unsure
    initials = (flags & columns.INITIALS).nonzero()[0]
    if len(initials):
        names[initials] = names[initials + 1] & (flags[initials + 1] & columns.UNLISTED > 0)
    doubtful = (capital & unsure).nonzero()[0]
    known = np.sort(_name_words(names.nonzero()[0], ids, texts, vocabulary))
    words = _name_words(doubtful, ids, texts, vocabulary)
    followed = names[doubtful + 1] & (flags[doubtful] & columns.LEADS > 0)
    if len(known):
        followed |= known.take(known.searchsorted(words), mode="clip") == words
    names[doubtful] = followed
    return names
