"""Bad input: a clear error or the article, quickly; never an empty text."""

from __future__ import annotations

import time

import pytest

from newskit import Article
from newskit.errors import (
    EmptyText,
    InputError,
    NewskitError,
    NotText,
    UnknownName,
    UnsupportedSource,
)
from newskit.loaders.markup import scan_markup

STORY = "".join(
    f"<p>The harbour bridge reopened on day {n} of the month, the council said, after repairs "
    "that took longer than its engineers had planned.</p>"
    for n in range(1, 9)
)
PAGE = f"<!DOCTYPE html><html><head><title>Bridge</title></head><body>{STORY}</body></html>"
RUSSIAN = "Премьер-министр прибыл в Москву на переговоры, сообщили в правительстве страны. "
SECONDS = 20  # generous: the machine may be busy; a hang takes minutes

REFUSED: dict[str, tuple[str | bytes, type[Exception], str]] = {
    "empty": ("", EmptyText, "nothing"),
    "truncated": (PAGE[: len(PAGE) * 2 // 3], InputError, "breaks off in the middle"),
    "truncated in a tag": (PAGE.partition("</body>")[0] + "<p cla", InputError, "breaks off"),
    "an error in its heading": (
        "<html><title>The Courier</title><body><h1>We can't find that page</h1><p>The story may "
        "have expired. Here are some links that may help you.</p></body></html>",
        UnsupportedSource,
        "an error page",
    ),
    "a German consent wall": (
        "<html lang=de><title>Der Kurier</title><body><p>Wir und unsere Partner verwenden Cookies, "
        "um Informationen auf Ihrem Gerät zu speichern.</p><p>Damit willigen Sie in die "
        "Verarbeitung personenbezogener Daten ein.</p></body></html>",
        UnsupportedSource,
        "a consent wall",
    ),
    "a French consent wall": (
        "<html lang=fr><title>Le Courrier</title><body><p>Nous et nos partenaires utilisons des "
        "traceurs sur votre appareil.</p><p>Avec votre accord, nous traitons vos données "
        "personnelles.</p></body></html>",
        UnsupportedSource,
        "a consent wall",
    ),
    "empty bytes": (b"", EmptyText, "nothing"),
    "zeros": (b"\x00" * 100_000, EmptyText, "none of them visible"),
    "blanks": (" \n\t ", EmptyText, "nothing"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, NotText, "PNG"),
    "a PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 40, NotText, "PDF"),
    "noise": (bytes(range(256)) * 400, NotText, "binary"),
    "plain text": ("The talks ended late on Wednesday.", NotText, "plain text"),
    "one unclosed script": ("<html><body><script>var a = 1;", InputError, "scripts"),
    "too large": ("<p>" + "The talks went on and on. " * 400_000, InputError, "characters"),
}
READ: dict[str, str | bytes] = {
    "10,000 nested tags": "<html><body>" + "<div>" * 10_000 + STORY + "</div>" * 10_000,
    "300 nested tags": "<html><body>" + "<div><span>" * 150 + STORY + "</span></div>" * 150,
    "100,000 attributes": "<html><body "
    + " ".join(f'a{n}="{n}"' for n in range(100_000))
    + f">{STORY}</body></html>",
    "5 MB of script": PAGE.replace("<body>", "<body><script>" + "x=1;" * 1_250_000 + "</script>"),
    "50,000 breaks": PAGE.replace("<body>", "<body>" + "<br>" * 50_000),
    "a comment that never ends": PAGE.replace("</body>", "<!-- and so on </body>"),
    "a zero byte": PAGE.encode().replace(b"harbour", b"harb\x00our", 1),
    "a lone surrogate": PAGE.replace("harbour", "harbour \udc9f", 1),
    "gibberish JSON-LD": PAGE.replace(
        "<body>", '<body><script type="application/ld+json">{"@type": [}</script>'
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason(name: str) -> None:
    page, error, said = REFUSED[name]
    start = time.monotonic()
    with pytest.raises(error, match=said):
        Article.from_html(page)
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize("grade", ["fast", "default"])
@pytest.mark.parametrize("name", READ)
def test_read_quickly_and_whole(name: str, grade: str) -> None:
    start = time.monotonic()
    article = Article.from_html(READ[name], grade=grade)
    assert time.monotonic() - start < SECONDS
    assert article.text.count("engineers had planned") >= 8


def test_five_megabytes_of_paragraphs() -> None:
    start = time.monotonic()
    article = Article.from_html(PAGE.replace(STORY, STORY * 4_000), grade="default")
    assert time.monotonic() - start < 3 * SECONDS
    assert article.text.count("engineers had planned") == 32_000


@pytest.mark.parametrize(
    ("charset", "declared", "text"),
    [
        ("utf-8", "utf-8", "Café — “crisis”"),
        ("utf-8", "iso-8859-1", "Café — “crisis”"),
        ("cp1252", "iso-8859-1", "Café — “crisis”"),
        ("utf-8-sig", "", "Café — “crisis”"),
        ("utf-16", "", "Café — “crisis”"),
        ("cp1251", "windows-1251", RUSSIAN),
        ("cp1251", "utf-8", RUSSIAN * 9),
        ("koi8-r", "", RUSSIAN * 9),
        ("shift_jis", "shift_jis", "首相は水曜日にモスクワに到着し、会談を行った。" * 4),
        ("gb18030", "gb2312", "总理星期三抵达莫斯科举行会谈，政府表示。" * 4),
    ],
)
def test_character_sets(charset: str, declared: str, text: str) -> None:
    meta = f'<meta charset="{declared}">' if declared else ""
    page = f"<html><head>{meta}<title>x</title></head><body><p>{text.strip()}</p>{{}}</body></html>"
    story = STORY if charset not in ("cp1251", "koi8-r") else ""
    assert text.strip() in Article.from_html(page.format(story).encode(charset)).text


def test_unknown_grade_names_the_known() -> None:
    with pytest.raises(UnknownName, match="default"):
        Article.from_html(PAGE, grade="defualt")


@pytest.mark.parametrize("given", [None, 7, ["<p>"]])
def test_wrong_type(given: object) -> None:
    with pytest.raises(InputError, match="str or bytes"):
        Article.from_html(given)  # type: ignore[arg-type]


def test_never_an_empty_text() -> None:
    for end in range(0, len(PAGE), 37):
        try:
            found = Article.from_html(PAGE[:end]).text
        except NewskitError as refusal:
            found = str(refusal)
        assert found.strip()


@pytest.mark.parametrize(
    ("inside", "is_cleaned"),
    [
        ("<script>" + "x=1;" * 40_000 + "</script>", False),
        ("<script>if (a<b) " + "x=1;" * 40_000 + "</script>", False),
        ("<p>" + "word " * 40_000 + "</p>", False),
        ("<p " + "a=1 " * 40_000 + ">", True),
        ("<img src='" + "data" * 40_000 + "'>", True),
    ],
)
def test_only_what_could_harm_a_parser_is_cleaned_for_the_fast_grade(
    inside: str, is_cleaned: bool
) -> None:
    assert scan_markup(f"<html><body><p>Talks end.</p>{inside}</body>").is_clean is is_cleaned


def test_what_there_is_of_a_truncated_page_is_kept_where_it_is_wanted() -> None:
    article = Article.from_html(PAGE[: len(PAGE) * 2 // 3], strict=False)
    assert article.text.count("engineers had planned") >= 4


@pytest.mark.parametrize("title", ["Mill sheds 500 jobs", "Two of the 503 seats are vacant"])
def test_number_in_a_headline_is_no_error(title: str) -> None:
    page = f"<html><title>{title}</title><body><h1>{title}</h1>{STORY[:300]}</p></body></html>"
    assert Article.from_html(page).headline == title
