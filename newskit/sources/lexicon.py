"""Words that tell who a source is, as tables: bodies, documents, places, people, small words."""

from __future__ import annotations

from typing import Final

PRONOUNS: Final = frozenset("he she they it i we you who which that one".split())
PERSONAL: Final = frozenset("he she they it i we you".split())
# A writer's own voice, with what is written together with it.
OWN_VOICE: Final = frozenset(
    "i i'd i've i'm i'll we we'd we've we're we'll you you'd you've you're you'll".split()
)
POSSESSIVES: Final = frozenset("his her their its".split())
PARTISANS: Final = frozenset("republican democrat conservative liberal".split())
# How many of some people: "dozens of residents".
QUANTITIES: Final = frozenset(
    "dozens scores hundreds thousands millions majority minority half third two-thirds "
    "three-quarters quarter".split()
)
NUMERALS: Final = frozenset("two three four five six seven eight nine ten".split())
DETERMINERS: Final = NUMERALS | frozenset(
    "the a an this that these those his her its their our my your some many several most all both "
    "each every another other few no any one".split()
)
BE: Final = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
AUXILIARIES: Final = BE | frozenset(
    "has have had having do does did will would can could may might shall should must hasn't "
    "haven't hadn't doesn't don't didn't won't wouldn't can't couldn't cannot".split()
)
FINITE: Final = AUXILIARIES - {"being", "having"}
INFINITIVES: Final = frozenset("be being have having do".split())
# What may stand between a subject and its verb; words in -ly are added by rule.
BETWEEN: Final = AUXILIARIES | frozenset(
    "liked likes loved tended neither used also then later now already once again still not never "
    "only just even both all "
    "since "
    "soon "
    "first once reportedly often always previously long to went goes go appeared seemed seems "
    "seem on recently appear appears meanwhile kept continues further too therefore nevertheless "
    "nonetheless however "
    "today yesterday subsequently himself herself themselves itself twice earlier".split()
)
PREPOSITIONS: Final = frozenset(
    "of for in at from with to on by under within inside outside near about against behind over "
    "between among across after before during since through via despite amid into until "
    "without throughout atop aboard".split()
)
RELATIVES: Final = frozenset("who which whose whom where".split())
ARTICLES: Final = frozenset(("a", "an", "the"))
IDENTIFIED: Final = frozenset("named identified quoted".split())  # "who asked not to be named"
# Behind the word that says what a noun phrase is: "a poll [published in May]".
PARTICIPLES: Final = frozenset(
    "close filed published released conducted commissioned compiled "
    "obtained signed written issued addressed dated".split()
)
NOUN_ENDS: Final = PREPOSITIONS | PARTICIPLES | frozenset("who which that whose".split())
# Words in -ly that are no adverbs.
NO_ADVERBS: Final = frozenset(
    "family supply assembly ally reply anomaly bully rally monopoly butterfly july italy".split()
)
# Where a noun phrase cannot go on.
STOPS: Final = AUXILIARIES | frozenset(
    "that because when while after before if as since though although where whether than so until "
    "unless or but nor yet who which whose whom said says told believes thinks added saying there "
    "how why what not during despite amid".split()
)
LEADS: Final = frozenset(
    "but and still however meanwhile also instead yet now then later yesterday today tonight so or "
    "nor earlier once again recently even only thus perhaps indeed besides moreover separately "
    "additionally overall elsewhere nevertheless nonetheless afterwards first finally here "
    "previously reportedly for while although though whereas because if when".split()
)
DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday today tonight tomorrow".split()
)
PERIODS: Final = frozenset(
    "week weeks month months year years day days weekend night morning afternoon evening decade "
    "summer winter spring autumn fall century hour hours time decades "
    "centuries minute minutes generations".split()
)
BEFORE_PERIODS: Final = frozenset(
    "last this next early late earlier that later the each every".split()
)
# Where things are said: "in a statement", "at a news conference".
OCCASIONS: Final = frozenset(
    "statement interview interviews email e-mail tweet tweets letter conference briefing speech "
    "report release post posts message memo phone telephone call video article note testimony "
    "ceremony summit seminar vigil manifesto foreword preface address announcement filing "
    "documents court parliament press anonymity "
    "twitter facebook television tv "
    "radio debate rally meeting hearing podcast broadcast blog column remarks reply response "
    "broadcaster editorial event papers filings submissions essay brief newsletter".split()
)
# What leads to a quote, or stands behind one: "her answer: “No.”", "was his verdict".
ANSWERS: Final = frozenset(
    "answer reply response retort message verdict advice explanation conclusion comment statement "
    "words rule motto tweet post assessment description slogan mantra refrain".split()
)
LISTENERS: Final = frozenset(
    "media reporters journalists supporters lawmakers mps voters investors delegates viewers "
    "listeners people fans members parliament police officials prosecutors investigators friends "
    "officers students colleagues him her them me us you everyone senators residents customers "
    "executives managers employees leaders bosses ministers doctors scientists analysts "
    "economists donors followers regulators judges jurors detectives aides advisers allies "
    "shareholders parents workers staff readers audiences congress".split()
)
TITLES: Final = frozenset(
    "mr mrs ms miss dr sir dame lord lady baroness prof professor president minister premier "
    "chancellor senator sen rep representative congressman congresswoman gov governor mayor gen "
    "general lt lieutenant col colonel capt captain sgt sergeant maj major adm admiral judge "
    "justice king queen prince princess pope bishop archbishop cardinal imam rabbi sheikh sheik "
    "secretary chairman chairwoman chair director coach speaker ambassador spokesman spokeswoman "
    "spokesperson commissioner councillor emperor sultan detective inspector superintendent "
    "chief vice deputy prime first attorney state foreign treasury former leader whip rev ceo "
    "dj sheriff det insp supt dci sergeant-major "
    "reverend father sister cllr".split()
)
# A role that can stand for its holder: "the president said".
ROLES: Final = frozenset(
    "president minister premier chancellor senator governor mayor general chairman chairwoman "
    "chair director coach ambassador spokesman spokeswoman spokesperson commissioner king queen "
    "prince princess pope secretary leader manager founder editor author actor actress singer "
    "quarterback goalkeeper pitcher sprinter golfer boxer jockey guitarist drummer bassist "
    "comedian candidate "
    "nominee envoy chief executive congressman congresswoman lawyer attorney professor economist "
    "analyst billionaire businessman judge captain striker midfielder defender champion striker "
    "developer programmer physicist scientist astronaut official driver player winner "
    "teenager activist critic director-general sheriff pilot priest bishop rapper star "
    "wife husband son daughter boss friend captain correspondent "
    "frontman veteran pastor strategist adviser advisor pollster historian democrat republican "
    "mp mep lawmaker ceo sheriff officer forecaster dj secretary-general".split()
)
RANKS: Final = frozenset(
    "detective sergeant inspector superintendent constable councillor councilman councilwoman "
    "archbishop rabbi imam colonel trooper".split()
)
BODIES: Final = frozenset(
    "ministry government company police party court committee commission council agency bank "
    "union university group campaign team club army military navy administration office "
    "department bureau association federation organisation organization institute foundation "
    "trust firm "
    "charity utility regulator watchdog parliament senate congress house board corporation network "
    "broadcaster television inquest station service services fund authority authorities kremlin "
    "church cabinet "
    "brokerage lender insurer automaker carmaker drugmaker chipmaker startup start-up subsidiary "
    "movement militia faction airline carrier manufacturer maker retailer consortium league "
    "institution centre center "
    "coalition alliance opposition prosecution defence defense embassy consulate force forces "
    "society academy school college hospital museum studio label publisher inc corp ltd llc plc "
    "co group holdings airlines motors treasury inspectorate ombudsman tribunal taskforce "
    "corps guard guards panel jury newspaper paper magazine newsroom "
    "times post guardian journal tribune herald "
    "telegraph news press reuters brigade nations "
    "city county town nation country kingdom republic district village".split()
)
# Bodies that stand for one named before: "the company said".
GENERIC: Final = frozenset(
    "company firm group party bank agency ministry club team university organisation organization "
    "union charity airline carrier association committee commission network department "
    "retailer studio label corporation force council brokerage lender insurer automaker carmaker "
    "drugmaker chipmaker planemaker maker startup start-up regulator trust "
    "institute foundation fund side utility".split()
)
DOCUMENTS: Final = frozenset(
    "tally scorecard ad advert motion report suit advisory audit inquiry investigation review "
    "study statement survey poll letter "
    "presentation memo document documents book article email autopsy post-mortem inspection "
    "examination banner "
    "placard poster plaque billboard "
    "accounts emails tweet lawsuit complaint indictment filing law constitution website post "
    "editorial figures data research findings analysis transcript record records bill treaty "
    "agreement paper reports studies polls surveys ruling verdict release text statistics "
    "spreadsheet spreadsheets logs ledger files receipts receipt minutes log transcript invoice "
    "subpoena "
    "forecast memoir diary guidelines website site sign note petition affidavit census".split()
)
MEANS: Final = frozenset("phone telephone email e-mail text video letter fax".split())
# Things that tell something as a paper does.
FINDINGS: Final = frozenset(
    "test tests evidence consensus result results index numbers trend trends plan plans proposal "
    "proposals speech predictions charter footage video images files accounts rules experience "
    "history science polling projections estimates calculations calculation description caption "
    "headline label testing".split()
)
# In names that are neither people nor bodies.
THINGS: Final = frozenset(
    "island islands river lake mount mountain street road avenue county city town bay sea ocean "
    "valley airport park stadium square bridge route highway cup championship championships games "
    "award awards prize festival act war day week month open grand prix tour summit express "
    "music pay plus pro mini maps cloud interstate hall theatre theater garden gardens village "
    "beach district region province state "
    "east west north south new great central union show today game series plan project dems "
    "prison jail palace castle tower hotel cathedral abbey temple mosque channel radio review code "
    "democrats republicans tories protection security defense immigration "
    "research securities capital electronics software economics airways lines communications "
    "networks bros brothers united rovers athletic telecom telekom rights international insurance "
    "entertainment pictures comics records energy systems technologies technology solutions "
    "partners associates analytics consulting investments financial bancorp trust exchange markets "
    "stores foods pharmaceuticals petroleum health healthcare clinic library hurricane olympics "
    "olympic idol marathon industry tv dvd dvds pc pcs globe globes weekly digest online "
    "movies robotics semiconductor semiconductors biotech therapeutics aerospace dynamics".split()
)
# Capitals and seats that stand for who governs there, and countries.
PLACES: Final = frozenset(
    "washington moscow london paris berlin beijing brussels islamabad tehran tokyo seoul pyongyang "
    "kyiv kiev ankara riyadh cairo jerusalem canberra ottawa rome madrid athens warsaw budapest "
    "vienna kabul baghdad damascus havana caracas brasilia nairobi abuja pretoria jakarta manila "
    "hanoi bangkok delhi dhaka colombo kathmandu taipei dublin edinburgh cardiff westminster "
    "holyrood stormont whitehall strasbourg geneva minsk tbilisi baku yerevan belgrade sofia "
    "bucharest prague bratislava lisbon oslo stockholm copenhagen helsinki tallinn riga vilnius "
    "doha tripoli tunis algiers rabat khartoum harare kampala kigali accra dakar downing kremlin "
    "elysee pentagon vatican capitol britain france germany italy spain russia ukraine china "
    "japan india pakistan afghanistan iran iraq syria turkey israel egypt america canada mexico "
    "brazil argentina chile peru colombia venezuela cuba australia indonesia malaysia singapore "
    "thailand vietnam philippines taiwan nigeria kenya ethiopia sudan somalia ghana "
    "zimbabwe libya tunisia algeria morocco qatar lebanon yemen poland hungary romania "
    "bulgaria greece austria switzerland belgium netherlands denmark norway sweden finland iceland "
    "ireland scotland wales england portugal serbia croatia bosnia kosovo albania georgia "
    "armenia azerbaijan kazakhstan uzbekistan belarus moldova estonia latvia lithuania u.s us "
    "uk u.k eu e.u usa".split()
)
PLACE_PHRASES: Final = frozenset(
    ("new delhi", "north korea", "south korea", "saudi arabia", "new zealand", "south africa",
     "white house", "downing street", "sri lanka", "hong kong", "united states", "united kingdom",
     "los angeles", "las vegas", "san francisco", "san diego", "san jose", "tel aviv",
     "buenos aires", "kuala lumpur", "rio de janeiro", "puerto rico", "ivory coast",
     "european union", "buckingham palace", "capitol hill", "number 10", "no 10", "wall street",
     "united arab emirates", "holy see", "the hague", "czech republic")
)  # fmt: skip
# Names like a person's that are a body's, a region's or a people's.
NO_PEOPLE: Final = frozenset(
    ("goldman sachs", "morgan stanley", "merrill lynch", "lehman brothers", "wells fargo",
     "credit suisse", "jp morgan", "jp morgan chase", "j.p. morgan", "deutsche boerse",
     "swiss re", "munich re", "hewlett packard", "best buy", "freddie mac", "fannie mae",
     "dow jones", "walt disney", "warner bros", "lockheed martin", "general electric",
     "sony ericsson", "rolls royce", "ask jeeves", "mg rover", "alfa romeo",
     "cadbury schweppes", "canal plus", "scotland yard", "human rights watch", "age concern",
     "red cross", "red crescent", "black lives matter", "plaid cymru", "sinn fein",
     "fianna fail", "fine gael", "lib dem", "lib dems", "al qaeda", "al jazeera", "al shabaab",
     "boko haram", "agence france-presse", "agence france presse", "rolling stone",
     "evening standard", "vanity fair", "aston villa", "bayern munich", "real madrid",
     "real sociedad", "atletico madrid", "ac milan", "inter milan", "borussia dortmund",
     "bayer leverkusen", "man utd", "man city", "crystal palace", "west ham",
     "tottenham hotspur", "nottingham forest", "aston martin", "planned parenthood",
     "super bowl", "ernst young", "la liga", "serie a", "eastern europe", "western europe",
     "latin america", "native american", "african american", "latin american", "silicon valley",
     "internet explorer", "windows xp")
)  # fmt: skip
# Behind a name these are left off when the body is named again: "Cairn" for "Cairn Energy".
LEFT_OFF: Final = frozenset(
    "energy networks securities group inc corp corporation ltd llc plc co company airlines airways "
    "communications international foods pharmaceuticals technologies technology systems "
    "electronics pharma therapeutics biotech software financial holdings motors insurance telecom "
    "stores petroleum partners "
    "industries "
    "bank bancorp institute foundation trust".split()
)
# Before a name at the head of a sentence, or anywhere: "Winger Luke Hall".
JOBS: Final = frozenset(
    "rival keyboardist instrumentalist vocalist cinematographer conductor treasurer skipper winger "
    "prop fly-half scrum-half hooker "
    "flanker full-back fullback centre-back left-back right-back songwriter screenwriter novelist "
    "journalist presenter broadcaster choreographer photographer designer architect entrepreneur "
    "tycoon philanthropist banker campaigner solicitor barrister prosecutor magistrate welshman "
    "employee resident neighbor neighbour student teacher nurse farmer witness reporter researcher "
    "correspondent customer patient survivor volunteer activist organizer organiser columnist "
    "englishman irishman scotsman frenchman dutchman frontwoman co-founder co-star playwright "
    "filmmaker film-maker biographer paramedic firefighter psychologist psychiatrist surgeon "
    "epidemiologist virologist meteorologist geologist biologist chemist sociologist "
    "substitute widow widower engineer technician".split()
)
# With "the" before them, somebody spoken of before: "the Italian said".
NATIONALS: Final = frozenset(
    "american argentine australian austrian belgian brazilian briton cameroonian canadian chilean "
    "colombian croatian czech dane dutchman egyptian englishman englishwoman finn frenchman "
    "frenchwoman german ghanaian greek hungarian indian iranian irishman israeli italian jamaican "
    "kenyan korean mexican moroccan nigerian norwegian pakistani pole portuguese romanian russian "
    "scot scotsman senegalese serb serbian slovak spaniard swede swiss tunisian turk ukrainian "
    "uruguayan welshman zimbabwean".split()
)
# People who are counted, not named.
OCCUPATIONS: Final = frozenset(
    "intern waitress waiter nurse teacher farmer trucker student soldier doctor lawyer shopkeeper "
    "bartender barber retiree widow widower mechanic carpenter cashier clerk janitor librarian "
    "plumber electrician butcher baker fisherman nun monk tenant landlord passenger passerby "
    "customer envoy diplomat colleague classmate roommate bystander juror constable deputy".split()
)
UNNAMED: Final = frozenset(
    "observers officials sources source critics analysts experts people witnesses residents "
    "supporters opponents aides advisers advisors insiders diplomats commentators activists "
    "campaigners scientists researchers economists historians politicians lawyers doctors voters "
    "fans others some many investigators prosecutors spokesman spokeswoman spokesperson official "
    "aide witness expert critic analyst everybody everyone anyone nobody no-one somebody someone "
    "none few most several leaders lawmakers mps ministers traders investors allies rivals members "
    "third latter former "
    "couple family families relatives staff crew public "
    "eyewitness eyewitnesses bystander bystanders onlooker onlookers passer-by neighbour neighbor "
    "reports rumours rumors media sides majority neighbours neighbors locals man woman "
    "men women".split()
)
# "The San Jose-based company" has no such name.
PLACED_ENDINGS: Final = ("-based", "-backed")
# How words for people end, how words for things do, and things that end like people.
AGENT_ENDINGS: Final = tuple(
    "year-old ist ists er ers or ors ans cian rian man men crats ees".split()
)
THING_ENDINGS: Final = ("ing", "ings", "tion", "tions", "ness", "ity")
NO_AGENTS: Final = frozenset(
    "refers considers delivers covers discovers remembers triggers enters lowers number numbers "
    "power powers order orders water weather matter matters offer offers factor "
    "factors sector sectors error errors floor door color anger danger disorder computer computers "
    "server servers summer winter river rivers border borders other another never ever over under "
    "after before plans means loans clans disaster dinner fever hunger laughter prayer quarter "
    "quarters shelter timber transfer volunteerism motor character corner cover layer manner "
    "receptor receptors sensor sensors tumor tumors monitor mirror terror horror humor rumor "
    "labor harbor behavior answer answers paper".split()
)
OPENERS: Final = PERSONAL | DETERMINERS  # a noun phrase begins with one of these
WORK: Final = ROLES | JOBS | OCCUPATIONS  # what somebody is
_ONES: Final = ROLES | BODIES | TITLES | OCCUPATIONS
AGENTS: Final = UNNAMED | OCCUPATIONS | ROLES | BODIES | DOCUMENTS | TITLES | PERSONAL


def is_owner(word: str) -> bool:
    """Return whether a word, in small letters, tells whose something is.

    >>> is_owner("her"), is_owner("lee's"), is_owner("lee")
    (True, True, False)
    """
    return word.endswith("'s") or word in POSSESSIVES


def is_agent(word: str) -> bool:
    """Return whether a word, in small letters, is one for somebody (or a paper) that can speak.

    >>> is_agent("residents"), is_agent("engineers"), is_agent("trip")
    (True, True, False)
    """
    if word in AGENTS or find_singular(word) in _ONES:
        return True
    return word.endswith(AGENT_ENDINGS) and word not in NO_AGENTS


def find_singular(word: str) -> str:
    """Return what a plural in -s or -ies is the plural of; any other word as it is.

    >>> find_singular("companies"), find_singular("presidents"), find_singular("press")
    ('company', 'president', 'press')
    """
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
