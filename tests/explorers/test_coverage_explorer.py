"""The coverage explorer's view and its Python side."""

from __future__ import annotations

import gc
import json
import weakref

import pytest

import newskit as nk
from newskit.article import Article
from newskit.errors import InputError, UnknownName, UnknownOption
from newskit.explorers.coverage import CoverageExplorer
from newskit.explorers.coverage_view import choose_ticks, view_coverage
from newskit.explorers.dispatch import explore_coverage
from newskit.sentiment.scores import score_sentiment
from newskit.sources.ledger import find_sources
from tests.browser.stories import STORIES

SENTIMENTS = [score_sentiment(article) for article in STORIES]
SOURCES = [find_sources(article) for article in STORIES]
VIEW = view_coverage(STORIES)
ENGLISH = view_coverage(STORIES[:3])


def make(**options: object) -> CoverageExplorer:
    return CoverageExplorer(VIEW, **options)


# The view


def test_view_is_json_and_says_what_the_scores_say() -> None:
    assert json.loads(json.dumps(VIEW, allow_nan=False)) == VIEW
    tone = VIEW["lenses"][1]
    for row, result in zip(tone["rows"][:3], SENTIMENTS, strict=False):
        assert row["number"] == round(result.mean, 4)
        assert (row["low"], row["high"]) == (round(result.low, 4), round(result.high, 4))
        assert tone["ticks"][0] <= row["low"] <= row["high"] <= tone["ticks"][-1]
    assert tone["rows"][3]["number"] is None
    assert "not for the language 'ur'" in tone["rows"][3]["reason"]


def test_every_article_brings_its_whole_view_in_its_order() -> None:
    assert [article["headline"] for article in VIEW["articles"]] == [a.headline for a in STORIES]
    first = VIEW["articles"][0]
    assert first["lead"].startswith("The harbour council voted")
    assert first["lead"].endswith("five against.")
    assert first["about"] == ["Harbour Gazette", "2023-03-14", "Local", "7\u00a0sentences"]
    assert [lens["name"] for lens in first["view"]["lenses"]] == [
        "readability",
        "sentiment",
        "sources",
    ]
    assert VIEW["about"][1] == ["published", "2023-03-14 to 2023-03-16"]


def test_one_formula_for_all_and_the_one_that_most_have() -> None:
    assert ENGLISH["lenses"][0]["column"] == "flesch_kincaid_grade"
    mixed = VIEW["lenses"][0]
    assert mixed["column"] == "lix"
    assert [row["other"] for row in mixed["rows"]] == [
        None,
        None,
        None,
        "sentences by sentence length, another measure",
    ]


@pytest.mark.parametrize(
    ("values", "limits", "ticks"),
    [
        ([-0.62, 0.9], (-1, 1), [-1, -0.5, 0, 0.5, 1]),
        ([0.3], (-1, 1), [0.25, 0.3, 0.35]),
        ([0.99, 1.0], (-1, 1), [0.9, 0.95, 1.0]),
        ([-1.0], (-1, 1), [-1.0, -0.95, -0.9]),
        ([-20.0, 400.0], (-1000, 1000), None),
    ],
)
def test_scales_are_round_and_take_in_everything(values, limits, ticks) -> None:
    found = choose_ticks(values, limits=limits)
    assert found[0] <= min(values)
    assert found[-1] >= max(values)
    assert len(found) >= 2
    if ticks:
        assert found == ticks


@pytest.mark.parametrize("n", [0, 1, 13])
def test_too_few_or_too_many_say_what_else_there_is(n: int) -> None:
    articles = [Article(text="It was good.")] * n
    with pytest.raises(InputError, match=f"2 to 12 articles; got {n}.*explore"):
        explore_coverage(articles)


