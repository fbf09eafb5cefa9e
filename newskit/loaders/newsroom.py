"""Newsroom exchange formats of the IPTC: ninjs 1 to 3 (JSON), NITF and NewsML-G2 (XML)."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import partial
from typing import Any

from newskit.article import Article, Dateline
from newskit.errors import EmptyText, InputError
from newskit.loaders.dateline import find_dateline
from newskit.loaders.given_date import read_given_date
from newskit.loaders.people import clean_authors
from newskit.loaders.source import Parts, Source, stamp
from newskit.normalise import normalise_text

NINJS = "ninjs"
# What only an item of ninjs has; the plain texts of version 1 before those in markup.
_BODIES = ("body_text", "body_xhtml", "body_html")
NINJS_KEYS = (*_BODIES, "bodies", "versioncreated")
NITF = "NITF"
_TAG = re.compile(r"</?(?:p|br|h[1-6]|li|[ou]l|div|section|a|b|i|em|strong|span|figure|html|body"
                  r"|blockquote|table|script|style|img)\b[^<>]*>", re.IGNORECASE)  # fmt: skip
_BLOCK = re.compile(r"\s*</?(?:p|h\d|li|div|blockquote|section|tr|br)\b[^<>]*>\s*", re.IGNORECASE)
NEWSML = "NewsML-G2"


def read_ninjs(source: Source) -> Article:
    """Read one ninjs item, of version 1 (body_text), 2 or 3 (lists of bodies and headlines)."""
    item = source.json
    if isinstance(item, InputError):
        raise item
    if not isinstance(item, dict):
        raise InputError(f"{source.name} is no ninjs item: it is a {type(item).__name__}.")
    return build_item(source, NINJS, _ninjs_text(item), **_ninjs_fields(item))


def _ninjs_fields(item: Mapping[str, Any]) -> dict[str, Any]:
    by = item.get("byline") or item.get("by") or _pick(item.get("bylines"))
    people = [person.get("name", "") for person in dicts(item.get("people")) if _is_author(person)]
    subjects = dicts(item.get("subject") or item.get("subjects"))
    return {
        "headline": item.get("headline") or _pick(item.get("headlines")),
        "slug": item.get("slugline") or item.get("slug"),
        "byline": by,
        "authors": people or ([by] if by else []),
        "published": item.get("firstcreated") or item.get("firstCreated"),
        "modified": item.get("versioncreated") or item.get("versionCreated"),
        "standfirst": item.get("description_standfirst"),
        "outlet": item.get("source") or _provider(item) or _holder(item),
        "section": next((subject.get("name") for subject in subjects if subject.get("name")), None),
        "language": item.get("language"),
        "url": item.get("uri") if str(item.get("uri", "")).startswith("http") else None,
        "rights": item.get("copyrightnotice") or item.get("copyrightNotice"),
        "place": item.get("located"),
    }


def _ninjs_text(item: Mapping[str, Any]) -> str:
    bodies = dicts(item.get("bodies"))
    kinds = [str(body.get("contenttype") or body.get("contentType")) for body in bodies]
    for wanted in ("text/plain", "text/html", ""):
        for kind, body in zip(kinds, bodies, strict=True):
            if wanted in kind:
                return to_plain(str(body.get("value", "")))
    return to_plain(str(next((item[name] for name in (*_BODIES, "body") if item.get(name)), "")))


def dicts(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Return the records of a list; of anything else none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _pick(variants: Any) -> str | None:  # noqa: ANN401 - any JSON
    """Return the main one of several wordings, each with a role."""
    ranked = sorted(dicts(variants), key=lambda one: "main" not in str(one.get("role", "")))
    return ranked[0].get("value") if ranked else None


def _is_author(person: Mapping[str, Any]) -> bool:
    return bool(re.search(r"author|writer|creator|byline", str(person.get("rel", "")), re.I))


def _provider(item: Mapping[str, Any]) -> str | None:
    bodies = dicts(item.get("infosources") or item.get("infoSources"))
    return bodies[0].get("name") if bodies else None


def _holder(item: Mapping[str, Any]) -> str | None:
    holder = item.get("copyrightholder") or item.get("copyrightHolder")
    return holder if isinstance(holder, str) else None


def read_nitf(source: Source) -> Article:
    """Read a NITF document: head, body.head (hedline, byline, dateline), body.content."""
    return _read_nitf(parse_xml(source), source)


def _read_nitf(tree: Any, source: Source) -> Article:  # noqa: ANN401 - an lxml element
    head = _text(tree, "hl1") or _text(tree, "hedline") or _text(tree, "title")
    address = _given(tree, "doc-id", "id-string")
    by = _text(tree, "byline") or _text(tree, "bytag")
    named = [m.get("content") for m in _all(tree, "meta") if m.get("name") == "author"]
    people = [
        " ".join(one.itertext()) for node in _all(tree, "byline") for one in _all(node, "person")
    ]
    return build_item(
        source,
        NITF,
        _paragraphs(_find(tree, "body.content")),
        headline=head,
        slug=_given(tree, "du-key", "key"),
        standfirst=_text(tree, "hl2"),
        byline=by,
        authors=named or people or ([by] if by else []),
        published=_when(_find(tree, "date.issue")),
        modified=_when(_find(tree, "date.release")),
        outlet=_given(tree, "pubdata", "name") or _given(tree, "doc.copyright", "holder"),
        section=_given(tree, "pubdata", "position.section"),
        language=tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        url=address if address and address.startswith("http") else None,
        rights=_text(tree, "rights"),
        place=_text(tree, "location") or _text(tree, "dateline"),
    )


def split_newsml(source: Source) -> Parts:
    """Yield the news items of a NewsML-G2 document that carry a text."""
    tree = parse_xml(source)
    items = [node for node in tree.iter() if local_name(node) == "newsItem"]
    for n, item in enumerate(items, 1):
        if any(local_name(node) in ("inlineXML", "inlineData") for node in item.iter()):
            yield f"{source.name}, item {n}", partial(_read_newsml, item, source)


def _read_newsml(item: Any, source: Source) -> Article:  # noqa: ANN401 - an lxml element
    body = _find(item, "inlineXML", "inlineData")
    content = _find(body, "body.content", "body")
    by = _text(item, "by") or _text(item, "byline")
    subject = _find(item, "subject")
    names = [_text(one, "name") or one.get("literal") or "" for one in _all(item, "creator")]
    summary = next((n for n in _all(item, "description") if "summary" in n.get("role", "")), None)
    address = item.get("guid", "")
    return build_item(
        source,
        NEWSML,
        _paragraphs(body if content is None else content),
        headline=_text(item, "headline"),
        slug=_text(item, "slugline"),
        byline=by,
        standfirst=" ".join(summary.itertext()) if summary is not None else None,
        authors=list(filter(None, names)) or ([by] if by else []),
        published=_text(item, "contentCreated") or _text(item, "firstCreated"),
        modified=_text(item, "contentModified") or _text(item, "versionCreated"),
        outlet=_text(item, "provider")
        or _text(item, "creditline")
        or _text(item, "infoSource")
        or _given(item, "provider", "literal"),
        url=address if address.startswith("http") else None,
        section=_text(subject, "name") if subject is not None else None,
        language=_given(item, "language", "tag"),
        rights=_text(item, "copyrightNotice"),
        place=_text(item, "dateline"),
    )


def build_item(source: Source, loader: str, text: str, **fields: Any) -> Article:  # noqa: ANN401
    """Return the article of an item: its text in lines, its fields cleaned."""
    body, changes = normalise_text(text)
    lines = [" ".join(line.split()) for line in body.split("\n") if line.strip()]
    if not lines:
        raise EmptyText(
            f"There is no text in {source.name}, read as {loader}. Pictures and alerts without "
            "a body are no articles."
        )
    if len(lines) > 1 and lines[0] == " ".join(str(fields.get("headline") or "").split()):
        lines = lines[1:]
    place = fields.pop("place", None)
    dateline = find_dateline(lines[0]) or (Dateline(text=place, place=place) if place else None)
    if dateline and lines[0].startswith(dateline.text):
        lines[0] = lines[0][len(dateline.text) :].lstrip()
    outlet = fields.get("outlet") or None
    known: dict[str, Any] = {
        name: html.unescape(str(value)).strip() for name, value in fields.items() if value
    }
    known.pop("authors", None)
    if "language" in known:
        known["language"] = re.split(r"[-_]", known["language"])[0].lower()
    for name in ("published", "modified"):
        if name in known:
            known[name] = read_given_date(known[name]) or ""
    if known.get("modified") == known.get("published"):  # a first version has a version's date too
        known.pop("modified", None)
    return Article(
        text="\n".join(lines),
        dateline=dateline,
        authors=clean_authors(fields.get("authors") or (), outlet=outlet),
        provenance=stamp(source, loader, changes=changes),
        **{name: value for name, value in known.items() if value},
    )


def parse_xml(source: Source, *, whole: bool = True) -> Any:  # noqa: ANN401 - an lxml element
    """Return the root of an XML document. Raises InputError, where it is ``whole`` or nothing."""
    from lxml import etree

    # Entities are not resolved and nothing is fetched: a document may be hostile.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    tree = etree.fromstring(source.data, parser=parser)
    if tree is None:
        raise InputError(f"{source.name} is no valid XML.")
    unclosed = any(error.type_name == "ERR_TAG_NOT_FINISHED" for error in parser.error_log)
    if whole and (unclosed or not source.data.rstrip(b"\0 \t\r\n").endswith(b">")):
        raise InputError(f"{source.name} breaks off before its end: was it saved whole?")
    return tree


def local_name(node: Any) -> str:  # noqa: ANN401 - an lxml element
    """Return the name of an element without its namespace."""
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _find(tree: Any, *names: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return the first element of the first of the names that there is."""
    found = (node for name in names for node in tree.iter() if local_name(node) == name)
    return next(found, None)


