"""The article explorer as a page of its own: everything that needs no kernel."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import (
    Show,
    load_view,
    make_explorer,
    over_bar,
    panel,
    sentence,
    small_view,
)

pytestmark = pytest.mark.browser


# What is drawn


def test_draws_all_of_the_view(show: Show) -> None:
    page, view = show(), load_view()
    expect(page.get_by_role("heading", level=1)).to_have_text(view["title"])
    sentences = page.get_by_role("listbox").get_by_role("option")
    assert sentences.all_inner_texts() == view["sentences"]
    for name, value in view["record"]:
        expect(page.locator(".nk-record")).to_contain_text(f"{name}{value}")
    expect(page.locator(".nk-caveat")).to_have_text(view["lenses"][0]["caveat"])
    expect(page.locator(".nk-summary")).to_contain_text("needs 30 sentences")
    expect(page.locator(".nk-hints li")).to_have_count(2)


def test_shade_is_not_carried_by_colour_alone(show: Show) -> None:
    page = show()
    widths = {
        page.locator(f".nk-s[data-shade='{shade}']").first.evaluate(
            "e => getComputedStyle(e).borderBottomWidth"
        )
        for shade in (0, 1, 2, 4)
    }
    assert len(widths) == 4


def test_a_value_beyond_the_scale_is_drawn_broken(show: Show) -> None:
    view = small_view("One.", "Two.", values=[5.0, 99.0])
    page = show(view)
    assert page.locator(".nk-bars").get_attribute("d").count("M") == 3


def test_a_missing_value_is_a_mark_of_its_own(show: Show) -> None:
    page = show(small_view("One.", "Two.", values=[5.0, None], shades=[1, None], shown=["5", "–"]))
    expect(page.locator(".nk-bars-missing")).to_have_count(1)
    sentence(page, 1).hover()
    expect(panel(page)).to_contain_text("–")


# Links between text and bars


def test_hover_links_text_and_bars(show: Show) -> None:
    page = show()
    sentence(page, 4).hover()
    expect(panel(page)).to_contain_text("Sentence 5 of 17")
    expect(page.locator(".nk-at-point")).to_be_visible()
    page.mouse.move(*over_bar(page, 10))
    expect(sentence(page, 10)).to_have_class(re.compile("nk-pointed"))
    expect(sentence(page, 4)).not_to_have_class(re.compile("nk-pointed"))
    expect(panel(page)).to_contain_text("Sentence 11 of 17")
    page.mouse.move(2, 2)
    expect(page.locator(".nk-pointed")).to_have_count(0)


def test_click_pins_from_either_side_and_again_lets_go(show: Show) -> None:
    page = show()
    sentence(page, 3).click()
    expect(sentence(page, 3)).to_have_attribute("aria-selected", "true")
    expect(page.locator(".nk-at-pin")).to_be_visible()
    page.mouse.click(*over_bar(page, 8))
    expect(sentence(page, 8)).to_have_attribute("aria-selected", "true")
    expect(page.locator("[aria-selected=true]")).to_have_count(1)
    page.mouse.move(2, 2)
    expect(panel(page)).to_contain_text("Sentence 9 of 17")
    sentence(page, 8).click()
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    expect(page.locator(".nk-at-pin")).to_be_hidden()


def test_selecting_a_passage_does_not_pin(show: Show) -> None:
    page = show()
    box = sentence(page, 1).bounding_box()
    page.mouse.move(box["x"] + 5, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 8, steps=4)
    page.mouse.up()
    expect(page.locator("[aria-selected=true]")).to_have_count(0)


def test_the_panel_shows_numbers_with_their_working_and_the_words(show: Show) -> None:
    page, lens = show(), load_view()["lenses"][0]
    sentence(page, 4).hover()
    for label, value, working in lens["details"][4]:
        expect(panel(page)).to_contain_text(label)
        expect(panel(page)).to_contain_text(value)
        expect(panel(page)).to_contain_text(working)
    expect(panel(page)).to_contain_text("municipalities 6 syllables")
    expect(panel(page)).to_contain_text(lens["kinds"]["hard"])
    expect(panel(page)).to_contain_text(lens["hints"][0]["text"])


def test_a_hint_leads_to_its_sentence(show: Show) -> None:
    page = show()
    page.get_by_role("button", name="Sentence 5 has 38 words").click()
    expect(sentence(page, 4)).to_be_focused()


def test_interval_and_spread_are_drawn(show: Show) -> None:
    page = show()
    for place in (".nk-headline", ".nk-summary tr >> nth=0"):
        drawing = page.locator(place).locator(".nk-whisker")
        expect(drawing.locator(".nk-whisker-bar")).to_have_count(1)
        assert drawing.locator("path").last.get_attribute("d").count("M") == 3


# Keys


def test_keys_in_the_text(show: Show) -> None:
    page = show()
    sentence(page, 0).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(sentence(page, 2)).to_be_focused()
    expect(panel(page)).to_contain_text("Sentence 3 of 17")
    expect(page.get_by_role("status")).to_contain_text("Sentence 3 of 17, Flesch–Kincaid grade")
    page.keyboard.press("End")
    expect(sentence(page, 16)).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    expect(sentence(page, 0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(sentence(page, 0)).to_have_attribute("aria-selected", "false")


def test_keys_on_the_bars(show: Show) -> None:
    page = show()
    bars = page.get_by_role("slider")
    bars.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(bars).to_have_attribute("aria-valuenow", "3")
    expect(bars).to_have_attribute("aria-valuetext", re.compile("Sentence 3 of 17"))
    expect(sentence(page, 2)).to_have_class(re.compile("nk-pointed"))
    page.keyboard.press("Enter")
    expect(sentence(page, 2)).to_have_attribute("aria-selected", "true")
    expect(bars).to_be_focused()


FOCUSED = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(
    at.type === "radio" ? at.nextElementSibling : at);
  return [at.className || at.type || at.tagName, outlineStyle, parseFloat(outlineWidth)];
}"""


