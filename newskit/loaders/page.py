"""A web page in, an Article out: decoded, cleaned, extracted, described, judged."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from newskit import version
from newskit.article import Article, Provenance, Removed
from newskit.errors import EmptyText, InputError, UnsupportedSource
from newskit.loaders import jsonld, state_data
from newskit.loaders.byline import read_byline
from newskit.loaders.dateline import find_dateline
from newskit.loaders.extraction import Page, extract_body, words
from newskit.loaders.language import choose_language
from newskit.loaders.markup import clean_markup
from newskit.loaders.metadata import Metadata, read_metadata
from newskit.loaders.page_residue import find_notes, split_page
from newskit.loaders.verdict import PAYWALL, Sight, judge_page
from newskit.loaders.web_charset import decode_page
from newskit.normalise import normalise_text

LOADER = "HTML"
# Where scripts hold at least twice what the page shows, the page shows a part of it.
_FULLER = 2.0


@dataclass(frozen=True, slots=True)
class PageOptions:
    """How a page is read: under which address, how thoroughly, whether non-articles are refused."""

    url: str | None = None
    grade: str = "default"
    strict: bool = True
    charset: str | None = None  # of the HTTP header
    retrieved: str | None = None
    wrapped_in: str | None = None  # the kind of file that held the page


def read_page(
    given: str | bytes, *, source: str = "a page", options: PageOptions | None = None
) -> Article:
    """Read the article in a web page. Raises NotText, EmptyText, UnsupportedSource.

    >>> read_page("<h1>Talks end</h1><p>MOSCOW: The talks ended late on Wednesday.").text
    'The talks ended late on Wednesday.'
    """
    options = options or PageOptions()
    if isinstance(given, bytes):
        html, *charset = decode_page(given, header=options.charset)
        digest = hashlib.sha256(given).hexdigest()
    elif isinstance(given, str):
        html, charset = given, []
        digest = hashlib.sha256(given.encode("utf-8", "surrogatepass")).hexdigest()
    else:
        raise InputError(f"A page is a str or bytes; got {type(given).__name__}.")
    if not html.strip():
        raise EmptyText(f"There is nothing in {source}. Give a page with an article.")
    html = html.replace("\x00", "")  # at which some parsers stop
    provenance = Provenance(
        source=source,
        loader=LOADER,
        loader_version=version(),
        sha256=digest,
        charset=charset[0] if charset else None,
        charset_origin=charset[1] if charset else None,
        retrieved=options.retrieved,
    )
    return _read(html, provenance, options)


def _read(html: str, provenance: Provenance, options: PageOptions) -> Article:
    page = Page(clean_markup(html), options.url)
    records = jsonld.read_records(page.markup.data)
    thorough = options.grade != "fast"
    found = read_metadata(page, jsonld.read_facts(records), thorough=thorough)
    text, reader = _find_text(page, records, found, options)
    lines, removed = split_page(text, _titles(page, found), page.tree)
    if found.fields.get("paywalled") and options.strict:
        lines, removed = _take_sales_lines(lines, removed)
    if options.strict or not lines:
        _refuse(_look(page, records, found, "\n".join(lines)), provenance.source)
    provenance = replace(
        provenance,
        loader=f"{options.wrapped_in or LOADER} ({options.grade}: {reader})",
        changes=provenance.changes + page.markup.changes,
    )
    return _build(lines, removed, found, provenance)


def _find_text(
    page: Page, records: Sequence[jsonld.Record], found: Metadata, options: PageOptions
) -> tuple[str, str]:
    """Return the text of the article from what the page shows, or from what its scripts hold."""
    text, reader = extract_body(page, grade=options.grade)
    if found.fields.get("paywalled"):  # what a wall hides stays hidden
        return text, reader
    for other, name in (
        (jsonld.article_body(records), "JSON-LD"),
        (state_data.find_story(page.markup.state), "page state"),
    ):
        if len(words(other)) > max(_FULLER * len(words(text)), 30):
            text, reader = other, name
    return text, reader


def _titles(page: Page, found: Metadata) -> list[str]:
    others = [value for name, value, _ in found.conflicts if name == "headline"]
    title = page.tree.findtext(".//title") or ""
    return [found.fields.get("headline", ""), title, *others]


def _take_sales_lines(lines: list[str], removed: list[Removed]) -> tuple[list[str], list[Removed]]:
    sales = [line for line in lines if PAYWALL.search(line)]
    taken = [Removed(line, "paywall", lines.index(line) + 1) for line in sales]
    return [line for line in lines if line not in sales], removed + taken


def _look(page: Page, records: Sequence[jsonld.Record], found: Metadata, body: str) -> Sight:
    tree = page.tree
    kinds = tree.xpath("//meta[@property='og:type']/@content")
    addresses = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    address = next(iter(addresses), page.url or "")
    return Sight(
        title=" ".join((tree.findtext(".//title") or found.fields.get("headline") or "").split()),
        body=body,
        shown=" ".join(tree.text_content().split()),
        paywalled=found.fields.get("paywalled"),
        is_article="article" in kinds or bool(jsonld.find_article(records)),
        is_front=address.count("/") in (2, 3) and address.rstrip("/").count("/") == 2,
        n_scripts=page.markup.n_scripts,
        n_teasers=len(tree.xpath("//h2//a | //h3//a | //a//h2 | //a//h3")),
    )


def _refuse(seen: Sight, source: str) -> None:
    verdict = judge_page(seen)
    words_found = f"{seen.n_words:,} words that could be an article"
    if verdict:
        raise UnsupportedSource(
            f"{source} is {verdict.name}, not an article: its title is {seen.title[:80]!r}, and it "
            f"shows {words_found}. {verdict.advice}"
            + (" To keep what there is: Article.from_html(…, strict=False)." if seen.body else "")
        )
    if not seen.body:
        raise EmptyText(
            f"There is no article in {source}: its title is {seen.title[:80]!r}, and it shows "
            f"{len(words(seen.shown)):,} words, none in paragraphs. Save the article's own page."
        )


def _build(
    lines: list[str], removed: list[Removed], found: Metadata, provenance: Provenance
) -> Article:
    dateline = find_dateline(lines[0])
    if dateline:
        lines = [lines[0][len(dateline.text) :].lstrip(), *lines[1:]]
    text, changes = normalise_text("\n".join(lines))
    provenance = replace(provenance, changes=provenance.changes + changes)
    byline = next((item.text for item in removed if item.rule == "byline"), None)
    fields = dict(found.fields)
    origins = dict(found.origins)
    if byline and not fields.get("authors") and (names := read_byline(byline)):
        fields["authors"], origins["authors"] = names, "line above the body"
    language = choose_language(text, fields.get("language"), origins.get("language"))
    if language:
        if fields.get("language") not in (None, language[0]):
            found.conflicts.append(("language", fields["language"], origins["language"]))
        fields["language"], origins["language"] = language
    if dateline:
        origins["dateline"] = "first paragraph"
    return Article(
        text=text,
        dateline=dateline,
        byline=byline,
        removed=tuple(removed),
        provenance=provenance,
        origins=tuple(sorted(origins.items())),
        conflicts=tuple(found.conflicts),
        notes=find_notes(lines),
        **_known(fields),
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that an Article has; a change that is no later than the piece is none."""
    if str(fields.get("modified", "~"))[:16] == str(fields.get("published", ""))[:16]:
        fields.pop("modified", None)
    return fields
