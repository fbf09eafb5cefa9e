"""The corpus explorer's view, its filters, and its Python side."""

from __future__ import annotations

import gc
import json
import weakref

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newskit.article import Article
from newskit.errors import InputError, UnknownName, UnknownOption
from newskit.explorers import corpus_view
from newskit.explorers.corpus import CorpusExplorer
from newskit.explorers.corpus_view import choose_edges, keep_sides, view_corpus
from newskit.explorers.literals import write_literal

EVIL = "</script><script>window.hit = 1</script> \"q\" 'q' \\ {{ x }} `b` @c"


def make_frame(n: int = 60) -> pd.DataFrame:
    """A frame with everything that is awkward: gaps, a hostile name, several months."""
    draw = np.random.default_rng(3)
    frame = pd.DataFrame(
        {
            "headline": [f"Story {i} of the Ferry" if i % 3 else f"Ära {i}" for i in range(n)],
            "outlet": [("Gazette", "Voice", EVIL)[i % 3] for i in range(n)],
            "section": ["World", None] * (n // 2),
            "published": [f"2023-{1 + i % 4:02}-{1 + i % 28:02}" for i in range(n)],
            "n_words": draw.integers(50, 900, n),
            "tone_mean": draw.normal(0, 0.3, n),
            "words a day": draw.normal(10, 3, n),
            "empty": np.full(n, np.nan),
        }
    )
    frame.loc[::7, "tone_mean"] = np.nan
    frame.loc[5, ["headline", "published", "outlet"]] = None
    return frame


FRAME = make_frame()


def make(**options: object) -> CorpusExplorer:
    return CorpusExplorer(FRAME, **options)


def middle(explorer: CorpusExplorer, k: int) -> tuple[str, list[float]]:
    """A filter on the middle third of a measure's bars."""
    measure = explorer.view["measures"][k]
    edges = [float(text) for text in measure["edges"]]
    return measure["name"], [edges[len(edges) // 3], edges[2 * len(edges) // 3]]


# The view


def test_view_is_json_and_columns_fit_it() -> None:
    made = view_corpus(FRAME)
    assert json.loads(json.dumps(made.view, allow_nan=False)) == made.view
    assert [m["name"] for m in made.view["measures"]] == ["tone_mean", "n_words", "words a day"]
    n = len(FRAME)
    assert len(made.columns) == 4 * n * (3 + 2 + 2)
    numbers = np.frombuffer(made.columns[: 4 * n], dtype="<f4")
    assert np.allclose(numbers, FRAME["tone_mean"], equal_nan=True, atol=1e-6)
    codes = np.frombuffer(made.columns, dtype="<i4").reshape(7, n)
    group = made.view["groups"][0]
    assert [group["values"][c] if c >= 0 else None for c in codes[5]] == [
        None if pd.isna(name) else name for name in FRAME["outlet"]
    ]
    assert made.view["time"]["labels"] == ["2023-01", "2023-02", "2023-03", "2023-04", "2023-05"]
    assert sum(codes[4] < 0) == sum(codes[5] < 0) == 1  # no period, no outlet


@pytest.mark.parametrize(
    "values",
    [[1.0], [0.0, 0.0], [-0.3, 0.25], [1e-9, 2e-9], [5.0, 1e12], list(range(500)), [0.1] * 300],
)
def test_edges_take_in_the_values_in_few_bars(values: list[float]) -> None:
    known = np.array(values, dtype=float)
    edges = [float(text) for text in choose_edges(known)]
    assert edges == sorted(set(edges))
    assert 2 <= len(edges) <= corpus_view.BARS + 3
    inside = (known >= edges[0]) & (known < edges[-1])
    assert inside.mean() >= 0.98


@settings(max_examples=60, deadline=None)
@given(
    # No measure is that small; float32, as which the values travel, ends at about 1e-38.
    st.lists(
        st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-30), min_size=1, max_size=60
    ),
)
def test_rounding_moves_no_value_over_an_edge(values: list[float]) -> None:
    known = np.array(values)
    edges = np.array([float(text) for text in choose_edges(known)])
    small, rough = keep_sides(known, edges), edges.astype(np.float32)
    assert np.array_equal(
        np.searchsorted(edges, known, side="right"), np.searchsorted(rough, small, side="right")
    )


def test_values_on_an_edge_travel_as_they_are() -> None:
    """Only what is rounded up to an edge is moved; 0.7 is rounded down, and so is its edge."""
    edges = np.array([0.1, 0.3, 0.7])
    assert keep_sides(edges, edges).tolist() == edges.astype(np.float32).tolist()
    below = np.nextafter(0.7, 0)
    assert keep_sides(np.array([below]), edges)[0] < np.float32(0.7)


def test_a_frame_with_one_column_of_numbers_is_enough_and_says_what_is_missing() -> None:
    view = view_corpus(pd.DataFrame({"n_words": [3]})).view
    assert view["notes"] == [
        "This frame has no column headline, published, outlet, section; so there is no search, "
        "time, breakdown by outlet, breakdown by section."
    ]
    assert view["title"] == "1 article"


def test_dates_may_be_dates() -> None:
    dates = pd.to_datetime(["2022-02-23", None, "2022-04-01"])
    frame = pd.DataFrame({"n": [1.0, 2.0, 3.0], "published": dates})
    explorer = CorpusExplorer(frame)
    explorer.filters = {"published": ["2022-02", "2022-03"]}
    assert explorer.selection.tolist() == [True, False, False]
    assert frame.query(explorer.query()).index.tolist() == [0]


def test_many_years_go_by_year() -> None:
    frame = pd.DataFrame({"n": [1, 2, 3], "published": ["1950-01-01", "2020-05-05", "no date"]})
    time = view_corpus(frame).view["time"]
    assert (time["unit"], time["labels"][0], time["labels"][-1]) == ("year", "1950", "2021")


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pd.DataFrame({"n": []}), "no row"),
        (pd.DataFrame({"headline": ["a"], "ok": [True]}), "needs a column of numbers.*headline"),
        (pd.DataFrame([[1, 2]], columns=["n", "n"]), "same name"),
    ],
)
def test_frames_that_cannot_be_drawn_are_refused(frame: pd.DataFrame, message: str) -> None:
    with pytest.raises(InputError, match=message):
        CorpusExplorer(frame)


