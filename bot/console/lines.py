"""Standard input line by line: a pipe, a file, or a terminal that can do no more; nothing moves on it."""

from __future__ import annotations

import asyncio
import select
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress

from bot.console.screen import AGAIN, ended_by_ctrl_c
from bot.console.unseen import unseen
from bot.render.lines import Look

# Lines that come this close upon each other on a terminal were pasted together.
PASTED_SECONDS = 0.05


class Lines:
    """A screen (see there). `alive`: a person types on a terminal; else lines come from a pipe, each a message."""

    moving = False
    secret = False
    look = Look()

    def __init__(self, *, alive: bool) -> None:
        self.alive = alive
        self.arrived: asyncio.Queue[str | None] = asyncio.Queue()
        self.wanted = threading.Semaphore(0)
        self.reader: threading.Thread | None = None
        self.prompt = ""

    async def ask(self, prompt: str, shown: Callable[[], None] | None = None) -> str | None:
        """The next line, or lines where they were pasted; on a terminal Ctrl-C drops what is typed, twice it ends."""
        loop = asyncio.get_running_loop()
        interrupted = asyncio.Event()
        if self.alive:
            loop.add_signal_handler(signal.SIGINT, interrupted.set)
        self.prompt = prompt
        try:
            with unseen(self.write, secret=self.secret and self.alive):
                self.write(prompt)
                if shown is not None:
                    shown()
                self._read(loop)
                return await self._line(interrupted)
        finally:
            self.prompt = ""
            if self.alive:
                loop.remove_signal_handler(signal.SIGINT)

    async def above(self, text: str) -> None:
        """Show lines; the prompt, where one stands, is said again below them."""
        self.write(f"\n{text}{self.prompt}" if self.prompt else text)

    def write(self, text: str) -> None:
        """Show words."""
        print(text, end="", flush=True)

    def busy(self, task: asyncio.Task[str]) -> AbstractContextManager[None]:
        """Ctrl-C ends the turn where a person sits there; else it ends the program."""
        return ended_by_ctrl_c(task) if self.alive else nullcontext()

    async def _line(self, interrupted: asyncio.Event) -> str | None:
        warned = False
        while True:
            line = asyncio.ensure_future(self.arrived.get())
            stop = asyncio.ensure_future(interrupted.wait())
            try:
                await asyncio.wait((line, stop), return_when=asyncio.FIRST_COMPLETED)
                if line.done():
                    return line.result()
            finally:
                line.cancel()
                stop.cancel()
            interrupted.clear()
            if warned:
                self.write("\n")
                return None
            warned = True
            self.write(f"\n{AGAIN}\n{self.prompt}")

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        """Have one line read: by a thread, since not every input can be waited for otherwise."""
        if self.reader is None:
            self.reader = threading.Thread(target=self._reading, args=(loop,), daemon=True)
            self.reader.start()
        self.wanted.release()

    def _reading(self, loop: asyncio.AbstractEventLoop) -> None:
        while True:
            self.wanted.acquire()
            line = sys.stdin.readline()
            while line and self.alive and select.select([sys.stdin], [], [], PASTED_SECONDS)[0]:
                line += sys.stdin.readline()
            with suppress(RuntimeError):  # the chat may have ended meanwhile
                loop.call_soon_threadsafe(self.arrived.put_nowait, line.rstrip("\n") if line else None)
            if not line:
                return
