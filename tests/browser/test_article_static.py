"""The article explorer as a page of its own: everything that needs no kernel."""

from __future__ import annotations

import csv
import io
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from conftest import load_view, make_explorer
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Show = Callable[..., Page]


def sentence(page: Page, i: int):
    return page.locator(f".nk-s[data-i='{i}']")


def panel(page: Page):
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


# What is drawn


def test_draws_all_of_the_view(show: Show) -> None:
    page, view = show(), load_view()
    expect(page.get_by_role("heading", level=1)).to_have_text(view["title"])
    expect(page.get_by_role("option")).to_have_count(17)
    assert page.get_by_role("option").all_inner_texts() == view["sentences"]
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


def test_tab_goes_through_everything_once_and_focus_is_always_visible(show: Show) -> None:
    page = show()
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "() => { const e = document.activeElement; const o = getComputedStyle("
                "e.type === 'radio' ? e.nextElementSibling : e); return e === document.body ? null :"
                " [e.className || e.type || e.tagName, o.outlineStyle, parseFloat(o.outlineWidth)]; }"
            )
        )
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
    expect(page.locator(".nk-found")).to_have_text("")


def test_only_the_strongest_and_single_classes(show: Show) -> None:
    page = show()
    page.get_by_label("Only the strongest").check()
    expect(page.locator(".nk-s:not(.nk-dimmed)")).to_have_count(2)
    expect(page.get_by_role("button", name="above 20")).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Only the strongest").uncheck()
    page.get_by_role("button", name="12 to 16").click()
    shown = page.locator(".nk-s:not(.nk-dimmed)")
    assert shown.evaluate_all("all => all.every((e) => e.dataset.shade === '2')")


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
    page.get_by_role("button", name="Copy as code").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    explorer = make_explorer(load_view(), lens="sentiment")
    explorer.code_start = 'import newskit as nk\n\narticle = nk.load_article("a.txt")'
    explorer.select(4)
    assert page.evaluate("navigator.clipboard.readText()") == explorer.code()
    expect(page.locator(".nk-code")).to_have_text(explorer.code())


def test_table_is_that_of_python(show: Show) -> None:
    name, text = taken(show(), "Table (CSV)")
    frame = make_explorer(load_view()).table()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert name == "harbour-council-votes-to-bring-back-the-saltmere-ferry.csv"
    assert list(rows[0]) == list(frame.columns)
    assert [row["text"] for row in rows] == list(frame["text"])
    assert [float(row["value"]) for row in rows] == list(frame["value"])
    assert [row["class"] for row in rows] == list(frame["class"])
    assert [row["marked"] for row in rows] == list(frame["marked"])


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
    assert name.endswith(".svg")
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Harbour council" in text
    assert "var(" not in text
    assert "class=" not in text
    assert text.count("<path") >= 5


# Hostile and unusual texts

HOSTILE = [
    "<script>window.hit = 1</script> and </script><script>window.hit = 2</script>",
    "<img src=x onerror='window.hit = 3'> {{ constructor }} ${hit} `hit`",
    "<!-- <script> \u2028 \u2029 ]]> &lt;b&gt; &amp;",
    "\\u003cscript> \"quoted\" 'single' \ud800 lone",
]


def test_hostile_text_stays_text(show: Show) -> None:
    view = small_view(*HOSTILE, kinds={"<b>k": "<i>kind</i>"})
    lens = view["lenses"][0]
    lens["words"][0] = [[0, 8, "<b>k", "<img src=x onerror='window.hit = 4'>"]]
    lens["details"][0] = [["<b>a</b>", "</script>", "<svg onload='window.hit = 5'>"]]
    lens["hints"], lens["caveat"], view["title"] = ["<b>h"], "<script>", "</title><script>"
    view["record"] = [["<b>", "</style><script>window.hit = 6</script>"]]
    page = show(view)
    page.locator(".nk-text .nk-word").first.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("<img src=x")
    assert page.evaluate("window.hit") is None
    assert sentence(page, 0).inner_text() == HOSTILE[0]
    assert sentence(page, 2).evaluate("e => e.textContent") == HOSTILE[2]
    assert page.locator(".nk img, .nk script, .nk b b, .nk i i").count() == 0


def test_emoji_do_not_shift_the_marks(show: Show) -> None:
    text = "🎉🇵🇰 Delighted 👩‍👩‍👧 crowds."
    words = [[[text.index(w), text.index(w) + len(w), "k", ""] for w in ("Delighted", "crowds")]]
    page = show(small_view(text, words=words, kinds={"k": "Kind"}))
    assert page.locator(".nk-text .nk-word").all_inner_texts() == ["Delighted", "crowds"]


def test_overlapping_marks_share_their_words(show: Show) -> None:
    words = [[[0, 9, "a", "x"], [4, 13, "b", "y"], [4, 9, "a", "z"]]]
    page = show(small_view("aaaabbbbbcccc dd", words=words, kinds={"a": "A", "b": "B"}))
    marks = page.locator(".nk-text .nk-word")
    assert marks.all_inner_texts() == ["aaaa", "bbbbb", "cccc"]
    marks.nth(1).hover()
    expect(page.get_by_role("tooltip")).to_have_text(re.compile("A: x.*B: y.*A: z", re.DOTALL))


