"""How often quotes, speakers and attributed text are right, on articles annotated by hand.

    python benchmarks/sources_validity.py [--errors]

The articles of tests/cases/articles are fictional, in the manner of newspapers, wires, web outlets
and broadcasters, most of them of North America and Britain; who is made responsible for what, was
marked in them by readers who had not seen the rules. The rules were mended on ``dev``; ``test`` was
measured first and read afterwards, if at all. Four figures:

- quote spans: of the quotes that are attributed, how many are so in the annotation (P), and the
  other way round (R); a quote counts where more than half of its characters are attributed
- speaker: of the quotes attributed to somebody, how many to the right one, by the fullest name
- attributed text, indirect speech included: precision, recall and F1 over characters
- attributions: how many were found at all, and of those how many have the right speaker
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newskit.sources.attribution import find_attributions
from newskit.sources.said import Attribution
from newskit.text.quotes import find_quotes
from newskit.text.segment import segment

ARTICLES = Path(__file__).parents[1] / "tests" / "cases" / "articles"
_TAG = re.compile(r"⟦(/?)(\d+)⟧")
# What a name may have or lack: "Ms. Lee" and "Ann Lee" are the same.
_SMALL = frozenset("the a an mr mrs ms dr sen rep gov of for".split())


@dataclass(frozen=True)
class Annotated:
    """An article: for each character the number of its attribution ("" for none), and speakers."""

    name: str
    text: str
    owners: list[str]
    speakers: dict[str, str]


@dataclass
class Tally:
    """Counts over some articles."""

    true: int = 0
    extra: int = 0
    missed: int = 0
    quotes: int = 0
    quotes_found: int = 0
    quotes_right: int = 0
    told: int = 0
    told_right: int = 0
    attributions: int = 0
    found: int = 0
    found_right: int = 0

    def report(self) -> dict[str, float]:
        """Return the figures by name."""
        precision = self.true / (self.true + self.extra)
        recall = self.true / (self.true + self.missed)
        return {
            "quote spans P": self.quotes_right / self.quotes_found,
            "quote spans R": self.quotes_right / self.quotes,
            "speaker": self.told_right / self.told,
            "text P": precision,
            "text R": recall,
            "text F1": 2 * precision * recall / (precision + recall),
            "found": self.found / self.attributions,
            "speaker of found": self.found_right / self.found,
        }


def read_articles(part: str) -> Iterator[Annotated]:
    """Read the articles of ``dev`` or ``test``."""
    for path in sorted((ARTICLES / part).glob("*.txt")):
        marked = path.read_text(encoding="utf-8")
        told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        text, owners, owner, position = "", list[str](), "", 0
        for tag in [*_TAG.finditer(marked), None]:
            piece = marked[position : tag.start() if tag else len(marked)]
            text += piece
            owners += [owner] * len(piece)
            if tag:
                owner, position = ("" if tag[1] else tag[2]), tag.end()
        speakers = {number: row["speaker"] for number, row in told.items()}
        yield Annotated(f"{part}/{path.stem}", text, owners, speakers)


def measure(article: Annotated, tally: Tally) -> Iterator[str]:
    """Count one article into the tally, and tell what is wrong in it."""
    parts = segment(article.text)
    said = [item for item in find_attributions(parts) if not item.is_nested]
    ours: list[Attribution | None] = [None] * len(article.text)
    for item in said:
        for span in item.contents:
            for i in range(span.start, span.end):
                ours[i] = ours[i] or item
    for mine, owner in zip(ours, article.owners, strict=True):
        tally.true += bool(mine and owner)
        tally.extra += bool(mine and not owner)
        tally.missed += bool(owner and not mine)
    for quote in (quote for quote in find_quotes(article.text) if quote.depth == 0):
        stretch = slice(quote.span.start, quote.span.end)
        owners = [owner for owner in article.owners[stretch] if owner]
        items = [item for item in ours[stretch] if item]
        is_theirs, is_ours = 2 * len(owners) > len(quote.span), 2 * len(items) > len(quote.span)
        tally.quotes += is_theirs
        tally.quotes_found += is_ours
        tally.quotes_right += is_theirs and is_ours
        if is_theirs != is_ours:
            yield f"{'missed' if is_theirs else 'extra'} {quote.span.of(article.text)}"
        elif is_ours and items[0].speaker:
            mine, theirs = items[0].speaker.name, article.speakers[owners[0]]
            is_right = is_same(mine, theirs)
            tally.told += 1
            tally.told_right += is_right
            if not is_right:
                yield f"{mine!r}, not {theirs!r}: {quote.span.of(article.text)}"
    for number, speaker in article.speakers.items():
        items = [
            item
            for item, owner in zip(ours, article.owners, strict=True)
            if item and owner == number
        ]
        tally.attributions += 1
        tally.found += bool(items)
        if items:
            main = max(items, key=items.count)
            tally.found_right += is_same(main.speaker.name if main.speaker else "", speaker)


def is_same(one: str, other: str) -> bool:
    """Whether two names are of the same speaker: "Ms. Lee" and "Ann Lee"."""
    names = [
        [word for word in re.sub(r"[^\w\s]", " ", name.lower()).split() if word not in _SMALL]
        for name in (one, other)
    ]
    if not all(names):
        return names[0] == names[1]
    shared = len(set(names[0]) & set(names[1]))
    return names[0][-1] == names[1][-1] or shared >= min(2, *map(len, names))


def main() -> None:
    """Print the figures of both parts."""
    for part in ("dev", "test"):
        tally, n = Tally(), 0
        for article in read_articles(part):
            n += 1
            for error in measure(article, tally):
                if "--errors" in sys.argv:
                    print(f"{article.name}: {error}")
        if n:
            figures = "  ".join(f"{name} {value:.3f}" for name, value in tally.report().items())
            print(f"{part}: {n} articles, {tally.attributions} attributions\n  {figures}")


if __name__ == "__main__":
    main()
