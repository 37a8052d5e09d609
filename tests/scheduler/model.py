"""The rules of reminders once more, as small as they can be said: what one person must be told, and when.

Written from the rules alone and sharing nothing with the program but the calendar of the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

DAY, HOUR, HALF_HOUR = timedelta(days=1), timedelta(hours=1), timedelta(minutes=30)
# Sooner nobody calls it late.
PATIENCE = timedelta(minutes=10)
ACTIVE = ("saved", "applied", "screening", "interview", "offer")
# Which application (0: none), what kind, and which of its kind.
Told = tuple[int, str, str]
Due = tuple[Told, datetime]
# What one message tells of, and whether it says that it comes late.
Message = tuple[tuple[Told, ...], bool]


@cache
def clock(day: date, hour: float, zone: ZoneInfo) -> datetime:
    """That hour of a day as an instant: the first of two, the next if there is none; clocks jump by half hours."""
    wall = datetime.combine(day, time()) + HOUR * hour
    there = datetime.combine(day, time(), zone).astimezone(UTC)
    while there.astimezone(zone).replace(tzinfo=None) < wall:
        there += HALF_HOUR
    return there


@cache
def day_of(at: datetime, zone: ZoneInfo) -> date:
    return at.astimezone(zone).date()


def messages(owed: list[Due], now: datetime) -> list[Message]:
    """More than three follow-ups are one message, all else comes one by one."""
    follow_ups = [one for one in owed if one[0][1] == "follow_up"]
    together = follow_ups if len(follow_ups) > 3 else []
    found = [[one] for one in owed if one not in together] + [together] * bool(together)
    return sorted((tuple(sorted(told for told, _ in part)), _late(part, now)) for part in found)


def _late(owed: list[Due], now: datetime) -> bool:
    return now - min(due for _, due in owed) >= PATIENCE and owed[0][0][1] != "digest"


@cache
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
    muted: bool = False

    def is_lost(self, at: datetime) -> bool:
        """Whether it fell due while the application had ended, which was taken back later."""
        return any(first <= at <= last for first, last in self.lost)

    @property
    def last_told(self) -> datetime | None:
        return max(self.told.values(), default=None)


@dataclass
class Own:
    """A reminder of the person's own: for an hour that they named or just for a day, of an application or of none."""

    name: str
    due: datetime
    named: bool
    job: int
    told: bool = False


