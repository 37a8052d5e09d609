"""Interviews set, held, moved, told more of and cancelled, in the words of many people; and what is none of that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agent.offline import attendees, entities, hours, shifts, text, venues
from tests.agent.offline.played import Case, cases, opened, play
from tests.house import House

ZONE = ZoneInfo("Europe/London")
KNOWN = ["Globex", "Mercy General", "Lidl", "Bosch", "Acme Corp"]
ALL = [*cases("interviews_first.txt"), *cases("interviews_later.txt")]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One product for all cases; each case has a person of its own."""
    with opened(tmp_path_factory.mktemp("house")) as found:
        yield found


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_conversation(house: House, case: Case) -> None:
    assert play(house, case, case.name) == []


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("it's sat 11", None, "sat at 11"),
        ("is now at 4", None, "at 4"),
        ("at 1pm instead of 2", "at 2", "at 1pm"),
        ("meant 5, not 3", "at 3", "at 5"),
        ("from thursday 3pm to monday 11am", "thursday 3pm", "monday 11am"),
        ("my friday interview moved to thursday at 5", "friday", "thursday at 5"),
        ("it was tuesday at 3, now it's friday at 10", "tuesday at 3", "friday at 10"),
        ("vom Donnerstag auf Freitag verschoben", "Donnerstag", "Freitag"),
        ("a las 5 en vez de a las 4", "a las 4", "a las 5"),
        ("with 2 people for 3 hours", None, None),
    ],
)
def test_old_and_new_times(words: str, old: str | None, new: str | None) -> None:
    found = hours.times(words, entities.find(words))
    assert hours.old_and_new(words, found) == (old, new)


@pytest.mark.parametrize(
    ("words", "shift"),
    [
        ("half an hour later", "half an hour later"),
        ("they brought it forward an hour", "an hour earlier"),
        ("pushed the interview back a week", "a week later"),
        ("moved it up an hour", "an hour earlier"),
        ("eine Stunde früher", "eine Stunde earlier"),
        ("la adelantaron una hora", "una hora earlier"),
        ("décalé d'une heure", "une heure later"),
        ("same time next week", "1 week later"),
        ("the day after", "1 day later"),
        ("about 45 minutes", None),
    ],
)
def test_how_much_earlier_or_later(words: str, shift: str | None) -> None:
    found = shifts.by_length(words, entities.find(words))
    assert (found[0] if found else None) == shift


@pytest.mark.parametrize(
    ("words", "who", "where"),
    [
        ("with the headteacher, Mrs Okonjo, and it lasts an hour", "Mrs Okonjo (headteacher)", None),
        ("panel at Mercy General with Tom Reid, Ann Lee and Dr Patel", "Tom Reid and Ann Lee and Dr Patel", None),
        ("it's on teams with fatima", "Fatima", None),
        ("interview with lidl friday 3", None, None),
        ("Globex's recruiter Priya Nayar will call", "Priya Nayar (recruiter)", None),
        ("with Hannah Lee (Head of Data)", "Hannah Lee (Head of Data)", None),
        ("coffee with Lena from Globex", "Lena", None),
        ("avec le directeur du magasin", "directeur du magasin", None),
        ("mit Frau Schulz in der Hauptstraße 5", "Frau Schulz", "Hauptstraße 5"),
        ("at St Thomas House, 4th floor, Canning Street", None, "St Thomas House, 4th floor, Canning Street"),
        ("with Omar Rey, Castle Building", "Omar Rey", "Castle Building"),
        ("at their Leeds office with 2 people", None, "Leeds office"),
        ("at 12 Bishops Lane", None, "12 Bishops Lane"),
        ("at 12 with Ann", "Ann", None),
        ("https://meet.example/abc with Jo", "Jo", "https://meet.example/abc"),
    ],
)
def test_who_and_where(words: str, who: str | None, where: str | None) -> None:
    said = text.clean(words, KNOWN)
    mentions = entities.find(said, KNOWN)
    people = attendees.people(said, mentions)
    names = [m.value for m in mentions if m.kind == "company"]
    assert people == who
    assert venues.place(said, mentions, [*names, people] if people else names) == where


def test_a_new_time_keeps_what_it_does_not_name() -> None:
    now = datetime(2026, 11, 10, 10, 0, tzinfo=ZONE)
    assert hours.replaced("tomorrow at 10", "friday", now) == "friday at 10:00"
    assert hours.replaced("tomorrow at 10", "at 2", now) == "2026-11-11 at 2"
    assert hours.replaced("tomorrow at 10", "friday at 3", now + timedelta(hours=1)) == "friday at 3"
