"""The peer: rows of SQLAlchemy's object mapper, loaded in portions and counted in Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import median, quantiles
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session, registry

from storage import models
from storage.status import ORDER, Status

PORTION = 10_000
RANK = {str(status): rank for rank, status in enumerate(ORDER)}
ANSWERS = frozenset(("screening", "assessment", "interview", "offer", "accepted", "rejected"))


class Application:
    """The peer's entity of an application."""

    id: int
    user_id: int
    applied_on: date | None


class Entry:
    """The peer's entity of an entry of the history."""

    id: int
    user_id: int
    application_id: int
    status: str
    at: datetime


_mapper = registry()
_mapper.map_imperatively(Application, models.applications)
_mapper.map_imperatively(Entry, models.history)
Counts = tuple[dict[Status, int], int, float | None, float | None, dict[date, int]]


def figures(db: Connection, user_id: int, zone: ZoneInfo) -> Counts:
    """How many reached each stage, how many converted, median and 90th percentile of the waits, and the weeks."""
    furthest: dict[int, int] = {}
    answered: dict[int, datetime] = {}
    with Session(db) as session:
        entries = select(Entry).where(models.history.c.user_id == user_id).execution_options(yield_per=PORTION)
        for entry in session.scalars(entries):
            number = entry.application_id
            furthest[number] = max(furthest.get(number, 0), RANK.get(entry.status, 0))
            if entry.status in ANSWERS and (number not in answered or entry.at < answered[number]):
                answered[number] = entry.at
        a = models.applications.c
        mine = select(Application).where(a.user_id == user_id, a.applied_on.is_not(None))
        return _counted(session.scalars(mine.execution_options(yield_per=PORTION)), furthest, answered, zone)


def _counted(
    applications: Iterable[Application], furthest: dict[int, int], answered: dict[int, datetime], zone: ZoneInfo
) -> Counts:
    ranks: Counter[int] = Counter()
    weeks: Counter[date] = Counter()
    waits: list[int] = []
    for one in applications:
        assert one.applied_on is not None
        ranks[furthest[one.id]] += 1
        weeks[one.applied_on - timedelta(days=one.applied_on.weekday())] += 1
        if one.id in answered:
            waits.append(max((answered[one.id].astimezone(zone).date() - one.applied_on).days, 0))
    reached = {status: sum(n for rank, n in ranks.items() if rank >= RANK[str(status)]) for status in ORDER}
    p90 = quantiles(waits, n=10, method="inclusive")[-1]
    return reached, reached[Status.SCREENING], float(median(waits)), round(p90, 6), dict(sorted(weeks.items()))
