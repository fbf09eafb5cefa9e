"""How fast the corpus explorer is in a browser: first paint, then one filter with its redraw.

    python benchmarks/explorer_speed.py [--rows N]

Invented rows in a page of its own, in Chromium. Bounds at 100,000 rows: first paint 2 s (from
navigation, unpacking included), filter and redraw 50 ms (a key on a bound, until layout is done).
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
import warnings
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from playwright.sync_api import Page, sync_playwright

from newskit.explorers.corpus import CorpusExplorer

WORDS = "council ferry vote talks crisis election harbour budget storm minister school".split()
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
WATCH = """new MutationObserver((_, self) => {
  if (!document.querySelector(".nk-row[data-at]")) return;
  self.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.painted = performance.now(); }));
}).observe(document, { childList: true, subtree: true });"""
PRESS = """(key) => {
  const handle = document.querySelectorAll(".nk-handle")[0];
  const begun = performance.now();
  handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - begun;
}"""
TYPE = """async (text) => {
  const box = document.querySelector("input[type=search]");
  box.value = text;
  const found = document.querySelector(".nk-found");
  box.dispatchEvent(new Event("input"));
  const begun = performance.now();
  await new Promise((done) => new MutationObserver(done).observe(found, { childList: true }));
  return performance.now() - begun - 80;  // the wait for the next letter
}"""


def make_frame(n: int) -> pd.DataFrame:
    """Return invented measures of ``n`` articles."""
    draw = np.random.default_rng(0)
    words = draw.choice(WORDS, (n, 8))
    return pd.DataFrame(
        {
            "headline": [" ".join(row) for row in words.tolist()],
            "outlet": draw.choice([f"Outlet {i}" for i in range(40)], n),
            "section": draw.choice(["Politics", "World", "Business", "Culture"], n),
            "published": (np.datetime64("2015-01-01") + draw.integers(0, 3000, n)).astype(str),
            "consensus_grade": draw.normal(11, 2.5, n),
            "tone_mean": draw.normal(0, 0.2, n),
            "attributed_share": draw.beta(2, 3, n),
            "n_words": np.exp(draw.normal(6, 0.5, n)).astype(int),
        }
    )


def measure(page: Page) -> None:
    """Print how long filters take in an open page."""
    keys = ["ArrowRight"] * 12 + ["ArrowLeft"] * 8
    times = [page.evaluate(PRESS, key) for key in keys]
    print(f"filter + redraw    {median(times):8.1f} ms median, {max(times):.1f} most  (bound 50)")
    print(f"search + redraw    {page.evaluate(TYPE, 'ferry vote'):8.1f} ms")
    print(f"table rows in page {page.locator('.nk-row[data-at]').count():8}")


def main() -> None:
    """Make the page, open it, print."""
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=100_000)
    frame = make_frame(options.parse_args().rows)
    started = time.perf_counter()
    explorer = CorpusExplorer(frame)
    print(f"{len(frame):,} rows")
    print(f"make (Python)      {1e3 * (time.perf_counter() - started):8.1f} ms")
    path = Path(tempfile.mkdtemp()) / "corpus.html"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        print(f"page               {len(explorer.to_html(path)) / 1e6:8.1f} MB")
    with sync_playwright() as playwright:
        found = os.environ.get("CHROMIUM") or shutil.which("chromium")
        page = playwright.chromium.launch(executable_path=found, args=OPTIONS).new_page()
        page.add_init_script(WATCH)
        page.goto(path.as_uri())
        page.wait_for_function("window.painted")
        painted = page.evaluate("window.painted")
        print(f"first paint        {painted:8.1f} ms  (bound 2,000)")
        measure(page)
        page.context.browser.close()
    shutil.rmtree(path.parent)


if __name__ == "__main__":
    main()
