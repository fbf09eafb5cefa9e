"""How well the article is cut out of a page: newskit's three grades beside four libraries.

    python benchmarks/extraction.py
    python benchmarks/extraction.py --every 5      # a fifth of the pages

The 181 pages are those of Scrapinghub's article extraction benchmark (MIT; the texts are their
publishers'), scored as its authors do: 4-word shingles, precision and recall averaged over pages.
All rows need ``pip install 'pip>=23.3' && pip install newspaper4k readability-lxml`` besides
newskit; without them grade "best", newspaper4k and readability-lxml are left out. newskit's times
include the news record, the verdict and the account; those of the others are for the text alone.
newskit takes the dateline out of the text; the row "+ dateline" puts it back, as the ground truth
has it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from newskit import Article
from newskit.errors import MissingPackage, NewskitError
from newskit.loaders.extraction import EXTRACTORS, Page, block_text
from newskit.loaders.markup import clean_markup

FOLDER = Path(__file__).parents[2] / "shared" / "data" / "extraction"
SHINGLE = 4
Extract = Callable[[str, str], str]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each run of four words is in the text."""
    found = re.findall(r"\w+", text)
    last = max(len(found) - SHINGLE + 1, 1)
    return Counter(tuple(found[i : i + SHINGLE]) for i in range(last)) if found else Counter()


def compare(truth: str, found: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    a, b = shingles(truth), shingles(found)
    shared, extra, missed = (a & b).total(), (b - a).total(), (a - b).total()
    if not extra and not missed:
        return 1.0, 1.0
    return shared / (shared + extra or 1), shared / (shared + missed or 1)


def by_newskit(grade: str, *, dateline: bool = False) -> Extract:
    """Return newskit at a grade; a refused page gives no text."""

    def extract(html: str, url: str) -> str:
        try:
            article = Article.from_html(html, url=url, grade=grade)
        except MissingPackage:
            raise  # not run at all, which is no score of 0
        except NewskitError:
            return ""
        place = article.dateline.text + " " if dateline and article.dateline else ""
        return place + article.text

    return extract


def by_trafilatura(html: str, url: str) -> str:
    """Trafilatura as it comes."""
    import trafilatura

    return trafilatura.extract(html, url=url, include_comments=False) or ""


def by_own_reader(name: str) -> Extract:
    """Return one of the readers that newskit chooses from, alone and without rules."""
    return lambda html, url: EXTRACTORS[name](Page(clean_markup(html), url))


def by_readability(html: str, url: str) -> str:
    """readability-lxml, its summary as text."""
    from lxml.html import fromstring
    from readability import Document

    summary = Document(html, url=url).summary(html_partial=True)
    return block_text(fromstring(summary)) if summary.strip() else ""


ROWS: tuple[tuple[str, Extract], ...] = (
    ("newskit best", by_newskit("best")),
    ("newskit best + dateline", by_newskit("best", dateline=True)),
    ("newskit default", by_newskit("default")),
    ("newskit default + dateline", by_newskit("default", dateline=True)),
    ("newskit fast", by_newskit("fast")),
    ("trafilatura", by_trafilatura),
    ("newspaper4k", by_own_reader("newspaper4k")),
    ("readability-lxml", by_readability),
    ("resiliparse", by_own_reader("resiliparse")),
)


def measure(extract: Extract, pages: dict[str, str], truth: dict[str, dict[str, str]]) -> str:
    """Return the row of one extractor."""
    extract(next(iter(pages.values())), "https://example.org/")  # it loads its tables
    scores, exact = [], 0
    start = time.process_time()
    texts = {key: extract(html, truth[key]["url"]) for key, html in pages.items()}
    seconds = time.process_time() - start
    for key, text in texts.items():
        body = truth[key]["articleBody"]
        scores.append(compare(body, text))
        exact += re.findall(r"\w+", body) == re.findall(r"\w+", text)
    precision = sum(p for p, _ in scores) / len(scores)
    recall = sum(r for _, r in scores) / len(scores)
    f1 = 2 * precision * recall / (precision + recall or 1)
    return (
        f"{f1:.4f}  {precision:.4f}     {recall:.4f}  {exact / len(scores):.3f}  "
        f"{len(pages) / seconds:7.1f}"
    )


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--every", type=int, default=1, help="every n-th page only")
    step = options.parse_args().every
    if not FOLDER.is_dir():
        sys.exit(f"Skipped: the pages are not at {FOLDER}.")
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    truth = json.loads((FOLDER / "ground-truth.json").read_text("utf-8"))
    pages = {
        key: gzip.decompress((FOLDER / "html" / f"{key}.html.gz").read_bytes()).decode("utf-8")
        for key in sorted(truth)[::step]
    }
    print(f"{len(pages)} pages{'':17}F1      precision  recall  exact  pages/s")
    for name, extract in ROWS:
        try:
            print(f"{name:26} {measure(extract, pages, truth)}", flush=True)
        except ImportError as error:
            print(f"{name:26} not run: {error}")


if __name__ == "__main__":
    main()
