"""What an update says, narrowed once from Telegram's wide types to what the channel uses; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.received import FORWARDED
from bot.telegram.arrivals import Raw, event_id, mentions

# What cannot be read, and what to say about it.
UNREAD = {
    "voice": "I cannot listen to voice messages yet. Please type it.",
    "audio": "I cannot listen to sound files. Please type what it is about.",
    "video": "I cannot watch videos. Please type what it is about.",
    "video_note": "I cannot watch videos. Please type what it is about.",
    "sticker": "",
    "animation": "",
    "location": "I did not keep that place. To set your time zone, say “I'm in” and your city.",
    "contact": "I did not keep that card. Type it with the company: “Jane Roe is the recruiter at Stripe, 555 0100”.",
    "poll": "I cannot read polls.",
}


@dataclass(frozen=True)
class Attachment:
    """A file that was sent: its id on the server, its name, and its size in bytes as far as known."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True)
class Heard:
    """One thing that a person did: `chat` is where, `at` when they wrote it (None for a press, which does not say).

    `edits` is the event of the message that this one replaces; `card` the message whose button was pressed; `unread`
    names what came and cannot be read; `left` is set when the person blocked the bot.
    """

    account: str
    chat: int
    at: datetime | None
    text: str = ""
    press: str = ""
    query: str = ""
    card: int = 0
    message: int = 0
    group: bool = False
    edits: str = ""
    album: str = ""
    unread: str = ""
    forwarded: bool = False
    attachments: tuple[Attachment, ...] = ()
    left: bool = False


def read(raw: Raw, bot_id: int, bot_name: str) -> Heard | None:
    """What the update says; None where its words were forgotten, because it was acted on before."""
    if "callback_query" in raw:
        return _press(raw["callback_query"])
    if "my_chat_member" in raw:
        return _membership(raw["my_chat_member"])
    message = raw.get("message") or raw.get("edited_message")
    if message is None:
        return None
    edits = event_id(bot_id, message) if "edited_message" in raw else ""
    group = message["chat"].get("type", "private") != "private"
    words = message.get("text") or message.get("caption") or ""
    words = _without(words, mentions(message, bot_id, bot_name))
    forwarded = "forward_origin" in message
    return Heard(
        account=str(message["from"]["id"]), chat=message["chat"]["id"], at=datetime.fromtimestamp(message["date"], UTC),
        text=f"{FORWARDED}\n{words}" if forwarded and words else words, message=message["message_id"], group=group,
        edits=edits, album=message.get("media_group_id", ""), unread=next((k for k in UNREAD if k in message), ""),
        forwarded=forwarded, attachments=_attachments(message),
    )  # fmt: skip


def _press(query: Raw) -> Heard:
    card = query.get("message") or {}
    return Heard(
        account=str(query["from"]["id"]), chat=(card.get("chat") or query["from"])["id"], at=None,
        press=query.get("data") or "", query=query["id"], card=card.get("message_id", 0),
        group=(card.get("chat") or {}).get("type", "private") != "private",
    )  # fmt: skip


def _membership(change: Raw) -> Heard:
    private = change["chat"].get("type", "private") == "private"
    left = private and change["new_chat_member"].get("status") == "kicked"
    return Heard(str(change["from"]["id"]), change["chat"]["id"], None, group=not private, left=left)


def _without(words: str, names: list[str]) -> str:
    """The words without the bot's name: "/find@bot" stays a command."""
    for name in names:
        words = words.replace(name, name.partition("@")[0], 1)
    return re.sub(r"^[\s,:]+|\s+$", "", words) if names else words


def _attachments(message: Raw) -> tuple[Attachment, ...]:
    found: list[Attachment] = []
    document: dict[str, Any] | None = message.get("document")
    if document is not None and "animation" not in message:
        name = document.get("file_name") or "file"
        found.append(Attachment(document["file_id"], name, document.get("file_size") or 0))
    if message.get("photo"):
        largest = message["photo"][-1]
        found.append(Attachment(largest["file_id"], "photo.jpg", largest.get("file_size") or 0))
    return tuple(found)
