"""Changing where an application stands, one by one or in a sweep."""

from __future__ import annotations

from datetime import date

from storage import progress
from storage.records import Application, Entry
from storage.status import ACTIVE, Status
from tools.context import Context
from tools.fields import Name, PastDay, StatusName, Text
from tools.receipts import counted, event_instant, offer_add, refs_of, sweep_question
from tools.result import Receipt, Result, Said, application_ref
from tools.tool import tool
from tools.which import one, sweep
from tools.words import clipped, day_words, joined, name_of

KIND_WORDS = {
    Status.REJECTED: "I'm sorry. On to the next one.",
    Status.OFFER: "Congratulations!",
    Status.ACCEPTED: "Congratulations on the new job!",
}


@tool("status", examples=("/status interview, Stripe",))
def change_status(
    ctx: Context,
    status: StatusName,
    company: Name | None = None,
    title: Name | None = None,
    on: PastDay | None = None,
    note: Text | None = None,
    every: Name | None = None,
    correct: bool = False,
) -> Result:
    """Change where an application stands; `every` (open, all, a status, silent 30) instead of a company for a sweep."""
    if every:
        return _sweep(ctx, status, every, on)
    a = one(ctx, company, title, offer_add(company, title, status))
    name, refs = name_of(a.company, a.title), (application_ref(a.id),)
    if correct and a.status != status:
        at = event_instant(on, ctx.now)
        progress.replace_last_status(ctx.journal, a.id, Entry(status, at, note=note), applied_on=on, now=ctx.now)
        return Receipt(text=f"Corrected: {name} is {status}, not {a.status}.", refs=refs)
    if a.status == status and not on:
        return Said(text=f"{name} is {status} already.", refs=refs)
    return Receipt(text=move(ctx, a, status, on, note), refs=refs)


def move(ctx: Context, a: Application, status: Status, on: date | None, note: str | None = None) -> str:
    """Set a status; give the line of its receipt."""
    at = event_instant(on, ctx.now)
    if a.status == status:
        progress.move_last_entry(ctx.journal, a.id, at, now=ctx.now)
        return f"{name_of(a.company, a.title)}: {status} on {day_words(at.date(), ctx.today)}"
    applied_on = on if status == Status.APPLIED else None
    progress.set_status(ctx.journal, a.id, Entry(status, at, note=note), applied_on=applied_on, now=ctx.now)
    day = f" ({day_words(at.date(), ctx.today)})" if on else ""
    words = KIND_WORDS.get(status)
    return f"{name_of(a.company, a.title)}: {a.status} → {status}{day}" + (f"\n{words}" if words else "")


def _sweep(ctx: Context, status: Status, every: str, on: date | None) -> Result:
    # "All" end with those that have not ended yet: an accepted job is not withdrawn with the rest.
    words = "open" if every.strip().casefold() == "all" and status not in ACTIVE else every
    found = [a for a in sweep(ctx, words) if a.status != status]
    if not found:
        return Said(text="There is nothing to change.")
    if not ctx.confirmed:
        return sweep_question(found, f"Mark {counted(len(found))} as {status}?", ctx.call)
    for a in found:
        move(ctx, a, status, on)
    names = joined([clipped(name_of(a.company, a.title), 50) for a in found[:12]])
    more = f" and {len(found) - 12} more" if len(found) > 12 else ""
    return Receipt(text=f"{counted(len(found))} marked as {status}: {names}{more}.", refs=refs_of(found))
