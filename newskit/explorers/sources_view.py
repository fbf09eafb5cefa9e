"""What the article explorer shows of the sources: whose each sentence is, and the ledger."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from newskit.article import Span
from newskit.explorers.rows import make_row
from newskit.sources.claims import Claim
from newskit.sources.ledger import CAVEAT, Sources, describe_voice, say_share
from newskit.sources.voices import (
    CLASSES,
    HEARSAY,
    NAMED_DIRECT,
    NAMED_INDIRECT,
    OWN,
    UNNAMED,
    SentenceVoice,
    Voice,
)
from newskit.text.segments import Segments

View = dict[str, Any]

KINDS = {
    "speaker": "who speaks",
    "cue": "cue: says that somebody speaks",
    "loaded cue": "cue that carries more: doubt, guilt, fact or heat",
    "claim": "can be checked",
}
NOBODY = "nobody"  # the voice of hearsay
MOSTLY = "or mostly"  # some words are given to a source, too few to make the sentence its own


def view_sources(result: Sources, segments: Segments, *, claims: Sequence[Claim] = ()) -> View:
    """Return the sources lens: sentences by whose they are, the ledger, the claims to check.

    >>> from newskit.sources.ledger import find_sources
    >>> found = find_sources("Ann Lee said it was late. It rained.", language="en")
    >>> view_sources(found, found.segments)["shades"]
    [2, 0]
    """
    n = len(segments.sentences)
    rows = result.by_sentence
    values = [round(row.share, 4) for row in rows] if rows else [None] * n
    is_mixed = any(row.kind == OWN and row.share > 0 for row in rows)
    return {
        "name": "sources",
        "label": "Sources",
        "scale": "groups",
        "measure": {
            "label": "Given to a source",
            "unit": "share of words",
            "low": 0,
            "high": 1,
            "middle": None,
            "higher_is": "more attributed",
        },
        "summary": _summarise(result),
        "voices": _list_voices(result),
        "claims": [_tell_claim(claim) for claim in claims],
        "values": values,
        "shown": ["–" if value is None else say_share(value) for value in values],
        "shades": [row.kind for row in rows] if rows else [None] * n,
        "legend": [
            {"shade": i, "label": label, "note": MOSTLY if i == OWN and is_mixed else ""}
            for i, label in enumerate(CLASSES)
        ],
        "focus": {"label": "Only what sources say", "shades": [1, 2, 3, 4]},
        "words": _mark_words(result, segments, claims),
        "kinds": KINDS if rows else {},
        "details": [_detail(row) for row in rows] if rows else [[] for _ in range(n)],
        "hints": [],
        "caveat": CAVEAT,
    }


def _list_voices(result: Sources) -> list[View]:
    """Return the ledger: one row a voice, and one for what is given to nobody."""
    voices = [
        {
            "name": voice.speaker.name,
            "shade": _class_of(voice),
            "share": say_share(voice.share),
            "note": describe_voice(voice),
            "sentences": list(voice.sentences),
        }
        for voice in result.voices
    ]
    heard = [i for i, row in enumerate(result.by_sentence) if row.kind == HEARSAY]
    if heard:
        shown = say_share(result.hearsay_share)
        note = "hearsay: it is said, believed, described"
        row = {"name": NOBODY, "shade": HEARSAY, "share": shown, "note": note, "sentences": heard}
        voices.append(row)
    return voices


def _class_of(voice: Voice) -> int:
    if not voice.speaker.is_named:
        return UNNAMED
    return NAMED_DIRECT if 2 * voice.n_direct_words > voice.n_words else NAMED_INDIRECT


def _tell_claim(claim: Claim) -> View:
    """Return a claim as a plain dict, its place in the text last."""
    row = {k: v for k, v in asdict(claim).items() if k != "span"}
    return {**row, "start": claim.span.start, "end": claim.span.end}


def _summarise(result: Sources) -> list[View]:
    """Return the totals; the voices stand in the ledger."""
    if result.reason:
        return [_row("Attributed words", math.nan, "", reason=result.reason)]
    named = f"{result.n_named} with a name"
    silent = ", ".join(name for name, _ in result.silent)
    return [
        _row("Attributed words", result.attributed_share, "given to somebody"),
        _row("… to unnamed sources", result.unnamed_share, ""),
        _row("Hearsay", result.hearsay_share, "given to nobody: it is believed"),
        _row("Own voice", result.own_share, "given to no one but the article"),
        make_row("Voices", math.nan, str(result.n_voices), note=named),
        make_row("Named, never speak", math.nan, str(len(result.silent)), note=silent),
    ]


def _row(label: str, share: float, note: str, *, reason: str | None = None) -> View:
    return make_row(label, share, say_share(share), note=note, reason=reason)


def _mark_words(
    result: Sources, segments: Segments, claims: Sequence[Claim]
) -> list[list[list[Any]]]:
    """Return the speakers, cues and claims of each sentence, as offsets in it."""
    marked: list[set[tuple[int, int, str, str]]] = [set() for _ in segments.sentences]
    found: list[tuple[int, Span | None, str, str]] = [
        (claim.sentence, claim.span, "claim", claim.kind) for claim in claims
    ]
    for item in result.attributions:
        if item.cue:
            name = item.speaker.name if item.speaker else ""
            if item.source and item.source.of(result.article.text) == name:
                name = ""  # a reader sees it
            found.append((item.sentence, item.source, "speaker", name))
            kind = "loaded cue" if item.load else "cue"
            found.append((item.sentence, item.cue, kind, item.load or ""))
    for i, span, kind, note in found:
        sentence = segments.sentences[i]
        if span and sentence.start <= span.start and span.end <= sentence.end:
            start = sentence.start
            marked[i].add((span.start - start, span.end - start, kind, note))
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
