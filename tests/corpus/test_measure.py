from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.corpus.measures import MEASURES
from newskit.errors import InputError

ARTICLE = nk.sample("khan-moscow-wire")
NAMES = [item.name for item in MEASURES]


def test_names_are_unique_and_say_what_they_are() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(len(item.about) > 10 for item in MEASURES)


def test_a_row_agrees_with_the_lenses() -> None:
    row = nk.measure(ARTICLE).iloc[0]
    readability, tone = nk.score_readability(ARTICLE), nk.score_sentiment(ARTICLE)
    assert row["n_words"] == readability.counts.n_words
    assert row["smog_grade"] == readability["smog_grade"].value
    assert row["consensus_grade"] == readability.consensus.value
    assert row["tone_mean"] == tone.mean
    assert row["narration_tone"] == tone.narration.mean
    assert row["attributed_share"] == nk.find_sources(ARTICLE).attributed_share
    assert row["headline"] == ARTICLE.headline


@pytest.mark.parametrize(
    "articles",
    [
        [],
        [ARTICLE],
        [ARTICLE, ARTICLE.replace(text="总理今天访问莫斯科。", language="zh", headline=None)],
        [nk.Article(text="— !", language="en")],
    ],
    ids=["none", "one", "two languages", "no word"],
)
def test_columns_and_types_are_always_the_same(articles: list[nk.Article]) -> None:
    frame = nk.measure(articles)
    assert list(frame.columns) == NAMES
    assert len(frame) == len(articles)
    expected = pd.DataFrame({m.name: pd.Series([], dtype=m.dtype) for m in MEASURES}).dtypes
    assert frame.dtypes.equals(expected)


def test_undefined_is_nan_with_a_reason() -> None:
    german = nk.Article(text="Die Regierung hat ein Gesetz beschlossen. Es gilt.", language="de")
    row = nk.measure(german).iloc[0]
    assert math.isnan(row["flesch_kincaid_grade"])
    assert math.isnan(row["tone_mean"])
    assert "'de'" in row["tone_reason"]
    assert row["sources_reason"]
    assert not math.isnan(row["wiener_1_grade"])
    assert math.isnan(row["n_voices"])
    assert math.isnan(row["n_unfamiliar_words"])
    assert row["n_words"] == 8


def test_order_is_kept_and_any_iterable_will_do() -> None:
    articles = [ARTICLE.replace(headline=f"No. {i}") for i in range(5)]
    assert nk.measure(iter(articles))["headline"].tolist() == [f"No. {i}" for i in range(5)]


def test_what_is_no_article_is_refused() -> None:
    with pytest.raises(InputError, match=r"Article\(text"):
        nk.measure(["a text"])  # type: ignore[list-item]
    with pytest.raises(InputError, match="NoneType"):
        nk.measure(None)  # type: ignore[arg-type]


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=200).filter(lambda text: text.strip()))
def test_any_article_has_a_row(text: str) -> None:
    row = nk.measure(nk.Article(text=text, language="en")).iloc[0]
    assert math.isnan(row["consensus_grade"]) == isinstance(row["readability_reason"], str)
    assert math.isnan(row["tone_mean"]) == isinstance(row["tone_reason"], str)
