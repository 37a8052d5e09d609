"""Interviews in words: what one wants to know the day before, the hour before, and the morning after."""

from __future__ import annotations

from datetime import timedelta

from storage import interviews, notes
from storage.journal import NotThere
from storage.records import Application, Interview, Reminder
from tools.calendars import for_calendar
from tools.context import Context
from tools.result import Button, Call, Said
from tools.telling.latest import last_mail
from tools.telling.parts import about, draft, heard_back, message, mute, people, person_words
from tools.words import ago_words, clipped, moment_words, name_of

SOON = timedelta(minutes=90)
MOST_NOTES = 3


def interview(ctx: Context, reminder: Reminder) -> Said | None:
    """An interview that lies ahead: when, where, with whom, and what was noted for it; None for one that passed."""
    a, meeting = about(ctx, reminder), _meeting(ctx, reminder)
    if a is None or meeting is None or meeting.starts_at <= ctx.now:
        return None
    length = f"{meeting.duration_minutes} minutes" if meeting.duration_minutes else ""
    how = meeting.kind if meeting.kind != "other" else ""
    lines = [
        f"{_how_soon(ctx, meeting)}: interview, {name_of(a.company, a.title)}",
        f"When: {moment_words(meeting.starts_at, ctx.user.zone, ctx.today, meeting.timezone)}",
        f"How: {', '.join(part for part in (how, length) if part)}" if how or length else "",
        f"Where: {clipped(meeting.location, 300)}" if meeting.location else "",
        f"With: {_who(ctx, a, meeting)}" if meeting.with_ else "",
        last_mail(ctx, a),
        *_prepare(ctx, a, meeting),
    ]
    return message(ctx, [reminder], lines, for_calendar(a))


def thank_you(ctx: Context, reminder: Reminder) -> Said | None:
    """The morning after: how it went, and a word of thanks."""
    a, meeting = about(ctx, reminder), _meeting(ctx, reminder)
    if a is None or meeting is None:
        return None
    day = ago_words(meeting.starts_at.astimezone(ctx.user.zone).date(), ctx.today)
    to = _who(ctx, a, meeting) if meeting.with_ else ", ".join(person_words(one) for one in people(ctx, a)[:1])
    lines = [
        f"How did the interview go {day}? {name_of(a.company, a.title)}",
        last_mail(ctx, a),
        f"A few lines of thanks{f' to {to}' if to else ''} are worth sending today.",
    ]
    felt = [
        Button(label=label, calls=(Call(name="debrief", args={"company": f"#{a.id}", "how": how}),))
        for label, how in (("It went well", "well"), ("Hard to say", "unsure"), ("Not so well", "badly"))
    ]
    return message(ctx, [reminder], lines, [*felt, draft(a, "thank_you"), heard_back(a), mute(a)])


def _meeting(ctx: Context, reminder: Reminder) -> Interview | None:
    if reminder.interview_id is None:
        return None
    try:
        found = interviews.get_interview(ctx.db, ctx.user.id, reminder.interview_id)
    except NotThere:
        return None
    return found if found.state == interviews.SCHEDULED else None


def _how_soon(ctx: Context, meeting: Interview) -> str:
    left = meeting.starts_at - ctx.now
    if left <= SOON:
        minutes = max(1, round(left.total_seconds() / 60))
        return "In 1 hour" if minutes == 60 else f"In {minutes} minute{'s' if minutes > 1 else ''}"
    days = (meeting.starts_at.astimezone(ctx.user.zone).date() - ctx.today).days
    return {0: "Today", 1: "Tomorrow"}.get(days, f"In {days} days")


def _who(ctx: Context, a: Application, meeting: Interview) -> str:
    """With whom, and how to reach them where they are a contact."""
    name = clipped(meeting.with_ or "", 120)
    known = next((one for one in people(ctx, a) if one.name.casefold() == name.casefold()), None)
    return person_words(known) if known else name


def _prepare(ctx: Context, a: Application, meeting: Interview) -> list[str]:
    own = [clipped(one.text, 200) for one in notes.get_notes(ctx.db, ctx.user.id, a.id)[-MOST_NOTES:]]
    if meeting.note:
        own.append(clipped(meeting.note, 200))
    if own:
        return ["Your notes:", *(f"• {line}" for line in own)]
    posting = f" ({a.url})" if a.url else ""
    return [f"To prepare: read the job ad once more{posting}, and have two questions of your own ready."]
