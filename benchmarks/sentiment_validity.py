"""How well the sentence scorers agree with people: newskit's and VADER's, side by side.

    python benchmarks/sentiment_validity.py

Reads ../shared/data/nyt-editorials: 5,190 sentences of 498 editorials, each judged by 20 people
from −4 to 4 (Hutto & Gilbert 2014; also in the sdist of vaderSentiment on PyPI). Intervals are
95 %, from 1,000 draws of whole articles with replacement.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from newskit.intervals import draw_weights, middle_95
from newskit.sentiment.agreement import name_side
from newskit.sentiment.engines import ENGINES
from newskit.sentiment.tones import SentenceTone

DATA = Path(__file__).parents[2] / "shared" / "data" / "nyt-editorials"
FILE = DATA / "nytEditorialSnippets_GroundTruth.txt"
# What people's mean must exceed to be called positive or negative: 46 % of sentences are neutral.
HUMAN_CUT = 0.5

Values = NDArray[np.float64]


def read_rows() -> tuple[list[str], list[str], Values]:
    """Return the article of each sentence, the sentences, and the people's means."""
    lines = FILE.read_text("utf-8", errors="replace").splitlines()
    rows = [line.split("\t") for line in lines if line]
    people = np.array([float(row[1]) for row in rows])
    return [row[0].split("_")[0] for row in rows], [row[2] for row in rows], people


def correlate(one: Values, two: Values, weights: Values) -> Values:
    """Return Pearson's r for each row of weights."""
    total = weights.sum(axis=1)
    means = [weights @ values / total for values in (one, two)]
    covariance = weights @ (one * two) / total - means[0] * means[1]
    spreads = [
        weights @ (values * values) / total - mean**2
        for values, mean in zip((one, two), means, strict=True)
    ]
    result: Values = covariance / np.sqrt(spreads[0] * spreads[1])
    return result


def measure_f1(values: Values, people: Values, neutral: float) -> float:
    """Return the macro-F1 of three classes at the engine's own cut."""
    said = [name_side(value, neutral) for value in values]
    felt = [name_side(value, HUMAN_CUT) for value in people]
    scores = []
    for side in ("positive", "neutral", "negative"):
        hits = sum(a == b == side for a, b in zip(said, felt, strict=True))
        scores.append(2 * hits / (said.count(side) + felt.count(side)))
    return float(np.mean(scores))


def say(label: str, values: Sequence[Values], people: Values, weights: Values) -> None:
    """Print r of each scorer and, against the last of them, the difference with its interval."""
    once = np.ones((1, len(people)))
    points = [correlate(one, people, once)[0] for one in values]
    draws = [correlate(one, people, weights) for one in values]
    bounds = [middle_95(draw).tolist() for draw in draws]
    low, high = middle_95(draws[0] - draws[-1]).tolist()
    shown = "  ".join(
        f"{point:.3f} [{a:.3f}, {b:.3f}]" for point, (a, b) in zip(points, bounds, strict=True)
    )
    difference = f"{points[0] - points[-1]:+.3f} [{low:+.3f}, {high:+.3f}]"
    print(f"{label:<40}{shown}  {difference}")


def score_all(texts: Iterable[str], score: Callable[[str], float]) -> Values:
    """Return the value of each text."""
    return np.array([score(text) for text in texts])


def sum_judgements(tone: SentenceTone) -> float:
    """Return the value of a sentence without its topic words."""
    return sum(word.contribution for word in tone.words if not word.topic)


def main() -> None:
    """Print the table."""
    if not FILE.is_file():
        sys.exit(f"Skipped: this benchmark needs {FILE}")
    articles, texts, people = read_rows()
    _, which = np.unique(articles, return_inverse=True)
    sizes = np.bincount(which)
    draws = draw_weights(len(sizes), 0)
    vader = SentimentIntensityAnalyzer()
    tone, ours = ENGINES
    by_tone = score_all(texts, lambda text: tone.score(text).value)
    by_vader = score_all(texts, lambda text: float(vader.polarity_scores(text)["compound"]))
    exact = sum(
        ours.score(text).value == value for text, value in zip(texts, by_vader, strict=True)
    )
    print(
        f"{len(texts):,} sentences, {len(sizes)} editorials; Pearson r with the mean of 20 people"
    )
    print(f"{'':<40}{'tone':<22}  {'vaderSentiment':<22}  difference")
    say("sentences", [by_tone, by_vader], people, draws[:, which])
    means = [np.bincount(which, values) / sizes for values in (by_tone, by_vader, people)]
    say("articles, mean of the sentences", means[:2], means[2], draws)
    wholes = [
        " ".join(text for text, i in zip(texts, which, strict=True) if i == k)
        for k in range(len(sizes))
    ]
    whole = score_all(wholes, lambda text: float(vader.polarity_scores(text)["compound"]))
    say("articles, vaderSentiment on whole text", [means[0], whole], means[2], draws)
    judged = score_all(texts, lambda text: sum_judgements(tone.score(text)))
    say("sentences, topic words left out", [judged, by_vader], people, draws[:, which])
    scores = [measure_f1(by_tone, people, tone.neutral), measure_f1(by_vader, people, ours.neutral)]
    print(f"{'macro-F1 of three classes':<40}{scores[0]:<22.3f}  {scores[1]:.3f}")
    print(f"engine vader equal to vaderSentiment on {exact:,} of {len(texts):,} sentences")


if __name__ == "__main__":
    main()
