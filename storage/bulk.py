"""Adds many applications with all that hangs on them in few statements, and takes over reminders that came along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert

from storage.applications import entry_row
from storage.companies import company_key
from storage.journal import Journal
from storage.models import applications, contacts, history, interviews, notes, reminders, tags
from storage.owed import Kind, Owed, owed
from storage.records import Entry
from storage.status import Status
from storage.upkeep import facts_of
from storage.users import User

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class NewApplication:
    """One application to add: `fields` are columns; `notes`, `interviews`, `contacts` are rows without the owner.

    Without `entries` the history has one: `status` at the time of entry.
    """

    company: str
    status: Status
    fields: Mapping[str, Any] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    tags: Sequence[str] = ()
    notes: Sequence[Mapping[str, Any]] = ()
    interviews: Sequence[Mapping[str, Any]] = ()
    contacts: Sequence[Mapping[str, Any]] = ()


@dataclass(frozen=True, slots=True)
class KnownReminder:
    """A reminder as another copy of the data knew it; `kind` is one that follows from facts."""

    application_id: int
    kind: str
    due_at: datetime
    status: str


def add_all(journal: Journal, items: Sequence[NewApplication], at: datetime) -> list[int]:
    """Adds them all in one step of the journal; gives their ids in the same order."""
    ids = journal.insert_many(applications, [_row(item, at) for item in items])
    pairs = list(zip(ids, items, strict=True))
    journal.insert_many(history, [entry_row(number, one) for number, item in pairs for one in _entries(item, at)])
    journal.insert_many(
        tags, [{"application_id": number, "tag": tag} for number, item in pairs for tag in dict.fromkeys(item.tags)]
    )
    parts: list[tuple[Table, str]] = [(notes, "notes"), (interviews, "interviews"), (contacts, "contacts")]
    for table, name in parts:
        journal.insert_many(
            table, [{**row, "application_id": number} for number, item in pairs for row in getattr(item, name)]
        )
    return ids


def adopt(db: Connection, user: User, known: Sequence[KnownReminder], now: datetime) -> None:
    """Takes over what became of reminders elsewhere: those sent or done are not sent again, a snooze holds.

    To be called between adding the applications and `refresh`; what does not fit the facts is left out.
    """
    numbers = sorted({one.application_id for one in known})
    rows: dict[str, dict[str, Any]] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        for facts in facts_of(db, user.id, numbers[start : start + _AT_ONCE]):
            due = owed(facts, user.settings, now)
            for one in known:
                if one.application_id == facts.application_id and (item := _meant(one, due, now)):
                    rows[item.episode] = _adopted(user, one, item, now)
    if rows:
        db.execute(insert(reminders), list(rows.values()))


def _meant(known: KnownReminder, due: Sequence[Owed], now: datetime) -> Owed | None:
    """Which of those that are owed it was; a follow-up put off was the last one before."""
    same = [item for item in due if item.kind == known.kind]
    exact = next((item for item in same if item.due_at == known.due_at), None)
    if known.status == "pending":
        if exact is not None or known.due_at <= now:
            # What follows from the facts anyway.
            return None
        return _last_before(same, known)
    return exact or (_last_before(same, known) if known.kind == Kind.FOLLOW_UP else None)


def _last_before(same: Sequence[Owed], known: KnownReminder) -> Owed | None:
    return max((item for item in same if item.due_at <= known.due_at), key=lambda item: item.due_at, default=None)


def _adopted(user: User, known: KnownReminder, item: Owed, now: datetime) -> dict[str, Any]:
    return {
        "user_id": user.id,
        "application_id": item.application_id,
        "interview_id": item.interview_id,
        "kind": str(item.kind),
        "episode": item.episode,
        "step": item.step,
        "created_at": now,
        "due_at": known.due_at,
        "timezone": user.settings.timezone,
        "status": known.status,
        "snoozed": known.status == "pending",
        "hidden_until": item.hidden_until,
        "sent_at": known.due_at if known.status in ("sent", "done") else None,
    }


def _entries(item: NewApplication, at: datetime) -> Sequence[Entry]:
    return item.entries or [Entry(item.status, at)]


def _row(item: NewApplication, at: datetime) -> dict[str, Any]:
    return {
        **item.fields,
        "company": item.company,
        "company_key": company_key(item.company),
        "status": str(item.status),
        "created_at": at,
        "updated_at": at,
        "last_event_at": max(entry.at for entry in _entries(item, at)),
    }
