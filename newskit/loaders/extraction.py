"""The article's text out of a page: several extractors, and the one most like the others.

No extractor is best on every page, but they fail in different ways. The output that shares most
with the others (the medoid) beats each of them on all seven sets of pages that we measured;
voting by paragraph and learned choices did not do better. ``benchmarks/extraction.py`` prints it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from newskit.errors import EmptyText, MissingPackage, UnknownName
from newskit.loaders.markup import MANY_TAGS, Markup

# Letters of scripts that are written without spaces count one by one.
_WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0e7f\u3040-\u9fff]+")
_SPACE = re.compile(r"\s+")
_BLOCKS = (
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table td th tr ul"
).split()
# The length of shingle by which the extraction benchmark compares; shorter ones favour wordy
# outputs, longer ones see only exact copies.
_SHINGLE = 4
# Paragraphs of under this many characters say nothing about what is the article.
_SHORTEST = 25
# What is longer, in characters, is text: cells of figures and names are short.
_LONGEST_CELL = 200
# Rows of tables, as trafilatura prints them
_ROW = re.compile(r"^\|[ ](.*?)[ ]\|[ ]*$", re.MULTILINE)
_RULE = re.compile(r"^\|(?:---\|)+[ ]*\n", re.MULTILINE)

_NO_EXTRAS: Any = dict.fromkeys(
    ("alt_texts", "links", "form_fields", "noscript", "comments", "post_meta", "list_bullets"),
    False,
)

# A library that finds nothing says so to its log; newskit says it by an error of its own.
for _name in ("trafilatura", "htmldate", "newspaper", "readability", "pypdf"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Page:
    """A page as the extractors need it: its markup, and its tree, parsed once."""

    markup: Markup
    url: str | None = None
    raw: str = ""  # as it came: dates stand in scripts and comments too

    @cached_property
    def tree(self) -> Any:  # noqa: ANN401 - lxml has no types
        """The parsed page. Whoever changes it takes a copy."""
        from lxml import etree, html

        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        data = self.markup.html.encode("utf-8", "replace")
        try:
            tree = html.document_fromstring(data, parser=parser)
        except etree.ParserError as error:
            raise EmptyText(f"There is no element in this page: {error}.") from error
        _open_tables(tree)
        return tree


def _open_tables(tree: Any) -> None:  # noqa: ANN401 - an lxml element
    """Make blocks of the tables that only place text on the page: readers would print cells."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td", "th"))
        longest = max((len(cell.text_content()) for cell in cells), default=0)
        if longest > _LONGEST_CELL or next(table.iterdescendants("table"), None) is not None:
            for part in (table, *cells, *table.iter("tr", "tbody", "thead", "tfoot")):
                part.tag = "div"


def extract_body(page: Page, *, grade: str = "default") -> tuple[str, str]:
    """Return the text of the article in ``page`` and the extractor that gave it ("" for none).

    Raises UnknownName for a grade that does not exist, MissingPackage where "best" lacks its own.
    """
    if grade not in GRADES:
        raise UnknownName.among("grade", grade, GRADES)
    # The slower readers need more than a minute for such a page.
    names = GRADES[grade] if page.markup.n_tags <= MANY_TAGS else GRADES["fast"]
    found = [(name, EXTRACTORS[name](page)) for name in names]
    found = [(name, text) for name, text in found if text.strip()]
    if not found:
        return "", "none"
    if len(found) == 1:
        return found[0][::-1]
    return found[_medoid([text for _, text in found])][::-1]


def words(text: str) -> list[str]:
    """Return the words of a text, lower-case, as extractors are compared by them.

    >>> words("Talks end, 第二")
    ['talks', 'end', '第', '二']
    """
    return _WORD.findall(text.lower())


def _medoid(texts: Sequence[str]) -> int:
    """Return which text shares most with the others; the first of equals."""
    shingles = [_shingles(words(text)) for text in texts]
    likeness = [sum(_overlap(a, b) for b in shingles if b is not a) for a in shingles]
    return max(range(len(texts)), key=lambda i: likeness[i])


def _shingles(found: list[str]) -> frozenset[tuple[str, ...]]:
    last = max(len(found) - _SHINGLE + 1, 1)
    return frozenset(tuple(found[i : i + _SHINGLE]) for i in range(last))


def _overlap(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))


def block_text(tree: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the text of a tree, a line for a block. The tree is changed.

    >>> from lxml.html import fromstring
    >>> block_text(fromstring("<div><p>One <b>two</b></p><p>three</p></div>"))
    'One two\\nthree'
    """
    for element in tree.iter():
        if not isinstance(element.tag, str):
            element.text = None
            continue
        edge = "\n" if element.tag in _BLOCKS else ""
        element.text = edge + _SPACE.sub(" ", element.text or "")
        element.tail = edge + _SPACE.sub(" ", element.tail or "")
    lines = (line.strip() for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def _by_trafilatura(**options: Any) -> Callable[[Page], str]:  # noqa: ANN401 - its own
    def extract(page: Page) -> str:
        import trafilatura

        found = trafilatura.extract(page.tree, include_comments=False, **options)
        return _ROW.sub(lambda row: row[1].replace(" | ", "  "), _RULE.sub("", found or ""))

    return extract


def _by_readability(page: Page) -> str:
    from lxml import etree, html
    from trafilatura.readability_lxml import Document

    try:
        summary = Document(copy(page.tree), min_text_length=_SHORTEST).summary()
        return block_text(html.fromstring(summary)) if summary and summary.strip() else ""
    except (etree.LxmlError, ValueError, AttributeError):  # it finds no body in odd pages
        return ""


def _by_resiliparse(page: Page) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page.markup.html, main_content=True, **_NO_EXTRAS)


def visible_text(page: Page) -> str:
    """Return all text that a page shows, in one line."""
    from resiliparse.extract.html2text import extract_plain_text

    if page.markup.is_clean:
        return " ".join(page.tree.text_content().split())
    return " ".join(extract_plain_text(page.markup.html, **_NO_EXTRAS).split())


def _by_newspaper(page: Page) -> str:
    try:
        from newspaper import Article as Reader
    except ImportError as error:
        raise MissingPackage.for_extra("newspaper4k", "best") from error
    options: Any = {"fetch_images": False, "memorize_articles": False}
    # It guesses the language, and fails where it lacks that language's word splitter.
    for language in ({}, {"language": "en"}):
        reader = Reader(page.url or "https://example.org/", **(options | language))
        try:
            reader.download(input_html=page.markup.html)
            reader.parse()
        except (ImportError, LookupError):
            continue
        return str(reader.text or "")
    return ""


EXTRACTORS: dict[str, Callable[[Page], str]] = {
    "trafilatura, precise": _by_trafilatura(favor_precision=True),
    "trafilatura, fast": _by_trafilatura(fast=True),
    "readability": _by_readability,
    "resiliparse": _by_resiliparse,
    "newspaper4k": _by_newspaper,
}
# "fast" asks one reader and parses nothing else: the record comes from the tags and the JSON-LD by
# patterns; htmldate, trafilatura's metadata, the guess of the language where the page declares one
# and the search for teasers between paragraphs are left out. It takes a fifth of the time.
_DEFAULT = ("trafilatura, precise", "trafilatura, fast", "readability", "resiliparse")
GRADES: dict[str, tuple[str, ...]] = {
    "fast": ("resiliparse",),
    "default": _DEFAULT,
    "best": (*_DEFAULT, "newspaper4k"),
}
