"""``find_sources``: the ledger of who speaks in an article, how much, and how it is put."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newskit.article import Article, as_article
from newskit.cards import render_card
from newskit.sources.attribution import read_attributions
from newskit.sources.names import Names
from newskit.sources.said import Attribution
from newskit.sources.speakers import JOINT
from newskit.sources.voices import (
    CLASSES,
    HEARSAY,
    OWN,
    UNNAMED,
    SentenceVoice,
    Voice,
    find_voices,
    hand_out,
    read_sentences,
)
from newskit.text.language import Language, find_language
from newskit.text.quotes import find_quotes
from newskit.text.segment import segment
from newskit.text.segments import Segments

if TYPE_CHECKING:
    import pandas as pd

CAVEAT = (
    "Found by rules for English, which miss about one attribution in ten and give about one in ten "
    "to the wrong speaker (measured on ten annotated articles made up for it). A source without a "
    "name may have good reasons; to quote is not to agree. A voice is whom the text makes "
    "responsible, not who is right."
)
_COLUMNS = "speaker kind named words share direct indirect sentences cues loaded".split()
_SHOWN = 8  # voices on the card
_CAPITAL, _FEWEST = 0.85, 8  # the share of words in capitals, in a text of so many words at least


@dataclass(frozen=True)
class Sources:
    """Who speaks in one article.

    ``voices``: one a source, most words first. The shares are of all words: ``attributed_share``
    is given to somebody, ``unnamed_share`` of that to somebody without a name; ``hearsay_share``
    to nobody at all ("it is believed"); ``own_share`` is the article's own voice. ``silent``: who
    is named but never speaks, with the number of mentions. Undefined is nan, with ``reason``.
    """

    article: Article
    language: Language
    segments: Segments
    attributions: tuple[Attribution, ...]
    voices: tuple[Voice, ...]
    by_sentence: tuple[SentenceVoice, ...]
    silent: tuple[tuple[str, int], ...]
    attributed_share: float
    unnamed_share: float
    hearsay_share: float
    own_share: float
    reason: str | None = None

    @property
    def n_voices(self) -> int:
        """How many sources speak."""
        return len(self.voices)

    @property
    def n_named(self) -> int:
        """How many of them have a name."""
        return sum(voice.speaker.is_named for voice in self.voices)

    def table(self) -> pd.DataFrame:
        """One row a source: words, share of the article, direct and indirect, sentences, cues."""
        import pandas as pd

        rows = [
            {
                "speaker": voice.speaker.name,
                "kind": voice.speaker.kind,
                "named": voice.speaker.is_named,
                "words": voice.n_words,
                "share": voice.share,
                "direct": voice.n_direct_words,
                "indirect": voice.n_indirect_words,
                "sentences": list(voice.sentences),
                "cues": ", ".join(voice.cues),
                "loaded": ", ".join(voice.loads),
            }
            for voice in self.voices
        ]
        return pd.DataFrame(rows, columns=_COLUMNS)

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: text, voice, kind of attribution, named or not, cue, share."""
        import pandas as pd

        rows = [
            {
                "sentence": span.of(self.article.text),
                "voice": voice.speaker.name if voice.speaker else None,
                "attribution": CLASSES[voice.kind],
                "named": voice.speaker.is_named if voice.speaker else None,
                "cue": voice.cue,
                "loaded": voice.load,
                "share": voice.share,
            }
            for span, voice in zip(self.segments.sentences, self.by_sentence, strict=False)
        ]
        columns = "sentence voice attribution named cue loaded share".split()
        return pd.DataFrame(rows, columns=columns)

    def totals(self) -> dict[str, float]:
        """Return the shares of the article's words, by whose they are."""
        return {
            "attributed": self.attributed_share,
            "unnamed": self.unnamed_share,
            "hearsay": self.hearsay_share,
            "own voice": self.own_share,
        }

    def __repr__(self) -> str:
        if self.reason:
            return f"<Sources no value: {self.reason}>"
        return (
            f"<Sources {self.n_voices} voices, {self.n_named} named; "
            f"{say_share(self.attributed_share)} of the words attributed>"
        )

    def _repr_html_(self) -> str:
        rows = [("Language", self.language.describe())]
        if self.reason:
            rows.append(("No value", self.reason))
        else:
            rows.extend((name.capitalize(), say_share(v)) for name, v in self.totals().items())
            rows.extend((v.speaker.name, describe_voice(v)) for v in self.voices[:_SHOWN])
            if len(self.voices) > _SHOWN:
                rows.append(("…", f"{len(self.voices) - _SHOWN} more: .table()"))
            rows.append(("Never speak", ", ".join(name for name, _ in self.silent) or "–"))
        title = f"Sources: {self.article.headline or 'article'}"
        return render_card(title, rows=rows, notes=[CAVEAT])


