"""Quotes without a cue beside them: whom the text before them leads to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from newskit.normalise import fold_quotes
from newskit.sources import lexicon as table
from newskit.sources.cues import CUES
from newskit.sources.lines import Line
from newskit.sources.memory import Memory
from newskit.sources.said import Attribution, Speaker
from newskit.sources.speakers import resolve
from newskit.text.quotes import Quote, is_title
from newskit.text.segments import Segments

_SIGNED: Final = re.compile(r"\s*(?:[—–―]|--?)\s*(?=\w)")  # “No.” — Ann Lee
_TITLE: Final = 4  # words
# Who speaks of himself or of a third.
_OWN: Final = frozenset("i i'm i've i'd i'll me my we we're we've our us".split())
_OTHER: Final = frozenset("he she his her him he's she's".split())
_NEAR: Final = 2  # paragraphs from a quote back to the speaker that it may still belong to


def place_quotes(
    segments: Segments,
    quotes: Sequence[Quote],
    done: Sequence[Attribution],
    topics: Sequence[Speaker | None],
) -> list[Attribution]:
    """Return attributions of the quotes that none of ``done`` covers.

    ``topics``: whom each sentence is about. A phrase with nobody to say it, such as the title of
    a book, is left to the article's own voice.
    """
    left = _find_untold(quotes, done)
    if not left:
        return []
    spoken = [item for item in done if item.source is not None and not item.is_nested]
    spoken.sort(key=_get_anchor)
    placed: list[Attribution] = []
    last: Attribution | None = None
    k = 0
    for quote in left:
        while k < len(spoken) and spoken[k].anchor < quote.span.start:
            last, k = spoken[k], k + 1
        found = _place(segments, quote, last, topics)
        if found is not None:
            placed.append(found)
            last = last if found.source is None else found
    return placed


def _find_untold(quotes: Sequence[Quote], done: Sequence[Attribution]) -> list[Quote]:
    """Return the quotes that begin in nothing that is handed over."""
    contents = sorted([span for item in done for span in item.contents])
    left: list[Quote] = []
    c = reach = 0
    for quote in quotes:
        start = quote.span.start
        while c < len(contents) and contents[c].start <= start:
            reach, c = max(reach, contents[c].end), c + 1
        if reach <= start:
            left.append(quote)
    return left


def _get_anchor(item: Attribution) -> int:
    return item.anchor


def _find_sentence(segments: Segments, position: int) -> int:
    """Return the sentence in which a position lies, or behind which."""
    return bisect_left(segments.sentences, (position + 1,)) - 1  # spans are tuples


def _place(
    segments: Segments, quote: Quote, last: Attribution | None, topics: Sequence[Speaker | None]
) -> Attribution | None:
    """Return the attribution of one quote, None where it is a phrase of the article's own."""
    text, start = segments.text, quote.span.start
    i = max(_find_sentence(segments, start), 0)
    begin = text.rfind("\n", 0, start) + 1
    is_head = not text[begin:start].strip()
    is_capital = text[quote.inner.start].isupper()
    introduced = text[begin:start].rstrip().endswith(":")
    topic = topics[i] if not is_head else None
    if quote.is_fragment and is_capital:
        return None
    head = text[begin:start].strip()
    is_label = head.endswith(":") and topic is not None and _is_alike(head[:-1], topic.name)
    if is_label and CUES.keys().isdisjoint(head[:-1].lower().split()):
        return _direct(i, quote, topic, None)  # "Lee: “No.”"
    if is_head and _is_heading(text, quote):
        return None if quote.is_fragment else _direct(i, quote, None, None)
    is_led = introduced or quote.is_fragment
    is_one = topic is not None and (topic.kind == "person" or (introduced and topic.is_definite))
    if is_one and is_led and not is_head:  # a person, or "The club was clear: “…”"
        return _direct(i, quote, topic, None)
    is_name = _is_short_title(text[quote.inner.start : quote.inner.end]) and not is_head
    if is_name and text[quote.span.end : quote.span.end + 7] == " which ":
        return None  # "“The Long Shoulder,” which is out"
    is_last = last is not None and last.sentence >= i - 1
    if not (is_head or is_last or quote.is_fragment) and begin < segments.sentences[i][0]:
        leading = topics[i - 1]  # "Lee did not hold back. “It was a farce.”"
        if leading is not None and leading.kind == "person" and leading.is_named:
            words = fold_quotes(text[quote.inner.start : quote.inner.end]).lower().split()
            if not _OWN.isdisjoint(words) or _OTHER.isdisjoint(words):
                return _direct(i, quote, leading, None)
    if is_name and head.rsplit(None, 1)[-1].lower() in table.PREPOSITIONS:
        return None  # "said on “Newsnight.”"
    if last is not None and _is_near(segments, last, start, is_head=is_head, quote=quote):
        return _direct(i, quote, last.speaker, last)
    return None if quote.is_fragment or is_name else _direct(i, quote, None, None)


def _is_heading(text: str, quote: Quote) -> bool:
    """Whether a quote is a line of its own with no mark at its end, as over a part of a text."""
    end = text.find("\n", quote.span.end)
    is_alone = not text[quote.span.end : end if end >= 0 else len(text)].strip()
    return is_alone and text[quote.inner.end - 1].isalnum() and not quote.is_continued


def _is_short_title(inner: str) -> bool:
    """Whether a quote that nobody says is a title with its comma: “Mary Poppins,”."""
    words = inner.strip(",.").split()
    return len(words) <= _TITLE and inner[-1:] in ",." and is_title(words)


def _is_alike(head: str, name: str) -> bool:
    """Whether one of two stretches ends with the other: "coach Lee", "Ann Lee" both with "Lee"."""
    return name.endswith(head) or head.endswith(name)


def find_signed(
    segments: Segments, quotes: Sequence[Quote], lines: Sequence[Line], memory: Memory
) -> list[Attribution]:
    """Return attributions of the quotes that a dash and a name stand behind, as under a tweet."""
    found: list[Attribution] = []
    for quote in quotes:
        sign = _SIGNED.match(segments.text, quote.span.end)
        if sign is None or quote.is_fragment:
            continue
        i = _find_sentence(segments, sign.end())
        for name in memory.names.of_line(lines[i]):
            line, first = lines[i], name.first - len(name.titles)
            is_last = name.last + 1 == len(line.words) or line.breaks[name.last + 1]
            if line.starts[first] == sign.end() and is_last:
                speaker = resolve(line, first, name.last, memory)
                signed = _direct(i, quote, speaker, None)
                found.append(signed._replace(source=line.span(first, name.last)))
    return found


def _is_near(
    segments: Segments, last: Attribution, start: int, *, is_head: bool, quote: Quote
) -> bool:
    """Whether the last speaker may still be the one who speaks."""
    between = segments.text.count("\n", min(last.anchor, start), start)
    lines = segments.text[last.anchor : start].split("\n")
    between = sum(bool(line.strip()) for line in lines) - 1
    if quote.is_fragment:
        i = _find_sentence(segments, start)
        return between <= 0 and last.sentence >= i - 1
    if between <= 0 or quote.is_continued:
        return True
    return is_head and between <= _NEAR


def _direct(i: int, quote: Quote, speaker: Speaker | None, last: Attribution | None) -> Attribution:
    source = last.source if last else None
    return Attribution(i, (quote.span,), speaker, source, None, None, None, is_direct=True)
