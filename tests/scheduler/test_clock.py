"""The heartbeat: it rings when something is due, when somebody says so, one beat at a time; and it hears PostgreSQL."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta

from scheduler.clock import Clock
from storage.database import Database
from storage.status import Status
from storage.wakeups import Listener
from tests.storage.search import Search, new_search

FAR = timedelta(hours=1)


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the clock under test runs in real time


class Rings:
    """Counts beats; `due` are the instants still to come."""

    def __init__(self, *after: float) -> None:
        self.due = [now() + timedelta(seconds=seconds) for seconds in after]
        self.beats: list[datetime] = []
        self.inside = 0
        self.most = 0

    async def beat(self, at: datetime) -> None:
        self.inside += 1
        self.most = max(self.most, self.inside)
        await asyncio.sleep(0.02)
        self.beats.append(at)
        self.due = [due for due in self.due if due > at]
        self.inside -= 1
        if len(self.beats) == 2:
            raise RuntimeError("a beat that breaks does not stop the clock")

    async def next_look(self) -> datetime | None:
        return min(self.due, default=None)


async def ring(rings: Rings, wakes: int = 0, sweep: timedelta = FAR) -> None:
    """Lets the clock run until all that is due was rung for, or some seconds have passed."""
    clock = Clock(rings.beat, rings.next_look, now, sweep=sweep)
    clock.start()
    for _ in range(wakes):
        clock.wake()
    for _ in range(100):
        await asyncio.sleep(0.05)
        if not rings.due and len(rings.beats) > 1:
            break
    await clock.stop()


def test_it_rings_for_what_is_due_and_not_before() -> None:
    rings = Rings(0.3)
    due = rings.due[0]
    asyncio.run(ring(rings))
    assert rings.beats[0] < due <= rings.beats[1] and rings.most == 1


def test_many_wakes_are_few_beats_one_at_a_time() -> None:
    rings = Rings(0.2)
    asyncio.run(ring(rings, wakes=50))
    assert len(rings.beats) <= 4 and rings.most == 1


def test_the_sweep_is_a_net() -> None:
    rings = Rings(0.3)

    async def knows_nothing() -> datetime | None:
        return None

    rings.next_look = knows_nothing  # type: ignore[method-assign]
    asyncio.run(ring(rings, sweep=timedelta(seconds=0.5)))
    assert rings.due == []


def heard(search: Search, due: datetime) -> bool:
    """Whether the thread that listens hears of a reminder that another connection sets."""
    ears = [threading.Event(), threading.Event()]
    calls = iter(ears)

    def call() -> None:
        next(calls, ears[-1]).set()

    listener = Listener(search.database, call)
    listener.start()
    try:
        assert ears[0].wait(20), "it listens"
        search.add(Status.APPLIED, due - timedelta(days=7))
        return ears[1].wait(3)
    finally:
        listener.stop()


def test_another_process_says_that_something_is_due_soon(postgres_empty: Database) -> None:
    search = new_search(postgres_empty)
    assert heard(search, now() - timedelta(days=1))


def test_on_sqlite_nobody_listens(sqlite_database: Database) -> None:
    listener = Listener(sqlite_database, lambda: None)
    listener.start()
    listener.stop()
