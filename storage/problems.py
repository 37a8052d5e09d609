"""Turns errors of a database into words that say what to do; knows no table."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import URL
    from sqlalchemy.exc import DBAPIError, SQLAlchemyError


class DatabaseProblem(Exception):
    """The database cannot be used; the message is meant for the person and says what to do."""


# Part of SQLite's or PostgreSQL's own message -> what we say. {where} is the file or the server.
_SQLITE = (
    ("readonly database", "The database {where} is read-only. Make the file and its folder writable and try again."),
    ("unable to open", "The database {where} cannot be opened. Check that the folder exists and may be written to."),
    ("locked", "The database {where} is locked by another program. Close it, or try again in a moment."),
    ("disk is full", "The disk is full: nothing was saved. Free some space for {where} and try again."),
    ("disk i/o error", "The disk failed while using {where}: nothing was saved. Check the disk and its free space."),
    ("not a database", "{where} is not a database of this program. Choose another JOBBOT_DATA_DIR or move it away."),
    ("malformed", "The database {where} is damaged. Restore it from a copy, or move it away to start afresh."),
)
# SQLSTATE (or its class) -> what we say.
_POSTGRES = (
    ("25006", "The database {where} is read-only at the moment. Use the primary server and try again."),
    ("53100", "The disk of the database server {where} is full: nothing was saved. Free some space and try again."),
    ("53300", "The database server {where} has too many connections. Try again in a moment."),
    ("55P03", "The database {where} is locked by another program. Try again in a moment."),
    ("40P01", "Two changes waited for each other in {where}. Try again."),
    ("42501", "The database {where} does not allow this program to write. Grant its role the rights it needs."),
    ("3D000", "The database {where} does not exist. Create it, or check JOBBOT_DATABASE_URL."),
    ("28", "The database server {where} refused the name or password. Check JOBBOT_DATABASE_URL."),
    ("57", "The database server {where} is shutting down or starting. Try again in a moment."),
)

_CONNECTING = (
    ("authentication failed", "The database server {where} refused the name or password. Check JOBBOT_DATABASE_URL."),
    ("no password supplied", "The database server {where} wants a password. Add it to JOBBOT_DATABASE_URL."),
    ("does not exist", "The database or role of {where} does not exist. Create it, or check JOBBOT_DATABASE_URL."),
    ("too many", "The database server {where} has too many connections. Try again in a moment."),
)
_UNREACHABLE = "The database server {where} cannot be reached. Start it, or check JOBBOT_DATABASE_URL."


def explain(error: SQLAlchemyError, url: URL) -> DatabaseProblem | None:
    """The problem behind `error` in words, or None for a fault of the program itself."""
    from sqlalchemy.exc import DBAPIError

    if not isinstance(error, DBAPIError) or error.orig is None:
        return None
    where = _where(url)
    text = _sqlite_words(error.orig) if url.get_backend_name() == "sqlite" else _postgres_words(error)
    return DatabaseProblem(text.format(where=where)) if text else None


def _sqlite_words(error: BaseException) -> str | None:
    said = str(error).lower()
    return next((words for part, words in _SQLITE if part in said), None)


def _postgres_words(error: DBAPIError) -> str | None:
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return next((words for code, words in _POSTGRES if str(state).startswith(code)), None)
    # No SQLSTATE: there was no connection yet, or it went away in the middle.
    if error.connection_invalidated or type(error.orig).__name__ == "OperationalError":
        said = str(error.orig).lower()
        return next((words for part, words in _CONNECTING if part in said), _UNREACHABLE)
    return None


def explain_os(error: OSError, where: str) -> DatabaseProblem:
    """The same for a file that could not be made or written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DatabaseProblem(f"The disk is full: nothing was saved. Free some space for {where} and try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return DatabaseProblem(f"{where} is read-only. Make it writable, or choose another JOBBOT_DATA_DIR.")
    return DatabaseProblem(f"{where} cannot be used ({error.strerror}). Choose another JOBBOT_DATA_DIR.")


def _where(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or "in memory"
    place = url.host or url.query.get("host") or "localhost"
    return f"{url.database or 'postgres'} on {place}"
