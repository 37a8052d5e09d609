"""Databases and disks that fail: it is said in words what to do, and nothing is lost or half kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot import app
from bot.settings import Settings
from storage.database import Database, DatabaseProblem
from storage.migrations import HEAD
from tests.house import House


def full(house: House) -> None:
    """Let the database grow no further."""

    def limit(connection: Any) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    on_the_connection(house, limit)


def on_the_connection(house: House, act: Callable[[Any], None]) -> None:
    """Do something with the one connection that the house writes through."""
    house.restart()
    with house.app.database.engine.connect() as connection:
        act(connection.connection.driver_connection)


def test_a_full_disk_is_said_and_nothing_is_half_kept(sqlite_house: House) -> None:
    sqlite_house.say("/log Stripe, Cook")
    full(sqlite_house)
    told = ""
    for number in range(200):
        told = sqlite_house.say(f"/note {'x' * 3000}, Stripe", event=f"n{number}").text
        if "Noted" not in told:
            break
    assert "The disk is full: nothing was saved" in told
    kept = len(sqlite_house.applications()[0]["notes"])
    sqlite_house.restart()
    assert len(sqlite_house.applications()[0]["notes"]) == kept
    # There is room again, and the platform delivers the message anew: now it is done, once.
    assert "Noted" in sqlite_house.say(f"/note {'x' * 3000}, Stripe", event=f"n{kept}").text
    assert len(sqlite_house.applications()[0]["notes"]) == kept + 1


def test_a_database_that_may_only_be_read(sqlite_house: House) -> None:
    sqlite_house.say("/log Stripe, Cook")
    on_the_connection(sqlite_house, lambda connection: connection.execute("PRAGMA query_only = ON"))
    for text in ("/log Acme, Cook", "/find", "applied to Acme as a cook"):
        heard = sqlite_house.say(text)
        assert "is read-only" in heard.text and "Make the file and its folder writable" in heard.text
        assert heard.labels == []
    sqlite_house.restart()
    assert len(sqlite_house.applications()) == 1


def test_a_database_that_another_program_holds(sqlite_house: House, sqlite_database: Database) -> None:
    sqlite_house.say("/log Stripe, Cook")
    other = sqlite3.connect(str(sqlite_database.url.database), isolation_level=None)
    on_the_connection(sqlite_house, lambda connection: connection.execute("PRAGMA busy_timeout = 50"))
    other.execute("BEGIN IMMEDIATE")
    assert "is locked by another program" in sqlite_house.say("/log Acme, Cook", event="1").text
    other.rollback()
    other.close()
    assert "Logged" in sqlite_house.say("/log Acme, Cook", event="1").text
    assert len(sqlite_house.applications()) == 2


def test_a_database_of_a_newer_program(tmp_path: Path) -> None:
    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'jobbot.db'}", offline=True)
    app.build(settings).close()
    with sqlite3.connect(tmp_path / "jobbot.db") as db:
        assert db.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseProblem, match=r"newer"):
        app.build(settings)


@pytest.mark.parametrize("content", [b"not a database, but a letter to my aunt" * 100, b"\x00" * 4096])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "jobbot.db").write_bytes(content)
    with pytest.raises(DatabaseProblem, match=r"not a database|no database"):
        app.build(Settings(tmp_path, f"sqlite:///{tmp_path / 'jobbot.db'}", offline=True))


def test_an_export_that_cannot_be_written(sqlite_house: House, tmp_path: Path) -> None:
    sqlite_house.say("/log Stripe, Cook")
    (tmp_path / "files").write_text("in the way")
    heard = sqlite_house.say("/export json")
    assert "could not write the file" in heard.text and heard.files == []
