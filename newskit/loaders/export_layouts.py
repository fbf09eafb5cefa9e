"""The layouts of news databases: where one document of an export ends, and what its lines say.

Each layout is a function from the lines of one document to its fields, named as an Article names
them ("place" is the dateline's). Exports are licensed; these follow the documented layouts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newskit.errors import InputError
from newskit.loaders.byline import read_byline
from newskit.loaders.layout import is_wrapped, unwrap
from newskit.loaders.printed_date import parse_date

Lines = Sequence[str]
Fields = dict[str, str]

_DATE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? [A-ZÀ-Þa-zà-ÿ]{3,10}\.? \d{4}"
    r"|[A-Z][a-z]+ \d{4})\b"
)
_RIGHTS = re.compile(r"copyright\b|\(c\) ?\d{4}|©", re.IGNORECASE)
_WIDEST = 100  # columns of a hard-wrapped text
_WORDS = re.compile(r"\d[\d,.]* (?:words|w[öo]rter|mots|palabras|parole|woorden)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """One database: what its exports hold, the line that ends or begins a document, its reader."""

    name: str
    needles: tuple[bytes, ...]  # one of them is in its exports, which is quickly seen
    marks: tuple[re.Pattern[bytes], ...]  # all of them are in its exports
    edge: re.Pattern[str]
    read: Callable[[Lines], Fields]


# label → field; what stands under the other labels is not the article
_NEXIS = dict.fromkeys(
    "length graphic classification notes load-date publication-type subject series correction "
    "correction-date journal-code document-type pub-type geographic".split(), "",
) | {
    "byline": "byline", "section": "section", "dateline": "place", "highlight": "standfirst",
    "body": "text", "language": "language", "url": "url",
}  # fmt: skip
_NEXIS_LABEL = re.compile(
    rf"\s*(?P<label>{'|'.join(_NEXIS)})(?:\s*:\s*(?P<value>.*)|\s*)$", re.IGNORECASE
)
_ALONE = ("body", "graphic", "classification", "notes")
_COVER = re.compile(
    r"(?:user name|date and time|job number|documents? \(\d|client/matter|search (?:terms|type)"
    r"|narrowed by|content type|page \d+ of \d+)\b|.*-none-",
    re.IGNORECASE,
)


def read_nexis(lines: Lines) -> Fields:
    """Read one document of Nexis Uni (title above outlet and date) or of the older LexisNexis.

    >>> page = ["Talks end", "The Courier", "February 24, 2022 Thursday", "Body", "They ended."]
    >>> read_nexis(page)["published"], read_nexis(page)["headline"]
    ('2022-02-24', 'Talks end')
    """
    lines = [line.replace("\xa0", " ").rstrip() for line in lines]
    lines = [line for line in lines if not _COVER.match(line.strip())]
    labels = [i for i, line in enumerate(lines) if _nexis_label(line)]
    head = lines[: labels[0]] if labels else lines
    fields = _nexis_head(head)
    fields |= {name: value for name, value in _nexis_labels(lines, labels).items() if value}
    return fields


def _nexis_label(line: str) -> re.Match[str] | None:
    match = _NEXIS_LABEL.match(line)
    if match and match["value"] is None and match["label"].lower() not in _ALONE:
        return None
    return match


def _nexis_head(head: Lines) -> Fields:
    at = next((i for i, line in enumerate(head) if _DATE.match(line.strip())), None)
    full = [i for i, line in enumerate(head) if line.strip()]
    if at is None:
        return {"headline": head[full[0]].strip()} if full else {}
    date = _DATE.match(head[at].strip())
    above = [head[i].strip() for i in full if i < at]
    below = [head[i] for i in range(at + 1, len(head))]
    rights = " ".join(line.strip() for line in below if _RIGHTS.match(line.strip()))
    if len(above) >= 2:  # Nexis Uni: title, outlet, date
        headline = above[-2]
    else:  # LexisNexis: outlet, date, edition; the title is the last block before the labels
        headline = _last_block([line for line in below if not _RIGHTS.match(line.strip())])
    return {
        "headline": headline,
        "outlet": above[-1] if above else "",
        "published": parse_date(date[0]) or "" if date else "",
        "rights": rights,
    }


def _last_block(lines: Lines) -> str:
    block: list[str] = []
    blanks = any(not line.strip() for line in lines)
    for line in reversed(lines):
        if line.strip():
            block.insert(0, line.strip())
        if block and (not line.strip() or not blanks):
            break
    return " ".join(block)


def _nexis_labels(lines: Lines, labels: Sequence[int]) -> Fields:
    """Return what stands under the labels; the body needs none in the older layout."""
    fields: Fields = {}
    blanks = any(not line.strip() for line in lines)
    for here, after in zip(labels, [*labels[1:], len(lines)], strict=False):
        match = _nexis_label(lines[here])
        label = match["label"].lower() if match else ""
        first = (match["value"] or "") if match else ""
        under = list(lines[here + 1 : after])
        if label == "body":
            fields["text"] = to_paragraphs([first, *under], blocks=":" in lines[here])
            continue
        # A value may go on in the next lines, up to a blank one; what follows it is the body.
        while blanks and under and under[0].strip():
            first = f"{first} {under.pop(0).strip()}"
        if _NEXIS[label]:
            fields.setdefault(_NEXIS[label], first.strip())
        if "text" not in fields and label in "byline section length dateline highlight".split():
            rest = to_paragraphs(under, blocks=True)
            fields |= {"text": rest} if rest else {}
    return fields


_FACTIVA = {
    "HD": "headline", "BY": "byline", "AU": "byline", "PD": "published", "SN": "outlet",
    "LA": "language", "CY": "rights", "SE": "section", "LP": "text", "TD": "text",
}  # fmt: skip
_CODE = re.compile(
    r"\s*(?P<code>HD|CR|BY|AU|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|SE|CLM|LP|TD|ART|RF|CT|CX|CO|IN|NS|RE"
    r"|IPC|IPD|PUB|AN)(?P<gap>\s*\||\t|\s{2,}|\s*$|\s)\s*(?P<value>.*?)\|?\s*$"
)
# What tells an export: the number of a document, or a code in a cell or before a gap.
_NUMBERED = (
    rb"\bDocument(?:[ \xa0]|\xc2\xa0|&nbsp;|&#160;|\\~)"
    rb"(?=\w{20,30}\b)[A-Z][A-Z0-9]{3,9}(?:19|20)\d{6}[a-z]\w{5,9}\b"
)
_CELLS = tuple(
    rb"[>\s](?:%b)(?:&nbsp;|\xc2\xa0|\\~)?(?:[<}|\t\r\n]|  )" % code
    for code in (b"HD", b"PD|SN", b"LP|TD")
)
_COVER_FACTIVA = re.compile(
    r"(?:dow jones )?factiva\b\W*|(?:©|\(c\)|copyright) ?\d{4} factiva.*|page \d+ of \d+.*"
    r"|(?:search|headlines?) (?:summary|results)\b.*|.*\bfactiva,? inc\b.*",
    re.IGNORECASE,
)
_FEW_WORDS = 3  # of a section or a name
_NO_WORDS = ("TD", "NS", "PUB")  # codes that begin no sentence


def read_factiva(lines: Lines) -> Fields:
    """Read one document of Factiva, with its field codes (HD, PD, LP, TD …) or without.

    >>> read_factiva(["HD  Talks end", "PD  24 February 2022", "LP  They ended."])["published"]
    '2022-02-24'
    """
    lines = [line.replace("\xa0", " ").rstrip() for line in lines]
    lines = [line for line in lines if not _COVER_FACTIVA.fullmatch(line.strip())]
    coded = any(re.match(r"\s*HD(?:\W|$)", line) for line in lines)
    codes = [match for match in map(_CODE.match, lines) if match and match["gap"] != " "]
    words = sum(bool(_WORDS.fullmatch(line.strip())) for line in lines)
    if (sum(match["code"] == "HD" for match in codes) if coded else words) > 1:
        raise InputError(
            "Several documents of Factiva cannot be told apart, as none of the lines between them "
            "is a document number. Export them again with it (AN), or one by one."
        )
    fields = _factiva_codes(lines) if coded else _factiva_bare(lines)
    fields["published"] = parse_date(fields.get("published", "")) or ""
    return fields


def _factiva_codes(lines: Lines) -> Fields:
    values: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODE.match(line)
        in_body = code in ("LP", "TD")
        if match and in_body and match["gap"] == " " and match["code"] not in _NO_WORDS:
            match = match if re.match(r"Document |\w+ ?: \w", match["value"]) else None
        if match:
            code, line = match["code"], match["value"]
        if code:
            values.setdefault(code, []).append(line.strip("| "))
    fields: Fields = {}
    for code, name in _FACTIVA.items():
        if code in values and name == "text":
            fields[name] = f"{fields.get(name, '')}\n\n{to_paragraphs(values[code])}".strip()
        elif code in values:
            fields.setdefault(name, " ".join(" ".join(values[code]).split()))
    return fields


def _is_name(line: str) -> bool:
    words = line.split()
    return len(words) <= _FEW_WORDS and all(word[0].isupper() for word in words)


def _factiva_bare(lines: Lines) -> Fields:
    """Read the layout without codes: headline, byline, "812 words", date, time, outlet, …, text."""
    full = [line.strip() for line in lines]
    at = next((i for i, line in enumerate(full) if _WORDS.fullmatch(line)), None)
    if at is None:
        return {}
    above = [line for line in full[:at] if line]
    short = len(above) > 1 and len(above[0].split()) <= _FEW_WORDS
    by = above.pop() if len(above) > 1 + short and _is_name(above[-1]) else ""
    by = by or (above.pop() if len(above) > 1 and read_byline(above[-1]) is not None else "")
    section = above.pop(0) if len(above) > 1 and short else ""
    below = [(i, line) for i, line in enumerate(full) if i > at and line][:12]
    rights = next(((i, line) for i, line in below if _RIGHTS.match(line)), None)
    begin = rights[0] if rights else (below[4][0] if len(below) > 4 else at)
    facts = [
        line for i, line in below if i < begin and not re.fullmatch(r"[\d:.]+(?: [AP]M)?", line)
    ]
    return {
        "headline": " ".join(above),
        "section": section,
        "byline": by,
        "published": facts[0] if facts else "",
        "outlet": facts[1] if len(facts) > 1 else "",
        "language": facts[-1] if len(facts) > 2 else "",
        "rights": rights[1] if rights else "",
        "text": to_paragraphs(lines[begin + 1 :]),
    }


_PROQUEST = {
    "Author": "byline",
    "Full text": "text",
    "Title": "headline",
    "Publication title": "outlet",
    "Publication date": "published",
    "Section": "section",
    "Language of publication": "language",
    "Document URL": "url",
    "Copyright": "rights",
} | dict.fromkeys(
    (
        "Publication info;Abstract;Abstract (English);Links;Subject;Location;People;"
        "Company / organization;Classification;Identifier / keyword;Pages;Publication year;"
        "Year;Publisher;Place of publication;Country of publication;Publication subject;ISSN;"
        "e-ISSN;Source type;Document type;ProQuest document ID;Last updated;Database;Volume;"
        "Issue;Dateline;Column;Product name;Business indexing term;Number of pages;"
        "Document feature;Source attribution;First page;Accession number;Credit;Caption"
    ).split(";"),
    "",
)  # fmt: skip
_LABELS = "|".join(map(re.escape, sorted(_PROQUEST, key=len, reverse=True)))
_PROQUEST_LABEL = re.compile(rf"(?P<label>{_LABELS}): ?(?P<value>.*)$")


def read_proquest(lines: Lines) -> Fields:
    """Read one document of a ProQuest text export.

    >>> read_proquest(["Talks end", "", "Author: Petrova, Anna", "", "Full text: Late."])["byline"]
    'Anna Petrova'
    """
    fields: Fields = {}
    values: dict[str, list[str]] = {}
    label = ""
    for line in lines:
        match = _PROQUEST_LABEL.match(line)
        if match:
            label, line = match["label"], match["value"]
        elif not label and line.strip() and not re.match(r"Document \d+ of \d+", line.strip()):
            fields.setdefault("headline", line.strip())
        if label:
            values.setdefault(label, []).append(line)
    for name, found in values.items():
        if _PROQUEST[name]:
            text = to_paragraphs(found) if name == "Full text" else " ".join(found).strip()
            fields[_PROQUEST[name]] = text
    people = [
        " ".join(reversed(one.split(", ", 1))) for one in fields.get("byline", "").split("; ")
    ]
    fields["byline"] = " and ".join(filter(None, people)).strip()
    fields["outlet"] = re.split(r";|, [\w ]*edition\b", fields.get("outlet", ""), flags=re.I)[0]
    fields["published"] = parse_date(fields.get("published", "")) or ""
    return fields


def to_paragraphs(lines: Lines, *, blocks: bool = False) -> str:
    """Return the lines with hard-wrapped ones joined; as ``blocks``, all up to a blank line."""
    if blocks and any(not line.strip() for line in lines) and max(map(len, lines)) <= _WIDEST:
        text = "\n".join(line.strip() for line in lines)
        return "\n".join(" ".join(block.split()) for block in re.split(r"\n{2,}", text)).strip()
    numbered = list(enumerate(lines, 1))
    found = unwrap(numbered) if is_wrapped(lines) else numbered
    return "\n".join(line.strip() for _, line in found).strip()


def split_documents(lines: Lines, edge: re.Pattern[str]) -> Iterator[list[str]]:
    """Yield the lines between the edges; stretches without a word are left out."""
    part: list[str] = []
    for line in (*lines, None):
        if line is not None and not edge.fullmatch(line.strip().strip("|").strip()):
            part.append(line)
            continue
        if any(one.strip() for one in part):
            yield part
        part = []


LAYOUTS: tuple[Layout, ...] = (
    Layout("Nexis", (b"End of Document", b" DOCUMENT"),
           (re.compile(rb"\bEnd of Document\b|\b1 of \d+ DOCUMENTS?\b"),
            re.compile(rb"\b(?:load-date|length):", re.IGNORECASE)),
           re.compile(r"End of Document|(?:Document )?\d+ of \d+ DOCUMENTS?"), read_nexis),
    Layout("Factiva", (b"Document", b"HD"),
           (re.compile(_NUMBERED + b"|" + b".{1,2000}?".join(_CELLS), re.DOTALL),),
           re.compile(r"(?:AN\W+)?Document\s+(?=\w{10,32}$)[A-Za-z]{2,9}\d{4}\w+"), read_factiva),
    Layout("ProQuest", (b"_" * 20,),
           (re.compile(rb"(?m)^[ \t]*_{20,}[ \t\r]*$"),
            re.compile(rb"(?m)^[ \t]*(?:ProQuest document ID|Full text|Publication info):")),
           re.compile(r"_{20,}"), read_proquest),
)  # fmt: skip
