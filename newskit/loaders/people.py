"""Names of authors out of what pages give as author: desks, agencies and sites taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LEAD = re.compile(
    r"^(?:(?:written |posted |words |reported |story )?by|about|sobre|über|von|par|por|di|de|door)"
    r"[: ]\s*",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||/|,? and |,? & | und | et | y |,(?=\s*[A-ZÀ-Þ][\w.'’-]*\s+[A-ZÀ-Þ]))\s*"
)
_ROLE = re.compile(
    r"\s*(?:,|\(| [–—|-] |(?<=[a-z]{3})\. ).*$|\s+(?:in|at|for) [A-ZÀ-Þ].*$"
    r"|\s+(?:published|updated|posted)\b.*$",
    re.I,
)
# A desk, an agency, a site: no person.
_NOBODY = re.compile(
    r"https?:|www\.|@|\d|\.(?:com|org|net|co|in|pk)\b|\b(?:staff|editors?|editorial|newsroom|desk|team"
    r"|admin|administrator|redaktion|redaction|rédaction|redazione|redacción|agency|agencies"
    r"|agencias|correspondents?|reporters?|contributors?|writers?|bureau|news|press|media|times"
    r"|online|daily|gazette|tribune|herald|chronicle|courier|web ?desk|webdesk"
    r"|associated press|reuters|afp|ap|pti|ani|ians|dpa|efe|ansa|upi"
    r"|bloomberg|newspaper|magazine|guest|unknown|anonymous|author|authors?|view all|follow)\b",
    re.I,
)
_LONGEST = 6  # words: "Maria del Carmen de la Torre"


def clean_authors(given: Iterable[str], *, outlet: str | None = None) -> tuple[str, ...]:
    """Return the people among ``given``, each once, without titles, places and "By".

    >>> clean_authors(["By Anna Petrova and Omar Khalid, Moscow", "The Daily Paper", "PTI"])
    ('Anna Petrova', 'Omar Khalid')
    >>> clean_authors(["Marlow Gazette"], outlet="The Marlow Gazette")
    ()
    """
    site = _plain(outlet or "")
    names: dict[str, str] = {}
    for text in given:
        for part in _SPLIT.split(_LEAD.sub("", " ".join(str(text).split()))):
            name = _ROLE.sub("", _LEAD.sub("", part)).strip(" ,.-–—•|")
            if name.isupper() and len(name) > 4:
                name = name.title()
            plain = _plain(name)
            if _is_person(name) and plain and not (site and (plain in site or site in plain)):
                names.setdefault(plain, name)
    return tuple(names.values())


def _is_person(name: str) -> bool:
    return 1 < len(name) <= 60 and len(name.split()) <= _LONGEST and not _NOBODY.search(name)


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"^the\s+", "", name.lower()))
