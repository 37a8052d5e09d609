"""The product behind Slack: the real channel against a server, and people who write to the bot."""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.channel import Answering
from bot.settings import Http, Settings
from bot.settings import Slack as SlackSettings
from bot.slack.channel import Slack
from tests.chat_house import SOON, ChatHouse
from tests.slack_server import SlackServer
from tests.slack_wire import buttons_of, state_of, text_of
from tests.slack_workspace import APP_TOKEN, BOT, BOT_TOKEN, TEAM, Raw

ANNA, BOB = "UANNA", "UBOB"
CHANNEL = "C1"


class SlackHouse(ChatHouse[Slack]):
    """The channel in a workspace of the test's own."""

    service = "slack"

    def __init__(
        self, url: str, folder: Path, server: SlackServer, *, secret: str = "", answer: Answering | None = None
    ) -> None:
        self.server = server
        server.tell_time(lambda: self.now.timestamp())
        slack = SlackSettings(BOT_TOKEN, APP_TOKEN, secret, f"{server.url}/api")
        http = Http(public_url="https://jobs.example.org" if secret else "")
        super().__init__(Settings(folder, url, offline=True, slack=slack, http=http), answer)

    def make(self, answer: Answering) -> Slack:
        """See ChatHouse."""
        assert self.settings.slack is not None
        return Slack(self.settings.slack, self.settings.http, self.app, answer, self.metrics, lambda: self.now)

    def settle(self) -> None:
        """See ChatHouse; the board is drawn by then as well."""
        self.until(lambda: not self.is_open())
        assert self.channel.gateway is not None
        asyncio.run_coroutine_threadsafe(self.channel.gateway.leave(), self.loop).result(SOON)

    def export(self, user: str = ANNA) -> dict[str, Any]:
        """All that is kept of a person, in the export form."""
        return self.kept(f"{TEAM}:{user}")

    def companies(self, user: str = ANNA) -> list[str]:
        """The names of what a person applied to, in their order."""
        return [one["company"] for one in self.export(user)["applications"]]

    def person(self, user: str = ANNA) -> Person:
        """A member of the workspace."""
        return Person(self, user)


class Person:
    """Somebody who writes to the bot, each message a minute after the one before."""

    def __init__(self, house: SlackHouse, user: str) -> None:
        self.house = house
        self.user = user
        self.chat = f"D{user}"
        self.server = house.server

    def event(self, **fields: Any) -> Raw:
        """Deliver an event; gives its body."""
        body = {"type": "event_callback", "team_id": TEAM, "event_id": f"Ev{self.server.new_ts()}", "event": fields}
        self.server.send("events_api", body)
        return body

    def message(self, text: str, **more: Any) -> Raw:
        """A direct message as Slack would hand it out; it stands in the history of the chat."""
        self.house.now += timedelta(minutes=1)
        ts = self.server.new_ts()
        event = {
            "type": "message", "channel": self.chat, "channel_type": "im", "user": self.user, "text": text, "ts": ts,
            **more,
        }  # fmt: skip
        self.server.messages[event["channel"]].append(event)
        return event

    def send(self, text: str, **more: Any) -> list[Raw]:
        """Send a direct message; gives what the bot wrote since."""
        before = self.seen()
        self.event(**self.message(text, **more))
        return self.since(before)

    def since(self, before: set[str]) -> list[Raw]:
        """What the bot wrote since, when all is answered."""
        self.house.settle()
        return [one for one in self.written() if one["ts"] not in before]

    def say(self, text: str, **more: Any) -> str:
        """What is answered to words."""
        return words(self.send(text, **more))

    def written(self) -> list[Raw]:
        """What the bot wrote in the chat so far."""
        return [one for one in self.server.messages[self.chat] if one["user"] == BOT]

    def seen(self) -> set[str]:
        """The stamps of that."""
        return {one["ts"] for one in self.written()}

    def mention(self, text: str, **more: Any) -> list[Raw]:
        """Speak to the bot in a channel; gives what it wrote there since."""
        before = len(self.server.messages[CHANNEL])
        self.house.now += timedelta(minutes=1)
        ts = self.server.new_ts()
        self.event(type="app_mention", channel=CHANNEL, user=self.user, text=f"<@{BOT}> {text}", ts=ts, **more)
        self.house.settle()
        return self.server.messages[CHANNEL][before:]

    def command(self, text: str, channel: str = CHANNEL, where: str = "now") -> None:
        """Type /jobs."""
        self.house.now += timedelta(minutes=1)
        number = self.server.new_ts()
        self.server.send("slash_commands", {
            "command": "/jobs", "text": text, "user_id": self.user, "channel_id": channel, "team_id": TEAM,
            "trigger_id": number, "response_url": f"{self.server.url}/aside/{channel}/{where}",
        })  # fmt: skip
        self.house.settle()

    def buttons(self) -> list[tuple[Raw, Raw]]:
        """Message and button of all that can be pressed in the chat now."""
        return [(one, button) for one in self.written() for button in buttons_of(one.get("blocks") or [])]

    def press(self, label: str) -> Raw:
        """Press the first button that fits on the newest message that has one; gives that message afterwards."""
        fitting = [one for one in self.buttons() if re.search(label, one[1]["text"]["text"], re.IGNORECASE)]
        newest = fitting[-1][0]
        button = next(button for card, button in fitting if card is newest)
        self.act(button, card=newest)
        return newest

    def act(self, button: Raw, *, card: Raw | None = None, aside: str = "", user: str = "") -> None:
        """Press a button of a card, of an answer aside (its address), or of the board."""
        self.house.now += timedelta(minutes=1)
        place = {"type": "view", "view_id": "VHOME"}
        if card is not None or aside:
            ts = card["ts"] if card else "aside"
            place = {"type": "message", "channel_id": self.chat, "message_ts": ts, "is_ephemeral": bool(aside)}  # type: ignore[dict-item]
        self.server.send("interactive", {
            "type": "block_actions", "team": {"id": TEAM}, "user": {"id": user or self.user}, "container": place,
            "trigger_id": "t1", "response_url": aside, "message": card or {},
            "actions": [{**button, "action_ts": self.server.new_ts()}],
        })  # fmt: skip
        self.house.settle()

    def submit(self, **typed: str) -> Raw:
        """Fill in the newest form and send it; gives what Slack is told."""
        view = self.server.views[-1]
        values: dict[str, Any] = {}
        for block in view["blocks"]:
            given = typed.get(block["block_id"])
            values[block["block_id"]] = {"value": state_of(block["element"], given)}
        answer = self.server.send("interactive", {
            "type": "view_submission", "team": {"id": TEAM}, "user": {"id": self.user},
            "view": {**view, "state": {"values": values}},
        })  # fmt: skip
        self.house.settle()
        return answer


def words(messages: list[Raw]) -> str:
    """The texts of messages as they are shown, one below the other."""
    return "\n".join(shown(one) for one in messages)


def shown(message: Raw) -> str:
    """What a message shows: its blocks, or its text where it has none."""
    texts = [text_of(block) for block in message.get("blocks") or [] if block["type"] != "actions"]
    return "\n".join(texts) if texts else str(message.get("text", ""))
