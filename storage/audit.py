"""The audit log: every call that came to the door and what became of it; it is never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage.house import audit
from storage.rows import add_rows

A = audit.c


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One call: the tool, its arguments, what became of it, and the step that can be undone, if any."""

    id: int
    at: datetime
    tool: str
    args: dict[str, Any]
    outcome: str
    detail: str | None
    step_id: int | None


def record(
    db: Connection,
    user_id: int,
    at: datetime,
    tool: str,
    args: Mapping[str, Any],
    outcome: str,
    detail: str | None = None,
    step_id: int | None = None,
) -> None:
    """Keeps one call."""
    record_all(db, user_id, at, [(tool, args, outcome, detail)], step_id)


def record_all(
    db: Connection,
    user_id: int,
    at: datetime,
    calls: list[tuple[str, Mapping[str, Any], str, str | None]],
    step_id: int | None = None,
) -> None:
    """Keeps the calls (tool, args, outcome, detail) of one message in one statement."""
    rows = [
        {"user_id": user_id, "at": at, "tool": tool, "args": dict(args), "outcome": outcome, "detail": detail}
        for tool, args, outcome, detail in calls
    ]
    add_rows(db, audit, [{**row, "step_id": step_id} for row in rows])


def recent(db: Connection, user_id: int, *, limit: int = 50) -> list[AuditEntry]:
    """The newest entries first."""
    rows = db.execute(select(audit).where(A.user_id == user_id).order_by(A.id.desc()).limit(limit)).mappings()
    return [AuditEntry(**{name: row[name] for name in AuditEntry.__dataclass_fields__}) for row in rows]
