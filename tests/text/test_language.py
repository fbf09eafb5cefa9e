from __future__ import annotations

import pytest

from newskit.text.language import find_language

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


@pytest.mark.parametrize(("given", "code"), [("en-GB", "en"), ("pt_BR", "pt"), ("UR", "ur")])
def test_what_is_given_is_believed(given: str, code: str) -> None:
    found = find_language("Guten Tag", given=given)
    assert (found.code, found.guessed) == (code, False)
