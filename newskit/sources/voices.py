"""Whose words the words of a text are: each word is handed to one voice, or to none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from newskit.sources.said import Attribution, Speaker
from newskit.text.quotes import Quote
from newskit.text.segments import Segments

# The classes of a voice; their numbers are the shades of the explorer.
OWN, NAMED_DIRECT, NAMED_INDIRECT, UNNAMED, HEARSAY = range(5)
CLASSES = (
    "the article's own voice",
    "named source, direct",
    "named source, indirect",
    "unnamed source",
    "hearsay: nobody is named",
)
NOT_STATED = Speaker("speaker not stated", "person")
# A sentence belongs to a voice from this share of its words on, and where it quotes one; else it is
# the article's own.
_ENOUGH = 0.2


@dataclass(frozen=True, slots=True)
class Voice:
    """One source: how many words it is given, in quotes and outside, where, and by which cues."""

    speaker: Speaker
    n_words: int
    n_direct_words: int
    share: float
    sentences: tuple[int, ...]
    cues: tuple[str, ...]
    loads: tuple[str, ...]

    @property
    def n_indirect_words(self) -> int:
        """Words given to the source outside quotation marks."""
        return self.n_words - self.n_direct_words


@dataclass(frozen=True, slots=True)
class SentenceVoice:
    """Whose a sentence is: its class (an index of CLASSES), its voice, and the share of words."""

    kind: int
    speaker: Speaker | None
    cue: str | None
    load: str | None
    share: float


@dataclass
class Words:
    """For each word of a text, which attribution it belongs to (−1: none) and if it is quoted."""

    segments: Segments
    said: Sequence[Attribution]
    owners: list[int]
    quoted: list[bool] = field(default_factory=list)

    def kind(self, word: int) -> int:
        """Return the class of a word."""
        if self.owners[word] < 0:
            return OWN
        item = self.said[self.owners[word]]
        if item.is_agentless:
            return HEARSAY
        if not item.is_named:
            return UNNAMED
        return NAMED_DIRECT if self.quoted[word] else NAMED_INDIRECT


def hand_out(segments: Segments, said: Sequence[Attribution], quotes: Sequence[Quote]) -> Words:
    """Return whose each word is. Speech within speech is counted for the one who reports it."""
    starts = [word.start for word in segments.words]
    owners, quoted = [-1] * len(starts), [False] * len(starts)
    for quote in quotes:
        first, last = bisect_left(starts, quote.span.start), bisect_right(starts, quote.span.end)
        quoted[first:last] = [True] * (last - first)
    for number, item in enumerate(said):
        is_turn = item.is_direct and item.cue is None  # spoken, in an interview without marks
        for span in () if item.is_nested else item.contents:
            for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                quoted[k] = quoted[k] or is_turn
                if owners[k] < 0 or (said[owners[k]].is_agentless and not item.is_agentless):
                    owners[k] = number
    return Words(segments, said, owners, quoted)


def find_voices(words: Words) -> tuple[Voice, ...]:
    """Return the sources of a text, the one with most words first."""
    grouped: dict[str, list[int]] = {}
    for number, item in enumerate(words.said):
        if not (item.is_nested or item.is_agentless):
            grouped.setdefault((item.speaker or NOT_STATED).key, []).append(number)
    given, direct = Counter(words.owners), Counter[int]()
    for owner, is_quoted in zip(words.owners, words.quoted, strict=True):
        direct[owner] += is_quoted
    voices = []
    for numbers in grouped.values():
        items = [words.said[number] for number in numbers]
        n_words = sum(given[number] for number in numbers)
        cues = Counter(item.lemma for item in items if item.lemma)
        if n_words:
            voices.append(
                Voice(
                    speaker=items[0].speaker or NOT_STATED,
                    n_words=n_words,
                    n_direct_words=sum(direct[number] for number in numbers),
                    share=n_words / len(words.owners),
                    sentences=_find_sentences(words, set(numbers)),
                    cues=tuple(lemma for lemma, _ in cues.most_common()),
                    loads=tuple(dict.fromkeys(item.load for item in items if item.load)),
                )
            )
    return tuple(sorted(voices, key=lambda voice: -voice.n_words))


def _find_sentences(words: Words, numbers: set[int]) -> tuple[int, ...]:
    firsts = words.segments.first_words
    places = (k for k, owner in enumerate(words.owners) if owner in numbers)
    return tuple(dict.fromkeys(bisect_right(firsts, k) - 1 for k in places))


def read_sentences(words: Words) -> tuple[SentenceVoice, ...]:
    """Return whose each sentence is: the class and the voice with most of its attributed words."""
    firsts = [*words.segments.first_words, len(words.owners)]
    found = []
    for first, last in pairwise(firsts):
        kinds = Counter(words.kind(k) for k in range(first, last))
        owners = Counter(owner for owner in words.owners[first:last] if owner >= 0)
        share = 1 - kinds[OWN] / (last - first)
        del kinds[OWN]
        is_quoted = any(words.quoted[k] and words.owners[k] >= 0 for k in range(first, last))
        if not owners or (share < _ENOUGH and not is_quoted):
            found.append(SentenceVoice(OWN, None, None, None, share))
            continue
        item = words.said[owners.most_common(1)[0][0]]
        speaker = None if item.is_agentless else item.speaker or NOT_STATED
        cue = item.cue.of(words.segments.text) if item.cue else None
        kind = kinds.most_common(1)[0][0]
        found.append(SentenceVoice(kind, speaker, cue, item.load, share))
    return tuple(found)
