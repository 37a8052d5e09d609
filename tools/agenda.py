"""What lies ahead: interviews, deadlines and reminders, in their order of time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from storage import applications, interviews, reminders
from storage.filters import Filter
from storage.records import Application
from tools.context import Context
from tools.fields import Name, Range
from tools.find import day_bounds
from tools.interviews import describe, interview_ref
from tools.reminders import describe as reminder_words
from tools.reminders import reminder_ref
from tools.result import Result, Said, application_ref
from tools.tool import tool
from tools.which import some
from tools.words import ago_words, day_words, name_of

What = Literal["interviews", "deadlines", "reminders", "all"]
MAX_LINES = 40
Line = tuple[datetime | None, str, str]  # when, the words, the ref


@tool("agenda", reads=True, examples=("/agenda interviews, this week", "/agenda reminders"))
def agenda(ctx: Context, what: What = "all", period: Range | None = None, company: Name | None = None) -> Result:
    """List interviews, deadlines or reminders ahead, or those of a period ("this week", "tomorrow")."""
    only = {a.id for a in some(ctx, company, None)} if company else None
    lines: list[Line] = []
    if what in ("interviews", "all"):
        lines += _interviews(ctx, period, only)
    if what in ("deadlines", "all"):
        lines += _deadlines(ctx, period, only)
    if what == "reminders":
        lines += _reminders(ctx, period, only)
    if not lines and what == "interviews" and only and not period:
        lines = _held(ctx, only)
    if not lines:
        return Said(text=_nothing(what, period is not None))
    shown = lines[:MAX_LINES]
    more = [f"… and {len(lines) - MAX_LINES} more"] if len(lines) > MAX_LINES else []
    numbered = [f"{number}. {words}" for number, (_, words, _) in enumerate(shown, 1)]
    refs = tuple(ref for line in shown for ref in line[2].split())
    return Said(text="\n".join([*numbered, *more]), refs=refs, listed=True)


def _nothing(what: What, limited: bool) -> str:
    noun = "interviews, deadlines or reminders" if what == "all" else what
    return f"No {noun} {'in that time' if limited else 'ahead'}."


def _interviews(ctx: Context, period: Range | None, only: set[int] | None) -> list[Line]:
    first, last = day_bounds(ctx, period) if period else (ctx.now - timedelta(hours=1), None)
    found = interviews.find_interviews(ctx.db, ctx.user.id, first=first, last=last)
    lines: list[Line] = []
    for i in found:
        if only is None or i.application_id in only:
            a = applications.get(ctx.db, ctx.user.id, i.application_id)
            held = " (held)" if i.starts_at < ctx.now else ""
            lines.append((i.starts_at, f"Interview: {describe(ctx, a, i)}{held}", f"{application_ref(a.id)} {interview_ref(i)}"))
    return lines


def _held(ctx: Context, only: set[int]) -> list[Line]:
    found = [i for i in interviews.find_interviews(ctx.db, ctx.user.id, last=ctx.now) if i.application_id in only]
    lines: list[Line] = []
    for i in found[-3:]:
        a = applications.get(ctx.db, ctx.user.id, i.application_id)
        words = f"No interview ahead; the last one was: {describe(ctx, a, i)}"
        lines.append((i.starts_at, words, f"{application_ref(a.id)} {interview_ref(i)}"))
    return lines[-1:]


def _deadlines(ctx: Context, period: Range | None, only: set[int] | None) -> list[Line]:
    first = period.first if period else ctx.today
    last = period.last if period else None
    wanted = Filter(active=True, deadline_from=first, deadline_to=last, has_deadline=True, sort="deadline", limit=None)
    found = applications.find(ctx.db, ctx.user.id, wanted).items
    return [_deadline(ctx, a) for a in found if only is None or a.id in only]


def _deadline(ctx: Context, a: Application) -> Line:
    assert a.deadline_on is not None
    kind = "Decide by" if a.status == "offer" else "Deadline"
    words = f"{kind}: {name_of(a.company, a.title)} · {day_words(a.deadline_on, ctx.today)}"
    return None, f"{words} · {ago_words(a.deadline_on, ctx.today)}", application_ref(a.id)


def _reminders(ctx: Context, period: Range | None, only: set[int] | None) -> list[Line]:
    first, last = day_bounds(ctx, period) if period else (None, None)
    found = reminders.find(ctx.db, ctx.user.id, ctx.now, last=last)
    return [
        (r.due_at, reminder_words(ctx, r), reminder_ref(r))
        for r in found
        if (first is None or r.due_at >= first) and (only is None or r.application_id in only)
    ]
