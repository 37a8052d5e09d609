"""Reminders as a person meets them: set, list, snooze, done, cancel; sends nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, func, or_, select

from storage.applications import get as get_application
from storage.journal import Journal
from storage.localtime import local_day, local_instant
from storage.models import reminders, users
from storage.owed import Kind
from storage.progress import record_activity
from storage.reconcile import BY_PERSON
from storage.records import Reminder, plain
from storage.rows import fetch
from storage.status import ENDED
from storage.upkeep import SET_AFTER_END, refresh, refresh_digest

__all__ = ["refresh", "refresh_digest"]
R = reminders.c
AT_ONCE = 500


def set_custom(
    journal: Journal,
    text: str,
    due_at: datetime,
    at: datetime,
    *,
    application_id: int | None = None,
    timezone: str | None = None,
    named_hour: bool = False,
    status: str = "pending",
) -> Reminder:
    """Sets a reminder of the person's own for an instant; `timezone` is where it was said. Raises NotThere."""
    step = None
    if application_id is not None and get_application(journal.db, journal.user_id, application_id).status in ENDED:
        step = SET_AFTER_END
    row = {"kind": str(Kind.CUSTOM), "text": text, "due_at": due_at, "created_at": at, "application_id": application_id}
    local = None if timezone is None else due_at.astimezone(ZoneInfo(timezone)).strftime("%Y-%m-%dT%H:%M")
    more = {"timezone": timezone, "local_time": local, "named_hour": named_hour, "status": status, "step": step}
    return get(journal.db, journal.user_id, journal.insert(reminders, **row, **more))


def get(db: Connection, user_id: int, reminder_id: int) -> Reminder:
    """One reminder. Raises NotThere."""
    row = fetch(db, user_id, reminders, reminder_id)
    return Reminder(**{name: value for name, value in row.items() if name != "user_id"})


def find(
    db: Connection,
    user_id: int,
    now: datetime,
    *,
    application_id: int | None = None,
    statuses: Sequence[str] | None = ("pending",),
    kinds: Sequence[str] | None = None,
    last: datetime | None = None,
    limit: int | None = None,
) -> list[Reminder]:
    """Reminders in the order in which they fall due; of the pending ones only those that are owed at `now`.

    Words about mails, mailboxes and sheets that wait to be told are none of them.
    """
    where = _of(user_id, now)
    if application_id is not None:
        where.append(R.application_id == application_id)
    if statuses is not None:
        where.append(R.status.in_(statuses))
    if kinds is not None:
        where.append(R.kind.in_(kinds))
    if last is not None:
        where.append(R.due_at <= last)
    query = select(reminders).where(*where).order_by(R.due_at, R.id).limit(limit)
    return [plain(Reminder, row) for row in db.execute(query).mappings()]


def each(db: Connection, user_id: int, now: datetime, without: Sequence[str] = ()) -> Iterator[Reminder]:
    """All that `find` knows, whatever their status, read a few at a time, but for the kinds `without`."""
    query = select(reminders).where(*_of(user_id, now), R.kind.not_in(without)).order_by(R.due_at, R.id)
    for row in db.execute(query, execution_options={"yield_per": AT_ONCE}).mappings():
        yield plain(Reminder, row)


def count(db: Connection, user_id: int, now: datetime, without: Sequence[str] = ()) -> int:
    """How many `each` gives."""
    where = (*_of(user_id, now), R.kind.not_in(without))
    return int(db.scalar(select(func.count()).select_from(reminders).where(*where)) or 0)


def change_custom(
    journal: Journal,
    reminder_id: int,
    *,
    text: str | None = None,
    due_at: datetime | None = None,
    timezone: str | None = None,
) -> Reminder:
    """Writes a reminder of the person's own anew, or moves it. Raises NotThere."""
    values: dict[str, object] = {} if text is None else {"text": text}
    if due_at is not None:
        values |= {"due_at": due_at, "status": "pending", "snoozed": False, "held_until": None}
    if due_at is not None and timezone is not None:
        local = due_at.astimezone(ZoneInfo(timezone)).strftime("%Y-%m-%dT%H:%M")
        values |= {"timezone": timezone, "local_time": local}
    journal.update(reminders, reminder_id, **values)
    return get(journal.db, journal.user_id, reminder_id)


def snooze(
    journal: Journal, reminder_id: int, now: datetime, *, days: int = 0, until: datetime | None = None
) -> Reminder:
    """Puts a reminder off until an instant, or by days from today to its own local time of day. Raises NotThere."""
    before = get(journal.db, journal.user_id, reminder_id)
    due_at = until or _days_on(journal, before, now, days)
    values = {"status": "pending", "due_at": due_at, "snoozed": True, "reason": None}
    journal.update(reminders, reminder_id, **values, hidden_until=None, held_until=None)
    return get(journal.db, journal.user_id, reminder_id)


def done(journal: Journal, reminder_id: int, at: datetime) -> Reminder:
    """Marks a reminder as done; of a follow-up that is an event, from which the days count anew. Raises NotThere."""
    before = get(journal.db, journal.user_id, reminder_id)
    changed = journal.update(reminders, reminder_id, status="done", reason=None)
    if changed and before.kind == Kind.FOLLOW_UP and before.application_id is not None:
        record_activity(journal, before.application_id, "follow_up", at)
    return get(journal.db, journal.user_id, reminder_id)


def cancel(journal: Journal, reminder_id: int) -> Reminder:
    """Cancels a reminder for good; of a follow-up also those to come, until something happens. Raises NotThere."""
    journal.update(reminders, reminder_id, status="cancelled", reason=BY_PERSON)
    return get(journal.db, journal.user_id, reminder_id)


def _of(user_id: int, now: datetime) -> list[ColumnElement[bool]]:
    return [R.user_id == user_id, R.kind.not_in((Kind.MAIL, Kind.MAILBOX, Kind.SHEET)), _shown(now)]


def _shown(now: datetime) -> ColumnElement[bool]:
    return or_(R.hidden_until.is_(None), R.hidden_until <= now, R.status != "pending")


def _days_on(journal: Journal, reminder: Reminder, now: datetime, days: int) -> datetime:
    said_in = reminder.timezone if reminder.kind == Kind.CUSTOM else None
    name = said_in or journal.db.scalar(select(users.c.timezone).where(users.c.id == journal.user_id))
    zone = ZoneInfo(name or "UTC")
    clock = reminder.due_at.astimezone(zone).time()
    return local_instant(local_day(now, zone) + timedelta(days=days), clock, zone)
