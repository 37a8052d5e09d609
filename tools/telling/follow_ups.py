"""Follow-ups in words: how long it has been silent, how urgent it is, and what to do; one by one or together."""

from __future__ import annotations

from collections.abc import Sequence

from storage.owed import Kind, priority
from storage.records import Application, Reminder
from storage.status import IN_PROCESS
from tools.context import Context
from tools.result import Button, Call, Said
from tools.telling.latest import last_event
from tools.telling.parts import about, draft, heard_back, last_news, message, mute, people, person_words
from tools.words import ago_words, clipped, day_words, name_of

ADVICE = {
    "first": "A short, friendly message is worth sending now.",
    "second": "One more short message is fine now; after that it is their turn.",
    "working": "Ask politely what the next step is and when.",
    "ghosted": "I suggest marking it as ghosted. If they do answer, it comes back.",
}


def follow_up(ctx: Context, reminder: Reminder) -> Said | None:
    """One follow-up: who is silent since when, how urgent it is, and what to do."""
    a = about(ctx, reminder)
    if a is None:
        return None
    step = reminder.step or "first"
    known = people(ctx, a)
    lines = [
        f"Follow up: {name_of(a.company, a.title)}",
        _silence(ctx, a),
        last_event(ctx, a),
        f"Write to {person_words(known[0])}." if known and step != "ghosted" else "",
        f"{ADVICE[step]} ({_priority(a, step)} priority)" if step != "ghosted" else ADVICE[step],
    ]
    ghosted = (Button(label="Mark as ghosted", calls=(_status(a, "ghosted"),)),) if step == "ghosted" else ()
    return message(ctx, [reminder], lines, [*ghosted, draft(a, "follow_up"), heard_back(a), mute(a)])


def together(ctx: Context, reminders: Sequence[Reminder]) -> Said | None:
    """Several in one message, the most urgent first."""
    found = [(one, a) for one in reminders if (a := about(ctx, one)) is not None]
    if not found:
        return None
    found.sort(key=lambda pair: ("high", "medium", "low").index(_rank(*pair)))
    lines = [f"{number}. {_line(ctx, one, a)}" for number, (one, a) in enumerate(found, 1)]
    head = f"{len(found)} applications wait for you:"
    ask = "Tell me what you did or heard, for example “followed up with the first”."
    each = tuple(Call(name="waiting", args={"which": f"#{one.id}"}) for one, _ in found)
    one_by_one = Button(label="One by one", calls=each, keep=True)
    said = message(ctx, [one for one, _ in found], [head, *lines, ask], [one_by_one])
    return said.model_copy(update={"listed": True, "refs": tuple(f"application:{a.id}" for _, a in found)})


def _line(ctx: Context, reminder: Reminder, a: Application) -> str:
    name = name_of(clipped(a.company, 60), clipped(a.title, 60) if a.title else None)
    if reminder.kind == Kind.DEADLINE and a.deadline_on:
        return f"{name}: {'decide' if a.status == 'offer' else 'apply'} by {day_words(a.deadline_on, ctx.today)}"
    if reminder.step == "ghosted":
        return f"{name}: silent {_silent(ctx, a)}, perhaps ghosted"
    return f"{name}: {a.status}, last news {_silent(ctx, a)} ({_rank(reminder, a)} priority)"


def _rank(reminder: Reminder, a: Application) -> str:
    return priority(reminder.kind, reminder.step, a.status)


def _priority(a: Application, step: str) -> str:
    return priority(Kind.FOLLOW_UP, step, a.status)


def _silent(ctx: Context, a: Application) -> str:
    return ago_words(last_news(ctx, a), ctx.today)


def _silence(ctx: Context, a: Application) -> str:
    days = (ctx.today - last_news(ctx, a)).days
    since = f"No news for {days} days" if days > 1 else "No news"
    if a.status in IN_PROCESS:
        return f"{since}; it stands at {a.status}."
    applied = f" (you applied {day_words(a.applied_on, ctx.today)})" if a.applied_on else ""
    return f"{since}{applied}."


def _status(a: Application, status: str) -> Call:
    return Call(name="status", args={"status": status, "company": f"#{a.id}"})
