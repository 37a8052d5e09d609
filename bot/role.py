"""Who sends the reminders: on SQLite one process at a time; on PostgreSQL all that run share the work."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from storage.database import Database


class Role:
    """The scheduler's role while this process holds it; a process that ends, however it ends, gives it back."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor

    def give_back(self) -> None:
        """Let another process take it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def take(database: Database) -> Role | None:
    """The role, or None where another process holds it."""
    path = lock_file(database)
    if path is None:
        return Role()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, str(os.getpid()).encode())
    return Role(descriptor)


def taken(database: Database) -> str:
    """The words for whoever did not get it."""
    path = lock_file(database)
    number = path.read_text("utf-8").strip() if path is not None and path.exists() else ""
    who = f"Another jobbot (process {number})" if number else "Another jobbot"
    return f"{who} sends the reminders from this database. This one works as usual and sends none."


def lock_file(database: Database) -> Path | None:
    """The file beside the database that the holder keeps locked; None where no lock is needed."""
    if database.dialect != "sqlite" or database.in_memory or not database.url.database:
        return None
    return Path(f"{database.url.database}.scheduler")
