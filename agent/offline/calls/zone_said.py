"""The time zone that a person names: by a city, a country, an abbreviation or an offset."""

from __future__ import annotations

import re
from typing import Any

from agent.offline.clause import Clause
from tools import zones

ZONE = re.compile(
    r"\b(?:time ?zones?|zone|zona(?: horaria)?|zeitzone|fuseau(?: horaire)?|tz|clock|time|zeit|hora|heure)\b", re.I
)
LIVES = re.compile(
    r"\b(?:i'm|i am|im|we're|living|lives?|based|located|resid\w+|(?:my|the) (?:home ?)?(?:city|town|place|"
    r"home)(?: is)?|"
    r"i (?:come|be) from|moved?|moving|relocat\w*|staying|stay|working from|"
    r"flying|travell?\w*|ich bin|bin|wohne|lebe|ziehe|umgezogen|vivo|estoy|me mudé|me he mudado|je suis|"
    r"j'habite|habite|je vis|j'ai déménagé|déménag\w*)\b",
    re.I,
)
WORD = re.compile(r"[^\W_][\w'’./+-]*(?: ?[+-] ?\d{1,2}(?::\d\d)?(?=$|[\s.,]))?")
LED = re.compile(
    r"(?i:\b(?:time ?zone|zone|zona(?: horaria)?|zeitzone|fuseau(?: horaire)?|tz|clock)\s*(?:(?:is|to|auf|"
    r"a|à|en|ist|es|est|for|now|should be|as|on)\b\s*|[=:]|->|"
    r"\s)*)(?P<zone>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ_/+.' -]{1,40})"
    r"|\b(?i:in|to|nach|en|a|à)\s+(?P<city>[A-ZÀ-Þ][A-Za-zÀ-ÿ_/.' -]{1,40})"
)
TAILS = re.compile(
    r"\s+(?:now|time|please|pls|from now on|at the moment|these days|today|for|so|and|since|jetzt|ahora|"
    r"maintenant|btw|until|zone|instead|not)\b.*$",
    re.I,
)
# Where somebody comes from is not where they are.
FROM = re.compile(
    r"^\W*(?:i'm|im|i am|we're|i come|i be)\s+(?:originally\s+)?from\b(?!.*\b(?:now|live|living|in)\b)", re.I
)
BESIDE = frozenset(
    "it its it's i'm im we're at on near around here ok okay yes no sorry hi hey then make be was me change switch "
    "usa us uk germany france spain city from en nach auf à a jetzt bitte ahora maintenant thanks pls".split()
)
SHORT = 3  # words that may be nothing but a city
NO_ZONE = frozenset(
    (
        "time zone most nice best my the now this that use local mean summer set same clock to in is of from "
        "please live march may reading mobile split orange"
    ).split()
)


def said(clause: Clause) -> dict[str, Any]:
    """The zone that the words name, longest first; the words themselves where it is none that is known.

    Nothing where the words neither speak of a zone nor say where the person is, nor are hardly more than a name.
    """
    if FROM.match(clause.text):
        return {}
    if place := zones.home(clause.text):
        return {"timezone": place}
    spoken_of = ZONE.search(clause.text) or LIVES.search(clause.text)
    if not (spoken_of or len(clause.text.split()) <= SHORT):
        return {}
    words = list(WORD.finditer(clause.text))
    for size in (4, 3, 2, 1):
        for start in range(len(words) - size, -1, -1):
            name = clause.text[words[start].start() : words[start + size - 1].end()].strip(" .'")
            if name.casefold() not in NO_ZONE and _is_zone(clause, name, words[start].start()):
                # "Maria Keller" is no word about Keller in Texas.
                beside = [word.group() for word in (*words[:start], *words[start + size :])]
                return {"timezone": name} if spoken_of or all(_small(word) for word in beside) else {}
    led = LED.search(clause.text) if spoken_of and not clause.asks else None
    said = TAILS.sub("", (led["zone"] or led["city"]).strip(" .'")) if led else ""
    return {"timezone": said} if said else {}


def _small(word: str) -> bool:
    """Whether a word may stand beside a zone that is all that a message says."""
    return word.casefold() in NO_ZONE or word.casefold() in BESIDE


def _is_zone(clause: Clause, name: str, at: int) -> bool:
    """Whether words name a zone where they stand: small ones only behind a word that leads to a place."""
    if zones.named(name) is None or _goes_on(clause.text, at + len(name)):
        return False
    led = re.search(
        r"\b(?:in|to|at|is|=|:|on|use|nach|en|a|à|auf|de|zone|tz|from|for|now|near|set|hora de|heure de|"
        r"der)\W*$|[=:]\s*$|^\W*$",
        clause.text[:at],
        re.I,
    )
    return (
        name[:1].isupper()
        or led is not None
        or bool(re.match(r"\s+(?:time|zone|zeit)\b", clause.text[at + len(name) :], re.I))
    )


def _goes_on(text: str, end: int) -> bool:
    """Whether a name in capitals goes on behind: the "La" of "La Tavola" is no state."""
    following = re.match(r" (?P<word>[A-ZÀ-Þ][\w'’-]+)", text[end:])
    return following is not None and zones.named(following["word"]) is None
