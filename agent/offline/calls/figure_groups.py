"""The group that a figure is asked for: a source, a way of working, a company, an industry, a role, a place."""

from __future__ import annotations

import re

from agent.offline import lexicon, phrases, places, roles
from agent.offline.calls import asked_places, asked_words
from agent.offline.clause import Clause
from tools import vocabulary

# Words behind "in" that name no place.
NO_PLACE = ("figure.all", "generic", "rate", "counting", "field")
# Sources that people name in the plural or as a thing.
REFERRALS = re.compile(
    r"\b(?:referrals|recommendations|word of mouth|empfehlungen|recomendaciones|recommandations)\b", re.I
)
SOURCE = re.compile(r"\b(?:for|with|on|für|bei|para|con|pour|avec)\s+([^\W\d_][\w.]*\w)", re.I)
# A line of business: "in healthcare", "for the building trade", "retail jobs".
_NAMES = "|".join(sorted(map(re.escape, vocabulary.INDUSTRIES), key=len, reverse=True))
_LINE = r"(?:sector|industry|field|trade|branche|jobs?|applications?|apps|roles?|positions?|ones|work|companies)"
INDUSTRY = re.compile(
    rf"\b(?:in|for|within|of|with|im|en|dans)\s+(?:the\s+|der\s+|la\s+|le\s+|l')?(?P<led>{_NAMES})(?!\s+(?:city|town))\b|"
    rf"\b(?P<named>{_NAMES})\s+{_LINE}\b",
    re.I,
)
# "Driving jobs" are those of drivers.
TRADE = re.compile(r"\b(?P<word>[^\W\d_]{2,}ing)\s+(?:jobs?|roles?|positions?|work|posts?|gigs?)\b", re.I)
NO_TRADE = frozenset("working waiting remaining pending missing outstanding interesting applying".split())
OF_ROLE = re.compile(
    r"\b(?P<word>[^\W\d_][\w-]+)\s+(?:applications?|apps|jobs?|roles?|positions?|posts?|gigs?|ones|work)\b", re.I
)
# "Stats for nursing", "as a cook".
FOR_ROLE = re.compile(
    r"\b(?:for|as|in|with|als|en|comme)\s+(?:an? |the )?(?P<word>[^\W\d_]{3,})\s*(?:please|pls|\W)*$", re.I
)
# "Lead to an interview", "combien de temps": words of roles that are none here.
NO_ROLE = re.compile(r"\b(?:lead(?:s|ing)? to|(?:de|du|le|d'un) temps)\b", re.I)
# Words that may stand in one's own titles: behind "for", before "ones".
OWN = re.compile(
    r"\b(?:for|with|in|as|on|für|als|bei|para|como|con|pour|comme)\s+(?:the |my |an? |die |der |los |las |les )?"
    r"(?P<led>[^\W\d_][\w+#-]{2,}(?: [^\W\d_][\w+#-]{2,})?)\s*(?:(?:jobs?|roles?|ones?|positions?|applications?|"
    r"stellen|only|please|pls)\W*)*(?=$|[?,;:.!])|"
    r"\b(?P<named>[^\W\d_][\w+#-]{2,})\s+(?:jobs?|roles?|ones?|positions?|posts?|applications?|apps|stellen|gigs?)\b",
    re.I,
)
WORD = re.compile(r"[\w+#-]+")
FOR_PLACE = re.compile(
    r"\b(?:for|around|from)\s+(?P<place>[^\W\d_][\w'-]*(?: [^\W\d_][\w'-]*)?)\s*(?:please|pls|\W)*$", re.I
)


def groups(clause: Clause) -> list[str]:
    """The sources, ways of working and kinds of employment named, in their order."""
    found = [(m.start, m.value) for m in clause.of("source", "mode", "type")]
    found += [(m.start(), "referral") for m in REFERRALS.finditer(clause.text)]
    known = lexicon.table("sources.txt")
    # "Applied to Indeed" names an employer; a figure "for Indeed" does not.
    led = [(m.start(1), m[1].casefold()) for m in SOURCE.finditer(clause.text)]
    found += [(at, name) for at, name in led if known.get(name) == name]
    return list(dict.fromkeys(value for _, value in sorted(found)))


def only(clause: Clause) -> str | None:
    """The one group that a figure is narrowed to."""
    found = groups(clause)
    if found:
        return found[0]
    if clause.slots.known:
        return clause.slots.company
    role = asked_words.role(clause, {}).get("role")
    role = None if role and NO_ROLE.search(clause.text) else role
    place = asked_places.of(clause)
    if place and not phrases.has(place, *NO_PLACE):
        return place
    if role:
        return str(role)
    return trade(clause) or industry(clause) or _role_word(clause) or _place(clause) or own_words(clause)


def industry(clause: Clause) -> str | None:
    """The line of business named."""
    match = INDUSTRY.search(clause.text)
    return (match["led"] or match["named"]).casefold() if match else None


def trade(clause: Clause) -> str | None:
    """The trade of "driving jobs", by a form of its word."""
    for match in TRADE.finditer(asked_places.masked(clause)):
        word = match["word"].casefold()
        if _is_trade(word):
            return f"{word} jobs"
    return None


def _role_word(clause: Clause) -> str | None:
    """The role of "nurse applications"."""
    text = NO_ROLE.sub(" ", asked_places.masked(clause))
    words = (match["word"].casefold() for ways in (OF_ROLE, FOR_ROLE) for match in ways.finditer(text))
    return next((word for word in words if roles.is_head(word) or _is_trade(word)), None)


def own_words(clause: Clause) -> str | None:
    """Words by which the person's own titles are told apart: "for backend", "the weekend ones"."""
    said = (match["led"] or match["named"] for match in OWN.finditer(NO_ROLE.sub(" ", asked_places.masked(clause))))
    return next((words for found in said if (words := titled(clause, found))), None)


def titled(clause: Clause, said: str) -> str | None:
    """The words, where all of them stand in titles of the person's own."""
    known = {word for one in clause.briefing.applications for word in WORD.findall((one.title or "").casefold())}
    words = WORD.findall(said.casefold())
    if not words or not all(word in known or word.removesuffix("s") in known for word in words):
        return None
    return None if phrases.has(" ".join(words), *NO_PLACE) else " ".join(words)


def _is_trade(word: str) -> bool:
    if not word.endswith("ing") or word in NO_TRADE:
        return False
    return any(roles.is_head(word[:-3] + ending) for ending in ("er", "e", ""))


def _place(clause: Clause) -> str | None:
    """The town of "stats for Leeds"."""
    match = FOR_PLACE.search(asked_places.masked(clause))
    if match is None or phrases.has(match["place"], *NO_PLACE):
        return None
    said = match["place"]
    return next((name for name in (said, said.split()[0]) if places.is_city(name)), None)
