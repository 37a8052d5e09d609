"""Lists of applications: what is open, everything at a company, by pay, place, tag, date, silence; sorted and paged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from storage import applications
from storage.companies import decide
from storage.applications import Page
from storage.filters import Filter
from storage.records import Application
from storage.status import Status
from tools import vocabulary
from tools.context import Context
from tools.fields import PLAIN, EmploymentType, Name, Pay, Range, WorkMode, between
from tools.log import at_company
from tools.receipts import counted, refs_of
from tools.result import Button, Refusal, Result, Said, Table
from tools.tool import tool
from tools.which import again, everything
from tools.words import clipped, day_words, joined, pay_words

PAGE = 10
MAX_PAGE = 100_000
State = Literal["open", "ended", "all"]
Sort = Literal["latest_news", "applied_on", "company", "salary", "deadline", "status"]


def _statuses(value: Any) -> tuple[Status, ...]:
    parts = value if isinstance(value, list | tuple) else str(value).split(",")
    found = [vocabulary.STATUSES.get(str(part).strip().casefold()) for part in parts if str(part).strip()]
    if None in found:
        raise ValueError(f"“{value}” is no status I know: {', '.join(Status)}.")
    return tuple(Status(name) for name in found if name)


Statuses = Annotated[tuple[Status, ...], BeforeValidator(_statuses), PLAIN]
PageNumber = Annotated[int, between(1, MAX_PAGE)]
Days = Annotated[int, between(0, 36_500)]


@tool("find", reads=True, examples=("/find status=interview", "/find work_mode=remote, pay_at_least=60k"))
def find(
    ctx: Context,
    text: Name | None = None,
    company: Name | None = None,
    state: State | None = None,
    status: Statuses = (),
    role: Name | None = None,
    tag: Name | None = None,
    source: Name | None = None,
    location: Name | None = None,
    work_mode: WorkMode | None = None,
    employment_type: EmploymentType | None = None,
    pay_at_least: Pay | None = None,
    pay_at_most: Pay | None = None,
    applied: Range | None = None,
    unanswered: bool = False,
    submitted: bool = False,
    favorite: bool | None = None,
    archived: bool | None = None,
    silent_days: Days | None = None,
    sort: Sort = "latest_news",
    page: PageNumber = 1,
) -> Result:
    """List the user's applications by any property; without one, those that are open."""
    wanted = Filter(
        company=_company(ctx, company),
        statuses=status or None,
        text=text,
        role_words=tuple((role or "").casefold().split()),
        tag=tag,
        source=source,
        location=location,
        work_mode=work_mode,
        employment_type=employment_type,
        salary_at_least=_yearly(pay_at_least, "minimum"),
        salary_at_most=_yearly(pay_at_most, "maximum"),
        applied_from=applied.first if applied else None,
        applied_to=applied.last if applied else None,
        unanswered=True if unanswered else None,
        silent_before=ctx.now - timedelta(days=silent_days) if silent_days else None,
        favorite=favorite,
        archived=archived,
        sort=sort,
        limit=PAGE,
        offset=(page - 1) * PAGE,
    )
    wanted = _with_state(wanted, state, submitted, silent_days)
    found = applications.find(ctx.db, ctx.user.id, wanted)
    if not found.items and page > 1:
        raise Refusal("That was the last page.")
    return _listed(ctx, wanted, found, page)


def _company(ctx: Context, said_name: str | None) -> str | None:
    """The company as the person has it, by key, alias or close spelling; as said where there is none like it."""
    if not said_name:
        return None
    here = at_company(ctx, said_name)
    if here:
        return here[0].company
    decision = decide(said_name, tuple(dict.fromkeys(a.company for a in everything(ctx))))
    return decision.matches[0].name if decision.kind == "one" else said_name


def _yearly(pay: Any, end: str) -> float | None:
    if pay is None:
        return None
    amount = getattr(pay, end) or pay.minimum or pay.maximum
    times = {"hour": 2080, "day": 260, "week": 52, "month": 12}.get(pay.period or "year", 1)
    return float(amount) * times


def _with_state(wanted: Filter, state: State | None, submitted: bool, silent_days: int | None) -> Filter:
    """A list asked for by no other property shows what is open; one of silent ones never shows ended ones."""
    plain = replace(wanted, sort="latest_news", offset=0) == Filter(limit=PAGE)
    if state == "open" or (silent_days and state is None) or (state is None and plain and not submitted):
        wanted = replace(wanted, active=True, archived=False)
    elif state == "ended":
        wanted = replace(wanted, ended=True)
    return replace(wanted, applied_from=wanted.applied_from or date.min) if submitted else wanted


def _listed(ctx: Context, wanted: Filter, found: Page, page: int) -> Result:
    if not found.items:
        return Said(text=_nothing(ctx, found))
    total = counted(found.total)
    first = wanted.offset + 1
    span = f" ({first}–{first + len(found.items) - 1})" if found.total > len(found.items) else ""
    rows = tuple(_row(ctx, number, a) for number, a in enumerate(found.items, first))
    more = again(ctx.call, page=page + 1)
    buttons = (Button(label="More", calls=(more,), keep=True),) if first + len(found.items) <= found.total else ()
    text = f"{total}{span}{_filter_words(ctx.call.args)}:"
    left_out = _left_out(found)
    table = Table(columns=("#", "Company", "Role", "Status", "Applied", "More"), rows=rows)
    return Listed(text=text, after=left_out, table=table, buttons=buttons, refs=refs_of(found.items), listed=True)


class Listed(Said):
    """A list of applications: a heading, the table, and what it leaves out."""

    after: str = ""


def _filter_words(given: dict[str, Any]) -> str:
    words = [
        str(value) if name not in ("unanswered", "submitted", "favorite", "archived") else name
        for name, value in given.items()
        if name not in ("page", "sort") and value not in (None, False)
    ]
    return f" · {clipped(', '.join(words), 80)}" if words else ""


def _left_out(found: Page) -> str:
    parts = [
        f"{number} {word}"
        for number, word in ((found.left_out_ended, "ended"), (found.left_out_archived, "archived"))
        if number
    ]
    return f"Left out: {joined(parts)}. Say “everything” to see them." if parts else ""


def _nothing(ctx: Context, found: Page) -> str:
    if not everything(ctx):
        return "There is nothing here yet. Tell me what you applied to, like “applied to Stripe for backend engineer”."
    left = _left_out(found)
    return f"No application fits{_filter_words(ctx.call.args)}." + (f" {left}" if left else "")


def _row(ctx: Context, number: int, a: Application) -> tuple[str, ...]:
    pay = pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period)
    star, away = ("★" if a.favorite else ""), ("archived" if a.archived else "")
    deadline = f"deadline {day_words(a.deadline_on, ctx.today)}" if a.deadline_on else ""
    tags = " ".join(f"#{tag}" for tag in a.tags)
    more = " · ".join(p for p in (star, away, a.location, a.work_mode, pay, deadline, tags) if p)
    status = str(a.status) if a.active else f"{a.status} (ended)"
    day = day_words(a.applied_on, ctx.today) if a.applied_on else "–"
    return (str(number), clipped(a.company, 40), clipped(a.title or "–", 40), status, day, clipped(more, 80))


def day_bounds(ctx: Context, period: Any) -> tuple[datetime | None, datetime | None]:
    """First and last instant of a range of days in the person's zone."""
    first = datetime.combine(period.first, time(), ctx.user.zone) if period.first else None
    last = datetime.combine(period.last, time(23, 59, 59), ctx.user.zone) if period.last else None
    return first, last
