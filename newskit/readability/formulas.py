"""The readability formulas for English, each as its paper has it, and the table of them.

Parameters are named after :class:`newskit.readability.counts.Counts` and may be numbers or
arrays. Where an implementation in wide use differs from the paper, the row says so.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from newskit.readability.metric import Metric

Real = Any  # a number, or an array of them: the bootstrap computes 1,000 texts at once


def flesch_reading_ease(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of Flesch (1948).

    >>> round(flesch_reading_ease(6, 1, 6), 3)
    116.145
    """
    return 206.835 - 1.015 * n_words / n_sentences - 84.6 * n_syllables / n_words


def flesch_kincaid_grade(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """School grade after Kincaid et al. (1975)."""
    return 0.39 * n_words / n_sentences + 11.8 * n_syllables / n_words - 15.59


def gunning_fog_grade(n_words: Real, n_sentences: Real, n_complex_words: Real) -> Real:
    """School grade after Gunning (1952)."""
    return 0.4 * (n_words / n_sentences + 100 * n_complex_words / n_words)


def smog_grade(n_polysyllables: Real, n_polysyllabic_figures: Real, n_sentences: Real) -> Real:
    """Return the school grade of McLaughlin (1969), scaled to his 30 sentences."""
    spoken = n_polysyllables + n_polysyllabic_figures
    return 1.0430 * (30 * spoken / n_sentences) ** 0.5 + 3.1291


def coleman_liau_grade(n_letters: Real, n_words: Real, n_sentences: Real) -> Real:
    """School grade after Coleman and Liau (1975).

    >>> round(coleman_liau_grade(639, 119, 5), 2)
    14.53
    """
    return 0.0588 * (100 * n_letters / n_words) - 0.296 * (100 * n_sentences / n_words) - 15.8


def ari_grade(n_letters: Real, n_words: Real, n_sentences: Real) -> Real:
    """School grade after Smith and Senter (1967)."""
    return 4.71 * n_letters / n_words + 0.5 * n_words / n_sentences - 21.43


def dale_chall_1948(n_unfamiliar_words: Real, n_words: Real, n_sentences: Real) -> Real:
    """Raw score after Dale and Chall (1948); the constant is always added.

    >>> round(dale_chall_1948(6, 132, 7), 4)
    5.2895
    """
    share = 100 * n_unfamiliar_words / n_words
    return 0.1579 * share + 0.0496 * n_words / n_sentences + 3.6365


def dale_chall_1995_cloze(n_unfamiliar_words: Real, n_words: Real, n_sentences: Real) -> Real:
    """Cloze score after Chall and Dale (1995).

    >>> round(dale_chall_1995_cloze(20, 100, 10), 1)
    38.1
    """
    return 64 - 0.95 * (100 * n_unfamiliar_words / n_words) - 0.69 * n_words / n_sentences


# The levels of the book, 5–6 and the like by their middle, each down to a whole cloze score
# (below: with the sign turned, so that they rise).
_LEVELS = np.array([1, 2, 3, 4, 5.5, 7.5, 9.5, 11.5, 14, 16])
_BELOW = 0.5 - np.array([58, 54, 50, 45, 40, 34, 28, 22, 16])


def dale_chall_1995_grade(n_unfamiliar_words: Real, n_words: Real, n_sentences: Real) -> Real:
    """Return the reading level of Chall and Dale (1995), read off the cloze score."""
    return read_level(dale_chall_1995_cloze(n_unfamiliar_words, n_words, n_sentences))


def read_level(cloze: Real) -> Real:
    """Return the level of the book for a cloze score; the higher that is, the lower this.

    >>> float(read_level(52.5)), float(read_level(17))
    (3.0, 14.0)
    """
    return _LEVELS[_BELOW.searchsorted(-cloze)]


def spache_grade(n_unique_unfamiliar: Real, n_words: Real, n_sentences: Real) -> Real:
    """School grade after Spache's revision (1974); an unfamiliar word counts once."""
    share = 100 * n_unique_unfamiliar / n_words
    return 0.121 * n_words / n_sentences + 0.082 * share + 0.659


def linsear_write_grade(n_words: Real, n_polysyllables: Real, n_sentences: Real) -> Real:
    """School grade after O'Hayre (1966): easy words count one, words of three syllables three."""
    points = (n_words + 2 * n_polysyllables) / n_sentences
    return points / 2 - (points <= 20)


def forcast_grade(n_monosyllables: Real, n_words: Real) -> Real:
    """School grade after Caylor et al. (1973), scaled to their 150 words.

    >>> forcast_grade(100, 150)
    10.0
    """
    return 20 - 150 * n_monosyllables / n_words / 10


def lix(n_words: Real, n_sentences: Real, n_long_words: Real) -> Real:
    """Läsbarhetsindex after Björnsson (1968)."""
    return n_words / n_sentences + 100 * n_long_words / n_words


def rix(n_long_words: Real, n_sentences: Real) -> Real:
    """Long words per sentence, after Anderson (1983)."""
    return n_long_words / n_sentences


def mcalpine_eflaw(n_words: Real, n_short_words: Real, n_sentences: Real) -> Real:
    """Ease for readers of English as a foreign language, after McAlpine (1997)."""
    return (n_words + n_short_words) / n_sentences


# Silent reading of non-fiction by adults, words a minute: mean of 144 studies in Brysbaert (2019).
WORDS_PER_MINUTE = 238


def reading_minutes(n_words: Real) -> Real:
    """Minutes of silent reading at the mean speed of Brysbaert (2019)."""
    return n_words / WORDS_PER_MINUTE


ENGLISH = ("en",)
SPACED = ("*",)
GRADE = "US grade"

FORMULAS: tuple[Metric, ...] = (
    Metric(
        name="flesch_reading_ease",
        label="Flesch Reading Ease",
        function=flesch_reading_ease,
        formula="206.835 − 1.015 × n_words / n_sentences − 84.6 × n_syllables / n_words",
        unit="0–100 scale",
        low=0,
        high=100,
        higher_is="easier",
        languages=ENGLISH,
        reference="Flesch, R. (1948). A new readability yardstick. "
        "J. Applied Psychology 32, 221–233.",
        human_r=0.556,
        caveat="Made on school readers of the 1920s; knows sentence length and syllables only.",
    ),
    Metric(
        name="flesch_kincaid_grade",
        label="Flesch–Kincaid grade",
        function=flesch_kincaid_grade,
        formula="0.39 × n_words / n_sentences + 11.8 × n_syllables / n_words − 15.59",
        unit=GRADE,
        low=0,
        high=18,
        higher_is="harder",
        languages=ENGLISH,
        reference="Kincaid, J. P. et al. (1975). Derivation of new readability formulas for Navy "
        "enlisted personnel. Research Branch Report 8-75.",
        human_r=0.531,
        caveat="Fitted to Navy manuals read by adults; a grade is not an age of the readers.",
    ),
    Metric(
        name="gunning_fog_grade",
        label="Gunning Fog",
        function=gunning_fog_grade,
        formula="0.4 × (n_words / n_sentences + 100 × n_complex_words / n_words)",
        unit=GRADE,
        low=0,
        high=20,
        higher_is="harder",
        languages=ENGLISH,
        reference="Gunning, R. (1952). The technique of clear writing. McGraw-Hill.",
        human_r=0.521,
        caveat="Names, compounds and -es, -ed, -ing forms are not complex, as Gunning asks; most "
        "tools count them. A sentence is a sentence here, not each independent clause.",
    ),
    Metric(
        name="smog_grade",
        label="SMOG",
        function=smog_grade,
        formula="1.0430 × √(30 × (n_polysyllables + n_polysyllabic_figures) / n_sentences)"
        " + 3.1291",
        unit=GRADE,
        low=3,
        high=18,
        higher_is="harder",
        languages=ENGLISH,
        reference="McLaughlin, G. H. (1969). SMOG grading: a new readability formula. "
        "J. of Reading 12, 639–646.",
        human_r=0.576,
        caveat="Made for 30 sentences from the beginning, middle and end of a text; figures count "
        "as read aloud, as McLaughlin asks.",
        made_for_sentences=30,
    ),
    Metric(
        name="coleman_liau_grade",
        label="Coleman–Liau",
        function=coleman_liau_grade,
        formula="0.0588 × (100 × n_letters / n_words) − 0.296 × (100 × n_sentences / n_words)"
        " − 15.8",
        unit=GRADE,
        low=0,
        high=18,
        higher_is="harder",
        languages=ENGLISH,
        reference="Coleman, M. & Liau, T. L. (1975). A computer readability formula designed for "
        "machine scoring. J. Applied Psychology 60, 283–284.",
        human_r=0.479,
        caveat="Knows no syllables; names and long numbers weigh like long words. "
        "textstat rounds the first coefficient to 0.058.",
    ),
    Metric(
        name="ari_grade",
        label="Automated Readability Index",
        function=ari_grade,
        formula="4.71 × n_letters / n_words + 0.5 × n_words / n_sentences − 21.43",
        unit=GRADE,
        low=0,
        high=18,
        higher_is="harder",
        languages=ENGLISH,
        reference="Smith, E. A. & Senter, R. J. (1967). Automated readability index. "
        "AMRL-TR-66-220.",
        human_r=0.494,
        caveat="Made for typewriters that counted strokes; letters and digits count here, "
        "punctuation does not (textstat counts it).",
    ),
    Metric(
        name="dale_chall_1948",
        label="Dale–Chall (1948)",
        function=dale_chall_1948,
        formula="0.1579 × (100 × n_unfamiliar_words / n_words) + 0.0496 × n_words / n_sentences"
        " + 3.6365",
        unit="raw score",
        low=4,
        high=10,
        higher_is="harder",
        languages=ENGLISH,
        reference="Dale, E. & Chall, J. S. (1948). A formula for predicting readability. "
        "Educational Research Bulletin 27, 11–20 and 37–54.",
        human_r=0.573,
        caveat="The list of familiar words is of the 1940s: “radio” is on it, “internet” is not. "
        "The constant is always added, as in the paper; textstat adds it above 5 % only.",
    ),
    Metric(
        name="dale_chall_1995_cloze",
        label="New Dale–Chall cloze (1995)",
        function=dale_chall_1995_cloze,
        formula="64 − 0.95 × (100 × n_unfamiliar_words / n_words) − 0.69 × n_words / n_sentences",
        unit="cloze score",
        low=-10,
        high=60,
        higher_is="easier",
        languages=ENGLISH,
        reference="Chall, J. S. & Dale, E. (1995). Readability revisited: the new Dale–Chall "
        "readability formula. Brookline Books.",
        human_r=0.591,
        caveat="The word list of 1948 stands in for that of 1995, which may not be copied; "
        "scholarly prose comes out harder by up to 5 points.",
    ),
    Metric(
        name="dale_chall_1995_grade",
        label="New Dale–Chall level (1995)",
        function=dale_chall_1995_grade,
        formula="the level of cloze score 64 − 0.95 × (100 × n_unfamiliar_words / n_words)"
        " − 0.69 × n_words / n_sentences",
        unit="US grade (middle of its band)",
        low=1,
        high=16,
        higher_is="harder",
        languages=ENGLISH,
        reference="Chall, J. S. & Dale, E. (1995). Readability revisited: the new Dale–Chall "
        "readability formula. Brookline Books.",
        human_r=0.594,
        caveat="Ten levels: 1 to 4, then 5–6, 7–8, 9–10, 11–12, 13–15 and 16 or more, each given "
        "as its middle. The word list of 1948 stands in for that of 1995.",
    ),
    Metric(
        name="spache_grade",
        label="Spache (revised)",
        function=spache_grade,
        formula="0.121 × n_words / n_sentences + 0.082 × (100 × n_unique_unfamiliar / n_words)"
        " + 0.659",
        unit="US grade (primary school)",
        low=1,
        high=5,
        higher_is="harder",
        languages=ENGLISH,
        reference="Spache, G. (1974). Good reading for poor readers, 9th ed. Garrard.",
        human_r=0.557,
        caveat="Made for books of grades 1 to 4; above that it only says “harder than that”.",
    ),
    Metric(
        name="linsear_write_grade",
        label="Linsear Write",
        function=linsear_write_grade,
        formula="((n_words + 2 × n_polysyllables) / n_sentences) / 2, less 1 where the bracket is"
        " 20 or below",
        unit=GRADE,
        low=0,
        high=20,
        higher_is="harder",
        languages=ENGLISH,
        reference="O'Hayre, J. (1966). Gobbledygook has gotta go. US Bureau of Land Management.",
        human_r=0.476,
        caveat="Made for a sample of 100 words; the whole text counts here, the first 100 words in "
        "textstat.",
    ),
    Metric(
        name="forcast_grade",
        label="FORCAST",
        function=forcast_grade,
        formula="20 − (150 × n_monosyllables / n_words) / 10",
        unit=GRADE,
        low=5,
        high=13,
        higher_is="harder",
        languages=ENGLISH,
        reference="Caylor, J. S. et al. (1973). Methodologies for determining reading requirements "
        "of military occupational specialties. HumRRO TR 73-5.",
        human_r=0.409,
        caveat="Made for forms and manuals without sentences: it ignores sentence length.",
    ),
    Metric(
        name="lix",
        label="LIX",
        function=lix,
        formula="n_words / n_sentences + 100 × n_long_words / n_words",
        unit="index",
        low=20,
        high=65,
        higher_is="harder",
        languages=SPACED,
        reference="Björnsson, C. H. (1968). Läsbarhet. Liber.",
        human_r=0.552,
        caveat="Made for Swedish; works wherever words are separated by spaces, but its bands "
        "(below 30 easy, above 50 hard) are Swedish.",
    ),
    Metric(
        name="rix",
        label="RIX",
        function=rix,
        formula="n_long_words / n_sentences",
        unit="long words a sentence",
        low=0,
        high=9,
        higher_is="harder",
        languages=SPACED,
        reference="Anderson, J. (1983). Lix and Rix: variations on a little-known readability "
        "index. J. of Reading 26, 490–496.",
        human_r=0.551,
        caveat="A simplified LIX; what is long differs from language to language.",
    ),
    Metric(
        name="mcalpine_eflaw",
        label="McAlpine EFLAW",
        function=mcalpine_eflaw,
        formula="(n_words + n_short_words) / n_sentences",
        unit="points",
        low=10,
        high=40,
        higher_is="harder",
        languages=ENGLISH,
        reference="McAlpine, R. (1997). Global English for global business. Longman.",
        human_r=0.365,
        caveat="For readers of English as a foreign language; up to 20 is very easy, above 30 "
        "confusing. Not tested against readers in print.",
    ),
    Metric(
        name="reading_minutes",
        label="Reading time",
        function=reading_minutes,
        formula=f"n_words / {WORDS_PER_MINUTE}",
        unit="minutes",
        low=0,
        high=20,
        higher_is="longer",
        languages=ENGLISH,
        reference="Brysbaert, M. (2019). How many words do we read per minute? "
        "J. of Memory and Language 109, 104047.",
        caveat="The mean of adults reading non-fiction silently; most read between 175 and 300 "
        "words a minute.",
        made_for_words=1,
    ),
)
