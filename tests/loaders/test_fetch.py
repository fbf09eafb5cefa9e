"""Polite loading of addresses, against a server on this machine."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import newskit as nk
from newskit.errors import InputError, UnsupportedSource
from newskit.loaders import fetch, page_cache
from newskit.loaders.fetch import AGENT, Fetcher

PAGE = (Path(__file__).parents[1] / "pages" / "arc-bridge.html").read_bytes()
ROBOTS = b"User-agent: *\nDisallow: /private\nCrawl-delay: 2\n"


class Handler(BaseHTTPRequestHandler):
    seen: list[tuple[str, str]] = []
    busy = 0

    def do_GET(self) -> None:
        Handler.seen.append((self.path, self.headers["User-Agent"]))
        if self.path == "/tagged" and self.headers.get("If-None-Match") == '"1"':
            return self.answer(304, b"", {})
        if self.path == "/busy" and Handler.busy > 0:
            Handler.busy -= 1
            return self.answer(429, b"", {"Retry-After": "3"})
        if self.path == "/trickle":
            return self.trickle()
        found = {
            "/robots.txt": (200, ROBOTS),
            "/story": (200, PAGE),
            "/busy": (200, PAGE),
            "/tagged": (200, PAGE),
            "/moved": (301, b""),
            "/to-private": (301, b""),
            "/round": (301, b""),
            "/broken-off": (200, PAGE),
            "/login": (403, b"no"),
            **{f"/story?{n}": (200, PAGE) for n in range(4)},
            "/latin": (200, PAGE.decode().replace("crowns", "café").encode("cp1252")),
        }
        status, data = found.get(self.path, (404, b"gone"))
        charset = "windows-1252" if self.path == "/latin" else "utf-8"
        headers = {"Content-Type": f"text/html; charset={charset}", "ETag": '"1"'}
        targets = {"/to-private": "/private/story", "/round": "/round"}
        return self.answer(status, data, headers | {"Location": targets.get(self.path, "/story")})

    def trickle(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        for at in range(0, 300, 10):
            try:
                self.wfile.write(PAGE[at : at + 10])
            except OSError:  # whoever asked has gone
                return
            time.sleep(0.1)

    def answer(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            if name != "Location" or status == 301:
                self.send_header(name, value)
        announced = len(data) + 999 * (self.path == "/broken-off")
        self.send_header("Content-Length", str(announced))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Handler.seen.clear()
    pauses: list[float] = []
    monkeypatch.setattr(fetch, "FETCHER", Fetcher(sleep=pauses.append))
    monkeypatch.setattr(fetch.FETCHER, "pauses", pauses, raising=False)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_article_from_an_address(host: str) -> None:
    article = nk.load_article(f"{host}/story")
    assert article.headline == "Harbour bridge reopens after eleven weeks of repairs"
    assert article.provenance
    assert article.provenance.source == f"{host}/story"
    assert article.provenance.retrieved
    assert [path for path, _ in Handler.seen] == ["/robots.txt", "/story"]
    assert {agent for _, agent in Handler.seen} == {AGENT}


def test_second_time_comes_from_memory_and_hosts_are_given_time(host: str) -> None:
    nk.load_article(f"{host}/story")
    nk.load_article(f"{host}/story#part")
    assert len(Handler.seen) == 2
    assert max(fetch.FETCHER.pauses) > 1.5  # type: ignore[attr-defined] # the Crawl-delay


def test_robots_are_heeded(host: str) -> None:
    with pytest.raises(UnsupportedSource, match=r"robots\.txt"):
        nk.load_article(f"{host}/private/story")
    assert [path for path, _ in Handler.seen] == ["/robots.txt"]


def test_retry_after_is_waited_for(host: str) -> None:
    Handler.busy = 1
    assert nk.load_article(f"{host}/busy").text
    assert 3.0 in fetch.FETCHER.pauses  # type: ignore[attr-defined]


def test_busy_for_long_is_an_error(host: str) -> None:
    Handler.busy = 9
    with pytest.raises(UnsupportedSource, match="busy"):
        nk.load_article(f"{host}/busy")
    Handler.busy = 0


@pytest.mark.parametrize(("path", "said"), [("/nowhere", "no such page"), ("/login", "login")])
def test_answers_that_are_no_page(host: str, path: str, said: str) -> None:
    with pytest.raises(UnsupportedSource, match=said):
        nk.load_article(host + path)


def test_a_server_that_sends_byte_by_byte_is_given_up_in_time(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "TIMEOUT", 0.5)
    start = time.monotonic()
    with pytest.raises(InputError, match="took longer"):
        nk.load_article(f"{host}/trickle")
    assert time.monotonic() - start < 1.5


def test_who_finds_no_page_is_sent_to_no_browser(host: str) -> None:
    with pytest.raises(UnsupportedSource, match="Check the address") as refusal:
        nk.load_article(f"{host}/nowhere")
    assert "browser" not in str(refusal.value)


def test_redirect_and_charset_of_the_header(host: str) -> None:
    assert nk.load_article(f"{host}/moved").text
    article = nk.load_article(f"{host}/latin")
    assert "café" in article.text
    assert article.provenance
    assert article.provenance.charset_origin == "HTTP header"


def test_page_that_is_too_large(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 500)
    with pytest.raises(InputError, match="500"):
        nk.load_article(f"{host}/story")


def test_unreachable_and_malformed() -> None:
    with pytest.raises(InputError, match="reached"):
        Fetcher().fetch("http://127.0.0.1:9/x")
    with pytest.raises(InputError, match="address"):
        Fetcher().fetch("ftp://example.org/x")


def times(path: str) -> int:
    return sum(seen == path for seen, _ in Handler.seen)


def test_nothing_is_written_without_a_folder(host: str, tmp_path: Path) -> None:
    nk.load_article(f"{host}/tagged")
    assert not list(tmp_path.iterdir())


def test_cached_page_is_asked_again_when_it_is_old(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, folder = f"{host}/tagged", tmp_path / "pages"
    first = nk.load_article(url, cache=folder)
    fetch.FETCHER.pages.clear()
    assert nk.load_article(url, cache=folder) == first
    assert times("/tagged") == 1
    monkeypatch.setattr(page_cache, "FRESH", -1.0)
    fetch.FETCHER.pages.clear()
    assert nk.load_article(url, cache=folder).text == first.text  # status 304
    assert times("/tagged") == 2
    [kept] = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])  # damaged: the digest says so
    fetch.FETCHER.pages.clear()
    [again] = nk.load_articles([url], cache=folder)
    assert again.text == first.text
    assert times("/tagged") == 3


def test_cache_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "LARGEST_CACHE", 2_500)
    page = page_cache.Fetched(b"x" * 1000, "https://x.example/", None, "2023-05-16T00:00:00+00:00")
    for n in range(4):
        page_cache.write_cached(tmp_path, f"https://x.example/{n}", page)
    assert len(list(tmp_path.iterdir())) == 2


def test_pages_in_memory_stay_few(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_REMEMBERED", 2)
    for n in range(4):
        fetch.FETCHER.fetch(f"{host}/story?{n}" if n else f"{host}/tagged")
    assert len(fetch.FETCHER.pages) == 2


def test_a_page_is_not_followed_to_where_robots_may_not_go(host: str) -> None:
    with pytest.raises(nk.NewskitError, match=r"robots\.txt .* /?.*private/story"):
        nk.load_article(f"{host}/to-private")
    assert times("/private/story") == 0


def test_a_page_that_is_sent_on_and_on_is_given_up(host: str) -> None:
    with pytest.raises(nk.NewskitError, match="sent on and on"):
        nk.load_article(f"{host}/round")


def test_a_page_that_breaks_off_is_none(host: str) -> None:
    with pytest.raises(nk.NewskitError, match="broke off after"):
        nk.load_article(f"{host}/broken-off")


def test_what_is_remembered_is_asked_again_after_a_minute(
    host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetch.FETCHER.fetch(f"{host}/tagged")
    fetch.FETCHER.fetch(f"{host}/tagged")
    assert times("/tagged") == 1
    monkeypatch.setattr(fetch, "_REMEMBERED_FOR", -1.0)
    fetch.FETCHER.fetch(f"{host}/tagged")
    assert times("/tagged") == 2


def test_a_page_in_memory_is_kept_in_the_folder_too(host: str, tmp_path: Path) -> None:
    nk.load_article(f"{host}/tagged")
    nk.load_article(f"{host}/tagged", cache=tmp_path / "pages")
    assert len(list((tmp_path / "pages").iterdir())) == 1
    assert times("/tagged") == 1


def test_a_refusal_has_a_public_name(host: str) -> None:
    with pytest.raises(nk.NewskitError) as caught:
        nk.load_article(f"{host}/login")
    assert type(caught.value).__name__ == "UnsupportedSource"
