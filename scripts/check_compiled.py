"""Check that the compiled build gives what the plain one gives: build it and run its tests.

    python scripts/check_compiled.py

1. `make compiled` builds a wheel.
2. The wheel is unpacked beside a copy of the tests of what it compiles, and they are run on it.

Without a C compiler or the header files of Python there is nothing to build: it says so and ends
well.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
import tempfile
import time
import zipfile
from pathlib import Path

from check_binder import ROOT, run

BESIDE = ("benchmarks", "pyproject.toml", "tests")
CHECK = "import newskit.sources.verbs as v, sys; sys.exit(v.__file__.endswith('.py'))"


def find_missing() -> str | None:
    """Return what a build needs and this machine does not have."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"the C compiler {compiler}"
    header = Path(sysconfig.get_paths()["include"]) / "Python.h"
    return None if header.is_file() else f"{header} (Debian: python3-dev)"


def main() -> None:
    """Build the wheel, run the tests on it and say how long that took."""
    missing = find_missing()
    if missing is not None:
        print(f"Skipped: the compiled build needs {missing}.")
        return
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        run("make", "compiled", f"DIST={folder}")
        (path,) = Path(folder).glob("*.whl")
        work = Path(folder) / "project"
        with zipfile.ZipFile(path) as wheel:
            wheel.extractall(work)
        for name in BESIDE:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, work / name)
        run(sys.executable, "-c", CHECK, cwd=work)
        tests = ("tests/sources", "tests/text")
        print(run(sys.executable, "-m", "pytest", "-q", *tests, cwd=work).splitlines()[-1])
    print(f"Compiled and tested in {time.monotonic() - started:.0f} s.")


if __name__ == "__main__":
    main()