def _all(tree: Any, name: str) -> list[Any]:  # noqa: ANN401
    return [node for node in tree.iter() if local_name(node) == name]


def _given(tree: Any, name: str, attribute: str) -> str | None:  # noqa: ANN401
    """Return the first value of an attribute of the elements of a name."""
    return next((n.get(attribute) for n in _all(tree, name) if n.get(attribute)), None)


def _text(tree: Any, name: str) -> str | None:  # noqa: ANN401 - an lxml element
    node = _find(tree, name)
    return " ".join(" ".join(node.itertext()).split()) or None if node is not None else None


def _when(node: Any) -> str | None:  # noqa: ANN401 - an lxml element
    norm = node.get("norm") if node is not None else None
    # NITF writes 20220223T184500Z; a date alone is 20220223.
    return f"{norm[:4]}-{norm[4:6]}-{norm[6:8]}" if norm and len(norm) == 8 else norm


def _paragraphs(node: Any) -> str:  # noqa: ANN401 - an lxml element
    if node is None:
        return ""
    found = [one for one in node.iter() if local_name(one) in ("p", "hl2", "h2", "h3", "li")]
    return "\n".join(" ".join("".join(one.itertext()).split()) for one in found) or "\n".join(
        node.itertext()
    )


def to_plain(markup: str) -> str:
    """Return the text of a fragment of HTML, a line for a block; a text without tags as it is.

    >>> to_plain("<p>Talks\\nend</p><p>at last</p>"), to_plain("1 < 2\\nand 3 > 2")
    ('Talks end\\nat last', '1 < 2\\nand 3 > 2')
    """
    if not _TAG.search(markup):
        return html.unescape(markup)
    shown = re.sub(r"(?is)<(head|script|style|figure)\b.*?</\1>|<!--.*?-->", "", markup)
    # A line end in markup is a blank, unless the tags stand in a text of lines.
    shown = re.sub(r"\s+", " ", shown) if _BLOCK.search(shown) else shown
    bare = re.sub(r"</?[a-zA-Z!][^<>]*>", "", _BLOCK.sub("\n", shown))
    return html.unescape(re.sub(r"\n{2,}", "\n", bare) if _BLOCK.search(shown) else bare).strip()
