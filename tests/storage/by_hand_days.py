"""Weeks, streaks, and what was on some days, counted slowly and without the database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.storage.by_hand import ANSWERED, Job


def by_week(jobs: Sequence[Job], starts: int) -> dict[date, int]:
    """How many in each week, by its first day."""
    found: Counter[date] = Counter()
    for j in jobs:
        day = j.applied_on
        assert day is not None
        while day.weekday() != starts:
            day -= timedelta(days=1)
        found[day] += 1
    return dict(found)


def longest_run(weeks: dict[date, int], goal: int) -> int:
    """The most weeks one after the other that met a goal."""
    met = {week for week, number in weeks.items() if number >= goal}
    return max((sum(1 for _ in _run_from(week, met)) for week in met), default=0)


def streak(weeks: dict[date, int], today: date, goal: int, starts: int) -> int:
    """How many weeks up to today met a goal one after the other; this one only adds to them."""
    day = today
    while day.weekday() != starts:
        day -= timedelta(days=1)
    run = [weeks.get(day - timedelta(days=7 * back), 0) >= goal for back in range(70)]
    return run[0] + [*run[1:], False].index(False)


def _run_from(week: date, met: set[date]) -> Iterator[date]:
    while week in met:
        yield week
        week += timedelta(days=7)


def standing(jobs: Sequence[Job], instant: datetime) -> dict[str, int]:
    """How many stood where just before an instant, by the latest entry then."""
    found: Counter[str] = Counter()
    for j in jobs:
        before = [(at, place) for place, (_, at) in enumerate(j.entries) if at < instant]
        if before:
            found[str(j.entries[max(before)[1]][0])] += 1
    return dict(found)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The instant at which a day begins in a zone: the first at which clocks show it, half hour by half hour."""
    at = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=16)
    while at.astimezone(zone).date() < day:
        at += timedelta(minutes=30)
    return at


def stretch(jobs: Sequence[Job], day: date, zone: ZoneInfo, place: int) -> tuple[date, date]:
    """Some days, the first and the one after the last: from a day on, or up to one on which something happened."""
    sent = {j.applied_on for j in jobs if j.applied_on}
    entered = {at.astimezone(zone).date() for j in jobs for _, at in j.entries}
    ends = sorted(sent if place % 2 else entered)
    length = timedelta(days=place % 8 + 1)
    if place < 5 or not ends:
        return day, day + length
    return ends[place % len(ends)] - length, ends[place % len(ends)]


def talks(jobs: Sequence[Job], first: date | None, last: date | None, zone: ZoneInfo) -> int:
    """How many interviews are held on the days."""
    days = [at.astimezone(zone).date() for j in jobs for at, state in j.talks if state == "scheduled"]
    return sum((first is None or first <= day) and (last is None or day <= last) for day in days)


def news(jobs: Sequence[Job], first: date, last: date, zone: ZoneInfo) -> int:
    """How many had an answer on the days, of all that there are."""
    return sum(
        any(str(status) in ANSWERED and first <= at.astimezone(zone).date() <= last for status, at in j.entries)
        for j in jobs
    )
