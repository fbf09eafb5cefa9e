from __future__ import annotations

import gzip
import io
import json
import plistlib
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest

import newskit as nk
from newskit import Article
from newskit.errors import EmptyText, InputError, UnsupportedSource
from newskit.loaders.dispatch import LOADERS, find_loader, read_source
from newskit.loaders.fetch import FETCHER
from newskit.loaders.many import load_articles
from newskit.loaders.page_cache import Fetched

LEAD = "The talks between the two ministers ended late on Wednesday without a result."
NEXT = "They are to meet again in a week, a spokeswoman said after midnight."
BODY = f"{LEAD}\n{NEXT}"
HTML = (
    "<!DOCTYPE html><html lang='en'><head><title>Talks end</title></head><body><article>"
    f"<h1>Talks end</h1><p>MOSCOW: {LEAD}</p><p>{NEXT}</p></article></body></html>"
)
NINJS_1 = {
    "uri": "https://courier.example/talks",
    "headline": "Talks end",
    "byline": "By Anna Petrova",
    "firstcreated": "2022-02-23T18:45:00Z",
    "versioncreated": "2022-02-23T19:00:00Z",
    "language": "en",
    "subject": [{"name": "Politics"}],
    "body_text": f"MOSCOW: {BODY}",
}
NINJS_2 = {
    "uri": "urn:x:1",
    "headlines": [{"role": "short", "value": "End"}, {"role": "main", "value": "Talks end"}],
    "bylines": [{"value": "By Anna Petrova"}],
    "firstCreated": "2022-02-23T18:45:00Z",
    "versionCreated": "2022-02-23T19:00:00Z",
    "language": "en",
    "subjects": [{"name": "Politics"}],
    "bodies": [{"contentType": "text/html", "value": f"<p>MOSCOW: {LEAD}</p><p>{NEXT}</p>"}],
}
NINJS_3 = {
    "standard": {"name": "ninjs", "version": "3.0"},
    "uri": "urn:x:2",
    "headlines": [{"role": "main", "value": "Talks end"}],
    "by": "By Anna Petrova",
    "firstCreated": "2022-02-23T18:45:00Z",
    "versionCreated": "2022-02-23T19:00:00Z",
    "copyrightHolder": "The Courier",
    "language": "en-GB",
    "subjects": [{"name": "Politics", "rel": "about"}],
    "bodies": [
        {
            "role": "html",
            "contentType": "text/html",
            "value": "<html><head><title>Talks end</title></head><body><h1>Talks end</h1>"
            f"<section><p>MOSCOW: {LEAD}</p><blockquote>{NEXT}</blockquote></section>",
        }
    ],
}
NINJS_HTML = {key: value for key, value in NINJS_1.items() if key != "body_text"} | {
    "body_html": f"<p>MOSCOW: {LEAD}</p>\n<p>{NEXT.replace(' in a', chr(10) + 'in a')}</p>"
}
NINJS_TAGS = NINJS_1 | {"body_text": f"<p>MOSCOW: <b>{LEAD}</b><br/>{NEXT}</p>"}
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf xml:lang="en"><head><title>x</title><docdata><date.issue norm="20220223T184500Z"/></docdata>
<pubdata name="The Courier" position.section="Politics"/></head>
<body><body.head><hedline><hl1>Talks end</hl1></hedline><byline>By <person>Anna Petrova</person>
</byline><dateline><location>MOSCOW</location></dateline></body.head>
<body.content><p>{LEAD}</p><p>{NEXT}</p></body.content></body></nitf>"""
ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1"><itemMeta>
<provider literal="c"><name>The Courier</name></provider>
<versionCreated>2022-02-23T19:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2022-02-23T18:45:00Z</contentCreated><by>By Anna Petrova</by>
<dateline>MOSCOW</dateline><language tag="en"/><subject><name>Politics</name></subject>
<headline>Talks end</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{LEAD}</p>
<p>{NEXT}</p></body></html></inlineXML></contentSet></newsItem>"""
INLINE = (
    f"<nitf><body><body.head/><body.content><p>{LEAD}</p><p>{NEXT}</p></body.content></body></nitf>"
)


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "desk@courier.example", "Talks end"
    message["Date"] = datetime(2022, 2, 23, 18, 45, tzinfo=UTC)
    message.set_content(f"MOSCOW: {LEAD}\n\n{NEXT}", cte="quoted-printable")
    message.add_alternative("<p>In a browser, please.</p>", subtype="html")
    return message.as_bytes()


