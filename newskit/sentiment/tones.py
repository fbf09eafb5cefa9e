"""What a sentence scorer gives back: a value, and the words that made it.

Named tuples, because an archive has millions of them: they are made in a fifth of the time that a
frozen dataclass takes.
"""

from __future__ import annotations

from typing import NamedTuple


class ToneWord(NamedTuple):
    """A word that bears on a sentence's tone: where it stands in it, and by how much it moves it.

    ``listed`` is its value in the lexicon, ``valence`` what the rules (negation, boosters, "but")
    made of it, ``contribution`` its part of the sentence's value. ``topic`` says why the word is
    held to name the subject rather than to judge it; it is empty for the others.
    """

    word: str
    start: int
    end: int
    listed: float
    valence: float
    contribution: float
    topic: str = ""

    @property
    def is_negated(self) -> bool:
        """Whether the rules turned its sign.

        >>> ToneWord("good", 11, 15, listed=2.0, valence=-1.5, contribution=-0.8).is_negated
        True
        """
        return self.listed * self.valence < 0


class SentenceTone(NamedTuple):
    """The tone of one sentence and the words that made it.

    >>> SentenceTone(0.0).words
    ()
    """

    value: float
    words: tuple[ToneWord, ...] = ()
