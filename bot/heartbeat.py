"""The scheduler of a running program: the role, the clock, the outbox and the ear for other processes, put together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from agent.assistant import Assistant, Said
from bot import role
from bot.app import App
from bot.files import TERMINAL
from bot.mail_beside import MailBeside
from bot.outbox import Channel, Outbox
from bot.pushes import Pushes
from bot.watching import Watching, of
from scheduler.clock import Clock
from storage import delivery
from storage.wakeups import Listener
from tools.turn import Answer

log = logging.getLogger(__name__)
BETWEEN_LOOKS = 300.0  # seconds; each posting is due once a day


class Heartbeat:
    """Sends what is owed through channels, from `start` to `stop`; both on the same running loop."""

    def __init__(self, assistant: Assistant, channels: Mapping[str, Channel]) -> None:
        self.toolbox = assistant.toolbox
        self.bridge = assistant.bridge
        self.channels = channels
        self.outbox = Outbox(self.toolbox, self.bridge, channels, write=assistant.aside.write)
        self.clock = Clock(self._beat, self._next_look, lambda: datetime.now(UTC))
        self._role: role.Role | None = None
        self._listener: Listener | None = None
        self.watching = of(assistant)
        self._watch: asyncio.Task[None] | None = None

    def start(self) -> str:
        """Take the role and begin; empty words, or those that say who sends the reminders instead."""
        self._role = role.take(self.toolbox.database)
        if self._role is None:
            return role.taken(self.toolbox.database)
        loop = asyncio.get_running_loop()
        self.clock.start()

        def heard() -> None:
            # On whatever thread: of the listener, or of a change; the loop may be about to end.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self.clock.wake)

        self.toolbox.changed = heard
        self._listener = Listener(self.toolbox.database, heard)
        self._listener.start()
        if self.watching is not None:
            self._watch = loop.create_task(self._watched(self.watching))
        return ""

    async def stop(self) -> None:
        """End, and give the role back."""
        held, self._role = self._role, None
        if held is None:
            return
        self.toolbox.changed = None
        if self._watch is not None:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        if self._listener is not None:
            await asyncio.get_running_loop().run_in_executor(None, self._listener.stop)
        await self.clock.stop()
        held.give_back()

    async def _beat(self, at: datetime) -> None:
        tally = await self.outbox.beat(at)
        if tally.put_off or tally.unreachable:
            log.warning("reminders put off: %d, to nobody: %d", tally.put_off, tally.unreachable)

    async def _watched(self, watching: Watching) -> None:
        """Look at the postings that are due, again and again; what that comes to is told at once."""
        while True:
            try:
                if await watching.beat(datetime.now(UTC)):
                    self.clock.wake()
            except Exception as error:
                log.error("looking at postings broke: %s", type(error).__name__)
            await asyncio.sleep(BETWEEN_LOOKS)

    async def _next_look(self) -> datetime | None:
        return await self.bridge.run(self._asked)

    def _asked(self) -> datetime | None:
        with self.toolbox.database.glance() as db:
            return delivery.next_look(db, tuple(self.channels))


async def spoken(app: App) -> AsyncIterator[Said]:
    """For the terminal: reminders one by one as they fall due, each counted as told when the next is asked for.

    Where another process sends them, the words that say so, and nothing after.
    """
    channel = Pushes(TERMINAL)
    heart = Heartbeat(app.assistant, {TERMINAL: channel})
    if words := heart.start():
        yield Said((Answer(text=words),))
        return
    mail = asyncio.create_task(MailBeside(app.toolbox, heart.clock.wake, app.assistant.aside.write).run())
    try:
        while True:
            handed = await channel.take()
            yield Said((handed.note.answer,))
            handed.shown()
    finally:
        mail.cancel()
        await heart.stop()
