"""A digest helps on its own day only: one missed is dropped, and the one of today takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlalchemy import Connection

from storage.delivery import drop
from storage.localtime import local_day, local_instant
from storage.owed import Kind
from storage.records import Reminder
from storage.upkeep import refresh_digest
from storage.users import User

MISSED = "its day is over"
_INSTANT = timedelta(microseconds=1)


def drop_missed(db: Connection, user: User, due: Sequence[Reminder], now: datetime) -> bool:
    """Marks digests of earlier days as expired and keeps the next one owed, today's too; False: there were none."""
    today = local_day(now, user.zone)
    missed = [one for one in due if one.kind == Kind.DIGEST and local_day(one.due_at, user.zone) != today]
    if missed:
        drop(db, user.id, [one.id for one in missed], "expired", MISSED)
        refresh_digest(db, user, local_instant(today, time.min, user.zone) - _INSTANT)
    return bool(missed)
