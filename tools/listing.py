"""How a list of applications is put in words: heading, rows, what it leaves out, what to do where it is empty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage import applications, interviews
from storage.applications import Page
from storage.filters import Filter, count
from storage.records import Application
from storage.status import Status
from tools import money, when
from tools.context import Context
from tools.matching import NOT, either, pay_period
from tools.result import Table
from tools.words import amount_words, clipped, clock_words, day_words, joined, pay_words

COLUMNS = ("#", "Company", "Role", "Status", "Applied", "More")
YES = (True, "yes", "true", "True", "1", "on")
# Filters whose fact may not be noted, so that a list says how many it could not judge.
UNNOTED = {
    "pay_at_least": ("pay", ("salary_min", "salary_max")),
    "pay_at_most": ("pay", ("salary_min", "salary_max")),
    "location": ("place", ("location",)),
    "work_mode": ("way of working", ("work_mode",)),
    "employment_type": ("type of employment", ("employment_type",)),
    "source": ("source", ("source",)),
}
# Statuses that stand before a noun; the others are stages that an application is at.
PLAIN_STATUSES = frozenset(("saved", "applied", "accepted", "rejected", "withdrawn", "declined", "ghosted"))
SORTED = {
    ("salary", None): "best paid first",
    ("salary", False): "lowest paid first",
    ("applied_on", None): "newest first",
    ("applied_on", False): "oldest first",
    ("company", None): "from A to Z",
    ("company", True): "from Z to A",
    ("deadline", None): "by deadline",
    ("status", None): "the furthest first",
}


def heading(ctx: Context, total: int, span: tuple[int, int]) -> str:
    """What is listed, how many, in which order: "3 open applications in Leeds, best paid first:"."""
    asked = ctx.call.args
    shown = f" ({span[0]:,}–{span[1]:,})" if span[1] - span[0] + 1 < total else ""
    order = order_words(asked)
    return f"{described(ctx, total)}{shown}{f', {order}' if order else ''}:"


def described(ctx: Context, total: int) -> str:
    """A number of applications with all that was asked of them: "2 rejected applications via indeed"."""
    asked = {name: value for name, value in ctx.call.args.items() if value not in (None, "", (), [])}
    noun = "application" if total == 1 else "applications"
    words = [*_before(asked), noun, *_behind(ctx, asked)]
    return " ".join(["No" if total == 0 else f"{total:,}", *words])


def order_words(asked: dict[str, Any]) -> str:
    """The order in words; empty where none was asked for."""
    sort = asked.get("sort")
    if not sort or sort == "latest_news":
        return ""
    falling = asked.get("descending")
    falling = None if falling is None else falling in YES
    usual = sort not in ("company", "deadline")
    return SORTED.get((sort, None if falling in (None, usual) else falling), "")


def _before(asked: dict[str, Any]) -> list[str]:
    """The words that stand before "applications"."""
    found = [{"open": "open", "ended": "ended"}.get(str(asked.get("state")), "")]
    found += ["starred"] if asked.get("favorite") in YES else []
    found += ["archived"] if asked.get("archived") in YES else []
    standing = _statuses(asked)
    found += [joined(standing, "or")] if set(standing) <= PLAIN_STATUSES and standing else []
    kinds = [asked[name] for name in ("work_mode", "employment_type") if name in asked]
    found += [joined([part.replace("_", "-") for part in _parts(kind)], "or") for kind in kinds]
    found += [" or ".join(f"“{clipped(one, 40)}”" for one in either(str(asked["role"])))] if "role" in asked else []
    return [word for word in found if word]


def _parts(value: Any) -> list[str]:
    """The values of a filter that takes several."""
    parts = value if isinstance(value, list | tuple) else re.split(r",| or ", str(value))
    return [str(part).strip().casefold() for part in parts if str(part).strip()]


def _statuses(asked: dict[str, Any]) -> list[str]:
    return _parts(asked.get("status", ""))


def _behind(ctx: Context, asked: dict[str, Any]) -> list[str]:
    """The words that stand behind "applications"."""
    found = [_at_statuses(_statuses(asked))]
    leads = {"company": "at", "location": "in", "source": "via"}
    found += [_led(lead, str(asked[name])) for name, lead in leads.items() if name in asked]
    found += ["tagged " + " or ".join(f"#{one}" for one in either(str(asked["tag"])))] if "tag" in asked else []
    found += [f"that mention “{clipped(str(asked['text']), 40)}”"] if "text" in asked else []
    found += _pay(asked)
    found += [f"applied to {_range(ctx, asked['applied'])}"] if "applied" in asked else []
    found += ["sent"] if asked.get("submitted") in YES and "applied" not in asked else []
    found += [f"with the latest news {_range(ctx, asked['news'])}"] if "news" in asked else []
    found += ["without an answer"] if asked.get("unanswered") in YES else []
    found += [f"silent for {asked['silent_days']} days or more"] if "silent_days" in asked else []
    found += [f"with {_noted(asked['having'])} noted"] if "having" in asked else []
    found += [f"without {_noted(asked['missing'])} noted"] if "missing" in asked else []
    return [words for words in found if words]


def _at_statuses(standing: list[str]) -> str:
    """Where they stand; of most statuses those are named that are left out."""
    if not standing or set(standing) <= PLAIN_STATUSES:
        return ""
    others = [str(status) for status in Status if str(status) not in standing]
    return f"other than {joined(others, 'or')}" if 0 < len(others) < len(standing) else f"at {joined(standing, 'or')}"


def _led(lead: str, said: str) -> str:
    """A name behind its small word: "in Leeds", "not in Leeds"."""
    but = "not " if said.startswith(NOT) else ""
    return f"{but}{lead} {clipped(said.removeprefix(NOT), 60)}"


def _noted(detail: Any) -> str:
    return {"url": "a link", "contact": "a contact", "title": "a role", "deadline": "a deadline"}.get(
        str(detail), str(detail).replace("_", " ")
    )


def _pay(asked: dict[str, Any]) -> list[str]:
    least, most = asked.get("pay_at_least"), asked.get("pay_at_most")
    if least and most:
        return [f"paying {_amount(least, 'minimum')} to {_amount(most, 'maximum')}"]
    if least:
        return [f"paying {_amount(least, 'minimum')} or more"]
    return [f"paying {_amount(most, 'maximum')} or less"] if most else []


def _amount(said: Any, end: str) -> str:
    """An amount as it was understood, with its period."""
    pay = said if isinstance(said, money.Money) else money.read(str(said))
    amount = getattr(pay, end) or pay.minimum or pay.maximum or 0
    period = pay_period(pay)
    article = "an" if period == "hour" else "a"
    return f"{amount_words(amount)}{f' {pay.currency}' if pay.currency else ''} {article} {period}"


def _range(ctx: Context, said: Any) -> str:
    """A period as it was said, with the days that were understood."""
    period = said if isinstance(said, when.DateRange) else when.read_range(str(said), ctx.said, direction="past")
    days = range_words(ctx, period)
    return f"{clipped(str(said), 40)} ({days})" if isinstance(said, str) else days


def range_words(ctx: Context, period: when.DateRange) -> str:
    """The first and last day of a period."""
    if period.first is None or period.last is None:
        open_end = f"since {day_words(period.first, ctx.today)}" if period.first else ""
        return open_end or (f"until {day_words(period.last, ctx.today)}" if period.last else "at any time")
    first, last = day_words(period.first, ctx.today), day_words(period.last, ctx.today)
    return first if first == last else f"{first.partition(' (')[0]} to {last.partition(' (')[0]}"


def table(ctx: Context, items: Sequence[Application], first: int) -> Table:
    """The rows of a page, numbered from `first` on."""
    ahead = _ahead(ctx)
    rows = (_row(ctx, number, a, ahead.get(a.id)) for number, a in enumerate(items, first))
    return Table(columns=COLUMNS, rows=tuple(rows))


def _ahead(ctx: Context) -> dict[int, datetime]:
    """When the next interview of each application is, by its id."""
    found: dict[int, datetime] = {}
    for one in interviews.find_interviews(ctx.db, ctx.user.id, first=ctx.now):
        found.setdefault(one.application_id, one.starts_at.astimezone(ctx.user.zone))
    return found


def _row(ctx: Context, number: int, a: Application, meets: datetime | None) -> tuple[str, ...]:
    pay = pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period)
    star, away = ("★" if a.favorite else ""), ("archived" if a.archived else "")
    deadline = f"deadline {day_words(a.deadline_on, ctx.today)}" if a.deadline_on else ""
    tags = " ".join(f"#{tag}" for tag in a.tags)
    more = " · ".join(p for p in (star, away, a.location, a.work_mode, pay, deadline, tags) if p)
    status = _standing(ctx, a, meets)
    company, title = clipped(a.company, 40), clipped(a.title or "–", 40)
    return (str(number), company, title, status, _applied(ctx, a), clipped(more, 80))


def _standing(ctx: Context, a: Application, meets: datetime | None) -> str:
    """The status, with the day and hour of the next interview: "interview Tue 24 Nov, 9:00 am"."""
    status = str(a.status) if a.active else f"{a.status} (ended)"
    if meets is None:
        return status
    lead = "" if a.status == "interview" else f"{status} · "
    return f"{lead}interview {day_words(meets.date(), ctx.today)}, {clock_words(meets)}"


def _applied(ctx: Context, a: Application) -> str:
    """The day of applying; said to be that where the status before it is another."""
    if a.applied_on is None:
        return "–"
    day = day_words(a.applied_on, ctx.today)
    return day if a.status == "applied" else f"applied {day}"


def left_out(found: Page) -> str:
    """How many ended or archived ones a list of open ones leaves out."""
    parts = [
        f"{number:,} {word}"
        for number, word in ((found.left_out_ended, "ended"), (found.left_out_archived, "archived"))
        if number
    ]
    return f"Left out: {joined(parts)}. Say “everything” to see them." if parts else ""


def nothing(ctx: Context, found: Page) -> str:
    """What is said where nothing fits: that there is nothing, why, and what to do."""
    number = count(ctx.db, ctx.user.id, Filter())
    if not number:
        return "There is nothing here yet. Tell me what you applied to, like “applied to Stripe for backend engineer”."
    asked = ctx.call.args
    if set(asked) <= {"company", "state", "submitted", "sort", "page"} and "company" in asked:
        name = clipped(str(asked["company"]), 60)
        left = left_out(found)
        none = f"You have no{' open' if left else ''} application at {name}."
        return f"{none} {left or f'To add one, say “applied to {name}”.'}"
    parts = [f"{described(ctx, 0)}.", left_out(found) or _unnoted(ctx, asked, number)]
    return " ".join(part for part in parts if part)


def _unnoted(ctx: Context, asked: dict[str, Any], number: int) -> str:
    for name, (label, columns) in UNNOTED.items():
        blank = applications.count_without(ctx.db, ctx.user.id, columns) if name in asked else 0
        if blank:
            have = "has" if blank == 1 else "have"
            return f"{blank:,} of your {number:,} applications {have} no {label} noted."
    return "Say “everything” to see all that is there."
