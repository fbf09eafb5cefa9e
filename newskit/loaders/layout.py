"""Lines of a plain text to paragraphs: hard-wrapped lines are joined again, others kept."""

from __future__ import annotations

from collections.abc import Sequence

Line = tuple[int, str]  # the number of the line in the source, counted from 1; its text

# E-mail and wire systems wrap at 60 to 80 columns; 100 leaves room for the rest. Above it a
# line is a paragraph of its own.
_WIDEST = 100
_NARROWEST = 24
# A wrapped text breaks most of its lines in mid-sentence, and breaks a line only where the next
# word would not have fitted: by that it is told from headlines, lists and verse. The shares were
# set on texts wrapped by ``fmt`` and ``textwrap`` at 26 to 98 columns and on lists of headlines.
_BROKEN_SHARE = 0.5
_FORCED_SHARE = 0.8
_LOWER_SHARE = 0.3  # of the lines that follow; names and figures begin the rest


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines were broken by a program at a fixed width.

    >>> is_wrapped(["A line that was broken by a mail program at", "some width, and then went on."])
    False
    """
    width = max(map(len, lines), default=0)
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if a.strip() and b.strip()]
    if len(pairs) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    broken = [(here, after) for here, after in pairs if not ends_sentence(here)]
    forced = sum(is_forced(here, after, width) for here, after in broken)
    going_on = sum(after.lstrip()[0].islower() for _, after in broken)
    return (
        len(broken) >= max(2, _BROKEN_SHARE * len(pairs))
        and forced >= _FORCED_SHARE * len(broken)
        and going_on >= _LOWER_SHARE * len(broken)
    )


def is_forced(here: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one.

    >>> is_forced("Talks end", "in Moscow", 20), is_forced("The talks ended in", "Moscow.", 20)
    (False, True)
    """
    return len(here) + 1 + len(after.split(maxsplit=1)[0]) > width


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Join hard-wrapped lines into paragraphs; blank lines stay as they are.

    A line goes on with the next one if that was forced by the width; an indented line begins a
    paragraph, unless all are.
    """
    width = max((len(text) for _, text in lines), default=0)
    out: list[Line] = []
    before = ""
    for number, text in lines:
        bare = text.strip()
        deeper = _measure_indent(text) > _measure_indent(before)
        if before.strip() and bare and not deeper and is_forced(before, text, width):
            first, joined = out[-1]
            # A hyphen at the line end may belong to the word: it stays, without a space.
            glue = "" if joined[-1:] == "-" and joined[-2:-1].isalpha() else " "
            out[-1] = first, joined + glue + bare
        else:
            out.append((number, bare))
        before = text
    return out


def _measure_indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def ends_sentence(line: str) -> bool:
    """Whether the line ends as a sentence does.

    >>> ends_sentence("He left.”"), ends_sentence("Talks end")
    (True, False)
    """
    return line.rstrip(" \"'”’)]»*")[-1:] in tuple(".!?…:۔।。؟")
