"""The curated notebooks in a running JupyterLab, as a newcomer meets them.

Two of them: the others are run by nbval and hold nothing that needs a front end but what these do.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab

pytestmark = [pytest.mark.browser, pytest.mark.lab]


def run_notebook(lab: Lab, page: Page, name: str) -> None:
    """Before it is run: what was saved. After: every cell has run, none failed."""
    lab.open(page, name)
    expect(page.locator(".newskit-card, .newskit-fallback").first).to_be_visible()
    lab.run(page)
    errors = page.locator("[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText pre")
    assert not [text for text in errors.all_inner_texts() if "Traceback" in text]
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt").all_inner_texts()
    assert all(prompt.strip() not in ("[ ]:", "[*]:") for prompt in prompts)


def test_the_three_explorers_come_to_life(lab: Lab, page: Page) -> None:
    run_notebook(lab, page, "05-explorers.ipynb")
    for name in (".nk-reader", ".nk-coverage", ".nk-corpus"):
        expect(page.locator(name)).to_have_count(1)
    assert page.locator(".nk-reader .nk-s:not(.nk-dimmed)").count() == 2  # as the cells set it
    page.locator(".nk-corpus .nk-row[data-at='0']").click()  # loaded by the kernel
    expect(page.locator(".nk-corpus .nk-inner .nk-s").first).to_be_visible()


def test_start_notebook_is_explored_by_mouse_and_keyboard(lab: Lab, page: Page) -> None:
    run_notebook(lab, page, "00-start-here.ipynb")
    root = page.locator(".nk").first
    root.scroll_into_view_if_needed()
    sentences = root.locator(".nk-s")
    expect(sentences).to_have_count(20)
    sentences.nth(2).click()
    expect(sentences.nth(2)).to_have_attribute("aria-selected", "true")
    expect(root).to_contain_text("Sentence 3 of 20")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(sentences.nth(3)).to_have_attribute("aria-selected", "true")
    root.get_by_role("radio", name="Sentiment").check()
    expect(root).to_contain_text("Mean tone")
