"""Take the pictures of README and gallery: explorers in a real browser, plots from matplotlib.

Run it as ``make pictures``, and look at them. What is shown: the bundled sample, and pieces on one
invented event that were written for the tests.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
from PIL import Image
from playwright.sync_api import Page, sync_playwright

import newskit as nk
from newskit import plots
from newskit.explorers._base import Explorer

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SCHEMES, WIDTHS, HEIGHT = ("light", "dark"), (1280, 640), 860
SAMPLE = "khan-moscow-wire"


def tell_stories() -> list[nk.Article]:
    """Return the invented pieces of the tests that are in English."""
    sys.path.insert(0, str(ROOT))
    from tests.browser.stories import STORIES

    return [story for story in STORIES if story.language == "en"]


def make_frame(n: int = 1_200) -> pd.DataFrame:
    """Return measures as a corpus might have them, drawn by lot: no article stands behind them."""
    draw = np.random.default_rng(0)
    outlets = draw.choice(["Harbour Gazette", "Island Voice", "The Ledger"], n, p=[0.5, 0.3, 0.2])
    shift = np.select([outlets == "Island Voice", outlets == "The Ledger"], [-2.0, 2.2])
    days = pd.Timestamp("2022-01-01") + pd.to_timedelta(np.sort(draw.integers(0, 730, n)), "D")
    words = draw.choice(["Ferry", "Harbour", "Council", "School", "Bridge", "Budget"], n)
    return pd.DataFrame(
        {
            "headline": [
                f"{word}: invented headline {i}" for i, word in enumerate(draw.choice(words, n))
            ],
            "outlet": outlets,
            "section": draw.choice(["Local", "Business", "Culture"], n),
            "published": days.strftime("%Y-%m-%d"),
            "consensus_grade": (10.4 + shift + draw.normal(0, 1.6, n)).round(2),
            "tone_mean": (draw.normal(-0.05, 0.22, n) - 0.02 * shift).round(3),
            "attributed_share": draw.beta(3, 6, n).round(3),
            "n_words": draw.lognormal(5.9, 0.45, n).astype(int),
        }
    )


def make_explorers() -> Iterator[tuple[str, Explorer]]:
    """Yield each explorer with the name of its picture, as a reader would have left it."""
    article = nk.sample(SAMPLE)
    for lens, pinned in (("readability", 2), ("sentiment", 2), ("sources", 3)):
        explorer = nk.explore(article, lens=lens)
        explorer.select(pinned)
        if lens == "sources":
            explorer.filters = {"voice": "Imran Khan"}
        yield f"article-{lens}", explorer
    coverage = nk.explore(tell_stories())
    coverage.select(1)
    yield "coverage", coverage
    corpus = nk.explore(make_frame())
    corpus.filters = {"consensus_grade": [11, None], "outlet": ["The Ledger"]}
    yield "corpus", corpus


def take_explorer(page: Page, name: str, explorer: Explorer) -> Iterator[Path]:
    """Save the pictures of one explorer, in both schemes and at both widths."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "page.html"
        explorer.to_html(place)
        for scheme in SCHEMES:
            for width in WIDTHS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.goto(place.as_uri())
                page.wait_for_selector("svg")
                target = PICTURES / f"{name}-{scheme}-{width}.png"
                page.screenshot(path=target)
                yield target


def take_plots() -> Iterator[Path]:
    """Save the picture of each plot."""
    article, frame = nk.sample(SAMPLE), make_frame()
    stories = tell_stories()
    readability, tone = nk.score_readability(article), nk.score_sentiment(article)
    lenses = (nk.score_readability, nk.score_sentiment, nk.find_sources)
    columns = [[score(story) for story in stories] for score in lenses]
    draw: dict[str, Callable[[], object]] = {
        "sentences": lambda: plots.plot_sentences(tone),
        "sentences-sources": lambda: plots.plot_sentences(nk.find_sources(article)),
        "arc": lambda: plots.plot_arc(tone),
        "scores": lambda: plots.plot_scores(readability),
        "small-multiples": lambda: plots.plot_small_multiples(*columns),
        "distribution": lambda: plots.plot_distribution(frame, "consensus_grade", by="outlet"),
        "timeline": lambda: plots.plot_timeline(frame, "tone_mean"),
    }
    import matplotlib.pyplot as plt

    for name, plot in draw.items():
        plot()
        target = PICTURES / f"plot-{name}.png"
        plt.savefig(target, dpi=110)
        plt.close("all")
        yield target


def shrink(picture: Path) -> None:
    """Write a picture again with a palette, that of its rarest colours too."""
    with Image.open(picture) as image:
        method = Image.Quantize.MAXCOVERAGE
        small = image.convert("RGB").quantize(256, method=method, dither=Image.Dither.NONE)
    small.save(picture, optimize=True)


def main() -> None:
    """Take all pictures."""
    mpl.use("Agg")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or None
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        page = browser.new_page()
        taken = [
            picture
            for name, explorer in make_explorers()
            for picture in take_explorer(page, name, explorer)
        ]
        browser.close()
    for picture in [*taken, *take_plots()]:
        shrink(picture)
        print(f"{picture.relative_to(ROOT)}  {picture.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
