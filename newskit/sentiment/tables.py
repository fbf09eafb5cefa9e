"""The tables of a Sentiment: a row a sentence, a row a word."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newskit.sentiment.distribution import say_value
from newskit.sentiment.parts import cut_at_quotes

if TYPE_CHECKING:
    import pandas as pd

    from newskit.sentiment.scores import Sentiment


def describe_sentences(result: Sentiment) -> pd.DataFrame:
    """Return one row a sentence.

    ``quoted_share`` is the share of its letters between quotation marks; ``speaker`` is filled by
    the attribution of the sources lens, and empty without it.
    """
    import pandas as pd

    spans = result.segments.sentences if result.tones else ()
    cuts = cut_at_quotes(spans, result.quotes)
    rows = [
        {
            "sentence": span.of(result.article.text),
            "value": tone.value,
            "arc": smoothed,
            "words": ", ".join(
                f"{word.word} {say_value(word.contribution)}" for word in tone.words
            ),
            "n_words_fired": len(tone.words),
            "n_negated": sum(word.is_negated for word in tone.words),
            "n_topic": sum(bool(word.topic) for word in tone.words),
            "quoted_share": sum(map(len, inside)) / len(span),
            "speaker": None,
        }
        for span, tone, smoothed, (_, inside) in zip(
            spans, result.tones, result.arc, cuts, strict=True
        )
    ]
    columns = (
        "sentence value arc words n_words_fired n_negated n_topic quoted_share speaker".split()
    )
    return pd.DataFrame(rows, columns=columns)


def describe_words(result: Sentiment) -> pd.DataFrame:
    """Return one row a word that fired: where, its values, turned or not, topic, quoted or not."""
    import pandas as pd

    inner = [quote.inner for quote in result.quotes if quote.depth == 0]
    starts = [quote.start for quote in inner]
    spans = result.segments.sentences if result.tones else ()
    rows = []
    for i, (span, tone) in enumerate(zip(spans, result.tones, strict=True)):
        for word in tone.words:
            start = span.start + word.start
            quote = bisect_right(starts, start) - 1  # the last one that begins before the word
            rows.append(
                {
                    "word": word.word,
                    "start": start,
                    "end": span.start + word.end,
                    "sentence": i,
                    "listed": word.listed,
                    "valence": word.valence,
                    "contribution": word.contribution,
                    "negated": word.is_negated,
                    "topic": word.topic,
                    "quoted": quote >= 0 and start < inner[quote].end,
                }
            )
    columns = "word start end sentence listed valence contribution negated topic quoted".split()
    return pd.DataFrame(rows, columns=columns)
