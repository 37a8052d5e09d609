"""From a clock time that was said to an hour: the rules for bare hours and for parts of the day."""

from __future__ import annotations

from datetime import time

from tools.when.errors import Unclear
from tools.when.nodes import Clock

# A part of the day without an hour, where a default is allowed at all.
PART_HOURS = {
    "morning": time(9),
    "lunch": time(12),
    "afternoon": time(14),
    "tarde": time(16),
    "eod": time(17),
    "evening": time(18),
    "night": time(20),
}
# The hours (of a 12 hour clock) that go with a part of the day, and what is added to them.
PART_RANGES: dict[str, dict[int, int]] = {
    "morning": {hour: 0 for hour in range(1, 12)},
    "small": {12: -12, **{hour: 0 for hour in range(1, 8)}},
    "lunch": {11: 0, 12: 0, 1: 12, 2: 12},
    "afternoon": {12: 0, **{hour: 12 for hour in range(1, 9)}},
    "tarde": {12: 0, **{hour: 12 for hour in range(1, 10)}},
    "evening": {hour: 12 for hour in range(4, 12)},
    "night": {hour: 12 for hour in range(6, 12)},
    "first": {hour: 0 for hour in range(5, 12)},
    "early": {hour: 0 for hour in range(4, 12)},
}
# The hours of 24 that go with it, the last one left out.
PART_24 = {
    "morning": (4, 12),
    "small": (0, 8),
    "lunch": (11, 15),
    "afternoon": (12, 20),
    "tarde": (12, 22),
    "evening": (16, 24),
    "night": (18, 24),
    "first": (5, 12),
    "early": (4, 12),
}


def is_bare(clock: Clock) -> bool:
    """Whether it could be meant twelve hours later or earlier."""
    return clock.mark == "bare" and clock.part is None and clock.hour <= 12


def hour_of(clock: Clock, part: str | None) -> time:
    """The time of day, `Unclear` if the hour does not go with what was said about it. 24:00 and midnight give 00:00."""
    part = clock.part or part
    if clock.mark == "noon":
        return time(12)
    if clock.mark == "midnight":
        return time(0)
    if clock.mark in ("am", "pm"):
        return _by_mark(clock)
    if clock.hour == 24:
        if clock.minute:
            raise _no_such(clock)
        return time(0)
    if clock.mark == "24" or clock.hour > 12 or clock.hour == 0:
        return _checked_24(clock, part)
    if part in PART_RANGES:
        return _by_part(clock, part)
    return time(clock.hour + 12 if 1 <= clock.hour <= 6 else clock.hour, clock.minute)


def _by_mark(clock: Clock) -> time:
    if clock.hour > 12:
        if clock.mark == "pm" and clock.hour < 24:
            return time(clock.hour, clock.minute)
        raise _no_such(clock)
    if clock.hour == 0 and clock.mark == "pm":
        raise _no_such(clock)
    return time(clock.hour % 12 + (12 if clock.mark == "pm" else 0), clock.minute)


def _by_part(clock: Clock, part: str) -> time:
    added = PART_RANGES[part].get(clock.hour)
    if added is None:
        raise Unclear(
            f"{clock.hour}:{clock.minute:02d} and that part of the day do not go together. Say for example: at 3:30 pm."
        )
    return time(clock.hour + added, clock.minute)


def _checked_24(clock: Clock, part: str | None) -> time:
    low, high = PART_24.get(part or "", (0, 24))
    if not low <= clock.hour < high and not (part == "night" and clock.hour < 6):
        raise Unclear(
            f"{clock.hour}:{clock.minute:02d} and that part of the day do not go together. Say for example: at 15:30."
        )
    return time(clock.hour, clock.minute)


def _no_such(clock: Clock) -> Unclear:
    mark = f" {clock.mark}" if clock.mark in ("am", "pm") else ""
    return Unclear(f"There is no {clock.hour}:{clock.minute:02d}{mark}. Say a time such as 3:30 pm or 15:30.")
