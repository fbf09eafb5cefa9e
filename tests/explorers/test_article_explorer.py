"""The Python side of the article explorer."""

from __future__ import annotations

import base64
import copy
import gc
import gzip
import html
import json
import weakref
from pathlib import Path

import numpy as np
import pytest

import newskit as nk
from newskit.article import Span
from newskit.errors import InputError, UnknownName, UnknownOption
from newskit.explorers.article import ArticleExplorer
from newskit.explorers.page import pack, render_fallback

VIEW = json.loads(
    (Path(__file__).parents[1] / "cases" / "article_view.json").read_text(encoding="utf-8")
)
TEXT = " ".join(VIEW["sentences"])
SPANS = tuple(
    Span(start := TEXT.index(sentence), start + len(sentence)) for sentence in VIEW["sentences"]
)


def make(**options: object) -> ArticleExplorer:
    return ArticleExplorer(VIEW, sentence_spans=SPANS, **options)


def test_selection_is_the_place_in_the_article() -> None:
    explorer = make()
    assert explorer.selection == ()
    explorer.select(1)
    assert [span.of(TEXT) for span in explorer.selection] == [VIEW["sentences"][1]]
    explorer.select(-1)
    assert explorer.selection == ()


@pytest.mark.parametrize("index", [-2, 17])
def test_a_sentence_that_does_not_exist_is_refused(index: int) -> None:
    with pytest.raises(InputError, match="from 0 to 16"):
        make().select(index)


def test_table_has_a_row_a_sentence() -> None:
    frame = make(lens="sentiment").table()
    lens = VIEW["lenses"][1]
    assert list(frame.columns) == ["sentence", "text", "value", "class", "shown", "marked"]
    assert list(frame["value"]) == lens["values"]
    assert frame.loc[5, "marked"] == "Opponents; reckless"
    assert frame.loc[5, "class"] == "very negative words"


def test_table_shows_what_is_missing_as_missing() -> None:
    view = copy.deepcopy(VIEW)
    view["lenses"][0]["values"][0] = None
    view["lenses"][0]["shades"][0] = None
    frame = ArticleExplorer(view, sentence_spans=SPANS).table()
    assert frame["value"].isna().sum() == 1
    assert frame["class"].isna().sum() == 1


def test_code_reproduces_lens_and_selection() -> None:
    explorer = make(lens="sentiment", code_start='article = nk.sample("x")')
    explorer.select(4)
    assert explorer.code().splitlines() == [
        'article = nk.sample("x")',
        'explorer = nk.explore(article, lens="sentiment")',
        "explorer.select(4)",
        "explorer",
    ]


def test_filters_keep_what_the_reader_sees() -> None:
    explorer = make()
    explorer.filters = {"classes": [4, 3, 4], "text": ""}
    assert explorer.filters == {"classes": [3, 4]}
    shades = VIEW["lenses"][0]["shades"]
    assert list(explorer.table()["shown"]) == [shade in (3, 4) for shade in shades]
    explorer.filters = {"part": "quoted", "text": "THE"}
    for text, quoted, shown in zip(
        VIEW["sentences"], VIEW["quoted"], explorer.table()["shown"], strict=True
    ):
        assert shown == (quoted and "the" in text.lower())
    explorer.filters = {**explorer.filters, "classes": [0]}
    explorer.lens = "sentiment"  # classes belong to their lens
    assert explorer.filters == {"text": "THE", "part": "quoted"}


