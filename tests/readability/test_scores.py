from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import EmptyText, UnknownName
from newskit.readability.scores import METRICS, describe_score

ARTICLE = nk.sample("khan-moscow-wire")
RESULT = nk.score_readability(ARTICLE)


def test_every_metric_is_there_with_its_working() -> None:
    assert [score.metric for score in RESULT] == list(METRICS)
    assert len(RESULT.shown) == 16
    for score in RESULT.shown:
        assert score.reason is None
        assert score.explain().endswith(f"= {score.value:.2f}")


def test_interval_holds_the_value() -> None:
    for score in RESULT:
        if not math.isnan(score.low):
            assert score.low < score.value < score.high


def test_consensus_is_the_median_and_spread_of_the_grades() -> None:
    consensus = RESULT.consensus
    grades = [
        RESULT[name].value
        for name in (
            "flesch_kincaid_grade",
            "gunning_fog_grade",
            "smog_grade",
            "coleman_liau_grade",
            "ari_grade",
            "linsear_write_grade",
        )
    ]
    assert consensus.low == min(grades)
    assert consensus.high == max(grades)
    assert consensus.low <= consensus.value <= consensus.high


def test_same_seed_same_numbers() -> None:
    again = nk.score_readability(ARTICLE)
    other = nk.score_readability(ARTICLE, seed=1)
    assert again["smog_grade"] == RESULT["smog_grade"]
    assert other["ari_grade"].value == RESULT["ari_grade"].value
    assert other["ari_grade"].low != RESULT["ari_grade"].low


def test_smog_is_flagged_under_thirty_sentences() -> None:
    assert "20 sentences" in RESULT["smog_grade"].cautions[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Word", "No sentence ends"),
        ("A heading\nAnother heading\nA third one here", "No sentence ends"),
        ("Yes.", "Too short: 1 words"),
        ("1 2 3 4. 5 6 7 8. 9 10 11 12.", "figures"),
        ("— … !", "no word"),
        ("总理今天访问莫斯科。他会见了普京总统并讨论了双边关系。", "not separated by spaces"),
        ("وزیر اعظم عمران خان بدھ کو ماسکو روانہ ہو گئے۔ بات چیت دو دن جاری رہے گی۔", "lix, rix"),
    ],
)
def test_undefined_is_nan_with_a_reason(text: str, said: str) -> None:
    score = nk.score_readability(text)["flesch_reading_ease"]
    assert math.isnan(score.value)
    assert score.reason is not None
    assert said in score.reason
    assert said in describe_score(score)


LANGUAGES = {
    "de": (
        "Die Regierung hat gestern ein Gesetz beschlossen. Es gilt ab Januar.",
        "wiener_1_grade",
    ),
    "es": ("El gobierno aprobó ayer una ley. Rige desde enero en todo el país.", "szigriszt_pazos"),
    "fr": ("Le gouvernement a adopté une loi hier. Elle vaut dès janvier.", "kandel_moles"),
    "it": ("Il governo ha approvato ieri una legge. Vale da gennaio.", "gulpease"),
    "nl": ("De regering nam gisteren een wet aan. Die geldt vanaf januari.", "flesch_douma"),
    "ru": ("Правительство вчера приняло закон. Он действует с января.", "flesch_oborneva"),
    "ar": ("ذَهَبَ الوَلَدُ إِلَى المَدْرَسَةِ صَبَاحًا. كَتَبَ الدَّرْسَ ثُمَّ عَادَ.", "osman"),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_has_its_own_formulas(code: str) -> None:
    text, name = LANGUAGES[code]
    result = nk.score_readability(text, language=code)
    assert result[name].reason is None
    assert {score.metric.languages for score in result.shown} <= {(code,), ("*",)}
    assert math.isnan(result["flesch_kincaid_grade"].value)


def test_arabic_without_vowel_signs_has_no_osman() -> None:
    result = nk.score_readability("ذهب الولد إلى المدرسة صباحا. كتب الدرس ثم عاد.", language="ar")
    assert "vowel signs" in (result["osman"].reason or "")


def test_german_has_a_consensus_of_its_own() -> None:
    result = nk.score_readability(LANGUAGES["de"][0], language="de")
    assert result.consensus.reason is None
    assert result.consensus.metric.unit == "school year"
    french = nk.score_readability(LANGUAGES["fr"][0], language="fr")
    assert "no set of grade formulas" in (french.consensus.reason or "")


def test_no_english_formula_is_applied_to_another_language() -> None:
    german = nk.score_readability(
        "Die Regierung hat gestern ein Gesetz beschlossen. Es gilt ab Januar."
    )
    assert german.language.code == "de"
    assert math.isnan(german["flesch_kincaid_grade"].value)
    assert not math.isnan(german["lix"].value)


def test_language_given_is_not_guessed() -> None:
    assert not nk.score_readability(ARTICLE).language.guessed
    assert nk.score_readability(ARTICLE.text).language.guessed


def test_empty_text_is_refused() -> None:
    with pytest.raises(EmptyText):
        nk.score_readability("  ")


def test_unknown_metric_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="smog_grade"):
        RESULT["smog"]


def test_tables() -> None:
    assert len(RESULT.sentences) == 20
    assert len(RESULT.words) == 357
    whole = RESULT["flesch_kincaid_grade"].value
    rest = nk.score_readability(
        "\n".join(RESULT.sentences["sentence"].drop(index=4)), language="en"
    )["flesch_kincaid_grade"].value
    assert RESULT.sentences.loc[4, "change_without"] == pytest.approx(rest - whole)
    assert RESULT.to_frame().loc["lix", "value"] == RESULT["lix"].value


def test_hints_are_exactly_computed() -> None:
    for hint in RESULT.hints():
        assert hint.after < hint.before == pytest.approx(RESULT["flesch_kincaid_grade"].value)
    split = nk.score_readability(
        ARTICLE.text.replace("with the West.", "with. The West."), language="en"
    )
    assert split.counts.n_sentences == 21
    assert RESULT.hints()[0].after == pytest.approx(split["flesch_kincaid_grade"].value)


def test_card_says_what_it_must() -> None:
    card = RESULT._repr_html_()
    for said in (
        "Flesch Reading Ease",
        "95 %",
        "20 sentences, scaled",
        "do not say whether a text is good",
    ):
        assert said in card


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_text_gives_numbers_or_reasons(text: str) -> None:
    result = nk.score_readability(text, language="en")
    for score in (*result, result.consensus):
        assert math.isnan(score.value) == (score.reason is not None)
    assert repr(result)
    assert result._repr_html_()