def say_share(share: float) -> str:
    """Return a share as a reader writes it.

    >>> say_share(0.256)
    '26 %'
    """
    return "no value" if math.isnan(share) else f"{share:.0%}".replace("%", " %")


def describe_voice(voice: Voice) -> str:
    """Return a voice as a phrase: standing, words, cues."""
    standing = "" if voice.speaker.is_named else "unnamed, "
    words = "word" if voice.n_words == 1 else "words"
    return (
        f"{standing}{voice.speaker.kind}: {voice.n_words} {words} ({say_share(voice.share)}), "
        f"{voice.n_direct_words} in quotes; {', '.join(voice.cues) or 'no cue'}"
    )


def find_sources(article: Article | str, *, language: str | None = None) -> Sources:
    """Find who speaks in an article, how much, directly or not, by name or not.

    Rules and tables for English; in another language there are no rows, and ``reason`` says so.
    Raises EmptyText.

    >>> sources = find_sources("“We will stay,” said Ann Lee. Critics say she should go.")
    >>> [(voice.speaker.name, voice.n_words) for voice in sources.voices]
    [('Ann Lee', 3), ('Critics', 3)]
    """
    article = as_article(article)
    spoken = find_language(article.text, given=language or article.language)
    parts = segment(article)
    nan, reason = math.nan, None
    if not parts.words:
        reason = "There is no sentence with a word in it."
    elif spoken.code != "en":
        reason = f"The rules are for English, not for the language {spoken.code!r}."
        if spoken.guessed:
            reason += f" (Language: {spoken.describe()}; language=… overrides it.)"
    elif is_capital(parts.word_texts):
        reason = "The text is in capitals, so that no name can be told from another word."
    if reason:
        return Sources(article, spoken, parts, (), (), (), (), nan, nan, nan, nan, reason)
    quotes = find_quotes(article.text)
    said, names = read_attributions(parts, quotes)
    words = hand_out(parts, said, quotes)
    voices = find_voices(words)
    n_words = len(parts.words)
    kinds = Counter(words.kind(k) for k in range(n_words))
    return Sources(
        article=article,
        language=spoken,
        segments=parts,
        attributions=said,
        voices=voices,
        by_sentence=read_sentences(words),
        silent=find_silent(names, voices),
        attributed_share=1 - (kinds[OWN] + kinds[HEARSAY]) / n_words,
        unnamed_share=kinds[UNNAMED] / n_words,
        hearsay_share=kinds[HEARSAY] / n_words,
        own_share=kinds[OWN] / n_words,
    )


def is_capital(words: Sequence[str]) -> bool:
    """Whether a text is written in capitals, as some wires and scripts are.

    >>> is_capital("IT WAS LATE AND THE PM SAID THAT HE WOULD GO".split())
    True
    """
    cased = [word for word in words if word.lower() != word.upper()]
    return len(cased) >= _FEWEST and sum(map(str.isupper, cased)) > _CAPITAL * len(cased)


def find_silent(names: Names, voices: tuple[Voice, ...]) -> tuple[tuple[str, int], ...]:
    """Return who is named but never speaks, most mentions first: people, bodies named twice."""
    heard = {name for voice in voices for name in voice.speaker.name.split(JOINT)}
    bodies = Counter(
        {
            name: n
            for name, n in names.bodies.items()
            if n > 1 and (" " in name or (name.isupper() and len(name) > 1))
        }
    )
    told = (Counter(names.counts) + bodies).most_common()
    silent = (item for item in told if not item[0].startswith("St "))  # "in St Louis"
    return tuple((name, n) for name, n in silent if name not in heard)
