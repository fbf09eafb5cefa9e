"""Marks around a headline: what agencies put before it, the outlet's name that pages put behind.

Every row has a case in ``tests/cases/headlines.json``.
"""

from __future__ import annotations

import re

# rule, pattern; each is tried in order at its end of the headline, those before it twice
BEFORE: tuple[tuple[str, str], ...] = (
    ("wire update mark", r"(?:UPDATE|WRAPUP|RPT|REPEAT|REFILE|PRECIOUS) ?\d{0,2} ?[-–] ?"),
    ("wire update mark", r"(?:CORRECTED|CORRECTION|REFILE|RPT)(?: ?\([^)]{1,30}\))? ?[-–:] ?"),
    ("wire update mark", r"\((?:(?:\d(?:st|nd|rd|th) )?(?:LD|LEAD)|URGENT|UPDATED?|WRAPUP)\) ?"),
    ("wire genre mark",
     r"(?:FACTBOX|TIMELINE|ANALYSIS|EXPLAINER|INTERVIEW|PREVIEW|FEATURE|INSIGHT|NEWSMAKER"
     r"|SNAPSHOT|BREAKINGVIEWS|TEXT|SCENARIOS|Q&A)(?:[-–]| ?\| ?)"),
    ("wire update mark", r"(?:\d(?:ST|ND|RD|TH) )?(?:LEAD|ROUNDUP|EXTRA)(?: \d)?:? (?=[A-ZÀ-Þ])"),
    ("urgency mark",
     r"(?:URGENT|FLASH|ALERT|BREAKING(?: NEWS)?|JUST IN|DEVELOPING)(?: ?[:|–]| -) ?"),
    ("genre mark",
     r"(?:EXCLUSIVE|WATCH|LISTEN|LIVE|VIDEO|PHOTOS|OPINION|EXPLAINED)(?: ?[:|–]| -) ?"),
    ("genre mark",
     r"(?:Exclusive|Opinion|Analysis|Comment|Editorial|Column|Explained|Explainer|Live|Watch"
     r"|Review|Interview|Profile|In pictures|Podcast|Letters?) ?\| ?"),
)  # fmt: skip
AFTER: tuple[tuple[str, str], ...] = (
    ("wire update mark", r" ?\((?:UPDATED?|LEAD|\d(?:st|nd|rd|th) LD|WRAPUP)\)"),
)  # fmt: skip
# Outlets whose name stands behind their headlines in windows and search results.
OUTLETS = tuple(
    """BBC News; BBC Sport; Reuters; AP News; CNN; Al Jazeera; The Guardian; The New York Times; The
    Washington Post; The Times of India; The Hindu; Hindustan Times; NDTV; Dawn; DAWN.COM; The
    Express Tribune; Geo News; Sky News; NBC News; CBS News; ABC News; Fox News; France 24; DW;
    NPR; The Independent; The Telegraph; Financial Times; Bloomberg; Politico""".replace(
        "\n    ", " "
    ).split("; ")
)
_OUTLET = re.compile(
    rf"(?P<mark> [-–—|] (?P<name>{'|'.join(map(re.escape, sorted(OUTLETS, key=len)[::-1]))}))$",
    re.IGNORECASE,
)
# Behind a bar any name is that of the site or of its section.
_NAME_BEHIND = re.compile(
    r"(?P<mark> \| (?P<name>[A-ZÀ-Þ][\w.'’&-]*(?: (?:of |and |the )?[A-ZÀ-Þ][\w.'’&-]*){0,3}))$"
)
_PAPER = re.compile(
    r"^The |\b(?:Times|Post|Herald|Gazette|Tribune|Courier|Journal|Daily|Mail|Press|Star|Chronicle"
    r"|Observer|Standard|Express|Telegraph|Independent|\w+\.\w{2,4})\b"
)
_BEFORE = tuple((rule, re.compile(pattern)) for rule, pattern in BEFORE)
_AFTER = tuple((rule, re.compile(pattern + r"$", re.IGNORECASE)) for rule, pattern in AFTER)
_FEWEST = 2  # words that a headline keeps


def strip_marks(line: str) -> tuple[str, list[tuple[str, str]], str | None]:
    """Return the headline alone, the marks taken off it, and the outlet that one of them names.

    >>> strip_marks("UPDATE 2-Talks end in Moscow | Reuters")[0::2]
    ('Talks end in Moscow', 'Reuters')
    """
    marks: list[tuple[str, str]] = []
    outlet = None
    text = line
    found = _OUTLET.search(text) or _NAME_BEHIND.search(text)
    if found and _enough(text[: found.start()]):
        known = found.re is _OUTLET or bool(_PAPER.search(found["name"]))
        outlet = found["name"] if known else None
        rule = "outlet behind the headline" if known else "section behind the headline"
        marks.append((rule, found["mark"].strip()))
        text = text[: found.start()]
    for patterns, at_start in ((_BEFORE, True), (_BEFORE, True), (_AFTER, False)):
        for rule, pattern in patterns:
            match = pattern.match(text) if at_start else pattern.search(text)
            if not match:
                continue
            rest = text[match.end() :] if at_start else text[: match.start()]
            if _enough(rest):
                marks.append((rule, match[0].strip()))
                text = rest.strip()
    return text, marks, outlet


def _enough(text: str) -> bool:
    return len(text.split()) >= _FEWEST
