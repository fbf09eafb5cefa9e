"""The Article: what every source becomes, once, and everything else reads.

All types here are frozen, hold plain values, and go through ``to_dict`` / ``from_dict`` unchanged.
"""

from __future__ import annotations

import dataclasses
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

from newskit.cards import render_card, shorten
from newskit.errors import EmptyText, InputError, UnknownName

Record = TypeVar("Record")

_WRAPPED = "The lines were broken at a width, each is a paragraph: load_article(text) joins them."
# A text that is nothing but this was meant to be read from there.
_ADDRESS = re.compile(
    r"https?://\S+|\S+\.(?:txt|html?|pdf|docx|rtf|md|json|jsonl|csv|xml|warc|gz|zip|eml)", re.I
)


class Span(NamedTuple):
    """A stretch of a text: ``text[start:end]``, offsets in characters.

    A tuple, since an article has hundreds of them; but its length is that of the stretch.

    >>> Span(0, 5).of("Hello, world"), len(Span(0, 5))
    ('Hello', 5)
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where (and when, and through which agency) a piece says that it was filed.

    ``text`` is the dateline as printed; the other fields are read off it and ``None`` where it
    does not say. ``date`` is as printed, since a dateline gives no year.

    >>> Dateline(text="MOSCOW, Feb 23 (APP):", place="MOSCOW", date="Feb 23", agency="APP").place
    'MOSCOW'
    """

    text: str
    place: str | None = None
    date: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that the loader took out of the text, and the rule that did it.

    ``line`` is its line in the source, counted from 1.
    """

    text: str
    rule: str
    line: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an article came from and what was done to read it.

    ``sha256`` is the digest of the raw bytes (of the UTF-8 form where text was given).
    ``charset_origin`` says how the character set was known. ``changes`` counts the characters
    that were normalised, by rule (see :mod:`newskit.normalise`).
    """

    source: str
    loader: str
    loader_version: str
    sha256: str
    charset: str | None = None
    charset_origin: str | None = None
    retrieved: str | None = None
    changes: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One news article: its text and its news record.

    ``text`` is the body alone: headline, slug, dateline and byline are fields, and what was taken
    out of it is in ``removed``. A line of the text is a paragraph. Fields that the source does
    not give stay ``None``; nothing is invented. ``authors`` are people, or the agency where a page
    names no person; never the outlet itself. ``published`` and ``modified`` are ISO 8601.
    ``notes`` are the corrections that the piece carries. ``origins`` says where each field was
    found, and ``conflicts`` what other places gave for it: (field, value, place).

    Raises EmptyText where the text has no visible character, InputError where it is no string.

    >>> article = Article(text="The talks ended late.", headline="Talks end")
    >>> Article.from_dict(article.to_dict()) == article
    True
    """

    text: str
    headline: str | None = None
    slug: str | None = None
    standfirst: str | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    rights: str | None = None
    removed: tuple[Removed, ...] = ()
    provenance: Provenance | None = None
    paywalled: bool | None = None
    notes: tuple[str, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[tuple[str, str, str], ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise InputError(f"An article's text is a str; got {type(self.text).__name__}.")
        if not self.text.strip():
            raise EmptyText(
                "There is no text in this article. Give some: Article(text='…'), "
                "or newskit.load_article('story.txt')."
            )

    @classmethod
    def from_text(cls, text: str, *, source: str = "pasted text") -> Article:
        """Read a plain text as people paste it: slug, headline, dateline, byline, residue.

        Raises EmptyText where nothing is left once the residue is taken out.

        >>> Article.from_text("Talks end\\n\\nMOSCOW: The talks ended late.").headline
        'Talks end'
        """
        from newskit.loaders.plain import read_text

        return read_text(text, source=source)

    @classmethod
    def from_html(
        cls,
        html: str | bytes,
        *,
        url: str | None = None,
        grade: str = "default",
        strict: bool = True,
        source: str = "given page",
    ) -> Article:
        """Read the article in a web page, with the record that the page gives for it.

        ``grade`` is "default"; "best" (one reader more, needs ``newskit[best]``); or "fast": one
        reader, and only the dates, authors and language that the page declares by itself (see
        :data:`newskit.loaders.extraction.GRADES`).
        Raises UnsupportedSource where the page is no article (a bot check, an error page, a wall,
        a list); ``strict=False`` keeps what there is. Raises NotText, EmptyText.

        >>> Article.from_html("<h1>Talks end</h1><p>They ended late on Wednesday.").headline
        'Talks end'
        """
        from newskit.loaders.page import PageOptions, read_page

        options = PageOptions(url=url, grade=grade, strict=strict)
        return read_page(html, source=source, options=options)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as plain, JSON-safe values."""
        record: dict[str, Any] = dataclasses.asdict(self)
        record["notes"] = list(self.notes)
        for name in ("origins", "conflicts"):
            record[name] = [list(row) for row in record[name]]
        record["authors"] = list(self.authors)
        record["removed"] = list(record["removed"])
        if self.provenance:
            record["provenance"]["changes"] = [list(pair) for pair in self.provenance.changes]
        return record

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Article:
        """Return the article that :meth:`to_dict` described. Unknown fields raise UnknownName."""
        fields = dict(record)
        if fields.get("dateline") is not None:
            fields["dateline"] = _read(Dateline, fields["dateline"])
        if fields.get("provenance") is not None:
            origin = dict(fields["provenance"])
            origin["changes"] = tuple((rule, n) for rule, n in origin.get("changes", ()))
            fields["provenance"] = _read(Provenance, origin)
        for name in ("authors", "notes"):
            fields[name] = tuple(fields.get(name, ()))
        for name in ("origins", "conflicts"):
            fields[name] = tuple(tuple(row) for row in fields.get(name, ()))
        fields["removed"] = tuple(_read(Removed, item) for item in fields.get("removed", ()))
        return _read(cls, fields)

    def replace(self, **changes: Any) -> Article:  # noqa: ANN401 - any field's value
        """Return a copy with some fields changed.

        >>> Article(text="Guten Tag.").replace(language="de").language
        'de'
        """
        for name in changes:
            if name not in self.__dataclass_fields__:
                raise UnknownName.among("article field", name, self.__dataclass_fields__)
        return dataclasses.replace(self, **changes)

    def __repr__(self) -> str:
        facts = [
            f"{len(self.text):,} characters",
            *(
                f"{name}={value!r}"
                for name, value in self.record().items()
                if name not in ("headline", "dateline")
            ),
        ]
        head = shorten(self.headline or self.text, 60)
        where = f" {self.dateline.text}" if self.dateline else ""
        return f"<Article {head!r}{where} {', '.join(facts)}>"

    def record(self) -> dict[str, str]:
        """Return the fields of the news record that are known, as text, in reading order."""
        fields: dict[str, str | None] = {
            "slug": self.slug,
            "headline": self.headline,
            "standfirst": self.standfirst,
            "dateline": self.dateline.text if self.dateline else None,
            "byline": self.byline,
            "authors": ", ".join(self.authors) or None,
            "published": self.published,
            "modified": self.modified,
            "outlet": self.outlet,
            "section": self.section,
            "language": self.language,
            "url": self.url,
            "rights": self.rights,
            "paywalled": {True: "yes", False: "no", None: None}[self.paywalled],
        }
        return {name: value for name, value in fields.items() if value}

    def _repr_html_(self) -> str:
        return render_card(
            self.headline or "Article",
            rows=[
                *((name, value) for name, value in self.record().items() if name != "headline"),
                ("text", f"{len(self.text):,} characters: {shorten(self.text, 160)}"),
                *self._account(),
            ],
        )

    def _account(self) -> list[tuple[str, str]]:
        """Return what was done to the source, as rows of the card."""
        rows = [
            ("removed", f"line {item.line}: “{shorten(item.text, 80)}” ({item.rule})")
            for item in self.removed
        ]
        rows.extend(("note", shorten(note, 120)) for note in self.notes)
        rows.extend(("found in", f"{name}: {place}") for name, place in self.origins)
        rows.extend(
            ("conflict", f"{name}: {place} says “{shorten(value, 80)}”")
            for name, value, place in self.conflicts
        )
        if origin := self.provenance:
            charset = f", {origin.charset} ({origin.charset_origin})" if origin.charset else ""
            rows.append(("source", f"{origin.source}, read by {origin.loader}{charset}"))
            rows.append(("digest", f"sha256 {origin.sha256[:16]}…"))
            rows.extend(("normalised", f"{rule}: {n:,}") for rule, n in origin.changes)
        return rows


