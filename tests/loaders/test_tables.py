"""Tables as people save them: broken rows, several sheets, other alphabets, dates as numbers."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from newskit.errors import UnsupportedSource
from newskit.loaders.given_date import read_given_date
from newskit.loaders.many import load_articles

HEAD = "title,text,date\n"
GOOD = ("Talks end,They ended late.,2024-05-06\n", "Bridge opens,It opened early.,2024-05-07\n")
# label, what stands between two good rows, the headlines, what the failures say
BROKEN: tuple[tuple[str, str, list[str], list[str]], ...] = (
    ("a bare comma", "Tides,High, then low, again,2024-05-06\n", [], ["Line 3", "5 fields"]),
    ("too few", "Tides,High\n", [], ["Line 3", "2 fields"]),
    ("an open quote", 'Tides,"High then low,2024-05-06\n', [], ["Line 3", "not closed"]),
    ("an open quote and a whole one", 'Tides,"High,2024-05-06\nA,"Low, then.",2024-05-06\n', ["A"],
     ["Line 3", "not closed"]),
    ("lines in quotes", 'Tides,"High\nthen, low",2024-05-06\n', ["Tides"], []),
    ("a sign for inches", 'Tides,A 5" pipe,2024-05-06\n', ["Tides"], []),
    ("an empty line and empty ends", "\nTides,High.,2024-05-06,,\n", ["Tides"], []),
)  # fmt: skip


@pytest.mark.parametrize(("label", "row", "headlines", "said"), BROKEN)
def test_broken_row_is_a_failure_of_that_row(
    label: str, row: str, headlines: list[str], said: list[str]
) -> None:
    found = load_articles((HEAD + GOOD[0] + row + GOOD[1]).encode(), on_error="collect")
    assert [a.headline for a in found] == ["Talks end", *headlines, "Bridge opens"], label
    assert len(found.failures) == bool(said)
    assert all(one in found.failures[0].reason for one in said)


def test_first_row_with_a_bare_comma_shifts_nothing() -> None:
    found = load_articles(f"{HEAD}Tides,High, low, again,2024-05-06\n".encode(), on_error="collect")
    assert list(found) == []
    assert "title, text, date" in found.failures[0].reason


def excel(**sheets: dict[str, list[str]]) -> bytes:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    packed = io.BytesIO()
    with pd.ExcelWriter(packed) as writer:
        for name, columns in sheets.items():
            pd.DataFrame(columns).to_excel(writer, sheet_name=name, index=False)
    return packed.getvalue()


def test_all_sheets_of_excel_are_read() -> None:
    first = {"title": ["Talks end"], "text": ["They ended late."]}
    second = {"body": ["It opened early."], "headline": ["Bridge opens"]}
    found = load_articles(excel(Cover={"note": ["x"]}, May=first, June=second))
    assert [(a.headline, a.text) for a in found] == [
        ("Talks end", "They ended late."),
        ("Bridge opens", "It opened early."),
    ]
    with pytest.raises(UnsupportedSource, match="Cover: note; May: kop, wat"):
        list(load_articles(excel(Cover={"note": ["x"]}, May={"kop": ["a"], "wat": ["b"]})))


CHINESE = "桥梁在周二上午重新开放，市长说维修费用超出了预算。"
# label, character set, header, row, its text
CHARSETS = (
    ("Chinese", "gb18030", "标题,正文", f"桥梁开放,{CHINESE}", CHINESE),
    ("Chinese beside long addresses", "gb18030", "id,标题,正文,link",
     f"1,桥梁开放,{CHINESE},https://example.org/{'news/' * 60}", CHINESE),
    ("Japanese", "shift_jis", "見出し,本文", "橋が再開,橋は火曜日の朝に再開したと市長が述べた。",
     "橋は火曜日の朝に再開したと市長が述べた。"),
    ("German", "cp1252", "Titel,Volltext", "Brücke,Die Brücke ist geöffnet.",
     "Die Brücke ist geöffnet."),
)  # fmt: skip


@pytest.mark.parametrize(("label", "charset", "header", "row", "text"), CHARSETS)
def test_table_in_another_character_set(
    label: str, charset: str, header: str, row: str, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"{header}\n{row}\n".encode(charset))
    [article] = load_articles(path)
    assert article.text == text, label
    assert article.provenance
    assert article.provenance.charset == charset


def test_one_row_in_latin_1_leaves_the_others_whole() -> None:
    rows = ["Café,Elle était là.\n".encode(), "Élan,Déjà vu.\n".encode("latin-1")]
    found = list(load_articles(b"".join([b"title,text\n", *rows, rows[0]])))
    assert [a.headline for a in found] == ["Café", "Élan", "Café"]


# label, as given, as read
DATES: tuple[tuple[str, object, str | None], ...] = (
    ("seconds", 1714989600, "2024-05-06T10:00:00+00:00"),
    ("milliseconds", 1714989600000, "2024-05-06T10:00:00+00:00"),
    ("a floating number", 1714989600.0, "2024-05-06T10:00:00+00:00"),
    ("as in mail", "Mon, 06 May 2024 10:00:00 GMT", "2024-05-06T10:00:00+00:00"),
    ("in German", "Mon, 06 Mai 2024 10:00:00 GMT", "2024-05-06T10:00+00:00"),
    ("British summer", "6 May 2024 10:00 BST", "2024-05-06T10:00+01:00"),
    ("New York", "2024-05-06 10:00:00 EDT", "2024-05-06T10:00:00-04:00"),
    ("Central Europe", "2024-05-06 10:00 (CET)", "2024-05-06T10:00:00+01:00"),
    ("halves of the day", "May 6, 2024 10:00 PM EST", "2024-05-06T22:00-05:00"),
    ("a day in figures", "20240506", "2024-05-06"),
    ("day or month", "05/06/2024", None),
    ("beyond 2100", 9914989600, None),
)


@pytest.mark.parametrize(("label", "given", "read"), DATES)
def test_date_in_a_table(label: str, given: object, read: str | None) -> None:
    record = {"title": "Talks end", "text": "They ended late.", "date": given}
    [article] = load_articles(json.dumps(record).encode())
    assert article.published == read == read_given_date(str(given)), label
    assert ("published" in dict(article.origins)) == (read is not None)
    assert [item.text for item in article.removed] == ([] if read else [str(given)])
