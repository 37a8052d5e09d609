"""Logging applications: new ones, saved ones that were applied to, and those that are there already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from storage import applications, by_name, notes, progress
from storage.companies import decide, other_keys
from storage.records import Application, Entry
from storage.status import ACTIVE, ENDED, Status
from tools import postings_told, visits, vocabulary
from tools.context import Context
from tools.fields import (
    MAX_NAME,
    EmploymentType,
    FutureDay,
    Name,
    Names,
    PastDay,
    Pay,
    Roughly,
    StatusName,
    Text,
    Url,
    WorkMode,
)
from tools.receipts import event_instant, facts_words, pay_fields
from tools.result import Asking, Button, Call, Receipt, Refusal, Result, Wanted, application_ref
from tools.tool import tool
from tools.visits import Visited
from tools.which import again, like
from tools.words import ago_words, clipped, day_words, name_of

NO_COMPANY = "Which company is it with? Just say its name."


@dataclass(frozen=True)
class New:
    """A job as the person told of it."""

    company: str
    title: str | None
    status: Status
    on: date | None
    note: str | None
    tags: tuple[str, ...]
    fields: dict[str, Any]


@tool(
    "log",
    examples=("/log Stripe, Backend Engineer, applied, yesterday",),
    spare=("pay", "url", "deadline", "source", "location", "work_mode", "employment_type", "tags"),
)
def log(
    ctx: Context,
    company: Name | None = None,
    title: Name | None = None,
    status: StatusName = Status.APPLIED,
    on: PastDay | None = None,
    source: Name | None = None,
    location: Name | None = None,
    work_mode: WorkMode | None = None,
    employment_type: EmploymentType | None = None,
    pay: Pay | None = None,
    url: Url | None = None,
    deadline: FutureDay | None = None,
    tags: Names = (),
    note: Text | None = None,
    another: bool = False,
) -> Result:
    """Record a job the user applied to or wants to keep (status saved); its url alone will do; one call for each."""
    if company is not None and visits.LINK.fullmatch(company):
        company, url = None, url or company
        # "/log https://…, saved": a link stands for the company and the title.
        stands = vocabulary.STATUSES.get((title or "").casefold())
        if stands is not None:
            title, status = None, Status(stands)
    if company is None and url is None:
        raise Refusal(NO_COMPANY, field="company")
    given = {
        "source": source.casefold() if source else None,
        "location": location,
        "work_mode": work_mode,
        "employment_type": employment_type,
        "url": url,
        "deadline_on": deadline,
        **pay_fields(pay),
    }
    new = New(company or "", title, status, on, note, tags, {k: v for k, v in given.items() if v is not None})
    if url is None or (company and title):
        return _logged(ctx, new, another=another)
    there = None if another else visits.already(ctx, url)
    if there is not None:
        return _again(ctx, there, new)
    return visits.visit(ctx, url, lambda fresh, seen: _visited(fresh, new, seen, another=another))


def _again(ctx: Context, there: Application, new: New) -> Result:
    """What is there already with the same link: a saved one may be applied to now."""
    pursued = there.status == Status.SAVED and new.status != Status.SAVED and new.status not in ENDED
    return _pursue(ctx, there, new) if pursued else _already(ctx, there, new)


def _visited(ctx: Context, new: New, seen: Visited, *, another: bool) -> Result:
    """Log what stands behind a link; what the person said themselves goes first, what is missing is asked for."""
    told = postings_told.filled(new.fields, seen, ctx.today)
    company = new.company or (seen.kept.company if seen.kept else None) or seen.company
    title = new.title or (seen.kept.title if seen.kept else None)
    name = clipped(company or postings_told.unknown(seen), MAX_NAME)
    full = replace(new, company=name, title=clipped(title, MAX_NAME) if title else None, fields=told)
    result = _logged(ctx, full, another=another)
    return postings_told.rounded_off(ctx, result, seen, by_itself=not new.company, named=company is not None)


def _logged(ctx: Context, new: New, *, another: bool) -> Result:
    here = at_company(ctx, new.company)
    title = new.title
    if not another:
        standing = _standing(here, new)
        if standing is not None:
            return _pursue(ctx, standing, new)
        twin = _twin(here, title)
        if twin is not None:
            return _already(ctx, twin, new)
    return _add(ctx, new, here)


def at_company(ctx: Context, company: str) -> list[Application]:
    """The person's applications at this very company (its key or a known alias), the latest news first."""
    same = by_name.same_company(ctx.db, ctx.user.id, company)
    if same or not other_keys(company):
        return same
    decision = decide(company, by_name.likely(ctx.db, ctx.user.id, company))
    alias = {m.name for m in decision.matches if m.how == "alias" and m.sure}
    return by_name.at_companies(ctx.db, ctx.user.id, alias) if alias else []


