"""Interviews set, held, moved, told more of and cancelled, in the words of many people; and what is none of that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


@pytest.fixture
def invited(house: House, request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Says something as somebody who has applied to Norwell, and has an interview there on Friday at two."""
    who = request.node.name

    def say(words: str) -> str:
        return house.say(words, user=who).text

    say("applied to Norwell as a buyer")
    say("interview with Norwell friday at 2pm")
    return say


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("with Dana Fox and Raj Patel", "with Dana Fox and Raj Patel"),
        ("mit Frau Krause", "with Frau Krause"),
        ("at their office on 9th street", "onsite"),
        ("in the Camden shop", "Camden shop"),
    ],
)
def test_who_will_be_there_is_no_employer(invited: Callable[[str], str], said: str, told: str) -> None:
    answer = invited(said)
    assert told in answer and "Logged" not in answer


def test_yes_to_another_day_is_no_offer(invited: Callable[[str], str]) -> None:
    assert "offer" not in invited("i asked Norwell to move it to monday at 10 and they said yes")
    assert "offer" not in invited("they said yes")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("spoke to Norwell, they told me to come in tuesday at 11", "Interview set"),
        ("Norwell want me in half nine tuesday", "09:30"),
        ("Norwell teams call tuesday at 9", "video"),
        ("Norwell rang this morning, come in tuesday at 9.15", "09:15"),
        ("good news from Norwell! interview tuesday at 4 with the shop manager Ines", "with Ines"),
        ("Norwell hat das Gespräch leider abgesagt", "Interview cancelled"),
        ("Norwell hat nach dem Gespräch abgesagt", "rejected"),
    ],
)
def test_how_a_new_one_is_told(invited: Callable[[str], str], said: str, told: str) -> None:
    assert told in invited(said)


def test_rounds_of_one_week(invited: Callable[[str], str]) -> None:
    answer = invited("Norwell next week: phone on monday at 9, panel on wednesday at 4pm")
    assert answer.count("Interview set") == 2 and "phone" in answer and "panel" in answer
    assert "16:00" in answer.split("panel", maxsplit=1)[0].splitlines()[-1]


def test_the_second_of_several(invited: Callable[[str], str]) -> None:
    invited("Norwell also want a second interview on the 30th at 9am, panel")
    answer = invited("cancel the second Norwell interview")
    assert "30 Nov" in answer and "cancelled" in answer


@pytest.mark.parametrize("said", ["I have an interview!", "ich habe ein Vorstellungsgespräch", "j'ai un entretien"])
def test_an_interview_that_is_told_is_asked_about(house: House, said: str) -> None:
    house.say("applied to Norwell as a buyer", user=said)
    assert "When is it" in house.say(said, user=said).text
