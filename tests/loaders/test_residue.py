from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from newskit.loaders.byline import read_bare_byline, read_byline
from newskit.loaders.dateline import find_dateline
from newskit.loaders.headline import strip_marks
from newskit.loaders.page_residue import PAGE_PHRASES, PAGE_RESIDUE, name_page_residue, split_page
from newskit.loaders.printed_date import read_date_line
from newskit.loaders.residue import RESIDUE, RESIDUE_PHRASES, name_residue, split_residue
from newskit.loaders.residue_abroad import RESIDUE_ABROAD
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("residue"))
def test_residue(case: dict[str, Any]) -> None:
    assert name_residue(case["line"]) == case["rule"]


def test_every_rule_has_a_case() -> None:
    seen = {case.values[0]["rule"] for case in read_cases("residue")}
    assert {row[0] for row in (*RESIDUE, *RESIDUE_ABROAD, *RESIDUE_PHRASES)} <= seen


@pytest.mark.parametrize("case", read_cases("page_residue"))
def test_page_residue(case: dict[str, Any]) -> None:
    assert name_page_residue(case["line"]) == case["rule"]


def test_every_page_rule_has_a_case() -> None:
    seen = {case.values[0]["rule"] for case in read_cases("page_residue")}
    assert {row[0] for row in (*PAGE_RESIDUE, *PAGE_PHRASES)} <= seen


def test_paragraph_that_is_one_link_is_a_teaser() -> None:
    page = fromstring(
        "<div><p>The bridge is open.</p><p><a>Why the bridge was closed for weeks</a></p>"
        "<h2><a>The best of all bridges in town</a></h2><p>He <a>said so on Monday to all</a></p>"
        "<p><a>“It is open again, and I am glad.”</a></p></div>"
    )
    lines = [" ".join(block.text_content().split()) for block in page]
    kept, removed = split_page("\n".join(lines), [], page)
    assert [(item.text, item.rule) for item in removed] == [
        ("Why the bridge was closed for weeks", "link alone")
    ]
    assert len(kept) == 4


@given(st.text(max_size=2000))
def test_any_line_is_judged(line: str) -> None:
    rows = (*RESIDUE, *RESIDUE_ABROAD, *RESIDUE_PHRASES)
    assert name_residue(line) in {None, *(row[0] for row in rows)}


def test_broken_sentence_of_a_wrapped_text_is_kept() -> None:
    lines = [
        (1, "He asked them to go home and to"),
        (2, "read more"),
        (3, "of what he had written."),
    ]
    assert split_residue(lines, wrapped=True)[1] == []
    assert [item.line for item in split_residue(lines, wrapped=False)[1]] == [2]


@given(
    st.lists(
        st.sampled_from(
            "Anna |and |By |read more |click here |at x@y |> |» |[ABCD] |, |; |reporting by |- "
            f"|(c) |23 février |(AP) |MOSCOW|/|write |Foto: |newsletter |{'A' * 40}|&#124; ".split(
                "|"
            )
        ).map(lambda part: part.replace("&#124;", "|")),
        max_size=40,
    )
)
def test_no_line_holds_up_the_rules(parts: list[str]) -> None:
    line = "".join(parts)[:590]
    start = time.process_time()
    name_page_residue(line)
    read_byline(line)
    read_bare_byline(line)
    find_dateline(line)
    read_date_line(line)
    strip_marks(line)
    assert time.process_time() - start < 1.0
