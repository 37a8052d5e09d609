"""The rules of reminders once more, as small as they can be said: what one person must be told, and when.

Written from the rules alone and sharing nothing with the program but the calendar of the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ACTIVE = ("saved", "applied", "screening", "interview", "offer")
Told = tuple[int, str, str]


def clock(day: date, hour: int, zone: ZoneInfo) -> datetime:
    """That hour of a day as an instant: the first of two, the next one if there is none."""
    there = datetime.combine(day, time(hour), zone).astimezone(UTC)
    while there.astimezone(zone).time() < time(hour):
        there += timedelta(minutes=1)
    return there


def working_day(day: date, number: int) -> date:
    while number:
        day += DAY
        number -= day.isoweekday() <= 5
    return day


@dataclass
class Meeting:
    """An interview: when it begins, when that was set, and what of it was told."""

    starts: datetime
    known: datetime
    told: set[str] = field(default_factory=set)


@dataclass
class Job:
    """One application as the rules see it."""

    number: int
    status: str
    event: datetime
    deadline: date | None = None
    dones: list[datetime] = field(default_factory=list)
    meetings: dict[int, Meeting] = field(default_factory=dict)
    told: dict[tuple[datetime, str], datetime] = field(default_factory=dict)
    deadline_told: set[str] = field(default_factory=set)
    snoozed: tuple[datetime, str, datetime] | None = None
    lost: list[tuple[datetime, datetime]] = field(default_factory=list)
    ended_at: datetime | None = None
    before_end: str = ""

    def is_lost(self, at: datetime) -> bool:
        """Whether it fell due while the application had ended, which was taken back later."""
        return any(first <= at <= last for first, last in self.lost)

    @property
    def last_told(self) -> datetime | None:
        return max(self.told.values(), default=None)


@dataclass
class Model:
    """What is due at an instant, by the rules."""

    zone: ZoneInfo
    jobs: dict[int, Job] = field(default_factory=dict)

    def quiet(self, now: datetime) -> bool:
        return not 8 <= now.astimezone(self.zone).hour < 21

    def beat(self, now: datetime) -> list[Told]:
        """What must be told now, marked as told."""
        found: list[Told] = []
        for job in self.jobs.values():
            if job.status in ACTIVE:
                found += self._meetings(job, now)
                if not self.quiet(now):
                    found += self._thanks(job, now) + self._deadline(job, now) + self._follow_up(job, now)
        return sorted(found)

    def _meetings(self, job: Job, now: datetime) -> list[Told]:
        found = []
        for meeting in job.meetings.values():
            due = {"day": max(meeting.starts - DAY, meeting.known)}
            if meeting.starts - HOUR > meeting.known:
                due["hour"] = meeting.starts - HOUR
            ahead = [(step, at) for step, at in due.items() if not job.is_lost(at) and step not in meeting.told]
            open_ = [step for step, at in ahead if at <= now < meeting.starts]
            if open_:
                meeting.told |= set(open_)
                found.append((job.number, "interview", open_[-1]))
        return found

    def _thanks(self, job: Job, now: datetime) -> list[Told]:
        by_day: dict[date, list[Meeting]] = {}
        for meeting in job.meetings.values():
            by_day.setdefault(meeting.starts.astimezone(self.zone).date() + DAY, []).append(meeting)
        found = []
        for day, held in by_day.items():
            due = clock(day, 9, self.zone)
            told = job.is_lost(due) or any("thanks" in one.told for one in held)
            if due <= now < due + 2 * DAY and not told:
                found.append((job.number, "thank_you", ""))
                for one in held:
                    one.told.add("thanks")
        return found

    def _deadline(self, job: Job, now: datetime) -> list[Told]:
        if job.deadline is None or job.status not in ("saved", "offer"):
            return []
        day = clock(job.deadline, 9, self.zone)
        due = {"before": (clock(job.deadline - 3 * DAY, 9, self.zone), day),
               "day": (day, clock(job.deadline + DAY, 0, self.zone))}  # fmt: skip
        for step, (at, until) in due.items():
            if at <= now < until and step not in job.deadline_told and not job.is_lost(at):
                job.deadline_told.add(step)
                return [(job.number, "deadline", step)]
        return []

    def steps(self, job: Job, now: datetime) -> list[tuple[datetime, str, datetime]]:
        """The follow-ups that the last event owes: its instant, which one, when; none before an interview is held."""
        starts = [one.starts for one in job.meetings.values()]
        if any(at > now for at in starts) or job.status not in ("applied", "screening", "interview"):
            return []
        event = max([job.event, *starts])
        day = event.astimezone(self.zone).date()
        if job.status == "applied":
            days = [("first", day + 7 * DAY), ("second", day + 14 * DAY)]
        else:
            days = [("working", working_day(day, 5))]
        days = [] if sum(at > max(starts, default=at - DAY) for at in job.dones) >= 2 else days
        return [(event, step, clock(on, 9, self.zone)) for step, on in [*days, ("ghosted", day + 30 * DAY)]]

    def _follow_up(self, job: Job, now: datetime) -> list[Told]:
        steps = self.steps(job, now)
        if job.snoozed is not None and steps and job.snoozed[0] == steps[0][0]:
            event, step, until = job.snoozed
            if until > now:
                return []
            job.snoozed = None
            step = [name for _, name, at in steps if at <= until or name == step][-1]
            job.told[event, step] = now
            return [(job.number, "follow_up", step)]
        due = [
            (event, step, at)
            for event, step, at in steps
            if at <= now
            and (event, step) not in job.told
            and (job.last_told is None or at > job.last_told)
            and not job.is_lost(at)
        ]
        if not due:
            return []
        job.told[due[-1][:2]] = now
        return [(job.number, "follow_up", due[-1][1])]
