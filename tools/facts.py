"""Correcting and adding the facts of an application: its fields, notes, contacts, tags, favourite and archive."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from storage import applications, contacts, notes, progress
from storage.records import Application
from storage.status import Status
from tools import money
from tools.context import Context
from tools.fields import PLAIN, Email, EmploymentType, FutureDay, Name, Names, PastDay, Text, Url, WorkMode
from tools.pay import read as read_pay
from tools.receipts import counted, offer_add, pay_fields, refs_of, said, sweep_question
from tools.result import Receipt, Refusal, Result, application_ref
from tools.tool import tool
from tools.which import one, sweep
from tools.words import clipped, day_words, joined, name_of, pay_words

# An amount, or only a currency or a period, which then belongs to the amount that is kept already.
PayChange = Annotated[
    money.Money, BeforeValidator(lambda said: said if isinstance(said, money.Money) else read_pay(str(said))), PLAIN
]
# Which there are stands in the schema of `log` already: a second time would only be paid for.
SaidMode = Annotated[WorkMode, PLAIN]
SaidType = Annotated[EmploymentType, PLAIN]
CLEARABLE = {
    "title": ("title",),
    "role": ("title",),
    "source": ("source",),
    "location": ("location",),
    "work mode": ("work_mode",),
    "employment type": ("employment_type",),
    "url": ("url",),
    "link": ("url",),
    "deadline": ("deadline_on",),
    "applied on": ("applied_on",),
    "pay": ("salary_min", "salary_max", "salary_currency", "salary_period"),
}
LABELS = {
    "company": "company",
    "title": "role",
    "applied_on": "applied",
    "source": "source",
    "location": "location",
    "work_mode": "work mode",
    "employment_type": "type",
    "url": "link",
    "deadline_on": "deadline",
}


@tool("update", examples=("/update Stripe, new_title=Staff Engineer",))
def update(
    ctx: Context,
    company: Name | None = None,
    title: Name | None = None,
    new_title: Name | None = None,
    new_company: Name | None = None,
    applied_on: PastDay | None = None,
    source: Name | None = None,
    location: Name | None = None,
    work_mode: SaidMode | None = None,
    employment_type: SaidType | None = None,
    pay: PayChange | None = None,
    url: Url | None = None,
    deadline: FutureDay | None = None,
    clear: Names = (),
) -> Result:
    """Correct or add facts of an application; `clear` names facts to empty."""
    given = {
        "title": new_title,
        "company": new_company,
        "applied_on": applied_on,
        "source": source.casefold() if source else None,
        "location": location,
        "work_mode": work_mode,
        "employment_type": employment_type,
        "url": url,
        "deadline_on": deadline,
    }
    fields = {name: value for name, value in given.items() if value is not None}
    # The title is logged with the job; every other fact is kept by the call itself.
    more = (ctx.call,) if pay or clear or fields.keys() - {"title"} else ()
    a = one(ctx, company, title, offer_add(company, new_title or title, Status.APPLIED, *more))
    fields |= _pay(a, pay) | cleared(clear)
    if not fields:
        raise Refusal(f"What should I change at {name_of(a.company, a.title)}?", refs=(application_ref(a.id),))
    if applied_on and applied_on != a.applied_on:
        progress.move_applied(ctx.journal, a.id, applied_on, now=ctx.now)
    changed = applications.change(ctx.journal, a.id, ctx.now, **fields)
    return Receipt(text=_difference(ctx, a, changed), refs=(application_ref(a.id),))


def _pay(a: Application, pay: money.Money | None) -> dict[str, Any]:
    """The columns of an amount; those of a currency or a period alone leave the amount as it is."""
    if pay is None or pay.minimum is not None or pay.maximum is not None:
        return pay_fields(pay)
    if a.salary_min is None and a.salary_max is None:
        raise Refusal(
            f"I have no pay of {name_of(a.company, a.title)} yet. How much is it?",
            field="pay",
            refs=(application_ref(a.id),),
        )
    found = {"salary_currency": pay.currency, "salary_period": pay.period}
    return {name: value for name, value in found.items() if value is not None}


def cleared(names: tuple[str, ...]) -> dict[str, None]:
    """The columns that these words empty; raise Refusal for a word that names none."""
    columns: dict[str, None] = {}
    for name in names:
        found = CLEARABLE.get(name.casefold().replace("_", " "))
        if found is None:
            raise Refusal(f"I cannot empty “{clipped(name)}”; I can empty {joined(list(CLEARABLE), 'or')}.")
        columns |= dict.fromkeys(found)
    return columns


def _difference(ctx: Context, before: Application, after: Application) -> str:
    def shown(value: Any) -> str:
        return day_words(value, ctx.today) if isinstance(value, date) else str(value).replace("_", " ")

    parts = []
    for name, label in LABELS.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            parts.append(f"{label} {shown(old)} → {shown(new) if new else 'none'}" if old else f"{label} {shown(new)}")
    pays = [pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period) for a in (before, after)]
    if pays[0] != pays[1]:
        parts.append(f"pay {pays[0]} → {pays[1] or 'none'}" if pays[0] else f"pay {pays[1]}")
    name = name_of(before.company, before.title)
    return f"{name}: {'; '.join(parts)}" if parts else f"I have that already: {name}. Nothing changed."


@tool("note", examples=("/note they use Kanban, Stripe",))
def note(ctx: Context, text: Text, company: Name | None = None, title: Name | None = None) -> Result:
    """Keep a note with an application, in the user's own words."""
    a = one(ctx, company, title, offer_add(company, title, Status.APPLIED, ctx.call))
    notes.add_note(ctx.journal, a.id, text, ctx.now)
    return Receipt(text=f"Noted at {name_of(a.company, a.title)}: {clipped(text, 200)}", refs=(application_ref(a.id),))


