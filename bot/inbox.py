"""The inbox of a channel: events are written before they are acknowledged, and acted on in order; knows no platform."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

from agent.bridge import Bridge
from bot import pausing
from bot.channel import Clock
from storage import events
from storage.database import Database
from storage.events import Event, Incoming

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=10)
LOOKS = 1.0  # seconds between two looks for what other processes have received or left behind
PARALLEL = 32
MOST_ATTEMPTS = 5
PRUNING = timedelta(hours=1)
KEPT = timedelta(days=3)  # longer than any platform delivers an event again
Handle = Callable[[Event], Awaitable[None]]


class Inbox:
    """Events of one channel: `receive` keeps them, `work` hands each to `handle`, one at a time in a conversation.

    Any number of processes may work on the same database. `handle` answers an event through the assistant, with the
    event's own id, and delivers; when it raises, it is asked again a little later, up to five times.
    """

    def __init__(
        self, database: Database, channel: str, handle: Handle, clock: Clock, lease: timedelta = LEASE
    ) -> None:
        self.database = database
        self.channel = channel
        self.handle = handle
        self.clock = clock
        self.lease = lease
        self.worker = f"{socket.gethostname()[:40]}-{os.getpid()}-{secrets.token_hex(4)}"
        self.bridge = Bridge(workers=1)
        self._news = asyncio.Event()
        self._hand: dict[asyncio.Task[None], int] = {}
        self._pruned = clock()
        self._stopping = False

    async def receive(self, arrived: Sequence[Incoming]) -> int:
        """Keep events in their order; only then may the platform be told. Gives how many were new."""
        new = await self.bridge.run(self._keep, arrived)
        self._news.set()
        return new

    async def work(self) -> None:
        """Claim events and have them handled until `stop`."""
        self._stopping = False
        renewing = asyncio.create_task(self._renew())
        try:
            while not self._stopping:
                self._news.clear()
                free = PARALLEL - len(self._hand)
                claimed = await self.bridge.run(self._claim, free) if free else []
                for event in claimed:
                    self._take(event)
                if not claimed:
                    await pausing.wait(self._news, LOOKS)
        finally:
            await self._finish_hand()
            renewing.cancel()

    async def work_beside(self, taking_in: Coroutine[Any, Any, None], end: asyncio.Event) -> None:
        """Work while a channel takes in, until the end; when one part fails, the other is stopped, and the failure
        raised."""
        taking = asyncio.create_task(taking_in)
        working = asyncio.create_task(self.work())
        ending = asyncio.create_task(end.wait())
        try:
            await asyncio.wait([taking, working, ending], return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            await self.abandon()
            raise
        finally:
            ending.cancel()
            taking.cancel()
            self.stop()
            came = await asyncio.gather(taking, working, return_exceptions=True)
        for failure in came:
            if isinstance(failure, Exception):
                raise failure

    def stop(self) -> None:
        """Claim nothing any more; `work` returns when the events in hand are done."""
        self._stopping = True
        self._news.set()

    async def abandon(self) -> None:
        """Give back what is in hand, for another process or a later start."""
        for task in self._hand:
            task.cancel()
        await self._finish_hand()

    def close(self) -> None:
        """End the thread."""
        self.bridge.close()

    async def gather(self, event: Event, belongs: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        """Take the waiting events of the same conversation that belong to this one into it; gives their payloads."""
        return await self.bridge.run(self._absorb, event, belongs)

    def _take(self, event: Event) -> None:
        task = asyncio.create_task(self._one(event))
        self._hand[task] = event.id
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._hand.pop(task, None)
        # The next one of the same conversation is free now.
        self._news.set()
        if not task.cancelled() and task.exception() is not None:
            log.error("inbox: an event could not be given back: %s", type(task.exception()).__name__)

    async def _finish_hand(self) -> None:
        if self._hand:
            await asyncio.wait(self._hand)

    async def _one(self, event: Event) -> None:
        """Have one event handled, and settle it or give it back."""
        settled = event.attempts > MOST_ATTEMPTS
        try:
            if settled:
                log.error("inbox: event %s of %s given up after %s tries", event.id, self.channel, MOST_ATTEMPTS)
            else:
                settled = await self._handled(event)
        finally:
            # Shielded: it must be written also when this process is about to end.
            await asyncio.shield(self.bridge.run(self._settle if settled else self._release, event))

    async def _handled(self, event: Event) -> bool:
        try:
            await self.handle(event)
            return True
        except Exception as error:
            log.warning(
                "inbox: event %s of %s, try %s: %s", event.id, self.channel, event.attempts, type(error).__name__
            )
            if event.attempts < MOST_ATTEMPTS and not self._stopping:
                await asyncio.sleep(min(2.0 ** (event.attempts - 1), 30.0))
            return False

    async def _renew(self) -> None:
        """Keep the claims alive, and forget what is long done."""
        beat = self.lease.total_seconds() / 3
        with suppress(asyncio.CancelledError):
            while True:
                await asyncio.sleep(beat)
                try:
                    await self.bridge.run(self._beat, list(self._hand.values()))
                except Exception as error:
                    log.warning("inbox: the claims could not be renewed: %s", type(error).__name__)

    def _keep(self, arrived: Sequence[Incoming]) -> int:
        with self.database.write() as db:
            return events.receive_all(db, self.channel, arrived, self.clock())

    def _claim(self, limit: int) -> list[Event]:
        with self.database.read() as db:
            if not events.has_open(db, self.channel):
                return []
        with self.database.write() as db:
            return events.claim(db, self.channel, events.clock(db), self.worker, lease=self.lease, limit=limit)

    def _absorb(self, event: Event, belongs: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        with self.database.write() as db:
            return events.absorb(db, event, belongs)

    def _settle(self, event: Event) -> None:
        with self.database.write() as db:
            events.settle(db, event, self.clock())

    def _release(self, event: Event) -> None:
        with self.database.write() as db:
            events.release(db, event)

    def _beat(self, in_hand: list[int]) -> None:
        now = self.clock()
        if in_hand:
            with self.database.write() as db:
                events.renew(db, self.worker, in_hand, events.clock(db))
        if now - self._pruned > PRUNING:
            self._pruned = now
            with self.database.write() as db:
                events.prune(db, now - KEPT)
