"""The article explorer in a running JupyterLab: what the user does arrives in Python, and back."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab
from tests.browser.pages import VIEW, load_view, make_explorer

pytestmark = [pytest.mark.browser, pytest.mark.lab]

MAKE = f"""
import json
from newskit.article import Span
from newskit.explorers.article import ArticleExplorer
view = json.load(open({str(VIEW)!r}, encoding="utf-8"))
starts = [0]
for sentence in view["sentences"]:
    starts.append(starts[-1] + len(sentence) + 1)
spans = tuple(Span(start, end - 1) for start, end in zip(starts, starts[1:]))
explorer = ArticleExplorer(view, sentence_spans=spans)
explorer
"""
ECHO = """
import ipywidgets
echo = ipywidgets.Label("nothing yet")
def show(change):
    echo.value = f"{explorer.lens} {explorer.selection} {explorer.filters}"
explorer.observe(show, ["selected", "lens", "filters"])
echo
"""


def write_button(code: str) -> str:
    """A cell with a button that runs code: Python moves the explorer while it is on the screen."""
    return f"""
import ipywidgets
button = ipywidgets.Button(description="From Python")
def move(_):
    {code}
button.on_click(move)
button
"""


def write_notebook(lab: Lab, name: str, *cells: str) -> None:
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        "cells": [
            {
                "cell_type": "code",
                "id": f"cell{i}",
                "metadata": {},
                "execution_count": None,
                "outputs": [],
                "source": source.strip(),
            }
            for i, source in enumerate(cells)
        ],
    }
    (lab.folder / name).write_text(json.dumps(notebook), encoding="utf-8")


def test_a_live_explorer_in_its_notebook(lab: Lab, page: Page) -> None:
    """Hand to Python, Python to screen, keys that stay, theme: in one notebook, for time."""
    move = 'explorer.lens, explorer.filters = "readability", {"classes": [4]}; explorer.select(6)'
    write_notebook(lab, "explorer.ipynb", MAKE, ECHO, write_button(move))
    lab.open(page, "explorer.ipynb")
    lab.run(page)
    expect(page.locator(".nk-s")).to_have_count(17)
    expect(page.locator(".newskit-fallback")).to_have_count(0)  # the live one wins
    check_hand_to_python(page)
    check_keys_stay(page)
    page.get_by_role("button", name="From Python").click()
    expect(page.locator(".nk-s").nth(6)).to_have_attribute("aria-selected", "true")
    expect(page.get_by_role("radio", name="Readability")).to_be_checked()
    expect(page.locator(".nk-class[aria-pressed=true]")).to_have_count(1)
    check_theme(lab, page)


def check_hand_to_python(page: Page) -> None:
    echo = page.locator(".widget-label")
    page.locator(".nk-s").nth(1).click()
    expect(echo).to_have_text("readability (Span(start=147, end=217),) {}")
    page.locator(".nk-s").nth(1).press("ArrowDown")
    expect(page.locator(".nk-s").nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    expect(echo).to_have_text(re.compile(r"readability \(Span\(start=218"))
    page.get_by_label("Only hard").check()
    expect(echo).to_have_text(re.compile(r"{'classes': \[3, 4\]}"))
    page.get_by_label("Part of the text").select_option("quoted")
    page.get_by_role("radio", name="Sentiment").check()  # classes belong to their lens
    expect(echo).to_have_text(re.compile(r"^sentiment .*{'part': 'quoted'}"))
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("slider").focus()
    page.keyboard.press("Escape")
    expect(echo).to_have_text("sentiment () {}")


def check_keys_stay(page: Page) -> None:
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    page.locator(".nk-s").nth(1).focus()
    for key in ("d", "d", "a", "x", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(cells)
    expect(page.locator(".nk-s").nth(2)).to_be_focused()


def check_theme(lab: Lab, page: Page) -> None:
    root = page.locator(".nk").first
    shade = page.locator(".nk-s[data-shade='4']").first
    before = root.evaluate("e => getComputedStyle(e).backgroundColor")
    fill = shade.evaluate("e => getComputedStyle(e).backgroundColor")
    lab.change_theme(page, "Dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    expect(root).not_to_have_css("background-color", before)
    expect(shade).not_to_have_css("background-color", fill)
    lab.change_theme(page, "Light")
    expect(root).to_have_css("background-color", before)


def test_an_unrun_notebook_shows_the_fallback(lab: Lab, page: Page) -> None:
    """Saved with its output, opened where nobody has run it and nobody trusts it."""
    bundle, _ = make_explorer(load_view())._repr_mimebundle_()
    write_notebook(lab, "saved.ipynb", MAKE)
    path = lab.folder / "saved.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0]["outputs"] = [
        {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": bundle}
    ]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    lab.open(page, "saved.ipynb")
    expect(page.locator(".newskit-fallback")).to_contain_text("Twelve members were in favour")
