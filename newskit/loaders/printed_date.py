"""Printed dates, such as "Updated: February 23, 2022 6:45 pm" or "Publié le 23 février 2022"."""

from __future__ import annotations

import re
import warnings
from datetime import datetime

# Months as other languages print them → English, for the reader of dates below.
_MONTHS: tuple[tuple[str, str], ...] = (
    ("January", r"januar|janvier|enero|gennaio|janeiro|januari"),
    ("February", r"februar|f[ée]vrier|febrero|febbraio|fevereiro|februari"),
    ("March", r"märz|mars|marzo|março|maart"), ("April", r"avril|abril|aprile"),
    ("May", r"mai|mayo|maggio|maio|mei|maj"), ("June", r"juni|juin|junio|giugno|junho"),
    ("July", r"juli|juillet|julio|luglio|julho"), ("August", r"août|agosto|augustus|augusti"),
    ("September", r"septembre|septiembre|settembre|setembro"),
    ("October", r"oktober|octobre|octubre|ottobre|outubro"),
    ("November", r"novembre|noviembre|novembro"),
    ("December", r"dezember|décembre|diciembre|dicembre|dezembro"),
)  # fmt: skip
_ABROAD = tuple((month, re.compile(rf"\b(?:{names})\b", re.I)) for month, names in _MONTHS)
_SMALL = re.compile(
    r"\b(?:uhr|um|à|às|a las|alle(?: ore)?|ore|le|el|il|em|am|den|de|del|klo|kl\.?|op|om)\b(?!\.m)"
    r"|\b[^\W\d]{4,12}(?:tag|di|dì|feira|coledì|es|bato|bado|mingo|nica)\b,?",
    re.I,
)
_DATE_LABEL = re.compile(
    r"(?P<label>(?:(?:this|the) (?:article|story|post|report) (?:was|has been) )?(?:first |last "
    r"|originally )?(?:published|updated|posted|modified|created|issued|amended|corrected|revised"
    r"|date|dated)|publi[ée]|modifi[ée]|mis à jour|veröffentlicht|aktualisiert|stand|publicado"
    r"|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad)"
    r"(?: by [^\d]{2,40}?(?= on ))?(?: (?:on|at|le|am|el|il|em|op|den))?\s*:?\s*(?P<date>.{4,80})",
    re.IGNORECASE,
)
_CHANGED = (
    r"updated|amended|corrected|revised|modifi|jour|aktualisiert|stand|actualizado|atualizado"
    r"|aggiornato|bijgewerkt|uppdaterad"
)
_MONTH = (
    r"(?:jan|feb|f[ée]v|mar|mär|m[aä]rz|abr|apr|avr|mai|may|maj|juin|jun|juil|jul|lug|giu|gen"
    r"|ene|ago|aug|ao[uû]t|sep|set|oct|okt|out|ott|nov|d[ée][cz]|dic|dez)\w*\.?"
)
# A date alone in another language than English: "segunda-feira, 22 de janeiro de 2018 às 0:13"
_DATE_ABROAD = re.compile(
    r"(?P<place>[^\W\d][\w ]{2,20} [-–] (?=\d))?"
    rf"(?:[^\W\d]+(?:-feira)?,? )?(?:de[nlr]? )?(?:\d{{1,2}}\.?(?: de)? {_MONTH}(?: de)? "
    r"|\d{1,2}[./]\d{1,2}[./])\d{4}(?:.{0,12}\d{1,2}[:h.]\d{2}.{0,10})?",
    re.IGNORECASE,
)
# Between two dates in one line: "Publié le 23 février à 18h45, modifié le 24 février à 07h12"
_PARTED = re.compile(
    r"\s*[|•·]\s*(?=[A-ZÀ-Þ])|, (?=(?:last )?(?:updated|modifi[ée]|mis à jour|aktualisiert"
    r"|actualizado|atualizado|aggiornato)\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(r":|\b(?:minute|hour|day|week)s? ago$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ZONE = re.compile(r"\b(?!AM\b|PM\b|GMT\b|UTC\b)[A-Z]{2,5}\b\.?$")
_OFFSET = re.compile(r"\b(?:GMT|UTC) ?([+−-])(?=\d)")  # POSIX turns the sign round
_BARE_DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{4}-\d\d-\d\d)(?:[ ,T|–-]+(?:at )?\d{1,2}[:.]\d\d.{0,20})?"
)


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
        re.search(r"\d", labelled["date"]) and (_TOLD.search(text) or _YEAR.search(text))
    ):
        abroad = _DATE_ABROAD.fullmatch(text)
        return ("published", parse_date(text[max(0, abroad.end("place")) :])) if abroad else None
    date = parse_date(labelled["date"])
    if date is None and not _TOLD.search(text):
        return None  # "Published in 1999, the book was banned"
    changed = re.search(_CHANGED, labelled["label"], re.IGNORECASE)
    return ("modified" if changed else "published"), date


def read_dates(line: str) -> list[tuple[str, str | None]]:
    """Return what each date of a date line is and says; none for other lines.

    >>> read_dates("Published 23 Feb 2022 | Updated 24 Feb 2022")
    [('published', '2022-02-23'), ('modified', '2022-02-24')]
    """
    found = [read_date_line(part) for part in _PARTED.split(line.strip())]
    return [one for one in found if one] if None not in found else []


def read_change(note: str) -> str | None:
    """Return when a note says that the piece was changed, as ISO 8601, or None.

    >>> read_change("This article was amended on 15 May 2024 to give the right name.")
    '2024-05-15'
    """
    year = _YEAR.search(note)
    found = read_dates(note) or read_dates(note[: year.end()] if year else "")
    return next((date for name, date in found if name == "modified" and date), None)


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
    text = _OFFSET.sub(lambda zone: f" {zone[1].replace('−', '-')}", text)
    plain = _ZONE.sub("", re.sub(r"\s*[|–—]\s*|\bat\b", " ", _in_english(text)).strip(" .")).strip()
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


def _in_english(text: str) -> str:
    """Return a date with English months, and without the small words of other languages."""
    found = text
    for month, pattern in _ABROAD:
        found = pattern.sub(month, found)
    if found != text or re.search(r"\d\.\d\d?\.\d{4}|\b(?:uhr|à|às|alle)\b", text, re.I):
        found = _SMALL.sub(" ", found)
        found = re.sub(r"(\d{1,2})(?:º|er|\.)(?= )", r"\1", found)
    return re.sub(r"\b(\d{1,2})[h.](\d{2})\b(?![./]\d)", r"\1:\2", found)


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
