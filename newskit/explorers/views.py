"""What an explorer shows, as a plain dict: every decision is made here, the script only draws.

A view is JSON-safe: no nan (``None`` with a reason beside it), offsets in code points.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from newskit.article import Article, Span
from newskit.explorers.rows import clean_number, make_row, say_number
from newskit.readability import parts
from newskit.readability.counts import describe_words
from newskit.readability.formulas import flesch_kincaid_grade
from newskit.readability.metric import Score
from newskit.readability.scores import CAVEAT, CONSENSUS, INTERVAL_NOTE, Readability
from newskit.readability.word_counts import FIELDS
from newskit.sentiment.parts import cut_at_quotes
from newskit.text.quotes import find_quotes
from newskit.text.segments import Segments

View = dict[str, Any]

# Upper bounds of the classes of a sentence's own grade, and what the legend calls them. The cuts
# are those of school: primary, middle, high school, college, beyond.
GRADE_CUTS = (6.0, 10.0, 14.0, 18.0)
GRADE_LABELS = ("up to grade 6", "6–10", "10–14", "14–18", "above 18")
# Where no grade formula fits the language, sentences are shaded by their length in words.
LENGTH_CUTS = (12.0, 18.0, 24.0, 32.0)
LENGTH_LABELS = ("up to 12 words", "13–18", "19–24", "25–32", "above 32")


def view_article(
    article: Article, segments: Segments, *, language: str, lenses: Sequence[View]
) -> View:
    """Return the view of one article under some lenses, in their order.

    >>> from newskit.text.segment import segment
    >>> article = Article(text="It was good. It was bad.")
    >>> view_article(article, segment(article), language="en", lenses=[])["paragraphs"]
    [[0, 2]]
    """
    n = len(segments.paragraphs)
    stretches = (segments.sentences_of(i) for i in range(n))
    return {
        "title": article.headline or "Article without headline",
        "language": language,
        "record": [[k, v] for k, v in article.record().items() if k not in ("headline", "rights")],
        "paragraphs": [[stretch.start, stretch.stop] for stretch in stretches],
        "sentences": [span.of(segments.text) for span in segments.sentences],
        "quoted": _find_quoted(segments),
        "lenses": list(lenses),
    }


def _find_quoted(segments: Segments) -> list[bool]:
    """Return which sentences stand in quotation marks for half of their words or more."""

    def count(spans: Sequence[Span]) -> int:
        return sum(len(span.of(segments.text).split()) for span in spans)

    cut = cut_at_quotes(segments.sentences, find_quotes(segments.text))
    return [count(inside) >= max(1, count(outside)) for outside, inside in cut]


def view_readability(result: Readability, segments: Segments) -> View:
    """Return the readability lens: sentences by their own grade, hard words, scores, hints."""
    rows = result.table.rows
    graded = not result["flesch_kincaid_grade"].reason
    counted = parts.is_defined(result, "n_words")
    lengths = [int(row[0]) if counted else None for row in rows]
    grades = [clean_number(grade) for grade in parts.grade_sentences(rows)]
    values: list[float | None] = grades if graded else list(lengths)
    cuts, labels = (GRADE_CUTS, GRADE_LABELS) if graded else (LENGTH_CUTS, LENGTH_LABELS)
    formulas = CONSENSUS.get(result.language.code, ()) if graded else ()
    return {
        "name": "readability",
        "label": "Readability",
        "measure": {
            "label": "Flesch–Kincaid grade" if graded else "Sentence length",
            "unit": "US grade" if graded else "words",
            "low": 0,
            "high": 24 if graded else 50,
            "middle": None,
            "higher_is": "harder",
        },
        "summary": [
            _view_score(result.consensus, marks=[result[name].value for name in formulas]),
            *map(_view_score, result.shown),
        ],
        "values": values,
        "shown": ["–" if v is None else say_number(v, ".1f" if graded else ".0f") for v in values],
        "shades": [None if v is None else sum(v > cut for cut in cuts) for v in values],
        "legend": [{"shade": i, "label": label} for i, label in enumerate(labels)],
        "focus": {
            "label": f"Only hard: above grade {cuts[2]:g}"
            if graded
            else "Only long: above 24 words",
            "shades": [3, 4],
        },
        "words": _mark_hard_words(result, segments) if graded else [[] for _ in rows],
        "kinds": {
            "unfamiliar": "unfamiliar: not on the Dale–Chall list",
            "complex": "complex: three or more syllables, no name or compound",
        }
        if graded
        else {},
        "details": _detail_sentences(result) if graded else _detail_lengths(lengths),
        "hints": [
            {"text": str(hint), "sentence": hint.sentence}
            for hint in (result.hints() if graded else ())
        ],
        "caveat": f"{CAVEAT} {INTERVAL_NOTE} Language: {result.language.describe()}.",
    }


def _view_score(score: Score, *, marks: Sequence[float] = ()) -> View:
    metric = score.metric
    has_interval = not math.isnan(score.low)
    return make_row(
        metric.label,
        score.value,
        "no value"
        if score.reason
        else say_number(score.value) + " min" * (metric.unit == "minutes"),
        bounds=(score.low, score.high),
        scale=(metric.low, metric.high),
        interval=f"{score.bounds}: {say_number(score.low)} to {say_number(score.high)}"
        if has_interval
        else None,
        reason=score.reason,
        note=" ".join([score.explain(), *score.cautions, metric.caveat]),
        marks=list(filter(None, map(clean_number, marks))),
    )


def _mark_hard_words(result: Readability, segments: Segments) -> list[list[list[Any]]]:
    rows = describe_words(result.article.text, language=result.language.code)
    unfamiliar, complex_ = (FIELDS.index(f"n_{kind}_words") for kind in ("unfamiliar", "complex"))
    syllables = FIELDS.index("n_syllables")
    marked: list[list[list[Any]]] = []
    for i, sentence in enumerate(segments.sentences):
        marks: list[list[Any]] = []
        first = segments.first_words[i]
        for row, span in zip(rows[first:], segments.words_of(i), strict=False):
            if row[unfamiliar] or row[complex_]:
                kind = "complex" if row[complex_] else "unfamiliar"
                also = " and unfamiliar" if row[complex_] and row[unfamiliar] else ""
                note = f"{row[syllables]} syllables{also}" if row[syllables] > 1 else "unfamiliar"
                marks.append([span.start - sentence.start, span.end - sentence.start, kind, note])
        marked.append(marks)
    return marked


def _detail_sentences(result: Readability) -> list[list[list[str]]]:
    rows = result.table.rows
    without = parts.grade_without(rows)
    whole = result["flesch_kincaid_grade"].value
    details = []
    for row, grade in zip(rows, without, strict=True):
        counts = dict(zip(FIELDS, row.tolist(), strict=True))
        words, syllables = counts["n_words"], counts["n_syllables"]
        own = flesch_kincaid_grade(words, 1, syllables)
        working = f"0.39 × {words} / 1 + 11.8 × {syllables} / {words} − 15.59"
        unfamiliar, complex_ = counts["n_unfamiliar_words"], counts["n_complex_words"]
        lines = [
            ["Grade of this sentence", say_number(own), working],
            ["Words", f"{words}", ""],
            ["Syllables", f"{syllables}", f"{syllables / words:.2f} a word"],
            ["Unfamiliar words", f"{unfamiliar}", "Dale–Chall list; names are familiar"],
            ["Complex words", f"{complex_}", "three or more syllables, Gunning's rules"],
        ]
        if not math.isnan(grade):
            change = f"{say_number(whole)} with it: {say_number(grade - whole, '+.2f')}"
            lines.append(["Article without it", say_number(grade), change])
        details.append(lines)
    return details


def _detail_lengths(lengths: Sequence[int | None]) -> list[list[list[str]]]:
    return [[] if n is None else [["Words", f"{n}", ""]] for n in lengths]
