"""What can be checked in a news text: patterns, and where in a sentence they are tried."""

from __future__ import annotations

import re

from newskit.sources import amounts as write
from newskit.sources.dates import DATE, DAYS, MONTHS, NUMBERS
from newskit.sources.tense import PAST_VERBS

_TIME = (
    r"(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))"
)
# What is added up in one duration: "four years and three months".
_NAMES = "second minute hour day week month year".split()
HOURS = dict(zip(_NAMES, (1 / 3600, 1 / 60, 1, 24, 168, 730.5, 8766), strict=True))
TIMES = re.compile("|".join(HOURS), re.IGNORECASE)
# Units that stand close to their number, and those that are spelled out.
_UNITS = (
    r"(?:[\s-](?:(?:square|cubic|nautical)[\s-])?(?:(?:kilo|centi|milli)?met(?:re|er)s?"
    r"|kilo(?:gram(?:me)?)?s?|gram(?:me)?s?|tonn?es?|tons?|(?:milli)?lit(?:re|er)s?|gallons?|acres?"
    r"|hectares?|foot|feet|inch(?:es)?|yards?|miles?(?:\s(?:an|per)\shour)?|knots?"
    r"|degrees?(?:\s(?:Celsius|Fahrenheit|C|F))?)|\s?(?:km|kg|cm|mm|mg|lbs?|oz|ft|mph|kph|km/h|kWh|[KMG]Hz|[KMGT]W|[KMGT]B"
    r"|[KM]bps|°[CF])|(?<=\d)(?-i:[CFgl]))(?!\w)"
)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_ONE = write.MINUS + write.NUMBER
_PERCENT = r"(?:\s?%|\s?pc\b|\s?-?per\s?cent(?:age\spoints?)?(?!\w))"
Row = tuple[str, re.Pattern[str]]  # a kind of claim, and how it looks
CROWDS = ("dozens", "scores", "hundreds", "thousands", "millions", "billions")
# In the order in which they are tried: the first that fits counts.
PATTERNS: tuple[Row, ...] = (
    ("money", _compile(rf"(?:minus\s)?{write.SIGNED_MONEY}(?!\w)")),
    ("money", _compile(rf"(?:minus\s)?{write.NAMED_MONEY}(?!\w)")),
    ("percentage", _compile(write.make_range(rf"{_ONE}{_PERCENT}?", _ONE) + _PERCENT)),
    (
        "percentage",
        _compile(rf"{write.ABOUT}(?:half|(?:a|one|three)[\s-]quarters?\sof)\sa{_PERCENT}"),
    ),
    ("date", DATE),
    (
        "duration",
        _compile(
            rf"(?:{write.make_range(write.AMOUNT)}|{write.ABOUT}(?:a\s+few|several|half\san?))"
            rf"[\s-](?:(?P<time>{'|'.join(HOURS)})s?\sand\s{write.NUMBER}\s"
            rf"(?!(?P=time)|{_TIME}\s(?:ago|earlier|later)))?{_TIME}(?:-olds?)?(?!\w)"
        ),
    ),
    (
        "share",
        _compile(
            rf"{write.ABOUT}(?:half\s(?:of|(?=(?:the|its|his|her|their|all)\s))"
            r"|(?:an?|one|two|three|four|five|\d)[\s-](?:third|quarter|fifth|sixth|eighth|tenth)s?"
            r"(?:\sof(?!\sa\s[mbtr]+illion)|(?=\s*(?:[.,;:)]|$))"
            r"|(?=\s(?:more|less|fewer|higher|lower|in|from|to|on|since)\b))"
            r"|\d/\d{1,2}\sof"
            rf"|{write.NUMBER}\s(?:out\sof|in)\s(?:every\s)?{write.NUMBER}"
            rf"(?!\s(?:{_TIME}|{'|'.join(MONTHS)}))"
            rf"|(?:(?:tens|{'|'.join(CROWDS)})\s+of\s+)?(?:{'|'.join(CROWDS)})"
            r"(?:\s+of|(?=\s(?:were|are|have|had|took|fled|[a-z]{3,}ed)\b)))(?![\w%])"
        ),
    ),
    (
        "number",
        _compile(
            rf"{write.make_range(write.MINUS + write.AMOUNT)}"
            rf"(?:{_UNITS}|(?![\w:/@]|(?<!\dm)[-–]\w|[.,]\d))"
        ),
    ),
)
DATES = tuple(row for row in PATTERNS if row[0] == "date")
UNITS_AT_END = re.compile(rf"{_UNITS}$")
NO_MONTH = re.compile(r"\b(?:may|march)\b")  # "this may help"
# What counts nothing: telephones, times of day, addresses, newspapers and programmes.
IDLE = re.compile(
    rf"{write.ABOUT}(?:"
    r"(?:0\d{1,4}|(?<=\+)\d{1,3}|(?<=\()\d{2,5}\))(?:[\s-]?\(?\d{2,8}\)?){1,4}(?!\d)"
    r"|\d{3}-\d{3}-\d{4}(?!\d)"
    r"|(?<=\b(?:of|in)\s['’])\d\ds?(?![\w,.]\d)"
    r"|\d{1,2}:\d\d(?:[:.]\d+)?"
    r"|(?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\sin\sthe"
    r"\s(?:morning|afternoon|evening)"
    r"|(?:\d{4}|\d{1,2}(?:\.\d\d)?)\s?(?:[ap]\.m\.|[ap]m\b|GMT\b|BST\b|o['’]clock)"
    r"|\d{1,5}[a-z]?\s(?:[A-Z][\w'’]+\s){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Boulevard|Terrace|Crescent|Gardens|Mews)\b"
    r"|Today\s(?:programme|show)\b|[A-Z][a-z]+day\s(?:Times|Telegraph|Mirror|Express|Mail|Herald)\b)"
)
IDLE_NUMBER = re.compile(r"\w+(?:[.,/–-]\d+)*")  # what stands behind a word of NAMES
# Words before a number that make it a name; the second table with a capital only.
NAMES = frozenset(
    "article section chapter channel room route flight platform page figure clause paragraph "
    "schedule resolution type terminal ward version formula phase episode number windows boeing "
    "airbus nasdaq ftse nikkei radio bbc itv playstation xbox iphone question chapter rule "
    "interstate motorway junction gate exhibit appendix amendment proposition".split()
)
PROPER_NAMES = frozenset(
    "Part Group Division Stage Grade Level Class Unit Block War Act Mark Season Series No Highway "
    "Apollo Falcon Soyuz Euro Expo Area Catch District Title Bowl Fortune Dax DAX CAC Cac Stoxx "
    "Ibex Russell Dow Poor's P Year Apartment Flat Suite Studio Model Camp Pier Key Table Box "
    "Order Bill Protocol Opus Symphony Psalm Book Volume Issue Lot Galaxy Sheffield".split()
)

