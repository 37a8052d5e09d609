"""Every figure over random histories against an independent slow calculation: both databases, ranges, zones, weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import applications, behind, groups, outcomes, stages, statistics, timelines, weeks
from storage.database import Database
from storage.filters import Filter
from storage.journal import Journal
from storage.localtime import local_day
from storage.status import ORDER, Status
from storage.users import User
from tests.storage import by_hand, by_hand_days
from tests.storage.by_hand import Job
from tests.storage.drawn import ASKED, EXAMPLES, Asked, keep
from tools.figures import pace

NARROWED: dict[str, tuple[Filter, Callable[[Job], bool]]] = {
    "industry": (Filter(industry="healthcare"), lambda j: by_hand.industry(j) == "healthcare"),
    "source": (Filter(source="linkedin"), lambda j: (j.source or "").lower() == "linkedin"),
    "role": (Filter(role_words=("nurse",)), lambda j: "nurse" in (j.title or "").lower()),
    "two words": (Filter(role_words=("night", "nurse")), lambda j: {"night", "nurse"} <= set(by_hand.words(j))),
    "mode": (Filter(work_mode="remote"), lambda j: j.work_mode == "remote"),
    "kind": (Filter(employment_type="part_time"), lambda j: j.employment_type == "part_time"),
    "place": (Filter(location="são"), lambda j: "são" in (j.location or "").lower()),
    "tag": (Filter(tag="Bank"), lambda j: j.tag == "bank"),
    "company": (Filter(company="ACME"), lambda j: by_hand.KEYS[j.company] == "acme"),
}


@EXAMPLES
@given(asked=ASKED)
def test_rates_and_waits(database: Database, asked: Asked) -> None:
    kept, mine, zone, now = keep(database, asked.jobs), asked.mine, asked.zone, asked.now
    first, last = asked.first, asked.last
    with database.read() as db:
        found, took = statistics.overview(db, kept.id, now, zone, first=first, last=last)
        assert statistics.figures(db, kept.id, now, zone, first=first, last=last) == found
        assert statistics.time_to_response(db, kept.id, zone, first=first, last=last) == took
    days = by_hand.waits(mine, zone)
    assert found.submitted == len(mine)
    assert found.answered == took.answered == len(days)
    assert found.converted == sum(j.came_to("screening") for j in mine)
    assert found.reached == {status: sum(j.came_to(str(status)) or status == "saved" for j in mine) for status in ORDER}
    assert found.offers == sum(j.came_to("offer") for j in mine)
    assert found.ghosted == sum(by_hand.ghosted(j, now, zone) for j in mine)
    assert found.waiting == took.waiting == sum(by_hand.waiting(j) for j in mine)
    assert found.by_status == {s: n for s in Status if (n := sum(j.status == s for j in mine))}
    assert [day for day, number in took.days for _ in range(number)] == days
    assert took.median == by_hand.middle(days)
    assert took.p90 == pytest.approx(by_hand.tenth_from_above(days))


@EXAMPLES
@given(asked=ASKED, offset=st.integers(0, 3))
def test_which_ones(database: Database, asked: Asked, offset: int) -> None:
    kept, zone, now = keep(database, asked.jobs), asked.zone, asked.now
    counted: dict[str, Callable[[Job], bool]] = {
        "submitted": lambda j: True,
        "answered": lambda j: bool(j.held & by_hand.ANSWERED),
        "waiting": by_hand.waiting,
        "ghosted": lambda j: by_hand.ghosted(j, now, zone),
        "rejected": lambda j: j.status == "rejected",
    }
    later = by_hand.ROW[2:]
    counted |= {f"reached_{status}": (lambda j, status=status: j.came_to(status)) for status in later}  # type: ignore[misc]
    assert counted.keys() == behind.KINDS.keys()
    wanted = Filter(applied_from=asked.first, applied_to=asked.last, limit=4, offset=offset)
    numbered = [(j, number) for j, number in zip(asked.jobs, kept.ids, strict=True) if j in asked.mine]
    latest_first = sorted(numbered, key=lambda item: (item[0].applied_on, item[1]), reverse=True)
    with database.read() as db:
        for name, is_one in counted.items():
            ids = [number for j, number in latest_first if is_one(j)]
            found = behind.members(db, kept.id, name, now, zone, wanted)
            assert (list(found.ids), found.total) == (ids[offset : offset + 4], len(ids)), name


@EXAMPLES
@given(asked=ASKED)
def test_groups_and_pay(database: Database, asked: Asked) -> None:
    kept, mine = keep(database, asked.jobs), asked.mine
    facets: tuple[groups.Facet, ...] = (
        "source", "company", "location", "work_mode", "role", "industry", "employment_type",
    )  # fmt: skip
    with database.read() as db:
        for facet in facets:
            found = groups.by(db, kept.id, facet, first=asked.first, last=asked.last)
            told = {by_hand.called(g.name, facet): (g.submitted, g.answered, g.converted, g.offers) for g in found}
            assert told == by_hand.groups(mine, facet), facet
            assert len(told) == len(found) and [g.submitted for g in found] == sorted(
                (g.submitted for g in found), reverse=True
            )
        paid = groups.pay(db, kept.id, first=asked.first, last=asked.last)
    assert {(p.currency, p.period): (p.number, p.lowest, p.median, p.mean, p.highest) for p in paid} == by_hand.pay(
        mine
    )
    assert [p.number for p in paid] == sorted((p.number for p in paid), reverse=True)


@EXAMPLES
@given(asked=ASKED)
def test_steps(database: Database, asked: Asked) -> None:
    kept = keep(database, asked.jobs)
    with database.read() as db:
        taken = stages.steps(db, kept.id, asked.zone, first=asked.first, last=asked.last)
        reached = stages.since_applied(db, kept.id, asked.zone, first=asked.first, last=asked.last)
    counted = {(s.before, s.after): s.daily() for s in taken}
    assert counted == by_hand.steps(asked.mine, asked.zone)
    assert {str(s.after): s.daily() for s in reached} == by_hand.since_applied(asked.mine, asked.zone)
    for step in taken:
        days = counted[step.before, step.after]
        assert step.number == len(days) and step.median == by_hand.middle(days)
        assert step.p90 == pytest.approx(by_hand.tenth_from_above(days))
        ahead = step.after == "rejected" or (
            step.before in by_hand.ROW and step.after in by_hand.ROW[by_hand.ROW.index(step.before) + 1 :]
        )
        assert stages.is_forward(step) == ahead


@EXAMPLES
@given(asked=ASKED, names=st.sets(st.sampled_from(list(NARROWED)), min_size=1, max_size=1))
def test_narrowed_to_a_group(database: Database, asked: Asked, names: set[str]) -> None:
    kept, zone, now = keep(database, asked.jobs), asked.zone, asked.now
    days = {"first": asked.first, "last": asked.last}
    with database.read() as db:
        sent = {
            name: statistics.submitted_by_day(db, kept.id, only=only, **days) for name, (only, _) in NARROWED.items()
        }
    assert {name: sum(number for _, number in found) for name, found in sent.items()} == {
        name: sum(map(is_one, asked.mine)) for name, (_, is_one) in NARROWED.items()
    }
    for name in sorted(names):
        only, is_one = NARROWED[name]
        mine = [j for j in asked.mine if is_one(j)]
        with database.read() as db:
            found, took = statistics.overview(db, kept.id, now, zone, only=only, **days)
            by_day = statistics.submitted_by_day(db, kept.id, only=only, **days)
            standing = statistics.by_status(db, kept.id, submitted=True, only=only, **days)
            sources = groups.by(db, kept.id, "source", only=only, **days)
            paid = groups.pay(db, kept.id, only=only, **days)
            taken = stages.steps(db, kept.id, zone, only=only, **days)
        assert found.submitted == len(mine) == sum(number for _, number in by_day), name
        assert found.answered == took.answered == len(by_hand.waits(mine, zone)), name
        assert found.ghosted == sum(by_hand.ghosted(j, now, zone) for j in mine), name
        assert standing == found.by_status, name
        assert {g.name: g.submitted for g in sources} == {n: c[0] for n, c in by_hand.groups(mine, "source").items()}
        assert sum(p.number for p in paid) == sum(n for n, *_ in by_hand.pay(mine).values()), name
        assert {(s.before, s.after): s.number for s in taken} == {
            k: len(d) for k, d in by_hand.steps(mine, zone).items()
        }


@EXAMPLES
@given(asked=ASKED, starts=st.integers(0, 6), goal=st.integers(1, 3))
def test_weeks_and_streaks(database: Database, asked: Asked, starts: int, goal: int) -> None:
    user = keep(database, asked.jobs)
    today = local_day(asked.now, asked.zone)
    with database.read() as db:
        found = pace.weeks(statistics.submitted_by_day(db, user.id, first=asked.first, last=asked.last), starts)
    counted = by_hand_days.by_week(asked.mine, starts)
    assert found == counted
    assert pace.streak(found, today, goal, starts) == by_hand_days.streak(counted, today, goal, starts)
    assert pace.longest(found, goal) == by_hand_days.longest_run(counted, goal)


@EXAMPLES
@given(
    asked=ASKED,
    reached=st.sampled_from([*ORDER[1:5], Status.APPLIED]),
    waited=st.sampled_from([0, 1, 7, 29, 30, 31, 60]),
    place=st.integers(0, 13),
    ripe=st.booleans(),
)
def test_what_became_of_such(
    database: Database, asked: Asked, reached: Status, waited: int, place: int, ripe: bool
) -> None:
    kept, now, zone = keep(database, asked.jobs), asked.now, asked.zone
    if ripe and asked.mine and asked.mine[0].applied_on:
        now = by_hand_days.midnight(asked.mine[0].applied_on + timedelta(days=60), zone)
    left_out = kept.ids[place] if place < len(kept.ids) else 0
    others = [j for j, number in zip(asked.jobs, kept.ids, strict=True) if number != left_out]
    with database.read() as db:
        found = outcomes.outcomes(db, kept.id, now, zone, reached, waited, left_out)
    expected = by_hand.outcomes(others, now, zone, str(reached), waited)
    assert (found.number, found.interviews, found.offers) == expected


@EXAMPLES
@given(asked=ASKED, removed=st.booleans(), place=st.integers(0, 20))
def test_standing(database: Database, asked: Asked, removed: bool, place: int) -> None:
    kept, jobs, zone, now = keep(database, asked.jobs), asked.jobs, asked.zone, asked.now
    if jobs and removed:
        with database.write() as db:
            applications.remove(Journal(db, kept.id), kept.ids[0])
        jobs = jobs[1:]
    mine = by_hand.chosen(jobs, asked.first, asked.last)
    first, until = by_hand_days.stretch(jobs, local_day(now, zone), zone, place)
    begin, end = (by_hand_days.midnight(day, zone) for day in (first, until))
    entered = {j.entries[0][1] for j in jobs}
    instants = sorted({begin - timedelta(days=30), begin, now, now + timedelta(microseconds=1), end, *entered})
    there = User(kept.id, kept.user.settings.model_copy(update={"timezone": zone.key}), kept.user.created_at)
    with database.read() as db:
        everything = statistics.by_status(db, kept.id)
        submitted = statistics.by_status(db, kept.id, first=asked.first, last=asked.last, submitted=True)
        past = timelines.standing_at(db, kept.id, instants)
        news = timelines.first_news(db, kept.id)
        stretch = weeks.between(db, there, begin, end)
    assert everything == {s: n for s in Status if (n := sum(j.status == s for j in jobs))}
    assert submitted == {s: n for s in Status if (n := sum(j.status == s for j in mine))}
    assert past == [by_hand_days.standing(jobs, instant) for instant in instants]
    assert news == min((at for j in jobs for _, at in j.entries), default=None)
    last: date = until - timedelta(days=1)
    assert stretch.applied == len(by_hand.chosen(jobs, first, last))
    assert stretch.answers == by_hand_days.news(jobs, first, last, zone)
    assert stretch.interviews == by_hand_days.talks(jobs, first, last, zone)
