"""Fields of the record where pages contradict themselves; whole pages are in test_pages.py."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newskit import Article
from newskit.loaders.extraction import Page
from newskit.loaders.markup import clean_markup, scan_markup
from newskit.loaders.page_head import read_head, scan_head
from newskit.loaders.people import credit_authors
from tests.conftest import read_cases

TEXT = "<p>" + "The harbour bridge reopened after long repairs, the council said. " * 6 + "</p>"
OTHER = "Crossing after eleven weeks: bridge is open for lorries"
HEADLINE = "Harbour bridge reopens after long repairs"


@pytest.mark.parametrize("case", read_cases("authors"))
def test_authors(case: dict[str, Any]) -> None:
    assert list(credit_authors(case["given"], outlet=case.get("outlet"))) == case["authors"]


def page(head: str = "", body: str = "", record: dict[str, Any] | None = None) -> Article:
    linked = json.dumps({"@type": "NewsArticle", **record}) if record else ""
    script = f'<script type="application/ld+json">{linked}</script>' if record else ""
    html = f"<html lang=en><head>{head}{script}</head><body>{body}<article>{TEXT}</article></body>"
    return Article.from_html(html, url="https://www.courier.example/city/bridge")


def og(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


@pytest.mark.parametrize(
    ("label", "head", "body", "linked"),
    [
        ("h1", "", f"<h1>{HEADLINE}</h1>", None),
        ("h1 with a break", "", "<h1>Harbour bridge reopens<br>after long repairs</h1>", None),
        (
            "h1 with a kicker",
            "",
            f"<h1><span>City</span> <span>{HEADLINE}</span></h1>",
            HEADLINE,
        ),
        (
            "h1 is the site's",
            og("og:site_name", "The Daily Courier") + og("og:title", HEADLINE),
            "<h1>The Daily Courier</h1>",
            None,
        ),
        (
            "h1 is of another story",
            og("og:title", HEADLINE),
            "<h1>Why nobody swims in winter</h1>",
            None,
        ),
        (
            "spiced for networks",
            "<title>Reopened | DC</title>" + og("og:title", "You will not believe what they did"),
            f"<h1>{HEADLINE}</h1>",
            None,
        ),
        (
            "window names the kind of page",
            "<title>Home</title>",
            f"<h1>{HEADLINE}</h1>",
            None,
        ),
        (
            "the others agree",
            og("og:title", f"{HEADLINE} | The Courier") + og("og:site_name", "The Courier"),
            f"<h1>{OTHER}</h1>",
            HEADLINE,
        ),
        (
            "site behind the window's title",
            f"<title>{HEADLINE} | City | The Courier</title>",
            "",
            None,
        ),
        (
            "cut for networks",
            og("og:title", "Harbour bridge reopens"),
            f"<h1>{HEADLINE}</h1>",
            None,
        ),
    ],
)
def test_headline(label: str, head: str, body: str, linked: str | None) -> None:
    record = {"headline": linked} if linked else None
    assert page(head, body, record).headline == HEADLINE


SITE = og("og:site_name", "The Daily Courier")


@pytest.mark.parametrize("grade", ["fast", "default"])
@pytest.mark.parametrize(
    ("label", "head", "h1", "headline"),
    [
        ("h1 in the article", og("og:title", "What they did next"), "Crossing to the east", "h1"),
        ("h1 is the site's", "<title>Home</title>" + SITE, "The Daily Courier", None),
        (
            "the window has the site",
            "<title>Open | Daily Courier</title>",
            "Daily Courier Now",
            "Open",
        ),
    ],
)
def test_only_h1(label: str, head: str, h1: str, headline: str | None, grade: str) -> None:
    html = f"<html><head>{head}</head><body><article><h1>{h1}</h1>{TEXT}</article></body></html>"
    article = Article.from_html(html, grade=grade)
    assert article.headline == (h1 if headline == "h1" else headline)
    assert h1 not in article.text


def test_lost_h1_is_shown_as_a_conflict() -> None:
    article = page(og("og:title", HEADLINE), f"<h1>{OTHER}</h1>",
                   {"headline": HEADLINE})  # fmt: skip
    assert (
        "headline",
        OTHER,
        "outvoted h1",
    ) in article.conflicts


@pytest.mark.parametrize(
    ("given", "publisher", "outlet"),
    [
        ("The Courier", None, "The Courier"),
        ("The Courier | News that matters", None, "The Courier"),
        ("https://www.courier.example", "The Courier", "The Courier"),
        ("U.S.", "The Courier", "The Courier"),
        ("@courier", None, "courier"),
        ("Courier", "Holding Corporation", "Courier"),
    ],
)
def test_outlet(given: str, publisher: str | None, outlet: str) -> None:
    record = {"headline": HEADLINE, "publisher": {"name": publisher}} if publisher else None
    assert page(og("og:site_name", given), "", record).outlet == outlet


@pytest.mark.parametrize(
    ("given", "section"),
    [("City", "City"), ("City, Local, Top", "City"), ("post", None), ("courier.com", None)],
)
def test_section(given: str, section: str | None) -> None:
    assert page(og("article:section", given)).section == section


def test_change_before_publication_is_no_change() -> None:
    article = page("", "", {"headline": HEADLINE, "datePublished": "2023-05-16T07:40:00Z",
                            "dateModified": "2023-05-15T07:40:00Z"})  # fmt: skip
    assert article.modified is None
    assert ("modified", "2023-05-15T07:40:00Z", "JSON-LD") in article.conflicts


@pytest.mark.parametrize("grade", ["fast", "default"])
@pytest.mark.parametrize(
    "note",
    [
        "<p>This article was amended on 15 May 2024 to give the right name.</p>",
        "<p>Corrected on 15 May 2024</p>",
        "<p>Updated 4:12 AM GMT, May 15, 2024</p>",
    ],
)
def test_date_of_a_correction_is_no_publication(note: str, grade: str) -> None:
    html = f"<html><title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{TEXT}{note}</article>"
    article = Article.from_html(html, grade=grade)
    assert (article.published, (article.modified or "")[:10]) == (None, "2024-05-15")


@pytest.mark.parametrize("grade", ["fast", "default"])
def test_time_of_a_change_is_no_publication(grade: str) -> None:
    times = (
        '<p>Updated <time datetime="2024-05-15T08:00:00Z">15 May</time></p>'
        '<p>Published <time datetime="2024-05-14T08:00:00Z">14 May</time></p>'
    )
    html = f"<html><title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{times}{TEXT}</article>"
    published = Article.from_html(html, grade=grade).published or ""
    assert published[:10] == ("2024-05-14" if grade == "default" else "")


@pytest.mark.parametrize("grade", ["fast", "default"])
def test_halves_of_characters_in_scripts_are_mended(grade: str) -> None:
    record = json.dumps({"@type": "NewsArticle", "headline": "Talks \ud83d end 😀 in the harbour"})
    script = f'<script type="application/ld+json">{record}</script>'
    html = f"<html><head>{script}</head><body><article>{TEXT}</article></body></html>"
    assert Article.from_html(html, grade=grade).headline == "Talks \ufffd end 😀 in the harbour"


def test_commenters_are_no_authors() -> None:
    body = "<div class='comments'><span class='author-name'>Nosy Reader</span></div>"
    assert page("", f"<span class='author-name'>Nadia Okoro</span>{body}").authors == (
        "Nadia Okoro",
    )
    assert page("", body).authors == ()


PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_scanned_head_is_that_of_the_parsed_page(path: Path) -> None:
    html = path.read_text("utf-8")
    parsed, scanned = read_head(Page(clean_markup(html))), scan_head(html)
    for name in ("tags", "title", "headings", "canonical", "language"):
        assert getattr(scanned, name) == getattr(parsed, name), name
    assert scanned.n_teasers == parsed.n_teasers or scanned.tags.get("og:type") == "article"
    assert set(scanned.bylines) <= set(parsed.bylines) or not parsed.bylines


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_scanned_scripts_are_those_of_the_cleaned_page(path: Path) -> None:
    html = path.read_text("utf-8")
    cleaned, scanned = clean_markup(html), scan_markup(html)
    assert not scanned.is_clean
    assert (scanned.data, scanned.state) == (cleaned.data, cleaned.state)


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("2019/11/19/bridge", "2019-11-19"),
        ("story/2019/nov/19/bridge", "2019-11-19"),
        ("news/2019-02-03-bridge/", "2019-02-03"),
        ("2019/02/03/bridge", "2019-02-03"),
        ("2019/13/45/bridge", None),
        ("bridge-1234567", None),
    ],
)
def test_date_of_the_address_where_nobody_else_gives_one(path: str, date: str | None) -> None:
    html = f"<html lang=en><body><h1>{HEADLINE}</h1><article>{TEXT}</article></body>"
    url = f"https://courier.example/{path}"
    assert Article.from_html(html, url=url, grade="fast").published == date


@pytest.mark.parametrize(
    ("html", "published"),
    [
        (f"<p>The pool of 1961 had 38,000 visitors in 2024, {'and many more ' * 5}came.</p>", None),
        (f"<p>The battle of 1 May 2003 was remembered {'by many more ' * 5}.</p>", None),
        ("<figcaption>The pool on 3 May 2019</figcaption><p>They ended late.</p>", None),
        ("<p>They ended late on Tuesday.</p><footer>Copyright 2018</footer>", None),
        ("<p class='when'>19 November 2019</p><p>They ended late on Tuesday.</p>", "2019-11-19"),
        ("<p class='when'>1 January 2019</p><p>They ended late on Tuesday.</p>", "2019-01-01"),
    ],
)  # fmt: skip
def test_no_date_is_taken_from_the_prose(html: str, published: str | None) -> None:
    page = f"<h1>Talks end</h1>{html}<p>The city would pay the price that was asked for gas.</p>"
    assert Article.from_html(page, strict=False).published == published
