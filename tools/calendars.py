"""Interviews as a calendar file that phones open; an interview keeps its name there, so a newer file updates it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from storage import applications, by_name, interviews, revisions
from storage.records import Application, Interview
from tools.context import Context
from tools.fields import Name
from tools.receipts import counted
from tools.result import Button, Call, Result, Said, application_ref
from tools.tool import tool
from tools.which import one
from tools.words import name_of

if TYPE_CHECKING:
    from icalendar import Event

AN_HOUR = 60


def for_calendar(a: Application) -> tuple[Button, ...]:
    """The button that hands out an application's interviews as a file, beside what set, moved or cancelled one."""
    call = Call(name="calendar", args={"company": f"#{a.id}"})
    return (Button(label="Calendar file", calls=(call,), keep=True),)


@tool("calendar", reads=True, offered=False, examples=("/calendar", "/calendar Stripe"))
def calendar(ctx: Context, company: Name | None = None, title: Name | None = None) -> Result:
    """Hand out the interviews ahead as a calendar file (.ics), of one application or all; moved ones are updated."""
    asked = [one(ctx, company, title).id] if company or title else _all(ctx)
    found = [
        each
        for number in asked
        for each in interviews.get_interviews(ctx.db, ctx.user.id, number, cancelled=True)
        if each.starts_at > ctx.now
    ]
    refs = tuple(application_ref(number) for number in dict.fromkeys(each.application_id for each in found))
    if not found:
        return Said(text="No interview lies ahead, so there is nothing for a calendar.")
    path = ctx.keep_file(f"interviews-{ctx.now:%Y-%m-%d}", "ics", _file(ctx, found))
    gone = sum(each.state == interviews.CANCELLED for each in found)
    on = counted(len(found) - gone, "interview") if len(found) > gone else ""
    off = f"{gone} cancelled" if gone else ""
    words = ", ".join(part for part in (on, off) if part)
    return Said(
        text=f"For your calendar: {words}. Open the file; what is in it already is updated.",
        files=(str(path),),
        refs=refs,
    )


def _all(ctx: Context) -> list[int]:
    vocabulary = by_name.vocabulary(ctx.db, ctx.user.id)
    return [entry.application_id for entry in vocabulary.companies]


def _file(ctx: Context, found: Sequence[Interview]) -> str:
    """The text of the file: with nothing left to publish it takes back what it published."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//jobbot//interviews//EN")
    calendar.add("version", "2.0")
    cancelled = all(each.state == interviews.CANCELLED for each in found)
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    for each in found:
        calendar.add_component(_event(ctx, each))
    return str(calendar.to_ical(), "utf-8")


def _event(ctx: Context, each: Interview) -> Event:
    from icalendar import Event

    a = applications.get(ctx.db, ctx.user.id, each.application_id)
    event = Event()
    # Two people, or two databases of one person, never mean the same event.
    event.add("uid", f"interview-{each.id}-{int(ctx.user.created_at.timestamp() * 1000)}-{ctx.user.id}@jobbot")
    event.add("sequence", revisions.of_interview(ctx.db, ctx.user.id, each.id))
    event.add("dtstamp", ctx.now)
    event.add("dtstart", each.starts_at)
    event.add("dtend", each.starts_at + timedelta(minutes=each.duration_minutes or AN_HOUR))
    event.add("summary", f"Interview: {name_of(a.company, a.title)}")
    event.add("status", "CANCELLED" if each.state == interviews.CANCELLED else "CONFIRMED")
    if each.location:
        event.add("location", each.location)
    about = [each.kind if each.kind != "other" else "", f"with {each.with_}" if each.with_ else "", a.url or ""]
    if any(about):
        event.add("description", "\n".join(part for part in about if part))
    return event
