"""Deadlines, reminders of the person's own, and news from mails, in words."""

from __future__ import annotations

from storage.records import Reminder
from storage.status import Status
from tools.context import Context
from tools.findings.report import report
from tools.result import Button, Call, Said
from tools.telling.parts import about, message, mute
from tools.words import ago_words, clipped, day_words, name_of


def deadline(ctx: Context, reminder: Reminder) -> Said | None:
    """A posting that closes, or an offer to decide on."""
    a = about(ctx, reminder)
    if a is None or a.deadline_on is None or a.deadline_on < ctx.today:
        return None
    name, day = name_of(a.company, a.title), day_words(a.deadline_on, ctx.today)
    left = (a.deadline_on - ctx.today).days
    soon = ago_words(a.deadline_on, ctx.today).capitalize()
    if a.status == Status.OFFER:
        head = "Today you decide" if not left else f"{soon} you decide"
        lines = [f"{head}: the offer of {name}", f"They expect your answer by {day}. (high priority)"]
        choices = [("Accept", "accepted"), ("Decline", "declined")]
    else:
        head = "Last day" if not left else f"{soon} it closes"
        lines = [f"{head}: {name}", f"You have not applied yet; the deadline is {day}.", a.url or ""]
        choices = [("I applied", "applied")]
    buttons = [
        Button(label=label, calls=(Call(name="status", args={"status": status, "company": f"#{a.id}"}),))
        for label, status in choices
    ]
    return message(ctx, [reminder], lines, [*buttons, mute(a)])


def custom(ctx: Context, reminder: Reminder) -> Said | None:
    """The person's own words, and the application that they are about."""
    a = about(ctx, reminder)
    words = reminder.text or "something you wanted to be reminded of"
    name = name_of(a.company, a.title) if a else ""
    beside = "" if not a or a.company.casefold() in words.casefold() else f" ({clipped(name, 80)})"
    return message(ctx, [reminder], [f"Reminder: {words}{beside}"], [])


def mail(ctx: Context, _: Reminder) -> Said | None:
    """What the person's mail said since they last heard of it, all of it in one message."""
    return report(ctx)
