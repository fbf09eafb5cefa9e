"""The words that decide whether a full stop ends a sentence. Tables only; the rule is in segment.

A row belongs where news prints it: an abbreviation that only another field uses would cost more
sentences than it saves. A text is cut without knowing its language, so a row must be safe in all of
them: what is a word in English (Dutch "nl.", Italian "on.") is left out.
"""

from __future__ import annotations

# Stand before a name, so the stop after them never ends a sentence.
TITLES: frozenset[str] = frozenset(
    """
    mr mrs ms mx dr drs prof profs gen gens lt col maj capt cmdr cdr sgt cpl pvt pfc adm brig
    wg sqn ldr flt rev revd hon pres sen sens rep reps gov govs amb insp supt comm asst assoc det
    atty adv engr sec msgr messrs mme mlle fr sra smt shri pt mohd hrh h.r.h h.c
    lt-gen lt-col maj-gen brig-gen lt.gen lt.col maj.gen
    e.g i.e a.k.a cf v vs viz approx ca c incl p vol vols pty pte
    bzw z.b d.h u.a i.d.r v.a mio mrd sog bspw vgl ggf evtl inkl hr hrn dipl
    mm mgr av sra sras srta dra dña aprox ej p.ej p.ex exmo profa séc
    dott dott.ssa dott.sa prof.ssa sig sig.ra sig.na sigg avv geom l'on dell'on all'on ing
    dhr mevr mw ir bijv o.a m.n d.w.z i.p.v resp bl.a t.ex s.k d.v.s
    डॉ प्रो ул им просп пл пер обл см напр проф акад тыс е т.е
    """.split()
)

# May end a sentence, but what follows them with a capital is most often part of the name:
# "U.S. Senate", "Apple Inc. Chief Executive", "Boston, Mass. Police". Only a word that
# rarely belongs to a name (STARTERS) then begins a sentence.
NAME_PARTS: frozenset[str] = frozenset(
    """
    inc ltd co corp cos jr sr bros plc llc l.l.c assn dept univ govt natl intl
    st ste mt ft ave blvd rd hwy rte pkwy
    u.s u.k u.n e.u u.s.a u.s.s.r u.a.e d.c n.y n.j l.a n.c s.c n.d s.d n.h r.i n.m w.va b.c
    ph.d m.d b.a m.a b.s m.p j.d d.d.s r.n esq p.l.c n.v s.a a.g s.p.a g.o.p i.d o.k
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn
    miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ont que sask alta
    jan feb mar apr jun jul aug sept sep oct nov dec
    г
    """.split()
)
# "Mar.", "Del.", "Ill.", "Ind.", "Wash.", "Ore.", "Miss.", "Mass.", "La.", "Pa.", "Jun." are
# words too ("He felt ill."); they count as abbreviations only with their capital.
ONLY_CAPITALISED = frozenset(
    """
    mar del ill ind wash ore miss mass la pa ala ark conn ga kan mo sec gen rep fr co ms det
    col hon rev pres tex ont va vt st art mt md dec comm adv pt mm ing
    """.split()
)

# Acronyms when all in capitals: "told the SEC.", "patients with MS."; and what ends sentences
# though it looks like initials: "en EE.UU.", "en 52 av. J.-C."
NOT_IN_CAPITALS = frozenset(
    "ms sec ca pa md la va pp pt op cl rs adv art det sh ing sig j.-c ee.uu".split()
)

# Stand before a number: "No. 5", "Rs. 500". Elsewhere "no." is the word.
BEFORE_NUMBERS: frozenset[str] = frozenset(
    """
    no nos pp fig figs art para cl ch ver op rs sh tel ext apt nr abs blz kl pág págs pag núm chap
    env д стр кв корп рис ст гл
    """.split()
)
# Spanish plurals in two parts: "EE. UU."; elsewhere they may be the name of a firm.
DOUBLED = {"ee": "uu", "ff": "aa", "jj": "oo", "rr": "hh"}
# Stand before the number of a German ordinal: "im 19. Jahrhundert". In English none of them does.
BEFORE_ORDINALS = frozenset("der die das dem den des im zum zur beim vom".split())
# Stand before a single letter that names one of a series, which may end a sentence: "Plan B."
LETTERED = frozenset(
    """
    plan vitamin hepatitis group type class grade option serie league division category section
    appendix annex schedule exhibit part item phase block zone level pool war terminal
    """.split()
)

# End a sentence unless a day, a time zone or "… time" follows.
CLOCK: frozenset[str] = frozenset("a.m p.m am pm".split())

# Names that are written with a mark of exclamation.
EXCLAIMED = frozenset("yahoo! jeopardy!".split())

# Capitalised words that begin a sentence far more often than they go on with a name.
STARTERS = frozenset(
    """
    the a an this that these those there here it its he his him she her they their them we our us
    you your my i i'm i've i'd i'll it's he's she's they're we're that's there's what's who's
    but and or so yet nor if when while as since because although though after before until once
    unless whether where why how what who which whose however meanwhile moreover furthermore
    instead also then now still thus therefore nevertheless nonetheless otherwise besides indeed
    in on at by for from to with without of about over under during despite according between
    among against amid through within across beyond into like unlike given following
    some many most more all both each every several few no not none nobody nothing another other
    others one two three four five six seven eight nine ten people officials police critics
    analysts experts observers asked yes perhaps maybe only even just last next today yesterday
    tomorrow earlier later recently authorities sources organizers organisers residents witnesses
    protesters prosecutors investigators doctors scientists researchers lawmakers voters
    firefighters rescuers economists investors shares
    он она оно они это эта этот эти в во на по из за о об с со к у от до для при но и а как что
    когда если после также однако мы я вы ранее затем теперь сейчас
    """.split()
)

DAYS_AND_ZONES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    january february march april june july august september october november december
    feb apr jul aug sep sept oct nov dec
    januar februar märz mai juni juli oktober dezember
    gmt utc bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt ist pkt msk jst aest eastern
    pacific central mountain local
    """.split()
)

# German months, which a day's number with a stop precedes: "am 3. Oktober". Those that English
# spells alike are left out: "The toll rose to 9. September was worse."
MONTHS_AFTER_STOP = frozenset("januar februar märz mai juni juli oktober dezember".split())

# Follow a quoted question within one sentence: “Will it hold?” Khan asked.
ASKING_VERBS = frozenset(
    """
    asked asks said says wondered wonders wrote writes tweeted tweets added adds cried cries
    shouted shouts replied replies demanded demands exclaimed joked quipped inquired posted
    recalled told tells yelled chanted mused
    """.split()
)
# May follow such a verb: “Will it hold?” Khan asked on Friday.
AFTER_ASKING = frozenset(
    "in at on during to of as when while before after by via with from".split()
)
# Take an object (“Who won?” Khan asked reporters) unless one of ASKED_FOR follows them.
VERBS_WITH_OBJECT = frozenset("asked asks told tells".split())
ASKED_FOR = frozenset("for that whether if about how why what when where who".split())
# The small words within a speaker's name and address.
WITHIN_NAMES = frozenset("of the from for and de da del der van von bin al el la du".split())
