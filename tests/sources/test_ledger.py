"""The ledger: the worked example line by line, its sums, other languages, any text."""

from __future__ import annotations

import copy
import csv
import json
import math
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newskit as nk
from newskit.explorers.sources_view import view_sources
from newskit.sources.claims import find_claims
from newskit.sources.ledger import Sources, find_sources
from newskit.sources.structure import describe_structure
from newskit.sources.voices import HEARSAY, NAMED_DIRECT, NAMED_INDIRECT, OWN, UNNAMED
from newskit.text.quotes import find_quotes
from newskit.text.segment import segment

KHAN = find_sources(nk.sample("khan-moscow-wire"))


def check(sources: Sources) -> None:
    """The shares add up, every word is given once, and the lens is JSON and as long as the text."""
    assert sources.attributed_share + sources.hearsay_share + sources.own_share == pytest.approx(1)
    assert 0 <= sources.unnamed_share <= sources.attributed_share + 1e-12
    n_words = len(sources.segments.words)
    given_words = sum(voice.n_words for voice in sources.voices)
    assert given_words == pytest.approx(sources.attributed_share * n_words)
    for voice in sources.voices:
        assert 0 <= voice.n_direct_words <= voice.n_words
    lens = view_sources(sources, sources.segments)
    assert json.loads(json.dumps(lens, allow_nan=False)) == lens
    for part in ("values", "shown", "shades", "words", "details"):
        assert len(lens[part]) == len(sources.segments.sentences), part
    for span, marks in zip(sources.segments.sentences, lens["words"], strict=True):
        for start, end, kind, _ in marks:
            assert 0 <= start < end <= len(span)
            assert kind in lens["kinds"]


def test_worked_example_voices() -> None:
    rows = [
        (v.speaker.name, v.speaker.kind, v.speaker.is_named, v.n_words, v.n_direct_words, v.cues)
        for v in KHAN.voices
    ]
    assert rows == [
        ("Imran Khan", "person", True, 42, 5, ("say", "tell")),
        ("Observers", "person", False, 24, 0, ("believe",)),
        ("Islamabad", "place", True, 22, 0, ("say",)),
        ("Vladimir Putin", "person", True, 9, 0, ("say",)),
        ("The foreign ministry", "body", True, 2, 0, ("announce",)),
    ]
    assert KHAN.n_voices == 5
    assert KHAN.n_named == 4
    check(KHAN)


def test_worked_example_sentences() -> None:
    # "Khan played it down" says that he spoke, not what; of what the ministry "announced … but gave
    # no agenda" most is no speech: both are told in the article's own voice.
    shades = {3: NAMED_INDIRECT, 6: NAMED_INDIRECT, 7: UNNAMED, 9: HEARSAY}
    shades |= {17: NAMED_INDIRECT, 19: NAMED_INDIRECT}
    expected = [shades.get(i, OWN) for i in range(20)]
    assert [row.kind for row in KHAN.by_sentence] == expected
    voices = dict(zip(KHAN.sentences.index, KHAN.sentences["voice"], strict=True))
    assert voices[19] == "Imran Khan"  # "He told RT that …"
    assert voices[17] == "Vladimir Putin"  # "the Russian president said that …"
    assert KHAN.sentences["cue"][9] == "described"


def test_worked_example_silent() -> None:
    silent = dict(KHAN.silent)
    assert {"Nawaz Sharif", "Sergey Lavrov", "Qamar Javed Bajwa", "RT"} <= set(silent)
    assert "Imran Khan" not in silent


def test_totals_and_card() -> None:
    assert KHAN.totals()["attributed"] == pytest.approx(99 / 357, abs=0.02)
    card = KHAN._repr_html_()
    assert "Imran Khan" in card
    assert "unnamed, person: 24 words" in card
    assert "5 voices, 4 named" in repr(KHAN)


def test_turns_are_direct_speech() -> None:
    text = "TOM COLE, HOST: What fell?\nMARIA LOPEZ: The crane.\nCOLE: Who pays?\nLOPEZ: The port."
    table = find_sources(text, language="en").table().set_index("speaker")
    assert table["direct"].to_dict() == {"Tom Cole": 4, "Maria Lopez": 4}
    assert table["indirect"].to_dict() == {"Tom Cole": 0, "Maria Lopez": 0}


def test_table() -> None:
    frame = KHAN.table()
    assert list(frame["words"]) == sorted(frame["words"], reverse=True)
    assert (frame["direct"] + frame["indirect"] == frame["words"]).all()
    assert frame["sentences"][0] == [6, 19]


def test_one_voice_under_many_names() -> None:
    text = (
        "Imran Khan, the prime minister of Pakistan, said he was glad. Khan said it had gone well. "
        "The prime minister added that he would return. “Soon enough,” he said."
    )
    (voice,) = find_sources(text, language="en").voices
    assert voice.speaker.name == "Imran Khan"
    assert voice.sentences == (0, 1, 2, 3)
    assert voice.cues == ("say", "add")


