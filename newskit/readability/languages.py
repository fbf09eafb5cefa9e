"""The readability formulas for languages other than English, and the table of them.

The same kind of formula in another language is another row, with its own coefficients and its own
reference. Several papers state their formula per 100 words; here all are per word and sentence.
"""

from __future__ import annotations

from typing import Any

from newskit.readability.formulas import Real
from newskit.readability.metric import Metric


def flesch_amstad(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of German after Amstad (1978).

    >>> round(flesch_amstad(100, 10, 170), 2)
    70.55
    """
    return 180 - n_words / n_sentences - 58.5 * n_syllables / n_words


def wiener_1(
    n_words: Real,
    n_sentences: Real,
    n_polysyllables: Real,
    n_long_words: Real,
    n_monosyllables: Real,
) -> Real:
    """Return the school grade of German after Bamberger and Vanecek (1984), first formula."""
    hard = 0.1935 * n_polysyllables + 0.1297 * n_long_words - 0.0327 * n_monosyllables
    return 100 * hard / n_words + 0.1672 * n_words / n_sentences - 0.875


def wiener_2(n_words: Real, n_sentences: Real, n_polysyllables: Real, n_long_words: Real) -> Real:
    """Return the school grade of German after Bamberger and Vanecek (1984), second formula."""
    hard = 0.2007 * n_polysyllables + 0.1373 * n_long_words
    return 100 * hard / n_words + 0.1682 * n_words / n_sentences - 2.779


def wiener_3(n_words: Real, n_sentences: Real, n_polysyllables: Real) -> Real:
    """Return the school grade of German after Bamberger and Vanecek (1984), third formula."""
    return 29.63 * n_polysyllables / n_words + 0.1905 * n_words / n_sentences - 1.1144


def wiener_4(n_words: Real, n_sentences: Real, n_polysyllables: Real) -> Real:
    """Return the school grade of German after Bamberger and Vanecek (1984), fourth formula."""
    return 27.44 * n_polysyllables / n_words + 0.2656 * n_words / n_sentences - 1.693


def fernandez_huerta(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of Spanish after Fernández Huerta (1959)."""
    return 206.84 - 60 * n_syllables / n_words - 1.02 * n_words / n_sentences


def szigriszt_pazos(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the perspicuity of Spanish after Szigriszt Pazos (1993)."""
    return 206.835 - 62.3 * n_syllables / n_words - n_words / n_sentences


def gutierrez_polini(n_words: Real, n_sentences: Real, n_letters: Real) -> Real:
    """Return the ease of Spanish school books after Gutiérrez de Polini (1972)."""
    return 95.2 - 9.7 * n_letters / n_words - 0.35 * n_words / n_sentences


def crawford_grade(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the years of school needed for Spanish after Crawford (1989)."""
    return -20.5 * n_sentences / n_words + 4.9 * n_syllables / n_words - 3.407


def kandel_moles(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of French after Kandel and Moles (1958)."""
    return 207 - 1.015 * n_words / n_sentences - 73.6 * n_syllables / n_words


def gulpease(n_words: Real, n_sentences: Real, n_letters: Real) -> Real:
    """Return the ease of Italian after Lucisano and Piemontese (1988).

    >>> gulpease(100, 5, 500)
    54.0
    """
    return 89 + (300 * n_sentences - 10 * n_letters) / n_words


def flesch_vacca(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of Italian after Franchina and Vacca (1986)."""
    return 217 - 1.3 * n_words / n_sentences - 60 * n_syllables / n_words


def flesch_douma(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of Dutch after Douma (1960)."""
    return 206.84 - 0.93 * n_words / n_sentences - 77 * n_syllables / n_words


def flesch_oborneva(n_words: Real, n_sentences: Real, n_syllables: Real) -> Real:
    """Return the reading ease of Russian after Oborneva (2006)."""
    return 206.835 - 1.3 * n_words / n_sentences - 60.1 * n_syllables / n_words


def osman(
    n_words: Real,
    n_sentences: Real,
    n_syllables: Real,
    n_six_letter_words: Real,
    n_five_syllable_words: Real,
    n_faseeh_words: Real,
) -> Real:
    """Return the ease of vowelled Arabic after El-Haj and Rayson (2016)."""
    hard = n_six_letter_words + n_syllables + n_five_syllable_words + n_faseeh_words
    return 200.791 - 1.015 * n_words / n_sentences - 24.181 * hard / n_words


EASE = "0–100 scale"
SCHOOL_YEAR = "school year"
_SYLLABLES = (
    "Syllables outside English are counted by hyphenation and vowel groups, which is right for "
    "about nine words in ten."
)


def _ease(name: str, label: str, language: str, **row: Any) -> Metric:  # noqa: ANN401
    """Return a row of the Flesch family: a scale of 0 to 100 on which higher is easier."""
    defaults = {"unit": EASE, "low": 0, "high": 100, "higher_is": "easier", "caveat": _SYLLABLES}
    return Metric(name=name, label=label, languages=(language,), **{**defaults, **row})


def _wiener(number: int, **row: Any) -> Metric:  # noqa: ANN401
    return Metric(
        name=f"wiener_{number}_grade",
        label=f"Wiener Sachtextformel {number}",
        languages=("de",),
        unit=SCHOOL_YEAR,
        low=4,
        high=15,
        higher_is="harder",
        reference="Bamberger, R. & Vanecek, E. (1984). Lesen – Verstehen – Lernen – Schreiben. "
        "Jugend und Volk, p. 187.",
        caveat="For non-fiction; 4 is the fourth school year, above 12 is beyond school. "
        + _SYLLABLES,
        **row,
    )


LANGUAGE_FORMULAS: tuple[Metric, ...] = (
    _ease(
        "flesch_amstad",
        "Flesch–Amstad",
        "de",
        function=flesch_amstad,
        formula="180 − n_words / n_sentences − 58.5 × n_syllables / n_words",
        reference="Amstad, T. (1978). Wie verständlich sind unsere Zeitungen? Universität Zürich.",
    ),
    _wiener(
        1,
        function=wiener_1,
        formula="100 × (0.1935 × n_polysyllables + 0.1297 × n_long_words − 0.0327 × "
        "n_monosyllables) / n_words + 0.1672 × n_words / n_sentences − 0.875",
    ),
    _wiener(
        2,
        function=wiener_2,
        formula="100 × (0.2007 × n_polysyllables + 0.1373 × n_long_words) / n_words + 0.1682 × "
        "n_words / n_sentences − 2.779",
    ),
    _wiener(
        3,
        function=wiener_3,
        formula="29.63 × n_polysyllables / n_words + 0.1905 × n_words / n_sentences − 1.1144",
    ),
    _wiener(
        4,
        function=wiener_4,
        formula="27.44 × n_polysyllables / n_words + 0.2656 × n_words / n_sentences − 1.693",
    ),
    _ease(
        "fernandez_huerta",
        "Fernández Huerta",
        "es",
        function=fernandez_huerta,
        formula="206.84 − 60 × n_syllables / n_words − 1.02 × n_words / n_sentences",
        reference="Fernández Huerta, J. (1959). Medidas sencillas de lecturabilidad. "
        "Consigna 214, 29–32.",
        caveat="The paper's last term is read as words a sentence, as Law (2011) argues; some "
        "tools use sentences per 100 words. " + _SYLLABLES,
    ),
    _ease(
        "szigriszt_pazos",
        "Szigriszt-Pazos perspicuity",
        "es",
        function=szigriszt_pazos,
        formula="206.835 − 62.3 × n_syllables / n_words − n_words / n_sentences",
        reference="Szigriszt Pazos, F. (1993). Sistemas predictivos de legibilidad del mensaje "
        "escrito. Universidad Complutense de Madrid.",
    ),
    _ease(
        "gutierrez_polini",
        "Gutiérrez de Polini",
        "es",
        function=gutierrez_polini,
        formula="95.2 − 9.7 × n_letters / n_words − 0.35 × n_words / n_sentences",
        reference="Gutiérrez de Polini, L. E. (1972). Investigación sobre lectura en Venezuela. "
        "Ministerio de Educación, Caracas.",
        low=20,
        high=70,
        caveat="Made for sixth-grade school books in Venezuela.",
    ),
    Metric(
        name="crawford_grade",
        label="Crawford",
        function=crawford_grade,
        formula="−20.5 × n_sentences / n_words + 4.9 × n_syllables / n_words − 3.407",
        unit=SCHOOL_YEAR,
        low=0,
        high=8,
        higher_is="harder",
        languages=("es",),
        reference="Crawford, A. N. (1989). Fórmula y gráfico para determinar la comprensibilidad "
        "de textos de nivel primario en castellano. Lectura y Vida 10, 18–24.",
        caveat="Made for primary school (years 1 to 6). " + _SYLLABLES,
    ),
    _ease(
        "kandel_moles",
        "Kandel–Moles",
        "fr",
        function=kandel_moles,
        formula="207 − 1.015 × n_words / n_sentences − 73.6 × n_syllables / n_words",
        reference="Kandel, L. & Moles, A. (1958). Application de l'indice de Flesch à la langue "
        "française. Cahiers d'études de radio-télévision 19, 253–274.",
        caveat="Mute e counts as a syllable here, as it is hyphenated, not as it is spoken.",
    ),
    _ease(
        "gulpease",
        "Gulpease",
        "it",
        function=gulpease,
        formula="89 + (300 × n_sentences − 10 × n_letters) / n_words",
        reference="Lucisano, P. & Piemontese, M. E. (1988). Gulpease: una formula per la "
        "predizione della difficoltà dei testi in lingua italiana. Scuola e città 39, 110–124.",
        caveat="Below 80 hard for primary school, below 60 for middle school, below 40 for high "
        "school.",
    ),
    _ease(
        "flesch_vacca",
        "Flesch–Vacca",
        "it",
        function=flesch_vacca,
        formula="217 − 1.3 × n_words / n_sentences − 60 × n_syllables / n_words",
        reference="Franchina, V. & Vacca, R. (1986). Adaptation of Flesch readability index on a "
        "bilingual text written by the same author both in Italian and English. "
        "Linguaggi 3, 47–49.",
    ),
    _ease(
        "flesch_douma",
        "Flesch–Douma",
        "nl",
        function=flesch_douma,
        formula="206.84 − 0.93 × n_words / n_sentences − 77 × n_syllables / n_words",
        reference="Douma, W. H. (1960). De leesbaarheid van landbouwbladen. Landbouwhogeschool "
        "Wageningen, Bulletin 17.",
    ),
    _ease(
        "flesch_oborneva",
        "Flesch–Oborneva",
        "ru",
        function=flesch_oborneva,
        formula="206.835 − 1.3 × n_words / n_sentences − 60.1 × n_syllables / n_words",
        reference="Oborneva, I. V. (2006). Автоматизированная оценка сложности учебных текстов. "
        "РАО, Москва.",
        caveat="In Russian every vowel letter is a syllable, so the count is exact.",
    ),
    _ease(
        "osman",
        "OSMAN",
        "ar",
        function=osman,
        formula="200.791 − 1.015 × n_words / n_sentences − 24.181 × (n_six_letter_words + "
        "n_syllables + n_five_syllable_words + n_faseeh_words) / n_words",
        reference="El-Haj, M. & Rayson, P. (2016). OSMAN – a novel Arabic readability metric. "
        "LREC 2016, 250–255.",
        caveat="Needs the vowel signs, which newspapers leave out; without them there is no value. "
        "textstat counts letters instead and never sees the signs.",
    ),
)
