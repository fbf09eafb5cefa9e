"""``tone``, the engine made for news: a lexicon, read with the rules of ``context.py``.

The value is the sum of the words' valences over the square root of the number of words: a long
sentence holds more charged words than a short one, but not in proportion.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

from newskit.normalise import fold_quotes
from newskit.sentiment import rules
from newskit.sentiment.context import Entry, find_factors, find_topic, is_name, is_negation
from newskit.sentiment.lexicons import Topic, load_tone_lexicon, load_topics
from newskit.sentiment.tones import SentenceTone, ToneWord

# Words (with what is joined to them by apostrophe or hyphen) and single marks. Typographic
# apostrophes are folded when a word is looked up, once for each distinct word.
TOKEN = re.compile(r"([^\W\d_]+(?:['’‘ʼ＇-][^\W\d_]+)*|[.,;:!?…()—–\"“”„«»])")
# A vocabulary longer than this starts afresh.
_MOST_TOKENS = 1 << 18


class _Vocabulary(dict[str, Entry]):
    """Token → entry, each worked out once."""

    def __init__(self, lexicon: Mapping[str, float], topics: Sequence[Topic]) -> None:
        super().__init__()
        self._topics = {topic.phrase[0]: topic for topic in topics if len(topic.phrase) == 1}
        added = {word: topic.valence for word, topic in self._topics.items() if topic.valence}
        self._lexicon = {**added, **lexicon}
        self._phrases: dict[str, list[tuple[int, Topic]]] = {}
        for topic in topics:
            for place, word in enumerate(topic.phrase if len(topic.phrase) > 1 else ()):
                self._phrases.setdefault(word, []).append((place, topic))

    def __missing__(self, token: str) -> Entry:
        low = fold_quotes(token).lower()
        word = low if low in self._lexicon else low.removesuffix("'s")
        topic = self._topics.get(word)
        is_grammar = topic is not None and topic.kind == "grammar"
        charged = not (is_grammar or is_negation(low) or low in rules.BOOSTERS)
        entry = Entry(
            low=low,
            listed=self._lexicon.get(word, 0.0) if charged else 0.0,
            is_name_like=token[0].isupper() and not token.isupper(),
            acts=low in rules.ACTING or is_negation(low),
            stops=token in rules.STOPS,
            topic=topic,
            phrases=tuple(self._phrases.get(word, ())),
        )
        if len(self) > _MOST_TOKENS:
            self.clear()
        self[token] = entry
        return entry


class ToneReader:
    """A scorer of sentences with one lexicon and, if wanted, a table of topic words.

    >>> reader = ToneReader({"good": 2.0})
    >>> [round(reader(text).value, 2) for text in ("It was good.", "It wasn’t good.")]
    [1.15, -0.85]
    """

    def __init__(self, lexicon: Mapping[str, float], topics: Sequence[Topic] = ()) -> None:
        self._vocabulary = _Vocabulary(lexicon, topics)

    def __call__(self, sentence: str) -> SentenceTone:
        """Return the tone of one sentence, with the words that made it."""
        parts = TOKEN.split(sentence)
        tokens = parts[1::2]
        entries = list(map(self._vocabulary.__getitem__, tokens))
        hits = [
            i
            for i, entry in enumerate(entries)
            if entry.listed and not (entry.is_name_like and is_name(tokens, i))
        ]
        if not hits:
            return SentenceTone(0.0)
        turn = tokens.index("but") if "but" in tokens else -1
        root = math.sqrt(len(tokens) - sum(map(rules.MARKS.__contains__, tokens)))
        ends = list(accumulate(map(len, parts)))
        words = []
        for i, factor in find_factors(entries, hits).items():
            listed, topic = entries[i].listed, find_topic(entries, i)
            if topic and topic.kind == "grammar":
                continue
            valence = 0.0 if topic and topic.kind == "name" else listed * factor
            if turn >= 0:
                valence *= rules.BEFORE_BUT if i < turn else rules.BEHIND_BUT
            place = ends[2 * i], ends[2 * i + 1]
            reason = topic.reason if topic else ""
            words.append(ToneWord(tokens[i], *place, listed, valence, valence / root, reason))
        return SentenceTone(math.fsum([word.contribution for word in words]), tuple(words))


@lru_cache(maxsize=1)
def load_tone_reader() -> ToneReader:
    """Return the reader with the lexicon and the topic words that ship with newskit."""
    return ToneReader(load_tone_lexicon(), load_topics())


def score_sentence_tone(sentence: str) -> SentenceTone:
    """Return the tone of one sentence of news, with the words that made it.

    >>> tone = score_sentence_tone("The peace deal ended a brutal war.")
    >>> [(word.word, round(word.contribution, 2)) for word in tone.words]
    [('peace', 0.57), ('brutal', 0.72), ('war', 0.27)]
    """
    return load_tone_reader()(sentence)
