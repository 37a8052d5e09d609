"""Reminders: claiming what is due among a million, a burst at one instant beside APScheduler's store, and waking up."""

from __future__ import annotations

import asyncio
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from time import perf_counter

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import ColumnElement, insert, select, text, update

from bench.measure import Figure, middle
from storage import delivery
from storage.database import Database, migrate, open_database
from storage.models import accounts, reminders, users
from tests.databases import postgres_database, postgres_server

PENDING, DUE, PEOPLE = 1_000_000, 10_000, 200_000
NOW = datetime(2026, 11, 9, 14, tzinfo=UTC)
ROUNDS = 5
AT_ONCE = 500
SPREAD, SECONDS = 500, 8  # so many a second, for so long


def run() -> Iterator[Figure]:
    """The figures on SQLite and on PostgreSQL, each on a database of its own with a million reminders ahead."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        with _filled(f"sqlite:///{folder}/jobbot.db") as database:
            yield from _claiming(database, "sqlite", 2.5)
            late = _burst(database)
        yield from _against_apscheduler(late, f"sqlite:///{folder}/aps.db", "sqlite")
    with postgres_server() as server, postgres_database(server, "jobbot_bench") as url, _filled(url) as database:
        yield from _claiming(database, "postgresql", 3.0)
        yield from _waking(database)


@contextmanager
def _filled(url: str) -> Iterator[Database]:
    database = open_database(url)
    migrate(database)
    with database.write() as db:
        db.execute(insert(users), [{"id": n, "created_at": NOW, "digest": "off"} for n in range(1, PEOPLE + 1)])
        row = {"channel": "fake", "last_used_at": NOW}
        db.execute(insert(accounts), [{**row, "user_id": n, "account": str(n)} for n in range(1, PEOPLE + 1)])
        for start in range(0, PENDING, 100_000):
            numbers = range(start, start + 100_000)
            db.execute(insert(reminders), [_row(1 + n % PEOPLE, NOW + timedelta(days=30, seconds=n)) for n in numbers])
    if database.dialect == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    yield database
    database.close()


def _row(person: int, due: datetime) -> dict[str, object]:
    return {"user_id": person, "kind": "custom", "text": "x", "due_at": due, "created_at": NOW}


def _add_due(database: Database, number: int, due: datetime = NOW) -> None:
    with database.write() as db:
        db.execute(insert(reminders), [_row(1 + n, due) for n in range(number)])


def _claiming(database: Database, name: str, goal: float) -> Iterator[Figure]:
    """Claim and mark ten thousand due of a million, against the one statement that only marks them."""
    ratios, ours, floors = [], [], []
    for _ in range(ROUNDS):
        _add_due(database, DUE)
        floors.append(_timed(lambda: _mark_all(database)))
        _add_due(database, DUE)
        ours.append(_timed(lambda: _claim_and_mark(database)))
        ratios.append(ours[-1] / floors[-1])
    note = f"{middle(ours) * 1000:.0f} ms against {middle(floors) * 1000:.0f} of one UPDATE; 10,000 people, each once"
    yield Figure(f"reminders/claim-{name}", middle(ratios), goal, note)
    empty = middle([_timed(lambda: _claim(database)) for _ in range(50)])
    yield Figure(f"reminders/empty-look-{name}", empty * 1000, 1.0, "ms, a million ahead")


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _mark_all(database: Database) -> None:
    r = reminders.c
    with database.write() as db:
        db.execute(update(reminders).where(r.status == "pending", r.due_at <= NOW).values(status="sent", sent_at=NOW))


def _claim(database: Database) -> list[int]:
    with database.write() as db:
        return delivery.claim(db, NOW, ["fake"], "bench", limit=AT_ONCE)


def _claim_and_mark(database: Database, told: list[float] | None = None) -> None:
    """All batches, as workers claim them, marked a batch at a time."""
    seen = 0
    while people := _claim(database):
        seen += len(people)
        with database.write() as db:
            db.execute(update(reminders).where(*_due_for(people, NOW)).values(status="sent", sent_at=NOW))
            delivery.release(db, "bench", people)
        if told is not None:
            told += [perf_counter()] * len(people)
    assert seen == DUE, seen


def _due_for(people: list[int], now: datetime) -> tuple[ColumnElement[bool], ...]:
    r = reminders.c
    return r.user_id.in_(people), r.status == "pending", r.due_at <= now


def _burst(database: Database) -> list[float]:
    """How late each of ten thousand is that are due at one instant."""
    _add_due(database, DUE)
    told: list[float] = []
    start = perf_counter()
    _claim_and_mark(database, told)
    return [at - start for at in told]


RAN: list[datetime] = []


def _ran() -> None:
    RAN.append(datetime.now(UTC))


def _against_apscheduler(ours: list[float], url: str, name: str) -> Iterator[Figure]:
    late, blocked, missed = asyncio.run(_apscheduler(url))
    note = f"{_p99(ours):.2f} s against {_p99(late):.2f} s with a grace of an hour (it missed {missed})"
    yield Figure(f"reminders/burst-p99-{name}", _p99(ours) / _p99(late), 0.05, note)
    yield Figure("reminders/loop-held-by-apscheduler", blocked, None, "seconds in which nothing else could run")


async def _apscheduler(url: str) -> tuple[list[float], float, int]:
    """The same with a job for each, in its own store: lateness, how long the loop stood still, how many it lost."""
    scheduler = AsyncIOScheduler(jobstores={"default": SQLAlchemyJobStore(url=url)}, timezone="UTC")
    scheduler.start(paused=True)
    due = datetime.now(UTC) + timedelta(seconds=30)
    RAN.clear()
    for _ in range(DUE):
        scheduler.add_job(_ran, "date", run_date=due, misfire_grace_time=3600)
    # On a slow machine adding them takes longer than that: then they are due when it begins.
    due = max(due, datetime.now(UTC))
    scheduler.resume()
    await asyncio.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds() - 0.5))
    held, last, end = 0.0, perf_counter(), perf_counter() + 90
    while len(RAN) < DUE and perf_counter() < end:
        await asyncio.sleep(0.005)
        held, last = max(held, perf_counter() - last), perf_counter()
    scheduler.shutdown(wait=False)
    return [(at - due).total_seconds() for at in RAN], held, DUE - len(RAN)


def _p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _waking(database: Database) -> Iterator[Figure]:
    """Five hundred a second: asleep until the next is due, against asking once a second."""
    late = {wait: _spread(database, wait) for wait in ("next", "second")}
    note = f"{_p99(late['next']) * 1000:.0f} ms against {_p99(late['second']) * 1000:.0f} of a look each second"
    yield Figure("reminders/spread-p99", _p99(late["next"]) / _p99(late["second"]), 0.1, note)


def _spread(database: Database, wait: str) -> list[float]:
    start = datetime.now(UTC) + timedelta(seconds=2)
    gaps = [timedelta(seconds=n / SPREAD) for n in range(SPREAD * SECONDS)]
    with database.write() as db:
        db.execute(insert(reminders), [_row(1 + n, start + gap) for n, gap in enumerate(gaps)])
    late: list[float] = []
    asleep = threading.Event()
    while len(late) < len(gaps):
        now = datetime.now(UTC)
        with database.write() as db:
            people = delivery.claim(db, now, ["fake"], "bench", limit=AT_ONCE)
            due = list(db.scalars(select(reminders.c.due_at).where(*_due_for(people, now))))
            db.execute(update(reminders).where(*_due_for(people, now)).values(status="sent", sent_at=now))
            delivery.release(db, "bench", people)
        late += [(datetime.now(UTC) - at).total_seconds() for at in due]
        if wait == "second":
            asleep.wait(1.0)
        elif not people:
            with database.read() as db:
                look = delivery.next_look(db, ["fake"]) or now
            asleep.wait(max(0.0, (look - datetime.now(UTC)).total_seconds()))
    return late
