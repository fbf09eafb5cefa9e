"""Dates in a text, worked out as far as the text and its publication date allow, never further.

python-dateutil does the parsing and the arithmetic. A result is ISO 8601 with the precision that
the words have: "2018", "2021-04", "2022-02-23", "2022-W07".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from newskit.sources.tense import FUTURE, PAST, UNTOLD, find_direction, is_day_of_speaking

NO_DATE = "unresolved: no publication date"
NO_DAY = "unresolved: the publication date is no day such as 2022-02-23"
RECURRING = "unresolved: it comes again"
UNCERTAIN = "unresolved: before or after publication?"
OTHER_YEAR = "unresolved: the sentence speaks of another year"
FEAST = "unresolved: a day with a name of its own"
DAY_OR_MONTH = "unresolved: day or month first?"
BACK = "the last one up to the day of publication"
LATER = "the first one after publication; a week later may be meant"
EARLIER = "the last one before publication; a week earlier may be meant"
ON = "the first one from the day of publication on"

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = (
    "january february march april may june july august september october november december".split()
)
NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}

_DAY = "(?:" + "|".join(DAYS) + ")"
_MONTH = (
    "(?:"
    + "|".join([*MONTHS, *(rf"{month[:3]}\.?" for month in MONTHS if month != "may"), r"sept\.?"])
    + ")"
)
_COUNT = (
    r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,9}(?:\.\d{1,3})?|" + "|".join(NUMBERS) + r"|several|many|some)"
)
_UNIT = r"(?:days?|weeks?|months?|years?|decades?|centur(?:y|ies)|hours?|minutes?)"
_YEAR = r"(?:1[5-9]|20)\d\d"
# Behind these a number such as 2000 is no year.
_COUNTED = (
    "people|men|women|jobs|homes|troops|soldiers|workers|miles|km|metres|meters|tonnes|votes"
    "|points|units|cars|houses|patients|families|residents|customers|barrels|cases|firms|calls"
    "|children|police|deaths|staff|students|words|times|pages|copies|seats|feet|acres|hectares"
)
_PAST = r"(?:last|this|next|this past|the previous|the following)"

_TO = r"(?:\s?[-–]\s?|\s(?:and|to|or)\s)"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
# Days with a name of their own, which are not the plain weekday.
_OF_YEAR = r"\s+(?:of\s+)?(?:last|this|next)\s+year"
_ITS_YEAR = rf"(?:,?\s+{_YEAR}|{_OF_YEAR})"
_FIXED = {
    "christmas eve": "24 december", "christmas day": "25 december", "boxing day": "26 december",
    "new year['’]s eve": "31 december", "new year['’]s day": "1 january", "may day": "1 may",
    "valentine['’]s day": "14 february", "halloween": "31 october",
}  # fmt: skip
_FEAST = (
    rf"(?:(?:good|easter|black|cyber|super|ash|shrove|maundy|palm|whit|holy)\s{_DAY}"
    rf"|(?:{'|'.join(_FIXED).replace(' ', '.')})(?!\w)"
    r"|(?:11\sseptember|september\s11)(?:th)?(?!,?\s\d|\w))"
)

_SEASON = "(?:spring|summer|autumn|fall|winter)"
_PARTS = "first second third fourth final last".split()
_PART = (
    rf"(?:(?:the\s)?({'|'.join(_PARTS)})[\s-](quarter|(?<!third.)(?<!fourth.)half)"
    r"|(q(?=[1-4])|h(?=[12]))(\d))"
)
# Every way in which a text gives a date; the first that fits counts.
DATE = re.compile(
    rf"""\b(?:
        \d{{4}}-\d\d-\d\d
      | \d{{1,2}}(?P<mark>[/.])\d{{1,2}}(?P=mark)(?:{_YEAR}|\d\d)(?![\w/])
      | (?:(?:in|since|by|until|from|before|after|during|of)\s+)?
            {_YEAR}[-–/](?:{_YEAR}|\d\d)(?![\w/-])
      | between\s{_YEAR}\sand\s{_YEAR}(?!\w|,\d)
      | {_FEAST}(?:\s{_YEAR})?
      | (?:the\s)?{_SEASON}\s(?:of\s)?{_YEAR}(?!\w)
      | {_PART}(?:\sof)?(?:\s{_YEAR}|\s(?:last|this|next)\syear)(?!\w)
      | (?:{_DAY},?\s+(?:the\s)?)?(?:
            {_NTH}(?:{_TO}{_NTH})?\s+(?:of\s+)?{_MONTH}{_ITS_YEAR}?(?!\w)
          | {_MONTH}\s+{_NTH}(?:{_TO}{_NTH})?{_ITS_YEAR}?(?![\w%])
        )
      | {_MONTH}{_ITS_YEAR}(?!\w)
      | {_COUNT}\s+{_UNIT}\s+(?:ago|earlier|later)
      | {_PAST}\s+(?:{_DAY}|{_MONTH}(?!\w)|week(?:end)?|month|year|decade|century|summer|winter
            |spring|autumn)
      | {_DAY}
      | yesterday | today | tonight | tomorrow
      | (?:(?:early|late|mid)[\s-])?(?:1[5-9]|20)\d0s
      | (?:(?:in|since|by|until|from|before|after|during|of|early|late)\s+){_YEAR}
            (?![\w%,.-]\d|%|\w|\s(?:{_COUNTED})\b)
      | (?:around|about|circa)\s{_YEAR}(?=[.,;:)]|$|\s(?:and|when|to|but|by|with|in|on|at)\b)
      | (?<![\w.,:/$€£¥-])(?:19\d\d|20[0-4]\d)(?![\w%:/-]|[.,]\d|\s(?:{_COUNTED})\b)
      | (?:in|since|until|by|last)\s+(?:early\s+|late\s+|mid-)?
            (?:{"|".join(MONTHS)})(?:{_OF_YEAR}|(?!,?\s\d|\w))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SHIFTS = {"last": -1, "this past": -1, "this": 0, "next": 1}
