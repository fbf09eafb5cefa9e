"""A page made safe before any parser sees it: scripts out, depth and attributes bounded.

The parsers below lose an article without a word where tags nest deeper than 254 or one text is
longer than 10 MB, and hang on a tag with 100,000 attributes. Everything here is linear in the
length of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newskit.errors import InputError, NotText

# libxml2 gives up at 255 open elements; real pages stay under 60.
_DEEPEST = 200
# Attributes beyond this many characters are pictures in data: addresses or state of a script.
_LONGEST_ATTRIBUTES = 10_000
# The largest of 2,000 article pages has 9,000 tags. Beyond this only the fast reader is quick.
MANY_TAGS = 60_000
# Without its scripts an article page of 1 MB is rare; the slower readers take 2 s for 8 MB.
_LARGEST = 8_000_000

_OPENING = re.compile(r"<!--|<(script|style)\b[^<>]*>", re.IGNORECASE)
_CLOSING = {
    "script": re.compile(r"</script\b[^<>]*>", re.IGNORECASE),
    "style": re.compile(r"</style\b[^<>]*>", re.IGNORECASE),
}
_KEPT_DATA = re.compile(r"application/ld\+json|__NEXT_DATA__", re.IGNORECASE)
# With no more tags than this, nesting stays within what the fast reader takes in its stride.
_FEW_TAGS = 20_000
_WINDOW = 50_000  # pictures are written into tags; a longer one is an attack
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]*)([^<>]*)>")
_TAG_OPENS = re.compile(r"</?[a-zA-Z][\w:-]*[\s/]")
_BREAKS = re.compile(r"(?:<br\s*/?>\s*){3,}", re.IGNORECASE)
# Not all readers know "hidden"; only of paragraphs, since scripts move whole hidden articles.
_HIDDEN = re.compile(r"<p(\s(?:[^<>\"']|\"[^\"<>]*\")*?(?<=\s)hidden)(?=[\s>]|=\"(?:hidden)?\")")
# Elements that have no end, or whose end may be left out, say nothing about depth.
_FLAT = frozenset(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd td th tr option thead tbody tfoot".split()
)
_ANY_TAG = re.compile(
    r"<(?:!doctype|html|head|body|title|meta|main|article|section|div|p|h[1-6]|span|table|ul|br)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Markup:
    """A page ready to be parsed, what its scripts said about the article, what was done to it."""

    html: str
    data: tuple[str, ...] = ()
    state: str | None = None
    n_tags: int = 0
    n_scripts: int | None = None  # None where nobody has counted them yet
    changes: tuple[tuple[str, int], ...] = ()
    is_clean: bool = True  # scripts are out; else the page is as it came


@dataclass
class _Scripts:
    data: list[str] = field(default_factory=list)
    state: str | None = None
    n: int = 0


def clean_markup(html: str) -> Markup:
    """Return the page without what makes parsers fail. Raises NotText, InputError.

    >>> clean_markup("<p>One<script>var two;</script></p><!-- three -->").html
    '<p>One</p>'
    """
    _check_tags(html)
    scripts = _Scripts()
    html = _BREAKS.sub("<br><br>", _strip_scripts(html, scripts))
    html = _HIDDEN.sub(r'<p style="display:none"\1', html)
    if len(html) > _LARGEST:
        raise InputError(
            f"This page has {len(html):,} characters of markup besides its scripts; an article "
            f"has rarely 1,000,000, and newskit reads up to {_LARGEST:,}. Save the article alone."
        )
    html, n_tags, changes = _bound_tags(html)
    return Markup(html, tuple(scripts.data), scripts.state, n_tags, scripts.n, changes)


def scan_markup(html: str) -> Markup:
    """Return a page as it is, with the data of its scripts, if no parser can fail on it.

    It is what the fast reader takes; other pages are cleaned. Raises NotText, InputError.

    >>> scan_markup("<p>One<script>var two;</script>").is_clean
    False
    """
    n_tags = html.count("<")
    # The patterns look for small letters; a page that shouts does so from its first tags on.
    shouts = html.find("<SCRIPT", 0, _WINDOW) >= 0 or html.find("<META", 0, _WINDOW) >= 0
    if n_tags > _FEW_TAGS or len(html) > _LARGEST or shouts or _has_long_tag(html):
        return clean_markup(html)
    _check_tags(html)
    data = tuple(_find_scripts(html, "ld+json"))
    state = next(_find_scripts(html, "__NEXT_DATA__"), None)
    return Markup(html, data, state, n_tags, is_clean=False)


def count_scripts(markup: Markup) -> int:
    """Return how many scripts of a page do something, besides those that hold data.

    >>> count_scripts(scan_markup("<p>One<script>var two;</script>"))
    1
    """
    if markup.n_scripts is not None:
        return markup.n_scripts
    return markup.html.count("<script") - len(markup.data)


def _has_long_tag(html: str) -> bool:
    """Whether a tag may be longer than any parser takes: then a whole window has no bracket."""
    for at in range(0, len(html) - _WINDOW, _WINDOW):
        end = at + _WINDOW
        if html.find(">", at, end) < 0 and html.find("<", at, end) < 0:
            last = html.rfind("<", 0, at)
            if last > html.rfind(">", 0, at) and _TAG_OPENS.match(html, last):  # else it is text
                return True
    return False


def _find_scripts(html: str, mark: str) -> Iterator[str]:
    """Yield what stands in the scripts that have a mark in their tag."""
    at = html.find(mark)
    while at >= 0:
        start, begin = html.rfind("<", 0, at), html.find(">", at) + 1
        end = html.find("</script", begin)
        if html.startswith("<script", start) and ">" not in html[start:at] and begin and end > 0:
            yield html[begin:end]
        at = html.find(mark, at + 1)


def _check_tags(html: str) -> None:
    if not _ANY_TAG.search(html):
        raise NotText(
            "There is no HTML tag in this; it looks like plain text. "
            "load_article(…, format='plain text') reads it."
        )


def _strip_scripts(html: str, found: _Scripts) -> str:
    """Cut scripts, styles and comments; keep the article's data that scripts hold."""
    parts: list[str] = []
    at = 0
    while match := _OPENING.search(html, at):
        parts.append(html[at : match.start()])
        if match[1] is None:
            end = html.find("-->", match.end())
            # A comment that never ends hides nothing: its mark alone goes.
            at = match.end() if end < 0 else end + 3
            if end < 0:
                return "".join(parts) + html[at:].replace("<!--", "")
            continue
        closing = _CLOSING[match[1].lower()].search(html, match.end())
        inner = html[match.end() : closing.start() if closing else len(html)]
        if match[1].lower() == "script":
            _keep_data(match[0], inner, found)
        at = closing.end() if closing else len(html)
    parts.append(html[at:])
    return "".join(parts)


