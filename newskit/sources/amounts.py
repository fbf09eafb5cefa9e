"""How a news text writes numbers, ranges and money, as patterns, and what they come to."""

from __future__ import annotations

import math
import re

from newskit.sources.dates import NUMBERS

TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
SCALES = {
    "hundred": 1e2, "dozen": 12, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6, "m": 1e6,
    "mn": 1e6, "crore": 1e7, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
GLYPHS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
_VALUES = NUMBERS | {word: 10 * n for n, word in enumerate(TENS, 2)}
# Money by a sign or code before the number; N and R only where the number is written as money is.
CURRENCY_CODES = (
    "USD EUR GBP CHF JPY CNY RMB INR PKR BDT LKR NPR NGN KES GHS ZAR UGX TZS RWF ETB EGP MAD AUD "
    "CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF RUB UAH TRY BRL MXN ARS AED SAR QAR ILS KRW IDR MYR "
    "PHP THB VND XAF XOF CFA KSh KShs Ksh Kshs USh TSh Sh Shs Rs Re Tk RM Dh Dhs SFr Fr Le"
).split()
_SIGN = (
    r"(?:(?:US\s?|AU?|CA?|HK|NZ|S|NT|R|Z|TT)?\$|[€£¥₹₽₩₦₱₪₺₴₫৳฿₵]|GH[¢₵S]"
    rf"|(?-i:{'|'.join(sorted(CURRENCY_CODES, key=len, reverse=True))})\.?"
    r"|(?-i:[NR])(?=\d[\d.]*(?:,\d{3})+|\d[\d.,]*\s?(?:[bmt]n|[mk]|[mbtr]+illion)\b)"
    r"|(?<!the\s)(?<!form\s)(?<!on\s)(?<!off\s)(?<!route\s)(?<!road\s)(?-i:N)"  # no road
    r"(?=\d{3,}(?!\w|-[a-z]{2}|\s(?:road|bus|route|motorway|highway|form)\b)))"
)
_NAME = (
    r"(?:(?:(?-i:US|UK|[A-Z][a-z]+|euro|CFA)\s)?(?:dollars?|euros?|pounds?|rupees?|roubles?|rubles?|yen|yuan"
    r"|renminbi|francs?|pence|cents?|pesos?|kronor|kron[ae]r?|lira|rand|shekels?|naira|cedis?"
    r"|shillings?|kwacha|birr|taka|rials?|riyals?|dirhams?|dinars?|baht|ringgit|rupiah|zlotys?"
    r"|forints?|hryvnias?|reais|(?<=illion\s)won|USD|EUR|GBP|CHF|CFA)(?!\w))"
)
_SCALE = rf"(?:{'|'.join(sorted(SCALES, key=len, reverse=True))})(?!\w)"
_SCALED = rf"(?:[\s-]?{_SCALE}(?:\s(?:thousand|lakh|crore|million|billion)(?!\w))?)?"
_GLYPH = f"[{''.join(GLYPHS)}]"
DIGITS = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{2,3}}){{1,5}}(?![\d,]*\d)|\d{{1,15}})(?:\.\d{{1,9}})?{_GLYPH}?"
    rf"|{_GLYPH})"
)
_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES)}))?|{'|'.join(TEENS + ONES)})(?!\w)"
SPELLED = rf"(?:{_SMALL}(?:[\s-]hundred(?:\sand\s{_SMALL})?(?!\w))?)"
NUMBER = rf"(?:(?:{DIGITS}|{SPELLED})(?:[\s-]and[\s-]a[\s-](?:half|quarter)(?!\w))?)"
AMOUNT = (
    rf"(?:(?:half|(?:a|one|three)[\s-]quarters?\sof)\san?\s{_SCALE}|an?\s{_SCALE}"
    rf"|{NUMBER}{_SCALED})"
)
ABOUT = (
    r"(?:(?:(?:more|less|fewer)\s+than|over|under|nearly|almost|about|around|at\s+least|up\s+to"
    r"|some|roughly|approximately|an\s+estimated)\s+)?"
)
MINUS = r"(?:minus\s|[-−])?"
_TO = r"(?:(?<=[\w%])[-–](?=[\WN]?\d)|\s(?:to|or)\s)"


def make_range(one: str, other: str | None = None) -> str:
    """Return the pattern of ``one`` amount, or a range: "between A and B", "A to B", "A-B"."""
    other = other or one
    return rf"(?:between\s{one}\sand\s{other}|{ABOUT}{one}(?:(?P<to>{_TO}){other})?)"


