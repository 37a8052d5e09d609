"""A person's life in a job search, lived twice: in the program and in the little model; it compares nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler import due
from storage import delivery, interviews, progress, reminders
from storage.database import Database
from storage.localtime import local_day
from storage.records import Entry
from storage.status import Status
from storage.steps import recent_steps
from storage.users import change_settings
from tests.scheduler.model import DAY, HOUR, Job, Meeting, Model, Told, clock
from tests.storage.search import Search, new_search
from tools.catalog import default
from tools.toolbox import Toolbox

# Nobody travels further than some hours, nor at night: what moves then is still to come.
NEAR = {
    "America/New_York": "America/Denver",
    "Europe/Berlin": "Europe/London",
    "Asia/Kolkata": "Asia/Dubai",
    "Australia/Sydney": "Australia/Adelaide",
    "America/Sao_Paulo": "America/Manaus",
    "Australia/Lord_Howe": "Australia/Brisbane",
}
STATUSES = ("applied", "screening", "saved", "applied", "interview")


@dataclass
class Life:
    """One person on the program's side and on the model's."""

    search: Search
    model: Model
    toolbox: Toolbox
    home: str
    last_told: tuple[int, int, datetime, str] | None = None
    sent: list[tuple[datetime, Told]] = field(default_factory=list)
    away: bool = False

    def beat(self, now: datetime) -> list[Told]:
        """What the program tells at an instant, settled as delivered."""
        told: list[Told] = []
        batch = due.claim(self.toolbox, now, ("stdio",), self.search.user.id)
        for push in due.due(self.toolbox, batch, self.search.user.id) if batch.people else ():
            with self.search.database.read() as db:
                rows = [reminders.get(db, self.search.user.id, number) for number in push.reminder_ids]
            told += [(row.application_id or 0, row.kind, row.step or "") for row in rows]
            due.settle(self.toolbox, push, now, push.accounts[0], "")
            follow_up = [row for row in rows if row.kind == "follow_up"]
            if follow_up:
                self.last_told = (follow_up[-1].id, follow_up[-1].application_id or 0, now, follow_up[-1].step or "")
        due.let_go(self.toolbox, batch, [self.search.user.id])
        return sorted(told)

    def next_look(self) -> datetime | None:
        """When the program would look again."""
        with self.search.database.read() as db:
            return delivery.next_look(db, ("stdio",))

    def log(self, now: datetime, choice: int) -> None:
        """One more application; a saved one has a deadline."""
        status = Status(STATUSES[choice % len(STATUSES)])
        today = local_day(now, self.search.user.zone)
        deadline = today + timedelta(days=5 + choice) if status is Status.SAVED else None
        added = self.search.add(status, now, company=f"C{now:%y%m%d%H%M}", deadline_on=deadline)
        self.model.jobs[added.id] = Job(added.id, str(status), now, deadline)

    def meet(self, now: datetime, choice: int) -> None:
        """An interview is set, hours or days ahead."""
        job = self._active(choice)
        if job is None or job.status == "saved":
            return
        day = local_day(now, self.search.user.zone) + DAY * (choice % 8)
        starts = clock(day, 9 + choice % 9, self.search.user.zone)
        if starts <= now:
            return
        with self.search.message(now) as journal:
            meeting = interviews.add_interview(journal, job.number, starts, now)
            if job.status != "interview":
                progress.set_status(journal, job.number, Entry(Status.INTERVIEW, now))
        if job.status != "interview":
            job.status, job.event, job.dones = "interview", now, []
        job.meetings[meeting.id] = Meeting(starts, now)

    def move(self, now: datetime, choice: int) -> None:
        """An interview that lies ahead comes some days later."""
        found = [(job, key) for job in self._jobs() for key, one in job.meetings.items() if one.starts > now + HOUR]
        if not found:
            return
        job, key = found[choice % len(found)]
        starts = clock(local_day(job.meetings[key].starts, self.search.user.zone) + DAY * (1 + choice % 5),
                       9 + choice % 7, self.search.user.zone)  # fmt: skip
        with self.search.message(now) as journal:
            interviews.change_interview(journal, key, now, starts_at=starts)
        job.meetings[key] = Meeting(starts, now)

    def cancel(self, now: datetime, choice: int) -> None:
        """An interview that lies ahead falls through, which is an event."""
        found = [(job, key) for job in self._jobs() for key, one in job.meetings.items() if one.starts > now]
        if found:
            job, key = found[choice % len(found)]
            with self.search.message(now) as journal:
                interviews.cancel_interview(journal, key, now)
            del job.meetings[key]
            job.event, job.dones = now, []

    def done(self, now: datetime, choice: int) -> None:
        """The person followed up, as told last."""
        if self.last_told is None:
            return
        number, job_id, _, _ = self.last_told
        self.last_told = None
        job = self.model.jobs[job_id]
        if job.status in ("applied", "screening", "interview"):
            with self.search.message(now) as journal:
                reminders.done(journal, number, now)
            job.event, job.dones, job.snoozed = now, [*job.dones, now], None

    def snooze(self, now: datetime, choice: int) -> None:
        """The follow-up told last, later."""
        if self.last_told is None:
            return
        number, job_id, at, step = self.last_told
        self.last_told = None
        job = self.model.jobs[job_id]
        event = next(key[0] for key, when in job.told.items() if when == at and key[1] == step)
        with self.search.database.read() as db:
            known_at_home = (
                reminders.get(db, self.search.user.id, number).timezone == self.search.user.settings.timezone
            )
        if known_at_home and job.status in ("applied", "screening", "interview"):
            with self.search.message(now) as journal:
                days = (1, 3, 7)[choice % 3]
                reminders.snooze(journal, number, now, days=days)
            day = local_day(now, self.search.user.zone) + DAY * days
            job.snoozed = (event, step, clock(day, 9, self.search.user.zone))

    def reject(self, now: datetime, choice: int) -> None:
        """It ended; of some that is taken back days later."""
        job = self._active(choice)
        if job is not None:
            with self.search.message(now) as journal:
                progress.set_status(journal, job.number, Entry(Status.REJECTED, now))
            job.before_end, job.status, job.ended_at = job.status, "rejected", now

    def undo(self, now: datetime, choice: int) -> None:
        """The last thing was a mistake: only an end is taken back here."""
        ended = [job for job in self._jobs() if job.ended_at is not None]
        latest = max(ended, key=lambda job: job.ended_at or now, default=None)
        with self.search.database.read() as db:
            steps = recent_steps(db, self.search.user.id)
        if latest is not None and steps and steps[0].at == latest.ended_at:
            self.search.undo(now)
            latest.lost.append((latest.ended_at or now, now))
            latest.status, latest.ended_at = latest.before_end, None

    def travel(self, now: datetime, choice: int) -> None:
        """To the next zone, or home."""
        zone = self.home if self.away else NEAR[self.home]
        self.away = not self.away
        with self.search.message(now) as journal:
            self.search.user = change_settings(journal, self.search.user, timezone=zone)
        self.model.zone = ZoneInfo(zone)
        self.last_told = None

    def _jobs(self) -> list[Job]:
        return list(self.model.jobs.values())

    def _active(self, choice: int) -> Job | None:
        found = [job for job in self._jobs() if job.ended_at is None]
        return found[choice % len(found)] if found else None


def born(database: Database, zone: str) -> Life:
    """A newcomer in a zone, without a digest."""
    search = new_search(database, f"life in {zone}", zone)
    with search.message(search.user.created_at) as journal:
        search.user = change_settings(journal, search.user, digest="off")
    return Life(search, Model(ZoneInfo(zone)), Toolbox(database, default()), zone)
