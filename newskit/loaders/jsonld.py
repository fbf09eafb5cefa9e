"""What a page says of itself in schema.org's JSON-LD, the record that search engines read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

_WRAPPING = re.compile(r"^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*;?\s*$")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
# A page carries a few dozen records; a hostile one must not hold us up.
_MOST_NODES = 5_000
_ORGANISATIONS = ("organization", "newsmediaorganization", "corporation", "website", "brand")
Record = dict[str, Any]


def read_records(scripts: Sequence[str]) -> list[Record]:
    """Return every record of the JSON-LD ``scripts``, outer ones first; broken ones are skipped.

    >>> [kind_of(record) for record in read_records(['{"@graph": [{"@type": "NewsArticle"}]}'])]
    ['', 'newsarticle']
    """
    return [node for script in scripts for node in _walk(_parse(script))][:_MOST_NODES]


def _parse(script: str) -> Any:  # noqa: ANN401 - any JSON
    text = _WRAPPING.sub("", script.strip())
    for attempt in (text, unescape(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(found: Any) -> Iterator[Record]:  # noqa: ANN401 - any JSON
    queue = [found]
    for n, node in enumerate(queue):
        if n > _MOST_NODES:
            return
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            yield node
            queue.extend(node[key] for key in _NESTED if key in node)


def kind_of(record: Record) -> str:
    """Return the type of a record, lower-case, without the address of its vocabulary."""
    kind = record.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return " ".join(str(one).lower().rsplit("/", 1)[-1] for one in kinds if one)


def find_article(records: Sequence[Record]) -> Record:
    """Return the record of the article, or an empty one.

    >>> find_article([{"@type": "WebPage", "name": "x"}, {"@type": "Report", "headline": "Talks"}])
    {'@type': 'Report', 'headline': 'Talks'}
    """
    fitting = [
        record
        for record in records
        if re.search(r"article|posting|report\b|review", kind_of(record))
        and any(record.get(key) for key in ("headline", "datePublished", "articleBody"))
    ]
    # The fullest: pages list their related articles with a headline alone.
    return max(fitting, key=len, default={})


def read_facts(records: Sequence[Record]) -> dict[str, Any]:
    """Return the fields of the news record that JSON-LD gives."""
    found = find_article(records)
    section = found.get("articleSection")
    facts = {
        "headline": _text(found.get("headline")),
        "authors": _people(found.get("author") or found.get("creator"), records),
        "published": _text(found.get("datePublished")),
        "modified": _text(found.get("dateModified")),
        "outlet": next(iter(_names(found.get("publisher"), records)), None),
        "section": _text(section[0] if isinstance(section, list) and section else section),
        "language": _text(found.get("inLanguage")),
        "url": _text(found.get("url")) or _address(found.get("mainEntityOfPage")),
        "paywalled": _is_paid(found),
    }
    return {name: value for name, value in facts.items() if value not in (None, "", ())}


def article_body(records: Sequence[Record]) -> str:
    """Return the text that the record gives for the article, paragraphs kept, markup taken out."""
    body = find_article(records).get("articleBody")
    if not isinstance(body, str):
        return ""
    body = unescape(re.sub(r"</?(?:p|br|div|h\d|li)\b[^<>]*>", "\n", unescape(body)))
    lines = (" ".join(line.split()) for line in re.sub(r"<[^<>]*>", "", body).split("\n"))
    return "\n".join(line for line in lines if line)


def _is_paid(found: Record) -> bool | None:
    """Return whether reading costs money; None where the record does not say."""
    answer = str(found.get("isAccessibleForFree", "")).lower()
    return {"false": True, "no": True, "true": False, "yes": False}.get(
        answer.rsplit("/", maxsplit=1)[-1]
    )


def _text(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _address(value: Any) -> str | None:  # noqa: ANN401 - any JSON
    return _text(value.get("@id") if isinstance(value, dict) else value)


def _people(value: Any, records: Sequence[Record]) -> tuple[str, ...]:  # noqa: ANN401 - any JSON
    """Return the names of the authors; organisations only where no person is named."""
    nodes = value if isinstance(value, list) else [value]
    people = [
        node
        for node in nodes
        if not (isinstance(node, dict) and kind_of(node).startswith(_ORGANISATIONS))
    ]
    return tuple(_names(people, records) or _names(value, records))


def _names(value: Any, records: Sequence[Record]) -> list[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [name for one in value for name in _names(one, records)]
    if isinstance(value, dict) and not value.get("name") and value.get("@id"):
        same = (r for r in records if r.get("@id") == value["@id"] and r.get("name"))
        value = next(same, value)
    if isinstance(value, dict) and isinstance(value.get("name"), list):
        return [name for one in value["name"] for name in _names(one, ())]
    text = _text(value)
    return [text] if text else []
