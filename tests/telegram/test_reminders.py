"""Reminders on Telegram: what holds in every service, how they look, and whom they do not reach."""

from __future__ import annotations

from storage import users
from tests.chat_reminders import ChatReminders, at
from tests.telegram_house import ANNA, Person, TelegramHouse
from tests.telegram_server import Message


class TestReminders(ChatReminders[TelegramHouse]):
    """What holds in every service."""

    hostile = "B&B <Inn>"
    number = "message_id"

    def newest(self, bot: TelegramHouse) -> Message:
        return bot.server.telegram.sent(ANNA)[-1]

    def shown(self, message: Message) -> str:
        return str(message["text"])

    def labels(self, message: Message) -> list[str]:
        return [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]

    def file(self, message: Message) -> str:
        return str(message["document"]["file_name"])

    def test_its_marks_are_shown_as_typed(self, told: Message) -> None:
        assert told["html"].startswith("<b>Follow up:</b> B&amp;B &lt;Inn&gt; · cook\n")


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
