"""What a day is read against, and the arithmetic of the calendar. Knows no words."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from tools.when.errors import Unclear
from tools.when.model import Direction
from tools.when.nodes import Length

FAR = "That is too far away. Say a date such as 24 November 2026."
MONTHS = tuple(calendar.month_name)
WEEKDAYS = tuple(calendar.day_name)


@dataclass(frozen=True, slots=True)
class Frame:
    """`now` is aware, in the person's zone. `day_first` decides what 03/04 is (None: by what is possible and sensible).

    `still_ahead(day)`: the hour that was said is still to come on that day; None: no hour was said.
    """

    now: datetime
    direction: Direction
    day_first: bool | None = None
    still_ahead: Callable[[date], bool] | None = None

    @property
    def today(self) -> date:
        """The person's today."""
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
        raise Unclear(
            f"There is no {day} {MONTHS[month]}: {when} has {last} days. Say a date such as {last} {MONTHS[month]}."
        )
    return date(year, month, day)


def week_start(day: date) -> date:
    """The Monday of the week."""
    return day - timedelta(days=day.weekday())


def shift(day: date, length: Length, sign: int) -> date:
    """The day so many calendar months, days and working days away."""
    try:
        day = day + sign * relativedelta(months=length.months, days=length.days)
    except (OverflowError, ValueError):
        raise Unclear(FAR) from None
    if not 1900 <= day.year <= 2200:
        raise Unclear(FAR)
    for _ in range(length.workdays):
        day += timedelta(days=sign)
        while day.weekday() > 4:
            day += timedelta(days=sign)
    return day


def checked(day: date, weekday: int | None) -> date:
    """The day, if it falls on the weekday that was said with it."""
    if weekday is not None and day.weekday() != weekday:
        said = f"{day.day} {MONTHS[day.month]} {day.year}"
        raise Unclear(f"{said} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}. Which one?")
    return day
