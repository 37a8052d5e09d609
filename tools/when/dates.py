"""Dates that were said with their day and month, or with a part of that: which year, which month, which order."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from tools.when import nodes
from tools.when.errors import Unclear
from tools.when.frame import MONTHS, Frame, checked, make_date

SENSIBLE = timedelta(days=183)


def nearest(month: int, day: int, frame: Frame) -> date:
    """The day without a year that the direction asks for; for "any" the nearest."""
    make_date(2024 if (month, day) == (2, 29) else frame.today.year, month, day)
    found = []
    for year in (frame.today.year - 1, frame.today.year, frame.today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue  # 29 February
    if frame.direction == "past":
        found = [d for d in found if d <= frame.today]
    elif frame.direction == "future":
        found = [d for d in found if d >= frame.today]
    if not found:
        raise Unclear(f"{day} {MONTHS[month]} exists only in a leap year. Say it with the year.")
    return min(found, key=lambda d: abs((d - frame.today).days))


def month_day(node: nodes.MonthDay, frame: Frame) -> date:
    """`3 December`, with or without a year."""
    if node.year is not None:
        day = make_date(node.year, node.month, node.day)
    elif node.rel is not None:
        first = month_first(nodes.MonthOf(node.month, None, node.rel), frame)
        day = make_date(first.year, node.month, node.day)
    else:
        day = nearest(node.month, node.day, frame)
    return checked(day, node.weekday)


def day_of_month(node: nodes.DayOfMonth, frame: Frame) -> date:
    """`the 5th`, of this month, the next or the last one; `any` stays in this month where it has passed."""
    first = frame.today.replace(day=1)
    if node.months is not None:
        first = first + relativedelta(months=node.months)
    elif frame.direction == "past" and node.day > frame.today.day:
        first = first - relativedelta(months=1)
    elif frame.direction == "future" and node.day < frame.today.day:
        first = first + relativedelta(months=1)
    return checked(make_date(first.year, first.month, node.day), node.weekday)


def exact(node: nodes.Exact, frame: Frame) -> date:
    """A full date."""
    return checked(make_date(node.year, node.month, node.day), node.weekday)


def numeric(node: nodes.Numeric, frame: Frame) -> date:
    """`03/04`: by the order that was set, the only one that is possible, or the only one that is sensible."""
    if node.b < 0:  # dots: the day stands first
        return month_day(nodes.MonthDay(-node.b, node.a, node.year, node.weekday), frame)
    if frame.day_first is not None:
        day, month = (node.a, node.b) if frame.day_first else (node.b, node.a)
        if not month > 12 >= day:
            return month_day(nodes.MonthDay(month, day, node.year, node.weekday), frame)
    readings = _readings(node, frame)
    if not readings:
        month, day = sorted((node.a, node.b))
        return month_day(nodes.MonthDay(month, day, node.year), frame)  # says why there is none
    if len(readings) > 1:
        one, two = sorted(readings)
        raise Unclear(
            f"{node.a}/{node.b} can be {one.day} {MONTHS[one.month]} or {two.day} {MONTHS[two.month]}. Which one?"
        )
    return checked(readings.pop(), node.weekday)


def _readings(node: nodes.Numeric, frame: Frame) -> set[date]:
    """The dates that the two numbers can be; fewer if a weekday or the direction decides."""
    tried = (_reading(node.b, node.a, node, frame), _reading(node.a, node.b, node, frame))
    readings = {day for day in tried if day}
    if node.weekday is not None:
        readings = {day for day in readings if day.weekday() == node.weekday} or readings
    if len(readings) > 1:
        readings = {day for day in readings if _fits(day, frame)} or readings
    return readings


def _reading(month: int, day: int, node: nodes.Numeric, frame: Frame) -> date | None:
    try:
        return make_date(node.year, month, day) if node.year is not None else nearest(month, day, frame)
    except Unclear:
        return None


def _fits(day: date, frame: Frame) -> bool:
    """Within half a year on the side that the direction asks for."""
    away = day - frame.today
    if frame.direction == "past":
        return -SENSIBLE <= away <= timedelta(0)
    return frame.direction == "future" and timedelta(0) <= away <= SENSIBLE


def month_first(node: nodes.MonthOf, frame: Frame) -> date:
    """The first day of a named month."""
    if node.year is not None:
        return make_date(node.year, node.month, 1)
    this = frame.today.replace(day=1)
    first = this.replace(month=node.month)
    before, after = first.replace(year=first.year - 1), first.replace(year=first.year + 1)
    if node.rel in ("last", "past", "before_last"):
        return first if first < this else before
    if node.rel in ("next", "coming"):
        return first if first > this else after
    if node.rel == "this" or first == this:
        return first
    if frame.direction == "past":
        return first if first < this else before
    if frame.direction == "future":
        return first if first > this else after
    return min((before, first, after), key=lambda d: abs((d - this).days))
