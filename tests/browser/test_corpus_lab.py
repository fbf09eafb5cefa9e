"""The corpus explorer in a running JupyterLab: filters arrive in Python, articles open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab
from tests.browser.test_article_lab import write_button, write_notebook

pytestmark = [pytest.mark.browser, pytest.mark.lab]

MAKE = """
from newskit.explorers.corpus import CorpusExplorer
from tests.browser.stories import STORIES
from tests.explorers.test_corpus_explorer import FRAME
explorer = CorpusExplorer(FRAME, open_article=lambda row: STORIES[0])
explorer
"""
ECHO = """
import ipywidgets
echo = ipywidgets.Label("nothing yet")
def show(change):
    echo.value = f"{explorer.selection.sum()} {explorer.query()} {explorer.opened}"
explorer.observe(show, ["filters", "opened"])
echo
"""
BACK = 'explorer.filters = {"headline": "ära"}; explorer.order = "-n_words"'


def test_filters_arrive_in_python_and_back(lab: Lab, page: Page) -> None:
    write_notebook(lab, "corpus.ipynb", MAKE, ECHO, write_button(BACK))
    lab.open(page, "corpus.ipynb")
    lab.run(page)
    expect(page.locator(".nk-row[data-at='1']")).to_contain_text("Story 1 of the Ferry")
    echo = page.locator(".widget-label")
    page.locator(".nk-name", has_text="Voice").click()
    expect(echo).to_have_text('20 outlet in ["Voice"] -1')
    page.locator(".nk-row[data-at='2']").click()
    expect(page.locator(".nk-inner .nk-s")).to_have_count(7)
    expect(echo).to_have_text('20 outlet in ["Voice"] 7')
    root = page.locator(".nk-corpus")
    before = root.evaluate("e => getComputedStyle(e).backgroundColor")
    lab.change_theme(page, "Dark")
    expect(root).not_to_have_css("background-color", before)
    lab.change_theme(page, "Light")
    page.get_by_role("button", name="From Python").click()
    expect(page.locator(".nk-found").first).to_have_text("20 of 60 articles")
    expect(page.get_by_role("searchbox").first).to_have_value("ära")
