"""What ``import newskit`` costs, as a share of ``import pandas``.

    python benchmarks/import_time.py

Fresh interpreters, taken in turns; the start of Python itself is subtracted. The bound is 0.3.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

ROUNDS = 15
STATEMENTS = ("pass", "import newskit", "import pandas")


def measure(statement: str) -> float:
    """Return the seconds that a fresh Python takes to run a statement."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - started


def main() -> None:
    """Print the medians and the ratio."""
    for statement in STATEMENTS:  # fill the disk cache
        measure(statement)
    times: dict[str, list[float]] = {statement: [] for statement in STATEMENTS}
    for _ in range(ROUNDS):
        for statement in STATEMENTS:
            times[statement].append(measure(statement))
    nothing, ours, pandas = (median(times[statement]) for statement in STATEMENTS)
    print(f"python -c pass     {nothing * 1000:7.1f} ms")
    print(f"import newskit    +{(ours - nothing) * 1000:7.1f} ms")
    print(f"import pandas     +{(pandas - nothing) * 1000:7.1f} ms")
    print(f"ratio              {(ours - nothing) / (pandas - nothing):7.3f}   (bound 0.3)")


if __name__ == "__main__":
    main()
