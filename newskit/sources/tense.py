"""Whether a sentence tells of the past or of what is to come, at a place in it."""

from __future__ import annotations

import re
from typing import Final

PAST, UNTOLD, FUTURE = -1, 0, 1

PAST_VERBS: Final = (
    "fell rose grew came went took made gave got lost won left felt kept held met ran saw sold "
    "spent stood shot hit led became began chose drew drove fled flew found fought paid sent "
    "struck swam sought taught wrote broke brought built bought caught put died beat quit sank "
    "spoke threw tore woke set cut knew thought heard bore lay sat shut read wore forgot slept"
).split()
# The verb behind "will", "to" and the like, which says nothing further: "will be held".
_NEXT: Final = (
    r"(?:\sto)?(?:\snot|\s[a-z]+ly)?(?:\sbe|\shave)?(?:\sbeen)?"
    r"(?:\s(?!(?:in|on|by|at|until|since|from|next|last|this|early|late)\b)[a-z]+)?"
)
_BARE = r"(?!(?:need|indeed|hundred|speed|seed|feed|exceed|proceed|succeed)\b)[a-z]{2,}ed|"
_BARE += "|".join(PAST_VERBS)
# At a place the first row that fits counts: "was due to" before "was". Small letters only: names
# (United, May) are no verbs.
_SIGNS: Final = (
    (UNTOLD, r"(?:(?:was|were|had\sbeen)\s(?:due|set|to|scheduled|expected|planned|meant)"
             rf"|(?:due|set|scheduled)\sto|would|could|may|might|should|can|must|cannot){_NEXT}|(?:was\s|were\s)?born"),
    (PAST, r"(?:scored|rallied|recovered|(?:came|fought|hit)\s(?:back|from\sbehind"
           r"|from\s(?:\w+\s){1,3}down)|held\son)"
           r"(?:\s[\w'’-]+){0,6}?\sto\s(?:beat|defeat|edge|draw|win|claim|seal|secure|earn|lead)"),
    (UNTOLD, r"for\s(?:an?\s)?(?:[a-z]+\s)?(?:elections?|votes?|referendum|summit|talks|trial)"),
    (PAST, r"(?:used|had|having)\sto|to\shave|(?:did|had)(?:n['’]t|\snot)?\s[a-z]+"),
    (FUTURE, r"(?:(?:is|are|be|\w+['’](?:s|re|m))\s(?:due|set|scheduled|expected|planned|slated|to"
             r"|going|likely|ready)|will|won['’]t|\w+['’]ll|shall|due|plan(?:s|ned)?\sto"
             rf"|(?:hopes?|aims?|intends?)\sto){_NEXT}|(?:set|scheduled|planned)\sfor"),
    (FUTURE, r"go(?:es)?|begins?|starts|opens|ends|expires|resumes|takes?\s(?:place|effect)|faces"
             r"|meets?|kicks?\soff|comes?\sinto|launches|upcoming|(?:is|are|falls?)(?=\s(?:[io]n\s|\d"
             r"|this\s|(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d))"),
    (UNTOLD, rf"to\s(?!(?:the|an?|his|her|its|their|this|that|all|date)\b)[a-z]{{2,}}{_NEXT}"),
    (PAST, rf"(?:(?:was|were)(?:n['’]t)?|had|did|(?:has|have)\sbeen){_NEXT}"),
    (PAST, r"(?P<report>said|says|told|tells|warned|added|insisted|predicted|suggested|promised"
           r"|announced|confirmed|unveiled)"),
    (PAST, rf"(?P<bare>{_BARE})"),
    (UNTOLD, r"is|are"),
)  # fmt: skip
_ROWS: Final = "|".join(f"(?P<s{i}>{row})" for i, (_, row) in enumerate(_SIGNS))
_SIGN: Final = re.compile(rf"(?<![\w-])(?:{_ROWS})\b")
# A date right behind "said" is the day of speaking; farther on it belongs to what was said.
_BESIDE: Final = re.compile(
    r"(?:told\s(?:the\s)?)?\w+(?:\sin\san?\s\w+(?:\s\w+)?)?\s(?:(?:late|early)\s)?(?:on\s|in\s)?$"
)
# A clause between commas says nothing of what stands behind it: ", who won,", ", made in May,".
_ASIDE: Final = re.compile(rf",\s(?:who|which|whose|where|when|(?:\w+ly\s)?(?:{_BARE}))\b[^,;]*,")
# A date in one that has no verb is not dated by the verb of the sentence: ", out on 7 June, was".
_APPOSED: Final = re.compile(r",\s(?!(?:on|in|at|late|early|by|during)\s)\w[^,;]*$")
_WITHIN: Final = re.compile(
    r"^(?!\W*(?:But\s)?(?:[Ii]n|[Aa]t|During|Speaking)\b).*\w\s\w+\s*$", re.DOTALL
)
_BREAK, _MARKS = re.compile(r"[,;–—]"), re.compile(r"[“”\"]")
_LIMIT: Final = re.compile(
    r"\b(?:until|till)\s(?:\w+\s){0,2}$|(?<!months\s)(?<!year\s)(?<!quarter\s)(?<!weeks\s)\b(?:to|by|before|for)\s(?:\w+\s)?$"
)
_BEFORE, _AFTER = 160, 120  # characters in which a verb is looked for