def test_a_column_without_any_value_is_drawn_as_such() -> None:
    view = view_corpus(FRAME, measures=["empty"]).view
    assert (view["measures"][0]["edges"], view["measures"][0]["missing"]) == ([], 60)
    assert view_corpus(FRAME[["empty"]]).view["measures"][0]["name"] == "empty"


def test_beyond_the_limit_a_stated_sample_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_view, "MOST_ROWS", 50)
    monkeypatch.setattr(corpus_view, "SAMPLE", 20)
    made = view_corpus(FRAME)
    assert made.view["n"] == len(made.positions) == len(made.headlines) == 20
    assert made.view["notes"][0].startswith(
        "Drawn is a random sample of 20 of the 60 rows (seed 0)"
    )
    assert made.columns == view_corpus(FRAME).columns
    explorer = make()
    explorer.filters = {"outlet": ["Voice"]}
    assert len(explorer.selection) == 60


# Filters


def test_mask_query_and_table_are_the_same_rows() -> None:
    explorer = make()
    name, bounds = middle(explorer, 0)
    for filters in (
        {name: bounds},
        {name: [None, bounds[1]]},
        dict([middle(explorer, 2)]),
        {"published": ["2023-02", "2023-04"]},
        {"outlet": ["Voice", EVIL]},
        {"headline": "  FERRY "},
        {"headline": "ära"},
        {"headline": '"q" \\ \''},
        {"section": ["World"], name: bounds, "headline": "1", "outlet": ["Gazette", "Voice"]},
    ):
        explorer.filters = filters
        found = FRAME.query(explorer.query()) if explorer.query() else FRAME
        assert found.index.tolist() == FRAME.index[explorer.selection].tolist(), filters
        assert explorer.table().equals(found)
    assert 0 < explorer.selection.sum() < 60


def test_without_filters_everything_is_selected() -> None:
    explorer = make()
    assert explorer.query() == ""
    assert explorer.selection.all()
    explorer.filters = {"n_words": [None, None], "headline": " ", "outlet": []}
    assert explorer.filters == {}


def test_bounds_go_to_the_nearest_edge() -> None:
    explorer = make()
    explorer.filters = {"n_words": [101.0, 9999]}
    low, high = explorer.filters["n_words"]
    assert isinstance(low, int)
    assert high is None


def test_one_name_is_a_list_of_one() -> None:
    explorer = make()
    explorer.filters = {"outlet": "Gazette"}
    assert explorer.filters == {"outlet": ["Gazette"]}
    assert set(explorer.table()["outlet"]) == {"Gazette"}


def test_arrays_and_columns_are_lists_of_names_and_bounds() -> None:
    explorer = make()
    explorer.filters = {
        "outlet": FRAME["outlet"].dropna().unique()[:2],
        "n_words": np.array([100, 500]),
        "section": pd.Series(["World"]),
    }
    assert explorer.filters["outlet"] == ["Gazette", "Voice"]
    assert explorer.filters["section"] == ["World"]
    assert 0 < explorer.selection.sum() < len(FRAME)


@pytest.mark.parametrize(
    ("bounds", "kept"),
    [
        (["2023-02-01", "2023-03-01"], ["2023-02", "2023-03"]),
        (["2023-02-11", "2023-02-20"], ["2023-02", "2023-03"]),
        (["2023-02-01T10:00:00Z", "2023-03"], ["2023-02", "2023-03"]),
        ([pd.Timestamp("2023-02-03"), None], ["2023-02", "2023-05"]),
        (["1999-01-01", "2023-02-01"], ["2023-01", "2023-02"]),
        (["1999-01-01", "2031-01-01"], None),
    ],
)
def test_days_are_taken_to_their_months(bounds: list[object], kept: list[str] | None) -> None:
    explorer = make()
    explorer.filters = {"published": bounds}
    assert explorer.filters.get("published") == kept


