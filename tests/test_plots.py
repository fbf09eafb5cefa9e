from __future__ import annotations

from collections.abc import Iterator

import matplotlib as mpl
import numpy as np
import pandas as pd
import pytest

import newskit as nk
from newskit import plots
from newskit.errors import InputError, UnknownName

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


def test_arc_goes_through_the_moving_mean() -> None:
    ax = plots.plot_arc(TONE)
    line = ax.lines[-1].get_ydata()
    values = TONE.sentences["value"].to_numpy()
    assert line[5] == pytest.approx(values[3:8].mean())


def test_grades_stand_with_their_intervals() -> None:
    ax = plots.plot_scores(READABILITY)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert "SMOG" in names
    assert "Spache (revised)" not in names
    smog = READABILITY["smog_grade"]
    ends = [tuple(line.get_xdata()) for line in ax.lines]
    assert (smog.low, smog.high) in ends


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