def find_direction(sentence: str, start: int, end: int) -> int:
    """Return PAST, FUTURE or UNTOLD: by the verb before a place, else by the one behind it.

    >>> text = "Ann Lee said on Monday that she will go in June."
    >>> find_direction(text, 16, 22), find_direction(text, 40, 47)
    (-1, 1)
    """
    low, high = _find_quoted(sentence, start, end)
    asides = [aside.span() for aside in _ASIDE.finditer(sentence, low, start)]
    found = _SIGN.finditer(sentence, low, high)
    signs = [sign for sign in found if not any(a < sign.start() < b for a, b in asides)]
    before = next((sign for sign in reversed(signs) if sign.end() <= start), None)
    after = next((sign for sign in signs if sign.start() >= end), None)
    apart = _WITHIN if after and after["report"] else _APPOSED
    if after and _BREAK.search(sentence, end, after.start()) and apart.search(sentence[low:start]):
        after = None  # "Rain on Monday, he said", but not "In a speech on Monday, he"
    is_apart = before and before["report"] and not _BESIDE.match(sentence[before.start() : start])
    sign = after if before is None or is_apart else before
    if sign is None:
        return UNTOLD
    way = _read_sign(sign)
    earlier = (_read_sign(item) for item in signs if item.end() <= sign.start())
    if sign["bare"] and FUTURE in earlier:
        return UNTOLD  # "will play at the fair, held in June"
    limit = _LIMIT.search(sentence, max(0, start - 30), start) if way == PAST else None
    if limit and (sign is before or limit.group().startswith(("until", "till"))):
        return UNTOLD
    return way


def is_day_of_speaking(before: str) -> bool:
    """Whether what stands before a date ends in "said on"."""
    reports = [sign for sign in _SIGN.finditer(before, max(0, len(before) - 60)) if sign["report"]]
    return bool(reports) and _BESIDE.match(before[reports[-1].start() :]) is not None


def _find_quoted(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the quotation around a place, else of what is near it."""
    low, high = max(0, start - _BEFORE), end + _AFTER
    before, after = list(_MARKS.finditer(sentence, low, start)), _MARKS.search(sentence, end, high)
    last = before[-1].group() if before else ""
    is_open = last == "“" or (last == '"' and len(before) % 2 == 1)
    if not is_open and not (after and after.group() == "”"):
        return low, high
    return before[-1].end() if is_open else low, after.start() if after else high


def _read_sign(sign: re.Match[str]) -> int:
    return next(way for i, (way, _) in enumerate(_SIGNS) if sign[f"s{i}"])
