"""How long applications stay at each stage before the next one, counted by the database."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from storage.filters import Filter
from storage.models import applications, history
from storage.percentiles import Counted, percentile
from storage.status import Status
from storage.submitted import ALL, ANSWERS, RANK, those, years
from storage.timelines import first_news
from storage.zonedays import date_number, day_of

A, H = applications.c, history.c


@dataclass(frozen=True, slots=True)
class Step:
    """A step from one status to the next one of the history: how many took it, and after how many days."""

    before: Status
    after: Status
    number: int
    median: float | None
    p90: float | None
    days: Counted

    def daily(self) -> list[int]:
        """The days of each of them, the shortest first."""
        return [day for day, number in self.days for _ in range(number)]


def steps(
    db: Connection,
    user_id: int,
    zone: ZoneInfo,
    *,
    first: date | None = None,
    last: date | None = None,
    only: Filter = ALL,
) -> list[Step]:
    """The steps that submitted applications took, in the order of the statuses; days of the person's calendar."""
    mine = select(H.id, H.application_id, H.status, H.at, day_of(H.at, zone, _span(db, user_id)).label("day"))
    joined = history.join(applications, H.application_id == A.id)
    entry = mine.select_from(joined).where(H.user_id == user_id, *those(user_id, first, last, only)).subquery().c
    in_time = (entry.at, entry.id)
    before = func.lag(entry.status).over(partition_by=entry.application_id, order_by=in_time).label("before")
    took = (entry.day - func.lag(entry.day).over(partition_by=entry.application_id, order_by=in_time)).label("took")
    one = select(before, entry.status, took).subquery().c
    query = select(one.before, one.status, one.took, func.count()).where(one.before != one.status)
    found: defaultdict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for source, target, days, number in db.execute(query.group_by(one.before, one.status, one.took)):
        found[source, target][days] += number
    made = [_step(Status(source), Status(target), days) for (source, target), days in found.items()]
    order = list(Status)
    return sorted(made, key=lambda step: (order.index(step.before), order.index(step.after)))


def since_applied(
    db: Connection,
    user_id: int,
    zone: ZoneInfo,
    *,
    first: date | None = None,
    last: date | None = None,
    only: Filter = ALL,
) -> list[Step]:
    """The days from the day of application until each status was first reached, whatever lay between; never below 0."""
    day = day_of(func.min(H.at), zone, _span(db, user_id)) - date_number(A.applied_on)
    joined = history.join(applications, H.application_id == A.id)
    where = (H.user_id == user_id, H.status.in_(ANSWERS), *those(user_id, first, last, only))
    one = select(H.status, day.label("took")).select_from(joined).where(*where)
    waits = one.group_by(H.application_id, H.status, A.applied_on).subquery().c
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for status, days, number in db.execute(select(waits.status, waits.took, func.count()).group_by(*waits)):
        found[status][max(days, 0)] += number
    return [_step(Status.APPLIED, status, found[status]) for status in ANSWERS if status in found]


def _span(db: Connection, user_id: int) -> tuple[int, int] | None:
    """The years of the histories: one may begin, as saved, in a year before anything was submitted."""
    submitted, begun = years(db, user_id), first_news(db, user_id)
    return (min(submitted[0], begun.year), submitted[1]) if submitted and begun else submitted


def _step(before: Status, after: Status, days: Counter[int]) -> Step:
    counted = tuple(sorted(days.items()))
    return Step(before, after, days.total(), percentile(counted, 0.5), percentile(counted, 0.9), counted)


def is_forward(step: Step) -> bool:
    """Whether a step goes ahead in the main row, or ends in a rejection."""
    if step.after is Status.REJECTED:
        return True
    return RANK.get(step.after, 0) > RANK.get(step.before, len(RANK))
