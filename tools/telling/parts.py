"""What the messages of reminders share: the buttons, lateness in words, who to write to; knows no kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from storage import applications, contacts, interviews
from storage.journal import NotThere
from storage.records import Application, Contact, Reminder
from tools.context import Context
from tools.reminders import reminder_ref
from tools.result import Button, Call, Said, application_ref
from tools.words import clipped, clock_words, day_words

# Sooner than this nobody would call it late.
PATIENCE = timedelta(minutes=10)
SNOOZES = (("1 day", "1d"), ("3 days", "3d"), ("1 week", "7d"))


def about(ctx: Context, reminder: Reminder) -> Application | None:
    """The application that a reminder is about, if any."""
    if reminder.application_id is None:
        return None
    try:
        return applications.get(ctx.db, ctx.user.id, reminder.application_id)
    except NotThere:
        return None


def message(ctx: Context, reminders: Sequence[Reminder], lines: Sequence[str], buttons: Sequence[Button]) -> Said:
    """The message of these lines, with its lateness, and the buttons of every reminder behind its own."""
    numbers = " ".join(f"#{one.id}" for one in reminders)
    said = [line for line in (*lines, late(ctx, reminders)) if line]
    refs = [*map(reminder_ref, reminders), *(application_ref(r.application_id) for r in reminders if r.application_id)]
    return Said(text="\n".join(said), buttons=(*_every(numbers), *buttons), refs=tuple(dict.fromkeys(refs)))


def late(ctx: Context, reminders: Sequence[Reminder]) -> str:
    """When it had been due, where that is past; nothing for what was not known of by then."""
    first = min(one.due_at for one in reminders)
    if any(one.catch_up for one in reminders) or ctx.now - first < PATIENCE:
        return ""
    local = first.astimezone(ctx.user.zone)
    day = "" if local.date() == ctx.today else f"{day_words(local.date(), ctx.today)}, "
    return f"(This was due {day}{clock_words(local)}.)"


def _every(numbers: str) -> list[Button]:
    done = Button(label="Done", calls=(_change("done", numbers),))
    return [done, *(Button(label=label, calls=(_change("snooze", numbers, until),)) for label, until in SNOOZES)]


def _change(action: str, numbers: str, until: str | None = None) -> Call:
    args = {"action": action, "which": numbers, "until": until, "every": " " in numbers or None}
    return Call(name="change_reminder", args={key: value for key, value in args.items() if value is not None})


def heard_back(a: Application) -> Button:
    """The button that asks what they said."""
    return Button(label="Heard back", calls=(Call(name="heard_back", args={"company": f"#{a.id}"}),), keep=True)


def draft(a: Application, kind: str) -> Button:
    """The button that writes a message to copy."""
    call = Call(name="draft", args={"company": f"#{a.id}", "kind": kind})
    return Button(label="Draft a message", calls=(call,), keep=True)


def mute(a: Application) -> Button:
    """The button that ends all reminders of one application but those of its interviews."""
    return Button(label="Mute this one", calls=(Call(name="mute", args={"company": f"#{a.id}"}),))


def last_news(ctx: Context, a: Application) -> date:
    """The day of the last thing that happened between the two: an event, or an interview that was held."""
    held = [i.starts_at for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id) if i.starts_at <= ctx.now]
    return max([a.last_event_at, *held]).astimezone(ctx.user.zone).date()


def people(ctx: Context, a: Application) -> list[Contact]:
    """Whom the person knows there."""
    return contacts.get_contacts(ctx.db, ctx.user.id, a.id)


def person_words(contact: Contact) -> str:
    """A contact in a few words: name, role, and how to reach them."""
    return clipped(
        ", ".join(part for part in (contact.name, contact.role, contact.email or contact.phone) if part), 120
    )
