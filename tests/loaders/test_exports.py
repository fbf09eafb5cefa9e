"""Exports of news databases, written by hand after the layouts that the databases document."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import EmptyText, InputError, UnsupportedSource
from newskit.loaders.dispatch import find_loader, read_source

LEAD = "The talks between the two ministers ended late on Wednesday without a result."
NEXT = "They are to meet again in a week, a spokeswoman said after midnight."
BRIDGE = "The harbour bridge reopened on Monday after eleven weeks of repairs, the council said."

UNI = f"""User Name: = A. Reader
Date and Time: = Thursday, February 24, 2022 10:12:00 AM GMT
Job Number: = 1234567
Documents (2)
1. Talks end
Client/Matter: -None-
Search Terms: talks
Search Type: Natural Language
Narrowed by: -None-
Page 1 of 2
Talks end
The Courier
February 23, 2022 Wednesday
Late Edition - Final
Copyright 2022 The Courier Company All Rights Reserved
Section: Section A; Column 0; Foreign Desk; Pg. 1
Length: 25 words
Byline: By Anna Petrova and Omar Khalid
Dateline: MOSCOW
Highlight: No date for the next round.
Body

{LEAD}

{NEXT}
Graphic

PHOTO: The ministers (PHOTOGRAPH BY A. PERSON)
Classification
Language: ENGLISH
Publication-Type: Newspaper
Subject: TALKS (90%)
Load-Date: February 24, 2022
End of Document
Bridge reopens
The Courier (Marlow)
May 16, 2023 Tuesday 7:40 AM GMT
Copyright 2023 The Courier Company All Rights Reserved
Section: NEWS
Length: 14 words
Body
{BRIDGE}
Load-Date: May 16, 2023
End of Document"""
LEXIS = """

                               1 of 2 DOCUMENTS


                                  The Courier

                         February 23, 2022 Wednesday
                             Late Edition - Final

Talks end

BYLINE: By ANNA PETROVA and OMAR KHALID

SECTION: Section A; Column 0; Foreign Desk; Pg.
1

LENGTH: 25 words

DATELINE: MOSCOW

The talks between the two ministers ended late on
Wednesday without a result.

They are to meet again in a week, a spokeswoman
said after midnight.

GRAPHIC: PHOTO: The ministers

LOAD-DATE: February 24, 2022

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                     Copyright 2022 The Courier Company


                               2 of 2 DOCUMENTS


                                  The Courier

                              May 16, 2023 Tuesday

Bridge reopens

SECTION: NEWS

LENGTH: 14 words

The harbour bridge reopened on Monday after eleven
weeks of repairs, the council said.

LOAD-DATE: May 16, 2023
"""
FACTIVA = f"""SE   Foreign Desk
HD   Talks end
BY   By Anna Petrova and Omar Khalid
WC   25 words
PD   23 February 2022
ET   10:12 AM
SN   The Courier
SC   COUR
ED   Late Edition
PG   1
LA   English
CY   Copyright 2022 The Courier Company. All Rights Reserved.
LP

MOSCOW -- {LEAD}

TD

{NEXT}

CO   cour : The Courier Company
NS   gdip : International Relations
AN   Document COUR000020220223ei2n0002d
HD   Bridge reopens
WC   14 words
PD   16 May 2023
SN   The Courier
LA   English
LP

{BRIDGE}

AN   Document COUR000020230516ej5g00001
"""
BARE = f"""Talks end
By Anna Petrova and Omar Khalid
25 words
23 February 2022
10:12
The Courier
COUR
Late Edition
1
English
Copyright 2022 The Courier Company. All Rights Reserved.

MOSCOW -- {LEAD}

{NEXT}

Document COUR000020220223ei2n0002d

Bridge reopens
14 words
16 May 2023
The Courier
COUR
English
(c) 2023 The Courier Company.

{BRIDGE}

Document COUR000020230516ej5g00001
"""
PROQUEST = f"""____________________________________________________________

Report Information from ProQuest
24 February 2022 10:12
____________________________________________________________

Table of contents
1. Talks end
2. Bridge reopens
____________________________________________________________

Document 1 of 2

Talks end

Author: Petrova, Anna; Khalid, Omar

