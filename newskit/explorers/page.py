"""HTML from a view: the page that needs no kernel, and the fallback that needs no script either."""

from __future__ import annotations

import base64
import gzip
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from newskit.cards import escape

View = Mapping[str, Any]

# Translucent, because the fallback does not know whether its host is light or dark.
SHADES = {**{level: f"rgba(105,88,190,{0.12 * level:.2f})" for level in range(1, 5)}}
TONES = {
    **{level: f"rgba(0,114,178,{0.13 * level:.2f})" for level in range(1, 4)},
    **{-level: f"rgba(213,94,0,{0.13 * level:.2f})" for level in range(1, 4)},
}
GROUPS = {
    1: "rgba(0,114,178,0.2)",
    2: "rgba(213,94,0,0.2)",
    3: "rgba(0,158,115,0.25)",
    4: "rgba(204,121,167,0.35)",
}

# The page runs on what is in it: a browser that obeys this policy cannot fetch anything else.
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"

# Unpacks the page; a model in it stands in for the one that a notebook would provide.
SHIM = """
const packed = atob(document.getElementById("packed").textContent);
const bytes = new Blob([Uint8Array.from(packed, (letter) => letter.charCodeAt(0))]).stream();
const unpacked = new Response(bytes.pipeThrough(new DecompressionStream("gzip")));
const { state, script, style } = await unpacked.json();
for (const [tag, text] of [["style", style], ["script", script]]) {
  document.head.append(Object.assign(document.createElement(tag), { textContent: text }));
}
const model = localModel(state);
render({ model, el: document.getElementById("explorer") });
"""


@cache
def read_script(*names: str) -> str:
    """Return scripts joined, without whole-line comments and indentation: every page carries them.

    >>> "function render(" in read_script("shared.js", "lens.js", "article.js")
    True
    """
    text = re.sub(r"^\s*(//.*|/\*\*[\s\S]*?\*/)$", "", _read(names), flags=re.MULTILINE)
    return re.sub(r"\n\s*", "\n", text).strip()


@cache
def read_style(*names: str) -> str:
    """Return style sheets joined, without comments and the white space that means nothing.

    >>> "/*" in read_style("shared.css", "article.css")
    False
    """
    text = re.sub(r"/\*[\s\S]*?\*/", "", _read(names))
    return re.sub(r"\s*([{};,])\s*", r"\1", text).strip()


def _read(names: tuple[str, ...]) -> str:
    folder = resources.files("newskit.explorers") / "static"
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


def pack(value: object) -> str:
    """Return JSON, compressed and in base 64: a third of the size, and inert in any page.

    >>> pack({"text": "</script>"})[:4]
    'H4sI'
    """
    text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def render_page(
    state: Mapping[str, Any], *, title: str, fallback: str, script: str, style: str
) -> str:
    """Return a self-contained page: script, style and state packed inside, nothing fetched.

    ``fallback`` is what a reader without scripts sees; the script replaces it.
    """
    # Put in as a plain script, not as a module: what it declares is then there for the shim.
    plain = script.replace("export default { render };", "")
    packed = pack({"state": state, "script": plain, "style": style})
    page = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">
<title>{escape(title)}</title>
<body class="nk-page">
<main id="explorer" data-level="1">{fallback}</main>
<script type="application/gzip" id="packed">{packed}</script>
<script type="module">{SHIM}</script>
</body>
</html>
"""
    return drop_surrogates(page)


def drop_surrogates(text: str) -> str:
    """Return text that can be written as UTF-8: half a character pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def render_fallback(view: View, lens_name: str) -> str:
    """Return the view of an article as plain HTML: readable where neither kernel nor script is.

    Each sentence carries its value in small type, so that colour is never the only channel.
    """
    lens = next(lens for lens in view["lenses"] if lens["name"] == lens_name)
    record = " · ".join(f"{escape(name)} {escape(value)}" for name, value in view["record"])
    paragraphs = "".join(
        f'<p dir="auto">{" ".join(_sentence(view, lens, i) for i in range(first, end))}</p>'
        for first, end in view["paragraphs"]
    )
    return drop_surrogates(
        f'<div class="newskit-fallback" style="max-width:46rem;line-height:1.6">'
        f'<p dir="auto"><b>{escape(view["title"])}</b><br><small>{record}</small></p>'
        f"{_legend(lens)}{paragraphs}{_summary(lens)}{_sources(lens)}"
        f"<p><small>{escape(lens['caveat'])}</small></p></div>"
    )


def _sentence(view: View, lens: View, i: int) -> str:
    value = f'<sup style="line-height:0"><small>{escape(lens["shown"][i])}</small></sup>'
    text = f"{escape(view['sentences'][i])}{value}"
    colour = _colours(lens).get(lens["shades"][i])
    return f'<span style="background:{colour}">{text}</span>' if colour else text


def _legend(lens: View) -> str:
    colours = _colours(lens)
    swatches = " ".join(
        f'<span style="background:{colours.get(item["shade"], "none")}">{escape(item["label"])}'
        "</span> ·"
        for item in lens["legend"]
    ).removesuffix(" ·")
    measure = lens["measure"]
    name = f"{escape(measure['label'])} ({escape(measure['unit'])}) by sentence"
    return f"<p><small>{name}: {swatches}; higher is {escape(measure['higher_is'])}</small></p>"


def _summary(lens: View) -> str:
    rows = "".join(
        f'<tr><th style="text-align:left">{escape(row["label"])}</th>'
        f'<td style="text-align:left">{escape(row["value"])}</td>'
        f'<td style="text-align:left">{escape(row["reason"] or row["interval"] or "")}</td></tr>'
        for row in lens["summary"]
    )
    return f"<table>{rows}</table>"


def _sources(lens: View) -> str:
    """Return the voices and the claims of the sources lens as lists."""
    voices = [f"{voice['name']}, {voice['share']}" for voice in lens.get("voices", ())]
    claims = [f"{claim['text']} ({claim['source']})" for claim in lens.get("claims", ())]
    return "".join(
        f'<p dir="auto"><b>{title}</b> {"; ".join(map(escape, items))}</p>'
        for title, items in (("Who speaks:", voices), ("To check:", claims))
        if items
    )


def _colours(lens: View) -> dict[int, str]:
    if lens.get("scale") == "groups":
        return GROUPS
    return TONES if any(item["shade"] < 0 for item in lens["legend"]) else SHADES
