"""What is changed in a text at the door, once, with an account of it.

Only what nobody sees is changed: line ends, invisible characters, odd spaces. Quotation marks,
dashes and letters stay as they were printed; where curly must equal straight (counting, tone) the
reader asks for :func:`fold_quotes`, which keeps every offset.
"""

from __future__ import annotations

import re

# Each rule is one pattern and what takes its place. Order matters: CRLF before lone CR.
NORMALISATIONS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("byte order mark", re.compile("\ufeff"), ""),
    ("Windows or old Mac line end", re.compile("\r\n?"), "\n"),
    ("other line end", re.compile("[\x0b\x0c\x85\u2028\u2029]"), "\n"),
    # Joiners U+200C and U+200D stay: Urdu, Persian, Hindi and emoji need them.
    ("invisible character", re.compile("[\u00ad\u200b\u2060\u180e]"), ""),
    ("control character", re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"), ""),
    ("odd space", re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]"), " "),
    # A lone surrogate cannot be written as UTF-8: it would break the first save.
    ("broken character", re.compile("[\ud800-\udfff]"), "\ufffd"),
)

# One character for one character, so that offsets into the text stay true.
STRAIGHT_QUOTES = {**dict.fromkeys("‘’‚‛′ʼ＇", "'"), **dict.fromkeys("“”„‟″«»＂", '"')}


def normalise_text(text: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    r"""Return the text with invisible oddities mended, and how many of each there were.

    >>> normalise_text("one\r\ntwo\u00a0three")
    ('one\ntwo three', (('Windows or old Mac line end', 1), ('odd space', 1)))
    """
    changes: list[tuple[str, int]] = []
    for rule, pattern, mended in NORMALISATIONS:
        text, n = pattern.subn(mended, text)
        if n:
            changes.append((rule, n))
    return text, tuple(changes)


def fold_quotes(text: str) -> str:
    """Return ``text`` with typographic quotes and apostrophes straight; its length is unchanged.

    >>> fold_quotes("“It doesn’t”")
    '"It doesn\\'t"'
    """
    if not text.isascii():
        for curly, straight in STRAIGHT_QUOTES.items():  # a thirtieth of the time of str.translate
            text = text.replace(curly, straight)
    return text
