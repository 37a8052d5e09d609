"""Applications: finds, adds, changes, tags and removes them; what moves their status is in progress.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, not_, select, true

from storage import records
from storage.companies import company_key
from storage.filters import Filter, conditions, ordering, shown
from storage.journal import Journal
from storage.models import activities, applications, contacts, documents, history, interviews, notes, reminders
from storage.models import tags as tags_table
from storage.openings import postings
from storage.prepared import Prepared
from storage.records import Activity, Application, Entry, HistoryEntry
from storage.rows import fetch
from storage.status import ENDED, Status

A, T = applications.c, tags_table.c
_MINE = A.user_id == bindparam("owner")
_LATEST = (A.last_event_at.desc(), A.id.desc())
_ALL = select(applications).where(_MINE).order_by(*_LATEST)
_TAGS = select(T.application_id, T.tag).where(T.user_id == bindparam("owner")).order_by(T.id)
_TAGS_OF = _TAGS.where(T.application_id.in_(bindparam("ids", expanding=True)))
_TAGS_OF_ONE = Prepared(_TAGS.where(T.application_id == bindparam("number")))


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the applications that match: how many in all, and how many a list of active ones leaves out."""

    items: list[Application]
    total: int
    left_out_ended: int
    left_out_archived: int


def get(db: Connection, user_id: int, application_id: int) -> Application:
    """One application. Raises NotThere."""
    return of_row(db, user_id, fetch(db, user_id, applications, application_id))


def of_row(db: Connection, user_id: int, row: Mapping[str, Any]) -> Application:
    """The record of a row of `applications` that was just fetched or written for this person."""
    return of_rows(db, user_id, [row])[0]


def of_rows(db: Connection, user_id: int, rows: Sequence[Mapping[Any, Any]]) -> list[Application]:
    """The records of rows of `applications` that were just fetched or written for this person, in the same order."""
    known = tags_of(db, user_id, [row["id"] for row in rows])
    return [records.application(row, known.get(row["id"], ())) for row in rows]


def find(db: Connection, user_id: int, wanted: Filter | None = None) -> Page:
    """A page of the applications that match, with what it leaves out."""
    wanted = wanted or Filter()
    where = conditions(user_id, wanted)
    shown_too = shown(wanted)
    query = select(applications).where(*where, *shown_too).order_by(*ordering(wanted))
    rows = db.execute(query.limit(wanted.limit).offset(wanted.offset)).mappings().all()
    return Page(of_rows(db, user_id, rows), *_counts(db, where, shown_too))


def identities(db: Connection, user_id: int) -> Iterator[tuple[str, str | None, date | None]]:
    """What tells this person's applications apart: company key, title, day of application."""
    for row in db.execute(select(A.company_key, A.title, A.applied_on).where(A.user_id == user_id)):
        yield row.company_key, row.title, row.applied_on


def _counts(db: Connection, where: list[ColumnElement[bool]], shown_too: list[ColumnElement[bool]]) -> tuple[int, ...]:
    inside = and_(true(), *shown_too)
    ended = A.status.in_(ENDED)
    left_out = not_(inside)
    query = select(
        func.count().filter(inside),
        func.count().filter(left_out, ended),
        func.count().filter(left_out, ~ended, A.archived),
    )
    return tuple(db.execute(query.where(*where)).one())


def everything(db: Connection, user_id: int) -> list[Application]:
    """All applications, the latest news first."""
    rows = db.execute(_ALL, {"owner": user_id}).mappings().all()
    known = _grouped(db.execute(_TAGS, {"owner": user_id})) if rows else {}
    return [records.application(row, known.get(row["id"], ())) for row in rows]


def currencies(db: Connection, user_id: int) -> set[str]:
    """The currencies of the pay that is noted."""
    return set(
        db.scalars(select(A.salary_currency).where(A.user_id == user_id, A.salary_currency.is_not(None)).distinct())
    )


def count_without(db: Connection, user_id: int, columns: Sequence[str]) -> int:
    """How many applications have none of these columns noted."""
    blank = [A[column].is_(None) for column in columns]
    return db.scalar(select(func.count()).where(A.user_id == user_id, *blank)) or 0


def get_history(db: Connection, user_id: int, application_id: int) -> list[HistoryEntry]:
    """The changes of status in the order in which they were entered."""
    h = history.c
    query = select(history).where(h.user_id == user_id, h.application_id == application_id).order_by(h.id)
    return [records.history_entry(row) for row in db.execute(query).mappings()]


