"""Engines of the user's own: a word list, a model."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

import newskit as nk
from newskit.errors import InputError, MissingPackage, UnknownName
from newskit.sentiment.engines import ENGINES, find_engine, load_lexicon_engine
from newskit.sentiment.hub import load_model_engine


def test_every_engine_states_how_well_it_does() -> None:
    for engine in ENGINES:
        assert "r = 0." in engine.validity
        assert engine.caveat
        assert engine.reference


def test_own_lexicon_is_an_engine(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("word,valence,note\nreckless,-3,x\nPRUDENT,2,y\n", encoding="utf-8-sig")
    text = "It was reckless. It was not prudent. It was there."
    result = nk.score_sentiment(text, engine=f"lexicon:{path}", language="en")
    assert [value < 0 for value in result.values] == [True, True, False]
    assert (result.engine.low, result.engine.high) == (-3, 3)
    named = nk.score_sentiment(text, engine=load_lexicon_engine(path, name="Mine"), language="en")
    assert named.values == result.values
    assert "Mine" in named._repr_html_()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("good,2\n", "columns word and valence"),
        ("word,valence\ngood,high\n", "line 2: 'high' is no number"),
        ("word,valence\ngood,nan\n", "no number"),
        ("word,valence\n", "no word a value"),
    ],
)
def test_a_bad_lexicon_says_what_is_wrong(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        load_lexicon_engine(path)


def test_a_lexicon_that_is_not_there() -> None:
    with pytest.raises(InputError, match="no lexicon file"):
        find_engine("lexicon:nowhere.csv")
    with pytest.raises(UnknownName, match="lexicon:PATH"):
        find_engine("lexicon:")


def test_without_transformers_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(MissingPackage, match=r"newskit\[transformers\]"):
        nk.score_sentiment("It was good.", engine="transformers:missing-model")


def make_model(folder: Path, labels: dict[int, str]) -> None:
    """Write a classifier of a few hundred weights, with the words that it knows."""
    transformers = pytest.importorskip(
        "transformers", reason="needs pip install 'newskit[transformers]'"
    )
    pytest.importorskip("torch", reason="needs pip install 'newskit[transformers]'")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "good", "bad", "it", "was", "."]
    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(words))
    transformers.BertTokenizerFast(str(vocabulary)).save_pretrained(folder)
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=16,
        id2label=labels,
        label2id={label: i for i, label in labels.items()},
    )
    transformers.BertForSequenceClassification(config).save_pretrained(folder)


def test_a_model_is_an_engine(tmp_path: Path) -> None:
    make_model(tmp_path, {0: "NEGATIVE", 1: "POSITIVE"})
    text = "It was good. It was bad. " + "It was good " * 30 + "."
    result = nk.score_sentiment(text, engine=f"transformers:{tmp_path}", language="en")
    assert len(result.values) == 3
    assert all(-1 <= value <= 1 for value in result.values)
    assert result.engine.label == tmp_path.name
    assert "no words" in result._repr_html_()
    load_model_engine.cache_clear()


def test_a_model_whose_labels_say_nothing_is_refused(tmp_path: Path) -> None:
    make_model(tmp_path, {0: "LABEL_0", 1: "LABEL_1"})
    with pytest.raises(InputError, match="LABEL_0, LABEL_1"):
        find_engine(f"transformers:{tmp_path}")


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    pytest.importorskip("transformers", reason="needs pip install 'newskit[transformers]'")
    with pytest.raises(InputError, match="cannot load"):
        find_engine(f"transformers:{tmp_path}")


def test_the_package_does_not_wake_transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    load = builtins.__import__

    def note(name: str, *rest: Any, **named: Any) -> Any:
        imported.append(name)
        return load(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", note)
    nk.score_sentiment("It was good.", language="en")
    assert "transformers" not in imported