def as_article(source: Article | str) -> Article:
    """Return an article as it is, and a text as an article.

    Warns of lines broken at a width. Raises InputError, for the name of a file too, and EmptyText.

    >>> as_article("It rained.").text
    'It rained.'
    """
    if isinstance(source, str):
        if _ADDRESS.fullmatch(source.strip()):
            raise InputError(
                f"{source.strip()!r} is the name of a file or page, not a text. "
                "load_article(…) reads what is there."
            )
        if "\n" in source:
            from newskit.loaders.layout import is_wrapped

            if is_wrapped(source.splitlines()):
                warnings.warn(_WRAPPED, stacklevel=3)
        return Article(text=source)
    if not isinstance(source, Article):
        raise InputError(
            f"This takes an Article or a text; got {type(source).__name__}. "
            "A file: load_article('story.txt'). Several: one at a time, or measure(articles)."
        )
    return source


def _read(kind: type[Record], record: Mapping[str, Any]) -> Record:
    known = [field.name for field in dataclasses.fields(kind)]  # type: ignore[arg-type]
    for name in record:
        if name not in known:
            raise UnknownName.among(f"{kind.__name__} field", name, known)
    try:
        return kind(**record)
    except TypeError as error:  # a field without default is absent
        raise InputError(f"This does not describe one {kind.__name__}: {error}.") from error
