"""A web page in, an Article out: decoded, cleaned, extracted, described, judged."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from newskit import version
from newskit.article import Article, Provenance, Removed
from newskit.errors import EmptyText, InputError, UnsupportedSource
from newskit.loaders import jsonld, state_data
from newskit.loaders.byline import read_byline
from newskit.loaders.dateline import find_dateline
from newskit.loaders.extraction import Page, extract_body, visible_text, words
from newskit.loaders.language import choose_language
from newskit.loaders.layout import ends_sentence
from newskit.loaders.markup import clean_markup, count_scripts, scan_markup
from newskit.loaders.metadata import Metadata, read_metadata
from newskit.loaders.page_head import Head, read_head, scan_head
from newskit.loaders.page_residue import find_notes, split_page
from newskit.loaders.printed_date import read_change
from newskit.loaders.verdict import SHORT, Sight, judge_page, names_wall
from newskit.loaders.web_charset import decode_page
from newskit.normalise import normalise_text

LOADER = "HTML"
# Where scripts hold at least twice what the page shows, the page shows a part of it.
_FULLER = 2.0
_LONG = 3_000  # characters; who reads more has not come to a wall
_MANY = 4  # times SHORT: a verdict asks for no more
_SURROGATE = re.compile("[\ud800-\udfff]")
_HALF = re.compile(r"(?i)\\ud(?:[89ab]..(?!\\ud[c-f])|(?<!\\ud[89ab]..\\ud)[c-f]..)")


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
    charset: list[str] = []
    if isinstance(given, bytes):
        data = given
        html, *charset = decode_page(given, header=options.charset)
    elif isinstance(given, str):
        data = given.encode("utf-8", "surrogatepass")
        html = given
    else:
        raise InputError(f"A page is a str or bytes; got {type(given).__name__}.")
    if not html.strip():
        raise EmptyText(f"There is nothing in {source}. Give a page with an article.")
    # At zeros some parsers stop, and at halves of characters.
    html = html.replace("\x00", "") if b"\x00" in data else html
    if isinstance(given, str) and b"\xed" in data:  # which every half begins with
        html = _SURROGATE.sub("\ufffd", html)
    provenance = Provenance(
        source=source,
        loader=LOADER,
        loader_version=version(),
        sha256=hashlib.sha256(data).hexdigest(),
        charset=charset[0] if charset else None,
        charset_origin=charset[1] if charset else None,
        retrieved=options.retrieved,
    )
    return _read(html, provenance, options)


def _read(html: str, provenance: Provenance, options: PageOptions) -> Article:
    fast = options.grade == "fast"
    page = Page(scan_markup(html) if fast else clean_markup(html), options.url, html)
    records = jsonld.read_records([_HALF.sub("\ufffd", one) for one in page.markup.data])
    linked = jsonld.read_facts(records)
    head = read_head(page) if page.markup.is_clean else scan_head(html, known=set(linked))
    found = read_metadata(page, head, linked, thorough=not fast)
    text, reader = _find_text(page, records, found, options)
    tree = page.tree if page.markup.is_clean else None
    lines, removed = split_page(text, _titles(head, found), tree)
    walled = sum(map(len, lines)) < _LONG and any(map(names_wall, lines[-2:]))
    if walled and "paywalled" not in found.fields:
        found.fields["paywalled"], found.origins["paywalled"] = True, "line below the text"
    if found.fields.get("paywalled") and options.strict:
        lines, removed = _take_sales_lines(lines, removed)
    if options.strict or not lines:
        seen = _look(page, head, found, "\n".join(lines))
        signed = "authors" in found.fields or {"byline", "date line"} & {r.rule for r in removed}
        is_article = seen.is_article or bool(jsonld.find_article(records))
        _refuse(replace(seen, is_article=is_article, is_signed=bool(signed)), provenance.source)
    if options.strict and _breaks_off(html):
        raise InputError(
            f"{provenance.source} breaks off in the middle, with {html[-40:]!r}. Save it again. "
            "To keep what there is: Article.from_html(…, strict=False)."
        )
    provenance = replace(
        provenance,
        loader=f"{options.wrapped_in or LOADER} ({options.grade}: {reader})",
        changes=provenance.changes + page.markup.changes,
    )
    return _build(lines, removed, found, provenance)


def _breaks_off(html: str) -> bool:
    """Whether a page ends within a tag or a sentence, before the end that pages are given."""
    end, small = html.rstrip(), html[-2_000:].lower()
    ended = (
        end.endswith(">") or "</body" in small or "</html" in small or "<html" not in html[:5_000]
    )
    return not ended and (end.rfind("<") > end.rfind(">") or not ends_sentence(end))


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
        # Counting words takes longer than counting letters, and as a rule there are too few.
        if len(other) > len(text) and len(words(other)) > max(_FULLER * len(words(text)), 30):
            text, reader = other, name
    return text, reader


def _titles(head: Head, found: Metadata) -> list[str]:
    others = [value for name, value, _ in found.conflicts if name == "headline"]
    return [found.fields.get("headline", ""), head.title, *head.headings, *others]


def _take_sales_lines(lines: list[str], removed: list[Removed]) -> tuple[list[str], list[Removed]]:
    sales = [line for line in lines if names_wall(line)]
    taken = [Removed(line, "paywall", lines.index(line) + 1) for line in sales]
    return [line for line in lines if line not in sales], removed + taken


def _look(page: Page, head: Head, found: Metadata, body: str) -> Sight:
    address = head.canonical or head.tags.get("og:url") or page.url or ""
    n_words = len(body.split())
    if n_words < _MANY * SHORT:  # words without blanks between them count too
        n_words = len(words(body))
    return Sight(
        title=head.title or found.fields.get("headline") or "",
        heading=head.headings[0] if head.headings else "",
        body=body,
        shown=visible_text(page) if n_words < SHORT else "",
        n_words=n_words,
        paywalled=found.fields.get("paywalled"),
        is_article=head.tags.get("og:type") == "article",
        is_front=address.count("/") in (2, 3) and address.rstrip("/").count("/") == 2,
        n_scripts=count_scripts(page.markup) if n_words < SHORT else 0,
        n_teasers=head.n_teasers,
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
    notes = find_notes(lines)
    dated = [*notes, *(item.text for item in removed if item.rule == "date line")]
    changed = max(filter(None, map(read_change, dated)), default=None)
    if changed and not fields.get("modified"):
        fields["modified"], origins["modified"] = changed, "line beside the text"
    language = choose_language(
        text,
        fields.get("language"),
        origins.get("language"),
        trust=provenance.loader.startswith(f"{LOADER} (fast"),
    )
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
        notes=notes,
        **_known(fields),
    )


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that an Article has; a change that is no later than the piece is none."""
    if str(fields.get("modified", "~"))[:16] == str(fields.get("published", ""))[:16]:
        fields.pop("modified", None)
    return fields
