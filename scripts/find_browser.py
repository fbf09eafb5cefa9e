"""Print the path of a browser for the tests, installing one where that is possible.

In this order: $CHROMIUM, an installed Chromium or Chrome, Debian's package (as root), Playwright's
own download. Only if all fail: one line that says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"


def run_quietly(*command: str) -> bool:
    """Run a command with its output on standard error; whether it succeeded."""
    try:
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0
    except OSError:
        return False


def works(path: str | None) -> bool:
    """Whether there is a browser at ``path`` that starts (Ubuntu ships a stub that does not)."""
    if not path or not Path(path).exists():
        return False
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"rom" in done.stdout


def find_candidates() -> Iterator[str | None]:
    """Yield paths to try; asking for the next one may install it."""
    yield os.environ.get("CHROMIUM")
    for name in NAMES:
        yield shutil.which(name)
    yield MAC
    if shutil.which("apt-get") and os.geteuid() == 0:
        print("No browser found: installing Debian's chromium.", file=sys.stderr)
        if run_quietly("apt-get", "update", "-qq") and run_quietly(
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            "chromium",
            "fonts-dejavu-core",
        ):
            yield shutil.which("chromium")
    print("Trying Playwright's own download.", file=sys.stderr)
    if run_quietly(sys.executable, "-m", "playwright", "install", "chromium"):
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            yield playwright.chromium.executable_path


def main() -> None:
    """Print the first browser that starts."""
    for path in find_candidates():
        if works(path):
            print(path)
            return
    sys.exit("No browser: install Chromium or Chrome, or set CHROMIUM=/path/to/it.")


if __name__ == "__main__":
    main()
