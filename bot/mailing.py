"""Looks into mailboxes that are due, some side by side, each in a thread of its own; knows no protocol and no chat."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from bot import pausing
from bot.progress import Progress
from scheduler import mailing, office
from scheduler.mailing import Claimed, Look
from scheduler.reading import Second
from storage.mailboxes import Mailbox
from tools.asking import Read, Request, Written
from tools.toolbox import Toolbox

log = logging.getLogger(__name__)
AT_ONCE = 4  # mailboxes
ENROLL = 300.0  # seconds
BREATH = 3.0  # seconds between two questions whether a mailbox is due
PATIENCE = 120.0  # seconds for an answer of the language model
Show = Callable[[Mailbox, str], None]
Write = Callable[[int, Request, datetime], Coroutine[Any, Any, Written]]


def quiet(_: Mailbox, __: str) -> None:
    """Nobody watches."""


class MailRounds:
    """One pass, or pass after pass, over the mailboxes that are due. `show` is told how far a look has come, `write`
    asks a language model about mails that the rules are in doubt of."""

    def __init__(
        self, toolbox: Toolbox, clock: Callable[[], datetime], show: Show = quiet, write: Write | None = None
    ) -> None:
        self.toolbox = toolbox
        self.clock = clock
        self.show = show
        self.write = write
        self.stopping = threading.Event()

    async def once(self, at: datetime, only: int | None = None) -> int:
        """Look into all that is due by an instant (or what is one person's); gives how many mailboxes that were."""
        number = 0
        await asyncio.to_thread(office.enroll, self.toolbox, at)
        while not self.stopping.is_set():
            claimed = await self.claim(at, only)
            if claimed is None:
                break
            number += 1
            await self.look(claimed)
        return number

    async def claim(self, at: datetime, only: int | None = None) -> Claimed | None:
        """The next mailbox that is due, for this process alone."""
        return await asyncio.to_thread(mailing.claim, self.toolbox, at, only)

    async def look(self, claimed: Claimed) -> None:
        """Look through a mailbox; what breaks is logged, and tried again when its time comes."""
        run = Look(self.toolbox, claimed, self.clock, self.show, self._second(), self.stopping)
        try:
            await asyncio.to_thread(mailing.look, run)
        except Exception as error:
            # The message of an error may hold what stands in a mail.
            log.error("a look into mailbox %s broke: %s", claimed.box.id, type(error).__name__)

    def _second(self) -> Second | None:
        """Asks the language model from a look's thread, on the loop that runs now."""
        if self.write is None:
            return None
        loop, write = asyncio.get_running_loop(), self.write

        def second(box: Mailbox, request: Read) -> Written:
            if self.stopping.is_set():
                return None
            asked = asyncio.run_coroutine_threadsafe(write(box.user_id, request, self.clock()), loop)
            try:
                return asked.result(PATIENCE)
            except TimeoutError:
                asked.cancel()
                return None

        return second


class MailService:
    """Mailboxes as a part of `jobbot run`: looked into when they are due, until it is stopped."""

    name = "mail"
    ready = True

    def __init__(self, rounds: MailRounds, looked: Callable[[], None], progress: Progress | None = None) -> None:
        self.rounds = rounds
        self.looked = looked
        self.progress = progress
        self.ending = asyncio.Event()

    async def start(self) -> None:
        """Look until `stop`."""
        hand: set[asyncio.Task[None]] = set()
        enrolled = 0.0
        self.rounds.stopping = threading.Event()
        try:
            while not self.ending.is_set():
                enrolled = await self._enroll(enrolled)
                claimed = await self.rounds.claim(self.rounds.clock()) if len(hand) < AT_ONCE else None
                if claimed is None:
                    await pausing.wait(self.ending, BREATH)
                    continue
                task = asyncio.create_task(self._look(claimed))
                hand.add(task)
                task.add_done_callback(hand.discard)
        finally:
            self.rounds.stopping.set()
            await asyncio.gather(*hand, return_exceptions=True)

    async def stop(self) -> None:
        """Begin no more, end what is in hand at its next page, and let `start` return."""
        self.rounds.stopping.set()
        self.ending.set()

    async def _look(self, claimed: Claimed) -> None:
        await self.rounds.look(claimed)
        if self.progress is not None:
            await self.progress.done(claimed.box)
        self.looked()

    async def _enroll(self, last: float) -> float:
        """From time to time: whose address became known, so that the house's keys may be used for them."""
        now = time.monotonic()
        if last and now - last < ENROLL:
            return last
        await asyncio.to_thread(office.enroll, self.rounds.toolbox, self.rounds.clock())
        return now
