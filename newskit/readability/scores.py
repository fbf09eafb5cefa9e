"""``score_readability``: every formula on one article, with intervals, reasons and workings."""

from __future__ import annotations

import dataclasses
import math
import re
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
from newskit.readability.counts import Counts, CountTable, count
from newskit.readability.formulas import FORMULAS, SPACED
from newskit.readability.languages import LANGUAGE_FORMULAS
from newskit.readability.metric import Metric, Score
from newskit.readability.word_counts import FIELDS
from newskit.text.language import Language, find_language
from newskit.text.syllables import can_count_syllables

if TYPE_CHECKING:
    import pandas as pd

    from newskit.readability.hints import Hint

METRICS: tuple[Metric, ...] = FORMULAS + LANGUAGE_FORMULAS

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
# Written without spaces between words: nothing that counts words can be right.
UNSPACED = frozenset("zh ja th lo km my bo dz".split())
_MOST_FIGURES = 0.5
# Languages whose sentences begin with a capital, and the length above which one must be there.
CASED = frozenset("en de es fr it nl ru pt sv da no pl".split())
_SHORT = 8
_SENTENCE_END = re.compile(r"[.!?…۔।؟][\"'”’»)\]]*(?:\s|$)|[。！？]")


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
        try:
            return self.scores[name]
        except KeyError:
            raise UnknownName.among("readability metric", name, self.scores) from None

    def __iter__(self) -> Iterator[Score]:
        return iter(self.scores.values())

    @cached_property
    def consensus(self) -> Score:
        """The median of the grade formulas; ``low`` and ``high`` are the lowest and highest."""
        names = CONSENSUS.get(self.language.code, ())
        known = [self[name].value for name in names if not math.isnan(self[name].value)]
        reason = None
        if not known:
            reason = (
                self[names[0]].reason
                if names
                else (f"There is no set of grade formulas for the language {self.language.code!r}.")
            )
        unit = self[names[0]].metric.unit if names else _CONSENSUS_METRIC.unit
        return Score(
            metric=dataclasses.replace(_CONSENSUS_METRIC, unit=unit),
            value=median(known) if known else math.nan,
            counts=self.counts,
            reason=reason,
            low=min(known, default=math.nan),
            high=max(known, default=math.nan),
        )

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
        """One row a sentence: text, counts, its own grade, and the grade without it."""
        from newskit.readability.parts import describe_sentences

        return describe_sentences(self)

    @property
    def words(self) -> pd.DataFrame:
        """One row a word: where it stands, its counts, what makes it hard."""
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
        counts = f"{self.counts.n_words:,} words, {self.counts.n_sentences:,} sentences"
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
        cautions = {caution for score in self for caution in score.cautions}
        return render_card(
            f"Readability: {self.article.headline or 'article'}",
            rows=[("Language", self.language.describe()), ("Counts", _say(self.counts)), *rows],
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
    guessed offline. Undefined scores are nan with a reason. Raises EmptyText for no text.

    >>> result = score_readability("The cat sat on the mat. It purred, and then it slept.")
    >>> round(result["flesch_reading_ease"].value, 1)
    116.1
    """
    article = as_article(article)
    spoken = find_language(article.text, given=language or article.language)
    table = count(article.text, language=spoken.code)
    counts = table.total()
    trouble = find_trouble(article.text, counts, spoken)
    intervals = {} if trouble else bootstrap(table, list_fitting(spoken.code), seed=seed)
    doubt = f" (Language: {spoken.describe()}; language=… overrides it.)" if spoken.guessed else ""
    foreign = explain_foreign(spoken.code)
    scores = {}
    for metric in METRICS:
        if metric.name in foreign:
            reason: str | None = trouble or foreign[metric.name] + doubt
        else:
            reason = trouble or explain_absence(metric, counts, spoken.code)
        if reason:
            scores[metric.name] = Score(metric, math.nan, counts, reason)
            continue
        low, high = intervals.get(metric.name, (math.nan, math.nan))
        cautions = find_cautions(metric, counts)
        value = metric.compute(counts)
        scores[metric.name] = Score(metric, value, counts, None, low, high, cautions)
    return Readability(article, spoken, scores, counts, table, seed)


@lru_cache(maxsize=64)
def list_fitting(language: str) -> tuple[Metric, ...]:
    """Return the metrics made for a language.

    >>> list_fitting("zh")
    ()
    """
    return tuple(metric for metric in METRICS if fits_language(metric, language))


def fits_language(metric: Metric, language: str) -> bool:
    """Whether a metric was made for a language (or for all that are written with spaces)."""
    return language in metric.languages or (metric.languages == SPACED and language not in UNSPACED)


@lru_cache(maxsize=64)
def explain_foreign(language: str) -> Mapping[str, str]:
    """Return, by name, why the metrics that were not made for a language have no value in it."""
    available = ", ".join(metric.name for metric in list_fitting(language)) or "none"
    return {
        metric.name: f"{metric.label} was not made for the language {language!r}. "
        f"Available: {available}."
        for metric in METRICS
        if not fits_language(metric, language)
    }


def find_trouble(text: str, counts: Counts, language: Language) -> str | None:
    """Return why nothing can be scored, or None."""
    if language.code in UNSPACED:
        return f"Words are not separated by spaces in this language ({language.code}): no counts."
    if counts.n_words == 0:
        return "There is no word in the text."
    if counts.n_numbers > _MOST_FIGURES * counts.n_words:
        return "More than half of the words are figures: a table, not prose."
    if not _SENTENCE_END.search(text):
        return "No sentence ends in this text (no . ! ? …), so its sentences cannot be counted."
    if language.code in CASED and not any(map(str.isupper, text)) and counts.n_words > _SHORT:
        return "There is no capital in this text, so the ends of its sentences cannot be seen."
    return None


def explain_absence(metric: Metric, counts: Counts, language: str) -> str | None:
    """Return why a metric made for this language has no value for this text, or None."""
    if any("syllable" in name for name in metric.inputs):
        if not can_count_syllables(language):
            return f"Syllables cannot be counted in the language {language!r}."
        if language == "ar" and counts.n_syllables < 2 * counts.n_words:
            return "The vowel signs are not written in this text, so syllables cannot be counted."
    if counts.n_words < metric.min_words:
        return f"Too short: {counts.n_words} words; {metric.label} needs {metric.min_words}."
    if counts.n_sentences < metric.min_sentences:
        return (
            f"Too short: {counts.n_sentences} sentences; {metric.label} needs "
            f"{metric.min_sentences}."
        )
    return None


def find_cautions(metric: Metric, counts: Counts) -> tuple[str, ...]:
    """Return what a reader of this value must know about the size of this text."""
    cautions = []
    if counts.n_words < metric.made_for_words:
        cautions.append(
            f"{counts.n_words} words; {metric.label} was made for {metric.made_for_words} or more."
        )
    if counts.n_sentences < metric.made_for_sentences:
        cautions.append(
            f"{counts.n_sentences} sentences, scaled to the {metric.made_for_sentences} that "
            f"{metric.label} was made for."
        )
    return tuple(cautions)


def bootstrap(
    table: CountTable, metrics: tuple[Metric, ...], *, seed: int
) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each metric that adds up over sentences.

    None below five sentences, none for metrics that count a word once in the whole text, and
    none for reading time, which is the length itself.
    """
    n = len(table.rows)
    usable = [
        metric
        for metric in metrics
        if "n_unique_unfamiliar" not in metric.inputs and metric.inputs != ("n_words",)
    ]
    if n < MIN_SENTENCES or not usable:
        return {}
    # Only what the formulas ask for is drawn.
    asked = {name for metric in usable for name in metric.inputs}
    columns = [i for i, name in enumerate(FIELDS) if name in asked]
    sums = draw_sums(table.rows[:, columns].astype(np.float64), seed=seed)
    totals = {FIELDS[i]: row for i, row in zip(columns, sums, strict=True)}
    totals["n_sentences"] = np.full(DRAWS, float(n))
    values = np.empty((len(usable), DRAWS))
    for row, metric in zip(values, usable, strict=True):
        row[:] = metric.function(*[totals[name] for name in metric.inputs])
    bounds = middle_95(values).tolist()
    return {metric.name: (low, high) for metric, (low, high) in zip(usable, bounds, strict=True)}


def describe_score(score: Score) -> str:
    """Return a score as a phrase: value, unit, interval, or the reason why there is none."""
    if score.reason:
        return f"no value: {score.reason}"
    interval = "" if math.isnan(score.low) else f" ({score.low:.1f} to {score.high:.1f})"
    validity = "" if score.metric.human_r is None else f" [r {score.metric.human_r:.2f}]"
    flag = " †" if score.cautions else ""
    return f"{score.value:.1f} {score.metric.unit}{interval}{validity}{flag}"


def _say(counts: Counts) -> str:
    return (
        f"{counts.n_words:,} words, {counts.n_sentences:,} sentences, "
        f"{counts.n_syllables:,} syllables, {counts.n_unfamiliar_words:,} unfamiliar words, "
        f"{counts.n_names:,} names"
    )
