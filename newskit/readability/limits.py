"""What a language or a text does not allow: which metrics and which counts, and why.

A number that means nothing in a language is not shown: scores are nan with a reason, counts nan.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from string import ascii_lowercase

from newskit.readability.counts import Counts, say_count
from newskit.readability.formulas import FORMULAS, SPACED
from newskit.readability.languages import LANGUAGE_FORMULAS
from newskit.readability.metric import Metric
from newskit.readability.word_counts import FIELDS
from newskit.text.language import Language, find_language
from newskit.text.syllables import can_count_syllables

METRICS: tuple[Metric, ...] = FORMULAS + LANGUAGE_FORMULAS

# Written without spaces between words: nothing that counts words can be right.
UNSPACED = frozenset("zh ja th lo km my bo dz".split())
_MOST_FIGURES = 0.5
# Languages whose sentences begin with a capital, and the length above which one must be there.
CASED = frozenset("en de es fr it nl ru pt sv da no pl".split())
_SHORT = 8
# A text of so many words that has none of these and is surely in another language than English.
_SMALL = ascii_lowercase.encode()
_BRIEF, _SURE, _SAMPLE, _MOST_CAPITALS = range(15, 41), 0.99, 1_000, 0.9
_ENGLISH = frozenset("the and that with from his have said are were they she this will".split())
_SENTENCE_END = re.compile(r"[.!?…۔।؟][\"'”’»)\]]*(?:\s|$)|[。！？]")
# Counts that rest on English lists and endings, and on the sounds of a word.
_ENGLISH_COUNTS = ("n_complex_words", "n_unfamiliar_words", "n_unique_unfamiliar")
_SPOKEN_COUNTS = tuple(name for name in FIELDS if "syllab" in name)
# What is left where words are not divided.
_UNDIVIDED_COUNTS = ("n_sentences", "n_letters")


@lru_cache(maxsize=64)
def list_fitting(language: str) -> tuple[Metric, ...]:
    """Return the metrics made for a language.

    >>> list_fitting("zh")
    ()
    """
    return tuple(metric for metric in METRICS if fits_language(metric, language))


def fits_language(metric: Metric, language: str) -> bool:
    """Whether a metric was made for a language (or for all that are written with spaces)."""
    return language in metric.languages or (metric.languages == SPACED and language not in UNSPACED)


@lru_cache(maxsize=64)
def explain_foreign(language: str) -> Mapping[str, str]:
    """Return, by name, why the metrics that were not made for a language have no value in it."""
    available = ", ".join(metric.name for metric in list_fitting(language)) or "none"
    return {
        metric.name: f"{metric.label} was not made for the language {language!r}. "
        f"Available: {available}."
        for metric in METRICS
        if not fits_language(metric, language)
    }


def find_trouble(text: str, counts: Counts, language: Language) -> str | None:
    """Return why nothing can be scored, or None."""
    if counts.n_words == 0:
        return "There is no word in the text."
    if language.code in UNSPACED:
        return f"Words are not separated by spaces in this language ({language.code}): no counts."
    if counts.n_numbers > _MOST_FIGURES * counts.n_words:
        return "More than half of the words are figures: a table, not prose."
    if not _SENTENCE_END.search(text):
        return "No sentence ends in this text (no . ! ? …), so its sentences cannot be counted."
    if language.code in CASED and not any(map(str.isupper, text)) and counts.n_words > _SHORT:
        return "There is no capital in this text, so the ends of its sentences cannot be seen."
    return None


def explain_absence(metric: Metric, counts: Counts, language: str) -> str | None:
    """Return why a metric made for this language has no value for this text, or None."""
    if metric.needs_syllables:
        if not can_count_syllables(language):
            return f"Syllables cannot be counted in the language {language!r}."
        if _lacks_vowel_signs(counts, language):
            return "The vowel signs are not written in this text, so syllables cannot be counted."
    if counts.n_words < metric.min_words:
        short = say_count(counts.n_words, "word")
        return f"Too short: {short}; {metric.label} needs {metric.min_words}."
    if counts.n_sentences < metric.min_sentences:
        short = say_count(counts.n_sentences, "sentence")
        return f"Too short: {short}; {metric.label} needs {metric.min_sentences}."
    return None


def find_cautions(metric: Metric, counts: Counts) -> tuple[str, ...]:
    """Return what a reader of this value must know about the size of this text."""
    cautions = []
    if counts.n_words < metric.made_for_words:
        cautions.append(
            f"{say_count(counts.n_words, 'word')}; {metric.label} was made for "
            f"{metric.made_for_words} or more."
        )
    if counts.n_sentences < metric.made_for_sentences:
        cautions.append(
            f"{say_count(counts.n_sentences, 'sentence')}, scaled to the "
            f"{metric.made_for_sentences} that {metric.label} was made for."
        )
    return tuple(cautions)


def keep_defined(counts: Counts, language: str) -> Counts:
    """Return the counts with nan for those that mean nothing in a language.

    >>> from newskit.readability.counts import count
    >>> german = keep_defined(count("Das Haus steht leer.", language="de").total(), "de")
    >>> german.n_syllables, german.n_unfamiliar_words
    (4, nan)
    """
    undefined = list_undefined(language)
    if _lacks_vowel_signs(counts, language):
        undefined |= {*_SPOKEN_COUNTS, "n_faseeh_words"}
    names = Counts.__dataclass_fields__
    return Counts(*[math.nan if name in undefined else getattr(counts, name) for name in names])


@lru_cache(maxsize=64)
def list_undefined(language: str) -> frozenset[str]:
    """Return the names of the counts that mean nothing in a language.

    >>> sorted(list_undefined("en"))
    ['n_faseeh_words']
    """
    undefined: set[str] = set()
    if language in UNSPACED:
        undefined = set(Counts.__dataclass_fields__) - set(_UNDIVIDED_COUNTS)
    if language != "en":
        undefined.update(_ENGLISH_COUNTS)
    if language != "ar":
        undefined.add("n_faseeh_words")
    if language not in CASED or language == "de":  # German writes every noun with a capital
        undefined.add("n_names")
    if not can_count_syllables(language):
        undefined.update(_SPOKEN_COUNTS)
    return frozenset(undefined)


def _lacks_vowel_signs(counts: Counts, language: str) -> bool:
    return language == "ar" and counts.n_syllables < 2 * counts.n_words


def explain_contradiction(language: Language, *, insisted: bool) -> str | None:
    """Return what is to be said where a text is clearly not in the language that it is said to be.

    ``insisted``: the language was asked for, so that there are scores, with this as a caution.
    """
    code, other = language.code, language.reads_like
    if not other:
        return None
    if insisted:
        return f"The text reads like {other!r}, not {code!r}; if it is, these values are wrong."
    return (
        f"The article says that its language is {code!r}, but the text reads like {other!r}. "
        f"language={other!r} scores it so, language={code!r} as it says."
    )


def find_warnings(text: str, n_words: float, language: Language) -> tuple[str, ...]:
    """Return what speaks against every value: another language than said, or capitals alone.

    >>> find_warnings("IT RAINED.", 2, Language("en", guessed=False, confidence=1))[0][:23]
    'The text is in capitals'
    """
    if language.code == "en" and n_words in _BRIEF and _ENGLISH.isdisjoint(text.lower().split()):
        found = find_language(text)
        if found.code != "en" and found.confidence >= _SURE:
            language = replace(language, reads_like=found.code)
    warning = explain_contradiction(language, insisted=True)
    is_shouted = _is_shouted(text[:_SAMPLE])
    capitals = "The text is in capitals: names and the ends of sentences are not told by them."
    return ((warning,) if warning else ()) + ((capitals,) if is_shouted else ())


def _is_shouted(sample: str) -> bool:
    """Whether nearly all letters are capitals."""
    plain = sample.encode("ascii", "ignore")
    small = len(plain) - len(plain.translate(None, _SMALL))
    if small > (1 - _MOST_CAPITALS) * len(sample):  # seen in a hundredth of the time
        return False
    letters = [letter for letter in sample if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _MOST_CAPITALS * len(letters)
