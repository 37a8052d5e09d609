"""Ordinary words: those of the word lists and of the examples; what is none of them is somebody's name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from agent.offline import intent, lexicon, places

LISTS = ("spelling_keep.txt", "words.txt", "not_companies.txt", "roles.txt", "role_modifiers.txt", "place_words.txt")
WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"[^\W\d_]{3,}")
# Two capitals ("MV"), and a part of a hyphened name ("hc-one"), may be a name too.
CAPITALS = re.compile(r"\b[A-Z]{2}\b")
HYPHENED = re.compile(r"\b([^\W\d_]{2,})-[^\W\d_]{2,}\b")
BEGINNINGS = frozenset("re pre un co non de ex mid anti semi multi".split())
SHORTEST_SLIP = 6
ENDINGS = ("'s", "s", "es", "ed", "d", "ing", "ly", "er", "n", "en", "e")
GERMAN = re.compile(r"\b(?:ich|mir|mich|der|die|das|und|hat|haben|ist|ein|eine|einen|bei|beim|für|nicht)\b", re.I)


@cache
def _all() -> frozenset[str]:
    listed = {word for name in LISTS for entry in lexicon.words(name) for word in WORD.findall(entry)}
    return frozenset(listed | set(intent.model().head["words"]))


@lru_cache(maxsize=4096)
def is_word(word: str) -> bool:
    """Whether a word (in lower case) is an ordinary one of the four languages, as such or with a common ending."""
    known = _all()
    return word in known or any(word.endswith(e) and word.removesuffix(e) in known for e in ENDINGS)


def is_name(phrase: str, *, capitals: bool) -> bool:
    """Whether a phrase can only be a name: it holds a word that is none, or has a capital where `capitals` mean one."""
    low = phrase.casefold()
    if low in lexicon.words("famous.txt") or (capitals and phrase[:1].isupper()):
        return True
    if _is_short_name(phrase):
        return True
    return any(
        word in lexicon.words("employers.txt") or not (is_word(word) or _is_slip(word)) for word in NAME.findall(low)
    )


def _is_short_name(phrase: str) -> bool:
    """Whether two capitals that stand for no word and no region, or a hyphened part that is no word, make a name."""
    found = [] if phrase.isupper() and " " in phrase else CAPITALS.findall(phrase)
    if any(not is_word(word.casefold()) and not places.is_region(word) for word in found):
        return True
    parts = {match[1].casefold() for match in HYPHENED.finditer(phrase)}
    return any(not is_word(part) for part in parts - BEGINNINGS)


@lru_cache(maxsize=1024)
def _is_slip(word: str) -> bool:
    """Whether a word is one slip of the finger away from an ordinary one: "actualy"."""
    return (
        len(word) >= SHORTEST_SLIP and process.extractOne(word, _all(), scorer=OSA.distance, score_cutoff=1) is not None
    )
