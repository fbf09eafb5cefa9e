"""What can be checked: the labelled cases, the worked example, any text, and the checklist."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.article import Article
from newskit.sources.amounts import read_amount
from newskit.sources.claims import NOBODY, OWN_VOICE, find_claims, list_claims
from newskit.sources.dates import DATE, resolve_date
from newskit.sources.ledger import find_sources
from tests.conftest import read_cases


@pytest.mark.parametrize("case", read_cases("claims"))
def test_cases(case: dict[str, Any]) -> None:
    article = Article(text=case["text"], published=case.get("published"), language="en")
    found = [
        {name: getattr(claim, name) for name in wanted}
        for claim, wanted in zip(find_claims(article), case["claims"], strict=True)
    ]
    assert found == case["claims"]


def test_worked_example() -> None:
    claims = find_claims(nk.sample("khan-moscow-wire").replace(published=None))
    assert [(claim.kind, claim.text, claim.source) for claim in claims] == [
        ("date", "Wednesday", OWN_VOICE),
        ("duration", "two days", OWN_VOICE),
        ("duration", "23 years", OWN_VOICE),
        ("superlative", "the last to do so was Nawaz Sharif", OWN_VOICE),
        ("number", "two", OWN_VOICE),
        ("money", "more than $60 billion", "Observers"),
        ("date", "last April", OWN_VOICE),
        ("superlative", "the first such call in almost nine years", OWN_VOICE),
        ("duration", "almost nine years", OWN_VOICE),
        ("date", "since 2016", OWN_VOICE),
        ("date", "in 2018", OWN_VOICE),
        ("quotation", "“planned well before”", "Imran Khan"),
        ("quotation", "“much earlier”", "Imran Khan"),
    ]
    assert [claim.counts for claim in claims if claim.kind == "number"] == ["old adversaries"]
    undated = {claim.text: claim.note for claim in claims if claim.kind == "date"}
    assert undated["Wednesday"] == undated["last April"] == "unresolved: no publication date"


def test_sources_of_claims() -> None:
    text = "The fire is believed to have killed 12 people. Ann Lee said 14 died. It cost $3."
    claims = find_claims(text, language="en")
    assert [claim.source for claim in claims] == [NOBODY, "Ann Lee", OWN_VOICE]


def test_every_source_is_a_row_of_the_ledger() -> None:
    text = (
        "The tax is believed to cost $3m. Minister Ann Lee said 14 towns pay it. “It is 5% of "
        "what we owe,” Lee said. Officials said 9 will not. It rained for 3 days."
    )
    sources = find_sources(text, language="en")
    rows = {voice.speaker.name for voice in sources.voices} | set(sources.sentences["attribution"])
    named = [claim.source for claim in find_claims(text, language="en")]
    assert set(named) <= rows
    assert len(set(named)) == 4


PARAGRAPH = (
    "The firm lost $60 million in March 2018, Ann Lee said on Tuesday. “We were 20 years late, and "
    "it cost us the largest sum,” she said. It is believed that 3,000 people left.\n\n"
)


@pytest.mark.parametrize(
    "part",
    [PARAGRAPH, "1,", "1 ", "two ", "1-", "$", "in ", "one in ", "5 May ", "more than ", "$5 to "],
)
def test_time_grows_with_the_length_alone(part: str) -> None:
    def read(size: int) -> float:
        text = part * (size // len(part)) + " x."
        sources = find_sources(Article(text=text, published="2024-05-15"), language="en")
        start = time.process_time()
        list_claims(sources)
        return time.process_time() - start

    short = min(read(10_000) for _ in range(2))
    assert min(read(40_000) for _ in range(2)) < 8 * short + 0.05  # 16 times where it is quadratic


def test_spans_are_the_texts() -> None:
    article = nk.sample("khan-moscow-wire")
    for claim in find_claims(article):
        assert claim.span.of(article.text) == claim.text


def test_checklist(tmp_path: Path) -> None:
    claims = find_claims(nk.sample("khan-moscow-wire"))
    path = tmp_path / "claims.csv"
    claims.to_csv(path)
    frame = pd.read_csv(path)
    assert list(frame["text"]) == [claim.text for claim in claims]
    assert claims[0] == next(iter(claims))
    assert frame["checked"].isna().all()
    assert list(frame["sentence_number"]) == [claim.sentence + 1 for claim in claims]
    assert list(claims.table()["sentence"]) == [claim.sentence for claim in claims]
    assert "“planned well before”" in claims._repr_html_()


def test_another_language_has_none_and_says_why() -> None:
    claims = find_claims("Am Montag kamen 300 Menschen.", language="de")
    assert len(claims) == 0
    assert "English" in (claims.reason or "")
    assert claims.table().empty
    assert "English" in repr(claims)


@pytest.mark.parametrize(
    ("words", "value"),
    [("$1.5 million", 1.5e6), ("twenty-one", 21), ("9,000", 9000), ("a hundred", 100), ("x", None)],
)
def test_amounts(words: str, value: float | None) -> None:
    assert read_amount(words) == value


@given(st.text(max_size=300), st.dates())
def test_any_text_is_read(text: str, published: date) -> None:
    if text.strip():
        article = Article(text=text, published=str(published))
        find_claims(article, language="en").table()


@given(st.from_regex(DATE, fullmatch=True), st.dates())
def test_any_date_resolves_or_says_why_not(words: str, published: date) -> None:
    resolved = resolve_date(words, published)
    assert resolved.value or resolved.note
    undated = resolve_date(words, None)
    assert undated.value == resolved.value or undated.note == "unresolved: no publication date"
