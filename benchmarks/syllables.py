"""How often each rule counts the syllables of a word right, on the words of our own table.

    python benchmarks/syllables.py

The table is hidden from the rules, so this shows what happens to words outside it.
"""

from __future__ import annotations

import random

from newskit.text import syllables


def main() -> None:
    """Print the share of words counted right and the mean error, by rule."""
    table = syllables.load_syllables()
    words = [word for word in sorted(table) if word.isalpha()]
    words = random.Random(1).sample(words, 20_000)
    hyphenation = syllables._load_hyphenation("en")
    rules = {
        "pyphen": lambda word: len(hyphenation.positions(word)) + 1,
        "vowel groups": syllables._count_vowel_groups,
    }
    rules["the larger of both"] = lambda word: syllables._count_both_ways(word, "en")
    print(f"{len(words):,} words of the table, seed 1")
    for name, rule in rules.items():
        errors = [rule(word) - table[word] for word in words]
        right = sum(error == 0 for error in errors) / len(errors)
        print(f"{name:20} right {right:6.1%}   mean error {sum(errors) / len(errors):+.3f}")


if __name__ == "__main__":
    main()