Publication info: The Courier, Late Edition; Marlow [Marlow]23 Feb 2022: A.1.

Abstract: No date for the next round.

Full text: MOSCOW -- {LEAD}

{NEXT}

Subject: Diplomacy;

Title: Talks end

Publication title: The Courier, Late Edition (East); Marlow

Pages: A.1

Publication date: Feb 23, 2022

Section: Foreign Desk

Language of publication: English

ProQuest document ID: 1234567890

Document URL: https://search.proquest.example/docview/1234567890

Copyright: Copyright The Courier Company Feb 23, 2022

Database: Newsstream
____________________________________________________________

Document 2 of 2

Bridge reopens

Full text: {BRIDGE}

Title: Bridge reopens

Publication title: The Courier; Marlow

Publication date: May 16, 2023

Language of publication: English

ProQuest document ID: 1234567891
____________________________________________________________

Contact ProQuest
"""


def as_text(text: str) -> bytes:
    return text.encode()


def as_docx(text: str) -> bytes:
    document = pytest.importorskip("docx").Document()
    for line in text.split("\n"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_rtf(text: str) -> bytes:
    pytest.importorskip("striprtf")
    return (
        "{\\rtf1\\ansi " + "".join(f"{line}\\par\n" for line in text.split("\n")) + "}"
    ).encode()


def as_html(text: str) -> bytes:
    """A paragraph for each block of lines, as LexisNexis wrote it."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]
    rows = "".join(f"<div><p><span>{block}</span></p></div>\n" for block in blocks)
    rows = rows.replace("Wednesday Late Edition", "Wednesday<br>Late Edition")
    return f"<html><head><title>Export</title></head><body>{rows}</body></html>".encode()


def as_rows(text: str) -> bytes:
    """The table of Factiva's HTML: the code in one cell, its text in the next."""
    html = ""
    for line in text.split("\n"):
        code = line[:2] if line[:5].strip() == line[:2] and line[:2].isupper() else ""
        html += (
            f"</td></tr><tr><td class='index'><b>{code}</b>&nbsp;</td><td>{line[5:]}"
            if code
            else f"<p>{line}</p>"
        )
    return f"<html><head><title>F</title></head><body><table><tr><td>{html}</table>".encode()


def as_cells(text: str) -> bytes:
    """The table of Factiva's RTF, as cells."""
    pytest.importorskip("striprtf")
    lines = [
        f"{line[:2]}\\cell {line[5:]}\\par\n"
        if line[:2].isupper() and line[2:5] in ("   ", "")
        else line + "\\par\n"
        for line in text.split("\n")
    ]
    return ("{\\rtf1\\ansi " + "".join(lines) + "}").encode()


def as_table(text: str) -> bytes:
    """The codes and their texts as the cells of a table in Word."""
    document = pytest.importorskip("docx").Document()
    table = document.add_table(rows=0, cols=2)
    for part in re.split(r"\n(?=[A-Z]{2}(?: {3}|\n))", text):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = part[:2], part[2:].strip()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_framed(text: str) -> bytes:
    """With what Factiva prints around its documents, and hard blanks in their numbers."""
    html = as_html(text.replace("\n", "\n\n")).replace(b"Document ", b"Document&nbsp;")
    cover = b"<p>Factiva</p><p>Page 1 of 2 &#169; 2023 Factiva, Inc. All rights reserved.</p>"
    return html.replace(b"<body>", b"<body>" + cover).replace(b"Export", b"Factiva")


CASES: dict[str, tuple[str, str, Callable[[str], bytes]]] = {
    "Nexis Uni, DOCX": ("Nexis", UNI, as_docx),
    "Nexis Uni, RTF": ("Nexis", UNI, as_rtf),
    "Nexis Uni, hard spaces": ("Nexis", UNI.replace(": ", ":\xa0"), as_docx),
    "LexisNexis, HTML": ("Nexis", LEXIS, as_html),
    "LexisNexis, text": ("Nexis", LEXIS, as_text),
    "Factiva, text": ("Factiva", FACTIVA, as_text),
    "Factiva, RTF": ("Factiva", FACTIVA, as_cells),
    "Factiva, HTML": ("Factiva", FACTIVA, as_rows),
    "Factiva without codes, RTF": ("Factiva", BARE, as_rtf),
    "Factiva without codes, framed": ("Factiva", BARE, as_framed),
    "Factiva, a table in Word": ("Factiva", FACTIVA, as_table),
    "Factiva, other numbers": (
        "Factiva",
        re.sub(r"COUR0000202\d{5}ej?i?\w+", "COUR12345678", FACTIVA),
        as_rows,
    ),
    "Factiva, one blank": ("Factiva", FACTIVA.replace("CO   cour", "CO cour"), as_text),
    "ProQuest, text": ("ProQuest", PROQUEST, as_text),
    "ProQuest, DOCX": ("ProQuest", PROQUEST, as_docx),
}


