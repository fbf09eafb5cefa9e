"""The dateline: the place (date, agency) that opens the first paragraph of a news report."""

from __future__ import annotations

import re

from newskit.article import Dateline

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?)"
)
# "AP", "Reuters", "EUROPA PRESS", "Thomson Reuters Foundation", also with slashes around.
_AGENCY = r"[A-Za-zÀ-Þ][\w.&'’/ -]{1,40}"
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*(?:-[A-ZÀ-Þ.'’]+)*"
_CITY = rf"{_UPPER}(?:[ /]{_UPPER}){{0,4}}"
_TITLE = r"[A-ZÀ-Þ][\w.'’]*(?:-[\w'’]+)*"
_MIXED = rf"{_TITLE}(?:[ /](?:de|la|el|al|of|the|upon|{_TITLE})){{0,4}}"
# ", Wis.", ", Pakistan", ", D.C.", ", Russia" behind the city
_REGION = rf"(?:, (?!{_MONTH} ?\d)(?:[A-ZÀ-Þ][\w.'’-]*)(?: [A-ZÀ-Þ][\w.'’-]*){{0,2}})"
_SEPARATOR = r"(?:\s*(?:—|–|--|:|_)\s*|\s+-\s*|\s*-\s+)"

# From the fullest form to the barest; the first that fits is taken. A city in capitals needs no
# more than a separator; one in ordinary case needs an agency or a date beside it.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CITY}{_REGION}?|{_MIXED}{_REGION}?)(?:,? (?P<date>{_DATE}))?,?"
        rf" (?:\((?P<agency>{_AGENCY})\)|/(?P<wire>{_AGENCY})/)(?:{_SEPARATOR}|\s+(?=\S))",
        rf"(?P<place>{_CITY}{_REGION}?|{_MIXED}{_REGION}?),? (?P<date>{_DATE}){_SEPARATOR}",
        rf"(?P<date>{_DATE}) \((?P<agency>{_AGENCY})\){_SEPARATOR}",
        rf"\((?P<agency>{_AGENCY})\)(?:\s*(?:—|–|--)\s*|\s+-\s*)",
        rf"(?P<place>{_CITY}{_REGION}?){_SEPARATOR}",
    )
)

# Capitals before a colon or a dash that name no place.
NOT_PLACES = frozenset(
    """
    UPDATE UPDATED BREAKING EXCLUSIVE WATCH LIVE NOTE CORRECTION CORRECTED CLARIFICATION FACTBOX
    ANALYSIS OPINION EXPLAINER EXPLAINED VIDEO PHOTOS PICTURES LISTEN READ REVIEW PREVIEW PROFILE
    TIMELINE INTERVIEW EDITORIAL COMMENT COLUMN FEATURE ALERT URGENT ADVISORY WARNING SUMMARY
    Q A Q&A QUESTION ANSWER HOST PRESENTER REPORTER MODERATOR NARRATOR
    NATO UN EU WHO IMF NASA FBI CIA BBC CNN ITV NBC ABC CBS FIFA UEFA OPEC UNICEF OSCE ISIS
    GDP CEO PM PHOTO CAPTION SOURCE TAGS AND BUT THE WHAT WHY HOW WHEN WHERE
    COVID COVID-19 AI IPO TV VAT NHS LGBTQ
    """.split()
)

# A speaker's label looks like a dateline; it comes back in the paragraphs that follow.
_LABEL = re.compile(rf"{_CITY}:")
# Nothing after the dateline that reads like one: the longest form is about this long.
_LONGEST = 140


def find_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that opens ``paragraph``, or None.

    ``text`` of the result holds the characters up to the first word of the report.

    >>> find_dateline("MOSCOW, Feb 23 (APP): The prime minister arrived.")
    Dateline(text='MOSCOW, Feb 23 (APP):', place='MOSCOW', date='Feb 23', agency='APP')
    >>> find_dateline("UPDATE: The talks are over.") is None
    True
    """
    head = paragraph[:_LONGEST]
    for form in _FORMS:
        match = form.match(head)
        if match and match.end() < len(paragraph) and _is_plausible(match, paragraph):
            found = match.groupdict()
            return Dateline(
                text=match.group().strip(),
                place=found.get("place"),
                date=found.get("date"),
                agency=found.get("agency") or found.get("wire"),
            )
    return None


def is_label(paragraph: str) -> bool:
    """Whether the paragraph opens like a speaker's turn in an interview ("KHAN: …").

    >>> is_label("KHAN: We will see."), is_label("Khan said so.")
    (True, False)
    """
    return bool(_LABEL.match(paragraph[:_LONGEST]))


def _is_plausible(match: re.Match[str], paragraph: str) -> bool:
    found = match.groupdict()
    place = found.get("place")
    if place is None:
        return True
    first = re.split(r"[ ,/]", place)[0]
    if first in NOT_PLACES or place in NOT_PLACES or len(place.replace(".", "")) < 3:
        return False
    agency = found.get("agency") or found.get("wire")
    if agency and not place.isupper() and not found.get("date"):
        # "Imran Khan (PTI) said": an agency stands between a place and a separator
        return match.group().rstrip()[-1] in "—–-:_" or bool(found.get("wire"))
    return True
