"""A person with a job search, for the tests of the storage floor: short ways to write and to look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from storage import applications, delivery, reminders
from storage.database import Database
from storage.journal import Journal
from storage.records import Application, Reminder
from storage.status import Status
from storage.undo import Undone, undo
from storage.users import User, change_settings, ensure_user

NEW_YORK = ZoneInfo("America/New_York")


def at(words: str, zone: str = "America/New_York") -> datetime:
    """`2026-11-02 10:00` of a zone as an instant."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(zone))


@dataclass
class Search:
    """One person on one database; each write is one message, with its step and its reminders."""

    database: Database
    user: User

    @contextmanager
    def message(self, now: datetime, summary: str = "") -> Iterator[Journal]:
        """One transaction as the door makes it."""
        with self.database.write() as db:
            journal = Journal(db, self.user.id)
            yield journal
            self._finish(journal, now, summary)

    def _finish(self, journal: Journal, now: datetime, summary: str) -> None:
        asked = None if journal.settings_changed else journal.touched_applications
        journal.close(now, "test", None, [], summary)
        reminders.refresh(journal.db, self.user, asked, now, journal.bare_applications)

    def add(self, status: Status, now: datetime, *, company: str = "Acme", **fields: Any) -> Application:
        """Logs an application."""
        with self.message(now, f"add {company}") as journal:
            return applications.add(journal, company, status, now, **fields)

    def undo(self, now: datetime, *, steps: int = 1, step_id: int | None = None) -> Undone:
        """Takes back steps, as the door does it."""
        with self.database.write() as db:
            journal = Journal(db, self.user.id)
            undone = undo(journal, now, steps=steps, step_id=step_id)
            reminders.refresh(db, self.user, journal.touched_applications, now)
            return undone

    def pending(self, now: datetime, kind: str | None = None) -> list[Reminder]:
        """What is owed, the digest aside."""
        with self.database.read() as db:
            found = reminders.find(db, self.user.id, now)
        return [one for one in found if one.kind != "digest" and kind in (None, one.kind)]

    def owed(self, now: datetime, kind: str | None = None) -> list[str]:
        """The same as `kind step local time`."""
        return [said(one, self.user.zone) for one in self.pending(now, kind)]

    def tick(self, now: datetime) -> list[str]:
        """Sends what is due, the digest aside, as the scheduler will."""
        sent: list[str] = []
        with self.database.write() as db:
            reminders.refresh(db, self.user, None, now)
            due = delivery.due_of(db, self.user.id, now)
            delivery.delivered(db, self.user, [one.id for one in due], now, "fake", "ok")
            sent = [said(one, self.user.zone) for one in due if one.kind != "digest"]
        return sent

    def read(self) -> Connection:
        """A connection that the caller closes; for looking only."""
        return self.database.engine.connect()


def said(reminder: Reminder, zone: ZoneInfo) -> str:
    """A reminder in a few words."""
    step = f" {reminder.step}" if reminder.step else ""
    return f"{reminder.kind}{step} {reminder.due_at.astimezone(zone):%d %b %H:%M}"


def new_search(database: Database, account: str = "u1", timezone: str = "America/New_York") -> Search:
    """A newcomer in a time zone."""
    now = at("2026-11-01 08:00")
    with database.write() as db:
        user = ensure_user(db, "stdio", account, now)
        user = change_settings(Journal(db, user.id), user, timezone=timezone)
        reminders.refresh(db, user, None, now)
    return Search(database, user)
