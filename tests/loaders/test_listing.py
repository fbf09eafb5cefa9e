"""Feeds, sitemaps and tables that name pages: followed only if asked, against a server here."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import EmptyText, InputError, UnknownOption
from newskit.loaders import fetch
from newskit.loaders.dispatch import find_loader, read_source
from newskit.loaders.page_cache import Fetched

PAGE = (Path(__file__).parents[1] / "pages" / "arc-bridge.html").read_bytes()
BARE = b"<html><body><article><p>" + b"The harbour bridge reopened after long repairs. " * 9
BARE += b"</p></article></body></html>"
SITE = "https://courier.example"
HEADLINE = "Harbour bridge reopens after eleven weeks of repairs"

RSS = f"""<rss version="2.0"><channel><title>The Courier</title><item><title>Bridge</title>
<link>{SITE}/bridge</link><pubDate>Tue, 16 May 2023 07:40:00 GMT</pubDate>
<description>In short.</description></item><item><title>Old</title><link>{SITE}/old</link>
<pubDate>Tue, 16 May 2017 07:40:00 GMT</pubDate></item></channel></rss>"""
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{SITE}/bare</loc>
<news:news><news:publication><news:name>The Courier</news:name><news:language>en</news:language>
</news:publication><news:publication_date>2023-05-16T07:40:00Z</news:publication_date>
<news:title>Bridge reopens</news:title></news:news></url>
<url><loc>{SITE}/old</loc><lastmod>2017-05-16</lastmod></url></urlset>"""
INDEX = f"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{SITE}/news.xml.gz</loc><lastmod>2023-05-17</lastmod></sitemap>
<sitemap><loc>{SITE}/old.xml</loc><lastmod>2017-05-17</lastmod></sitemap></sitemapindex>"""
MEDIA_CLOUD = f"""id,indexed_date,language,media_name,media_url,publish_date,title,url
a1,2023-05-17 03:00:00,en,courier.example,courier.example,2023-05-16,Bridge reopens,{SITE}/bare
a2,2017-05-17 03:00:00,en,courier.example,courier.example,2017-05-16,Old,{SITE}/old
"""
GDELT_DOC = f"""url,url_mobile,title,seendate,socialimage,domain,language,sourcecountry
{SITE}/bare,,Bridge reopens,20230516T074500Z,,courier.example,English,United States
"""
GRAPH = "\t".join(
    ["20230516074500-1", "20230516074500", "1", "courier.example", f"{SITE}/bare"]
    + [""] * 21
    + ["<PAGE_AUTHORS>Nadia Okoro</PAGE_AUTHORS><PAGE_TITLE>Bridge reopens</PAGE_TITLE>"]
)
EVENT = "\t".join(
    ["1044", "20230516", "202305", "2023"] + [""] * 55 + ["20230516074500", f"{SITE}/bare"]
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    urls: list[str] = []
    pages = {
        "/bridge": PAGE,
        "/bare": BARE,
        "/old": PAGE,
        "/news.xml.gz": gzip.compress(SITEMAP.encode()),
    }

    def fetch_page(url: str, cache: str | None = None) -> Fetched:
        urls.append(url)
        return Fetched(pages[url.removeprefix(SITE)], url, "utf-8", "2023-05-17T00:00:00+00:00")

    monkeypatch.setattr(fetch.FETCHER, "fetch", fetch_page)
    return urls


CASES = {
    "feed": (RSS, "feed", HEADLINE),
    "Google News sitemap": (SITEMAP, "sitemap", "Bridge reopens"),
    "sitemap index": (INDEX, "sitemap", "Bridge reopens"),
    "Media Cloud": (MEDIA_CLOUD, "table", "Bridge reopens"),
    "GDELT DOC": (GDELT_DOC, "table", "Bridge reopens"),
    "GDELT graph": (f"{GRAPH}\n{GRAPH}\n", "table", "Bridge reopens"),
    "GDELT events": (f"{EVENT}\n{EVENT}\n", "table", None),
}


@pytest.mark.parametrize("name", CASES)
def test_pages_are_followed_if_asked(name: str, asked: list[str]) -> None:
    text, row, headline = CASES[name]
    assert find_loader(read_source(text.encode())).name == row
    [article] = nk.load_articles(text.encode(), follow=True, since="2023-01-01")
    assert article.headline == headline
    assert (article.published or "")[:10] == "2023-05-16"
    assert article.url is None or article.url.startswith("https://")
    assert article.provenance
    assert article.provenance.retrieved
    assert SITE + "/old" not in asked
    if name == "GDELT graph":
        assert article.authors == ("Nadia Okoro",)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_fetched_unless_asked(name: str, asked: list[str]) -> None:
    with pytest.raises(EmptyText, match="follow=True"):
        list(nk.load_articles(CASES[name][0].encode()))
    articles = nk.load_articles(CASES[name][0].encode(), on_error="collect")
    assert not list(articles)
    assert all(failure.sha256 for failure in articles.failures)
    assert not asked


@pytest.mark.parametrize("since", ["2023-01-01", date(2023, 1, 1)])
def test_since_passes_over_what_is_older(since: str | date, tmp_path: Path) -> None:
    texts = [f"Story {year}\nPublished: 16 May {year}\n\nIt was told." for year in (2017, 2023)]
    texts.append("Story\n\nNobody knows when it was told.")
    found = nk.load_articles(texts, since=since)
    assert [article.headline for article in found] == ["Story 2023", "Story"]
    with pytest.raises(InputError, match="2022-02-23"):
        nk.load_articles(texts, since="soon")


def test_progress_and_unknown_keywords(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[tuple[int, str]] = []
    texts = ["Story a\n\nIt was told.", "", "Story b\n\nIt was told."]

    def note(n: int, name: str) -> None:
        seen.append((n, name))

    progress: Callable[[int, str], None] = note
    list(nk.load_articles(texts, on_error="skip", progress=progress))
    assert [n for n, _ in seen] == [1, 2, 3]
    list(nk.load_articles(texts, on_error="skip", progress=True))
    assert "3 read" in capsys.readouterr().err
    with pytest.raises(UnknownOption, match="follow"):
        nk.load_articles(texts, folow=True)  # type: ignore[call-arg]
