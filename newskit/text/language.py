"""The language of a text: what the article says, else a guess made offline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from newskit.errors import InputError

# How much of a text the guess reads; more does not make it surer.
_SAMPLE = 5_000
# A guess below this is no guess; so is one for a language that hardly prints news (below), which
# is what a list of foreign names in English looks like.
_SURE = 0.5
# The languages that the identifier knows well and that a newsroom is likely to meet.
_LIKELY = frozenset(
    """
    en de fr es it nl pt ru uk pl cs sk ro hu sv da no nb nn fi et lv lt el tr ar he fa ur hi bn ta
    te ml mr gu pa kn zh ja ko th vi id ms sw bg sr hr sl mk sq ca gl eu ka hy az kk uz mn am ne si
    my km lo ps ku is ga cy mt af tl so
    """.split()
)
# What else a language is called: its English name and the codes of ISO 639-2.
_NAMES = {
    name: row.split()[0]
    for row in """
    en english eng|de german ger deu|fr french fre fra|es spanish spa|it italian ita|pl polish pol
    nl dutch dut nld|pt portuguese por|ru russian rus|uk ukrainian ukr|cs czech cze ces|th thai tha
    sv swedish swe|da danish dan|no norwegian nor|fi finnish fin|hu hungarian hun|ro romanian ron
    el greek gre ell|tr turkish tur|ar arabic ara|he hebrew heb|fa persian per fas|ur urdu urd
    hi hindi hin|bn bengali ben|ta tamil tam|zh chinese chi zho|ja japanese jpn|ko korean kor
    vi vietnamese vie|id indonesian ind|sw swahili swa
    """.strip()
    .replace("\n", "|")
    .split("|")
    for name in row.split()
}
# The commonest words of some languages: they tell when a text is in another than it is said to be.
_COMMON: dict[str, frozenset[str]] = {
    row.split()[0]: frozenset(row.split()[1:])
    for row in """
    en the of and to in a is that for on it with as was he be by at from his are have said not has
    de der die das und in den von zu mit des sich auf für ist im dem nicht ein eine als auch es an
    fr de la le les et des en du un une à dans que qui pour par sur est au il pas plus ne se ce aux
    es de la que el en y a los del se las por un para con no una su al es lo como más
    it di e il la che in a per è un del della non con si le da i una sono dei al
    nl de van het een en in is dat op te zijn met voor niet die er aan om ook als bij door
    pt de a o que e do da em um para com não uma os no se na por mais as dos como ao
    ru в и на не что с по он как из к за от для это его о также но а было
    """.strip().split("\n")
}
# Languages that these words take for their neighbours.
_NEIGHBOURS = frozenset("gl-pt gl-es ca-es ca-fr af-nl uk-ru bg-ru mk-ru be-ru".split())
# How much of a text that check reads, at first and at most, and how long it must be (about 40
# words); the share of its words that shows a language (98 % of English news is above it), and what
# another must reach.
_FIRST_LOOK, _FIRST, _LONG_ENOUGH = 400, 1_000, 240
_SHOWN, _CLEARLY, _CERTAIN = 0.22, 0.15, 0.99
_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2e80-\uffff]+")
# The code of ISO 639-2 for a language that nobody can tell.
UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Language:
    """A language code (ISO 639-1), whether it was guessed, and how surely (0 to 1).

    ``reads_like`` is the code of another language where the given one is clearly wrong.
    """

    code: str
    guessed: bool
    confidence: float
    reads_like: str | None = None

    def describe(self) -> str:
        """Return a phrase for a card.

        >>> Language("de", guessed=True, confidence=0.987).describe()
        'de, guessed from the text (99 % sure)'
        """
        if self.reads_like:
            return f"{self.code}, as given, but the text reads like {self.reads_like}"
        if not self.guessed:
            return f"{self.code}, as given"
        if self.code == UNKNOWN:
            return "not known: there is no letter in the text"
        return f"{self.code}, guessed from the text ({self.confidence:.0%} sure)".replace("%", " %")


def find_language(text: str, *, given: str | None = None) -> Language:
    """Return the given language, or the one that py3langid finds in the text.

    >>> find_language("Die Gespräche über den Haushalt endeten gestern ohne Ergebnis.").code
    'de'
    """
    if given:
        code = read_code(given)
        other = find_contradiction(text, code)
        return Language(code, guessed=False, confidence=1.0, reads_like=other)
    if not any(map(str.isalpha, text)):
        return Language(UNKNOWN, guessed=True, confidence=0.0)
    sample = text[:_SAMPLE]
    code, sure = _classify(sample)
    if sample.isascii() and (sure < _SURE or code not in _LIKELY):
        # Short English is hard to tell from its neighbours; the card says how little is known.
        return Language("en", guessed=True, confidence=min(sure, _SURE))
    return Language(code, guessed=True, confidence=sure)


def read_code(given: str, *, strict: bool = False) -> str:
    """Return the code of a language that is given by code or by its English name.

    Raises InputError for what is no string and, where ``strict``, for what is no language.

    >>> read_code("en-GB"), read_code("German"), read_code("urd")
    ('en', 'de', 'ur')
    """
    if not isinstance(given, str):
        raise InputError(f"language takes a code such as 'en' or 'ur'; got {given!r}.")
    code = given.strip().lower().split("-")[0].split("_")[0]
    if strict and code not in _NAMES and not (code.isalpha() and 2 <= len(code) <= 3):
        near = get_close_matches(code, _NAMES, n=1)
        meant = f"Did you mean {_NAMES[near[0]]!r} ({near[0]})? " if near else ""
        raise InputError(
            f"There is no language {given!r}. {meant}A code of ISO 639-1 works, such as 'en', 'de'"
            " or 'ur', and the English name of the larger languages."
        )
    return _NAMES.get(code, code)


def find_contradiction(text: str, code: str) -> str | None:
    """Return the language that a text is clearly in where it is not ``code``, else None.

    Nearly every text shows its language by its commonest words, which costs 10 µs to see. Only
    where it does not, and either shows another or has another script, py3langid is asked; it must
    be sure.

    >>> find_contradiction("Die Regierung hat sich mit den Ländern darauf geeinigt. " * 5, "en")
    'de'
    """
    if len(text) < _LONG_ENOUGH or code not in _LIKELY:
        return None
    for sample in (text[:_FIRST_LOOK], text[:_FIRST]):
        words = sample.lower().split()
        mine = _share(words, code)
        if mine >= _SHOWN:
            return None
    theirs, likeliest = max((_share(words, other), other) for other in _COMMON)
    shows_other = theirs >= max(_CLEARLY, 1.5 * mine) and f"{code}-{likeliest}" not in _NEIGHBOURS
    letters = len(_OTHER_SCRIPT.sub("", sample))  # those of the Latin script, with the spaces
    if not shows_other and (mine or code not in _COMMON or 2 * letters > len(sample)):
        return None
    found, sure = _classify(sample)
    agrees = found == likeliest if shows_other else found not in (code, *_COMMON)
    return found if agrees and sure >= _CERTAIN else None


def _share(words: Sequence[str], code: str) -> float:
    return sum(map(_COMMON.get(code, frozenset()).__contains__, words)) / max(1, len(words))


def _classify(sample: str) -> tuple[str, float]:
    code, confidence = _load_identifier().classify(sample)
    return str(code), float(confidence)


@lru_cache(maxsize=1)
def _load_identifier() -> Any:  # noqa: ANN401 - the package has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
