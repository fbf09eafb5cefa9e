"""``score_readability``: every formula on one article, with intervals, reasons and workings."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from newskit.article import Article, as_article
from newskit.cards import render_card
from newskit.errors import UnknownName
from newskit.intervals import DRAWS, MIN_SENTENCES, draw_sums, middle_95
from newskit.readability.counts import Counts, CountTable, count, say_count
from newskit.readability.formulas import read_level
from newskit.readability.limits import METRICS as METRICS
from newskit.readability.limits import (
    explain_absence,
    explain_contradiction,
    explain_foreign,
    find_cautions,
    find_trouble,
    find_warnings,
    fits_language,
    keep_defined,
    list_fitting,
)
from newskit.readability.metric import Consensus, Metric, Score
from newskit.readability.word_counts import FIELDS
from newskit.text.language import Language, find_language, read_code

if TYPE_CHECKING:
    import pandas as pd

    from newskit.readability.hints import Hint

# The grade formulas that were made for running prose read by adults, by language; their median
# is the consensus. Spache is for primary school, FORCAST for forms: they would drag it.
CONSENSUS: dict[str, tuple[str, ...]] = {
    "en": (
        "flesch_kincaid_grade",
        "gunning_fog_grade",
        "smog_grade",
        "coleman_liau_grade",
        "ari_grade",
        "linsear_write_grade",
    ),
    "de": ("wiener_1_grade", "wiener_2_grade", "wiener_3_grade", "wiener_4_grade"),
}

# Metrics that only fall as another rises, and are read off it: their bounds are read off its own.
_READ_OFF = {"dale_chall_1995_grade": ("dale_chall_1995_cloze", read_level)}


@dataclass(frozen=True)
class Readability:
    """What the formulas say of one article. Look scores up by name: ``result["smog_grade"]``.

    ``consensus`` is the median of the grade formulas with their spread as its bounds;
    ``language`` says how the language was known. The bounds of the other scores are a 95 %
    bootstrap interval: the article's own sentences are drawn 1,000 times with replacement (seed
    ``seed``), each draw is scored, and the middle 95 % is kept.
    """

    article: Article
    language: Language
    scores: Mapping[str, Score]
    counts: Counts
    table: CountTable
    seed: int

    def __getitem__(self, name: str) -> Score:
        if name == _CONSENSUS_METRIC.name:
            return self.consensus
        try:
            return self.scores[name]
        except KeyError:
            known = (_CONSENSUS_METRIC.name, *self.scores)
            raise UnknownName.among("readability metric", name, known) from None

    def __iter__(self) -> Iterator[Score]:
        return iter(self.scores.values())

    @cached_property
    def consensus(self) -> Consensus:
        """The median of the grade formulas; ``low`` and ``high`` are the lowest and highest."""
        made = [self[name] for name in CONSENSUS.get(self.language.code, ())]
        known = [score for score in made if not score.reason]
        values = [score.value for score in known]
        reason = (made or [self["lix"]])[0].reason or (
            f"There is no set of grade formulas for the language {self.language.code!r}."
        )
        unit = made[0].metric.unit if made else _CONSENSUS_METRIC.unit
        metric = dataclasses.replace(_CONSENSUS_METRIC, unit=unit)
        return Consensus(
            metric=metric,
            value=median(values) if values else math.nan,
            counts=self.counts,
            reason=None if values else reason,
            low=min(values, default=math.nan),
            high=max(values, default=math.nan),
            cautions=(*self.warnings, *find_cautions(metric, self.counts)) if values else (),
            grades=tuple(known),
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """What speaks against every value: another language than said, or capitals alone."""
        found = find_warnings(self.article.text, self.counts.n_words, self.language)
        return () if all(score.reason for score in self) else found

    @property
    def shown(self) -> tuple[Score, ...]:
        """The scores made for the article's language; all for English where there are none."""
        made = tuple(s for s in self if fits_language(s.metric, self.language.code))
        return made or tuple(s for s in self if fits_language(s.metric, "en"))

    def explain(self, name: str) -> str:
        """Return the formula of one metric with this article's numbers in it."""
        return self[name].explain()

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: text, counts, its own grade, and the grade without it.

        A count that means nothing in the language is nan, as in ``counts``.
        """
        from newskit.readability.parts import describe_sentences

        return describe_sentences(self)

    @property
    def words(self) -> pd.DataFrame:
        """One row a word: where it stands, its counts, what makes it hard.

        ``unfamiliar_words`` and ``reasons`` go by the list of Dale and Chall; the count
        ``n_unique_unfamiliar`` of a text goes by that of Spache.
        """
        from newskit.readability.parts import describe_words_of

        return describe_words_of(self)

    def hints(self) -> tuple[Hint, ...]:
        """Return the three changes that lower the grade most, each exactly computed."""
        from newskit.readability.hints import find_hints
        from newskit.text.segment import segment

        if self["flesch_kincaid_grade"].reason:
            return ()
        return find_hints(self.table, segment(self.article), language=self.language.code)

    def bands(self) -> pd.DataFrame:
        """Where the article stands among articles of known outlets; see :mod:`.bands`."""
        from newskit.readability.bands import compare_with_references

        return compare_with_references(self)

    def compare(self, other: str = "textstat") -> pd.DataFrame:
        """Return our values beside those of another tool, with the counts that explain them."""
        from newskit.readability.comparison import compare_with

        return compare_with(self, other)

    def to_frame(self) -> pd.DataFrame:
        """Return the scores as a table: one row a metric."""
        import pandas as pd

        rows = [
            {
                "metric": score.metric.name,
                "label": score.metric.label,
                "value": score.value,
                "low": score.low,
                "high": score.high,
                "unit": score.metric.unit,
                "reason": score.reason,
                "cautions": "; ".join(score.cautions),
                "reference": score.metric.reference,
                "human_r": score.metric.human_r,
                "caveat": score.metric.caveat,
            }
            for score in (self.consensus, *self)
        ]
        return pd.DataFrame(rows).set_index("metric")

    def __repr__(self) -> str:
        counts = "; ".join((_say(self.counts, _BRIEFLY), *self.warnings))
        value = self.consensus
        if value.reason:
            return f"<Readability: no grade ({value.reason}); {counts}>"
        return (
            f"<Readability: grade {value.value:.1f} (median of the grade formulas, "
            f"{value.low:.1f} to {value.high:.1f}); {counts}>"
        )

    def _repr_html_(self) -> str:
        rows = [
            (score.metric.label, describe_score(score)) for score in (self.consensus, *self.shown)
        ]
        cautions = {caution for score in (self.consensus, *self) for caution in score.cautions}
        return render_card(
            f"Readability: {self.article.headline or 'article'}",
            rows=[
                ("Language", self.language.describe()),
                ("Counts", _say(self.counts, _IN_FULL)),
                *rows,
            ],
            notes=[*sorted(cautions), INTERVAL_NOTE, VALIDITY_NOTE, CAVEAT],
        )


INTERVAL_NOTE = (
    "Intervals are 95 %, from 1,000 draws of the article's own sentences; they say how much the "
    "value would move had the same writer written other sentences. The first row shows the "
    "spread of the formulas instead."
)
VALIDITY_NOTE = (
    "r in brackets: correlation with human ratings of ease on 4,724 excerpts (CLEAR corpus). Even "
    "the best formula explains about a third of what readers say."
)
CAVEAT = (
    "Formulas see the length of words and sentences, not sense, order or the reader. They do not "
    "say whether a text is good."
)

_CONSENSUS_METRIC = Metric(
    name="consensus_grade",
    label="Consensus grade",
    function=lambda: math.nan,
    formula="median of the grade formulas for the language",
    unit="US grade",
    low=0,
    high=18,
    higher_is="harder",
    languages=tuple(CONSENSUS),
    reference="The formulas' own rows.",
    caveat="The formulas disagree by 3.7 grades on the average BBC article: look at the spread.",
)


def score_readability(
    article: Article | str, *, language: str | None = None, seed: int = 0
) -> Readability:
    """Score an article with every formula made for its language.

    ``language`` (an ISO 639-1 code) overrides the article's own; where neither is given it is
    guessed offline. Undefined scores are nan with a reason. Where the text is clearly in another
    language than the article says, there is no score; where it is in another than ``language``,
    every score has a caution. Raises EmptyText for no text, InputError for no language.

    >>> result = score_readability("The cat sat on the mat. It purred, and then it slept.")
    >>> round(result["flesch_reading_ease"].value, 1)
    116.1
    """
    article = as_article(article)
    asked = read_code(language, strict=True) if language is not None else None
    spoken = find_language(article.text, given=asked or article.language)
    table = count(article.text, language=spoken.code)
    counts = table.total()
    wrong = None if asked else explain_contradiction(spoken, insisted=False)
    trouble = find_trouble(article.text, counts, spoken) or wrong
    warnings = find_warnings(article.text, counts.n_words, spoken)
    known = keep_defined(counts, spoken.code)
    intervals = {} if trouble else bootstrap(table, spoken.code, seed=seed)
    is_short = len(table.rows) < MIN_SENTENCES
    short = (f"No interval: it takes {MIN_SENTENCES} sentences or more.",) if is_short else ()
    doubt = f" (Language: {spoken.describe()}; language=… overrides it.)" if spoken.guessed else ""
    foreign = explain_foreign(spoken.code)
    scores = {}
    for metric in METRICS:
        if metric.name in foreign:
            reason: str | None = trouble or foreign[metric.name] + doubt
        else:
            reason = trouble or explain_absence(metric, counts, spoken.code)
        if reason:
            scores[metric.name] = Score(metric, math.nan, known, reason)
            continue
        low, high = intervals.get(metric.name, (math.nan, math.nan))
        cautions = (*warnings, *find_cautions(metric, counts), *short)
        value = metric.compute(counts)
        scores[metric.name] = Score(metric, value, known, None, low, high, cautions)
    return Readability(article, spoken, scores, known, table, seed)


def bootstrap(table: CountTable, language: str, *, seed: int) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each metric of a language that adds up over sentences.

    None below five sentences, none for metrics that count a word once in the whole text, and
    none for reading time, which is the length itself.
    """
    n = len(table.rows)
    usable, columns = _list_drawn(language)
    if n < MIN_SENTENCES or not usable:
        return {}
    sums = draw_sums(table.rows.take(columns, axis=1).astype(np.float32), seed=seed)
    totals = {FIELDS[i]: row for i, row in zip(columns, sums, strict=True)}
    totals["n_sentences"] = np.full(DRAWS, n, dtype=np.float32)
    values = np.empty((len(usable), DRAWS), dtype=np.float32)
    for row, metric in zip(values, usable, strict=True):
        row[:] = metric.function(*[totals[name] for name in metric.inputs])
    bounds = middle_95(values).tolist()
    found = {metric.name: (low, high) for metric, (low, high) in zip(usable, bounds, strict=True)}
    for name, (base, read) in _READ_OFF.items():
        if base in found:
            high, low = read(np.array(found[base])).tolist()
            found[name] = low, high
    return found


