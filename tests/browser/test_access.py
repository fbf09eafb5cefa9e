"""For all people: every explorer under axe-core, enlarged, without motion, read from the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Page, expect

import newskit as nk
from newskit.explorers._base import Explorer
from newskit.explorers.corpus import CorpusExplorer
from newskit.explorers.dispatch import explore_article, explore_coverage
from tests.browser.pages import OpenPage
from tests.browser.stories import STORIES

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / ".venv" / "axe" / "package" / "axe.min.js"
URDU = STORIES[3]
LONG_NAME = nk.Article(
    text="“We will stay,” said the Honourable Bartholomew Featherstonehaugh-Cholmondeley of "
    "Llanfairpwllgwyngyll. Critics say that the city lost 1,234,567 euros in 2019. It is believed "
    "that nobody knew.",
    language="en",
)


def make_coverage() -> Explorer:
    explorer = explore_coverage(STORIES)
    explorer.opened, explorer.lens = 0, "sources"
    return explorer


def make_corpus() -> Explorer:
    draw = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "headline": [story.headline for story in STORIES] * 15,
            "outlet": [story.outlet for story in STORIES] * 15,
            "published": pd.date_range("2023-01-01", periods=60, freq="9D").astype(str),
            "tone_mean": draw.normal(size=60),
            "n_words": draw.integers(50, 900, 60),
        }
    )
    explorer = CorpusExplorer(frame, open_article=lambda row: STORIES[row.name % 4])
    explorer.filters, explorer.opened = {"outlet": ["The Ledger"]}, 2
    return explorer


def make_article(lens: str) -> Explorer:
    explorer = explore_article(nk.sample("khan-moscow-wire"), lens=lens)
    explorer.select(7)
    if lens == "sources":
        explorer.filters, explorer.checked = {"voice": "Observers"}, [1]
    return explorer


EXPLORERS: dict[str, Callable[[], Explorer]] = {
    "readability": lambda: make_article("readability"),
    "sentiment": lambda: make_article("sentiment"),
    "sources": lambda: make_article("sources"),
    "right to left": lambda: explore_article(URDU),
    "coverage": make_coverage,
    "corpus": make_corpus,
}

RUN_AXE = """async () => (await axe.run()).violations.map(
  ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join()}`)"""

# Text that lies beyond the window, where the window cannot be scrolled to it.
CUT_OFF = """() => [...document.querySelectorAll(".nk *")].filter((node) => {
  const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  if (!own || node.closest(".nk-live, .nk-grid-table, .nk-code")) return false;
  return [...node.getClientRects()].some(({ left, right }) => left < 0 || right > innerWidth + 1);
}).map((node) => `${node.className}: ${node.textContent.slice(0, 40)}`)"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", EXPLORERS)
def test_axe_finds_nothing(open_page: OpenPage, page: Page, name: str, scheme: str) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not there: `make axe` fetches it from the npm registry.")
    page.emulate_media(color_scheme=scheme)
    open_page(EXPLORERS[name](), ".nk svg")
    page.get_by_role("button", name="Copy as code").first.click()
    page.locator(".nk-help summary").first.click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(RUN_AXE) == []


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("name", ["readability", "sources", "coverage", "corpus"])
def test_what_lies_below_does_not_jump_while_one_types(
    open_page: OpenPage, page: Page, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    explorer = EXPLORERS[name]()
    if explorer.has_trait("filters"):
        explorer.filters = {}
    open_page(explorer, ".nk svg")
    bar = page.locator(".nk-controls").filter(has=page.get_by_role("searchbox")).first
    before = bar.evaluate("e => e.offsetHeight")
    bar.get_by_role("searchbox").fill("the")
    expect(bar.locator(".nk-found")).to_contain_text(" of ")
    assert bar.evaluate("e => e.offsetHeight") == before


@pytest.mark.parametrize("width", [640, 1280])
def test_labels_of_the_scales_stay_in_their_column(
    open_page: OpenPage, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(make_coverage(), ".nk svg")
    out = page.locator(".nk-column-head").evaluate_all(
        """heads => heads.flatMap((head) => {
          const column = head.getBoundingClientRect();
          return [...head.querySelectorAll(".nk-ticks span")].filter((label) => {
            const { left, right } = label.getBoundingClientRect();
            return left < column.left - 0.5 || right > column.right + 0.5;
          }).map((label) => label.textContent);
        })"""
    )
    assert out == []


@pytest.mark.parametrize("name", ["readability", "coverage", "corpus"])
def test_the_keys_go_when_the_reader_turns_away(open_page: OpenPage, page: Page, name: str) -> None:
    open_page(EXPLORERS[name](), ".nk svg")
    summary, keys = page.locator(".nk-help summary").first, page.locator(".nk-help dl").first
    summary.click()
    keys.click()  # to read on, to copy
    expect(keys).to_be_visible()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    summary.click()
    page.get_by_role("heading", level=1).click()
    expect(keys).to_be_hidden()
    summary.press("Enter")
    expect(keys).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(keys).to_be_hidden()
    summary.press("Enter")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("name", EXPLORERS)
def test_text_twice_as_large_fits(open_page: OpenPage, page: Page, name: str) -> None:
    """Zoomed to 200 % (half as many pixels), and with type twice as large on top of it."""
    page.set_viewport_size({"width": 640, "height": 450})
    open_page(EXPLORERS[name](), ".nk svg")
    assert page.evaluate(CUT_OFF) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_long_names_fit_into_the_ledger(open_page: OpenPage, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    open_page(explore_article(LONG_NAME, lens="sources"), "[data-voice]")
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", ["sources", "coverage", "corpus"])
def test_nothing_moves_where_motion_is_not_wanted(
    open_page: OpenPage, page: Page, name: str
) -> None:
    moving = """() => [...document.querySelectorAll(".nk *")].filter((node) => {
      const { transitionDuration, animationName } = getComputedStyle(node);
      return parseFloat(transitionDuration) > 0 || animationName !== "none";
    }).length"""
    open_page(EXPLORERS[name](), ".nk svg")
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) > 0


def test_a_headline_from_the_right_stands_where_headlines_stand(
    open_page: OpenPage, page: Page
) -> None:
    open_page(explore_article(URDU), ".nk-s")
    left = [page.locator(f".nk-{name}").bounding_box()["x"] for name in ("title", "record")]
    assert left[0] == left[1]


def test_thin_bars_have_no_outline_that_hides_them(open_page: OpenPage, page: Page) -> None:
    for n, outline in ((3, "solid"), (150, "none")):
        text = " ".join(f"Officials said on day {i} that it had rained." for i in range(n))
        open_page(explore_article(nk.Article(text=text, language="en"), lens="sources"), ".nk-s")
        stroke = page.locator(".nk-plot .nk-bars[data-shade='3']").evaluate(
            "e => getComputedStyle(e).stroke"
        )
        assert (stroke == "none") == (outline == "none")


def test_a_text_from_the_right_reads_from_the_right(open_page: OpenPage, page: Page) -> None:
    open_page(explore_article(URDU), ".nk-s")
    assert page.locator(".nk-s").count() == len(nk.segment(URDU).sentences)
    for place in (".nk-title", ".nk-text p"):
        found = page.locator(place).first
        assert found.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.locator(".nk-text").get_attribute("lang") == "ur"
    page.get_by_role("radio", name="Sources").check()
    expect(page.locator(".nk-summary")).to_contain_text("not for the language 'ur'")
    expect(page.locator(".nk-ledger")).to_be_hidden()
    expect(page.locator(".nk-claims")).to_have_count(0)
