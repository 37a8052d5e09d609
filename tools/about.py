"""The plain answer to one question about an application: its pay, contact, day of applying, whether they answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

from storage import applications, contacts, interviews, notes
from storage.records import Application, Contact, HistoryEntry, Interview
from storage.status import Status
from tools.context import Context
from tools.words import clipped, day_and_ago, day_words, joined, moment_words, name_of, pay_words

About = Literal[
    "status", "applied_on", "reply", "pay", "location", "work_mode", "employment_type", "contact", "notes", "history",
    "deadline", "source", "link", "tags", "title", "interview",
]  # fmt: skip
# Statuses that an employer's person or decision stands behind.
ANSWERS = (Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW, Status.OFFER, Status.ACCEPTED, Status.REJECTED)
# What is not noted, and how to tell it.
UNKNOWN = {
    "pay": ("pay", "{company} pays 40k"),
    "location": ("place", "{company} is in Leeds"),
    "work_mode": ("way of working", "{company} is remote"),
    "employment_type": ("type of employment", "{company} is part time"),
    "contact": ("contact", "Jane Roe is the recruiter at {company}"),
    "notes": ("note", "note for {company}: ask about shifts"),
    "deadline": ("deadline", "the deadline at {company} is 30 November"),
    "source": ("source", "I found {company} on LinkedIn"),
    "link": ("link", "the link for {company} is https://…"),
    "tags": ("tag", "tag {company} as urgent"),
    "title": ("role", "the role at {company} is baker"),
    "interview": ("interview", "interview with {company} on Tuesday at 3pm"),
}


def answer(ctx: Context, a: Application, about: About) -> str:
    """The answer in a sentence or some lines; where nothing is noted, that, and how to note it."""
    found = _ANSWERS[about](ctx, a)
    if found:
        return found
    what, how = UNKNOWN[about]
    return f"{name_of(a.company, a.title)}: no {what} yet. To add it, say “{how.format(company=a.company)}”."


def _day(ctx: Context, day: date) -> str:
    return day_and_ago(day, ctx.today)


def _on(ctx: Context, at: datetime) -> date:
    return at.astimezone(ctx.user.zone).date()


def _status(ctx: Context, a: Application) -> str:
    entries = applications.get_history(ctx.db, ctx.user.id, a.id)
    since = f" since {_day(ctx, _on(ctx, entries[-1].at))}" if entries else ""
    return f"{name_of(a.company, a.title)}: {a.status}{since}."


def _applied_on(ctx: Context, a: Application) -> str:
    name = name_of(a.company, a.title)
    if a.applied_on:
        return f"You applied to {name} on {_day(ctx, a.applied_on)}."
    if a.status == Status.SAVED:
        saved = _day(ctx, _on(ctx, a.created_at))
        return f"You have not applied to {name} yet; it has been saved since {saved}."
    return f"{name} is {a.status}; the day of applying is not noted."


def _reply(ctx: Context, a: Application) -> str:
    name = name_of(a.company, a.title)
    entries = applications.get_history(ctx.db, ctx.user.id, a.id)
    answers = [entry for entry in entries if entry.status in ANSWERS]
    if answers:
        last = answers[-1]
        return f"Yes, {name} answered: {last.status} on {_day(ctx, _on(ctx, last.at))}." + _said(last)
    if a.status == Status.SAVED:
        return f"You have not applied to {name} yet, so there is no answer."
    waited = f"; you applied on {_day(ctx, a.applied_on)}" if a.applied_on else ""
    return f"No answer from {name} yet{waited}."


def _said(entry: HistoryEntry) -> str:
    return f" “{clipped(entry.note, 200)}”" if entry.note else ""


def _pay(ctx: Context, a: Application) -> str:
    pay = pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period)
    return f"{name_of(a.company, a.title)} pays {pay}." if pay else ""


def _plain(column: str, lead: str) -> Callable[[Context, Application], str]:
    def found(ctx: Context, a: Application) -> str:
        value = getattr(a, column)
        return f"{name_of(a.company, a.title)}{lead} {str(value).replace('_', ' ')}." if value else ""

    return found


def _link(ctx: Context, a: Application) -> str:
    return f"{name_of(a.company, a.title)}: {a.url}" if a.url else ""


def _title(ctx: Context, a: Application) -> str:
    return f"At {a.company} it is the role of {a.title}." if a.title else ""


def _tags(ctx: Context, a: Application) -> str:
    return f"{name_of(a.company, a.title)}: {joined([f'#{tag}' for tag in a.tags])}." if a.tags else ""


def _deadline(ctx: Context, a: Application) -> str:
    if a.deadline_on is None:
        return ""
    what = "decide by" if a.status == Status.OFFER else "the deadline is"
    return f"{name_of(a.company, a.title)}: {what} {_day(ctx, a.deadline_on)}."


def contact_words(c: Contact) -> str:
    """A person at the other side with all that is noted."""
    return " · ".join(part for part in (c.name, c.role, c.phone, c.email) if part)


def _contact(ctx: Context, a: Application) -> str:
    found = [contact_words(c) for c in contacts.get_contacts(ctx.db, ctx.user.id, a.id)]
    met = {i.with_ for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id) if i.with_}
    found += [f"{who} (interview)" for who in sorted(met) if not any(who.casefold() in one.casefold() for one in found)]
    return "\n".join([f"Your contact at {name_of(a.company, a.title)}:", *found]) if found else ""


def _notes(ctx: Context, a: Application) -> str:
    found = notes.get_notes(ctx.db, ctx.user.id, a.id)
    lines = [f"• {day_words(_on(ctx, n.at), ctx.today)}: {n.text}" for n in found]
    return "\n".join([f"Your notes on {name_of(a.company, a.title)}:", *lines]) if lines else ""


def _history(ctx: Context, a: Application) -> str:
    """All that happened, in the order in which it did."""
    steps = [(e.at, f"{e.status}{_said(e)}") for e in applications.get_history(ctx.db, ctx.user.id, a.id)]
    steps += [
        (one.at, one.kind.replace("_", " ") + (f": {clipped(one.note, 200)}" if one.note else ""))
        for one in applications.get_activities(ctx.db, ctx.user.id, a.id)
    ]
    lines = [f"• {day_words(_on(ctx, at), ctx.today)}: {what}" for at, what in sorted(steps, key=lambda step: step[0])]
    return "\n".join([f"The history of {name_of(a.company, a.title)}:", *lines])


def interview_words(ctx: Context, i: Interview) -> str:
    """An interview with all that is noted: when, how, with whom, where."""
    parts = (
        moment_words(i.starts_at, ctx.user.zone, ctx.today, i.timezone),
        i.kind if i.kind != "other" else "",
        f"{i.duration_minutes} min" if i.duration_minutes else "",
        f"with {i.with_}" if i.with_ else "",
        i.location or "",
        i.note or "",
    )
    return " · ".join(part for part in parts if part)


def _interview(ctx: Context, a: Application) -> str:
    found = interviews.get_interviews(ctx.db, ctx.user.id, a.id)
    lines = [f"• {'' if i.starts_at >= ctx.now else 'held: '}{interview_words(ctx, i)}" for i in found]
    return "\n".join([f"Interviews at {name_of(a.company, a.title)}:", *lines]) if lines else ""


_ANSWERS: dict[str, Callable[[Context, Application], str]] = {
    "status": _status,
    "applied_on": _applied_on,
    "reply": _reply,
    "pay": _pay,
    "location": _plain("location", " is in"),
    "work_mode": _plain("work_mode", ":"),
    "employment_type": _plain("employment_type", ":"),
    "contact": _contact,
    "notes": _notes,
    "history": _history,
    "deadline": _deadline,
    "source": _plain("source", ": found via"),
    "link": _link,
    "tags": _tags,
    "title": _title,
    "interview": _interview,
}
