"""The coverage explorer as a page of its own: everything that needs no kernel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Locator, Page, expect

from newskit.article import Article
from newskit.explorers.dispatch import explore_coverage
from tests.browser.pages import OpenPage
from tests.browser.stories import STORIES

pytestmark = pytest.mark.browser

ShowCoverage = Callable[..., Page]


@pytest.fixture
def show_coverage(open_page: OpenPage) -> ShowCoverage:
    """Open some articles beside one another as a static page."""

    def _show(articles: Sequence[Article] = STORIES, **traits: object) -> Page:
        explorer = explore_coverage(articles)
        explorer.set_trait("code_start", "articles = [...]")
        for name, value in traits.items():
            explorer.set_trait(name, value)
        return open_page(explorer, ".nk-article")

    return _show


def headline(page: Page, i: int) -> Locator:
    return page.locator(f"[data-open='{i}']")


def titles(page: Page) -> list[str]:
    return page.locator(".nk-article .nk-open").all_inner_texts()


def test_draws_all_articles_on_one_scale(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    assert titles(page) == [article.headline for article in STORIES]
    expect(page.locator(".nk-lead").first).to_contain_text("Twelve members were in favour")
    expect(page.locator(".nk-article").nth(3)).to_contain_text("not for the language 'ur'")
    expect(page.locator(".nk-column-head").first).to_contain_text("LIX (index); higher is harder")
    lefts = page.locator(".nk-article .nk-cell:nth-of-type(2) .nk-grid:first-child").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().left)"
    )
    assert len(set(lefts)) == 1


def test_values_stand_where_the_scale_says(show_coverage: ShowCoverage) -> None:
    page = show_coverage(STORIES[:3])
    lens = explore_coverage(STORIES[:3]).view["lenses"][1]
    dots = page.locator(".nk-article .nk-cell[aria-label='Sentiment'] .nk-dots")
    for i, row in enumerate(lens["rows"]):
        box = dots.nth(i).bounding_box()
        dot = dots.nth(i).locator(".nk-dot").bounding_box()
        bar = dots.nth(i).locator(".nk-bar").bounding_box()
        low, high = lens["ticks"][0], lens["ticks"][-1]
        for number, at in (
            (row["number"], dot["x"] + dot["width"] / 2),
            (row["low"], bar["x"]),
            (row["high"], bar["x"] + bar["width"]),
        ):
            assert abs((at - box["x"]) / box["width"] - (number - low) / (high - low)) < 0.01


def test_a_click_opens_the_whole_text_and_again_closes_it(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    headline(page, 1).click()
    expect(headline(page, 1)).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".nk-inner .nk-s")).to_have_count(7)
    page.locator(".nk-inner .nk-s").nth(2).hover()
    expect(page.get_by_label("The sentence pointed at")).to_contain_text("Sentence 3 of 7")
    headline(page, 0).click()
    expect(page.locator(".nk-inner .nk-title")).to_have_text(STORIES[0].headline)
    page.get_by_role("button", name="Close the text").click()
    expect(page.locator(".nk-inner")).to_have_count(0)
    expect(headline(page, 0)).to_be_focused()


def test_the_lens_of_the_text_stays_from_one_article_to_the_next(
    show_coverage: ShowCoverage,
) -> None:
    page = show_coverage()
    headline(page, 0).click()
    page.get_by_role("radio", name="Sentiment").check()
    headline(page, 1).click()
    expect(page.get_by_role("radio", name="Sentiment")).to_be_checked()
    expect(page.locator(".nk-inner")).to_have_attribute("data-scale", "diverging")


def test_keys(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    headline(page, 0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(headline(page, 2)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("End")
    expect(headline(page, 3)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator(".nk-inner .nk-title")).to_have_text(STORIES[2].headline)
    page.keyboard.press("Escape")
    expect(page.locator(".nk-inner")).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(page.locator(".nk-found")).to_have_text("1 of 4 articles selected")
    expect(page.get_by_role("status").first).to_contain_text("1 of 4")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-tick='1']")).to_be_focused()


IN_A_NOTEBOOK = "document.body.classList.remove('nk-page')"  # where a text has a box of its own


def test_a_text_in_a_box_says_that_it_goes_on(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    page.evaluate(IN_A_NOTEBOOK)
    page.add_style_tag(content=".nk-text { max-height: 9rem !important }")
    headline(page, 2).click()
    box, more = page.locator(".nk-text"), page.locator(".nk-more")
    expect(more).to_have_text("5 more sentences below ↓")
    assert box.evaluate("e => getComputedStyle(e).maskImage").startswith("linear-gradient")
    more.click()
    expect(more).not_to_have_text("5 more sentences below ↓")
    box.evaluate("e => e.scrollTo(0, e.scrollHeight)")
    expect(more).to_have_text("")
    assert box.evaluate("e => getComputedStyle(e).maskImage") == "none"


def test_a_text_opened_on_a_page_runs_on(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    headline(page, 2).click()
    page.add_style_tag(content=".nk-s { line-height: 9rem }")  # as a long text would be
    assert page.locator(".nk-text").evaluate("e => e.scrollHeight <= e.clientHeight")
    expect(page.locator(".nk-more")).to_have_text("")


def test_escape_within_the_text_closes_it_once_nothing_is_pinned(
    show_coverage: ShowCoverage,
) -> None:
    page = show_coverage()
    headline(page, 1).click()
    page.mouse.move(0, 0)  # no word explains itself, which Esc would end first
    page.locator(".nk-inner .nk-s").first.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".nk-inner [aria-selected=true]")).to_have_count(0)
    expect(page.locator(".nk-inner")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".nk-inner")).to_have_count(0)
    expect(headline(page, 1)).to_be_focused()


def test_tab_passes_the_list_in_two_stops(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    assert page.locator(".nk-articles [tabindex='0']").count() == 2
    stops = []
    for _ in range(12):
        page.keyboard.press("Tab")
        stops.append(
            page.evaluate(
                """() => {
                  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
                  return [document.activeElement.tagName, outlineStyle, parseFloat(outlineWidth)];
                }"""
            )
        )
        if stops[-1][0] == "BODY":
            break
    stops = [stop for stop in stops if stop[0] != "BODY"]
    assert [stop[0] for stop in stops] == [
        "SELECT",
        "SUMMARY",
        "INPUT",
        "BUTTON",
        "BUTTON",
        "BUTTON",
    ]
    assert all(style != "none" and width >= 2 for _, style, width in stops), stops


def test_order_by_a_lens_puts_the_highest_first_and_no_value_last(
    show_coverage: ShowCoverage,
) -> None:
    page = show_coverage()
    page.get_by_label("Order").select_option("sentiment")
    values = explore_coverage(STORIES).table()["tone_mean"]
    expected = values.sort_values(ascending=False).index.tolist()  # nan comes last
    assert titles(page) == [STORIES[i].headline for i in expected]
    headline(page, expected[0]).focus()
    page.keyboard.press("ArrowDown")
    expect(headline(page, expected[1])).to_be_focused()


def test_code_and_table_are_those_of_python(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    explorer = explore_coverage(STORIES)
    explorer.set_trait("code_start", "articles = [...]")
    page.get_by_label("Order").select_option("readability")
    page.locator("[data-tick='2']").check()
    headline(page, 1).click()
    page.locator(".nk-foot").first.get_by_role("button", name="Copy as code").click()
    explorer.order, explorer.opened = "readability", 1
    explorer.select(2)
    expect(page.locator(".nk-code").first).to_have_text(explorer.code())
    with page.expect_download() as download:
        page.locator(".nk-foot").first.get_by_role("button", name="Table").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8"))))
    frame = explorer.table()
    assert list(rows[0]) == list(frame.columns)
    assert [row["headline"] for row in rows] == list(frame["headline"])
    assert [row["tone_mean"] for row in rows] == [
        "" if value != value else f"{value:g}" for value in frame["tone_mean"]
    ]


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_nothing_overflows_sideways(show_coverage: ShowCoverage, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    show_coverage(opened=0)
    page.locator(".nk-foot").first.get_by_role("button", name="Copy as code").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_and_right_to_left_headlines(show_coverage: ShowCoverage) -> None:
    evil = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 2'> {{ x }}"
    page = show_coverage([STORIES[0].replace(headline=evil, outlet=evil), STORIES[3]], opened=0)
    assert titles(page)[0] == evil
    assert page.evaluate("window.hit") is None
    assert page.locator(".nk img, .nk script").count() == 0
    assert headline(page, 1).evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_single_sentence_without_interval(show_coverage: ShowCoverage) -> None:
    page = show_coverage([Article(text="It was good."), Article(text="One word")])
    expect(page.locator(".nk-article")).to_have_count(2)
    expect(page.locator(".nk-article").first).to_contain_text(
        re.compile("Article without headline")
    )
    expect(page.locator(".nk-bar")).to_have_count(0)


def test_sources_are_drawn_as_parts_with_their_counts(show_coverage: ShowCoverage) -> None:
    page = show_coverage()
    rows = explore_coverage(STORIES).view["lenses"][2]["rows"]
    for i, row in enumerate(rows):
        cell = page.locator(f".nk-article[data-i='{i}'] .nk-cell[aria-label='Sources']")
        expect(cell).to_contain_text(row["interval"] or row["reason"])
        widths = cell.locator(".nk-part").evaluate_all("all => all.map((e) => e.style.width)")
        assert [float(width[:-1]) / 100 for width in widths] == pytest.approx(
            list(filter(None, row["parts"]))
        )


def test_the_opened_text_has_its_ledger_and_its_claims(show_coverage: ShowCoverage) -> None:
    page = show_coverage(opened=0, lens="sources")
    text = page.locator(".nk-text-of-article")
    text.locator("[data-voice='Anna Holt']").click()
    expect(text.locator(".nk-s:not(.nk-dimmed)")).to_have_count(1)
    text.get_by_label("To check").get_by_role("checkbox").first.check()
    expect(text.locator(".nk-claims .nk-found")).to_contain_text("1 of")
