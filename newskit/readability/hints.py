"""What would lower the grade most: changes whose effect is computed exactly, never a rewrite."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from newskit.normalise import fold_quotes
from newskit.readability.counts import CountTable, describe_words
from newskit.readability.formulas import flesch_kincaid_grade
from newskit.readability.word_counts import FIELDS
from newskit.text.quotes import find_quotes
from newskit.text.segments import Segments

Flags = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

_WORDS, _SYLLABLES = FIELDS.index("n_words"), FIELDS.index("n_syllables")
_NAMES = FIELDS.index("n_names")

# Where a sentence can be cut in two, the strongest break first; one without a name as printed.
BREAKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("the semicolon", re.compile(r";\s")),
    ("the dash", re.compile(r"\s(?:—|–|--)\s|—")),
    *(("", re.compile(rf",\s+{word}\s")) for word in "but and while which who when".split()),
    ("", re.compile(r",?\s+because\s")),
    ("", re.compile(r",\s+(?:as|since|although|though|after|before)\s")),
)
# Parts shorter than this are no sentences of their own.
_SHORTEST_PART = 6
# A word of this many syllables or more is worth replacing; the replacement is taken to have two.
_LONG_WORD, _SHORT_WORD = 4, 2
_MOST = 3


@dataclass(frozen=True, slots=True)
class Hint:
    """One change: what to do, in which sentence (None: several), the grade before and after."""

    action: str
    sentence: int | None
    before: float
    after: float

    def __str__(self) -> str:
        return f"{self.action}: grade {self.before:.2f} → {self.after:.2f}"


def find_hints(table: CountTable, segments: Segments, *, language: str) -> tuple[Hint, ...]:
    """Return the three changes that lower the Flesch–Kincaid grade most, the best first.

    >>> from newskit.readability.counts import count
    >>> from newskit.text.segment import segment
    >>> text = "He left the hall after the talks had failed; she stayed until the lights went out."
    >>> str(find_hints(count(text), segment(text), language="en")[0])
    'Split sentence 1 at the semicolon: grade 3.93 → 0.80'
    """
    words = describe_words(segments.text, language=language)
    n_words, n_syllables = int(table.rows[:, _WORDS].sum()), int(table.rows[:, _SYLLABLES].sum())
    n_sentences = len(table.rows)
    before = float(flesch_kincaid_grade(n_words, n_sentences, n_syllables))
    after_split = float(flesch_kincaid_grade(n_words, n_sentences + 1, n_syllables))
    quoted = np.zeros(len(segments.text) + 1, dtype=np.bool_)  # whose words are not to be changed
    for quote in find_quotes(segments.text):
        quoted[quote.span.start : quote.span.end] = True
    hints = [
        Hint(f"Split sentence {i + 1} at {place}", i, before, after_split)
        for i, place in _find_splits(segments, quoted)
    ]
    for i, (shown, saved) in _find_long_words(segments, words, quoted).items():
        after = float(flesch_kincaid_grade(n_words, n_sentences, n_syllables - saved))
        action = f"Say {shown} in sentence {i + 1} with words of two syllables"
        hints.append(Hint(action, i, before, after))
    hints = [hint for hint in hints if hint.after < hint.before]
    # Equal gains: the longest sentence first, since a split helps its reader most.
    lengths = table.rows[:, _WORDS]
    ranked = sorted(hints, key=lambda hint: (hint.after, -int(lengths[hint.sentence or 0])))
    return tuple(ranked[:_MOST])


def _find_splits(segments: Segments, quoted: Flags) -> list[tuple[int, str]]:
    """Return each sentence that can be cut, with the name of the place nearest to its middle."""
    found = []
    for i, span in enumerate(segments.sentences):
        text = fold_quotes(span.of(segments.text))
        offsets = np.array([word.start - span.start for word in segments.words_of(i)])
        if len(offsets) < 2 * _SHORTEST_PART:
            continue
        for name, pattern in BREAKS:
            found_at = (m for m in pattern.finditer(text) if not quoted[span.start + m.start()])
            cuts = {int((offsets < m.end()).sum()): " ".join(m[0].split()) for m in found_at}
            last = len(offsets) - _SHORTEST_PART
            fits = [(abs(2 * x - len(offsets)), x) for x in cuts if _SHORTEST_PART <= x <= last]
            if fits:
                found.append((i, name or f"“{cuts[min(fits)[1]]}”"))
                break
    return found


def _find_long_words(
    segments: Segments, rows: np.ndarray[tuple[int, ...], np.dtype[np.int64]], quoted: Flags
) -> dict[int, tuple[str, int]]:
    """Return, by sentence, its words of four or more syllables and the syllables they cost."""
    found: dict[int, tuple[str, int]] = {}
    for i in range(len(segments.sentences)):
        first = segments.first_words[i]
        long = [
            (span.of(segments.text), int(rows[j, _SYLLABLES]) - _SHORT_WORD)
            for j, span in enumerate(segments.words_of(i), first)
            if rows[j, _SYLLABLES] >= _LONG_WORD
            and not rows[j, _NAMES]
            and not quoted[span.start]
            and (word := span.of(segments.text)).isalpha()
            and word[1:].islower()  # an acronym
        ]
        if long:
            shown = ", ".join(dict.fromkeys(f"“{word}”" for word, _ in long))
            found[i] = (shown, sum(saved for _, saved in long))
    return found
