"""What every test may use: the cases, the data sets beside the project, and a closed network."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine is no reason to fail; the first example of a run also loads the tables.
settings.register_profile("newskit", deadline=None)
settings.load_profile("newskit")

CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).parents[2] / "shared" / "data"


def read_cases(name: str) -> list[Any]:
    """Return the cases of a file, each as a pytest parameter named by its label."""
    cases = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(
            case,
            id=case["label"],
            marks=[pytest.mark.xfail(reason=case["xfail"], strict=True)] if "xfail" in case else [],
        )
        for case in cases
    ]


@pytest.fixture
def shared() -> Path:
    """The folder of data sets to measure with; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the data sets of the newskit developers in {SHARED}")
    return SHARED


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Refuse every connection that is not to this machine: newskit needs none."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family in (socket.AF_INET, socket.AF_INET6) and host not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"newskit asked the network for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
