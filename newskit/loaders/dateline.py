"""The dateline: the place (date, agency) that opens the first paragraph of a news report."""

from __future__ import annotations

import re

from newskit.article import Dateline

# English, and as German, French, Spanish, Italian and Portuguese agencies write them.
_MONTH = (
    r"(?i:Jan(?:uary|uar|vier)?|enero|ene|gennaio|gen|janeiro|Feb(?:ruary|ruar|rero|braio)?"
    r"|f[ée]v(?:rier|ereiro)?|Mar(?:ch|s|zo|ço)?|März|Apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|May|Mai|mayo"
    r"|maggio|mag|maio|June?|Juni|juin|junio|giugno|giu|junho|July?|Juli|juil(?:let)?|julio|luglio|lug"
    r"|julho|Aug(?:ust)?|août|ago(?:sto)?|Sept?(?:ember|embre|iembre)?|set(?:tembre|embro)?"
    r"|O[ck]t(?:ober|obre|ubre)?|ott(?:obre)?|out(?:ubro)?|Nov(?:ember|embre|iembre|embro)?"
    r"|De[cz](?:ember|embro)?|d[ée]c(?:embre)?|dic(?:embre|iembre)?)\.?(?!\w)"
)
_DATE = (
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:le )?\d{{1,2}}(?:st|nd|rd|th|er|\.|º)? (?:de )?{_MONTH})"
    rf"(?:,? (?:de )?\d{{4}})?(?: / \d{{1,2}}:\d\d ?[ap]\.?m\.?)?)"
)
# "AP", "Reuters", "EUROPA PRESS", "Thomson Reuters Foundation", also with slashes around.
_AGENCY = r"(?:[A-ZÀ-Þ][\w.&'’/ -]{1,40}|dpa|epd|kna|efe|ansa|tass)"
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]*(?:-[A-ZÀ-Þ.'’]+)*"
_CITY = rf"{_UPPER}(?:[ /]{_UPPER}){{0,4}}"
_TITLE = r"[A-ZÀ-Þ][\w.'’]*(?:-[\w'’]+)*"
_MIXED = rf"{_TITLE}(?:[ /](?:de|la|el|al|of|the|upon|{_TITLE})){{0,4}}"
# ", Wis.", ", Pakistan", ", D.C.", ", Russia" behind the city
_REGION = rf"(?:, (?!{_MONTH} ?\d)(?:[A-ZÀ-Þ][\w.'’-]*)(?: [A-ZÀ-Þ][\w.'’-]*){{0,2}})"
_SEPARATOR = r"(?:\.?\s*(?:—|–|--|:|_)\s*|\.?\s+-\s*|\.?\s*-\s+|\.-\s*)"

# From the fullest form to the barest; the first that fits is taken. A city in capitals needs no
# more than a separator; one in ordinary case needs an agency or a date beside it, or must be on
# the list of places where news is filed.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CITY}{_REGION}?|{_MIXED}{_REGION}?)(?:,? (?P<date>{_DATE}))?[,.]?"
        rf" (?:\((?P<agency>{_AGENCY})\)|/(?P<wire>{_AGENCY})/\.?)(?:{_SEPARATOR}|\s+(?=\S))",
        rf"\((?P<agency>{_AGENCY})\) ?[-–—] ?(?P<place>{_CITY})"
        rf"(?:, (?P<date>{_DATE}))?{_SEPARATOR}",
        rf"(?P<place>{_CITY}{_REGION}?|{_MIXED}{_REGION}?),? (?P<date>{_DATE})"
        rf"(?: (?P<agency>[A-Z]{{2,8}}))?{_SEPARATOR}",
        rf"(?P<date>{_DATE}) \((?P<agency>{_AGENCY})\){_SEPARATOR}",
        rf"\((?P<agency>{_AGENCY})\)(?:\s*(?:—|–|--)\s*|\s+-\s*)",
        rf"(?P<place>{_CITY}{_REGION}?){_SEPARATOR}(?=[“\"'‘(]?[A-ZÀ-Þ\d])",
        rf"(?P<place>{_MIXED}{_REGION}?){_SEPARATOR}(?=[“\"'‘(]?[A-ZÀ-Þ\d])",
        # Arabic: "لندن (رويترز) -"; Russian: "ЛОНДОН, 14 мая - РИА Новости." or "/ТАСС/."
        rf"(?P<place>[؀-ۿ]+(?: [؀-ۿ]+){{0,3}}) ?\((?P<agency>[؀-ۿ .]{{2,30}})\){_SEPARATOR}",
        r"(?P<place>[А-ЯЁ][А-ЯЁ-]+(?: [А-ЯЁ-]+){0,3}), (?P<date>\d{1,2} [а-я]{3,8})"
        r"(?:\.? /(?P<wire>[А-ЯЁ]\w+)/\.?|\.? ?[-–—] (?P<agency>[А-ЯЁ][\w -]{2,30})\.)\s+",
    )
)

