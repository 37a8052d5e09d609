"""A person's life in a job search, lived twice: in the program and in the little model; it compares nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from storage import applications, interviews, progress, reminders
from storage.database import Database
from storage.localtime import local_day
from storage.records import Entry
from storage.status import Status
from storage.steps import recent_steps
from storage.users import change_settings
from tests.scheduler.model import DAY, HOUR, Job, Meeting, Model, clock
from tests.scheduler.wants import Wants
from tests.storage.search import new_search
from tools.catalog import default
from tools.toolbox import Toolbox

STATUSES = ("applied", "screening", "saved", "applied", "interview")


class Life(Wants):
    """What happens to one person, on the program's side and on the model's."""

    def log(self, now: datetime, choice: int) -> None:
        """One more application; a saved one has a deadline."""
        status = Status(STATUSES[choice % len(STATUSES)])
        today = local_day(now, self.search.user.zone)
        deadline = today + timedelta(days=5 + choice) if status is Status.SAVED else None
        added = self.search.add(status, now, company=f"C{now:%y%m%d%H%M}", deadline_on=deadline)
        self.model.jobs[added.id] = Job(added.id, str(status), now, deadline)

    def meet(self, now: datetime, choice: int) -> None:
        """An interview is set, hours or days ahead."""
        job = self.active(choice)
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
        found = [(job, key) for job in self.jobs() for key, one in job.meetings.items() if one.starts > now + HOUR]
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
        found = [(job, key) for job in self.jobs() for key, one in job.meetings.items() if one.starts > now]
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
        job = self.active(choice)
        if job is not None:
            with self.search.message(now) as journal:
                progress.set_status(journal, job.number, Entry(Status.REJECTED, now))
            job.before_end, job.status, job.ended_at = job.status, "rejected", now

    def undo(self, now: datetime, choice: int) -> None:
        """The last thing was a mistake: only an end is taken back here."""
        ended = [job for job in self.jobs() if job.ended_at is not None]
        latest = max(ended, key=lambda job: job.ended_at or now, default=None)
        with self.search.database.read() as db:
            steps = recent_steps(db, self.search.user.id)
        if latest is not None and steps and steps[0].at == latest.ended_at:
            self.search.undo(now)
            latest.lost.append((latest.ended_at or now, now))
            latest.status, latest.ended_at = latest.before_end, None

    def apply(self, now: datetime, choice: int) -> None:
        """One that was saved is applied to: its deadline is of no matter any more."""
        job = next((job for job in self.jobs() if job.status == "saved"), None)
        if job is not None:
            with self.search.message(now) as journal:
                progress.set_status(journal, job.number, Entry(Status.APPLIED, now))
            job.status, job.event, job.dones = "applied", now, []

    def offer(self, now: datetime, choice: int) -> None:
        """They want an answer by a day."""
        job = self.active(choice)
        if job is None or job.status in ("saved", "offer"):
            return
        decide_on = local_day(now, self.search.user.zone) + DAY * (5 + choice)
        with self.search.message(now) as journal:
            progress.set_status(journal, job.number, Entry(Status.OFFER, now))
            applications.change(journal, job.number, now, deadline_on=decide_on)
        job.status, job.event, job.dones, job.deadline = "offer", now, [], decide_on
        job.deadline_told = set()

    def until_interview(self, now: datetime) -> datetime:
        """Half an hour before an interview of which nothing was told yet, if there is one, else before the next."""
        ahead = [one.starts for job in self.jobs() for one in job.meetings.values() if one.starts > now + HOUR]
        unknown = [starts for starts in ahead if starts > now + DAY]
        return min(unknown or ahead, default=now + HOUR) - HOUR / 2


def born(database: Database, zone: str) -> Life:
    """A newcomer in a zone, without a digest."""
    search = new_search(database, f"life in {zone}", zone)
    with search.message(search.user.created_at) as journal:
        search.user = change_settings(journal, search.user, digest="off")
    return Life(search, Model(ZoneInfo(zone)), Toolbox(database, default()), zone)
