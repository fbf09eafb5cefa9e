from __future__ import annotations

from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import EmptyText, InputError, NotText, UnknownName, UnsupportedSource


def test_path_str_and_bytes_and_text_are_one_article(tmp_path: Path) -> None:
    text = "Talks end\n\nMOSCOW: The talks ended late."
    path = tmp_path / "a.txt"
    path.write_text(text)
    articles = [
        nk.load_article(path),
        nk.load_article(str(path)),
        nk.load_article(text.encode()),
        nk.load_article(text),
    ]
    assert len({article.text for article in articles}) == 1
    assert len({article.provenance.sha256 for article in articles if article.provenance}) == 1


@pytest.mark.parametrize(
    ("source", "error", "said"),
    [
        ("https://", InputError, "address"),
        (b"<!DOCTYPE html><html></html>", EmptyText, "no article"),
        (b"%PDF-1.7", InputError, "PDF"),
        (b"<?xml version='1.0'?><menu/>", UnsupportedSource, "XML"),
        (b"\x89PNG\r\n\x1a\n", NotText, "PNG"),
        (b"", EmptyText, "no text"),
        (b" \n\n ", EmptyText, "no text"),
        (42, InputError, "int"),
        (None, InputError, "NoneType"),
        ("no-such-file.txt", FileNotFoundError, "from_text"),
    ],
)
def test_what_cannot_be_loaded_says_what_would_have(
    source: object, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        nk.load_article(source)  # type: ignore[arg-type]


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedSource, match=r"story\.txt"):
        nk.load_article(tmp_path)


def test_unknown_format_names_the_known() -> None:
    with pytest.raises(UnknownName, match="plain text"):
        nk.load_article("a\nb", format="plain")


def test_forced_format_skips_the_guess() -> None:
    assert nk.load_article(b"<html> is a tag.", format="plain text").text == "<html> is a tag."
