"""The data: its folder, the room on the disk, the database, its version, and whether it takes what is written."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, text

from bot import app
from bot.checks.finding import Finding, Patient, bad, note, ok
from bot.settings import DATABASE, Settings
from storage import migrations
from storage.database import Database, open_database
from storage.problems import DatabaseProblem, explain_os

MEGABYTE = 1_000_000
TOO_LITTLE = 50 * MEGABYTE  # a start, a backup and the log of a transaction want some room
LITTLE = 500 * MEGABYTE
PATIENCE = 2.0  # seconds; somebody waits for the answer


class _TakenBack(Exception):
    """Ends the transaction of a write that was only tried."""


def check_disk(patient: Patient) -> Iterator[Finding]:
    """The data folder can be written, has room, and is nobody else's to read."""
    folder = patient.settings.data_dir
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor-") as file:
            file.write(b"x" * 4096)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield bad(f"data folder: {explain_os(error, str(folder))}")
        return
    if free < TOO_LITTLE:
        yield bad(f"disk: only {free // MEGABYTE} MB are free where {folder} is. Free some space.")
    elif free < LITTLE:
        yield note(f"disk: {free // MEGABYTE} MB are free where {folder} is; that will not last long.")
    else:
        yield ok(f"data folder: {folder}, {free // MEGABYTE} MB free")
    yield from _rights(folder)


def _rights(folder: Path) -> Iterator[Finding]:
    for path in (folder, *sorted(folder.glob(f"{DATABASE}*"))):
        with contextlib.suppress(FileNotFoundError):
            facts = path.stat()
            if facts.st_uid != os.geteuid() and os.geteuid() != 0:
                yield bad(f"rights: {path} belongs to another user. Give it to yours: sudo chown -R $USER '{folder}'")
            elif stat.S_IMODE(facts.st_mode) & 0o077:
                yield note(f"rights: others on this machine may read {path}. Close it: chmod -R go= '{folder}'")


def check_database(patient: Patient) -> Iterator[Finding]:
    """Reachable, ours, whole and writable; nothing is brought up to date or left behind."""
    yield from _asked(patient.settings, thorough=True)


def check_database_quickly(patient: Patient) -> Iterator[Finding]:
    """Reachable and ours; nothing is locked or written."""
    yield from _asked(patient.settings, thorough=False)


def _asked(settings: Settings, *, thorough: bool) -> Iterator[Finding]:
    try:
        app.make_room(settings)
        database = open_database(settings.database_url, busy_timeout=PATIENCE)
        try:
            yield from _about(database, settings, thorough=thorough)
        finally:
            database.close()
    except DatabaseProblem as problem:
        yield bad(f"database: {problem}")


def _about(database: Database, settings: Settings, *, thorough: bool) -> Iterator[Finding]:
    with database.read() as db:
        at, kind = migrations.revision(db), _kind(db)
        damaged = thorough and database.dialect == "sqlite" and db.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if at is not None and not (at == migrations.HEAD or migrations.knows(db, at)):
            newer = f"the tables are of a newer version of jobbot (revision {at}). Update jobbot, or restore a backup."
            yield bad(f"database: {newer}")
            return
    if damaged and damaged != "ok":
        where = settings.data_dir if settings.embedded else kind
        yield bad(f"database: the file in {where} is damaged. Move it away and restore a backup: jobbot restore FILE")
        return
    if thorough:
        _try_to_write(database)
    yield ok(f"database: {kind} can be read{' and written' if thorough else ''}")
    yield _standing(at)


def _standing(at: str | None) -> Finding:
    if at is None:
        return note("migrations: there are no tables yet; the next start makes them.")
    if at != migrations.HEAD:
        return note(f"migrations: the tables are of revision {at}; the next start brings them to {migrations.HEAD}.")
    return ok(f"migrations: the tables are up to date (revision {at})")


def _kind(db: Connection) -> str:
    """Which database this is, with its version."""
    query = "SELECT sqlite_version()" if db.dialect.name == "sqlite" else "SHOW server_version"
    version = str(db.scalar(text(query))).split(" ")[0]
    return f"{'SQLite' if db.dialect.name == 'sqlite' else 'PostgreSQL'} {version}"


def _try_to_write(database: Database) -> None:
    """Raises DatabaseProblem where a table could not be made, as the next version may have to."""
    with contextlib.suppress(_TakenBack), database.write() as db:
        db.execute(text("CREATE TABLE jobbot_doctor (tried INTEGER)"))
        db.execute(text("INSERT INTO jobbot_doctor VALUES (1)"))
        raise _TakenBack
