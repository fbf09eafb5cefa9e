"""The character set of a web page: byte order mark, content, HTTP header, meta tag, guess."""

from __future__ import annotations

import codecs
import re

from newskit.errors import EmptyText
from newskit.loaders.decode import decode_text

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_TAGS = re.compile(rb"<(script|style)\b.*?</\1|<[^<>]*>|[\x00-\x7f]{200,}", re.DOTALL | re.I)
_ZERO_SHARE = 0.01
# The names on the left are written for the larger sets on the right: so browsers read them.
_READ_AS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# One broken byte in this many is an accident in UTF-8 text; more is another character set.
_BROKEN = 2_000


def decode_page(data: bytes, *, header: str | None = None) -> tuple[str, str, str]:
    """Return the text of a page, its character set, and how that was known. Raises NotText.

    ``header`` is the charset of the HTTP header. Bytes that are valid UTF-8 are UTF-8, whatever
    header and meta tag say: by chance no other text is.

    >>> decode_page('<meta charset="iso-8859-1"><p>caf\\u00e9 \\u201cx\\u201d'.encode("cp1252"))[1:]
    ('cp1252', 'meta tag')
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise EmptyText(
            f"There is nothing in this page: {len(data):,} bytes, none of them visible."
        )
    head = data[:4096]
    if data[:4].strip(b"\x00") == data[:4] and b"<" in data[:65536]:
        # A stray zero byte in a page is an accident of a program, not binary data.
        if 0 < data.count(0) <= _ZERO_SHARE * len(data):
            data = data.replace(b"\x00", b"")
        if b"\x00" not in data and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
            for name, origin in (
                (_escaped(head), "escape sequences"),
                ("utf-8", "valid UTF-8"),
                (header, "HTTP header"),
                (_find(_META, head), "meta tag"),
                (_find(_XML, head), "XML declaration"),
            ):
                text = _try(data, name)
                if text is not None:
                    return text, _canonical(name or ""), origin
            return _guess(data)
    return decode_text(data)


def _find(pattern: re.Pattern[bytes], head: bytes) -> str | None:
    match = pattern.search(head)
    return match[1].decode("ascii", "ignore") if match else None


def _escaped(head: bytes) -> str | None:
    return "iso2022_jp" if b"\x1b$B" in head or b"\x1b$@" in head else None


def _canonical(name: str) -> str:
    try:
        known = codecs.lookup(name.strip()).name
    except LookupError:
        return ""
    return _READ_AS.get(known, known)


def _try(data: bytes, name: str | None) -> str | None:
    charset = _canonical(name or "")
    if not charset or charset.startswith(("utf-16", "utf-32")):  # no marks, no zeros: it is not
        return None
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


def _guess(data: bytes) -> tuple[str, str, str]:
    """Guess from the text between the tags: markup is ASCII and would drown the rest."""
    repaired = data.decode("utf-8", "replace")
    # A replaced character stands for one to three bytes; good ones must outnumber the broken.
    broken = repaired.count("\ufffd")
    good = sum(ord(letter) > 127 for letter in repaired) - broken
    if broken * _BROKEN <= len(data) and good > broken:
        return repaired, "utf-8", f"UTF-8 with {broken} broken characters"
    text = _TAGS.sub(b" ", data).strip()
    _, charset, origin = decode_text(text or data)
    try:
        return data.decode(charset), charset, origin
    except UnicodeDecodeError:
        return data.decode(charset, "replace"), charset, origin + ", some characters broken"
