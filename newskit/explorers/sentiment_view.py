"""What the article explorer shows of the tone: sentences, words, distribution, workings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from newskit.explorers.rows import make_row
from newskit.sentiment.distribution import Distribution, say_value
from newskit.sentiment.scores import SIDES, Sentiment
from newskit.sentiment.tones import SentenceTone, ToneWord

View = dict[str, Any]

# Bounds of the classes of tone on each side of neutral, as shares of the engine's range.
TONE_CUTS = (0.35, 0.65)
TONE_LABELS = {
    -3: "strongly negative",
    -2: "negative",
    -1: "slightly negative",
    0: "neutral",
    1: "slightly positive",
    2: "positive",
    3: "strongly positive",
}
KINDS = {
    "positive": "counted positive",
    "negative": "counted negative",
    "topic": "topic: names the subject",
}


def view_sentiment(result: Sentiment, *, name: str = "sentiment", label: str = "Sentiment") -> View:
    """Return the sentiment lens: sentences by tone, the words that fired, the distribution.

    ``name`` and ``label`` are those of the lens, for a second engine beside the first.

    >>> from newskit.sentiment.scores import score_sentiment
    >>> view_sentiment(score_sentiment("The war ended. It was good."))["words"][0]
    [[4, 7, 'topic', '+0.41, turned, an event']]
    """
    engine = result.engine
    n = len(result.segments.sentences)
    tones: Sequence[SentenceTone | None] = result.tones or (None,) * n
    values = [None if tone is None else round(tone.value, 4) for tone in tones]
    return {
        "name": name,
        "label": label,
        "measure": {
            "label": engine.label,
            "unit": f"{engine.low:g} to {engine.high:g}".replace("-", "−"),
            "low": engine.low,
            "high": engine.high,
            "middle": 0,
            "higher_is": "more positive",
        },
        "summary": summarise(result),
        "values": values,
        "arc": [round(value, 4) for value in result.arc],
        "shown": ["–" if value is None else say_value(value) for value in values],
        "shades": [
            None if v is None else shade_tone(v / engine.high, engine.neutral / engine.high)
            for v in values
        ],
        "legend": [{"shade": shade, "label": label} for shade, label in TONE_LABELS.items()],
        "focus": {
            "label": "Only clear tone",
            "shades": [-3, -2, 2, 3],
        },
        "words": [_mark_words(tone) for tone in tones],
        "kinds": KINDS,
        "details": [_detail(result, tone) for tone in tones],
        "hints": [],
        "caveat": f"{engine.caveat} {engine.validity}",
    }


def shade_tone(value: float, neutral: float) -> int:
    """Return the class of a tone (−1 to 1): its sign times 0 (neutral) to 3 (strong).

    >>> [shade_tone(value, 0.05) for value in (-0.9, -0.2, 0.01, 0.5)]
    [-3, -1, 0, 2]
    """
    if abs(value) < neutral:
        return 0
    return (1 + sum(abs(value) > cut for cut in TONE_CUTS)) * (1 if value > 0 else -1)


def summarise(result: Sentiment) -> list[View]:
    """Return the rows on the article as a whole."""
    engine = result.engine
    note = f"Mean over the sentences, never the engine run over the whole text. {engine.reference}"
    label = "Mean tone" if engine.label == "Tone" else f"Mean tone ({engine.label})"
    mean = _row_of_mean(label, result.distribution, result, note)
    if result.reason:
        return [mean]
    parts = [
        _row_of_mean(part.label.capitalize(), part.distribution, result, f"sentences: {part.n}")
        for part in (result.narration, result.quoted)
    ]
    near = []
    if result.near:
        label = f"Tone near {result.near.name}"
        near = [_row_of_mean(label, result.near.distribution, result, "not a stance")]
    cut = f"{engine.neutral:g}"
    shares = [
        _row_of_share(f"{side.capitalize()} sentences", result.share(side), f"cut at −{cut}, {cut}")
        for side in SIDES
    ]
    without = f"mean without them {say_value(result.mean_without_topics)}"
    apart = result.agreement("vader" if engine.name != "vader" else "tone")
    where = ", ".join(str(i + 1) for i in apart.differing[:20])
    where = f"sentence {where}" if where else ""
    return [
        mean,
        _row_of_spread(result),
        *parts,
        *near,
        *shares,
        _row_of_share("Topic words", result.topic_share, without),
        _row_of_share(f"Opposite sign to {apart.other.label}", 1 - apart.share, where),
    ]


def _row_of_mean(label: str, spread: Distribution, result: Sentiment, note: str) -> View:
    return make_row(
        label,
        spread.mean,
        say_value(spread.mean),
        bounds=(spread.low, spread.high),
        scale=(result.engine.low, result.engine.high),
        interval=spread.interval or None,
        reason=spread.reason,
        note=note,
    )


def _row_of_spread(result: Sentiment) -> View:
    """Return the row that draws how far the sentences lie apart, around their mean."""
    mean, spread, engine = result.mean, result.spread, result.engine
    if math.isnan(spread):
        return make_row("Spread", math.nan, "–", note="one sentence has none")
    low, high = max(mean - spread, engine.low), min(mean + spread, engine.high)
    return make_row(
        "Spread",
        mean,
        f"{spread:.2f}",
        bounds=(low, high),
        scale=(engine.low, engine.high),
        interval=f"{say_value(low)} to {say_value(high)}",
        note="one standard deviation of the sentences on each side",
    )


def _row_of_share(label: str, share: float, note: str) -> View:
    shown = "–" if math.isnan(share) else f"{share:.0%}".replace("%", " %")
    return make_row(label, share, shown, note=note)


def _mark_words(tone: SentenceTone | None) -> list[list[Any]]:
    if tone is None:
        return []
    return [[word.start, word.end, _kind(word), _note(word)] for word in tone.words]


def _kind(word: ToneWord) -> str:
    if word.topic:
        return "topic"
    return "positive" if word.valence > 0 else "negative"


def _note(word: ToneWord) -> str:
    turned = ", turned" if word.is_negated else ""
    topic = f", {word.topic}" if word.topic else ""
    return f"{say_value(word.contribution)}{turned}{topic}"


def _detail(result: Sentiment, tone: SentenceTone | None) -> list[list[str]]:
    if tone is None:
        return [["Tone", "no value", result.reason or ""]]
    return [[word.word, say_value(word.contribution), _work(word)] for word in tone.words]


def _work(word: ToneWord) -> str:
    """Return how a word's contribution came about: from the list, through the rules."""
    listed, valence = say_value(word.listed), say_value(word.valence)
    return f"list {listed}" + (f", here {valence}" if valence != listed else "")
