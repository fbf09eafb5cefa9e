"""A text split into paragraphs, sentences and words, as offsets.

One rule decides where sentences end: how a chunk ends against how the next one begins
(:data:`BOUNDARIES`); the few combinations that need more context are asked one by one. A line
break always ends a sentence: headings, list lines and captions are units of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate, compress, repeat
from operator import add, attrgetter
from typing import Final, TypeVar

from newskit.article import Article, Span, as_article
from newskit.text import abbreviations as table
from newskit.text.segments import Segments
from newskit.text.words import Chunk, End, Start, read_chunk, split_glued

NO, YES, ASK = 0, 1, 2

# Rows: how a chunk ends (End). Columns: how the next begins (Start):
# LOWER DIGIT CAPITAL STARTER PRONOUN DAY CASELESS QUOTED OTHER
BOUNDARIES: Final[tuple[tuple[int, ...], ...]] = (
    (NO, NO, NO, NO, NO, NO, NO, NO, NO),  # NONE
    (NO, YES, YES, YES, YES, YES, YES, YES, ASK),  # PLAIN
    (NO, YES, YES, YES, YES, YES, YES, YES, ASK),  # STRONG
    (NO, YES, ASK, YES, ASK, YES, YES, YES, ASK),  # ASKED
    (NO, NO, YES, YES, NO, YES, YES, YES, NO),  # ELLIPSIS
    (NO, NO, NO, NO, NO, NO, NO, NO, NO),  # TITLE
    (NO, NO, NO, ASK, YES, NO, YES, YES, NO),  # NAME_PART
    (NO, NO, YES, YES, YES, YES, YES, YES, ASK),  # NUMBERED
    (NO, ASK, ASK, YES, YES, NO, YES, YES, ASK),  # CLOCK
    (NO, NO, ASK, ASK, NO, ASK, NO, ASK, NO),  # INITIAL
    (NO, ASK, ASK, ASK, ASK, ASK, ASK, ASK, ASK),  # MARKER
    (NO, ASK, ASK, ASK, ASK, ASK, ASK, ASK, NO),  # TRAILER
)

_Item = TypeVar("_Item")
_IS_GLUED, _GET_END = attrgetter("is_glued"), attrgetter("end")
_LINE: Final = re.compile(r"\S[^\n]*")
_CHUNK: Final = re.compile(r"\S+")


def segment(source: Article | str) -> Segments:
    """Split an article, or a bare text, into paragraphs, sentences and words.

    >>> parts = segment("Gen. Khan spoke at 3 p.m. on Friday. He left.")
    >>> [span.of(parts.text) for span in parts.sentences]
    ['Gen. Khan spoke at 3 p.m. on Friday.', 'He left.']
    """
    text = source if isinstance(source, str) else as_article(source).text
    paragraphs: list[Span] = []
    sentences: list[Span] = []
    new = tuple.__new__  # makes a span at half the cost
    word_texts: list[str] = []
    word_starts: list[int] = []
    word_ends: list[int] = []
    first_words: list[int] = []
    first_sentences: list[int] = []
    seams: list[int] = []
    for line in _LINE.finditer(text):
        starts, chunks, odd, is_even = _find_chunks(text, line.start(), line.end())
        texts, begins, ends, apart = _find_words(starts, chunks, odd, is_even=is_even)
        first_sentence, before, first, begin = len(sentences), len(word_starts), 0, 0
        for end in _find_ends(chunks, odd):
            behind = bisect_left(begins, starts[end]) if end < len(starts) else len(begins)
            if behind > first:
                sentences.append(new(Span, (starts[begin], starts[end - 1] + len(chunks[end - 1]))))
                first_words.append(before + first)
            begin, first = end, behind
        word_texts += texts
        word_starts += begins
        word_ends += ends
        seams += map(add, apart, repeat(before))
        if len(sentences) > first_sentence:
            paragraphs.append(Span(starts[0], starts[-1] + len(chunks[-1])))
            first_sentences.append(first_sentence)
    return Segments(
        text,
        tuple(paragraphs),
        tuple(sentences),
        tuple(word_texts),
        tuple(word_starts),
        tuple(word_ends),
        tuple(first_words),
        tuple(first_sentences),
        tuple(seams),
    )


def find_boundaries(chunks: Sequence[str]) -> list[int]:
    """Return where the sentences of one paragraph end, as indices behind their last chunk.

    >>> find_boundaries("He left. She stayed at 5 p.m. Moscow time.".split())
    [2, 9]
    """
    return _find_ends(chunks, _read_odd(chunks))


def _find_ends(chunks: Sequence[str], odd: Mapping[int, Chunk]) -> list[int]:
    """Return the same, where the chunks are read."""
    ends: list[int] = []
    for i in compress(odd, map(_GET_END, odd.values())):
        if i + 1 == len(chunks):
            break
        verdict = BOUNDARIES[odd[i].end][read_chunk(chunks[i + 1]).start]
        if verdict == ASK:  # what decides stands near; a bound keeps the work linear
            begin = max(0, i - CONTEXT)
            verdict = YES if is_boundary(chunks[begin : i + CONTEXT], i - begin) else NO
        if verdict == YES:
            ends.append(i + 1)
    if chunks:
        ends.append(len(chunks))
    return ends


def is_boundary(chunks: Sequence[str], i: int) -> bool:
    """Decide, with more context, whether a sentence ends behind ``chunks[i]``.

    For the combinations that :data:`BOUNDARIES` marks ASK.

    >>> is_boundary("“Will it hold?” Khan asked.".split(), 2)
    False
    """
    end, start = read_chunk(chunks[i]).end, read_chunk(chunks[i + 1]).start
    if end is End.TRAILER:
        return _ends_before_trailer(chunks, i)
    if end is End.MARKER:
        return not (_is_marker(chunks, i) or _is_spaced_out(chunks, i))
    if start is Start.OTHER:
        return _begins_with_mark(chunks, i + 1)
    if end is End.CLOCK:  # 5 p.m. GMT, 5 p.m. (1200 GMT), 5 p.m. Moscow time
        after = chunks[i + 1]
        return not (after.isupper() or after[0] == "(" or "time" in _bare(chunks[i + 2 : i + 4]))
    if end is End.INITIAL:
        return _ends_with_letter(chunks, i)
    if end is End.NAME_PART:  # "back to the U.S. The", but in a heading "U.S. Officials Say"
        return not _is_heading(chunks)
    return not _is_asked(chunks, i + 1)


def _ends_before_trailer(chunks: Sequence[str], i: int) -> bool:
    """Whether what stands before closing marks, footnotes and emoji ended a sentence."""
    last = i
    while last >= 0 and read_chunk(chunks[last]).end is End.TRAILER:
        last -= 1
    if last < 0:
        return False
    verdict = BOUNDARIES[read_chunk(chunks[last]).end][read_chunk(chunks[i + 1]).start]
    if verdict != ASK:
        return verdict == YES
    before = chunks[max(0, last - 1) : last + 1]
    return is_boundary([*before, *chunks[i + 1 : i + 12]], len(before) - 1)


def _is_marker(chunks: Sequence[str], i: int) -> bool:
    """Whether "1." heads a list item or is a German day; else it ends: "It came to 5. The"."""
    if i == 0 or _bare(chunks[i + 1 : i + 2])[0] in table.MONTHS_AFTER_STOP:
        return True
    before = chunks[i - 1]
    ended = (End.PLAIN, End.STRONG, End.ASKED, End.ELLIPSIS)
    return before in _BULLETS or before[-1] == ":" or read_chunk(before).end in ended


def _is_spaced_out(chunks: Sequence[str], i: int) -> bool:
    """Whether ``chunks[i]`` is part of "z. B.", "n. 5" or, as a number, of "im 19. Jahrhundert"."""
    if chunks[i][0].isdigit():
        return _bare(chunks[i - 1 : i])[0] in table.BEFORE_ORDINALS
    after = chunks[i + 1]
    return after[0].isdigit() or any(_LETTER.fullmatch(chunk) for chunk in (chunks[i - 1], after))


def _begins_with_mark(chunks: Sequence[str], i: int) -> bool:
    """Whether a sentence begins with ``chunks[i]``, which holds no letter: a bullet, a dash."""
    if chunks[i] in _BULLETS:
        return True
    alone = chunks[i] in _DASHES or not chunks[i].strip(".…")  # "he left . . . she stayed"
    if alone or read_chunk(chunks[i]).end is End.TRAILER or i + 1 >= len(chunks):
        return False
    return read_chunk(chunks[i + 1]).start is not Start.LOWER


def _ends_with_letter(chunks: Sequence[str], i: int) -> bool:
    """Whether a letter with a stop ends a sentence: "Plan B. The", not "A. The" or "J. Khan"."""
    word, after = _bare(chunks[i : i + 2])
    if word in table.DOUBLED:
        return after != table.DOUBLED[word]
    if i == 0:
        return False
    if read_chunk(chunks[i + 1]).start is Start.STARTER:
        return read_chunk(chunks[i - 1]).end in (End.NONE, End.INITIAL, End.TITLE)
    return _bare(chunks[i - 1 : i])[0] in table.LETTERED


def _is_heading(chunks: Sequence[str]) -> bool:
    """Whether the line is a heading with a capital on every word of four letters or more."""
    if len(chunks) > _LONGEST_HEADING or read_chunk(chunks[-1]).end is not End.NONE:
        return False
    return all(len(chunk) < 4 or read_chunk(chunk).start is not Start.LOWER for chunk in chunks)


def _is_asked(chunks: Sequence[str], i: int) -> bool:
    """Whether a speaker's name and a verb of asking, and no more, follow a quoted question."""
    for j in range(i, min(i + _LONGEST_SPEAKER, len(chunks))):
        word, (goes_on,) = _bare(chunks[j : j + 1])[0], _bare(chunks[j + 1 : j + 2]) or ("",)
        if word in table.ASKING_VERBS and j > i:
            if chunks[j][-1] in ".,;" or (goes_on == "" or goes_on in table.AFTER_ASKING):
                return True
            return word in table.VERBS_WITH_OBJECT and goes_on not in table.ASKED_FOR
        facts = read_chunk(chunks[j])
        if facts.end not in (End.NONE, End.TITLE, End.NAME_PART, End.INITIAL):
            return False
        if facts.start is Start.LOWER and word not in table.WITHIN_NAMES:
            return False
    return False


