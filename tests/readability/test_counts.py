from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newskit as nk
from newskit.normalise import fold_quotes
from newskit.readability.counts import Counts, count, count_many, describe_words
from newskit.readability.word_counts import FIELDS, is_complex
from newskit.text.segment import segment
from tests.conftest import read_cases

CHUNKS = """
    The the Khan said U.S. Gen. p.m. 5 1. “We will” go. left! crisis…I — • said.The Inc. No. 3.5
    $60 doesn’t state-owned (He) etc. war; «x» ؟ ۔ 。
""".split()
SPACES = ("\n", "\n\n", "no-break\u00a0space.\u00a0The", "\u2003")
PROSE = st.lists(st.sampled_from([*CHUNKS, *SPACES]), max_size=40).map(" ".join)


@given(PROSE)
def test_table_has_the_sentences_and_words_of_segment(text: str) -> None:
    """Two ways to one count: offsets for people, arrays for speed."""
    parts = segment(text)
    table = count(text)
    assert len(table.rows) == len(parts.sentences)
    assert table.rows[:, 0].tolist() == [
        len(parts.words_of(i)) for i in range(len(parts.sentences))
    ]
    words = describe_words(text)
    assert len(words) == len(parts.words)
    assert (words.sum(axis=0) == table.rows.sum(axis=0)).all()


@given(st.text())
def test_any_text_is_counted_the_same_twice(text: str) -> None:
    first, second = count(text), count(text)
    assert (first.rows == second.rows).all()
    assert len(first.rows) == len(segment(text).sentences)


@given(PROSE)
def test_curly_equals_straight(text: str) -> None:
    assert count(text).total() == count(fold_quotes(text)).total()


@pytest.fixture
def conformance(shared: Path) -> dict[str, Any]:
    cases = json.loads((shared / "conformance" / "readability.json").read_text(encoding="utf-8"))
    return {case["name"]: case for case in cases}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Coleman-Liau 1975, abstract", {"n_words": 119, "n_sentences": 5, "n_letters": 639}),
        ("Dale-Chall 1948, sample 1", {"n_words": 132, "n_unfamiliar_words": 6}),
        ("Dale-Chall 1948, sample 2", {"n_words": 131, "n_sentences": 9, "n_unfamiliar_words": 20}),
        ("Dale-Chall 1948, sample 3", {"n_words": 111, "n_sentences": 6, "n_unfamiliar_words": 17}),
        # The three samples of 1995 stop in mid-sentence; the book counts whole sentences.
        ("Chall-Dale 1995 p.146", {"n_words": 100, "n_sentences": 8 + 1}),
        ("Chall-Dale 1995 p.149", {"n_words": 100, "n_sentences": 5 + 1}),
        ("Chall-Dale 1995 p.150", {"n_words": 100, "n_sentences": 2 + 1}),
        ("FRE, cat on the mat", {"n_words": 6, "n_syllables": 6}),
        ("FRE, platypus", {"n_words": 13, "n_syllables": 24}),
    ],
)
def test_published_counts(conformance: dict[str, Any], name: str, expected: dict[str, int]) -> None:
    text = " ".join(conformance[name]["text"].split())
    assert {k: getattr(count(text).total(), k) for k in expected} == expected


def test_totals_are_handed_over_in_order() -> None:
    names = ("n_sentences", *FIELDS, "n_unique_unfamiliar")
    assert tuple(Counts.__dataclass_fields__) == names


def test_names_numbers_and_compounds() -> None:
    text = "Imran Khan met Putin. Khan paid $60 to the state-owned firm. Islamabad said so."
    counts = count(text).total()
    assert counts.n_numbers == 1
    assert counts.n_names == 4  # "Islamabad" begins its sentence and stands nowhere else
    rows = describe_words("The state-owned firm")
    assert rows[:, FIELDS.index("n_words")].sum() == 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("government", True),
        ("state-owned", False),
        ("created", False),
        ("expanding", False),
        ("testified", True),
        ("industries", True),
        ("businesses", False),
        ("understanding", True),
    ],
)
def test_gunning_exclusions(word: str, expected: bool) -> None:
    assert is_complex(word) is expected


def test_shouting_text_has_no_names() -> None:
    assert count("THE MINISTER LEFT FOR MOSCOW. HE ARRIVED.").total().n_names == 0


