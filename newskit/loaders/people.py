"""Names of authors out of what pages give as author: roles, places, handles and sites taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newskit.loaders.dateline import PLACES

_LEAD = re.compile(
    r"^[|•·\s]*(?:(?:[a-z]+ ){0,2}by|about|sobre|über|von|par|por|di|de|door|av|af|od"
    r"|texte?|texto|testo|текст|автор)[: ]\s*",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||/|\n|•|,? and |,? & | und | et | y | e | och | og "
    r"|,(?=\s*[A-ZÀ-Þ][\w.'’-]*\s+[A-ZÀ-Þ]))\s*"
)
_ADDRESS = re.compile(r"\S*(?:https?:|www\.)\S*")
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ROLE = re.compile(
    r"\s*(?:,|\(| [–—|-] |(?<=[a-z]{3})\. ).*$|\s+(?:in|at|for) [A-ZÀ-Þ].*$"
    rf"|\s+(?:published|updated|posted|{_DAY}|{_MONTH}\.? \d|\d{{1,2}} {_MONTH})\b.*$",
    re.I,
)
# Behind a whole name.
_EMPLOYER = re.compile(
    r"^(\S+ \S.*?)\s+(?:the )?(?:associated press|reuters|afp|ap|bloomberg)$", re.I
)
# Nobody in particular: a desk, a role, an address, the software's own user.
_NOBODY = re.compile(
    rf"@|\d|_|admin|\.(?:com|org|net|co|in|pk)\b|^(?:{_DAY}|{_MONTH})$|\b(?:staff"
    r"|editors?|editorial|newsroom|desk|team|redaktion|redaction|rédaction|redazione|redacción"
    r"|redacción|redação|redakcja|редакция|гость|correspondents?|reporters?|contributors?|writers?"
    r"|bureau|web ?desk|webdesk|guest|unknown|anonymous|authors?|view all|follow|ministr(?:y|ies)"
    r"|home|news|blog|updated|published|posted|n/a|null|none)\b",
    re.I,
)
# An organisation: credited where no person is.
_HOUSE = re.compile(
    r"^the\b|\b(?:agency|agencies|agencias|agence|agentur|press(?:e|a)?|media|times|online|daily"
    r"|gazette|tribune|herald|chronicle|courier|post|newspaper|magazine|wires?|service|network"
    r"|institute|university|foundation|gmbh|inc|ltd|plc|tv|radio|reuters|afp|ap|pti|ani|ians|dpa"
    r"|efe|ansa|upi|apa|sda|ats|belga|anp|ntb|tt|ritzau|stt|cp|aap|tass|xinhua|yonhap|kyodo"
    r"|bloomberg|news agency)\b",
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
    names = _names(given, outlet)
    return tuple(dict.fromkeys(name for name in names if not _HOUSE.search(name)))


def credit_authors(given: Iterable[str], *, outlet: str | None = None) -> tuple[str, ...]:
    """Return the people among ``given``; where there are none, the agency; never the outlet.

    >>> credit_authors(["The Associated Press"]), credit_authors(["Anna Petrova", "PTI"])
    (('The Associated Press',), ('Anna Petrova',))
    """
    given = [given] if isinstance(given, str) else list(given)
    return clean_authors(given, outlet=outlet) or tuple(
        dict.fromkeys(name for name in _names(given, outlet, agencies=True) if _HOUSE.search(name))
    )


def _names(given: Iterable[str], outlet: str | None, *, agencies: bool = False) -> Iterator[str]:
    site = _plain(outlet or "")
    seen: set[str] = set()
    for text in given:
        text = " ".join(_ADDRESS.sub("", str(text)).split())
        for part in _SPLIT.split(_LEAD.sub("", text)):
            name = _ROLE.sub("", _LEAD.sub("", part)).strip(" ,.-–—•|:")
            name = _EMPLOYER.sub(r"\1", name)
            if name.isupper() and len(name) > 4:
                name = name.title()
            plain = _plain(name)
            nobody = _NOBODY.search(re.sub(r"(?i)\bnews\b", "", name) if agencies else name)
            fits = 1 < len(name) <= 60 and len(name.split()) <= _LONGEST and not nobody
            # A site's name is no author; short names are parts of many sites' names by chance.
            own = bool(site) and (plain in site or (len(site) > 2 and site in plain))
            if fits and plain and not own and name not in PLACES and plain not in seen:
                seen.add(plain)
                yield name


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"^the\s+", "", name.lower()))
