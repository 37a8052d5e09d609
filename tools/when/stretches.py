"""From a stretch of days that was said to its first and last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tools.when import nodes
from tools.when.days import Frame, make_date, month_first, resolve, shift, week_start
from tools.when.errors import Unclear
from tools.when.model import DateRange

PERIODS = (nodes.Calendar, nodes.WeekOf, nodes.IsoWeek, nodes.Rolling, nodes.MonthOf, nodes.QuarterOf, nodes.YearOf)


def stretch(node: nodes.DayNode | nodes.PeriodNode | nodes.Bounds, frame: Frame) -> DateRange:
    """The days of a node; a single day is a stretch of one."""
    try:
        return _stretch(node, frame)
    except OverflowError:
        raise Unclear("That is too far away. Say a date such as 24 November 2026.") from None


def _stretch(node: nodes.DayNode | nodes.PeriodNode | nodes.Bounds, frame: Frame) -> DateRange:
    if isinstance(node, nodes.Bounds):
        return _bounds(node, frame)
    if isinstance(node, nodes.Calendar):
        return _calendar(node, frame)
    if isinstance(node, nodes.Rolling):
        return _rolling(node, frame)
    if isinstance(node, nodes.MonthOf):
        return _months(month_first(node, frame), 1)
    if isinstance(node, nodes.QuarterOf):
        return _months(month_first(nodes.MonthOf(3 * node.number - 2, node.year), frame), 3)
    if isinstance(node, nodes.YearOf):
        return _months(make_date(node.year, 1, 1), 12)
    if isinstance(node, nodes.Edge):
        return edge_days(node, frame)
    if isinstance(node, nodes.WeekOf):
        return _week(week_start(resolve(node.day, frame)))
    if isinstance(node, nodes.IsoWeek):
        return _numbered_week(node.number, frame)
    day = resolve(node, frame)
    return DateRange(day, day)


def edge_days(node: nodes.Edge, frame: Frame) -> DateRange:
    """One day for a start or an end; about a third of the stretch for early, middle and late."""
    days = stretch(node.of, frame)
    assert days.first is not None and days.last is not None
    third = timedelta(days=((days.last - days.first).days + 1) // 3)
    if node.edge == "early":
        return DateRange(days.first, days.first + third - timedelta(days=1))
    if node.edge == "mid":
        return DateRange(days.first + third, days.last - third)
    if node.edge == "late":
        return DateRange(days.last - third + timedelta(days=1), days.last)
    if node.edge == "all":
        return days
    if node.edge in ("so_far", "rest"):
        return _part_of(days, node.edge, frame.today)
    if node.edge == "start":
        return DateRange(days.first, days.first)
    last = _last_day(node.of, days.last, frame)
    return DateRange(last, last)


def _part_of(days: DateRange, edge: str, today: date) -> DateRange:
    """What lies behind, or ahead, of a stretch that holds today."""
    assert days.first is not None and days.last is not None
    if not days.first <= today <= days.last:
        return days
    return DateRange(days.first, today) if edge == "so_far" else DateRange(today, days.last)


def _last_day(of: nodes.PeriodNode, last: date, frame: Frame) -> date:
    """The end of a week is its Friday; of all else its last day."""
    if not isinstance(of, nodes.Calendar) or of.unit != "week":
        return last
    friday = last - timedelta(days=2)
    if frame.today > friday and of.offset == 0:
        raise Unclear("The working week is over. Say a day, for example: on Friday.")
    return friday


def _months(first: date, count: int) -> DateRange:
    return DateRange(first, first + relativedelta(months=count) - timedelta(days=1))


def _week(monday: date) -> DateRange:
    return DateRange(monday, monday + timedelta(days=6))


def _numbered_week(number: int, frame: Frame) -> DateRange:
    """The ISO week of that number that the direction asks for, or the nearest."""
    weeks = []
    for year in (frame.today.year - 1, frame.today.year, frame.today.year + 1):
        try:
            weeks.append(_week(date.fromisocalendar(year, number, 1)))
        except ValueError:
            continue
    if not weeks:
        raise Unclear(f"There is no week {number}. Say a date such as 24 November.")
    return min(weeks, key=lambda week: abs(((week.first or frame.today) - week_start(frame.today)).days))


def _calendar(node: nodes.Calendar, frame: Frame) -> DateRange:
    today = frame.today
    if node.unit == "week":
        return _week(week_start(today) + timedelta(days=7 * node.offset))
    if node.unit == "weekend":
        return _weekend(node, frame)
    if node.unit == "month":
        return _months(today.replace(day=1) + relativedelta(months=node.offset), 1)
    if node.unit == "quarter":
        first = today.replace(day=1, month=today.month - (today.month - 1) % 3)
        return _months(first + relativedelta(months=3 * node.offset), 3)
    return _months(date(today.year + node.offset, 1, 1), 12)


def _weekend(node: nodes.Calendar, frame: Frame) -> DateRange:
    """This week's Saturday and Sunday; looking back from a weekday, `the weekend` is the last one."""
    offset = node.offset
    if offset == 0 and frame.direction == "past" and frame.today.weekday() < 5:
        offset = -1
    saturday = week_start(frame.today) + timedelta(days=5 + 7 * offset)
    return DateRange(saturday, saturday + timedelta(days=1))


def _rolling(node: nodes.Rolling, frame: Frame) -> DateRange:
    today, one = frame.today, timedelta(days=1)
    if node.length.minutes:
        other = (frame.now + node.sign * timedelta(minutes=node.length.minutes)).date()
        return DateRange(min(other, today), max(other, today))
    if node.sign < 0:
        return DateRange(shift(today, node.length, -1) + one, today)
    return DateRange(today, shift(today, node.length, 1) - one)


def _bounds(node: nodes.Bounds, frame: Frame) -> DateRange:
    past = replace(frame, direction="past") if frame.direction == "any" and node.last is None else frame
    first = stretch(node.first, past) if node.first is not None else None
    last = stretch(node.last, frame) if node.last is not None else None
    begin, end = _edges(node, first, last)
    if begin and end and begin > end:
        begin, end = _mended(node, frame, begin, end)
    return DateRange(begin, end)


def _edges(node: nodes.Bounds, first: DateRange | None, last: DateRange | None) -> tuple[date | None, date | None]:
    one = timedelta(days=1)
    begin, end = first.first if first else None, last.last if last else None
    if first and node.open_first and first.last:
        begin = first.last + one
    if last and node.open_last and last.first:
        end = last.first - one
    return begin, end


def _mended(node: nodes.Bounds, frame: Frame, begin: date, end: date) -> tuple[date, date]:
    """Ends in the wrong order: read the first before the last, as in "from Friday to Monday"."""
    anchored = replace(frame, now=frame.now + (end - frame.today), direction="past")
    assert node.first is not None
    if isinstance(node.first, nodes.Weekday | nodes.MonthDay | nodes.MonthOf | nodes.DayOfMonth):
        again = stretch(node.first, anchored).first
        if again and again <= end:
            return again, end
    raise Unclear("The range ends before it begins. Say for example: from 3 November to 10 November.")
