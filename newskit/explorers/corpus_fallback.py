"""The corpus explorer where no script runs: its measures, groups and first headlines as HTML."""

from __future__ import annotations

from collections.abc import Sequence

from newskit.cards import escape
from newskit.explorers.corpus_columns import View
from newskit.explorers.page import drop_surrogates

_HEADLINES = 10
_NAMES = 8


def render_corpus(view: View, headlines: Sequence[str]) -> str:
    """Return the view of a corpus as plain HTML: quartiles a measure, groups, first headlines."""
    rows = "".join(_row(measure) for measure in view["measures"])
    heads = "".join(f"<th>{name}</th>" for name in ("measure", "middle half", "median", "n/a"))
    groups = "".join(_group(group) for group in view["groups"])
    notes = "".join(f"<p><small>{escape(note)}</small></p>" for note in view["notes"])
    firsts = "".join(f'<li dir="auto">{escape(text)}</li>' for text in headlines[:_HEADLINES])
    return drop_surrogates(
        f'<div class="newskit-fallback" style="max-width:46rem;line-height:1.5">'
        f"<p><b>{escape(view['title'])}</b></p>{notes}"
        f"<table><tr>{heads}</tr>{rows}</table>{groups}"
        f"{f'<p>First headlines</p><ul>{firsts}</ul>' if firsts else ''}</div>"
    )


def _row(measure: View) -> str:
    digits = measure["digits"]
    low, middle, high = (
        (f"{number:,.{digits}f}" for number in measure["quartiles"])
        if measure["quartiles"]
        else ("–", "–", "–")
    )
    name = f"{measure['label']} ({measure['unit']})".removesuffix(" ()")
    return (
        f'<tr><th style="text-align:left">{escape(name)}</th>'
        f"<td>{low} to {high}</td><td>{middle}</td><td>{measure['missing']:,}</td></tr>"
    )


def _group(group: View) -> str:
    names = ", ".join(group["values"][:_NAMES])
    more = len(group["values"]) - _NAMES
    rest = f" and {more:,} more" if more > 0 else ""
    return f'<p dir="auto"><small>{escape(group["label"])}: {escape(names)}{rest}</small></p>'
