from __future__ import annotations

import pytest

import newskit as nk
from newskit.errors import UnknownName
from newskit.readability.bands import find_percentile, load_references
from newskit.readability.comparison import DEPARTURES
from newskit.readability.formulas import FORMULAS, coleman_liau_grade, dale_chall_1948
from newskit.readability.textstat_reference import (
    FUNCTIONS,
    borrow_textstat,
    count_with_textstat,
    score_with_textstat,
)

RESULT = nk.score_readability(nk.sample("khan-moscow-wire"))


def test_comparison_stands_side_by_side_and_says_why() -> None:
    frame = RESULT.compare("textstat")
    assert list(frame.columns) == ["newskit", "textstat", "difference", "why"]
    assert frame.loc["n_words", "newskit"] == 357
    assert frame.loc["coleman_liau_grade", "why"] == DEPARTURES["coleman_liau_grade"]
    assert (frame["difference"] == frame["newskit"] - frame["textstat"]).all()
    assert frame["why"].str.len().min() > 3


def test_textstat_is_given_back_as_it_was() -> None:
    import importlib

    from textstat import textstat

    module = importlib.import_module("textstat.backend.counts._count_syllables")
    before = module.get_cmudict, vars(textstat)["_textstatistics__lang"]
    with pytest.raises(ZeroDivisionError), borrow_textstat("de"):
        raise ZeroDivisionError
    assert (module.get_cmudict, vars(textstat)["_textstatistics__lang"]) == before


def test_other_languages_are_compared_in_their_own() -> None:
    text = "Die Regierung hat gestern ein Gesetz beschlossen. Es gilt ab Januar in allen Ländern."
    frame = nk.score_readability(text, language="de").compare()
    assert "flesch_amstad" in frame.index
    assert "flesch_kincaid_grade" not in frame.index


def test_unknown_tool_names_the_known() -> None:
    with pytest.raises(UnknownName, match="textstat"):
        RESULT.compare("textstats")


# Where textstat departs from the paper: its value, and the paper's from the same counts.
def test_textstat_rounds_the_coefficient_of_coleman_and_liau() -> None:
    text = "The committee agreed on the programme. The chairman signed it. Nobody objected to it."
    counts = count_with_textstat(text, language="en")
    theirs = score_with_textstat(text, language="en", names=["coleman_liau_grade"])
    paper = coleman_liau_grade(counts["n_letters"], counts["n_words"], counts["n_sentences"])
    assert theirs["coleman_liau_grade"] < paper
    rounded = paper - 0.0008 * 100 * counts["n_letters"] / counts["n_words"]
    assert theirs["coleman_liau_grade"] == pytest.approx(rounded)


def test_textstat_drops_the_constant_of_dale_and_chall_for_easy_texts() -> None:
    text = "The cat sat on the mat. The dog ran to the door. They were happy all day long."
    theirs = score_with_textstat(text, language="en", names=["dale_chall_1948"])
    assert theirs["dale_chall_1948"] == pytest.approx(dale_chall_1948(0, 18, 3) - 3.6365)


def test_textstat_takes_abbreviations_for_sentence_ends() -> None:
    text = "Gen. Qamar met Mr. Khan at 3 p.m. on Thursday in Islamabad."
    assert count_with_textstat(text, language="en")["n_sentences"] > 1
    assert nk.score_readability(text, language="en").counts.n_sentences == 1


def test_textstat_glues_words_at_a_dash() -> None:
    text = "The visit—the first in 23 years—was short. It ended on Friday."
    ours = nk.score_readability(text, language="en").counts.n_words
    assert count_with_textstat(text, language="en")["n_words"] == ours - 2


def test_all_of_textstats_formulas_are_covered() -> None:
    assert set(FUNCTIONS) >= {metric.name for metric in FORMULAS} - {
        "dale_chall_1995_cloze",
        "dale_chall_1995_grade",
        "forcast_grade",
        "reading_minutes",
    }


def test_bands_say_where_the_article_stands() -> None:
    bands = RESULT.bands()
    assert set(bands["reference"]) == {row["name"] for row in load_references()["references"]}
    assert bands["percentile"].between(0, 100).all()
    assert (bands["low_10"] < bands["high_90"]).all()
    assert bands["n_articles"].min() > 100


def test_quantiles_rise() -> None:
    for reference in load_references()["references"]:
        for grid in reference["quantiles"].values():
            assert len(grid) == 21
            assert grid == sorted(grid)


@pytest.mark.parametrize(
    ("value", "percentile"), [(-1, 0), (0, 0), (2.5, 25), (10, 100), (99, 100)]
)
def test_percentile(value: float, percentile: float) -> None:
    assert find_percentile(value, [0, 5, 10]) == percentile
