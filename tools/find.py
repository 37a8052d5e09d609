"""Lists of applications: what is open, everything at a company, by pay, place, tag, date, silence; sorted and paged."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from storage import applications, by_name
from storage.applications import Page
from storage.companies import decide
from storage.filters import Filter
from storage.status import Status
from tools import handing, listing, matching, source_names, vocabulary
from tools.context import Context
from tools.fields import PLAIN, Name, PastRange, Pay, Range, between
from tools.handing import Form
from tools.log import at_company
from tools.matching import Detail, yearly_pay
from tools.receipts import refs_of
from tools.result import Button, Refusal, Result, Said
from tools.tool import tool
from tools.which import again

PAGE = 10
MAX_PAGE = 100_000
# Which there are stands in the schema with `having` already.
Missing = Annotated[Detail, PLAIN]
State = Literal["open", "ended", "all"]
Sort = Literal["latest_news", "applied_on", "company", "salary", "deadline", "status"]


def _statuses(value: Any) -> tuple[Status, ...]:
    parts = value if isinstance(value, list | tuple) else re.split(r",| or ", str(value))
    found = [vocabulary.STATUSES.get(str(part).strip().casefold()) for part in parts if str(part).strip()]
    if None in found:
        raise ValueError(f"“{value}” is no status I know: {', '.join(Status)}.")
    return tuple(Status(name) for name in found if name)


def _options(names: dict[str, str]) -> BeforeValidator:
    """Reads one of a closed list, or several parted by "or"."""

    def read(value: Any) -> tuple[str, ...]:
        parts = value if isinstance(value, list | tuple) else re.split(r",| or ", str(value))
        found = [names.get(re.sub(r"[\s_-]+", " ", str(part).strip().casefold())) for part in parts]
        found = [one or names.get(str(part).strip().casefold()) for one, part in zip(found, parts, strict=True)]
        if None in found:
            raise ValueError(f"“{value}” is none I know: {', '.join(dict.fromkeys(names.values()))}.")
        return tuple(one for one in found if one)

    return BeforeValidator(read)


WorkModes = Annotated[tuple[str, ...], _options(vocabulary.WORK_MODES), PLAIN]
EmploymentTypes = Annotated[tuple[str, ...], _options(vocabulary.EMPLOYMENT_TYPES), PLAIN]
Statuses = Annotated[tuple[Status, ...], BeforeValidator(_statuses), PLAIN]
PageNumber = Annotated[int, between(1, MAX_PAGE)]
Days = Annotated[int, between(0, 36_500)]


@tool(
    "find",
    reads=True,
    examples=("/find status=interview", "/find work_mode=remote, pay_at_least=60k", "/find location=Leeds or York"),
)
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
    work_mode: WorkModes = (),
    employment_type: EmploymentTypes = (),
    pay_at_least: Pay | None = None,
    pay_at_most: Pay | None = None,
    applied: PastRange | None = None,
    news: PastRange | None = None,
    unanswered: bool = False,
    submitted: bool = False,
    favorite: bool | None = None,
    archived: bool | None = None,
    silent_days: Days | None = None,
    having: Detail | None = None,
    missing: Missing | None = None,
    sort: Sort = "latest_news",
    descending: bool | None = None,
    page: PageNumber = 1,
    file: Form | None = None,
) -> Result:
    """List or count the user's applications by any property ("Leeds or York": either); without one, open ones."""
    wanted = Filter(
        statuses=status or None,
        text=text,
        salary_at_least=yearly_pay(pay_at_least, "minimum"),
        salary_at_most=yearly_pay(pay_at_most, "maximum"),
        salary_currency=_currency(ctx, pay_at_least or pay_at_most),
        applied_from=applied.first if applied else None,
        applied_to=applied.last if applied else None,
        unanswered=True if unanswered else None,
        silent_before=ctx.now - timedelta(days=silent_days) if silent_days else None,
        favorite=favorite,
        archived=archived,
        sort=sort,
        descending=descending,
        limit=PAGE,
        offset=(page - 1) * PAGE,
    )
    wanted = _with_news(ctx, wanted, news)
    names = _names(ctx, company, role=role, tag=tag, source=source, location=location)
    kinds = {"work_mode": work_mode, "employment_type": employment_type}
    names |= {name: values for name, values in kinds.items() if values}
    wanted = matching.narrowed(ctx, wanted, names, having, missing)
    wanted = _with_state(wanted, state, submitted, silent_days)
    if file is not None:
        wanted = replace(wanted, limit=None, offset=0)
        what = listing.described(ctx, handing.number_of(ctx, wanted))
        return handing.asked(ctx, file, wanted, what)
    return _listed(ctx, wanted, page)


