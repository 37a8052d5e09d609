"""What is said of the figures, as lines, weeks, estimates and findings, against words made from a slow calculation."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from statistics import NormalDist, fmean
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from storage.database import Database
from storage.status import Status
from tests.storage import by_hand, by_hand_days
from tests.storage.by_hand import Job
from tests.storage.drawn import ASKED, DAY, EXAMPLES, Asked, keep
from tests.tools.said_by_hand import Z80, asking, days, differences, interval, of, of_days, share
from tools.context import Context
from tools.figures import chances, grouped, insight, pace, scope
from tools.figures.lines import LINES, Counted
from tools.find import day_bounds
from tools.result import Said
from tools.when import DateRange
from tools.words import day_words

Z_OF_LOOKS = {looks: NormalDist().inv_cdf(1 - 0.025 / max(looks, 1)) for looks in range(60)}


def about(asked: Asked) -> scope.Scope:
    """The days that are asked about."""
    return scope.Scope(DateRange(asked.first, asked.last))


def counted(ctx: Context, asked: Asked) -> Counted:
    return Counted(ctx, about(asked), *scope.overview(ctx, about(asked)))


def lines(asked: Asked, mine: list[Job]) -> dict[str, str]:
    """The line of each figure."""
    number, took = len(mine), by_hand.waits(mine, asked.zone)
    waiting = sum(by_hand.waiting(j) for j in mine)
    came = {status: sum(j.came_to(status) for j in mine) for status in by_hand.ROW}
    standing = {str(s): n for s in Status if (n := sum(j.status == s for j in mine))}
    late, half = by_hand.tenth_from_above(took), by_hand.middle(took)
    heard = "nobody has answered yet"
    if half is not None and late is not None:
        small = ", a small sample" if len(took) < 10 else ""
        heard = f"median {days(half)}, 90th percentile {days(late)}, over {of(len(took), 'answer')}{small}"
    spread = ""
    if len(took) > 1:
        spread = f"\nShortest {days(min(took))}, longest {days(max(took))}, average {days(fmean(took))}"
    held = by_hand_days.talks(asked.jobs, asked.first, asked.last, asked.zone)
    then = f"Of the {of(number)} submitted then {came['interview']} reached an interview"
    funnel = [f"• {status}: {share(came[status], number)}" for status in by_hand.ROW[2:]]
    stand = ", ".join(f"{n} {status}" for status, n in standing.items()) or "–"
    return {
        "submitted": f"{of(number)} submitted",
        "response_rate": f"Response rate: {share(len(took), number)}",
        "conversion_rate": f"Conversion to screening or later: {share(came['screening'], number)}",
        "screenings": f"Reached screening: {came['screening']}, {share(came['screening'], number)}",
        "offers": f"Offers: {came['offer']}, {share(came['offer'], number)}",
        "offer_rate": f"Offer rate: {share(came['offer'], number)}",
        "rejection_rate": f"Rejected: {share(standing.get('rejected', 0), number)}",
        "ghosted_rate": "Ghosted (or 30 days without news): "
        + share(sum(by_hand.ghosted(j, asked.now, asked.zone) for j in mine), number),
        "waiting": f"Still waiting for an answer: {waiting}, {share(waiting, number)}"
        + (f"; nine in ten answers came within {days(late)}" if late is not None else ""),
        "time_to_response": f"Time to response: {heard}; {waiting} still wait{'s' if waiting == 1 else ''}{spread}",
        "interviews": f"{of(held, 'interview')}\n{then}: {share(came['interview'], number)}",
        "by_status": "\n".join([f"Where they stand now: {stand}", f"Of {of(number)} submitted, ever reached", *funnel]),
    }


@EXAMPLES
@given(asked=ASKED)
def test_lines(database: Database, asked: Asked) -> None:
    kept, mine = keep(database, asked.jobs), asked.mine
    with database.read() as db:
        c = counted(asking(db, kept.user, asked.zone, asked.now), asked)
        told = {name: line(c) for name, line in LINES.items()}
    steps, paid = told.pop("stages"), told.pop("pay")
    assert told == lines(asked, mine)
    row = by_hand.ROW
    ahead = {
        (one, two): took
        for (one, two), took in by_hand.steps(mine, asked.zone).items()
        if two == "rejected" or (one in row and two in row and row.index(one) < row.index(two))
    }
    direct, _, between = steps.partition("\nFrom the day of application, with all between\n")
    assert sorted(direct.splitlines()[1:]) == sorted(taken(one, two, took) for (one, two), took in ahead.items()) or (
        not ahead and direct.endswith("–: no step has been taken yet")
    )
    assert sorted(between.splitlines()) == sorted(
        taken("applied", status, took)
        for status, took in by_hand.since_applied(mine, asked.zone).items()
        if len(ahead.get(("applied", status), [])) != len(took)
    )
    known = by_hand.pay(mine)
    left = len(mine) - sum(number for number, *_ in known.values())
    assert ("without pay noted" in paid) == bool(known and left)
    assert len([line for line in paid.splitlines() if line.startswith("• ")]) == min(len(known), 8)


def taken(one: str, two: str, took: list[int]) -> str:
    """How long a step took, from one status to another."""
    half, late = by_hand.middle(took) or 0, by_hand.tenth_from_above(took) or 0
    return f"• {one} to {two}: median {days(half)}, 90th percentile {days(late)}, {of(len(took), 'time')}"


def rows(asked: Asked, goal: int | None) -> list[tuple[str, str, str]]:
    """The table of weeks: the last eight at most, up to this one."""
    today = asked.now.astimezone(asked.zone).date()
    found = by_hand_days.by_week(asked.mine, 0)
    until = min(asked.last or today, today)
    monday = until - until.weekday() * DAY
    begin = asked.first - asked.first.weekday() * DAY if asked.first else min(found, default=monday)
    told = []
    for back in range(7, -1, -1):
        week = monday - back * timedelta(days=7)
        number = found.get(week, 0)
        mark = "–" if goal is None else f"✓ {goal}" if number >= goal else f"{goal - number} short"
        told += [(day_words(week, today), str(number), mark)] if week >= begin else []
    return told


def reached(asked: Asked, place: int | None) -> int:
    """A goal that a week of the table just meets, the place telling which; 0 where there is none."""
    numbers = [int(number) for _, number, _ in rows(asked, None) if number != "0"]
    return numbers[place % len(numbers)] if numbers and place is not None else 0


@EXAMPLES
@given(asked=ASKED, goal=st.none() | st.integers(1, 3), just=st.none() | st.integers(0, 7))
def test_weeks_and_the_goal(database: Database, asked: Asked, goal: int | None, just: int | None) -> None:
    kept, today = keep(database, asked.jobs), asked.now.astimezone(asked.zone).date()
    goal = reached(asked, just) or goal
    with database.read() as db:
        ctx = asking(db, kept.user, asked.zone, asked.now, weekly_goal=goal)
        found = pace.weekly(ctx, about(asked), "then")
    assert isinstance(found, Said) and found.table is not None
    assert list(found.table.rows) == rows(asked, goal)
    numbers = [int(number) for _, number, _ in found.table.rows]
    mean = sum(numbers) / len(numbers) if numbers else 0
    head, week, *more = found.text.splitlines()
    streak = [line for line in more if line.startswith("Streak")]
    assert [line for line in more if line not in streak] == of_days(
        [j.applied_on for j in asked.mine if j.applied_on], today
    )
    assert head.endswith(f"(then): {mean:.1f} a week over the {of(len(numbers), 'week')} shown.")
    weeks = by_hand_days.by_week(by_hand.chosen(asked.jobs, None, None), 0)
    now = weeks.get(today - today.weekday() * DAY, 0)
    assert (
        week.startswith(f"This week: {now}.")
        if goal is None
        else week == (f"This week: {now} of your goal of {goal}, {f'{goal - now} to go' if now < goal else 'reached'}.")
    )
    run, best = by_hand_days.streak(weeks, today, goal or 1, 0), by_hand_days.longest_run(weeks, goal or 1)
    begin = {0: "none right now", 1: "1 week so far,"}.get(run, f"{run} weeks in a row")
    assert [line.startswith(f"Streak: {begin}") for line in streak] == ([True] if best else [])
    assert not best or str(best) in streak[0]


def estimated(kept: tuple[int, int, int], rate: float, which: int) -> str:
    """A share of so many cases and ten average ones, as a range of whole per cent."""
    low, high = interval(kept[which] + 10 * rate, kept[0] + 10, Z80)
    least, most = math.floor(100 * low), math.ceil(100 * high)
    return f"{least} to {most} %" if least else f"up to {most} %"


def wait(took: list[int]) -> str:
    """From and to how many days the own waits and ten of the average take, the outer tenths aside."""
    average = [-23.7 * math.log(1 - (part + 0.5) / 10) for part in range(10)]
    values = sorted([float(day) for day in took if day > 0] + [max(float(round(one)), 1.0) for one in average])

    def at(tenth: float) -> float:
        place = (len(values) - 1) * tenth
        below = int(place)
        above = values[min(below + 1, len(values) - 1)]
        return round(values[below] + (above - values[below]) * (place - below), 6)

    return f"in {math.floor(at(0.1))} to {math.ceil(at(0.9))} days"


@EXAMPLES
@given(asked=ASKED)
def test_an_estimate(database: Database, asked: Asked) -> None:
    kept = keep(database, asked.jobs)
    with database.read() as db:
        found = chances.chances(asking(db, kept.user, asked.zone, asked.now), None)
    own = by_hand.outcomes(asked.jobs, asked.now, asked.zone, "applied", 0)
    took = by_hand.waits(by_hand.chosen(asked.jobs, None, None), asked.zone)
    assert isinstance(found, Said)
    assert found.text.splitlines()[1:4] == [
        f"• an interview: {estimated(own, 0.03, 1)}",
        f"• an offer: {estimated(own, 0.03 * 0.27, 2)}",
        f"• an answer, if one comes: {wait(took)}",
    ]
    assert (f"(an interview: {share(own[1], own[0])})" in found.text) == bool(own[0])


@EXAMPLES
@given(asked=ASKED, times=st.sampled_from([1, 5, 9, 10, 11, 20]))
def test_what_stands_out(database: Database, asked: Asked, times: int) -> None:
    many = Asked([j for j in asked.jobs for _ in range(times)], asked.first, asked.last, asked.zone, asked.now)
    kept, mine = keep(database, many.jobs), many.mine
    with database.read() as db:
        ctx = asking(db, kept.user, asked.zone, asked.now)
        found = insight.findings(counted(ctx, many))
        best = grouped.by_group(ctx, "source", about(many), "then")
    told = [line for line in found if line.startswith("Applications ")]
    if len(mine) < 10:
        assert told == [] and "too few" in found[0]
        return
    expected = differences(mine, Z_OF_LOOKS)
    assert len(told) == min(len(expected), 4)
    gaps = [next(gap for gap, lines in expected if line in lines) for line in told]
    assert gaps == [gap for gap, _ in expected[:4]]
    took = by_hand.waits(mine, asked.zone)
    late = by_hand.tenth_from_above(took)
    waiting, marked = sum(by_hand.waiting(j) for j in mine), sum(j.status == "ghosted" for j in mine)
    silent = sum(by_hand.ghosted(j, asked.now, asked.zone) for j in mine) - marked
    more = f" {silent} of them have been silent for 30 days or more." if silent else ""
    within = [f"Nine in ten answers came within {days(late or 0)}; {waiting} still wait.{more}"]
    nothing = [f"Nothing does yet: over {len(mine)} applications all differences may be chance."]
    assert found[len(told) :] == (within if len(took) >= 10 else [] if told else nothing)
    groups = {name: counts for name, counts in by_hand.groups(mine, "source").items() if name and counts[0] >= 10}
    assert isinstance(best, Said) and ("Too few to say" in best.text) == (len(groups) < 2)


def test_the_day_that_clocks_make_longer(sqlite_database: Database) -> None:
    # In Cairo the last hour of this day comes twice.
    day, zone = date(2026, 10, 29), ZoneInfo("Africa/Cairo")
    kept = keep(sqlite_database, [])
    with sqlite_database.read() as db:
        ctx = asking(db, kept.user, zone, datetime(2026, 11, 1, tzinfo=UTC))
        first, last = day_bounds(ctx, DateRange(day, day))
    assert first is not None and last is not None
    assert last.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=25, microseconds=-1)
