"""The language of a text: what the article says, else a guess made offline."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Language:
    """A language code (ISO 639-1), whether it was guessed, and how surely (0 to 1)."""

    code: str
    guessed: bool
    confidence: float

    def describe(self) -> str:
        """Return a phrase for a card.

        >>> Language("de", guessed=True, confidence=0.987).describe()
        'de, guessed from the text (99 % sure)'
        """
        if not self.guessed:
            return f"{self.code}, as given"
        return f"{self.code}, guessed from the text ({self.confidence:.0%} sure)".replace("%", " %")


def find_language(text: str, *, given: str | None = None) -> Language:
    """Return the given language, or the one that py3langid finds in the text.

    >>> find_language("Die Gespräche über den Haushalt endeten gestern ohne Ergebnis.").code
    'de'
    """
    if given:
        return Language(given.lower().split("-")[0].split("_")[0], guessed=False, confidence=1.0)
    sample = text[:_SAMPLE]
    code, sure = _classify(sample)
    if sample.isascii() and (sure < _SURE or code not in _LIKELY):
        # Short English is hard to tell from its neighbours; the card says how little is known.
        return Language("en", guessed=True, confidence=min(sure, _SURE))
    return Language(code, guessed=True, confidence=sure)


def _classify(sample: str) -> tuple[str, float]:
    code, confidence = _load_identifier().classify(sample)
    return str(code), float(confidence)


@lru_cache(maxsize=1)
def _load_identifier() -> Any:  # noqa: ANN401 - the package has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
