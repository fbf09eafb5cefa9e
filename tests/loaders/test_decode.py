from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newskit.errors import NotText
from newskit.loaders.decode import decode_text

TEXT = "The “crisis…” isn’t over — Khan’s visit cost £3m. " * 4
RUSSIAN = "Премьер-министр Пакистана прибыл в Москву на переговоры с президентом России. " * 4


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_known_character_sets(charset: str) -> None:
    assert decode_text(TEXT.encode(charset))[0] == TEXT


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark(charset: str) -> None:
    assert decode_text("Plain words. ".encode(charset) * 9)[0] == "Plain words. " * 9


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r"])
def test_other_alphabets_are_guessed(charset: str) -> None:
    text, _, origin = decode_text(RUSSIAN.encode(charset))
    assert text == RUSSIAN
    assert origin == "guessed from the bytes"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1 x}", "RTF"),
        (bytes(range(256)) * 9, "binary"),
        (b"\x00" * 1000, "binary"),
        (b"\xff\xfe\x00", "utf-16"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, said: str) -> None:
    with pytest.raises(NotText, match=said):
        decode_text(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        found = decode_text(data)
    except NotText as refusal:
        found = (str(refusal), "none", "refused")
    assert all(isinstance(part, str) for part in found)
    assert found[1:] != ("", "")


def test_quotes_of_old_macs() -> None:
    text = "“It doesn’t end here,” he said at the café."
    assert decode_text(text.encode("mac_roman"))[:2] == (text, "mac_roman")
    assert decode_text(text.encode("cp1252"))[:2] == (text, "cp1252")
    portuguese = "AS DECISÕES DE ÓSCAR foram lidas à noite."
    assert decode_text(portuguese.encode("cp1252"))[:2] == (portuguese, "cp1252")
