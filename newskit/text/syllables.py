"""Syllables of a word: a table of English, rules for what it lacks, hyphenation elsewhere.

English words are looked up in a table derived from the CMU Pronouncing Dictionary (123,361 words,
shipped, see data/SOURCES.md). Words outside it count the larger of pyphen's hyphenation and of
their vowel groups: right for 91 % of the table's own words when they are hidden from it, against
61 % for pyphen alone (benchmarks/syllables.py). Figures and signs count as they are read
aloud ("$60" is "sixty dollars"), as Flesch (1948) asks; so do acronyms ("FBI" is three).
Nothing is ever downloaded.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from newskit.normalise import fold_quotes

if TYPE_CHECKING:
    from pyphen import Pyphen

_VOWELS = re.compile(r"[aeiouyàáâäãåæèéêëìíîïòóôöõøœùúûüýÿ]+|[аеёиоуыэюяіїє]")
# "rate", "hopes", "asked", "shore" end in a silent e; "table", "roses", "wanted", "litres" do not.
_SILENT_E = re.compile(
    r"[^aeiouylr]e$|[aeou]re$|[aeiouy]le$"
    r"|(?<![sxz])(?<![cs]h)(?<![cg])(?<![aeiouy])(?<![^aeiou][lr])es$|(?<![td])(?<![aeiouy])(?<![^aeiou]l)ed$"
)
# Two vowels that are spoken apart: "Ukrainian", "radio", "create", "actual", "being", "-ism".
_HIATUS = re.compile(r"ia(?!n$|l\b)|[^cstgx]io(?!us|n)|eo|ua|uou|iu|[aeiou]ing|ism$")
_GLIDE = re.compile(r"[iu]y[ao]")  # a "y" between vowels begins a syllable: "Priya", "Oduya"
# The same elsewhere, as places between vowels: "pa-ís", "te-a-tro", "economi-a", "Belgi-ë".
_DOTTED = r"(?<=[aeiou])(?=[ëï])"
_IBERIAN = r"(?<=[aeoáéó])(?=[íúaeoáéó])|(?<=[íú])(?=[aeoáéó])|(?<=[aeiou])(?=y[aeiouáéíóú])"
_ITALIAN = (
    r"(?<=[aeo])(?=[aeoàèéòó])"
    r"|(?:nom|log|erg|teg|raz|raf|sof|rch|pat|fon|etr|atr|p[ou]liz|\b[mvsz])i(?=[ae]$)"
)
_APART = {
    "es": f"{_IBERIAN}|{_DOTTED}",
    "pt": f"{_IBERIAN}|{_DOTTED}",
    "it": f"{_ITALIAN}|{_DOTTED}",
}
# German has them but for these pairs: "neu-e", "The-a-ter"; "ie" is one.
_GERMAN_VOWELS = re.compile(r"ie|[aeä]u|[ae][iy]|aa|ee|oo|ou|oi|(?<!q)u|[aeioyäöüàáâéèêëïôå]")
# A piece of hyphenation that is no syllable: where a word may break in two places, "mon-s-trie".
_CONSONANT = re.compile(r"[b-df-hj-np-tv-z]")
_FIGURE = re.compile(r"\d+(?:[.,:/·]\d+)*")
_HYPHENS = re.compile("[-\u2010\u2011\u2013]")

_ONES = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)  # zero … nineteen
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)  # twenty … ninety
_SIGNS = {"$": 2, "€": 2, "£": 1, "¥": 1, "₹": 2, "%": 2, "‰": 2, "°": 2}
# Letters read by name, as in "FBI": all have one syllable but W.
_LETTER_W = 3
# Longer ones with a vowel are read as words ("COVID", "AUKUS") unless the table knows better.
_LONGEST_SPELT = 3


def count_syllables(word: str, *, language: str = "en") -> int:
    """Return the syllables of one word, at least 1.

    Raises LookupError where there is no hyphenation for ``language``; see
    :func:`can_count_syllables`.

    >>> [count_syllables(word) for word in ("readability", "doesn’t", "$60", "2022", "FBI")]
    [5, 2, 4, 5, 3]
    """
    parts = [part for part in _HYPHENS.split(fold_quotes(word)) if part]
    return max(1, sum(_count_part(part, language) for part in parts))


def can_count_syllables(language: str) -> bool:
    """Whether syllables can be counted in a language.

    In Arabic they are counted by the vowel signs, so only where those are written.

    >>> can_count_syllables("en"), can_count_syllables("ur")
    (True, False)
    """
    import pyphen

    return language in ("en", "ar") or pyphen.language_fallback(language) is not None


def _count_part(part: str, language: str) -> int:
    if _FIGURE.search(part):
        return _count_figures(part, language)
    if "&" in part and part.isupper():  # AT&T is spelt, with an "and"
        return sum(_spell(letters) for letters in part.split("&")) + part.count("&")
    bare = part.strip("'")
    if language == "ar":
        return _count_arabic(bare)
    if language != "en":
        return _count_both_ways(bare.lower(), language)
    return _count_english(bare)


@lru_cache(maxsize=1 << 16)
def _count_english(word: str) -> int:
    table = load_syllables()
    lower = word.lower()
    known = table.get(lower)
    if known is None and not lower.isascii():  # the table has no accents: "naïve", "exposé"
        known = table.get(unicodedata.normalize("NFD", lower).encode("ascii", "ignore").decode())
        if known is not None and lower.endswith("é"):
            known = max(known, _count_vowel_groups(lower))
    letters = re.sub(r"[^A-Za-z]", "", word)
    if "." in word and known is None:
        known = table.get(lower + ".")
        if known is None and re.fullmatch(r"(?:[a-z]\.)+[a-z]?\.?", lower):
            return _spell(letters)
    if known is not None:
        return known
    if lower.endswith("'s"):
        base = lower[:-2]
        return _count_english(word[:-2]) + bool(re.search(r"(?:[sxz]|[cs]h|[cg]e)$", base))
    if "'" in lower or "." in lower:
        return sum(_count_english(part) for part in re.split(r"['.]", word) if part) or 1
    if letters.isupper() and (1 < len(letters) <= _LONGEST_SPELT or not _VOWELS.search(lower)):
        return _spell(letters)
    return _count_both_ways(lower, "en")


def _count_both_ways(word: str, language: str) -> int:
    """Return the larger of hyphenation and vowel groups: each misses breaks the other finds."""
    pieces = _load_hyphenation(language).inserted(word, "\n").split("\n")
    hyphenated = sum(not _CONSONANT.fullmatch(piece) for piece in pieces)
    if language == "en":
        return max(hyphenated, _count_vowel_groups(word))
    if language == "de":
        return max(hyphenated, len(_GERMAN_VOWELS.findall(word)))
    apart = re.findall(_APART.get(language, _DOTTED), word)
    return max(hyphenated, len(_VOWELS.findall(word)) + len(apart))


def _count_arabic(word: str) -> int:
    """Count by vowel signs: a long or stressed syllable weighs two (El-Haj & Rayson 2016)."""
    long = len(re.findall("[\u064e\u064f\u0650][\u0627\u0648\u064a]", word))
    short = len(re.findall("[\u064e\u064f\u0650](?![\u0627\u0648\u064a])", word))
    stressed = len(re.findall("[\u064b\u064c\u064d\u0651]", word))
    return short + 2 * (long + stressed)


def _spell(letters: str) -> int:
    return sum(_LETTER_W if letter in "wW" else 1 for letter in letters) or 1


def _count_vowel_groups(word: str) -> int:
    n = len(_VOWELS.findall(word))
    if n > 1 and _SILENT_E.search(word):
        n -= 1
    return max(1, n + len(_HIATUS.findall(word)) + len(_GLIDE.findall(word)))


def _count_figures(part: str, language: str) -> int:
    """Return the syllables of figures read aloud, with the letters and signs around them."""
    if language != "en":  # how figures are read differs; one syllable a digit is near enough
        return sum(char.isdigit() for char in part)
    total = sum(_SIGNS.get(char, 0) for char in part)
    for figure in _FIGURE.findall(part):
        total += _read_figure(figure)
    rest = re.sub(r"['.]", "", _FIGURE.sub(" ", part))
    for letters in re.findall(r"[^\W\d_]+", rest):
        if letters not in ("st", "nd", "rd", "th", "s"):
            total += {"m": 2, "bn": 2, "tn": 2, "k": 2, "km": 4}.get(letters) or _count_english(
                letters
            )
    return total


def _read_figure(figure: str) -> int:
    """Return the syllables of one figure: "1,200", "3.5", "9/11", "10:30", "2022"."""
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", figure)
    groups = re.split(r"[.,·]", plain)
    if len(groups) == 2 and not re.search(r"[:/]", plain):  # three point five; digits one by one
        return _read_number(groups[0]) + 1 + sum(_ONES[int(digit)] for digit in groups[1])
    as_year = plain == figure
    return sum(_read_number(group, as_year=as_year) for group in re.split(r"[.,·:/]", plain))


def _read_number(digits: str, *, as_year: bool = True) -> int:
    value = int(digits) if len(digits) <= 15 else -1
    if value < 0 or (len(digits) > 1 and digits[0] == "0"):  # a telephone or serial number
        return sum(_ONES[int(digit)] for digit in digits)
    if as_year and len(digits) == 4 and (1100 <= value < 2000 or 2010 <= value < 2100):  # a year
        late = value % 100
        second = 2 if late == 0 else (_read_below_hundred(late) + (1 if late < 10 else 0))
        return _read_below_hundred(value // 100) + second
    total = 0
    for power, syllables in ((10**12, 2), (10**9, 2), (10**6, 2), (1000, 2)):
        if value >= power:
            total += _read_below_thousand(value // power) + syllables
            value %= power
    return total + _read_below_thousand(value) if value or not total else total


def _read_below_thousand(value: int) -> int:
    hundreds = _ONES[value // 100] + 2 if value >= 100 else 0
    rest = value % 100
    return hundreds + (_read_below_hundred(rest) if rest or not hundreds else 0)


def _read_below_hundred(value: int) -> int:
    if value < 20:
        return _ONES[value]
    return _TENS[value // 10] + (_ONES[value % 10] if value % 10 else 0)


@lru_cache(maxsize=1)
def load_syllables() -> dict[str, int]:
    """Return the shipped table, lower-case word → syllables. Do not change it: it is shared."""
    packed = files("newskit").joinpath("data", "syllables.txt.gz").read_bytes()
    table: dict[str, int] = {}
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        count, _, words = line.partition(" ")
        table.update(dict.fromkeys(words.split(), int(count)))
    return table


@lru_cache(maxsize=16)
def _load_hyphenation(language: str) -> Pyphen:
    import pyphen

    code = "en_US" if language == "en" else pyphen.language_fallback(language)
    if code is None:
        raise LookupError(f"There is no hyphenation for the language {language!r}.")
    return pyphen.Pyphen(lang=code)
