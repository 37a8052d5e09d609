"""A person at a terminal inside a test: keys go in through a pipe, what is written is read back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from agent.assistant import Said
from bot import app
from bot.console.behind import Behind
from bot.console.chat import Chat
from bot.console.completing import Offers
from bot.console.exchange import Exchange
from bot.console.history import NAME, KeptHistory
from bot.console.keyboard import Keyboard
from bot.settings import Settings

ENTER, CTRL_C, CTRL_D, TAB, UP = "\r", "\x03", "\x04", "\t", "\x1b[A"
LONGEST = 30.0  # seconds until a test gives up
Build = Callable[[], app.App]
Pushes = Callable[[app.App], AsyncIterator[Said]]


class Window(DummyOutput):
    """An output of a width that draws nothing."""

    def __init__(self, columns: int) -> None:
        self.columns = columns

    def get_size(self) -> Size:
        """So many columns, forty rows."""
        return Size(rows=40, columns=self.columns)


class Recorded(Keyboard):
    """The real screen; what it writes is kept."""

    text = ""

    def write(self, text: str) -> None:
        """Keep the words."""
        self.text += text


class Sitting:
    """One chat: `keys` presses, `until` waits for words, `text` is all that was written."""

    def __init__(self, folder: Path, build: Build | None = None, pushes: Pushes | None = None) -> None:
        self.settings = Settings(folder, f"sqlite:///{folder / 'jobbot.db'}", offline=True)
        self.build = build or (lambda: app.build(self.settings))
        self.pushes = pushes
        self.history = KeptHistory(folder / NAME)
        self.offers = Offers()
        self.read = 0

    def run(self, script: Callable[[Sitting], Awaitable[None]], zone: str | None = None, columns: int = 110) -> str:
        """Play a script against the chat until both have come to their end; gives all that was written."""
        with create_pipe_input() as self.pipe, create_app_session(input=self.pipe, output=Window(columns)):
            self.screen = Recorded(self.history, self.offers, plain=False, colour=False)
            try:
                asyncio.run(asyncio.wait_for(self._both(script, zone), LONGEST))
            except TimeoutError:
                raise AssertionError(f"waited in vain after: {self.screen.text}") from None
        return self.screen.text

    async def _both(self, script: Callable[[Sitting], Awaitable[None]], zone: str | None) -> None:
        behind = Behind(lambda: Exchange(self.build(), self.screen))
        chat = asyncio.ensure_future(Chat(self.screen, behind, self.learn, self.pushes).run(None, zone))
        try:
            await asyncio.gather(chat, script(self))
        finally:
            behind.close()

    def learn(self, exchange: Exchange, companies: list[str] | None) -> None:
        """Take in what can be completed."""
        self.offers.commands, self.offers.companies = exchange.commands(), companies or ()

    def keys(self, keys: str) -> None:
        """Press keys, as the terminal sends them."""
        pipe: PipeInput = self.pipe
        pipe.send_text(keys)

    async def until(self, words: str) -> None:
        """Wait until the words were written, after those waited for before; fails when they never are."""
        while words not in self.screen.text[self.read :]:
            await asyncio.sleep(0.01)
        self.read = self.screen.text.index(words, self.read) + len(words)

    async def line(self, said: str, answer: str) -> None:
        """Type a line and wait for words of the answer, and for the prompt below it."""
        self.keys(said + ENTER)
        await self.until(answer)
        await self.prompt()

    async def prompt(self) -> None:
        """Wait until something can be typed."""
        while not self.screen.session.app.is_running:
            await asyncio.sleep(0.01)
