"""What a page says of its article around it: tags, titles, byline and time elements.

:func:`read_head` asks the parsed page; :func:`scan_head` finds the same by patterns, without a
parser, in a tenth of the time. The patterns see the first of each kind only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from newskit.loaders.extraction import Page

# Commenters have names too.
_OUTSIDE = "[not(ancestor-or-self::*[contains(@class,'comment') or contains(@id,'comment')])]"
_BYLINE_PLACES = tuple(
    place + _OUTSIDE
    for place in (
        "//*[@rel='author' or @itemprop='author' or contains(@class,'byline-name')"
        " or contains(@class,'byline__name') or contains(@class,'author-name')"
        " or contains(@class,'author__name') or contains(@class,'author_name')]",
        "//*[contains(@class,'byline') or contains(@class,'Byline')]",
    )
)
_BYLINE_MARKS = (
    'rel="author"', "byline-name", "byline__name", "author-name", "author__name", "byline",
)  # fmt: skip
_LONGEST_BYLINE = 80
_APART = ("br", "div", "p", "small", "strong")  # in a heading, they end a word
_DATE_TAG = "article:published_time"
_TIMES = "//article//time[@datetime] | //h1/following::time[@datetime]"
_TIME_LABEL = "preceding::text()[normalize-space()][1]"
_CHANGE = re.compile(r"\b(?:updated|amended|corrected|modified|revised)\b\W*(?:on\W*)?$", re.I)
_TAG = re.compile(r"<[^<>]*>")
_META = re.compile(r"<meta\s([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_LINK = re.compile(r"<link\s[^<>]*\brel=[\"']?canonical\b[^<>]*>", re.IGNORECASE)
_TEASER = re.compile(r"<h[23]\b[^<>]*>\s*<a\b|<a\b[^<>]*>\s*<h[23]\b")


@dataclass(frozen=True, slots=True)
class Head:
    """The places of a page where its news record is looked for."""

    tags: dict[str, str] = field(default_factory=dict)  # name of a meta tag, lower-case → content
    title: str = ""
    headings: tuple[str, ...] = ()  # the texts of its h1 elements
    canonical: str | None = None
    language: str | None = None
    bylines: tuple[str, ...] = ()
    time: str | None = None
    n_teasers: int = 0  # headlines that are links


def read_head(page: Page) -> Head:
    """Return the head of a parsed page."""
    tree = page.tree
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        _add_tag(tags, dict(tag.attrib))
    marked = tree.xpath(
        "(//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content)[1]"
    )
    times = marked or [time.get("datetime") for time in tree.xpath(_TIMES)[:4]
                       if not _CHANGE.search(" ".join(time.xpath(_TIME_LABEL)))]  # fmt: skip
    return Head(
        tags=tags,
        title=" ".join((tree.findtext(".//title") or "").split()),
        headings=tuple(_heading_text(h1) for h1 in tree.iter("h1")),
        canonical=next(iter(tree.xpath("//link[@rel='canonical']/@href")), None),
        language=tree.get("lang") or tree.get("xml:lang"),
        bylines=_read_bylines(tree),
        time=times[0] if times else None,
        n_teasers=len(tree.xpath("//h2//a | //h3//a | //a//h2 | //a//h3")),
    )


def _add_tag(tags: dict[str, str], given: dict[str, str]) -> None:
    keys = ("property", "name", "itemprop", "http-equiv")
    name = next((given[key] for key in keys if given.get(key)), "")
    content = given.get("content", "").strip()
    if name and content:
        tags.setdefault(name.lower(), content)


def _read_bylines(tree: Any) -> tuple[str, ...]:  # noqa: ANN401 - an lxml element
    for place in _BYLINE_PLACES:
        texts = [" ".join(" ".join(x.itertext()).split()) for x in tree.xpath(place)[:6]]
        found = tuple(dict.fromkeys(text for text in texts if 4 < len(text) < _LONGEST_BYLINE))
        if found:
            return found
    return ()


def _heading_text(element: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the text of a heading; line breaks and blocks in it are spaces."""
    from lxml import etree

    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts += [" " if node.tag in _APART else "", node.text or ""]
        elif node is not element:
            parts += [" " if node.tag in _APART else "", node.tail or ""]
    return " ".join("".join(parts).split())


def scan_head(html: str, *, known: Collection[str] = ()) -> Head:
    """Return the head of a page that is not parsed, without what is ``known`` from elsewhere.

    >>> scan_head("<html lang=en><title>Talks end</title><h1>Talks <br>end</h1>").headings
    ('Talks end',)
    """
    end = html.find("<body")
    top = html[: end if end > 0 else 200_000]
    tags: dict[str, str] = {}
    # Old pages set them in the body; what stands there beside JSON-LD is of other things.
    for match in _META.finditer(top if known else html):
        _add_tag(tags, _attributes(match[1]))
    link = _LINK.search(top)
    root = re.search(r"<html\b[^<>]*>", top[:20_000], re.IGNORECASE)
    return Head(
        tags=tags,
        title=next(_inner(html, "title", 400), ""),
        headings=tuple(_inner(html, "h1", 2_000)),
        canonical=_attributes(link[0]).get("href") if link else None,
        language=_attributes(root[0]).get("lang") if root else None,
        # What the tags say need not be looked for in the text.
        bylines=() if "author" in tags or "authors" in known else _scan_bylines(html),
        time=None if _DATE_TAG in tags or "published" in known else _scan_time(html),
        n_teasers=0 if tags.get("og:type") == "article" or known else len(_TEASER.findall(html)),
    )


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}


def _inner(html: str, name: str, longest: int) -> Iterator[str]:
    """Yield the texts of the elements of a name that hold no more than so many characters."""
    at = html.find(f"<{name}")
    while at >= 0:
        begin = html.find(">", at) + 1
        end = html.find(f"</{name}", begin, begin + longest)
        if begin and end > 0 and not html[at + len(name) + 1].isalnum():
            text = _TAG.sub(lambda tag: " " if tag[0].strip("</> ") in _APART else "",
                            html[begin:end])  # fmt: skip
            yield " ".join(unescape(text).split())
        at = html.find(f"<{name}", at + 1)


def _scan_bylines(html: str) -> tuple[str, ...]:
    body = html.find("<body")
    for mark in _BYLINE_MARKS:
        at = html.find(mark, body)
        begin = html.find(">", at) + 1
        if at < 0 or not begin or html.rfind("<", 0, at) < html.rfind(">", 0, at):
            continue
        ends = r"</(?:div|p|li|address|section|header" + ("" if mark == "byline" else "|a|span")
        inner = re.split(ends + r")\b", html[begin : begin + 600])[0]
        text = " ".join(unescape(_TAG.sub(" ", inner)).split())
        if 4 < len(text) < _LONGEST_BYLINE:
            return (text,)
    return ()


def _scan_time(html: str) -> str | None:
    at = html.find("datePublished")
    for start in (html.rfind("<", 0, at) if at > 0 else -1, html.find("<time", html.find("<h1"))):
        tag = html[start : html.find(">", start)] if start >= 0 else ""
        before = _TAG.sub(" ", html[max(0, start - 120) : max(0, start)])
        found = {} if _CHANGE.search(before.rstrip()) else _attributes(tag)
        if date := found.get("datetime") or found.get("content"):
            return date
    return None
