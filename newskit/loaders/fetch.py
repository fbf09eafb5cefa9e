"""Polite HTTP: robots.txt is asked, one request a host at a time, bounded in size and time.

Nothing is fetched unless a person gives an address, and no wall is gone around: a page that asks
for a login, a payment or a consent is reported as that.
"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from newskit import version
from newskit.errors import InputError, UnsupportedSource
from newskit.loaders.page_cache import Fetched, read_cached, write_cached

AGENT = f"newskit/{version()} (news analysis; fetches a page when its user asks for it)"
INTERVAL = 1.0  # seconds between two requests to one host, where robots.txt asks for no more
TIMEOUT = 20.0  # seconds for a whole answer
LARGEST = 20_000_000  # bytes; an article page of 5 MB is rare
PATIENCE = 30.0  # the longest Retry-After that is waited for
_TRIES = 3
_BUSY = (429, 503)
_UNCHANGED = 304
_SENT_ON = (301, 302, 303, 307, 308)
_HOPS = 6  # addresses of one page, each sending on to the next
_REMEMBERED = 50  # pages in memory
_REMEMBERED_FOR = 60.0  # seconds; a feed has changed after them
_REASONS = {
    401: "asks for a login",
    402: "asks for a payment",
    403: "refuses programs, or asks for a login",
    404: "has no such page",
    410: "has taken the page down",
    451: "may not show the page for legal reasons",
}
_GONE = dict.fromkeys((404, 410), "Check the address, or look for the page in an archive.")
_ADVICE = "Open the page in a browser, save it there, and load the saved file."


@dataclass
class Fetcher:
    """Fetches pages and remembers them, the rules of each host, and when it last asked there."""

    interval: float = INTERVAL
    sleep: Callable[[float], None] = time.sleep
    pages: dict[str, Fetched] = field(default_factory=dict)
    rules: dict[str, RobotFileParser] = field(default_factory=dict)
    asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str, *, cache: str | None = None) -> Fetched:
        """Return the page at ``url``. Raises UnsupportedSource, InputError with the reason.

        Pages are kept in the folder ``cache``, where one is given: a page that is there is asked
        for again after a day, and sent again only if it was changed.
        """
        url = _check_address(url)
        folder = Path(cache).expanduser() if cache else None
        kept = read_cached(folder, url) if folder else None
        known = kept or self.pages.get(url)
        if known is None or not (known.is_fresh if kept else known.age < _REMEMBERED_FOR):
            try:
                known = self._renew(url, known)
            except _Answer as answer:
                raise UnsupportedSource(str(answer)) from answer
        if folder and known is not kept:
            write_cached(folder, url, known)
        self.pages[url] = known
        while len(self.pages) > _REMEMBERED:
            self.pages.pop(next(iter(self.pages)))
        return known

    def _renew(self, url: str, known: Fetched | None) -> Fetched:
        """Ask for a page, and for what it is sent on to: every address by the rules of its host."""
        for _ in range(_HOPS):
            self._check_rules(url)
            found = self._ask(url, known)
            if isinstance(found, Fetched):
                return found
            url, known = found, None
        raise InputError(f"{url} is sent on and on: more than {_HOPS} times.")

    def _check_rules(self, url: str) -> None:
        if not self._rules_for(url).can_fetch(AGENT, url):
            raise UnsupportedSource(
                f"The robots.txt of {urlsplit(url).netloc} asks programs not to fetch {url}. "
                + _ADVICE
            )

    def _rules_for(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self.rules:
            rules = RobotFileParser()
            try:
                rules.parse(self._read_rules(f"{host}/robots.txt").splitlines())
            except _Answer as answer:
                # RFC 9309: no rules (4xx) allow all; a server in trouble (5xx) allows nothing.
                rules.parse([] if answer.status < 500 else ["User-agent: *", "Disallow: /"])
            self.rules[host] = rules
        return self.rules[host]

    def _read_rules(self, url: str) -> str:
        for _ in range(_HOPS):
            found = self._ask(url)
            if isinstance(found, Fetched):
                return found.data.decode("utf-8", "replace")
            url = found
        return ""  # RFC 9309: sent on too often counts as no rules

    def _ask(self, url: str, known: Fetched | None = None) -> Fetched | str:
        """Return the answer of one address, or the address that it sends on to."""
        for attempt in range(1, _TRIES + 1):
            self._wait_turn(urlsplit(url).netloc)
            try:
                return self._open(url, known)
            except urllib.error.HTTPError as error:
                if error.code == _UNCHANGED and known:
                    return replace(known, retrieved=_now())
                if error.code in _SENT_ON and (target := error.headers.get("Location")):
                    return _check_address(urljoin(url, target))
                pause = _retry_after(error.headers)
                if error.code not in _BUSY or attempt == _TRIES or pause > PATIENCE:
                    raise _Answer(url, error.code, pause) from error
                self.sleep(pause)
            except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
                reason = getattr(error, "reason", error)
                raise InputError(
                    f"{url} cannot be reached: {reason}. Is it spelt right?"
                ) from error
        raise AssertionError("the last try returns or raises")

    def _open(self, url: str, known: Fetched | None) -> Fetched:
        headers = {"User-Agent": AGENT, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
        if known and known.etag:
            headers["If-None-Match"] = known.etag
        if known and known.changed:
            headers["If-Modified-Since"] = known.changed
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - checked before
        end = time.monotonic() + TIMEOUT
        with _OPENER.open(request, timeout=TIMEOUT) as answer:
            parts: list[bytes] = []
            size, announced = 0, answer.length
            while part := answer.read1(65536):  # what has come; read would wait for all of it
                parts.append(part)
                size += len(part)
                if size > LARGEST:
                    raise InputError(f"{url} sends more than {LARGEST:,} bytes; no article does.")
                if time.monotonic() > end:
                    raise InputError(f"{url} took longer than {TIMEOUT:.0f} s to send its page.")
            if size < (announced or 0):
                raise InputError(f"{url} broke off after {size:,} of {announced:,} B. Try again.")
            return Fetched(
                b"".join(parts),
                answer.geturl(),
                answer.headers.get_content_charset(),
                _now(),
                answer.headers.get("ETag"),
                answer.headers.get("Last-Modified"),
            )

    def _wait_turn(self, host: str) -> None:
        rules = next((r for h, r in self.rules.items() if urlsplit(h).netloc == host), None)
        asks = rules.crawl_delay(AGENT) if rules else None
        pause = max(self.interval, float(asks or 0)) - (
            time.monotonic() - self.asked.get(host, -1e9)
        )
        if pause > 0:
            self.sleep(min(pause, PATIENCE))
        self.asked[host] = time.monotonic()


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Sends nobody on by itself: each address is first held against the rules of its host."""

    def redirect_request(self, *_args: object, **_options: object) -> None:
        """Return no request for the next address, so that the answer is raised."""


_OPENER = urllib.request.build_opener(_StayHere)


class _Answer(UnsupportedSource):
    """An answer that is no page; whoever called is told the same as UnsupportedSource."""

    def __init__(self, url: str, status: int, pause: float) -> None:
        self.status = status
        busy = f"is busy and asks to wait {pause:.0f} s" if status in _BUSY else "is in trouble"
        super().__init__(
            f"{url} gave no page: the server {_REASONS.get(status, busy)} (status {status}). "
            + (_GONE.get(status) or ("Try again later." if status >= 429 else _ADVICE))
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _check_address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url!r} is no web address; it begins with https:// and names a host.")
    return quote(parts._replace(fragment="").geturl(), safe="%/:=&?~#+!$,;'@()*[]")


def _retry_after(headers: Message) -> float:
    """Return how many seconds the server asks to wait: a number or a date; 5 where it says none."""
    text = headers.get("Retry-After", "")
    if text.strip().isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return 5.0


FETCHER = Fetcher()
