"""A change of status with its history row, as the product writes it, against SQLAlchemy's async ORM."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.orm import registry

from agent.bridge import Bridge
from bench.measure import Figure, against
from storage import applications, models, progress, users
from storage.database import Database, migrate, open_database
from storage.journal import Journal
from storage.records import Entry
from storage.status import Status
from tests.databases import postgres_database, postgres_server

START = datetime(2026, 11, 20, 10, tzinfo=UTC)
MOVES = 20  # of a round: short ones, so that what else the machine does falls on both
ROUNDS = 35
GOALS = {"sqlite": 0.45, "postgresql": 0.70}
Move = Callable[[int], Awaitable[None]]


class Application:
    """The peer's entity of an application."""

    id: int
    user_id: int
    status: str
    updated_at: datetime
    last_event_at: datetime


class Step:
    """The peer's entity of an entry of the history."""

    def __init__(self, application: Application, status: str, at: datetime) -> None:
        self.user_id, self.application_id = application.user_id, application.id
        self.status, self.at, self.source = status, at, "user"


def run() -> Iterator[Figure]:
    """On SQLite in a file, both with the same settings, and on PostgreSQL."""
    mapper = registry()
    mapper.map_imperatively(Application, models.applications)
    mapper.map_imperatively(Step, models.history)
    with tempfile.TemporaryDirectory(prefix="jobbot-bench-") as folder:
        path = Path(folder) / "jobbot.db"
        yield _measured(f"sqlite:///{path}", f"sqlite+aiosqlite:///{path}")
    with postgres_server() as server, postgres_database(server, "jobbot_bench") as url:
        yield _measured(url, url)


def _measured(url: str, peers_url: str) -> Figure:
    database = open_database(url)
    if database.dialect == "sqlite":
        # The wait for the disk, the same for both, is left out.
        event.listen(database.engine, "connect", lambda made, _: made.execute("PRAGMA synchronous = NORMAL"))
    migrate(database)
    bridge = Bridge(workers=1)
    with _runner(peers_url) as (runner, engine):
        ours = _ours(database, bridge, *_person(database))
        theirs = _theirs(engine, _person(database)[1])
        ratio, own, other = against(_round(runner, ours), _round(runner, theirs), ROUNDS)
    bridge.close()
    database.close()
    note = f"{own * 1000 / MOVES:.2f} and {other * 1000 / MOVES:.2f} ms; ours with Undo and audit"
    return Figure(f"move-{database.dialect}/async-orm", ratio, GOALS[database.dialect], note)


@contextmanager
def _runner(url: str) -> Iterator[tuple[asyncio.Runner, AsyncEngine]]:
    engine = create_async_engine(url)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine.sync_engine, "connect")
        def on_connect(connection, _):  # type: ignore[no-untyped-def]
            # As the product's own connections here.
            for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", "busy_timeout = 10000"):
                connection.execute(f"PRAGMA {pragma}")

    with asyncio.Runner() as runner:
        yield runner, engine
        runner.run(engine.dispose())


def _person(database: Database) -> tuple[int, int]:
    """A new person with one application: their ids."""
    with database.write() as db:
        number = len(users.all_users(db))
        user = users.ensure_user(db, "bench", f"u{number}", START)
        journal = Journal(db, user.id)
        application = applications.add(journal, "Acme", Status.APPLIED, START, title="Cook")
        journal.close(START, "bench", None, [], "")
    return user.id, application.id


def _ours(database: Database, bridge: Bridge, user_id: int, application_id: int) -> Move:
    statuses = cycle([Status.INTERVIEW, Status.OFFER])

    def move(number: int) -> None:
        at, status = START + timedelta(seconds=number), next(statuses)
        with database.write() as db:
            journal = Journal(db, user_id)
            progress.set_status(journal, application_id, Entry(status, at))
            audited = [("status", {"status": str(status)}, "done", str(status))]
            journal.close(at, "bench", None, [], str(status), audited)

    async def moved(number: int) -> None:
        await bridge.run(move, number)

    return moved


def _theirs(engine: AsyncEngine, application_id: int) -> Move:
    sessions = async_sessionmaker(engine)
    statuses = cycle(["interview", "offer"])

    async def moved(number: int) -> None:
        at, status = START + timedelta(seconds=number), next(statuses)
        async with sessions() as session, session.begin():
            application = await session.get_one(Application, application_id)
            application.status, application.updated_at, application.last_event_at = status, at, at
            session.add(Step(application, status, at))

    return moved


def _round(runner: asyncio.Runner, move: Move) -> Callable[[], None]:
    numbers = count()

    async def moves() -> None:
        for _ in range(MOVES):
            await move(next(numbers))

    return lambda: runner.run(moves())