def _keep_data(tag: str, inner: str, found: _Scripts) -> None:
    kind = _KEPT_DATA.search(tag)
    found.n += kind is None
    if kind and kind[0].startswith("_"):
        found.state = inner
    elif kind:
        found.data.append(inner)


def _bound_tags(html: str) -> tuple[str, int, tuple[tuple[str, int], ...]]:
    """Drop tags nested too deep and attributes too long; the text stays."""
    depth = deepest = n_tags = 0
    too_long = False
    for slash, name, attributes in _TAG.findall(html):
        n_tags += 1
        too_long = too_long or len(attributes) > _LONGEST_ATTRIBUTES
        if name.lower() not in _FLAT and not attributes.endswith("/"):
            depth = max(0, depth - 1) if slash else depth + 1
            deepest = max(deepest, depth)
    if deepest <= _DEEPEST and not too_long:
        return html, n_tags, ()
    return _rewrite(html, n_tags)


def _rewrite(html: str, n_tags: int) -> tuple[str, int, tuple[tuple[str, int], ...]]:
    depth = n_deep = n_long = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth, n_deep, n_long
        slash, name, attributes = match.groups()
        long = len(attributes) > _LONGEST_ATTRIBUTES
        n_long += long
        tag = f"<{slash}{name}>" if long else match[0]
        if name.lower() in _FLAT or attributes.endswith("/"):
            return tag
        depth += -1 if slash and depth else not slash
        if depth + bool(slash) <= _DEEPEST:
            return tag
        n_deep += 1
        return " "

    html = _TAG.sub(keep, html)
    counts = (("tag nested too deep dropped", n_deep), ("over-long attributes dropped", n_long))
    return html, n_tags, tuple((rule, n) for rule, n in counts if n)