def test_tab_goes_through_everything_once_and_focus_is_always_visible(show: Show) -> None:
    page = show()
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if seen[-1] is None:
            break
    stops = [stop for stop in seen if stop]
    assert sum(stop[0].startswith("nk-s") and "nk-s" in stop[0].split() for stop in stops) == 1
    assert {"radio", "search", "checkbox", "nk-plot", "nk-panel", "nk-button"} <= {
        s[0] for s in stops
    }
    assert all(style != "none" and width >= 2 for _, style, width in stops), stops


def test_the_lens_is_switched_by_arrow_key(show: Show) -> None:
    page = show()
    page.get_by_role("radio", name="Readability").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Sentiment")).to_be_checked()
    expect(page.locator(".nk")).to_have_attribute("data-scale", "diverging")
    expect(page.locator(".nk-headline")).to_contain_text("Tone, mean of sentences")
    expect(page.locator(".nk-caveat")).to_contain_text("lexicon")
    assert page.locator(".nk-s[data-shade='-3']").count() == 2


def test_help_lists_the_keys(show: Show) -> None:
    page = show()
    page.locator(".nk-help summary").click()
    expect(page.locator(".nk-help dl")).to_contain_text("Home, End")


@pytest.mark.parametrize("by", ["key", "model"])
def test_help_goes_when_the_lens_changes(show: Show, by: str) -> None:
    page = show(expose=True)
    page.get_by_role("radio", name="Readability").focus()
    page.evaluate("document.querySelector('.nk-help').open = true")
    if by == "key":
        page.keyboard.press("ArrowRight")
    else:
        page.evaluate("model.set('lens', 'sentiment')")
    expect(page.get_by_role("radio", name="Sentiment")).to_be_checked()
    expect(page.locator(".nk-help dl")).to_be_hidden()


def test_escape_closes_the_help_and_nothing_else(show: Show) -> None:
    page = show()
    sentence(page, 4).click()
    page.locator(".nk-help summary").click()
    page.keyboard.press("Escape")
    expect(page.locator(".nk-help dl")).to_be_hidden()
    expect(sentence(page, 4)).to_have_attribute("aria-selected", "true")
    sentence(page, 4).focus()
    page.keyboard.press("Escape")
    expect(sentence(page, 4)).to_have_attribute("aria-selected", "false")


# Filters


def test_search_dims_the_others_and_tells_the_count(show: Show) -> None:
    page = show()
    page.get_by_role("searchbox").fill("FERRY")
    expect(page.locator(".nk-found")).to_have_text("2 of 17 sentences")
    expect(page.get_by_role("status")).to_contain_text("2 of 17 sentences")
    expect(page.locator(".nk-s:not(.nk-dimmed)")).to_have_count(2)
    assert page.evaluate("CSS.highlights.get('nk-found').size") == 2
    sentence(page, 0).focus()
    page.keyboard.press("ArrowDown")  # keys go through what is found
    expect(sentence(page, 14)).to_be_focused()
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".nk-dimmed")).to_have_count(0)
    expect(page.locator(".nk-found")).to_have_text("17 sentences")


def test_only_hard_sentences_and_single_classes(show: Show) -> None:
    page = show()
    page.get_by_label("Only hard: above grade 16").check()
    shown = page.locator(".nk-s:not(.nk-dimmed)")
    assert set(shown.evaluate_all("all => all.map((e) => e.dataset.shade)")) <= {"3", "4"}
    expect(page.get_by_role("button", name="above 20")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Only hard: above grade 16").uncheck()
    page.get_by_role("button", name="12 to 16").click()
    assert shown.evaluate_all("all => all.every((e) => e.dataset.shade === '2')")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".nk-dimmed")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_narration_and_quotations_stand_apart(show: Show) -> None:
    page, quoted = show(), load_view()["quoted"]
    part = page.get_by_label("Part of the text")
    part.select_option("quoted")
    shown = page.locator(".nk-s:not(.nk-dimmed)")
    assert shown.evaluate_all("all => all.map((e) => +e.dataset.i)") == [
        i for i, one in enumerate(quoted) if one
    ]
    part.select_option("narration")
    expect(shown).to_have_count(quoted.count(False))
    part.select_option("")
    expect(page.locator(".nk-found")).to_have_text("17 sentences")


