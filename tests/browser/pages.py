"""What the browser tests share: views, explorers, and where things are on the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page

from newskit.article import Span
from newskit.explorers.article import ArticleExplorer

VIEW = Path(__file__).parents[1] / "cases" / "article_view.json"
Show = Callable[..., Page]
OpenPage = Callable[..., Page]


def load_view() -> dict:
    return json.loads(VIEW.read_text(encoding="utf-8"))


def make_explorer(view: dict, **options: object) -> ArticleExplorer:
    spans, start = [], 0
    for sentence in view["sentences"]:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    return ArticleExplorer(view, sentence_spans=tuple(spans), **options)


def sentence(page: Page, i: int) -> Locator:
    return page.locator(f".nk-s[data-i='{i}']")


def panel(page: Page) -> Locator:
    return page.get_by_label("The sentence pointed at")


def over_bar(page: Page, i: int, n: int = 17) -> tuple[float, float]:
    box = page.locator(".nk-plot").bounding_box()
    return box["x"] + box["width"] * (i + 0.5) / n, box["y"] + box["height"] / 2


def small_view(*sentences: str, **lens: object) -> dict:
    """A view of a few sentences with one plain lens."""
    n = len(sentences)
    plain = {
        "name": "length",
        "label": "Length",
        "measure": {
            "label": "Words",
            "unit": "words",
            "low": 0,
            "high": 10,
            "middle": None,
            "higher_is": "longer",
        },
        "summary": [],
        "values": [5.0] * n,
        "shown": ["5"] * n,
        "shades": [1] * n,
        "legend": [{"shade": 0, "label": "short"}, {"shade": 1, "label": "long"}],
        "words": [[] for _ in range(n)],
        "kinds": {},
        "details": [[] for _ in range(n)],
        "hints": [],
        "caveat": "A count, no more.",
    }
    return {
        "title": "T",
        "language": None,
        "record": [],
        "paragraphs": [[0, n]],
        "sentences": list(sentences),
        "lenses": [{**plain, **lens}],
    }
