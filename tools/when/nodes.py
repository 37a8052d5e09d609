"""The meanings that the grammar builds: times, days, stretches of days, lengths. Knows no words and no calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Rel = Literal["this", "next", "coming", "last", "past", "before_last", "after_next"]
EdgeName = Literal["start", "early", "mid", "late", "end", "so_far", "rest", "all"]
Mark = Literal["bare", "am", "pm", "24", "noon", "midnight"]
Unit = Literal["minute", "hour", "day", "workday", "week", "fortnight", "weekend", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time. Minutes are elapsed ones, days and months are of the calendar."""

    months: int = 0
    days: int = 0
    workdays: int = 0
    minutes: int = 0

    def plus(self, other: Length) -> Length:
        return Length(
            self.months + other.months,
            self.days + other.days,
            self.workdays + other.workdays,
            self.minutes + other.minutes,
        )


UNIT_LENGTH = {
    "minute": Length(minutes=1),
    "hour": Length(minutes=60),
    "day": Length(days=1),
    "workday": Length(workdays=1),
    "week": Length(days=7),
    "fortnight": Length(days=14),
    "month": Length(months=1),
    "quarter": Length(months=3),
    "year": Length(months=12),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as said. `mark`: "bare" (3, 3:30), "am", "pm", or "24" (15:00, 03:00).
    `until`: the end that was said with it; `window`: some time between the two ("between 2 and 3")."""

    hour: int
    minute: int = 0
    mark: Mark = "bare"
    part: str | None = None
    zone: str | None = None
    until: Clock | None = None
    window: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """So many days from today."""

    days: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday (Monday is 0); `week` counts calendar weeks from this one when a week was named."""

    weekday: int
    rel: Rel | None = None
    week: int | None = None


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a named month."""

    month: int
    day: int
    year: int | None = None
    weekday: int | None = None
    rel: Rel | None = None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of a month that was not named, or named as so many months from this one."""

    day: int
    months: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Numeric:
    """Two numbers whose order is open, such as 03/04."""

    a: int
    b: int
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Exact:
    """A full date, or why there is none such."""

    year: int
    month: int
    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Instant:
    """A full ISO date and time with its offset."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """A length before (sign -1) or after (sign 1) an anchor day, or now; `weekday` as in "a week ago on Tuesday"."""

    length: Length
    sign: int
    anchor: DayNode | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """The start, middle or end of a stretch of days."""

    edge: EdgeName
    of: PeriodNode


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first, second, … or last (-1) such weekday of a stretch of days."""

    n: int
    weekday: int
    of: PeriodNode


@dataclass(frozen=True, slots=True)
class Vague:
    """Words that name no certain day ("the other day"), or many (`repeats`: "every Monday")."""

    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """A week, month, quarter, year or weekend, counted from the present one."""

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that holds a day."""

    day: DayNode


@dataclass(frozen=True, slots=True)
class IsoWeek:
    """A numbered week of the year."""

    number: int


@dataclass(frozen=True, slots=True)
class Rolling:
    """A stretch that ends (sign -1) or begins (sign 1) today."""

    length: Length
    sign: int


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A named month."""

    month: int
    year: int | None = None
    rel: Rel | None = None


@dataclass(frozen=True, slots=True)
class QuarterOf:
    """A numbered quarter of a year."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class YearOf:
    """A named year."""

    year: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """A stretch between two ends; an open end is None. `open_first`/`open_last`: the end itself is left out."""

    first: DayNode | PeriodNode | None
    last: DayNode | PeriodNode | None
    open_first: bool = False
    open_last: bool = False


DayNode = Today | Weekday | MonthDay | DayOfMonth | Numeric | Exact | Instant | Shift | Edge | NthWeekday | Vague
PeriodNode = Calendar | WeekOf | IsoWeek | Rolling | MonthOf | QuarterOf | YearOf


@dataclass(frozen=True, slots=True)
class Expr:
    """A day, a part of the day and a clock time, as far as they were said."""

    day: DayNode | PeriodNode | None
    part: str | None = None
    clock: Clock | None = None