_LEAD = re.compile(
    r"^(?:in|since|by|until|from|before|after|during|of|early|late|around|about|circa)\s+", re.I
)
_AGO = re.compile(rf"({_COUNT})\s+({_UNIT})\s+ago", re.IGNORECASE)
_BETWEEN = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?{_TO}(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)")
_DAY_GIVEN = re.compile(r"\d{4}(?:-?\d\d-?\d\d|-?W\d\d-?\d)")
# "hired in March 2015 and fired in [May]", but not ", founded in 1990, closed in May".
_ASIDE_OF_YEAR = re.compile(rf",[^,;]*\b{_YEAR},")
_OTHER_YEAR = re.compile(rf"(?<![\w,.$£€-]){_YEAR}(?![\w%]|[,.]\d|\s(?:{_COUNTED})\b)")
_THAT_YEAR = re.compile(r"\W*(?:of\s)?(?:that|the\s(?:same|following|next|previous))\syear\b")
_WEEKDAY = re.compile(rf"^({_DAY}),?\s+(?:the\s)?(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a date comes to: ``value`` as ISO 8601, or None with the reason in ``note``."""

    value: str | None
    note: str | None = None


def read_published(published: str | None) -> date | None:
    """Return the day of publication, if the article gives one that can be read: no mere month."""
    if not published or not _DAY_GIVEN.match(str(published)):
        return None
    from dateutil import parser

    try:  # a date itself is taken too
        found: datetime = parser.isoparse(str(published))
    except ValueError:
        return None
    return found.date()


def resolve_date(
    words: str, published: date | None, sentence: str = "", start: int | None = None
) -> Resolved:
    """Return what the words of a date come to, seen from the day of publication.

    Whether a date without its year lies before or after it, is told by the ``sentence``, in which
    the words stand at ``start``.

    >>> resolve_date("last April", date(2022, 2, 23)).value
    '2021-04'
    >>> resolve_date("last April", None).note
    'unresolved: no publication date'
    """
    text = " ".join(words.lower().split())
    at = sentence.find(words) if start is None else start
    way = find_direction(sentence, at, at + len(words)) if published and at >= 0 else UNTOLD
    if text.startswith("since "):
        way = PAST
    elif text.startswith(("until ", "by ")) and way == PAST:
        way = UNTOLD  # "postponed until June"
    try:
        if published and at >= 0 and _is_of_other_year(text, sentence, at, published):
            return Resolved(None, OTHER_YEAR)
        return _resolve(text, published, way)
    except (ValueError, OverflowError):
        is_told = published or re.search(_YEAR, text)
        return Resolved(None, "unresolved: outside the calendar" if is_told else NO_DATE)


def _is_of_other_year(text: str, sentence: str, at: int, published: date) -> bool:
    """Whether a month or day without a year stands behind an earlier year, or is "of that year"."""
    if not re.search(rf"\b{_MONTH}(?!\w)", text) or re.search(rf"{_YEAR}|\byear$", text):
        return False
    if text.startswith(tuple(_SHIFTS)):
        return False
    if _THAT_YEAR.match(sentence, at + len(text)):
        return True
    before = _ASIDE_OF_YEAR.sub(",", sentence[:at])
    if is_day_of_speaking(before):
        return False
    return any(int(year.group()) < published.year for year in _OTHER_YEAR.finditer(before))


def _resolve(text: str, published: date | None, way: int) -> Resolved:
    if re.match(r"\d{1,2}[/.]\d{1,2}[/.]", text):
        return _read_slashes(*map(int, re.split(r"[/.]", text)))
    shifted = re.search(r"(?<=\w)\s(?:of\s)?(last|this|next) year$", text)
    if shifted and re.search(rf"{_MONTH}|{_PART}", text):
        if published is None:
            return Resolved(None, NO_DATE)
        then = published.year + _SHIFTS[shifted.group(1)]
        return _resolve(f"{text[: shifted.start()]} {then}", published, way)
    if named := _read_named(text):
        return named
    weekday = _WEEKDAY.match(text)
    text = text[weekday.end() :] if weekday else text
    days = _BETWEEN.search(text) if re.search(_MONTH, text) else None
    if days:
        first = _resolve(_BETWEEN.sub(days.group(1), text), published, way)
        last = _BETWEEN.sub(days.group(2), text)
        if first.value and not re.search(_YEAR, last):
            last = f"{last} {first.value[:4]}"
        end = _read_absolute(last) if first.value else None
        note = first.note or "unresolved: outside the calendar"
        return Resolved(f"{first.value}/{end}") if end else Resolved(None, note)
    absolute = _read_absolute(text)
    if absolute is None and published is None:
        return Resolved(None, NO_DATE)
    if weekday:
        return _check_weekday(DAYS.index(weekday.group(1)), absolute, text, published)
    if absolute:
        return Resolved(absolute)
    assert published
    return _read_relative(_LEAD.sub("", text), published, way)


def _read_named(text: str) -> Resolved | None:
    """Return a stretch of time that has a name: years, seasons, quarters, feasts."""
    years = re.fullmatch(rf"(?:\w+\s)?({_YEAR})(?:[-–/]|\sand\s)(\d\d(?:\d\d)?)", text)
    if years:
        first, last = years.groups()
        return Resolved(f"{first}/{first[: 4 - len(last)]}{last}")
    if re.match(rf"(?:the\s)?{_SEASON}", text):
        return Resolved(text[-4:], "the year: a season has no days of its own")
    if part := re.match(_PART, text):
        return Resolved(_read_part(part, int(text[-4:])))
    return _read_feast(text) if re.match(_FEAST, text) else None


def _read_feast(text: str) -> Resolved:
    """Return "Boxing Day 2004" as a day, "Black Friday 2023" as its year."""
    year = re.search(rf"{_YEAR}$", text)
    day = next((day for feast, day in _FIXED.items() if re.match(feast, text)), None)
    if year is None or day is None:
        return Resolved(year.group() if year else None, FEAST)
    return Resolved(_read_absolute(f"{day} {year.group()}"))


def _read_part(part: re.Match[str], year: int) -> str:
    """Return "the first quarter of 2021", "Q1 2021", "the second half of 2021" as its months."""
    nth, name, letter, digit = part.groups()
    months = 3 if (name or letter)[0] == "q" else 6
    n = min(int(digit) if nth is None else _PARTS.index(nth) + 1, 12 // months)
    return f"{year}-{months * (n - 1) + 1:02}/{year}-{months * n:02}"


def _read_slashes(first: int, second: int, year: int) -> Resolved:
    """Return 25/12/2024, where it can be told which number is the day."""
    if max(first, second) <= len(MONTHS) and first != second:
        return Resolved(None, DAY_OR_MONTH)
    note = None
    if year < 100:
        year += 2000 if year < 50 else 1900
        note = f"the year read as {year}"
    return Resolved(str(date(year, min(first, second), max(first, second))), note)


def _check_weekday(
    weekday: int, absolute: str | None, text: str, published: date | None
) -> Resolved:
    """Return "Sunday 5 May": a year that is missing is the one in which the weekday fits."""
    if absolute:
        day = date.fromisoformat(absolute)
        fits = day.weekday() == weekday
        return Resolved(absolute, None if fits else f"that day was a {DAYS[day.weekday()].title()}")
    years = range(published.year - 1, published.year + 2) if published else ()
    days = [day for year in years if (day := _read_day(f"{text} {year}")).weekday() == weekday]
    if len(days) == 1:
        return Resolved(str(days[0]))
    return Resolved(None, "unresolved: the weekday does not fit the years around publication")


def _read_day(text: str) -> date:
    return date.fromisoformat(_read_absolute(text) or "")


def _read_absolute(text: str) -> str | None:
    """Return a date that stands by itself: with its year."""
    from dateutil import parser

    year = re.search(rf"{_YEAR}(s?)", text)
    if year is None:
        return None
    if year.group(1) or re.fullmatch(_YEAR, _LEAD.sub("", text)):
        return year.group()
    try:
        found: datetime = parser.parse(_LEAD.sub("", text).replace(" of ", " "))
    except OverflowError:
        return None
    has_day = re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b|\d{4}-\d\d-\d\d", text) is not None
    return f"{found:%Y-%m-%d}" if has_day else f"{found:%Y-%m}"


def _read_relative(text: str, published: date, way: int) -> Resolved:
    """Return a date that only the day of publication makes one."""
    from dateutil.relativedelta import relativedelta

    fixed = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if text in fixed:
        return Resolved(str(published + timedelta(days=fixed[text])))
    ago = _AGO.search(text)
    if ago:
        return _count_back(ago.group(1), ago.group(2), published)
    which, _, unit = text.rpartition(" ")
    shift = _SHIFTS.get(which)
    if unit in ("week", "month", "year") and shift is not None:
        steps: dict[str, Any] = {f"{unit}s": shift}
        then = published + relativedelta(**steps)
        form = {"week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}[unit]
        return Resolved(then.strftime(form))
    if unit in DAYS:
        return _find_day(DAYS.index(unit), which, published, way)
    return _find_month(text, which, published, way)


def _count_back(count: str, unit: str, published: date) -> Resolved:
    """Return "23 years ago": as exact as the unit."""
    from dateutil.relativedelta import relativedelta

    n = NUMBERS.get(count.lower()) if not count[0].isdigit() else float(count.replace(",", ""))
    stem = unit.rstrip("s").replace("ie", "y")
    scale = {"decade": 10, "century": 100, "centurie": 100}.get(stem, 1)
    if n is None:
        return Resolved(None, f"unresolved: {count} {unit} is no number")
    if stem in ("hour", "minute"):
        return Resolved(str(published), "on the day of publication or the day before")
    steps = {"day": "days", "week": "weeks", "month": "months"}.get(stem, "years")
    then = published - relativedelta(**{steps: int(n * scale)})
    form = {"days": "%Y-%m-%d", "weeks": "%G-W%V", "months": "%Y-%m"}.get(steps, "%Y")
    return Resolved(then.strftime(form))


def _find_day(weekday: int, which: str, published: date, way: int) -> Resolved:
    """Return the day of a weekday: the last one up to publication, where it lies in the past."""
    back = (published.weekday() - weekday) % 7
    if which == "next":
        note = LATER if weekday > published.weekday() else None
        return Resolved(str(published + timedelta(days=7 - back)), note)
    if which == "last":
        note = EARLIER if weekday < published.weekday() else None
        return Resolved(str(published - timedelta(days=back or 7)), note)
    if way == UNTOLD:
        return Resolved(None, UNCERTAIN)
    if way == FUTURE:
        return Resolved(str(published + timedelta(days=-back % 7)), ON)
    return Resolved(str(published - timedelta(days=back)), BACK)


def _find_month(text: str, which: str, published: date, way: int) -> Resolved:
    """Return a month, or a day of one, without its year."""
    found = re.search(rf"\b{_MONTH}(?!\w)", text, re.IGNORECASE)  # not "a decade later"
    if found is None:
        return Resolved(None, "unresolved: as the text has it")
    number = next(i for i, month in enumerate(MONTHS, 1) if month[:3] == found.group()[:3].lower())
    day = re.search(r"\d{1,2}", text)
    if day:
        date(2024, number, int(day.group()))  # "30 February": refused in a leap year, too
    is_named = which in ("last", "this", "next")
    if way == UNTOLD and not is_named:
        return Resolved(None, UNCERTAIN)
    place = number, int(day.group()) if day else 0
    year, is_now = published.year, number == published.month
    if which == "next" or (way == FUTURE and not is_named):
        is_over = place < (published.month, published.day)
        year += (is_over and not (is_now and day is None)) or (which == "next" and is_now)
    elif which != "this":
        year -= place > (published.month, published.day) or (which == "last" and is_now)
    return Resolved(str(date(year, *place)) if day else f"{year}-{number:02}")
