"""How fast the sentence scorers are, as ratios to vaderSentiment in the same run.

    python benchmarks/sentiment_speed.py

Reads ../shared/data/nyt-editorials. Each figure is the least CPU time of seven runs that take
turns, so that a busy machine slows both sides; ratios travel between machines, times do not.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from newskit.sentiment.news import score_sentence_tone
from newskit.sentiment.vader import score_vader

FILE = Path(__file__).parents[2] / "shared/data/nyt-editorials/nytEditorialSnippets_GroundTruth.txt"
RUNS = 7
ARTICLE_WORDS = 400

Scorer = Callable[[str], object]


def time_each(scorers: Sequence[Scorer], texts: Sequence[str], runs: int = RUNS) -> list[float]:
    """Return the microseconds of CPU that each scorer takes for one text."""
    least = [float("inf")] * len(scorers)
    for _ in range(runs):
        for i, scorer in enumerate(scorers):
            start = time.process_time()
            for text in texts:
                scorer(text)
            least[i] = min(least[i], time.process_time() - start)
    return [seconds / len(texts) * 1e6 for seconds in least]


def make_articles(sentences: Sequence[str], words: int) -> list[str]:
    """Return texts of about so many words each, made of consecutive sentences."""
    articles, held, n = [], list[str](), 0
    for sentence in sentences:
        held.append(sentence)
        n += len(sentence.split())
        if n >= words:
            articles.append(" ".join(held))
            held, n = [], 0
    return articles


def main() -> None:
    """Print the table."""
    if not FILE.is_file():
        sys.exit(f"Skipped: this benchmark needs {FILE}")
    lines = FILE.read_text("utf-8", errors="replace").splitlines()
    sentences = [line.split("\t")[2] for line in lines if line]
    package = SentimentIntensityAnalyzer().polarity_scores
    scorers: tuple[Scorer, ...] = (package, score_vader, score_sentence_tone)
    for sentence in sentences:
        score_vader(sentence)
        score_sentence_tone(sentence)  # words are worked out once: not part of the figures
    print(f"{'':<24}{'vaderSentiment':>15}{'vader':>18}{'tone':>18}")
    samples = [
        ("a sentence", sentences[:1500]),
        (f"{ARTICLE_WORDS} words", make_articles(sentences, ARTICLE_WORDS)[:40]),
    ]
    for label, texts in samples:
        theirs, *ours = time_each(scorers, texts)
        ratios = "".join(f"{own:>9.1f} µs ×{theirs / own:<5.1f}" for own in ours)
        print(f"{label:<24}{theirs:>12.1f} µs{ratios}")
    print("\nlength, doubled five times: milliseconds, and times as long as half the length")
    text = " ".join(sentences[: len(sentences) // 2])
    half: list[float] = []
    for exponent in range(6):
        words = ARTICLE_WORDS * 2**exponent
        piece = " ".join(text.split()[:words])
        # The package is quadratic: 6,400 words take it a second.
        times = time_each(scorers if exponent < 4 else scorers[1:], [piece], runs=3)
        times = [float("nan")] * (len(scorers) - len(times)) + times
        growth = [now / before for now, before in zip(times, half, strict=True)] if half else []
        cells = [f"{now / 1e3:.2f}" for now in times]
        if growth:
            pairs = zip(cells, growth, strict=True)
            cells = [f"{cell} ×{more:.1f}".replace("nan ×nan", "–") for cell, more in pairs]
        print(f"{words:>7,} words" + "".join(f"{cell:>18}" for cell in cells))
        half = times


if __name__ == "__main__":
    main()
