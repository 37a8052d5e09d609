"""Column types and the shared MetaData of all tables; knows nothing of any single table."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, ForeignKeyConstraint, Integer, MetaData, Numeric, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: goes in aware (any zone), is stored as UTC, comes out aware in UTC.

    A naive datetime is refused with ValueError: nobody could say which instant it means.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: an instant needs a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def clean_text(value: str) -> str:
    """Text that every database takes: without NUL, and without halves of surrogate pairs."""
    return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


class Words(TypeDecorator[str]):
    """Text as people write it; what no database can keep is left out."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean_text(str(value))


# SQLite counts up only an INTEGER key; PostgreSQL gets the wide one.
WideInteger = BigInteger().with_variant(Integer(), "sqlite")


class Money(TypeDecorator[float]):
    """An amount of pay with two decimals, handed out as float."""

    impl = Numeric(14, 2, asdecimal=False)
    cache_ok = True

    def process_bind_param(self, value: float | None, dialect: Dialect) -> float | None:
        return None if value is None else round(float(value), 2)

    def process_result_value(self, value: float | None, dialect: Dialect) -> float | None:
        # SQLite keeps a whole amount as an integer.
        return None if value is None else float(value)


def key() -> Column[int]:
    """The primary key `id`, never given out twice."""
    return Column("id", WideInteger, primary_key=True, autoincrement=True)


def owner() -> Column[int]:
    """The column `user_id`: whose row it is; goes with the user."""
    return Column("user_id", WideInteger, ForeignKey("users.id", ondelete="CASCADE"), nullable=False)


def belongs(column: str, table: str) -> ForeignKeyConstraint:
    """`column` names a row of `table` of the same user: the database itself keeps people apart."""
    return ForeignKeyConstraint(
        ["user_id", column], [f"{table}.user_id", f"{table}.id"], ondelete="CASCADE", name=f"fk_{table}_owner"
    )


def instant(name: str, *, nullable: bool = False, **options: Any) -> Column[datetime]:
    """A column of UTC instants."""
    return Column(name, UtcDateTime(), nullable=nullable, **options)
