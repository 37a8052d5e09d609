"""One person on the program's side and on the little model's: what is told at an instant; knows nothing they do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from scheduler import due
from storage import delivery, models, reminders
from storage.database import Database
from tests.scheduler.model import Job, Message, Model, Told
from tests.storage.search import Search
from tools.toolbox import Toolbox

R = models.reminders.c
LATE = "(This was due "


@dataclass
class Person:
    """Who is told: `last_told` is the follow-up told last, by its id, its application, when, and which one it was."""

    search: Search
    model: Model
    toolbox: Toolbox
    home: str
    last_told: tuple[int, int, datetime, str] | None = None
    away: bool = False

    @property
    def database(self) -> Database:
        """Where the program keeps it all."""
        return self.search.database

    def beat(self, now: datetime) -> list[Message]:
        """What the program tells at an instant, settled as delivered."""
        told: list[Message] = []
        digest = self._digest(now)
        batch = due.claim(self.toolbox, now, ("stdio",), self.search.user.id)
        for push in due.due(self.toolbox, batch, self.search.user.id) if batch.people else ():
            told.append(self._told(push, now))
            due.settle(self.toolbox, push, now, push.accounts[0], "")
        due.let_go(self.toolbox, batch, [self.search.user.id])
        return sorted([*told, *self._silent(digest, now)])

    def _told(self, push: due.Push, now: datetime) -> Message:
        """A message as the model says it; a digest that has nothing to say is the model's too."""
        with self.database.read() as db:
            rows = [reminders.get(db, self.search.user.id, number) for number in push.reminder_ids]
        follow_up = [row for row in rows if row.kind == "follow_up"]
        if follow_up:
            self.last_told = (follow_up[-1].id, follow_up[-1].application_id or 0, now, follow_up[-1].step or "")
        names = [(row.application_id or 0, row.kind, row.text or row.step or "") for row in rows]
        return tuple(sorted(names)), LATE in push.answer.text

    def _digest(self, now: datetime) -> int | None:
        """The digest that is due, if one is."""
        mine = (R.user_id == self.search.user.id, R.kind == "digest", R.status == "pending", R.due_at <= now)
        with self.database.read() as db:
            return db.scalar(select(R.id).where(*mine))

    def _silent(self, digest: int | None, now: datetime) -> list[Message]:
        """The digest that was due and had nothing to say, which the model counts as told."""
        if digest is None:
            return []
        with self.database.read() as db:
            row = reminders.get(db, self.search.user.id, digest)
        if row.reason != "nothing to say":
            return []
        assert not self.model.waits(now), "a digest stays silent although somebody waits"
        self.model.silent_at = now
        silent: Told = (0, "digest", "")
        return [((silent,), False)]

    def next_look(self) -> datetime | None:
        """When the program would look again."""
        with self.database.read() as db:
            return delivery.next_look(db, ("stdio",))

    def unaccounted(self, now: datetime) -> list[tuple[str, str]]:
        """Reminders, by kind and state, that were neither sent just once, nor dropped with a reason, nor lie ahead."""
        with self.database.read() as db:
            rows = db.execute(select(models.reminders).where(R.user_id == self.search.user.id)).all()
        told = {row.id for row in rows if row.status in ("sent", "done") and row.sent_at and row.attempts >= 1}
        dropped = {row.id for row in rows if row.status in ("cancelled", "expired") and row.reason}
        ahead = {row.id for row in rows if row.status == "pending" and max(row.due_at, row.held_until or now) >= now}
        return [(row.kind, row.status) for row in rows if row.id not in told | dropped | ahead]

    def jobs(self) -> list[Job]:
        """All applications as the model sees them."""
        return list(self.model.jobs.values())

    def active(self, choice: int) -> Job | None:
        """One of those that have not ended, if there are any."""
        found = [job for job in self.jobs() if job.ended_at is None]
        return found[choice % len(found)] if found else None
