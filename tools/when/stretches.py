"""From a stretch of days that was said to its first and last day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from tools.when import nodes
from tools.when.dates import month_first
from tools.when.days import RESOLVERS, WEEK, resolve
from tools.when.errors import Unclear
from tools.when.frame import FAR, WEEKDAYS, Frame, make_date, shift, week_start
from tools.when.model import DateRange

PERIODS = (
    nodes.Calendar,
    nodes.WeekOf,
    nodes.IsoWeek,
    nodes.Rolling,
    nodes.MonthOf,
    nodes.QuarterOf,
    nodes.YearOf,
)
DAY = timedelta(days=1)


def stretch(node: nodes.DayNode | nodes.PeriodNode | nodes.Bounds, frame: Frame) -> DateRange:
    """The days of a node; a single day is a stretch of one."""
    try:
        of = STRETCHES.get(type(node))
        if of is not None:
            return of(node, frame)
        day = resolve(node, frame)  # type: ignore[arg-type]
        return DateRange(day, day)
    except OverflowError:
        raise Unclear(FAR) from None


def _months(first: date, count: int) -> DateRange:
    return DateRange(first, first + relativedelta(months=count) - DAY)


def _week(monday: date) -> DateRange:
    return DateRange(monday, monday + WEEK - DAY)


def _calendar(node: nodes.Calendar, frame: Frame) -> DateRange:
    today = frame.today
    if node.unit == "week":
        return _week(week_start(today) + WEEK * node.offset)
    if node.unit == "weekend":
        return _weekend(node, frame)
    if node.unit == "month":
        return _months(today.replace(day=1) + relativedelta(months=node.offset), 1)
    if node.unit == "quarter":
        first = today.replace(day=1, month=today.month - (today.month - 1) % 3)
        return _months(first + relativedelta(months=3 * node.offset), 3)
    return _months(make_date(today.year + node.offset, 1, 1), 12)


def _weekend(node: nodes.Calendar, frame: Frame) -> DateRange:
    """This week's Saturday and Sunday; looking back from a weekday, `the weekend` is the last one."""
    offset = node.offset
    if offset == 0 and frame.direction == "past" and frame.today.weekday() < 5:
        offset = -1
    saturday = week_start(frame.today) + timedelta(days=5) + WEEK * offset
    return DateRange(saturday, saturday + DAY)


def _numbered_week(node: nodes.IsoWeek, frame: Frame) -> DateRange:
    """The nearest ISO week of that number."""
    weeks = []
    for year in (frame.today.year - 1, frame.today.year, frame.today.year + 1):
        try:
            weeks.append(date.fromisocalendar(year, node.number, 1))
        except ValueError:
            continue
    if not weeks:
        raise Unclear(f"There is no week {node.number}. Say a date such as 24 November.")
    return _week(min(weeks, key=lambda monday: abs((monday - week_start(frame.today)).days)))


def _rolling(node: nodes.Rolling, frame: Frame) -> DateRange:
    """So many days with today as the last, or as the first."""
    today = frame.today
    if node.length.minutes:
        other = (frame.now + node.sign * timedelta(minutes=node.length.minutes)).date()
        return DateRange(min(other, today), max(other, today))
    if node.sign < 0:
        return DateRange(shift(today, node.length, -1) + DAY, today)
    return DateRange(today, shift(today, node.length, 1) - DAY)


def _quarter(node: nodes.QuarterOf, frame: Frame) -> DateRange:
    return _months(month_first(nodes.MonthOf(3 * node.number - 2, node.year), frame), 3)


