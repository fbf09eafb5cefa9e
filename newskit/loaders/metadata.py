"""The news record of a page: each field from the first place that gives it, the others shown.

``CASCADE`` is the table that decides. The order of each row was set by how often each place was
right on 421 and 257 pages whose records people had checked.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from newskit.loaders.byline import parse_date
from newskit.loaders.extraction import Page, words
from newskit.loaders.people import clean_authors

Facts = Mapping[str, Any]

# field → places, best first. h1 is what readers see as the headline; og:title is often cut or
# spiced for networks. The publisher's name for itself in og:site_name is shorter than in JSON-LD.
CASCADE: dict[str, tuple[str, ...]] = {
    "headline": ("h1", "JSON-LD", "meta tags", "title tag", "trafilatura"),
    "authors": ("JSON-LD", "meta tags", "byline element", "trafilatura"),
    "published": ("JSON-LD", "meta tags", "time element", "htmldate"),
    "modified": ("JSON-LD", "meta tags"),
    "outlet": ("meta tags", "JSON-LD", "trafilatura", "address"),
    "section": ("JSON-LD", "meta tags", "trafilatura"),
    "language": ("html tag", "meta tags", "JSON-LD"),
    "url": ("canonical link", "meta tags", "JSON-LD", "given"),
    "paywalled": ("JSON-LD", "meta tags"),
}
# Worth the time of a slow reader where nobody else gave them.
_WANTED = {"authors", "headline"}

# field → names of meta tags, best first
META_NAMES: dict[str, str] = {
    "headline": "og:title twitter:title parsely-title sailthru.title dc.title dcterms.title",
    "authors": "author article:author byl parsely-author sailthru.author dc.creator "
    "dcterms.creator cxenseparse:author citation_author",
    "published": "article:published_time og:article:published_time datepublished "
    "parsely-pub-date pubdate publishdate publish-date publication_date sailthru.date "
    "dc.date.issued dcterms.created dc.date date article.published cxenseparse:recs:publishtime",
    "modified": "article:modified_time og:updated_time datemodified lastmod last-modified "
    "dcterms.modified article.updated",
    "outlet": "og:site_name application-name dc.publisher cre",
    "section": "article:section section parsely-section sailthru.section cxenseparse:recs:category",
    "language": "content-language language dc.language og:locale",
    "url": "og:url twitter:url parsely-link",
}
_BYLINE_PLACES = (
    "//*[@rel='author' or @itemprop='author' or contains(@class,'byline-name')"
    " or contains(@class,'author-name') or contains(@class,'author__name')]",
    "//*[contains(@class,'byline') or contains(@class,'Byline')]",
)
_SITE_SUFFIX = re.compile(r"(.+?)\s+(?:[|–—·»:-]|::)\s+([^|–—]{2,50})$")


@dataclass
class Metadata:
    """The fields found, where each was found, and what other places said instead."""

    fields: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)


def read_metadata(page: Page, linked: Facts, *, thorough: bool = True) -> Metadata:
    """Return the news record of ``page``; ``linked`` is what its JSON-LD gives.

    ``thorough`` asks the slow readers for what no other place gives.
    """
    meta = _read_meta(page)
    places: dict[str, Facts] = {
        "JSON-LD": linked,
        "meta tags": meta,
        "h1": {},
        "canonical link": {"url": _canonical(page)},
        "html tag": {"language": page.tree.get("lang") or page.tree.get("xml:lang")},
        "byline element": {"authors": _byline_elements(page)},
        "time element": {"published": _time_element(page)},
        "given": {"url": page.url},
        "address": {"outlet": _host(page.url)},
    }
    title = _title_tag(page, linked.get("outlet") or meta.get("outlet"))
    places["title tag"] = {"headline": title}
    places["h1"] = {
        "headline": _agreeing_h1(page, [linked.get("headline"), meta.get("headline"), title])
    }
    found = _decide(places)
    if thorough and "published" not in found.fields:
        _decide({"htmldate": {"published": _by_htmldate(page)}}, found)
    if thorough and not set(found.fields) >= _WANTED:
        _decide({"trafilatura": _by_trafilatura(page)}, found)
    return found


def _decide(places: Mapping[str, Facts], found: Metadata | None = None) -> Metadata:
    """Take each field from the first place in its row of CASCADE that gives a usable value."""
    found = found or Metadata()
    outlet = found.fields.get("outlet") or next(
        (
            places[place]["outlet"]
            for place in CASCADE["outlet"]
            if places.get(place, {}).get("outlet")
        ),
        None,
    )
    for name, order in CASCADE.items():
        for place in order:
            value = _usable(name, places.get(place, {}).get(name), outlet)
            if value in (None, "", ()):
                continue
            if name not in found.fields:
                found.fields[name], found.origins[name] = value, place
            elif place != "address" and not _same(name, value, found.fields[name]):
                shown = ", ".join(value) if isinstance(value, tuple) else str(value)
                found.conflicts.append((name, shown, place))
    return found


def _usable(name: str, value: Any, outlet: str | None) -> Any:  # noqa: ANN401 - any field
    """Return the value in the form that the article keeps, or None where it is no such thing."""
    if value is None or isinstance(value, bool):
        return value
    if name == "authors":
        return clean_authors([value] if isinstance(value, str) else value, outlet=outlet)
    text = " ".join(str(value).split())
    return FORMS.get(name, str)(text) or None


def _form_date(text: str) -> str | None:
    """Return a date as ISO 8601; None for what is no date, or is still to come."""
    try:
        date = datetime.fromisoformat(text)
    except ValueError:
        text = parse_date(text) or ""
        try:
            date = datetime.fromisoformat(text)
        except ValueError:
            return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return text if datetime(1800, 1, 1, tzinfo=UTC) < aware < _tomorrow() else None


def _tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=2)


def _form_language(text: str) -> str | None:
    code = re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", text)
    return code[0].lower() if code else None


def _form_address(text: str) -> str | None:
    """Return a web address that leads to one page; the front page's is none."""
    return text if re.match(r"https?://[^/\s]+/[^/\s]", text) else None


