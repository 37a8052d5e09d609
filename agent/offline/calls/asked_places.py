"""The places asked for: "in Leeds or York", "the London ones"."""

from __future__ import annotations

import re

from agent.offline import lexicon, phrases, places, roles
from agent.offline.clause import Clause

# A name may go on with words in capitals, but for the small words that join names.
JOIN = r"and|or|und|oder|y|o|et|ou"
PLACE = rf"(?P<place>[^\W\d_][\w'’.-]*(?:[ -](?!(?:{JOIN})\b)[A-ZÀ-Þ][\w'’.-]*){{0,3}})"
LEAD = (
    r"in|near|close to|next to|nearby|around|round|outside(?: of)?|fuera de|en dehors de|except|en|à|um|aus|nahe|"
    r"cerca de|près de|dans"
)
IN = re.compile(rf"\b(?:{LEAD})\s+(?:the\s+|la\s+|el\s+)?{PLACE}", re.I)
OR = re.compile(rf"\s*(?:,|/|\b(?:{JOIN})\b)\s*(?:in\s+|en\s+|à\s+)?{PLACE}", re.I)
BY = re.compile(rf"\b(?:filter by|list for|(?:las|los|celles|ceux) (?:de|d')|aus)\s*{PLACE}", re.I)
BESIDE = re.compile(rf"{PLACE}\s+(?:jobs?|ones?|roles?|positions?|applications?|apps)\b")


def of(clause: Clause) -> str | None:
    """The places asked for, parted by "or": "in Leeds or York", "the London ones"."""
    text = masked(clause)
    for match in IN.finditer(text):
        first = _place(match, city=False)
        if first:
            places_ = [first, *_others(text, match.start("place") + len(first))]
            return negated(text, match.start("place")) + " or ".join(places_)
    for match in BY.finditer(text):
        if match["place"][:1].isupper() and places.is_city(match["place"].split()[0]):
            return match["place"].split()[0]
    beside = [m["place"] for m in BESIDE.finditer(text) if places.is_city(m["place"].split()[-1])]
    return next((words.split()[-1] for words in beside if words.split()[-1][:1].isupper()), None)


def negated(text: str, at: int) -> str:
    """ "not " where the words before a name leave it out: "everything outside London"."""
    before = re.sub(r"\s+(?:the)?\s*$", "", text[:at])
    return "not " if any(lead.end() == len(before) for lead in phrases.pattern("not_at").finditer(before)) else ""


def _others(text: str, at: int) -> list[str]:
    found: list[str] = []
    while (match := OR.match(text, at)) is not None:
        place = _place(match, city=True)
        if place is None:
            return found
        found.append(place)
        at = match.start("place") + len(place)
    return found


def _place(match: re.Match[str], *, city: bool) -> str | None:
    """The words as a place: a city or region of that name, or a name in capitals that is no line of work."""
    said = match["place"].strip(" .'-")
    for name in dict.fromkeys((said, said.split()[0])):
        if places.is_city(name) or places.is_region(name):
            return name
    low = said.casefold()
    common = low in lexicon.words("not_companies.txt") or phrases.pattern("field", "generic").fullmatch(low)
    if city or common or not said[:1].isupper() or "\0" in said or roles.score(said) >= 0.8:
        return None
    return said


def masked(clause: Clause) -> str:
    """The words without mentions, which name no place; every other character stays where it was."""
    text = clause.text
    for m in clause.mentions:
        text = text[: m.start] + "\0" * (m.end - m.start) + text[m.end :]
    return text