_SIGNED = rf"{_SIGN}\s?{DIGITS}{_SCALED}"
SIGNED_MONEY = make_range(_SIGNED, rf"(?:{_SIGN}\s?)?{DIGITS}{_SCALED}")
NAMED_MONEY = rf"{make_range(AMOUNT)}(?:[\s-]{_NAME}|(?<=\d)p)"
CURRENCY = re.compile(rf"{_SIGN}(?=\s?[\d{''.join(GLYPHS)}])|{_NAME}$|p$", re.IGNORECASE)

_AMOUNTS = re.compile(rf"(?:(?<![a-z])(?=[a-z])|(?![a-z])){AMOUNT}")
_NEGATIVE = re.compile(r"\bminus\s|(?<!\w)[-−](?=\d)")
_PIECE = re.compile(rf"\d[\d,]*(?:\.\d+)?|{_GLYPH}|[a-z]+")
_MOVED = re.compile(
    r"\b(?:rose|fell|up|down|climbed|dropped|gained|lost|slipped|jumped|slid|surged|added|shed)\s"
    r"(?:by\s)?$"
)
_OF = re.compile(r"\sin\s|\sout\sof\s|/")


def read_amount(text: str) -> float | None:
    """Return the number that an amount stands for: of a range, the first.

    >>> read_amount("more than $60 billion"), read_amount("twenty-three"), read_amount("1,200")
    (60000000000.0, 23.0, 1200.0)
    """
    found = read_amounts(text)
    return found[0] if found else None


def read_amounts(text: str) -> list[float]:
    """Return the numbers of an amount or of a range; the scale of the last goes for all.

    >>> read_amounts("between $5 and $6 billion"), read_amounts("half a million")
    ([5000000000.0, 6000000000.0], [500000.0])
    """
    sign = -1 if _NEGATIVE.search(text.lower()) else 1
    parts = _read_pieces(text)
    values = [value for pieces in parts if (value := _evaluate(pieces)) is not None]
    if borrows_scale(text) and len(values) == len(parts):
        scale = math.prod(SCALES.get(piece, 1) for piece in parts[-1])
        if values[0] * scale <= values[-1]:
            values[0] *= scale
    return [sign * value for value in values]


def borrows_scale(text: str) -> bool:
    """Whether the first number of a range has no scale, and the last one has ("$5-6bn")."""
    parts = _read_pieces(text)
    scaled = [not SCALES.keys().isdisjoint(pieces) for pieces in parts]
    return len(parts) > 1 and scaled[-1] and not scaled[0]


def are_two(kind: str, text: str, before: str) -> bool:
    """Whether what looks like a range is two amounts, by what stands ``before`` it, too.

    >>> are_two("percentage", "3% to 5%", "from "), are_two("percentage", "3% to 5%", "")
    (True, False)
    """
    if len({sign.group() for sign in CURRENCY.finditer(text)}) > 1:
        return True  # "£1.2bn or $2.3bn"
    if borrows_scale(text):
        return False
    values, is_point = read_amounts(text), "point" in text and text[-1] in "%t"
    is_down = kind != "number" and len(values) > 1 and values[0] > values[1]
    is_move = kind == "money" and _MOVED.search(before) is not None  # "rose $1.20 to $84.50"
    is_change = before.endswith("from ") or is_move
    return is_change or is_down or is_point  # "by 0.2 percentage points to 5.8%"


def _read_pieces(text: str) -> list[list[str]]:
    """Return the words and digits of each amount."""
    return [_PIECE.findall(match.group()) for match in _AMOUNTS.finditer(text.lower())]


def read_share(text: str) -> float | None:
    """Return what a fraction comes to.

    >>> read_share("one in four"), read_share("three quarters of"), read_share("dozens of")
    (0.25, 0.75, None)
    """
    low = text.lower()
    part, *whole = (_evaluate(_PIECE.findall(side)) for side in _OF.split(low, maxsplit=1))
    if not whole or part is None:
        return part
    return part / whole[0] if whole[0] else None


def _evaluate(pieces: list[str]) -> float | None:
    """Return what the words and digits of one amount come to."""
    total: float | None = None  # of the thousands and above
    value: float | None = None  # of what follows them
    joined = False  # by "and", behind which a half is added
    for piece in pieces:
        part = PARTS.get(piece.removesuffix("s"))
        if piece[0].isdecimal():
            value = float(piece.replace(",", ""))
        elif part:
            value = (value or 0) + 1 / part if joined else (value or 1) / part
        elif SCALES.get(piece, 0) >= SCALES["thousand"]:
            total = (total or 0) + value * SCALES[piece] if value else (total or 1) * SCALES[piece]
            value = None
        elif piece in SCALES:
            value = (value or 1) * SCALES[piece]
        elif piece in GLYPHS or (piece in _VALUES and piece not in ("a", "an")):
            value = (value or 0) + GLYPHS.get(piece, _VALUES.get(piece, 0))
        joined = piece == "and" or (joined and piece == "a")
    return total + (value or 0) if total is not None else None if value is None else float(value)
