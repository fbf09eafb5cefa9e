"""A real browser, and a real JupyterLab, for the explorers. Plain Playwright, no plugin.

Every page is watched: a request that leaves the machine or a word on the console fails the test.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from newskit.explorers._base import Explorer
from tests.browser.pages import OpenPage, Show, load_view, make_explorer

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "file:", "about:")
ON_PATH = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ON_PATH)), None)
    with sync_playwright() as playwright:
        path = found or playwright.chromium.executable_path
        if not Path(path).exists():
            pytest.fail(
                "No browser: set CHROMIUM, install chromium, or run `playwright install chromium`.",
                pytrace=False,
            )
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of 1280 × 900 that asks nobody for anything and has nothing to complain about."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    away: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda r: None if r.url.startswith(HERE) else away.append(r.url))
    page.on("websocket", lambda w: None if w.url.startswith(HERE) else away.append(w.url))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert away == [], "requests left the machine"
    assert complaints == [], "the browser complained"


@pytest.fixture
def open_page(page: Page, tmp_path: Path) -> Callable[..., Page]:
    """Open any explorer as a static page; ``expose`` its script and model to the test."""

    def _open(explorer: Explorer, ready: str, *, expose: bool = False) -> Page:
        path = tmp_path / "explorer.html"
        html = explorer.to_html()
        explorer.close()
        if expose:
            call = "render({ model, el: document"
            assert html.count(call) == 1
            exposed = "Object.assign(window, { render, model, subscribers: model.calls });"
            html = html.replace(call, exposed + call)
        path.write_text(html, encoding="utf-8")
        page.goto(path.as_uri())
        page.wait_for_selector(ready)
        return page

    return _open


@pytest.fixture
def show(open_page: OpenPage) -> Show:
    """Open an article explorer on a view, ours if none is given, as a static page."""

    def _show(view: dict | None = None, *, expose: bool = False, **options: object) -> Page:
        return open_page(make_explorer(view or load_view(), **options), ".nk-s", expose=expose)

    return _show


class Lab:
    """A running JupyterLab and the folder that it serves."""

    def __init__(self, base: str, token: str, folder: Path) -> None:
        self.base, self.token, self.folder = base, token, folder

    def ask(self, method: str, path: str) -> bytes:
        request = urllib.request.Request(
            f"{self.base}/{path}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read()

    def open(self, page: Page, name: str) -> None:
        """Open a notebook in a workspace of its own, and wait until its kernel is idle."""
        page.goto(
            f"{self.base}/lab/workspaces/{secrets.token_hex(4)}/tree/{name}"
            f"?token={self.token}&reset"
        )
        page.wait_for_function(
            "() => window.jupyterapp?.shell.currentWidget?.sessionContext"
            "?.session?.kernel?.status === 'idle'",
            timeout=90_000,
        )

    def run(self, page: Page, command: str = "notebook:run-all-cells", **arguments: object) -> None:
        page.evaluate(
            "([name, args]) => window.jupyterapp.commands.execute(name, args)", [command, arguments]
        )

    def change_theme(self, page: Page, name: str) -> None:
        """Change the theme; two changes within 200 ms trip JupyterLab over its splash screen."""
        self.run(page, "apputils:change-theme", theme=f"JupyterLab {name}")
        page.wait_for_selector("#jupyterlab-splash", state="detached")


@pytest.fixture(scope="package")
def lab_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    home = tmp_path_factory.mktemp("lab")
    folder = home / "notebooks"
    if (ROOT / "notebooks").is_dir():
        shutil.copytree(ROOT / "notebooks", folder)
    folder.mkdir(exist_ok=True)
    settings = home / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}
    (settings / "notification.jupyterlab-settings").write_text(json.dumps(quiet))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    log = home / "lab.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            _lab_command(port, token, folder),
            env=_lab_environment(home),
            stdout=output,
            stderr=output,
        )
    lab = Lab(f"http://127.0.0.1:{port}", token, folder)
    try:
        _wait_for(lab, log)
        yield lab
    finally:
        server.terminate()
        server.wait(30)


def _lab_command(port: int, token: str, folder: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--expose-app-in-browser",
        "--ip=127.0.0.1",
        f"--port={port}",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


def _lab_environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "IPYTHONDIR": str(home / "ipython"),
    }


def _wait_for(lab: Lab, log: Path, *, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError):
            lab.ask("GET", "api")
            return
        time.sleep(0.1)
    raise RuntimeError(log.read_text())


@pytest.fixture
def lab(lab_server: Lab) -> Iterator[Lab]:
    """JupyterLab; its kernels are shut down after the test, so that none is shared."""
    yield lab_server
    for session in json.loads(lab_server.ask("GET", "api/sessions")):
        lab_server.ask("DELETE", f"api/sessions/{session['id']}")
