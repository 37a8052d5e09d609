"""The clock by which leases are counted: the database's own, alike for all processes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func


def clock(db: Connection, ahead: timedelta = timedelta()) -> ColumnElement[Any]:
    """The database's own clock, so much ahead."""
    if db.dialect.name == "postgresql":
        return func.now() + ahead
    return func.strftime("%Y-%m-%d %H:%M:%f000", "now", f"{ahead.total_seconds():+.3f} seconds")
