"""Articles to files that other newsrooms read: ninjs, NITF, NewsML-G2, and newskit's own JSON.

Each row of ``WRITERS`` has a loader of the same name, which reads back what was written.
"""

from __future__ import annotations

import dataclasses
import json
import os
import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newskit.article import Article, as_article
from newskit.errors import NewskitError, UnknownName
from newskit.loaders.dateline import find_dateline

# What tells how the article was read, not what it is; a line of the text may be parted otherwise
_ACCOUNT = ("text", "removed", "provenance", "origins", "conflicts")
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEWSML = "http://iptc.org/std/nar/2006-10-01/"
_XHTML = "http://www.w3.org/1999/xhtml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: its name (that of its loader), how its files end, what makes their bytes."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Article], bytes]


def write_article(
    article: Article | str,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,  # noqa: A002
) -> Path:
    """Write an article to a file that ``load_article`` and other programs read; return its path.

    The end of the name says the format: ``.json`` (newskit's own, everything kept),
    ``.ninjs.json``, ``.nitf.xml``, ``.newsml.xml`` (the IPTC's, the news record kept); or
    ``format`` names a row of ``WRITERS``. A file of that name is replaced. Warns of what the
    format does not give back. Raises UnknownName.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = write_article(Article("They ended late."), folder + "/talks.ninjs.json")
    >>> written.name
    'talks.ninjs.json'
    """
    target = Path(path).expanduser()
    writer, given = find_writer(target.name, format), as_article(article)
    target.write_bytes(writer.write(given))
    if writer.write is not _write_own and (lost := _find_lost(given, target, writer.name)):
        warnings.warn(
            f"{writer.name} does not give all of this article back as it is: {', '.join(lost)}. "
            "newskit's own .json keeps everything.",
            stacklevel=2,
        )
    return target


def _find_lost(article: Article, path: Path, name: str) -> list[str]:
    """Return the fields of the news record that are not read back as they were written."""
    from newskit.loaders.dispatch import load_article

    try:
        again = load_article(path, format=name)
    except NewskitError:
        return ["text"]
    fields = [field.name for field in dataclasses.fields(article) if field.name not in _ACCOUNT]
    known = [field for field in fields if getattr(article, field) not in (None, (), "")]
    return [field for field in known if getattr(again, field) != getattr(article, field)]


def find_writer(name: str, format: str | None = None) -> Writer:  # noqa: A002
    """Return the row of WRITERS for a file name, or the one named. Raises UnknownName."""
    for writer in WRITERS:
        if format is not None and writer.name.lower() == format.lower():
            return writer
        if format is None and name.lower().endswith(writer.suffixes):
            return writer
    if format is not None:
        raise UnknownName.among("format to write", format, [writer.name for writer in WRITERS])
    known = [suffix for writer in WRITERS for suffix in writer.suffixes]
    raise UnknownName.among("format to write for the end of the name", name, known)


def _write_own(article: Article) -> bytes:
    return json.dumps(article.to_dict(), ensure_ascii=False, indent=1).encode()


def _write_ninjs(article: Article) -> bytes:
    return json.dumps(to_ninjs(article), ensure_ascii=False, indent=1).encode()


def to_ninjs(article: Article) -> dict[str, Any]:
    """Return the article as a ninjs 1.3 item; ``read_ninjs`` reads it back.

    >>> to_ninjs(Article(text="They ended late.", headline="Talks end"))["headline"]
    'Talks end'
    """
    record = {
        "uri": article.url or _name(article),
        "type": "text",
        "mimetype": "text/plain",
        "headline": article.headline,
        "description_standfirst": article.standfirst,
        "slugline": article.slug,
        "byline": article.byline,
        "people": [{"name": name, "rel": "author"} for name in article.authors],
        "firstcreated": article.published,
        "versioncreated": article.modified or article.published,
        "located": article.dateline.place if article.dateline else None,
        "source": article.outlet,
        "subject": [{"name": article.section}] if article.section else None,
        "language": article.language,
        "copyrightnotice": article.rights,
        "body_text": "\n".join(_paragraphs(article)),
    }
    return {name: value for name, value in record.items() if value}


def _name(article: Article) -> str:
    return f"urn:newskit:{re.sub(r'[^a-z0-9]+', '-', (article.slug or 'article').lower())}"


