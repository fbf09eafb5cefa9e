"""The curated notebooks in a running JupyterLab, as a newcomer meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Lab

pytestmark = [pytest.mark.browser, pytest.mark.lab]

# The other notebooks are run by nbval, and hold nothing that needs a front end but what these do.
FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = [FOLDER / f"{name}.ipynb" for name in ("00-start-here", "05-explorers")]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_shows_its_results_before_and_after_it_is_run(
    lab: Lab, page: Page, path: Path
) -> None:
    """Before: what was saved. After: every cell has run, none failed, nothing was fetched."""
    lab.open(page, path.name)
    expect(page.locator(".newskit-card, .newskit-fallback").first).to_be_visible()
    lab.run(page)
    errors = page.locator("[data-mime-type='application/vnd.jupyter.stderr'], .jp-RenderedText pre")
    assert not [text for text in errors.all_inner_texts() if "Traceback" in text]
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt").all_inner_texts()
    assert all(prompt.strip() not in ("[ ]:", "[*]:") for prompt in prompts)


def test_start_notebook_is_explored_by_mouse_and_keyboard(lab: Lab, page: Page) -> None:
    lab.open(page, "00-start-here.ipynb")
    lab.run(page)
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
