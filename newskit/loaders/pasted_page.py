"""A whole page pasted as text: menus, teasers and footer around the article are cut away.

Each line is weighed by how much it reads like a sentence; the article is the run of lines with
the largest sum. A text that is an article already is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newskit.loaders.byline import is_byline, read_bare_byline, read_byline
from newskit.loaders.layout import Line, ends_sentence
from newskit.loaders.page_residue import name_page_residue
from newskit.loaders.printed_date import read_dates

# What sections are called: a line of that name above a headline is no headline itself.
SECTIONS = frozenset(
    """news; world; politics; business; sport; sports; culture; science; tech; technology; health;
    opinion; uk; us news; europe; asia; africa; middle east; national; international; economy;
    politik; ausland; inland; wirtschaft; kultur; wissen; wissenschaft; panorama; gesellschaft;
    politique; monde; société; économie; sciences; france; planète; política; mundo; economía;
    sociedad; cultura; deportes; ciencia; internacional; españa; politica; esteri; economia;
    cronaca; sociedade""".replace("\n    ", " ").split("; ")
)
# The commonest words of the languages that the plain-text rules know; menus hold few of them.
_GRAMMAR = frozenset(
    """the of and to in a is that for it on with as was at by be this from are have has he she they
    we not but his her had an or which were been will would who said its their more about after
    one than when there also out up new over into der die das und den von zu mit ist im dem nicht
    ein eine auf für sich des auch wie nach le la les de et en un une que du dans qui pour sur est
    au par pas plus ne avec son el los las y del se por con una para su al lo como más o fue ha il
    di che e per è non della si da sono dei nel alla os um uma com não do na no dos em à""".split()
)
_SENTENCE_END = re.compile(r"[.!?…:۔।。؟][”\"’')\]»]*\s*$")
_WORD = re.compile(r"\w+")
# Weights set on the text of 181 article pages (F1 0.89, 0.67 for the pages as they are); half and
# three quarters of the negative ones give 0.86 and 0.88.
_LONG, _MEDIUM = 12, 6
_MOST = 80
_FURNITURE, _LABEL, _SCRAP = -12.0, -10.0, -1.8
# This many scraps in a row are a box within the article; one or two may be subheads.
_BOX = 3
# A page has at least this many lines, and this share of them are menus and teasers; a list inside
# an article, or a dozen of short paragraphs, stays below.
_PAGE_LINES = 25
_SCRAP_SHARE = 0.45
_MENU = 6  # lines of one to three words at the top
_HEAD_LINES = 8  # between headline and body: kicker, standfirst, byline, date, credits


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the article stands in a pasted page: the lines of its head and of its body."""

    head: list[Line]
    body: list[Line]
    dropped: list[Line]


def weigh_line(line: str) -> float:
    """Return how much a line reads like a part of an article; below 0 like furniture.

    >>> weigh_line("The talks ended late on Wednesday, and nobody was surprised.") > 0
    True
    >>> weigh_line("Home") < 0 and weigh_line("Business") < 0
    True
    """
    words = _WORD.findall(line.lower())
    if not words:
        return 0.0
    if name_page_residue(line):
        return _FURNITURE
    grammar = sum(word in _GRAMMAR for word in words) / len(words)
    ends = bool(_SENTENCE_END.search(line))
    if len(words) >= _LONG and (ends or grammar >= 0.2):
        return float(min(len(words), _MOST))
    if len(words) >= _MEDIUM and ends and grammar >= 0.1:
        return 0.8 * len(words)
    return _LABEL if len(words) <= 3 else _SCRAP * min(len(words), _LONG)


def is_whole_page(lines: Sequence[str]) -> bool:
    """Whether the lines are a page with all that stands around its article."""
    full = [line for line in lines if line.strip()]
    weights = [weigh_line(line) for line in full]
    if len(full) >= _PAGE_LINES and sum(weight < 0 for weight in weights) >= _SCRAP_SHARE * len(
        full
    ):
        return True
    signed = any(read_dates(line) or is_byline(line) for line in full[:_MENU])
    labels = [weight for weight in weights[:_MENU] if weight in (_LABEL, _FURNITURE)]
    return len(labels) == _MENU and labels.count(_LABEL) >= _BOX and not signed


