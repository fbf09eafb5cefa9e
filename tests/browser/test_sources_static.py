"""The sources lens as a page of its own: the ledger of voices and the checklist of claims."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Locator, Page, expect

import newskit as nk
from newskit.explorers.dispatch import explore_article
from tests.browser.pages import OpenPage, sentence

pytestmark = pytest.mark.browser

ARTICLE = nk.sample("khan-moscow-wire")
LENS = next(lens for lens in nk.explore(ARTICLE).view["lenses"] if lens["name"] == "sources")


@pytest.fixture
def sources(open_page: OpenPage) -> Page:
    return open_page(explore_article(ARTICLE, lens="sources"), "[data-voice]")


def shown(page: Page) -> list[int]:
    kept = page.locator(".nk-s:not(.nk-dimmed)")
    return kept.evaluate_all("all => all.map((e) => +e.dataset.i)")


def voice(page: Page, name: str) -> Locator:
    return page.locator(f"[data-voice='{name}']")


def test_a_voice_keeps_its_sentences_and_lets_them_go(sources: Page) -> None:
    for row in LENS["voices"]:
        voice(sources, row["name"]).click()
        assert shown(sources) == row["sentences"]
        expect(voice(sources, row["name"])).to_have_attribute("aria-pressed", "true")
        expect(sources.get_by_role("status")).to_contain_text(f"{len(row['sentences'])} of 20")
    voice(sources, LENS["voices"][-1]["name"]).click()
    assert len(shown(sources)) == 20


def test_voices_by_keys(sources: Page) -> None:
    voice(sources, "Imran Khan").focus()
    sources.keyboard.press("ArrowDown")
    expect(voice(sources, "Observers")).to_be_focused()
    sources.keyboard.press("Enter")
    assert shown(sources) == [7]
    sources.keyboard.press("End")
    expect(voice(sources, "nobody")).to_be_focused()
    sources.keyboard.press("Space")
    assert shown(sources) == [9]
    assert sources.locator(".nk-voice[tabindex='0']").count() == 1


def test_unnamed_and_nobody_have_patterns_of_their_own(sources: Page) -> None:
    looks = {
        shade: sources.locator(f".nk-s[data-shade='{shade}']").first.evaluate(
            "e => { const s = getComputedStyle(e);"
            " return [s.backgroundImage.split('(')[0], s.borderBottomStyle].join(); }"
        )
        for shade in (2, 3, 4)
    }
    assert len(set(looks.values())) == 3
    assert looks[2].startswith("none")
    assert "none" not in (looks[3] + looks[4])
    voice(sources, "Imran Khan").click()
    dimmed = sources.locator(".nk-dimmed[data-shade='3']")
    assert dimmed.evaluate("e => getComputedStyle(e).backgroundImage") == "none"


def test_the_picture_has_the_patterns_of_unnamed_and_nobody(sources: Page) -> None:
    with sources.expect_download() as download:
        sources.get_by_role("button", name="Picture (SVG)").click()
    root = ET.fromstring(download.value.path().read_bytes())
    svg = "{http://www.w3.org/2000/svg}"
    patterns = {f"url(#{node.get('id')})": len(node) for node in root.iter(f"{svg}pattern")}
    assert len(patterns) == 2
    assert all(patterns.values())
    for shape in ("path", "rect"):  # the bars, and the key below them
        assert set(patterns) <= {node.get("fill") for node in root.iter(f"{svg}{shape}")}


def test_a_sentence_given_in_part_has_its_entry_in_the_legend(
    sources: Page, open_page: OpenPage
) -> None:
    given = [i for i, shade in enumerate(LENS["shades"]) if shade == 0 and LENS["values"][i] > 0]
    own = sources.locator(".nk-class[data-only='0']")
    assert given
    expect(own).to_contain_text("the article's own voice, or mostly")
    swatch = own.locator(".nk-swatch").evaluate("e => getComputedStyle(e).borderLeftColor")
    bars = sources.locator(".nk-bars[data-shade='0']").first
    assert bars.evaluate("e => getComputedStyle(e).fill") == swatch
    page = open_page(explore_article("It rained.", lens="sources"), ".nk-s")
    expect(page.locator(".nk-class[data-only='0']")).not_to_contain_text("mostly")


def test_claims_are_ticked_by_keys_and_counted(sources: Page) -> None:
    claims = sources.get_by_label("To check")
    boxes = claims.get_by_role("checkbox")
    expect(boxes).to_have_count(len(LENS["claims"]))
    expect(boxes.nth(5)).to_have_accessible_name("more than $60 billion")
    expect(boxes.nth(5)).to_have_accessible_description("money Observers")
    boxes.nth(0).focus()
    sources.keyboard.press("Space")
    sources.keyboard.press("ArrowDown")
    sources.keyboard.press("ArrowDown")
    sources.keyboard.press("Space")
    expect(boxes.nth(2)).to_be_checked()
    expect(claims.locator(".nk-found")).to_have_text("2 of 13 checked")
    expect(sources.get_by_role("status")).to_have_text("2 of 13 claims checked")
    sources.get_by_role("radio", name="Readability").check()
    sources.get_by_role("radio", name="Sources").check()
    expect(boxes.nth(2)).to_be_checked()  # the ticks outlive the lens


def test_claims_by_kind_and_their_sentence(sources: Page) -> None:
    claims = sources.get_by_label("To check")
    claims.get_by_label("Kind of claim").select_option("money")
    rows = claims.locator("li:visible")
    expect(rows).to_have_count(1)
    rows.first.hover()
    expect(sentence(sources, 7)).to_have_class("nk-s nk-pointed")
    rows.get_by_role("button", name="sentence 8").click()
    expect(sentence(sources, 7)).to_be_focused()


def test_the_checklist_downloads_as_python_writes_it(sources: Page, tmp_path) -> None:
    sources.get_by_label("To check").get_by_role("checkbox").nth(5).check()
    with sources.expect_download() as download:
        sources.get_by_role("button", name="Checklist (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    nk.find_claims(ARTICLE).to_csv(tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        ours = list(csv.DictReader(file))
    assert list(rows[0]) == list(ours[0])
    assert [row["text"] for row in rows] == [row["text"] for row in ours]
    assert [row["context"] for row in rows] == [row["context"] for row in ours]
    assert [i for i, row in enumerate(rows) if row["checked"]] == [5]
    assert float(rows[5]["value"]) == float(ours[5]["value"])
    numbers = [int(row["sentence_number"]) for row in rows]
    shown = sources.locator(".nk-claims [data-go]").all_inner_texts()
    assert [f"sentence {number}" for number in numbers] == shown
    assert numbers == [int(row["sentence_number"]) for row in ours]
    index = explore_article(ARTICLE).checklist()["sentence"]
    assert numbers == [i + 1 for i in index]


LONG = "The council has voted after a long and at times heated night to bring the ferry back"


@pytest.mark.parametrize(
    ("headline", "stem"),
    [
        ("Ferry", "ferry"),
        (LONG, "the-council-has-voted-after-a-long-and-at-times-heated-night"),
        ("Ψ " * 80, "ψ-" * 29 + "ψ"),
        ("हिन्दी में", "हिन्दी-में"),
        (None, "article-without-headline"),
        ("!?", "article"),
    ],
    ids=["short", "long", "Greek", "Hindi", "none", "no letter"],
)
def test_files_are_named_after_the_article_and_what_they_hold(
    open_page: OpenPage, headline: str | None, stem: str
) -> None:
    article = nk.Article(headline=headline, text="The mayor said 30 boats sank.", language="en")
    page = open_page(explore_article(article, lens="sources"), "[data-voice]")
    names = []
    for button in ("Table (CSV)", "Checklist (CSV)", "Picture (SVG)", "Picture (PNG)"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        names.append(download.value.suggested_filename.removeprefix(f"{stem}-"))
    assert names == ["sources-sentences.csv", "checklist.csv", "sources.svg", "sources.png"]


def test_the_code_has_voice_and_ticks(sources: Page) -> None:
    voice(sources, "Imran Khan").click()
    sources.get_by_label("To check").get_by_role("checkbox").nth(1).check()
    sources.get_by_role("button", name="Copy as code").click()
    explorer = explore_article(ARTICLE, lens="sources")
    explorer.filters, explorer.checked = {"voice": "Imran Khan"}, [1]
    expect(sources.locator(".nk-code")).to_have_text(explorer.code())


def test_an_article_without_voices_has_no_ledger(open_page: OpenPage) -> None:
    page = open_page(explore_article("It rained.", lens="sources"), ".nk-s")
    expect(page.locator(".nk-ledger")).to_be_hidden()
    expect(page.locator(".nk-claims")).to_have_count(0)
    expect(page.get_by_label("Part of the text")).to_have_count(0)  # nothing is quoted
    for lens in ("Readability", "Sentiment", "VADER", "Sources"):
        page.get_by_role("radio", name=lens).check()
        sentence(page, 0).click()
    expect(page.get_by_role("slider")).to_have_attribute("aria-valuemax", "1")
