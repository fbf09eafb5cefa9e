"""The words that make somebody responsible for what a sentence says, as tables.

A **cue** is such a word. Its frames say how what was said stands beside it:

- ``quote``: beside a quote, and after it with the speaker behind ("“No,” said Khan")
- ``clause``: a clause with or without "that" ("said it would rain")
- ``that``: a clause with "that" (or whether, how, why …) only
- ``to``: an infinitive ("vowed to return")
- ``object``: a plain object ("denied the charge")
- ``listener``: the one addressed stands between ("told reporters that …", "urged him to …")

- ``saying``: an object that tells what was said ("voiced concern that", "expressed “regret”")
- ``naming``: an object and a name for it ("called it a disgrace")
- ``placing``: an object and a figure for it ("put the cost at £3m")
- ``willing``: an object and what it should do ("wanted the war to end")
- ``urging``: what somebody should keep or show ("urged restraint")

plus prepositions that carry it ("called **for** an inquiry", "accused him **of** theft"; with
``direct`` right behind the cue only: "spoke **of** an end").
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

# What somebody is who feels, or who thinks, that something is so.
FEELINGS: Final = (
    "alarmed angry pleased proud surprised shocked disappointed glad relieved thrilled outraged "
    "delighted frustrated"
).split()
ADJECTIVES: Final = (
    FEELINGS
    + (
        "convinced confident certain sure hopeful optimistic adamant afraid concerned fearful "
        "skeptical sceptical doubtful unsure insistent"
    ).split()
)

# Each row: frames (and prepositions) and the verbs that take them.
VERBS: Final[tuple[tuple[str, str], ...]] = (
    (
        "quote clause",
        "say claim argue explain note reply respond declare state conclude acknowledge "
        "insist remark tweet assert contend stress emphasise emphasize "
        "suggest joke quip reiterate recount counter opine retort "
        "clarify elaborate lament reason volunteer",
    ),
    ("quote clause object", "announce reveal concede estimate predict allege posit forecast"),
    ("quote clause object to", "admit confess"),
    ("quote clause to", "vow pledge promise swear"),
    ("quote clause listener of about against", "warn caution"),
    ("quote clause listener of about", "tell remind inform notify"),
    ("quote clause listener about", "reassure assure"),
    ("quote that listener to for about", "ask"),
    ("quote that listener to", "urge implore beg plead"),
    ("quote that listener to against", "advise"),
    ("quote clause to object of", "repeat"),
    ("quote that of about", "write"),
    (
        "quote that",
        "add recall post observe maintain whisper murmur mutter exclaim shout confide",
    ),
    ("on", "blame"),
    ("quote that object", "disclose regret confirm report recommend indicate imply concur"),
    ("quote that", "object"),
    ("quote that to about of", "complain grumble protest moan gripe boast brag bemoan"),
    ("quote that about", "wonder muse inquire enquire testify"),
    (
        "quote",
        "comment continue yell thunder mouth cry laugh smile sigh snap chant scream "
        "holler roar chuckle shrug begin read recall enthuse fume gush interject text email blog "
        "post rage marvel react sneer whine taunt groan growl bark snarl hiss mumble "
        "scoff tease drawl deadpan intone bellow crow wail offer correct interrupt chime "
        "echo gripe crack jeer purr plead persist press venture run",
    ),
    ("quote that object", "demand"),
    ("quote object", "recite"),
    ("clause to", "hope wish"),
    ("object", "fear"),
    ("saying", "express voice"),
    ("clause to object", "expect"),
    ("clause", "believe think fear reckon suspect guess figure worry"),
    ("that to", "claim decide agree hint signal"),
    (
        "that",
        "argue charge feel hear know find learn notice project discover realise realize understand "
        "accept doubt rule "
        "recognise recognize show record mention specify stipulate hold judge warrant "
        "speculate demonstrate foresee envision underscore underline highlight convince persuade "
        "teach remember forget assume speculate calculate determine concede hypothesise "
        "hypothesize theorise theorize",
    ),
    ("that", "bet wager"),
    ("object that", "deny anticipate envisage dispute"),
    ("object that to", "propose"),
    (
        "object",
        "attribute reject refute question rebut detail outline decry deplore refute describe "
        "blame hail",
    ),
    ("to", "refuse intend plan threaten offer demand"),
    ("to willing", "want"),
    ("that", "allow"),
    ("listener to", "pray challenge dare invite encourage press request"),
    ("listener to that", "order instruct command"),
    ("naming", "call term dub label brand"),
    ("placing", "put"),
    ("urging", "urge"),
    ("for", "call campaign appeal lobby advocate argue"),
    # With a form of "be" before them: "She is convinced that".
    ("state that", " ".join(ADJECTIVES)),
    (
        "as",
        "describe remember portray depict characterise characterize denounce dismiss hail regard "
        "view brand label deride tout slam cast see cite blast assail lambast lambaste praise mock "
        "ridicule",
    ),
    ("of", "accuse tell"),
    ("of direct", "speak talk dream"),
    (
        "for",
        "criticise criticize praise blame condemn fault thank mock attack commend applaud slam "
        "blast assail bash rebuke berate",
    ),
)
# Verbs that are other cues, or cues at all, with the word behind them.
PHRASAL: Final = (
    ("point", "out", "quote clause"),
    ("make", "clear", "quote clause"),
    ("call", "on", "listener"),
    ("put", "it", "quote"),
    ("go", "on", "quote"),
    ("hit", "back", "quote that"),
    ("shoot", "back", "quote that"),
    ("fire", "back", "quote that"),
    ("chime", "in", "quote"),
    ("sum", "up", "quote"),
    ("lash", "out", "quote"),
    ("spell", "out", "object"),
    ("brush", "off", "object"),
    ("shrug", "off", "object"),
    ("wave", "away", "object"),
    ("play", "down", "object"),
    ("rule", "out", "object"),
    ("insist", "on", "object"),
    ("hope", "for", "object"),
    ("stand", "by", "object"),
    ("appeal", "to", "listener to"),
)
_NO_PHRASES: Final = frozenset({("hope", "for"), ("hopes", "for")})  # nouns: "hopes for a deal"
_NO_FORMS: Final = frozenset("regarding notice notices offer offers".split())  # no verbs, as a rule
IRREGULAR: Final = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt",
    "know": "knew known", "find": "found", "read": "read", "hold": "held", "go": "went gone",
    "swear": "swore sworn", "begin": "began begun", "hear": "heard", "see": "saw seen",
    "understand": "understood", "speak": "spoke spoken", "foresee": "foresaw foreseen",
    "shoot": "shot", "hit": "hit", "teach": "taught", "cast": "cast", "seek": "sought",
    "show": "showed shown", "bet": "bet", "stand": "stood",
    "make": "made", "put": "put", "forecast": "forecast",
    "learn": "learned learnt", "label": "labelled labeled", "signal": "signaled signalled",
    "forget": "forgot forgotten", "spell": "spelled spelt", "dream": "dreamed dreamt",
}  # fmt: skip
DOUBLED: Final = frozenset(
    "put bet slam rebut admit quip beg brag plan snap chat sum label blog".split()
)
# Forms that are nouns or adjectives more often than verbs; they a clearer frame.
DOUBTFUL: Final = frozenset(
    "report reports claims claim states state charges notes note calls call plans plan hopes hope "
    "fears fear attacks attack views view estimates estimate forecast forecasts question "
    "questions promise promises demand demands request requests comment comments posts "
    "post text texts reason reasons cries cry laugh laughs smile smiles sees see protest protests "
    "object objects record records voice voices pledge pledges vow vows order orders command "
    "commands counter "
    "doubt doubts press "
    "worry worries brand brands label labels praise blame fault details detail tweet tweets talk "
    "talks find finds rule rules show shows judge judges figure figures offer offers wish wishes "
    "campaign campaigns appeal appeals joke jokes warrant warrants reply tells read reads begin "
    "dream dreams speak cast hold holds advocate advocates found known need email emails blog "
    "blogs guess outline outlines dispute disputes remark remarks signal signals hint hints "
    "mouth mouths put puts putting feel feels feeling project projects challenge challenges "
    "remember expected thought felt written saw talking speaking talked decided determined "
    "teach teaches taught forget order ordered hear heard learned attacked went".split()
)
# No cues with these behind them: "added to the belief that", "contend with".
NO_CUES: Final = frozenset(
    {
        ("add", "to"),
        ("add", "up"),
        ("contend", "with"),
        ("plead", "guilty"),
        ("plead", "not"),
        ("think", "tank"),
        ("think", "tanks"),
        *(("conclude", after) for after in "its his her their".split()),
    }
)
# Forms that are hardly ever anything but verbs of a clause.
SAYING: Final = frozenset(
    "say says said believe believes suggest suggests argue argues argued insist insists insisted "
    "claim claims claimed warns warn indicates indicate".split()
)
# Forms in -ing that are nouns unless a form of "be" stands before them.
NOMINAL: Final = frozenset(
    "ruling warning finding feeling understanding hearing writing reading saying showing holding "
    "briefing posting meaning reporting building talking judging telling".split()
)
# What some cues carry beside the fact that somebody spoke.
LOADED: Final = {
    "point out": "fact",
    "lash out": "heat",
    **dict.fromkeys("claim allege insist contend maintain assert purport profess".split(), "doubt"),
    **dict.fromkeys("admit concede confess acknowledge".split(), "guilt"),
    **dict.fromkeys(
        "reveal disclose refute rebut realise realize recognise recognize know demonstrate "
        "discover point".split(),
        "fact",
    ),
    **dict.fromkeys(
        "boast brag thunder rage fume slam lash blast gush rant moan gripe grumble deride mock "
        "snap decry denounce threaten brand gloat scream".split(),
        "heat",
    ),
}
# Passives that give a label ("was dubbed the king") or tell who was told.
LABELS: Final = frozenset("called dubbed branded labelled labeled deemed considered".split())
TOLD: Final = frozenset(
    "told warned advised informed assured instructed ordered urged asked".split()
)
# Participles that need no speaker of their own: "He is worried that".
STATES: Final = frozenset((*ADJECTIVES, "worried"))
# Said of something, often by nobody: "is believed to", "has been described as"; what may follow.
PASSIVES: Final = MappingProxyType({
    **dict.fromkeys(
        "believed thought said reported alleged understood expected rumoured rumored estimated "
        "assumed known claimed feared hoped tipped predicted forecast suspected".split(),
        frozenset(("to", "that")),
    ),
    **dict.fromkeys(
        "seen regarded viewed touted billed perceived considered".split(), frozenset(("as", "to"))
    ),
    "accused": frozenset(("of", "by")),
    "feared": frozenset("to that dead lost missing trapped drowned killed".split()),
    "called": frozenset[str](),
    **dict.fromkeys("dubbed deemed labeled".split(), frozenset(("by",))),
    **dict.fromkeys(
        "described hailed portrayed characterised characterized branded labelled dismissed "
        "denounced condemned criticised criticized".split(),
        frozenset(("as", "for", "by")),
    ),
    **dict.fromkeys(
        "gathered learnt learned suggested argued proposed mooted noted acknowledged conceded "
        "accepted revealed disclosed stated speculated theorised theorized".split(),
        frozenset(("that",)),
    ),
    **dict.fromkeys(TOLD, frozenset(("that", "by"))),
    **dict.fromkeys("denied rejected".split(), frozenset(("by",))),
    **dict.fromkeys("confirmed announced".split(), frozenset(("by", "that"))),
})  # fmt: skip
EMERGED: Final = frozenset("emerged transpired".split())  # "it emerged that"
# Adverbs that make a whole sentence hearsay.
HEARSAY: Final = frozenset("reportedly allegedly supposedly purportedly apparently".split())
# Nouns with a clause: "the claim that …", "Khan's promise to …".
NOUNS: Final = frozenset(
    "claim claims allegation allegations accusation accusations belief suggestion suggestions "
    "argument assertion assertions statement promise promises pledge pledges vow threat threats "
    "warning warnings hope hopes fear fears concern concerns prediction predictions announcement "
    "rumour rumours rumor rumors speculation denial denials suspicion suspicions complaint "
    "complaints admission contention insistence conclusion view notion idea impression charge "
    "charges assumption theory reports report assurance assurances consensus perception "
    "response".split()
)
CLAUSES: Final = frozenset(("clause", "that"))  # the frames of what is said in a clause
WH: Final = frozenset("that whether if why how what who when where which".split())

Frames = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a form of a cue verb can do."""

    lemma: str
    frames: Frames

    @property
    def load(self) -> str | None:
        """What the cue carries: "doubt", "guilt", "fact", "heat", or None where it is plain."""
        return LOADED.get(self.lemma)


