from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit import Article
from newskit.errors import EmptyText
from tests.conftest import read_cases


@pytest.mark.parametrize("case", [*read_cases("pasted"), *read_cases("conventions")])
def test_pasted_text(case: dict[str, Any]) -> None:
    article = Article.from_text(case["text"])
    found = {name: getattr(article, name) for name in case["expected"]}
    if article.dateline and "dateline" in found:
        found["dateline"] = article.dateline.place
    found["removed"] = [item.text for item in article.removed]
    found["authors"] = list(article.authors)
    assert found == {"removed": [], "authors": [], **case["expected"]}


def test_the_real_article(shared: Path) -> None:
    article = nk.load_article(shared / "articles" / "000_681791b43a16e672.txt")
    parts = nk.segment(article)
    assert article.slug == "imran"
    assert (
        article.headline == "Amid Ukraine stand-off, Imran Khan off to Moscow for talks with Putin"
    )
    assert article.dateline is not None
    assert article.dateline.place == "ISLAMABAD"
    assert (len(parts.paragraphs), len(parts.sentences), len(parts.words)) == (9, 17, 357)
    assert [item.text for item in article.removed] == ["News Source link", "Leave a Reply"]
    assert (article.published, article.modified, article.outlet, article.byline) == (None,) * 4


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_same_article_however_it_was_saved(tmp_path: Path, newline: str, charset: str) -> None:
    original = nk.sample("khan-moscow-wire")
    source = Path(nk.__file__).parent / "samples" / "khan-moscow-wire.txt"
    path = tmp_path / "story.txt"
    path.write_bytes(source.read_text("utf-8").replace("\n", newline).encode(charset))
    article = nk.load_article(path)
    assert article.text == original.text
    assert article.removed == original.removed
    assert article.headline == original.headline


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        (
            "Talks end in Dover without\nagreement on gas\n\n",
            "Talks end in Dover without agreement on gas",
        ),
        (
            "The library will close for good in May, and\nnobody will lose a job, the town said.\n",
            None,
        ),
        ("The library will close for good, and\nnobody will go. “We stay,” said\nAnn Lee.\n", None),
        (
            "The library will close for good, said\nthe mayor, who is in his\nfirst year.\n",
            None,
        ),
    ],
)
def test_a_paragraph_on_several_lines_is_no_headline(head: str, headline: str | None) -> None:
    article = Article.from_text(f"{head}\nThe talks ended on Monday. Nobody spoke of gas.\n")
    assert article.headline == headline
    assert "on Monday" in article.text
    assert headline is not None or article.text.startswith("The library")


@pytest.mark.parametrize("width", [60, 72])
def test_hard_wrapped_article_comes_back_whole(width: int) -> None:
    original = nk.sample("khan-moscow-wire")
    source = (Path(nk.__file__).parent / "samples" / "khan-moscow-wire.txt").read_text("utf-8")
    lines = [line for line in source.split("\n") if line]
    article = Article.from_text("\n\n".join(textwrap.fill(line, width) for line in lines))
    assert article.text.split("\n\n") == original.text.split("\n")
    assert article.headline == original.headline
    assert article.removed == tuple(
        item.__class__(item.text, item.rule, kept.line)
        for item, kept in zip(original.removed, article.removed, strict=True)
    )


def test_only_residue_is_refused_and_named() -> None:
    with pytest.raises(EmptyText, match="Leave a Reply"):
        Article.from_text("Leave a Reply\nShare this\n")


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=400))
def test_nothing_visible_is_lost_or_invented(text: str) -> None:
    """Every visible character ends in the text, a field, or the account of what was removed."""
    try:
        article = Article.from_text(text)
    except EmptyText:
        return
    from newskit.normalise import normalise_text

    kept = [article.text, article.headline, article.standfirst, article.byline]
    kept += [article.dateline.text if article.dateline else None]
    kept += [article.slug] + [item.text for item in article.removed]
    before = sorted("".join(normalise_text(text)[0].split()))
    after = sorted("".join("".join(part or "" for part in kept).split()))
    slack = 1 if article.slug else 0  # the colon or slash of a slug
    assert len(after) in (len(before), len(before) - slack)


def test_huge_paragraph_is_read_in_one_piece() -> None:
    paragraph = "The talks went on and on. " * 12_000
    article = Article.from_text("Talks go on\n\n" + paragraph)
    assert article.text == paragraph.strip()
