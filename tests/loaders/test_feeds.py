from __future__ import annotations

import json

import pytest

import newskit as nk
from newskit.errors import EmptyText
from newskit.loaders.many import load_articles

STORY = "".join(
    f"<p>The council said on day {n} that the harbour bridge would reopen after long repairs.</p>"
    for n in range(1, 7)
)
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
<language>en</language>
<item><title>Bridge reopens</title><link>https://courier.example/bridge</link>
<dc:creator>Nadia Okoro</dc:creator><pubDate>Tue, 16 May 2023 07:40:00 GMT</pubDate>
<category>City</category><description>In short.</description>
<content:encoded><![CDATA[{STORY}]]></content:encoded></item>
<item><title>Talks end</title><link>https://courier.example/talks</link>
<description>They ended late.</description></item></channel></rss>"""
RSS_091 = f"""<rss version="0.91"><channel><title>The Courier</title><language>en</language>
<item><title>Bridge reopens</title><link>https://courier.example/bridge</link>
<author>Nadia Okoro</author><pubDate>2023-05-16T07:40:00+00:00</pubDate>
<description>{STORY.replace("<", "&lt;")}</description></item></channel></rss>"""
RSS_1 = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="x">
<title>The Courier</title><dc:language>en</dc:language></channel>
<item rdf:about="https://courier.example/bridge"><title>Bridge reopens</title>
<link>https://courier.example/bridge</link><dc:creator>Nadia Okoro</dc:creator>
<dc:date>2023-05-16T07:40:00Z</dc:date><content:encoded><![CDATA[{STORY}]]></content:encoded>
</item></rdf:RDF>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title>
<entry><title>Bridge reopens</title><link href="https://courier.example/bridge"/>
<author><name>Nadia Okoro</name></author><published>2023-05-16T07:40:00+00:00</published>
<category term="x">City</category>
<content type="html">{STORY.replace("<", "&lt;")}</content></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "language": "en",
        "items": [
            {
                "id": "1",
                "title": "Bridge reopens",
                "url": "https://courier.example/bridge",
                "authors": [{"name": "Nadia Okoro"}],
                "date_published": "2023-05-16T07:40:00+00:00",
                "content_html": STORY,
            }
        ],
    }
)


@pytest.mark.parametrize(
    "feed",
    [RSS, RSS_091, RSS_1, ATOM, JSON_FEED],
    ids=["RSS 2.0", "RSS 0.91", "RSS 1.0", "Atom", "JSON Feed"],
)
def test_entry_with_its_full_text(feed: str) -> None:
    [article] = load_articles(feed.encode(), on_error="skip")
    assert (article.headline, article.authors) == ("Bridge reopens", ("Nadia Okoro",))
    assert article.published == "2023-05-16T07:40:00+00:00"
    assert (article.outlet, article.language) == ("The Courier", "en")
    assert article.url == "https://courier.example/bridge"
    assert article.text.count("harbour bridge") == 6


def test_markup_of_an_atom_entry_is_told() -> None:
    feed = ATOM.replace(
        "<title>Bridge reopens", '<title type="html">Bridge &lt;i&gt;reopens&lt;/i&gt;'
    )
    start, end = feed.index("<content"), feed.index("</content>")
    body = f'<x:div xmlns:x="http://www.w3.org/1999/xhtml">{STORY}</x:div>'
    body = (
        body.replace("<p>", "<x:p>")
        .replace("</p>", "</x:p>")
        .replace("harbour", "<x:b>har</x:b>bour")
    )
    [article] = load_articles(f'{feed[:start]}<content type="xhtml">{body}{feed[end:]}'.encode())
    assert article.headline == "Bridge reopens"
    assert article.text.count("\n") == 5
    assert article.text.count("harbour bridge") == 6


@pytest.mark.parametrize(
    ("zone", "offset"), [("BST", "+01:00"), ("EDT", "-04:00"), ("CET", "+01:00")]
)
def test_letters_of_a_zone_become_an_offset(zone: str, offset: str) -> None:
    [article] = load_articles(RSS.replace("GMT", zone).encode(), on_error="skip")
    assert article.published == f"2023-05-16T07:40:00{offset}"


def test_summary_alone_says_where_the_article_is() -> None:
    articles = load_articles(RSS.encode(), on_error="collect")
    assert len(list(articles)) == 1
    assert "courier.example/talks" in articles.failures[0].reason
    with pytest.raises(EmptyText, match="summary of 3 words"):
        list(load_articles(RSS.encode()))


def test_feed_of_one_entry_is_one_article() -> None:
    assert nk.load_article(ATOM.encode()).headline == "Bridge reopens"


def test_feed_that_breaks_off_keeps_the_entries_before() -> None:
    data = RSS[: RSS.index("They ended late.") + 8].encode()
    articles = load_articles(data, on_error="collect")
    assert [article.headline for article in articles] == ["Bridge reopens"]
    [failure] = articles.failures
    assert "breaks off" in failure.reason
