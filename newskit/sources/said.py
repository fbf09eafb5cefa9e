"""An attribution: something said, and by whom."""

from __future__ import annotations

from typing import NamedTuple

from newskit.article import Span


class Speaker(NamedTuple):
    """Whom the text makes responsible: the fullest form of the name in it, and what it is.

    ``kind``: person, body, place (standing for who governs there) or document. ``is_named``: a
    reader is told who it is, by a name, an office that one holds ("the mayor") or a body; not so
    for "officials", "a spokesman", "observers", "a US court".
    """

    name: str
    kind: str
    is_named: bool = False

    @property
    def is_definite(self) -> bool:
        """Whether it is told with "the": "the judge", "The club"."""
        return self.name[:4].lower() == "the "

    @property
    def key(self) -> str:
        """What makes two mentions the same speaker."""
        words = self.name.lower().split()
        return " ".join(words[1:] if words[0] in ("the", "a", "an") and words[1:] else words)


def name_person(name: str) -> Speaker:
    """Return a person with a name as a speaker; at half the cost, since most are."""
    return tuple.__new__(Speaker, (name, "person", True))


class Attribution(NamedTuple):
    """Something said, and by whom.

    ``contents``: the stretches of text that are handed over, in reading order; ``source``: where
    the speaker is mentioned; ``cue``: the word that says so, ``lemma`` its plain form. ``speaker``
    is None where nobody is named at all: hearsay such as "it is believed" (``is_agentless``), or a
    quote that nobody is seen to say. ``is_direct``: most of it stands between quotation marks.
    ``is_nested``: it is part of what another attribution hands over. ``load``: what the cue
    carries beside the fact of speech ("doubt", "guilt", "fact", "heat"), None for a plain one.
    """

    sentence: int
    contents: tuple[Span, ...]
    speaker: Speaker | None
    source: Span | None
    cue: Span | None
    lemma: str | None
    load: str | None
    is_direct: bool
    is_agentless: bool = False
    is_nested: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the text tells who speaks."""
        return self.speaker is not None and self.speaker.is_named

    @property
    def anchor(self) -> int:
        """Where the text says that somebody speaks."""
        return self.cue.start if self.cue is not None else self.contents[0].start
