from __future__ import annotations

import math
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.errors import EmptyText, InputError, UnknownName
from newskit.intervals import draw_sums, middle_95
from newskit.readability.scores import METRICS, describe_score
from newskit.readability.word_counts import FIELDS
from tests.conftest import read_cases

ARTICLE = nk.sample("khan-moscow-wire")
RESULT = nk.score_readability(ARTICLE)
LEVEL = "dale_chall_1995_grade"
METRIC_OF_LEVEL = RESULT[LEVEL].metric


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


def test_bounds_of_the_level_are_those_of_its_own_draws() -> None:
    fields = ("n_unfamiliar_words", "n_words")
    rows = RESULT.table.rows[:, [FIELDS.index(name) for name in fields]].astype(float)
    levels = METRIC_OF_LEVEL.function(*draw_sums(rows, seed=0), len(rows))
    assert middle_95(levels).tolist() == [RESULT[LEVEL].low, RESULT[LEVEL].high]


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
        ("Yes.", "Too short: 1 word;"),
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


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "The mayor of the town said that there was “no damage so far”, although links with "
            "some villages in the hills were down.",
            ["Split sentence 1 at “, although”"],
        ),
        (
            "The road to the north was closed for days because the river had burst its banks.",
            ["Split sentence 1 at “because”"],
        ),
        (
            "They came to town, and then it rained on all of us, and the fair had to shut early.",
            ["Split sentence 1 at “, and”"],
        ),
        (
            "“The university is irresponsible and it will fail us, and the students will leave it "
            "for all time,” he said in an organisation.",
            ["Say “organisation” in sentence 1 with words of two syllables"],
        ),
        ("They went with UNICEF and with UNESCOPAL to the town on a hill.", []),
    ],
)
def test_hints_name_what_is_printed_and_leave_quotations_alone(
    text: str, actions: list[str]
) -> None:
    hints = nk.score_readability(text + " It rained.", language="en").hints()
    assert [hint.action for hint in hints] == actions


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


def read_foreign(label: str) -> str:
    return next(c.values[0]["text"] for c in read_cases("languages") if c.id == label)


GERMAN = read_foreign("German said to be English")


def test_a_language_that_was_asked_for_is_used_with_a_caution() -> None:
    result = nk.score_readability(GERMAN, language="English")
    for score in (*result.shown, result.consensus):
        assert not math.isnan(score.value)
        assert "reads like 'de', not 'en'" in score.cautions[0]
    assert "reads like 'de'" in repr(result)
    assert "reads like 'de', not 'en'" in unescape(result._repr_html_())
    german = nk.score_readability(GERMAN, language="de")["lix"].cautions
    assert not any("reads like" in caution for caution in german)


def test_a_short_text_tells_why_it_has_no_interval() -> None:
    score = nk.score_readability("The minister arrived. He resigned.")["flesch_kincaid_grade"]
    assert math.isnan(score.low)
    assert "No interval: it takes 5 sentences or more." in score.cautions
    assert not any("interval" in caution for caution in RESULT["flesch_kincaid_grade"].cautions)


SHORT_GERMAN = (
    "Der Rat der Stadt hat gestern lange über neue Brücken gesprochen. Ein Ergebnis gab es nicht, "
    "und heute wird weiter beraten."
)
SHORT_FRENCH = (
    "Le conseil municipal a longuement parlé hier des nouveaux ponts de la ville. Il n'y a pas eu "
    "de résultat, et les débats continuent aujourd'hui."
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SHORT_GERMAN, "reads like 'de', not 'en'"),
        (SHORT_FRENCH, "reads like 'fr', not 'en'"),
        (ARTICLE.text.upper(), "in capitals"),
        (SHORT_GERMAN + " She said this.", ""),
        ("A dog ran up a hill on Monday at noon. It sat down on top of it for an hour.", ""),
        (ARTICLE.text, ""),
    ],
)
@pytest.mark.parametrize("asked", [None, "en"])
def test_what_speaks_against_every_value(text: str, said: str, asked: str | None) -> None:
    result = nk.score_readability(nk.Article(text=text, language="en"), language=asked)
    for score in (result["flesch_kincaid_grade"], result.consensus):
        assert all(warning in score.cautions for warning in result.warnings)
    assert [said in warning for warning in result.warnings] == [True] * bool(said)