def inflect(lemma: str) -> set[str]:
    """Return the forms of a verb.

    >>> sorted(inflect("deny"))
    ['denied', 'denies', 'deny', 'denying']
    """
    stem, past, present = lemma, f"{lemma}ed", f"{lemma}s"
    if lemma in DOUBLED:
        stem = lemma + lemma[-1]
        past = f"{stem}ed"
    elif lemma.endswith("e"):
        stem = lemma if lemma.endswith("ee") else lemma[:-1]
        past = f"{lemma}d"
    elif lemma.endswith("y") and lemma[-2] not in "aeo":
        past, present = f"{lemma[:-1]}ied", f"{lemma[:-1]}ies"
    elif lemma.endswith(("s", "sh", "ch", "x", "go")):
        present = f"{lemma}es"
    return {lemma, present, f"{stem}ing", *IRREGULAR.get(lemma, past).split()}


def _build_cues() -> dict[str, Cue]:
    frames: dict[str, set[str]] = {}
    for row, verbs in VERBS:
        for verb in verbs.split():
            frames.setdefault(verb, set()).update(row.split())
    return {
        form: Cue(verb, frozenset(row))
        for verb, row in frames.items()
        for form in ({verb} if "state" in row else inflect(verb))
        if form not in _NO_FORMS
    }


def _build_phrases() -> dict[tuple[str, str], Cue]:
    return {
        (form, particle): Cue(f"{verb} {particle}", frozenset(row.split()))
        for verb, particle, row in PHRASAL
        for form in inflect(verb)
        if (form, particle) not in _NO_PHRASES
    }


CUES: Final[MappingProxyType[str, Cue]] = MappingProxyType(_build_cues())
PHRASES: Final[MappingProxyType[tuple[str, str], Cue]] = MappingProxyType(_build_phrases())
# Doubtful forms that only go with a plural subject.
BASE: Final = frozenset(
    form
    for form in DOUBTFUL
    if form in CUES and CUES[form].lemma == form and form not in IRREGULAR.get(form, "").split()
)
