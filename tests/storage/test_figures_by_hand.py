"""Every figure over random histories against an independent slow calculation: both databases, ranges, zones, weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import behind, groups, stages, statistics
from storage.database import Database
from storage.filters import Filter
from storage.status import ORDER, Status
from tests.storage import by_hand
from tests.storage.by_hand import Job
from tests.storage.drawn import DAYS, DRAWN, EXAMPLES, INSTANTS, RANGE, ZONES, keep
from tools.figures import pace


@EXAMPLES
@given(drawn=DRAWN, ends=RANGE, zone=st.sampled_from(ZONES), now=INSTANTS)
def test_rates_and_waits(
    database: Database, drawn: list[Job], ends: tuple[date | None, date | None], zone: str, now: datetime
) -> None:
    user, place = keep(database, drawn).id, ZoneInfo(zone)
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
    user, place = keep(database, drawn).id, ZoneInfo(zone)
    first, last = ends
    mine = by_hand.chosen(drawn, first, last)
    facets: tuple[groups.Facet, ...] = (
        "source", "company", "location", "work_mode", "role", "industry", "employment_type",
    )  # fmt: skip
    with database.read() as db:
        for facet in facets:
            found = groups.by(db, user, facet, first=first, last=last)
            told = {by_hand.called(g.name, facet): (g.submitted, g.answered, g.converted, g.offers) for g in found}
            assert told == by_hand.groups(mine, facet), facet
            assert len(told) == len(found) and [g.submitted for g in found] == sorted(
                (g.submitted for g in found), reverse=True
            )
        taken = stages.steps(db, user, place, first=first, last=last)
        paid = groups.pay(db, user, first=first, last=last)
    counted = {(s.before, s.after): [day for day, number in s.days for _ in range(number)] for s in taken}
    assert counted == by_hand.steps(mine, place)
    for step in taken:
        days = counted[step.before, step.after]
        assert step.median == by_hand.middle(days)
        assert step.p90 == pytest.approx(by_hand.tenth_from_above(days))
    assert {(p.currency, p.period): (p.number, p.lowest, p.median, p.highest) for p in paid} == by_hand.pay(mine)


@EXAMPLES
@given(drawn=DRAWN, zone=st.sampled_from(ZONES), now=INSTANTS)
def test_narrowed_to_a_group(database: Database, drawn: list[Job], zone: str, now: datetime) -> None:
    user, place = keep(database, drawn).id, ZoneInfo(zone)
    narrowed: tuple[tuple[Filter, Callable[[Job], bool]], ...] = (
        (Filter(industry="healthcare"), lambda j: by_hand.industry(j) == "healthcare"),
        (Filter(source="linkedin"), lambda j: (j.source or "").lower() == "linkedin"),
        (Filter(role_words=("nurse",)), lambda j: "nurse" in (j.title or "").lower()),
        (Filter(work_mode="remote"), lambda j: j.work_mode == "remote"),
        (Filter(location="leeds"), lambda j: "leeds" in (j.location or "").lower()),
        (Filter(company="Acme"), lambda j: by_hand.KEYS[j.company] == "acme"),
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
    user = keep(database, drawn).id
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
    assert pace.longest(found, goal) == by_hand.longest_run(weeks, goal)


@EXAMPLES
@given(drawn=DRAWN, ends=RANGE)
def test_standing(database: Database, drawn: list[Job], ends: tuple[date | None, date | None]) -> None:
    user, mine = keep(database, drawn).id, by_hand.chosen(drawn, *ends)
    with database.read() as db:
        everything = statistics.by_status(db, user)
        submitted = statistics.by_status(db, user, first=ends[0], last=ends[1], submitted=True)
    assert everything == {s: n for s in Status if (n := sum(j.status == s for j in drawn))}
    assert submitted == {s: n for s in Status if (n := sum(j.status == s for j in mine))}
