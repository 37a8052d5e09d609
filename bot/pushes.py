"""Reminders as a stream, for a channel that shows them itself: the terminal takes them one by one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.channel import Delivered
from bot.outbox import Note
from storage.users import Account


@dataclass(frozen=True)
class Handed:
    """One push for the reader, who says when it was shown: only then it counts as delivered."""

    account: Account
    note: Note
    waiting: asyncio.Future[None]

    def shown(self) -> None:
        """Say that the person has it before their eyes."""
        if not self.waiting.done():
            self.waiting.set_result(None)


class Pushes:
    """A channel of the outbox on one side, a source to take from on the other; both on one loop."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._queue: asyncio.Queue[Handed] = asyncio.Queue()

    async def push(self, account: Account, note: Note) -> Delivered:
        """Hand a push to the reader and wait until it was shown."""
        handed = Handed(account, note, asyncio.get_running_loop().create_future())
        await self._queue.put(handed)
        await handed.waiting
        return Delivered("shown")

    async def take(self) -> Handed:
        """The next push, as soon as there is one; one that the outbox gave up waiting for comes again by itself."""
        while True:
            handed = await self._queue.get()
            if not handed.waiting.done():
                return handed
