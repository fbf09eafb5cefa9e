from __future__ import annotations

import re
from typing import Any

import pytest

from newskit import Article
from newskit.loaders.headline import AFTER, BEFORE, strip_marks
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("headlines"))
def test_marks_of_a_headline(case: dict[str, Any]) -> None:
    headline, marks, outlet = strip_marks(case["line"])
    assert (headline, [text for _, text in marks]) == (case["headline"], case["marks"])
    assert outlet == case["outlet"]


@pytest.mark.parametrize("pattern", [pattern for _, pattern in (*BEFORE, *AFTER)])
def test_every_row_has_a_case(pattern: str) -> None:
    lines = [case.values[0]["line"] for case in read_cases("headlines")]
    assert any(re.search(pattern, line) for line in lines)


def test_marks_are_in_the_account() -> None:
    article = Article.from_text("UPDATE 2-Talks end | Reuters\n\nThey ended late on Wednesday.")
    assert (article.headline, article.outlet) == ("Talks end", "Reuters")
    assert {item.text for item in article.removed} == {"UPDATE 2-", "| Reuters"}
