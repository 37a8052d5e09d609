"""Time zones by the words a person uses: a city, a country's time, an abbreviation."""

from __future__ import annotations

from tools.when.lexicon import fold
from tools.when.zones import ABBREVIATIONS, place_zone


def named(words: str) -> str | None:
    """The IANA zone of "Berlin", "Pacific time", "CET" or "New York, NY"; None for what is none."""
    text = fold(words).strip(" .")
    for name in (text, text.removesuffix(" time").removesuffix(" standard"), text.split(",")[0]):
        found = ABBREVIATIONS.get(name) or place_zone(name)
        if found:
            return found
    return None