@dataclass
class Model:
    """What is due at an instant, by the rules; `quiet_hours`: from and to; `digest`: how often, and since when so;
    `silent_at`: when one was due that had nothing to say."""

    zone: ZoneInfo
    jobs: dict[int, Job] = field(default_factory=dict)
    own: list[Own] = field(default_factory=list)
    quiet_hours: tuple[int, int] = (21, 8)
    paused_until: datetime | None = None
    digest: tuple[str, datetime] | None = None
    digest_looked: datetime | None = None
    digests_sent: list[datetime] = field(default_factory=list)
    silent_at: datetime | None = None

    def paused(self, now: datetime) -> bool:
        return self.paused_until is not None and now < self.paused_until

    def held(self, now: datetime) -> bool:
        """Whether nothing comes but interviews and what was wanted at an hour."""
        first, last = self.quiet_hours
        hour = now.astimezone(self.zone).hour
        quiet = first <= hour < last if first < last else hour >= first or hour < last
        return quiet or self.paused(now)

    def beat(self, now: datetime) -> list[Message]:
        """What must be told now, marked as told."""
        found: list[Due] = []
        held = self.held(now)
        for job in self.jobs.values():
            if job.status in ACTIVE:
                found += self._meetings(job, now)
                found += [] if held else self._thanks(job, now)
                found += [] if held or job.muted else self._deadline(job, now) + self._follow_up(job, now)
        return messages(found + self._own(now) + ([] if held else self._digest(now)), now)

    def waits(self, now: datetime) -> bool:
        """Whether a digest has something to say: somebody is silent for a week."""
        steps = [self.steps(job, now) for job in self.jobs.values() if not job.muted]
        return any(some[0][0] < now - 8 * DAY for some in steps if some)

    def _own(self, now: datetime) -> list[Due]:
        found = []
        for one in self.own:
            job = self.jobs.get(one.job)
            gone = job is not None and (job.status not in ACTIVE or job.is_lost(one.due))
            free = not self.paused(now) if one.named else not self.held(now)
            if one.due <= now and free and not gone and not one.told:
                one.told = True
                found.append(((one.job, "custom", one.name), one.due))
        return found

    def _digest(self, now: datetime) -> list[Due]:
        """On its own day only, and never twice on one morning."""
        if self.digest is None:
            return []
        often, since = self.digest
        day = day_of(now, self.zone)
        due = clock(day, 9, self.zone)
        looked = self.digest_looked is not None and self.digest_looked >= due
        twice = any(due - sent <= 12 * HOUR for sent in self.digests_sent)
        its_day = often == "daily" or day.isoweekday() == 1
        if looked or twice or not its_day or not since < due <= now:
            return []
        self.digest_looked = now
        self.digests_sent += [] if now == self.silent_at else [now]
        return [((0, "digest", ""), due)]

    def _meetings(self, job: Job, now: datetime) -> list[Due]:
        found = []
        for meeting in job.meetings.values():
            due = {"day": max(meeting.starts - DAY, meeting.known)}
            if meeting.starts - HOUR > meeting.known:
                due["hour"] = meeting.starts - HOUR
            ahead = [(step, at) for step, at in due.items() if not job.is_lost(at) and step not in meeting.told]
            open_ = [step for step, at in ahead if at <= now < meeting.starts]
            if open_:
                meeting.told |= set(open_)
                found.append(((job.number, "interview", open_[-1]), due[open_[-1]]))
        return found

    def _thanks(self, job: Job, now: datetime) -> list[Due]:
        by_day: dict[date, list[Meeting]] = {}
        for meeting in job.meetings.values():
            by_day.setdefault(day_of(meeting.starts, self.zone) + DAY, []).append(meeting)
        found = []
        for day, held in by_day.items():
            due = clock(day, 9, self.zone)
            told = job.is_lost(due) or any("thanks" in one.told for one in held)
            if due <= now < due + 2 * DAY and not told:
                found.append(((job.number, "thank_you", ""), due))
                for one in held:
                    one.told.add("thanks")
        return found

    def _deadline(self, job: Job, now: datetime) -> list[Due]:
        if job.deadline is None or job.status not in ("saved", "offer"):
            return []
        day = clock(job.deadline, 9, self.zone)
        due = {"before": (clock(job.deadline - 3 * DAY, 9, self.zone), day),
               "day": (day, clock(job.deadline + DAY, 0, self.zone))}  # fmt: skip
        for step, (at, until) in due.items():
            if at <= now < until and step not in job.deadline_told and not job.is_lost(at):
                job.deadline_told.add(step)
                return [((job.number, "deadline", step), at)]
        return []

    def steps(self, job: Job, now: datetime) -> list[tuple[datetime, str, datetime]]:
        """The follow-ups that the last event owes: its instant, which one, when; none before an interview is held."""
        starts = [one.starts for one in job.meetings.values()]
        if any(at > now for at in starts) or job.status not in ("applied", "screening", "interview"):
            return []
        event = max([job.event, *starts])
        day = day_of(event, self.zone)
        if job.status == "applied":
            days = [("first", day + 7 * DAY), ("second", day + 14 * DAY)]
        else:
            days = [("working", working_day(day, 5))]
        days = [] if sum(at > max(starts, default=at - DAY) for at in job.dones) >= 2 else days
        return [(event, step, clock(on, 9, self.zone)) for step, on in [*days, ("ghosted", day + 30 * DAY)]]

    def _follow_up(self, job: Job, now: datetime) -> list[Due]:
        steps = self.steps(job, now)
        if job.snoozed is not None and steps and job.snoozed[0] == steps[0][0]:
            event, step, until = job.snoozed
            if until > now:
                return []
            job.snoozed = None
            step = [name for _, name, at in steps if at <= until or name == step][-1]
            job.told[event, step] = now
            return [((job.number, "follow_up", step), until)]
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
        return [((job.number, "follow_up", due[-1][1]), due[-1][2])]
