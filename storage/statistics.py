"""The figures of a job search, counted by the database; says nothing in words and rounds nothing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from storage.localtime import local_day, local_instant
from storage.models import applications, history, interviews
from storage.status import ORDER, Status

A, H = applications.c, history.c
SILENT_DAYS = 30
_RANK = {status: rank for rank, status in enumerate(ORDER)}
# Entries of the history that an employer's person or decision stands behind.
_ANSWERS = (Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW, Status.OFFER, Status.ACCEPTED, Status.REJECTED)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over the applications submitted in a range; every rate is one of them over `submitted`.

    `reached`: by status of the main row, those whose history ever held it or a later one. `by_status`: where the
    submitted ones stand now.
    """

    submitted: int
    answered: int
    converted: int
    offers: int
    ghosted: int
    reached: dict[Status, int]
    by_status: dict[Status, int]


@dataclass(frozen=True, slots=True)
class TimeToResponse:
    """Days from `applied_on` to the first answer (None when nobody answered), and how many still wait."""

    answered: int
    median: float | None
    p90: float | None
    waiting: int


def figures(
    db: Connection,
    user_id: int,
    now: datetime,
    zone: ZoneInfo,
    *,
    first: date | None = None,
    last: date | None = None,
) -> Figures:
    """The figures of those with `applied_on` from `first` to `last` (both included; None: no limit).

    `now` and `zone` say which are silent: in `applied`, the last event thirty days ago or more in the calendar.
    """
    one = _per_application(user_id, first, last).subquery()
    silent_before = local_instant(local_day(now, zone) - timedelta(days=SILENT_DAYS - 1), time.min, zone)
    silent = and_(one.c.status == Status.APPLIED, one.c.last_event_at < silent_before)
    columns = [func.count().filter(one.c.furthest >= rank) for rank in _RANK.values()]
    row = db.execute(
        select(
            func.count(),
            func.count().filter(one.c.answered == 1),
            func.count().filter(or_(one.c.status == Status.GHOSTED, silent)),
            *columns,
        )
    ).one()
    reached = dict(zip(ORDER, row[3:], strict=True))
    return Figures(
        submitted=row[0],
        answered=row[1],
        converted=reached[Status.SCREENING],
        offers=reached[Status.OFFER],
        ghosted=row[2],
        reached=reached,
        by_status=by_status(db, user_id, first=first, last=last, submitted=True),
    )


def by_status(
    db: Connection, user_id: int, *, first: date | None = None, last: date | None = None, submitted: bool = False
) -> dict[Status, int]:
    """How many stand where, in the order of the statuses; `submitted`: only those with an `applied_on` in the range."""
    where = _submitted(user_id, first, last) if submitted else [A.user_id == user_id]
    rows = db.execute(select(A.status, func.count()).where(*where).group_by(A.status)).all()
    found = {Status(name): number for name, number in rows}
    return {status: found[status] for status in Status if status in found}


def by_source(
    db: Connection, user_id: int, *, first: date | None = None, last: date | None = None
) -> list[tuple[str | None, int, int]]:
    """For each source: how many were submitted, and how many of them were answered; the most first."""
    one = _per_application(user_id, first, last).subquery()
    total = func.count()
    query = select(one.c.source, total, func.count().filter(one.c.answered == 1)).group_by(one.c.source)
    return [(row[0], row[1], row[2]) for row in db.execute(query.order_by(total.desc(), one.c.source))]


def time_to_response(
    db: Connection, user_id: int, zone: ZoneInfo, *, first: date | None = None, last: date | None = None
) -> TimeToResponse:
    """How long the first answers took, in days of the person's calendar."""
    answered_at = func.min(H.at).filter(H.status.in_(_ANSWERS)).label("answered_at")
    joined = applications.join(history, H.application_id == A.id)
    query = select(A.applied_on, A.status, answered_at).select_from(joined).where(*_submitted(user_id, first, last))
    rows = db.execute(query.group_by(A.id, A.applied_on, A.status)).all()
    days = sorted(max((local_day(at, zone) - on).days, 0) for on, _, at in rows if at is not None)
    waiting = sum(1 for _, status, at in rows if at is None and status == Status.APPLIED)
    return TimeToResponse(len(days), percentile(days, 0.5), percentile(days, 0.9), waiting)


def submitted_by_day(
    db: Connection, user_id: int, *, first: date | None = None, last: date | None = None
) -> list[tuple[date, int]]:
    """How many were submitted on each day on which any was, in time."""
    query = select(A.applied_on, func.count()).where(*_submitted(user_id, first, last)).group_by(A.applied_on)
    return [(row[0], row[1]) for row in db.execute(query.order_by(A.applied_on))]


def interviews_between(db: Connection, user_id: int, first: datetime, last: datetime) -> int:
    """How many scheduled interviews start between two instants."""
    i = interviews.c
    where = (i.user_id == user_id, i.state == "scheduled", i.starts_at.between(first, last))
    return int(db.scalar(select(func.count()).select_from(interviews).where(*where)) or 0)


def percentile(ordered: list[int], share: float) -> float | None:
    """The percentile by linear interpolation of numbers in order; None of nothing."""
    if not ordered:
        return None
    place = (len(ordered) - 1) * share
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _submitted(user_id: int, first: date | None, last: date | None) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [A.user_id == user_id, A.applied_on.is_not(None)]
    if first is not None:
        where.append(A.applied_on >= first)
    if last is not None:
        where.append(A.applied_on <= last)
    return where


def _per_application(user_id: int, first: date | None, last: date | None) -> Select[Any]:
    """One row for each submitted application: how far it ever came, and whether anybody answered."""
    rank = case({str(status): number for status, number in _RANK.items()}, value=H.status, else_=0)
    answered = func.max(case((H.status.in_(_ANSWERS), 1), else_=0)).label("answered")
    columns = (A.id, A.status, A.source, A.last_event_at)
    joined = applications.join(history, H.application_id == A.id)
    query = select(*columns, func.max(rank).label("furthest"), answered).select_from(joined)
    return query.where(*_submitted(user_id, first, last)).group_by(*columns)
