"""Time zones by the words a person uses: a city, a country's time, an abbreviation, an offset from UTC."""

from __future__ import annotations

import re

from tools.places import zone_of
from tools.when.lexicon import fold
from tools.when.zones import ABBREVIATIONS, place_zone

# What people call a zone beside the names of its places.
NICKNAMES = {
    "east coast": "America/New_York",
    "eastern us": "America/New_York",
    "west coast": "America/Los_Angeles",
    "bay area": "America/Los_Angeles",
    "silicon valley": "America/Los_Angeles",
    "midwest": "America/Chicago",
    "ruhrgebiet": "Europe/Berlin",
    "iberia": "Europe/Madrid",
}
# Offsets of half and quarter hours, each with the place that most people mean by it.
BROKEN = {
    "-03:30": "America/St_Johns",
    "+03:30": "Asia/Tehran",
    "+04:30": "Asia/Kabul",
    "+05:30": "Asia/Kolkata",
    "+05:45": "Asia/Kathmandu",
    "+06:30": "Asia/Yangon",
    "+09:30": "Australia/Darwin",
}
OFFSET = re.compile(r"(?:utc|gmt|z)?\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[034][05]))?")
AROUND = re.compile(
    r"^(?:the |us |hora (?:de |del )?|heure (?:de |d'|du )?)|(?:'s)?(?:[ _](?:standard|daylight|summer|"
    r"local))?[ _](?:time ?zone|time|zone|ortszeit|zeit)$"
)


HOME = re.compile(
    r"^\W*(?:(?:hi|hello|ok|well|no|oh|so|and)\W+)*(?:(?:i|we)(?: am|'m|m|'re| are)?(?: now| currently| still)?"
    r"(?: living| based| live| stay| come| located)?(?: here| now| currently)?(?: in| near| at)|"
    r"(?:i'm|im|i am) now in|"
    r"(?:my|our) (?:home ?)?(?:city|town|place|home|location)(?: is| =|:)?(?: in)?|it's|it is|"
    r"ich (?:wohne|lebe|bin)(?: jetzt)? in|(?:vivo|estoy)(?: ahora)? en|"
    r"(?:j'habite|je vis|je suis)(?: maintenant)? (?:à|en))\s+"
    r"(?P<place>[^\W\d_][\w .,'’-]{1,40}?)(?:\s+(?:now|at the moment|currently|by the way|btw|time))?[\s.!]*$",
    re.IGNORECASE,
)


def home(words: str) -> str | None:
    """The place that somebody says to be in ("I live in Lyon", "my city is Dallas"), if its zone is known."""
    match = HOME.match(words.replace("’", "'"))
    return match["place"].strip() if match and named(match["place"]) else None


def named(words: str) -> str | None:
    """The IANA zone of "Berlin", "Pacific time", "CET", "New York, NY" or "UTC+2"; None for what is none."""
    text = fold(words).strip(" .")
    offset = OFFSET.fullmatch(text)
    if offset:
        return _by_offset(offset)
    bare = AROUND.sub("", AROUND.sub("", text)).strip()
    town = re.split(r",| \(", bare)[0].strip()
    for name in dict.fromkeys((text, bare, town, bare.rpartition(" ")[0])):
        found = NICKNAMES.get(name) or ABBREVIATIONS.get(name) or place_zone(name)
        found = found or (zone_of(name) if len(name) > 3 else None)
        if found:
            return found
    return None


def _by_offset(offset: re.Match[str]) -> str | None:
    hours, minutes = int(offset["hours"]), offset["minutes"] or "00"
    if minutes != "00":
        return BROKEN.get(f"{offset['sign']}{hours:02}:{minutes}")
    signed = hours if offset["sign"] == "+" else -hours
    # The names of these zones count the other way round.
    return (f"Etc/GMT{-signed:+d}" if signed else "Etc/UTC") if -12 <= signed <= 14 else None