@pytest.mark.parametrize(
    ("filters", "error", "message"),
    [
        ({"clases": [1]}, UnknownName, "classes"),
        ({"classes": [9]}, UnknownName, "12 to 16"),
        ({"classes": "hard"}, UnknownName, "12 to 16"),
        ({"part": "quotes"}, UnknownName, "quoted"),
        ({"voice": "Ann Lee"}, InputError, "for a lens that has voices"),
        ({"classes": ["16 to 21"]}, UnknownName, "no class .* Did you mean '16 to 20'"),
        ({"text": 5}, InputError, "one text; got 5"),
        ({"part": ["quoted"]}, InputError, "one text"),
    ],
)
def test_filters_that_mean_nothing_are_refused(
    filters: dict, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        make().filters = filters


@pytest.mark.parametrize("classes", [3, np.int64(3), [3], (3,), np.array([3])])
def test_one_class_is_a_list_of_one(classes: object) -> None:
    explorer = make()
    explorer.filters = {"classes": classes}
    assert explorer.filters == {"classes": [3]}


def test_a_class_can_be_named_as_the_table_names_it() -> None:
    explorer = make()
    labels = explorer.table()["class"]
    explorer.filters = {"classes": labels[0]}
    assert list(explorer.table()["shown"]) == list(labels == labels[0])


def test_claims_are_ticked_and_given_back() -> None:
    explorer = nk.explore(nk.sample("khan-moscow-wire"), lens="sources")
    explorer.checked = [5, 1, 5]
    frame = explorer.checklist()
    assert list(frame.loc[frame["checked"], "text"]) == ["two days", "more than $60 billion"]
    assert list(frame["text"]) == list(
        nk.find_claims(nk.sample("khan-moscow-wire")).table()["text"]
    )
    assert list(frame["sentence_number"]) == list(frame["sentence"] + 1)
    with pytest.raises(InputError, match="from 0 to 12; got 13"):
        explorer.checked = [13]
    assert nk.explore("It rained.").checklist().empty


def test_misspelt_names_get_the_nearest_one() -> None:
    with pytest.raises(UnknownOption, match="Did you mean 'lens'"):
        make(lenz="sentiment")
    with pytest.raises(UnknownName, match="Did you mean 'sentiment'"):
        make(lens="sentimet")
    explorer = make()
    with pytest.raises(UnknownName, match="readability, sentiment"):
        explorer.lens = "colour"


def test_a_view_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InputError, match="one span a sentence; got 0 spans for 17"):
        ArticleExplorer(VIEW, sentence_spans=())
    with pytest.raises(InputError, match="at least one sentence and one lens"):
        ArticleExplorer({**VIEW, "lenses": []}, sentence_spans=SPANS)


def test_repr_is_the_same_each_time() -> None:
    assert repr(make()) == repr(make())
    assert "0x" not in repr(make())
    assert repr(make()).startswith("<ArticleExplorer 'Harbour council votes")


def test_two_hundred_closed_explorers_are_gone() -> None:
    alive = []
    for _ in range(200):
        explorer = make()
        alive.append(weakref.ref(explorer))
        explorer.close()
    del explorer
    gc.collect()
    assert sum(ref() is not None for ref in alive) == 0


# HTML


def test_bundle_has_widget_fallback_and_text() -> None:
    data, _ = make()._repr_mimebundle_()
    assert list(data) == ["text/plain", "application/vnd.jupyter.widget-view+json", "text/html"]


def test_fallback_has_everything_and_no_script() -> None:
    page = make().fallback()
    lens = VIEW["lenses"][0]
    for sentence in VIEW["sentences"]:
        assert html.escape(sentence, quote=True) in page
    for text in (VIEW["title"], lens["caveat"], "needs 30 sentences", "above 20", "8.7 to 12.8"):
        assert html.escape(text) in page
    assert "<script" not in page
    assert "class=" not in page.replace('class="newskit-fallback"', "")


def test_fallback_of_the_sources_has_voices_and_claims() -> None:
    page = nk.explore(nk.sample("khan-moscow-wire"), lens="sources").fallback()
    assert "<b>Who speaks:</b> Imran Khan, 12 %; Observers, 7 %" in page
    assert "more than $60 billion (Observers)" in page


def test_fallback_is_inert() -> None:
    view = copy.deepcopy(VIEW)
    view["title"] = view["sentences"][0] = view["record"][0][1] = "<script>x</script>\ud800"
    page = render_fallback(view, "readability")
    assert "<script" not in page
    page.encode("utf-8")


def test_page_is_self_contained_and_small(tmp_path: Path) -> None:
    page = make().to_html(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page
    assert len(page.encode()) <= 60_000
    assert "src=" not in page
    assert "href=" not in page.replace("{ href: url", "")
    assert "@import" not in page


def test_page_keeps_the_state_of_the_explorer() -> None:
    explorer = make(lens="sentiment")
    explorer.select(3)
    data = explorer.to_html().split('id="packed">')[1].split("</script>")[0]
    state = json.loads(gzip.decompress(base64.b64decode(data)))["state"]
    assert (state["lens"], state["selected"]) == ("sentiment", 3)
    assert state["view"] == VIEW


def test_state_is_the_same_each_time_and_refuses_what_json_has_not() -> None:
    assert pack(VIEW) == pack(VIEW)
    with pytest.raises(ValueError, match="Out of range float"):
        pack({"value": float("nan")})


def test_an_article_of_a_table_or_of_a_file_that_changed_is_explored(tmp_path: Path) -> None:
    table = tmp_path / "stories.csv"
    table.write_text("title,text\nOne,It rained. He left.\nTwo,It snowed.\n", encoding="utf-8")
    explorer = nk.explore(next(iter(nk.load_articles(table))))
    assert "nk.Article.from_dict" in explorer.code()
    story = tmp_path / "story.txt"
    story.write_text("Rain over Malta\n\nIt rained on Monday. He left.\n", encoding="utf-8")
    article = nk.load_article(story)
    story.write_text("", encoding="utf-8")
    assert "nk.Article.from_dict" in nk.explore(article).code()
