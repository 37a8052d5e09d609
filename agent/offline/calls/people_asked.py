"""Whom a question names: a contact that is known, by any part of the name, or somebody asked for by "who is …"."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from agent.offline import lexicon, phrases
from agent.offline.clause import Clause

TITLES = frozenset("mr mrs ms miss dr herr frau señor señora sr sra monsieur madame mme m prof".split())
WHO_IS = re.compile(
    rf"{phrases.pattern('own_name').pattern}\s+(?P<name>[^\W\d_][\w'-]*(?:\s+[^\W\d_][\w'-]*){{0,3}}?)"
    r"(?:\s+(?:again|please|anyway|from|nochmal|otra vez))?\W*$",
    re.I,
)
SHORTEST = 3
MISSPELT = 86


def known(clause: Clause) -> str | None:
    """The contact whose name, or a part of it, stands in the words; None where none does or a company has that name."""
    taken = {w.casefold() for m in clause.of("company") for w in re.findall(r"\w+", m.text)}
    words = [w for w in re.findall(r"[^\W\d_][\w'-]*", clause.text) if w.casefold() not in taken]
    for name in clause.briefing.contacts:
        parts = [p for p in re.findall(r"\w+", name) if p.casefold() not in TITLES and len(p) >= SHORTEST]
        if any(_same(part, word) for part in parts for word in words):
            return name
    return None


def _same(part: str, word: str) -> bool:
    low = word.casefold().removesuffix("'s")
    if low == part.casefold():
        return low not in lexicon.words("not_companies.txt") or word[:1].isupper()
    common = len(low) <= SHORTEST + 1 or low in lexicon.words("not_companies.txt")
    return not common and fuzz.ratio(low, part.casefold()) >= MISSPELT


def unknown(clause: Clause) -> str | None:
    """The name asked for by "who is …", where it is nobody's that is known."""
    match = WHO_IS.search(clause.text)
    if match is None or clause.of("company"):
        return None
    name = match["name"].strip()
    low = [w for w in re.findall(r"\w+", name.casefold()) if w not in TITLES]
    common = not low or any(w in lexicon.words("not_companies.txt") for w in low)
    telling = phrases.has(name, "interested", "rejected", "replied", "ghosted", "interview", "generic")
    return None if common or telling else name