BARE_MAIL = (
    "From: desk@courier.example\nSubject: Talks end\nMIME-Version: 1.0\nContent-Type: text/plain; "
    f"charset=x-odd\nContent-Transfer-Encoding: quoted-printable\n\nMOSCOW:=20{LEAD}\n\n{NEXT}\n"
)


def book(kind: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", f"application/{kind}")
        archive.writestr("content.xml", f"<text><p>{BODY}</p></text>")
    return packed.getvalue()


MARKDOWN = (
    "---\ntitle: Talks end\nauthor: [Anna Petrova]\ndate: 2022-02-23\ncategories:\n  - Politics\n"
    f"---\nMOSCOW: {LEAD.replace('talks', '**talks**')}\n\n[They](x) are{NEXT[8:]}\n"
)
TOML = (
    '+++\ntitle = "Talks end"\nauthors = ["Anna Petrova"]\ndate = 2022-02-23T18:45:00Z\n'
    f'section = "Politics"\n[params]\nwide = true\n+++\nMOSCOW: {BODY}\n'
)
PROVIDER = '<provider literal="The Courier"/>'
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/talks\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
    "--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    f"Content-Location: https://courier.example/talks\r\n\r\n{HTML}\r\n--x--\r\n"
)


def warc(*pages: tuple[str, str]) -> bytes:
    records = []
    for url, html in pages:
        body = html.encode()
        http = (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
            + f"Content-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
            "WARC-Date: 2022-02-24T00:00:00Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def webarchive(kind: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    page = {
        "WebResourceData": HTML.encode(),
        "WebResourceURL": "https://courier.example/talks",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
    }
    return plistlib.dumps({"WebMainResource": page, "WebSubresources": []}, fmt=kind)


def docx() -> bytes:
    document = pytest.importorskip("docx").Document()
    for line in ("Talks end", "By Anna Petrova", f"MOSCOW: {LEAD}", NEXT):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rtf() -> bytes:
    pytest.importorskip("striprtf")
    lines = ("Talks end", "By Anna Petrova", f"MOSCOW: {LEAD}", NEXT)
    return ("{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in lines) + "}").encode()


def pdf(*lines: str) -> bytes:
    """The smallest PDF that holds lines of text."""
    pytest.importorskip("pypdf")
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 10 Tf 12 TL 40 800 Td {shown}ET" if lines else ""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for n, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


# Each row of LOADERS that holds one article: what is given, and the fields beyond text and headline
CASES: dict[str, tuple[str | bytes | dict[str, Any] | Callable[[], bytes], tuple[str, ...]]] = {
    "HTML": (HTML, ("dateline",)),
    "ninjs": (NINJS_1, ("authors", "published", "language", "section", "dateline")),
    "ninjs ": (NINJS_2, ("authors", "published", "language", "section", "dateline")),
    "ninjs  ": (
        NINJS_3,
        ("authors", "published", "language", "section", "outlet", "dateline"),
    ),
    "ninjs   ": (NINJS_HTML, ("authors", "dateline")),
    "ninjs    ": (NINJS_TAGS, ("authors", "dateline")),
    "NITF": (NITF, ("authors", "published", "language", "section", "outlet", "dateline")),
    "NewsML-G2": (ITEM, ("authors", "published", "language", "section", "outlet", "dateline")),
    "Markdown": (MARKDOWN, ("authors", "section", "dateline")),
    "NewsML-G2 ": (
        ITEM.replace('<provider literal="c"><name>The Courier</name></provider>', PROVIDER),
        ("authors", "outlet", "dateline"),
    ),
    "NewsML-G2  ": (
        re.sub(r"<html.*</html>", INLINE, ITEM, flags=re.DOTALL),
        ("authors", "published", "language", "section", "outlet", "dateline"),
    ),
    "Markdown ": (TOML, ("authors", "published", "section", "dateline")),
    "webarchive": (webarchive, ("dateline", "url")),
    "webarchive ": (lambda: webarchive(plistlib.FMT_XML), ("dateline", "url")),
    "MHTML": (MHTML, ("dateline", "url")),
    "MHTML ": (mail, ("published", "dateline")),
    "MHTML  ": (BARE_MAIL, ("dateline",)),
    "DOCX": (docx, ("authors", "dateline")),
    "RTF": (rtf, ("authors", "dateline")),
    "WARC": (warc(("https://courier.example/talks", HTML)), ("dateline", "url")),
    "plain text": (f"Talks end\nBy Anna Petrova\n\nMOSCOW: {BODY}", ("authors", "dateline")),
}
FIELDS: dict[str, Any] = {
    "authors": ("Anna Petrova",),
    "published": "2022-02-23T18:45:00+00:00",
    "language": "en",
    "section": "Politics",
    "outlet": "The Courier",
    "url": "https://courier.example/talks",
}


