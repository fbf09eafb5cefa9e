"""Take the README's pictures of the explorer from the real thing, in a real browser.

Run it as ``make pictures``.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import newskit as nk

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
# lens, colour scheme, width of the window, sentence pinned
SHOTS = (
    ("readability", "light", 1280, 18),
    ("sentiment", "dark", 1280, 8),
)


def take(page: Page, lens: str, scheme: str, width: int, pinned: int) -> Path:
    """Save one picture of the worked example and return where it is."""
    explorer = nk.explore(nk.sample("khan-moscow-wire"), lens=lens)
    explorer.select(pinned)
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8", delete=False) as file:
        file.write(explorer.to_html())
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 820})
    page.goto(Path(file.name).as_uri())
    page.wait_for_selector("svg")
    target = PICTURES / f"article-{lens}-{scheme}.png"
    page.screenshot(path=target)
    Path(file.name).unlink()
    return target


def main() -> None:
    """Take all pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or None, args=OPTIONS
        )
        page = browser.new_page()
        for shot in SHOTS:
            print(take(page, *shot))
        browser.close()


if __name__ == "__main__":
    main()