def test_a_language_that_the_article_has_wrong_gives_no_score() -> None:
    article = nk.Article(text=GERMAN, language="en")
    result = nk.score_readability(article)
    assert math.isnan(result.consensus.value)
    assert "language='de' scores it so, language='en' as it says" in (result["lix"].reason or "")
    assert not math.isnan(nk.score_readability(article, language="de").consensus.value)
    assert not math.isnan(nk.score_readability(article, language="en").consensus.value)


@pytest.mark.parametrize(("language", "said"), [(5, "got 5"), ("Germann", "'de'")])
def test_what_is_no_language_is_refused(language: Any, said: str) -> None:
    with pytest.raises(InputError, match=said):
        nk.score_readability(GERMAN, language=language)


def test_consensus_has_name_and_working() -> None:
    consensus = RESULT["consensus_grade"]
    assert consensus == RESULT.consensus
    assert "formulas: " in repr(consensus)
    assert "95 %" not in repr(consensus)
    working = RESULT.explain("consensus_grade")
    assert working.endswith(f"= {consensus.value:.2f}")
    assert f"Gunning Fog {RESULT['gunning_fog_grade'].value:.2f}" in working


def test_consensus_of_a_short_text_has_a_caution() -> None:
    result = nk.score_readability("The cat sat on the mat. It purred, and then it slept.")
    assert result.consensus.cautions == ("12 words; Consensus grade was made for 100 or more.",)
    assert RESULT.consensus.cautions == ()


@pytest.mark.parametrize(
    ("text", "language", "undefined", "defined"),
    [
        (GERMAN, "de", "n_unfamiliar_words n_complex_words n_names", "n_syllables n_words"),
        (LANGUAGES["fr"][0], "fr", "n_unique_unfamiliar n_faseeh_words", "n_names n_syllables"),
        (read_foreign("Urdu said to be English"), "ur", "n_syllables n_names", "n_words"),
        ("ذهب الولد إلى المدرسة. كتب الدرس ثم عاد.", "ar", "n_syllables", "n_words n_long_words"),
        (LANGUAGES["ar"][0], "ar", "n_unfamiliar_words", "n_syllables n_faseeh_words"),
        ("总理今天访问莫斯科。他会见了总统。", "zh", "n_words n_syllables n_names", "n_sentences"),
        (ARTICLE.text, "en", "n_faseeh_words", "n_syllables n_unfamiliar_words n_names"),
    ],
)
def test_counts_that_mean_nothing_are_nan(
    text: str, language: str, undefined: str, defined: str
) -> None:
    result = nk.score_readability(text, language=language)
    counts = result.counts.to_dict()
    assert all(math.isnan(counts[name]) for name in undefined.split())
    assert all(counts[name] >= 0 for name in defined.split())
    words, sentences = result.words, result.sentences
    for name in set(undefined.split()) - {"n_unique_unfamiliar"}:
        assert sentences[name].isna().all()
        assert name == "n_words" or words[name.removeprefix("n_")].isna().all()
    for name in set(defined.split()) - {"n_sentences"}:
        assert sentences[name].sum() == counts[name]
    assert "nan" not in repr(result).split(";", 1)[-1]
    assert language == "en" or not words["reasons"].any()


def test_chinese_has_no_number_of_words() -> None:
    result = nk.score_readability("总理今天访问莫斯科。他会见了总统。", language="zh")
    assert "words" not in repr(result).split(";")[-1]
    assert "2 sentences" in result._repr_html_()


def test_no_letter_no_language() -> None:
    result = nk.score_readability("😀😀")
    assert "no word" in (result.consensus.reason or "")
    assert "not known" in result._repr_html_()
