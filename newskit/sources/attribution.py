"""Who is made responsible for what a text says: quotes, indirect speech, hearsay.

Rules and tables, for English. What no attribution covers is the article's own voice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from newskit.article import Span
from newskit.sources.findings import read_cues
from newskit.sources.lines import Line, read_lines
from newskit.sources.loose import find_signed, place_quotes
from newskit.sources.memory import Memory
from newskit.sources.names import Names, read_names
from newskit.sources.page import Finding, Page
from newskit.sources.said import Attribution, Speaker
from newskit.sources.speakers import resolve, say
from newskit.sources.topics import HE_SHE, find_topic, note_topic
from newskit.sources.turns import find_turns
from newskit.sources.withheld import is_anonymous
from newskit.text.quotes import Quote, find_quotes
from newskit.text.segments import Segments

_NEXT: Final = 3  # characters from a sentence to a quote that begins the next


@dataclass
class _Reading:
    """A text on its way to attributions; ``topics``: whom each sentence is about."""

    page: Page
    memory: Memory
    done: list[Attribution] = field(default_factory=list)
    topics: list[Speaker | None] = field(default_factory=list)


def find_attributions(
    segments: Segments, quotes: Sequence[Quote] | None = None
) -> tuple[Attribution, ...]:
    """Return the attributions of an English text in reading order.

    >>> from newskit.text.segment import segment
    >>> text = "Imran Khan left on Monday. Khan said the talks had gone well."
    >>> [found.speaker.name for found in find_attributions(segment(text))]
    ['Imran Khan']
    """
    return read_attributions(segments, find_quotes(segments.text) if quotes is None else quotes)[0]


def read_attributions(
    segments: Segments, quotes: Sequence[Quote]
) -> tuple[tuple[Attribution, ...], Names]:
    """Return the attributions of an English text, and the names that stand in it."""
    outer = [quote for quote in quotes if quote.depth == 0]
    lines = read_lines(segments)
    names = read_names(lines)
    starts, ends = [quote.span.start for quote in outer], [quote.span.end for quote in outer]
    known = (names.known, names.people)
    reading = _Reading(Page(segments.text, outer, starts, ends, known), Memory(names))
    for i, line in enumerate(lines):
        _read_sentence(reading, i, line)
    reading.done += find_turns(segments, lines, reading.memory)
    if outer:
        told = {span for item in reading.done for span in item.contents}
        left = [quote for quote in outer if quote.span not in told]
        reading.done += find_signed(segments, left, lines, reading.memory)
    done = mark_nested(reading.done)
    loose = place_quotes(segments, outer, done, reading.topics)
    return tuple(sorted([*done, *loose], key=_order) if loose else done), names


def _order(item: Attribution) -> tuple[int, int]:
    """Put what is said first first, and the longer of two that begin together."""
    return item.contents[0].start, -item.contents[0].end


def mark_nested(items: Sequence[Attribution]) -> list[Attribution]:
    """Return attributions in reading order, those inside the content of others marked."""
    marked: list[Attribution] = []
    reach = -1
    for item in sorted(items, key=_order):
        is_nested = item.contents[0].end <= reach
        marked.append(item._replace(is_nested=True) if is_nested else item)
        for content in item.contents:
            reach = max(reach, content.end)
    return marked


def _read_sentence(reading: _Reading, i: int, line: Line) -> None:
    """Read the cues of one sentence, and remember whom it is about."""
    memory = reading.memory
    quoted = reading.page.find_quoted(line)
    if False not in quoted:
        reading.topics.append(None)
        return
    memory.turn_page()
    findings = read_cues(reading.page, line, quoted)
    # "Putin was wrong, he said": the one who speaks was known before the sentence.
    earlier = _find_earlier(reading, line, findings) if findings else {}
    is_about = note_topic(line, memory, quoted)
    for finding in findings:
        speaker = earlier.get(finding.source) or _find_speaker(line, finding, memory)
        reading.done.append(_attribute(i, finding, speaker, reading.page))
        _learn_pronoun(line, finding, speaker, memory)
        if speaker is None:
            continue
        if not is_about or _is_told(speaker) or memory.is_longer(speaker):
            memory.note(speaker)
            is_about = speaker.kind == "person"
    leads = True in quoted or reading.page.quote_after(line.end, line.end + _NEXT) is not None
    reading.topics.append(find_topic(line, memory, quoted) if leads else None)


def _find_earlier(
    reading: _Reading, line: Line, findings: Sequence[Finding]
) -> dict[Span | None, Speaker | None]:
    """Return the speakers that stand behind what they say, by where they stand."""
    earlier: dict[Span | None, Speaker | None] = {}
    for finding in findings:
        source = finding.source
        if source is None or finding.contents[0].start > source.start:
            continue
        if not _is_introduced(reading.page.text, line, finding):
            earlier[source] = _find_speaker(line, finding, reading.memory)
    return earlier


def _is_introduced(text: str, line: Line, finding: Finding) -> bool:
    """Whether a colon stands before what is said: Judge Park disagreed: “No,” she said."""
    return text[line.start : finding.contents[0].start].rstrip().endswith((":", ";"))


def _is_told(speaker: Speaker) -> bool:
    """Whether a speaker is a person with a name: a later "he" is rather who spoke than another."""
    return speaker.kind == "person" and speaker.is_named


def _learn_pronoun(line: Line, finding: Finding, speaker: Speaker | None, memory: Memory) -> None:
    """Take from "Khan said he …" that Khan is "he", if nothing told it before."""
    known = memory.names.pronouns
    if speaker is None or speaker.name in known or not _is_told(speaker):
        return
    if HE_SHE.isdisjoint(line.low):
        return
    starts = {content.start for content in finding.contents}
    for start, word in zip(line.starts, line.low, strict=True):
        if start in starts and word in HE_SHE and start > finding.cue.start:
            others = [p for p in memory.people if p.name != speaker.name]
            called = memory.names.pronoun_of
            if called(speaker.name) not in (word, None):
                continue  # "Maria Lopez said he", of a man
            # "Lee said she", of Khan
            if not any((called(p.name) or word) == word for p in others if p.is_named):
                known.setdefault(speaker.name, word)


def _find_speaker(line: Line, finding: Finding, memory: Memory) -> Speaker | None:
    """Return whom the source of a finding stands for."""
    source = finding.source
    if source is None:
        return None
    first = bisect_left(line.starts, source.start)
    behind = bisect_left(line.starts, source.end, lo=first)
    if first >= behind:
        return None
    speaker = resolve(line, first, behind - 1, memory)
    here = memory.names.of_line(line)
    if not (here and here[-1].first >= first) and is_anonymous(line):
        return Speaker(say(line, first, behind - 1), speaker.kind)
    return speaker


def _attribute(i: int, finding: Finding, speaker: Speaker | None, page: Page) -> Attribution:
    """Return the attribution that a finding and its speaker make."""
    contents = (*sorted(finding.contents),) if len(finding.contents) > 1 else (*finding.contents,)
    quoted = total = 0
    for span in contents:
        quoted += measure_quoted(page, span)
        total += span.end - span.start
    return Attribution(  # by position: at half the cost
        i,
        contents,
        speaker,
        finding.source,
        finding.cue,
        finding.lemma,
        finding.load,
        2 * quoted > total,
        finding.is_agentless,
    )


def measure_quoted(page: Page, span: Span) -> int:
    """Return how many characters of a stretch stand in quotes."""
    n, i = 0, bisect_right(page.ends, span.start)
    while i < len(page.ends) and page.starts[i] < span.end:
        n += min(page.ends[i], span.end) - max(page.starts[i], span.start)
        i += 1
    return n
