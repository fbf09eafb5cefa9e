"""What is written is read back: fields and text, by the loader of the same name."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit import Article
from newskit.article import Dateline
from newskit.errors import UnknownName
from newskit.loaders.dispatch import LOADERS
from newskit.loaders.writing import WRITERS, find_writer

FIELDS = (
    "headline",
    "slug",
    "standfirst",
    "byline",
    "authors",
    "published",
    "modified",
    "outlet",
    "section",
    "language",
    "url",
    "rights",
    "dateline",
)
FULL = Article(
    text="The talks ended late on Wednesday.\nThey are to meet again in a week.",
    headline="Talks <end> & nobody is surprised",
    slug="talks-end",
    standfirst="No date for the next round.",
    dateline=Dateline("MOSCOW, Feb 23 (APP):", "MOSCOW", "Feb 23", "APP"),
    byline="By Anna Petrova and Omar Khalid",
    authors=("Anna Petrova", "Omar Khalid"),
    published="2022-02-23T18:45:00+00:00",
    modified="2022-02-24T07:00:00+00:00",
    outlet="The Courier",
    section="Politics",
    language="en",
    url="https://courier.example/talks",
    rights="© 2022 The Courier",
)


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_round_trip(writer: object, tmp_path: Path) -> None:
    row = next(row for row in WRITERS if row is writer)
    path = nk.write_article(FULL, tmp_path / f"talks{row.suffixes[0]}")
    again = nk.load_article(path)
    assert {name: getattr(again, name) for name in FIELDS} == {
        name: getattr(FULL, name) for name in FIELDS
    }
    assert again.text == FULL.text


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("name", nk.samples().index[:3])
def test_samples_survive(writer: object, name: str, tmp_path: Path) -> None:
    row = next(row for row in WRITERS if row is writer)
    article = nk.sample(name)
    again = nk.load_article(nk.write_article(article, tmp_path / "x", format=row.name.upper()))
    for field in FIELDS:
        assert getattr(again, field) == getattr(article, field), field
    assert again.text.split("\n") == [line for line in article.text.split("\n") if line]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
@given(text=st.text(min_size=1), headline=st.text())
def test_any_text_can_be_written(writer: object, text: str, headline: str) -> None:
    row = next(row for row in WRITERS if row is writer)
    if text.strip() and not any("\ud800" <= letter <= "\udfff" for letter in text + headline):
        assert row.write(Article(text=text, headline=headline or None))


# label, what the article has, what the warning names
LOST = (
    ("notes", {"notes": ("A name was wrong.",)}, "notes"),
    ("a wall", {"paywalled": True}, "paywalled"),
    ("a month", {"published": "2022-02"}, "published"),
    ("a region", {"language": "pt-BR"}, "language"),
    ("a comma in a name", {"authors": ("Petrova, Anna",)}, "authors"),
)


@pytest.mark.parametrize("suffix", [".ninjs.json", ".nitf.xml", ".newsml.xml"])
@pytest.mark.parametrize(("label", "fields", "named"), LOST)
def test_what_a_format_does_not_give_back_is_told(
    label: str, fields: dict[str, object], named: str, suffix: str, tmp_path: Path
) -> None:
    with pytest.warns(UserWarning, match=f"as it is: {named}"):
        nk.write_article(FULL.replace(**fields), tmp_path / f"a{suffix}")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nk.write_article(FULL, tmp_path / f"a{suffix}")
        nk.write_article(FULL.replace(**fields), tmp_path / "a.json")


def test_place_that_was_not_printed_stays_out_of_the_text(tmp_path: Path) -> None:
    article = FULL.replace(dateline=Dateline("Moscow", "Moscow"))
    for suffix in (".ninjs.json", ".nitf.xml", ".newsml.xml"):
        again = nk.load_article(nk.write_article(article, tmp_path / f"a{suffix}"))
        assert again.text == article.text
        assert again.dateline == article.dateline


def test_every_format_is_read_and_unknown_ones_name_the_known(tmp_path: Path) -> None:
    assert {writer.name for writer in WRITERS} <= {loader.name for loader in LOADERS}
    assert find_writer("a.ninjs.json").name == "ninjs"
    with pytest.raises(UnknownName, match=r"ninjs\.json"):
        nk.write_article(FULL, tmp_path / "a.docx")
    with pytest.raises(UnknownName, match="NITF"):
        nk.write_article(FULL, tmp_path / "a.xml", format="NIFT")
    assert json.loads(nk.write_article("It rained.", tmp_path / "a.json").read_bytes())
