"""What happened between two instants of a job search, counted; for the digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from storage.localtime import local_day
from storage.models import applications, history
from storage.statistics import interviews_between
from storage.submitted import ANSWERS
from storage.users import User

A, H = applications.c, history.c
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """How many were applied to, how many employers answered, and how many interviews began."""

    applied: int
    answers: int
    interviews: int

    @property
    def anything(self) -> bool:
        """Whether anything happened."""
        return bool(self.applied or self.answers or self.interviews)


def between(db: Connection, user: User, first: datetime, last: datetime) -> Stretch:
    """The counts from `first` to just before `last`; applications by the days of the person's calendar."""
    until = last - _INSTANT
    days = (local_day(first, user.zone), local_day(until, user.zone))
    return Stretch(
        _applied(db, user.id, *days), _answers(db, user.id, first, until), interviews_between(db, user.id, first, until)
    )


def _applied(db: Connection, user_id: int, first: date, last: date) -> int:
    query = (
        select(func.count()).select_from(applications).where(A.user_id == user_id, A.applied_on.between(first, last))
    )
    return int(db.scalar(query) or 0)


def _answers(db: Connection, user_id: int, first: datetime, last: datetime) -> int:
    """How many applications had news of a person or a decision."""
    mine = (H.user_id == user_id, H.status.in_(ANSWERS), H.at.between(first, last))
    return int(db.scalar(select(func.count(H.application_id.distinct())).where(*mine)) or 0)
