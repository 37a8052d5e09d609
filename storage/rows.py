"""Single rows by id and owner; knows nothing of what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    Update,
    bindparam,
    func,
    insert,
    literal,
    select,
    update,
)  # fmt: skip
from sqlalchemy.dialects.postgresql import ARRAY

from storage.models import users
from storage.prepared import Prepared

MOST_KEPT = 500  # statements that differ by the columns they name


class NotThere(LookupError):
    """No such row, or it is another person's: both look the same from outside."""


def add_row(db: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Inserts one row; gives its id."""
    return _adding(table, tuple(values)).add(db, values)


def add_rows(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows, all of the same columns, whose ids nobody asks for."""
    if rows:
        _adding(table, tuple(rows[0])).run(db, *rows)


def add_whole_row(db: Connection, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Inserts one row; gives all of it, with its id and what was left to defaults."""
    row = _adding_whole(table, tuple(values)).first(db, values)
    assert row is not None, "an INSERT gives its row"
    return row


def change_row(db: Connection, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
    """Sets columns of one row, of which it is known whose it is."""
    _changing(table, tuple(values)).run(db, {"row_id": row_id, **values})


def add_and_change(
    db: Connection, table: Table, row: Mapping[str, Any], other: Table, row_id: int, values: Mapping[str, Any]
) -> int:
    """Inserts one row (of a table without defaults) and sets columns of a row of another; gives the id of the new one.

    One round trip where the database can: each costs more than what it carries.
    """
    if db.dialect.name == "postgresql":
        told = {**_prefixed("new", row), **_prefixed("set", values), "row_id": row_id}
        return int(db.execute(_at_once(table, tuple(row), other, tuple(values)), told).scalar_one())
    change_row(db, other, row_id, values)
    return add_row(db, table, row)


def _prefixed(prefix: str, values: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{prefix}_{name}": value for name, value in values.items()}


@cache
def _at_once(table: Table, fresh: tuple[str, ...], other: Table, changed: tuple[str, ...]) -> Select[Any]:
    row: dict[str, Any] = {name: bindparam(f"new_{name}") for name in fresh}
    added = insert(table).values(row).returning(table.c.id).cte("added")
    values: dict[str, Any] = {name: bindparam(f"set_{name}") for name in changed}
    return select(added.c.id).add_cte(_updated(other).values(values).cte("changed"))


def _updated(table: Table) -> Update:
    return update(table).where(table.c.id == bindparam("row_id"))


@lru_cache(MOST_KEPT)
def _adding(table: Table, named: tuple[str, ...]) -> Prepared:
    return Prepared(insert(table), named)


@lru_cache(MOST_KEPT)
def _adding_whole(table: Table, named: tuple[str, ...]) -> Prepared:
    return Prepared(insert(table).returning(table), named)


@lru_cache(MOST_KEPT)
def _changing(table: Table, named: tuple[str, ...]) -> Prepared:
    return Prepared(_updated(table), named)


@cache
def _one_row(table: Table, columns: tuple[str, ...]) -> Prepared:
    wanted = select(*(table.c[name] for name in columns)) if columns else select(table)
    return Prepared(wanted.where(table.c.id == bindparam("row_id"), owner_column(table) == bindparam("owner")))


def owner_column(table: Table) -> Column[Any]:
    """The column that says whose row it is."""
    return table.c.id if table is users else table.c.user_id


def among(db: Connection, column: Column[Any], numbers: Sequence[int]) -> ColumnElement[bool]:
    """Whether a column holds one of many numbers."""
    if db.dialect.name == "postgresql":
        # One value that is looked up by an index or a hash: thousands of values cost as much as finding their rows,
        # and a plan that is kept compares each row with all values of an array in turn.
        return column.in_(select(func.unnest(literal(list(numbers), ARRAY(BigInteger)))))
    return column.in_(numbers)


def fetch(db: Connection, user_id: int, table: Table, row_id: int, *columns: str) -> dict[str, Any]:
    """The row of this person as a dict, all of it or these columns. Raises NotThere."""
    row = find_row(db, user_id, table, row_id, *columns)
    if row is None:
        raise NotThere(f"no {table.name} {row_id} of user {user_id}")
    return row


def find_row(db: Connection, user_id: int, table: Table, row_id: int, *columns: str) -> dict[str, Any] | None:
    """The row of this person as a dict, all of it or these columns, or None."""
    return _one_row(table, columns).first(db, {"row_id": row_id, "owner": user_id})
