"""The ranges by their names and two of them, or two groups, side by side, against a slow calculation of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sqlalchemy import Connection

from storage.database import Database
from storage.users import User
from tests.storage import by_hand
from tests.storage.by_hand import Job
from tests.storage.drawn import DRAWN, EXAMPLES, INSTANTS, ZONES, keep
from tools import when
from tools.catalog import default
from tools.context import Context
from tools.figures import scope
from tools.figures.comparing import compare
from tools.result import Call, Said

DAY = timedelta(days=1)
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


def asked(db: Connection, user: User, zone: str, now: datetime) -> Context:
    """What a tool knows when somebody in that zone asks."""
    there = User(user.id, user.settings.model_copy(update={"timezone": zone}), user.created_at)
    return Context(user=there, now=now.astimezone(ZoneInfo(zone)), db=db, call=Call(name="stats"), catalog=default())


def of(ctx: Context, words: str) -> scope.Scope:
    return scope.read(ctx, when.read_range(words, ctx.said, direction="past"), None)


def share(part: int, whole: int) -> str:
    """Whole per cent, half up, with the counts."""
    if not whole:
        return "–"
    per_cent = (part * 200 + whole) // (whole * 2)
    return f"{per_cent} % ({part} of {whole}{', a small sample' if whole < 10 else ''})"


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
        "–" if median is None else f"{median:.1f}".removesuffix(".0") + (" day" if median == 1 else " days"),
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
@given(drawn=DRAWN, zone=st.sampled_from(ZONES), words=st.sampled_from(RANGES), after=st.integers(0, 40))
def test_two_ranges(database: Database, drawn: list[Job], zone: str, words: str, after: int) -> None:
    # Nobody has applied on a day to come, which is still in "this month".
    last = max((j.applied_on for j in drawn if j.applied_on is not None), default=date(2026, 3, 31))
    today = last + timedelta(days=after)
    user, place = keep(database, drawn), ZoneInfo(zone)
    now = datetime(today.year, today.month, today.day, 23, 30, tzinfo=place)
    both = [spans(today)[words], spans(today)["last month"]]
    mine = [by_hand.chosen(drawn, *(days or (None, None))) for days in both]
    assume(any(mine))
    with database.read() as db:
        ctx = asked(db, user, zone, now)
        found = lines(ctx, of(ctx, words), "last month")
    sides = [told(jobs, days, now, place) for jobs, days in zip(mine, both, strict=True)]
    assert found == list(zip(*sides, strict=True))


@EXAMPLES
@given(drawn=DRAWN, zone=st.sampled_from(ZONES), now=INSTANTS)
def test_two_groups(database: Database, drawn: list[Job], zone: str, now: datetime) -> None:
    user, place = keep(database, drawn), ZoneInfo(zone)
    mine = [
        [j for j in by_hand.chosen(drawn, None, None) if (j.source or "").lower() == source]
        for source in ("linkedin", "indeed")
    ]
    assume(all(mine))
    with database.read() as db:
        ctx = asked(db, user, zone, now)
        found = lines(ctx, scope.group(ctx, scope.Scope(), "linkedin"), "indeed")
    assert found == list(zip(*(told(jobs, None, now, place) for jobs in mine), strict=True))
