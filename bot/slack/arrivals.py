"""A request of Slack as an event of the inbox, or nothing: whose it is and by what it is known again; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.render.slack import PRESS
from storage.events import Incoming

Raw = dict[str, Any]
SAID = ("", "file_share", "thread_broadcast", "me_message")
SAYS = "say:"
LOG_MESSAGE = "log_message"  # the shortcut in the menu of a message


@dataclass(frozen=True)
class Me:
    """The app's own bot: its workspace and its user."""

    team: str
    user: str


def account_of(me: Me, user: str) -> str:
    """A person: who they are in which workspace; names can change hands."""
    return f"{me.team}:{user}"


def user_of(account: str) -> str:
    """The user's id in the workspace."""
    return account.rpartition(":")[2]


def arrival(body: Raw, me: Me) -> Incoming | None:
    """The event, in the order of its person; None for what the bot is not meant to hear or act on.

    A message is known by its place in its channel: however often and under whatever ids it is delivered, and as a
    mention and as a direct message, it is the same event.
    """
    try:
        return _arrival(body, me)
    except (KeyError, TypeError, AttributeError, IndexError, ValueError):
        return None


def _arrival(body: Raw, me: Me) -> Incoming | None:
    kind = body.get("type")
    if kind == "event_callback":
        return _event(body["event"], me)
    if kind == "block_actions":
        return _action(body, me)
    if kind == "message_action":
        return _shortcut(body, me)
    if "command" in body:
        kept = {key: body.get(key, "") for key in ("command", "text", "channel_id", "user_id", "response_url")}
        return Incoming(f"c:{body['trigger_id']}", account_of(me, body["user_id"]), {"command": kept})
    return None


def _event(event: Raw, me: Me) -> Incoming | None:
    kind = event.get("type")
    if kind in ("message", "app_mention"):
        return _message(event, me)
    if kind == "assistant_thread_started":
        thread = event["assistant_thread"]
        number = f"t:{thread['channel_id']}:{thread['thread_ts']}"
        return Incoming(number, account_of(me, thread["user_id"]), {"event": event})
    return None


def _message(event: Raw, me: Me) -> Incoming | None:
    changed = event.get("subtype") == "message_changed"
    message = event["message"] if changed else event
    if event["type"] == "message" and not _private(event):
        return None
    if not _by_somebody(message, me) or message.get("subtype", "") not in SAID:
        return None
    version = ""
    if changed:
        if message.get("text", "") == (event.get("previous_message") or {}).get("text", ""):
            # A link got its preview, or a thread its first answer: nobody wrote anything.
            return None
        version = f":{(message.get('edited') or {}).get('ts') or event['ts']}"
    number = message_id(event["channel"], message["ts"])
    return Incoming(f"{number}{version}", account_of(me, message["user"]), {"event": event})


def message_id(channel: str, ts: str) -> str:
    """By what a message is known in the inbox."""
    return f"m:{channel}:{ts}"


def _private(event: Raw) -> bool:
    return event.get("channel_type") == "im" or str(event.get("channel", "")).startswith("D")


def _by_somebody(message: Raw, me: Me) -> bool:
    own = message.get("bot_id") or message.get("app_id") or message.get("user") in (None, "", me.user, "USLACKBOT")
    return not own


def _shortcut(body: Raw, me: Me) -> Incoming | None:
    if body["callback_id"] != LOG_MESSAGE:
        return None
    message, user = body["message"], body["user"]["id"]
    kept = {
        "user": user, "own": message.get("user") == user, "text": message.get("text") or "",
        "response_url": body.get("response_url", ""),
    }  # fmt: skip
    number = f"a:{body['channel']['id']}:{message['ts']}:{body['trigger_id']}"
    return Incoming(number[:200], account_of(me, user), {"shortcut": kept})


def _action(body: Raw, me: Me) -> Incoming | None:
    action = body["actions"][0]
    number = str(action["action_id"])
    if not number.startswith((PRESS, SAYS)):
        return None
    container = body.get("container") or {}
    kept = {
        "user": body["user"]["id"], "press": action["value"] if number.startswith(PRESS) else "",
        "text": action["value"] if number.startswith(SAYS) else "", "response_url": body.get("response_url", ""),
        "channel": container.get("channel_id", ""), "card": container.get("message_ts", ""),
        "thread": container.get("thread_ts") or (body.get("message") or {}).get("thread_ts", ""),
        "ephemeral": bool(container.get("is_ephemeral")),
    }  # fmt: skip
    place = kept["card"] or container.get("view_id", "")
    event_id = f"b:{place}:{action['action_id']}:{action.get('action_ts', '')}"
    return Incoming(event_id[:200], account_of(me, kept["user"]), {"action": kept})
