"""Bylines and date lines: who wrote a piece and when, read off lines of their own."""

from __future__ import annotations

import re
import warnings
from datetime import datetime

_NAME = r"(?:[A-ZÀ-ÞŁŚŽČĐ][\w.'’-]*|de|da|van|von|der|bin|ibn|al|el|la|le|du|di|of|the)"
_BYLINE = re.compile(
    rf"(?:By|BY|by|Words by|Written by|Reported by|Story by|From)[: ]\s*"
    rf"(?P<names>{_NAME}(?:(?:,? and |, | & | ){_NAME}){{0,11}})"
    rf"(?: (?:in|at|for) (?P<place>{_NAME}(?:[ ,]+{_NAME}){{0,4}}))?"
    rf"(?:\s*[|,–—-]\s*[\w .,'’&/@|-]{{1,60}})?"
)
_NOT_NAMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    r"|September|October|November|December|Now|Then|Contrast|Law|Far|The|This|That|Its|His|Her"
    r"|Their|All|Comparison|Midday|Noon|Mid|Late|Early|Christmas|Comparing|Some|Any|Most"
)
# Bylines that name nobody.
_COLLECTIVE = re.compile(
    r"(?:our|a|the|staff|special|news|web|agenc|correspondent|reporter|desk|editor|team|bureau"
    r"|associated press|reuters|afp|ap|pti|ians|ani|bbc|cnn|monitoring)\b",
    re.IGNORECASE,
)
# Behind a name, not one: degrees, ranks alone, initials of an outlet.
_DEGREE = re.compile(
    r"(?:M|B|Ph|J|Ed|LL)\.?\s?[DAS]\.?|Jr\.?|Sr\.?|I{1,3}|Chief|[A-Z]{2,4}|Ht|Pti|Afp"
)
_ROLE = re.compile(
    r"\b(?:staff|senior|chief|special|political|diplomatic|business|sports?|science|world|foreign)?"
    r"\s*(?:writers?|reporters?|correspondents?|editors?|contributors?|columnists?)\b.*",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(
    r"(?P<label>(?:first |last |originally )?(?:published|updated|posted|modified|created|issued"
    r"|date|dated))(?: (?:on|at))?\s*:?\s*(?P<date>.{4,80})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ZONE = re.compile(r"\b(?!AM\b|PM\b|GMT\b|UTC\b)[A-Z]{2,5}\b\.?$")
_BARE_DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d\d-\d\d)(?:[ ,T|–-]+(?:at )?\d{1,2}[:.]\d\d.{0,20})?"
)


def read_byline(line: str) -> tuple[str, ...] | None:
    """Return the authors that a byline names (none where it names a desk), or None if it is none.

    >>> read_byline("By Anna Petrova and Omar Khalid in Moscow")
    ('Anna Petrova', 'Omar Khalid')
    >>> read_byline("By Wednesday the talks had ended") is None
    True
    """
    text = line.strip()
    match = _BYLINE.fullmatch(text)
    if not match or len(text) > 160 or _NOT_NAMES.match(match["names"]):
        return None
    authors: list[str] = []
    for part in re.split(r",? and |, | & ", match["names"], flags=re.IGNORECASE):
        name = _ROLE.sub("", part).strip(" ,")
        if name.isupper():
            name = name.title()
        if name and not _COLLECTIVE.match(name) and not _DEGREE.fullmatch(name):
            authors.append(name)
    return tuple(authors)


def read_date_line(line: str) -> tuple[str, str | None] | None:
    """Return ("published" or "modified", ISO date or None) for a date line, None for other lines.

    The date is None where it cannot be read for sure: without a year, or day and month in figures
    that could be either.

    >>> read_date_line("Updated: February 23, 2022 6:45 pm")
    ('modified', '2022-02-23T18:45')
    >>> read_date_line("Updated: 2 hours ago")
    ('modified', None)
    """
    text = line.strip()
    if len(text) > 120:
        return None
    if _BARE_DATE.fullmatch(text):
        return "published", parse_date(text)
    labelled = _DATE_LABEL.fullmatch(text)
    if not labelled or not (
        re.search(r"\d", labelled["date"]) and (":" in text or _YEAR.search(text))
    ):
        return None
    date = parse_date(labelled["date"])
    if date is None and ":" not in text:  # "Published in 1999, the book was banned"
        return None
    changed = re.search(r"updated|modified", labelled["label"], re.IGNORECASE)
    return ("modified" if changed else "published"), date


def parse_date(text: str) -> str | None:
    """Return a printed date as ISO 8601 (with the time where it is given), or None if unsure.

    >>> parse_date("23 Feb 2022"), parse_date("02/03/2022"), parse_date("Feb 23")
    ('2022-02-23', None, None)
    """
    from dateutil import parser

    figures = re.match(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}", text)
    if not _YEAR.search(text) or (figures and max(map(int, figures.groups())) <= 12):
        return None
    # Letters such as IST mean three zones; the clock time is kept as printed, without a zone.
    plain = _ZONE.sub("", re.sub(r"\s*[|–—]\s*|\bat\b", " ", text).strip(" .")).strip()
    try:
        # Whatever is not given shows as a difference between these two defaults.
        with warnings.catch_warnings():  # of zones that it does not know: they are dropped
            warnings.simplefilter("ignore")
            dates = [parser.parse(plain, default=datetime(1904 + d, d, d)) for d in (1, 2)]  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None
    if dates[0] != dates[1]:
        return None
    found: datetime = dates[0]
    has_time = re.search(r"\d{1,2}[:.]\d\d|\d ?[ap]\.?m", plain, re.IGNORECASE)
    return found.isoformat(timespec="minutes") if has_time else found.date().isoformat()


def to_iso(text: str) -> str | None:
    """Return a date as ISO 8601, or None where it cannot be read for sure.

    >>> to_iso("2022-02-23 18:45:00"), to_iso("20220223T184500Z"), to_iso("02/03/22")
    ('2022-02-23T18:45:00', '2022-02-23T18:45:00+00:00', None)
    """
    text = re.sub(r"^(\d{8})(\d{6})$", r"\1T\2Z", text.strip())  # GDELT's
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return parse_date(text)
    return found.date().isoformat() if len(text) <= 10 else found.isoformat()
