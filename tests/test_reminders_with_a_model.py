"""What a language model adds to reminders: drafts and likely questions, checked; without it all goes out as ever."""

from __future__ import annotations

import pytest

from tests.house import House
from tests.model_server import ModelServer
from tests.online import Online
from tests.reminded import at

START, HEAD = "2026-11-02 10:00", "A draft to copy and change"


def met(online: Online, company: str, **caps: int) -> House:
    """A person in New York who has applied there, and has an interview on Friday."""
    house = online(**caps)
    house.say("/settings timezone=America/New_York, digest=off", at=at(START))
    house.say(f"/log {company}, Cook, applied")
    house.say(f"/schedule {company}, 6 November at 3pm, kind=video")
    return house


def test_a_draft_in_a_models_words(online: Online, server: ModelServer) -> None:
    house = met(online, "Corus")
    draft = house.say("/draft Corus, kind=follow_up").text
    assert draft.startswith(HEAD) and "where things stand with my application?" in draft
    assert draft.count("Kind regards") == 1 and draft.count("Hello") == 1 and "[your name]" in draft
    asked = server.asked()[-1]
    assert "tools" not in asked and "Applied: today" in asked["messages"][1]["content"]


@pytest.mark.parametrize("company", ["Dorn", "Elgin"])
def test_a_draft_that_invents_or_does_not_come_is_the_template(online: Online, company: str) -> None:
    draft = met(online, company).say(f"/draft {company}, kind=follow_up").text
    assert f"I am still interested in the Cook job at {company}." in draft and "Smith" not in draft


def test_a_draft_by_the_button_of_a_reminder(online: Online) -> None:
    house = online()
    house.say("/settings timezone=America/New_York, digest=off", at=at(START))
    house.say("/log Corus, Cook, applied")
    house.tick(at("2026-11-09 09:00"))
    assert "would still like to work with you" in house.press("Draft a message").text


def test_likely_questions_the_day_before_but_not_in_the_last_hour(online: Online) -> None:
    house = met(online, "Corus")
    text = house.tick(at("2026-11-05 15:00")).text
    assert "They may ask:\n• How do you plan a menu?\n• What do you do when an oven fails?\n• Why Corus?" in text
    assert "They may ask" not in house.tick(at("2026-11-06 14:00")).text
    assert "1 calls" in house.say("/usage").text


@pytest.mark.parametrize("company", ["Dorn", "Elgin"])
def test_a_reminder_goes_out_without_questions_that_do_not_hold(online: Online, company: str) -> None:
    heard = met(online, company).tick(at("2026-11-05 15:00"))
    assert heard.kinds == ["interview"] and "They may ask" not in heard.text and "evil" not in heard.text


def test_for_who_stays_offline_and_over_the_cap_nothing_is_asked(online: Online, server: ModelServer) -> None:
    house = met(online, "Corus")
    house.say("/settings offline=yes")
    before = len(server.asked())
    assert "They may ask" not in house.tick(at("2026-11-05 15:00")).text
    assert "I have not heard from you" in house.say("/draft Corus, kind=follow_up").text
    dear = met(online, "Corus", tokens_a_day=0)
    assert "They may ask" not in dear.tick(at("2026-11-05 15:00")).text
    assert len(server.asked()) == before
