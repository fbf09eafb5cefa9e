"""How long quotes, attribution, the ledger and the claims take, an article of 400 words.

    python benchmarks/sources_speed.py

The articles are those of the BBC data set of D. Greene and P. Cunningham (2006), every fifth of
2,225. Times are those of the processor, the best of three runs, in milliseconds an article of 400
words and as a multiple of ``text.split()`` on the same texts, which a busy machine moves less.
"""

from __future__ import annotations

import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from newskit.sources.attribution import find_attributions
from newskit.sources.claims import find_claims
from newskit.sources.ledger import find_sources
from newskit.text.quotes import find_quotes
from newskit.text.segment import segment

CORPUS = Path(__file__).parents[2] / "shared" / "data" / "bbc" / "bbc-fulltext.zip"
STEP, RUNS, WORDS = 5, 3, 400


def read_articles(path: Path) -> list[str]:
    """Every fifth article of the data set."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(n for n in archive.namelist() if n.endswith(".txt") and "README" not in n)
        return [archive.read(name).decode("utf-8", errors="replace") for name in names[::STEP]]


def time_best(run: Callable[[str], object], texts: list[str]) -> float:
    """Return the processor time of the fastest of some runs over all texts, in seconds.

    Each result is let go before the next text, as a reader of one article after another does.
    """
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        for text in texts:
            run(text)
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Time each step on all articles and print a table."""
    if not CORPUS.is_file():
        sys.exit(f"Skipped: the BBC articles are not at {CORPUS}.")
    texts = read_articles(CORPUS)
    n_words = sum(len(segment(text).words) for text in texts)
    steps: list[tuple[str, Callable[[str], object]]] = [
        ("text.split()", str.split),
        ("find_quotes", find_quotes),
        ("segment", segment),
        ("find_attributions, of a text", lambda text: find_attributions(segment(text))),
        ("find_sources, of a text", lambda text: find_sources(text, language="en")),
        ("find_claims, of a text", lambda text: find_claims(text, language="en")),
    ]
    print(f"{len(texts)} articles, {n_words:,} words; best of {RUNS} runs")
    base = 0.0
    for name, run in steps:
        seconds = time_best(run, texts)
        base = base or seconds
        each = 1000 * seconds / n_words * WORDS
        print(f"{name:32} {each:7.2f} ms an article   {seconds / base:7.0f} × split")


if __name__ == "__main__":
    main()
