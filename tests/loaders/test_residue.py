from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.loaders.residue import RESIDUE, name_residue, split_residue
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("residue"))
def test_residue(case: dict[str, Any]) -> None:
    assert name_residue(case["line"]) == case["rule"]


def test_every_rule_has_a_case() -> None:
    seen = {case.values[0]["rule"] for case in read_cases("residue")}
    assert {rule for rule, _ in RESIDUE} <= seen


@given(st.text(max_size=2000))
def test_any_line_is_judged(line: str) -> None:
    assert name_residue(line) in {None, *(rule for rule, _ in RESIDUE)}


def test_broken_sentence_of_a_wrapped_text_is_kept() -> None:
    lines = [
        (1, "He asked them to go home and to"),
        (2, "read more"),
        (3, "of what he had written."),
    ]
    assert split_residue(lines, wrapped=True)[1] == []
    assert [item.line for item in split_residue(lines, wrapped=False)[1]] == [2]
