"""How well each formula agrees with human ratings, ours beside textstat's.

    python benchmarks/readability_validity.py [--sample N]

CLEAR corpus (Crossley et al., 2023): 4,724 excerpts with human ease (BT_easiness), read from
../shared/data/clear. Needs openpyxl. Correlations are with ease, so harder-is-higher formulas are
negative; the sizes are compared. Bound: ours is nowhere lower by more than 0.005.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

from newskit.readability.counts import count
from newskit.readability.formulas import FORMULAS
from newskit.readability.textstat_reference import FUNCTIONS, score_with_textstat

CLEAR = Path(__file__).parents[2] / "shared" / "data" / "clear" / "CLEAR_corpus_final.xlsx"


def measure(text: str) -> dict[str, float]:
    """Return our values and textstat's for one excerpt."""
    counts = count(text).total()
    ours = {metric.name: metric.compute(counts) for metric in FORMULAS}
    theirs = score_with_textstat(text, language="en", names=[m.name for m in FORMULAS])
    return {**ours, **{f"textstat {name}": value for name, value in theirs.items()}}


def correlate(values: pd.Series, ease: pd.Series) -> tuple[float, float]:
    """Return the sizes of Pearson's and Spearman's correlation."""
    return abs(values.corr(ease)), abs(values.rank().corr(ease.rank()))


def main() -> None:
    """Print a table, one row a formula."""
    options = argparse.ArgumentParser()
    options.add_argument("--sample", type=int, default=None)
    size = options.parse_args().sample
    if not CLEAR.exists():
        sys.exit(f"Needs the CLEAR corpus in {CLEAR}; skipped.")
    corpus = pd.read_excel(CLEAR).dropna(subset=["Excerpt", "BT_easiness"])
    if size:
        corpus = corpus.sample(size, random_state=1)
    values = pd.DataFrame([measure(text) for text in corpus["Excerpt"]], index=corpus.index)
    ease = corpus["BT_easiness"]
    print(f"{len(corpus):,} excerpts    Pearson: ours  textstat   Spearman: ours  textstat")
    worst, best, their_best = np.inf, 0.0, 0.0
    for metric in FORMULAS:
        r, rho = correlate(values[metric.name], ease)
        best = max(best, r)
        line = f"{metric.name:24} {r:12.3f}"
        if metric.name in FUNCTIONS:
            their_r, their_rho = correlate(values[f"textstat {metric.name}"], ease)
            worst, their_best = min(worst, r - their_r), max(their_best, their_r)
            print(f"{line} {their_r:9.3f} {rho:16.3f} {their_rho:9.3f}   {r - their_r:+.3f}")
        else:
            print(f"{line} {'–':>9} {rho:16.3f} {'–':>9}")
    print(f"best: ours {best:.3f}, textstat {their_best:.3f}; worst difference {worst:+.3f}")


if __name__ == "__main__":
    main()
