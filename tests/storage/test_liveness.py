"""A connection that ended while nobody used it is replaced before the next transaction, and nobody notices."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from storage import liveness
from storage.database import Database, open_database


def pids(database: Database, number: int) -> set[int]:
    """The server's processes behind so many transactions at once."""
    if not number:
        return set()
    with database.read() as db:
        return {int(db.scalar(text("SELECT pg_backend_pid()")) or 0), *pids(database, number - 1)}


def ended_by_server(database: Database, processes: set[int]) -> None:
    """The server ends these connections, as a restart would."""
    other = open_database(database.url.render_as_string(hide_password=False))
    with other.write() as db:
        for process in processes:
            assert db.scalar(text("SELECT pg_terminate_backend(:process, 5000)"), {"process": process})
    other.close()


def test_all_connections_ended_by_the_server(postgres_empty: Database) -> None:
    before = pids(postgres_empty, 4)
    assert len(before) == 4
    ended_by_server(postgres_empty, before)
    assert not pids(postgres_empty, 4) & before


def test_one_that_stands_is_used_again(postgres_empty: Database) -> None:
    before = pids(postgres_empty, 4)
    assert pids(postgres_empty, 1) <= before


def test_a_long_idle_one_is_asked(postgres_empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pids(postgres_empty, 4)
    monkeypatch.setattr(liveness, "IDLE", 0.0)
    assert pids(postgres_empty, 1) <= before
    monkeypatch.setattr(postgres_empty.engine.dialect, "do_ping", lambda connection: False)
    assert not pids(postgres_empty, 4) & before


def test_a_long_idle_one_that_does_not_answer(postgres_empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pids(postgres_empty, 4)
    monkeypatch.setattr(liveness, "IDLE", 0.0)

    def silent(_connection: object) -> bool:
        raise postgres_empty.engine.dialect.loaded_dbapi.OperationalError("no answer")

    monkeypatch.setattr(postgres_empty.engine.dialect, "do_ping", silent)
    assert not pids(postgres_empty, 4) & before
