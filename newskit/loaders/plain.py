"""Plain text as people really have it: slug, headline, byline, dateline, body, residue."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from newskit import version
from newskit.article import Article, Dateline, Provenance, Removed
from newskit.errors import EmptyText, InputError
from newskit.loaders.byline import is_byline, read_bare_byline, read_byline
from newskit.loaders.dateline import find_dateline, is_label
from newskit.loaders.decode import decode_text
from newskit.loaders.headline import strip_marks
from newskit.loaders.layout import Line, ends_sentence, is_wrapped, unwrap
from newskit.loaders.page_residue import find_notes
from newskit.loaders.pasted_page import SECTIONS, cut_page
from newskit.loaders.printed_date import parse_date, read_change, read_dates
from newskit.loaders.residue import split_residue, strip_sign_off
from newskit.normalise import normalise_text

LOADER = "plain text"

# "imran: Amid …": lower-case words and a colon before a headline's capital.
_SLUG = re.compile(
    r"(?P<slug>[a-z0-9][a-z0-9'’_/-]*(?: [a-z0-9'’_/-]+){0,2}):\s+(?=[“\"'‘]?[A-ZÀ-Þ\d])"
)
# A slug on a line of its own: pakistan-russia-khan, PAKISTAN-RUSSIA/
_SLUG_LINE = re.compile(r"[a-z0-9]+(?:[-_/][a-z0-9]+)+/?|[A-Z0-9]+(?:[-/][A-Z0-9]+)+/?")
# Of the AP: BC-US--Harbour Bridge, 1st Ld-Writethru, 432
_WIRE_SLUG = re.compile(
    r"((?:BC|AP|AM|PM)-[A-Z]{2,5}(?:-[A-Z]{2,4})?--[^,/]{2,60})(?:[,/].{0,60})?"
)
_MAIL = re.compile(
    r"(?P<label>From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Von|An|Gesendet|Betreff|De|À|Envoyé|Objet"
    r"|Para|Fecha|Asunto|MIME-Version|Message-ID|(?:Content|X|List)-[\w-]+): ?(?P<value>.*)$"
)
_MAIL_LINES = 3
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr) ?: ?)+", re.IGNORECASE)
_INNER_END = re.compile(r"[.!?][”’\"']? [A-Z“‘\"]")  # a sentence ends inside a line
# Headlines run to about 20 words; a longer line is a paragraph.
_HEADLINE_WORDS = 30
_STANDFIRST_WORDS = 45


@dataclass
class _Header:
    """What the lines above the body say; filled while they are read."""

    slug: str | None = None
    headline: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    headline_line: int = 0
    subject: str | None = None  # of an e-mail
    line: int = 1  # the line that is being read
    dates: dict[str, str] = field(default_factory=dict)
    removed: list[Removed] = field(default_factory=list)


def read_bytes(data: bytes, *, source: str) -> Article:
    """Read the bytes of a text file. Raises NotText, EmptyText.

    >>> read_bytes(b"\\xef\\xbb\\xbfTalks end\\r\\n\\r\\nThey ended late.", source="a.txt").headline
    'Talks end'
    """
    text, charset, origin = decode_text(data)
    return _read(text, source, hashlib.sha256(data).hexdigest(), (charset, origin))


def read_text(text: str, *, source: str) -> Article:
    """Read a text that is already decoded. Raises EmptyText, InputError."""
    if not isinstance(text, str):
        raise InputError(f"A text is a str; got {type(text).__name__}. Bytes: load_article(bytes).")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _read(text, source, digest, None)


def _read(text: str, source: str, digest: str, charset: tuple[str, str] | None) -> Article:
    text, changes = normalise_text(text)
    if not text.strip():
        raise EmptyText(f"There is no text in {source}. Give a text with at least one word.")
    lines = [(number, line.rstrip()) for number, line in enumerate(text.split("\n"), 1)]
    wrapped = is_wrapped([line for _, line in lines])
    lines, around = (lines, []) if wrapped else _cut_page(lines)
    head, tail = _split_title(lines)
    lines, removed = split_residue(tail, wrapped=wrapped)
    lines = strip_sign_off([*head, *lines], removed)
    removed += around
    if wrapped:
        lines = unwrap(lines)
        changes = (*changes, ("hard-wrapped line joined", _count_joins(text, lines)))
    header = _Header(removed=removed)
    lines = _take_mail_header(_drop_blank_ends(lines), header)
    lines = _take_date_lines(_drop_blank_ends(lines), header)
    lines = _take_header(lines, header)
    dateline, lines = _take_dateline(lines)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(line for _, line in lines)).strip()
    if not body:
        raise EmptyText(
            f"Nothing is left of {source} once headline and page residue are taken out: "
            + "; ".join(f"“{item.text[:60]}” ({item.rule})" for item in removed[:5])
            + ". To keep a text as it is: Article(text=…)."
        )
    return Article(
        text=body,
        headline=header.headline or header.subject,
        slug=header.slug,
        standfirst=header.standfirst,
        dateline=dateline,
        byline=header.byline,
        authors=header.authors,
        published=header.dates.get("published"),
        modified=header.dates.get("modified"),
        outlet=header.outlet,
        section=header.section,
        removed=tuple(sorted(header.removed, key=lambda item: item.line)),
        provenance=Provenance(
            source=source,
            loader=LOADER,
            loader_version=version(),
            sha256=digest,
            charset=charset[0] if charset else None,
            charset_origin=charset[1] if charset else None,
            changes=changes,
        ),
    )


def _cut_page(lines: list[Line]) -> tuple[list[Line], list[Removed]]:
    """Return the article's lines of a whole page that was pasted; other texts as they are."""
    cut = cut_page(lines)
    if cut is None:
        return lines, []
    around = [Removed(line.strip(), "page around the article", n) for n, line in cut.dropped]
    return [*cut.head, *cut.body], around


