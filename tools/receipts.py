"""Pieces that the tools share: the instant of an event, an application's facts in words, questions before a sweep."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from storage.records import Application
from storage.status import Status
from tools.context import Context
from tools.result import Button, Call, Proposed, application_ref
from tools.words import clipped, day_words, name_of, pay_words

NOON = time(12)
# In these an amount of five digits without a period can only be a year's pay.
YEARLY = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD"})


def event_instant(day: date | None, now: datetime) -> datetime:
    """The instant of something said to have happened on `day`: noon of an earlier day, now for today or none."""
    if day is None or day >= now.date():
        return now
    return datetime.combine(day, NOON, tzinfo=now.tzinfo)


def said(**args: Any) -> dict[str, Any]:
    """Arguments as they can be kept behind a button: no empty ones, dates as ISO text."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in args.items() if v not in (None, "", ())}


def pay_fields(pay: Any) -> dict[str, Any]:
    """The columns of a read amount; empty for none."""
    if pay is None:
        return {}
    period = pay.period or ("year" if pay.currency in YEARLY and (pay.minimum or pay.maximum or 0) >= 15_000 else None)
    known = {"salary_currency": pay.currency, "salary_period": period}
    return {
        "salary_min": pay.minimum,
        "salary_max": pay.maximum,
        **{name: value for name, value in known.items() if value is not None},
    }


def facts_words(ctx: Context, a: Application) -> str:
    """The facts of an application on one line, without its name and status."""
    pay = pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period)
    deadline = f"deadline {day_words(a.deadline_on, ctx.today)}" if a.deadline_on else ""
    kind = (a.employment_type or "").replace("_", " ")
    source = f"via {a.source}" if a.source else ""
    tags = " ".join(f"#{tag}" for tag in a.tags)
    return " · ".join(p for p in (a.location, a.work_mode, kind, pay, source, deadline, a.url, tags) if p)


def counted(number: int, noun: str = "application") -> str:
    """A number and its noun: "1 application", "3 applications"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def refs_of(found: list[Application]) -> tuple[str, ...]:
    """The refs of applications, in their order."""
    return tuple(application_ref(a.id) for a in found)


def sweep_question(found: list[Application], question: str, call: Call, *, keep: str = "No") -> Proposed:
    """The question before a change to many: what it would touch, and the two buttons."""
    lines = [f"• {name_of(a.company, a.title)} ({a.status})" for a in found[:12]]
    more = [f"… and {len(found) - 12} more"] if len(found) > 12 else []
    yes = Button(label="Yes", calls=(call.model_copy(update={"confirmed": True}),))
    return Proposed(text="\n".join([question, *lines, *more]), buttons=(yes, Button(label=keep)))


def offer_add(
    company: str | None, title: str | None, status: Status, *more: Call, label: str = ""
) -> tuple[Button, ...]:
    """The button that adds an application nobody has heard of, and what was asked for it; none without a name."""
    if not company or company.startswith("#"):
        return ()
    log = Call(name="log", args=said(company=company, title=title, status=str(status)))
    return (Button(label=label or f"Add {clipped(company, 30)} as {status}", calls=(log, *more)),)
