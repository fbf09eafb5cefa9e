"""What the coverage explorer shows: several articles on one event, each lens on one common scale.

A view is JSON-safe: no nan (``None`` with a reason beside it). Each article brings its whole view
along, so that it can be opened where no kernel is.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from newskit.article import Article
from newskit.cards import shorten
from newskit.errors import InputError
from newskit.explorers.make_view import view_scores
from newskit.explorers.rows import clean_number, make_row, say_number
from newskit.readability.metric import Score
from newskit.readability.scores import CAVEAT, INTERVAL_NOTE, Readability, score_readability
from newskit.sentiment.distribution import say_value
from newskit.sentiment.scores import Sentiment, score_sentiment
from newskit.sources.ledger import CAVEAT as SOURCES_CAVEAT
from newskit.sources.ledger import Sources, find_sources, say_share

View = dict[str, Any]

MOST = 12  # rows that a reader can still compare at a glance
_LEAD = 320  # characters of a lead that are shown
# The score that stands for readability: the first that most of the articles have. All have
# bootstrap intervals, which the consensus of the formulas has not.
_STANDARDS = ("flesch_kincaid_grade", "lix")
_STEPS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)


def view_coverage(articles: Sequence[Article], *, engine: str = "tone") -> View:
    """Return the view of 2 to 12 articles beside one another, scored here.

    Raises InputError, UnknownName.

    >>> pair = [Article(text="It was good. It ended."), Article(text="It was bad. It went on.")]
    >>> [row["value"] for row in view_coverage(pair)["lenses"][1]["rows"]]
    ['+0.58', '−0.64']
    """
    if not 2 <= len(articles) <= MOST:
        raise InputError(
            f"A coverage explorer compares 2 to {MOST} articles; got {len(articles)}. "
            "One: explore(article). Many: explore(measure(articles))."
        )
    sources = [find_sources(article) for article in articles]
    for i, found in enumerate(sources):
        if not found.segments.sentences:
            raise InputError(f"There is no word in article {i}, so there is nothing to explore.")
    grades = [score_readability(article) for article in articles]
    tones = [score_sentiment(article, engine=engine) for article in articles]
    scores = zip(grades, tones, sources, strict=True)
    views = [view_scores(grade, [tone], found) for grade, tone, found in scores]
    return {
        "title": f"{len(articles)} articles, side by side",
        "about": _describe_all(articles),
        "articles": [_describe(*pair) for pair in zip(articles, views, strict=True)],
        "lenses": [
            _align_readability(grades, views),
            _align_sentiment(tones, views),
            _align_sources(sources, views),
        ],
    }


def _describe_all(articles: Sequence[Article]) -> list[list[str]]:
    """Return what is said of all together: outlets, and first and last date."""
    outlets = list(dict.fromkeys(article.outlet for article in articles if article.outlet))
    dates = sorted({article.published[:10] for article in articles if article.published})
    span = " to ".join(dict.fromkeys((dates[0], dates[-1]))) if dates else ""
    record = [["outlets", ", ".join(outlets)], ["published", span]]
    return [[name, value] for name, value in record if value]


def _describe(article: Article, view: View) -> View:
    first, end = view["paragraphs"][0]
    facts = (article.outlet, article.published and article.published[:10], article.section)
    n = len(view["sentences"])
    return {
        "title": view["title"],
        "headline": article.headline,
        "outlet": article.outlet,
        "published": article.published,
        "about": [*filter(None, facts), f"{n:,}\u00a0sentence{'' if n == 1 else 's'}"],
        "lead": shorten(" ".join(view["sentences"][first:end]), _LEAD),
        "view": view,
    }


def _align_readability(results: Sequence[Readability], views: Sequence[View]) -> View:
    def count_values(name: str) -> int:
        return sum(not result[name].reason for result in results)

    name = max(_STANDARDS, key=count_values)  # the first of the best
    scores = [result[name] for result in results]
    metric = scores[0].metric
    lens = {
        "name": "readability",
        "label": "Readability",
        "column": name,
        "measure": f"{metric.label} ({metric.unit})".replace(" ()", ""),
        "higher_is": metric.higher_is,
        "caveat": f"{CAVEAT} {INTERVAL_NOTE.split('. The first row')[0]}.",
        "rows": [_row_of_score(score) for score in scores],
    }
    return _complete(lens, views, limits=(-math.inf, math.inf))


def _align_sentiment(results: Sequence[Sentiment], views: Sequence[View]) -> View:
    engine = results[0].engine
    lens = {
        "name": "sentiment",
        "label": "Sentiment",
        "column": f"{engine.name}_mean",
        "measure": f"Mean tone ({engine.label})",
        "higher_is": "more positive",
        "caveat": engine.caveat,
        "rows": [
            make_row(
                "",
                result.mean,
                say_value(result.mean),
                bounds=(result.low, result.high),
                interval=result.distribution.interval or None,
                reason=result.reason,
            )
            for result in results
        ],
    }
    return _complete(lens, views, limits=(engine.low, engine.high))


def _align_sources(results: Sequence[Sources], views: Sequence[View]) -> View:
    lens = {
        "name": "sources",
        "label": "Sources",
        "column": "attributed_share",
        "measure": "Attributed words",
        "key": [[2, "named"], [1, "named, in quotes"], [3, "unnamed"], [4, "hearsay"]],
        "higher_is": "more attributed",
        "caveat": SOURCES_CAVEAT,
        "rows": [_row_of_sources(result) for result in results],
    }
    scale = {"ticks": [0.0, 0.5, 1.0], "tick_labels": ["0 %", "50 %", "100 %"]}
    return _complete(lens, views, limits=(0, 1)) | scale


def _row_of_sources(result: Sources) -> View:
    """Return the shares of an article, to be drawn one after another, and its count of voices."""
    unnamed, hearsay = result.unnamed_share, result.hearsay_share
    voices = f"{result.n_voices} voice{'' if result.n_voices == 1 else 's'}, {result.n_named} named"
    voices = f"{voices}; {say_share(unnamed)} unnamed".replace(" %", "\u00a0%")
    parts = [result.attributed_share - unnamed, unnamed, hearsay]
    return make_row(
        "",
        result.attributed_share,
        say_share(result.attributed_share),
        interval=None if result.reason else voices,
        reason=result.reason,
        parts=[] if result.reason else list(map(clean_number, parts)),
        counts={
            "unnamed_share": clean_number(unnamed),
            "hearsay_share": clean_number(hearsay),
            "n_voices": None if result.reason else result.n_voices,
            "n_named_voices": None if result.reason else result.n_named,
        },
    )


def _complete(lens: View, views: Sequence[View], *, limits: tuple[float, float]) -> View:
    """Add the common scale, and say whose sentences are measured by another measure."""
    of_sentences = [
        next(one for one in view["lenses"] if one["name"] == lens["name"])["measure"]["label"]
        for view in views
    ]
    usual = Counter(of_sentences).most_common(1)[0][0]
    for row, label in zip(lens["rows"], of_sentences, strict=True):
        row["other"] = None if label == usual else f"sentences by {label.lower()}, another measure"
    known = [
        number
        for row in lens["rows"]
        for number in (row["number"], row["low"], row["high"])
        if number is not None
    ]
    ticks = choose_ticks(known, limits=limits)
    return {
        **lens,
        "of_sentences": usual,
        "ticks": ticks,
        "tick_labels": [f"{tick:g}".replace("-", "−") for tick in ticks],
        "diverging": limits[0] < 0 < limits[1] and math.isfinite(limits[0]),
    }


def _row_of_score(score: Score) -> View:
    shown = "no value" if score.reason else say_number(score.value)
    interval = (
        None if math.isnan(score.low) else f"{say_number(score.low)} to {say_number(score.high)}"
    )
    bounds = (score.low, score.high)
    return make_row("", score.value, shown, bounds=bounds, interval=interval, reason=score.reason)


def choose_ticks(values: Sequence[float], *, limits: tuple[float, float]) -> list[float]:
    """Return round numbers, three to six, that take in all values: the common scale.

    >>> choose_ticks([8.9, 12.3, 10.0], limits=(0, 18))
    [8.0, 9.0, 10.0, 11.0, 12.0, 13.0]
    >>> choose_ticks([], limits=(-1, 1))
    []
    """
    if not values:
        return []
    low, high = min(values), max(values)
    step = next((step for step in _STEPS if (high - low) / step <= 4), _STEPS[-1])
    first, last = math.floor(low / step), math.ceil(high / step)
    last = max(last, first + 2)
    if math.isfinite(limits[1]):
        last = min(last, round(limits[1] / step))
        first = max(min(first, last - 2), round(limits[0] / step))
    return [round(step * k, 6) for k in range(first, last + 1)]