def _names(ctx: Context, company: str | None, **said: str | None) -> dict[str, tuple[str, ...]]:
    """The filters that take several names, each as what may be meant by it."""
    names = {field: matching.either(value) for field, value in said.items() if value}
    if "source" in names:
        names["source"] = tuple(source_names.own(ctx, name) or name for name in names["source"])
    if company:
        but = matching.NOT if company.startswith(matching.NOT) else ""
        said_names = matching.either(company.removeprefix(but))
        found = [but + name for one in said_names for name in _companies(ctx, one)]
        names["company"] = tuple(dict.fromkeys(found))
    return names


def _companies(ctx: Context, said_name: str) -> tuple[str, ...]:
    """The companies as the person has them, by key, alias or close spelling; as said where there is none like it."""
    here = at_company(ctx, said_name)
    if here:
        return (here[0].company,)
    decision = decide(said_name, by_name.likely(ctx.db, ctx.user.id, said_name))
    return tuple(match.name for match in decision.matches) if decision.kind != "none" else (said_name,)


def _currency(ctx: Context, pay: Any) -> str | None:
    """The currency to look in, where one is said and the person's jobs are paid in more than one."""
    if pay is None or not pay.currency:
        return None
    used = applications.currencies(ctx.db, ctx.user.id)
    return str(pay.currency) if len(used) > 1 and pay.currency in used else None


def _with_news(ctx: Context, wanted: Filter, news: Range | None) -> Filter:
    first, last = day_bounds(ctx, news) if news else (None, None)
    return replace(wanted, updated_from=first, updated_to=last)


def _with_state(wanted: Filter, state: State | None, submitted: bool, silent_days: int | None) -> Filter:
    """A list asked for by no other property shows what is open; one of silent ones never shows ended ones."""
    plain = replace(wanted, sort="latest_news", descending=None, offset=0) == Filter(limit=PAGE)
    if state == "open" or (silent_days and state is None) or (state is None and plain and not submitted):
        wanted = replace(wanted, active=True, archived=wanted.archived or False)
    elif state == "ended":
        wanted = replace(wanted, ended=True)
    return replace(wanted, applied_from=wanted.applied_from or date.min) if submitted else wanted


class Listed(Said):
    """A list of applications: a heading, the table, and what it leaves out."""

    after: str = ""


def _listed(ctx: Context, wanted: Filter, page: int) -> Result:
    found = applications.find(ctx.db, ctx.user.id, wanted)
    if not found.items:
        return _empty(ctx, found, page)
    first = wanted.offset + 1
    last = first + len(found.items) - 1
    buttons = (Button(label="More", calls=(again(ctx.call, page=page + 1),), keep=True),) if last < found.total else ()
    return Listed(
        text=listing.heading(ctx, found.total, (first, last)),
        after=listing.left_out(found),
        table=listing.table(ctx, found.items, first),
        buttons=buttons,
        refs=refs_of(found.items),
        listed=True,
    )


def _empty(ctx: Context, found: Page, page: int) -> Result:
    if page > 1:
        raise Refusal("That was the last page.")
    return Said(text=listing.nothing(ctx, found))


def day_bounds(ctx: Context, period: Any) -> tuple[datetime | None, datetime | None]:
    """First and last instant of a range of days in the person's zone."""
    first = datetime.combine(period.first, time(), ctx.user.zone) if period.first else None
    # The last hour comes twice where clocks are put back at midnight: the day ends with the second one.
    last = datetime.combine(period.last, time.max.replace(fold=1), ctx.user.zone) if period.last else None
    return first, last
