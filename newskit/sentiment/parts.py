"""Narration apart from quoted words: each sentence is cut at its quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newskit.article import Span
from newskit.sentiment.distribution import Distribution, distribute
from newskit.sentiment.tones import SentenceTone
from newskit.text.quotes import Quote

# Fewer words hold no clause: "he said" would draw the narration to zero, and one word taken over
# from a source, over the root of its length, would weigh more than a sentence.
MIN_WORDS = 4


@dataclass(frozen=True, slots=True)
class TonePart:
    """The tone of one side of an article: of its narration, or of its quoted words.

    ``texts`` are the pieces that were scored, ``sentences`` the places of their sentences,
    ``tones`` their values.
    """

    label: str
    sentences: tuple[int, ...]
    texts: tuple[str, ...]
    tones: tuple[SentenceTone, ...]
    distribution: Distribution

    @property
    def mean(self) -> float:
        """The mean over the pieces; nan with a reason in ``distribution`` where there are none."""
        return self.distribution.mean

    @property
    def low(self) -> float:
        """The lower bound of the mean's 95 % interval."""
        return self.distribution.low

    @property
    def high(self) -> float:
        """The upper bound of the mean's 95 % interval."""
        return self.distribution.high

    @property
    def n(self) -> int:
        """How many pieces were scored, at most one a sentence."""
        return self.distribution.n

    def __repr__(self) -> str:
        return f"<TonePart {self.label}: {self.distribution.describe()}; {self.n} pieces>"


def cut_at_quotes(
    sentences: Sequence[Span], quotes: Sequence[Quote]
) -> Iterator[tuple[list[Span], list[Span]]]:
    """Yield, for each sentence, its stretches outside and inside quotation marks.

    >>> from newskit.text.quotes import find_quotes
    >>> text = "“We won,” he said."
    >>> list(cut_at_quotes([Span(0, len(text))], find_quotes(text)))
    [([Span(start=9, end=18)], [Span(start=1, end=8)])]
    """
    outer = [quote for quote in quotes if quote.depth == 0]
    first = 0
    for sentence in sentences:
        while first < len(outer) and outer[first].span.end <= sentence.start:
            first += 1
        outside, inside, at = [], [], sentence.start
        for i in range(first, len(outer)):
            quote = outer[i]
            if quote.span.start >= sentence.end:
                break
            outside.append(Span(at, max(quote.span.start, at)))
            inner = quote.inner
            inside.append(Span(max(inner.start, sentence.start), min(inner.end, sentence.end)))
            at = min(quote.span.end, sentence.end)
        outside.append(Span(at, sentence.end))
        yield [span for span in outside if len(span) > 0], [s for s in inside if len(s) > 0]


def score_part(
    label: str,
    text: str,
    pieces: Sequence[Sequence[Span]],
    *,
    score: Callable[[str], SentenceTone],
    seed: int,
) -> TonePart:
    """Return the tone of one side: ``pieces`` are its stretches in each sentence.

    >>> def score(piece: str) -> SentenceTone: return SentenceTone(-1)
    >>> part = score_part("quoted", "bad", [[Span(0, 3)]], score=score, seed=0)
    >>> part.distribution.reason
    'No sentence has four words or more that are quoted.'
    """
    # A comma between two stretches keeps a negation from reaching over what was cut out.
    joined = [", ".join(span.of(text).strip() for span in spans) for spans in pieces]
    kept = [(i, piece) for i, piece in enumerate(joined) if len(piece.split()) >= MIN_WORDS]
    tones = tuple(score(piece) for _, piece in kept)
    reason = f"No sentence has four words or more that are {label}."
    return TonePart(
        label,
        tuple(i for i, _ in kept),
        tuple(piece for _, piece in kept),
        tones,
        distribute([tone.value for tone in tones], seed=seed, reason=reason),
    )