_LETTER: Final = re.compile(r"[^\W\d_]\.")  # one of several: "d. h."
_BULLETS: Final = frozenset("•●▪◦‣·*■")
_DASHES: Final = frozenset(("—", "–", "-", "--"))
# A boundary is decided by chunks no farther than this: more than a heading, more than a speaker.
CONTEXT: Final = 24
_LONGEST_HEADING: Final = 20  # chunks; a bound, so that a long line is not read again and again
_LONGEST_SPEAKER: Final = 8  # chunks: "Bob Gates of 9 Elm St. asked"


def _bare(chunks: Sequence[str]) -> list[str]:
    return [chunk.strip("\"'“”‘’.,;:!?()[]").lower() for chunk in chunks]


def _find_chunks(
    text: str, start: int, end: int
) -> tuple[list[int], list[str], dict[int, Chunk], bool]:
    """Return where the chunks of a line begin, the chunks, and what the odd ones hold.

    Last, whether one space stands between any two.
    """
    line = text[start:end].rstrip()
    chunks = line.split()
    sizes = accumulate(map(len, chunks[:-1]), initial=start)
    starts = list(map(add, sizes, range(len(chunks))))  # if one space stands between any two
    is_even = starts[-1] + len(chunks[-1]) == start + len(line)
    is_even = is_even and line.count(" ") == len(chunks) - 1
    if not is_even:
        starts = [match.start() for match in _CHUNK.finditer(text, start, start + len(line))]
    odd = _read_odd(chunks)
    if any(map(_IS_GLUED, odd.values())):
        parts = [(at, split_glued(chunk)) for at, chunk in zip(starts, chunks, strict=True)]
        chunks = [piece for _, pieces in parts for piece in pieces]
        starts = [at + n for at, pieces in parts for n in _measure(pieces)]
        odd, is_even = _read_odd(chunks), False
    return starts, chunks, odd, is_even


