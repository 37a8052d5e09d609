"""The steps that can be taken back, as they can be told: what was changed, when, and by which calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from storage.finding_tables import findings
from storage.house import steps

S, F = steps.c, findings.c


@dataclass(frozen=True, slots=True)
class StepSummary:
    """One step as it can be told: what it was, when (UTC), and the calls that made it."""

    id: int
    at: datetime
    origin: str
    event_id: str | None
    summary: str
    calls: list[dict[str, Any]]
    undone_at: datetime | None


def recent_steps(db: Connection, user_id: int, *, limit: int = 10, undone: bool = False) -> list[StepSummary]:
    """The newest steps first; those undone only when asked for.

    A step that a mail made by itself is as new as the instant at which the person was told of it; before that it is
    not among them: nobody takes back what they do not know of.
    """
    mine = (S.user_id == user_id, *(() if undone else (S.undone_at.is_(None),)))
    by_mail = select(F.step_id).where(F.user_id == user_id, F.step_id.is_not(None))
    own = select(steps).where(*mine, S.id.not_in(by_mail)).order_by(S.id.desc()).limit(limit)
    told = select(steps, F.told_at).join(findings, F.step_id == S.id).where(*mine, F.user_id == user_id)
    told = told.where(F.told_at.is_not(None)).order_by(F.told_at.desc(), S.id.desc()).limit(limit)
    found = [(row["at"], row) for row in db.execute(own).mappings()]
    if mails := db.execute(told).mappings().all():
        found = sorted([*found, *((row["told_at"], row) for row in mails)], key=lambda one: one[0], reverse=True)
    return [_summary(row) for _, row in found[:limit]]


def get_step(db: Connection, user_id: int, step_id: int) -> StepSummary | None:
    """One step of this person."""
    row = db.execute(select(steps).where(S.user_id == user_id, S.id == step_id)).mappings().first()
    return None if row is None else _summary(row)


def _summary(row: RowMapping) -> StepSummary:
    return StepSummary(**{name: row[name] for name in StepSummary.__dataclass_fields__})
