"""Where the time of one whole offline turn goes: the interpreter, the door with its transaction, and the rest."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from agent.assistant import Assistant, Message
from agent.offline.pipeline import Understood
from agent.thinking import Act, Reached, Thinking
from bench.measure import Figure, middle
from bot import app
from bot.settings import Settings
from storage.usage import Usage
from tools.asking import Request, Written
from tools.result import Call
from tools.toolbox import Toolbox
from tools.turn import Outcome, Turn

START = datetime(2026, 11, 20, 10, tzinfo=UTC)
ROUNDS = 60
WARM = 5


class TimedDoor(Toolbox):
    """The door, with how long each run took."""

    times: list[float]

    def run(self, calls: Sequence[Call], turn: Turn) -> Outcome:
        """As the door's own."""
        start = perf_counter()
        try:
            return super().run(calls, turn)
        finally:
            self.times.append(perf_counter() - start)


class TimedReading:
    """The interpreter as a mind, with how long each reading took."""

    asks_outside = False

    def __init__(self) -> None:
        self.times: list[float] = []

    def plain(self, thinking: Thinking) -> Understood:
        """What the interpreter reads."""
        start = perf_counter()
        try:
            return thinking.read()
        finally:
            self.times.append(perf_counter() - start)

    async def carry_out(self, thinking: Thinking, act: Act) -> Reached:
        """All is plain to it."""
        raise NotImplementedError

    async def write(self, request: Request, thinking: Thinking, usage: Usage) -> Written:
        """It writes nothing."""
        return None

    async def leave(self) -> None:
        """Nothing is held open."""


def run() -> Iterator[Figure]:
    """Each part's share of a turn that logs an application, on an embedded database of a fresh conversation."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        parts = app.build(Settings(Path(folder), f"sqlite:///{folder}/jobbot.db", offline=True))
        door = TimedDoor(parts.toolbox.database, parts.toolbox.catalog, parts.toolbox.folder)
        door.times = []
        model = TimedReading()
        assistant = Assistant(door, model)
        try:
            totals = asyncio.run(_turns(assistant))
        finally:
            assistant.bridge.close()
            parts.close()
    total, reading, acting = (middle(times[WARM:]) for times in (totals, model.times, door.times))
    yield Figure("turn/interpreter", reading / total, None, f"{reading * 1000:.1f} of {total * 1000:.1f} ms")
    yield Figure("turn/door", acting / total, None, f"{acting * 1000:.1f} ms: the tool, its transaction, the answer")
    rest = total - reading - acting
    yield Figure("turn/around", rest / total, None, f"{rest * 1000:.1f} ms: opening the turn, the graph, the threads")


async def _turns(assistant: Assistant) -> list[float]:
    """How long each of many messages took, from the message to its answers."""
    times = []
    for number in range(ROUNDS):
        words = f"applied to Company {number} for backend engineer yesterday, remote, 140-160k"
        start = perf_counter()
        said = await assistant.answer(Message("bench", "u", START + timedelta(minutes=number), text=words))
        times.append(perf_counter() - start)
        assert [call.name for call in said.calls] == ["log"], said
    return times