def test_days_are_taken_to_their_years_where_time_goes_by_years() -> None:
    explorer = CorpusExplorer(
        pd.DataFrame({"n": [1, 2, 3], "published": ["1950-01-01", "2019-05-05", "2020-05-05"]})
    )
    explorer.filters = {"published": ["2019-03-01", "2020-01-01"]}
    assert explorer.selection.tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("filters", "error", "message"),
    [
        ({"n_word": [1, 2]}, UnknownName, "Did you mean 'n_words'"),
        ({"n_words": [700, 100]}, InputError, "below"),
        ({"n_words": [1]}, InputError, "two bounds"),
        ({"n_words": ["many", None]}, InputError, "numbers from"),
        ({"n_words": [np.nan, 5]}, InputError, "numbers from"),
        ({"n_words": 5}, InputError, "two bounds"),
        ({"published": ["2023", "2024"]}, InputError, "2023-01 … 2023-05"),
        ({"published": ["2023-02-30", "2023-04"]}, InputError, "2023-01 … 2023-05"),
        ({"published": ["2024-01-01", "2024-02-01"]}, InputError, "2023-01 … 2023-05"),
        ({"published": ["2023-04-01", "2023-02-01"]}, InputError, "in order"),
        ({"outlet": "Gazete"}, UnknownName, "Did you mean 'Gazette'"),
        ({"outlet": ["Gazette", 7]}, UnknownName, "no outlet 7"),
        ({"section": 7}, InputError, "list of names"),
        ({"headline": ["a"]}, InputError, "one text"),
    ],
)
def test_wrong_filters_say_what_would_have_worked(
    filters: dict, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        make().filters = filters


def test_literals_are_python_and_what_a_browser_writes() -> None:
    value = {"n": [5, None], "t": ["é\n\"'"], "x": 0.25}
    assert eval(write_literal(value)) == value
    assert write_literal(value) == '{"n": [5, None], "t": ["é\\n\\"\'"], "x": 0.25}'


# The widget


def test_an_article_is_opened_by_its_row() -> None:
    asked = []

    def open_article(row: pd.Series) -> Article:
        asked.append(row["headline"])
        return Article(text="It was good.", headline="Opened")

    explorer = make(open_article=open_article)
    explorer.opened = 4
    assert asked == ["Story 4 of the Ferry"]
    assert explorer.article["position"] == 4
    assert explorer.article["view"]["title"] == "Opened"
    explorer.opened = -1
    assert explorer.article == {}


def test_an_article_that_cannot_be_opened_says_why() -> None:
    explorer = make(open_article=lambda row: {}["file"])
    explorer.opened = 2
    assert explorer.article == {"position": 2, "error": "KeyError: 'file'"}


def test_misspelt_names_and_wrong_numbers_are_refused() -> None:
    explorer = make()
    with pytest.raises(UnknownName, match="Did you mean 'n_words'"):
        make(measures=["n_wrds"])
    with pytest.raises(InputError, match="1 to 4 measures"):
        make(measures=[])
    with pytest.raises(UnknownOption, match="measures"):
        make(measure="n_words")
    with pytest.raises(UnknownName, match="section"):
        explorer.group = "sections"
    with pytest.raises(UnknownName, match="order"):
        explorer.order = "-tone"
    with pytest.raises(InputError, match="from 0 to 59"):
        explorer.opened = 60


def test_code_runs_to_the_same_rows() -> None:
    explorer = make(measures=["n_words", "tone_mean"], code_start="frame = FRAME")
    assert explorer.code().splitlines()[1:] == [
        'explorer = nk.explore(frame, measures=["n_words", "tone_mean"])',
        "explorer",
    ]
    explorer.filters = {"n_words": [100, 700], "outlet": ["Voice", EVIL], "headline": "story"}
    explorer.order, explorer.measure, explorer.group = "-tone_mean", "tone_mean", "section"
    code = explorer.code().replace("nk.explore", "CorpusExplorer")
    scope = {"FRAME": FRAME, "CorpusExplorer": CorpusExplorer}
    exec(code, scope)
    again = scope["explorer"]
    assert (again.filters, again.order, again.group) == (
        explorer.filters,
        "-tone_mean",
        "section",
    )
    assert scope["selected"].equals(explorer.table())


def test_two_hundred_closed_explorers_are_gone() -> None:
    alive = []
    for _ in range(200):
        explorer = make(open_article=lambda row: Article(text="A word."))
        alive.append(weakref.ref(explorer))
        explorer.close()
    del explorer
    gc.collect()
    assert sum(ref() is not None for ref in alive) == 0


def test_fallback_page_and_repr_are_inert() -> None:
    explorer = make()
    for page in (explorer.fallback(), explorer.to_html()):
        assert "<script>window" not in page
    assert "&lt;script&gt;window" in explorer.fallback()
    assert repr(explorer) == "<CorpusExplorer 60 articles: tone_mean, n_words, words a day>"


def test_a_big_page_says_its_size() -> None:
    draw = np.random.default_rng(0)
    frame = pd.DataFrame({name: draw.normal(size=120_000) for name in "abcd"})
    with pytest.warns(UserWarning, match="[23].[0-9] MB"):
        CorpusExplorer(frame).to_html()