def test_marked_words_can_be_switched_off_by_kind(show: Show) -> None:
    page = show()
    before = page.locator(".nk-text .nk-word[data-kind]").count()
    page.get_by_label("Unfamiliar word").uncheck()
    kinds = page.locator(".nk-text .nk-word[data-kind]")
    assert 0 < kinds.count() < before
    assert set(kinds.evaluate_all("all => all.map((e) => e.dataset.kind)")) == {"1"}


def test_a_marked_word_explains_itself(show: Show) -> None:
    page = show()
    page.locator(".nk-word", has_text="municipalities").hover()
    expect(page.get_by_role("tooltip")).to_contain_text(
        "Word of four syllables or more: 6 syllables"
    )
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()


# What the reader takes away


def taken(page: Page, button: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    name = download.value.suggested_filename
    return name, download.value.path().read_bytes().decode()


def test_code_is_that_of_python(show: Show) -> None:
    page = show(code_start='import newskit as nk\n\narticle = nk.load_article("a.txt")')
    page.get_by_role("radio", name="Sentiment").check()
    sentence(page, 4).click()
    page.get_by_label("Part of the text").select_option("narration")
    page.get_by_role("searchbox").fill("the")
    page.get_by_role("button", name="very negative").click()
    page.get_by_role("button", name="Copy as code").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    explorer = make_explorer(load_view(), lens="sentiment")
    explorer.code_start = 'import newskit as nk\n\narticle = nk.load_article("a.txt")'
    explorer.select(4)
    explorer.filters = {"part": "narration", "classes": [-3], "text": "the"}
    assert page.evaluate("navigator.clipboard.readText()") == explorer.code()
    expect(page.locator(".nk-code")).to_have_text(explorer.code())


def test_table_is_that_of_python(show: Show) -> None:
    name, text = taken(show(), "Table (CSV)")
    frame = make_explorer(load_view()).table()
    rows = list(csv.DictReader(io.StringIO(text)))
    stem = "harbour-council-votes-to-bring-back-the-saltmere-ferry"
    assert name == f"{stem}-readability-sentences.csv"
    assert list(rows[0]) == list(frame.columns)
    assert [row["text"] for row in rows] == list(frame["text"])
    assert [float(row["value"]) for row in rows] == list(frame["value"])
    assert [row["class"] for row in rows] == list(frame["class"])
    assert [row["marked"] for row in rows] == list(frame["marked"])
    assert {row["shown"] for row in rows} == {"True"}


def test_a_spreadsheet_runs_nothing_from_the_table(show: Show) -> None:
    _, text = taken(
        show(small_view('=HYPERLINK("http://x","y")', "@sum, of", "-1 is low.")), "Table"
    )
    cells = [row["text"] for row in csv.DictReader(io.StringIO(text))]
    assert cells == ['\'=HYPERLINK("http://x","y")', "'@sum, of", "'-1 is low."]


@pytest.mark.parametrize("lens", ["readability", "sentiment"])
def test_picture_stands_alone(show: Show, lens: str) -> None:
    name, text = taken(show(lens=lens), "Picture (SVG)")
    root = ET.fromstring(text)
    assert name.endswith(f"-{lens}.svg")
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Harbour council" in text
    assert load_view()["lenses"][lens == "sentiment"]["caveat"][:100] in text
    assert "var(" not in text
    assert "class=" not in text
    assert text.count("<path") >= 5


def test_picture_as_png(show: Show) -> None:
    page = show()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    data = download.value.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") >= 1920


# Life and end


def test_cleaning_up_leaves_nothing_behind(show: Show) -> None:
    page = show(expose=True)
    left = page.evaluate(
        """() => {
          const el = document.createElement("div");
          document.body.append(el);
          const count = () => Object.values(subscribers).map((all) => all.length).join();
          const before = count();
          const release = render({ model, el });
          release();
          return [el.childElementCount, before === count()];
        }"""
    )
    assert left == [0, True]


def test_two_explorers_share_a_page_and_a_model(show: Show) -> None:
    page = show(expose=True)
    page.evaluate(
        """() => {
          const el = document.createElement("div");
          document.body.append(el);
          render({ model, el });
        }"""
    )
    page.locator(".nk").nth(1).get_by_role("radio", name="Sentiment").check()
    for i in range(2):
        expect(page.locator(".nk").nth(i).get_by_role("radio", name="Sentiment")).to_be_checked()
    page.locator(".nk").nth(0).locator(".nk-s").nth(2).click()
    expect(page.locator(".nk").nth(1).locator("[data-i='2']")).to_have_attribute(
        "aria-selected", "true"
    )