def test_sources_are_shares_with_their_counts() -> None:
    rows = VIEW["lenses"][2]["rows"]
    for row, found in zip(rows[:3], SOURCES, strict=False):
        assert row["number"] == round(found.attributed_share, 4)
        assert row["parts"][1:] == [round(found.unnamed_share, 4), round(found.hearsay_share, 4)]
        assert row["counts"]["n_voices"] == found.n_voices
        assert f"{found.n_voices} voice" in row["interval"]
    assert (rows[3]["number"], rows[3]["parts"]) == (None, [])
    frame = make().table()
    assert frame["n_voices"].isna().tolist() == [False, False, False, True]


def test_an_article_without_a_word_is_refused() -> None:
    with pytest.raises(InputError, match="no word in article 1"):
        explore_coverage([STORIES[0], Article(text="— … !")])


# The widget


def test_selection_is_kept_in_order_and_checked() -> None:
    explorer = make()
    assert explorer.selection == ()
    explorer.select(2, 0, 2)
    assert explorer.selection == (0, 2)
    explorer.select()
    assert explorer.selection == ()
    with pytest.raises(InputError, match="from 0 to 3; got 4"):
        explorer.select(4)
    with pytest.raises(InputError, match="got -2"):
        explorer.opened = -2


def test_misspelt_names_get_the_nearest_one() -> None:
    explorer = make()
    with pytest.raises(UnknownName, match="Did you mean 'sentiment'"):
        explorer.order = "sentimant"
    with pytest.raises(UnknownName, match="lens"):
        explorer.lens = "given"
    with pytest.raises(UnknownOption, match="code_start"):
        make(code_stat="")


def test_table_has_a_row_an_article() -> None:
    frame = make().table()
    assert list(frame["headline"]) == [article.headline for article in STORIES]
    assert list(frame["n_sentences"]) == [len(s.segments.sentences) for s in SENTIMENTS]
    assert frame["tone_mean"].isna().tolist() == [False, False, False, True]
    assert frame.loc[3, "tone_mean_reason"]
    assert {"lix", "lix_low", "lix_high", "lix_reason"} <= set(frame.columns)


def test_code_runs_and_gives_the_same_view() -> None:
    pair = [nk.sample("khan-moscow-wire"), STORIES[3]]
    explorer = explore_coverage(pair, engine="vader")
    explorer.order, explorer.lens, explorer.opened = "sentiment", "sentiment", 1
    explorer.select(0, 1)
    assert explorer.code().splitlines()[-5:] == [
        'explorer.order = "sentiment"',
        'explorer.lens = "sentiment"',
        "explorer.opened = 1",
        "explorer.select(0, 1)",
        "explorer",
    ]
    scope: dict[str, object] = {}
    exec(explorer.code(), scope)
    again = scope["explorer"]
    assert again.view == explorer.view
    assert (again.order, again.lens, again.opened) == ("sentiment", "sentiment", 1)
    assert again.selection == (0, 1)


def test_code_names_what_it_cannot_write_out() -> None:
    long = [story.replace(text=story.text * 3) for story in STORIES[:2]]
    explorer = explore_coverage(long)
    assert explorer.code().startswith("import newskit as nk  # articles: those that were explored")
    scope: dict[str, object] = {"articles": long}
    exec(explorer.code(), scope)
    assert scope["explorer"].view == explorer.view


def test_two_hundred_closed_explorers_are_gone() -> None:
    alive = []
    for _ in range(200):
        explorer = make()
        alive.append(weakref.ref(explorer))
        explorer.close()
    del explorer
    gc.collect()
    assert sum(ref() is not None for ref in alive) == 0


def test_fallback_and_repr_are_plain_and_inert() -> None:
    hostile = [article.replace(headline="<script>x</script>\ud800") for article in STORIES[:2]]
    explorer = explore_coverage(hostile)
    page = explorer.fallback()
    assert "<script" not in page
    assert "&lt;script&gt;x" in page
    assert "<script>x" not in explorer.to_html()
    assert repr(explorer) == "<CoverageExplorer 2 articles, side by side>"


def test_the_script_has_one_entry() -> None:
    script = str(CoverageExplorer._esm)
    assert script.count("function render(") == script.count("export default") == 1
    assert "function explore(" in script
