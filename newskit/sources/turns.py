"""Interviews and transcripts: paragraphs that begin with who speaks in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newskit.article import Span
from newskit.sources.lines import Line
from newskit.sources.memory import Memory
from newskit.sources.said import Attribution, Speaker, name_person
from newskit.text.segments import Segments

_LONGEST: Final = 8  # words in front of a colon: "MARY COLE, HOST"
_LONGEST_NAME: Final = 4  # words
_SHORTEST: Final = 4  # letters of a surname in capitals that is not told from initials otherwise
_FEWEST: Final = 2  # paragraphs with a speaker in front: one alone is a caption or a note
# Captions, credits and teams have colons too.
_CAPTIONS: Final = frozenset(
    "image images photo photos file picture pictures credit source subs video note update "
    "dear".split()
)
_QUESTIONS, _ANSWERS = frozenset(("q", "question")), frozenset(("a", "answer"))


@dataclass
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
    longest, initialled = _find_longest(turns), _find_initialled(memory)
    speakers: dict[tuple[str, ...], Speaker | None] = {}
    for label in dict.fromkeys(turn.label for turn in turns):
        is_answer = is_interview and label[0].lower() in _ANSWERS
        speakers[label] = (
            _find_interviewee(memory)
            if is_answer
            else _find_speaker(label, longest.get(label[-1]), initialled, memory)
        )
    told = [(turn, speakers[turn.label]) for turn in turns]
    found = [_attribute(turn, speaker) for turn, speaker in told if speaker is not None]
    return found if len(found) >= _FEWEST else []


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


def _find_longest(turns: Sequence[_Turn]) -> dict[str, tuple[str, ...]]:
    """Return the longest label by its last word, of those who have several turns."""
    times = Counter(turn.label[-1] for turn in turns)
    by_length = sorted({turn.label for turn in turns}, key=len)
    return {label[-1]: label for label in by_length if times[label[-1]] >= _FEWEST}


def _find_initialled(memory: Memory) -> dict[str, str]:
    """Return the people by their initials ("AL:" for Ann Lee), where no two have the same."""
    people = dict.fromkeys(full for _, _, full in memory.names.told)
    initials = {full: "".join(word[0] for word in full.split()) for full in people}
    times = Counter(initials.values())
    return {short: full for full, short in initials.items() if times[short] == 1}


def _find_interviewee(memory: Memory) -> Speaker | None:
    """Return the person named most."""
    counts = memory.names.counts
    return name_person(max(counts, key=lambda name: counts[name])) if counts else None


def _find_speaker(
    label: tuple[str, ...],
    longest: tuple[str, ...] | None,
    initialled: Mapping[str, str],
    memory: Memory,
) -> Speaker | None:
    """Return the person whom a label names: "LEE:", "MARY COLE, HOST:"."""
    low = (*map(str.lower, label),)
    if longest is None or not _CAPTIONS.isdisjoint(low) or low[-1].endswith("image"):
        return None
    full = memory.names.fullest(low) or initialled.get(label[-1])
    is_capital = all(map(str.isupper, label))
    if full is not None:  # "Lakers:" alone is rather a team
        is_sure = is_capital or len(label) > 1 or memory.names.pronoun_of(full)
        return name_person(full) if is_sure else None
    is_name = len(longest) > 1 or len(label[-1]) >= _SHORTEST
    is_name = is_name and label[-1] not in memory.names.acronyms
    return name_person(" ".join(longest).title()) if is_name and is_capital else None


def _attribute(turn: _Turn, speaker: Speaker) -> Attribution:
    content = Span(turn.line.starts[turn.colon + 1], turn.end)
    source = turn.line.span(0, turn.colon)
    return Attribution(turn.sentence, (content,), speaker, source, None, None, None, is_direct=True)