# Superlatives and firsts: what would be wrong if there were one other case.
_NOT_FIRST = "|".join(
    "lady minister name names aid world class half place person instance hand floor team round "
    "game quarter leg set innings stage degree batch phase reading verse few two three".split()
)
# What is a first by itself; another noun needs a frame ("in a decade") or a verb that says so.
_FEAT = (
    r"(?:goal|title|win|victory|defeat|loss|medal|time|woman|man|country|person|final|success)s?"
)
_FRAME = r"(?:in|since|of|to|for|at|on|from|by|outside|under|after|over|that|ever)"
_SAID_FIRST = "".join(rf"(?<!{verb}\s)" for verb in "['’]s is was are were be been became".split())
_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
SUPERLATIVE_WORDS = frozenset(
    "such straight consecutive successive second third fourth fifth st nd rd th first last only "
    "largest biggest highest lowest smallest longest shortest oldest youngest fastest richest "
    "poorest strongest weakest worst best deadliest greatest busiest tallest cheapest most least "
    "heaviest hottest coldest wettest driest warmest steepest sharpest slowest narrowest widest "
    "deepest quickest toughest bloodiest wealthiest "
    "never ever unprecedented record other high low".split()
)
SUPERLATIVE = _compile(
    rf"\b(?:for\s+the\s+first\s+time"
    rf"|(?!{_SAID_FIRST}(?:\w+\s+){{1,2}}first\s+(?!(?:\w+\s+)?{_FEAT}\b|such\b|{_FRAME}\b)"
    rf"\w+\b(?!(?:\s+[\w'’/-]+|[\w'’/-]+){{0,4}}\s+{_FRAME}\b))"
    r"(?:the|its|his|her|their)\s+(?:\w+\s+)?first"
    rf"(?!\s+(?:{_NOT_FIRST}|of\s+all|and\s+foremost|time\s+buyers?)\b)"
    r"|the\s+(?:\w+\s+)?(?:last|only)\s+(?:to|such|time|one|country|man|woman|person|person)"
    r"|(?:the|its|his|her|their|(?:the\s+)?\w+['’]s)\s+(?:\w+[\s-])?"
    r"(?:largest|biggest|highest|lowest|smallest|longest|shortest|oldest|youngest|fastest"
    r"|richest|poorest|strongest|weakest|(?:worst|best)(?!\s+of\s+(?:it|luck)\b)"
    r"|deadliest|greatest|busiest|tallest|cheapest|most\s+\w+|least\s+\w+"
    r"|heaviest|hottest|coldest|wettest|driest|warmest|steepest|sharpest|slowest|narrowest|widest"
    r"|deepest|quickest|toughest|bloodiest|wealthiest)"
    rf"|(?:the|an?|his|her|its|their)\s+{_NTH}\s+(?:such|straight|consecutive|successive"
    r"|\w+\s+(?:in\s+a\s+row|running))"
    rf"|the\s+{_NTH}\s+time\s+(?:in|since)"
    rf"|(?:his|her|its|their)\s+(?:{_NTH}\s+{_FEAT}|\d+(?:st|nd|rd|th)\s+(?!century|floor)\w+)"
    r"|an?\s+(?:club|world|national|course|track|olympic|european|league)\s+record(?!\s+label)"
    r"|never\s+before|unprecedented|record(?:-breaking|\s+(?:high|low|number|profits?|loss|sum))"
    r"|no\s+other|\w+-year\s+(?:high|low)|an?\s+all-time\s+(?:high|low|record)"
    r"|(?:\w+er|(?:more|less|fewer)(?:\s\w+)?)\s+than\s+(?:any\s+other|ever\s+before))\b"
)
END_OF_CLAUSE = re.compile(
    r"[,:.](?!\d)|[;!?()“”\"—–]|\s-\s|\s(?:and|but|which|who|while|because|when)\s"
)

