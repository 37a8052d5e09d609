"""A sign that something is going on: one that turns, or a sentence where nothing may move."""

from __future__ import annotations

import asyncio

from bot.console.screen import Screen

SOON, SAID_AFTER, TURN = 0.15, 2.0, 0.1  # seconds
SIGNS = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
ERASE = "\r\x1b[K"


class Waiting:
    """Shown only when it takes a moment, and gone without a trace where the cursor can be moved."""

    def __init__(self, screen: Screen, words: str) -> None:
        self.screen, self.words = screen, words
        self.shown = False
        self.task = asyncio.ensure_future(self._turn()) if screen.alive else None

    def stop(self) -> None:
        """Take the sign away; may be called again."""
        if self.task is not None:
            self.task.cancel()
            self.task = None
            if self.shown:
                self.screen.write(ERASE)

    async def _turn(self) -> None:
        if not self.screen.moving:
            await asyncio.sleep(SAID_AFTER)
            self.screen.write(f"{self.words} …\n")
            return
        await asyncio.sleep(SOON)
        self.shown = True
        for number in range(10**9):
            self.screen.write(f"{ERASE}{SIGNS[number % len(SIGNS)]} {self.words} …")
            await asyncio.sleep(TURN)
