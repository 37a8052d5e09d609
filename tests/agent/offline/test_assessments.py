"""Tests and tasks of employers in conversation: set, due on a day, due on another day; never an interview."""

from __future__ import annotations

from typing import Any

import pytest

from tests.house import House
from tests.reminded import apply, home

__all__ = ["home"]
# The talk stands on Monday, 2 November.
DUE = [
    "Brookline takehome due sunday",
    "brookline take-home is due on sunday",
    "Brookline assessment due sunday 6pm",
    "the Brookline homework has to be in by sunday",
    "gotta hand in the brookline assignment by sunday",
    "hackerrank for Brookline, deadline sunday",
    "Brookline sent me a case study, due sunday",
    "Brookline Testaufgabe bis Sonntag abgeben",
    "prueba técnica de Brookline, entregar el domingo",
    "étude de cas Brookline à rendre dimanche",
]


def brookline(home: House, *lines: str) -> dict[str, Any]:
    """The one application after these lines."""
    apply(home, "Brookline")
    for line in lines:
        home.say(line)
    (found,) = home.applications()
    return found


@pytest.mark.parametrize("said", DUE)
def test_a_test_that_is_due(home: House, said: str) -> None:
    found = brookline(home, said)
    assert (found["status"], found["deadline_on"]) == ("assessment", "2026-11-08")
    assert not found["interviews"]
    assert [entry["at"][:10] for entry in found["history"]] == ["2026-11-02", "2026-11-02"]


def test_another_day_moves_only_the_deadline(home: House) -> None:
    found = brookline(home, "brookline coding test due sunday", "the coding test is now due monday")
    assert (found["status"], found["deadline_on"]) == ("assessment", "2026-11-09")
    assert len(found["history"]) == 2
    assert "already" not in home.say("brookline take home due tuesday").text


@pytest.mark.parametrize(
    "said",
    [
        "brookline technical interview on sunday at 3pm",
        "brookline chat about the take-home on sunday at 3pm",
    ],
)
def test_a_talk_about_one_is_an_interview(home: House, said: str) -> None:
    assert brookline(home, said)["status"] == "interview"


def test_a_reminder_of_one_is_a_reminder(home: House) -> None:
    assert brookline(home, "remind me to finish the brookline take-home by sunday")["status"] == "applied"
    assert [r["text"] for r in home.export()["reminders"] if r["kind"] == "custom"] == [
        "finish the brookline take-home"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "failed the Brookline test",
        "I didn't pass the brookline assessment",
        "flunked the hackerrank for brookline",
        "Einstellungstest bei Brookline nicht bestanden",
        "no aprobé la prueba de Brookline",
        "j'ai raté le test technique de Brookline",
    ],
)
def test_a_failed_test_is_bad_news(home: House, said: str) -> None:
    assert brookline(home, said)["status"] == "rejected"


def test_the_word_test_is_no_part_of_a_name(home: House) -> None:
    assert "no application at Vandelay." in home.say("failed the Vandelay test").text


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("brookline coding test on sunday", "2026-11-08"),
        ("i have an aptitude test with Brookline on thursday", "2026-11-05"),
        ("got a brookline coding test on sunday", None),
        ("Brookline sent me a case study on sunday", None),
    ],
)
def test_a_test_lies_ahead_unless_it_came(home: House, said: str, day: str | None) -> None:
    found = brookline(home, said)
    assert (found["status"], found["deadline_on"]) == ("assessment", day)


@pytest.mark.parametrize(
    "said", ["brookline coding test sunday 3pm", "Brookline want me for a typing test sunday at 3"]
)
def test_one_at_an_hour_is_an_appointment(home: House, said: str) -> None:
    assert [i["starts_at"] for i in brookline(home, said)["interviews"]] == ["2026-11-08T20:00:00Z"]
