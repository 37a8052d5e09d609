"""Applications by week, the weekly goal and streaks: from how many were submitted on each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from storage import statistics
from tools.context import Context
from tools.figures.scope import Scope
from tools.receipts import counted
from tools.result import Result, Said, Table
from tools.words import day_words, week_of

SHOWN = 8
MONTHS = 6
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def weeks(days: Sequence[tuple[date, int]], starts: int = 0) -> dict[date, int]:
    """How many were submitted in each week in which any was, by its first day; `starts`: Monday is 0."""
    found: Counter[date] = Counter()
    for day, number in days:
        found[first_of_week(day, starts)] += number
    return dict(sorted(found.items()))


def first_of_week(day: date, starts: int = 0) -> date:
    """The first day of the week that holds a day."""
    return day - timedelta(days=(day.weekday() - starts) % 7)


def streak(by_week: Mapping[date, int], today: date, goal: int = 1, starts: int = 0) -> int:
    """How many weeks in a row met the goal, up to this one, which does not break it while it runs."""
    week = first_of_week(today, starts)
    number = 1 if by_week.get(week, 0) >= goal else 0
    while by_week.get(week := week - WEEK, 0) >= goal:
        number += 1
    return number


def longest(by_week: Mapping[date, int], goal: int = 1, step: timedelta = WEEK) -> int:
    """The most weeks (or steps of another length) in a row that ever met the goal."""
    best = run = 0
    before: date | None = None
    for week in sorted(week for week, number in by_week.items() if number >= goal):
        run = run + 1 if before is not None and week - before == step else 1
        best, before = max(best, run), week
    return best


def weekly(ctx: Context, scope: Scope, when: str) -> Result:
    """The weeks of a period as a table, the goal, and the streak."""
    user = ctx.user
    days = statistics.submitted_by_day(ctx.db, user.id, first=scope.first, last=scope.last, only=scope.only)
    found = weeks(days)
    goal = user.settings.weekly_goal
    last = first_of_week(min(scope.last or ctx.today, ctx.today))
    first = max(first_of_week(scope.first) if scope.first else min(found, default=last), last - WEEK * (SHOWN - 1))
    shown = [first + WEEK * number for number in range((last - first).days // 7 + 1)]
    rows = tuple(
        (day_words(week, ctx.today), str(found.get(week, 0)), _mark(found.get(week, 0), goal)) for week in shown
    )
    mean = sum(found.get(week, 0) for week in shown) / len(shown) if shown else 0
    of = f" of {scope.group}" if scope.group else ""
    text = f"Applications by week{of} ({when}): {mean:.1f} a week over the {counted(len(shown), 'week')} shown."
    lines = [text, *([] if scope.group else [*progress(ctx), *_in_a_row(days, ctx.today)]), *_most(days, ctx.today)]
    return Said(text="\n".join(lines), table=Table(columns=("Week from", "Submitted", "Goal"), rows=rows))


def in_a_row(days: Sequence[tuple[date, int]], today: date) -> tuple[int, int]:
    """How many days in a row up to today, which does not break them, had an application; and the most ever."""
    sent = {day for day, number in days if number}
    run = 1 if today in sent else 0
    while today - (run + (today not in sent)) * DAY in sent:
        run += 1
    best = longest({day: 1 for day in sent}, step=DAY)
    return run, best


def _in_a_row(days: Sequence[tuple[date, int]], today: date) -> list[str]:
    run, best = in_a_row(days, today)
    return [f"Days in a row: {run or 'none right now'}; the most was {counted(best, 'day')}."] if best else []


def _most(days: Sequence[tuple[date, int]], today: date) -> list[str]:
    """The week, the month and the day with most, the last months, and the day of the week."""
    if not days:
        return []
    months, weekdays = Counter[date](), Counter[str]()
    for day, number in days:
        months[day.replace(day=1)] += number
        weekdays[f"{day:%A}"] += number
    week, of_week = _top(weeks(days))
    month, of_month = _top(months)
    day, of_day = _top(dict(days))
    shown = ", ".join(f"{one:%b} {number}" for one, number in sorted(months.items())[-MONTHS:])
    return [
        f"Most: {of_week} in the week of {day_words(week, today)}, {of_month} in {month:%B %Y}, {of_day} on "
        f"{day_words(day, today)}; most often on a {max(weekdays, key=weekdays.__getitem__)}.",
        f"By month: {shown}",
    ]


def _top(numbers: Mapping[date, int]) -> tuple[date, int]:
    """The latest of those with most."""
    best = max(numbers, key=lambda day: (numbers[day], day))
    return best, numbers[best]


def _mark(number: int, goal: int | None) -> str:
    if goal is None:
        return "–"
    return f"✓ {goal}" if number >= goal else f"{goal - number} short"


def progress(ctx: Context) -> list[str]:
    """How far this week's goal is, and the streak; how to set a goal where there is none."""
    found = weeks(statistics.submitted_by_day(ctx.db, ctx.user.id))
    goal = ctx.user.settings.weekly_goal
    number = found.get(week_of(ctx.today)[0], 0)
    if goal is None:
        return [
            f"This week: {number}. No weekly goal is set; for one, say “I want 10 a week”.",
            *_streak(found, ctx.today, 1),
        ]
    left = goal - number
    reached = f"{left} to go" if left > 0 else "reached"
    return [f"This week: {number} of your goal of {goal}, {reached}.", *_streak(found, ctx.today, goal)]


def _streak(found: Mapping[date, int], today: date, goal: int) -> list[str]:
    run, best = streak(found, today, goal), longest(found, goal)
    what = f"with {goal} or more" if goal > 1 else "with an application"
    if not best:
        return []
    if not run:
        return [f"Streak: none right now; the longest was {counted(best, 'week')} in a row {what}."]
    in_a_row = f"{counted(run, 'week')} in a row" if run > 1 else "1 week so far,"
    return [f"Streak: {in_a_row} {what}" + (f"; the longest was {best}." if best > 1 else ".")]
