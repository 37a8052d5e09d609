"""What helps around a reminder, asked for in words: drafts, silence, calendar files, the digest, what is sent when."""

from __future__ import annotations

from typing import Any

import pytest

from tests.house import House

DRAFTS = [
    ("draft a follow-up to Stripe", {"kind": "follow_up"}),
    ("can you help me write a thank you email to stripe?", {"kind": "thank_you"}),
    ("please draft a message to Stripe", {}),
    ("write me a thank-you note for Stripe", {"kind": "thank_you"}),
]
OTHERS = [
    ("mute Stripe", "mute", {"company": "Stripe"}),
    ("unmute Stripe please", "mute", {"company": "Stripe", "off": True}),
    ("calendar file for the Stripe interview", "calendar", {"company": "Stripe"}),
    ("put my interviews in my calendar", "calendar", {}),
    ("give me my digest now", "waiting", {}),
    ("how was my week?", "waiting", {}),
    ("heard back from Stripe", "heard_back", {"company": "Stripe"}),
    ("I'm back from holiday", "settings", {"resume": True}),
    ("what do you send me?", "settings", {}),
    ("pause reminders until Monday", "settings", {"pause_until": "Monday"}),
    ("pause everything until Monday", "settings", {"pause_until": "Monday"}),
    ("on holiday until 3 May", "settings", {"pause_until": "3 May"}),
    ("what will you remind me of?", "agenda", {"what": "reminders"}),
    ("mute everything until Friday", "settings", {"pause_until": "Friday"}),
    ("please no messages this week", "settings", {"pause_until": "this week"}),
    ("ok carry on with the reminders", "settings", {"resume": True}),
    ("leave me in peace about Stripe", "mute", {"company": "Stripe"}),
    ("no follow-ups for Stripe, they asked me to wait", "mute", {"company": "Stripe"}),
    ("when will you write to me next?", "agenda", {"what": "reminders"}),
    ("quiet hours until 6", "settings", {"quiet_to": "06:00"}),
    ("write me a few lines to send to Stripe", "draft", {"company": "Stripe"}),
    (
        "move the reminder about Stripe to 3 May",
        "change_reminder",
        {"action": "snooze", "which": "Stripe", "until": "3 May"},
    ),
]
# Near to the ones above, and something else.
NOT_AIDS = [
    ("write a note for Stripe: nice people", "note"),
    ("remind me to write a follow-up to Stripe tomorrow", "remind"),
]


def called(house: House, text: str) -> list[dict[str, Any]]:
    """The calls that come of words."""
    if not house.lines:
        house.say("/log Stripe, Backend Engineer, applied")
    found = house.say(text)
    return [call for out in found.outs for call in out.get("tools", [])]


@pytest.mark.parametrize(("text", "args"), DRAFTS)
def test_a_draft(sqlite_house: House, text: str, args: dict[str, Any]) -> None:
    assert called(sqlite_house, text) == [{"name": "draft", "args": {"company": "Stripe", **args}}]


@pytest.mark.parametrize(("text", "name", "args"), OTHERS)
def test_other_help(sqlite_house: House, text: str, name: str, args: dict[str, Any]) -> None:
    assert called(sqlite_house, text) == [{"name": name, "args": args}]


@pytest.mark.parametrize(("text", "name"), NOT_AIDS)
def test_what_is_something_else(sqlite_house: House, text: str, name: str) -> None:
    assert name in [call["name"] for call in called(sqlite_house, text)]


def test_without_a_name_it_is_what_the_talk_is_about(sqlite_house: House) -> None:
    sqlite_house.say("/log Stripe, Backend Engineer, applied")
    assert "Backend Engineer" in sqlite_house.say("draft a message").text


def test_news_beside_its_announcement_is_news_alone(sqlite_house: House) -> None:
    assert [call["name"] for call in called(sqlite_house, "heard from Stripe, they want a call")] == ["schedule"]


@pytest.mark.parametrize("text", ["only weekdays please", "no messages on weekends", "please don't write on Sundays"])
def test_days_of_every_week_are_no_setting(sqlite_house: House, text: str) -> None:
    assert "days of every week" in sqlite_house.say(text).text
