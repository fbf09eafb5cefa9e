"""PDF files made here, word by word on paper: columns, broken words, running heads, scans."""

from __future__ import annotations

import io
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import EmptyText, InputError
from newskit.loaders.pdf_text import split_columns

pytest.importorskip("pypdf")

Mark = tuple[int, int, str]  # x, y, what is printed there
BODY = (
    "The harbour bridge reopened on Tuesday morning, eleven weeks after inspectors had closed it "
    "because of cracks in two of its supports. The repairs cost more than the council had set "
    "aside in spring, and the harbour master said that the well-known clock of the bridge would "
    "stay dark until autumn. Nobody was hurt, she said, and the ferries are to run for a week "
    "longer than planned, at the usual prices and at the usual hours of the day."
)


def pdf(*pages: list[Mark]) -> bytes:
    """The smallest PDF that prints these words on these pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    for marks in pages:
        stream = "".join(
            f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for x, y, text in marks
        )
        content = len(objects) + 2
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier "
            ">> >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    kids = " ".join(f"{n} 0 R" for n in range(3, len(objects) + 1, 2))
    objects[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    out, places = "%PDF-1.4\n", []
    for n, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def column(lines: list[str], x: int, y: int = 760) -> list[Mark]:
    return [(x, y - 14 * n, line) for n, line in enumerate(lines)]


def wrap(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = wrap(BODY, 34)
    half = len(lines) // 2
    left, right = column(lines[:half], 40), column(lines[half:], 310)
    mixed = [mark for pair in zip(left, right, strict=False) for mark in pair] + right[half:]
    article = nk.load_article(pdf([(40, 800, "Harbour bridge reopens after long repairs"), *mixed]))
    assert article.headline == "Harbour bridge reopens after long repairs"
    assert " ".join(article.text.split()) == BODY
    assert article.text.count("\n") == 0


def justify(line: str, width: int) -> str:
    """The line with its blanks widened until it is as long as the column is wide."""
    words, at = line.split(), 0
    while sum(map(len, words)) + len(words) - 1 < width:
        words[at] += " "
        at = (at + 1) % (len(words) - 1)
    return " ".join(words)


@pytest.mark.parametrize(
    "head", [[], [(40, 820, "THE ELLERY COURIER"), (480, 820, "12 April 2024")]]
)
def test_justified_columns_are_not_split_at_the_blanks_of_their_lines(head: list[Mark]) -> None:
    marks, story = [], ""
    for n in range(4):  # paragraphs, of which two stand in a column
        lines = wrap(f"   {BODY}"[:-1] + f", for part {n}.", 34)
        set_in = [*(justify(line, 34) for line in lines[:-1]), lines[-1]]
        set_in[0] = f"   {set_in[0].strip()}"
        marks += column(set_in, 40 + 280 * (n // 2), 740 - 14 * (n % 2) * len(lines))
        story += f"{BODY[:-1]}, for part {n}.\n"
    title = [
        (40, 800, "Harbour bridge reopens after long repairs to two of its supports, mayor says")
    ]
    article = nk.load_article(pdf([*head, *title, (40, 775, "By Marta Lindqvist"), *marks]))
    assert article.text == story.strip()
    assert (article.headline, article.byline) == (title[0][2], "By Marta Lindqvist")
    assert len(article.removed) == bool(head)


def test_columns_whose_lines_stand_wide_apart_are_read_whole() -> None:
    lines = wrap(BODY, 34)
    half = len(lines) // 2
    left = [(x, 780 - 2 * (780 - y), text) for x, y, text in column(lines[:half], 40, 780)]
    right = [(x, 780 - 2 * (780 - y), text) for x, y, text in column(lines[half:], 310, 780)]
    article = nk.load_article(pdf([(40, 820, "Bridge reopens"), *left, *right]))
    assert article.text == BODY


def test_broken_words_are_joined_and_compounds_kept() -> None:
    lines = [
        "The minis-",
        "ters met on Tuesday.",
        "They were well-known, and the well-",
        "known men left.",
    ]
    text = nk.load_article(pdf(column(["Talks end", "", *lines], 40))).text
    assert "ministers" in text
    assert "the well-known" in text.replace("\n", " ")


def test_running_heads_and_page_numbers_are_taken_out() -> None:
    lines = wrap(BODY, 60)
    pages = [
        [(40, 810, "The Ellery Courier"), *column(part, 40), (300, 30, f"Page {n}")]
        for n, part in enumerate((["Bridge reopens", "", *lines[:4]], lines[4:]), 1)
    ]
    article = nk.load_article(pdf(*pages))
    assert " ".join(article.text.split()) == BODY
    assert article.headline == "Bridge reopens"
    heads = [item.text for item in article.removed if item.rule == "running head"]
    assert heads == ["The Ellery Courier", "Page 1", "The Ellery Courier", "Page 2"]


def test_scan_says_that_it_has_no_text() -> None:
    with pytest.raises(EmptyText, match="scan"):
        nk.load_article(pdf([]))
    with pytest.raises(InputError, match="PDF"):
        nk.load_article(b"%PDF-1.7 broken")


@pytest.mark.parametrize("page", [[], [""], ["one line"], ["a  b"] * 3, wrap(BODY, 60)])
def test_one_column_stays_one(page: list[str]) -> None:
    assert split_columns(page) == []


@pytest.mark.parametrize(
    "head",
    [
        "THE COURIER    Wednesday, February 23, 2022    A3",
        "THE COURIER WEDNESDAY 23 FEBRUARY 2022",
        "23/02/2022, 18:45   Bridge reopens - The Courier",
        "The Courier | 23 February 2022 | Page 1",
    ],
)
def test_head_of_a_lone_page_is_no_headline(head: str) -> None:
    lines = ["Bridge reopens after repairs", "", *wrap(BODY, 60)]
    foot = (40, 30, "https://courier.example/a 1/1")
    article = nk.load_article(pdf([(40, 810, head), *column(lines, 40, 780), foot]))
    assert article.headline == "Bridge reopens after repairs"
    assert [item.text for item in article.removed] == [head, foot[2]]


def test_headline_with_a_date_is_kept() -> None:
    lines = ["Election of 24 May 2022 is void, court says", "", *wrap(BODY, 60)]
    assert nk.load_article(pdf(column(lines, 40))).headline == lines[0]


ENGLISH = "The ministers met the council on Tuesday and said that the harbour was open again."
# label, the two lines, what they make, what else the page says
BROKEN = (
    ("two words that make none", "a well-", "known crew", "a well-known crew", ENGLISH),
    ("two words that make one", "the inspec-", "tors left", "the inspectors left", ENGLISH),
    ("a name", "that Petro-", "va left", "that Petrova left", ENGLISH),
    ("a capital", "the Anglo-", "American talks", "the Anglo-American talks", ENGLISH),
    ("a figure", "in the mid-", "1990s", "in the mid-1990s", ENGLISH),
    ("seen whole", "of the-", "art kind", "of the-art kind", f"{ENGLISH} It is state-of-the-art."),
    ("German", "auf dem Sport-", "platz dort", "auf dem Sportplatz dort",
     "Die Minister trafen sich am Dienstag und sagten, dass der Hafen wieder offen sei."),
)  # fmt: skip


@pytest.mark.parametrize(("label", "first", "second", "whole", "rest"), BROKEN)
def test_hyphen_at_the_end_of_a_line(
    label: str, first: str, second: str, whole: str, rest: str
) -> None:
    lines = ["Talks end", "", *wrap(rest, 60), first, f"{second}."]
    text = nk.load_article(pdf(column(lines, 40))).text
    assert whole in " ".join(text.split()), label


def test_broken_pdf_writes_nothing_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    path.write_bytes(pdf(column(wrap(BODY, 60), 40))[:-200])
    code = "import sys, newskit; list(newskit.load_articles(sys.argv[1], on_error='skip'))"
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True)
    assert done.stderr == b""


def test_locked_pdf_says_so() -> None:
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(column(wrap(BODY, 60), 40))))
    writer.encrypt("secret")
    packed = io.BytesIO()
    writer.write(packed)
    with pytest.raises(InputError, match="password"):
        nk.load_article(packed.getvalue())
