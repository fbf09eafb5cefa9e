"""The parts of a text, as offsets; made by segment.

A file of its own, which no build compiles: what a caller keeps, copies or pickles is plain Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from newskit.article import Span


@dataclass(frozen=True)
class Segments:
    """A text and the offsets of its parts, each tuple in reading order.

    ``word_texts`` are the words as printed, ``word_starts`` and ``word_ends`` their offsets, which
    :attr:`words` has as spans. ``first_words[i]`` is the index in them of the first word of
    sentence ``i``;
    ``first_sentences[i]`` the index in ``sentences`` of the first sentence of paragraph ``i``.
    ``seams`` are the words that have more than one space before them, or else no space.
    Every sentence holds at least one word, every paragraph at least one sentence.
    """

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    word_texts: tuple[str, ...]
    word_starts: tuple[int, ...]
    word_ends: tuple[int, ...]
    first_words: tuple[int, ...]
    first_sentences: tuple[int, ...]
    seams: tuple[int, ...]

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words, made when asked for: there are many."""
        return tuple(map(Span, self.word_starts, self.word_ends))

    def words_of(self, sentence: int) -> tuple[Span, ...]:
        """Return the words of one sentence."""
        return self.words[slice(*_stretch(self.first_words, sentence, len(self.words)))]

    def sentences_of(self, paragraph: int) -> range:
        """Return the indices of the sentences of one paragraph."""
        return range(*_stretch(self.first_sentences, paragraph, len(self.sentences)))


def _stretch(firsts: tuple[int, ...], index: int, total: int) -> tuple[int, int]:
    """Return the half-open range that entry ``index`` of a table of first indices covers."""
    last = firsts[index + 1] if index + 1 < len(firsts) else total
    return firsts[index], last
