"""Brings the tables up to the program's revision; knows no query."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select, text

from storage.problems import DatabaseProblem

if TYPE_CHECKING:
    from alembic.config import Config

# The newest file in versions/; a test compares them. Known here so that a start need not import alembic.
HEAD = "0012"
_MARK = Table("alembic_version", MetaData(), Column("version_num", String(32)))
# Any number that no other program uses for its lock.
_LOCK = 4_270_011


def revision(db: Connection) -> str | None:
    """The revision of the tables; None when there are none of ours."""
    if not inspect(db).has_table(_MARK.name):
        return None
    found = db.scalar(select(_MARK.c.version_num))
    return None if found is None else str(found)


def bring_up(db: Connection, to: str = "head") -> None:
    """Runs the missing migrations inside the transaction of `db`. Raises DatabaseProblem."""
    from alembic import command

    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    config = alembic_config(db)
    _check(db, config)
    command.upgrade(config, to)


def knows(db: Connection, of: str) -> bool:
    """Whether a revision is one of this program's."""
    return of in _known(alembic_config(db))


def forget(db: Connection) -> None:
    """Take the mark of the revision away, with the tables: as if the database had never been ours."""
    _MARK.drop(db, checkfirst=True)


def alembic_config(db: Connection) -> Config:
    """Alembic's configuration for this connection: the scripts beside this file, no ini file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = db
    return config


def _known(config: Config) -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}


def _check(db: Connection, config: Config) -> None:
    current = revision(db)
    if current is not None:
        if current not in _known(config):
            raise DatabaseProblem(
                f"The database was made by a newer version of this program (revision {current}). Update the program."
            )
    elif inspect(db).has_table("users"):
        raise DatabaseProblem("The database belongs to another program. Choose another JOBBOT_DATABASE_URL.")