def edge_days(node: nodes.Edge, frame: Frame) -> DateRange:
    """One day for a start or end; about a third for early, middle and late; else what lies behind or ahead."""
    days = stretch(node.of, frame)
    if days.first is None or days.last is None or node.edge == "all":
        return days
    third = timedelta(days=((days.last - days.first).days + 1) // 3)
    if node.edge in ("so_far", "rest"):
        return _part_of(days, days.first, days.last, node.edge, frame.today)
    if node.edge == "early":
        return DateRange(days.first, days.first + third - DAY)
    if node.edge == "mid":
        return DateRange(days.first + third, days.last - third)
    if node.edge == "late":
        return DateRange(days.last - third + DAY, days.last)
    day = days.first if node.edge == "start" else _last_day(node.of, days.last, frame)
    return DateRange(day, day)


def _part_of(days: DateRange, first: date, last: date, edge: str, today: date) -> DateRange:
    """What lies behind, or ahead, of a stretch that holds today."""
    if not first <= today <= last:
        return days
    return DateRange(first, today) if edge == "so_far" else DateRange(today, last)


def _last_day(of: nodes.PeriodNode, last: date, frame: Frame) -> date:
    """The end of a week is its Friday; of all else its last day."""
    if not isinstance(of, nodes.Calendar) or of.unit != "week":
        return last
    friday = last - 2 * DAY
    if frame.today > friday and of.offset == 0:
        raise Unclear("The working week is over. Say a day, for example: on Friday.")
    return friday


def _bounds(node: nodes.Bounds, frame: Frame) -> DateRange:
    since = frame.direction == "any" and node.last is None and not node.open_first
    past = replace(frame, direction="past") if since else frame
    first = stretch(node.first, past) if node.first is not None else None
    last = stretch(node.last, frame) if node.last is not None else None
    begin, end = _ends(node, first, last)
    if begin and end and begin > end and node.first is not None:
        return DateRange(_begin_before(node.first, frame, end), end)
    return DateRange(begin, end)


def _ends(node: nodes.Bounds, first: DateRange | None, last: DateRange | None) -> tuple[date | None, date | None]:
    begin, end = first.first if first else None, last.last if last else None
    if first and node.open_first and first.last:
        begin = first.last + DAY
    if last and node.open_last and last.first:
        end = last.first - DAY
    return begin, end


def _begin_before(node: nodes.DayNode | nodes.PeriodNode, frame: Frame, end: date) -> date:
    """Ends in the wrong order: the first is read before the last, as in "from Friday to Monday"."""
    if isinstance(node, nodes.Weekday | nodes.MonthDay | nodes.MonthOf | nodes.DayOfMonth):
        again = stretch(node, replace(frame, now=frame.now + (end - frame.today), direction="past")).first
        if again and again <= end:
            return again
    raise Unclear("The range ends before it begins. Say for example: from 3 November to 10 November.")


def _edge(node: nodes.Edge, frame: Frame) -> date:
    days = edge_days(node, frame)
    if days.first is None or days.first != days.last:
        raise Unclear("I cannot tell which day that is. Say a date such as 15 November.", between=days)
    return days.first


def _nth_weekday(node: nodes.NthWeekday, frame: Frame) -> date:
    days = stretch(node.of, frame)
    if days.first is None or days.last is None:
        raise Unclear("I cannot tell which day that is. Say a date such as 15 November.", between=days)
    if node.n < 0:
        return days.last - timedelta(days=(days.last.weekday() - node.weekday) % 7)
    day = days.first + timedelta(days=(node.weekday - days.first.weekday()) % 7) + WEEK * (node.n - 1)
    if day > days.last:
        raise Unclear(f"There are not that many {WEEKDAYS[node.weekday]}s then. Say a date such as 24 November.")
    return day


STRETCHES: dict[type, Callable[[Any, Frame], DateRange]] = {
    nodes.Bounds: _bounds,
    nodes.Calendar: _calendar,
    nodes.Rolling: _rolling,
    nodes.MonthOf: lambda node, frame: _months(month_first(node, frame), 1),
    nodes.QuarterOf: _quarter,
    nodes.YearOf: lambda node, _: _months(make_date(node.year, 1, 1), 12),
    nodes.WeekOf: lambda node, frame: _week(week_start(resolve(node.day, frame))),
    nodes.IsoWeek: _numbered_week,
    nodes.Edge: edge_days,
}
RESOLVERS.update({nodes.Edge: _edge, nodes.NthWeekday: _nth_weekday})