@tool("contact", examples=("/contact Jane Roe, Stripe, role=recruiter, email=jane@stripe.example",))
def contact(
    ctx: Context,
    name: Name,
    company: Name | None = None,
    title: Name | None = None,
    role: Name | None = None,
    email: Email | None = None,
    phone: Name | None = None,
) -> Result:
    """Keep a person at the employer: recruiter, hiring manager; their e-mail address or phone number."""
    a = _known_by(ctx, name) if not company and not title else None
    a = a or one(ctx, company, title, offer_add(company, title, Status.APPLIED, ctx.call))
    contacts.add_contact(ctx.journal, a.id, name, role=role, email=email, phone=phone)
    facts = ", ".join(part for part in (name, role, email, phone) if part)
    return Receipt(text=f"Contact at {name_of(a.company, a.title)}: {facts}", refs=(application_ref(a.id),))


def _known_by(ctx: Context, name: str) -> Application | None:
    """The one application at which a person of that name is known already; None for none or several."""
    same = [c for c in contacts.find_contacts(ctx.db, ctx.user.id, name) if c.name.casefold() == name.casefold()]
    places = {c.application_id for c in same}
    return applications.get(ctx.db, ctx.user.id, places.pop()) if len(places) == 1 else None


@tool("label", examples=("/label Stripe, add=fintech", "/label Stripe, favorite=yes"))
def label(
    ctx: Context,
    company: Name | None = None,
    title: Name | None = None,
    add: Names = (),
    remove: Names = (),
    favorite: bool | None = None,
    archived: bool | None = None,
    every: Name | None = None,
) -> Result:
    """Add or remove tags, star or unstar, archive or unarchive; `every` (open, all, a status) for a sweep."""
    given = said(add=",".join(add), remove=",".join(remove), favorite=favorite, archived=archived)
    if every:
        found = sweep(ctx, every)
        if found and not ctx.confirmed:
            return sweep_question(found, f"{_wish(given).capitalize()}: {counted(len(found))}. Sure?", ctx.call)
        for each in found:
            _label(ctx, each, add, remove, favorite, archived)
        return Receipt(text=f"{counted(len(found))}: {_wish(given)}.", refs=refs_of(found))
    a = one(ctx, company, title, offer_add(company, title, Status.APPLIED, ctx.call), living=False)
    done = _label(ctx, a, add, remove, favorite, archived)
    name = name_of(a.company, a.title)
    return Receipt(text=f"{name}: {joined(done)}" if done else f"{name} is so already.", refs=(application_ref(a.id),))


def _wish(given: dict[str, Any]) -> str:
    words = {"favorite": ("unstar", "star"), "archived": ("unarchive", "archive")}
    parts = [words[k][bool(v)] if k in words else f"{k} tag {v}" for k, v in given.items()]
    return joined(parts)


def _label(
    ctx: Context, a: Application, add: tuple[str, ...], remove: tuple[str, ...], favorite: bool | None,
    archived: bool | None,
) -> list[str]:  # fmt: skip
    done = []
    if added := applications.add_tags(ctx.journal, a.id, [tag.casefold() for tag in add]):
        done.append("tagged " + joined([f"#{tag}" for tag in added]))
    if removed := applications.remove_tags(ctx.journal, a.id, [tag.casefold() for tag in remove]):
        done.append("tag " + joined([f"#{tag}" for tag in removed]) + " removed")
    if favorite is not None and a.favorite != favorite:
        applications.change(ctx.journal, a.id, ctx.now, favorite=favorite)
        done.append("starred ★" if favorite else "no longer starred")
    if archived is not None and a.archived != archived:
        applications.change(ctx.journal, a.id, ctx.now, archived=archived)
        done.append("archived" if archived else "back from the archive")
    return done
