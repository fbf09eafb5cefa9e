"""The article explorer under texts that are hostile, huge, or read from the right."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import expect

import newskit as nk
from newskit.explorers.dispatch import explore_article
from tests.browser.pages import (
    OpenPage,
    Show,
    panel,
    sentence,
    small_view,
)

pytestmark = pytest.mark.browser

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
    lens["caveat"], view["title"] = "<script>", "</title><script>"
    lens["hints"] = [{"text": "<b>h", "sentence": 0}]
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
    expect(page.locator(".nk-text small")).to_contain_text("980,000 more characters not drawn")
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


def test_a_quotation_without_end_goes_through_every_lens(open_page: OpenPage) -> None:
    hostile = "<script>window.hit = 1</script> </script> {{ x }}"
    text = (
        f"“{'word ' * 40_000}is 5 million,” said Ann Lee. It is believed that {hostile} happened."
    )
    explorer = explore_article(nk.Article(text=text, language="en"), lens="sources")
    start = time.perf_counter()
    page = open_page(explorer, "[data-voice]")
    page.locator("[data-voice]").first.click()
    expect(page.locator(".nk-controls .nk-found")).to_have_text("1 of 2 sentences")
    for lens in ("Readability", "Sentiment", "VADER", "Sources"):
        page.get_by_role("radio", name=lens).check()
    expect(page.locator(".nk-claims b").last).to_be_visible()
    assert max(map(len, page.locator(".nk-claims b").all_inner_texts())) < 300
    assert page.evaluate("window.hit") is None
    assert time.perf_counter() - start < 10
