"""The words around a charged word that change its value: the tables of the tone engine."""

from __future__ import annotations

# Marks are no words; all but the quotation marks end the reach of a rule.
STOPS = frozenset(".,;:!?…()—–")
QUOTES = frozenset('"“”„«»')
MARKS = STOPS | QUOTES

# VADER's factor for a negation, measured by Hutto & Gilbert (2014), and its reach in words.
TURNED = -0.74
REACH = 3
# So does every word that ends in "n't".
NEGATIONS = frozenset(
    """
    not no never none nobody nothing nowhere neither nor without cannot hardly barely scarcely
    rarely seldom despite
    """.split()
)
# A negation before one of these negates nothing: "not only", "no doubt", "not least".
AFTER_NEGATION = frozenset("only just merely simply least doubt wonder matter".split())

# A booster moves a word by the share that VADER's move a word of average strength (0.293 of 2);
# each word between them takes a twentieth of that away.
STRONGER, WEAKER = 0.15, -0.15
FADES = 0.05
BOOSTERS: dict[str, float] = {
    **dict.fromkeys(
        """
        absolutely awfully completely considerably decidedly deeply dramatically enormously entirely
        especially exceedingly exceptionally extraordinarily extremely fully greatly highly hugely
        immensely incredibly intensely largely more most particularly profoundly purely quite
        really remarkably sharply significantly so strikingly strongly substantially thoroughly too
        totally tremendously truly unbelievably unusually utterly vastly very wholly
        """.split(),
        STRONGER,
    ),
    **dict.fromkeys(
        """
        almost faintly fairly less little marginally mildly moderately modestly nearly occasionally
        partially partly relatively slightly somewhat
        """.split(),
        WEAKER,
    ),
}

# What stands before the first "but" of a sentence counts half, what stands behind it more (VADER).
BEFORE_BUT, BEHIND_BUT = 0.5, 1.5

# Verbs that undo what they name, up to three words ahead: "ended a brutal war".
_UNDO = """
    end ends ended ending avert averts averted averting avoid avoids avoided avoiding
    prevent prevents prevented preventing stop stops stopped stopping halt halts halted halting
    lift lifts lifted lifting ease eases eased easing defuse defused defusing
    resolve resolves resolved resolving overcome overcame overcoming escape escapes escaped escaping
    survive survives survived surviving eradicate eradicated eradicating
    eliminate eliminated eliminating reduce reduces reduced reducing curb curbs curbed curbing
    quell quelled quelling alleviate alleviated alleviating relieve relieved relieving
    mitigate mitigated mitigating cure cured curing thwart thwarted thwarting foil foiled
    free frees freed freeing rescue rescues rescued rescuing
    """
# Verbs that leave open whether what they name is there: "denied the fraud", "fights crime".
_LEAVE_OPEN = """
    deny denies denied denying refute refutes refuted refuting
    combat combats combating fight fights fought fighting tackle tackles tackled tackling
    """
LEFT_OPEN = 0.0
UNDOING: dict[str, float] = {
    **dict.fromkeys(_UNDO.split(), TURNED),
    **dict.fromkeys(_LEAVE_OPEN.split(), LEFT_OPEN),
}
# These undo what follows only with their preposition: "cleared of murder", "an end to the war".
UNDOING_WITH: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("cleared", "acquitted", "exonerated", "absolved", "rid", "cured"), ("of",)),
    **dict.fromkeys(("lack", "absence", "shortage"), ("of",)),
    **dict.fromkeys(("end", "halt"), ("of", "to")),
    **dict.fromkeys(("free", "freed", "safe", "relief", "protection", "protected"), ("of", "from")),
    **dict.fromkeys(("recover", "recovers", "recovered", "recovering", "recovery"), ("from",)),
    **dict.fromkeys(("victory", "triumph"), ("over",)),
}
# Behind these stands no object: "the evening ended in violence".
NO_OBJECT = frozenset("in with after amid by during at on when as while because".split())

# Say how something ends; so do words in -ly.
MANNER = frozenset("well badly better worse best worst fine".split())

# Verbs whose subject goes away, right behind it: "the war ended", "the death toll fell to zero".
FADING = frozenset(
    """
    end ends ended cease ceases ceased ease eases eased easing fade fades faded fading
    subside subsides subsided abate abates abated wane wanes waned vanish vanishes vanished
    disappear disappears disappeared collapse collapses collapsed fall falls fell fallen falling
    drop drops dropped dropping decline declines declined declining decrease decreased decreasing
    shrink shrinks shrank shrunk plunge plunges plunged plunging tumble tumbles tumbled
    stop stops stopped over
    """.split()
)
# What may stand between: forms of "be" and "have", adverbs, and nouns of quantity.
BETWEEN = frozenset(
    """
    is are was were be been being has have had finally suddenly slowly gradually sharply steadily
    quickly also now rate rates toll tolls figure figures level levels total number numbers count
    cases talks
    """.split()
)
BE = frozenset("is are was were be been".split())
# And what must follow, lest the verb have an object: "the attack ended his hopes".
BEHIND_FADING = NO_OBJECT | frozenset(
    """
    to from and but or since before until for last this next yesterday today tomorrow sharply
    slightly steadily again away abruptly on off there here that
    """.split()
)

# Everything that these rules look at when they look back from a word.
ACTING = NEGATIONS | BOOSTERS.keys() | UNDOING.keys() | UNDOING_WITH.keys()

# Behind these a capital begins a sentence or a quote and tells nothing of a name.
OPENERS = frozenset('.:!?…(—–"“”„«»')
# Small words of a heading with a capital on every longer word have fewer letters than this,
# or are these.
LONG_WORD = 4
LONGEST_HEADING = 30  # words and marks; a bound, so that a long line is not read again and again
SMALL_IN_HEADINGS = frozenset("from with over into amid after than that upon".split())
