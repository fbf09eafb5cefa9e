"""The card: how newskit's objects show themselves in a notebook, as one inert piece of HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable

# Inline, because a notebook strips <style> from the outputs of others; the colours are the host's
# where it has a theme (JupyterLab's variables) and follow the text colour elsewhere.
CARD_STYLE = (
    "border:1px solid var(--jp-border-color2,#8888);border-radius:6px;padding:12px 16px;"
    "max-width:46rem;line-height:1.5;overflow-wrap:anywhere"
)
NAME_STYLE = (
    "text-align:left;vertical-align:top;padding:2px 14px 2px 0;font-weight:600;"
    "white-space:nowrap;background:none;border:0"
)
VALUE_STYLE = "text-align:left;vertical-align:top;padding:2px 0;background:none;border:0"


def escape(value: object) -> str:
    """Return ``value`` as text that is inert in HTML, inside attributes too.

    >>> escape('<b a="1">')
    '&lt;b a=&quot;1&quot;&gt;'
    """
    return html.escape(str(value), quote=True)


def shorten(text: str, width: int) -> str:
    """Return ``text`` on one line, cut at ``width`` characters with an ellipsis.

    >>> shorten("one  two three", 9)
    'one two…'
    """
    # Only the beginning is looked at: a paragraph may be 300 kB long.
    line = " ".join(text[: width * 4].split())
    return line if len(line) <= width else line[: width - 1].rsplit(" ", 1)[0] + "…"


def render_card(title: str, *, rows: Iterable[tuple[str, str]], notes: Iterable[str] = ()) -> str:
    """Return an HTML card of names and values, with notes beneath. Everything is escaped.

    >>> "&lt;script&gt;" in render_card("<script>", rows=[("n", "1")])
    True
    """
    body = "".join(
        f'<tr style="background:none"><th scope="row" style="{NAME_STYLE}">{escape(name)}</th>'
        f'<td dir="auto" style="{VALUE_STYLE}">{escape(value)}</td></tr>'
        for name, value in rows
    )
    foot = "".join(
        f'<p style="margin:6px 0 0;font-size:.92em;opacity:.85">{escape(note)}</p>'
        for note in notes
    )
    return (
        f'<div class="newskit-card" style="{CARD_STYLE}">'
        f'<div dir="auto" style="font-weight:700;font-size:1.15em;margin-bottom:6px">'
        f"{escape(title)}</div>"
        f'<table style="border-collapse:collapse;margin:0">{body}</table>{foot}</div>'
    )
