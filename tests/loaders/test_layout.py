from __future__ import annotations

import textwrap

import pytest

from newskit.loaders.layout import is_wrapped, unwrap

PARAGRAPHS = [
    "The prime minister left for Moscow on Wednesday for two days of talks, at the very moment "
    "when the quarrel between Russia and the West threatened to turn into open war.",
    "No leader of his country had made the journey for 23 years. The foreign ministry gave no "
    "agenda, and the spokesman who was asked about it said only that everything would be discussed "
    "in its own good time.",
    "Trade is growing, and so is the number of official visits. The armed forces have led the way "
    "since 2016, when the first of their joint exercises was held in the hills.",
]


@pytest.mark.parametrize("width", [45, 60, 72, 80, 98])
@pytest.mark.parametrize("blank", ["\n\n", "\n"])
def test_wrapped_paragraphs_come_back(width: int, blank: str) -> None:
    lines = blank.join(textwrap.fill(p, width) for p in PARAGRAPHS).split("\n")
    assert is_wrapped(lines)
    joined = [text for _, text in unwrap(list(enumerate(lines, 1))) if text]
    if blank == "\n\n":
        assert joined == PARAGRAPHS
    else:  # where a paragraph's last line is full, nothing tells that it ends there
        assert " ".join(joined) == " ".join(PARAGRAPHS)


def test_indented_paragraphs_come_back() -> None:
    text = "\n".join(textwrap.fill(p, 60, initial_indent="    ") for p in PARAGRAPHS)
    lines = text.split("\n")
    assert is_wrapped(lines)
    assert [text for _, text in unwrap(list(enumerate(lines, 1)))] == PARAGRAPHS


@pytest.mark.parametrize(
    "lines",
    [
        PARAGRAPHS,
        ["Talks end", "Oil falls", "Khan lands in Moscow", "Rain in Lahore", "More soon"],
        ["One short line."],
        [],
        ["He left.", "She stayed.", "They cried.", "It was over.", "The war had begun."],
    ],
)
def test_other_texts_are_left_alone(lines: list[str]) -> None:
    assert not is_wrapped(lines)
