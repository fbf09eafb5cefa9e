"""The news record of a page: each field from the first place that gives it, the others shown.

``CASCADE`` is the table that decides. The order of each row was set by how often each place was
right on 421 and 257 pages whose records people had checked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from newskit.loaders.extraction import Page, words
from newskit.loaders.metadata_forms import FORMS, NO_SECTIONS, to_moment
from newskit.loaders.page_head import Head
from newskit.loaders.page_title import is_outvoted, read_h1, strip_site
from newskit.loaders.people import clean_authors, credit_authors
from newskit.loaders.printed_date import to_iso

Facts = Mapping[str, Any]

# field → places, best first. h1 is what readers see as the headline; og:title is often cut or
# spiced for networks. The publisher's name for itself in og:site_name is shorter than in JSON-LD.
CASCADE: dict[str, tuple[str, ...]] = {
    "headline": ("h1", "JSON-LD", "meta tags", "title tag", "trafilatura", "outvoted h1"),
    "authors": ("JSON-LD", "meta tags", "byline element", "trafilatura"),
    "published": ("JSON-LD", "meta tags", "time element", "address", "htmldate"),
    "modified": ("JSON-LD", "meta tags"),
    "outlet": ("meta tags", "JSON-LD", "trafilatura", "address"),
    "section": ("JSON-LD", "meta tags", "trafilatura"),
    "language": ("html tag", "meta tags", "JSON-LD"),
    "url": ("canonical link", "meta tags", "JSON-LD", "given"),
    "paywalled": ("JSON-LD", "meta tags"),
}
# Worth the time of a slow reader where nobody else gave them.
_DATED = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?!\d)")
_LONG_PAGE, _MANY_TAGS = 2_000_000, 20_000  # characters; brackets
_PROSE = re.compile(r"<(p|figcaption|blockquote)\b[^>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_LONG_LINE = 80  # characters: "By Ann Lee, Staff Writer, published on 19 November 2019 at 10:00"
# A change printed apart: "<span>Updated</span> <time …>15 May 2024</time>"
_CHANGED = re.compile(
    r"(>[^<>]{0,60}?)\b(?:updated|amended|corrected|modified|revised)\b"
    r"(?:(?!published)[^<>]){0,120}(?:(?:</?(?:span|b|strong|em|i)\b[^<>]*>\s*)*<time\b[^<>]*>[^<>]*)?",
    re.IGNORECASE,
)
# New Year's Day, which htmldate also takes for a year alone.
_NEW_YEAR = (
    r"{year}-?01-?01|\b0?1[./]0?1[./]{year}|jan\w*\.? 0?1,? {year}|\b0?1\.? jan\w*\.? {year}"
)
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


@dataclass
class Metadata:
    """The fields found, where each was found, and what other places said instead."""

    fields: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)


def read_metadata(page: Page, head: Head, linked: Facts, *, thorough: bool = True) -> Metadata:
    """Return the news record of ``page``; ``linked`` is what its JSON-LD gives.

    ``thorough`` asks the slow readers for what no other place gives.
    """
    places: dict[str, Facts] = {
        "JSON-LD": linked,
        "meta tags": _read_meta(head.tags),
        "canonical link": {"url": head.canonical},
        "html tag": {"language": head.language},
        "byline element": {"authors": head.bylines},
        "time element": {"published": head.time},
        "given": {"url": page.url},
        "address": {
            "outlet": _host(page.url),
            "published": _address_date(page.url or head.canonical),
        },
    }
    _weigh_outlets(places)
    places |= _read_titles(head, places, page.raw)
    found = _decide(places)
    if thorough and "published" not in found.fields:
        _decide({"htmldate": {"published": _by_htmldate(page)}}, found)
    if thorough and not set(found.fields) >= _WANTED:
        _decide({"trafilatura": _by_trafilatura(page)}, found)
    return _drop_early_change(found)


def _drop_early_change(found: Metadata) -> Metadata:
    """Drop a change before the publication: it is of the draft."""
    published, modified = (found.fields.get(name) for name in ("published", "modified"))
    if published and modified and to_moment(modified) < to_moment(published):
        place = found.origins.pop("modified")
        found.conflicts.append(("modified", found.fields.pop("modified"), place))
    return found


def _read_titles(head: Head, places: Mapping[str, Facts], raw: str) -> dict[str, Facts]:
    """Return what the h1 and the window say, and the other titles without the site's name."""
    linked, meta = places["JSON-LD"], places["meta tags"]
    outlet = meta.get("outlet") or linked.get("outlet")
    titles = tuple(strip_site(facts.get("headline"), outlet) for facts in (linked, meta))
    window = strip_site(head.title, outlet, short=True)
    sites = [outlet, *re.split(r"\s+[|–—·»-]\s+", head.title)[1:]]
    h1 = read_h1(head.headings, [*titles, window], sites, raw)
    lost = h1 is not None and is_outvoted(h1, titles[0], titles[1], window)
    return {
        "JSON-LD": {**linked, "headline": titles[0]},
        "meta tags": {**meta, "headline": titles[1]},
        "title tag": {"headline": window},
        "outvoted h1" if lost else "h1": {"headline": h1},
    }


