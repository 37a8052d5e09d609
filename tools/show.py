"""One application as a card: where it stands, its facts, people, interviews, notes and history."""

from __future__ import annotations

from storage import applications, contacts, interviews, notes
from storage.records import Application
from tools.context import Context
from tools.fields import Name
from tools.receipts import facts_words, refs_of
from tools.result import Button, Call, Result, Said, application_ref
from tools.tool import tool
from tools.which import choice_label, some
from tools.words import ago_words, day_words, moment_words, name_of

MAX_CARDS = 3


@tool("show", reads=True, examples=("/show Stripe",))
def show(ctx: Context, company: Name | None = None, title: Name | None = None) -> Result:
    """Show one application with its facts, history, interviews, contacts and notes."""
    found = some(ctx, company, title)
    if len(found) == 1:
        a = found[0]
        return Said(text=card(ctx, a), buttons=_next_steps(a), refs=(application_ref(a.id),))
    heading = f"You have {len(found)} applications at {found[0].company}:"
    lines = [f"{n}. {_line(ctx, a)}" for n, a in enumerate(found, 1)]
    buttons = tuple(
        Button(label=choice_label(a, found), calls=(Call(name="show", args={"company": f"#{a.id}"}),), keep=True)
        for a in found[:MAX_CARDS]
    )
    return Said(text="\n".join([heading, *lines]), buttons=buttons, refs=refs_of(found), listed=True)


def _line(ctx: Context, a: Application) -> str:
    day = f", applied {day_words(a.applied_on, ctx.today)}" if a.applied_on else ""
    return f"{name_of(a.company, a.title)}: {a.status}{day}"


def _next_steps(a: Application) -> tuple[Button, ...]:
    who = {"company": f"#{a.id}"}
    star = Button(
        label="Unstar" if a.favorite else "Star", calls=(Call(name="label", args={**who, "favorite": not a.favorite}),)
    )
    if a.active and a.status != "saved":
        return (Button(label="Rejected", calls=(Call(name="status", args={**who, "status": "rejected"}),)), star)
    if a.status == "saved":
        return (Button(label="Applied", calls=(Call(name="status", args={**who, "status": "applied"}),)), star)
    return (star,)


def card(ctx: Context, a: Application) -> str:
    """All that is known of an application, in lines."""
    head = f"{'★ ' if a.favorite else ''}{name_of(a.company, a.title)} (#{a.id}){' · archived' if a.archived else ''}"
    applied = f", applied {day_words(a.applied_on, ctx.today)}, {ago_words(a.applied_on, ctx.today)}" if a.applied_on else ""
    lines = [head, f"Status: {a.status}{applied}", facts_words(ctx, a)]
    lines += _interviews(ctx, a) + _people(ctx, a) + _notes(ctx, a) + _history(ctx, a)
    return "\n".join(line for line in lines if line)


def _interviews(ctx: Context, a: Application) -> list[str]:
    lines = []
    for i in interviews.get_interviews(ctx.db, ctx.user.id, a.id):
        word = "Interview" if i.starts_at >= ctx.now else "Interview held"
        parts = [
            moment_words(i.starts_at, ctx.user.zone, ctx.today, i.timezone),
            i.kind if i.kind != "other" else "",
            f"{i.duration_minutes} min" if i.duration_minutes else "",
            f"with {i.with_}" if i.with_ else "",
            i.location or "",
        ]
        lines.append(f"{word}: " + " · ".join(p for p in parts if p))
    return lines


def _people(ctx: Context, a: Application) -> list[str]:
    found = contacts.get_contacts(ctx.db, ctx.user.id, a.id)
    return ["Contact: " + ", ".join(p for p in (c.name, c.role, c.email, c.phone) if p) for c in found]


def _notes(ctx: Context, a: Application) -> list[str]:
    found = notes.get_notes(ctx.db, ctx.user.id, a.id)
    return [f"Note ({day_words(n.at.astimezone(ctx.user.zone).date(), ctx.today)}): {n.text}" for n in found]


def _history(ctx: Context, a: Application) -> list[str]:
    entries = applications.get_history(ctx.db, ctx.user.id, a.id)
    steps = [f"{e.status} {day_words(e.at.astimezone(ctx.user.zone).date(), ctx.today)}" for e in entries]
    noted = [f"  {e.status}: {e.note}" for e in entries if e.note]
    return ["History: " + " → ".join(steps), *noted] if steps else []
