"""From a day that was said to a date of the calendar, or why there is none. Knows no words."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta

from tools.when import nodes
from tools.when.errors import Unclear
from tools.when.model import DateRange, Direction

MONTHS = tuple(calendar.month_name)
WEEKDAYS = tuple(calendar.day_name)
SENSIBLE = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a day is read against. `still_ahead(day)`: the hour that was said is still to come on that day; None: no hour."""

    now: datetime
    direction: Direction
    day_first: bool | None = None
    still_ahead: Callable[[date], bool] | None = None

    @property
    def today(self) -> date:
        return self.now.date()


def spoken(day: date) -> str:
    """A date for the person: "Tuesday 24 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month]} {day.year}"


def make_date(year: int, month: int, day: int) -> date:
    """The date, or `Unclear` that says why there is none."""
    if not 1 <= month <= 12:
        raise Unclear(f"There is no month {month}. Say a date such as 24 November or 2026-11-24.")
    if not 1900 <= year <= 2200:
        raise Unclear(f"The year {year} is too far away. Say a date such as 24 November 2026.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        when = f"{MONTHS[month]} {year}" if month == 2 else MONTHS[month]
        raise Unclear(f"There is no {day} {MONTHS[month]}: {when} has {last} days. Say a date such as {last} {MONTHS[month]}.")
    return date(year, month, day)


def week_start(day: date) -> date:
    """The Monday of the week."""
    return day - timedelta(days=day.weekday())


def shift(day: date, length: nodes.Length, sign: int) -> date:
    """The day so many calendar months, days and working days away."""
    try:
        day = day + sign * relativedelta(months=length.months, days=length.days)
    except (OverflowError, ValueError):
        raise Unclear("That is too far away. Say a date such as 24 November 2026.") from None
    for _ in range(length.workdays):
        day += timedelta(days=sign)
        while day.weekday() > 4:
            day += timedelta(days=sign)
    return day


def _weekday(node: nodes.Weekday, frame: Frame) -> date:
    today = frame.today
    if node.week is not None:
        return week_start(today) + timedelta(days=7 * node.week + node.weekday)
    if node.rel == "next":
        return week_start(today) + timedelta(days=7 + node.weekday)
    if node.rel == "after_next":
        return week_start(today) + timedelta(days=14 + node.weekday)
    back = (today.weekday() - node.weekday) % 7
    if node.rel in ("last", "past"):
        return today - timedelta(days=back or 7)
    if node.rel == "before_last":
        return today - timedelta(days=(back or 7) + 7)
    if back == 0:
        return _same_weekday(frame)
    if frame.direction == "past" and node.rel != "coming":
        return today - timedelta(days=back)
    return today + timedelta(days=7 - back)


def _same_weekday(frame: Frame) -> date:
    """A weekday said on that same day."""
    today = frame.today
    if frame.direction == "past":
        gone = frame.still_ahead is not None and not frame.still_ahead(today)
        return today if gone else today - timedelta(days=7)
    ahead = frame.still_ahead is not None and frame.still_ahead(today)
    return today if ahead else today + timedelta(days=7)


def _years(frame: Frame) -> list[int]:
    return [frame.today.year - 1, frame.today.year, frame.today.year + 1]


def _nearest(month: int, day: int, frame: Frame) -> date:
    """The occurrence that the direction asks for; for "any" the nearest."""
    make_date(2024 if (month, day) == (2, 29) else frame.today.year, month, day)
    found = []
    for year in _years(frame):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if frame.direction == "past":
        found = [d for d in found if d <= frame.today]
    elif frame.direction == "future":
        found = [d for d in found if d > frame.today or d == frame.today]
    if not found:
        raise Unclear(f"{day} {MONTHS[month]} exists only in a leap year. Say it with the year.")
    return min(found, key=lambda d: abs((d - frame.today).days))


def _month_day(node: nodes.MonthDay, frame: Frame) -> date:
    if node.year is not None:
        day = make_date(node.year, node.month, node.day)
    elif node.rel is not None:
        first = month_first(nodes.MonthOf(node.month, None, node.rel), frame)
        day = make_date(first.year, node.month, node.day)
    else:
        day = _nearest(node.month, node.day, frame)
    return _checked(day, node.weekday, fixed_year=node.year is not None)


def _checked(day: date, weekday: int | None, *, fixed_year: bool = True) -> date:
    """The day, if it falls on the weekday that was said with it."""
    if weekday is not None and day.weekday() != weekday:
        raise Unclear(f"{day.day} {MONTHS[day.month]} {day.year} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}. Which one?")
    return day


def _day_of_month(node: nodes.DayOfMonth, frame: Frame) -> date:
    first = frame.today.replace(day=1)
    if node.months is not None:
        first = first + relativedelta(months=node.months)
        return _checked(make_date(first.year, first.month, node.day), node.weekday)
    step = -1 if frame.direction == "past" else 1
    if step * (frame.today.day - node.day) > 0:
        first = first + relativedelta(months=step)
    if not 1 <= node.day <= 31:
        raise Unclear(f"No month has a day {node.day}. Say a date such as 24 November.")
    if frame.direction == "any" and node.day <= frame.today.day:
        first = frame.today.replace(day=1)
    return _checked(make_date(first.year, first.month, node.day), node.weekday)


def _reading(month: int, day: int, node: nodes.Numeric, frame: Frame) -> date | None:
    try:
        return make_date(node.year, month, day) if node.year is not None else _nearest(month, day, frame)
    except Unclear:
        return None


def _numeric(node: nodes.Numeric, frame: Frame) -> date:
    if node.b < 0:  # dots: the day stands first
        return _month_day(nodes.MonthDay(-node.b, node.a, node.year, node.weekday), frame)
    if frame.day_first is not None:
        day, month = (node.a, node.b) if frame.day_first else (node.b, node.a)
        if not (month > 12 >= day):
            return _month_day(nodes.MonthDay(month, day, node.year, node.weekday), frame)
    readings = {d for d in (_reading(node.b, node.a, node, frame), _reading(node.a, node.b, node, frame)) if d}
    if node.weekday is not None and len(readings) > 1:
        readings = {d for d in readings if d.weekday() == node.weekday} or readings
    if len(readings) > 1:
        readings = {d for d in readings if _fits(d, frame)} or readings
    if not readings:
        day = node.a if node.b <= 12 else node.b
        return _month_day(nodes.MonthDay(min(node.a, node.b), day, node.year), frame)
    if len(readings) > 1:
        one, two = sorted(readings)
        raise Unclear(f"{node.a}/{node.b} can be {one.day} {MONTHS[one.month]} or {two.day} {MONTHS[two.month]}. Which one?")
    return _checked(readings.pop(), node.weekday)


def _fits(day: date, frame: Frame) -> bool:
    away = day - frame.today
    if frame.direction == "past":
        return -SENSIBLE <= away <= timedelta(0)
    if frame.direction == "future":
        return timedelta(0) <= away <= SENSIBLE
    return False


def _shift(node: nodes.Shift, frame: Frame) -> date:
    if node.weekday is not None:
        return _ago_on(node, frame)
    anchor = _anchor(node, frame)
    if anchor is None and node.length.minutes:
        return (frame.now + timedelta(minutes=node.sign * node.length.minutes)).date()
    if node.length.minutes:
        raise Unclear("I did not understand that length of time. Say for example: in 3 days.")
    return shift(anchor or frame.today, node.length, node.sign)


def _anchor(node: nodes.Shift, frame: Frame) -> date | None:
    if node.anchor is None:
        return None
    if node.sign > 0 and isinstance(node.anchor, nodes.Weekday):
        frame = replace(frame, direction="future")  # "a week from Monday" is counted from the Monday to come
    return resolve(node.anchor, frame)


def _ago_on(node: nodes.Shift, frame: Frame) -> date:
    """ "A week ago on Tuesday": a week before the last Tuesday, and the Tuesday of the week a week ago; refused where they differ."""
    assert node.weekday is not None
    today = frame.today
    idiom = shift(today - timedelta(days=(today.weekday() - node.weekday) % 7 or 7), node.length, -1)
    plain = week_start(shift(today, node.length, -1)) + timedelta(days=node.weekday)
    if idiom != plain:
        raise Unclear(f"That can be {spoken(idiom)} or {spoken(plain)}. Which one?")
    return idiom


def month_first(node: nodes.MonthOf, frame: Frame) -> date:
    """The first day of a named month."""
    first = frame.today.replace(day=1, month=node.month)
    if node.year is not None:
        return make_date(node.year, node.month, 1)
    this = frame.today.replace(day=1)
    if node.rel in ("last", "past", "before_last"):
        return first if first < this else first - relativedelta(years=1)
    if node.rel in ("next", "coming"):
        return first if first > this else first + relativedelta(years=1)
    if node.rel == "this" or first == this:
        return first
    if frame.direction == "past":
        return first if first < this else first - relativedelta(years=1)
    if frame.direction == "future":
        return first if first > this else first + relativedelta(years=1)
    around = [first + relativedelta(years=n) for n in (-1, 0, 1)]
    return min(around, key=lambda d: abs((d - this).days))


def _edge(node: nodes.Edge, frame: Frame) -> date:
    from tools.when.stretches import edge_days

    days = edge_days(node, frame)
    if days.first is None or days.first != days.last:
        raise Unclear("I cannot tell which day that is. Say a date such as 15 November.", between=days)
    return days.first


def _nth_weekday(node: nodes.NthWeekday, frame: Frame) -> date:
    from tools.when.stretches import stretch

    days = stretch(node.of, frame)
    assert days.first is not None and days.last is not None
    if node.n < 0:
        return days.last - timedelta(days=(days.last.weekday() - node.weekday) % 7)
    day = days.first + timedelta(days=(node.weekday - days.first.weekday()) % 7 + 7 * (node.n - 1))
    if day > days.last:
        raise Unclear(f"There are not that many {WEEKDAYS[node.weekday]}s then. Say a date such as 24 November.")
    return day


def _vague(node: nodes.Vague, frame: Frame) -> date:
    if node.repeats:
        raise Unclear("I take one day at a time, nothing that repeats. Say for example: next Monday at 9.")
    raise Unclear("I cannot tell which day that is. Say for example: on Tuesday, 3 days ago, or 24 November.")


RESOLVERS: dict[type, Callable[[Any, Frame], date]] = {
    nodes.Today: lambda node, frame: frame.today + timedelta(days=node.days),
    nodes.Weekday: _weekday,
    nodes.MonthDay: _month_day,
    nodes.DayOfMonth: _day_of_month,
    nodes.Numeric: _numeric,
    nodes.Exact: lambda node, _: _checked(make_date(node.year, node.month, node.day), node.weekday),
    nodes.Instant: lambda node, frame: node.at.astimezone(frame.now.tzinfo).date(),
    nodes.Shift: _shift,
    nodes.Edge: _edge,
    nodes.NthWeekday: _nth_weekday,
    nodes.Vague: _vague,
}


def resolve(node: nodes.DayNode, frame: Frame) -> date:
    """The date of a day node."""
    try:
        return RESOLVERS[type(node)](node, frame)
    except OverflowError:
        raise Unclear("That is too far away. Say a date such as 24 November 2026.") from None


__all__ = ["DateRange", "Frame", "make_date", "month_first", "resolve", "shift", "spoken", "week_start"]
