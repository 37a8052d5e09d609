"""Drawing a picture, and how little others notice of it: the longest wait for an answer while one is drawn."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from agent.message import Message
from bench.measure import Figure, middle
from bot import app
from bot.settings import Settings
from tools.asking import Make
from tools.making import Makers
from tools.pictures.facts import Bar, Funnel, Picture

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
DELAY = 0.050  # s, that no answer may come later for a drawing
ROUNDS = 40
PICTURES = 4


def run() -> Iterator[Figure]:
    """The wait of a second person while a first one has pictures drawn, and what a picture takes by itself."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        parts = app.build(Settings(Path(folder), f"sqlite:///{folder}/jobbot.db", offline=True))
        try:
            alone, beside = asyncio.run(_waits(parts))
        finally:
            parts.close()
        path = Path(folder) / "one.png"
        times = [_drawn(path) for _ in range(3)]
    later = _slow(beside) - _slow(alone)
    medians = f"medians {1000 * middle(alone):.0f} and {1000 * middle(beside):.0f} ms"
    note = f"9 of 10 answers within {1000 * _slow(alone):.0f} ms alone, {1000 * _slow(beside):.0f} beside; {medians}"
    yield Figure("charts/delay", max(later, 0) / DELAY, 1.0, note)
    yield Figure("charts/picture", middle(times), None, "seconds from the order to the PNG, the process started for it")


def _slow(times: list[float]) -> float:
    """The time within which nine of ten came."""
    return sorted(times)[int(len(times) * 0.9)]


def _drawn(path: Path) -> float:
    """The seconds that one picture takes."""
    path.touch()
    shown = Funnel((Bar("applied", 42, "100 %"), Bar("screening", 12, "29 %")))
    start = perf_counter()
    assert Makers("").make(Make("picture", Picture("A", "b", shown), path)) == ""
    return perf_counter() - start


async def _waits(parts: app.App) -> tuple[list[float], list[float]]:
    """The seconds of each answer to one person, alone and while another has pictures drawn, in turn."""
    drawer, talker = (Message("bench", who, NOON) for who in ("drawer", "talker"))
    for who in (drawer, talker):
        await parts.assistant.answer(replace(who, text="/log Stripe, Cook, applied, 9 November"))
    alone = [await _answered(parts, talker, n) for n in range(ROUNDS)]
    pictures = asyncio.create_task(_pictures(parts, drawer))
    beside: list[float] = []
    while not pictures.done():
        beside.append(await _answered(parts, talker, len(beside)))
        await asyncio.sleep(0.01)
    assert await pictures == PICTURES
    return alone, beside


async def _pictures(parts: app.App, who: Message) -> int:
    """Have pictures drawn one after the other; how many came."""
    said = [await parts.assistant.answer(replace(who, text="/chart")) for _ in range(PICTURES)]
    return sum(bool(answer.files) for one in said for answer in one.answers)


async def _answered(parts: app.App, who: Message, number: int) -> float:
    start = perf_counter()
    later = NOON + timedelta(seconds=number)
    said = await parts.assistant.answer(replace(who, at=later, text=f"/note call {number}, Stripe"))
    assert said.answers
    return perf_counter() - start
