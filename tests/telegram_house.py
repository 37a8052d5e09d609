"""The product behind Telegram: the real channel against the test's server, and people who write to the bot."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from bot.channel import Answering
from bot.settings import Http, Settings
from bot.settings import Telegram as TelegramSettings
from bot.telegram.channel import Telegram
from tests.chat_house import ChatHouse
from tests.telegram_http import Server
from tests.telegram_server import BOT, TOKEN, Message

ANNA, BOB = 1001, 1002
GROUP = -500


class TelegramHouse(ChatHouse[Telegram]):
    """The channel against a server of the test's own."""

    service = "telegram"

    def __init__(
        self, url: str, folder: Path, server: Server, *, public_url: str = "", open_to: str = "",
        answer: Answering | None = None,
    ) -> None:  # fmt: skip
        self.server = server
        telegram = TelegramSettings(TOKEN, server.url, frozenset(open_to.split()), "s3cret")
        settings = Settings(folder, url, offline=True, telegram=telegram, http=Http(public_url=public_url))
        super().__init__(settings, answer)

    def make(self, answer: Answering) -> Telegram:
        """See ChatHouse."""
        assert self.settings.telegram is not None
        return Telegram(self.settings.telegram, self.settings.http, self.app, answer, self.metrics, lambda: self.now)

    def settle(self) -> None:
        """See ChatHouse."""
        self.until(lambda: self.server.telegram.idle() and not self.is_open())

    def export(self, account: int = ANNA) -> dict[str, Any]:
        """All that is kept of a person, in the export form."""
        return self.kept(str(account))

    def companies(self, account: int = ANNA) -> list[str]:
        """The names of what a person applied to, in their order."""
        return [one["company"] for one in self.export(account)["applications"]]

    def person(self, account: int = ANNA) -> Person:
        """Somebody with a phone."""
        return Person(self, account)


class Around(Protocol):
    """What is around a person who writes to the bot: the server, the clock, and how to wait for answers."""

    server: Server
    now: datetime

    def settle(self) -> None:
        """Wait until all that was said is answered."""


class Person:
    """Somebody who writes to the bot, each message a minute after the one before."""

    def __init__(self, house: Around, account: int) -> None:
        self.house = house
        self.account = account
        self.telegram = house.server.telegram

    def message(self, chat: int | None = None, **content: Any) -> Message:
        """A message as the server would hand it out."""
        self.house.now += timedelta(minutes=1)
        where = chat or self.account
        kind = "private" if where > 0 else "group"
        sender = {"id": self.account, "is_bot": False, "first_name": "Anna"}
        return {
            "message_id": self.telegram.new_id(), "date": int(self.house.now.timestamp()), "from": sender,
            "chat": {"id": where, "type": kind, "title": "Jobs"}, **content,
        }  # fmt: skip

    def send(self, chat: int | None = None, **content: Any) -> list[Message]:
        """Send a message; gives what the bot wrote since, in the private chat."""
        before = self.seen()
        self.telegram.add("message", self.message(chat, **content))
        self.house.settle()
        return [one for one in self.telegram.sent(self.account) if one["message_id"] not in before]

    def seen(self) -> set[int]:
        """The numbers of what the bot wrote so far."""
        return {one["message_id"] for one in self.telegram.sent(self.account)}

    def say(self, text: str, **more: Any) -> str:
        """What is answered to words."""
        return words(self.send(text=text, **more))

    def edit(self, message: Message, text: str) -> str:
        """Change a message; what is answered."""
        before = self.seen()
        self.house.now += timedelta(minutes=1)
        self.telegram.add("edited_message", {**message, "text": text, "edit_date": int(self.house.now.timestamp())})
        self.house.settle()
        return words([one for one in self.telegram.sent(self.account) if one["message_id"] not in before])

    def buttons(self) -> list[tuple[Message, str, str]]:
        """Message, label, and data or address of all buttons that can be pressed now."""
        return [
            (one, button["text"], button.get("callback_data") or button["url"])
            for one in self.telegram.sent(self.account)
            for row in one.get("reply_markup", {}).get("inline_keyboard", [])
            for button in row
        ]

    def press(self, label: str, *, by: int | None = None) -> Message:
        """Press the first button that fits on the newest message that has one; gives that message as it stands then."""
        fitting = [one for one in self.buttons() if re.search(label, one[1], re.IGNORECASE)]
        newest = max(card["message_id"] for card, _, _ in fitting)
        card, _, data = next(one for one in fitting if one[0]["message_id"] == newest)
        self.press_data(card, data, by=by)
        return self.telegram.chats[self.account][newest]

    def press_data(self, card: Message, data: str, *, by: int | None = None) -> None:
        """Press a button of a message by its data."""
        self.house.now += timedelta(minutes=1)
        sender = {"id": by or self.account, "is_bot": False, "first_name": "Anna"}
        plain = {key: value for key, value in card.items() if key != "html"}
        query = {"id": f"q{self.telegram.new_id()}", "from": sender, "chat_instance": "1", "data": data}
        self.telegram.add("callback_query", {**query, "message": plain})
        self.house.settle()

    def document(self, name: str, content: bytes, **more: Any) -> list[Message]:
        """Send a file."""
        file_id = self.telegram.upload(content)
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(content)}
        return self.send(document=document, **more)

    def mention(self, text: str) -> list[Message]:
        """Speak to the bot in a group; gives what it wrote in the private chat."""
        name = f"@{BOT['username']}"
        entity = {"type": "mention", "offset": 0, "length": len(name)}
        return self.send(GROUP, text=f"{name} {text}", entities=[entity])


def words(messages: list[Message]) -> str:
    """The texts of messages, one below the other."""
    return "\n".join(one.get("text", "") for one in messages)
