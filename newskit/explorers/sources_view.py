"""What the article explorer shows of the sources: whose each sentence is, and the ledger."""

from __future__ import annotations

import math
from typing import Any

from newskit.sources.ledger import CAVEAT, Sources, describe_voice, say_share
from newskit.sources.voices import CLASSES, OWN, SentenceVoice
from newskit.text.segment import Segments

View = dict[str, Any]

KINDS = {
    "speaker": "who speaks",
    "cue": "cue: says that somebody speaks",
    "loaded cue": "cue that carries more: doubt, guilt, fact or heat",
}
_SHOWN = 8  # voices in the summary


def view_sources(result: Sources, segments: Segments) -> View:
    """Return the sources lens: sentences by whose they are, speakers and cues, the ledger.

    >>> from newskit.sources.ledger import find_sources
    >>> found = find_sources("Ann Lee said it was late. It rained.", language="en")
    >>> view_sources(found, found.segments)["shades"]
    [2, 0]
    """
    n = len(segments.sentences)
    rows = result.by_sentence
    values = [round(row.share, 4) for row in rows] if rows else [None] * n
    return {
        "name": "sources",
        "label": "Sources",
        "scale": "groups",
        "measure": {
            "label": "given to a source",
            "unit": "share of words",
            "low": 0,
            "high": 1,
            "middle": None,
            "higher_is": "more attributed",
        },
        "summary": _summarise(result),
        "values": values,
        "shown": ["–" if value is None else say_share(value) for value in values],
        "shades": [row.kind for row in rows] if rows else [None] * n,
        "legend": [{"shade": i, "label": label} for i, label in enumerate(CLASSES)],
        "words": _mark_words(result, segments),
        "kinds": KINDS if rows else {},
        "details": [_detail(row) for row in rows] if rows else [[] for _ in range(n)],
        "hints": [],
        "caveat": CAVEAT,
    }


def _summarise(result: Sources) -> list[View]:
    """Return the totals, then the voices with most words."""
    if result.reason:
        return [_row("Attributed words", math.nan, "", reason=result.reason)]
    voices = {
        **_row("Voices", math.nan, f"{result.n_named} with a name"),
        "value": str(result.n_voices),
    }
    silent = {
        **_row("Named, never speak", math.nan, ", ".join(name for name, _ in result.silent)),
        "value": str(len(result.silent)),
    }
    return [
        _row("Attributed words", result.attributed_share, "given to somebody"),
        _row("… to unnamed sources", result.unnamed_share, ""),
        _row("Hearsay", result.hearsay_share, "given to nobody: it is believed"),
        _row("Own voice", result.own_share, "given to no one but the article"),
        voices,
        *(
            _row(voice.speaker.name, voice.share, describe_voice(voice))
            for voice in result.voices[:_SHOWN]
        ),
        silent,
    ]


def _row(label: str, share: float, note: str, *, reason: str | None = None) -> View:
    number = None if math.isnan(share) else round(share, 4)
    return {
        "label": label,
        "value": say_share(share),
        "interval": None,
        "low": None,
        "high": None,
        "number": number,
        "scale": [0, 1],
        "reason": reason,
        "note": note,
    }


def _mark_words(result: Sources, segments: Segments) -> list[list[list[Any]]]:
    """Return the speakers and cues of each sentence, as offsets in it."""
    marked: list[set[tuple[int, int, str, str]]] = [set() for _ in segments.sentences]
    for item in result.attributions:
        sentence = segments.sentences[item.sentence]
        name = item.speaker.name if item.speaker else ""
        spans = [(item.source, "speaker", name)] if item.cue else []
        if item.cue:
            kind = "loaded cue" if item.load else "cue"
            spans.append((item.cue, kind, item.load or ""))
        for span, kind, note in spans:
            if span and sentence.start <= span.start and span.end <= sentence.end:
                start = sentence.start
                marked[item.sentence].add((span.start - start, span.end - start, kind, note))
    return [[list(mark) for mark in sorted(marks)] for marks in marked]


def _detail(row: SentenceVoice) -> list[list[str]]:
    """Return the rows of the panel on one sentence."""
    if row.kind == OWN:
        return [["Voice", "the article", "no source is made responsible"]]
    name = row.speaker.name if row.speaker else "nobody"
    standing = ""
    if row.speaker:
        standing = f"{row.speaker.kind}, {'named' if row.speaker.is_named else 'unnamed'}"
    lines = [["Voice", name, standing]]
    if row.cue:
        lines.append(["Cue", row.cue, row.load or "plain"])
    return lines
