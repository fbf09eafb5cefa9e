"""Whether a page is an article at all; a page that is none is refused with what was seen.

Every extractor takes a bot check, a "404" page or a cookie wall for an article. The rows of
``VERDICTS`` are asked in order, about what the page shows and what was extracted from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from newskit.loaders.extraction import words
from newskit.loaders.layout import ends_sentence

# An article is rarely shorter; each row that is about short pages says how short.
SHORT = 150
_VERY_SHORT = 50
# A teaser is the lead. Where more is shown it is read, and the article says that it is paywalled.
_TEASER = 60
# A wall says little else. On 181 article pages no body has more than a fifth of such lines.
_WALL_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Sight:
    """What a page shows, as far as it tells what kind of page it is."""

    title: str
    body: str
    shown: str  # all text of the page; "" where the body has SHORT words
    heading: str = ""  # the first h1
    paywalled: bool | None = None
    is_article: bool = False  # it says so itself, in JSON-LD or og:type
    is_signed: bool = False  # it has a byline or a date
    is_front: bool = False  # its own address is that of the front page
    n_scripts: int = 0
    n_teasers: int = 0  # headlines that are links
    n_words: int = 0  # that were extracted as the article


# The patterns are small letters: what they are asked about is made so first, which is quicker
# than to compare either way.
_BOT_CHECK = re.compile(
    r"just a moment|attention required|checking (?:your|if the site) .{0,20}(?:browser|secure)"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:human|robot)|ddos protection by"
    r"|unusual (?:traffic|activity) from your|access (?:to this page has been )?denied"
    r"|enable cookies and reload|captcha"
)
_ERROR = re.compile(
    r"^\W*40[34]\b|\b(?:404|403|410|500|502|503)\b.{0,30}\b(?:not found|error|forbidden|gone"
    r"|unavailable)|(?:error|fehler|erreur|http|status)\W{0,3}(?:404|403|410|500|502|503)\b"
    r"|(?:page|article|story|seite|página) (?:was |could |is |has |does |you )?.{0,40}"
    r"(?:not (?:be )?found|not exist|no longer|nicht gefunden|no encontrada|moved|removed)"
    r"|not found|page introuvable|(?:can['’]?t|cannot) (?:find|be found)"
    r"|(?:service|temporarily) unavailable|internal server error|bad gateway|forbidden"
)
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|\bpersonal data\b|\bprivacy\b|\bour partners\b|\bvendors?\b"
    r"|legitimate interest|personali[sz]ed (?:ads|content)"
    r"|\beinwillig|personenbezogen|\bdatenschutz|données personnelles|\bconsentement\b"
    r"|nos partenaires|datos personales|\bconsentimiento\b|nuestros socios"
)
_CONSENT_TITLE = re.compile(
    r"before you continue|your privacy|privacy (?:settings|choices)|cookie|consent|we value"
    r"|einwilligung|datenschutz"
)
_SCRIPT = re.compile(
    r"(?:enable|turn on|requires?|needs?|without|activate) java ?script|java ?script (?:is )?"
    r"(?:disabled|required|not enabled|to run)"
)
_PAYWALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|keep|unlock|access)|(?:article|story|content) is "
    r"(?:only )?(?:for|reserved for|available (?:only )?to|exclusive to) (?:our |paying )?"
    r"(?:subscribers|members)|(?:continue|keep) reading (?:with|by|for|this article with) .{0,40}"
    r"(?:subscri|trial|account)|already a (?:subscriber|member)|to (?:continue|keep) reading.{0,60}"
    r"(?:subscri|sign|log|register)|(?:sign|log) in to (?:continue|keep) reading"
    r"|(?:unlock|get) (?:full|unlimited|this) .{0,20}access"
    r"|you(?:['’]ve| have) (?:reached|used|read) .{0,40}free (?:articles?|stor)"
    # German, French, Spanish, Italian, Portuguese, Dutch
    r"|(?:nur|exklusiv|weiterlesen) für abonnent|abonnent(?:en|innen)? vorbehalten"
    r"|(?:jetzt|sofort|hier|als abonnent(?:in)?|mit \S{1,12}) (?:abonnieren und )?(?:sofort )?"
    r"weiter(?:zu)?lesen|(?:weiterlesen|lesen sie diesen artikel) mit\b|sie möchten weiterlesen"
    r"|(?:um|diesen) .{0,30}weiterzulesen|(?:schon|bereits) (?:ein abo|abonnent|registriert)\b"
    r".{0,20}(?:\?|anmelden)"
    r"|réservée?s? (?:à nos|aux) abonné|abonnez-vous pour .{0,20}(?:lire|accéder|continuer)"
    r"|déjà abonné|pour (?:continuer à lire|lire la suite)|lire la suite avec"
    r"|reste .{1,12}de cet article à lire|limite d.articles gratuits"
    r"|(?:solo|exclusiv[oa]) para (?:nuestros )?suscriptores|para seguir leyendo"
    r"|(?:suscr[ií]bete|regístrate|inicia sesión) para (?:seguir|continuar) leyendo"
    r"|ya eres suscriptor|límite de (?:artículos|noticias) gratuit"
    r"|riservat[oa] agli abbonati|abbonati per (?:continuare|leggere)|sei già abbonato"
    r"|exclusivo para assinantes|assine para (?:continuar|ler)|alleen voor abonnees"
    r"|lees (?:verder|dit artikel) met (?:een abonnement|premium)|al abonnee\?"
)


# A wall speaks to its reader; a report speaks of others, and of their words in quotes.
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|please|this (?:web)?site|th(?:is|e|at) page|these cookies|click"
    r"|try again|wir|unser\w*|bitte|diese (?:website|seite)|vous|votre|vos|nous|nos|notre|ce site"
    r"|usted|sus|nosotros|nuestr[ao]s?|este sitio|você|nossos?|vi|nostr[aio]|wij|ons|onze)\b"
)
_QUOTED = re.compile(r"[“\"„«][^”“\"«»\n]{1,300}[”“\"»]")
_REPORT_WORDS, _REPORT_SHARE, _LONG_LINE = 50, 0.25, 20


def _is_report(seen: Sight) -> bool:
    """Whether this is prose about others, under a headline of its own, or signed."""
    lines = [_QUOTED.sub("x", line) for line in seen.body.split("\n") if ends_sentence(line)]
    told = re.split(r"(?<=[.!?])\s", "\n".join(lines))
    own = [word for word in words(_ERROR.sub("", seen.heading)) if len(word) > 4]
    if sum(len(part.split()) for part in told) < _REPORT_WORDS or not (seen.is_signed or own[2:]):
        return False
    return sum(bool(_TO_READER.search(part)) for part in told) <= _REPORT_SHARE * len(told)


def _is_bot_check(seen: Sight) -> bool:
    head = any(map(_BOT_CHECK.search, (seen.title, seen.shown[:400]))) and not _is_report(seen)
    return head and seen.n_words < SHORT and len(words(seen.shown)) < 3 * SHORT


def _is_error(seen: Sight) -> bool:
    heads = (seen.title, seen.heading, seen.body[:120])
    bare = seen.n_words < SHORT and not seen.is_article
    return bare and any(map(_ERROR.search, heads)) and not _is_report(seen)


def _is_consent(seen: Sight) -> bool:
    titled = bool(_CONSENT_TITLE.search(seen.title)) and not seen.is_article
    if not titled and seen.n_words >= 3 * SHORT:
        return False
    lines = [line for line in seen.body.split("\n") if len(words(line)) > 3]
    about = sum(bool(_CONSENT.search(line)) for line in lines)
    many = 2 * about >= len(lines) * _WALL_SHARE if titled else about > _WALL_SHARE * len(lines)
    return many and not _is_report(seen)


def _is_teaser(seen: Sight) -> bool:
    short = seen.n_words < _TEASER
    return short and bool(seen.paywalled or _PAYWALL.search(_QUOTED.sub("x", seen.shown)))


def _is_shell(seen: Sight) -> bool:
    if seen.n_words >= _VERY_SHORT:
        return False
    shows_nothing = seen.n_scripts > 0 and len(words(seen.shown)) < _VERY_SHORT
    return shows_nothing or bool(_SCRIPT.search(seen.shown))


def _is_listing(seen: Sight) -> bool:
    if seen.is_article:
        return False
    if seen.is_front and seen.n_teasers >= 4:
        return True
    paragraphs = (line for line in seen.body.split("\n") if len(words(line)) >= 40)
    return seen.n_teasers >= 8 and sum(1 for _ in paragraphs) <= 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind of page that is no article: how it is known, and what would work instead."""

    name: str
    fits: Callable[[Sight], bool]
    advice: str


