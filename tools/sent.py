"""What is sent when, on one page, with buttons that change it; the changes themselves are the settings tool's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from storage import applications, users
from storage.filters import Filter
from storage.settings import Settings
from tools.context import Context
from tools.result import Button, Call
from tools.words import clipped, day_words, joined

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_NAMED = 8
SERVICES = ("slack", "telegram")


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
        f"Quiet hours: {quiet_words(s)}",
        *([f"Where: {place(s.reminders_to)}"] if len(channels(ctx)) > 1 else []),
        *_pause(ctx),
        *_muted(ctx),
    ]


def quiet_words(s: Settings) -> str:
    """Between which hours nothing is sent, and what is all the same; "none" where they begin when they end."""
    if s.quiet_from == s.quiet_to:
        return "none"
    return f"{s.quiet_from} to {s.quiet_to}, but for interviews and hours that you named"


def buttons(ctx: Context) -> tuple[Button, ...]:
    """The changes that people want most."""
    s = ctx.user.settings
    kinds = [
        Button(label=label, calls=(_settings(digest=kind),))
        for kind, label in (("daily", "Daily digest"), ("weekly", "Weekly digest"), ("off", "No digest"))
        if kind != s.digest
    ]
    kinds += [
        Button(label=label, calls=(_settings(reminders_to=channel or "last"),))
        for channel, label in _places(ctx)
        if channel != s.reminders_to
    ]
    if paused(ctx):
        return (*kinds, Button(label="Resume reminders", calls=(_settings(resume=True),)))
    week = (ctx.today + timedelta(days=7)).isoformat()
    return (*kinds, Button(label="Pause for a week", calls=(_settings(pause_until=week),)))


def channels(ctx: Context) -> tuple[str, ...]:
    """The chat services on which the person can be told something."""
    there = {one.channel for one in users.list_accounts(ctx.db, ctx.user.id) if one.dead_reason is None}
    return tuple(channel for channel in SERVICES if channel in there)


def place(channel: str) -> str:
    """The channel that reminders go to, in words."""
    return channel.capitalize() or "the chat that you used last"


def _places(ctx: Context) -> list[tuple[str, str]]:
    """Where reminders could go, for those who have a choice: the channel and the words of its button."""
    there = channels(ctx)
    if len(there) < 2:
        return []
    return [("", "Where I wrote last"), *((channel, f"Always on {channel.capitalize()}") for channel in there)]


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
