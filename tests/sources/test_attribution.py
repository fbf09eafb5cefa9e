"""Who says what: the labelled sentences, the worked example, and any text at all."""

from __future__ import annotations

from typing import Any

import pytest

from newskit.sources.attribution import find_attributions
from newskit.sources.said import Attribution
from newskit.text.segment import segment
from tests.conftest import read_cases


def describe(found: Attribution, text: str) -> dict[str, Any]:
    """An attribution as the case files write it."""
    parts = [span.of(text).strip("“”\"‘’`',.? ") for span in found.contents]
    speaker = found.speaker
    form = "agentless" if found.is_agentless else "direct" if found.is_direct else "indirect"
    named = "named" if found.is_named else "unnamed"
    return {
        "content": " … ".join(parts),
        "speaker": speaker.name if speaker else None,
        "standing": f"{named} {speaker.kind}" if speaker else None,
        "form": form,
        "cue": found.cue.of(text) if found.cue else None,
    }


def read(text: str) -> list[dict[str, Any]]:
    """What a text attributes, speech within speech left out."""
    found = find_attributions(segment(text))
    return [describe(item, text) for item in found if not item.is_nested]


@pytest.mark.parametrize("case", read_cases("attribution"))
def test_labelled_sentences(case: dict[str, Any]) -> None:
    assert read(case["text"]) == case["said"]
