"""The figures of a job search, counted by the database; says nothing in words and rounds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Date, Integer, Select, bindparam, case, func, literal, select

from storage.columns import UtcDateTime
from storage.filters import Filter
from storage.localtime import local_day, local_instant
from storage.models import applications, interviews
from storage.percentiles import Counted, percentile
from storage.status import Status
from storage.submitted import ALL, RANK, each, those, years
from storage.zonedays import days_until

A = applications.c
SILENT_DAYS = 30
FAR = datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over the applications submitted in a range; every rate is one of them over `submitted`.

    `reached`: by status of the main row, those whose history ever held it or a later one. `by_status`: where the
    submitted ones stand now. `waiting`: still `applied` and without an answer.
    """

    submitted: int
    answered: int
    converted: int
    offers: int
    ghosted: int
    waiting: int
    reached: dict[Status, int]
    by_status: dict[Status, int]


@dataclass(frozen=True, slots=True)
class TimeToResponse:
    """Days from `applied_on` to the first answer (None when nobody answered), and how many still wait.

    `days`: how many answers came after so many days, in order.
    """

    answered: int
    median: float | None
    p90: float | None
    waiting: int
    days: Counted = ()


def silent_before(now: datetime, zone: ZoneInfo) -> datetime:
    """The instant before which the last event of a silent application lies: thirty days ago in the calendar."""
    return local_instant(local_day(now, zone) - timedelta(days=SILENT_DAYS - 1), time.min, zone)


def figures(
    db: Connection,
    user_id: int,
    now: datetime,
    zone: ZoneInfo,
    *,
    first: date | None = None,
    last: date | None = None,
    only: Filter = ALL,
) -> Figures:
    """The figures of those of `only` with `applied_on` from `first` to `last` (both included; None: no limit).

    `now` and `zone` say which are silent: in `applied`, the last event thirty days ago or more in the calendar.
    """
    query = _tally(only, first is not None, last is not None, None, None)
    return _figures(_run(db, query, user_id, first, last, silent_before(now, zone)))


def overview(
    db: Connection,
    user_id: int,
    now: datetime,
    zone: ZoneInfo,
    *,
    first: date | None = None,
    last: date | None = None,
    only: Filter = ALL,
) -> tuple[Figures, TimeToResponse]:
    """The same with the time to response, in one pass over the rows."""
    query = _tally(only, first is not None, last is not None, zone, years(db, user_id))
    tallied = _run(db, query, user_id, first, last, silent_before(now, zone))
    return _figures(tallied), _time_to_response(tallied)


class Tallied(NamedTuple):
    """How many applications have the same status, rank and days to their answer; how many were answered, are silent."""

    status: str
    furthest: int
    took: int | None
    number: int
    answered: int
    silent: int


# Making such a statement takes longer than running it over a few hundred rows: the usual ones are made once.
@lru_cache(maxsize=64)
def _tally(only: Filter, begins: bool, ends: bool, zone: ZoneInfo | None, span: tuple[int, int] | None) -> Select[Any]:
    """The statement for the rows of `Tallied`, a few hundred at most; without a zone the days stay unknown."""
    first, last = bindparam("first", type_=Date), bindparam("last", type_=Date)
    one = each(bindparam("owner", type_=Integer), first if begins else None, last if ends else None, only).subquery()
    took = days_until(one.c.applied_on, one.c.answered_at, zone, span) if zone else literal(None)
    # Flags instead of instants: what is sorted into groups is small then, which takes a third off the whole.
    answered = _flag(one.c.answered_at.is_not(None)).label("answered")
    silent = _flag(one.c.last_event_at < bindparam("silent", type_=UtcDateTime())).label("silent")
    named = select(one.c.status, one.c.furthest, took.label("took"), answered, silent).subquery().c
    keys = (named.status, named.furthest, named.took)
    return select(*keys, func.count(), func.sum(named.answered), func.sum(named.silent)).group_by(*keys)


def _flag(holds: ColumnElement[bool]) -> ColumnElement[int]:
    return case((holds, 1), else_=0)


def _run(
    db: Connection, query: Select[Any], user_id: int, first: date | None, last: date | None, silent: datetime
) -> list[Tallied]:
    given = {"owner": user_id, "first": first, "last": last, "silent": silent}
    return [Tallied._make(row) for row in db.execute(query, given)]


def _figures(tallied: Sequence[Tallied]) -> Figures:
    standing = Counter[str]()
    for one in tallied:
        standing[one.status] += one.number
    reached = {status: sum(t.number for t in tallied if t.furthest >= rank) for status, rank in RANK.items()}
    applied = [t for t in tallied if t.status == Status.APPLIED]
    return Figures(
        submitted=standing.total(),
        answered=sum(t.answered for t in tallied),
        converted=reached[Status.SCREENING],
        offers=reached[Status.OFFER],
        ghosted=standing[Status.GHOSTED] + sum(t.silent for t in applied),
        waiting=sum(t.number - t.answered for t in applied),
        reached=reached,
        by_status={status: standing[status] for status in Status if standing[status]},
    )


def _time_to_response(tallied: Sequence[Tallied]) -> TimeToResponse:
    days = Counter[int]()
    for one in tallied:
        if one.took is not None:
            # One answered before the day of application was answered on it.
            days[max(one.took, 0)] += one.number
    waiting = sum(t.number - t.answered for t in tallied if t.status == Status.APPLIED)
    counted = tuple(sorted(days.items()))
    return TimeToResponse(days.total(), percentile(counted, 0.5), percentile(counted, 0.9), waiting, counted)


def by_status(
    db: Connection,
    user_id: int,
    *,
    first: date | None = None,
    last: date | None = None,
    submitted: bool = False,
    only: Filter = ALL,
) -> dict[Status, int]:
    """How many stand where, in the order of the statuses; `submitted`: only those with an `applied_on` in the range."""
    where = those(user_id, first, last, only) if submitted else [A.user_id == user_id]
    rows = db.execute(select(A.status, func.count()).where(*where).group_by(A.status)).all()
    found = {Status(name): number for name, number in rows}
    return {status: found[status] for status in Status if status in found}


def time_to_response(
    db: Connection,
    user_id: int,
    zone: ZoneInfo,
    *,
    first: date | None = None,
    last: date | None = None,
    only: Filter = ALL,
) -> TimeToResponse:
    """How long the first answers took, in days of the person's calendar."""
    return overview(db, user_id, FAR, zone, first=first, last=last, only=only)[1]


def submitted_by_day(
    db: Connection, user_id: int, *, first: date | None = None, last: date | None = None, only: Filter = ALL
) -> list[tuple[date, int]]:
    """How many were submitted on each day on which any was, in time."""
    query = _by_day(only, first is not None, last is not None)
    return [(row[0], row[1]) for row in db.execute(query, {"owner": user_id, "first": first, "last": last})]


@lru_cache(maxsize=64)
def _by_day(only: Filter, begins: bool, ends: bool) -> Select[Any]:
    first, last = bindparam("first", type_=Date), bindparam("last", type_=Date)
    where = those(bindparam("owner", type_=Integer), first if begins else None, last if ends else None, only)
    return select(A.applied_on, func.count()).where(*where).group_by(A.applied_on).order_by(A.applied_on)


def interviews_between(db: Connection, user_id: int, first: datetime, last: datetime) -> int:
    """How many scheduled interviews start between two instants."""
    i = interviews.c
    where = (i.user_id == user_id, i.state == "scheduled", i.starts_at.between(first, last))
    return int(db.scalar(select(func.count()).select_from(interviews).where(*where)) or 0)
