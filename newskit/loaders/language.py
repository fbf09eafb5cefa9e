"""The language of an article: what the page says, unless the text is surely another."""

from __future__ import annotations

# Templates are copied with their lang="en"; a text of this length tells its language by itself
# (0.96 right on 207 pages of countries with one language, most of the rest mislabelled).
_ENOUGH = 300
_READ = 1_500


def choose_language(
    text: str, declared: str | None, origin: str | None, *, trust: bool = False
) -> tuple[str, str] | None:
    """Return the language and how it is known; None where nobody says and the text is too short.

    ``trust`` takes the page at its word, without a look at the text.

    >>> choose_language("Talks end", "en", "html tag")
    ('en', 'html tag')
    """
    if len(text) < _ENOUGH or (trust and declared):
        return (declared, origin or "given") if declared else None
    from py3langid.langid import classify

    guess = classify(text[:_READ])[0]
    if declared and guess == declared:
        return declared, origin or "given"
    # Related languages are told apart by the page, since the guess is weak there.
    if declared and any({guess, declared} <= kin for kin in _KIN):
        return declared, origin or "given"
    return guess, "the text"


_KIN = tuple(
    frozenset(kin.split())
    for kin in "no nb nn da sv; sr hr bs sh; id ms; es gl ca; hi ne mr; ur fa ar; cs sk".split(";")
)