def _weigh_outlets(places: dict[str, Facts]) -> None:
    """Where only JSON-LD's publisher is the name of the address, it goes first."""
    meta, linked = places["meta tags"], places["JSON-LD"]
    host = places["address"].get("outlet") or _host(places["canonical link"].get("url"))
    names = [str(facts.get("outlet") or "") for facts in (meta, linked)]
    if host and all(names) and [_names_host(name, host) for name in names] == [False, True]:
        places["meta tags"] = {**meta, "outlet": names[1]}


def _names_host(name: str, host: str) -> bool:
    """Whether a name is that of an address, whole or by its initials."""
    label = max(host.split("."), key=len)
    plain = "".join(words(name)).removeprefix("the")
    initials = "".join(word[0] for word in words(name))
    short = plain in label if len(plain) > 2 else plain == label
    return label in plain or short or (label.startswith(initials) and len(initials) > 1)


def _decide(places: Mapping[str, Facts], found: Metadata | None = None) -> Metadata:
    """Take each field from the first place in its row of CASCADE that gives a usable value."""
    found = found or Metadata()
    named = (places.get(place, {}).get("outlet") for place in CASCADE["outlet"])
    outlet = found.fields.get("outlet") or next(filter(None, named), None)
    for name, order in CASCADE.items():
        for place in order:
            value = _usable(name, places.get(place, {}).get(name), outlet, place)
            if value in (None, "", ()):
                continue
            if name not in found.fields:
                found.fields[name], found.origins[name] = value, place
            elif (name, place) != ("outlet", "address") and not _same(
                name, value, found.fields[name]
            ):
                shown = ", ".join(value) if isinstance(value, tuple) else str(value)
                found.conflicts.append((name, shown, place))
    return found


def _usable(name: str, value: Any, outlet: str | None, place: str) -> Any:  # noqa: ANN401
    """Return the value in the form that the article keeps, or None where it is no such thing."""
    if value is None or isinstance(value, bool):
        return value
    if name == "authors":
        given = [value] if isinstance(value, str) else value
        if place != "trafilatura":
            return credit_authors(given, outlet=outlet)
        # It takes any words behind "by": only what looks like a whole name is kept.
        return tuple(one for one in clean_authors(given, outlet=outlet) if " " in one)
    text = " ".join(str(value).split())
    if name == "headline" and (text.lower() in NO_SECTIONS or words(text) == words(outlet or "")):
        return None
    return FORMS.get(name, str)(text) or None


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


def _read_meta(tags: Mapping[str, str]) -> dict[str, Any]:
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


def _address_date(url: str | None) -> str | None:
    """Return the date that an address holds, as /2019/11/19/ or /2019/nov/19/."""
    match = _DATED.search(url or "")
    if not match:
        return None
    year, month, day = match.groups()
    given = f"{year}-{month:0>2}-{day:0>2}" if month.isdigit() else f"{day} {month} {year}"
    return to_iso(given)


def _by_htmldate(page: Page) -> str | None:
    """Return the date that htmldate finds outside of the prose, where it is printed whole.

    It would take the year of a building, or of the copyright, for that of the publication.
    """
    from htmldate import find_date

    given: Any = page.raw  # dates stand in scripts and comments too
    # What had to be cut for other parsers would hold up this one too.
    harmless = 0 < len(given) < _LONG_PAGE and not page.markup.changes
    if harmless and given.count("<") < _MANY_TAGS and given.count("<p>") <= given.count("</p>"):
        given = _PROSE.sub(lambda found: "" if _is_prose(*found.groups()) else found[0], given)
        given = _CHANGED.sub(r"\1", given)
    else:
        given = copy(page.tree)
        for element in list(given.iter("p", "figcaption", "blockquote")):
            if _is_prose(element.tag, element.text_content()):
                element.drop_tree()
    date: str | None = find_date(given, url=page.url, original_date=True)
    if date and date.endswith("-01-01"):
        day = re.compile(_NEW_YEAR.format(year=date[:4]), re.IGNORECASE)
        return date if day.search(page.raw) else None
    return date


def _is_prose(tag: str, text: str) -> bool:
    return tag.lower() == "figcaption" or len(re.sub(r"<[^>]*>", "", text).strip()) > _LONG_LINE


def _by_trafilatura(page: Page) -> dict[str, Any]:
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
