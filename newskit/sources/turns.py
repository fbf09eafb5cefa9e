"""Interviews and transcripts: paragraphs that begin with who speaks in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newskit.article import Span
from newskit.sources.lines import Line
from newskit.sources.said import Attribution
from newskit.sources.speakers import Memory, Speaker, name_person
from newskit.text.segment import Segments

_LONGEST = 8  # words in front of a colon: "MARY COLE, HOST"
_LONGEST_NAME = 4  # words
_SHORTEST = 4  # letters of a surname in capitals that is not told from initials otherwise
_FEWEST = 2  # paragraphs with a speaker in front: one alone is a caption or a note
# Captions, credits and teams have colons too.
_CAPTIONS = frozenset(
    "image images photo photos file picture pictures credit source subs video note update "
    "dear".split()
)
_QUESTIONS, _ANSWERS = frozenset(("q", "question")), frozenset(("a", "answer"))


@dataclass(slots=True)
class _Turn:
    """A paragraph with a label: its first sentence, and the words of the label."""

    sentence: int
    line: Line
    label: tuple[str, ...]
    colon: int  # the last word in front of it
    end: int


def find_turns(segments: Segments, lines: Sequence[Line], memory: Memory) -> list[Attribution]:
    """Return attributions of the paragraphs that begin with their speaker and a colon.

    Questions ("Q:") are the article's own; answers ("A:") are those of the person named most.
    """
    turns = _find_labelled(segments, lines) if ":" in segments.text else []
    if len(turns) < _FEWEST:
        return []
    is_interview = any(turn.line.low[0] in _QUESTIONS for turn in turns)
    speakers = [_find_speaker(turn, turns, memory, is_interview=is_interview) for turn in turns]
    if len(turns) - speakers.count(None) < _FEWEST:
        return []
    return [
        _attribute(turn, speaker)
        for turn, speaker in zip(turns, speakers, strict=True)
        if speaker is not None
    ]


def _find_labelled(segments: Segments, lines: Sequence[Line]) -> list[_Turn]:
    """Return the paragraphs that begin with a few capital words and a colon."""
    turns = []
    for i, paragraph in zip(segments.first_sentences, segments.paragraphs, strict=True):
        line = lines[i]
        near = line.gaps[1 : min(_LONGEST, len(line.low) - 1) + 1]
        if ":" not in "".join(near) or not line.capitals[0]:  # as with most
            continue
        colon = next(k for k, gap in enumerate(near) if ":" in gap)
        last = next((k for k in range(colon) if line.breaks[k + 1]), colon)
        if last < _LONGEST_NAME and all(line.capitals[: last + 1]):
            turns.append(_Turn(i, line, tuple(line.words[: last + 1]), colon, paragraph.end))
    return turns


def _find_speaker(
    turn: _Turn, turns: Sequence[_Turn], memory: Memory, *, is_interview: bool
) -> Speaker | None:
    """Return the person whom a label names: "LEE:", "MARY COLE, HOST:", or "A:"."""
    low = (*map(str.lower, turn.label),)
    if not _CAPTIONS.isdisjoint(low) or low[-1].endswith("image"):
        return None
    if is_interview and low[0] in _ANSWERS:
        counts = memory.names.counts
        return name_person(max(counts, key=lambda name: counts[name])) if counts else None
    if sum(other.label[-1] == turn.label[-1] for other in turns) < _FEWEST:
        return None  # who has a turn has several
    full = memory.names.fullest(low) or _find_initialled(turn.label[-1], memory)
    if full is not None:
        return name_person(full)
    longest = max((other.label for other in turns if other.label[-1] == turn.label[-1]), key=len)
    is_name = len(longest) > 1 or len(turn.label[-1]) >= _SHORTEST
    is_capital = all(map(str.isupper, turn.label)) and turn.label[-1] not in memory.names.acronyms
    return name_person(" ".join(longest).title()) if is_name and is_capital else None


def _find_initialled(label: str, memory: Memory) -> str | None:
    """Return the person whose initials a label is: "AL:" for Ann Lee."""
    people = dict.fromkeys(full for _, _, full in memory.names.told)
    fits = [full for full in people if "".join(word[0] for word in full.split()) == label]
    return fits[0] if len(fits) == 1 else None


def _attribute(turn: _Turn, speaker: Speaker) -> Attribution:
    content = Span(turn.line.starts[turn.colon + 1], turn.end)
    source, is_direct = turn.line.span(0, turn.colon), True
    return Attribution(turn.sentence, (content,), speaker, source, None, None, None, is_direct)
