"""`jobbot backup`: one file with all rows and all files, the same of either kind of database."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Literal

from pydantic import AwareDatetime, BaseModel
from sqlalchemy import Connection, Table

from bot import app
from bot.settings import DATABASE, Settings
from storage import migrations, snapshot
from storage.database import Database
from tools.receipts import counted
from tools.result import Refusal

MANIFEST = "backup.json"
ROWS = "rows"
FILES = "files"
STANDARD = "-"


class Part(BaseModel):
    """A table in a backup: its columns in the order of the lines, how many rows, and how far its key has counted."""

    columns: list[str]
    rows: int
    counter: int


class Manifest(BaseModel):
    """What a backup says of itself."""

    jobbot_backup: Literal[1]
    made_at: AwareDatetime
    revision: str
    tables: dict[str, Part]

    @property
    def words(self) -> str:
        """When it was made and what is in it."""
        people, jobs = (self.tables[name].rows if name in self.tables else 0 for name in ("users", "applications"))
        return f"{self.made_at:%-d %B %Y, %H:%M} UTC: {people_words(people)}, {counted(jobs)}"


def people_words(number: int) -> str:
    """ "1 person", "3 people"."""
    return "1 person" if number == 1 else f"{number} people"


def back_up(settings: Settings, target: str) -> str:
    """Write everything to a file, or to standard output for `-`; say what is in it. The program may go on running.

    Raises Refusal, DatabaseProblem.
    """
    database = app.open_data(settings)
    try:
        with _written(target) as file:
            manifest = write(database, settings.data_dir, file, datetime.now(UTC))
    finally:
        database.close()
    return f"Backed up to {target}. It holds the data of {manifest.words}."


def write(database: Database, folder: Path, file: IO[bytes], now: datetime) -> Manifest:
    """The same to an open file, from an open database and the data folder, at the instant `now`."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with database.read() as db:
            revision = migrations.revision(db)
            if revision is None:
                raise Refusal("There is nothing to back up yet.")
            parts = {table.name: _write_table(archive, db, table) for table in snapshot.tables(db)}
        for path in _files(folder):
            archive.write(path, f"{FILES}/{path.relative_to(folder).as_posix()}")
        manifest = Manifest(jobbot_backup=1, made_at=now, revision=revision, tables=parts)
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))
    return manifest


def _write_table(archive: zipfile.ZipFile, db: Connection, table: Table) -> Part:
    rows = 0
    with archive.open(f"{ROWS}/{table.name}.jsonl", "w", force_zip64=True) as member:
        for line in snapshot.dump(db, table):
            member.write(line.encode() + b"\n")
            rows += 1
    return Part(columns=list(table.columns.keys()), rows=rows, counter=snapshot.counter(db, table))


def _files(folder: Path) -> Iterator[Path]:
    """What lies in the data folder besides the database, backups and files of the moment."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        ours = path.parent == folder and path.name.startswith(DATABASE)
        if path.is_file() and not path.is_symlink() and not hidden and not ours and not _is_backup(path):
            yield path


def _is_backup(path: Path) -> bool:
    """A backup in the data folder is no part of the next one, or each would hold all that went before."""
    try:
        with zipfile.ZipFile(path) as archive:
            return MANIFEST in archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


@contextmanager
def _written(target: str) -> Iterator[IO[bytes]]:
    """A file that nobody else may read and that is there whole or not at all; standard output for `-`."""
    if target == STANDARD:
        yield sys.stdout.buffer
        return
    path = Path(target)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "that is no name of a file"
        raise Refusal(f"I cannot write {target}: {reason}. Name another file.") from None
    finally:
        part.unlink(missing_ok=True)
