"""The last thing that happened with an application, in a line of a reminder: a mail and what it said, or an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from storage import applications, interviews
from storage.records import Application
from storage.status import Source, Status
from tools.context import Context
from tools.words import clipped, day_words

WRITTEN = {Source.EMAIL: "mail", Source.ATS: "answer of their job site"}
SAID = {"mail": WRITTEN[Source.EMAIL], "ats": WRITTEN[Source.ATS]}
DEEDS = {
    "follow_up": "you followed up",
    "interview_held": "the interview was held",
    "interview_cancelled": "the interview was cancelled",
}
LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Event:
    """One event: when, what in words, and what was written, which stands for what in a mail."""

    at: datetime
    what: str
    note: str
    mail: str = ""


def last_mail(ctx: Context, a: Application) -> str:
    """The last mail of theirs, with the line that was kept of it; empty for none."""
    found = [one for one in _events(ctx, a) if one.mail]
    return _words(ctx, found[-1]) if found else ""


def last_event(ctx: Context, a: Application) -> str:
    """The last event in a line; empty where nothing came after the application itself."""
    found = [one for one in _events(ctx, a) if one.what != Status.APPLIED or one.mail]
    return _words(ctx, found[-1]) if found else ""


def _events(ctx: Context, a: Application) -> list[_Event]:
    """All that happened up to now, in time."""
    found = [
        _Event(one.at, str(one.status), one.note or "", WRITTEN.get(one.source, ""))
        for one in applications.get_history(ctx.db, ctx.user.id, a.id)
    ]
    for one in applications.get_activities(ctx.db, ctx.user.id, a.id):
        mail = SAID.get(one.kind, "")
        found.append(_Event(one.at, DEEDS.get(one.kind, ""), one.note or "", mail))
    for meeting in interviews.get_interviews(ctx.db, ctx.user.id, a.id):
        found.append(_Event(meeting.starts_at, "the interview was held", ""))
    return sorted((one for one in found if one.at <= ctx.now), key=lambda one: one.at)


def _words(ctx: Context, event: _Event) -> str:
    day = day_words(event.at.astimezone(ctx.user.zone).date(), ctx.today)
    if not event.mail:
        return f"Last: {event.what}, {day}."
    said = f": “{clipped(event.note, LONGEST)}”" if event.note else f" ({event.what})" if event.what else ""
    return f"Last {event.mail}, {day}{said}"