@lru_cache(maxsize=64)
def _list_drawn(language: str) -> tuple[tuple[Metric, ...], list[int]]:
    """Return the metrics that are drawn for a language, and the columns that they ask for."""
    usable = tuple(
        metric
        for metric in list_fitting(language)
        if "n_unique_unfamiliar" not in metric.inputs
        and metric.inputs != ("n_words",)
        and metric.name not in _READ_OFF
    )
    asked = {name for metric in usable for name in metric.inputs}
    return usable, [i for i, name in enumerate(FIELDS) if name in asked]


def describe_score(score: Score) -> str:
    """Return a score as a phrase: value, unit, interval, or the reason why there is none."""
    if score.reason:
        return f"no value: {score.reason}"
    interval = "" if math.isnan(score.low) else f" ({score.low:.1f} to {score.high:.1f})"
    validity = "" if score.metric.human_r is None else f" [r {score.metric.human_r:.2f}]"
    flag = " †" if score.cautions else ""
    return f"{score.value:.1f} {score.metric.unit}{interval}{validity}{flag}"


_BRIEFLY = ("n_words", "n_sentences")
_IN_FULL = (*_BRIEFLY, "n_syllables", "n_unfamiliar_words", "n_names")


def _say(counts: Counts, names: tuple[str, ...]) -> str:
    """Return the counts that the language has, as a phrase."""
    said = {name[2:-1].replace("_", " "): getattr(counts, name) for name in names}
    return ", ".join(say_count(n, noun) for noun, n in said.items() if not math.isnan(n))