@pytest.mark.parametrize("name", CASES)
def test_documents_of_an_export(name: str) -> None:
    row, text, pack = CASES[name]
    data = pack(text)
    assert find_loader(read_source(data)).name == row
    articles = list(nk.load_articles(data))
    assert [article.headline for article in articles] == ["Talks end", "Bridge reopens"]
    talks, bridge = articles
    assert talks.text.split("\n") == [LEAD, NEXT]
    assert bridge.text == BRIDGE
    assert talks.authors == ("Anna Petrova", "Omar Khalid")
    assert (talks.published, bridge.published) == ("2022-02-23", "2023-05-16")
    assert talks.outlet == "The Courier"
    assert talks.language == "en"
    assert talks.dateline
    assert talks.dateline.place == "MOSCOW"
    assert "Foreign Desk" in (talks.section or "Foreign Desk")
    assert not talks.rights or talks.rights.startswith("Copyright")
    assert talks.provenance
    assert talks.provenance.loader == row
    assert talks.provenance.source.endswith("document 1")


@pytest.mark.parametrize("pack", [as_text, as_rtf, as_framed])
@pytest.mark.parametrize("by", ["By Anna Petrova", "Anna Petrova"])
def test_section_and_byline_of_factiva_are_not_in_the_headline(
    pack: Callable[[str], bytes], by: str
) -> None:
    text = BARE.replace("By Anna Petrova and Omar Khalid", by).replace(
        "Talks end", "World\nTalks end"
    )
    talks, bridge = nk.load_articles(pack(text))
    assert (talks.headline, talks.section) == ("Talks end", "World")
    assert (talks.byline, talks.authors) == (by, ("Anna Petrova",))
    assert (bridge.headline, bridge.section, bridge.byline) == ("Bridge reopens", None, None)


@pytest.mark.parametrize("text", [FACTIVA, BARE])
def test_documents_of_factiva_that_cannot_be_told_apart_are_refused(text: str) -> None:
    joined = re.sub(r"(AN   )?Document COUR\S+\n", "", text, count=1)
    with pytest.raises(InputError, match="told apart"):
        list(nk.load_articles(joined.encode()))


def test_one_document_is_one_article_and_several_name_load_articles(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(FACTIVA.split("HD   Bridge")[0])
    assert nk.load_article(path).headline == "Talks end"
    with pytest.raises(UnsupportedSource, match="load_articles"):
        nk.load_article(FACTIVA.encode())


def test_record_without_full_text_says_so() -> None:
    short = PROQUEST.replace(f"Full text: {BRIDGE}", "Abstract: A bridge.")
    articles = nk.load_articles(short.encode(), on_error="collect")
    assert len(list(articles)) == 1
    assert "no full text" in articles.failures[0].reason
    with pytest.raises(EmptyText, match="ProQuest"):
        list(nk.load_articles(short.encode()))


@pytest.mark.parametrize(
    "text",
    ["Talks end\n\nThis is the End of Document\nhe said.", "____________________\nEnd\nIt ended."],
)
def test_ordinary_text_is_no_export(text: str) -> None:
    assert find_loader(read_source(text.encode())).name == "plain text"


def _halves(text: str) -> Sequence[str]:
    return [text[:end] for end in range(0, len(text), 97)]


@pytest.mark.parametrize("text", [UNI, LEXIS, FACTIVA, BARE, PROQUEST])
def test_truncated_exports_give_articles_or_reasons(text: str) -> None:
    for part in _halves(text):
        articles = nk.load_articles(part.encode(), on_error="collect")
        found = list(articles)
        assert found or articles.failures
