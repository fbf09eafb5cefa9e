"""Make newskit/data/syllables.txt.gz: syllables per English word, from the CMU dictionary.

    python scripts/build_syllables.py path/to/cmudict.zip

The count of a word is the number of vowels (phones with a stress mark) in its first
pronunciation; the four entries without a vowel ("hmm") count as one syllable. The product holds
one line per count: the number, then the words, sorted, so that the same input gives the same
bytes. The licence notice of the dictionary stands in newskit/data/SOURCES.md.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parents[1] / "newskit" / "data" / "syllables.txt.gz"


def read_counts(archive: Path) -> dict[str, int]:
    """Return word → syllables of the first pronunciation of each entry."""
    with zipfile.ZipFile(archive) as files:
        text = files.read("cmudict/cmudict").decode("latin-1")
    counts: dict[str, int] = {}
    for line in text.splitlines():
        word, _, *phones = line.split()
        vowels = sum(phone[-1].isdigit() for phone in phones)
        counts.setdefault(word.lower(), max(vowels, 1))
    return counts


def main() -> None:
    """Write the table and print its digest for SOURCES.md."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for word, n in read_counts(Path(sys.argv[1])).items():
        if re.fullmatch(r"[a-z.'-]+", word):
            by_count[n].append(word)
    lines = [f"{n} {' '.join(sorted(by_count[n]))}\n" for n in sorted(by_count)]
    TARGET.write_bytes(gzip.compress("".join(lines).encode(), compresslevel=9, mtime=0))
    n_words = sum(map(len, by_count.values()))
    digest = hashlib.sha256(TARGET.read_bytes()).hexdigest()
    print(f"{TARGET.name}: {n_words:,} words, {TARGET.stat().st_size:,} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
