"""Reminders on Slack: pushed by the real channel into the direct messages, pressed there, and what becomes of them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.slack_house import Person, SlackHouse, shown
from tests.slack_workspace import Raw

ZONE = ZoneInfo("America/Chicago")


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


@pytest.fixture
def told(bot: SlackHouse, anna: Person) -> Raw:
    """The first follow-up about an application of Tuesday, 17 November."""
    anna.say("/settings timezone=America/Chicago, digest=off")
    anna.say("applied to B&amp;B &lt;!channel&gt; as cook")
    assert bot.tick(at("2026-11-24 08:59")).delivered == 0
    assert bot.tick(at("2026-11-24 09:00")).delivered == 1
    assert bot.tick(at("2026-11-24 09:00")).delivered == 0
    return anna.written()[-1]


def test_it_is_a_message_with_its_buttons(anna: Person, told: Raw) -> None:
    assert shown(told).startswith("Follow up: B&B <!channel> · cook\n") and "<!channel>" not in told["text"]
    labels = [button["text"]["text"] for card, button in anna.buttons() if card is told]
    assert labels == ["Done", "1 day", "3 days", "1 week", "Draft a message", "Heard back", "Mute this one"]


def test_a_press_that_changes_takes_the_place_of_the_card(bot: SlackHouse, anna: Person, told: Raw) -> None:
    card = anna.press("^1 day")
    assert card is told and shown(card).startswith("Later: Follow up · B&B")
    assert bot.tick(at("2026-11-25 09:00")).delivered == 1
    assert shown(anna.press("^Done")).startswith("Done: Follow up")


def test_a_press_that_only_reads_leaves_it(bot: SlackHouse, anna: Person, told: Raw) -> None:
    before = shown(told)
    assert shown(anna.press("Draft a message")) == before
    assert "Kind regards" in shown(anna.written()[-1])
    anna.press("Heard back")
    assert shown(anna.press("A no")).startswith("B&B")
    assert bot.export()["applications"][0]["status"] == "rejected"


def test_words_answer_it_as_well(bot: SlackHouse, anna: Person, told: Raw) -> None:
    assert "Later: Follow up · B&B" in anna.say("not now, ask me again in 3 days")


def test_an_interview_comes_with_its_calendar_file(bot: SlackHouse, anna: Person) -> None:
    anna.say("/settings timezone=America/Chicago, digest=off")
    anna.say("applied to Lidl as driver")
    anna.say("interview with Lidl on Friday at 3pm")
    anna.press("Calendar file")
    assert anna.written()[-1]["files"][0]["id"].endswith(".ics")
    assert bot.tick(at("2026-11-19 15:00")).delivered == 1
    assert shown(anna.written()[-1]).startswith("Tomorrow: interview, Lidl · driver")
