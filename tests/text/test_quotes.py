"""Quotation marks of every kind, the cases, and any text at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.text.quotes import Quote, find_quotes
from tests.conftest import read_cases

MARKS = "“”„‟\"＂‘’‚‛'«»‹›「」『』` \n.,sa1"


def describe(quote: Quote, text: str) -> dict[str, Any]:
    """A quote as the case files write it."""
    facts = quote._asdict()
    del facts["span"]
    return {**facts, "inner": quote.inner.of(text)}


def check(text: str) -> None:
    """Quotes lie in the text and in their paragraph, in order, inner ones inside outer ones."""
    quotes = find_quotes(text)
    spans = [quote.span for quote in quotes]
    assert spans == sorted(spans, key=lambda span: span.start)
    for quote in quotes:
        assert 0 <= quote.span.start <= quote.inner.start < quote.inner.end <= quote.span.end
        assert quote.span.end <= len(text)
        assert "\n" not in quote.span.of(text)
        assert any(map(str.isalnum, quote.inner.of(text)))
        around = [s for s in spans if s.start < quote.span.start and quote.span.end <= s.end]
        assert len(around) == quote.depth


@pytest.mark.parametrize("case", read_cases("quotes"))
def test_cases(case: dict[str, Any]) -> None:
    found = [describe(quote, case["text"]) for quote in find_quotes(case["text"])]
    assert found == case["quotes"]


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(alphabet=MARKS, max_size=80))
def test_any_marks(text: str) -> None:
    check(text)


@pytest.mark.parametrize("piece", ["“", '"a ', "'a ", "“a ” ", "‘a s’ b ", "„“", "«»", "“a\n"])
def test_a_long_text_is_read(piece: str) -> None:
    # A bound on depth keeps the work linear; were it quadratic this would take hours.
    text = piece * (300_000 // len(piece))
    assert all(quote.depth < 8 for quote in find_quotes(text))


def test_worked_example() -> None:
    import newskit as nk

    text = nk.sample("khan-moscow-wire").text
    assert [quote.inner.of(text) for quote in find_quotes(text)] == [
        "planned well before",
        "much earlier",
    ]