# Words at which a claim may begin, beside digits and signs; the first two begin only a date.
_DATE_STARTS = frozenset(
    "last this next the in since by until from before after during of early late mid yesterday "
    "today tonight tomorrow many q h circa spring summer autumn winter".split()
)
NAMED_STARTS = frozenset(month[:n] for month in (*MONTHS, "sept") for n in (3, len(month))) | {
    *DAYS, *"valentine halloween good easter black cyber super ash shrove maundy palm boxing "
    "christmas new holy may whit".split()
}  # fmt: skip
_STARTS = (
    frozenset(write.TENS + [word for word in NUMBERS if word != "zero"])
    | frozenset(code.lower() for code in write.CURRENCY_CODES)
    | frozenset(
        "half several tens dozens scores hundreds thousands millions billions minus between "
        "more less fewer over under nearly almost about around at up some roughly approximately "
        "us a au c ca hk nz s nt r z tt gh n".split()
    )
)
ROWS = dict.fromkeys(_DATE_STARTS | NAMED_STARTS, DATES) | dict.fromkeys(_STARTS, PATTERNS)
# A sentence without one of these, or a digit, is not searched.
CORE = (NAMED_STARTS | NUMBERS.keys() | write.SCALES.keys() | write.PARTS.keys()) - {"a", "an"} | {
    *write.TENS, *"0123456789", *"few several dozens scores hundreds thousands millions billions "
    "thirds quarters last this next previous following yesterday today tonight tomorrow".split()
}  # fmt: skip
# What ends the words that a number counts.
NO_NOUNS = frozenset(PAST_VERBS) | frozenset(
    "more less fewer higher lower off up down out away back ahead apart late early ago each per "
    "again yet too them us annually year-on-year month-on-month".split()
)
# Behind a share these are verbs: "60% say".
VERBS_OF_SHARES = frozenset(
    "say says think thinks believe believes want wants support supports back backs oppose opposes "
    "favour favor approve disapprove agree disagree live lives come comes go goes own owns "
    "use uses vote".split()
)
# Endings in s of what is no plural.
NO_PLURALS = (
    "ss",
    "us",
    "sis",
    "'s",
    "’s",
    "gas",
    "lens",
    "bias",
    "canvas",
    "atlas",
    "news",
    "tennis",
)
# What tells metres from millions behind a plain number: "1.8m tall", "the 100m".
METRES = _compile(
    r"[\s-]?(?:tall|long|wide|high|deep|thick|final|race|sprint|hurdles|relay|from|away|depth"
    r"|freestyle|breaststroke|butterfly|backstroke|medley|dash|pool|swim|ahead|above|below|behind|back"
    r"|heats?|semi-?finals?|title|record|gold|silver|bronze|champion|steeplechase|indoors?|individual"
    r"|runner|event|mark|stretch|in\s(?:height|length|depth|width)|of\s(?:water|snow|ice|rock|rope|cable|sand|mud)|and\s[\d,]+m)\b"
)
AGE_BEFORE = re.compile(r"[^\W\d]\.?, $")
# "aged six and nine", "who is 68,"
AGED = _compile(r"\b(?:aged|ages?\sof)\s(?:\w+\s(?:and|or|to)\s)?$")
VOTE = _compile(r"vote|\b(?:bill|motion|amendment|measure|resolution)\b")
AGE_OF = _compile(r"\b(?:who|s?he)\s(?:is|was|turned|turns|just\sturned)\s(?:now\s|only\s)?$")
EVERY = _compile(r"\b(?:every|each|most|alternate)\s(?:other\s|second\s)?$")  # Wednesday
RACE = _compile(r"\b(?:the|men['’]s|women['’]s|over|indoor|and)\s$")
_SET = r"(?:[67]-[0-7]|[0-7]-[67])(?!\d)"
SCORE_AHEAD = re.compile(rf",?\s(?:and\s)?{_SET}|\s\(?(?:\d-\d|[A-Z])")  # "6-4, 6-3", "2-1 Hull"
SCORE = _compile(
    r"\b(?:beat|win|wins|won|victory|defeat|lost|lose|draw|drew|lead|led|trail|down|ahead|beaten"
    r"|thrash\w*|crush\w*|triumph|aggregate|score|level|vote[ds]?)\s(?:\w+\s){0,3}$"
    rf"|\b{_SET},?\s(?:and\s)?$"
)
