"""What one word adds to each count, and the vocabulary that remembers it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from newskit.normalise import fold_quotes
from newskit.text import familiar
from newskit.text.syllables import can_count_syllables, count_syllables
from newskit.text.vocabulary import Vocabulary
from newskit.text.words import WORD, End, Start, classify_end, classify_start, split_glued

# The counts of a word, in order: what adds up from word to word and from sentence to sentence.
FIELDS: tuple[str, ...] = (
    "n_words",
    "n_syllables",
    "n_letters",
    "n_monosyllables",
    "n_polysyllables",
    "n_polysyllabic_figures",
    "n_long_words",
    "n_short_words",
    "n_complex_words",
    "n_unfamiliar_words",
    "n_names",
    "n_numbers",
    "n_six_letter_words",
    "n_five_syllable_words",
    "n_faseeh_words",
)
# The tables of a vocabulary. FLAGS: see below. CORES: the number of the first word's core. PACKS:
# the packed counts, twice: where that word is no name, and where it is one.
FLAGS, CORES, PACKS = range(3)
# The flags: how the chunk ends and begins sentences (four bits each), then one bit each.
FOUR_BITS, START_SHIFT = 0xF, 4
CAPITAL, GLUED, UNLISTED, WORDED, INITIALS = 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12
# HEAD: a bullet, or the number of an item. LEADS: a name where another follows it.
HEAD, LEADS = 1 << 13, 1 << 14
# These stand among the chunks for a line break and for the end of a text. They are control
# characters, so that a text of one byte a character stays one. Their flags: they end what is
# before them, and nothing begins with them.
LINE_END, TEXT_END = "\x02", "\x03"
ALWAYS, NEVER_LINE, NEVER_TEXT = 15, 14, 15
MARKS = {
    LINE_END: ALWAYS | NEVER_LINE << START_SHIFT,
    TEXT_END: ALWAYS | NEVER_TEXT << START_SHIFT,
}

# Counts are packed, three to an integer of 64 bits: what is gathered and summed is a third.
_FIELD_BITS = 21
_PER_PACK = 3
N_PACKS = -(-len(FIELDS) // _PER_PACK)
# A text of up to so many characters can be summed packed: no count has more than three for each
# (a "w" has three syllables), and a field holds two million.
MOST_PACKED = 1 << (_FIELD_BITS - 2)
_LARGEST = (1 << _FIELD_BITS) - 1
_SHIFTS = _FIELD_BITS * np.arange(_PER_PACK)

# Letters and endings of high Arabic (El-Haj & Rayson 2016): hamza on its seats, ذ, ظ, وا, ون.
FASEEH = re.compile("[\u0621\u0624\u0626\u0630\u0638]|\u0648[\u0627\u0646]")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}")
COUNTRY_ACRONYMS = frozenset("US USA UK UAE EU UN USSR DRC GDR NZ".split())


def load_vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language, which is shared, with room in it."""
    vocabulary = _make_vocabulary(language)
    vocabulary.make_room()
    return vocabulary


@lru_cache(maxsize=8)
def _make_vocabulary(language: str) -> Vocabulary:
    spoken = language if can_count_syllables(language) else None
    cores: dict[str, int] = {}

    def describe(chunk: str) -> list[list[int]]:
        words = [fold_quotes(match.group()) for match in WORD.finditer(chunk)]
        core = words[0].lower().removesuffix("'s") if words else ""
        start = classify_start(chunk)
        counts = [describe_word(word, spoken, name=word[0].isupper()) for word in words]
        first = [describe_word(word, spoken, name=False) for word in words[:1]]
        end = classify_end(chunk)
        unlisted = bool(words) and not familiar.is_familiar(core, using="spache-words")
        # "Courting Russia": a common word before a name is none, but a title is.
        leads = end in (End.TITLE, End.INITIAL) or (unlisted and end is End.NONE)
        flags = (
            end
            | start << START_SHIFT
            | CAPITAL * (bool(words) and start is not Start.STARTER and _may_be_name(words[0]))
            | GLUED * (len(cut_chunk(chunk)) != 1)
            | UNLISTED * unlisted
            | WORDED * bool(words)
            | INITIALS * (bool(words) and is_initials(words[0]))
            | HEAD * (not words or end is End.MARKER)
            | LEADS * leads
        )
        number = cores.setdefault(core, len(cores))
        flags = MARKS.get(chunk, flags)
        packs = [*_pack(_add_rows(first + counts[1:])), *_pack(_add_rows(counts))]
        return [[flags], [number], packs]

    return Vocabulary(describe, widths=(1, 1, 2 * N_PACKS))


def cut_chunk(chunk: str) -> list[str]:
    """Return a chunk cut at spaces beyond ASCII, and between two sentences without a space.

    >>> cut_chunk("said.The\\u00a0man")
    ['said.', 'The', 'man']
    """
    return [piece for part in chunk.split() for piece in split_glued(part)]


def _pack(counts: Sequence[int]) -> list[int]:
    """Return counts packed; one above two million (in a chunk: no language) is cut to that."""
    packs = [0] * N_PACKS
    for i, value in enumerate(counts):
        packs[i // _PER_PACK] |= min(value, _LARGEST) << _FIELD_BITS * (i % _PER_PACK)
    return packs


def find_longest(packs: NDArray[np.int64]) -> int:
    """Return the letters and digits of the longest of some packed chunks."""
    pack, place = divmod(FIELDS.index("n_letters"), _PER_PACK)
    return int((packs[:, pack] >> place * _FIELD_BITS & _LARGEST).max(initial=0))


def unpack(packs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the fields of packed counts, or of sums of them: shape (n, packs) to (n, fields).

    >>> unpack(np.array([_pack(range(len(FIELDS)))]))[0].tolist()
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    """
    fields = packs[:, :, None] >> _SHIFTS & _LARGEST
    return fields.reshape(len(packs), -1)[:, : len(FIELDS)]


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
        (ordinary or (is_acronym(word) and not (name and is_initials(word))))
        and not familiar.is_familiar(lower),
        name,
        digits > 0,
        letters >= 6,
        syllables >= 5,
        syllables >= 5 and bool(FASEEH.search(word)),
    )


def is_acronym(word: str) -> bool:
    """Whether a word is spelt in capitals and is no country's abbreviation.

    >>> is_acronym("TB"), is_acronym("U.S."), is_acronym("Khan")
    (True, False, False)
    """
    bare = word.removesuffix("'s").replace(".", "")
    return len(bare) > 1 and bare.isupper() and bare.isalpha() and bare not in COUNTRY_ACRONYMS


def is_initials(word: str) -> bool:
    """Whether a word may be the initials of a name, which the next word decides: "J.K. Rowling".

    >>> is_initials("J.K."), is_initials("U.N."), is_initials("TB")
    (True, False, False)
    """
    return bool(_INITIALS.fullmatch(word)) and is_acronym(word)


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


def _count_figures_as_one(word: str, language: str) -> int:
    parts = [part for part in re.split("[-–]", word) if part]
    return sum(
        1 if any(map(str.isdigit, part)) else count_syllables(part, language=language)
        for part in parts
    )


def _may_be_name(word: str) -> bool:
    pronoun = word in ("I", "I'm", "I've", "I'd", "I'll")
    return word[0].isupper() and not pronoun and not is_acronym(word)


def _add_rows(rows: Sequence[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(FIELDS)
