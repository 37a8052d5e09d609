"""What is sent when, on one page, with buttons that change it; the changes themselves are the settings tool's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from storage import applications
from storage.filters import Filter
from storage.settings import Settings
from tools.context import Context
from tools.result import Button, Call
from tools.words import clipped, day_words, joined

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_NAMED = 8


def lines(ctx: Context) -> list[str]:
    """Each kind of message with its time, and what holds them back."""
    s = ctx.user.settings
    days = joined([str(day) for day in s.follow_up_days])
    talking = f"{s.working_days_after} working days" if s.working_days_after > 1 else "1 working day"
    return [
        "What I send, and when:",
        "• Interviews: 24 hours and 1 hour before",
        f"• The morning after an interview, at {s.morning}: how it went, and a word of thanks",
        f"• Follow-ups, at {s.morning}: after {days} days without news; {talking} once you are talking",
        f"• Deadlines, at {s.morning}: three days before and on the day",
        f"• Digest: {_digest(s)}",
        "• Your own reminders: when you said",
        f"Quiet hours: {s.quiet_from} to {s.quiet_to}, but for interviews and hours that you named",
        *_pause(ctx),
        *_muted(ctx),
    ]


def buttons(ctx: Context) -> tuple[Button, ...]:
    """The changes that people want most."""
    s = ctx.user.settings
    kinds = [
        Button(label=label, calls=(_settings(digest=kind),))
        for kind, label in (("daily", "Daily digest"), ("weekly", "Weekly digest"), ("off", "No digest"))
        if kind != s.digest
    ]
    if paused(ctx):
        return (*kinds, Button(label="Resume reminders", calls=(_settings(resume=True),)))
    week = (ctx.today + timedelta(days=7)).isoformat()
    return (*kinds, Button(label="Pause for a week", calls=(_settings(pause_until=week),)))


def paused(ctx: Context) -> bool:
    """Whether reminders are held now."""
    until = ctx.user.settings.paused_until
    return until is not None and ctx.now < until


def _settings(**args: Any) -> Call:
    return Call(name="settings", args=args)


def _digest(s: Settings) -> str:
    if s.digest == "off":
        return "off"
    how = "daily" if s.digest == "daily" else f"weekly ({WEEKDAYS[s.digest_weekday]})"
    return f"{how}, at {s.morning}"


def _pause(ctx: Context) -> list[str]:
    until = ctx.user.settings.paused_until
    if until is None or not paused(ctx):
        return []
    day = day_words(until.astimezone(ctx.user.zone).date(), ctx.today)
    return [f"Paused until {day}, but for interviews; what falls due meanwhile comes then"]


def _muted(ctx: Context) -> list[str]:
    found = applications.find(ctx.db, ctx.user.id, Filter(active=True, limit=None)).items
    names = [clipped(a.company, 40) for a in found if a.muted]
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    return [f"Muted: {joined([*names[:MOST_NAMED], *more])}"] if names else []
