"""The doctor before folders, disks and databases that are broken in earnest."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, make_url, text

from bot import app, doctor
from bot.checks import data
from bot.checks.finding import Check
from bot.settings import read
from tests.patients import found, wrong


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Without the rights of an administrator, whom no lock on a folder stops."""
    if os.geteuid() != 0:
        yield
        return
    for parent in [folder, *folder.parents]:
        if parent.stat().st_mode & 0o005 != 0o005 and parent.name.startswith(("pytest", "popen", "test")):
            parent.chmod(parent.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("check", [data.check_disk, data.check_database, data.check_database_quickly])
def test_a_folder_that_may_only_be_read(tmp_path: Path, check: Check) -> None:
    found(tmp_path)  # so that all is imported that is needed
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    with as_nobody(folder):
        (said,) = wrong(folder, checks=(check,))
    assert "read-only" in said and "Make it writable" in said


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    assert all("JOBBOT_DATA_DIR" in said for said in wrong(tmp_path / "data"))


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(data, "TOO_LITTLE", usage.free * 10)
    assert "Free some space" in wrong(tmp_path, checks=(data.check_disk,))[0]
    monkeypatch.setattr(data, "TOO_LITTLE", 0)
    monkeypatch.setattr(data, "LITTLE", usage.free * 10)
    assert found(tmp_path, checks=(data.check_disk,))[0].level == "note"


def test_rights_of_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    assert any("chmod -R go=" in finding.words for finding in found(tmp_path) if finding.level == "note")


def made(folder: Path) -> sqlite3.Connection:
    """A database with its tables, and a connection of another program to it."""
    app.build(read({"JOBBOT_DATA_DIR": str(folder)})).close()
    return sqlite3.connect(folder / "jobbot.db", isolation_level=None)


def test_a_locked_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "PATIENCE", 0.1)
    other = made(tmp_path)
    other.execute("BEGIN IMMEDIATE")
    assert "is locked by another program" in wrong(tmp_path)[0]
    # Somebody writes: that is no reason to start the program anew.
    assert wrong(tmp_path, checks=doctor.QUICK) == []
    other.close()


@pytest.mark.parametrize("content", [b"no database at all, " * 500, b"\x00" * 8192])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "jobbot.db").write_bytes(content)
    assert any("database" in said for said in wrong(tmp_path, checks=doctor.QUICK))


def test_a_damaged_database(tmp_path: Path) -> None:
    other = made(tmp_path)
    other.execute("PRAGMA journal_mode = DELETE")
    other.close()
    path = tmp_path / "jobbot.db"
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 12] = b"\xaa" * 4096 * 9
    path.write_bytes(content)
    assert "damaged" in wrong(tmp_path)[0]


@pytest.mark.parametrize(("revision", "level"), [("9999", "bad"), ("0001", "note")])
def test_tables_of_another_version(tmp_path: Path, revision: str, level: str) -> None:
    other = made(tmp_path)
    other.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    other.close()
    said = [finding for finding in found(tmp_path) if revision in finding.words]
    assert [finding.level for finding in said] == [level]


@contextmanager
def reader(server: str) -> Iterator[bool]:
    """A role that owns nothing, and whether the server asks it for its password: one of our own is told to."""
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        db.execute(text("DROP ROLE IF EXISTS jobbot_reader"))
        db.execute(text("CREATE ROLE jobbot_reader LOGIN PASSWORD 'right'"))
        rules = Path(str(db.execute(text("SHOW hba_file")).scalar()))
        ours = rules.is_file()
        before = rules.read_text() if ours else ""
        if ours:
            rules.write_text(f"local all jobbot_reader scram-sha-256\n{before}")
            db.execute(text("SELECT pg_reload_conf(), pg_sleep(0.2)"))
        yield ours
        if ours:
            rules.write_text(before)
        db.execute(text("DROP ROLE jobbot_reader"))
    engine.dispose()


def test_a_postgresql_that_refuses(postgres: str, tmp_path: Path) -> None:
    def said(**changed: Any) -> str:
        address = make_url(postgres).set(**changed).render_as_string(hide_password=False)
        return " ".join(wrong(tmp_path, JOBBOT_DATABASE_URL=address, checks=(data.check_database,)))

    assert "nowhere" in said(database="nowhere") and "Create it, or check" in said(database="nowhere")
    assert "heck JOBBOT_DATABASE_URL" in said(username="nobody_such")
    assert "cannot be reached" in said(host="127.0.0.1", port=1, query={})
    with reader(postgres) as asks:
        assert "Grant its role the rights" in said(username="jobbot_reader", password="right")
        refused = said(username="jobbot_reader", password="wr0ng")
        assert not asks or "refused the name or password" in refused
        assert "wr0ng" not in refused
