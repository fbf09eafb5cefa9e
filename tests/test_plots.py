from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit import plots
from newskit.errors import InputError, UnknownName

ROOT = Path(__file__).parents[1]
ARTICLE = nk.sample("khan-moscow-wire")
READABILITY = nk.score_readability(ARTICLE)
TONE = nk.score_sentiment(ARTICLE)


@pytest.fixture(autouse=True)
def _off_screen() -> Iterator[None]:
    import matplotlib.pyplot as plt

    with mpl.rc_context({"backend": "Agg"}):
        yield
    plt.close("all")


def test_a_bar_a_sentence_as_high_as_its_value() -> None:
    ax = plots.plot_sentences(READABILITY)
    heights = [patch.get_height() for patch in ax.patches]
    assert sorted(heights) == pytest.approx(sorted(READABILITY.sentences["grade"]))


def test_negative_bars_have_a_second_channel() -> None:
    ax = plots.plot_sentences(TONE)
    assert all(bool(patch.get_hatch()) == (patch.get_height() < 0) for patch in ax.patches)


def test_arc_is_the_course_of_the_tone() -> None:
    line = plots.plot_arc(TONE).lines[-1].get_ydata()
    values = TONE.sentences["value"].to_numpy()
    assert line.tolist() == pytest.approx(TONE.arc)
    assert line[5] == pytest.approx(np.average(values[3:8], weights=[1, 2, 3, 2, 1]))


def test_grades_stand_with_their_intervals() -> None:
    ax = plots.plot_scores(READABILITY)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert "SMOG" in names
    assert "Spache (revised)" not in names
    smog = READABILITY["smog_grade"]
    ends = [tuple(line.get_xdata()) for line in ax.lines]
    assert (smog.low, smog.high) in ends


def test_references_stand_below_the_grades() -> None:
    ax = plots.plot_scores(READABILITY)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names[-1] == "Flesch–Kincaid grade"
    assert names[0].startswith("Wikinews (")
    bands = READABILITY.bands().query("metric == 'flesch_kincaid_grade'")
    widths = sorted(patch.get_width() for patch in ax.patches)
    assert widths == pytest.approx(sorted(bands["high_90"] - bands["low_10"]))


def test_voices_are_told_apart_without_colour() -> None:
    found = nk.find_sources(ARTICLE)
    ax = plots.plot_sentences(found)
    hatches = {bars.get_label(): bars.patches[0].get_hatch() for bars in ax.containers}
    assert len(set(hatches.values())) == len(hatches) == 3
    assert ax.get_ylim() == (0, 1)
    assert ax.get_xlim() == (0.4, len(found.segments.sentences) + 0.6)


def test_small_multiples_align_their_rows() -> None:
    pair = [ARTICLE, ARTICLE.replace(headline="Another", language="ur")]
    lenses = (nk.score_readability, nk.score_sentiment, nk.find_sources)
    axes = plots.plot_small_multiples(*([score(one) for one in pair] for score in lenses))
    assert [len(ax.get_yticks()) for ax in axes] == [2, 2, 2]
    assert "no value" in {text.get_text() for text in axes[1].texts}
    assert axes[2].get_xlim() == (0, 1)
    with pytest.raises(InputError, match="equally many"):
        plots.plot_small_multiples([TONE], [TONE, TONE])


def test_coverage_names_every_article() -> None:
    other = nk.score_sentiment(ARTICLE.replace(headline="Another"))
    ax = plots.plot_coverage([TONE, other])
    assert "Another" in {label.get_text() for label in ax.get_yticklabels()}


def make_frame() -> pd.DataFrame:
    generator = np.random.default_rng(0)
    dates = pd.date_range("2022-01-01", periods=100, freq="D").astype(str)
    outlet = ["A", "B"] * 50
    return pd.DataFrame({"tone": generator.normal(size=100), "published": dates, "outlet": outlet})


def test_corpus_plots() -> None:
    frame = make_frame()
    assert sum(p.get_height() for p in plots.plot_distribution(frame, "tone").patches) == 100
    assert len(plots.plot_distribution(frame, "tone", by="outlet").get_legend().texts) == 2
    months = plots.plot_timeline(frame, "tone").lines[0].get_ydata()
    assert len(months) == 4
    zoned = frame.assign(published=frame["published"] + "T10:00:00+02:00")
    assert len(plots.plot_timeline(zoned, "tone").lines[0].get_ydata()) == 4


def test_many_groups_are_cut_to_the_largest() -> None:
    frame = make_frame().assign(outlet=[f"outlet {min(i, 7)}" for i in range(100)])
    ax = plots.plot_distribution(frame, "tone", by="outlet")
    names = [text.get_text() for text in ax.get_legend().texts]
    assert len(names) == 5
    assert names[0] == "outlet 7 (93)"


PLOTS = {
    "sentences": lambda: plots.plot_sentences(TONE),
    "sentences of sources": lambda: plots.plot_sentences(nk.find_sources(ARTICLE)),
    "arc": lambda: plots.plot_arc(TONE),
    "scores": lambda: plots.plot_scores(READABILITY),
    "coverage": lambda: plots.plot_coverage([TONE, TONE], names=["a long headline " * 9, "b"]),
    "small multiples": lambda: plots.plot_small_multiples([READABILITY], [TONE])[0],
    "distribution": lambda: plots.plot_distribution(make_frame(), "tone", by="outlet"),
    "timeline": lambda: plots.plot_timeline(make_frame(), "tone"),
}


@pytest.mark.parametrize("name", PLOTS)
def test_nothing_is_cut_off(name: str) -> None:
    figure = PLOTS[name]().figure
    figure.draw_without_rendering()
    whole = figure.bbox
    for ax in figure.axes:
        box = ax.get_tightbbox()
        assert box.x0 >= whole.x0 - 1
        assert box.x1 <= whole.x1 + 1
        assert box.y0 >= whole.y0 - 1
        assert box.y1 <= whole.y1 + 1


def test_every_plot_names_a_picture_that_is_there() -> None:
    for name, plot in vars(plots).items():
        if name.startswith("plot_") and name != "plot_coverage":
            (picture,) = re.findall(r"docs/pictures/[\w-]+\.png", plot.__doc__)
            assert (ROOT / picture).exists()


def test_the_gallery_shows_what_is_there() -> None:
    gallery = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\((pictures/[^)]+)\)", gallery))
    there = {f"pictures/{path.name}" for path in (ROOT / "docs" / "pictures").iterdir()}
    assert shown == there
    size = sum(path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir())
    assert size < 3_000_000


def test_a_given_axes_is_drawn_on_and_returned() -> None:
    import matplotlib.pyplot as plt

    _, ax = plt.subplots()
    assert plots.plot_sentences(TONE, ax=ax) is ax


def test_what_cannot_be_drawn_says_why() -> None:
    with pytest.raises(UnknownName, match="tone"):
        plots.plot_distribution(make_frame(), "tones")
    with pytest.raises(InputError, match="date"):
        plots.plot_timeline(make_frame().assign(published=None), "tone")
    with pytest.raises(InputError, match="No grade"):
        plots.plot_scores(nk.score_readability("Le gouvernement a parlé. Il part.", language="fr"))
    with pytest.raises(InputError, match="at least one"):
        plots.plot_coverage([])
