"""A database with a million reminders ahead, filled within the database itself; what is due is added by the benches."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, insert, literal, literal_column, select, text, true

from storage.database import Database, migrate, open_database
from storage.models import accounts, reminders, users
from tests.scheduler.crew import NOW

# JOBBOT_PENDING=100000 is a quick look.
PENDING = int(os.environ.get("JOBBOT_PENDING", "1000000"))
PEOPLE = max(20_000, PENDING // 5)


@contextmanager
def filled(url: str) -> Iterator[Database]:
    """The database, with people whom the channel `fake` reaches, until the end."""
    database = open_database(url)
    migrate(database)
    with database.write() as db:
        if database.dialect == "postgresql":
            # What is added here needs no checks: they would take longer than all that is measured.
            db.execute(text("SET LOCAL session_replication_role = replica"))
        db.execute(insert(users), [{"id": 1, "created_at": NOW, "digest": "off"}])
        db.execute(insert(accounts), [{"user_id": 1, "channel": "fake", "account": "1", "last_used_at": NOW}])
        db.execute(insert(reminders), [row(1, NOW + timedelta(days=30))])
        _multiply(db, users, PEOPLE, id="n")
        _multiply(db, accounts, PEOPLE, user_id="n", account="CAST(n AS text)")
        later = {"postgresql": "due_at + n * interval '1 second'"}
        shifted = later.get(database.dialect, "strftime('%Y-%m-%d %H:%M:%f000', due_at, '+' || n || ' seconds')")
        _multiply(db, reminders, PENDING, user_id=f"1 + n % {PEOPLE}", due_at=shifted)
    swept(database)
    yield database
    database.close()


def swept(database: Database) -> None:
    """Rest after many changes, as a running server finds it: dead rows gone, statistics fresh."""
    if database.dialect == "postgresql":
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _multiply(db: Connection, table: Table, number: int, **differs: str) -> None:
    """Makes the one row of a table so many; `differs` says in SQL what depends on the number `n` of a row."""
    first = select(literal(2).label("n")).cte("numbers", recursive=True)
    numbers = first.union_all(select(first.c.n + 1).where(first.c.n < number))
    wanted = [column for column in table.c if column.name != "id" or "id" in differs]
    chosen = [literal_column(differs[one.name]) if one.name in differs else one for one in wanted]
    db.execute(insert(table).from_select(wanted, select(*chosen).select_from(table.join(numbers, true()))))


def row(person: int, due: datetime, words: str = "x") -> dict[str, object]:
    """A reminder of a person's own, for an hour that they named."""
    own = {"kind": "custom", "text": words, "named_hour": True}
    return {**own, "user_id": person, "due_at": due, "created_at": NOW}


def add_due(database: Database, number: int, due: datetime = NOW) -> None:
    """One reminder each for so many people."""
    with database.write() as db:
        db.execute(insert(reminders), [row(1 + n, due, f"thing {1 + n}") for n in range(number)])