def _standing(here: list[Application], new: New) -> Application | None:
    """The saved application which this one turns into an applied one."""
    if new.status == Status.SAVED or new.status in ENDED:
        return None
    saved = [a for a in here if a.status == Status.SAVED]
    title = (new.title or "").casefold()
    fitting = [a for a in saved if title and a.title and like(title, a.title.casefold())]
    fitting = fitting or [a for a in saved if not title or not a.title]
    return fitting[0] if len(fitting) == 1 else None


def _twin(here: list[Application], title: str | None) -> Application | None:
    active = [a for a in here if a.status in ACTIVE]
    if not title:
        return active[0] if active else None
    return next((a for a in active if a.title and a.title.casefold() == title.casefold()), None)


def _already(ctx: Context, twin: Application, new: New) -> Result:
    day = twin.applied_on
    since = f"since {_long_ago(day, ctx.today)}" if day else f"as {twin.status}"
    show = Button(label="Show it", calls=(Call(name="show", args={"company": f"#{twin.id}"}),), keep=True)
    return Asking(
        text=f"{name_of(twin.company, twin.title)} is already there, {since}; it stands at {twin.status}."
        " I changed nothing.",
        buttons=(Button(label="Add another", calls=(again(ctx.call, another=True),)), show),
        refs=(application_ref(twin.id),),
    )


def _long_ago(day: date, today: date) -> str:
    """A day, and how long ago it was where its own words do not say so: "Mon 16 Nov (5 days ago)"."""
    near = abs((today - day).days) <= 1
    return day_words(day, today) if near else f"{day_words(day, today)} ({ago_words(day, today)})"


def _pursue(ctx: Context, a: Application, new: New) -> Result:
    """A saved application that was now applied to: the same application, moved on."""
    fields = dict(new.fields)
    if new.title and not a.title:
        fields["title"] = new.title
    if fields:
        applications.change(ctx.journal, a.id, ctx.now, **fields)
    if new.note:
        notes.add_note(ctx.journal, a.id, new.note, ctx.now)
    at = event_instant(new.on, ctx.now)
    progress.set_status(ctx.journal, a.id, Entry(new.status, at), applied_on=new.on, now=ctx.now)
    moved = applications.get(ctx.db, ctx.user.id, a.id)
    day = f" {day_words(moved.applied_on, ctx.today)}" if moved.applied_on else ""
    text = f"{name_of(moved.company, moved.title)}: saved → {moved.status}{day}"
    return Receipt(text=text, refs=(application_ref(a.id),))


def _add(ctx: Context, new: New, here: list[Application]) -> Result:
    applied_on = ctx.today if new.status == Status.APPLIED and new.on is None else new.on
    added = applications.add(
        ctx.journal,
        new.company,
        new.status,
        ctx.now,
        entries=[Entry(new.status, event_instant(new.on, ctx.now))],
        title=new.title,
        applied_on=None if new.status == Status.SAVED else applied_on,
        tags=new.tags,
        **new.fields,
    )
    if new.note:
        notes.add_note(ctx.journal, added.id, new.note, ctx.now)
    lines = [_logged_line(ctx, added), *_turned_down_before(ctx, here)]
    refs = (application_ref(added.id),)
    if isinstance(new.on, Roughly):
        stretch = ctx.call.args.get("on")
        lines.append(f"You said “{stretch}”, so I took the middle of it; tell me the day if it matters.")
        ask = Wanted(call=Call(name="update", args={"company": f"#{added.id}"}), param="applied_on")
        if added.title:
            return Receipt(text="\n".join(lines), refs=refs, wanted=ask)
    if added.title:
        return Receipt(text="\n".join(lines), refs=refs)
    lines.append(f"What is the role at {added.company}?")
    ask = Wanted(call=Call(name="update", args={"company": f"#{added.id}"}), param="new_title")
    return Receipt(text="\n".join(lines), refs=refs, wanted=ask)


def _turned_down_before(ctx: Context, here: list[Application]) -> list[str]:
    before = next((a for a in here if a.status == Status.REJECTED), None)
    if before is None:
        return []
    last = applications.get_history(ctx.db, ctx.user.id, before.id)[-1]
    day = day_words(last.at.astimezone(ctx.user.zone).date(), ctx.today)
    return [f"{before.company} turned you down before ({before.title or 'no role noted'}, {day})."]


def _logged_line(ctx: Context, a: Application) -> str:
    stand = f"{a.status} {day_words(a.applied_on, ctx.today)}" if a.applied_on else str(a.status)
    facts = facts_words(ctx, a)
    verb = "Saved" if a.status == Status.SAVED else "Logged"
    return f"{verb}: {name_of(a.company, a.title)} · {stand}" + (f" · {facts}" if facts else "")
