"""Taking all of one's data out as a file; the form itself is `portable.py`'s, the way back in `imports.py`'s."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import Connection

from storage.filters import Filter
from storage.users import User
from tools import everything, handing, portable, spans
from tools.asking import Ask, Make
from tools.context import Context
from tools.fields import PastRange
from tools.handing import ReportLanguage
from tools.handouts.order import Order
from tools.receipts import counted
from tools.result import Result, Said
from tools.tool import tool
from tools.when import DateRange

AT_HAND = 1000  # applications that are written at once; more are written by a process of its own
ALWAYS = " It always holds everything: for some days alone take xlsx, csv or pdf."
NO_FILE = "I could not make that file: perhaps the disk is full. Make room and try again."


@tool("export", reads=True, examples=("/export json", "/export xlsx", "/export pdf, last month, german"))
def export(
    ctx: Context,
    format: Literal["json", "csv", "xlsx", "pdf"] = "json",
    period: PastRange | None = None,
    language: ReportLanguage = "en",
) -> Result:
    """Hand out all data (json), a table (csv, xlsx) or a record for a job centre (pdf)."""
    if format == "json":
        return _everything(ctx, ALWAYS if period else "")
    wanted = _applied(format, period)
    what = counted(handing.number_of(ctx, wanted)) + (f" sent {spans.words(ctx, period)}" if period else "")
    return handing.asked(ctx, format, wanted, what, period, language)


def form_of(db: Connection, user: User, now: datetime) -> dict[str, Any]:
    """The export form, version 1, of one person."""
    form = everything.form(db, user.id, user.settings.timezone, now)
    return {name: list(part) if isinstance(part, Iterator) else part for name, part in form.items()}


def _everything(ctx: Context, more: str) -> Result:
    number, name = handing.number_of(ctx, everything.ALL), f"jobbot-{ctx.now:%Y-%m-%d-%H%M%S}"
    reminders = everything.count_reminders(ctx.db, ctx.user.id, ctx.now)
    text = f"All your data: {counted(number)}, {counted(reminders, 'reminder')}.{more}"
    if number <= AT_HAND:
        path = ctx.keep_file(name, "json", portable.dump(form_of(ctx.db, ctx.user, ctx.now)))
        return Said(text=text, files=(str(path),))
    path = ctx.keep_file(name, "json", "")
    order = Order(ctx.user.id, ctx.user.settings.timezone, ctx.now, everything.ALL)

    def then(_: Context, made: str | None) -> Result:
        return Said(text=NO_FILE) if made is None else Said(text=text, files=(str(path),))

    return Ask(request=Make("json", order, path), then=then)


def _applied(form: str, period: DateRange | None) -> Filter:
    """Those applied to in the period, all in the order in which they were added; a report holds what was sent."""
    first, last = spans.ends(period)
    if form != "pdf":
        return Filter(applied_from=first, applied_to=last, sort="added", limit=None)
    return Filter(applied_from=first or date.min, applied_to=last, sort="applied_on", descending=False, limit=None)