def test_right_to_left_text_reads_from_the_right(show: Show) -> None:
    page = show(small_view("وزیراعظم ماسکو پہنچ گئے۔", "بات چیت جمعرات کو ہوگی۔"))
    box = page.locator(".nk-text p").bounding_box()
    first = sentence(page, 0).bounding_box()
    second = sentence(page, 1).bounding_box()
    assert first["x"] > second["x"]
    assert first["x"] + first["width"] > box["x"] + box["width"] - 5
    sentence(page, 0).focus()
    page.keyboard.press("ArrowLeft")
    expect(sentence(page, 1)).to_be_focused()


def test_one_sentence_of_a_megabyte_does_not_freeze(show: Show) -> None:
    text = "word " * 200_000
    words = [[[i * 5, i * 5 + 4, "k", ""] for i in range(200_000)]]
    start = time.perf_counter()
    page = show(small_view(text, words=words, kinds={"k": "Kind"}))
    sentence(page, 0).hover(position={"x": 30, "y": 5})
    expect(panel(page)).to_contain_text("Sentence 1 of 1")
    expect(page.locator(".nk-cut")).to_contain_text("980,000 more characters are not drawn")
    page.get_by_role("searchbox").fill("word word")
    expect(page.locator(".nk-found")).to_have_text("1 of 1 sentence")
    assert time.perf_counter() - start < 10


def test_a_thousand_sentences_draw_at_once(show: Show) -> None:
    one = "The council voted on Tuesday night to reopen the ferry line to Saltmere."
    words = [[[4, 11, "k", ""], [12, 17, "k", ""]] for _ in range(1000)]
    view = small_view(*[one] * 1000, words=words, kinds={"k": "Kind"})
    view["paragraphs"] = [[i, i + 4] for i in range(0, 1000, 4)]
    page = show(view, expose=True)
    times = page.evaluate(
        """() => {
          const nodes = () => document.querySelectorAll(".nk-s").length;
          const times = [];
          for (let i = 0; i < 5; i += 1) {
            const el = document.createElement("div");
            const begun = performance.now();
            document.body.append(el);
            const release = render({ model, el });
            el.getBoundingClientRect();
            times.push(performance.now() - begun);
            release();
            el.remove();
          }
          return nodes() === 1000 ? times : [];
        }"""
    )
    assert min(times) < 300, times


# Looks


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("lens", ["readability", "sentiment"])
def test_nothing_overflows_sideways(show: Show, page: Page, width: int, lens: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    show(lens=lens)
    sentence(page, 4).click()
    page.get_by_role("button", name="Copy as code").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    columns = page.evaluate(
        "() => ['.nk-text', '.nk-panel'].map((s) => document.querySelector(s).getBoundingClientRect().left)"
    )
    assert (abs(columns[0] - columns[1]) < 30) == (width <= 640)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lens", ["readability", "sentiment"])
def test_text_is_legible_on_every_shade(show: Show, page: Page, scheme: str, lens: str) -> None:
    page.emulate_media(color_scheme=scheme)
    show(lens=lens)
    page.get_by_role("searchbox").fill("ferry")
    expect(page.locator(".nk-dimmed").first).to_be_visible()
    ratios = page.evaluate(CONTRAST)
    assert len(ratios) > 30
    assert min(ratios.values()) >= 4.5, {k: v for k, v in ratios.items() if v < 4.5}


CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratios = {};
  for (const node of document.querySelectorAll(".nk *")) {
    const own = [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || node.closest("[hidden], svg, .nk-live") || !node.getClientRects().length) continue;
    const grounds = [];
    for (let at = node; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const a = light(over(grounds));
    const b = light(over([...grounds, getComputedStyle(node).color]));
    const key = `${node.className}|${node.dataset.shade ?? ""}|${node.textContent.slice(0, 20)}`;
    ratios[key] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return ratios;
}"""


def test_the_page_follows_the_readers_scheme(show: Show, page: Page) -> None:
    show()
    ground = "getComputedStyle(document.querySelector('.nk')).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) != light


def test_without_script_the_text_is_still_there(browser, tmp_path) -> None:
    path = tmp_path / "page.html"
    make_explorer(load_view()).to_html(path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    expect(page.get_by_text("Twelve members were in favour")).to_be_visible()
    context.close()


def test_cleaning_up_leaves_nothing_behind(show: Show) -> None:
    page = show(expose=True)
    left = page.evaluate(
        """() => {
          const el = document.createElement("div");
          document.body.append(el);
          const before = Object.values(subscribers).map((all) => all.length).join();
          const release = render({ model, el });
          release();
          return [el.childElementCount, before === Object.values(subscribers).map((all) => all.length).join()];
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
