from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import InputError, UnknownName, UnknownOption
from newskit.explorers.sentiment_view import shade_tone

KHAN = nk.explore(nk.sample("khan-moscow-wire"))


def find_numbers(value: Any) -> list[float]:
    """Every number in a view, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for item in value for number in find_numbers(item)]
    return [value] if isinstance(value, float) else []


def check_view(view: dict[str, Any]) -> None:
    """A view is JSON, holds no nan, and is as long as its article everywhere."""
    assert json.loads(json.dumps(view, allow_nan=False)) == view
    assert not any(map(math.isnan, find_numbers(view)))
    n = len(view["sentences"])
    assert [i for a, b in view["paragraphs"] for i in range(a, b)] == list(range(n))
    for lens in view["lenses"]:
        for part in ("values", "shown", "shades", "words", "details"):
            assert len(lens[part]) == n, part
        known = {item["shade"] for item in lens["legend"]}
        assert {shade for shade in lens["shades"] if shade is not None} <= known
        for text, marks in zip(view["sentences"], lens["words"], strict=True):
            for start, end, kind, *_ in marks:
                assert 0 <= start < end <= len(text)
                assert kind in lens["kinds"]


def test_worked_example() -> None:
    check_view(KHAN.view)
    readability, sentiment = KHAN.view["lenses"][:2]
    assert readability["measure"]["label"] == "Flesch–Kincaid grade"
    marked = [
        text[a:b]
        for text, marks in zip(KHAN.view["sentences"], readability["words"], strict=True)
        for a, b, *_ in marks
    ]
    assert "adversaries" in marked
    assert "Khan" not in marked
    assert sentiment["summary"][0]["interval"]


def test_the_page_of_an_article_is_small() -> None:
    assert len(KHAN.to_html().encode()) <= 60_000


def test_half_in_quotation_marks_is_a_quotation() -> None:
    text = "“We will stay,” said Ann Lee. She called it “a great day”. “We won. We did.”"
    assert nk.explore(text).view["quoted"] == [True, False, True, True]


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_with_a_word_gives_a_view(text: str) -> None:
    try:
        explorer = nk.explore(text)
    except InputError:
        return
    check_view(explorer.view)
    explorer.close()


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> It was <img src=x onerror=alert(1)> there. {{ x }}",
        "وزیر اعظم عمران خان بدھ کو ماسکو روانہ ہو گئے۔ بات چیت دو دن جاری رہے گی۔",
        "It was good 😀. 👩‍💻 was bad! 🇵🇰",
        "word " * 60_000,
    ],
    ids=["hostile", "Urdu", "emoji", "300 kB paragraph"],
)
def test_hard_texts(text: str) -> None:
    explorer = nk.explore(text)
    check_view(explorer.view)
    assert "<script>alert" not in explorer.to_html()
    assert "<img" not in explorer.to_html()
    explorer.close()


@pytest.mark.parametrize("text", ["— … !", "***"])
def test_nothing_to_explore_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no word"):
        nk.explore(text)


def test_wrong_arguments_say_what_would_have_worked() -> None:
    with pytest.raises(UnknownOption, match="lens"):
        nk.explore("A word.", lenz="sentiment")
    with pytest.raises(UnknownName, match="sentiment"):
        nk.explore("A word.", lens="sentimant")
    with pytest.raises(InputError, match="load_article"):
        nk.explore(42)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lens", "filters"),
    [
        ("readability", {"text": "khan", "classes": [2, 3], "part": "narration"}),
        ("sentiment", {"classes": [-2, 2]}),
        ("sources", {"voice": "Imran Khan"}),
    ],
)
def test_code_runs_and_gives_the_same_view(lens: str, filters: dict[str, Any]) -> None:
    explorer = nk.explore(nk.sample("khan-moscow-wire"), lens=lens)
    explorer.select(3)
    explorer.filters, explorer.checked = filters, [0, 2]
    scope: dict[str, Any] = {}
    exec(explorer.code(), scope)
    again = scope["explorer"]
    for name in ("view", "lens", "selected", "filters", "checked", "selection"):
        assert getattr(again, name) == getattr(explorer, name), name
    assert again.table().equals(explorer.table())


@pytest.mark.parametrize(
    ("value", "shade"), [(-1.0, -3), (-0.5, -2), (-0.1, -1), (0.04, 0), (0.05, 1), (0.66, 3)]
)
def test_shades_of_tone(value: float, shade: int) -> None:
    assert shade_tone(value, 0.05) == shade


def test_numbers_have_a_true_minus() -> None:
    easy = nk.explore(nk.Article(text="It rained on Monday. We are wet.", language="en"))
    lens = easy.view["lenses"][0]
    texts = [*lens["shown"], *(row["value"] for row in lens["summary"])]
    texts += [row["interval"] or "" for row in lens["summary"]]
    texts += [text for rows in lens["details"] for row in rows for text in row[1:2]]
    assert any("−" in text for text in texts)
    assert not any("-" in text for text in texts)


def test_chinese_sentences_have_no_number_of_words() -> None:
    article = nk.Article(text="总理今天访问莫斯科。他会见了总统。", language="zh")
    view = nk.explore(article).view
    check_view(view)
    lens = next(lens for lens in view["lenses"] if lens["name"] == "readability")
    assert (lens["values"], lens["details"]) == ([None, None], [[], []])


def test_the_working_of_the_consensus_stands_in_its_note() -> None:
    lens = next(lens for lens in KHAN.view["lenses"] if lens["name"] == "readability")
    assert "median of Flesch–Kincaid grade" in lens["summary"][0]["note"]
    assert lens["summary"][0]["interval"].startswith("formulas: ")
