"""The chat in the terminal: chooses the screen, and has the program built behind its prompt."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.console.behind import Behind
from bot.console.chat import Chat, Pushes
from bot.console.lines import Lines
from bot.console.screen import Screen
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.console.completing import Offers
    from bot.console.exchange import Exchange
    from bot.console.history import KeptHistory


def run(settings: Settings, pushes: Pushes | None = None) -> int:
    """Chat until the input ends. Raises what building the program raises: DatabaseProblem, Refusal.

    `pushes` gives, for the program once it is there, what is to be said without being asked: reminders, for example.
    It is asked for the next one when the last has been shown.
    """
    alive = sys.stdin.isatty() and sys.stdout.isatty()
    memory = _Memory(settings) if alive else None
    screen: Screen = memory.screen if memory else Lines(alive=False)
    behind = Behind(lambda: _exchange(settings, screen))
    chat = Chat(screen, behind, memory.learn if memory else _nothing, pushes, online=not settings.offline)
    try:
        with asyncio.Runner() as runner:
            runner.run(chat.run(settings.model, memory.zone() if memory else None))
    finally:
        behind.close()
    print("Bye.")
    return 0


def _exchange(settings: Settings, screen: Screen) -> Exchange:
    """Everything heavy; runs in a thread of its own."""
    from bot import app
    from bot.console.exchange import Exchange

    return Exchange(app.build(settings), screen)


def _nothing(exchange: Exchange, companies: list[str] | None) -> None:
    """Nobody is there who would complete anything."""


class _Memory:
    """The screen of a person who sits there, and what it knows of them: lines typed before, names to complete."""

    def __init__(self, settings: Settings) -> None:
        from bot.console.completing import Offers
        from bot.console.history import NAME, KeptHistory
        from bot.console.keyboard import Keyboard

        self.terminal = settings.terminal
        self.history: KeptHistory = KeptHistory(Path(settings.data_dir) / NAME)
        self.offers: Offers = Offers()
        self.there = False
        self.screen: Screen = (
            Lines(alive=True)
            if self.terminal.dumb
            else Keyboard(self.history, self.offers, plain=self.terminal.plain, colour=self.terminal.colour)
        )

    def zone(self) -> str | None:
        """The guess for somebody who has never been here; None for all others."""
        from bot.console.zone import guessed

        return None if self.history.path.exists() else guessed(self.terminal.zone)

    def learn(self, exchange: Exchange, companies: list[str] | None) -> None:
        """Take in what can be completed; who has erased all of their data has no history either."""
        self.offers.commands = exchange.commands()
        self.offers.companies = companies or ()
        if companies is None and self.there:
            self.history.forget()
        elif companies is not None:
            self.history.mark()
        self.there = companies is not None