def test_direct_and_indirect_words() -> None:
    sources = find_sources("Ann Lee said it was “as good as new” again.", language="en")
    (voice,) = sources.voices
    assert (voice.n_direct_words, voice.n_indirect_words) == (4, 3)
    sources = find_sources("“It is as good as new,” said Ann Lee.", language="en")
    assert sources.by_sentence[0].kind == NAMED_DIRECT


def test_speech_within_speech_counts_once() -> None:
    sources = find_sources("Ann Lee said critics believe the bridge is unsafe.", language="en")
    assert [voice.speaker.name for voice in sources.voices] == ["Ann Lee"]
    assert [item.is_nested for item in sources.attributions] == [False, True]


def test_loaded_cues_are_told() -> None:
    frame = find_sources("Ann Lee claimed it was safe. She admitted it was old.").table()
    assert frame["loaded"][0] == "doubt, guilt"


def test_another_language_has_no_rows_and_says_why() -> None:
    sources = find_sources("„Das ist gut“, sagte Anna Berg am Montag in Berlin.", language="de")
    assert sources.voices == ()
    assert math.isnan(sources.attributed_share)
    assert "English" in (sources.reason or "")
    assert "English" in sources._repr_html_()
    assert sources.table().empty
    assert sources.sentences.empty
    lens = view_sources(sources, sources.segments)
    assert lens["values"] == lens["shades"] == [None]
    assert lens["summary"][0]["reason"]
    assert describe_structure("Am Montag.", sources=sources).first_background is None


@pytest.mark.parametrize("read", [segment, find_quotes, find_sources, find_claims])
def test_results_can_be_pickled_and_copied(read: Callable[[str], object]) -> None:
    result = read("Imran Khan left on Monday. “It went well,” Khan said. Putin denied 3 claims.")
    assert result
    assert pickle.loads(pickle.dumps(result)) == result
    assert copy.deepcopy(result) == result


def test_structure_of_the_worked_example() -> None:
    structure = describe_structure(nk.sample("khan-moscow-wire"))
    assert structure.lead_words == structure.paragraphs[0][0] == 51
    assert len(structure.paragraphs) == 9
    assert sum(n for _, n in structure.paragraphs) == 20
    assert structure.first_quote is None  # two fragments, no quote that is a clause
    assert structure.first_background == 11  # "last April"
    assert structure.own_share == KHAN.own_share
    assert "sentence 12 of 20" in structure._repr_html_()
    assert list(structure.table().columns) == ["words", "sentences"]


def test_structure_finds_the_first_quote() -> None:
    structure = describe_structure("It rained. “We will stay,” Ann Lee said.")
    assert structure.first_quote == 1


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=300))
def test_any_text_has_a_ledger(text: str) -> None:
    if text.strip():
        sources = find_sources(text, language="en")
        if not sources.reason:
            check(sources)
        describe_structure(text, sources=sources)


_PIECES = [
    *["Ann Lee", " said", " that", ", ", "“", "”", '"', ".", " who", " was", " he", " told", "\n"],
    *[" according to", " and", " believed", " the", " claim", " to", ": ", " (", ")", " described"],
    *[" as", " by", " critics", "'s", " which", " —", " May", " Will", " told of", " and her"],
    *[" her brother", " Joe", " Paris-based", " No 10", " the Italian", " emerged", " voiced"],
    *[" is convinced", " in", " hailed", " taunted", " of", " for", "; ", " from the", " Mrs"],
    *[" Lee", " one", " MP", " von der", " last night", " a claim", " 34", " said so"],
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40))
def test_any_order_of_cues_has_a_ledger(pieces: list[str]) -> None:
    text = "".join(pieces)
    if any(map(str.isalpha, text)):
        check(find_sources(text, language="en"))


def test_every_bbc_article_has_a_ledger(shared: Path) -> None:
    with zipfile.ZipFile(shared / "bbc" / "bbc-fulltext.zip") as archive:
        names = [n for n in archive.namelist() if n.endswith(".txt") and "README" not in n]
        assert len(names) == 2225
        for name in names:
            text = archive.read(name).decode("utf-8", errors="replace")
            check(find_sources(text, language="en"))


def test_every_wikinews_article_has_a_ledger_and_claims(shared: Path) -> None:
    n = 0
    for path in sorted((shared / "wikinews").glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["text"].strip():
                    check(find_sources(row["text"], language="en"))
                    find_claims(nk.Article(text=row["text"], published=row["date"], language="en"))
                    n += 1
    assert n >= 290


def test_capitals_have_a_reason_and_their_claims() -> None:
    text = "IMRAN KHAN SAID ON MONDAY THAT 12 TALKS HAD GONE WELL. CRITICS SAID HE WAS WRONG."
    sources = nk.find_sources(text, language="en")
    assert "capitals" in (sources.reason or "")
    assert not sources.voices
    assert math.isnan(sources.own_share)
    claims = nk.find_claims(text, language="en")
    assert [claim.text for claim in claims] == ["MONDAY", "12"]
    assert {claim.source for claim in claims} == {"speaker not stated"}