def test_worked_example_is_counted_as_it_stands() -> None:
    counts = count(nk.sample("khan-moscow-wire").text).total()
    assert (counts.n_words, counts.n_sentences) == (357, 20)


def test_empty_text_has_no_rows() -> None:
    assert count(" \n ").rows.shape == (0, len(FIELDS))
    assert isinstance(count("").total().n_words, int)
    assert np.array_equal(describe_words(""), np.zeros((0, len(FIELDS))))


@pytest.mark.parametrize("case", read_cases("sentences")[:50])
def test_gold_sentences_are_counted(case: dict[str, Any]) -> None:
    text = case.get("text") or " ".join(case["sentences"])
    assert len(count(text).rows) == len(segment(text).sentences)


@given(st.lists(st.one_of(PROSE, st.text(max_size=60)), max_size=8))
def test_many_at_once_are_counted_as_one_by_one(texts: list[str]) -> None:
    together = count_many(texts)
    alone = [count(text).total().to_dict() for text in texts]
    assert set(together) == set(Counts.__dataclass_fields__)
    for name, column in together.items():
        assert column.tolist() == [counts[name] for counts in alone], name


def test_batches_begin_where_texts_begin() -> None:
    texts = [f"He met Khan {i} times." + " Then he left." * (i % 3) for i in range(100)]
    assert count_many(texts)["n_sentences"].tolist() == [1 + i % 3 for i in range(100)]


@pytest.mark.parametrize("mark", ["\x02", "\x03", " \x03 ", " \x02 \x04 "])
def test_control_characters_in_a_text_are_no_marks_of_ours(mark: str) -> None:
    texts = [f"He left.{mark}She stayed.", "It rained."]
    assert count_many(texts)["n_words"].tolist() == [4, 2]
    assert len(count(texts[0]).rows) == len(segment(texts[0]).sentences)


def test_sums_of_a_long_text_do_not_run_over() -> None:
    sentence = "Responsibilities notwithstanding, internationalisation disappoints. "
    one = count(sentence).total()
    n = 2**21 // one.n_letters + 1000  # more letters than a packed field can hold
    for total in (count(sentence * n).total(), count(f"{sentence[:-2]} " * n).total()):
        assert (total.n_words, total.n_letters) == (one.n_words * n, one.n_letters * n)
    assert count_many(["Short.", sentence * n])["n_letters"].tolist() == [5, one.n_letters * n]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr. Osei left.", "Mr. Osei"),
        ("Gov. Ana Ruiz met Prof. Lindqvist.", "Gov. Ana Ruiz Prof. Lindqvist"),
        ("J.K. Rowling wrote to T.S. Eliot.", "J.K. Rowling T.S. Eliot"),
        ("Then D.Y. Chandrachud spoke.", "D.Y. Chandrachud"),
        ("W. B. Yeats spoke.", "W. B. Yeats"),
        ("Patients with T.B. Nobody came.", ""),
        ("Doctors call it T.B. today.", ""),
        ("Pay:\n• Infrastructure spending rises\n• Lagos pays", ""),
        ("1. Infrastructure spending rises", ""),
        ("In Lagos it rained.\n• Lagos pays", "Lagos Lagos"),
    ],
)
def test_what_is_a_name(text: str, names: str) -> None:
    parts = segment(text)
    named = describe_words(text)[:, FIELDS.index("n_names")]
    words = [span.of(text) for span, is_name in zip(parts.words, named, strict=True) if is_name]
    assert [word.rstrip(".") for word in words] == [name.rstrip(".") for name in names.split()]
    unfamiliar = describe_words(text)[:, FIELDS.index("n_unfamiliar_words")]
    assert not (unfamiliar & named).any()
    assert (named.sum(), unfamiliar.sum()) == (
        count(text).total().n_names,
        count(text).total().n_unfamiliar_words,
    )


@pytest.mark.parametrize(
    "text",
    [
        "He left. She stayed on. " * 30_000,
        "word " * 200_000,
        "w" * 600_000 + ". It ended. He left.",
    ],
    ids=["many sentences", "one sentence", "one word"],
)
def test_a_long_text_is_counted_as_a_short_one(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = count(text).rows  # packed, where the sums fit
    monkeypatch.setattr("newskit.readability.counts._fits", lambda *_: False)
    assert (found == count(text).rows).all()
