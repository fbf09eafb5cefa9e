"""The house plan, held: imports, sizes, public names, what stays asleep."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import newskit

PACKAGE = Path(newskit.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# Each room and the rooms below it that it may import; the lenses know each other only by the text.
_BASE = {"errors", "cards", "normalise", "intervals", "article"}
_LENSES = {"readability", "sentiment", "sources"}
MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "cards": set(),
    "normalise": set(),
    "intervals": set(),
    "article": {"errors", "cards", "loaders"},  # loaders only inside from_text
    "text": _BASE,
    "loaders": _BASE,
    "sample_table": _BASE | {"loaders"},
    "readability": _BASE | {"text"},
    "sentiment": _BASE | {"text"},
    "sources": _BASE | {"text"},
    "plots": _BASE | {"text"} | _LENSES,
    "corpus": _BASE | {"text", "loaders"} | _LENSES,
    "explorers": _BASE | {"text", "corpus", "loaders", "sample_table"} | _LENSES,
}


def room_of(path: Path) -> str:
    """The first part of a module's place in the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_downward(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.ImportFrom) and node.level), "imports are absolute"
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        for name in names:
            parts = name.split(".")
            if parts[0] == "newskit" and len(parts) > 1 and parts[1] != room:
                assert parts[1] in MAY_IMPORT[room], f"{room} may not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = node.end_lineno - body[0].lineno + 1 if body else 0
            assert length <= 50, f"{node.name} has {length} lines"
            arguments = node.args.args + node.args.kwonlyargs
            assert len([arg for arg in arguments if arg.arg not in ("self", "cls")]) <= 6, node.name


def test_package_stays_small() -> None:
    """The plan drew 8,000 for fewer formats; more than this and a room should move out."""
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES) < 24_900


def read_compiled() -> list[Path]:
    """The modules that the compiled build compiles."""
    build = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    hook = build["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    paths = {path for pattern in hook["include"] for path in PACKAGE.parent.glob(pattern[1:])}
    return sorted(path for path in paths if path.name not in hook["exclude"])


@pytest.mark.parametrize("path", read_compiled(), ids=lambda path: path.stem)
def test_what_is_compiled_keeps_to_what_a_compiled_class_can(path: Path) -> None:
    """Compiled, a cached property is found anew each time, and a frozen class is not pickled."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "cached_property" not in names
    for node in ast.walk(tree):
        public = isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        for decorator in node.decorator_list if public else ():
            assert "frozen=True" not in ast.unparse(decorator) or "slots=True" in ast.unparse(
                decorator
            )


def test_public_names() -> None:
    assert newskit.__all__ == sorted(newskit.__all__)
    assert set(newskit.__all__) == set(newskit._HOMES)
    assert len(newskit.__all__) <= 20
    for name in newskit.__all__:
        assert getattr(newskit, name).__doc__, name


def test_unknown_public_name_suggests_the_nearest() -> None:
    with pytest.raises(AttributeError, match="score_readability"):
        _ = newskit.score_readabilty


@pytest.mark.parametrize(
    "module", ["pandas", "numpy", "matplotlib", "ipywidgets", "anywidget", "textstat"]
)
def test_import_wakes_nothing_heavy(module: str) -> None:
    code = f"import sys, newskit; sys.exit({module!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_data_digests_stand_in_sources() -> None:
    import hashlib

    sources = (PACKAGE / "data" / "SOURCES.md").read_text(encoding="utf-8")
    for path in (PACKAGE / "data").iterdir():
        if path.suffix != ".md":
            assert hashlib.sha256(path.read_bytes()).hexdigest() in sources, path.name
