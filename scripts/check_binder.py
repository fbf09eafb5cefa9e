"""Check that Binder can build and open this project, without Binder and without Docker.

    python scripts/check_binder.py

1. repo2docker reads the repository and writes its Dockerfile (it needs no engine for that).
2. The pip steps of that Dockerfile are replayed in a fresh environment that starts, as Binder's
   image does, with JupyterLab and its kin already there; nothing may move them.
3. The start notebook is run in that environment from top to bottom.

What it does not replay: the conda lock and the Ubuntu packages of Binder's image.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOK = "notebooks/00-start-here.ipynb"
REPO2DOCKER = "jupyter-repo2docker>=2024.7"
# What repo2docker's image for Python 3.11 brings (its frozen conda environment of 2025-10).
IMAGE = {
    "jupyterlab": "4.4.9",
    "notebook": "7.4.7",
    "jupyter_server": "2.17.0",
    "ipywidgets": "8.1.7",
}
VERSIONS = "; ".join(f"print(version({name!r}))" for name in IMAGE)


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    """Run a command and return what it printed; stop with its output where it fails."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, text=True, capture_output=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def make_environment(folder: Path, *packages: str) -> Path:
    """Return the Python of a fresh environment with some packages."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages)
    return python


def render_dockerfile(work: Path) -> str:
    """Return the Dockerfile that repo2docker makes of this repository."""
    python = make_environment(work / "r2d", REPO2DOCKER)
    return run(python, "-m", "repo2docker", "--no-build", "--debug", ".")


def replay(work: Path) -> None:
    """Install as the Dockerfile does and run the start notebook."""
    python = make_environment(work / "image", *(f"{name}=={v}" for name, v in IMAGE.items()))
    # Binder builds from a clone: nothing that is only on this disk may be needed.
    clone = work / "clone"
    run("git", "clone", "--quiet", str(ROOT), str(clone))
    requirements = ("-r", "binder/requirements.txt")
    run(python, "-m", "pip", "install", "--quiet", "--no-cache-dir", *requirements, cwd=clone)
    found = run(python, "-c", f"from importlib.metadata import version; {VERSIONS}").split()
    if found != list(IMAGE.values()):
        sys.exit(f"Our requirements moved what the image brings, {IMAGE}, to {found}.")
    execute = ("--to", "notebook", "--execute", "--output-dir", str(work))
    run(python, "-m", "jupyter", "nbconvert", *execute, NOTEBOOK, cwd=clone)


def main() -> None:
    """Run the three checks and say how long they took."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        dockerfile = render_dockerfile(work)
        for expected in ("binder/requirements.txt", "python=3.11", "pip install"):
            if expected not in dockerfile and expected.replace("=", "-") not in dockerfile:
                sys.exit(f"The Dockerfile does not mention {expected!r}:\n{dockerfile[-3000:]}")
        print("Dockerfile rendered.")
        replay(work)
    print(f"Installed on Binder's image and ran {NOTEBOOK}: {time.monotonic() - started:.0f} s.")


if __name__ == "__main__":
    main()
