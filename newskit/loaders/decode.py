"""Bytes to text: the character set, and how it was known."""

from __future__ import annotations

import codecs
import re

from newskit.errors import NotText

# The longer mark first: UTF-32 LE begins with the mark of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip file (or DOCX, XLSX, EPUB)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
)
# What the guess may answer: the sets that web pages and office programs really use. Left to all
# it knows, the guesser takes Windows Cyrillic for that of old Macs.
_LEGACY = """
    cp1251 koi8_r koi8_u cp1250 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859_2 iso8859_5
    iso8859_6 iso8859_7 iso8859_8 gb18030 big5 shift_jis euc_jp euc_kr cp1252
""".split()
# cp1252 is what Windows programs write; its letters are rare in English, so where more than this
# share of the bytes is beyond ASCII, the text is in another alphabet and must be guessed.
# (French in cp1252 has about 5 %, Russian in cp1251 about 80 %.)
_FOREIGN_SHARE = 0.15
# Apostrophes and quotes as old Macs wrote them, between and around small letters, where Windows
# has capitals with accents; and as Windows writes them.
_MAC = re.compile(rb"[a-z]\xd5[a-z]|(?:\A|[\s(])\xd2[A-Za-z]|[a-z.,!?]\xd3(?=[\s,.]|\Z)")
_WINDOWS = re.compile(rb"[\x91-\x97\x85]")


def decode_text(data: bytes) -> tuple[str, str, str]:
    """Return the text of ``data``, its character set, and how that was known.

    Raises NotText where the bytes are no text, saying what they look like.

    >>> decode_text("crisis…".encode("cp1252"))
    ('crisis…', 'cp1252', 'not UTF-8; Windows Western assumed')
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(charset), charset, "byte order mark"
            except UnicodeDecodeError as error:
                raise NotText(f"The byte order mark says {charset}, but {error.reason}.") from error
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(f"This is {kind}, not plain text. Save or copy its text and load that.")
    if b"\x00" in data:
        return _decode_wide(data)
    try:
        return data.decode("utf-8"), "utf-8", "valid UTF-8"
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_wide(data: bytes) -> tuple[str, str, str]:
    """Read UTF-16 without a mark, whose every other byte is zero in Western text."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    charset = "utf-16-be" if even > odd else "utf-16-le"
    if (
        len(data) % 2 == 0
        and max(even, odd) > 0.2 * len(data) / 2
        and min(even, odd) * 20 <= max(even, odd)
    ):
        try:
            return data.decode(charset), charset, "every other byte is zero"
        except UnicodeDecodeError:
            pass
    raise NotText("These bytes are binary data, not text. A text file holds no zero bytes.")


def _decode_legacy(data: bytes) -> tuple[str, str, str]:
    control = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1a\x1b" for byte in data[:65536])
    if control > 0.02 * min(len(data), 65536):
        raise NotText("These bytes are binary data, not text (too many control characters).")
    foreign = sum(byte > 127 for byte in data) / len(data)
    if foreign <= _FOREIGN_SHARE:
        if len(_MAC.findall(data)) > len(_WINDOWS.findall(data)):
            return data.decode("mac_roman"), "mac_roman", "not UTF-8; quotes of old Macs"
        try:
            return data.decode("cp1252"), "cp1252", "not UTF-8; Windows Western assumed"
        except UnicodeDecodeError:
            pass  # one of the five bytes that cp1252 leaves undefined
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise NotText("The character set of these bytes cannot be told. Save the text as UTF-8.")
    return str(best), best.encoding, "guessed from the bytes"
