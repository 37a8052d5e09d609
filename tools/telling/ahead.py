"""What lies ahead in the days of a digest: interviews, deadlines, own reminders, in time; says nothing of the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from storage import applications, interviews, reminders
from storage.filters import Filter
from storage.localtime import local_instant
from storage.status import Status
from tools.context import Context
from tools.words import clipped, clock_words, day_words, name_of

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Ahead:
    """One thing that comes: when, in words, of which application, and what one does for it."""

    at: datetime
    words: str
    application_id: int | None
    advice: str


def ahead(ctx: Context, last: date) -> list[Ahead]:
    """All from now to the end of a day of the person's calendar."""
    end = local_instant(last + timedelta(days=1), time.min, ctx.user.zone) - _INSTANT
    return sorted([*_meetings(ctx, end), *_deadlines(ctx, last), *_own(ctx, end)], key=lambda one: one.at)


def _meetings(ctx: Context, end: datetime) -> Iterator[Ahead]:
    for one in interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now, last=end):
        name = _name(ctx, one.application_id)
        yield Ahead(one.starts_at, f"{_when(ctx, one.starts_at)}: interview, {name}", one.application_id,
                    f"prepare for the interview with {name}")  # fmt: skip


def _deadlines(ctx: Context, last: date) -> Iterator[Ahead]:
    wanted = Filter(archived=False, statuses=(Status.SAVED, Status.OFFER), has_deadline=True,
                    deadline_from=ctx.today, deadline_to=last, limit=None)  # fmt: skip
    for a in applications.find(ctx.db, ctx.user.id, wanted).items:
        day = a.deadline_on or last
        name = name_of(a.company, a.title)
        offered = a.status == Status.OFFER
        what, advice = ("decide on the offer", "decide on the offer of") if offered else ("deadline", "apply to")
        at = local_instant(day, time.max, ctx.user.zone)
        yield Ahead(at, f"{day_words(day, ctx.today)}: {what}, {name}", a.id, f"{advice} {name}")


def _own(ctx: Context, end: datetime) -> Iterator[Ahead]:
    for one in reminders.find(ctx.db, ctx.user.id, ctx.now, kinds=("custom",), last=end):
        words = clipped(one.text or "a reminder", 80)
        yield Ahead(one.due_at, f"{_when(ctx, one.due_at)}: {words}", one.application_id, "")


def _when(ctx: Context, at: datetime) -> str:
    local = at.astimezone(ctx.user.zone)
    return f"{day_words(local.date(), ctx.today)}, {clock_words(local)}"


def _name(ctx: Context, application_id: int) -> str:
    a = applications.get(ctx.db, ctx.user.id, application_id)
    return name_of(a.company, a.title)
