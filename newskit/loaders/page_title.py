"""The headline among a page's titles: h1, JSON-LD, tags and window may all differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from newskit.loaders.extraction import words

_SITE_SUFFIX = re.compile(r"(.+?)\s+(?:[|–—·»:-]|::)\s+([^|–—]{2,50})$")
# Half the share of its words that the others hold, half their likeness: 0.35 tells headlines from
# names of sites on the 421 pages that it was set on. A page's only h1 needs less.
_AGREES, _ONLY_AGREES = 0.35, 0.2
_SAME = 0.9
_HEADS, _BELOW = 0.5, 8_000  # of its words, in so many characters behind it
_H1 = re.compile(r"<h1\b|</h1\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_KICKER_WORDS = 6


def read_h1(
    headings: Iterable[str], others: Iterable[str | None], sites: Iterable[str | None], html: str
) -> str | None:
    """Return the h1 that says what the other places say, or the only one above the article."""
    texts = [text for text in headings if 3 <= len(words(text)) <= 45]
    known = [other for other in others if other]

    def agreement(text: str) -> float:
        return max(((_held(text, x) + likeness(text, x)) / 2 for x in known), default=0.0)

    best = max(texts, key=agreement, default=None)
    if best is None or agreement(best) >= _AGREES:
        return best
    alone = len(texts) == 1 and all(likeness(best, site or "") <= 0.5 for site in sites)
    stands = not known or agreement(best) >= _ONLY_AGREES or _heads_article(best, known, html)
    return best if alone and stands else None


def _heads_article(h1: str, others: Iterable[str], html: str) -> bool:
    """Whether the h1 stands in the article, or more of its words come back below it."""
    parts = _H1.split(html, maxsplit=2)
    before, below = parts[0], _TAG.sub(" ", parts[-1][:_BELOW])
    inside = before.count("<article") == 1 and "</article" not in before
    shares = [_held(other, below) for other in others if len(words(other)) >= 3]
    return inside or _held(h1, below) > max([_HEADS, *shares])


def is_outvoted(h1: str, linked: str | None, tagged: str | None, window: str | None) -> bool:
    """Whether the other places agree on another headline, or on the h1 without its kicker.

    >>> is_outvoted("Talks The ministers meet again", "The ministers meet again", None, None)
    True
    """
    pair = [other for other in (linked, tagged) if other]
    for other in pair:
        extra = len(words(h1)) - len(words(other))
        behind = words(h1)[extra:] == words(other)
        if 0 < extra <= _KICKER_WORDS and behind and len(words(other)) >= 4:
            return True
    return (
        len(pair) == 2
        and likeness(*pair) >= _SAME
        and all(likeness(h1, other) < _SAME for other in (*pair, window or ""))
    )


def strip_site(title: str | None, outlet: str | None, *, short: bool = False) -> str | None:
    """Return a title without the name of the site behind it; ``short`` takes any short end off.

    >>> strip_site("Talks end late - The Courier", "The Courier")
    'Talks end late'
    """
    text = " ".join((title or "").split())
    while match := _SITE_SUFFIX.match(text):
        known = likeness(match[2], outlet or "") > (0.3 if short else 0.5)
        if not known and not (short and len(words(match[2])) <= 3):
            break
        text = match[1]
    return text or None


def likeness(a: str, b: str) -> float:
    """Return how many words two short texts share, from 0 to 1.

    >>> likeness("The Daily Paper", "Daily Paper")
    0.8
    """
    x, y = _counted(a), _counted(b)
    shared = sum(min(n, y[word]) for word, n in x.items() if word in y)
    return 2 * shared / (sum(x.values()) + sum(y.values()) or 1)


def _held(text: str, by: str) -> float:
    x, y = _counted(text), _counted(by)
    return sum(n for word, n in x.items() if word in y) / (sum(x.values()) or 1)


@lru_cache(maxsize=64)  # the titles of a page are each compared with all the others
def _counted(text: str) -> Counter[str]:
    return Counter(words(text))
