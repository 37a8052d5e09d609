"""What an event says, narrowed once from Slack's wide forms to what the channel uses; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from typing import Any

from bot.received import FORWARDED
from bot.slack.arrivals import Me, Raw, account_of, message_id

MARK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")


@dataclass(frozen=True)
class Attachment:
    """A file that was sent: its id and address on the server, its name, and its size in bytes as far as known."""

    file_id: str
    url: str
    name: str
    size: int


@dataclass(frozen=True)
class Form:
    """A submitted form: the tool that it fills, and its fields as typed."""

    tool: str
    args: dict[str, Any]


@dataclass(frozen=True)
class Heard:
    """One thing that a person did: `channel` is where ("" where Slack does not say), `at` when, if Slack says it.

    `private`: in the bot's own chat with the person. `thread`: the thread to answer in. `card`: the message whose
    button was pressed. `reply_url`: where an answer for their eyes alone goes; `ephemeral`: so the card came.
    `edits`: the event of the message that this one replaces. `opened`: only a new thread was begun. `shortcut`: it is a
    message of wherever, picked from its menu.
    """

    account: str
    channel: str = ""
    at: datetime | None = None
    text: str = ""
    press: str = ""
    thread: str = ""
    private: bool = True
    card: str = ""
    reply_url: str = ""
    ephemeral: bool = False
    command: bool = False
    edits: str = ""
    opened: bool = False
    forwarded: bool = False
    shortcut: bool = False
    attachments: tuple[Attachment, ...] = ()
    form: Form | None = None


def read(payload: Raw, me: Me) -> Heard | None:
    """What the event says; None where its words were forgotten, because it was acted on before."""
    if "event" in payload:
        return _event(payload["event"], me)
    if "action" in payload:
        return _action(payload["action"], me)
    if "command" in payload:
        return _command(payload["command"], me)
    if "shortcut" in payload:
        return _shortcut(payload["shortcut"], me)
    if "form" in payload:
        form = payload["form"]
        return Heard(account_of(me, form["user"]), form=Form(form["tool"], form["args"]))
    return None


def _event(event: Raw, me: Me) -> Heard:
    if event["type"] == "assistant_thread_started":
        thread = event["assistant_thread"]
        account = account_of(me, thread["user_id"])
        return Heard(account, thread["channel_id"], thread=thread["thread_ts"], opened=True)
    changed = event.get("subtype") == "message_changed"
    message = event["message"] if changed else event
    shared = _shared(message)
    text = plain(message.get("text") or "", me)
    private = event["type"] == "message" or event["channel"].startswith("D")
    thread = message.get("thread_ts") or ("" if private else message["ts"])
    return Heard(
        account_of(me, message["user"]), event["channel"], datetime.fromtimestamp(float(message["ts"]), UTC),
        text="\n".join(part for part in (text, shared) if part), thread=thread, private=private,
        edits=message_id(event["channel"], message["ts"]) if changed else "", forwarded=bool(shared),
        attachments=tuple(_attachment(file) for file in message.get("files") or ()),
    )  # fmt: skip


def _action(action: Raw, me: Me) -> Heard:
    return Heard(
        account_of(me, action["user"]), action["channel"], text=action["text"], press=action["press"],
        thread=action["thread"], card=action["card"], reply_url=action["response_url"], ephemeral=action["ephemeral"],
    )  # fmt: skip


def _command(command: Raw, me: Me) -> Heard:
    return Heard(
        account_of(me, command["user_id"]), command["channel_id"], text=plain(command["text"] or "", me),
        reply_url=command["response_url"], command=True, private=False,
    )  # fmt: skip


def _shortcut(shortcut: Raw, me: Me) -> Heard:
    """A message that was picked from its menu: one's own is read as typed, another's as a text by somebody else."""
    text = plain(shortcut["text"], me)
    others = bool(text) and not shortcut["own"]
    return Heard(
        account_of(me, shortcut["user"]), text=f"{FORWARDED}\n{text}" if others else text, forwarded=others,
        reply_url=shortcut["response_url"], shortcut=True,
    )  # fmt: skip


def plain(text: str, me: Me) -> str:
    """Words as the person typed them, out of Slack's marks; the bot's own name is left out."""

    def typed(match: re.Match[str]) -> str:
        target, label = match.group(1), match.group(2)
        if target == f"@{me.user}":
            return ""
        if target.startswith(("@", "#", "!")):
            return f"{target[0].replace('!', '@')}{label or target[1:].partition('^')[0]}"
        if target.startswith(("mailto:", "tel:")):
            return label or target.partition(":")[2]
        return _link(target, label)

    words = unescape(MARK.sub(typed, text))
    return re.sub(r"^[\s,:]+|\s+$", "", words) if f"<@{me.user}" in text else words.strip()


def _link(target: str, label: str | None) -> str:
    if not label:
        return target
    bare = re.sub(r"^https?://", "", target).rstrip("/")
    return label if label.rstrip("/") in (bare, target) else f"{label} {target}"


def _shared(message: Raw) -> str:
    """The texts of messages by others that were shared with this one."""
    shares = [one for one in message.get("attachments") or () if one.get("is_share") or one.get("is_msg_unfurl")]
    texts = [unescape(str(one.get("text") or one.get("fallback") or "")) for one in shares]
    return "\n".join(f"{FORWARDED}\n{text}" for text in texts if text)


def _attachment(file: Raw) -> Attachment:
    url = file.get("url_private_download") or file.get("url_private") or ""
    return Attachment(str(file.get("id", "")), url, file.get("name") or "file", int(file.get("size") or 0))
