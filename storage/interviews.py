"""Interviews within applications; what they owe in reminders is not decided here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from storage.applications import get
from storage.journal import Journal
from storage.models import applications, interviews
from storage.progress import record_activity
from storage.records import Interview, plain
from storage.rows import fetch

I = interviews.c  # noqa: E741 - the table's columns
SCHEDULED, CANCELLED = "scheduled", "cancelled"


def add_interview(
    journal: Journal, application_id: int, starts_at: datetime, at: datetime, *, kind: str = "other", **fields: Any
) -> Interview:
    """Adds an interview (timezone, duration_minutes, with_, location, note); the status is the caller's to move.

    `starts_at`: an instant, ahead or (held already) behind `at`. Raises NotThere.
    """
    get(journal.db, journal.user_id, application_id)
    row = {"application_id": application_id, "starts_at": starts_at, "kind": kind, **fields}
    interview_id = journal.insert(interviews, **row)
    journal.update(applications, application_id, updated_at=at)
    return get_interview(journal.db, journal.user_id, interview_id)


def change_interview(journal: Journal, interview_id: int, at: datetime, **fields: Any) -> Interview:
    """Moves or corrects an interview; gives it as it is now. Raises NotThere."""
    if journal.update(interviews, interview_id, **fields):
        interview = get_interview(journal.db, journal.user_id, interview_id)
        journal.update(applications, interview.application_id, updated_at=at)
    return get_interview(journal.db, journal.user_id, interview_id)


def cancel_interview(journal: Journal, interview_id: int, at: datetime, *, note: str | None = None) -> Interview:
    """Cancels an interview, which is an event; the status stays. Raises NotThere."""
    if journal.update(interviews, interview_id, state=CANCELLED):
        interview = get_interview(journal.db, journal.user_id, interview_id)
        record_activity(journal, interview.application_id, "interview_cancelled", at, note=note)
    return get_interview(journal.db, journal.user_id, interview_id)


def get_interview(db: Connection, user_id: int, interview_id: int) -> Interview:
    """One interview. Raises NotThere."""
    row = fetch(db, user_id, interviews, interview_id)
    return Interview(**{name: value for name, value in row.items() if name != "user_id"})


def get_interviews(db: Connection, user_id: int, application_id: int, *, cancelled: bool = False) -> list[Interview]:
    """The interviews of an application in time; cancelled ones only when asked for."""
    where = [I.user_id == user_id, I.application_id == application_id]
    if not cancelled:
        where.append(I.state == SCHEDULED)
    rows = db.execute(select(interviews).where(*where).order_by(I.starts_at, I.id)).mappings()
    return [plain(Interview, row) for row in rows]


def find_interviews(
    db: Connection,
    user_id: int,
    *,
    first: datetime | None = None,
    last: datetime | None = None,
    limit: int | None = None,
) -> list[Interview]:
    """The scheduled interviews of a person from `first` to `last` (both included), in time."""
    where = [I.user_id == user_id, I.state == SCHEDULED]
    if first is not None:
        where.append(I.starts_at >= first)
    if last is not None:
        where.append(I.starts_at <= last)
    rows = db.execute(select(interviews).where(*where).order_by(I.starts_at, I.id).limit(limit)).mappings()
    return [plain(Interview, row) for row in rows]
