"""Google sheets that are due are brought in step, one after the other, in a thread; knows no protocol and no chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime

from bot import pausing
from scheduler import sheeting
from tools.toolbox import Toolbox

log = logging.getLogger(__name__)
BREATH = 3.0  # seconds between two questions whether a sheet is due


class SheetRounds:
    """One pass, or pass after pass, over the sheets that are due."""

    def __init__(self, toolbox: Toolbox, clock: Callable[[], datetime]) -> None:
        self.toolbox = toolbox
        self.clock = clock
        self.ending = asyncio.Event()

    async def once(self, at: datetime, only: int | None = None) -> int:
        """Bring all in step that is due by an instant (or what is one person's); gives how many sheets that were."""
        number = 0
        while not self.ending.is_set():
            run = await asyncio.to_thread(sheeting.claim, self.toolbox, at, self.clock, only)
            if run is None:
                break
            number += 1
            try:
                await asyncio.to_thread(sheeting.look, run)
            except Exception as error:
                # The message of an error may hold what stands in a cell.
                log.error("a look at sheet %s broke: %s", run.sheet.id, type(error).__name__)
        return number


class SheetService:
    """Sheets as a part of `jobbot run`: brought in step when they are due, until it is stopped."""

    name = "sheets"
    ready = True

    def __init__(self, rounds: SheetRounds, looked: Callable[[], None]) -> None:
        self.rounds = rounds
        self.looked = looked

    async def start(self) -> None:
        """Look until `stop`."""
        while not self.rounds.ending.is_set():
            if await self.rounds.once(self.rounds.clock()):
                self.looked()
            await pausing.wait(self.rounds.ending, BREATH)

    async def stop(self) -> None:
        """Begin no more, and let `start` return when what is in hand is done."""
        self.rounds.ending.set()
