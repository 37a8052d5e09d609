"""A person's wall clock as instants, right over changes of daylight saving; pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def local_instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which clocks in `zone` show `clock` on `day`.

    A time that does not exist there becomes the next one that does; one that comes twice is the first.
    """
    wall = datetime.combine(day, clock.replace(tzinfo=None))
    while not _exists(wall, zone):
        wall += _MINUTE
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The day in `zone` of an aware instant."""
    return at.astimezone(zone).date()


def next_clock(after: datetime, clock: time, zone: ZoneInfo) -> datetime:
    """The first instant (UTC) later than `after` at which clocks in `zone` show `clock`."""
    day = local_day(after, zone)
    today = local_instant(day, clock, zone)
    return today if today > after else local_instant(day + timedelta(days=1), clock, zone)


def add_working_days(day: date, number: int) -> date:
    """The `number`-th Monday-to-Friday day after `day`."""
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def _exists(wall: datetime, zone: ZoneInfo) -> bool:
    there = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return there.astimezone(zone).replace(tzinfo=None) == wall
