"""The sentence scorers: one row each. A scorer takes one sentence and gives its tone.

A user's own come by the same shape: ``load_lexicon_engine`` reads a list of words with values
from a CSV file (NRC, Loughran–McDonald, LIWC and other lists whose licences let nobody ship them
are used in this way), and ``engine="transformers:MODEL"`` runs a model of Hugging Face.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from newskit.errors import InputError, UnknownName
from newskit.sentiment.lexicons import load_lexicon
from newskit.sentiment.news import ToneReader, score_sentence_tone
from newskit.sentiment.tones import SentenceTone
from newskit.sentiment.vader_tone import score_sentence_vader


@dataclass(frozen=True, slots=True)
class Engine:
    """One sentence scorer: its range, its cut for neutral, how well it does, its source.

    ``low`` and ``high`` are the ends of the scale that it is drawn on; ``languages`` is empty where
    the engine does not say.
    """

    name: str
    label: str
    score: Callable[[str], SentenceTone]
    low: float
    high: float
    neutral: float
    languages: tuple[str, ...]
    validity: str
    caveat: str
    reference: str


ENGINES: tuple[Engine, ...] = (
    Engine(
        name="tone",
        label="Tone",
        score=score_sentence_tone,
        low=-1.5,  # 99 sentences in 100 lie between −1.2 and 1.2
        high=1.5,
        neutral=0.15,  # the cut that finds readers' three classes best; 0.10 to 0.25 do as well
        languages=("en",),
        validity="On 5,190 sentences of New York Times editorials it correlates with the mean of "
        "20 readers at r = 0.57 (VADER 0.50, one reader 0.71); over the sentences of each of 498 "
        "editorials, averaged, at 0.72 (VADER 0.63).",
        caveat="Words are judged one by one, with what negates or strengthens them. Irony, "
        "what everybody knows of a subject, and who is right are beyond it.",
        reference="newskit's merged lexicon: VADER (Hutto & Gilbert 2014, MIT), Hu & Liu (2004, "
        "CC BY 4.0), pattern (De Smedt & Daelemans 2012, PDDL).",
    ),
    Engine(
        name="vader",
        label="VADER",
        score=score_sentence_vader,
        low=-1,
        high=1,
        neutral=0.05,
        languages=("en",),
        validity="On 5,190 sentences of New York Times editorials it correlates with the mean of "
        "20 readers at r = 0.50; one reader does at 0.71.",
        caveat="Made for tweets. Words are judged one by one: “war” is negative and “security” "
        "positive whatever is said of them.",
        reference="Hutto, C. J. & Gilbert, E. (2014). VADER: a parsimonious rule-based model for "
        "sentiment analysis of social media text. ICWSM-14. Lexicon: vaderSentiment 3.3.2 (MIT).",
    ),
)


def find_engine(engine: str | Engine) -> Engine:
    """Return the engine of that name: a row, "lexicon:PATH" or "transformers:MODEL".

    Raises UnknownName with the names there are.

    >>> find_engine("vader").label
    'VADER'
    """
    if isinstance(engine, Engine):
        return engine
    for row in ENGINES:
        if row.name == engine:
            return row
    kind, _, source = engine.partition(":")
    if kind == "lexicon" and source:
        return load_lexicon_engine(source)
    if kind == "transformers" and source:
        from newskit.sentiment.hub import load_model_engine

        return load_model_engine(source)
    known = [*(row.name for row in ENGINES), "lexicon:PATH", "transformers:MODEL"]
    raise UnknownName.among("sentiment engine", engine, known)


def load_lexicon_engine(path: Path | str, *, name: str | None = None) -> Engine:
    """Return an engine with a user's own word list, read with the rules of ``tone``.

    The file is CSV with the columns ``word`` and ``valence``. The rules of negation and of boosters
    are English; in another language the words alone count. Raises InputError.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = (Path(folder) / "mine.csv").write_text("word,valence\\nreckless,-2\\n")
    ...     engine = load_lexicon_engine(Path(folder) / "mine.csv")
    >>> engine.label, round(engine.score("It was reckless.").value, 2)
    ('mine', -1.15)
    """
    lexicon = load_lexicon(path)
    strongest = max(map(abs, lexicon.values()), default=0.0)
    if not strongest:
        raise InputError(f"{path} gives no word a value other than 0.")
    label = name or Path(path).stem
    return Engine(
        name=name or f"lexicon:{path}",
        label=label,
        score=ToneReader(lexicon),
        low=-strongest,
        high=strongest,
        neutral=0.05 * strongest,  # VADER's cut, on the scale of this list
        languages=(),
        validity="How well this list agrees with readers has not been measured here.",
        caveat="Words are judged one by one, with what negates or strengthens them in English.",
        reference=f"{label}: {len(lexicon):,} words from {Path(path).name}.",
    )
