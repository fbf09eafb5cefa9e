"""VADER as an engine: its score of one sentence, and what each word brings to it."""

from __future__ import annotations

import math
import re

from newskit.normalise import fold_quotes
from newskit.sentiment import vader
from newskit.sentiment.lexicons import find_reason
from newskit.sentiment.tones import SentenceTone, ToneWord

_TOKEN = re.compile(r"\S+")


def score_sentence_vader(sentence: str) -> SentenceTone:
    """Return VADER's compound score of one sentence, quotation marks made straight first.

    >>> score_sentence_vader("It wasn’t good.").value
    -0.3412
    """
    plain = fold_quotes(sentence)
    value = vader.score_vader(plain).compound
    tokens = [(match.start(), match.group()) for match in _TOKEN.finditer(plain)]
    hits = vader.find_hits([token for _, token in tokens])
    total = vader.add_emphasis([hit.valence for hit in hits], vader.measure_emphasis(plain))
    # compound = total / √(total² + 15), so each word brings its valence over that root.
    root = math.sqrt(total * total + vader.ALPHA)
    words = []
    for hit in hits:
        if hit.valence:
            start, raw = tokens[hit.token]
            start += max(raw.lower().find(hit.word), 0)
            end = start + len(hit.word)
            contribution = hit.valence / root
            reason = find_reason(hit.word)
            words.append(
                ToneWord(
                    sentence[start:end], start, end, hit.listed, hit.valence, contribution, reason
                )
            )
    return SentenceTone(value, tuple(words))
