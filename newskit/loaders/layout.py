"""Lines of a plain text to paragraphs: hard-wrapped lines are joined again, others kept."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

Line = tuple[int, str]  # the number of the line in the source, counted from 1; its text

# E-mail and wire systems wrap at 60 to 80 columns; 100 leaves room for the rest. Above it a
# line is a paragraph of its own.
_WIDEST = 100
_NARROWEST = 30
# A wrapped text breaks most of its lines in mid-sentence; a list of headlines breaks all of
# them there too, but its lines differ in length. Both shares were set on texts wrapped by
# ``fmt`` and ``textwrap`` at 40 to 80 columns and on lists of headlines.
_BROKEN_SHARE = 0.5
_FULL_SHARE = 0.6


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines were broken by a program at a fixed width.

    >>> is_wrapped(["A line that was broken by a mail program at", "some width, and then went on."])
    False
    """
    inner = [
        here.strip()
        for here, after in zip(lines, lines[1:], strict=False)
        if here.strip() and after.strip()
    ]
    width = max((len(line.strip()) for line in lines), default=0)
    if len(inner) < 3 or not _NARROWEST <= width <= _WIDEST:
        return False
    broken = sum(not ends_sentence(line) for line in inner)
    full = sum(len(line) >= 0.75 * width for line in inner)
    return broken >= _BROKEN_SHARE * len(inner) and full >= _FULL_SHARE * len(inner)


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Join hard-wrapped lines into paragraphs; blank lines stay as they are.

    A paragraph ends at a blank line, before an indented line, and, where a text has no blank
    lines, behind a finished sentence on a line that stops short of the width.
    """
    texts = [text.strip() for _, text in lines if text.strip()]
    short = 0.8 * median(map(len, texts)) if texts else 0
    out: list[Line] = []
    joining = False
    for number, text in lines:
        bare = text.strip()
        indented = text[:1].isspace() and bare
        if joining and bare and not indented:
            first, before = out[-1]
            # A hyphen at the line end may belong to the word: it stays, without a space.
            glue = "" if before[-1:] == "-" and before[-2:-1].isalpha() else " "
            out[-1] = first, before + glue + bare
        else:
            out.append((number, bare))
        joining = bool(bare) and not (ends_sentence(bare) and len(bare) < short)
    return out


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does.

    >>> ends_sentence("He left.”"), ends_sentence("Talks end")
    (True, False)
    """
    return line.rstrip(" \"'”’)]»*")[-1:] in tuple(".!?…:۔।。؟")
