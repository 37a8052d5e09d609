"""Moves applications along and keeps their events; after the first entry the only writer of the history."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, func, select

from storage.applications import entry_row, get
from storage.journal import Journal
from storage.models import activities, applications, history, users
from storage.records import Application, Entry
from storage.rows import fetch
from storage.status import Status

# What a change of status may write of an application.
MOVED = ("id", "status", "applied_on", "deadline_on", "updated_at", "last_event_at")


def set_status(
    journal: Journal,
    application_id: int,
    entry: Entry,
    *,
    applied_on: date | None = None,
    now: datetime | None = None,
) -> None:
    """Moves an application and adds the entry to its history. Raises NotThere.

    `now`: the time of entry, if later than `entry.at`. A move to `applied` fills `applied_on` (as given, else the
    day of `entry.at` in the person's zone); a move to `offer` drops the posting's deadline.
    """
    row = fetch(journal.db, journal.user_id, applications, application_id, *MOVED)
    fields: dict[str, object] = {
        "status": str(entry.status),
        "updated_at": now or entry.at,
        "last_event_at": max(entry.at, row["last_event_at"]),
    }
    if entry.status is Status.APPLIED and (applied_on is not None or row["applied_on"] is None):
        fields["applied_on"] = applied_on or _local_day(journal, entry.at)
    if entry.status is Status.OFFER and row["status"] != Status.OFFER:
        fields["deadline_on"] = None
    journal.insert_and_update(history, entry_row(application_id, entry), applications, row, **fields)


def replace_last_status(
    journal: Journal,
    application_id: int,
    entry: Entry,
    *,
    applied_on: date | None = None,
    now: datetime | None = None,
) -> Application:
    """Puts `entry` in the place of the newest one of the history: that was a mistake. Raises NotThere.

    If it would only repeat the one before, the mistake just goes. A day of application that came with the wrong
    `applied` goes too when nothing but `saved` is left.
    """
    before = get(journal.db, journal.user_id, application_id)
    entries = _newest(journal, application_id, 2)
    if not entries:
        set_status(journal, application_id, entry, applied_on=applied_on, now=now)
        return get(journal.db, journal.user_id, application_id)
    if len(entries) > 1 and entries[1]["status"] == entry.status:
        journal.delete(history, entries[0]["id"])
    else:
        journal.update(history, entries[0]["id"], **entry_row(application_id, entry))
    fields: dict[str, object] = {"status": str(entry.status), "updated_at": now or entry.at}
    if entry.status is Status.APPLIED:
        fields["applied_on"] = applied_on or before.applied_on or _local_day(journal, entry.at)
    elif entry.status is Status.SAVED and entries[0]["status"] == Status.APPLIED:
        fields["applied_on"] = None
    journal.update(applications, application_id, **fields)
    settle_events(journal, application_id)
    return get(journal.db, journal.user_id, application_id)


def move_last_entry(journal: Journal, application_id: int, at: datetime, *, now: datetime | None = None) -> Application:
    """Corrects when the newest change of status happened ("it was Tuesday"); `applied` takes `applied_on` along."""
    entries = _newest(journal, application_id, 1)
    if entries:
        journal.update(history, entries[0]["id"], at=at)
        if entries[0]["status"] == Status.APPLIED:
            journal.update(applications, application_id, applied_on=_local_day(journal, at))
    journal.update(applications, application_id, updated_at=now or at)
    settle_events(journal, application_id)
    return get(journal.db, journal.user_id, application_id)


def move_applied(journal: Journal, application_id: int, day: date, *, now: datetime) -> Application:
    """Corrects the day of application; its entry in the history keeps its local hour and moves along."""
    journal.update(applications, application_id, applied_on=day, updated_at=now)
    h = history.c
    mine = (h.user_id == journal.user_id, h.application_id == application_id, h.status == Status.APPLIED)
    entry = journal.db.execute(select(history).where(*mine).order_by(h.id).limit(1)).mappings().first()
    if entry is not None:
        local = entry["at"].astimezone(_zone(journal))
        journal.update(history, entry["id"], at=local.replace(year=day.year, month=day.month, day=day.day))
    settle_events(journal, application_id)
    return get(journal.db, journal.user_id, application_id)


def record_activity(
    journal: Journal,
    application_id: int,
    kind: str,
    at: datetime,
    *,
    note: str | None = None,
    evidence: str | None = None,
) -> int:
    """Keeps an event that is no change of status: follow_up, interview_held, interview_cancelled, mail, ats."""
    application = fetch(journal.db, journal.user_id, applications, application_id)
    row = {"application_id": application_id, "kind": kind, "at": at, "note": note, "evidence": evidence}
    latest = max(at, application["last_event_at"])
    return journal.insert_and_update(activities, row, applications, application, last_event_at=latest)


def forget_activity(journal: Journal, evidence: str) -> None:
    """Takes away the events that name this evidence."""
    e = activities.c
    query = select(e.id, e.application_id).where(e.user_id == journal.user_id, e.evidence == evidence)
    for row in journal.db.execute(query).all():
        journal.delete(activities, row.id)
        settle_events(journal, row.application_id)


def settle_events(journal: Journal, application_id: int) -> None:
    """Sets `last_event_at` to the newest event that is left."""
    found = [
        journal.db.scalar(
            select(func.max(table.c.at)).where(
                table.c.user_id == journal.user_id, table.c.application_id == application_id
            )
        )
        for table in (history, activities)
    ]
    instants = [at for at in found if at is not None]
    if instants:
        journal.update(applications, application_id, last_event_at=max(instants))


def _newest(journal: Journal, application_id: int, number: int) -> list[RowMapping]:
    h = history.c
    mine = (h.user_id == journal.user_id, h.application_id == application_id)
    query = select(history).where(*mine).order_by(h.id.desc()).limit(number)
    return list(journal.db.execute(query).mappings())


def _local_day(journal: Journal, at: datetime) -> date:
    return at.astimezone(_zone(journal)).date()


def _zone(journal: Journal) -> ZoneInfo:
    return ZoneInfo(journal.db.scalar(select(users.c.timezone).where(users.c.id == journal.user_id)) or "UTC")
