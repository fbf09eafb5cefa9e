"""Lines of a page that are not the article: its furniture, its own title, byline and dates.

The rules of :mod:`newskit.loaders.residue` hold here too. Those below are looser than a pasted
text allows: an extractor gives each element of a page as a line, so that a line that begins
"Sign up" is a box and no sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from newskit.article import Removed
from newskit.loaders.byline import read_byline
from newskit.loaders.extraction import words
from newskit.loaders.layout import ends_sentence
from newskit.loaders.printed_date import read_dates
from newskit.loaders.residue import join_phrases, join_rows, name_residue

PAGE_RESIDUE: tuple[tuple[str, str], ...] = (
    ("also read",
     r"(?:read|see|watch|listen|learn|find out) (?:also|more|next|now|this)\b.{0,160}"
     r"[^.!?\"”]"),
    ("also read", r"more (?:on this(?: story)?|from\b.{1,60}|to read) ?:?"),
    ("also read", r"what to read next|up next|don['’]t miss(?: ?:?.{0,120}[^.!?\"”])?"),
    ("also read", r"also on \S+\.\w{2,4}\b.{0,200}"),
    # "China deploys troops [ANALYSIS]": a teaser's kind, which tabloids set in capitals
    ("also read", r".{10,160} \[(?-i:[A-Z]{4,12})\][ |]*"),
    ("also read", r"(?:for )?(?:more|follow|full coverage|listen|download|watch|itunes)\b.{0,120}"
     r"https?://\S+(?: and https?://\S+)?\W*"),
    ("share", r"sharing is caring\W*|\d* ?shares"),
    ("share", r"(?:if you )?(?:like|liked|enjoy|enjoyed|love|loved) this (?:story|article"
     r"|post)\b.{0,200}"),
    ("comments", r"(?:tell us )?what (?:do )?you think\W*|have your say\W*"),
    ("contact", r"(?:have|got) a (?:news )?(?:tip|story)\b.{0,200}"),
    ("affiliate notice",
     r"(?:this (?:post|article|page|story) (?:may )?contains? .{0,40}(?:affiliate|referral)"
     r"|if you (?:buy|purchase) .{1,80}\b(?:may|might|will)\b|we may (?:earn|receive"
     r"|get) .{0,60}commission|as an amazon associate).{0,200}"),
    ("copyright", r"copyright [\w .,&-]{1,60}\d{4}.{0,80}"
     r"|this copy is for your personal, non-commercial use.{0,300}"),
    ("markup", r".{0,40}\[/?(?:button|caption|gallery|embed|video|audio|youtube|ad)\b[^\]]*\].*"),
    ("navigation", r"(?:[^»›>]{1,60}\s[»›>]\s){2,}[^»›>]{1,160}"),
    ("newsletter", r"(?:please )?(?:subscribe|sign up|sign in|log ?in|register)\b.{0,200}"),
    ("follow", r"(?:follow|like|find|contact|reach|e-?mail|tweet)\b.{1,60}\b(?:on|at|via|@)\b"
     r".{0,120}(?:twitter|facebook|instagram|linkedin|youtube|telegram|whatsapp|@).{0,120}"),
    ("photo credit", r"(?:getty|reuters|ap|afp|epa|shutterstock|istock|alamy)(?: images?| photo)?"
     r"(?: ?/.{0,80})?"),
    ("first published",
     r"(?:this )?(?:article|story|post) (?:was )?(?:originally|first) (?:appeared|published)"
     r".{0,160}"),
    ("date line", r"(?:first )?(?:published|updated|posted|(?:amended|corrected) on|last (?:updated"
     r"|modified))\b.{0,60}\d.{0,40}"),
    ("navigation", r"listen to (?:this )?(?:article|story).{0,60}|skip to .{0,40}"),
)  # fmt: skip
# As RESIDUE_PHRASES: rule, a part of each such line in small letters, pattern of the whole line
PAGE_PHRASES: tuple[tuple[str, str, str], ...] = (
    ("contact", "@",
     r".{0,100}\b(?:(?:may|can) be (?:reached|contacted)|(?:write|email|e-mail) .{1,60}) at"
     r" \S+@.{0,160}"),
    ("newsletter", "newsletter", r".{0,160}\b(?:our|free|daily|weekly) newsletters?\b.{0,120}"),
    ("newsletter", "your inbox",
     r".{0,160}\b(?:delivered|sent|straight)\b.{0,20}\b(?:to|into) your inbox.{0,120}"),
    ("newsletter", "click here", r".{0,160}\bclick here\b.{0,60}"),
)  # fmt: skip
_PATTERNS = tuple((rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in PAGE_RESIDUE)
_BLOCKS = frozenset("p li div aside blockquote section td h1 h2 h3 h4 h5 h6".split())
# In lists of products and of places the headings are links, and are text.
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_TEASER_WORDS = 5
_BULLETS = " -–—•*·|"
# The title, the byline and the date stand above the body; lower down the same words are text.
_HEAD_LINES = 4
_fits_any, _name_phrase = join_rows(PAGE_RESIDUE), join_phrases(PAGE_PHRASES)
# A date in figures above the body, whatever follows it
_DATE_IN_FIGURES = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}\b.{0,100}")
_NOTE = re.compile(
    r"(?:correction|clarification|editor['’]?s['’]? note|amendment)\b.{0,40}[:—–-]"
    r"|(?:this|an earlier version of this|a previous version of this) (?:article|story|report)\b"
    r".{0,80}\b(?:amended|corrected|updated to|clarif\w+|misstated|incorrectly|said|gave)\b",
    re.IGNORECASE,
)


def name_page_residue(line: str) -> str | None:
    """Return the rule that knows the line of a page as furniture, or None where it is text.

    >>> name_page_residue("Sign up here for the morning briefing"), name_page_residue("He signed.")
    ('newsletter', None)
    """
    known = name_residue(line)
    if known or len(line) > 300:
        return known
    bare = line.strip(" \t•|*-–—")
    if _fits_any(bare):
        return next(rule for rule, pattern in _PATTERNS if pattern.fullmatch(bare))
    return _name_phrase(bare)


def split_page(
    text: str,
    titles: Iterable[str],
    tree: Any = None,  # noqa: ANN401 - an lxml element
) -> tuple[list[str], list[Removed]]:
    """Return the lines of an extractor's output that are the article, and the others.

    ``tree`` is the page, where the lines that are links are looked up.

    >>> split_page("Talks end\\nThe talks ended.\\nAdvertisement", ["Talks end"])[0]
    ['The talks ended.']
    """
    heads = {" ".join(words(title)) for title in titles} - {""}
    kept: list[tuple[int, str]] = []
    removed: list[Removed] = []
    for number, line in enumerate(text.split("\n"), 1):
        rule = name_page_residue(line)
        if rule is None and number <= _HEAD_LINES:
            rule = _name_head(line, heads)
        if rule:
            removed.append(Removed(line.strip(), rule, number))
        elif line.strip():
            kept.append((number, line.strip()))
    links = find_links([line for _, line in kept], tree) if tree is not None else frozenset()
    removed += [Removed(line, "link alone", n) for n, line in kept if line in links]
    removed.sort(key=lambda item: item.line)
    return [line for _, line in kept if line not in links], removed


def find_links(lines: Sequence[str], tree: Any) -> frozenset[str]:  # noqa: ANN401 - lxml
    """Return the lines that are headlines of other stories: a paragraph that is one link.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<p><a>Talks end late on Wednesday in Moscow</a></p>")
    >>> find_links(["Talks end late on Wednesday in Moscow"], page) == set()
    False
    """
    wanted = {
        bare: line
        for line in lines
        if len((bare := line.strip(_BULLETS)).split()) >= _TEASER_WORDS
        and "://" not in bare
        and not ends_sentence(bare)
    }
    found: set[str] = set()
    for link in tree.iter("a") if wanted else ():
        text = " ".join(link.text_content().split()).strip(_BULLETS)
        if text not in wanted:
            continue
        block = next((up for up in link.iterancestors() if up.tag in _BLOCKS), None)
        alone = block is not None and " ".join(block.text_content().split()).strip(_BULLETS) == text
        if alone and block is not None and block.tag not in _HEADINGS:
            found.add(wanted[text])
    return frozenset(found)


def _name_head(line: str, heads: set[str]) -> str | None:
    if " ".join(words(line)) in heads:
        return "title line"
    if read_byline(line) is not None:
        return "byline"
    return "date line" if read_dates(line) or _DATE_IN_FIGURES.fullmatch(line.strip()) else None


def find_notes(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs that correct or explain the piece itself.

    >>> find_notes(["He left.", "Correction: an earlier version gave the wrong day."])
    ('Correction: an earlier version gave the wrong day.',)
    """
    return tuple(line for line in lines if _NOTE.match(line.strip("*()[]_ ")))
