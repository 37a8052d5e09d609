"""A small Telegram on loopback, at the level of the wire: long polling, webhooks, limits and errors as the real one's.

It imitates what a bot meets: one poller at a time (409), texts of 4,096 UTF-16 units, strict HTML, buttons of 64 bytes,
"message is not modified", blocked bots (403), pauses (429), groups that have moved, files up and down.
"""

from __future__ import annotations

import json
import re
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.error import URLError

from tests.telegram_wire import WireError, plain_of

TOKEN = "4711:AAtesttesttesttesttesttesttesttest"
BOT = {"id": 4711, "is_bot": True, "first_name": "Jobbot", "username": "jobs_test_bot"}
LIMIT = 4096
Fields = dict[str, Any]
Message = dict[str, Any]


@dataclass
class Telegram:
    """The server's memory, and what tests and methods do with it; every access holds `lock`."""

    lock: threading.Condition = field(default_factory=threading.Condition)
    updates: list[Message] = field(default_factory=list)
    chats: dict[int, dict[int, Message]] = field(default_factory=lambda: defaultdict(dict))
    calls: list[tuple[str, Fields]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    faults: dict[str, list[WireError]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: set[str] = field(default_factory=set)
    has_drafts: bool = True
    last_error: str = ""
    webhook: Fields = field(default_factory=dict)
    late: list[Message] = field(default_factory=list)  # updates that a test holds back
    confirmed: int = 0
    number: int = 100
    poller: int = 0

    def add(self, kind: str, content: Message) -> Message:
        """An update for the bot; gives it."""
        with self.lock:
            self.number += 1
            update = {"update_id": self.number, kind: content}
            self.updates.append(update)
            self.lock.notify_all()
        if self.webhook:
            self.call_webhook(update)
        return update

    def again(self, update: Message) -> None:
        """Deliver an update once more, as if its first delivery had been lost on the way back."""
        with self.lock:
            self.number += 1
            self.updates.append({**update, "update_id": self.number})
            self.lock.notify_all()

    def call_webhook(self, update: Message, secret: str | None = None) -> int:
        """The status with which the webhook answers."""
        given = self.webhook.get("secret_token", "") if secret is None else secret
        heads = {"content-type": "application/json", "x-telegram-bot-api-secret-token": given}
        request = urllib.request.Request(self.webhook["url"], json.dumps(update).encode(), heads)  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
                return int(answer.status)
        except URLError as error:
            return int(getattr(error, "code", 0))

    def new_id(self) -> int:
        """A number that no message has yet."""
        with self.lock:
            self.number += 1
            return self.number

    def sent(self, chat: int) -> list[Message]:
        """What stands in a chat by the bot, oldest first."""
        with self.lock:
            return [m for _, m in sorted(self.chats[chat].items()) if m["from"]["id"] == BOT["id"]]

    def called(self, method: str) -> list[Fields]:
        """The arguments of all calls of a method."""
        with self.lock:
            return [fields for name, fields in self.calls if name == method]

    def idle(self) -> bool:
        """Whether the bot has taken all updates."""
        with self.lock:
            return bool(self.webhook) or all(update["update_id"] < self.confirmed for update in self.updates)

    def answer(self, method: str, fields: Fields) -> Any:
        """What a method gives. Raises WireError."""
        with self.lock:
            self.calls.append((method, fields))
            if self.faults[method]:
                raise self.faults[method].pop(0)
        found: Callable[[Fields], Any] | None = getattr(self, f"do_{method}", None)
        if found is None or (method == "sendMessageDraft" and not self.has_drafts):
            raise WireError(404, "Not Found: method not found")
        return found(fields)

    def do_getMe(self, _: Fields) -> Any:
        return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}

    def do_getUpdates(self, fields: Fields) -> Any:
        offset, until = int(fields.get("offset", 0)), time.monotonic() + min(int(fields.get("timeout", 0)), 20)
        with self.lock:
            if self.webhook:
                raise WireError(409, "Conflict: can't use getUpdates method while webhook is active")
            self.poller += 1
            mine, self.confirmed = self.poller, max(self.confirmed, offset)
            self.lock.notify_all()
            while True:
                if self.poller != mine:
                    raise WireError(409, "Conflict: terminated by other getUpdates request")
                new = [update for update in self.updates if update["update_id"] >= offset]
                if new or time.monotonic() >= until:
                    return new[: int(fields.get("limit", 100))]
                self.lock.wait(0.2)

    def do_setWebhook(self, fields: Fields) -> Any:
        self.webhook = fields
        return True

    def do_deleteWebhook(self, _: Fields) -> Any:
        self.webhook = {}
        return True

    def do_getWebhookInfo(self, _: Fields) -> Any:
        with self.lock:
            info = {"url": self.webhook.get("url", ""), "has_custom_certificate": False, "pending_update_count": 0}
            return info | ({"last_error_message": self.last_error} if self.last_error else {})

    def do_setMyCommands(self, fields: Fields) -> Any:
        assert len(fields["commands"]) <= 100
        return True

    def do_sendChatAction(self, fields: Fields) -> Any:
        self.check_chat(int(fields["chat_id"]))
        return True

    def do_answerCallbackQuery(self, fields: Fields) -> Any:
        self.acknowledged.add(fields["callback_query_id"])
        return True

    def do_sendMessageDraft(self, fields: Fields) -> Any:
        self.check_text(fields)
        return True

    def do_sendMessage(self, fields: Fields) -> Any:
        chat = int(fields["chat_id"])
        self.check_chat(chat)
        return self.keep(chat, self.new_id(), self.check_text(fields))

    def do_sendDocument(self, fields: Fields) -> Any:
        chat, (name, content) = int(fields["chat_id"]), fields["document"]
        self.check_chat(chat)
        file_id = self.upload(content)
        document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name, "file_size": len(content)}
        return self.keep(chat, self.new_id(), {"document": document})

    def do_sendPhoto(self, fields: Fields) -> Any:
        chat, (_, content) = int(fields["chat_id"]), fields["photo"]
        self.check_chat(chat)
        file_id = self.upload(content)
        size = {"file_id": file_id, "file_unique_id": file_id, "width": 1, "height": 1, "file_size": len(content)}
        return self.keep(chat, self.new_id(), {"photo": [size]})

    def do_editMessageText(self, fields: Fields) -> Any:
        chat, number = int(fields["chat_id"]), int(fields["message_id"])
        with self.lock:
            before = self.chats[chat].get(number)
        if before is None:
            raise WireError(400, "Bad Request: message to edit not found")
        new = self.check_text(fields)
        if (before.get("html"), before.get("reply_markup")) == (new["html"], new.get("reply_markup")):
            raise WireError(400, "Bad Request: message is not modified: specified new message content is the same")
        return self.keep(chat, number, new)

    def do_getFile(self, fields: Fields) -> Any:
        content = self.files.get(fields["file_id"])
        if content is None:
            raise WireError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(content) > 20_000_000:
            raise WireError(400, "Bad Request: file is too big")
        number = fields["file_id"]
        return {"file_id": number, "file_unique_id": number, "file_size": len(content), "file_path": f"docs/{number}"}

    def upload(self, content: bytes) -> str:
        """Keep a file; gives its id."""
        file_id = f"file{self.new_id()}"
        self.files[file_id] = content
        return file_id

    def keep(self, chat: int, number: int, content: Message) -> Message:
        """A message of the bot as it stands now."""
        kind = "private" if chat > 0 else "group"
        message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": kind}, "from": BOT, **content}
        with self.lock:
            self.chats[chat][number] = message
            self.lock.notify_all()
        return {key: value for key, value in message.items() if key != "html"}

    def check_chat(self, chat: int) -> None:
        """Refuses chats that do not exist, block the bot, or have moved."""
        if chat in self.blocked:
            raise WireError(403, "Forbidden: bot was blocked by the user")
        if chat in self.moved:
            moved = {"migrate_to_chat_id": self.moved[chat]}
            raise WireError(400, "Bad Request: group chat was upgraded to a supergroup chat", moved)

    def check_text(self, fields: Fields) -> Message:
        """The text as it will stand, with its markup; refuses what the real server refuses."""
        text = fields.get("text", "")
        plain = plain_of(text) if fields.get("parse_mode") == "HTML" else text
        if not plain.strip():
            raise WireError(400, "Bad Request: message text is empty")
        if len(plain.encode("utf-16-le")) // 2 > LIMIT:
            raise WireError(400, "Bad Request: message is too long")
        markup = fields.get("reply_markup")
        for row in (markup or {}).get("inline_keyboard", []):
            if any("url" not in button and not 0 < len(button["callback_data"].encode()) <= 64 for button in row):
                raise WireError(400, "Bad Request: BUTTON_DATA_INVALID")
            if any("url" in button and not re.match(r"https?://[^/]+\.", button["url"]) for button in row):
                raise WireError(400, "Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL")
        return {"text": plain, "html": text} | ({"reply_markup": markup} if markup else {})
