"""What the chat needs of a terminal, whatever it can do: a line from the person, and room for words."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Protocol

from bot.render.lines import Look, wrapped

AGAIN = "Ctrl-C again, or Ctrl-D, ends Jobbot."
PROMPT = "you> "


class Screen(Protocol):
    """A terminal. `alive`: somebody sits before it; `moving`: a sign may turn on it while they wait; `secret`: what is
    typed next is a password, which is neither shown nor remembered where the terminal can help it."""

    alive: bool
    moving: bool
    secret: bool

    @property
    def look(self) -> Look:
        """How it is written to, with the width that its window has now."""
        ...

    async def ask(self, prompt: str, shown: Callable[[], None] | None = None) -> str | None:
        """What the person types, all pasted lines as one; None at the end. `shown` is called once the prompt stands."""
        ...

    async def above(self, text: str) -> None:
        """Show whole lines at once, above the prompt where one stands."""
        ...

    def write(self, text: str) -> None:
        """Show words as they are, while no prompt stands."""
        ...

    def busy(self, task: asyncio.Task[str]) -> AbstractContextManager[None]:
        """While a turn is under way: Ctrl-C ends it, and nothing else."""
        ...


def say(screen: Screen, text: str) -> None:
    """Write whole lines, broken to fit."""
    screen.write(f"{wrapped(text, screen.look)}\n")


@contextmanager
def ended_by_ctrl_c(task: asyncio.Task[str]) -> Iterator[None]:
    """Ctrl-C ends this task instead of the program, where the system has signals for it."""
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, task.cancel)
    except (NotImplementedError, RuntimeError, ValueError):
        yield
        return
    try:
        yield
    finally:
        with suppress(RuntimeError):
            loop.remove_signal_handler(signal.SIGINT)
