"""`jobbot restore`: what a backup holds, in the place of what is there; all of it or nothing."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import ValidationError
from sqlalchemy import Connection, Table, func, select

from bot import app
from bot.backup import FILES, MANIFEST, ROWS, STANDARD, Manifest, back_up, people_words
from bot.settings import DATABASE, Settings
from storage import migrations, snapshot
from storage.database import Database
from storage.models import users
from tools.result import Refusal

UNCHANGED = "Nothing was changed."
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, NotImplementedError, RuntimeError)


def restore(settings: Settings, source: str, *, sure: bool) -> str:
    """Put the backup in the place of all data; standard input for `-`. What was there is backed up first.

    Without `sure` a person at a terminal is asked where there is something to lose. Raises Refusal, DatabaseProblem.
    """
    app.make_room(settings)
    with _opened(source, settings.data_dir) as archive:
        manifest = _manifest(archive, source)
        database = app.open_data(settings)
        try:
            kept = _make_sure(settings, database, manifest, sure=sure)
            try:
                _replace(database, settings.data_dir, archive, manifest, source)
            except Exception:
                if kept is not None:
                    kept.unlink()
                raise
        finally:
            database.close()
    before = f" What was there before is kept in {kept}." if kept else ""
    return f"Restored the backup of {manifest.words}.{before}"


@contextmanager
def _opened(source: str, folder: Path) -> Iterator[zipfile.ZipFile]:
    with _readable(source, folder) as file:
        try:
            archive = zipfile.ZipFile(file)
        except DAMAGED:
            raise _none(source) from None
        with archive:
            yield archive


@contextmanager
def _readable(source: str, folder: Path) -> Iterator[IO[bytes]]:
    """The file; standard input is kept in a folder for a while, for a backup is not read from front to back."""
    if source != STANDARD:
        with ExitStack() as stack:
            try:
                file = stack.enter_context(open(source, "rb"))
            except (OSError, ValueError) as error:
                reason = error.strerror if isinstance(error, OSError) else "that is no name of a file"
                raise Refusal(f"I cannot read {source}: {reason}. {UNCHANGED}") from None
            yield file
        return
    with tempfile.TemporaryFile(prefix=".restore-", dir=folder) as kept:
        shutil.copyfileobj(sys.stdin.buffer, kept)
        yield kept


def _none(source: str) -> Refusal:
    return Refusal(f"{source} is no backup of jobbot, or only a part of one. {UNCHANGED}")


def _manifest(archive: zipfile.ZipFile, source: str) -> Manifest:
    """What the backup says of itself, after all of it was looked at: every part is there and as it was written."""
    try:
        manifest = Manifest.model_validate_json(archive.read(MANIFEST))
    except ValidationError:
        raise Refusal(f"{source} was made by a newer version of jobbot: update it first. {UNCHANGED}") from None
    except DAMAGED:
        raise _none(source) from None
    try:
        broken = archive.testzip()
    except DAMAGED:
        broken = "one of its parts"
    if broken is not None:
        raise Refusal(f"{source} is damaged in {broken}: take another backup. {UNCHANGED}")
    return manifest


def _make_sure(settings: Settings, database: Database, manifest: Manifest, *, sure: bool) -> Path | None:
    """Ask before something is lost, and back it up; the path of that backup, None where there was nothing."""
    people = _people(database)
    if not people:
        return None
    if not sure:
        there = f"the data of {people_words(people)}"
        if not sys.stdin.isatty():
            raise Refusal(f"This would replace {there}. Say --yes if that is meant. {UNCHANGED}")
        print(f"This replaces {there} by the backup of {manifest.words}.")
        if not _agrees():
            raise Refusal(UNCHANGED)
    kept = settings.data_dir / f"before-restore-{datetime.now(UTC):%Y%m%d-%H%M%S}.zip"
    back_up(settings, str(kept))
    return kept


def _agrees() -> bool:
    try:
        return input("Type yes to go on: ").strip().casefold() in ("yes", "y")
    except EOFError:
        return False


def _people(database: Database) -> int:
    with database.read() as db:
        return 0 if migrations.revision(db) is None else db.scalar(select(func.count()).select_from(users)) or 0


def _replace(database: Database, folder: Path, archive: zipfile.ZipFile, manifest: Manifest, source: str) -> None:
    """Rows in one transaction, files after it from a place where they are all there already."""
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=folder) as waiting:
        try:
            ready = _unpack(archive, Path(waiting))
            with database.migrating() as db:
                _load(db, archive, manifest)
        except snapshot.BadSnapshot as problem:
            raise Refusal(f"{source} cannot be restored: {problem}. {UNCHANGED}") from None
        for name in ready:
            (folder / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            (Path(waiting) / name).replace(folder / name)


def _unpack(archive: zipfile.ZipFile, waiting: Path) -> list[PurePosixPath]:
    """The files of the backup in a folder for a while; their names are others' words and may not lead out of it."""
    names = []
    for member in archive.infolist():
        top, *parts = PurePosixPath(member.filename).parts
        if top != FILES or member.is_dir():
            continue
        if not parts or ".." in parts or parts[0].startswith((DATABASE, ".", "/")):
            raise snapshot.BadSnapshot(f"it holds a file of a name that I do not take: {member.filename[:60]}")
        name = PurePosixPath(*parts)
        (waiting / name).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with archive.open(member) as packed, open(waiting / name, "wb") as file:
            (waiting / name).chmod(0o600)
            shutil.copyfileobj(packed, file)
        names.append(name)
    return names


def _load(db: Connection, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """All rows into tables made anew at the backup's revision, and then those brought up to this program's."""
    snapshot.clear(db, manifest.revision)
    found = snapshot.tables(db)
    if {table.name for table in found} != set(manifest.tables):
        raise snapshot.BadSnapshot("it does not have the tables that it should have")
    for table in found:
        _load_table(db, archive, manifest, table)
    snapshot.check(db)
    migrations.bring_up(db)


def _load_table(db: Connection, archive: zipfile.ZipFile, manifest: Manifest, table: Table) -> None:
    part = manifest.tables[table.name]
    try:
        with archive.open(f"{ROWS}/{table.name}.jsonl") as member:
            lines = (line for line in io.TextIOWrapper(member, "utf-8", newline="\n"))
            rows = snapshot.load(db, table, part.columns, lines)
    except (KeyError, UnicodeDecodeError):
        raise snapshot.BadSnapshot(f"its table {table.name} is missing or damaged") from None
    if rows != part.rows:
        raise snapshot.BadSnapshot(f"its table {table.name} has {rows} rows instead of {part.rows}")
    snapshot.count_from(db, table, part.counter)