@pytest.mark.parametrize(
    ("kind", "said"),
    [("epub+zip", "an EPUB book"), ("vnd.oasis.opendocument.text", "an OpenDocument file")],
)
def test_book_says_what_it_is_and_not_what_is_in_it(kind: str, said: str) -> None:
    with pytest.raises(UnsupportedSource, match=f"{said}; save it as DOCX"):
        nk.load_article(book(kind))


def test_footnotes_of_markdown_are_taken_out() -> None:
    text = f"# Talks end\n\n{LEAD}[^1]\n\n[^1]: So she said.\n    And he.\n\n{NEXT}\n"
    article = nk.load_article(f"---\nauthor: A\n---\n{text}".encode())
    assert [line for line in article.text.split("\n") if line] == [LEAD, NEXT]
    assert [item.text for item in article.removed] == ["[^1]: So she said.\n    And he."]


def as_bytes(name: str) -> bytes:
    given = CASES[name][0]
    if name == "WARC":
        pytest.importorskip("fastwarc")
    if callable(given):
        return given()
    if isinstance(given, dict):
        return json.dumps(given).encode()
    return given.encode() if isinstance(given, str) else given


@pytest.mark.parametrize("name", CASES)
def test_format_is_known_and_read(name: str) -> None:
    data = as_bytes(name)
    assert find_loader(read_source(data)).name == name.strip()
    article = nk.load_article(data)
    assert article.headline == "Talks end"
    assert [line for line in article.text.split("\n") if line] == [LEAD, NEXT]
    for field in CASES[name][1]:
        if field == "dateline":
            assert article.dateline
            assert article.dateline.place == "MOSCOW"
        else:
            assert getattr(article, field) == FIELDS[field], field
    assert article.provenance
    assert article.provenance.loader.startswith(name.strip())


def test_every_row_has_a_case() -> None:
    elsewhere = {
        "feed",
        "table",
        "JSON",
        "zip",
        "PDF",
        "newskit JSON",
        "Nexis",
        "Factiva",
        "ProQuest",
        "sitemap",
    }  # test_many.py, test_feeds.py, test_exports.py, test_listing.py; below
    assert {loader.name for loader in LOADERS} == {name.strip() for name in CASES} | elsewhere


def test_pdf() -> None:
    article = nk.load_article(pdf("Talks end", "", "MOSCOW: The minis-", "ters met.", "They left."))
    assert "ministers met" in article.text.replace("\n", " ")
    with pytest.raises(EmptyText, match="scan"):
        nk.load_article(pdf())


def test_newsml_message_of_several_items() -> None:
    message = f'<newsMessage xmlns="x"><itemSet>{ITEM}{ITEM}</itemSet></newsMessage>'.encode()
    assert len(list(load_articles(message))) == 2
    with pytest.raises(UnsupportedSource, match="load_articles"):
        nk.load_article(message)


def test_warc_of_several_pages() -> None:
    pytest.importorskip("fastwarc")
    data = warc(
        ("https://courier.example/a", HTML), ("https://courier.example/b", "<html>404</html>")
    )
    articles = load_articles(data, on_error="collect")
    assert len(list(articles)) == 1
    assert "courier.example/b" in articles.failures[0].source


STORY = HTML.replace("</p></article>", f" {NEXT}" * 90 + "</p></article>")