def _read_odd(chunks: Sequence[str]) -> dict[int, Chunk]:
    """Return what those chunks hold that are not of letters alone: one word that ends nothing."""
    return {i: read_chunk(chunk) for i, chunk in enumerate(chunks) if not chunk.isalpha()}


def _find_words(
    starts: Sequence[int], chunks: Sequence[str], odd: Mapping[int, Chunk], *, is_even: bool
) -> tuple[list[str], list[int], list[int], Sequence[int]]:
    """Return the words of a line, where they begin and end, and which are seams (see Segments)."""
    words, begins, ends = list(chunks), list(starts), list(map(add, starts, map(len, chunks)))
    several, seams = list[int](), [0]
    for i, fact in odd.items():
        if fact.word is None:
            several.append(i)
            continue
        words[i] = fact.word
        if fact.lead:
            begins[i] += fact.lead
            seams.append(i)
        if fact.trail:
            ends[i] -= fact.trail
            seams.append(i + 1)
    if several:
        words = _splice(words, {i: odd[i].words for i in several})
        begins = _splice(begins, {i: [starts[i] + a for a in odd[i].word_starts] for i in several})
        ends = _splice(ends, {i: [starts[i] + b for b in odd[i].word_ends] for i in several})
    elif is_even:
        return words, begins, ends, seams[:-1] if seams[-1] == len(words) else seams
    return words, begins, ends, range(len(words))


def _splice(items: Sequence[_Item], parts: Mapping[int, Sequence[_Item]]) -> list[_Item]:
    """Return the items with those that have parts replaced by them."""
    spliced, last = list[_Item](), 0
    for i, part in parts.items():
        spliced += [*items[last:i], *part]
        last = i + 1
    return [*spliced, *items[last:]]


def _measure(pieces: Sequence[str]) -> list[int]:
    """Return how many characters stand before each piece."""
    return list(accumulate(map(len, pieces[:-1]), initial=0))
