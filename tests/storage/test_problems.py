"""A database that cannot be used says in words why, and what to do; nothing is half written."""

from __future__ import annotations

import errno
import os
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError

from storage import applications
from storage.database import Database, DatabaseProblem, migrate, open_database
from storage.filters import Filter, count
from storage.journal import Journal
from storage.problems import explain_os
from storage.status import Status
from storage.users import ensure_user
from tests.storage.search import at, new_search

NOW = at("2026-11-17 12:00")


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, before whom no file is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can see, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="jobbot-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def made(path: Path) -> str:
    """The URL of a migrated database with one person in it."""
    database = open_database(f"sqlite:///{path}")
    migrate(database)
    with database.write() as db:
        ensure_user(db, "stdio", "u1", NOW)
    database.close()
    return f"sqlite:///{path}"


def test_a_read_only_file(open_folder: Path) -> None:
    url = made(open_folder / "jobbot.db")
    (open_folder / "jobbot.db").chmod(0o444)
    with as_nobody(), pytest.raises(DatabaseProblem, match="writ"):
        database = open_database(url)
        migrate(database)
        with database.write() as db:
            ensure_user(db, "stdio", "u2", NOW)


def test_a_read_only_folder(open_folder: Path) -> None:
    (open_folder / "data").mkdir(mode=0o555)
    with as_nobody(), pytest.raises(DatabaseProblem, match="writ"):
        migrate(open_database(f"sqlite:///{open_folder / 'data' / 'jobbot.db'}"))
    with as_nobody(), pytest.raises(DatabaseProblem, match="writ"):
        open_database(f"sqlite:///{open_folder / 'data' / 'deeper' / 'jobbot.db'}")


def test_a_file_opened_for_reading_only(tmp_path: Path) -> None:
    url = made(tmp_path / "jobbot.db").replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    with pytest.raises(DatabaseProblem, match="read-only"), open_database(url).write() as db:
        ensure_user(db, "stdio", "u2", NOW)


def test_locked_by_another_writer(tmp_path: Path) -> None:
    url = made(tmp_path / "jobbot.db")
    other = sqlite3.connect(tmp_path / "jobbot.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database = open_database(url, busy_timeout=0.05)
    with pytest.raises(DatabaseProblem, match="locked by another program"), database.write():
        pass
    with database.read() as db:
        assert db.scalar(text("SELECT count(*) FROM users")) == 1
    other.rollback()
    with database.write() as db:
        ensure_user(db, "stdio", "u2", NOW)
    database.close()
    other.close()


def test_busy_within_this_process(tmp_path: Path) -> None:
    database = open_database(made(tmp_path / "jobbot.db"), busy_timeout=0.05)
    inside, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with database.write():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    inside.wait(10)
    with pytest.raises(DatabaseProblem, match="busy"), database.write():
        pass
    leave.set()
    thread.join()
    database.close()


def test_a_full_disk(tmp_path: Path) -> None:
    database = open_database(made(tmp_path / "jobbot.db"))
    search = new_search(database)
    search.add(Status.SAVED, NOW)
    # One connection is in the pool: what is set on it holds for the next transaction.
    with database.read() as db:
        db.execute(text(f"PRAGMA max_page_count = {db.scalar(text('PRAGMA page_count'))}"))
    with pytest.raises(DatabaseProblem, match="disk is full"), database.write() as db:
        journal = Journal(db, search.user.id)
        for number in range(200):
            applications.add(journal, f"Company {number} " + "x" * 500, Status.SAVED, NOW)
    with database.read() as db:
        assert count(db, search.user.id, Filter()) == 1
    database.close()


def test_not_a_database(tmp_path: Path) -> None:
    (tmp_path / "jobbot.db").write_bytes(b"this is a letter to my aunt" * 100)
    with pytest.raises(DatabaseProblem, match="is not a database of this program"):
        migrate(open_database(f"sqlite:///{tmp_path / 'jobbot.db'}"))


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(DatabaseProblem, match="cannot be opened"):
        migrate(open_database(f"sqlite:///{tmp_path}"))


@pytest.mark.parametrize("url", ["mysql://localhost/x", "nonsense", "postgresql://localhost:port/x", ""])
def test_a_url_that_means_no_database(url: str) -> None:
    with pytest.raises(DatabaseProblem):
        open_database(url)


def test_the_password_is_never_told() -> None:
    database = open_database("postgresql://me:hunter2@127.0.0.1:1/x?connect_timeout=1")
    with pytest.raises(DatabaseProblem, match="cannot be reached") as told, database.read():
        pass
    assert "hunter2" not in str(told.value)


def test_a_postgres_database_that_is_not_there(postgres: str) -> None:
    url = make_url(postgres).set(database="nowhere").render_as_string(hide_password=False)
    with pytest.raises(DatabaseProblem, match="does not exist"), open_database(url).read():
        pass


def test_a_postgres_that_only_reads(postgres_empty: Database) -> None:
    with pytest.raises(DatabaseProblem, match="read-only"), postgres_empty.read() as db:
        ensure_user(db, "stdio", "u1", NOW)


def test_a_fault_of_the_program_stays_what_it_is(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as db:
        db.execute(text("INSERT INTO notes (user_id, application_id, at, text) VALUES (1, 1, '2026-11-01', 'x')"))


def test_an_exception_rolls_back(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as db:
        ensure_user(db, "stdio", "u1", NOW)
        raise RuntimeError
    with database.read() as db:
        assert db.scalar(text("SELECT count(*) FROM users")) == 0


def test_reading_beside_a_writer(database: Database) -> None:
    with database.write() as db:
        ensure_user(db, "stdio", "u1", NOW)
        with database.read() as other:
            assert other.scalar(text("SELECT count(*) FROM users")) == 0


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "read-only"), (errno.EROFS, "read-only"), (errno.EIO, "")],
)
def test_files_that_cannot_be_written(code: int, words: str) -> None:
    assert words in str(explain_os(OSError(code, os.strerror(code)), "/data"))