@pytest.mark.parametrize("cut", [1, 3_000, 6_500])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_cut_off_warc_record_is_a_failure_and_the_others_are_kept(
    cut: int, pack: Callable[[bytes], bytes]
) -> None:
    pytest.importorskip("fastwarc")
    whole, last = warc(("https://a.example/talks", HTML)), warc(("https://b.example/talks", STORY))
    broken = last[: len(last) - 4 - cut] if pack is bytes else pack(last)[: -20 - cut // 50]
    found = load_articles(pack(whole) + broken, on_error="collect", format="WARC")
    assert [article.url for article in found] == ["https://a.example/talks"]
    [failure] = found.failures
    assert "b.example" in failure.source
    assert "breaks off" in failure.reason


def test_packed_warc_record_is_unpacked() -> None:
    pytest.importorskip("fastwarc")
    packed = gzip.compress(HTML.encode())
    chunks = f"{len(packed):x}\r\n".encode() + packed + b"\r\n0\r\n\r\n"
    head, _, _ = warc(("https://a.example/talks", "")).partition(b"Content-Length: 0")
    http = head[head.index(b"HTTP/") :] + (
        b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n" + chunks
    )
    head = re.sub(rb"(?s)Content-Length: \d+.*", b"", head)
    data = head + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
    assert nk.load_article(data).text == BODY
    with pytest.raises(InputError, match="breaks off"):
        list(load_articles(data[:-60]))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"title": "Talks end", "te', "no valid JSON"),
        (b'{\n  "odd": 1}', "JSON"),
        (b"<?xml version='1.0'?><nitf><body><body.content><p>They ended", "breaks off"),
        (b"{\\rtf1\\ansi Talks end\\par They ended", "breaks off"),
        (b'{"bodies": [], "uri": "x"}', "no text"),
        (b"<nitf><body/></nitf>", "no text"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--", "HTML part"),
        (b'{"a": 1}', "JSON"),
        (b"PK\x03\x04 broken", "zip"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>Talks end</text></svg>", "XML"),
        (b"bplist00 WebMainResource", "broken .webarchive"),
    ],
)
def test_what_holds_no_article_says_so(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        nk.load_article(data)


def test_hostile_xml_fetches_nothing() -> None:
    bomb = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    data = NITF.replace("<nitf", bomb + "<nitf", 1).replace(NEXT, NEXT + "&a;")
    assert "root:" not in nk.load_article(data.encode()).text


def test_from_html_is_load_article() -> None:
    assert Article.from_html(HTML).text == nk.load_article(HTML.encode()).text == BODY


def test_tables_of_a_word_file_are_read_where_they_stand() -> None:
    document = pytest.importorskip("docx").Document()
    document.add_paragraph("Talks end")
    placed = document.add_table(rows=1, cols=2)
    placed.cell(0, 0).text = LEAD
    placed.cell(0, 1).text = NEXT
    figures = document.add_table(rows=2, cols=2)
    for n, text in enumerate(("Year", "Visitors", "2020", "1,200")):
        figures.cell(n // 2, n % 2).text = text
    merged = document.add_table(rows=1, cols=2)
    merged.cell(0, 0).merge(merged.cell(0, 1)).text = LEAD
    document.add_paragraph(NEXT)
    out = io.BytesIO()
    document.save(out)
    lines = [line for line in nk.load_article(out.getvalue()).text.split("\n") if line]
    assert lines == [LEAD, NEXT, "Year Visitors", "2020 1,200", LEAD, NEXT]


def test_file_from_the_web_keeps_its_address_and_when_it_was_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url, then = "https://courier.example/talks.txt", datetime.now(UTC).isoformat()
    data = as_bytes("plain text")
    monkeypatch.setitem(FETCHER.pages, url, Fetched(data, url, "utf-8", then))
    article = nk.load_article(url)
    assert article.url == url
    assert article.provenance
    assert article.provenance.retrieved == then


def test_empty_string_is_no_folder() -> None:
    with pytest.raises(EmptyText, match="empty string"):
        nk.load_article("")


def test_head_of_a_mail_file_is_taken() -> None:
    head = "From: a@b.example\nSubject: Talks end\nDate: Wed, 23 Feb 2022 18:45:00 +0000\n"
    mime = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    article = nk.load_article(f"{head}{mime}{BODY}\n")
    assert (article.headline, article.text) == ("Talks end", BODY)
