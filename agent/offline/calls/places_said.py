"""Where a job is, as said: after a word like "location", or after "in" and its like where a place can stand."""

from __future__ import annotations

import re

from agent.offline import lexicon, places
from agent.offline.calls.said import right
from agent.offline.clause import Clause
from agent.offline.slots import is_town, tidy

LABEL = (
    r"location|address|place of work|workplace|office|site|store|shop|branch|depot|campus|based|located|situated|"
    r"standort|arbeitsort|einsatzort|dienstort|arbeitsplatz|ort|sitz|liegt|ubicación|ubicacion|ubicad[oa]|lugar|sede|"
    r"localidad|lieu(?: de travail)?|localisation|situé\w*|basé\w*|adresse|dirección"
)
JOINT = (
    r"(?:\s*(?:[=:→]|->|(?:is|are|was|will be|should be|has to be|to|in|at|near|on|out of|ist|es|está|est|"
    r"en|à|bei|now|actually|"
    r"really|just|the|der|die|das|la|el|le|jetzt|ahora|maintenant|für|for|of|de|von|called)\b))*\s*"
)
NAME = r"(?P<place>[^\W_][\w'’.-]*(?:[ -][^\W_][\w'’.-]*){0,5})"
LABELLED = re.compile(rf"\b(?:{LABEL})\b(?P<joint>{JOINT}){NAME}", re.I)
LED = re.compile(rf"\b(?P<lead>in|near|around|at|en|à|aus|nach|bei|to|from)\s+(?:the\s+)?{NAME}", re.I)
# One item in a row of facts: "hybrid, lisbon, 55k".
LISTED = re.compile(r"[,:;(]\s*(?P<place>[^\W\d_][\w'’.-]*(?:[ -][^\W\d_][\w'’.-]*){0,3})(?=\s*(?:[,;.)]|$))")
STOPS = re.compile(
    r"\s+(?:and|but|not|so|with|for|from|at|on|is|its|it's|btw|by the way|please|pls|now|actually|though|"
    r"too|und|y|et|aber|pero|mais|"
    r"nicht|no|pas|which|where|full|part|remote|hybrid|as|via|per|off|way|instead|brutto|paga|paie|zahlt|"
    r"pays?|paying)\b.*$|\s*[,.].*$",
    re.I,
)
MOVED = re.compile(
    r"\b(?:mov\w+|transfer\w*|relocat\w*|shift\w*|change\w*|verlegt|umgezogen|traslad\w*|déplac\w*)\b", re.I
)
NO_PLACE = frozenset(
    "person office field house home english german french spanish charge there here it that this them "
    "total fact case gross net euro "
    "euros dollars pounds general particular progress touch time order person-to-person shifts nights days "
    "store shop progress "
    "full part remote hybrid onsite".split()
)


def said(clause: Clause) -> str | None:
    """The place named, capitalised where it was typed small; None where none is."""
    text = _masked(clause)
    for match in LABELLED.finditer(text):
        place = _cut(clause, match, bool(match.group("joint").strip()) or match.group("place")[:1].isupper())
        if place:
            return place
    for match in LED.finditer(text):
        place = _cut(clause, match, loose=False)
        if place and _may_lead(match, place, clause):
            return place
    for match in LISTED.finditer(text):
        if is_town(match.group("place")):
            return _cut(clause, match, loose=False)
    return clause.slots.place if clause.slots.place and clause.slots.place in text else None


def _masked(clause: Clause) -> str:
    """The words without what is called wrong and without mentions, which name no place; blanks keep their room."""
    text = right(clause.text)
    for m in clause.mentions:
        if m.kind not in ("source", "kind"):
            text = text[: m.start] + "\0" * (m.end - m.start) + text[m.end :]
    return text


def _cut(clause: Clause, match: re.Match[str], loose: bool) -> str | None:
    """The place without what follows it, but with its region; None for words that are none."""
    name = STOPS.sub("", match.group("place"))
    end = match.start("place") + len(name)
    region = re.match(r",\s*(?P<region>[^\W\d_][\w .'-]*?)(?=\s*(?:[,.;!?()]|$|\band\b|\bnot\b))", clause.text[end:])
    bare = name.strip(" .,'-")
    low = bare.casefold()
    if not bare or low in NO_PLACE or low.split()[0] in NO_PLACE or "\0" in bare:
        return None
    city = is_town(bare) or places.is_region(bare)
    if not (loose or city or bare[:1].isupper()) or (not city and low in lexicon.words("not_companies.txt")):
        return None
    if region and (places.is_region(region["region"]) or (places.is_city(region["region"]) and not city)):
        return f"{tidy(bare)}, {region['region'].strip()}"
    return tidy(bare) if bare.islower() else bare


def _may_lead(match: re.Match[str], place: str, clause: Clause) -> bool:
    """Whether a small word before the name leads to a place: "to" only after a move, "at" and "from" to a city."""
    lead = match.group("lead").casefold()
    city = places.is_city(place.split(",")[0]) or places.is_region(place)
    if lead in ("to", "nach"):
        return MOVED.search(clause.text) is not None and city
    if lead in ("at", "from", "bei", "aus", "en"):
        return city or (lead == "en" and place[:1].isupper())
    return True
