"""A whole turn, from the message to its answer and all that is kept, against langchain's agent with its saver."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from agent.assistant import Assistant, Message
from agent.mind import Together
from agent.model import ModelConfig
from agent.thinking import Mind
from bench import peer
from bench.measure import Figure, against, size
from bot import app
from bot.settings import Settings

GOAL = 0.45
START = datetime(2026, 11, 20, 10, tzinfo=UTC)
TURNS = 8  # of a chat, in each round
CHATS = 64
SIDE_BY_SIDE = 4  # turns of each of these chats
ROUNDS = 11
Say = Callable[[str, str], Awaitable[None]]


class Ours:
    """The product with a mind of its own, on a database of its own."""

    def __init__(self, folder: str, name: str) -> None:
        self.path = Path(folder) / f"{name}.db"
        self.parts = app.build(Settings(Path(folder), f"sqlite:///{self.path}", offline=True))
        self.tools = len(self.parts.toolbox.catalog.schemas)
        self.assistant = Assistant(self.parts.toolbox, self._mind(name))
        self.clock = START

    def _mind(self, name: str) -> Mind | None:
        """`offline`, or a model that answers at once and is asked each time."""
        if name == "offline":
            return None
        config = ModelConfig("quick", "none", fast_path=False, tokens_a_day=10**9)
        return Together(config, peer.Quick(), self.parts.toolbox.catalog.schemas)

    async def turn(self, chat: str, text: str) -> None:
        """One message of a chat, answered."""
        self.clock += timedelta(seconds=1)
        said = await self.assistant.answer(Message("bench", chat, self.clock, text=text))
        assert [call.name for call in said.calls] == ["log"], said

    def bytes_kept(self) -> int:
        """The size of its file."""
        return size(self.path)

    def close(self) -> None:
        """End the threads and the connections."""
        self.assistant.bridge.close()
        self.parts.close()


@contextmanager
def both(name: str) -> Iterator[tuple[asyncio.Runner, Ours, peer.Peer]]:
    """The product and the peer, each on a new file, and the loop that both run in."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder, asyncio.Runner() as runner:
        ours = Ours(folder, name)
        opened = peer.opened(Path(folder) / "peer.db", ours.tools)
        theirs = runner.run(opened.__aenter__())
        try:
            yield runner, ours, theirs
        finally:
            runner.run(opened.__aexit__(None, None, None))
            ours.close()


def run() -> Iterator[Figure]:
    """The interpreter and the model, each in new chats, in one with a history, and in 64 chats at once."""
    for name in ("offline", "model"):
        with both(name) as (runner, ours, theirs):
            for what, work, turns, rounds in WORKS:
                own_round, other_round = (_timed(runner, work, say) for say in (ours.turn, theirs.turn))
                for _ in range(WARM[what]):
                    own_round()
                    other_round()
                ratio, own, other = against(own_round, other_round, rounds)
                note = f"{own * 1000 / turns:.1f} and {other * 1000 / turns:.1f} ms a turn; {ours.tools} tools"
                yield Figure(f"whole-{name}-{what}/create_agent", ratio, GOAL, note)


def _timed(runner: asyncio.Runner, work: Callable[[Say, count[int]], Awaitable[None]], say: Say) -> Callable[[], None]:
    """One round of the work, with chats and companies that were not there before."""
    numbers = count()

    async def round_of_it() -> None:
        await work(say, numbers)

    return lambda: runner.run(round_of_it())


def words(number: int) -> str:
    """A message whose last word is a company that was not there before."""
    return f"applied yesterday as a backend engineer, 140-160k, at Company{number}"


async def alone(say: Say, numbers: count[int]) -> None:
    """A few turns of a new chat."""
    chat = f"alone-{next(numbers)}"
    for _ in range(TURNS):
        await say(chat, words(next(numbers)))


async def later(say: Say, numbers: count[int]) -> None:
    """A few turns of one chat that has had others, the ones of the rounds before among them."""
    for _ in range(TURNS):
        await say("history", words(next(numbers)))


async def together(say: Say, numbers: count[int]) -> None:
    """A few turns of each of many new chats, side by side."""
    chats = [f"together-{next(numbers)}" for _ in range(CHATS)]
    for _ in range(SIDE_BY_SIDE):
        await asyncio.gather(*(say(chat, words(next(numbers))) for chat in chats))


# What is measured, by its work: turns of a round, rounds; and the rounds before them, for a history of 24 turns.
WORKS = (("alone", alone, TURNS, ROUNDS), ("history", later, TURNS, 5), ("64", together, CHATS * SIDE_BY_SIDE, 3))
WARM = {"alone": 1, "history": 3, "64": 1}
