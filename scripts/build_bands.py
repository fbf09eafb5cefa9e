"""Make newskit/data/reference-bands.json: how readable articles of known outlets are.

    python scripts/build_bands.py FOLDER

FOLDER holds ``bbc/bbc-fulltext.zip`` (Greene & Cunningham, 2006) and
``wikinews/wikinews_*.csv`` (van Atteveldt, CC BY 2.5). Only figures are written: for each
reference and metric the quantiles from 0 to 100 % in steps of 5, over articles of at least 150
words. No text leaves the folder.
"""

from __future__ import annotations

import csv
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from newskit.readability.counts import Counts, count
from newskit.readability.formulas import FORMULAS

TARGET = Path(__file__).parents[1] / "newskit" / "data" / "reference-bands.json"
SHORTEST = 150
BBC = "Greene & Cunningham (2006), bbc-fulltext"
WIKINEWS = "vanatteveldt/wikinews"
STEPS = np.linspace(0, 1, 21)


def read_bbc(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield (section, body) of each article; the first line is the headline."""
    with zipfile.ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            parts = name.split("/")
            if name.endswith(".txt") and len(parts) == 3:
                text = files.read(name).decode("utf-8", "replace")
                yield parts[1], text.partition("\n")[2]


def read_wikinews(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (reference, body) of each article."""
    csv.field_size_limit(10**7)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield "wikinews", row["text"]


def measure(reference: dict[str, str], counted: list[Counts]) -> dict[str, object]:
    """Return one row of the table: what the reference is, and its quantiles by metric."""
    quantiles = {}
    for metric in FORMULAS:
        values = np.array([metric.compute(counts) for counts in counted])
        quantiles[metric.name] = [round(float(q), 2) for q in np.quantile(values, STEPS)]
    return {**reference, "n_articles": len(counted), "quantiles": quantiles}


def main() -> None:
    """Count every article and write the quantiles."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    groups: dict[str, list[Counts]] = {}
    articles = [*read_bbc(folder / "bbc" / "bbc-fulltext.zip"), *read_wikinews(folder / "wikinews")]
    for group, text in articles:
        counts = count(text).total()
        if counts.n_words >= SHORTEST:
            groups.setdefault(group, []).append(counts)
    rows = []
    for group, counted in groups.items():
        bbc = group != "wikinews"
        reference = {
            "name": f"BBC {group}" if bbc else "Wikinews",
            "years": "2004–2005" if bbc else "2019–2020",
            "source": BBC if bbc else WIKINEWS,
        }
        rows.append(measure(reference, counted))
    table = {"made_by": "scripts/build_bands.py", "min_words": SHORTEST, "references": rows}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    for row in rows:
        low, middle, high = (row["quantiles"]["flesch_kincaid_grade"][i] for i in (2, 10, 18))
        print(f"{row['name']:20} n={row['n_articles']:4}  10 % {low}, median {middle}, 90 % {high}")


if __name__ == "__main__":
    main()
