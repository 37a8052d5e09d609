"""Reminders on Slack: what holds in every service, in the direct messages, and how they look."""

from __future__ import annotations

from tests.chat_reminders import ChatReminders
from tests.slack_house import SlackHouse, shown
from tests.slack_wire import buttons_of
from tests.slack_workspace import Raw


class TestReminders(ChatReminders[SlackHouse]):
    """What holds in every service."""

    hostile = "B&amp;B &lt;!channel&gt;"
    number = "ts"

    def newest(self, bot: SlackHouse) -> Raw:
        return bot.person().written()[-1]

    def shown(self, message: Raw) -> str:
        return shown(message)

    def labels(self, message: Raw) -> list[str]:
        return [button["text"]["text"] for button in buttons_of(message["blocks"])]

    def file(self, message: Raw) -> str:
        return str(message["files"][0]["id"])

    def test_its_marks_are_shown_as_typed_and_ping_nobody(self, told: Raw) -> None:
        assert shown(told).startswith("Follow up: B&B <!channel> · cook\n") and "<!channel>" not in told["text"]
