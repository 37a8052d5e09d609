"""Delivers what is owed through the channels that are there, and keeps what platforms answered; knows none of them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from agent.bridge import Bridge
from bot.channel import Delivered, Delivery, Failed
from scheduler import due
from scheduler.due import Batch, Push
from storage import delivery
from storage.users import Account
from tools.asking import Request, Written
from tools.toolbox import Toolbox
from tools.turn import Answer

log = logging.getLogger(__name__)
PATIENCE = 20.0  # seconds for a platform to answer
AT_ONCE = 20  # people who are told at the same time
THOUGHT = 15.0  # seconds for a language model to write something for a reminder
# What asks a model for a person, at an instant; None where nothing came of it.
Writing = Callable[[int, Request, datetime], Awaitable[Written]]


@dataclass(frozen=True, slots=True)
class Note:
    """A message that nobody asked for: what is said, what kind of reminder it is, when it was due to be told."""

    answer: Answer
    kind: str
    at: datetime


class Channel(Protocol):
    """What the outbox wants of a channel."""

    name: str

    async def push(self, account: Account, note: Note) -> Delivery:
        """Tell a person something unasked; whatever is raised counts as failed."""
        ...


@dataclass(slots=True)
class Tally:
    """What came of one beat: messages delivered, put off, and told to nobody; `unsure`: no answer came in time."""

    delivered: int = 0
    put_off: int = 0
    unreachable: int = 0
    unsure: int = 0


class Outbox:
    """The way out for reminders: people side by side, the messages of one person in order."""

    def __init__(
        self,
        toolbox: Toolbox,
        bridge: Bridge,
        channels: Mapping[str, Channel],
        *,
        patience: float = PATIENCE,
        lease: timedelta = delivery.LEASE,
        write: Writing | None = None,
    ) -> None:
        self.toolbox = toolbox
        self.bridge = bridge
        self.channels = channels
        self.patience = patience
        self.lease = lease
        self.write = write

    async def beat(self, at: datetime, only: int | None = None) -> Tally:
        """Deliver all that is due by `at`, to everybody or to one person, batch by batch, until nothing is."""
        tally = Tally()
        silent: set[int] = set()
        while True:
            batch = await self.bridge.run(due.claim, self.toolbox, at, tuple(self.channels), only, self.lease)
            # Whoever had nothing to be told and is due again would be so for ever.
            if not batch.people or silent >= set(batch.people):
                return tally
            silent |= await self._batch(batch, tally)

    async def _batch(self, batch: Batch, tally: Tally) -> set[int]:
        """Tell the people of a batch while its lease is renewed; gives those to whom nothing was to be told."""
        renewing = asyncio.create_task(self._renew(batch))
        gate = asyncio.Semaphore(AT_ONCE)
        try:
            told = await asyncio.gather(*(self._person(batch, user_id, gate, tally) for user_id in batch.people))
            await self._given_back(
                batch, [one for one, came in zip(batch.people, told, strict=True) if came is not None]
            )
        finally:
            renewing.cancel()
        return {user_id for user_id, came in zip(batch.people, told, strict=True) if not came}

    async def _given_back(self, batch: Batch, people: list[int]) -> None:
        """Give back whom all is settled with; where that breaks, the lease ends by itself."""
        try:
            await self.bridge.run(due.let_go, self.toolbox, batch, people)
        except Exception as error:
            log.error("giving people back broke: %s", type(error).__name__)

    async def _renew(self, batch: Batch) -> None:
        while True:
            await asyncio.sleep(self.lease.total_seconds() / 3)
            try:
                await self.bridge.run(due.renew, self.toolbox, batch, self.lease)
            except Exception as error:
                log.error("renewing a lease broke: %s", type(error).__name__)

    async def _person(self, batch: Batch, user_id: int, gate: asyncio.Semaphore, tally: Tally) -> int | None:
        """Tell one person all that is owed; how many messages that were, None where it broke off."""
        try:
            async with gate:
                pushes = await self.bridge.run(due.due, self.toolbox, batch, user_id)
                for push in pushes:
                    await self._deliver(await self._completed(push, batch.at), batch.at, tally)
            return len(pushes)
        except Exception as error:
            # The database is gone, perhaps: what is owed stays owed, and the lease ends by itself.
            log.error("telling a person broke: %s", type(error).__name__)
            return None

    async def _completed(self, push: Push, at: datetime) -> Push:
        """The message with what a model has to say to it; without, where there is none, or it takes too long."""
        if push.request is None or self.write is None:
            return push
        try:
            async with asyncio.timeout(THOUGHT):
                return due.completed(push, await self.write(push.user_id, push.request, at))
        except TimeoutError:
            return push

    async def _deliver(self, push: Push, at: datetime, tally: Tally) -> None:
        """One message: at the first account that takes it."""
        for account in push.accounts:
            outcome = await self._try(push, account, at)
            if isinstance(outcome, Delivered):
                await self.bridge.run(due.settle, self.toolbox, push, at, account, outcome.answer)
                tally.delivered += 1
                return
            if isinstance(outcome, Failed):
                tally.unsure += outcome.reason == NO_ANSWER
                pause = timedelta(seconds=outcome.retry_after or 0)
                await self.bridge.run(due.put_off, self.toolbox, push, at, outcome.reason, pause)
                tally.put_off += 1
                return
            await self.bridge.run(due.give_up, self.toolbox, push, account, outcome.reason)
        await self.bridge.run(due.hold, self.toolbox, push, at)
        tally.unreachable += 1

    async def _try(self, push: Push, account: Account, at: datetime) -> Delivery:
        channel = self.channels[account.channel]
        try:
            async with asyncio.timeout(self.patience):
                return await channel.push(account, Note(push.answer, push.kind, at))
        except TimeoutError:
            return Failed(NO_ANSWER)
        except Exception as error:
            # The message of an error may hold what the person wrote.
            log.warning("push through %s failed: %s", account.channel, type(error).__name__)
            return Failed(type(error).__name__)


NO_ANSWER = "no answer in time"