FORMS: dict[str, Callable[[str], str | None]] = {
    "published": _form_date,
    "modified": _form_date,
    "language": _form_language,
    "url": _form_address,
}


def _same(name: str, a: Any, b: Any) -> bool:  # noqa: ANN401 - any field
    if name in ("published", "modified"):  # a day apart may be two zones' word for one moment
        days = datetime.fromisoformat(a[:10]) - datetime.fromisoformat(b[:10])
        return abs(days) <= timedelta(days=1)
    if name == "url":
        return str(a).split("://")[-1].rstrip("/") == str(b).split("://")[-1].rstrip("/")
    if isinstance(a, tuple) and isinstance(b, tuple):
        return {x.lower() for x in a} == {x.lower() for x in b}
    x, y = "".join(words(str(a))), "".join(words(str(b)))
    # The name of the site behind a headline, "The" before an outlet: the same, said longer.
    return x.startswith(y) or y.startswith(x) or x.endswith(y) or y.endswith(x)


def _read_meta(page: Page) -> dict[str, Any]:
    tags: dict[str, str] = {}
    for tag in page.tree.iter("meta"):
        name = (
            tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv")
        )
        content = (tag.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.lower(), content)
    facts: dict[str, Any] = {}
    for field_name, names in META_NAMES.items():
        value = next((tags[name] for name in names.split() if name in tags), None)
        if value and not (field_name == "authors" and value.startswith("http")):
            facts[field_name] = value
    tier = tags.get("article:content_tier", "").lower()
    if tier:
        facts["paywalled"] = tier in ("locked", "metered")
    return facts


def _host(url: str | None) -> str | None:
    match = re.match(r"https?://(?:www\d?\.|m\.|amp\.)?([^/:?#]+)", url or "")
    return match[1] if match else None


def _canonical(page: Page) -> str | None:
    return next(iter(page.tree.xpath("//link[@rel='canonical']/@href")), None)


def _time_element(page: Page) -> str | None:
    dates = page.tree.xpath(
        "(//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content"
        " | //article//time/@datetime | //h1/following::time/@datetime)[1]"
    )
    return dates[0] if dates else None


def _byline_elements(page: Page) -> tuple[str, ...]:
    for place in _BYLINE_PLACES:
        texts = [" ".join(element.text_content().split()) for element in page.tree.xpath(place)[:6]]
        found = tuple(dict.fromkeys(text for text in texts if 4 < len(text) < 80))
        if found:
            return found
    return ()


def _title_tag(page: Page, outlet: str | None) -> str | None:
    """Return the title of the window without the name of the site behind it."""
    title = " ".join((page.tree.findtext(".//title") or "").split())
    match = _SITE_SUFFIX.match(title)
    if match and (likeness(match[2], outlet or "") > 0.3 or len(words(match[2])) <= 3):
        return match[1]
    return title or None


def _agreeing_h1(page: Page, others: list[str | None]) -> str | None:
    """Return the h1 that says what the other places say: some pages have the site's name there.

    Half the share of its words that they hold, half their likeness; 0.35 tells headlines from
    names of sites on the 421 pages that it was set on.
    """
    texts = [" ".join(h1.text_content().split()) for h1 in page.tree.iter("h1")]
    texts = [text for text in texts if 3 <= len(words(text)) <= 45]

    def agreement(text: str) -> float:
        return max(((_held(text, x) + likeness(text, x)) / 2 for x in others if x), default=0.0)

    best = max(texts, key=agreement, default=None)
    return best if best and (agreement(best) >= 0.35 or len(texts) == 1) else None


def likeness(a: str, b: str) -> float:
    """Return how many words two short texts share, from 0 to 1.

    >>> likeness("The Daily Paper", "Daily Paper")
    0.8
    """
    x, y = Counter(words(a)), Counter(words(b))
    return 2 * (x & y).total() / ((x.total() + y.total()) or 1)


def _held(text: str, by: str) -> float:
    known = set(words(by))
    found = words(text)
    return sum(word in known for word in found) / (len(found) or 1)


def _by_htmldate(page: Page) -> str | None:
    from copy import copy

    from htmldate import find_date

    date: str | None = find_date(copy(page.tree), url=page.url, original_date=True)
    return date


def _by_trafilatura(page: Page) -> dict[str, Any]:
    from copy import copy

    import trafilatura

    # It would look for the date as well; that is asked apart, and only where nobody gives it.
    dates = {"extensive_search": False, "original_date": True}
    found = trafilatura.extract_metadata(copy(page.tree), page.url, dates)
    return {
        "headline": found.title,
        "authors": tuple(name.strip() for name in (found.author or "").split(";")),
        "outlet": found.sitename,
        "section": next(iter(found.categories or []), None),
    }
