"""How an article is built: lengths, and where the first quote and the first background stand.

Facts only. Whether the order is a good one is for the reader to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newskit.article import Article
from newskit.cards import render_card
from newskit.sources.ledger import Sources, find_sources, say_share
from newskit.text.quotes import find_quotes

if TYPE_CHECKING:
    import pandas as pd

# Signs that a sentence tells what was before the news.
BACKGROUND = re.compile(
    r"\b(?:(?:since|in|until|by)\s+(?:1[5-9]|20)\d\d(?!\d)|\d{3}0s\b|years?\s+ago|decades?\s+ago"
    r"|last\s+(?:year|month|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)|previously|formerly|earlier\s+this\s+(?:year|month)|used\s+to\b"
    r"|had\s+(?:been|already|long)\b)",
    re.IGNORECASE,
)
CAVEAT = (
    "Lengths are counted. Background is recognised by its words (since 2016, years ago, "
    "previously, had been), not understood."
)


@dataclass(frozen=True)
class Structure:
    """How one article is built.

    ``lead_words``: words of the first paragraph. ``paragraphs``: words and sentences of each.
    ``first_quote`` and ``first_background``: index of the sentence, None where there is none.
    ``own_share``: share of the words in the article's own voice; nan with ``reason`` where it
    cannot be told.
    """

    article: Article
    lead_words: int
    paragraphs: tuple[tuple[int, int], ...]
    n_sentences: int
    first_quote: int | None
    first_background: int | None
    own_share: float
    reason: str | None

    def table(self) -> pd.DataFrame:
        """One row a paragraph: words, sentences."""
        import pandas as pd

        return pd.DataFrame(self.paragraphs, columns=["words", "sentences"])

    def __repr__(self) -> str:
        return (
            f"<Structure {len(self.paragraphs)} paragraphs, lead of {self.lead_words} words, "
            f"own voice {say_share(self.own_share)}>"
        )

    def _repr_html_(self) -> str:
        words = ", ".join(str(n) for n, _ in self.paragraphs)
        rows = [
            ("Lead", f"{self.lead_words} words"),
            ("Paragraphs", f"{len(self.paragraphs)}; words: {words}"),
            ("First quote", self._say_place(self.first_quote)),
            ("First background", self._say_place(self.first_background)),
            ("Own voice", self.reason or say_share(self.own_share)),
        ]
        title = f"Structure: {self.article.headline or 'article'}"
        return render_card(title, rows=rows, notes=[CAVEAT])

    def _say_place(self, sentence: int | None) -> str:
        if sentence is None:
            return "none"
        return f"sentence {sentence + 1} of {self.n_sentences}"


def describe_structure(article: Article | str, *, sources: Sources | None = None) -> Structure:
    """Describe how an article is built. ``sources``: its ledger, if it was made before.

    Raises EmptyText.

    >>> describe_structure("The talks failed.\\nThey began in 2016, years before the war.")
    <Structure 2 paragraphs, lead of 3 words, own voice 100 %>
    """
    ledger = sources or find_sources(article)
    parts, text = ledger.segments, ledger.article.text
    sizes = []
    for i in range(len(parts.paragraphs)):
        sentences = parts.sentences_of(i)
        sizes.append((sum(len(parts.words_of(k)) for k in sentences), len(sentences)))
    quoted = next((quote.span.start for quote in find_quotes(text) if not quote.is_fragment), None)
    spans = parts.sentences
    first_quote = next(
        (i for i, s in enumerate(spans) if quoted is not None and quoted < s.end), None
    )
    background = (i for i, s in enumerate(spans) if BACKGROUND.search(s.of(text)))
    is_english = ledger.language.code == "en"
    return Structure(
        article=ledger.article,
        lead_words=sizes[0][0] if sizes else 0,
        paragraphs=tuple(sizes),
        n_sentences=len(spans),
        first_quote=first_quote,
        first_background=next(background, None) if is_english else None,
        own_share=ledger.own_share,
        reason=ledger.reason,
    )
