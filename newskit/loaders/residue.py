"""Page residue: lines that come along when an article is copied, and the rule that knows each.

A rule is one pattern for a whole line. It must be narrow enough that no sentence of an article
can be such a line: the phrase alone, or the phrase with a colon, or words that only a web page
says of itself. Every row has cases in ``tests/cases/residue.json``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from newskit.article import Removed
from newskit.loaders.residue_abroad import RESIDUE_ABROAD

_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|telegram|reddit|instagram|youtube|pinterest"
    r"|threads|bluesky|mastodon|google news|e-?mail|sms|messenger|flipboard)"
)

# name of the rule, pattern of the whole line (case does not matter)
RESIDUE: tuple[tuple[str, str], ...] = (
    ("source link", r"(?:news )?source link(?: ?: ?\S+)?"),
    ("source link", r"(?:read|view|see) (?:the )?(?:original|full)(?: \w+)?(?: here| at .{1,40})?"),
    ("source link", r"source ?: ?\S+(?: \S+){0,4}"),
    ("comments", r"leave a (?:reply|comment)(?: cancel reply)?"),
    ("comments", r"(?:cancel reply|post (?:a )?comment|add (?:a |your )?comment|view comments?)"),
    ("comments", r"(?:join the (?:conversation|discussion)|no comments(?: yet)?|comments?)"),
    ("comments", r"\(?\d{1,5}\)? comments?|comments? \(\d{1,5}\)|comments are (?:closed|off)\.?"),
    ("comments", r"your email address will not be published.*"),
    ("comments",
     r"save my name, email.*|required fields are marked.*|(?:name|e-?mail|website) ?\*"),
    ("read more",
     r"(?:read|learn|see|find out|know|show|load|view|discover) more(?: here| ?[.…]+)?"),
    ("read more", r"(?:read|learn|see|find out|know) more(?: ?[:|>»→–—]| - ).{0,200}"),
    ("read more", r"(?:continue|keep) reading(?: below| the (?:main )?(?:story|article))?\W*"),
    ("also read", r"(?:also|must|please|don['’]t miss|next) ?[- ]?(?:read|see|watch)"),
    ("also read", r"(?:also|must) ?[- ]?(?:read|see|watch)(?: ?[:|>»→–—]| - ).{0,200}"),
    ("also read", r"(?:read|see|watch|listen) ?[- ]?also(?: ?[:|>»→–—].{0,200})?"),
    ("also read", r"(?:related|recommended|read|explained|in pics|watch) ?[:|»→]"
     r"\s*(?-i:(?![a-z\s])).{1,199}[^.]"),
    ("also read",
     r"(?:related|recommended|similar) (?:stor(?:y|ies)|articles?|posts?|news|topics|"
     r"coverage|content|reading|links?)(?: ?:.{0,200})?"),
    ("also read", r"you (?:may|might) (?:also )?(?:like|be interested in)\W*"),
    ("share", r"(?:share|tweet|pin|print|e-?mail|save|copy link|bookmark)(?: it| this)?"
     r"(?: (?:article|story|post|page|news|video))?\W*"),
    ("share",
     rf"share (?:this )?(?:(?:article|story|post|page) )?(?:on|via|with|to) (?:{_NETWORKS}|"
     r"friends|your friends)(?:(?:, | and | or )\w+)*\W*"),
    ("share", rf"(?:(?:share|tweet|print|save|copy link|{_NETWORKS})\W*){{2,}}"),
    ("share", r"click to (?:share|print|email|tweet).*|\d+ ?(?:shares|likes|views|reactions)"),
    ("follow",
     rf"(?:follow|like|find|join|connect with) (?:us|him|her|them|\S+|the \w+|our .{{1,30}}) on "
     rf"{_NETWORKS}.{{0,80}}"),
    ("follow", r"follow us\W*|follow @\w+.{0,60}"
     r"|(?:download|get|install) (?:the|our) .{0,40}\bapp\b.{0,60}"),
    ("follow", rf"join (?:our|us on) (?:.{{0,30}} )?{_NETWORKS}(?:.{{0,60}}[^.]|\W*)"),
    ("newsletter", r"(?:subscribe|sign up|sign in|log ?in|register)(?: now| here| today)?\W*"),
    ("newsletter", r"(?:subscribe|sign up|register) (?:to|for|now|here|today|with)\b.{0,160}"
     r"(?:newsletters?|briefing|inbox|e-?mails?|alerts?|updates?|channel|podcast|"
     r"trial|free|unlimited|digest|here|now)\b.{0,60}"),
    ("newsletter", r"get (?:the (?:latest|best|day|top|news|free)|our|your daily|all the) .{0,80}"
     r"(?:newsletter|inbox|e-?mail alerts?|briefing)\b.{0,80}"),
    ("newsletter", r"(?:enter|your) (?:your )?e-?mail(?: address)?\W*|newsletters?|"
     r"already a (?:subscriber|member)\?.{0,60}"),
    ("cookies", r"(?:we|this (?:web)?site|our (?:web)?site|this page|our partners|we and our "
     r"(?:\d+ )?partners) (?:also )?(?:uses?|stores?|sets?)\b.{0,80}"
     r"\bcookies?(?: (?:(?:in order )?to (?:improve|ensure|give|enhance|provide|personali"
     r"|analy|make|offer|help|understand|deliver|show|store|access|remember|measure|optimi)"
     r"|for|and|on|so that|that|which)\b.*|(?: to)?\W*)"),
    ("cookies", r"(?:accept|reject|manage|allow|decline|agree to)(?: all| and close| my)?"
     r"(?: cookies?| preferences| settings)?(?: & close)?\W*"),
    ("cookies", r"(?:cookie|privacy) (?:policy|settings|preferences|notice|consent|statement)\W*"),
    ("cookies", r"by (?:continuing to (?:use|browse)|using|clicking|browsing) .{0,60}"
     r"(?:you (?:agree|accept|consent)|cookies?).*"),
    ("advertisement", r"(?:advertisements?|advertising|advert|ads?|sponsored(?: content| post| by"
     r" .{0,40})?|promoted(?: content)?|paid content|ad feedback)\W*"),
    ("advertisement", r"(?:story|article|content|text) continues (?:below|after)\b.{0,40}"),
    ("advertisement", r"scroll (?:down )?(?:for more|to continue).{0,30}|"
     r"skip (?:the )?(?:ad|advert|advertisement|promotion).{0,30}|remove ads"),
    ("tags", r"(?:tags?|tagged|topics?|filed under|categor(?:y|ies)|keywords?|related topics|"
     r"more on|in this story) ?(?:with)? ?:.{0,200}"),
    ("copyright",
     r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})|copyright\b.{0,80}reserved\W*$).*"),
    ("copyright", r"this (?:material|content|article) may not be (?:published|reproduced).*"),
    ("click here", r"(?:click|tap) (?:here|on the)\b.{0,120}"),
    ("navigation",
     r"(?:home|menu|search|close|next|previous|prev|loading|skip to (?:main )?content|"
     r"back to (?:top|home)|go back|toggle navigation|breadcrumb)\W*"),
    ("navigation", r"(?:next|previous|prev) (?:article|story|post|page|news)(?: ?:.{0,160})?\W*"),
    ("navigation", r"home ?[>»/›|].{0,120}"),
    ("trending", r"(?:trending(?: now| news)?|most (?:read|popular|viewed|shared|commented)|"
     r"latest (?:news|stories|updates|headlines)|top (?:stories|news|headlines)|"
     r"popular (?:posts|stories|news)|editor['’]?s['’]? (?:picks?|choice)|"
     r"recommended(?: for you)?|more (?:stories|news|headlines)|what to read next|"
     r"(?:around|from) the web|more from .{1,40})\W*"),
    ("photo credit", r"\(?(?:file )?(?:photo|image|picture|photograph|pic|video)s?"
     r"(?: credits?| source| courtesy| by)? ?[:/].{1,120}"),
    ("photo credit", r"(?:getty images|(?:ap|afp|reuters|epa)(?: file)? (?:photo|image)|"
     r"representational (?:image|picture)|file photo)\W*|purchase licensing rights.{0,30}"),
    ("also read", r"suggested (?:for you|topics ?:?)|see more on ?: ?.{0,160}"),
    ("print edition", r"a version of this \w+ appear(?:s|ed) in print\b.{0,300}"),
    ("share", r"\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d|(?:share|gift) (?:full|this) article"),
    # as the BBC's pages are copied
    ("photo credit", r"(?:image|media) (?:source|caption)(?:,? .{1,250}|,)"),
    ("date line", r"published|(?:\d{1,2}|an?) (?:minute|hour|day|week)s? ago"),
    ("byline", r"bbc (?:news|sport|world service|verify)(?:, [a-z .,&-]{2,50})?"),
    ("tags", r"(?:related )?(?:topics|tags)\W*|related internet links\W*|around the bbc\W*"),
    ("tags", r"explore more on these topics\W*|more on this story\W*"),
    ("newsletter",
     r"(?:after|skip past) newsletter promotion|free (?:daily|weekly|monthly) newsletter"
     r"|privacy notice ?: ?newsletters may .{0,200}"),
    ("navigation",
     r"skip to .{3,30}[^.]|accessibility help|your account|reuse this content|terms of (?:use"
     r"|service)|terms (?:&|and) conditions|about (?:us|the bbc)|contact (?:us|the bbc|bbc news)"
     r"|work for us|advertise with us|complaints (?:&|and) corrections|parental guidance"
     r"|sitemap"),
    # as wires are copied: instructions to editors, the desk's address
    ("agency notice", r"(?-i:Eds|EDS) ?: ?.{3,200}"),
    ("agency notice", r"\(\([^()]{0,160}(?:@|\d{3})[^()]{0,200}\)\)"),
    ("tags", r"the bbc is not responsible for the content of external .{0,40}"),
    ("press release",
     r"(?:for )?immediate release\W*|for release .{0,60}|embargoed (?:until|for) .{0,80}"
     r"|news release\W*|press release\W*|(?:media|press) (?:contacts?|enquiries"
     r"|inquiries) ?:.{0,200}|contacts? ?:.{0,80}(?:@|\d{3}).{0,120}|notes? to editors?\W*"),
    ("reading time", r"\d{1,3} ?-? ?min(?:ute)?s?(?: read(?:ing)?(?: time)?)?|"
     r"(?:estimated )?read(?:ing)? time ?:? ?\d.{0,20}"),
    ("wire end", r"-? ?30 ?-?|#{2,}|\(?ends?\)?|xxx|\(more\)|[-_*=~•·]{3,}|-(?:ends|30)-|\* \* \*"),
    ("agency notice",
     r"\(?this (?:story|article|report|copy) (?:has|was) (?:been |not been |auto)"
     r".{0,60}(?:published|edited|generated|feed).*"),
    ("agency notice",
     r"\(?(?:with|reporting with) (?:additional )?(?:inputs?|reporting) from .{1,80}"),
    ("agency notice",
     r"\((?:reporting|writing|editing|edited|compiled|written|additional reporting|translated)"
     r" by .{1,300}\)"),
    ("agency notice",
     r"(?:additional )?(?:reporting|writing) by [^;]{3,200}(?:; ?(?:additional |further )?"
     r"(?:reporting|editing|writing)\b[^;]{3,200})+"),
    ("agency notice",
     r"\(?with (?:inputs? from )?(?:news )?agenc(?:y|ies)['’]?(?: inputs?)?\)?\W*"
     r"|our standards: the thomson reuters .{0,60}|the associated press is an .{0,300}"),
    ("wire end", r"\((?-i:ANI|PTI|IANS|UNI|APP|AP|AFP|Reuters|Xinhua|dpa|EFE|ANSA|TASS|KUNA)\)\W*"),
    ("copyright", r"\(c\) (?:[\w .-]{1,40}\b(?:19|20)\d\d\W*|dpa-infocom.*)"),
)  # fmt: skip

# The same for phrases within a line: rule, a part of each such line in small letters (most lines
# lack it, which is quickly seen), pattern of the whole line
RESIDUE_PHRASES: tuple[tuple[str, str, str], ...] = (
    ("copyright", "rights", r".{0,120}\ball rights reserved(?:\.\W*.{0,160}|\W*)"),
    ("about the author", "more about",
     r".{10,400}[.!] (?-i:More about [A-ZÀ-Þ][\w.'’-]+ [A-ZÀ-Þ]).{1,40}"),
    ("photo credit", "photo", r".{10,400}\((?:ap|afp|file) (?:photo|file).{0,80}\)"),
    ("photo credit", "reuters/", r".{0,400}\breuters/(?-i:[A-Z][\w.'’-]+ [A-Z][\w.'’-]+)"
     r"(?: (?:file|purchase) .{2,60})?\W*"),
    ("photo credit", "credit", r".{10,250}\b(?-i:Credit(?:\.\.\.|…) ?[A-ZÀ-Þ]).{2,80}"),
    ("photo credit", "/",
     r".{10,250}[.!] (?-i:[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40} ?/ ?(?:[A-Z]{2,8}|Reuters|dpa))"),
)  # fmt: skip


def join_rows(rows: Collection[tuple[str, str]]) -> Callable[[str], bool]:
    """Return the quick test whether any pattern fits a line, to pass over those that none fits.

    The rows are in small letters, and lines made so are compared faster, but for the few rows that
    tell capitals apart.
    """
    small = re.compile("|".join(f"(?:{p})" for _, p in rows if "(?-i:" not in p))
    cased = re.compile("|".join(f"(?:{p})" for _, p in rows if "(?-i:" in p), re.IGNORECASE)
    return lambda line: bool(small.fullmatch(line.lower()) or cased.fullmatch(line))


def join_phrases(rows: Collection[tuple[str, str, str]]) -> Callable[[str], str | None]:
    """Return the function that names the rule of a line by the phrases within it, or None."""
    known = tuple((rule, part, re.compile(found, re.IGNORECASE)) for rule, part, found in rows)

    def name(line: str) -> str | None:
        small = line.lower()
        fits = (rule for rule, part, found in known if part in small and found.fullmatch(line))
        return next(fits, None)

    return name


_PATTERNS = tuple(
    (rule, re.compile(pattern, re.IGNORECASE)) for rule, pattern in (*RESIDUE, *RESIDUE_ABROAD)
)
_fits_any = join_rows((*RESIDUE, *RESIDUE_ABROAD))
_name_phrase = join_phrases(RESIDUE_PHRASES)
_BULLETS = " \t•●▪>»→*|-–—·‣[]"
# A rule never reads beyond this many characters: residue is short, a paragraph may be 300 kB.
_LONGEST = 600
# Labels that stand before credits, and before sentences too; credits are short and mostly names.
_CREDITS = frozenset(
    "photo photos image images picture pictures pic photograph video videos source file".split()
)
_LONGEST_CREDIT = 10
_LONGEST_TAG = 4  # words
_TAGS = re.compile(
    r"(?:related )?(?:topics|tags)\W*|explore more on these topics\W*", re.IGNORECASE
)
# What ends the last line of a piece: the agency, or the initials of its desk and editors behind it
_SIGN_OFF = re.compile(
    r"(?:(?<=[.!?\"”’)])\s+|\A\s*)(?P<mark>(?:PTI|ANI|IANS|UNI)(?: [A-Z]{2,4}){0,6}"
    r"|\((?:ANI|PTI|IANS|UNI|APP|AP|AFP|Reuters|Xinhua|dpa|EFE|ANSA|TASS|KUNA)\))\s*\Z"
)


def name_residue(line: str) -> str | None:
    """Return the rule that knows ``line`` as page residue, or None where it is text.

    >>> name_residue("Leave a Reply"), name_residue("He left a reply at the desk.")
    ('comments', None)
    """
    bare = line.strip()
    if not bare or len(bare) > _LONGEST:
        return None
    core = bare.strip(_BULLETS) or bare
    label, colon, rest = bare.partition(":")
    if colon and label.lower() in _CREDITS and not _is_credit(rest):
        return None
    if not _fits_any(core) and (core == bare or not _fits_any(bare)):
        return _name_phrase(bare)
    for rule, pattern in _PATTERNS:
        if pattern.fullmatch(core) or pattern.fullmatch(bare):
            return rule
    return None


def strip_sign_off(
    lines: Sequence[tuple[int, str]], removed: list[Removed]
) -> list[tuple[int, str]]:
    """Return the lines without what an agency signs the last of them with; it goes to ``removed``.

    >>> strip_sign_off([(1, "They ended late. PTI AP"), (2, "PTI")], [])
    [(1, 'They ended late.')]
    """
    kept = list(lines)
    while len(kept) > 1 and not kept[-1][1].strip():
        kept.pop()
    number, last = kept[-1] if kept else (0, "")
    if not (match := _SIGN_OFF.search(last)):
        return kept
    removed.append(Removed(match["mark"], "wire end", number))
    rest = last[: match.start()]
    return strip_sign_off([*kept[:-1], (number, rest)] if rest else kept[:-1], removed)


def _is_credit(text: str) -> bool:
    """Whether what follows "Photo:" or "Source:" is names, not a sentence."""
    words = text.split()
    names = sum(not word.lstrip("(@©#")[:1].islower() for word in words)
    return 0 < len(words) <= _LONGEST_CREDIT and 2 * names >= len(words) and text[-1:] != "."


def split_residue(
    lines: Sequence[tuple[int, str]], *, wrapped: bool
) -> tuple[list[tuple[int, str]], list[Removed]]:
    """Return the numbered lines that are text, and those that are residue.

    In a hard-wrapped text a line may look like residue by accident ("read more" at the end of a
    broken sentence), so there it counts only behind a finished line.
    """
    kept: list[tuple[int, str]] = []
    removed: list[Removed] = []
    finished = True
    listing = False  # tags follow their label, each on a line
    for number, line in lines:
        rule = name_residue(line) if finished or not wrapped else None
        if listing and not rule and line.strip():
            listing = len(line.split()) <= _LONGEST_TAG and line.rstrip()[-1].isalnum()
            rule = "tags" if listing else None
        listing = listing or bool(_TAGS.fullmatch(line.strip()))
        if rule:
            removed.append(Removed(line.strip(), rule, number))
            kept.append((number, ""))  # what stood on either side stays apart
            continue
        kept.append((number, line))
        finished = not line.strip() or line.rstrip()[-1] in ".!?…:\"'”’)"
    return kept, removed
