"""Write and run the curated notebooks: one Python file a notebook, executed from top to bottom.

    python scripts/write_notebooks.py

Each ``notebooks/source/NAME.py`` holds the cells of ``notebooks/NAME.ipynb``: ``# %% [markdown]``
begins a text cell, ``# %%`` a code cell. The notebooks are saved with their outputs and without
the state of widgets, which the outputs' own HTML stands in for.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def read_cells(source: str) -> list[nbformat.NotebookNode]:
    """Return the cells of a source file."""
    cells = []
    for block in re.split(r"^# %%", source, flags=re.MULTILINE)[1:]:
        kind, _, body = block.partition("\n")
        body = body.strip("\n")
        if "[markdown]" in kind:
            text = re.sub(r"^# ?", "", body, flags=re.MULTILINE)
            cells.append(nbformat.v4.new_markdown_cell(text))
        else:
            cells.append(nbformat.v4.new_code_cell(body))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number:02}"  # stable, so that a rebuild changes only what changed
    return cells


def write_notebook(source: Path) -> Path:
    """Execute one source and write its notebook beside the others."""
    notebook = nbformat.v4.new_notebook(cells=read_cells(source.read_text(encoding="utf-8")))
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    client = NotebookClient(
        notebook,
        timeout=300,
        resources={"metadata": {"path": str(NOTEBOOKS)}},
        store_widget_state=False,
    )
    client.execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # the times of this run
    notebook.metadata["language_info"] = {"name": "python", "version": "3"}
    target = NOTEBOOKS / f"{source.stem}.ipynb"
    nbformat.validate(notebook)
    target.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return target


def main() -> None:
    """Write all notebooks, or those named on the command line."""
    wanted = set(sys.argv[1:])
    for source in sorted((NOTEBOOKS / "source").glob("*.py")):
        if not wanted or source.stem in wanted:
            print(write_notebook(source).relative_to(NOTEBOOKS.parent))


if __name__ == "__main__":
    main()
