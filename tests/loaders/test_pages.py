"""Every page in tests/pages, against the JSON beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newskit import Article
from newskit.errors import UnsupportedSource
from newskit.loaders.extraction import words
from tests.conftest import read_cases

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.html"))
ARTICLES = [page for page in PAGES if not page.stem.startswith("refused")]
# An extractor may lose a line of a page; it may not invent one.
ENOUGH = 0.97


def expected(page: Path) -> dict[str, object]:
    return json.loads(page.with_suffix(".json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_there_are_enough_pages() -> None:
    assert len(ARTICLES) >= 30


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.stem)
def test_record_of_page(page: Path) -> None:
    wanted = expected(page)
    text = str(wanted.pop("text"))
    article = Article.from_html(page.read_bytes())
    found: dict[str, object] = {
        name: getattr(article, name, None) for name in wanted if name != "agency"
    }
    found["authors"] = list(article.authors) if "authors" in wanted else None
    found["dateline"] = article.dateline.place if article.dateline else None
    if "agency" in wanted:
        found["agency"] = article.dateline.agency if article.dateline else None
    assert {name: value for name, value in found.items() if name in wanted} == wanted
    assert article.text == text


@pytest.mark.parametrize("page", ARTICLES, ids=lambda page: page.stem)
def test_fast_grade_keeps_the_text(page: Path) -> None:
    article = Article.from_html(page.read_bytes(), grade="fast")
    wanted = words(str(expected(page)["text"]))
    found = set(words(article.text))
    assert sum(word in found for word in wanted) >= ENOUGH * len(wanted)


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.stem.startswith("refused")], ids=lambda page: page.stem
)
@pytest.mark.parametrize("grade", ["fast", "default"])
def test_page_that_is_no_article_is_refused(page: Path, grade: str) -> None:
    with pytest.raises(UnsupportedSource, match=str(expected(page)["refused"])) as refusal:
        Article.from_html(page.read_bytes(), grade=grade)
    assert "title" in str(refusal.value)


def test_origins_name_each_field() -> None:
    page = next(page for page in ARTICLES if page.stem == "arc-bridge")
    origins = dict(Article.from_html(page.read_bytes()).origins)
    assert origins["headline"] == "h1"
    assert origins["authors"] == origins["published"] == "JSON-LD"
    assert origins["url"] == "canonical link"
    assert origins["dateline"] == "first paragraph"


def test_conflicts_are_shown() -> None:
    page = next(page for page in ARTICLES if page.stem == "arc-bridge")
    html = page.read_text("utf-8").replace('og:title" content="Harbour', 'og:title" content="Old')
    article = Article.from_html(html)
    assert article.headline == "Harbour bridge reopens after eleven weeks of repairs"
    assert [(name, place) for name, _, place in article.conflicts] == [("headline", "meta tags")]
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article
    assert "conflict" in article._repr_html_()


@pytest.mark.parametrize("case", read_cases("walls"))
@pytest.mark.parametrize("grade", ["fast", "default"])
def test_wall_behind_a_teaser_is_known(case: dict[str, Any], grade: str) -> None:
    teaser = "The talks between the two ministers ended late on Wednesday without a result."
    start = (
        f"<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1><p>{teaser}"
    )
    short = f"{start}</p><p>{case['line']}</p></article></body>"
    longer = short.replace(teaser, " ".join(f"{n}. {teaser}" for n in range(8)))
    if not case["is_wall"]:
        assert case["line"] in Article.from_html(longer, grade=grade).text
        return
    with pytest.raises(UnsupportedSource, match="paywalled"):
        Article.from_html(short, grade=grade)
    article = Article.from_html(longer, grade=grade)
    assert case["line"] not in article.text


@pytest.mark.parametrize("case", read_cases("about_walls"))
@pytest.mark.parametrize("grade", ["fast", "default"])
def test_article_about_walls_is_none(case: dict[str, Any], grade: str) -> None:
    byline = f"<p>{case['byline']}</p>" if case["byline"] else ""
    body = byline + "".join(f"<p>{text}</p>" for text in case["paragraphs"])
    head = f"<html><head><title>{case['title']}</title></head><body><article>"
    html = f"{head}<h1>{case['heading']}</h1>{body}</article></body></html>"
    if case["refused"]:
        with pytest.raises(UnsupportedSource, match=case["refused"]):
            Article.from_html(html, grade=grade)
        return
    article = Article.from_html(html, grade=grade)
    assert article.text.split("\n") == case["paragraphs"]
    assert not article.paywalled


@pytest.mark.parametrize("grade", ["fast", "default"])
@pytest.mark.parametrize("attribute", ["hidden", 'class="a" hidden=""', 'style="display:none"'])
def test_what_the_page_hides_is_no_text(attribute: str, grade: str) -> None:
    secret = f"<p {attribute}>Nobody who reads this page was ever meant to see this line.</p>"
    html = f"<html><head><title>Talks end</title></head><body>{PROSE}{secret}{PROSE}</body></html>"
    assert "meant to see" not in Article.from_html(html, grade=grade).text
    shown = html.replace(attribute, 'data-note="a hidden one"')
    assert "meant to see" in Article.from_html(shown, grade=grade).text


SENTENCES = [
    f"The talks on point {n} ended late without a result, officials said." for n in range(6)
]
PROSE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
# label, what stands in the page, what is between the sentences of its text
TABLES = {
    "a page of columns": (
        f"<table><tr><td><a>Menu</a></td><td>{PROSE}</td><td>Ad</td></tr></table>",
        [],
    ),
    "a cell of lines": (
        f"<table><tr><td>{'<br><br>'.join(SENTENCES)}</td></tr></table>",
        [],
    ),
    "a row a paragraph": (
        "<table>" + "".join(f"<tr><td>{one}</td></tr>" for one in SENTENCES) + "</table>",
        [],
    ),
    "a table in a table": (
        f"<table><tr><td><table><tr><td>{PROSE}</td></tr></table></td></tr></table>",
        [],
    ),
    "figures": (
        f"{PROSE}<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>2020</td><td>1,200</td></tr>"
        "</table>",
        ["Year Visitors", "2020 1,200"],
    ),
}


@pytest.mark.parametrize("label", TABLES)
@pytest.mark.parametrize("grade", ["fast", "default"])
def test_tables_are_no_markdown(label: str, grade: str) -> None:
    inside, rows = TABLES[label]
    page = f"<html><head><title>Talks end</title></head><body><h1>Talks end</h1>{inside}</body>"
    article = Article.from_html(page, grade=grade)
    lines = [" ".join(line.split()) for line in article.text.split("\n")]
    assert lines == [*SENTENCES, *rows]
