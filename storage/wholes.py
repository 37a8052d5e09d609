"""Applications with all that hangs on them, a few hundred at a time, so that a million take no more room than a few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from storage import records
from storage.applications import tags_of
from storage.filters import Filter, conditions, ordering, shown
from storage.models import applications, contacts, history, interviews, notes
from storage.records import Application, Contact, HistoryEntry, Interview, Note
from storage.status import ENDED

A, H = applications.c, history.c
AT_ONCE = 500
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Whole:
    """One application with what hangs on it; `news_at` is when it came to where it stands (UTC).

    `entries`: its changes of status in the order in which they were entered; empty where they were not asked for.
    """

    application: Application
    notes: Sequence[Note]
    contacts: Sequence[Contact]
    interviews: Sequence[Interview]
    news_at: datetime | None
    entries: Sequence[HistoryEntry] = ()


@dataclass(frozen=True, slots=True)
class Employer:
    """A company and what was sent to it: how many, how many are active, the first and the last day, the last news."""

    company: str
    applications: int
    active: int
    first_on: date | None
    last_on: date | None
    news_at: datetime


def each(db: Connection, user_id: int, wanted: Filter, *, entries: bool = False) -> Iterator[Whole]:
    """The applications that match, in the filter's order; its page does not count. `entries`: with their history."""
    query = select(applications).where(*conditions(user_id, wanted), *shown(wanted)).order_by(*ordering(wanted))
    streamed = db.execute(query, execution_options={"yield_per": AT_ONCE}).mappings()
    for rows in streamed.partitions():
        ids = [row["id"] for row in rows]
        tags = tags_of(db, user_id, ids)
        parts = (_parts(db, user_id, notes, ids, Note), _parts(db, user_id, contacts, ids, Contact))
        dated = _parts(db, user_id, interviews, ids, Interview)
        news = _news(db, user_id, ids)
        told = _entries(db, user_id, ids) if entries else {}
        for row in rows:
            one = row["id"]
            held = [interview for interview in dated[one] if interview.state == "scheduled"]
            application = records.application(row, tags.get(one, ()))
            yield Whole(application, parts[0][one], parts[1][one], held, news.get(one), told.get(one, ()))


def employers(db: Connection, user_id: int, wanted: Filter) -> Iterator[Employer]:
    """The companies of the applications that match, those with the most first."""
    where = (*conditions(user_id, wanted), *shown(wanted))
    active = func.count().filter(A.status.not_in(ENDED))
    days = (func.min(A.applied_on), func.max(A.applied_on), func.max(A.last_event_at))
    query = select(func.max(A.company), func.count(), active, *days).where(*where).group_by(A.company_key)
    ordered = query.order_by(func.count().desc(), A.company_key)
    for row in db.execute(ordered, execution_options={"yield_per": AT_ONCE}):
        yield Employer(*row)


def _parts(
    db: Connection, user_id: int, table: Table, ids: Sequence[int], kind: type[Part]
) -> defaultdict[int, list[Part]]:
    """What hangs on these applications in one table, in time or as it was added."""
    c = table.c
    order = c.at if "at" in c else c.starts_at if "starts_at" in c else c.id
    query = select(table).where(c.user_id == user_id, c.application_id.in_(ids)).order_by(order, c.id)
    return _gathered(db, query, partial(records.plain, kind))


def _entries(db: Connection, user_id: int, ids: Sequence[int]) -> defaultdict[int, list[HistoryEntry]]:
    query = select(history).where(H.user_id == user_id, H.application_id.in_(ids)).order_by(H.id)
    return _gathered(db, query, records.history_entry)


def _gathered(db: Connection, query: Select[Any], read: Callable[[RowMapping], Part]) -> defaultdict[int, list[Part]]:
    """What the rows hold, by the application that they hang on."""
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for row in db.execute(query).mappings():
        found[row["application_id"]].append(read(row))
    return found


def _news(db: Connection, user_id: int, ids: Sequence[int]) -> dict[int, datetime]:
    latest = select(func.max(H.id)).where(H.user_id == user_id, H.application_id.in_(ids)).group_by(H.application_id)
    found = db.execute(select(H.application_id, H.at).where(H.id.in_(latest)))
    return {row.application_id: row.at for row in found}
