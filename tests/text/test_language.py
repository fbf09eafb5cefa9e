from __future__ import annotations

from typing import Any

import pytest

from newskit.errors import InputError
from newskit.text.language import UNKNOWN, find_language, read_code
from tests.conftest import read_cases

TEXTS = {
    "en": "The prime minister left for Moscow on Wednesday for two days of talks.",
    "de": "Der Ministerpräsident reiste am Mittwoch zu zweitägigen Gesprächen nach Moskau.",
    "fr": "Le Premier ministre est parti mercredi à Moscou pour deux jours de discussions.",
    "es": "El primer ministro viajó el miércoles a Moscú para dos días de conversaciones.",
    "ru": "Премьер-министр вылетел в среду в Москву на двухдневные переговоры.",
    "ur": "وزیر اعظم عمران خان بدھ کو دو روزہ دورے پر ماسکو روانہ ہو گئے ہیں۔",
    "hi": "प्रधानमंत्री इमरान खान बुधवार को दो दिन की यात्रा पर मास्को रवाना हुए।",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=list(TEXTS))
def test_language_is_guessed(code: str, text: str) -> None:
    found = find_language(text)
    assert found.code == code
    assert found.guessed
    assert "guessed" in found.describe()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("en-GB", "en"),
        ("EN-gb", "en"),
        ("pt_BR", "pt"),
        ("UR", "ur"),
        ("English", "en"),
        ("eng", "en"),
        ("zh-Hans", "zh"),
        ("sco", "sco"),
    ],
)
def test_what_is_given_is_believed(given: str, code: str) -> None:
    found = find_language("Guten Tag", given=given)
    assert (found.code, found.guessed) == (code, False)


@pytest.mark.parametrize("case", read_cases("languages"))
def test_a_wrong_language_is_seen(case: dict[str, Any]) -> None:
    found = find_language(case["text"], given=case["given"])
    assert (found.code, found.reads_like) == (case["given"], case["reads_like"])
    assert ("reads like" in found.describe()) is bool(case["reads_like"])


@pytest.mark.parametrize("text", ["😀😀", "—", "12:30", "… !"])
def test_nothing_is_guessed_without_letters(text: str) -> None:
    found = find_language(text)
    assert (found.code, found.confidence) == (UNKNOWN, 0.0)
    assert "no letter" in found.describe()


@pytest.mark.parametrize(
    ("given", "said"), [(5, "got 5"), ("Englsh", "'en'"), ("klingon?", "ISO 639-1")]
)
def test_what_is_no_language_is_refused(given: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_code(given, strict=True)
