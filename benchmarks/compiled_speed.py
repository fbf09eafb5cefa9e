"""How much faster the compiled build reads a text than the plain one.

    make compiled
    python benchmarks/compiled_speed.py

Both builds read the same articles by turns in one run, each in a process of its own: every fifth of
the 2,225 articles of the BBC data set of D. Greene and P. Cunningham (2006), and the annotated ones
in `tests/cases/articles`, which hold more quotes. The times are those of the processor, the best of
three turns; the result is a ratio, compiled to plain.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
TURNS = 3
NAMES = ("segment", "find_attributions, of a text", "find_sources, of a text")


def read_annotated() -> list[str]:
    """Return the texts of the annotated articles, without their marks."""
    from sources_validity import read_articles

    return [article.text for part in ("dev", "test") for article in read_articles(part)]


def time_all() -> dict[str, float]:
    """Return the seconds that each step takes over each set of articles."""
    from sources_speed import CORPUS, read_articles, time_best

    from newskit.sources.attribution import find_attributions
    from newskit.sources.ledger import find_sources
    from newskit.text.segment import segment

    sets = {"annotated": read_annotated()}
    if CORPUS.is_file():
        sets["BBC"] = read_articles(CORPUS)
    steps = (
        segment,
        lambda text: find_attributions(segment(text)),
        lambda text: find_sources(text, language="en"),
    )
    return {
        f"{label}: {name}": time_best(step, texts)
        for label, texts in sets.items()
        for name, step in zip(NAMES, steps, strict=True)
    }


def time_build(folder: Path) -> dict[str, float]:
    """Run :func:`time_all` with the package that stands in a folder."""
    paths = os.pathsep.join((str(folder), str(ROOT / "benchmarks")))  # safe: no other newskit
    done = subprocess.run(
        [sys.executable, __file__, "--time"],
        env={**os.environ, "PYTHONPATH": paths, "PYTHONSAFEPATH": "1"},
        text=True,
        capture_output=True,
        check=True,
    )
    times: dict[str, float] = json.loads(done.stdout)
    return times


def main() -> None:
    """Time both builds by turns and print the ratios."""
    wheels = [path for path in (ROOT / "dist").glob("newskit-*.whl") if "-none-" not in path.name]
    if not wheels:
        print("Skipped: there is no compiled wheel in dist/; `make compiled` builds one.")
        return
    turns: dict[str, list[dict[str, float]]] = {"compiled": [], "plain": []}
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(max(wheels, key=lambda path: path.stat().st_mtime)) as wheel:
            wheel.extractall(folder)
        for _ in range(TURNS):
            turns["compiled"].append(time_build(Path(folder)))
            turns["plain"].append(time_build(ROOT))
    for key in turns["plain"][0]:
        best = {build: min(times[key] for times in rows) for build, rows in turns.items()}
        print(f"{key:42} {best['compiled'] / best['plain']:.2f}")


if __name__ == "__main__":
    if "--time" in sys.argv:
        print(json.dumps(time_all()))
    else:
        main()
