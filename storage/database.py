"""Opens the database, hands out transactions, and says in words what is wrong with it; knows no table."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from storage import migrations
from storage.liveness import watch_idle
from storage.prepared import said
from storage.problems import DatabaseProblem, explain, explain_os

__all__ = ["Database", "DatabaseProblem", "migrate", "open_database"]


class Database:
    """One opened database: `read()` and `write()` each give a Connection inside a transaction, `glance()` one without.

    A write on SQLite takes the write lock at its start (BEGIN IMMEDIATE), so that it never fails half-way for
    another writer; within this process writers queue up on a lock. Reads run beside it.
    """

    def __init__(self, engine: Engine, url: URL, busy_timeout: float) -> None:
        self.engine = engine
        self.url = url
        self.dialect = engine.dialect.name
        self.in_memory = self.dialect == "sqlite" and _is_memory(url)
        self._busy_timeout = busy_timeout
        self._writer = threading.Lock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads; raises DatabaseProblem for what the person can mend."""
        # The one connection of an in-memory database cannot hold two transactions.
        with self._queue() if self.in_memory else nullcontext(), self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: commits at the end, rolls back on any exception."""
        queue = self._queue() if self.dialect == "sqlite" else nullcontext()
        with queue, self._transaction(writes=True) as connection:
            yield connection

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """A connection for one statement that reads, with no transaction around it: to PostgreSQL one word, not three.

        Raises DatabaseProblem for what the person can mend.
        """
        with self._queue() if self.in_memory else nullcontext(), self._connected() as connection:
            if self.dialect == "postgresql":
                connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """A transaction that changes tables: on SQLite, which copies them for that, rows do not go by cascade."""
        if self.dialect != "sqlite":
            with self.write() as connection:
                yield connection
            return
        with self._queue(), self._transaction(writes=True, foreign_keys=False) as connection:
            yield connection

    def close(self) -> None:
        """Gives back all connections; the object is not used afterwards."""
        self.engine.dispose()

    def _queue(self) -> AbstractContextManager[None]:
        return _held(self._writer, self._busy_timeout)

    @contextmanager
    def _transaction(self, *, writes: bool, foreign_keys: bool = True) -> Iterator[Connection]:
        with self._connected() as connection, _foreign_keys(connection, on=foreign_keys):
            if self.dialect == "postgresql" and not writes:
                # One snapshot for all statements of a read, as SQLite gives it.
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                if self.dialect == "sqlite":
                    # By the usual way, a word without rows costs half as much as a statement that reads.
                    said(connection, "BEGIN IMMEDIATE" if writes else "BEGIN")
                yield connection

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        try:
            with self.engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            problem = explain(error, self.url)
            if problem is None:
                raise
            raise problem from error


@contextmanager
def _held(lock: threading.Lock, timeout: float) -> Iterator[None]:
    if not lock.acquire(timeout=timeout):
        raise DatabaseProblem("The database is busy: another change is still being written. Try again in a moment.")
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _foreign_keys(connection: Connection, *, on: bool) -> Iterator[None]:
    """Turns SQLite's foreign keys off for a while: it listens only outside of a transaction."""
    if on:
        yield
        return
    said(connection, "PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        said(connection, "PRAGMA foreign_keys = ON")


def open_database(url: str, *, busy_timeout: float = 10.0) -> Database:
    """Opens `sqlite:///path`, `sqlite://` (in memory) or `postgresql://…` (through psycopg 3); no table is made.

    `busy_timeout`: seconds to wait for another writer. Raises DatabaseProblem for a URL that means no database.
    """
    try:
        parsed = _with_driver(make_url(url))
        engine = _sqlite_engine(parsed, busy_timeout) if _is_sqlite(parsed) else _postgres_engine(parsed)
    except OSError as error:
        raise explain_os(error, error.filename or "The folder of the database") from error
    except (SQLAlchemyError, ValueError) as error:
        raise DatabaseProblem("JOBBOT_DATABASE_URL is no sqlite:/// or postgresql:// address. Correct it.") from error
    return Database(engine, parsed, busy_timeout)


def migrate(database: Database) -> None:
    """Brings the tables up to this program's revision; raises DatabaseProblem for a newer database.

    Several processes may do so at once. A database that is up to date is only read.
    """
    with database.read() as db:
        if migrations.revision(db) == migrations.HEAD:
            return
    with database.migrating() as db:
        migrations.bring_up(db)


def _with_driver(url: URL) -> URL:
    backend = url.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if backend == "sqlite":
        return url.set(drivername="sqlite+pysqlite")
    raise DatabaseProblem(f"{backend} is no database that this program knows: use sqlite:/// or postgresql://.")


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _is_memory(url: URL) -> bool:
    return url.database in (None, "", ":memory:")


def _postgres_engine(url: URL) -> Engine:
    engine = create_engine(url, pool_size=10, max_overflow=20)
    # Several rows go in one statement, as all other drivers of the library do it: one round trip instead of four.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    watch_idle(engine)
    return engine


def _sqlite_engine(url: URL, busy_timeout: float) -> Engine:
    if _is_memory(url):
        engine = create_engine(url, poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        _make_folder(url)
        engine = create_engine(url)
    _prepare_sqlite(engine, busy_timeout)
    return engine


def _make_folder(url: URL) -> None:
    if url.database and not url.database.startswith("file:"):
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)


def _prepare_sqlite(engine: Engine, busy_timeout: float) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # The driver's own BEGIN comes late and is never IMMEDIATE: each transaction says it itself.
        connection.isolation_level = None
        connection.create_function("casefold", 1, _casefold, deterministic=True)
        connection.create_function("words_of", 1, _words_of, deterministic=True)
        connection.execute(f"PRAGMA busy_timeout = {int(busy_timeout * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")


def _casefold(text: str | None) -> str | None:
    return None if text is None else text.casefold()


def _words_of(text: str | None) -> str:
    """The words of a text in small letters, as a JSON list."""
    return json.dumps(re.findall(r"[\w+#]+", (text or "").lower()))
