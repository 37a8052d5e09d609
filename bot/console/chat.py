"""The chat: a line is typed, a turn is answered, what falls due meanwhile appears; light, and it knows no screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.console import welcome
from bot.console.behind import Behind
from bot.console.screen import PROMPT, Screen, say
from bot.console.waiting import Waiting
from tools.zones import home

if TYPE_CHECKING:
    from agent.assistant import Said
    from agent.model import ModelConfig
    from bot.app import App
    from bot.console.exchange import Exchange

# What is said to the person of its own accord, one after the other, for as long as somebody asks for the next.
Pushes = Callable[["App"], AsyncIterator["Said"]]
# Told the person's companies whenever they may have changed; None where the person is gone.
Known = Callable[["Exchange", "list[str] | None"], None]
# Something to be done before the next prompt; gives words, or what is wrong, for whoever asked for it.
Work = Callable[["Exchange", Waiting], Awaitable[str]]
ENDS = ("/quit", "/exit", "quit", "exit", "bye")
MOST_OF_A_PLACE = 3  # words; more are no time zone but news


class Chat:
    """One conversation at one screen, from the welcome to the end of the input."""

    def __init__(
        self, screen: Screen, behind: Behind, known: Known, pushes: Pushes | None = None, *, online: bool = False
    ) -> None:
        self.screen, self.behind = screen, behind
        self.known, self.pushes, self.online = known, pushes, online
        self.under_way = asyncio.Lock()

    async def run(self, model: ModelConfig | None, zone: str | None) -> None:
        """Talk until the input ends. `zone` is the guess for somebody new, None for all others.

        Raises what went wrong while the parts were built.
        """
        talk = asyncio.ensure_future(self._talk(model, zone))
        beside = asyncio.ensure_future(self._beside(greets=self.screen.alive and zone is None))
        try:
            await asyncio.wait((talk, beside), return_when=asyncio.FIRST_COMPLETED)
            if not talk.done():
                beside.result()
            await talk
        finally:
            for task in (talk, beside):
                task.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await task
            if self.behind.is_built:
                await (await self.behind.built()).leave()

    async def _talk(self, model: ModelConfig | None, zone: str | None) -> None:
        if not self.screen.alive:
            self.behind.start()
            await self.behind.built()
            say(self.screen, welcome.for_a_pipe(model, self.online))
        elif zone is None:
            say(self.screen, welcome.again(model))
        elif not await self._settled(model, zone):
            return
        while (line := await self._line(PROMPT)) is not None:
            if line:
                await self._answer(line)

    async def _line(self, prompt: str) -> str | None:
        """What is typed, without the space around it; None at the end."""
        self.screen.write("\n")
        line = await self.screen.ask(prompt, self.behind.start)
        line = line.strip() if line is not None else None
        return None if line is None or line.casefold() in ENDS else line

    async def _settled(self, model: ModelConfig | None, zone: str) -> bool:
        """Ask somebody new for their time zone; False where they leave instead."""
        say(self.screen, welcome.for_somebody_new(model, zone, self.online))
        while (line := await self._line(f"{welcome.ZONE} [{zone}]: ")) is not None:
            # Somebody who does not care for the question and tells their news has answered it with Enter.
            news = line.startswith("/") or (len(line.split()) > MOST_OF_A_PLACE and home(line) is None)
            said = zone if news or not line else line
            wrong = await self._settle(said)
            if wrong == "":
                say(self.screen, f"\n{welcome.NEXT}")
                if news:
                    await self._answer(line)
                return True
            say(self.screen, wrong or "")
        return False

    async def _settle(self, zone: str) -> str | None:
        return await self._turn(lambda exchange, waiting: exchange.settle(zone, waiting))

    async def _answer(self, line: str) -> None:
        await self._turn(lambda exchange, waiting: exchange.answer(line, waiting))

    async def _turn(self, work: Work) -> str | None:
        """What the work gives; None where Ctrl-C ended it, and not the chat."""
        async with self.under_way:
            task = asyncio.ensure_future(self._worked(work))
            try:
                with self.screen.busy(task):
                    await asyncio.wait((task,))
            finally:
                task.cancel()
            if not task.cancelled():
                return task.result()
            done = await (await self.behind.built()).stopped() if self.behind.is_built else ""
            say(self.screen, done or welcome.STOPPED)
            return None

    async def _worked(self, work: Work) -> str:
        waiting = Waiting(self.screen, "Thinking" if self.behind.is_built else "Starting")
        try:
            exchange = await self.behind.built()
            waiting.words = "Thinking"
            words = await work(exchange, waiting)
        finally:
            waiting.stop()
        self.screen.secret = exchange.secret
        await self._learn(exchange)
        return words

    async def _learn(self, exchange: Exchange) -> None:
        if self.screen.alive:
            self.known(exchange, await exchange.companies())

    async def _beside(self, greets: bool) -> None:
        """What needs nobody to type: what lies ahead, once, and then whatever falls due."""
        exchange = await self.behind.built()
        await self._learn(exchange)
        if greets and (lines := await exchange.ahead()):
            async with self.under_way:
                await self.screen.above(f"{lines}\n\n")
        if self.pushes is None:
            return
        async for said in self.pushes(exchange.app):
            async with self.under_way:
                await exchange.push(said)