# Capitals before a colon or a dash that name no place.
NOT_PLACES = frozenset(
    """
    UPDATE UPDATED BREAKING EXCLUSIVE WATCH LIVE NOTE CORRECTION CORRECTED CLARIFICATION FACTBOX
    ANALYSIS OPINION EXPLAINER EXPLAINED VIDEO PHOTOS PICTURES LISTEN READ REVIEW PREVIEW PROFILE
    TIMELINE INTERVIEW EDITORIAL COMMENT COLUMN FEATURE ALERT URGENT ADVISORY WARNING SUMMARY Q A
    Q&A QUESTION ANSWER HOST PRESENTER REPORTER MODERATOR NARRATOR NATO UN EU WHO IMF NASA FBI CIA
    BBC CNN ITV NBC ABC CBS FIFA UEFA OPEC UNICEF OSCE ISIS GDP CEO PM PHOTO CAPTION SOURCE TAGS
    AND BUT THE WHAT WHY HOW WHEN WHERE JUST DEVELOPING ROUNDUP EXTRA LEAD COVID COVID-19 AI IPO
    TV VAT NHS LGBTQ
    """.split()
)

# Where news is filed: capitals and the cities that datelines name most, for the form "Kyiv - ".
PLACES = frozenset(
    """Abidjan; Abu Dhabi; Abuja; Accra; Addis Ababa; Algiers; Amman; Amsterdam; Ankara; Astana;
    Athens; Atlanta; Auckland; Baghdad; Baku; Bamako; Bangalore; Bengaluru; Bangkok; Barcelona;
    Beijing; Beirut; Belfast; Belgrade; Berlin; Bern; Bogota; Bogotá; Boston; Brasilia;
    Bratislava; Brussels; Bucharest; Budapest; Buenos Aires; Cairo; Canberra; Cape Town; Caracas;
    Chennai; Chicago; Chisinau; Colombo; Copenhagen; Dakar; Dallas; Damascus; Davos; Delhi;
    Detroit; Dhaka; Doha; Dubai; Dublin; Durban; Edinburgh; Frankfurt; Gaza; Geneva; Glasgow;
    Guangzhou; Hanoi; Harare; Havana; Helsinki; Hong Kong; Houston; Hyderabad; Islamabad;
    Istanbul; Jakarta; Jeddah; Jerusalem; Johannesburg; Juba; Kabul; Kampala; Karachi; Kathmandu;
    Kharkiv; Khartoum; Kiev; Kigali; Kinshasa; Kolkata; Kuala Lumpur; Kuwait City; Kyiv; La Paz;
    Lagos; Lahore; Lima; Lisbon; Ljubljana; London; Los Angeles; Luanda; Luxembourg; Lviv; Madrid;
    Manila; Maputo; Melbourne; Mexico City; Miami; Milan; Minsk; Mogadishu; Montreal; Moscow;
    Mosul; Mumbai; Munich; Muscat; Nairobi; New Delhi; New York; Nicosia; Odesa; Oslo; Ottawa;
    Paris; Perth; Peshawar; Philadelphia; Phnom Penh; Prague; Pretoria; Pyongyang; Quetta; Quito;
    Rabat; Ramallah; Rawalpindi; Reykjavik; Riga; Rio de Janeiro; Riyadh; Rome; San Francisco; San
    Salvador; Santiago; Sao Paulo; São Paulo; Sarajevo; Seattle; Seoul; Shanghai; Singapore;
    Skopje; Sofia; St. Petersburg; Stockholm; Strasbourg; Sydney; Taipei; Tallinn; Tashkent;
    Tbilisi; Tehran; Tel Aviv; The Hague; Tirana; Tokyo; Toronto; Tripoli; Tunis; Ulaanbaatar;
    United Nations; Vancouver; Vatican City; Vienna; Vilnius; Warsaw; Washington; Wellington;
    Wuhan; Yangon; Yaounde; Yerevan; Zagreb; Zurich; Zürich""".replace("\n    ", " ").split("; ")
)

# As the AP's stylebook shortens them behind a city, and as Canada's does
_STATES = frozenset(
    """
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn.
    Miss. Mo. Mont. Neb. Nev. N.H. N.J. N.M. N.Y. N.C. N.D. Okla. Ore. Pa. R.I. S.C. S.D. Tenn.
    Vt. Va. Wash. W.Va. Wis. Wyo. D.C. Alta. B.C. Man. N.B. N.S. Ont. Que. Sask.
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
        if match and match.end() < len(paragraph) and _is_plausible(match):
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


def _is_plausible(match: re.Match[str]) -> bool:
    found = match.groupdict()
    place = found.get("place")
    if place is None:
        return True
    first = re.split(r"[ ,/]", place)[0]
    if first in NOT_PLACES or place in NOT_PLACES or len(place.replace(".", "")) < 3:
        return False
    if re.search(r"['’]S\b", place):  # KHAN'S VISIT: a headline
        return False
    agency = found.get("agency") or found.get("wire")
    if place.split(",")[0].isupper() or found.get("date"):
        return True
    if agency:
        # "Imran Khan (PTI) said": an agency stands between a place and a separator
        return match.group().rstrip()[-1] in "—–-:_" or bool(found.get("wire"))
    city, _, region = place.partition(", ")
    return city in PLACES or region in _STATES
