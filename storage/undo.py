"""Takes steps back from their before-images, and says what had to stay; knows rows, not what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage import findings
from storage.columns import metadata
from storage.house import changes as changes_table
from storage.house import steps as steps_table
from storage.images import Image, image, values
from storage.journal import Change, Journal
from storage.models import (
    activities,
    applications,
    contacts,
    documents,
    history,
    interviews,
    notes,
    reminders,
    tags,
    users,
)
from storage.rows import NotThere, find_row, owner_column
from storage.steps import StepSummary, get_step, recent_steps

# Follow from other columns or rows: never a reason to keep something, never named.
DERIVED = frozenset({"updated_at", "last_event_at", "company_key"})
_PAGE = 2000
_AT_ONCE = 400
T = TypeVar("T")
CHILDREN = (history, activities, documents, notes, tags, contacts, interviews)


@dataclass(frozen=True, slots=True)
class Kept:
    """What could not be taken back because it was changed since; `field` is None for a whole row."""

    table: str
    row_id: int
    field: str | None
    application_id: int | None


@dataclass(frozen=True, slots=True)
class Undone:
    """The steps taken back, newest first, and what stays."""

    steps: list[StepSummary]
    kept: list[Kept]


def undo(journal: Journal, at: datetime, *, steps: int = 1, step_id: int | None = None) -> Undone:
    """Takes back the newest `steps` steps not undone yet, or the one named; none left: empty lists.

    Raises NotThere for a `step_id` of nobody or of another person; a step undone before gives empty lists.
    The writes make no step of their own; the applications concerned are in `journal.touched_applications`.
    """
    chosen = _chosen(journal.db, journal.user_id, steps, step_id)
    kept = [one for step in chosen for one in _take_back(journal, step.id)]
    if chosen:
        ids = [step.id for step in chosen]
        journal.db.execute(update(steps_table).where(steps_table.c.id.in_(ids)).values(undone_at=at))
        findings.mark_undone(journal.db, journal.user_id, ids)
        for application_id in still_there(journal.db, journal.user_id, journal.touched_applications):
            settle_last_event(journal.db, journal.user_id, application_id)
    return Undone(chosen, kept)


def with_status_back(db: Connection, user_id: int, step_ids: Sequence[int], limit: int) -> list[int]:
    """The applications, still there, whose status these steps had changed; at most `limit` of them."""
    c = changes_table.c
    of_steps = select(steps_table.c.id).where(steps_table.c.user_id == user_id, steps_table.c.id.in_(step_ids))
    where = (c.step_id.in_(of_steps), c.table_name == applications.name, c.before.is_not(None))
    rows = db.execute(select(c.row_id, c.before, c.after).where(*where).order_by(c.id).limit(_PAGE)).mappings()
    moved = {row["row_id"] for row in rows if row["after"] is not None and "status" in row["before"]}
    return still_there(db, user_id, moved)[:limit]


def settle_last_event(db: Connection, user_id: int, application_id: int) -> None:
    """Sets `last_event_at` of an application to its newest event; without any, leaves it."""
    newest = [
        db.scalar(
            select(func.max(table.c.at)).where(table.c.user_id == user_id, table.c.application_id == application_id)
        )
        for table in (history, activities)
    ]
    instants = [one for one in newest if one is not None]
    if instants:
        mine = (applications.c.id == application_id, applications.c.user_id == user_id)
        db.execute(update(applications).where(*mine).values(last_event_at=max(instants)))


def _chosen(db: Connection, user_id: int, steps: int, step_id: int | None) -> list[StepSummary]:
    if step_id is None:
        return recent_steps(db, user_id, limit=steps)
    step = get_step(db, user_id, step_id)
    if step is None:
        raise NotThere(f"no step {step_id} of user {user_id}")
    return [] if step.undone_at is not None else [step]


def still_there(db: Connection, user_id: int, application_ids: Collection[int]) -> list[int]:
    """Those of these applications that this person has, in the order of their ids."""
    found: list[int] = []
    for some in _in_parts(sorted(application_ids)):
        mine = (applications.c.user_id == user_id, applications.c.id.in_(some))
        found += db.scalars(select(applications.c.id).where(*mine).order_by(applications.c.id))
    return found


def _take_back(journal: Journal, step_id: int) -> list[Kept]:
    """From the newest change to the oldest; new rows of one table that follow each other are taken back together."""
    kept: list[Kept] = []
    for (name, is_new), run in groupby(_changes(journal, step_id), key=lambda one: (one.table, one.before is None)):
        table = metadata.tables[name]
        if is_new:
            kept += [one for some in _in_parts(run) for one in _unadd(journal, table, some)]
        else:
            kept += [one for change in run for one in _restore(journal, table, change)]
    return kept


def _changes(journal: Journal, step_id: int) -> Iterator[Change]:
    """The changes of a step, the newest first, read page by page: an import has hundreds of thousands."""
    c = changes_table.c
    query = select(changes_table).where(c.step_id == step_id).order_by(c.id.desc()).limit(_PAGE)
    rows = journal.db.execute(query).mappings().all()
    while rows:
        for row in rows:
            yield Change(row["table_name"], row["row_id"], row["before"], row["after"])
        rows = journal.db.execute(query.where(c.id < rows[-1]["id"])).mappings().all()


def _in_parts(found: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(found)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some


def _restore(journal: Journal, table: Table, change: Change) -> list[Kept]:
    current = find_row(journal.db, journal.user_id, table, change.row_id)
    _touch(journal, table, current or change.before or {})
    if change.after is None:
        return _bring_back(journal, table, change.row_id, change.before or {}, current)
    return _change_back(journal, table, change, current)


def _unadd(journal: Journal, table: Table, changes: Sequence[Change]) -> list[Kept]:
    """Delete rows that were new; one that was changed since stays, and is named with what is different."""
    mine = (owner_column(table) == journal.user_id, table.c.id.in_([change.row_id for change in changes]))
    there = {row["id"]: dict(row) for row in journal.db.execute(select(table).where(*mine)).mappings()}
    loaded = _with_children(journal.db, list(there)) if table is applications else set()
    kept: list[Kept] = []
    gone: list[int] = []
    for change in changes:
        current = there.get(change.row_id)
        _touch(journal, table, current or {})
        if current is None:
            continue
        differing = [name for name in _differing(table, current, change.after or {}) if name not in DERIVED]
        kept += [_kept(table, current, name) for name in differing]
        if not differing and change.row_id in loaded:
            kept.append(_kept(table, current, None))
        elif not differing:
            gone.append(change.row_id)
    journal.db.execute(delete(table).where(table.c.id.in_(gone)))
    return kept


def _bring_back(
    journal: Journal, table: Table, row_id: int, before: Image, current: dict[str, Any] | None
) -> list[Kept]:
    if current is not None:
        return [_kept(table, current, None)]
    try:
        with journal.db.begin_nested():
            journal.db.execute(insert(table).values(values(table, before)))
    except IntegrityError:
        # What it belonged to is gone, or the same was added again since.
        return [_kept(table, {"application_id": before.get("application_id"), "id": row_id}, None)]
    return []


def _change_back(journal: Journal, table: Table, change: Change, current: dict[str, Any] | None) -> list[Kept]:
    before, after = change.before or {}, change.after or {}
    if current is None:
        return [_kept(table, {"id": change.row_id}, None)]
    since = set(_differing(table, current, after))
    back = {name: value for name, value in before.items() if name not in since}
    if back:
        mine = (table.c.id == change.row_id, owner_column(table) == journal.user_id)
        journal.db.execute(update(table).where(*mine).values(values(table, back)))
    return [_kept(table, current, name) for name in after if name in since and name not in DERIVED]


def _differing(table: Table, current: dict[str, Any], after: Image) -> list[str]:
    now = image(table, current)
    return [name for name, value in after.items() if name in now and now[name] != value]


def _with_children(db: Connection, application_ids: Sequence[int]) -> set[int]:
    """Those on which something of the person's own hangs; reminders that follow from facts just go along."""
    hanging = [
        select(t.c.application_id).where(t.c.application_id.in_(application_ids)) for t in (*CHILDREN, reminders)
    ]
    hanging[-1] = hanging[-1].where(reminders.c.kind == "custom")
    return {found for query in hanging for found in db.scalars(query.distinct())}


def _touch(journal: Journal, table: Table, row: dict[str, Any]) -> None:
    if table is users:
        journal.touch_settings()
    application_id = row.get("id") if table is applications else row.get("application_id")
    if application_id is not None:
        journal.touch(application_id)


def _kept(table: Table, row: dict[str, Any], field: str | None) -> Kept:
    application_id = row["id"] if table is applications else row.get("application_id")
    return Kept(table.name, row["id"], field, application_id)
