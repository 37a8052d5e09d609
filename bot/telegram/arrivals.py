"""A raw update of Telegram as an event of the inbox, or nothing: whose it is and by what it is known again; pure."""

from __future__ import annotations

from typing import Any

from storage.events import Incoming

Raw = dict[str, Any]
WANTED = ("message", "edited_message", "callback_query", "my_chat_member")


def arrival(raw: Raw, bot_id: int, bot_name: str) -> Incoming | None:
    """The event, in the order of its sender; None for what the bot is not meant to hear, or that is no update.

    A message is known by its place in its chat, so that its edits find it and a second delivery is the same event.
    """
    try:
        return _arrival(raw, bot_id, bot_name)
    except (KeyError, TypeError, AttributeError):
        return None


def _arrival(raw: Raw, bot_id: int, bot_name: str) -> Incoming | None:
    if "callback_query" in raw:
        query = raw["callback_query"]
        return Incoming(f"{bot_id}:q{query['id']}", str(query["from"]["id"]), raw)
    for kind, mark in (("message", "m"), ("edited_message", "e")):
        if kind in raw:
            message = raw[kind]
            sender = message.get("from") or {}
            if not sender or sender.get("is_bot") or not _meant(message, bot_id, bot_name):
                return None
            version = message.get("edit_date", "") if mark == "e" else ""
            return Incoming(event_id(bot_id, message, mark, version), str(sender["id"]), raw)
    if "my_chat_member" in raw:
        return Incoming(f"{bot_id}:u{raw['update_id']}", str(raw["my_chat_member"]["from"]["id"]), raw)
    return None


def event_id(bot_id: int, message: Raw, mark: str = "m", version: object = "") -> str:
    """By what a message, or an edit of it, is known in the inbox."""
    return f"{bot_id}:{mark}{message['chat']['id']}:{message['message_id']}{f':{version}' if version else ''}"


def _meant(message: Raw, bot_id: int, bot_name: str) -> bool:
    """Whether the bot is spoken to: always in private, in a group when it is mentioned or answered."""
    kind = message["chat"].get("type", "private")
    if kind == "private":
        return True
    if kind not in ("group", "supergroup"):
        return False
    answered = (message.get("reply_to_message") or {}).get("from") or {}
    return answered.get("id") == bot_id or bool(mentions(message, bot_id, bot_name))


def mentions(message: Raw, bot_id: int, bot_name: str) -> list[str]:
    """The words that call the bot by its name: "@name", "/find@name", or a link on a name without an @."""
    text = (message.get("text") or message.get("caption") or "").encode("utf-16-le")
    found = []
    for entity in message.get("entities") or message.get("caption_entities") or ():
        start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
        words = text[start:end].decode("utf-16-le", "replace")
        linked = entity["type"] == "text_mention" and entity["user"]["id"] == bot_id
        if linked or (entity["type"] in ("mention", "bot_command") and _names(words, bot_name)):
            found.append(words)
    return found


def _names(words: str, bot_name: str) -> bool:
    return words.casefold().endswith(f"@{bot_name.casefold()}")