def _paragraphs(article: Article) -> list[str]:
    """Return the paragraphs, the first with the dateline where it would be found again."""
    lines = [line for line in article.text.split("\n") if line.strip()]
    if article.dateline:
        opened = f"{article.dateline.text} {lines[0].lstrip()}"
        if find_dateline(opened) == article.dateline:
            lines[0] = opened
    return lines


def _write_nitf(article: Article) -> bytes:
    """Return a NITF 3.6 document."""
    root = _element("nitf", **{_LANG: article.language})
    head = _add(root, "head")
    _add(head, "title", article.headline)
    for name in article.authors:
        _add(head, "meta", name="author", content=name)
    data = _add(head, "docdata")
    _add(data, "doc-id", **{"id-string": article.url or _name(article)})
    _add(data, "date.issue", norm=article.published)
    _add(data, "date.release", norm=article.modified)
    _add(data, "du-key", key=article.slug)
    _add(head, "pubdata", name=article.outlet, **{"position.section": article.section})
    body = _add(root, "body")
    top = _add(body, "body.head")
    titles = _add(top, "hedline")
    _add(titles, "hl1", article.headline)
    _add(titles, "hl2", article.standfirst)
    _add(top, "rights", article.rights)
    _add(top, "byline", article.byline)
    if article.dateline:
        _add(_add(top, "dateline"), "location", article.dateline.place)
    _add_all(_add(body, "body.content"), "p", _paragraphs(article))
    return _to_bytes(root)


def _write_newsml(article: Article) -> bytes:
    """Return a NewsML-G2 news item with its text as XHTML."""
    known = {"guid": article.url or _name(article), "standard": "NewsML-G2", "version": "1"}
    root = _element(f"{{{_NEWSML}}}newsItem", standardversion="2.33", conformance="power", **known)
    _add(_add(root, "rightsInfo"), "copyrightNotice", article.rights)
    meta = _add(root, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    _add(_add(meta, "provider"), "name", article.outlet)
    _add(meta, "versionCreated", article.modified or article.published)
    content = _add(root, "contentMeta")
    _add(content, "contentCreated", article.published)
    _add(content, "contentModified", article.modified)
    for name in article.authors:
        _add(_add(content, "creator"), "name", name)
    _add(content, "language", tag=article.language)
    if article.section:
        _add(_add(content, "subject"), "name", article.section)
    _add(content, "slugline", article.slug)
    _add(content, "headline", article.headline)
    if article.dateline:
        _add(content, "dateline", article.dateline.place or article.dateline.text)
    _add(content, "by", article.byline)
    _add(content, "description", article.standfirst, role="drol:summary")
    inline = _add(_add(root, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
    page = _add(inline, f"{{{_XHTML}}}html")
    _add(_add(page, "head"), "title", article.headline)
    _add_all(_add(page, "body"), "p", _paragraphs(article))
    return _to_bytes(root)


def _element(tag: str, /, **attributes: str | None) -> Any:  # noqa: ANN401 - an lxml element
    from lxml import etree

    space = {None: tag[1:].split("}")[0]} if tag.startswith("{") else None
    known = {key: _NOT_XML.sub("", value) for key, value in attributes.items() if value}
    return etree.Element(tag, known, nsmap=space)


def _add(
    parent: Any,  # noqa: ANN401 - an lxml element
    tag: str,
    text: str | None = "",
    /,
    **attributes: str | None,
) -> Any:  # noqa: ANN401
    """Add an element, in its parent's namespace; one that would say nothing is left out."""
    if text is None or (attributes and not any(attributes.values())):
        return None
    space = re.match(r"\{[^}]*\}", parent.tag)
    full = tag if tag.startswith("{") or not space else space[0] + tag
    element = _element(full, **attributes)
    element.text = _NOT_XML.sub("", text) or None
    parent.append(element)
    return element


def _add_all(parent: Any, name: str, texts: Iterable[str]) -> None:  # noqa: ANN401
    for text in texts:
        _add(parent, name, text)


def _to_bytes(root: Any) -> bytes:  # noqa: ANN401 - an lxml element
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


# The longer ends first: a ninjs file ends in .json too.
WRITERS: tuple[Writer, ...] = (
    Writer("ninjs", (".ninjs.json", ".ninjs"), _write_ninjs),
    Writer("NITF", (".nitf.xml", ".nitf"), _write_nitf),
    Writer("NewsML-G2", (".newsml.xml", ".newsml"), _write_newsml),
    Writer("newskit JSON", (".json",), _write_own),
)
