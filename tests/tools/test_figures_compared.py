"""The ranges by their names and two of them, or two groups, side by side, against a slow calculation of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from storage.database import Database
from tests.storage import by_hand
from tests.storage.by_hand import Job
from tests.storage.drawn import ASKED, DAY, EXAMPLES, INSTANTS, MANY, ZONES, Asked, keep
from tests.tools import said_by_hand
from tests.tools.said_by_hand import asking, share
from tools import when
from tools.context import Context
from tools.figures import scope
from tools.figures.comparing import compare
from tools.result import Said

Days = tuple[date, date] | None
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def spans(today: date) -> dict[str, Days]:
    """The named ranges up to today."""
    monday, month = today - DAY * today.weekday(), today.replace(day=1)
    found: dict[str, Days] = {
        "today": (today, today),
        "this week": (monday, today),
        "last week": (monday - 7 * DAY, monday - DAY),
        "this month": (month, today),
        "last month": ((month - DAY).replace(day=1), month - DAY),
        "this year": (today.replace(month=1, day=1), today),
    }
    return found | {f"last {number} days": (today - DAY * (number - 1), today) for number in (7, 30, 90)}


RANGES = sorted(spans(NOON.date()))


def over(ctx: Context, words: str) -> scope.Scope:
    return scope.read(ctx, when.read_range(words, ctx.said, direction="past"), None)


def told(jobs: list[Job], days: Days, now: datetime, zone: ZoneInfo) -> list[str]:
    """The figures of one side, in words."""
    number, waits = len(jobs), by_hand.waits(jobs, zone)
    median = by_hand.middle(waits)
    a_week = [f"{number * 7 / ((days[1] - days[0]).days + 1):.1f}"] if days else []
    return [
        str(number),
        *a_week,
        share(len(waits), number),
        share(sum(j.came_to("screening") for j in jobs), number),
        share(sum(j.came_to("offer") for j in jobs), number),
        share(sum(by_hand.ghosted(j, now, zone) for j in jobs), number),
        "–" if median is None else said_by_hand.days(median),
    ]


def lines(ctx: Context, one: scope.Scope, versus: str) -> list[tuple[str, str]]:
    """What the two sides are said to be, figure by figure."""
    said = compare(ctx, "response_rate", one, versus, "")
    assert isinstance(said, Said)
    rows = [line.partition(": ")[2].partition(" against ") for line in said.text.splitlines() if line.startswith("• ")]
    return [(first, second) for first, _, second in rows]


@pytest.mark.parametrize("words", RANGES)
@EXAMPLES
@given(now=INSTANTS, zone=st.sampled_from(ZONES))
def test_a_range_by_its_name(words: str, now: datetime, zone: str) -> None:
    local = now.astimezone(ZoneInfo(zone))
    found = when.read_range(words, local, direction="past")
    assert found.first is not None and found.last is not None
    assert (found.first, min(found.last, local.date())) == spans(local.date())[words]


@EXAMPLES
@given(asked=ASKED, words=st.sampled_from(RANGES), after=st.sampled_from([0, 1, 7, 30]) | st.integers(0, 40))
def test_two_ranges(database: Database, asked: Asked, words: str, after: int) -> None:
    # Nobody has applied on a day to come, which is still in "this month".
    last = max((j.applied_on for j in asked.jobs if j.applied_on is not None), default=date(2026, 3, 31))
    today = last + after * DAY
    user, place = keep(database, asked.jobs).user, asked.zone
    now = datetime(today.year, today.month, today.day, 23, 30, tzinfo=place)
    both = [spans(today)[words], spans(today)["last month"]]
    mine = [by_hand.chosen(asked.jobs, *(days or (None, None))) for days in both]
    assume(any(mine))
    with database.read() as db:
        ctx = asking(db, user, place, now)
        found = lines(ctx, over(ctx, words), "last month")
    sides = [told(jobs, days, now, place) for jobs, days in zip(mine, both, strict=True)]
    assert found == list(zip(*sides, strict=True))


@EXAMPLES
@given(asked=MANY)
def test_two_groups(database: Database, asked: Asked) -> None:
    user, place = keep(database, asked.jobs).user, asked.zone
    mine = [
        [j for j in by_hand.chosen(asked.jobs, None, None) if (j.source or "").lower() == source]
        for source in ("linkedin", "indeed")
    ]
    assume(all(mine))
    with database.read() as db:
        ctx = asking(db, user, place, asked.now)
        found = lines(ctx, scope.group(ctx, scope.Scope(), "linkedin"), "indeed")
    assert found == list(zip(*(told(jobs, None, asked.now, place) for jobs in mine), strict=True))
