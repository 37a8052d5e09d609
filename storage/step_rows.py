"""Keeps a step, the rows it wrote and the calls it was made of; knows no meaning of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Connection,
    Select,
    String,
    bindparam,
    column,
    func,
    insert,
    select,
    true,
    update,
)
from sqlalchemy.sql.selectable import TableValuedAlias

from storage.house import audit, changes, steps
from storage.rows import add_row, add_rows

MOST_AT_ONCE = 100  # changes in one statement
Rows = Sequence[Mapping[str, Any]]


def keep(db: Connection, step: Mapping[str, Any], changed: Rows, audited: Rows = ()) -> int:
    """Keeps a new step with its changes and its entries of the audit log; gives the step's id.

    One round trip where the database can: each costs more than what it carries.
    """
    if db.dialect.name == "postgresql" and 0 < len(changed) <= MOST_AT_ONCE:
        told = {"changed": list(changed), "audited": list(audited)}
        return int(db.execute(_at_once(), {**step, **told}).scalar_one())
    step_id = add_row(db, steps, step)
    add(db, step_id, step, changed, audited)
    return step_id


def settle(db: Connection, step_id: int, step: Mapping[str, Any], changed: Rows, audited: Rows) -> None:
    """Says what a step that was kept ahead is, and keeps the rest of it."""
    db.execute(update(steps).where(steps.c.id == step_id).values(step))
    add(db, step_id, step, changed, audited)


def add(db: Connection, step_id: int, step: Mapping[str, Any], changed: Rows, audited: Rows = ()) -> None:
    """Keeps further changes of a step, and entries of the audit log."""
    add_rows(db, changes, [{"step_id": step_id, **row} for row in changed])
    of_step = {"user_id": step["user_id"], "at": step["at"], "step_id": step_id}
    add_rows(db, audit, [{**of_step, **row} for row in audited])


@cache
def _at_once() -> Select[Any]:
    named: dict[str, Any] = {
        name: bindparam(name) for name in ("user_id", "at", "origin", "event_id", "calls", "summary")
    }
    kept = insert(steps).values(named).returning(steps.c.id, steps.c.user_id, steps.c.at).cte("kept")
    images = ("before", JSON), ("after", JSON)
    changed = _rows("changed", ("table_name", String), ("row_id", BigInteger), *images)
    audited = _rows("audited", ("tool", String), ("args", JSON), ("outcome", String), ("detail", String))
    of_changes = select(kept.c.id, *changed.c).select_from(kept.join(changed, true()))
    of_audit = select(kept.c.user_id, kept.c.at, kept.c.id, *audited.c).select_from(kept.join(audited, true()))
    return (
        select(kept.c.id)
        .add_cte(insert(changes).from_select(["step_id", *changed.c.keys()], of_changes).cte("written"))
        .add_cte(insert(audit).from_select(["user_id", "at", "step_id", *audited.c.keys()], of_audit).cte("logged"))
    )


def _rows(name: str, *columns: tuple[str, Any]) -> TableValuedAlias:
    """A list of rows that is handed over as one value."""
    typed = [column(of_it, kind) for of_it, kind in columns]
    value = func.json_to_recordset(bindparam(name, type_=JSON))
    return value.table_valued(*typed, name=f"{name}_rows").render_derived(with_types=True)
