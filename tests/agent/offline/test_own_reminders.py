"""A person's own reminders in conversation: several at once, moved and called off by a word of theirs, answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.house import House
from tests.reminded import apply, at, home
from tests.talk import NEW_YORK

__all__ = ["home"]
KEYS = "remind me tomorrow at 2 to hand in the locker keys"
BANK = "remind me tomorrow at 6 to ring the bank"


def waiting(home: House) -> list[str]:
    """The person's own reminders that wait, in order: `MM-DD HH:MM words` in New York."""
    found: list[dict[str, Any]] = [r for r in home.export()["reminders"] if r["kind"] == "custom"]
    pending = [r for r in found if r["status"] == "pending"]
    return sorted(f"{_local(r['due_at'])} {r['text']}" for r in pending)


def _local(instant: str) -> str:
    return f"{datetime.fromisoformat(instant).astimezone(NEW_YORK):%m-%d %H:%M}"


SAID = [
    ("ping me tomorrow at 7 and at 3 about the shoes", ["11-03 07:00 the shoes", "11-03 15:00 the shoes"]),
    (
        "remind me to email the school on wed at 11 and to fetch the van on thursday at 8",
        ["11-04 11:00 email the school", "11-05 08:00 fetch the van"],
    ),
    (
        "two reminders please: pay the locker fee on tuesday at 4, wash the apron on friday at 10",
        ["11-03 16:00 pay the locker fee", "11-06 10:00 wash the apron"],
    ),
    ("I have to give back my badge, poke me on thursday at 1pm", ["11-05 13:00 give back my badge"]),
    ("you can remember me tomorrow at 12h to phone my sister?", ["11-03 12:00 phone my sister"]),
]


@pytest.mark.parametrize(("said", "wanted"), SAID)
def test_what_is_set(home: House, said: str, wanted: list[str]) -> None:
    home.say(said, at=at("2026-11-02 10:00"))
    assert waiting(home) == wanted


CHANGED = [
    ("shift the bank one to saturday", ["11-03 14:00 hand in the locker keys", "11-07 18:00 ring the bank"]),
    ("put the keys one back by an hour", ["11-03 15:00 hand in the locker keys", "11-03 18:00 ring the bank"]),
    ("scrap the one about the keys", ["11-03 18:00 ring the bank"]),
    ("make that 5 instead", ["11-03 14:00 hand in the locker keys", "11-03 17:00 ring the bank"]),
]


@pytest.mark.parametrize(("said", "wanted"), CHANGED)
def test_what_is_changed(home: House, said: str, wanted: list[str]) -> None:
    home.say("/log Acme, Cook, applied", at=at("2026-11-02 10:00"))
    for words in (KEYS, BANK, said):
        home.say(words)
    assert waiting(home) == wanted


def test_of_an_interview(home: House) -> None:
    apply(home)
    home.say("/schedule Acme, 12 November at 11am")
    home.say("remind me at 6 that morning to catch the early bus")
    home.say("remind me three days before the interview to press my jacket")
    home.say("nudge me an hour and a half before the interview to set off")
    assert waiting(home) == [
        "11-09 09:00 press my jacket",
        "11-12 06:00 catch the early bus",
        "11-12 09:30 set off",
    ]
    assert "Interview, 1 day before · Acme" in home.say("/reminders").text


def test_answers_to_one_that_came(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.say("not now, thursday")
    assert [r["due_at"] for r in home.export()["reminders"] if r["status"] == "pending"][:1] == ["2026-11-12T14:00:00Z"]


def test_heard_back_is_never_an_undo(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.say("heard back, it's a no")
    assert [a["status"] for a in home.applications()] == ["rejected"]


@pytest.mark.parametrize("said", ["please message me less", "way too many notifications", "fewer reminders pls"])
def test_less(home: House, said: str) -> None:
    assert "What I send, and when" in home.say(said).text


AWAY = [
    "I'm off sick until friday",
    "gone from tomorrow until friday, please stay silent",
    "put it all on hold until friday",
]


@pytest.mark.parametrize("said", AWAY)
def test_away(home: House, said: str) -> None:
    assert "Reminders paused until" in home.say(said).text


def test_a_follow_up_counts_from_the_day_on_which_it_was_sent(home: House) -> None:
    apply(home)
    home.say("I emailed Acme yesterday to follow up", at=at("2026-11-06 15:00"))
    assert [r["due_at"] for r in home.export()["reminders"] if r["status"] == "pending"][:1] == ["2026-11-12T14:00:00Z"]


def test_no_longer_wanted(home: House) -> None:
    apply(home)
    home.tick(at("2026-11-09 09:00"))
    home.say("I no longer want this position")
    assert [a["status"] for a in home.applications()] == ["withdrawn"]


@pytest.mark.parametrize(
    "said",
    [
        "stop all the reminders until january",
        "stop my reminders till after christmas",
        "keine Erinnerungen bis Januar",
        "sin recordatorios hasta enero",
        "plus de rappels jusqu'en janvier",
    ],
)
def test_stopped_until_a_day_is_a_pause(home: House, said: str) -> None:
    apply(home)
    assert "Reminders paused until" in home.say(said).text
    assert any(r["status"] == "pending" for r in home.export()["reminders"])
    assert "none" in home.say("ok turn them back on").text


@pytest.mark.parametrize(
    "said", ["remind me 2 days before the 30th to call the bank", "nudge me a week before 5 december about the bank"]
)
def test_days_before_a_date_are_a_day(home: House, said: str) -> None:
    apply(home)
    assert "28 Nov" in home.say(said).text
