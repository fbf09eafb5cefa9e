"""How the article explorer looks: at every width, in light and dark, and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import (
    Show,
    load_view,
    make_explorer,
    sentence,
)

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [320, 640, 1280])
@pytest.mark.parametrize("lens", ["readability", "sentiment"])
def test_nothing_overflows_sideways(show: Show, page: Page, width: int, lens: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    show(lens=lens)
    sentence(page, 4).click()
    page.get_by_role("button", name="Copy as code").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    columns = page.evaluate(
        "() => ['.nk-text', '.nk-panel']"
        ".map((name) => document.querySelector(name).getBoundingClientRect().left)"
    )
    assert (abs(columns[0] - columns[1]) < 30) == (width <= 640)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lens", ["readability", "sentiment"])
def test_text_is_legible_on_every_shade(show: Show, page: Page, scheme: str, lens: str) -> None:
    page.emulate_media(color_scheme=scheme)
    show(lens=lens)
    page.get_by_role("searchbox").fill("ferry")
    expect(page.locator(".nk-dimmed").first).to_be_visible()
    ratios = page.evaluate(CONTRAST)
    assert len(ratios) > 30
    assert min(ratios.values()) >= 4.5, {k: v for k, v in ratios.items() if v < 4.5}


CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratios = {};
  for (const node of document.querySelectorAll(".nk *")) {
    const own = [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || node.closest("[hidden], svg, .nk-live") || !node.getClientRects().length) continue;
    const grounds = [];
    for (let at = node; at; at = at.parentElement)
      grounds.unshift(getComputedStyle(at).backgroundColor);
    const a = light(over(grounds));
    const b = light(over([...grounds, getComputedStyle(node).color]));
    const key = `${node.className}|${node.dataset.shade ?? ""}|${node.textContent.slice(0, 20)}`;
    ratios[key] = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return ratios;
}"""


def test_the_page_follows_the_readers_scheme(show: Show, page: Page) -> None:
    show()
    ground = "getComputedStyle(document.querySelector('.nk')).backgroundColor"
    page.emulate_media(color_scheme="light")
    light = page.evaluate(ground)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) != light


def test_without_script_the_text_is_still_there(browser, tmp_path) -> None:
    path = tmp_path / "page.html"
    make_explorer(load_view()).to_html(path)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    expect(page.get_by_text("Twelve members were in favour")).to_be_visible()
    context.close()
