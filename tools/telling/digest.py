"""The digest: what was, what comes, what waits longest, and one suggestion; None when there is nothing to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta

from storage import applications, interviews, statistics, weeks
from storage.filters import Filter
from storage.localtime import local_instant
from storage.records import Application, Reminder
from storage.status import Status
from tools.context import Context
from tools.figures import pace
from tools.receipts import counted
from tools.result import Button, Call, Said, application_ref
from tools.telling.ahead import Ahead, ahead
from tools.telling.parts import last_news
from tools.words import joined, name_of

AWAITED = (Status.APPLIED, Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW)
SILENT_AFTER, GHOSTED_AFTER = 7, 30
MOST_LINES = 8


def digest(ctx: Context, reminder: Reminder | None = None) -> Said | None:
    """The days behind with those before them, the days ahead, what waits longest, and one thing to do."""
    daily = ctx.user.settings.digest == "daily"
    length = 1 if daily else 7
    behind, before = _behind(ctx, length, 0), _behind(ctx, length, 1)
    coming = ahead(ctx, ctx.today + timedelta(days=length - 1))
    waits = _waits_longest(ctx)
    if not behind.anything and not coming and waits is None:
        return None
    lines = [
        *_past(ctx, behind, before, daily),
        *_future(coming, daily),
        f"Waiting longest: {name_of(waits.company, waits.title)}, {_silent(ctx, waits)} days" if waits else "",
        _suggestion(ctx, coming, waits),
    ]
    refs = dict.fromkeys([one.application_id for one in coming] + ([waits.id] if waits else []))
    return Said(
        text="\n".join(line for line in lines if line),
        buttons=_buttons(daily),
        refs=tuple(application_ref(number) for number in refs if number is not None),
    )


def _behind(ctx: Context, length: int, back: int) -> weeks.Stretch:
    """So many whole days up to yesterday, or those before them."""
    last = ctx.today - timedelta(days=length * back)
    first = local_instant(last - timedelta(days=length), time.min, ctx.user.zone)
    return weeks.between(ctx.db, ctx.user, first, local_instant(last, time.min, ctx.user.zone))


def _past(ctx: Context, behind: weeks.Stretch, before: weeks.Stretch, daily: bool) -> list[str]:
    first, last = ctx.today - timedelta(days=7), ctx.today - timedelta(days=1)
    days = f"{first.day}{f' {first:%b}' if first.month != last.month else ''} to {last.day} {last:%b}"
    head = "Good morning. Yesterday" if daily else f"Your last week ({days})"
    if not behind.anything:
        return ["Good morning." if daily else f"{head}: nothing new."]
    line = f"{head}: {_counts(behind)}." + ("" if daily else f" The week before: {_counts(before)}.")
    goal = ctx.user.settings.weekly_goal
    if goal is None or daily:
        return [line]
    done = " Well done!" if behind.applied >= goal else ""
    return [line, f"Goal: {behind.applied} of {goal}.{done}{_streak(ctx, goal)}"]


def _streak(ctx: Context, goal: int) -> str:
    """How many weeks in a row met the goal, up to the last whole one; from two on."""
    days = statistics.submitted_by_day(ctx.db, ctx.user.id, last=ctx.today - timedelta(days=1))
    run = pace.streak(pace.weeks(days), ctx.today - timedelta(days=1), goal)
    return f" That is {run} weeks in a row." if run > 1 else ""


def _counts(stretch: weeks.Stretch) -> str:
    parts = (counted(stretch.answers, "answer"), counted(stretch.interviews, "interview"))
    return f"{stretch.applied} applied, {joined(list(parts))}"


def _future(coming: Sequence[Ahead], daily: bool) -> list[str]:
    if not coming:
        return []
    left = len(coming) - MOST_LINES
    more = [f"… and {left} more"] if left > 0 else []
    return ["Today:" if daily else "This week:", *(f"• {one.words}" for one in coming[:MOST_LINES]), *more]


def _waits_longest(ctx: Context) -> Application | None:
    midnight = local_instant(ctx.today - timedelta(days=SILENT_AFTER - 1), time.min, ctx.user.zone)
    wanted = Filter(statuses=AWAITED, archived=False, silent_before=midnight, descending=False, limit=None)
    talking = {i.application_id for i in interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now)}
    found = [a for a in applications.find(ctx.db, ctx.user.id, wanted).items if not a.muted and a.id not in talking]
    longest = max(found, key=lambda a: _silent(ctx, a), default=None)
    return longest if longest and _silent(ctx, longest) >= SILENT_AFTER else None


def _silent(ctx: Context, a: Application) -> int:
    return (ctx.today - last_news(ctx, a)).days


def _suggestion(ctx: Context, coming: Sequence[Ahead], waits: Application | None) -> str:
    """One thing to do: what comes first, else what waits longest."""
    first = next((one.advice for one in coming if one.advice), "")
    if not first and waits is not None:
        name = name_of(waits.company, waits.title)
        long = _silent(ctx, waits) >= GHOSTED_AFTER
        first = f"mark {name} as ghosted" if long else f"write a short message to {name}"
    return f"My suggestion: {first}." if first else ""


def _buttons(daily: bool) -> tuple[Button, ...]:
    other = ("weekly", "Weekly instead") if daily else ("daily", "Daily instead")
    return (
        Button(label="What is open", calls=(Call(name="find"),), keep=True),
        Button(label="What is ahead", calls=(Call(name="agenda"),), keep=True),
        Button(label=other[1], calls=(Call(name="settings", args={"digest": other[0]}),)),
        Button(label="No digest", calls=(Call(name="settings", args={"digest": "off"}),)),
    )
