"""Which reminders follow from the facts of one application, and when: pure rules, no database, no state of sending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from storage.localtime import add_working_days, local_day, local_instant, next_clock
from storage.settings import Settings
from storage.status import ACTIVE, IN_PROCESS, Status

# After so many follow-ups without an answer, more of them only annoy.
MOST_FOLLOW_UPS = 2
_DAYS_BEFORE_DEADLINE = 3
_THANKS_HELP_FOR = timedelta(days=2)


class Kind(StrEnum):
    """What a reminder is about."""

    FOLLOW_UP = "follow_up"
    INTERVIEW = "interview"
    THANK_YOU = "thank_you"
    DEADLINE = "deadline"
    CUSTOM = "custom"
    DIGEST = "digest"
    MAIL = "mail"
    MAILBOX = "mailbox"
    POSTING = "posting"
    SHEET = "sheet"


class Late(StrEnum):
    """What to do with a reminder that would have been due before anybody knew that it is owed."""

    DROP = "drop"
    NOW = "now"
    NEXT_MORNING = "next_morning"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A scheduled interview, ahead or held."""

    interview_id: int
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides on the reminders of one application; `followed_up`: how often since the last other event."""

    application_id: int
    status: Status
    last_event_at: datetime
    archived: bool = False
    deadline_on: date | None = None
    followed_up: int = 0
    meetings: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Owed:
    """One reminder that follows from the facts. `episode` names it for ever: it is sent once.

    `due_at`: by the rules, also in the past; `until`: after that it helps nobody. `step`: first, second, working,
    ghosted (follow_up), day, hour (interview), before, day (deadline).
    """

    kind: Kind
    episode: str
    step: str
    due_at: datetime
    late: Late
    application_id: int
    interview_id: int | None = None
    until: datetime | None = None
    hidden_until: datetime | None = None


def owed(facts: Facts, settings: Settings, now: datetime) -> list[Owed]:
    """All that the facts owe, past and to come; of the follow-ups (a chain, in order) one is pending at a time."""
    if facts.status not in ACTIVE:
        return []
    zone = ZoneInfo(settings.timezone)
    of_meetings = [one for meeting in facts.meetings for one in _of_meeting(facts, meeting, settings, zone)]
    # Two interviews on one day owe one thank-you.
    found = list({one.episode: one for one in of_meetings}.values())
    if facts.archived:
        return found
    return found + _deadlines(facts, settings, zone) + _follow_ups(facts, settings, zone, now)


def _of_meeting(facts: Facts, meeting: Meeting, settings: Settings, zone: ZoneInfo) -> list[Owed]:
    start, number = meeting.starts_at, meeting.interview_id
    name = f"interview/{number}/{int(start.timestamp())}"
    day_after = local_day(start, zone) + timedelta(days=1)
    thanks_at = local_instant(day_after, settings.morning_time, zone)
    thanks = f"thank_you/{facts.application_id}/{day_after.isoformat()}"
    of = (facts.application_id, number)
    return [
        Owed(Kind.INTERVIEW, f"{name}/day", "day", start - timedelta(hours=24), Late.NOW, *of, until=start),
        Owed(Kind.INTERVIEW, f"{name}/hour", "hour", start - timedelta(hours=1), Late.DROP, *of, until=start),
        Owed(Kind.THANK_YOU, thanks, "", thanks_at, Late.DROP, *of, until=thanks_at + _THANKS_HELP_FOR),
    ]


def _deadlines(facts: Facts, settings: Settings, zone: ZoneInfo) -> list[Owed]:
    day = facts.deadline_on
    if day is None or facts.status not in (Status.SAVED, Status.OFFER):
        return []
    name = f"deadline/{facts.application_id}/{day.isoformat()}"
    before = local_instant(day - timedelta(days=_DAYS_BEFORE_DEADLINE), settings.morning_time, zone)
    at = local_instant(day, settings.morning_time, zone)
    midnight = local_instant(day + timedelta(days=1), settings.morning_time.min, zone)
    number = facts.application_id
    return [
        Owed(Kind.DEADLINE, f"{name}/before", "before", before, Late.NEXT_MORNING, number, until=at),
        Owed(Kind.DEADLINE, f"{name}/day", "day", at, Late.DROP, number, until=midnight),
    ]


def _follow_ups(facts: Facts, settings: Settings, zone: ZoneInfo, now: datetime) -> list[Owed]:
    ahead = max((one.starts_at for one in facts.meetings if one.starts_at > now), default=None)
    held = [one.starts_at for one in facts.meetings if one.starts_at <= now]
    # An interview is itself an event: the days count from it, and none is owed before it is held.
    event = ahead or max([facts.last_event_at, *held])
    anchor = local_day(event, zone)
    # By the instant, not by the day: moving to another zone makes no new episode.
    name = f"follow_up/{facts.application_id}/{int(event.timestamp())}"
    return [
        Owed(
            Kind.FOLLOW_UP,
            f"{name}/{step}",
            step,
            local_instant(day, settings.morning_time, zone),
            Late.NEXT_MORNING,
            facts.application_id,
            hidden_until=ahead,
        )
        for step, day in _follow_up_days(facts, settings, anchor)
    ]


def _follow_up_days(facts: Facts, settings: Settings, anchor: date) -> list[tuple[str, date]]:
    first, second, ghosted = (anchor + timedelta(days=number) for number in settings.follow_up_days)
    if facts.status is Status.APPLIED:
        asking = [("first", first), ("second", second)]
    elif facts.status in IN_PROCESS:
        asking = [("working", add_working_days(anchor, settings.working_days_after))]
    else:
        return []
    if facts.followed_up >= MOST_FOLLOW_UPS:
        asking = []
    return [*asking, ("ghosted", ghosted)]


def digest_due(settings: Settings, now: datetime) -> datetime | None:
    """When the next digest is due, later than `now`; None when it is turned off."""
    if settings.digest == "off":
        return None
    zone = ZoneInfo(settings.timezone)
    due = next_clock(now, settings.morning_time, zone)
    while settings.digest == "weekly" and local_day(due, zone).weekday() != settings.digest_weekday:
        due = next_clock(due, settings.morning_time, zone)
    return due


def priority(kind: str, step: str | None, status: Status) -> str:
    """high (in process, or an offer to decide on), medium (the second follow-up and later), low (the first)."""
    if status in IN_PROCESS or (kind == Kind.DEADLINE and status is Status.OFFER):
        return "high"
    return "low" if step == "first" else "medium"
