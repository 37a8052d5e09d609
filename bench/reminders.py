"""Reminders: claiming what is due among a million, bursts, several processes, kills, waking up; docs/scaling.md tells
how they came out. JOBBOT_ROUNDS, JOBBOT_PENDING and JOBBOT_DUE set how much is measured."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert, select

from bench import burst
from bench.claiming import AT_ONCE, claim_and_mark, due_ids, mark_all, timed
from bench.crowd import add_due, filled, row, swept
from bench.measure import Figure, middle
from bot.outbox import AT_ONCE as SIDE_BY_SIDE
from scheduler import due
from storage import delivery
from storage.database import Database, migrate, open_database
from storage.models import reminders
from storage.rows import among
from tests.checkout import ROOT
from tests.databases import postgres_database, postgres_server
from tests.scheduler.crew import NOW, under_kills
from tools.catalog import default
from tools.toolbox import Toolbox

DUE = 10_000
ROUNDS = int(os.environ.get("JOBBOT_ROUNDS", "5"))
# The whole way of a reminder, with its text and buttons; JOBBOT_DUE=10000 is the full size.
WHOLE = int(os.environ.get("JOBBOT_DUE", "500"))
# Of a burst beside APScheduler, which on SQLite takes seconds for each thousand; JOBBOT_BURST=10000 is the full size.
BURST = {"sqlite": int(os.environ.get("JOBBOT_BURST", "4000")), "postgresql": 10_000}
SPREAD, SECONDS = 500, 6  # so many a second, for so long


def run() -> Iterator[Figure]:
    """The figures on SQLite and on PostgreSQL, each on a database of its own with a million reminders ahead."""
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        yield from _on_sqlite(f"sqlite:///{folder}")
    with postgres_server() as server, postgres_database(server, "jobbot_bench") as url, filled(url) as database:
        yield from _claiming(database, 3.0)
        with postgres_database(server, "jobbot_bench_aps") as beside:
            yield from _bursts(database, beside)
        yield from _side_by_side(database)
        with postgres_database(server, "jobbot_bench_empty") as empty:
            yield _memory(database, empty)
        yield from _kills(database)
        yield from _waking(database)


def _on_sqlite(folder: str) -> Iterator[Figure]:
    with filled(f"{folder}/jobbot.db") as database:
        yield from _claiming(database, 2.5)
        yield from _bursts(database, f"{folder}/aps.db")


def _claiming(database: Database, goal: float) -> Iterator[Figure]:
    """Claim and mark ten thousand due of a million, against the one statement that only marks them."""
    ratios, ours, floors = [], [], []
    for _ in range(ROUNDS):
        swept(database)
        add_due(database, DUE)
        floors.append(timed(lambda: mark_all(database)))
        add_due(database, DUE)
        ours.append(timed(lambda: _all_told(database)))
        ratios.append(ours[-1] / floors[-1])
    note = f"{middle(ours) * 1000:.0f} ms against {middle(floors) * 1000:.0f} of one UPDATE; 10,000 people, each once"
    yield Figure(f"reminders/claim-{database.dialect}", middle(ratios), goal, note)
    toolbox = Toolbox(database, default())
    empty = middle([timed(lambda: due.claim(toolbox, NOW, ["fake"])) for _ in range(200)])
    yield Figure(f"reminders/empty-look-{database.dialect}", empty * 1000, 1.0, "ms, a million ahead")


def _all_told(database: Database) -> None:
    told = [one for one, _ in claim_and_mark(database)]
    assert len(told) == len(set(told)) == DUE, len(told)


def _bursts(database: Database, beside: str) -> Iterator[Figure]:
    """All at one instant: claimed and marked, in APScheduler's own store, and told the whole way.

    Lateness ends where somebody may begin to tell: with the claim here, with the start of the job's function there.
    Making the text and sending it comes after both, and is measured by itself.
    """
    name = database.dialect
    size = BURST[name]
    swept(database)
    add_due(database, size)
    late, held = asyncio.run(burst.claimed(database))
    assert len(late) == size, len(late)
    theirs, stood, missed = asyncio.run(burst.apscheduler(beside, size))
    note = (
        f"{size} at once, each until it is handed out (ours claimed, {AT_ONCE} at a time; theirs begun as a job with a "
        f"grace of an hour): {_p99(late):.2f} s against {_p99(theirs):.2f}; missed: none, theirs {missed}"
    )
    yield Figure(f"reminders/burst-p99-{name}", _p99(late) / _p99(theirs), 0.05, note)
    note = f"seconds of work; {held.waited:.3f} by the clock, theirs {stood.waited:.1f}"
    yield Figure(f"reminders/burst-loop-held-{name}", held.worked, 0.05, note)
    add_due(database, WHOLE)
    number, took, held = asyncio.run(burst.told(database))
    assert number == WHOLE, number
    note = f"seconds of work; {held.waited:.3f} by the clock; {WHOLE / took:.0f} people told in a second"
    yield Figure(f"reminders/told-loop-held-{name}", held.worked, 0.05, note)


def _side_by_side(database: Database) -> Iterator[Figure]:
    """The same by one, two and four processes: each person once, and the time against that of one."""
    times = {number: _shared(database, number) for number in (1, 2, 4)}
    for number in (2, 4):
        note = f"{times[number]:.2f} s against {times[1]:.2f} of one; 10,000 people, each once"
        yield Figure(f"reminders/processes-{number}", times[number] / times[1], None, note)


def _shared(database: Database, number: int) -> float:
    """The seconds that so many processes take."""
    add_due(database, DUE)
    workers = [_worker(database.url.render_as_string(hide_password=False)) for _ in range(number)]
    start = perf_counter()
    for worker in workers:
        _input(worker, "go")
    told = [one for worker in workers for one in json.loads(_line(worker))["told"]]
    took = perf_counter() - start
    assert len(told) == len(set(told)) == DUE, (len(told), len(set(told)))
    return took


def _worker(url: str) -> subprocess.Popen[str]:
    """A process that is about to claim."""
    command = [sys.executable, "-m", "bench.claiming", url]
    worker = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert _line(worker).strip() == "ready"
    return worker


def _line(worker: subprocess.Popen[str]) -> str:
    assert worker.stdout is not None
    return worker.stdout.readline()


def _input(worker: subprocess.Popen[str], words: str) -> None:
    assert worker.stdin is not None
    worker.stdin.write(f"{words}\n")
    worker.stdin.flush()


def _memory(database: Database, empty: str) -> Figure:
    """What a worker takes beside a million reminders ahead, against none."""
    other = open_database(empty)
    migrate(other)
    other.close()
    taken = []
    for url in (database.url.render_as_string(hide_password=False), empty):
        worker = _worker(url)
        _input(worker, "go")
        taken.append(json.loads(_line(worker))["kilobytes"])
    note = f"{taken[0] / 1024:.0f} MB with a million ahead, {taken[1] / 1024:.0f} with none"
    return Figure("reminders/memory", taken[0] / taken[1], 1.1, note)


def _kills(database: Database) -> Iterator[Figure]:
    """The whole way by four processes that are killed at random; the platform fails, hangs and asks for pauses."""
    add_due(database, WHOLE)
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        told = under_kills(database, Path(folder) / "platform.jsonl", max(4, WHOLE // 75), 60 + WHOLE / 5)
    missed, twice = WHOLE - len(told.taken), sum(one > 1 for one in told.settled.values())
    said = f"{WHOLE} due of a million, {told.killed} workers killed: {missed} missed, {twice} kept as sent twice, "
    died = f"{told.repeated} repeated whose answer died with a worker"
    yield Figure("reminders/kills-wrong", missed + twice, 0.0, said + died)
    yield Figure("reminders/kills-repeated", told.repeated / (told.killed * SIDE_BY_SIDE), 1.0, "of what kills can hit")


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
        db.execute(insert(reminders), [row(1 + n, start + gap) for n, gap in enumerate(gaps)])
    late: list[float] = []
    asleep = threading.Event()
    while len(late) < len(gaps):
        now = datetime.now(UTC)
        with database.write() as db:
            people = delivery.claim(db, now, ["fake"], "bench", limit=AT_ONCE)
            ids = due_ids(db, people, now)
            delivery.mark(db, people, ids, now, "fake", "ok")
            delivery.release(db, "bench", people)
            at = list(db.scalars(select(reminders.c.due_at).where(among(db, reminders.c.id, ids))))
        late += [(datetime.now(UTC) - one).total_seconds() for one in at]
        if wait == "second":
            asleep.wait(1.0)
        elif not people:
            with database.glance() as db:
                look = delivery.next_look(db, ["fake"]) or now
            asleep.wait(max(0.0, (look - datetime.now(UTC)).total_seconds()))
    return late
