"""The coverage explorer where no script runs: each article with its lead and its values as HTML."""

from __future__ import annotations

from newskit.cards import escape
from newskit.explorers.page import View, drop_surrogates


def render_coverage(view: View) -> str:
    """Return the view of a coverage as plain HTML."""
    rows = "".join(_row(view, i) for i in range(len(view["articles"])))
    heads = "".join(f"<th>{escape(lens['measure'])}</th>" for lens in view["lenses"])
    caveats = "".join(f"<p><small>{escape(lens['caveat'])}</small></p>" for lens in view["lenses"])
    return drop_surrogates(
        f'<div class="newskit-fallback" style="max-width:60rem;line-height:1.5">'
        f"<p><b>{escape(view['title'])}</b></p>"
        f"<table><tr><th>Article</th>{heads}</tr>{rows}</table>{caveats}</div>"
    )


def _row(view: View, i: int) -> str:
    article = view["articles"][i]
    cells = "".join(
        f'<td style="text-align:left;vertical-align:top"><b>{escape(row["value"])}</b>'
        f"<br><small>{escape(row['reason'] or row['interval'] or '')}</small></td>"
        for row in (lens["rows"][i] for lens in view["lenses"])
    )
    return (
        f'<tr><td dir="auto" style="text-align:start;vertical-align:top">'
        f"<b>{escape(article['title'])}</b>"
        f"<br><small>{escape(' · '.join(article['about']))}</small>"
        f"<br>{escape(article['lead'])}</td>{cells}</tr>"
    )
