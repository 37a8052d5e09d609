"""Figures in words: how many, which rates, how long until an answer; counted by the database, defined in DOMAIN.md."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

from storage import interviews, statistics
from storage.filters import Filter, count
from storage.statistics import Figures
from storage.status import Status
from tools.context import Context
from tools.fields import PastRange
from tools.find import day_bounds
from tools.listing import range_words
from tools.receipts import counted
from tools.result import Result, Said
from tools.tool import tool
from tools.when import DateRange
from tools.words import clipped, week_of

Figure = Literal[
    "all", "submitted", "response_rate", "conversion_rate", "offer_rate", "ghosted_rate", "rejection_rate",
    "time_to_response", "screenings", "interviews", "offers", "by_status", "by_source",
]  # fmt: skip
SMALL_SAMPLE = 10
# Lines of the overview, in their order.
OVERVIEW = (
    "by_status", "response_rate", "conversion_rate", "interviews", "offer_rate", "ghosted_rate", "time_to_response",
)  # fmt: skip


@tool("stats", reads=True, examples=("/stats", "/stats response_rate, last month"))
def stats(ctx: Context, figure: Figure = "all", period: PastRange | None = None) -> Result:
    """Count and rate the user's applications, over a period by the day of application."""
    first, last = (period.first, period.last) if period else (None, None)
    f = statistics.figures(ctx.db, ctx.user.id, ctx.now, ctx.user.zone, first=first, last=last)
    when = _period_words(ctx, period)
    known = figure == "interviews" if period else figure == "by_status"
    if f.submitted == 0 and not known:
        return Said(text=_none(ctx, figure, when))
    if figure == "all":
        saved = count(ctx.db, ctx.user.id, Filter(statuses=(Status.SAVED,)))
        extra = [f"Saved and not yet applied to: {saved}"] if period is None else []
        lines = [_LINES[name](ctx, f, period) for name in OVERVIEW]
        return Said(text="\n".join([f"{counted(f.submitted)} submitted {when}.", *lines, *extra]))
    line = _LINES[figure](ctx, f, period)
    if figure == "submitted":
        return Said(text=f"{line} {when}.{_goal(ctx, f, period)}")
    head, _, rest = line.partition("\n")
    return Said(text=f"{head} ({when})" + (f"\n{rest}" if rest else ""))


def _none(ctx: Context, figure: Figure, when: str) -> str:
    """What is said where nothing was submitted: a rate over nothing is "–"."""
    if figure == "submitted":
        return f"0 applications submitted {when}.{' Tell me what you applied to.' if when == 'in all' else ''}"
    return f"You have submitted no application {when}, so there is no figure: –."


def _goal(ctx: Context, f: Figures, period: DateRange | None) -> str:
    """How far this week's goal is, where one is set and this week is asked about."""
    goal = ctx.user.settings.weekly_goal
    if not goal or period is None or (period.first, period.last) != week_of(ctx.today):
        return ""
    left = goal - f.submitted
    return f" Your goal is {goal} a week: " + (f"{left} to go." if left > 0 else "reached.")


def rate(part: int, whole: int) -> str:
    """A rate with its counts, in whole per cent, half up: "12 % (5 of 42)"; "–" over nothing."""
    if whole == 0:
        return "–"
    percent = math.floor(100 * part / whole + 0.5)
    small = ", a small sample" if whole < SMALL_SAMPLE else ""
    return f"{percent} % ({part} of {whole}{small})"


Line = Callable[[Context, Figures, DateRange | None], str]


def _rated(label: str, part: Callable[[Figures], int]) -> Line:
    return lambda ctx, f, period: f"{label}: {rate(part(f), f.submitted)}"


def _reached(label: str, status: Status) -> Line:
    return lambda ctx, f, period: f"{label}: {f.reached[status]}, {rate(f.reached[status], f.submitted)}"


def _interviews(ctx: Context, f: Figures, period: DateRange | None) -> str:
    """How many reached an interview, and how many interviews were or are held in the period itself."""
    if period is None:
        return _reached("Reached an interview", Status.INTERVIEW)(ctx, f, period)
    first, last = day_bounds(ctx, period)
    dated = interviews.find_interviews(ctx.db, ctx.user.id, first=first, last=last)
    count = f.reached[Status.INTERVIEW]
    then = f"Of the {counted(f.submitted)} submitted then {count} reached an interview: {rate(count, f.submitted)}"
    return f"{counted(len(dated), 'interview')}\n{then}"


def _by_status(ctx: Context, f: Figures, period: DateRange | None) -> str:
    """Where they stand now; without a period the saved ones too."""
    found = statistics.by_status(ctx.db, ctx.user.id) if period is None else f.by_status
    return "Where they stand now: " + (", ".join(f"{number} {status}" for status, number in found.items()) or "–")


def _by_source(ctx: Context, f: Figures, period: DateRange | None) -> str:
    first, last = (period.first, period.last) if period else (None, None)
    rows = statistics.by_source(ctx.db, ctx.user.id, first=first, last=last)
    lines = [f"• {source or 'no source noted'}: {n}, answered {rate(answered, n)}" for source, n, answered in rows]
    return "\n".join(["By source", *lines])


def _time_to_response(ctx: Context, f: Figures, period: DateRange | None) -> str:
    first, last = (period.first, period.last) if period else (None, None)
    waits = statistics.time_to_response(ctx.db, ctx.user.id, ctx.user.zone, first=first, last=last)
    if waits.median is None or waits.p90 is None:
        return f"Time to response: nobody has answered yet; {waits.waiting} still wait"
    return (
        f"Time to response: median {_days(waits.median)}, 90th percentile {_days(waits.p90)}, "
        f"over {counted(waits.answered, 'answer')}; {waits.waiting} still wait"
    )


def _days(value: float) -> str:
    number = f"{value:.1f}".removesuffix(".0")
    return f"{number} {'day' if number == '1' else 'days'}"


_LINES: dict[str, Line] = {
    "submitted": lambda ctx, f, period: f"{counted(f.submitted)} submitted",
    "by_status": _by_status,
    "response_rate": _rated("Response rate", lambda f: f.answered),
    "conversion_rate": _rated("Conversion to screening or later", lambda f: f.converted),
    "screenings": _reached("Reached screening", Status.SCREENING),
    "interviews": _interviews,
    "offers": _reached("Offers", Status.OFFER),
    "offer_rate": _rated("Offer rate", lambda f: f.offers),
    "rejection_rate": _rated("Rejected", lambda f: f.by_status.get(Status.REJECTED, 0)),
    "ghosted_rate": _rated("Ghosted (or 30 days without news)", lambda f: f.ghosted),
    "time_to_response": _time_to_response,
    "by_source": _by_source,
}


def _period_words(ctx: Context, period: DateRange | None) -> str:
    if period is None or (period.first is None and period.last is None):
        return "in all"
    days = range_words(ctx, period)
    if period.first == period.last:
        return f"on {days}"
    said = clipped(str(ctx.call.args.get("period", "")), 30)
    return f"{said}, {days}" if said else days
