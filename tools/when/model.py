"""What the reader hands out: spans found in text, instants, ranges of days. Knows no words and no rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Direction = Literal["past", "future", "any"]


@dataclass(frozen=True, slots=True)
class Found:
    """One date or time expression in running text: `text[start:end]`, not resolved.

    `has_day`: it names a day ("Tuesday", "in two weeks", "this morning").
    `has_time`: it names an hour ("3pm", "noon", "in half an hour"); a mere part of the day is none.
    `is_range`: it names a stretch of days ("last week", "since October").
    `is_duration`: it is a length of time ("45 min"), not a date.
    """

    start: int
    end: int
    text: str
    has_day: bool
    has_time: bool
    is_range: bool
    is_duration: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant: `at` in UTC, `local` the same in `zone` (IANA), the person's own or the one that was named.

    `time_given`: an hour was named; False when it came from the default or from a part of the day.
    """

    at: datetime
    local: datetime
    zone: str
    time_given: bool


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `first` to `last`, both included; None is an open end."""

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
