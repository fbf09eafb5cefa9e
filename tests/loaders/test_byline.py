from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.loaders.byline import read_byline
from newskit.loaders.printed_date import parse_date, read_date_line


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Anna Petrova", ("Anna Petrova",)),
        ("By Anna Petrova in Moscow", ("Anna Petrova",)),
        ("By Anna Petrova and Omar Khalid", ("Anna Petrova", "Omar Khalid")),
        (
            "By Anna Petrova, Omar Khalid and Lee Jones in New York",
            ("Anna Petrova", "Omar Khalid", "Lee Jones"),
        ),
        ("By ANNA PETROVA", ("Anna Petrova",)),
        ("BY ANNA PETROVA", ("Anna Petrova",)),
        ("By Anna Petrova | The Gazette", ("Anna Petrova",)),
        ("By Anna Petrova, Staff Writer", ("Anna Petrova",)),
        ("By J. K. O’Neill", ("J. K. O’Neill",)),
        ("By Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("BY ANN HALL AND BOB SMITH", ("Ann Hall", "Bob Smith")),
        ("By HT Correspondent", ()),
        ("By Our Staff Reporter", ()),
        ("By Reuters", ()),
        ("By Wednesday the talks had ended", None),
        ("By The Time He Left", None),
        ("By Then It Was Over", None),
        ("By the river, two men waited.", None),
        ("By Anna Petrova said the talks were over.", None),
        ("The talks ended", None),
        ("Bystanders Saw It", None),
        ("", None),
    ],
)
def test_byline(line: str, authors: tuple[str, ...] | None) -> None:
    assert read_byline(line) == authors


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Updated: February 23, 2022 6:45 pm", ("modified", "2022-02-23T18:45")),
        ("Updated: Feb 23, 2022, 18:45 IST", ("modified", "2022-02-23T18:45")),
        ("Last updated on 23 February 2022", ("modified", "2022-02-23")),
        ("Published: 23 Feb 2022", ("published", "2022-02-23")),
        ("Published 23 February 2022 at 10:30", ("published", "2022-02-23T10:30")),
        ("Posted on February 23, 2022", ("published", "2022-02-23")),
        ("February 23, 2022", ("published", "2022-02-23")),
        ("Wed, 23 Feb 2022", ("published", "2022-02-23")),
        ("2022-02-23", ("published", "2022-02-23")),
        ("Updated: 2 hours ago", ("modified", None)),
        ("Updated: 02/03/2022", ("modified", None)),
        ("Updated 4:12 AM GMT, May 15, 2024", ("modified", "2024-05-15T04:12+00:00")),
        ("This article was amended on 15 May 2024", ("modified", "2024-05-15")),
        ("Corrected on 15 May 2024", ("modified", "2024-05-15")),
        ("Updated 8 hours ago", ("modified", None)),
        ("The law was amended on 15 May 2024", None),
        ("May 14, 2024 10:10 PM GMT+1", ("published", "2024-05-14T22:10+01:00")),
        ("Published: 14 May 2024 10:10 UTC+2", ("published", "2024-05-14T10:10+02:00")),
        ("Published: May 14, 2024 10:10 GMT-5", ("published", "2024-05-14T10:10-05:00")),
        ("Published: May 14, 2024 10:10 GMT\u22125", ("published", "2024-05-14T10:10-05:00")),
        ("Updated: 23/02/2022", ("modified", "2022-02-23")),
        ("Published: Feb 23", ("published", None)),
        ("Updated figures show a fall of 3 percent.", None),
        ("Published in 1999, the book was banned", None),
        ("The talks ended", None),
        ("Dated furniture filled the hall of the ministry", None),
    ],
)
def test_date_line(line: str, expected: tuple[str, str | None] | None) -> None:
    assert read_date_line(line) == expected


@pytest.mark.parametrize(
    "text", ["February 2022", "2022", "Feb 23", "soon", "13/13/2022", "01.02.2022"]
)
def test_doubtful_dates_are_not_guessed(text: str) -> None:
    assert parse_date(text) is None


@given(st.text(max_size=150))
def test_any_line_is_read(line: str) -> None:
    read_byline(line)
    read_date_line(line)
    parse_date(line)
