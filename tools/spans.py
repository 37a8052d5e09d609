"""The days that a picture or a report covers: whole weeks and months within what was said, and how they are called."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from storage.localtime import local_day, local_instant
from storage.timelines import first_news
from tools.context import Context
from tools.listing import range_words
from tools.when import DateRange

WEEK = timedelta(days=7)
FEWEST_WEEKS, USUAL_WEEKS, MOST_WEEKS = 4, 12, 53


def ends(period: DateRange | None) -> tuple[date | None, date | None]:
    """First and last day of a period; None for no limit."""
    return (period.first, period.last) if period else (None, None)


def words(ctx: Context, period: DateRange | None) -> str:
    """The days of a period behind a verb: "from Thu 1 Oct to Sat 31 Oct", "on Tue 3 Nov"; "in all" for none."""
    if period is None or (period.first is None and period.last is None):
        return "in all"
    found = range_words(ctx, period)
    if period.first == period.last:
        return f"on {found}"
    return found if period.first is None or period.last is None else f"from {found}"


def monday(day: date) -> date:
    """The first day of a week."""
    return day - timedelta(days=day.weekday())


def end_of_week(first: date) -> date:
    """The last day of the week that begins so."""
    return first + WEEK - timedelta(days=1)


def week_over(ctx: Context, first: date) -> datetime:
    """The instant (UTC) at which a week is over for the person."""
    return local_instant(first + WEEK, time.min, ctx.user.zone)


def weeks(ctx: Context, period: DateRange | None) -> list[date]:
    """The first days of the weeks of a period, up to this one; 53 at most.

    Where none is said, the latest 12, or as many as there is anything to tell of.
    """
    last = monday(min(period.last, ctx.today) if period and period.last else ctx.today)
    begun = first_news(ctx.db, ctx.user.id)
    begin = min(monday(local_day(begun, ctx.user.zone)), last) if begun else last
    if period is None:
        first = min(max(begin, last - (USUAL_WEEKS - 1) * WEEK), last - (FEWEST_WEEKS - 1) * WEEK)
    else:
        first = begin if period.first is None else monday(min(period.first, last))
    number = min((last - first).days // 7 + 1, MOST_WEEKS)
    return [last - (number - 1 - n) * WEEK for n in range(number)]


def year(ctx: Context, period: DateRange | None) -> tuple[date, date]:
    """First and last day of the whole months of a period, twelve at most; this year where none is said."""
    last = min(period.last, date(ctx.today.year, 12, 31)) if period and period.last else ctx.today
    if period is None or period.first is None:
        return date(last.year, 1, 1), date(last.year, 12, 31)
    until = _month(last)
    begin = max(min(_month(period.first), until), until - 11)
    return _first_day(begin), _first_day(until + 1) - timedelta(days=1)


def within(value: float) -> str:
    """How soon, in days: "within 3.5 days", "the same day"."""
    number = f"{value:.1f}".removesuffix(".0")
    return "the same day" if number == "0" else f"within {number} {'day' if number == '1' else 'days'}"


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
