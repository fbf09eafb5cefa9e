from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.loaders.dateline import find_dateline
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("datelines"))
def test_dateline(case: dict[str, Any]) -> None:
    found = find_dateline(case["text"])
    if case["expected"] is None:
        assert found is None
        return
    assert found is not None
    assert {"place": found.place, "date": found.date, "agency": found.agency} == {
        "place": None,
        "date": None,
        "agency": None,
        **case["expected"],
    }
    assert case["text"].startswith(found.text)


@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    found = find_dateline(text)
    assert found is None or text.startswith(found.text)
