from __future__ import annotations

import json
import textwrap
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit import Article, Dateline, Provenance, Span
from newskit.article import Removed, as_article
from newskit.errors import EmptyText, InputError, UnknownName

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'

FULL = Article(
    text="The talks ended.",
    headline="Talks end",
    slug="talks",
    standfirst="After two days",
    dateline=Dateline("MOSCOW (X) -", "MOSCOW", None, "X"),
    byline="By A. Writer",
    authors=("A. Writer",),
    published="2022-02-23",
    modified="2022-02-24T10:00",
    outlet="The Paper",
    section="World",
    language="en",
    url="https://example.org/a",
    rights="ours",
    removed=(Removed("Leave a Reply", "comments", 9),),
    provenance=Provenance(
        "a.txt", "plain text", "1", "0" * 64, "utf-8", "valid UTF-8", None, (("odd space", 2),)
    ),
)


def test_round_trip_through_json() -> None:
    assert Article.from_dict(json.loads(json.dumps(FULL.to_dict()))) == FULL


@given(st.text(min_size=1).filter(lambda text: text.strip()), st.none() | st.text())
def test_any_text_round_trips_and_shows(text: str, headline: str | None) -> None:
    article = Article(text=text, headline=headline)
    assert Article.from_dict(article.to_dict()) == article
    assert "\n" not in repr(article)
    assert "<script" not in article._repr_html_()


def test_is_frozen() -> None:
    with pytest.raises(AttributeError):
        FULL.text = "other"  # type: ignore[misc]


def test_card_escapes_everything() -> None:
    card = FULL.replace(text=HOSTILE, headline=HOSTILE, slug=HOSTILE)._repr_html_()
    assert "<script" not in card
    assert "<img" not in card
    assert "&lt;script&gt;" in card


def test_card_shows_account_of_what_was_removed() -> None:
    card = FULL._repr_html_()
    assert "Leave a Reply" in card
    assert "comments" in card
    assert "odd space: 2" in card


def test_repr_is_readable() -> None:
    assert repr(FULL).startswith("<Article 'Talks end' MOSCOW (X) - 16 characters, slug='talks'")


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_empty_is_refused(text: str) -> None:
    with pytest.raises(EmptyText, match="load_article"):
        Article(text=text)


def test_wrong_type_is_refused() -> None:
    with pytest.raises(InputError, match="bytes"):
        Article(text=b"x")  # type: ignore[arg-type]


def test_unknown_fields_are_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="headline"):
        Article.from_dict({"text": "x", "headlin": "y"})
    with pytest.raises(UnknownName, match="headline"):
        FULL.replace(headlines="x")


def test_missing_text_is_refused() -> None:
    with pytest.raises(InputError, match="text"):
        Article.from_dict({"headline": "y"})


def test_span() -> None:
    assert Span(4, 9).of("The talks ended") == "talks"
    assert len(Span(4, 9)) == 5


@pytest.mark.parametrize(
    "name", ["score_readability", "score_sentiment", "find_sources", "segment"]
)
@pytest.mark.parametrize("source", [None, 12, ["a text"]])
def test_what_is_no_article_is_refused_everywhere(name: str, source: object) -> None:
    import newskit as nk

    with pytest.raises(InputError, match="load_article"):
        getattr(nk, name)(source)


@pytest.mark.parametrize("address", ["story.txt", "/a/b.pdf", "https://example.org/a"])
def test_name_of_a_file_is_no_text(address: str) -> None:
    with pytest.raises(InputError, match="load_article"):
        as_article(address)
    assert as_article(f"It is in {address}").text == f"It is in {address}"


def test_a_text_broken_at_a_width_is_warned_of() -> None:
    lines = textwrap.wrap("It rained on the hills and by night the river rose. " * 4, 45)
    wrapped = "\n".join(lines)
    with pytest.warns(UserWarning, match="load_article"):
        assert as_article(wrapped).text == wrapped
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        as_article("It rained on the hills.\nBy night the river rose.\nThe bridge was closed.")
