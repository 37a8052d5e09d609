"""What became of applications that had come as far and waited as long as one that is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, func, or_, select

from storage.localtime import local_day
from storage.status import ENDED, Status
from storage.submitted import ALL, RANK, each, years
from storage.zonedays import days_until

# After so many days without an end an application counts as one that came to nothing more.
RIPE_DAYS = 60


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Of the finished applications that reached a stage: how many, and how many went on to an interview, an offer."""

    number: int
    interviews: int
    offers: int


def outcomes(
    db: Connection, user_id: int, now: datetime, zone: ZoneInfo, reached: Status, waited: int, leave_out: int
) -> Outcomes:
    """The outcomes of those that reached `reached`; of unanswered ones those that still waited after `waited` days.

    Finished: ended, or sent sixty days ago or more. `leave_out` is the one that is asked about.
    """
    one = each(user_id, None, local_day(now, zone), ALL).subquery().c
    ripe = or_(one.status.in_(ENDED), one.applied_on <= local_day(now, zone) - timedelta(days=RIPE_DAYS))
    where = [ripe, one.id != leave_out]
    if reached is not Status.APPLIED:
        where.append(one.furthest >= RANK[reached])
    elif waited:
        # Whatever was submitted had been applied to, also where the history begins with its end.
        took = days_until(one.applied_on, one.answered_at, zone, years(db, user_id))
        where.append(or_(one.answered_at.is_(None), took >= waited))
    counts = [func.count().filter(one.furthest >= RANK[status]) for status in (Status.INTERVIEW, Status.OFFER)]
    row = db.execute(select(func.count(), *counts).where(and_(*where))).one()
    return Outcomes(row[0], row[1], row[2])
