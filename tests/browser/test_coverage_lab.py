"""The coverage explorer in a running JupyterLab: traits arrive in Python, and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab
from tests.browser.test_article_lab import write_button, write_notebook

pytestmark = [pytest.mark.browser, pytest.mark.lab]

MAKE = """
from newskit.explorers.dispatch import explore_coverage
from tests.browser.stories import STORIES
explorer = explore_coverage(STORIES)
explorer
"""
ECHO = """
import ipywidgets
echo = ipywidgets.Label("nothing yet")
def show(change):
    echo.value = f"{explorer.selection} {explorer.opened} {explorer.order} {explorer.lens}"
explorer.observe(show, ["chosen", "opened", "order", "lens"])
echo
"""
BACK = "explorer.opened = 0; explorer.select(1, 3)"


def test_mouse_and_keys_arrive_in_python_and_back(lab: Lab, page: Page) -> None:
    write_notebook(lab, "coverage.ipynb", MAKE, ECHO, write_button(BACK))
    lab.open(page, "coverage.ipynb")
    lab.run(page)
    expect(page.locator(".nk-article")).to_have_count(4)
    echo = page.locator(".widget-label")
    page.locator("[data-tick='2']").check()
    expect(echo).to_have_text("(2,) -1 given readability")
    page.locator("[data-open='1']").press("Enter")
    expect(echo).to_have_text("(2,) 1 given readability")
    page.get_by_role("radio", name="Sentiment").check()
    page.get_by_label("Order").select_option("sentiment")
    expect(echo).to_have_text("(2,) 1 sentiment sentiment")
    root = page.locator(".nk-coverage")
    before = root.evaluate("e => getComputedStyle(e).backgroundColor")
    lab.change_theme(page, "Dark")
    expect(root).not_to_have_css("background-color", before)
    lab.change_theme(page, "Light")
    page.get_by_role("button", name="From Python").click()
    expect(page.locator(".nk-inner .nk-s")).to_have_count(7)
    expect(page.locator("[data-tick='3']")).to_be_checked()
