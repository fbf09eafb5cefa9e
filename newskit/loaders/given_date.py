"""Dates as feeds and tables give them: with letters for the zone, or as a count since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from newskit.loaders.printed_date import to_iso

# Letters that mean one zone in news, or the one that mail means; IST means three and is left out.
ZONES: dict[str, str] = {
    "+00:00": "GMT UTC WET", "+01:00": "BST CET MEZ WEST", "+02:00": "CEST MESZ EET SAST",
    "+03:00": "EEST MSK", "+05:00": "PKT", "+08:00": "HKT SGT", "+09:00": "JST KST",
    "+10:00": "AEST", "+11:00": "AEDT", "+12:00": "NZST", "+13:00": "NZDT", "-04:00": "EDT",
    "-05:00": "EST CDT", "-06:00": "CST MDT", "-07:00": "MST PDT", "-08:00": "PST",
}  # fmt: skip
_OFFSETS = {zone: offset for offset, zones in ZONES.items() for zone in zones.split()}
_ZONE = re.compile(rf"(?<=\d) ?([ap]\.?m\.?)? ?\(?\b({'|'.join(_OFFSETS)})\)?$", re.IGNORECASE)
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d(?= |$)")
# Seconds (10 digits, from 2001; to 2100) or milliseconds since 1970, also as floating numbers.
_COUNT = re.compile(r"[1-3]\d{9}(?:\d{3})?(?:\.\d*)?|[1-3]\.\d+e\+?(?:09|12)", re.I)


def read_given_date(text: str) -> str | None:
    """Return a date of a table or a feed as ISO 8601, or None where it cannot be read for sure.

    >>> read_given_date("1714989600000"), read_given_date("2024-05-06 10:00 EDT")
    ('2024-05-06T10:00:00+00:00', '2024-05-06T10:00:00-04:00')
    """
    text = _ZONE.sub(lambda found: f"{found[1] or ''}{_OFFSETS[found[2].upper()]}", text.strip())
    if _COUNT.fullmatch(text):
        count = float(text)
        return datetime.fromtimestamp(count / (1000 if count > 1e11 else 1), UTC).isoformat()
    try:  # mail writes its offsets without a colon
        mail = re.sub(r" ?([+-]\d\d):(\d\d)$", r" \1\2", text)
        return parsedate_to_datetime(mail if _MAIL.match(mail) else "").isoformat()
    except (TypeError, ValueError):
        return to_iso(text)
