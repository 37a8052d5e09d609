"""The heartbeat: rings when the next thing is due, when somebody says that something is due sooner, and now and then.

It holds no jobs of people's: what is owed stands in the database, and a ring only makes somebody ask for it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

log = logging.getLogger(__name__)
# Whatever a wake-up missed is found by then.
SWEEP = timedelta(seconds=60)
# Between two rings, so that what cannot be told just now does not spin.
BREATH = timedelta(milliseconds=200)
_NEXT, _SWEEP = "next", "sweep"

Beat = Callable[[datetime], Awaitable[None]]
NextLook = Callable[[], Awaitable[datetime | None]]


class Clock:
    """Rings `beat` with the instant; `next_look` says when something is due next, `now` is the real clock."""

    def __init__(
        self, beat: Beat, next_look: NextLook, now: Callable[[], datetime], *, sweep: timedelta = SWEEP
    ) -> None:
        self.beat = beat
        self.next_look = next_look
        self.now = now
        self.sweep = sweep
        self._rings = asyncio.Event()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._task: asyncio.Task[None] | None = None
        self._stopping = False

    def start(self) -> None:
        """Begin to ring, at once for what is due already; on the running loop."""
        self._scheduler.start()
        every = IntervalTrigger(seconds=self.sweep.total_seconds())
        self._scheduler.add_job(self._ring, every, id=_SWEEP, misfire_grace_time=None, coalesce=True)
        self._task = asyncio.get_running_loop().create_task(self._run())
        self.wake()

    def wake(self) -> None:
        """Ask now: something may be due sooner than was known. Cheap, and safe to call often on the loop's thread."""
        self._rings.set()

    async def stop(self) -> None:
        """Ring no more; what is being told is told to its end."""
        self._scheduler.shutdown(wait=False)
        task, self._task = self._task, None
        if task is not None:
            self._stopping = True
            self._rings.set()
            await task

    async def _ring(self) -> None:
        self._rings.set()

    async def _run(self) -> None:
        """One beat at a time: rings that come while it lasts are one more beat."""
        while True:
            await self._rings.wait()
            self._rings.clear()
            if self._stopping:
                return
            try:
                await self.beat(self.now())
                await self._set_next()
            except Exception as error:
                # The next sweep tries again; the message of an error may hold what a person wrote.
                log.error("a beat broke: %s", type(error).__name__)

    async def _set_next(self) -> None:
        """Have the next due instant rung, in the place of the one before."""
        with contextlib.suppress(LookupError):
            self._scheduler.remove_job(_NEXT)
        due = await self.next_look()
        if due is not None:
            at = max(due, self.now() + BREATH)
            self._scheduler.add_job(self._ring, DateTrigger(at), id=_NEXT, misfire_grace_time=None)
