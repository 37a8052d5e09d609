"""`jobbot backup` and `jobbot restore`: all comes back, on either kind of database, while a chat goes on."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import app, backup, restore
from bot.settings import Settings
from storage import migrations, models, snapshot
from storage.columns import metadata
from storage.database import Database, migrate, open_database
from tests.backups import filled, kept, put_back, rows
from tests.checkout import ROOT
from tests.house import House
from tests.process import Process
from tools.result import Refusal


def test_all_comes_back(house: House) -> None:
    before = rows(filled(house))
    files = {path for path in house.settings.data_dir.rglob("*.json")}
    path = kept(house)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600 and len(files) == 1
    house.say("/delete all", user="other")
    house.say("/log Later, Cook")
    for file in files:
        file.write_text("spoilt")
    said = put_back(house, path)
    assert rows(house) == before
    assert "2 people, 2 applications" in said and "before-restore" in said
    assert json.loads(files.pop().read_text())["version"] == 1
    # No id is given out twice, and the talk goes on.
    assert "Logged" in house.say("/log Next, Cook", user="other").text
    assert house.applications(user="other")[-1]["id"] > 3 and "Stripe" in house.say("/find").text


def test_what_was_there_before_is_kept(house: House) -> None:
    path = kept(filled(house))
    house.say("/log Later, Cook")
    later = rows(house)
    put_back(house, path)
    (again,) = house.settings.data_dir.glob("before-restore-*.zip")
    put_back(house, again)
    assert rows(house) == later
    with zipfile.ZipFile(again) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".zip")]


def test_from_one_kind_of_database_to_the_other(house: House, blank_url: str, tmp_path: Path) -> None:
    before = rows(filled(house))
    path = kept(house)
    other = replace(house.settings, data_dir=tmp_path / "other", database_url=blank_url)
    restore.restore(other, str(path), sure=False)
    moved = House(blank_url, tmp_path / "other")
    assert rows(moved) == before
    assert "Logged" in moved.say("/log Next, Cook").text
    moved.close()


def test_a_backup_of_an_earlier_version(blank_url: str, tmp_path: Path, database: Database) -> None:
    old = open_database(blank_url)
    with old.migrating() as db:
        migrations.bring_up(db, "0001")
        db.execute(text("INSERT INTO users (id, created_at, timezone, morning, quiet_from, quiet_to, digest,"
                        " digest_weekday, follow_up_days, working_days_after, offline)"
                        " VALUES (7, '2026-11-01 10:00:00', 'UTC', '09:00', '21:00', '08:00', 'off',"
                        " 0, '[7, 14, 30]', 5, false)"))  # fmt: skip
    old.close()
    path = tmp_path / "old.zip"
    backup.back_up(Settings(tmp_path, blank_url, offline=True), str(path))
    url = database.url.render_as_string(hide_password=False)
    restore.restore(Settings(tmp_path, url, offline=True), str(path), sure=True)
    with database.read() as db:
        assert migrations.revision(db) == migrations.HEAD
        assert db.scalar(models.users.select().with_only_columns(models.users.c.id)) == 7


def test_every_kind_of_column_can_be_kept() -> None:
    kinds = {type(column.type).__name__ for table in metadata.tables.values() for column in table.columns}
    assert kinds <= {
        "BigInteger", "Boolean", "Date", "Float", "Integer", "JSON", "LargeBinary", "Money", "String", "UtcDateTime",
        "Words",
    }, "storage/snapshot.py has to know how a value of this type is written"  # fmt: skip


def test_a_chat_goes_on_during_a_backup_and_after_a_restore(tmp_path: Path) -> None:
    chat = Process(tmp_path)
    chat.say("/log Stripe, Cook")
    settings = Settings(tmp_path, f"sqlite:///{tmp_path}/jobbot.db", offline=True)
    backup.back_up(settings, str(tmp_path / "kept.zip"))
    assert "Logged" in chat.say("/log Acme, Cook").text
    restore.restore(settings, str(tmp_path / "kept.zip"), sure=True)
    assert [job["company"] for job in chat.applications()] == ["Stripe"]
    assert "Logged" in chat.say("/log Hooli, Cook").text
    assert chat.close() == 0


def test_nothing_to_back_up_and_nowhere_to_write(tmp_path: Path) -> None:
    settings = Settings(tmp_path, f"sqlite:///{tmp_path}/jobbot.db", offline=True)
    with pytest.raises(Refusal, match="nothing to back up"):
        backup.back_up(settings, str(tmp_path / "kept.zip"))
    app.build(settings).close()
    with pytest.raises(Refusal, match=r"cannot write .*nowhere"):
        backup.back_up(settings, str(tmp_path / "nowhere" / "kept.zip"))
    assert sorted(path.name for path in tmp_path.glob("*.zip*")) == []


def test_through_the_pipes(tmp_path: Path) -> None:
    """As a container is backed up: to standard output and from standard input."""
    environment = {**os.environ, "JOBBOT_OFFLINE": "1", "JOBBOT_DATA_DIR": str(tmp_path / "one")}
    command = [sys.executable, "-m", "bot"]
    subprocess.run([*command, "seed", "--applications", "5"], cwd=ROOT, env=environment, check=True)
    saved = subprocess.run([*command, "backup", "-"], cwd=ROOT, env=environment, check=True, capture_output=True)
    assert b"1 person, 5 applications" in saved.stderr
    environment["JOBBOT_DATA_DIR"] = str(tmp_path / "two")
    subprocess.run([*command, "restore", "-"], cwd=ROOT, env=environment, check=True, input=saved.stdout)
    database = open_database(f"sqlite:///{tmp_path}/two/jobbot.db")
    migrate(database)
    with database.read() as db:
        assert len(list(snapshot.dump(db, next(t for t in snapshot.tables(db) if t.name == "applications")))) == 5
    database.close()
