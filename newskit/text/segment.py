"""A text split into paragraphs, sentences and words, as offsets.

One rule decides where sentences end: how a chunk ends against how the next one begins
(:data:`BOUNDARIES`); the few combinations that need more context are asked one by one. A line
break always ends a sentence: headings, list lines and captions are units of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newskit.article import Article, Span
from newskit.text.abbreviations import ASKING_VERBS
from newskit.text.words import End, Start, read_chunk, split_glued

NO, YES, ASK = 0, 1, 2

# Rows: how a chunk ends (End). Columns: how the next begins (Start):
# LOWER DIGIT CAPITAL STARTER PRONOUN DAY CASELESS QUOTED OTHER
BOUNDARIES: tuple[tuple[int, ...], ...] = (
    (NO, NO, NO, NO, NO, NO, NO, NO, NO),  # NONE
    (NO, YES, YES, YES, YES, YES, YES, YES, ASK),  # PLAIN
    (NO, YES, YES, YES, YES, YES, YES, YES, ASK),  # STRONG
    (NO, YES, ASK, YES, YES, YES, YES, YES, ASK),  # ASKED
    (NO, NO, YES, YES, NO, YES, YES, YES, NO),  # ELLIPSIS
    (NO, NO, NO, NO, NO, NO, NO, NO, NO),  # TITLE
    (NO, NO, NO, YES, YES, NO, YES, YES, NO),  # NAME_PART
    (NO, NO, YES, YES, YES, YES, YES, YES, ASK),  # NUMBERED
    (NO, YES, ASK, YES, YES, NO, YES, YES, ASK),  # CLOCK
    (NO, NO, NO, YES, NO, NO, YES, NO, NO),  # INITIAL
    (NO, ASK, ASK, ASK, ASK, ASK, ASK, ASK, ASK),  # MARKER
)

_LINE = re.compile(r"\S[^\n]*")
_CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Segments:
    """A text and the offsets of its parts, each tuple in reading order.

    ``first_words[i]`` is the index in ``words`` of the first word of sentence ``i``;
    ``first_sentences[i]`` the index in ``sentences`` of the first sentence of paragraph ``i``.
    Every sentence holds at least one word, every paragraph at least one sentence.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]
    first_words: tuple[int, ...]
    first_sentences: tuple[int, ...]

    def words_of(self, sentence: int) -> tuple[Span, ...]:
        """Return the words of one sentence."""
        return self.words[slice(*_stretch(self.first_words, sentence, len(self.words)))]

    def sentences_of(self, paragraph: int) -> range:
        """Return the indices of the sentences of one paragraph."""
        return range(*_stretch(self.first_sentences, paragraph, len(self.sentences)))


def segment(source: Article | str) -> Segments:
    """Split an article, or a bare text, into paragraphs, sentences and words.

    >>> parts = segment("Gen. Khan spoke at 3 p.m. on Friday. He left.")
    >>> [span.of(parts.text) for span in parts.sentences]
    ['Gen. Khan spoke at 3 p.m. on Friday.', 'He left.']
    """
    text = source.text if isinstance(source, Article) else source
    paragraphs: list[Span] = []
    sentences: list[Span] = []
    words: list[Span] = []
    first_words: list[int] = []
    first_sentences: list[int] = []
    for line in _LINE.finditer(text):
        spans = _find_chunks(text, line.start(), line.end())
        chunks = [span.of(text) for span in spans]
        first_sentence, begin = len(sentences), 0
        for end in find_boundaries(chunks):
            found = [
                Span(span.start + a, span.start + b)
                for span, chunk in zip(spans[begin:end], chunks[begin:end], strict=True)
                for a, b in read_chunk(chunk).words
            ]
            if found:
                sentences.append(Span(spans[begin].start, spans[end - 1].end))
                first_words.append(len(words))
                words.extend(found)
            begin = end
        if len(sentences) > first_sentence:
            paragraphs.append(Span(spans[0].start, spans[-1].end))
            first_sentences.append(first_sentence)
    return Segments(
        text,
        tuple(paragraphs),
        tuple(sentences),
        tuple(words),
        tuple(first_words),
        tuple(first_sentences),
    )


def find_boundaries(chunks: Sequence[str]) -> list[int]:
    """Return where the sentences of one paragraph end, as indices behind their last chunk.

    >>> find_boundaries("He left. She stayed at 5 p.m. Moscow time.".split())
    [2, 9]
    """
    ends: list[int] = []
    facts = [read_chunk(chunk) for chunk in chunks]
    for i, (here, after) in enumerate(zip(facts, facts[1:], strict=False)):
        verdict = BOUNDARIES[here.end][after.start] if here.end else NO
        if verdict == YES or (verdict == ASK and is_boundary(chunks, i)):
            ends.append(i + 1)
    if chunks:
        ends.append(len(chunks))
    return ends


def is_boundary(chunks: Sequence[str], i: int) -> bool:
    """Decide, with more context, whether a sentence ends behind ``chunks[i]``.

    For the combinations that :data:`BOUNDARIES` marks ASK.
    """
    end, start = read_chunk(chunks[i]).end, read_chunk(chunks[i + 1]).start
    if end is End.MARKER:  # "1. The first point" against "It came to 5. The rest"
        return i > 0 and not _is_bullet(chunks[i - 1])
    if start is Start.OTHER:  # a dash or a bullet: what comes behind it decides
        behind = i + 2
        if _is_bullet(chunks[i + 1]):
            return True
        if chunks[i + 1] in ("—", "–", "-", "--") or behind >= len(chunks):
            return False
        return read_chunk(chunks[behind]).start is not Start.LOWER
    if end is End.CLOCK:  # 5 p.m. GMT, 5 p.m. Moscow time
        return not (chunks[i + 1].isupper() or "time" in _bare(chunks[i + 2 : i + 4]))
    return not _is_asked(chunks, i + 1)


def _is_asked(chunks: Sequence[str], i: int) -> bool:
    """Whether a speaker's name and a verb of asking, and no more, follow a quoted question."""
    for j in range(i, min(i + 5, len(chunks))):
        if _bare(chunks[j : j + 1])[0] in ASKING_VERBS:
            closes = chunks[j][-1] in ".,;" or j + 1 == len(chunks)
            goes_on = _bare(chunks[j + 1 : j + 2])
            return j > i and (closes or goes_on[0] in _AFTER_VERB)
        if chunks[j][-1] in ".?!;" and read_chunk(chunks[j]).end is not End.INITIAL:
            return False
    return False


_AFTER_VERB = frozenset("in at on during to of as when while before after by via with".split())


def _bare(chunks: Sequence[str]) -> list[str]:
    return [chunk.strip("\"'“”‘’.,;:!?()[]").lower() for chunk in chunks]


def _is_bullet(chunk: str) -> bool:
    return chunk in ("•", "●", "▪", "◦", "‣", "·", "*", "■")


def _find_chunks(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for match in _CHUNK.finditer(text, start, end):
        at = match.start()
        for piece in split_glued(match.group()):
            spans.append(Span(at, at + len(piece)))
            at += len(piece)
    return spans


def _stretch(firsts: tuple[int, ...], index: int, total: int) -> tuple[int, int]:
    """Return the half-open range that entry ``index`` of a table of first indices covers."""
    last = firsts[index + 1] if index + 1 < len(firsts) else total
    return firsts[index], last
