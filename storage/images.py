"""Rows as JSON and back, by the type of each column; keeps nothing and writes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Column, Date, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from storage.columns import Money, UtcDateTime, clean_text

Image = dict[str, Any]


def encode(column: Column[Any], value: Any) -> Any:
    """`value` of `column` as JSON: instants as ISO in UTC, days as ISO, money rounded to the column's decimals."""
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime):
        return _instant(value).isoformat()
    if isinstance(column.type, Date):
        return value.isoformat()
    if isinstance(column.type, Money):
        return round(float(value), 2)
    return clean_text(str(value)) if isinstance(value, str) else value


def decode(column: Column[Any], value: Any) -> Any:
    """What `encode` made, as the Python value that the column takes."""
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value


def image(table: Table, row: Mapping[str, Any]) -> Image:
    """A whole row as JSON; columns that are not named get their default, as the database gives it."""
    return {c.name: encode(c, row[c.name] if c.name in row else default_of(c)) for c in table.columns}


def values(table: Table, kept: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an image, ready to be written; a column that is no longer there is left out."""
    return {name: decode(table.c[name], value) for name, value in kept.items() if name in table.c}


def _instant(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError(f"naive datetime {value!r}: an instant needs a zone")
    return value.astimezone(UTC)


def default_of(column: Column[Any]) -> Any:
    """The plain value that a column gets when a row does not name it."""
    default = column.default
    return default.arg if isinstance(default, ScalarElementColumnDefault) else None
