"""The applications behind a figure: those that it counted, in pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true

from storage.filters import Filter
from storage.statistics import silent_before
from storage.status import ORDER, Status
from storage.submitted import RANK, each


@dataclass(frozen=True, slots=True)
class Members:
    """Ids of the applications of a page, those sent last first, and how many there are in all."""

    ids: tuple[int, ...]
    total: int


def members(db: Connection, user_id: int, figure: str, now: datetime, zone: ZoneInfo, wanted: Filter) -> Members:
    """Those of `wanted` (its range of days, its page) that a figure of `KINDS` counted. Raises KeyError."""
    one = each(user_id, None, None, wanted).subquery()
    counted = KINDS[figure](one.c, silent_before(now, zone))
    query = select(one.c.id).where(counted).order_by(one.c.applied_on.desc(), one.c.id.desc())
    total = db.scalar(select(func.count()).select_from(one).where(counted))
    return Members(tuple(db.scalars(query.limit(wanted.limit).offset(wanted.offset))), int(total or 0))


def _reached(status: Status) -> Callable[[Any, datetime], ColumnElement[bool]]:
    return lambda one, silent: one.furthest >= RANK[status]


def _standing(status: Status) -> Callable[[Any, datetime], ColumnElement[bool]]:
    return lambda one, silent: one.status == status


def _ghosted(one: Any, silent: datetime) -> ColumnElement[bool]:
    return or_(one.status == Status.GHOSTED, and_(one.status == Status.APPLIED, one.last_event_at < silent))


KINDS: dict[str, Callable[[Any, datetime], ColumnElement[bool]]] = {
    "submitted": lambda one, silent: true(),
    "answered": lambda one, silent: one.answered_at.is_not(None),
    "waiting": lambda one, silent: and_(one.status == Status.APPLIED, one.answered_at.is_(None)),
    "ghosted": _ghosted,
    "rejected": _standing(Status.REJECTED),
    **{f"reached_{status}": _reached(status) for status in ORDER[2:]},
}
