"""Ten thousand reminders due at one instant: how late they come beside APScheduler's store; what the loop feels."""

from __future__ import annotations

import asyncio
import pickle
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter, thread_time

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from agent.bridge import Bridge
from bench.claiming import claim, settle
from bot.channel import Delivered
from bot.outbox import Note, Outbox
from storage.database import Database
from storage.users import Account
from tests.scheduler.crew import NOW
from tools.catalog import default
from tools.toolbox import Toolbox

LOOK = 0.002  # seconds between two looks whether the loop still turns
MOST_SECONDS = 90


@dataclass(frozen=True)
class Held:
    """The longest time in seconds for which nothing else could run on the loop: `worked` as its own thread was busy,
    `waited` by the clock, which counts what other programs of the machine took as well."""

    worked: float
    waited: float


class Pulse:
    """Feels how long the event loop is held."""

    def __init__(self) -> None:
        self._held = Held(0.0, 0.0)
        self._clock, self._work = perf_counter(), thread_time()
        self._task = asyncio.create_task(self._feel())

    async def _feel(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            self._look()

    def _look(self) -> None:
        waited, worked = perf_counter() - self._clock - LOOK, thread_time() - self._work
        self._held = Held(max(self._held.worked, worked), max(self._held.waited, waited))
        self._clock, self._work = perf_counter(), thread_time()

    def stop(self) -> Held:
        """What it felt up to now: a loop that was held to the end let it not look itself."""
        self._task.cancel()
        self._look()
        return self._held


async def claimed(database: Database) -> tuple[list[float], Held]:
    """How late each is handed to whoever tells it, and how long the loop was held; the database works in its threads,
    where what was told is marked while the next are claimed."""
    bridge = Bridge(workers=1 if database.dialect == "sqlite" else 4)
    pulse, late, start = Pulse(), [], perf_counter()
    settling = []
    due = await bridge.run(claim, database)
    while due.people:
        late += [perf_counter() - start] * len(due.people)
        settling.append(asyncio.create_task(bridge.run(settle, database, due)))
        due = await bridge.run(claim, database)
    await asyncio.gather(*settling)
    bridge.close()
    return late, pulse.stop()


class Taking:
    """A platform that takes everything at once."""

    name = "fake"

    async def push(self, account: Account, note: Note) -> Delivered:
        """Take it."""
        return Delivered("ok")


async def told(database: Database) -> tuple[int, float, Held]:
    """What is due told by the program's own way out: how many, in how many seconds, and how long the loop was held."""
    bridge = Bridge(workers=1 if database.dialect == "sqlite" else 8)
    pulse, start = Pulse(), perf_counter()
    tally = await Outbox(Toolbox(database, default()), bridge, {"fake": Taking()}).beat(NOW)
    took, held = perf_counter() - start, pulse.stop()
    bridge.close()
    return tally.delivered, took, held


RAN: list[datetime] = []


def _ran() -> None:
    RAN.append(datetime.now(UTC))


async def apscheduler(url: str, number: int) -> tuple[list[float], Held, int]:
    """The same with a job for each in its own store and an hour's grace: lateness, how long the loop was held, how many
    it lost."""
    store = SQLAlchemyJobStore(url=url)
    scheduler = AsyncIOScheduler(jobstores={"default": store}, timezone="UTC")
    scheduler.start(paused=True)
    RAN.clear()
    due = datetime.now(UTC) + timedelta(seconds=1)
    _copy(store, scheduler.add_job(_ran, "date", run_date=due, misfire_grace_time=3600), number)
    # Where adding them took longer than that, they are due when it begins.
    due = max(due, datetime.now(UTC))
    pulse = Pulse()
    scheduler.resume()
    end = perf_counter() + MOST_SECONDS
    while len(RAN) < number and perf_counter() < end:
        await asyncio.sleep(0.01)
    scheduler.shutdown(wait=False)
    return [(at - due).total_seconds() for at in RAN], pulse.stop(), number - len(RAN)


def _copy(store: SQLAlchemyJobStore, job: Job, number: int) -> None:
    """So many of a job, in the form in which the store keeps them: one by one takes a minute."""
    state, due = job.__getstate__(), job.next_run_time.timestamp()
    rows = [
        {"id": f"copy-{n}", "next_run_time": due, "job_state": pickle.dumps({**state, "id": f"copy-{n}"})}
        for n in range(1, number)
    ]
    with store.engine.begin() as db:
        db.execute(store.jobs_t.insert(), rows)
