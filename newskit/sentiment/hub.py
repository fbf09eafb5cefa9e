"""Models of Hugging Face as engines. The package transformers is loaded only from here."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from newskit.errors import InputError, MissingPackage
from newskit.sentiment.tones import SentenceTone

if TYPE_CHECKING:
    from newskit.sentiment.engines import Engine

# What the labels of models for sentiment begin with, and their place between −1 and 1.
LABELS = {"pos": 1.0, "neg": -1.0, "neu": 0.0}
_STARS = re.compile(r"([1-5]) stars?$")


def place_label(label: str) -> float:
    """Return where a model's label lies between −1 and 1; nan where it does not say.

    >>> [place_label(label) for label in ("POSITIVE", "neutral", "2 stars", "LABEL_0")]
    [1.0, 0.0, -0.5, nan]
    """
    stars = _STARS.match(label.lower())
    if stars:
        return (int(stars.group(1)) - 3) / 2
    return LABELS.get(label.lower()[:3], math.nan)


def read_scores(scores: Sequence[Mapping[str, Any]]) -> float:
    """Return the expected place of a sentence, from the probability of each label.

    >>> read_scores([{"label": "POS", "score": 0.7}, {"label": "NEG", "score": 0.3}])
    0.4
    """
    value = math.fsum(place_label(row["label"]) * float(row["score"]) for row in scores)
    return round(value, 6)


@lru_cache(maxsize=4)
def load_model_engine(model: str) -> Engine:
    """Return an engine that runs a text classifier: a name on Hugging Face, or a folder.

    transformers looks for a name in its own cache and, failing that, on the network. Raises
    MissingPackage without transformers, InputError where the model cannot be loaded or its labels
    do not say what is positive.
    """
    try:
        pipeline = import_module("transformers").pipeline
    except ImportError as error:
        raise MissingPackage.for_extra("transformers", "transformers") from error
    from newskit.sentiment.engines import Engine

    try:
        classify = pipeline("text-classification", model=model, top_k=None)
    except (OSError, ValueError) as error:
        raise InputError(f"transformers cannot load the model {model!r}: {error}") from error
    labels = list(classify.model.config.id2label.values())
    if any(math.isnan(place_label(label)) for label in labels):
        raise InputError(
            f"The labels of {model!r} are {', '.join(labels)}; they must begin with pos, neg, neu "
            "or be '1 star' to '5 stars'."
        )

    # Longer sentences than the model reads are cut; not every tokenizer knows where.
    positions = getattr(classify.model.config, "max_position_embeddings", math.inf)
    longest = min(classify.tokenizer.model_max_length, positions)

    def score(sentence: str) -> SentenceTone:
        (scores,) = classify([sentence], truncation=True, max_length=longest)
        return SentenceTone(read_scores(scores))

    return Engine(
        name=f"transformers:{model}",
        label=model.rstrip("/").split("/")[-1],
        score=score,
        low=-1,
        high=1,
        neutral=0.05,
        languages=(),
        validity="How well this model agrees with readers has not been measured here.",
        caveat="A model shows no words: why it says what it says is not known.",
        reference=f"The model {model}, run with transformers.",
    )
