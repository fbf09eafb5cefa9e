"""Files of every format, damaged: an article or an error that says why, and nothing else."""

from __future__ import annotations

import copy
import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newskit as nk
from newskit import Article
from newskit.errors import EmptyText, InputError, NewskitError
from newskit.loaders.dispatch import LOADERS, Loader
from tests.loaders import test_exports, test_feeds, test_formats, test_listing

FORMATS = sorted(test_formats.CASES)
TEXTS = {
    "Nexis": test_exports.UNI,
    "Factiva": test_exports.FACTIVA,
    "ProQuest": test_exports.PROQUEST,
    "RSS": test_feeds.RSS,
    "Atom": test_feeds.ATOM,
    "JSON Feed": test_feeds.JSON_FEED,
    "sitemap": test_listing.SITEMAP,
    "Media Cloud": test_listing.MEDIA_CLOUD,
    "GDELT": test_listing.GRAPH,
}
WRONG: tuple[Any, ...] = (None, 5, "x", [], {}, ["x"], [5], {"a": 1})


def read(data: bytes) -> None:
    """Read bytes that may be anything. What is no error of ours fails the test."""
    try:
        for article in nk.load_articles(data, on_error="collect", limit=5):
            assert article.text.strip()
        nk.load_article(data)
    except (NewskitError, FileNotFoundError):
        pass


def damage(data: bytes) -> Iterator[bytes]:
    chance = random.Random(7)
    for _ in range(6):
        yield data[: chance.randrange(len(data))]
        at = chance.randrange(len(data))
        yield data[:at] + bytes(chance.randrange(256) for _ in range(9)) + data[at + 9 :]
    yield data + data
    yield data.replace(b"<", b"", 3)


@pytest.mark.parametrize("name", FORMATS)
def test_damaged_files(name: str) -> None:
    for part in damage(test_formats.as_bytes(name)):
        read(part)


@pytest.mark.parametrize("name", TEXTS)
def test_damaged_texts(name: str) -> None:
    for part in damage(TEXTS[name].encode()):
        read(part)


@pytest.mark.parametrize(
    "given", [test_formats.NINJS_1, test_formats.NINJS_3, json.loads(test_feeds.JSON_FEED)]
)
def test_values_of_the_wrong_kind(given: dict[str, Any]) -> None:
    for key in given:
        for wrong in WRONG:
            read(json.dumps(given | {key: wrong}).encode())
    for wrong in WRONG:
        record = copy.deepcopy(given)
        for name in ("items", "headlines", "bodies", "subjects"):
            for one in record.get(name, []):
                one.update(dict.fromkeys(one, wrong))
        read(json.dumps(record).encode())


@pytest.mark.parametrize("suffix", ["txt", "html", "csv", "pdf", "docx", "json", "xml", "zip"])
def test_empty_file(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(b"")
    with pytest.raises(EmptyText, match="0 bytes"):
        nk.load_article(path)


def test_gzip_that_breaks_off() -> None:
    with pytest.raises(InputError, match="breaks off"):
        nk.load_article(gzip.compress(random.Random(7).randbytes(9_000))[:5_000])


def test_json_nested_beyond_measure() -> None:
    for data in (b"[" * 100_000, b'{"a":' * 100_000):
        read(data)


def test_own_loader_is_a_function_and_a_row(tmp_path: Path) -> None:
    def read_shout(source: Any) -> Article:
        return Article(text=source.data.decode().capitalize(), headline=source.name)

    row = Loader("shout", lambda source: source.suffix == ".shout", "a.shout", load=read_shout)
    (tmp_path / "a.shout").write_text("THEY ENDED LATE.")
    (tmp_path / "b.txt").write_text("Story b\n\nIt was told on Monday.")
    assert nk.load_article(tmp_path / "a.shout", format=row).text == "They ended late."
    found = list(nk.load_articles(tmp_path, format=row))
    assert [article.text for article in found] == ["They ended late.", "It was told on Monday."]
    assert row not in LOADERS
