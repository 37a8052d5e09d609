"""Every figure over random histories against an independent slow calculation: both databases, ranges, zones, weeks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from storage import behind, groups, models, stages, statistics
from storage.database import Database
from storage.filters import Filter
from storage.status import ORDER, Status
from storage.users import ensure_user
from tests.storage import by_hand
from tests.storage.by_hand import Job
from tools.figures import pace

ZONES = [
    "UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Africa/Casablanca", "America/St_Johns",
    "Australia/Lord_Howe", "Pacific/Kiritimati", "Europe/London",
]  # fmt: skip
NUMBERS = count()
DAYS = st.dates(date(2025, 9, 1), date(2026, 11, 25))
START = datetime(2025, 9, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=456)).map(lambda after: START + after)
TITLES = st.sampled_from(
    [None, "Nurse", "Night Nurse", "cook of the house", "Cook, C++/C#", "Pflege-Kraft 2", "🙂", "x" * 500]
)
AMOUNTS = st.none() | st.integers(1, 90).map(lambda n: n * 500.0)


@st.composite
def jobs(draw: st.DrawFn) -> Job:
    entries = draw(st.lists(st.tuples(st.sampled_from(list(Status)), INSTANTS), min_size=1, max_size=5))
    low, high = draw(st.tuples(AMOUNTS, AMOUNTS))
    return Job(
        draw(st.none() | DAYS),
        tuple(entries),
        draw(TITLES),
        draw(st.sampled_from([None, "linkedin", "LinkedIn", "indeed"])),
        draw(st.sampled_from([None, "Leeds", "leeds", "São Paulo"])),
        draw(st.sampled_from([None, "remote", "onsite"])),
        (min(low, high), max(low, high)) if low is not None and high is not None else (low, high),
        draw(st.sampled_from([None, "GBP", "EUR"])),
    )


def keep(database: Database, drawn: Sequence[Job]) -> int:
    """A new person with these applications; their id."""
    at = START
    with database.write() as db:
        user = ensure_user(db, "test", f"u{next(NUMBERS)}", at)
        for j in drawn:
            row: dict[str, Any] = {
                "user_id": user.id, "company": "Acme", "company_key": "acme", "title": j.title, "status": j.status,
                "applied_on": j.applied_on, "source": j.source, "location": j.location, "work_mode": j.work_mode,
                "salary_min": j.pay[0], "salary_max": j.pay[1], "salary_currency": j.currency, "created_at": at,
                "updated_at": at, "last_event_at": max(at for _, at in j.entries),
            }  # fmt: skip
            number = db.execute(insert(models.applications), row).inserted_primary_key[0]  # type: ignore[index]
            entries = [
                {"user_id": user.id, "application_id": number, "status": str(status), "at": at, "source": "user"}
                for status, at in j.entries
            ]
            db.execute(insert(models.history), entries)
    return user.id


# A failing history is short enough to be read as it is: making it smaller takes minutes on a real database.
EXAMPLES = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
DRAWN = st.lists(jobs(), max_size=14)
RANGE = st.tuples(st.none() | DAYS, st.none() | DAYS)


@EXAMPLES
@given(drawn=DRAWN, ends=RANGE, zone=st.sampled_from(ZONES), now=INSTANTS)
def test_rates_and_waits(
    database: Database, drawn: list[Job], ends: tuple[date | None, date | None], zone: str, now: datetime
) -> None:
    user, place = keep(database, drawn), ZoneInfo(zone)
    first, last = ends
    mine = by_hand.chosen(drawn, first, last)
    with database.read() as db:
        found, took = statistics.overview(db, user, now, place, first=first, last=last)
        assert statistics.figures(db, user, now, place, first=first, last=last) == found
        assert statistics.time_to_response(db, user, place, first=first, last=last) == took
        lists = {
            name: behind.members(db, user, name, now, place, Filter(applied_from=first, applied_to=last)).total
            for name in behind.KINDS
        }
    days = by_hand.waits(mine, place)
    assert found.submitted == lists["submitted"] == len(mine)
    assert found.answered == lists["answered"] == took.answered == len(days)
    assert found.converted == sum(j.came_to("screening") for j in mine)
    assert found.reached == {status: sum(j.came_to(str(status)) or status == "saved" for j in mine) for status in ORDER}
    assert found.offers == lists["reached_offer"] == sum(j.came_to("offer") for j in mine)
    assert found.ghosted == lists["ghosted"] == sum(by_hand.ghosted(j, now, place) for j in mine)
    waiting = sum(j.status == "applied" and not j.held & by_hand.ANSWERED for j in mine)
    assert found.waiting == lists["waiting"] == took.waiting == waiting
    assert found.by_status == {s: n for s in Status if (n := sum(j.status == s for j in mine))}
    assert [day for day, number in took.days for _ in range(number)] == days
    assert took.median == by_hand.middle(days)
    assert took.p90 == pytest.approx(by_hand.tenth_from_above(days))


@EXAMPLES
@given(drawn=DRAWN, ends=RANGE, zone=st.sampled_from(ZONES))
def test_groups_steps_and_pay(
    database: Database, drawn: list[Job], ends: tuple[date | None, date | None], zone: str
) -> None:
    user, place = keep(database, drawn), ZoneInfo(zone)
    first, last = ends
    mine = by_hand.chosen(drawn, first, last)
    facets: tuple[groups.Facet, ...] = ("source", "location", "work_mode", "role", "industry")
    with database.read() as db:
        for facet in facets:
            found = groups.by(db, user, facet, first=first, last=last)
            told = {g.name: (g.submitted, g.answered, g.converted, g.offers) for g in found}
            assert told == by_hand.groups(mine, facet), facet
        taken = stages.steps(db, user, place, first=first, last=last)
        paid = groups.pay(db, user, first=first, last=last)
    counted = {(s.before, s.after): [day for day, number in s.days for _ in range(number)] for s in taken}
    assert counted == by_hand.steps(mine, place)
    assert {p.currency: (p.number, p.lowest, p.median, p.highest) for p in paid} == by_hand.pay(mine)


@EXAMPLES
@given(drawn=DRAWN, zone=st.sampled_from(ZONES), now=INSTANTS)
def test_narrowed_to_a_group(database: Database, drawn: list[Job], zone: str, now: datetime) -> None:
    user, place = keep(database, drawn), ZoneInfo(zone)
    narrowed: tuple[tuple[Filter, Callable[[Job], bool]], ...] = (
        (Filter(industry="healthcare"), lambda j: by_hand.industry(j) == "healthcare"),
        (Filter(source="linkedin"), lambda j: (j.source or "").lower() == "linkedin"),
        (Filter(role_words=("nurse",)), lambda j: "nurse" in (j.title or "").lower()),
        (Filter(work_mode="remote"), lambda j: j.work_mode == "remote"),
        (Filter(location="leeds"), lambda j: "leeds" in (j.location or "").lower()),
    )
    for wanted, is_one in narrowed:
        mine = [j for j in by_hand.chosen(drawn, None, None) if is_one(j)]
        with database.read() as db:
            found = statistics.figures(db, user, now, place, only=wanted)
            listed = behind.members(db, user, "answered", now, place, wanted).total
        assert found.submitted == len(mine), wanted
        assert found.answered == listed == len(by_hand.waits(mine, place)), wanted
        assert found.ghosted == sum(by_hand.ghosted(j, now, place) for j in mine), wanted


@EXAMPLES
@given(drawn=DRAWN, ends=RANGE, starts=st.integers(0, 6), goal=st.integers(1, 3), today=DAYS)
def test_weeks_and_streaks(
    database: Database, drawn: list[Job], ends: tuple[date | None, date | None], starts: int, goal: int, today: date
) -> None:
    user = keep(database, drawn)
    mine = by_hand.chosen(drawn, *ends)
    with database.read() as db:
        found = pace.weeks(statistics.submitted_by_day(db, user, first=ends[0], last=ends[1]), starts)
    weeks = by_hand.by_week(mine, starts)
    assert found == weeks
    day = today
    while day.weekday() != starts:
        day -= timedelta(days=1)
    run = [weeks.get(day - timedelta(days=7 * back), 0) >= goal for back in range(70)]
    this_week, before = run[0], run[1:]
    assert pace.streak(found, today, goal, starts) == this_week + [*before, False].index(False)