def _split_title(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Keep a first line such as "WATCH: …" apart: at the top of a text it is its headline."""
    at = next((i for i, (_, line) in enumerate(lines) if line.strip()), 0)
    first = lines[at][1].strip() if lines else ""
    marked = bool(strip_marks(first)[1]) or bool(re.match(r"(?:Explained|Watch|In pics): ", first))
    return (lines[: at + 1], lines[at + 1 :]) if marked else ([], lines)


def _count_joins(text: str, lines: list[Line]) -> int:
    return sum(1 for line in text.split("\n") if line.strip()) - sum(1 for _, x in lines if x)


def _drop_blank_ends(lines: list[Line]) -> list[Line]:
    full = [i for i, (_, line) in enumerate(lines) if line.strip()]
    return lines[full[0] : full[-1] + 1] if full else []


def _take_mail_header(lines: list[Line], header: _Header) -> list[Line]:
    """Take the head of an e-mail; its date and subject are the piece's where it gives none."""
    found = [_MAIL.match(line) for _, line in lines]
    n = next((i for i, match in enumerate(found) if match is None), len(found))
    if n < _MAIL_LINES:
        return lines
    for (number, line), match in zip(lines[:n], found[:n], strict=True):
        label, value = (match["label"].lower(), match["value"].strip()) if match else ("", "")
        if label in ("subject", "betreff", "objet", "asunto"):
            header.subject = _FORWARDED.sub("", value) or None
        if label in ("date", "sent", "gesendet", "envoyé", "fecha") and (date := parse_date(value)):
            header.dates["published"] = date
        header.removed.append(Removed(line.strip(), "e-mail header", number))
    return _drop_blank_ends(lines[n:])


def _take_date_lines(lines: list[Line], header: _Header) -> list[Line]:
    """Take "Updated: …" lines out, wherever they stand; a bare date only in the first lines."""
    kept: list[Line] = []
    for position, (number, line) in enumerate(lines):
        found = read_dates(line)
        if not found or (":" not in line and position > 8 and found[0][0] != "modified"):
            if find_notes([line]) and (date := read_change(line)):
                header.dates.setdefault("modified", date)
            kept.append((number, line))
            continue
        for name, date in found:
            if date:
                header.dates.setdefault(name, date)
        header.removed.append(Removed(line.strip(), f"{found[0][0]} line", number))
    return _drop_blank_ends(kept)


def _take_header(lines: list[Line], header: _Header) -> list[Line]:
    """Take the lines above the body, top down, each by the first reader that knows it."""
    while len(lines) > 1:
        header.line, line = lines[0]
        rest = _drop_blank_ends(lines[1:])
        if not any(reader(line.strip(), rest, header) for reader in _HEADER_READERS):
            break
        lines = rest
    return _take_late_byline(lines, header)


def _read_slug_line(line: str, _rest: list[Line], header: _Header) -> bool:
    wire = _WIRE_SLUG.fullmatch(line)
    if header.headline or not (wire or (_SLUG_LINE.fullmatch(line) and not header.slug)):
        return False
    if header.slug:  # the AP sends the slug of the version and that of the piece
        header.removed.append(Removed(line, "wire slug", header.line))
    header.slug = header.slug or (wire[1] if wire else line.rstrip("/"))
    return True


def _read_byline_line(line: str, _rest: list[Line], header: _Header) -> bool:
    if header.byline and read_bare_byline(line) == ():  # whom the author works for
        header.byline = f"{header.byline}, {line}"
        return True
    authors = read_byline(line)
    if authors is None or header.byline:
        return False
    header.byline, header.authors = line, authors
    return True


def _read_bare_byline(line: str, rest: list[Line], header: _Header) -> bool:
    """Take names without "by" between the headline and a body that is text."""
    authors = read_bare_byline(line) if header.headline and not header.byline else None
    if authors is None or len(line.split()) >= len(rest[0][1].split()):
        return False
    # A name and no more may be that of a place, unless it stands right below the headline.
    between = set(range(header.headline_line + 1, header.line))
    if line in authors and between - {item.line for item in header.removed}:
        return False
    header.byline, header.authors = line, authors
    return True


def _read_kicker(line: str, rest: list[Line], header: _Header) -> bool:
    """Take a label in capitals right above the headline, the name of the section."""
    if header.headline or header.section or len(rest) < 2 or rest[0][0] != header.line + 1:
        return False
    below = rest[0][1].strip()
    label = line.isupper() and len(line.split()) <= 3 and line[-1:].isalpha()
    label = label or line.lower() in SECTIONS
    title = 4 <= len(below.split()) <= _HEADLINE_WORDS and not below.isupper()
    if not label or not title or ends_sentence(below) or find_dateline(below):
        return False
    header.section = line
    return True


def _read_headline(line: str, rest: list[Line], header: _Header) -> bool:
    if header.headline or header.byline or _goes_on_as_text(rest, header.line):
        return False
    slug = _SLUG.match(line) if not header.slug else None
    title = line[slug.end() :] if slug else line
    bare = strip_marks(title)[0]
    if bare == title and (find_dateline(line) or is_label(line)):
        return False
    ends = line.rstrip(" \"'”’)")[-1:]
    if ends in tuple(".:;,۔।。") and not line.endswith(("...", "…")):
        return False
    if len(title.split()) > _HEADLINE_WORDS:
        return False
    if not any(map(str.isalpha, title)):
        return False
    header.headline, marks, outlet = strip_marks(title)
    header.headline_line = header.line
    header.removed += [Removed(text, rule, header.line) for rule, text in marks]
    header.outlet = outlet
    header.slug = slug["slug"] if slug else header.slug
    return True


def _goes_on_as_text(rest: list[Line], number: int) -> bool:
    """Whether a line is the first of a sentence on several, and no headline on two."""
    below = [line.strip() for k, (n, line) in enumerate(rest[:2], 1) if n == number + k]
    if not below or not below[0][:1].islower():
        return False
    is_more = len(below) > 1 and below[1][:1].islower()
    return is_more or ends_sentence(below[0]) or bool(_INNER_END.search(below[0]))


def _read_standfirst(line: str, rest: list[Line], header: _Header) -> bool:
    """Take a line between headline and body that is no sentence, or any line before a report."""
    if not header.headline or header.byline or header.standfirst or find_dateline(line):
        return False
    if line[:1].islower():  # a headline on two lines
        header.headline = f"{header.headline} {line}"
        return True
    if rest[0][1][:1].islower():  # a sentence on two lines: the body has begun
        return False
    followed = sum(bool(text.strip()) for _, text in rest[1:]) > 0
    next_line = rest[0][1]
    before_report = find_dateline(next_line) or (followed and is_byline(next_line))
    if len(line.split()) > _STANDFIRST_WORDS or (ends_sentence(line) and not before_report):
        return False
    header.standfirst, header.headline_line = line, header.line
    return True


_HEADER_READERS: tuple[Callable[[str, list[Line], _Header], bool], ...] = (
    _read_slug_line,
    _read_byline_line,
    _read_kicker,
    _read_headline,
    _read_bare_byline,
    _read_standfirst,
)


def _take_late_byline(lines: list[Line], header: _Header) -> list[Line]:
    """Take a byline that closes the piece, as agencies and magazines print it."""
    if header.byline or len(lines) < 2:
        return lines
    if _read_byline_line(lines[-1][1].strip(), [], header):
        return _drop_blank_ends(lines[:-1])
    return lines


def _take_dateline(lines: list[Line]) -> tuple[Dateline | None, list[Line]]:
    if not lines:
        return None, lines
    number, first = lines[0]
    dateline = find_dateline(first.lstrip())
    others = sum(is_label(line) for _, line in lines[1:])
    if dateline is None or (is_label(first) and others >= 1 and not dateline.agency):
        return None, lines
    return dateline, [(number, first.lstrip()[len(dateline.text) :].lstrip()), *lines[1:]]
