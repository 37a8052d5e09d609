"""News of a posting under watch, in words: it is gone, it is back, it pays something else, it closes soon."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from storage.records import Application, Reminder
from storage.status import ENDED, Status
from tools.context import Context
from tools.result import Button, Call, Said, application_ref
from tools.telling.parts import about
from tools.words import day_words, name_of


def posting(ctx: Context, reminder: Reminder) -> Said | None:
    """All news of one posting in one message; None where it does not matter any more."""
    a = about(ctx, reminder)
    news = _news(reminder)
    if a is None or a.status in ENDED or a.archived:
        return None
    told = [part for part in (_closed(a, news), _reopened(a, news), _paid(a, news), _closing(ctx, a, news)) if part]
    if not told:
        return None
    lines = [f"Posting: {name_of(a.company, a.title)}", *(line for line, _ in told), a.url or ""]
    buttons = [*(button for _, more in told for button in more), _button("Show it", "show", a)]
    refs = (application_ref(a.id),)
    return Said(text="\n".join(line for line in lines if line), buttons=tuple(buttons), refs=refs)


def _news(reminder: Reminder) -> dict[str, Any]:
    try:
        found = json.loads(reminder.text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


Told = tuple[str, list[Button]]


def _closed(a: Application, news: dict[str, Any]) -> Told | None:
    if not news.get("closed"):
        return None
    if a.status == Status.SAVED:
        words = "It has been taken down: you can probably not apply any more."
        return words, [_button("Delete it", "delete", a), _button("I applied", "status", a, status="applied")]
    words = "It has been taken down. That can mean that they have enough people, or have found somebody."
    return words, [_button("Mark rejected", "status", a, status="rejected"), _button("Draft a message", "draft", a)]


def _reopened(a: Application, news: dict[str, Any]) -> Told | None:
    if not news.get("reopened"):
        return None
    more = [_button("I applied", "status", a, status="applied")] if a.status == Status.SAVED else []
    return "It is there again, and open.", more


def _paid(a: Application, news: dict[str, Any]) -> Told | None:
    pay = news.get("pay")
    if not isinstance(pay, list) or len(pay) != 2:
        return None
    return f"The pay is now {pay[1]}; it was {pay[0]}.", [_button("Take it over", "update", a, pay=pay[1])]


def _closing(ctx: Context, a: Application, news: dict[str, Any]) -> Told | None:
    """A deadline that the person does not know of; one that they know of has its own reminders."""
    if a.status != Status.SAVED or not news.get("deadline"):
        return None
    day = date.fromisoformat(str(news["deadline"]))
    if day == a.deadline_on or day < ctx.today:
        return None
    words = f"It closes on {day_words(day, ctx.today)}, and you have not applied yet."
    keep = _button("Keep the deadline", "update", a, deadline=day.isoformat())
    return words, [_button("I applied", "status", a, status="applied"), keep]


def _button(label: str, tool: str, a: Application, **args: str) -> Button:
    call = Call(name=tool, args={"company": f"#{a.id}", **args})
    return Button(label=label, calls=(call,), keep=tool in ("show", "draft"))