def get_activities(db: Connection, user_id: int, application_id: int) -> list[Activity]:
    """The other events, in time."""
    a = activities.c
    query = select(activities).where(a.user_id == user_id, a.application_id == application_id).order_by(a.at, a.id)
    return [records.plain(Activity, row) for row in db.execute(query).mappings()]


def add(
    journal: Journal,
    company: str,
    status: Status,
    at: datetime,
    *,
    entries: Sequence[Entry] = (),
    tags: Sequence[str] = (),
    **fields: Any,
) -> Application:
    """Adds an application with its history; without `entries` that is one of the user's: `status` at `at` (now).

    `fields` are columns (title, applied_on, salary_min, …); `applied_on` is not guessed.
    """
    entries = entries or [Entry(status, at)]
    row = {
        **fields,
        "company": company,
        "company_key": company_key(company),
        "status": str(status),
        "created_at": at,
        "updated_at": at,
        "last_event_at": max(entry.at for entry in entries),
    }
    added = journal.insert_row(applications, **row)
    application_id = int(added["id"])
    journal.insert_many(history, [entry_row(application_id, entry) for entry in entries])
    tags = tuple(dict.fromkeys(tags))
    journal.insert_many(tags_table, [{"application_id": application_id, "tag": tag} for tag in tags])
    return records.application(added, tags)


def entry_row(application_id: int, entry: Entry) -> dict[str, Any]:
    """The values of an entry for the table `history`."""
    return {
        "application_id": application_id,
        "status": str(entry.status),
        "at": entry.at,
        "source": str(entry.source),
        "note": entry.note,
        "evidence": entry.evidence,
    }


def change(journal: Journal, application_id: int, at: datetime, **fields: Any) -> Application:
    """Sets columns (not the status) of an application; gives it as it is now. Raises NotThere."""
    if "status" in fields:
        raise TypeError("the status has its own function: set_status")
    if "company" in fields:
        fields["company_key"] = company_key(fields["company"])
    row = fetch(journal.db, journal.user_id, applications, application_id)
    if journal.update_row(applications, row, **fields):
        journal.update_row(applications, row, updated_at=at)
    return of_row(journal.db, journal.user_id, row)


def add_tags(journal: Journal, application_id: int, names: Sequence[str]) -> list[str]:
    """Adds tags; gives those that were new (case does not count). Raises NotThere."""
    known = {tag.casefold() for tag in get(journal.db, journal.user_id, application_id).tags}
    fresh = [name for name in dict.fromkeys(names) if name.casefold() not in known]
    journal.insert_many(tags_table, [{"application_id": application_id, "tag": name} for name in fresh])
    return fresh


def remove_tags(journal: Journal, application_id: int, names: Sequence[str]) -> list[str]:
    """Takes tags off; gives those that were there. Raises NotThere."""
    get(journal.db, journal.user_id, application_id)
    gone = {name.casefold() for name in names}
    t = tags_table.c
    query = select(t.id, t.tag).where(t.user_id == journal.user_id, t.application_id == application_id)
    found = [row for row in journal.db.execute(query) if row.tag.casefold() in gone]
    for row in found:
        journal.delete(tags_table, row.id)
    return [row.tag for row in found]


def remove(journal: Journal, application_id: int) -> Application:
    """Deletes an application with all that hangs on it, so that one undo brings all of it back. Raises NotThere."""
    application = get(journal.db, journal.user_id, application_id)
    for table in (postings, reminders, activities, documents, notes, tags_table, contacts, history, interviews):
        mine = (table.c.user_id == journal.user_id, table.c.application_id == application_id)
        for row in journal.db.execute(select(table).where(*mine).order_by(table.c.id.desc())).mappings().all():
            journal.forget(table, {**row})
    journal.delete(applications, application_id)
    return application


def tags_of(db: Connection, user_id: int, ids: Sequence[int]) -> dict[int, list[str]]:
    """The tags of some applications, by their id."""
    if not ids:
        return {}
    if len(ids) == 1:
        return _grouped(_TAGS_OF_ONE.tuples(db, {"owner": user_id, "number": ids[0]}))
    return _grouped(db.execute(_TAGS_OF, {"owner": user_id, "ids": ids}))


def _grouped(rows: Iterable[Sequence[Any]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for application_id, tag in rows:
        found.setdefault(application_id, []).append(tag)
    return found
