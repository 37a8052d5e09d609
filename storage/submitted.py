"""What every figure counts: one row for each submitted application, with how far it came and when it was answered."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, Subquery, bindparam, case, func, select

from storage.filters import Filter, conditions
from storage.models import applications, history
from storage.status import ORDER, Status

A, H = applications.c, history.c
ALL = Filter()
# What is known when a statement is made, or given to it later.
Owner = int | BindParameter[int]
Bound = date | BindParameter[date] | None
_ENDS = select(func.min(A.applied_on), func.max(A.applied_on)).where(A.user_id == bindparam("owner"))
# Years after the last application within which all answers have come.
ANSWERED_WITHIN = 5
RANK = {status: rank for rank, status in enumerate(ORDER)}
# Entries of the history that an employer's person or decision stands behind.
ANSWERS = (*ORDER[2:], Status.REJECTED)


def those(user_id: Owner, first: Bound, last: Bound, only: Filter = ALL) -> list[ColumnElement[bool]]:
    """The conditions of being submitted in a range of days (None: no limit) and of being one of `only`."""
    where = [*conditions(user_id, only), A.applied_on.is_not(None)]
    where += [A.applied_on >= first] if first is not None else []
    return where + ([A.applied_on <= last] if last is not None else [])


def reached(user_id: Owner) -> Subquery:
    """For each application with a history: the rank it ever held, and the instant of the first answer, if any."""
    rank = case({str(status): number for status, number in RANK.items()}, value=H.status, else_=0)
    # Most entries are the first one: those are left out before they are looked for in a list.
    answers = (H.status != Status.APPLIED, H.status.in_(ANSWERS))
    answered_at = func.min(H.at).filter(*answers).label("answered_at")
    columns = (H.application_id, func.max(rank).label("furthest"), answered_at)
    return select(*columns).where(H.user_id == user_id).group_by(H.application_id).subquery("reached")


def each(user_id: Owner, first: Bound, last: Bound, only: Filter = ALL, *more: ColumnElement[Any]) -> Select[Any]:
    """One row for each: id, applied_on, status, last_event_at, furthest, answered_at, and `more` columns."""
    far = reached(user_id)
    columns = (A.id, A.applied_on, A.status, A.last_event_at, far.c.furthest, far.c.answered_at, *more)
    joined = far.join(applications, far.c.application_id == A.id)
    return select(*columns).select_from(joined).where(*those(user_id, first, last, only))


def years(db: Connection, user_id: int) -> tuple[int, int] | None:
    """The year of the first application, and one by which every answer has come; None where nothing was submitted."""
    first, last = db.execute(_ENDS, {"owner": user_id}).one()
    if first is None or last is None:
        return None
    return first.year, last.year + ANSWERED_WITHIN
