"""How fast the English formulas are, ours beside textstat's, on the same articles in one run.

    python benchmarks/readability_speed.py [--articles N]

BBC News articles from ../shared/data/bbc; processor time, warm, taken in turns, the best of seven
rounds (which another program on the machine disturbs least). Ours counts by newskit's rules and
gives 16 formulas; textstat gives its 15. Bounds: 15 × for one article at a time, 40 × for a corpus
call, 5 × with the bootstrap intervals included.
Then one text is doubled five times: the time should double with it.
"""

from __future__ import annotations

import argparse
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from newskit.article import Article
from newskit.readability.counts import count, count_many
from newskit.readability.formulas import FORMULAS
from newskit.readability.scores import score_readability
from newskit.readability.textstat_reference import borrow_textstat

BBC = Path(__file__).parents[2] / "shared" / "data" / "bbc" / "bbc-fulltext.zip"
ROUNDS = 7
TEXTSTAT = (
    "flesch_reading_ease flesch_kincaid_grade smog_index coleman_liau_index "
    "automated_readability_index linsear_write_formula dale_chall_readability_score "
    "dale_chall_readability_score_v2 gunning_fog spache_readability lix rix mcalpine_eflaw "
    "text_standard reading_time"
).split()


def read_articles(n: int | None) -> list[str]:
    """Return the bodies of the first ``n`` articles."""
    with zipfile.ZipFile(BBC) as files:
        names = [x for x in sorted(files.namelist()) if x.endswith(".txt") and x.count("/") == 2]
        step = max(1, len(names) // (n or len(names)))
        texts = [files.read(name).decode("utf-8", "replace") for name in names[::step]]
    return [text.partition("\n")[2] for text in texts]


def score_by_newskit(texts: list[str]) -> None:
    """Score one article at a time."""
    for text in texts:
        counts = count(text).total()
        for metric in FORMULAS:
            metric.compute(counts)


def score_corpus(texts: list[str]) -> None:
    """Score all articles in one call."""
    counts = count_many(texts)
    for metric in FORMULAS:
        metric.function(**{name: counts[name] for name in metric.inputs})


def score_with_intervals(texts: list[str]) -> None:
    """Score one article at a time, with bootstrap intervals, reasons and cautions."""
    for text in texts:
        score_readability(Article(text=text, language="en"))


def score_by_textstat(texts: list[str]) -> None:
    """Score one article at a time with textstat's 15 formulas."""
    with borrow_textstat("en_US") as textstat:
        functions = [getattr(textstat, name) for name in TEXTSTAT]
        for text in texts:
            for function in functions:
                function(text)


def measure(work: Callable[[list[str]], None], texts: list[str]) -> float:
    """Return the processor seconds of one pass."""
    started = time.process_time()
    work(texts)
    return time.process_time() - started


def main() -> None:
    """Print milliseconds an article and the ratios."""
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=450)
    n = options.parse_args().articles
    if not BBC.exists():
        sys.exit(f"Needs the BBC articles in {BBC}; skipped.")
    texts = read_articles(n)
    works = (score_by_textstat, score_by_newskit, score_corpus, score_with_intervals)
    for work in works:  # warm the caches of both
        work(texts)
    times = {work: [] for work in works}
    for _ in range(ROUNDS):
        for work in works:
            times[work].append(measure(work, texts))
    reference = min(times[score_by_textstat])
    print(f"{len(texts)} articles, {sum(map(len, texts)):,} characters")
    for work, bound in zip(works, (1, 15, 40, 5), strict=True):
        seconds = min(times[work])
        each = 1e3 * seconds / len(texts)
        name = work.__name__
        print(f"{name:22} {each:8.3f} ms/article  {reference / seconds:6.1f} ×  (bound {bound} ×)")
    print("linear? one text, doubled:")
    text = "\n".join(texts[:50])
    for _ in range(6):
        print(f"{len(text):12,} characters {1e3 * measure(lambda x: count(x[0]), [text]):9.1f} ms")
        text += "\n" + text


if __name__ == "__main__":
    main()
