"""Zones named beside a time: "3pm CET", "London time", "hora de Madrid", "UTC+2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tools import places
from tools.when.lexeme import Lexeme
from tools.when.words import zones


def _by_name(table: dict[str, str]) -> dict[str, str]:
    return {name: zone for zone, names in table.items() for name in names.split(", ")}


ABBREVIATIONS = _by_name(zones.ABBREVIATIONS)
PLACES = _by_name(zones.PLACES)
# Abbreviations that are also words, or only initials: read as zones only in capitals or right after am/pm.
SHOUTED = frozenset("et ct mt pt est ist cat eat ast wat west wet hst".split())
ADJECTIVES = frozenset(("eastern", "central", "mountain", "pacific"))
# What a person in one of these zones means by an abbreviation that several countries use.
LOCAL_MEANING = {
    "ist": {"Europe/Dublin", "Asia/Jerusalem"},
    "cst": {
        "Asia/Shanghai",
        "Asia/Taipei",
        "America/Mexico_City",
        "America/Havana",
        "America/Winnipeg",
        "America/Costa_Rica",
    },
    "bst": {"Asia/Dhaka"},
    "ast": {"Asia/Riyadh"},
    "est": {"Australia/Sydney", "Australia/Melbourne", "America/Toronto"},
}
OWN = frozenset(("my", "local", "my local", "our", "mi", "meiner", "hiesiger", "ma"))
NO_PLACE = frozenset(
    "this that last next first any some his her their your the a full part same what every each one it real "
    "short long no good lead response half prime lunch break start finish over overtime down up play family me "
    "us them".split()
)
# What is handed to `resolve`, and the index of the lexeme after it.
Named = tuple[str, int]
OFFSET = re.compile(r"[+-]\d{1,2}(?![\d:])")
FULL_OFFSET = re.compile(r"(?P<hours>[+-]\d{2}):?(?P<minutes>\d{2})(?!\d)")


@lru_cache(maxsize=1024)
def place_zone(name: str) -> str | None:
    """The zone of a folded place name: of the largest city of that name, or of a region that lives by one."""
    if name in PLACES:
        return PLACES[name]
    if name in NO_PLACE or len(name) < 4:
        return None
    return places.zone_of(name)


def resolve(name: str, home: str) -> str:
    """The IANA zone of what `match_zone` found; `home` decides what an abbreviation of several countries means."""
    if name == "home":
        return home
    if name in ABBREVIATIONS:
        return home if home in LOCAL_MEANING.get(name, ()) else ABBREVIATIONS[name]
    return name


def match_zone(lexemes: Sequence[Lexeme], at: int, text: str, *, after_meridiem: bool) -> Named | None:
    """The zone named at lexeme `at` and the index after it; a name for `resolve`, or None."""
    if at >= len(lexemes):
        return None
    return (
        _offset(lexemes, at, text)
        or _abbreviation(lexemes, at, text, after_meridiem)
        or _time_of(lexemes, at)
        or _place_time(lexemes, at)
    )


def _offset(lexemes: Sequence[Lexeme], at: int, text: str) -> Named | None:
    """`15:00 +0100`, as in the date of a mail."""
    match = FULL_OFFSET.match(text, lexemes[at].start)
    if match is None:
        return None
    if match.group() in ("+0530", "+05:30"):
        return "Asia/Kolkata", _at_offset(lexemes, at, 5, match.end())[1]  # type: ignore[index]
    return _at_offset(lexemes, at, int(match["hours"]), match.end()) if match["minutes"] == "00" else None


def _abbreviation(lexemes: Sequence[Lexeme], at: int, text: str, after_meridiem: bool) -> Named | None:
    lexeme = lexemes[at]
    if lexeme.key == "(":
        inner = _abbreviation(lexemes, at + 1, text, after_meridiem) if at + 2 < len(lexemes) else None
        closed = inner is not None and inner[1] < len(lexemes) and lexemes[inner[1]].key == ")"
        return (inner[0], inner[1] + 1) if inner is not None and closed else None
    if lexeme.key in ADJECTIVES:
        return _adjective(lexemes, at, after_meridiem)
    if lexeme.key not in ABBREVIATIONS:
        return None
    shouted = text[lexeme.start : lexeme.end].isupper()
    if lexeme.key in SHOUTED and not shouted and (not after_meridiem or lexeme.key == "west"):
        return None
    offset = OFFSET.match(text, lexeme.end) if lexeme.key in ("utc", "gmt") else None
    return _at_offset(lexemes, at, int(offset.group()), offset.end()) if offset else (lexeme.key, at + 1)


def _adjective(lexemes: Sequence[Lexeme], at: int, after_meridiem: bool) -> Named | None:
    """`Pacific`, `eastern standard time`."""
    end = at + 1
    while end < len(lexemes) and lexemes[end].key in ("standard", "daylight", "time"):
        end += 1
    stands = lexemes[at].capital or after_meridiem or end > at + 1
    return (lexemes[at].key, end) if stands else None


def _at_offset(lexemes: Sequence[Lexeme], at: int, hours: int, until: int) -> Named | None:
    """A fixed offset in whole hours, as far as the text reaches."""
    if not -12 <= hours <= 14:
        return None
    end = at
    while end < len(lexemes) and lexemes[end].start < until:
        end += 1
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC", end


def _place_time(lexemes: Sequence[Lexeme], at: int) -> Named | None:
    """`London time`, `Berliner Zeit`, `my time`."""
    for count in (1, 2, 3):
        last = at + count
        if last >= len(lexemes) or not lexemes[last - 1].is_word:
            return None
        if lexemes[last].key in ("time", "zeit", "ortszeit"):
            name = " ".join(lexeme.key for lexeme in lexemes[at:last])
            zone = "home" if name in OWN else place_zone(name.removesuffix(" standard").removesuffix(" local"))
            return (zone, last + 1) if zone else None
    return None


def _time_of(lexemes: Sequence[Lexeme], at: int) -> Named | None:
    """`hora de Madrid`, `heure de Paris`, `time in Lisbon`."""
    keys = [lexeme.key for lexeme in lexemes[at : at + 6]]
    if len(keys) < 2 or (keys[0] not in ("hora", "heure") and keys[:2] != ["time", "in"]):
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
