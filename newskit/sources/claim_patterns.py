"""What a number looks like in a news text, and what else can be checked, as patterns."""

from __future__ import annotations

import re

from newskit.sources.dates import NUMBERS

_WORDS = [word for word in NUMBERS if word not in ("a", "an", "one", "zero")]
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|bn|m|tn|k)(?!\w)"
SPELLED = rf"(?:(?:{_TENS})(?:-(?:{_ONES}))?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
# 60 billion, 1.2bn, two million, 23, twenty-one, dozens of, 3.5
AMOUNT = (
    rf"(?:(?:{DIGITS}|{SPELLED})[\s-]?{_SCALE}|an?\s(?:hundred|thousand|[mbtr]+illion)(?!\w)"
    rf"|{DIGITS}|{SPELLED})"
)
_ABOUT = (
    r"(?:(?:more|less|fewer)\s+than\s+|over\s+|under\s+|nearly\s+|almost\s+|about\s+|around\s+"
    r"|at\s+least\s+|up\s+to\s+|some\s+|roughly\s+|approximately\s+|an\s+estimated\s+)?"
)
_CURRENCY = r"(?:US|A|C|HK|NZ|S)?[$€£¥₹₽]"
_CURRENCY_WORD = (
    r"(?:dollars?|euros?|pounds?|rupees?|roubles?|rubles?|yen|yuan|francs?|pence|cents?|USD|EUR"
    r"|GBP|pesos?|kronor|kroner|lira|rand|shekels?|won)"
)
_TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MONEY = _compile(
    rf"(?<!\w){_ABOUT}(?:{_CURRENCY}\s?{DIGITS}(?:\s?-?{_SCALE})?"
    rf"|{AMOUNT}(?:\s|-){_CURRENCY_WORD})(?!\w)"
)
PERCENTAGE = _compile(
    rf"(?<![\w.]){_ABOUT}(?:{DIGITS}|{SPELLED})(?:\s?%|\s?-?per\s?cent(?:age\spoints?)?(?!\w))"
)
DURATION = _compile(
    rf"(?<![\w.]){_ABOUT}(?:{AMOUNT}|a\s+few|several)(?:\s|-){_TIME}(?:-old)?(?!\w)"
)
FRACTION = _compile(
    rf"(?<!\w)(?:{_ABOUT}(?:half|a\s+third|a\s+quarter|two[\s-]thirds|three[\s-]quarters"
    rf"|a\s+fifth|a\s+tenth)\s+of|(?:{DIGITS}|{SPELLED}|one)\s+in\s+(?:{DIGITS}|{SPELLED})"
    rf"|(?:dozens|scores|hundreds|thousands|millions|billions)\s+of)(?!\w)"
)
NUMBER = _compile(rf"(?<![\w.,/:$€£¥-]){_ABOUT}{AMOUNT}(?![\w:/]|-\w|[.,]\d)")

# Superlatives and firsts: what would be wrong if there were one other case.
_NOT_FIRST = (
    r"(?!\s+(?:lady|minister|name|names|aid|world|class|half|place|of\s+all|person|instance"
    r"|hand|and\s+foremost|floor|team|round|game|time\s+buyers?)\b)"
)
SUPERLATIVE = _compile(
    rf"\b(?:for\s+the\s+first\s+time|(?:the|its|his|her|their)\s+(?:\w+\s+)?first{_NOT_FIRST}"
    r"|the\s+(?:\w+\s+)?(?:last|only)\s+(?:to|such|time|one|country|man|woman|person|person)"
    r"|(?:the|its|his|her|their|\w+['’]s)\s+(?:\w+[\s-])?"
    r"(?:largest|biggest|highest|lowest|smallest|longest|shortest|oldest|youngest|fastest"
    r"|richest|poorest|strongest|weakest|worst|best|deadliest|greatest|busiest|tallest|cheapest"
    r"|most\s+\w+|least\s+\w+)"
    r"|never\s+before|unprecedented|record(?:-breaking|\s+(?:high|low|number|profits?|loss|sum))"
    r"|no\s+other|\w+-year\s+(?:high|low))\b"
)
END_OF_CLAUSE = re.compile(r"[,;:.!?()“”\"—–]|\s(?:and|but|which|who|while|because|when)\s")
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9,
    "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_TEN_VALUES = {word: 10 * i for i, word in enumerate(_TENS.split("|"), 2)}


def read_amount(text: str) -> float | None:
    """Return the number that an amount stands for.

    >>> read_amount("more than $60 billion"), read_amount("twenty-three"), read_amount("1,200")
    (60000000000.0, 23.0, 1200.0)
    """
    low = text.lower()
    value: float | None = None
    digits = re.search(DIGITS, low)
    if digits:
        value = float(digits.group().replace(",", ""))
    else:
        spelled = re.search(rf"\b{SPELLED}\b|\ban?\b(?=[\s-]?{_SCALE})", low)
        if spelled is None:
            return None
        tens, _, ones = spelled.group().partition("-")
        value = float(_TEN_VALUES.get(tens, NUMBERS.get(tens, 0)) + NUMBERS.get(ones, 0))
    scale = re.search(rf"(?<=[\d\s-]){_SCALE}", low)
    return value * _SCALES[scale.group()] if scale else value
