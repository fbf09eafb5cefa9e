"""Bylines: who wrote a piece, read off a line of its own."""

from __future__ import annotations

import re

from newskit.loaders.dateline import PLACES

_NAME = r"(?:[A-ZÀ-ÞŁŚŽČĐ][\w.'’-]*|de|da|van|von|der|bin|ibn|al|el|la|le|du|di|of|the)"
_JOIN = r"(?:,? and |,? und |,? et |,? y |,? e |,? og |,? och |,? en |, | & | )"
_LEAD = (
    r"By|BY|by|Words by|Written by|Reported by|Story by|From|Reporter:?|Author:?|Autor(?:in)?:?"
    r"|Auteur:?|Autore:?|Text:?|Texte:?|Texto:?|Testo:?"
)
# In other languages the word for "by" begins other lines too: there a whole name must follow.
_LEAD_ABROAD = r"Von|VON|von|Par|PAR|par|Por|POR|por|De|Di|di|Door|door|Av|Af"
_ROLES = (
    r"(?:[\w'’ -]{0,30} )?(?:writer|reporter|correspondent|editor|contributor|columnist|producer"
    r"|korrespondent|korrespondentin|redakteur|redakteurin|reporterin|correspondant|journaliste"
    r"|corresponsal|redactor|redactora|periodista)"
)
_BYLINE = re.compile(
    rf"(?:{_LEAD})[: ]\s*(?P<names>{_NAME}(?:{_JOIN}{_NAME}){{0,11}})"
    rf"(?: (?:in|at|for) (?P<place>{_NAME}(?:[ ,]+{_NAME}){{0,4}}))?"
    rf"(?:\s*[|,–—-]\s*[\w .,'’&/@|-]{{1,60}})?"
)
_BYLINE_ABROAD = re.compile(
    rf"(?:{_LEAD_ABROAD}):? (?P<names>{_NAME} {_NAME}(?:{_JOIN}{_NAME}){{0,9}})"
    r"(?:\s*[|,–—-]\s*[\w .,'’&/@|-]{1,60}| \([\w .,'’-]{2,60}\))?"
)
# Names without "by", which only a line under a headline may be.
_BARE = re.compile(
    rf"(?P<names>{_NAME} {_NAME}(?: {_NAME})?(?:(?: in {_NAME})?(?:,? and |,? und |,? et |,? y )"
    rf"{_NAME} {_NAME}(?: {_NAME})?)?)(?P<rest>, {_ROLES}s?\b.{{0,60}}| in {_NAME}(?: {_NAME})?"
    rf"| ?\| ?.{{3,60}}|, (?:The |the )?{_NAME}(?: {_NAME}){{0,3}})?"
)
_NOBODY = re.compile(
    r"(?:by |from )?(?:our|staff|special|web|news)?[ -]?(?:own )?(?:correspondents?|reporters?|desk"
    r"|agenc(?:y|ies)|bureau|web ?desk|monitoring desk)(?: reports?)?"
    r"|[\w .'’]{2,30} (?:with|avec|con|mit) (?:agen[cz]\w+|agenturen|(?-i:AFP|AP|Reuters|dpa))"
    r"|(?:the )?associated press(?: writers?)?|agence france-presse|press trust of india"
    r"|(?-i:PTI|AP|AFP|ANI|IANS|UNI|APP|Reuters|dpa|EFE|ANSA|Xinhua|TASS|Agencias|Agenturen|Redaktion)",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August"
    r"|September|October|November|December|Now|Then|Contrast|Law|Far|The|This|That|Its|His|Her"
    r"|Their|All|Comparison|Midday|Noon|Mid|Late|Early|Christmas|Comparing|Some|Any|Most"
)
# Bylines that name nobody.
_COLLECTIVE = re.compile(
    r"(?:our|a|the|staff|special|news|web|agenc|correspondent|reporter|desk|editor|team|bureau"
    r"|associated press|reuters|afp|ap|pti|ians|ani|bbc|cnn|ard|zdf|orf|srf|dpa"
    r"|monitoring)\b",
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


def read_byline(line: str) -> tuple[str, ...] | None:
    """Return the authors that a byline names (none where it names a desk), or None if it is none.

    >>> read_byline("By Anna Petrova and Omar Khalid in Moscow")
    ('Anna Petrova', 'Omar Khalid')
    >>> read_byline("By Wednesday the talks had ended") is None
    True
    """
    text = line.strip()
    match = _BYLINE.fullmatch(text) or _BYLINE_ABROAD.fullmatch(text)
    if not match or len(text) > 160 or _NOT_NAMES.match(match["names"]):
        return None
    return _split_names(match["names"])


def read_bare_byline(line: str) -> tuple[str, ...] | None:
    """Return the authors of a line under a headline that names them without "by", or None.

    >>> read_bare_byline("Anna Petrova, Staff Writer"), read_bare_byline("Our Correspondent")
    (('Anna Petrova',), ())
    """
    text = line.strip()
    if _NOBODY.fullmatch(text):
        return ()
    match = _BARE.fullmatch(text)
    if not match or match["names"] in PLACES or _NOT_NAMES.match(match["names"]):
        return None
    return _split_names(match["names"])


def is_byline(line: str) -> bool:
    """Whether a line says who wrote, or sent, a piece wherever it stands: "By Ann Lee", "AFP"."""
    return read_byline(line) is not None or read_bare_byline(line) == ()


def _split_names(names: str) -> tuple[str, ...]:
    authors: list[str] = []
    for part in re.split(r",? (?:and|und|et|y|e|og|och|en) |, | & ", names, flags=re.IGNORECASE):
        name = re.sub(r" in \S+$", "", _ROLE.sub("", part)).strip(" ,")
        if name.isupper():
            name = name.title()
        if name and not _COLLECTIVE.match(name) and not _DEGREE.fullmatch(name):
            authors.append(name)
    # Behind whole names a single word is a place or an agency: "Von Anna Petrova, Moskau".
    whole = [name for name in authors if " " in name]
    return tuple(whole or authors)
