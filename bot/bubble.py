"""Words of an answer that is still being written, shown piece by piece in one bubble; knows no platform."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress

from bot.render.units import units

EDITS = 1.2  # seconds between two looks at the same bubble, as the limits of the platforms ask


class Bubble(ABC):
    """Words that grow, up to `longest` UTF-16 units. `feed` may be called from any thread of the process."""

    def __init__(self, longest: int) -> None:
        self.longest = longest
        self._words = ""
        self._loop = asyncio.get_running_loop()
        self._growing: asyncio.Task[None] | None = None
        self._showing: asyncio.Task[float] | None = None

    @abstractmethod
    async def show(self, words: str) -> float:
        """Show the words so far; gives the seconds until more may come, 0 for as usual. Raises nothing."""

    def feed(self, words: str) -> None:
        """Take more words."""
        self._loop.call_soon_threadsafe(self._add, words)

    async def close(self) -> None:
        """Show nothing more; the answer itself comes next, in place of the bubble."""
        if self._growing is not None:
            self._growing.cancel()
            with suppress(asyncio.CancelledError):
                await self._growing
        if self._showing is not None:
            # A bubble that is on its way has to be known, or the answer would stand beside it.
            await self._showing

    def _add(self, words: str) -> None:
        self._words += words
        if self._growing is None:
            self._growing = asyncio.create_task(self._grow())

    async def _grow(self) -> None:
        shown = ""
        while True:
            pause = EDITS
            if self._words != shown and self._words.strip() and units(self._words) <= self.longest:
                shown = self._words
                self._showing = asyncio.create_task(self.show(shown))
                pause = await asyncio.shield(self._showing) or EDITS
            await asyncio.sleep(pause)