_BROWSER = "Open the page in a browser, save it there, and load the saved file."
VERDICTS: tuple[Verdict, ...] = (
    Verdict("a check against bots", _is_bot_check, _BROWSER),
    Verdict("an error page", _is_error, "Check the address, or look for the page in an archive."),
    Verdict("a consent wall", _is_consent, _BROWSER),
    Verdict("the teaser of a paywalled article", _is_teaser,
            "Sign in with your own subscription, save the page, and load the saved file."),
    Verdict("a page that its scripts fill", _is_shell, _BROWSER),
    Verdict("a list of articles", _is_listing, "Load the articles that it links to one by one."),
)  # fmt: skip


def judge_page(seen: Sight) -> Verdict | None:
    """Return what kind of page this is if it is no article, else None.

    >>> judge_page(Sight(title="404 Not Found", body="", shown="404 Not Found")).name
    'an error page'
    """
    texts = {name: getattr(seen, name).lower() for name in ("title", "heading", "body", "shown")}
    small = replace(seen, **texts)
    return next((verdict for verdict in VERDICTS if verdict.fits(small)), None)


def names_wall(line: str) -> bool:
    """Whether a line asks to subscribe or to sign in for the rest.

    >>> names_wall("Subscribe now to continue reading"), names_wall("They continue reading.")
    (True, False)
    """
    bare = _QUOTED.sub("x", line.lower())
    told = len(bare.split()) >= _LONG_LINE and not _TO_READER.search(bare)
    return bool(_PAYWALL.search(bare)) and not told