def cut_page(lines: Sequence[Line]) -> Cut | None:
    """Return the article in the lines of a pasted page, or None where they are no such page."""
    if not is_whole_page([line for _, line in lines]):
        return None
    weights = _weigh_boxes([weigh_line(line) for _, line in lines])
    start, end = _heaviest(weights)
    if start == end:
        return None
    start = _skip_head(lines, weights, start, end)
    head = _find_head(lines, start)
    body = _drop_boxes(lines[start:end], weights[start:end])
    kept = {number for number, _ in (*head, *body)}
    dropped = [line for line in lines if line[0] not in kept and line[1].strip()]
    return Cut(head, body, dropped)


def _weigh_boxes(weights: Sequence[float]) -> list[float]:
    """Return the weights; of furniture, line below line, the first two count for their box."""
    box = [_FURNITURE] * 2
    return [0.0 if [*weights[max(0, i - 2) : i + 1]] == [*box, _FURNITURE] else weight
            for i, weight in enumerate(weights)]  # fmt: skip


def _drop_boxes(lines: Sequence[Line], weights: Sequence[float]) -> list[Line]:
    """Return the lines without furniture and without runs of scraps."""
    kept: list[Line] = []
    scraps: list[Line] = []
    for line, weight in zip(lines, weights, strict=True):
        if weight < 0:
            scraps.append(line)
            continue
        if weight > 0:
            if len(scraps) < _BOX:
                kept += [scrap for scrap in scraps if not name_page_residue(scrap[1])]
            scraps = []
        kept.append(line)
    return kept


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """Return the run with the largest sum (Kadane's algorithm)."""
    best, at, here, start = 0.0, (0, 0), 0.0, 0
    for i, weight in enumerate(weights):
        if here <= 0:
            here, start = 0.0, i
        here += weight
        if here > best:
            best, at = here, (start, i + 1)
    return at


def _skip_head(lines: Sequence[Line], weights: Sequence[float], start: int, end: int) -> int:
    """Return where the body begins if a standfirst was taken for it: below the byline and date."""
    top = range(start, min(start + _HEAD_LINES // 2, end))
    below = [i + 1 for i in top if read_dates(lines[i][1]) or read_byline(lines[i][1]) is not None]
    return next((i for i in range(max(below, default=start), end) if weights[i] > 0), start)


def _find_head(lines: Sequence[Line], start: int) -> list[Line]:
    """Return headline, byline and date among the lines above the body."""
    above = [line for line in lines[max(0, start - 3 * _HEAD_LINES) : start] if line[1].strip()]
    dates = [line for line in above if read_dates(line[1])]
    above = _drop_captions(above)
    above = [line for line in above if line in dates or not name_page_residue(line[1])]
    above = above[-_HEAD_LINES:]
    dates = [line for line in above if line in dates]
    by = [line for line in above if read_byline(line[1]) is not None][:1]
    taken = {number for number, _ in (*by, *dates)}
    titles = [
        line
        for line in above
        if line[0] not in taken
        and 4 <= len(line[1].split()) <= 25
        and not line[1].rstrip().endswith((".", ":", ";"))
    ]
    # The longest of them above byline and date: kickers, credits and sections are shorter than the
    # headline; what is below a headline may be longer.
    first = min(taken, default=0)
    titles = [line for line in titles if line[0] < first] or titles
    headline = max(titles, key=lambda line: len(line[1].split()), default=None)
    if headline:
        before = above[max(0, above.index(headline) - 1)]
        fits = before in titles and len(before[1].split()) >= _MEDIUM
        headline = before if fits else headline
    below = above[above.index(headline) + 1 :] if headline else []
    by = by or [line for line in below if read_bare_byline(line[1]) is not None][:1]
    signed = any(is_byline(name) for _, name in by)
    below = [line for line in below[:1] if signed or not ends_sentence(line[1])]
    standfirst = [x for x in below if x not in by + dates and len(x[1].split()) > _LONG]
    return [*([headline] if headline else []), *standfirst, *sorted(by + dates)]


def _drop_captions(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that stand below the credit of a picture."""
    are_credits = [name_page_residue(line) == "photo credit" for _, line in lines]
    shown = zip(lines, [False, *are_credits], strict=False)
    return [
        line
        for line, is_caption in shown
        if not is_caption or read_dates(line[1]) or read_byline(line[1]) is not None
    ]
