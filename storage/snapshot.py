"""All rows of the database as lines of text, alike for SQLite and PostgreSQL, and back again; knows no file."""

from __future__ import annotations

import json
import warnings
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    LargeBinary,
    MetaData,
    Numeric,
    Table,
    select,
    text,
)
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from storage import finding_tables, house, mail_tables, migrations, models, openings, sheet_tables
from storage.columns import UtcDateTime, metadata

ROWS_AT_ONCE = 500
# Importing them is what fills `metadata`.
TABLES = (house, finding_tables, mail_tables, models, openings, sheet_tables)


class BadSnapshot(ValueError):
    """What should be loaded is none of ours or damaged; the words say what is wrong with it."""


def tables(db: Connection) -> list[Table]:
    """Our tables as they are in this database, at whatever revision; those come first that others point to."""
    found = MetaData()
    with warnings.catch_warnings():
        # Indexes over expressions are not read; nobody asks for indexes here.
        warnings.filterwarnings("ignore", "Skipped unsupported reflection", SAWarning)
        found.reflect(db, only=lambda name, _: name in metadata.tables)
    for table in found.tables.values():
        for column in table.columns:
            column.type = _portable(column)
    return found.sorted_tables


def _portable(column: Column[Any]) -> Any:
    """The type of a column such that its values are the same in both kinds of database."""
    if isinstance(column.type, DateTime):
        return UtcDateTime()
    if isinstance(column.type, JSON):
        return JSON(none_as_null=bool(column.nullable))
    if isinstance(column.type, Numeric) and not isinstance(column.type, Float):
        return Numeric(column.type.precision, column.type.scale, asdecimal=False)
    return column.type


def dump(db: Connection, table: Table) -> Iterator[str]:
    """Each row as a line: a JSON list in the order of the columns."""
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=ROWS_AT_ONCE)
    columns = list(table.columns)
    for row in db.execute(query):
        yield json.dumps([_plain(c, value) for c, value in zip(columns, row, strict=True)], ensure_ascii=False)


def _plain(column: Column[Any], value: Any) -> Any:
    if value is None or isinstance(column.type, JSON):
        return value
    if isinstance(column.type, DateTime | UtcDateTime | Date):
        return value.isoformat()
    return b64encode(value).decode() if isinstance(column.type, LargeBinary) else value


def _value(column: Column[Any], plain: Any) -> Any:
    if plain is None or isinstance(column.type, JSON):
        return plain
    if isinstance(column.type, DateTime | UtcDateTime):
        return datetime.fromisoformat(plain)
    if isinstance(column.type, Date):
        return date.fromisoformat(plain)
    return b64decode(plain) if isinstance(column.type, LargeBinary) else plain


def counter(db: Connection, table: Table) -> int:
    """The highest number that the table's key was ever given; 0 for a table that counts nothing."""
    if db.dialect.name == "sqlite":
        return db.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}) or 0
    sequence = _sequence(db, table)
    if sequence is None:
        return 0
    return db.scalar(text(f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}")) or 0  # noqa: S608


def _sequence(db: Connection, table: Table) -> str | None:
    if "id" not in table.columns:
        return None
    name = db.scalar(text("SELECT pg_get_serial_sequence(:name, 'id')"), {"name": table.name})
    return None if name is None else str(name)


def clear(db: Connection, revision: str) -> None:
    """Take all our tables away, whatever is in them, and make them anew, empty, as they were at a revision.

    For `Database.migrating()`. Raises BadSnapshot for a revision that this program does not know, and DatabaseProblem
    for a database of another or a newer program.
    """
    if not migrations.knows(db, revision):
        raise BadSnapshot(
            f"it was made by a newer version of this program (revision {revision[:20]}): update jobbot first"
        )
    migrations.bring_up(db)
    metadata.drop_all(db)
    migrations.forget(db)
    migrations.bring_up(db, revision)


def load(db: Connection, table: Table, columns: list[str], lines: Iterable[str]) -> int:
    """Put rows into an empty table, and give their number. Raises BadSnapshot for what are no rows of it."""
    if set(columns) != set(table.columns.keys()):
        raise BadSnapshot(f"its table {table.name} has other columns than ours")
    rows = (_row([table.columns[name] for name in columns], line) for line in lines)
    number = 0
    try:
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            db.execute(table.insert(), batch)
            number += len(batch)
    except SQLAlchemyError as error:
        raise BadSnapshot(f"a row of its table {table.name} does not fit") from error
    return number


def _row(columns: list[Column[Any]], line: str) -> dict[str, Any]:
    try:
        return {c.name: _value(c, plain) for c, plain in zip(columns, json.loads(line), strict=True)}
    except (ValueError, TypeError, AttributeError) as error:
        raise BadSnapshot(f"a line of its table {columns[0].table.name} cannot be read") from error


def count_from(db: Connection, table: Table, number: int) -> None:
    """Let the table's key go on after a number, so that none is given out twice."""
    if number <= 0:
        return
    if db.dialect.name == "sqlite":
        db.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        db.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :seq)"), {"name": table.name, "seq": number})
    elif (sequence := _sequence(db, table)) is not None:
        db.execute(text("SELECT setval(:sequence, :number)"), {"sequence": sequence, "number": number})


def check(db: Connection) -> None:
    """Raises BadSnapshot where a row points to one that is not there: SQLite has not looked while rows were loaded."""
    if db.dialect.name == "sqlite" and db.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BadSnapshot("a row of it belongs to another one that is missing")
