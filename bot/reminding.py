"""Reminders as a part of `jobbot run`: the heartbeat beside the channels, which tell what falls due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from agent.assistant import Assistant
from agent.message import Said
from bot.channel import Channel, Delivery
from bot.heartbeat import Heartbeat
from bot.outbox import Note
from storage.users import Account

log = logging.getLogger(__name__)


class Through:
    """A channel as the outbox wants it."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.name = channel.name

    async def push(self, account: Account, note: Note) -> Delivery:
        """Tell a person a reminder."""
        return await self.channel.push(account.account, Said((note.answer,)))


class Reminding:
    """A service of `jobbot run`: sends what is owed through the channels beside it, until it is stopped."""

    name = "reminders"
    ready = True

    def __init__(self, assistant: Assistant, channels: Sequence[Channel]) -> None:
        self.heart = Heartbeat(assistant, {channel.name: Through(channel) for channel in channels})
        self.ending = asyncio.Event()

    async def start(self) -> None:
        """Send until `stop`; where another process sends on the same SQLite file, only that is logged."""
        if words := self.heart.start():
            log.warning("%s", words)
        try:
            await self.ending.wait()
        finally:
            await self.heart.stop()

    async def stop(self) -> None:
        """Let `start` return."""
        self.ending.set()
