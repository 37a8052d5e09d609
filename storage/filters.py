"""What can be asked of the list of applications, as SQL conditions that work alike on both databases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, case, exists, func, or_, select

from storage import industries
from storage.columns import clean_text
from storage.companies import company_key
from storage.folding import folded
from storage.models import applications, interviews, notes, tags
from storage.status import ENDED, ORDER, Status

A = applications.c
_PER_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": 2080}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which applications, in which order, which page. Conditions that are None do not count; all others must hold.

    `text`: each word somewhere in company, title, location, notes or tags. `role_words`: each in the title.
    Salaries are amounts per year (hourly and other pay is taken times the usual hours or days of a year).
    `updated_from/to` and `silent_before` are instants of the last event; `unanswered`: still `applied`.
    `industry`: one of `industries.WORDS`.
    """

    ids: tuple[int, ...] | None = None
    company: str | None = None
    statuses: tuple[Status, ...] | None = None
    active: bool | None = None
    ended: bool | None = None
    archived: bool | None = None
    favorite: bool | None = None
    text: str | None = None
    tag: str | None = None
    source: str | None = None
    work_mode: str | None = None
    employment_type: str | None = None
    location: str | None = None
    role_words: tuple[str, ...] = ()
    industry: str | None = None
    salary_at_least: float | None = None
    salary_at_most: float | None = None
    salary_currency: str | None = None
    applied_from: date | None = None
    applied_to: date | None = None
    updated_from: datetime | None = None
    updated_to: datetime | None = None
    unanswered: bool | None = None
    silent_before: datetime | None = None
    has_interview_between: tuple[datetime, datetime] | None = None
    has_deadline: bool | None = None
    deadline_from: date | None = None
    deadline_to: date | None = None
    sort: str = "latest_news"
    descending: bool | None = None
    limit: int | None = 20
    offset: int = 0


def contains(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """Whether `words` occur in the column as they stand, ignoring case; % and _ mean themselves."""
    escaped = clean_text(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return folded(column).like(folded(f"%{escaped}%"), escape="\\")


def same(column: ColumnElement[Any], words: str) -> ColumnElement[bool]:
    """Whether the column is `words`, ignoring case."""
    return folded(column) == folded(clean_text(words))


def conditions(user_id: int | BindParameter[int], wanted: Filter) -> list[ColumnElement[bool]]:
    """All conditions but `active`, `ended` and `archived`, whose leavings are counted."""
    found: list[ColumnElement[bool]] = [A.user_id == user_id]
    found += _of_identity(user_id, wanted) + _of_words(wanted) + _of_pay(wanted) + _of_dates(wanted)
    return found


def shown(wanted: Filter) -> list[ColumnElement[bool]]:
    """The conditions `active`, `ended` and `archived`."""
    found: list[ColumnElement[bool]] = []
    if wanted.active is not None:
        found.append(A.status.not_in(ENDED) if wanted.active else A.status.in_(ENDED))
    if wanted.ended is not None:
        found.append(A.status.in_(ENDED) if wanted.ended else A.status.not_in(ENDED))
    if wanted.archived is not None:
        found.append(A.archived.is_(wanted.archived))
    return found


def ordering(wanted: Filter) -> list[ColumnElement[Any]]:
    """The ORDER BY of a filter; what has no value comes last, ties by the newest id."""
    column, falling = _SORTS.get(wanted.sort, _SORTS["latest_news"])
    down = falling if wanted.descending is None else wanted.descending
    return [column.is_(None), column.desc() if down else column.asc(), A.id.desc()]


def _of_identity(user_id: int | BindParameter[int], wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.ids is not None:
        found.append(A.id.in_(wanted.ids))
    if wanted.company is not None:
        found.append(A.company_key == company_key(wanted.company))
    if wanted.statuses is not None:
        found.append(A.status.in_([str(status) for status in wanted.statuses]))
    if wanted.favorite is not None:
        found.append(A.favorite.is_(wanted.favorite))
    if wanted.unanswered is not None:
        found.append(A.status == Status.APPLIED if wanted.unanswered else A.status != Status.APPLIED)
    if wanted.industry is not None:
        known = industries.of_applications(user_id).c
        found.append(A.id.in_(select(known.application_id).where(known.industry == wanted.industry)))
    return found


def _of_words(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [_anywhere(word) for word in (wanted.text or "").split()]
    found += [contains(A.title, word) for word in wanted.role_words]
    if wanted.tag is not None:
        found.append(exists().where(tags.c.application_id == A.id, same(tags.c.tag, wanted.tag)))
    if wanted.location is not None:
        found.append(contains(A.location, wanted.location))
    for name in ("source", "work_mode", "employment_type"):
        value = getattr(wanted, name)
        if value is not None:
            found.append(same(A[name], value))
    return found


def _anywhere(word: str) -> ColumnElement[bool]:
    return or_(
        contains(A.company, word),
        contains(A.title, word),
        contains(A.location, word),
        exists().where(notes.c.application_id == A.id, contains(notes.c.text, word)),
        exists().where(tags.c.application_id == A.id, contains(tags.c.tag, word)),
    )


def yearly(*columns: ColumnElement[Any]) -> ColumnElement[Any]:
    """The first amount that is known, per year."""
    return func.coalesce(*columns) * case(_PER_YEAR, value=A.salary_period, else_=1)


def _of_pay(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.salary_at_least is not None:
        found.append(yearly(A.salary_max, A.salary_min) >= wanted.salary_at_least)
    if wanted.salary_at_most is not None:
        found.append(yearly(A.salary_min, A.salary_max) <= wanted.salary_at_most)
    if wanted.salary_currency is not None:
        found.append(A.salary_currency == wanted.salary_currency)
    return found


def _of_dates(wanted: Filter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = _between(A.applied_on, wanted.applied_from, wanted.applied_to)
    found += _between(A.last_event_at, wanted.updated_from, wanted.updated_to)
    found += _between(A.deadline_on, wanted.deadline_from, wanted.deadline_to)
    if wanted.silent_before is not None:
        found.append(A.last_event_at <= wanted.silent_before)
    if wanted.has_deadline is not None:
        found.append(A.deadline_on.is_not(None) if wanted.has_deadline else A.deadline_on.is_(None))
    if wanted.has_interview_between is not None:
        first, last = wanted.has_interview_between
        mine = (interviews.c.application_id == A.id, interviews.c.state == "scheduled")
        found.append(exists().where(*mine, interviews.c.starts_at.between(first, last)))
    return found


def _between(column: ColumnElement[Any], first: Any, last: Any) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [] if first is None else [column >= first]
    return found if last is None else [*found, column <= last]


_RANK = case({str(status): rank for rank, status in enumerate((*ORDER, *sorted(ENDED)))}, value=A.status)
# What to sort by, and whether the greatest comes first when nothing is said.
_SORTS: dict[str, tuple[ColumnElement[Any], bool]] = {
    "latest_news": (A.last_event_at, True),
    "applied_on": (A.applied_on, True),
    "company": (A.company_key, False),
    "salary": (yearly(A.salary_max, A.salary_min), True),
    "deadline": (A.deadline_on, False),
    "status": (_RANK, True),
    "created": (A.created_at, True),
    "added": (A.id, False),
}


def count(db: Connection, user_id: int, wanted: Filter) -> int:
    """How many applications match, paging aside."""
    where = conditions(user_id, wanted) + shown(wanted)
    return int(db.scalar(select(func.count()).select_from(applications).where(*where)) or 0)
