"""Reminders on Telegram: pushed by the real channel, pressed there, and what becomes of their cards."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from storage import users
from tests.telegram_house import ANNA, Person, TelegramHouse
from tests.telegram_server import Message

ZONE = ZoneInfo("America/Chicago")


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


@pytest.fixture
def told(bot: TelegramHouse, anna: Person) -> Message:
    """The first follow-up about an application of Tuesday, 17 November."""
    anna.say("/settings timezone=America/Chicago, digest=off")
    anna.say("applied to B&B <Inn> as cook")
    assert bot.tick(at("2026-11-24 08:59")).delivered == 0
    assert bot.tick(at("2026-11-24 09:00")).delivered == 1
    assert bot.tick(at("2026-11-24 09:00")).delivered == 0
    return bot.server.telegram.sent(ANNA)[-1]


def test_it_is_a_message_with_its_buttons(told: Message) -> None:
    assert told["html"].startswith("<b>Follow up:</b> B&amp;B &lt;Inn&gt; · cook\n")
    rows = [[button["text"] for button in row] for row in told["reply_markup"]["inline_keyboard"]]
    labels = [label for row in rows for label in row]
    assert labels == ["Done", "1 day", "3 days", "1 week", "Draft a message", "Heard back", "Mute this one"]


def test_a_press_that_changes_takes_the_place_of_the_card(bot: TelegramHouse, anna: Person, told: Message) -> None:
    card = anna.press("^1 day")
    assert card["message_id"] == told["message_id"] and card["text"].startswith("Later: Follow up · B&B")
    assert bot.tick(at("2026-11-25 09:00")).delivered == 1
    assert anna.press("^Done")["text"].startswith("Done: Follow up")


def test_a_press_that_only_reads_leaves_it(bot: TelegramHouse, anna: Person, told: Message) -> None:
    assert anna.press("Draft a message")["text"] == told["text"]
    assert "Kind regards" in bot.server.telegram.sent(ANNA)[-1]["text"]
    anna.press("Heard back")
    assert anna.press("A no")["text"].startswith("B&B")
    assert bot.export()["applications"][0]["status"] == "rejected"


def test_words_answer_it_as_well(bot: TelegramHouse, anna: Person, told: Message) -> None:
    assert "Later: Follow up · B&B" in anna.say("not now, ask me again in 3 days")


def test_an_interview_comes_with_its_calendar_file(bot: TelegramHouse, anna: Person) -> None:
    anna.say("/settings timezone=America/Chicago, digest=off")
    anna.say("applied to Lidl as driver")
    anna.say("interview with Lidl on Friday at 3pm")
    anna.press("Calendar file")
    assert bot.server.telegram.sent(ANNA)[-1]["document"]["file_name"].endswith(".ics")
    assert bot.tick(at("2026-11-19 15:00")).delivered == 1
    assert bot.server.telegram.sent(ANNA)[-1]["text"].startswith("Tomorrow: interview, Lidl · driver")


def test_who_blocked_the_bot_is_told_nothing_until_they_write_again(bot: TelegramHouse, anna: Person) -> None:
    anna.say("/settings timezone=America/Chicago, digest=off")
    anna.say("applied to Lidl as driver")
    bot.server.telegram.blocked.add(ANNA)
    assert bot.tick(at("2026-11-24 09:00")).unreachable == 1
    with bot.app.database.read() as db:
        found = users.find_user(db, "telegram", str(ANNA))
        assert found is not None and users.list_accounts(db, found.id)[0].dead_reason
    bot.server.telegram.blocked.clear()
    anna.say("hello")
    assert bot.tick(at("2026-11-24 10:00")).delivered == 1
