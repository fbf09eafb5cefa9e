"""The corpus explorer as a page of its own: everything that needs no kernel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from playwright.sync_api import Locator, Page, expect

from newskit.explorers.corpus import CorpusExplorer
from tests.explorers.test_corpus_explorer import EVIL, FRAME

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:This page is big")]

ShowCorpus = Callable[..., tuple[Page, CorpusExplorer]]


@pytest.fixture
def show_corpus(page: Page, tmp_path: Path) -> ShowCorpus:
    """Open a frame as a static page; the explorer comes along to compare with."""

    def _show(
        frame: pd.DataFrame = FRAME, *, measures: list[str] | None = None, **traits: object
    ) -> tuple[Page, CorpusExplorer]:
        explorer = CorpusExplorer(frame, measures=measures)
        for name, value in traits.items():
            explorer.set_trait(name, value)
        path = tmp_path / "corpus.html"
        explorer.to_html(path)
        page.goto(path.as_uri())
        page.wait_for_selector(".nk-grid-table")
        return page, explorer

    return _show


def histogram(page: Page, label: str) -> Locator:
    return page.locator(f".nk-histogram[aria-label='{label}']")


def n_found(page: Page) -> int:
    return int(re.match(r"[\d,]+", page.locator(".nk-found").inner_text())[0].replace(",", ""))


def drag(page: Page, chart: Locator, start: float, end: float) -> None:
    """Draw over a chart from one share of its width to another."""
    chart.scroll_into_view_if_needed()
    box = chart.locator(".nk-bars-plot").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + start * box["width"], y)
    page.mouse.down()
    page.mouse.move(box["x"] + (start + end) / 2 * box["width"], y, steps=3)
    page.mouse.move(box["x"] + end * box["width"], y, steps=3)
    page.mouse.up()


def chosen_code(page: Page) -> str:
    if page.locator(".nk-code").is_hidden():
        page.get_by_role("button", name="Copy as code").click()
    return page.locator(".nk-code").inner_text()


def agree(page: Page, explorer: CorpusExplorer) -> None:
    """The browser shows the rows that Python selects, and writes the same code."""
    code = chosen_code(page)
    filters = re.search(r"^explorer\.filters = (.+)$", code, re.MULTILINE)
    explorer.filters = eval(filters[1]) if filters else {}
    assert code == explorer.code()
    assert n_found(page) == explorer.selection.sum()


def test_draws_charts_names_and_rows(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus()
    expect(page.get_by_role("heading", level=1)).to_have_text("60 articles")
    expect(page.locator(".nk-histogram")).to_have_count(4)
    expect(histogram(page, "Mean tone")).to_contain_text("9 n/a")
    middle = FRAME["n_words"].median()
    expect(histogram(page, "Words")).to_contain_text(f"median {middle:,.0f}")
    expect(page.locator(".nk-name").first).to_contain_text("20")
    expect(page.locator(".nk-row[data-at='1']")).to_contain_text("Story 1 of the Ferry")


def test_a_frame_of_numbers_alone_shows_nothing_else(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus(pd.DataFrame({"v": [1.0, 2.0, np.nan, np.inf]}))
    assert "null" not in page.locator("body").inner_text()


def test_a_brush_by_mouse_filters_everything_else(show_corpus: ShowCorpus) -> None:
    page, explorer = show_corpus()
    names = page.locator(".nk-name-count").all_inner_texts()
    drag(page, histogram(page, "Words"), 0.3, 0.7)
    assert 0 < n_found(page) < 60
    assert page.locator(".nk-name-count").all_inner_texts() != names
    agree(page, explorer)
    drag(page, histogram(page, "articles by month"), 0.3, 0.6)
    agree(page, explorer)
    assert set(explorer.filters) == {"n_words", "published"}
    expect(histogram(page, "articles by month").locator("b")).to_have_text("2023-02 to 2023-03")
    page.get_by_role("button", name="Show all").click()
    agree(page, explorer)
    assert n_found(page) == 60
    expect(histogram(page, "Words").locator(".nk-brush")).to_be_hidden()


def test_a_brush_is_moved_and_let_go(show_corpus: ShowCorpus) -> None:
    page, explorer = show_corpus()
    chart = histogram(page, "Words")
    drag(page, chart, 0.2, 0.4)
    agree(page, explorer)
    first = explorer.filters["n_words"]
    drag(page, chart, 0.3, 0.5)
    agree(page, explorer)
    second = explorer.filters["n_words"]
    assert second[0] > first[0]
    assert second[1] - second[0] == first[1] - first[0]
    drag(page, chart, 0.5, 0.5)  # a click
    agree(page, explorer)
    assert explorer.filters == {}


def test_a_brush_by_keys(show_corpus: ShowCorpus) -> None:
    page, explorer = show_corpus()
    lower = page.get_by_role("slider", name="Words, from")
    expect(lower).to_have_attribute("aria-valuetext", "no bound")
    lower.focus()
    for key in ("PageUp", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    edge = explorer.view["measures"][1]["edges"][6]
    expect(lower).to_have_attribute("aria-valuetext", edge)
    page.get_by_role("slider", name="Words, below").focus()
    page.keyboard.press("PageDown")
    agree(page, explorer)
    assert explorer.filters["n_words"][0] == float(edge)
    expect(histogram(page, "Words").locator(".nk-ends")).to_contain_text(f"{edge} to ")
    expect(page.get_by_role("status").last).to_contain_text("of 60 articles")
    lower.focus()
    page.keyboard.press("Escape")
    agree(page, explorer)
    assert explorer.filters == {}


def test_names_and_search(show_corpus: ShowCorpus) -> None:
    page, explorer = show_corpus()
    page.locator(".nk-name", has_text="Voice").click()
    expect(page.locator(".nk-name[aria-pressed=true]")).to_have_count(1)
    page.locator(".nk-name", has_text="Gazette").click()
    agree(page, explorer)
    page.get_by_role("searchbox").fill("FERRY")
    expect(page.locator(".nk-found")).not_to_have_text("40 of 60 articles")
    agree(page, explorer)
    assert set(explorer.filters) == {"outlet", "headline"}
    page.get_by_label("By", exact=True).select_option("section")
    expect(page.locator(".nk-name:visible")).to_have_count(1)
    page.get_by_role("searchbox").fill("nothing has this")
    expect(page.locator(".nk-nothing")).to_be_visible()


def test_sorting_puts_missing_values_last(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus()
    head = page.get_by_role("columnheader", name="Mean tone")
    first = page.locator(".nk-row[data-at='0']")
    grid = page.get_by_role("grid")
    for turn, row in (
        ("descending", FRAME["tone_mean"].idxmax()),
        ("ascending", FRAME["tone_mean"].idxmin()),
    ):
        head.get_by_role("button").click()
        expect(head).to_have_attribute("aria-sort", turn)
        expect(first).to_contain_text(FRAME.loc[row, "headline"])
        grid.focus()
        page.keyboard.press("End")
        expect(page.locator(".nk-row[data-at='59']")).to_contain_text("n/a")
    page.get_by_role("columnheader", name="Headline").get_by_role("button").click()
    grid.focus()
    page.keyboard.press("Home")
    expect(first).to_contain_text("Story 1 of")
    page.get_by_role("columnheader", name="Published").get_by_role("button").click()
    expect(first).to_contain_text("2023-01-01")


def test_a_row_opens_by_key_and_by_click(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus()
    page.get_by_role("grid").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    opened = page.get_by_label("The article opened")
    expect(opened).to_contain_text("Story 2 of the Ferry")
    expect(opened).to_contain_text("2023-03-03")
    expect(page.locator(".nk-row[data-at='2']")).to_have_attribute("aria-selected", "true")
    page.locator(".nk-row[data-at='4']").click()
    expect(opened).to_contain_text("Story 4 of the Ferry")
    opened.get_by_role("button", name="Close").click()
    expect(opened).to_be_hidden()


def test_an_article_sent_along_is_drawn_in_full(page: Page, tmp_path: Path) -> None:
    from tests.browser.stories import STORIES

    explorer = CorpusExplorer(FRAME, open_article=lambda row: STORIES[0])
    explorer.opened = 7
    explorer.to_html(tmp_path / "corpus.html")
    page.goto((tmp_path / "corpus.html").as_uri())
    expect(page.locator(".nk-inner .nk-s")).to_have_count(7)
    expect(page.locator(".nk-inner .nk-title")).to_have_text(STORIES[0].headline)


def test_the_table_downloads_the_selected_rows(show_corpus: ShowCorpus) -> None:
    page, explorer = show_corpus(filters={"outlet": ["Voice"]}, order="-n_words")
    with page.expect_download() as download:
        page.get_by_role("button", name="Table").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8"))))
    frame = explorer.table().sort_values("n_words", ascending=False)
    assert [int(row["n_words"]) for row in rows] == frame["n_words"].tolist()
    assert sorted(int(row["row"]) for row in rows) == sorted(frame.index)


def test_what_has_no_value_is_counted_among_the_rows_that_are_kept(
    show_corpus: ShowCorpus,
) -> None:
    page, explorer = show_corpus(group="section")
    tone, time = histogram(page, "Mean tone"), histogram(page, "articles by month")
    expect(tone).to_contain_text(f"{FRAME['tone_mean'].isna().sum()} n/a")
    expect(page.locator(".nk-names:visible > .nk-note")).to_have_text("30 n/a")
    page.get_by_role("searchbox").fill("Ära")
    expect(page.locator(".nk-found")).to_contain_text("of 60 articles")
    agree(page, explorer)
    kept = explorer.table()
    expect(tone).to_contain_text(f"{kept['tone_mean'].isna().sum()} n/a")
    expect(page.locator(".nk-names:visible > .nk-note")).to_have_text(
        f"{kept['section'].isna().sum()} n/a"
    )
    expect(time).not_to_contain_text("n/a")  # the only row without a date is not among them
    drag(page, tone, 0.2, 0.8)
    expect(tone).not_to_contain_text("n/a")


def test_the_table_has_the_numbers_of_the_frame(show_corpus: ShowCorpus) -> None:
    values = [0.1, 0.3, 0.7, 1 / 3, 1e-12, 123456.7, 16777216, -2.5, np.nan]
    page, _ = show_corpus(pd.DataFrame({"a": values, "b": np.arange(9) / 10}))
    with page.expect_download() as download:
        page.get_by_role("button", name="Table").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8"))))
    short = ["0.1", "0.3", "0.7", "0.33333334", "1e-12", "123456.7", "16777216", "-2.5", ""]
    assert [row["a"] for row in rows] == short
    assert [row["b"] for row in rows] == [f"{i / 10:g}" for i in range(9)]


def test_numbers_that_float32_cannot_tell_apart(show_corpus: ShowCorpus) -> None:
    draw = np.random.default_rng(0)
    frame = pd.DataFrame(
        {
            "stamp": 1_600_000_000 + draw.integers(0, 3000, 500),
            "number": 100_000_001 + np.arange(500),
            "near": 1000 + draw.normal(0, 1e-5, 500),
        }
    )
    page, explorer = show_corpus(frame)
    for name in frame:
        drag(page, histogram(page, name), 0.2, 0.7)
        expect(page.locator(".nk-found")).to_contain_text("of 500 articles")
        agree(page, explorer)
        page.get_by_role("button", name="Show all").click()
    expect(page.locator(".nk-row[data-at='0']")).to_contain_text(f"{frame['stamp'][0]:,}")
    with page.expect_download() as download:
        page.get_by_role("button", name="Table").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8"))))
    for name in ("stamp", "number"):
        assert [int(row[name]) for row in rows] == frame[name].tolist()


def test_labels_are_english_with_their_units(show_corpus: ShowCorpus) -> None:
    frame = pd.DataFrame({"consensus_grade": [9.0], "unnamed_share": [0.1], "smog_grade": [8.0]})
    page, _ = show_corpus(frame.assign(reading_minutes=2.0, headline="A", published="2023-01-01"))
    heads = page.locator(".nk-histograms .nk-h").all_inner_texts()
    assert heads == [
        "School grade by consensus",
        "Unnamed sources share of words",
        "SMOG US grade",
        "Reading time minutes",
    ]
    assert "_" not in page.locator(".nk").inner_text()
    page.get_by_role("columnheader", name="Reading time").get_by_role("button").click()
    expect(page.get_by_role("status").last).to_contain_text("Sorted by Reading time")


def test_a_filter_on_names_that_are_not_shown_is_told(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus(filters={"outlet": ["Voice", "Gazette"]}, group="section")
    names = page.get_by_label("By", exact=True).locator("option")
    assert names.all_inner_texts() == ["Outlet (2 kept)", "Section"]
    page.get_by_role("button", name="Show all").click()
    assert names.all_inner_texts() == ["Outlet", "Section"]


def test_few_rows_make_a_short_table(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus(pd.DataFrame({"n": [1.0, 2.0, 3.0], "headline": list("abc")}))
    grid = page.get_by_role("grid")
    sizes = grid.evaluate("e => [e.scrollHeight, e.clientHeight, e.offsetHeight]")
    assert sizes[0] <= sizes[1]
    assert sizes[2] < 200


def test_a_hundred_thousand_rows_are_few_in_the_page(show_corpus: ShowCorpus) -> None:
    n = 100_000
    draw = np.random.default_rng(0)
    frame = pd.DataFrame(
        {"headline": [f"Story {i}" for i in range(n)], "a": draw.normal(size=n), "b": range(n)}
    )
    page, _ = show_corpus(frame)
    rows = page.locator(".nk-row[data-at]")
    assert rows.count() <= 200
    page.get_by_role("grid").focus()
    page.keyboard.press("End")
    expect(page.locator(".nk-row[data-at='99999']")).to_contain_text("Story 99999")
    drag(page, histogram(page, "a"), 0.4, 0.6)
    assert 0 < n_found(page) < n
    assert rows.count() <= 200


def test_hostile_and_right_to_left_texts(show_corpus: ShowCorpus) -> None:
    frame = pd.DataFrame(
        {"headline": [EVIL, "سالٹمیئر کی کشتی سروس بحال"], "outlet": [EVIL, "B"], "n": [1, 2]}
    )
    page, explorer = show_corpus(frame, opened=0)
    first = page.locator(".nk-row[data-at='0'] .nk-col-headline")
    assert first.evaluate("e => e.textContent") == EVIL
    second = page.locator(".nk-row[data-at='1'] .nk-col-headline")
    assert second.evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.locator(".nk-name").filter(has_text="script").click()
    agree(page, explorer)
    assert page.evaluate("window.hit") is None
    assert page.locator(".nk script").count() == 0


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"n": [7.0]}),
        pd.DataFrame({"n": [np.nan, np.nan], "headline": ["a", None]}),
        pd.DataFrame(
            {"n": [np.inf, -np.inf, 1.0, np.nan], "published": ["x", None, "", "2020-01"]}
        ),
    ],
    ids=["one row", "no value", "infinite"],
)
def test_poor_frames_are_drawn_all_the_same(show_corpus: ShowCorpus, frame: pd.DataFrame) -> None:
    page, explorer = show_corpus(frame)
    expect(page.locator(".nk-row[data-at]")).to_have_count(len(frame))
    agree(page, explorer)
    page.get_by_role("columnheader", name="n", exact=True).get_by_role("button").click()
    expect(page.locator(".nk-row[data-at]")).to_have_count(len(frame))


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_overflows_sideways(show_corpus: ShowCorpus, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    show_corpus(opened=2)
    page.get_by_role("button", name="Copy as code").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_sample_gives_positions_in_the_whole_frame(
    show_corpus: ShowCorpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newskit.explorers import corpus_view

    monkeypatch.setattr(corpus_view, "MOST_ROWS", 50)
    monkeypatch.setattr(corpus_view, "SAMPLE", 20)
    position = int(corpus_view.view_corpus(FRAME).positions[3])
    page, explorer = show_corpus(opened=position)
    expect(page.locator(".nk-header")).to_contain_text("random sample of 20 of the 60 rows")
    expect(page.get_by_label("The article opened")).to_contain_text(FRAME.loc[position, "headline"])
    page.locator(".nk-row[data-at='5']").click()
    assert f"explorer.opened = {corpus_view.view_corpus(FRAME).positions[5]}" in chosen_code(page)


FOCUSED = """() => {
  const at = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  return [at.className || at.type || at.tagName, outlineStyle, parseFloat(outlineWidth)];
}"""


def test_tab_goes_through_everything_and_focus_is_always_visible(show_corpus: ShowCorpus) -> None:
    page, _ = show_corpus()
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops.append(page.evaluate(FOCUSED))
    classes = [stop[0] for stop in stops]
    assert sum("nk-handle" in name for name in classes) == 8
    assert {"search", "nk-name", "nk-grid-table", "nk-button"} <= set(classes)
    assert all(style != "none" and width >= 2 for _, style, width in stops), stops


def test_cleaning_up_leaves_nothing_behind(page: Page, tmp_path: Path) -> None:
    html = CorpusExplorer(FRAME).to_html()
    call = "render({ model, el: document"
    assert html.count(call) == 1
    exposed = f"Object.assign(window, {{ render, model, subscribers: model.calls }});{call}"
    (tmp_path / "corpus.html").write_text(html.replace(call, exposed), encoding="utf-8")
    page.goto((tmp_path / "corpus.html").as_uri())
    page.wait_for_selector(".nk-row[data-at]")
    left = page.evaluate(
        """() => {
          const el = document.createElement("div");
          document.body.append(el);
          const count = () => Object.values(subscribers).map((all) => all.length).join();
          const before = count();
          render({ model, el })();
          return [el.childElementCount, before === count()];
        }"""
    )
    assert left == [0, True]
