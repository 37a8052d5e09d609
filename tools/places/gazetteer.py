"""Cities, countries and states by the names that people use for them, from three small files; knows no sentences."""

from __future__ import annotations

import gzip
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

DATA = Path(__file__).parent
# Letters that Unicode does not take apart, and marks that people leave out.
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "-": " ", "–": " "})
SILENT = str.maketrans("", "", ".,'’ʼ`´")
METROPOLIS = 500_000
SHORTEST = 4  # letters: shorter names are mostly other words; the few that are not are named in scripts/cities.py
# Codes of states that are words too: they count only in capitals.
WORDS = frozenset("as al co de go hi id in la ma me mi mo nt oh ok or pa sa us vic wa".split())


@dataclass(frozen=True, slots=True)
class City:
    """The largest city of a name: how many people live there, to the thousand, and its IANA zone."""

    people: int
    zone: str


def folded(name: str) -> str:
    """The key of a name: without accents, marks and capitals, words apart by one space ("St. Gallen": "st gallen")."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.translate(SILENT).split())


@lru_cache(maxsize=4096)
def find_city(name: str) -> City | None:
    """The largest city that is called so, in English, its own or another language; None for none of 15,000 people."""
    key = folded(name)
    lines = _cities()
    at = bisect_left(lines, f"{key}\t")
    found, _, facts = lines[at].partition("\t") if at < len(lines) else ("", "", "")
    if found != key:
        return None
    thousands, _, zone = facts.partition("\t")
    return City(int(thousands) * 1000, zone)


def is_city(name: str, smallest: int = 30_000) -> bool:
    """Whether a city of at least that many people is called so."""
    city = find_city(name)
    return city is not None and city.people >= smallest


def is_region(name: str) -> bool:
    """Whether it is a country, or a state, nation or province of one, by its name or its usual code."""
    bare = name.strip(" .,")
    key = folded(bare)
    return key in _regions() and (key not in WORDS or bare.isupper())


@lru_cache(maxsize=4096)
def zone_of(name: str) -> str | None:
    """The IANA zone of a city, or of a region whose people live by one; None where it is unknown or not the same.

    Where both are called so the metropolis is meant ("New York"), but not the town ("Lebanon", "Delaware").
    """
    key, city = folded(name), find_city(name)
    if len(key) >= SHORTEST and key in _regions() and (city is None or city.people < METROPOLIS):
        return _regions()[key] or None
    return city.zone if city else None


def _rows(text: str) -> list[str]:
    """The lines below the notice at the head of a file."""
    return text.partition("\n\n")[2].splitlines()


@cache
def _cities() -> list[str]:
    """Lines of key, thousands of people and zone, in order: to search in them takes no parsing."""
    return _rows(gzip.decompress((DATA / "cities.txt.gz").read_bytes()).decode("utf-8"))


@cache
def _regions() -> dict[str, str]:
    """The zone of each key, empty where people there live by several, or more than one region is called so."""
    found: dict[str, str] = {}
    for file in ("regions.txt", "more_regions.txt"):
        for row in _rows((DATA / file).read_text("utf-8")):
            names, _, zone = row.partition(" | ")
            for key in map(folded, names.split(",")):
                found[key] = zone if found.get(key, zone) == zone else ""
    return found
