"""VADER's word lists, read from the installed vaderSentiment package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class VaderLists:
    """The word lists of VADER, and what its rules look for."""

    lexicon: Mapping[str, float]
    emoji: Mapping[str, str]
    boosters: Mapping[str, float]
    negations: frozenset[str]
    idioms: Mapping[str, float]
    carriers: frozenset[str]  # what is in the lexicon and is no booster
    movers: frozenset[str]  # where none is near, a word is worth its list value


@lru_cache(maxsize=1)
def load_lists() -> VaderLists:
    """Return the word lists of the installed vaderSentiment package.

    >>> load_lists().lexicon["good"]
    1.9
    """
    import vaderSentiment.vaderSentiment as package  # noqa: N813

    folder = files("vaderSentiment")
    lexicon: dict[str, float] = {}
    for line in folder.joinpath("vader_lexicon.txt").read_text("utf-8").split("\n"):
        if line:
            word, value = line.strip().split("\t")[:2]
            lexicon[word] = float(value)
    emoji: dict[str, str] = {}
    for line in (
        folder.joinpath("emoji_utf8_lexicon.txt").read_text("utf-8").rstrip("\n").split("\n")
    ):
        symbol, name = line.strip().split("\t")[:2]
        if len(symbol) == 1:
            emoji[symbol] = name
    boosters: dict[str, float] = dict(package.BOOSTER_DICT)
    return VaderLists(
        lexicon=lexicon,
        emoji=emoji,
        boosters=boosters,
        negations=frozenset(package.NEGATE),
        idioms=dict(package.SPECIAL_CASES),
        carriers=frozenset(lexicon) - frozenset(boosters),
        movers=_find_movers(package.NEGATE, boosters, package.SPECIAL_CASES),
    )


def _find_movers(*tables: Iterable[str]) -> frozenset[str]:
    """Return the tokens one of which stands near every word that a rule changes.

    Of a phrase its longest token will do: "kiss of death" is not looked for at every "of".
    """
    phrases = [phrase.split() for table in tables for phrase in table]
    ruled = "no so this never without least but".split()
    return frozenset([*ruled, *(max(tokens, key=len) for tokens in phrases)])
