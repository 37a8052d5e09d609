"""The audit log: every call that came to the door and what became of it; it is never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage.columns import clean_text
from storage.house import audit
from storage.rows import add_rows

A = audit.c
# The tool, its arguments, what became of it, and what was said.
Audited = tuple[str, Mapping[str, Any], str, str | None]


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


def record_all(db: Connection, user_id: int, at: datetime, calls: Sequence[Audited]) -> None:
    """Keeps the calls of one message that wrote nothing; those of a step are kept with it."""
    add_rows(db, audit, [{"user_id": user_id, "at": at, **row} for row in as_rows(calls)])


def as_rows(calls: Sequence[Audited]) -> list[dict[str, Any]]:
    """The columns of the calls."""
    return [
        {"tool": tool, "args": dict(args), "outcome": outcome, "detail": None if detail is None else clean_text(detail)}
        for tool, args, outcome, detail in calls
    ]


def recent(db: Connection, user_id: int, *, limit: int = 50) -> list[AuditEntry]:
    """The newest entries first."""
    rows = db.execute(select(audit).where(A.user_id == user_id).order_by(A.id.desc()).limit(limit)).mappings()
    return [AuditEntry(**{name: row[name] for name in AuditEntry.__dataclass_fields__}) for row in rows]
