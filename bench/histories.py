"""Made-up job searches of any size, put into a database fast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, timedelta
from itertools import count, islice
from random import Random
from typing import Any

from sqlalchemy import Connection, text

from storage.database import Database
from storage.models import users

# How many of a thousand went which way after they were sent; the rest is still waiting.
ROUTES = (
    (300, ("rejected",)),
    (200, ("screening", "rejected")),
    (100, ("screening", "interview", "rejected")),
    (30, ("screening", "interview", "offer", "accepted")),
    (70, ("ghosted",)),
    (300, ()),
)
FIRST = date(2024, 1, 1)
DAYS = 1000
# Of a larger search so many are made up, and repeated.
BLOCK = 20_000
INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name IN ('applications', 'history') "
    "AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('applications', 'history') "
    "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
}
APPLICATIONS = (
    "id", "user_id", "company", "company_key", "title", "status", "applied_on", "source", "favorite", "archived",
    "muted", "created_at", "updated_at", "last_event_at",
)  # fmt: skip
HISTORY = ("user_id", "application_id", "status", "at", "source")
Row = tuple[Any, ...]


def fill(database: Database, user: int, first_id: int, number: int) -> None:
    """A person with so many applications, whose ids begin with `first_id`; above `BLOCK` a multiple of it."""
    with database.write() as db:
        db.execute(users.insert(), {"id": user, "created_at": datetime(2024, 1, 1, tzinfo=UTC), "timezone": "UTC"})
        with _without_indexes(db) if number > BLOCK else nullcontext():
            made = list(_made(Random(user), user, first_id, min(number, BLOCK)))
            _put(db, "applications", APPLICATIONS, (application for application, _ in made))
            _put(db, "history", HISTORY, (entry for _, entries in made for entry in entries))
            for further in range(BLOCK, number, BLOCK):
                _repeat(db, user, first_id, further)


def _repeat(db: Connection, user: int, first_id: int, further: int) -> None:
    """The first block once more, with ids so much greater: the database does that ten times as fast."""
    for table, columns, key in (("applications", APPLICATIONS, "id"), ("history", HISTORY, "application_id")):
        copied = ", ".join(f"{key} + {further}" if column == key else column for column in columns)
        first = f"user_id = {user} AND {key} >= {first_id} AND {key} < {first_id + BLOCK}"
        columns_ = ", ".join(columns)
        db.execute(text(f"INSERT INTO {table} ({columns_}) SELECT {copied} FROM {table} WHERE {first}"))  # noqa: S608


@contextmanager
def _without_indexes(db: Connection) -> Iterator[None]:
    """Takes the indexes of both tables away and makes them anew behind the rows, which is much faster."""
    found = db.execute(text(INDEXES[db.dialect.name])).all()
    for name, _ in found:
        db.execute(text(f"DROP INDEX {name}"))
    yield
    for _, statement in found:
        db.execute(text(statement))


def _made(random: Random, user: int, first_id: int, number: int) -> Iterator[tuple[Row, list[Row]]]:
    routes, shares = [route for _, route in ROUTES], [share for share, _ in ROUTES]
    for one in islice(count(first_id), number):
        day = FIRST + timedelta(days=random.randrange(DAYS))
        at = sent = datetime(day.year, day.month, day.day, 15, tzinfo=UTC)
        steps = ("applied", *random.choices(routes, shares)[0])
        entries: list[Row] = []
        for status in steps:
            entries.append((user, one, status, at, "user"))
            at += timedelta(hours=random.randrange(10, 400))
        company, source = f"Company {one % 500}", random.choice(("linkedin", "indeed", "referral"))
        facts = (one, user, company, company.lower(), "Line Cook", steps[-1], day, source, False, False, False)
        yield (*facts, sent, sent, entries[-1][3]), entries


def _put(db: Connection, table: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Adds rows as the driver does it fastest."""
    driver: Any = db.connection.driver_connection
    named = f"{table} ({', '.join(columns)})"
    if db.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {named} VALUES ({marks})"  # noqa: S608 (names of our own)
        driver.executemany(statement, (tuple(map(_as_text, row)) for row in rows))
        return
    with driver.cursor().copy(f"COPY {named} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _as_text(value: Any) -> Any:
    """An instant or a day as the product keeps it in SQLite."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}.{value.microsecond:06d}"
    return value.isoformat() if isinstance(value, date) else value


def analyze(database: Database) -> None:
    """Lets the database count what it holds, as it does by itself in time."""
    with database.engine.connect() as db:
        db.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
