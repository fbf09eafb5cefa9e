from __future__ import annotations

import gzip
import hashlib
import io
import json
import tracemalloc
import zipfile
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import EmptyText, InputError, NotText, UnknownName, UnsupportedSource
from newskit.loaders.many import Articles, load_articles

ROWS = [
    {"Title": "Talks end", "full_text": "They ended late.", "Pub Date": "2022-02-23", "id": "1"},
    {"Title": "Bridge opens", "full_text": "It opened early.", "Pub Date": "", "id": "2"},
    {"Title": "Empty", "full_text": "", "Pub Date": "2022-02-25", "id": "3"},
]


def as_csv(separator: str = ",") -> str:
    lines = [separator.join(ROWS[0])] + [separator.join(row.values()) for row in ROWS]
    return "\n".join(lines) + "\n"


def heads(articles: Articles) -> list[str | None]:
    return [article.headline for article in articles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Story {name}\n\nIt was told on Monday.")
    (tmp_path / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / ".hidden").write_text("x")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", as_csv()),
        ("b.csv", as_csv(";")),
        ("c.tsv", as_csv("\t")),
        ("d.jsonl", "\n".join(map(json.dumps, ROWS))),
    ],
)
def test_tables(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    articles = load_articles(path, on_error="collect")
    found = list(articles)
    assert [(a.headline, a.text, a.published) for a in found] == [
        ("Talks end", "They ended late.", "2022-02-23"),
        ("Bridge opens", "It opened early.", None),
    ]
    assert dict(found[0].origins)["headline"] == "column Title"
    [failure] = articles.failures
    assert (failure.position, "row 3" in failure.source) == (2, True)
    assert "full_text" in failure.reason


NESTED = {"title": {"rendered": "Talks end"}, "content": {"rendered": "<p>They ended late.</p>"}}
SOLD = {"title": "Talks end", "content": "They ended late. [+2345 chars]", "source": {"name": "C"}}
# label, what the file holds, the headlines of its articles, how many fail
JSON_FILES: tuple[tuple[str, object, list[str], int], ...] = (
    ("a list", ROWS, ["Talks end", "Bridge opens"], 1),
    ("a lone record", ROWS[0], ["Talks end"], 0),
    (
        "a list under a key",
        {"status": "ok", "articles": ROWS[:2]},
        ["Talks end", "Bridge opens"],
        0,
    ),
    ("a list two keys down", {"response": {"docs": ROWS[:1]}}, ["Talks end"], 0),
    ("records in a wrapper", {"hits": {"hits": [{"_source": ROWS[0]}]}}, ["Talks end"], 0),
    ("values in a wrapper", [NESTED], ["Talks end"], 0),
    ("texts cut off", {"articles": [SOLD]}, ["Talks end"], 0),
    ("records of other keys", [{"title": "x"}, ROWS[0], 3, NESTED], ["Talks end", "Talks end"], 2),
    ("only addresses", {"links": [{"title": "x", "url": "https://c.example/x"}]}, [], 1),
)


@pytest.mark.parametrize("form", [None, "table"])
@pytest.mark.parametrize(("label", "value", "headlines", "n_failures"), JSON_FILES)
def test_json(
    label: str, value: object, headlines: list[str], n_failures: int, form: str | None
) -> None:
    data = json.dumps(value, indent=1).encode()
    articles = load_articles(data, on_error="collect", format=form)
    found = list(articles)
    assert [article.headline for article in found] == headlines, label
    assert all(a.text in ("They ended late.", "It opened early.") for a in found)
    assert len(articles.failures) == n_failures
    if label == "texts cut off":
        assert [item.text for item in found[0].removed] == ["[+2345 chars]"]
        assert found[0].outlet == "C"


def test_json_of_unusual_names_says_them_and_takes_columns() -> None:
    data = b'[{"kop": "Talks end", "tekst": "They ended late."}]'
    with pytest.raises(UnsupportedSource, match="kop, tekst"):
        list(load_articles(data))
    columns = {"text": "tekst", "headline": "kop"}
    assert heads(load_articles(data, columns=columns)) == ["Talks end"]


def test_excel(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    pd.DataFrame(ROWS[:2]).to_excel(tmp_path / "a.xlsx", index=False)
    assert heads(load_articles(tmp_path / "a.xlsx")) == ["Talks end", "Bridge opens"]


def test_parquet(tmp_path: Path) -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    pd.DataFrame(ROWS[:2]).to_parquet(tmp_path / "a.parquet")
    assert heads(load_articles(tmp_path / "a.parquet")) == ["Talks end", "Bridge opens"]


def test_columns_may_be_given_and_are_named_when_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("kop,tekst\nTalks end,They ended late.\n")
    with pytest.raises(UnsupportedSource, match="kop, tekst"):
        list(load_articles(path))
    articles = load_articles(path, columns={"text": "tekst", "headline": "kop"})
    assert heads(articles) == ["Talks end"]
    with pytest.raises(UnsupportedSource, match="'nope'"):
        list(load_articles(path, columns={"text": "nope"}))


def test_folder_in_order_of_names(folder: Path) -> None:
    assert heads(load_articles(folder, on_error="skip")) == ["Story a", "Story b", "Story c"]
    assert heads(load_articles(folder, limit=2)) == ["Story a", "Story b"]
    assert heads(load_articles(str(folder / "[ab].txt"))) == ["Story a", "Story b"]
    with pytest.raises(NotText, match="PNG"):
        list(load_articles(folder))


def test_collected_failure_has_reason_and_digest(folder: Path) -> None:
    articles = load_articles(folder, on_error="collect")
    assert len(list(articles)) == 3
    [failure] = articles.failures
    assert failure.position == 3
    assert "PNG" in failure.reason
    assert failure.sha256
    assert len(failure.sha256) == 64


def test_zip_of_several_formats() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "Story a\n\nIt was told on Monday.")
        archive.writestr("a.unknown.xml", "<?xml version='1.0'?><odd/>")
        archive.writestr("deep/b.csv", as_csv())
        archive.writestr("__MACOSX/x", "junk")
    assert heads(load_articles(packed.getvalue(), on_error="skip")) == [
        "Story a",
        "Talks end",
        "Bridge opens",
    ]
    with pytest.raises(UnsupportedSource, match="load_articles"):
        nk.load_article(packed.getvalue())


def test_nothing_given_says_what_would_do() -> None:
    with pytest.raises(InputError, match="list of them; got NoneType"):
        list(load_articles(None))  # type: ignore[arg-type]


def test_one_article_in_a_container_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\nTalks end,They ended late.\n")
    assert nk.load_article(path).headline == "Talks end"
    path.write_text("title,text\n")
    with pytest.raises(EmptyText, match="table"):
        nk.load_article(path)
    with pytest.raises(UnsupportedSource, match="load_articles"):
        nk.load_article(tmp_path)


def test_gzip_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "story.txt.gz"
    path.write_bytes(gzip.compress(b"Story a\n\nIt was told on Monday."))
    assert nk.load_article(path).headline == "Story a"


def test_list_and_missing_file() -> None:
    articles = load_articles(["Story a\n\nIt was told.", "nowhere.txt"], on_error="collect")
    assert heads(articles) == ["Story a"]
    assert "nowhere.txt" in articles.failures[0].reason
    with pytest.raises(FileNotFoundError):
        load_articles("nowhere/*.txt")
    with pytest.raises(UnknownName, match="collect"):
        load_articles("x\ny", on_error="ignore")


def test_is_lazy() -> None:
    def endless() -> object:
        while True:
            yield "Story\n\nIt was told on Monday."

    assert len(list(load_articles(endless(), limit=3))) == 3  # type: ignore[arg-type]


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Ten times the articles take no more memory: of a table, of lines, of a zip."""
    text = "The talks ended late on Wednesday. " * 40
    peaks: dict[str, list[float]] = {"csv": [], "jsonl": [], "zip": []}
    for n in (400, 4_000):
        (tmp_path / "a.csv").write_text("title,text\n" + f"Talks end,{text}\n" * n)
        (tmp_path / "a.jsonl").write_text((json.dumps({"text": text}) + "\n") * n)
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            for i in range(n // 10):
                archive.writestr(f"{i}.txt", f"Story {i}\n\n{text}")
        for suffix, found in peaks.items():
            tracemalloc.start()
            expected = n // 10 if suffix == "zip" else n
            assert sum(1 for _ in load_articles(tmp_path / f"a.{suffix}")) == expected
            found.append(tracemalloc.get_traced_memory()[1] / 1e6)
            tracemalloc.stop()
    for suffix, (few, many) in peaks.items():
        assert many < 60, suffix
        assert many < few + 50, suffix


def test_one_bad_line_of_a_jsonl_file_does_not_end_it(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    good = '{"title": "T%d", "text": "They ended late on Tuesday."}\n'
    path.write_text(good % 0 + "{bad json\n" + "[1, 2]\n" + good % 1, encoding="utf-8")
    loading = nk.load_articles(path, on_error="collect")
    assert [article.headline for article in loading] == ["T0", "T1"]
    first, second = (failure.reason for failure in loading.failures)
    assert "Line 2" in first
    assert "Line 3" in second
    with pytest.raises(nk.NewskitError, match=r"Line 2 of .*lines\.jsonl is no JSON"):
        list(nk.load_articles(path))


def test_failure_inside_a_zip_has_the_digest_of_the_file_inside() -> None:
    broken, empty = b'{"odd": 1}', b"title,text\nTalks end,\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.json", broken)
        archive.writestr("b.csv", empty)
    articles = load_articles(packed.getvalue(), on_error="collect")
    assert list(articles) == []
    digests = [hashlib.sha256(data).hexdigest() for data in (broken, empty)]
    assert [failure.sha256 for failure in articles.failures] == digests


@pytest.mark.parametrize("form", [None, "table", "DOCX"])
def test_locked_office_file_says_so(form: str | None) -> None:
    data = b"\xd0\xcf\x11\xe0" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(InputError, match="password"):
        list(load_articles(data, format=form))
