"""Statements of every turn, compiled once; knows no table.

SQLAlchemy does more around each run of a statement than SQLite does for it: a turn spent a third of its time there. So
on SQLite the text and the conversions of types that SQLAlchemy made are kept, and the driver is asked directly. To
PostgreSQL, where the way to the server is what costs, each statement goes the usual way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Column, CompoundSelect, Connection, Select, UpdateBase
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlalchemy.types import TypeEngine

Values = Mapping[str, Any]
Convert = Callable[[Any], Any]
Statement = Select[Any] | CompoundSelect[Any] | UpdateBase


def said(db: Connection, words: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
    """Says something to SQLite's own driver. Raises its errors as SQLAlchemy's own, without the values."""
    driver: sqlite3.Connection = db.connection.driver_connection  # type: ignore[assignment]
    try:
        return driver.execute(words, values)
    except sqlite3.Error as error:
        raise _as_usual(error, words) from error


def _as_usual(error: sqlite3.Error, words: str) -> StatementError:
    return DBAPIError.instance(words, None, error, sqlite3.Error, hide_parameters=True)


class Prepared:
    """A statement that is run again and again, with values by the names of its parameters.

    `given`: the columns that each run of an INSERT or an UPDATE names. All methods raise SQLAlchemy's errors.
    """

    def __init__(self, statement: Statement, given: Sequence[str] = ()) -> None:
        self.statement = statement
        self._given = given
        self._compiled: _Compiled | None = None
        self._ways_out: tuple[tuple[int, Convert], ...] | None = None

    def add(self, db: Connection, values: Values) -> int:
        """Runs an INSERT of one row; gives its id."""
        if db.dialect.name == "sqlite":
            number = self._on(db, values).lastrowid
        else:
            number = (db.execute(self.statement, values).inserted_primary_key or (None,))[0]
        assert number is not None, "a new row has an id"
        return int(number)

    def run(self, db: Connection, *runs: Values) -> None:
        """Changes what it says, once for each of the sets of values."""
        if db.dialect.name == "sqlite":
            for values in runs:
                self._on(db, values)
        elif runs:
            db.execute(self.statement, runs[0] if len(runs) == 1 else runs)

    def tuples(self, db: Connection, values: Values) -> Sequence[Sequence[Any]]:
        """All rows that it gives."""
        if db.dialect.name != "sqlite":
            return db.execute(self.statement, values).all()
        cursor = self._on(db, values)
        try:
            return self._read(cursor.fetchall(), db.dialect)
        except sqlite3.Error as error:
            raise _as_usual(error, str(self.statement)) from error

    def rows(self, db: Connection, values: Values) -> list[dict[str, Any]]:
        """The same, each by the names of its columns."""
        return [dict(zip(self._names, row, strict=True)) for row in self.tuples(db, values)]

    def first(self, db: Connection, values: Values) -> dict[str, Any] | None:
        """The first row, or None."""
        return next(iter(self.rows(db, values)), None)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(map(str, self.statement.exported_columns.keys()))

    def _read(self, found: list[tuple[Any, ...]], dialect: Dialect) -> Sequence[Sequence[Any]]:
        """The rows as Python has them."""
        if self._ways_out is None:
            ways = [_way_out(column.type, dialect) for column in self.statement.exported_columns]
            self._ways_out = tuple((at, convert) for at, convert in enumerate(ways) if convert)
        if not self._ways_out:
            return found
        rows = [list(row) for row in found]
        for row in rows:
            for at, convert in self._ways_out:
                row[at] = convert(row[at])
        return rows

    def _on(self, db: Connection, values: Values) -> sqlite3.Cursor:
        if self._compiled is None:
            self._compiled = _Compiled.of(self.statement, db.dialect, self._given)
        return said(db, self._compiled.words, self._compiled.bound(values))


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text of a statement, the values that are always the same, and where those of a run go."""

    words: str
    always: list[Any]
    slots: tuple[tuple[int, str, Convert | None], ...]

    @classmethod
    def of(cls, statement: Statement, dialect: Dialect, given: Sequence[str]) -> _Compiled:
        made = statement.compile(dialect=dialect, column_keys=list(given) or None)
        assert isinstance(made, SQLCompiler)
        assert made.positiontup is not None
        known = {name: bound.value for name, bound in made.binds.items() if not bound.required}
        known |= {column.key: _default(column) for column in made.insert_prefetch}
        converts = {name: _way_in(bound.type, dialect) for name, bound in made.binds.items()}
        always, slots = list[Any](), list[tuple[int, str, Convert | None]]()
        for at, name in enumerate(made.positiontup):
            convert = converts[name]
            value = known.get(name)
            always.append(value if convert is None else convert(value))
            if name not in known:
                slots.append((at, name, convert))
        return cls(made.string, always, tuple(slots))

    def bound(self, values: Values) -> list[Any]:
        """The values of one run in their order, as the driver takes them."""
        row = self.always.copy()
        try:
            for at, name, convert in self.slots:
                row[at] = values[name] if convert is None else convert(values[name])
        except (KeyError, TypeError, ValueError) as error:
            raise StatementError(str(error), self.words, None, error, hide_parameters=True) from error
        return row


def _default(column: Column[Any]) -> Any:
    assert isinstance(column.default, ScalarElementColumnDefault), f"{column} gets a value that differs by the run"
    return column.default.arg


def _way_in(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    convert: Convert | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return convert


def _way_out(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    convert: Convert | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return convert
