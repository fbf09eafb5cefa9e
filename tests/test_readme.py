"""What the README says is true: its Python runs, its commands exist, its names are public."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import newskit as nk

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_ten_lines_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    exec(block, {})
    assert (tmp_path / "story.html").stat().st_size > 10_000


def test_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\$ make ([\w-]+)", README):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


def test_public_names_in_the_readme_exist() -> None:
    for name in set(re.findall(r"\bnk\.(\w+)", README)):
        assert hasattr(nk, name), name


def test_every_public_function_is_in_the_readme() -> None:
    for name in nk.__all__:
        if name[0].islower():
            assert f"nk.{name}" in README, name


def test_linked_files_exist() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
