"""Messages and their answers on the screen: words while they come, buttons by number; loaded behind the prompt."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from agent.assistant import Message, Said
from bot.app import App
from bot.console import person, welcome
from bot.console.paths import parted
from bot.console.person import ACCOUNT, CHANNEL
from bot.console.screen import Screen, say
from bot.console.waiting import Waiting
from bot.render.flow import Flow
from bot.render.lines import wrapped
from bot.render.terminal import rest_of, text_of
from tools.result import Refusal
from tools.settings import zone_named
from tools.turn import Choice
from tools.zones import home

# "I'm in Leeds": the words before the place.
LEAD = re.compile(r"^(?:i['’]?m|i am|i live|we['’]?re|we are)?\s*(?:in|from|near|at)\s+", re.IGNORECASE)
NUMBER = re.compile(r"\[?(\d{1,3})\]?")
MISSING = "There is no file {path}. Look at its name, or drop the file on this window."
DONE = "Stopped, but this was done already: {what}\nSay “undo” to take it back."


@dataclass
class Exchange:
    """One chat with the built program; `choices` are the buttons that a number presses, `at` the last message's.

    `secret`: a password was asked for, and comes next.
    """

    app: App
    screen: Screen
    choices: list[Choice] = field(default_factory=list)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    secret: bool = False

    async def answer(self, line: str, waiting: Waiting) -> str:
        """Answer what was typed; words that come in pieces are shown piece by piece, in place of the waiting sign."""
        found = parted(line, Path.cwd())
        if found.missing:
            waiting.stop()
            say(self.screen, MISSING.format(path=found.missing))
            return ""
        flow = Flow(self.screen.look)

        def sink(piece: str) -> None:
            waiting.stop()
            self.screen.write(flow.take(piece))

        try:
            said = await self.app.assistant.answer(self._message(found.words, found.files), sink)
        finally:
            waiting.stop()
            self.screen.write(flow.end() + ("\n" if flow.told else ""))
        self.choices, self.secret = [], said.secret
        self.screen.write(self._drawn(said, flow.told.strip()))
        return ""

    async def push(self, said: Said) -> None:
        """Show what is said of its own accord; its buttons are numbered behind those that are there."""
        await self.screen.above(self._drawn(said) + "\n" * self.screen.alive)

    async def stopped(self) -> str:
        """What the message that was cut off had changed by then; empty for nothing."""
        what = await self.app.assistant.bridge.run(person.done_at, self.app, self.at)
        return DONE.format(what=what) if what else ""

    async def settle(self, said: str, waiting: Waiting) -> str:
        """Take a time zone, or the city that names it; gives what is wrong with it, empty for nothing."""
        try:
            zone = zone_named(home(said) or LEAD.sub("", said))
        except Refusal as refusal:
            return refusal.text
        await self.app.assistant.answer(self._message(f'/settings timezone="{zone}"'))
        waiting.stop()
        say(self.screen, welcome.SETTLED.format(zone=zone))
        return ""

    async def companies(self) -> list[str] | None:
        """The names that can be completed; None where there is nobody."""
        return await self.app.assistant.bridge.run(person.companies, self.app)

    async def ahead(self) -> str:
        """What the next days bring, in lines for this screen; empty for nothing."""
        lines = await self.app.assistant.bridge.run(person.ahead, self.app, datetime.now(UTC))
        return wrapped(lines, self.screen.look)

    async def leave(self) -> None:
        """Give back what is held open."""
        await self.app.assistant.leave()

    def commands(self) -> list[tuple[str, str]]:
        """The slash commands with what they do."""
        tools = [tool for tool in self.app.toolbox.catalog.tools if tool.examples]
        return [*((f"/{tool.name}", tool.doc) for tool in tools), ("/quit", "End the chat.")]

    def _message(self, text: str, files: tuple[Path, ...] = ()) -> Message:
        """A number presses a button that is there; all else is said."""
        self.at = datetime.now(UTC)
        number = NUMBER.fullmatch(text)
        place = int(number[1]) - 1 if number else -1
        if 0 <= place < len(self.choices):
            return Message(CHANNEL, ACCOUNT, self.at, press=self.choices[place].id)
        return Message(CHANNEL, ACCOUNT, self.at, text=text, files=files)

    def _drawn(self, said: Said, told: str = "") -> str:
        """The answers in lines, without words that were told already; their buttons come to the choices."""
        parts = []
        for answer in said.answers:
            draw = rest_of if told and answer.text.strip() == told else text_of
            parts.append(draw(answer, self.screen.look, len(self.choices) + 1))
            self.choices += [choice for choice in answer.choices if not choice.url]
        return "".join(f"{part}\n" for part in parts if part)
