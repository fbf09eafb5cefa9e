from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from newskit import Article
from newskit.loaders.extraction import Page, block_text
from newskit.loaders.markup import clean_markup
from newskit.loaders.pasted_page import cut_page, is_whole_page
from tests.conftest import read_cases

MENU = ["Home", "World", "Business", "Sport", "Weather", "Sign in", "Search", "Menu"]
TEASERS = [f"{name} wins the cup" for name in ("Ellery", "Stanmoor", "Orla", "Hallam", "Reyle")]
FOOTER = ["Contact us", "Privacy policy", "Terms of use", "Careers", "Advertise with us", "Archive"]
STORY = [
    "The talks between the two ministers ended late on Wednesday without a result, officials said.",
    "They are to meet again in a week, a spokeswoman for the ministry said after midnight.",
    "“We have come closer on the main points, but not on all of them,” she told reporters.",
    "The talks had begun on Monday after a delay of several months over the agenda.",
]
HEAD = ["Ministers end talks without a result", "By Anna Petrova", "Updated: February 23, 2022"]


def test_article_is_cut_out_of_a_page() -> None:
    lines = [*MENU, *TEASERS, *HEAD, *STORY, "Related stories", *TEASERS, *FOOTER]
    article = Article.from_text("\n".join(lines))
    assert article.text.split("\n") == STORY
    assert article.headline == HEAD[0]
    assert article.authors == ("Anna Petrova",)
    assert article.modified == "2022-02-23"
    dropped = {item.text for item in article.removed}
    assert {*MENU, *TEASERS, *FOOTER} <= dropped


@pytest.mark.parametrize("lines", [STORY, STORY * 10, [*HEAD, *STORY], [*STORY * 8, *MENU]])
def test_article_alone_is_left_as_it_is(lines: list[str]) -> None:
    assert not is_whole_page(lines)
    assert cut_page(list(enumerate(lines, 1))) is None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(len(words) - 3, 1)))


def test_pages_of_the_extraction_benchmark_pasted_as_text(shared: Path) -> None:
    folder = shared / "extraction"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    precision = recall = 0.0
    keys = sorted(truth)[::4]
    for key in keys:
        html = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()).decode()
        pasted = block_text(copy(Page(clean_markup(html)).tree.body))
        article = Article.from_text(pasted)
        a, b = shingles(truth[key]["articleBody"]), shingles(article.text)
        precision += (a & b).total() / b.total() / len(keys)
        recall += (a & b).total() / a.total() / len(keys)
    assert 2 * precision * recall / (precision + recall) >= 0.86


@pytest.mark.parametrize("case", read_cases("pasted_pages"))
def test_page_as_people_copy_it(case: dict[str, Any]) -> None:
    story, half = case["story"], len(case["story"]) // 2
    body = [*story[:half], *case.get("between", []), *story[half:]]
    lines = [*case["before"], *body, *case["after"]]
    article = Article.from_text("\n".join(lines))
    dateline = f"{article.dateline.text} " if article.dateline else ""
    assert [line for line in f"{dateline}{article.text}".split("\n") if line] == story
    assert (article.dateline.place if article.dateline else None) == case.get("dateline")
    assert (article.headline, list(article.authors)) == (case["headline"], case["authors"])
    published = case["published"] or ""
    assert (article.published or "")[: len(published) or None] == published
    for name in {"standfirst", "byline", "modified"} & set(case):
        assert (getattr(article, name) or "").startswith(case[name])
