"""Whether a word is familiar: the Dale–Chall and Spache lists with their rules for word forms."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Literal

FamiliarList = Literal["familiar-words", "spache-words"]

# Endings that leave a listed word familiar, and what may have stood in their place
# (Dale & Chall 1948, instructions: plurals, verb forms, comparisons, adverbs in -ly).
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("ves", ("f", "fe")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("", "le")),
    ("n", ("",)),
)
_DOUBLING = frozenset(("ing", "ed", "er", "est"))  # stopped, bigger
_CONTRACTIONS = ("n't", "'s", "s'", "'re", "'ve", "'ll", "'d", "'m", "'")


@lru_cache(maxsize=2)
def load_familiar(name: FamiliarList) -> frozenset[str]:
    """Return a shipped list of familiar words, lower case."""
    text = files("newskit").joinpath("data", f"{name}.txt").read_text("utf-8")
    return frozenset(text.split("\n")) - {""}


def is_familiar(word: str, *, using: FamiliarList = "familiar-words") -> bool:
    """Whether a lower-case word, or a form of it, is on the list.

    Hyphen compounds are familiar when their parts are; words with figures always are.

    >>> [is_familiar(word) for word in ("houses", "stopped", "gentler", "tuberculosis")]
    [True, True, True, False]
    """
    words = load_familiar(using)
    if word in words or any(char.isdigit() for char in word):
        return True
    if "-" in word:
        return all(is_familiar(part, using=using) for part in word.split("-") if part)
    for ending in _CONTRACTIONS:
        if word.endswith(ending) and len(word) > len(ending):
            return is_familiar(word[: -len(ending)], using=using)
    return any(base in words for base in _find_bases(word))


def _find_bases(word: str) -> list[str]:
    bases: list[str] = []
    for ending, replaced in _ENDINGS:
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < 2:
            continue
        bases.extend(stem + letters for letters in replaced)
        if ending in _DOUBLING and stem[-1] == stem[-2]:
            bases.append(stem[:-1])
    return bases
