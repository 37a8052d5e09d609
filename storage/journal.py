"""The way a person's data is written, so that it can be taken back; knows rows, not what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, delete, insert
from sqlalchemy.sql.dml import ReturningInsert

from storage import audit, step_rows
from storage.audit import Audited
from storage.images import Image, default_of, encode, image
from storage.images import values as decoded
from storage.models import activities, applications, interviews, reminders, users
from storage.rows import NotThere, add_and_change, add_row, add_whole_row, change_row, fetch

__all__ = ["Change", "Journal", "NotThere"]


@dataclass(frozen=True, slots=True)
class Change:
    """One row written: `before` is None for a new row, `after` for a deleted one, else the changed columns only."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None


# What is owed for an application depends on these rows of it, beside its own.
_LIVED = frozenset(table.name for table in (activities, interviews, reminders))


@dataclass(frozen=True, slots=True)
class _Spilled:
    """How many changes are in the database already, and the step to which they belong."""

    number: int = 0
    step_id: int | None = None


class Journal:
    """Writes rows of one person inside the transaction of `db` and remembers what they were.

    `close` keeps what was written as one step that can be undone, also after a restart.
    """

    def __init__(self, db: Connection, user_id: int) -> None:
        self.db = db
        self.user_id = user_id
        self.changes: list[Change] = []
        self.touched_applications: set[int] = set()
        self._settings_touched = False
        self._spilled = _Spilled()
        self._marked = (0, self._spilled)

    @property
    def empty(self) -> bool:
        """Whether nothing was written."""
        return not self.changes and not self._spilled.number

    @property
    def settings_changed(self) -> bool:
        """Whether the person's own row was written: all their reminders must be looked at again."""
        return self._settings_touched or any(change.table == users.name for change in self.changes)

    @property
    def bare_applications(self) -> dict[int, dict[str, Any]]:
        """The rows of the applications added by this step that have nothing yet but history, tags and notes, by id."""
        if self._spilled.number or any(change.table in _LIVED for change in self.changes):
            return {}
        mine = [change for change in self.changes if change.table == applications.name]
        images = {change.row_id: dict(change.after) for change in mine if change.before is None and change.after}
        for change in mine:
            if change.after is None:
                images.pop(change.row_id, None)
            elif change.row_id in images:
                images[change.row_id] |= change.after
        return {row_id: decoded(applications, kept) for row_id, kept in images.items()}

    def insert(self, table: Table, **values: Any) -> int:
        """Adds a row of this person; gives its id."""
        row = self._owned(table, values)
        row_id = add_row(self.db, table, row)
        self._added(table, row_id, row)
        return row_id

    def insert_row(self, table: Table, **values: Any) -> dict[str, Any]:
        """The same; gives the whole row."""
        row = self._owned(table, values)
        whole = add_whole_row(self.db, table, row)
        self._added(table, whole["id"], row)
        return whole

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Adds rows in few statements; gives their ids in the same order. What only some rows name gets its default."""
        if len(rows) < 2:
            return [self.insert(table, **row) for row in rows]
        named = {name: default_of(table.c[name]) for row in rows for name in self._owned(table, row)}
        owned = [{**named, **row, "user_id": self.user_id} for row in rows]
        ids = [int(found) for found in self.db.scalars(_numbered(table), owned)]
        for row_id, row in zip(ids, owned, strict=True):
            self._added(table, row_id, row)
        return ids

    def update(self, table: Table, row_id: int, **values: Any) -> bool:
        """Changes columns of a row; False (and nothing written) when none differs. Raises NotThere."""
        return self.update_row(table, fetch(self.db, self.user_id, table, row_id), **values)

    def update_row(self, table: Table, row: dict[str, Any], **values: Any) -> bool:
        """The same for a row just fetched for this person, which takes on the new values."""
        differing = _differing(table, row, values)
        if differing:
            change_row(self.db, table, row["id"], differing)
            self._changed(table, row, differing)
        return bool(differing)

    def insert_and_update(
        self, table: Table, values: Mapping[str, Any], other: Table, row: dict[str, Any], **changed: Any
    ) -> int:
        """Both at once: adds a row, whose id it gives, and changes one of another table that was just fetched."""
        differing = _differing(other, row, changed)
        if not differing:
            return self.insert(table, **values)
        owned = self._owned(table, values)
        row_id = add_and_change(self.db, table, owned, other, row["id"], differing)
        self._added(table, row_id, owned)
        self._changed(other, row, differing)
        return row_id

    def delete(self, table: Table, row_id: int) -> None:
        """Deletes a row and keeps all of it. Raises NotThere."""
        row = fetch(self.db, self.user_id, table, row_id)
        self.db.execute(delete(table).where(table.c.id == row_id))
        self.forget(table, row)

    def forget(self, table: Table, row: Mapping[str, Any]) -> None:
        """Keeps a row that goes with another one (by cascade) as deleted; children before their parent."""
        self._keep(table, Change(table.name, row["id"], image(table, row), None), row)

    def touch(self, application_id: int) -> None:
        """Marks an application whose reminders must be looked at again."""
        self.touched_applications.add(application_id)

    def mark(self) -> int:
        """Where the journal stands, to come back to when a savepoint is rolled back."""
        self._marked = (len(self.changes), self._spilled)
        return len(self.changes) + self._spilled.number

    def back_to(self, mark: int) -> None:
        """Forgets what was written since `mark`, the latest one, which the database has forgotten too."""
        kept, self._spilled = self._marked
        del self.changes[kept:]
        assert len(self.changes) + self._spilled.number == mark

    def spill(self, at: datetime) -> None:
        """Puts what was written since the latest mark into the database already, so that memory stays flat."""
        kept = self._marked[0]
        rows = self.changes[kept:]
        if not rows:
            return
        step_id = self._spilled.step_id or step_rows.keep(self.db, self._step(at, "", None, [], ""), [])
        step_rows.add(self.db, step_id, self._step(at, "", None, [], ""), [_as_row(change) for change in rows])
        del self.changes[kept:]
        self._spilled = _Spilled(self._spilled.number + len(rows), step_id)

    def touch_settings(self) -> None:
        """Marks the person's settings as written without a change of this step (by an undo)."""
        self._settings_touched = True

    def close(
        self,
        at: datetime,
        origin: str,
        event_id: str | None,
        calls: Sequence[Mapping[str, Any]],
        summary: str,
        audited: Sequence[Audited] = (),
    ) -> int | None:
        """Keeps what was written as one step, None when nothing was; and the calls in the audit log in any case."""
        if self.empty:
            audit.record_all(self.db, self.user_id, at, audited)
            return None
        step = self._step(at, origin, event_id, calls, summary)
        rows = [_as_row(change) for change in self.changes]
        if self._spilled.step_id is None:
            return step_rows.keep(self.db, step, rows, audit.as_rows(audited))
        step_rows.settle(self.db, self._spilled.step_id, step, rows, audit.as_rows(audited))
        return self._spilled.step_id

    def _step(
        self, at: datetime, origin: str, event_id: str | None, calls: Sequence[Mapping[str, Any]], summary: str
    ) -> dict[str, Any]:
        return {
            "user_id": self.user_id,
            "at": at,
            "origin": origin,
            "event_id": event_id,
            "calls": list(calls),
            "summary": summary,
        }

    def _owned(self, table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
        unknown = [name for name in values if name not in table.c]
        if unknown:
            raise TypeError(f"{table.name} has no column {', '.join(unknown)}")
        return {**values, "user_id": self.user_id}

    def _added(self, table: Table, row_id: int, row: Mapping[str, Any]) -> None:
        whole = {**row, "id": row_id}
        self._keep(table, Change(table.name, row_id, None, image(table, whole)), whole)

    def _changed(self, table: Table, row: dict[str, Any], values: Mapping[str, Any]) -> None:
        before = {name: encode(table.c[name], row[name]) for name in values}
        after = {name: encode(table.c[name], value) for name, value in values.items()}
        self._keep(table, Change(table.name, row["id"], before, after), row)
        row.update(values)

    def _keep(self, table: Table, change: Change, row: Mapping[str, Any]) -> None:
        self.changes.append(change)
        application_id = row["id"] if table is applications else row.get("application_id")
        if application_id is not None:
            self.touched_applications.add(application_id)


@cache
def _numbered(table: Table) -> ReturningInsert[Any]:
    return insert(table).returning(table.c.id, sort_by_parameter_order=True)


def _differing(table: Table, row: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that are not in the row yet."""
    return {n: value for n, value in values.items() if encode(table.c[n], row[n]) != encode(table.c[n], value)}


def _as_row(change: Change) -> dict[str, Any]:
    return {
        "table_name": change.table,
        "row_id": change.row_id,
        "before": change.before,
        "after": change.after,
    }
