"""Each figure as one line, from what the database has counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from storage import groups, interviews, stages, statistics
from storage.statistics import Figures, TimeToResponse
from storage.status import ORDER, Status
from tools.context import Context
from tools.figures.rates import SMALL_SAMPLE, days_words, rate, waiting
from tools.figures.scope import Scope
from tools.find import day_bounds
from tools.receipts import counted
from tools.words import amount_words

# Lines of the overview, in their order.
OVERVIEW = (
    "by_status", "response_rate", "conversion_rate", "interviews", "offer_rate", "ghosted_rate", "time_to_response",
)  # fmt: skip
MOST_LINES = 8
# Of one answer the median says it all.
SMALLEST_SPREAD = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """What has been counted for a scope."""

    ctx: Context
    scope: Scope
    figures: Figures
    waits: TimeToResponse


Line = Callable[[Counted], str]


def _rated(label: str, part: Callable[[Figures], int]) -> Line:
    return lambda c: f"{label}: {rate(part(c.figures), c.figures.submitted)}"


def _reached(label: str, status: Status) -> Line:
    def line(c: Counted) -> str:
        number = c.figures.reached[status]
        return f"{label}: {number:,}, {rate(number, c.figures.submitted)}"

    return line


def _interviews(c: Counted) -> str:
    """How many reached an interview, and how many interviews were or are held in the period itself."""
    period, f = c.scope.period, c.figures
    if period is None or c.scope.group:
        return _reached("Reached an interview", Status.INTERVIEW)(c)
    first, last = day_bounds(c.ctx, period)
    dated = interviews.find_interviews(c.ctx.db, c.ctx.user.id, first=first, last=last)
    number = f.reached[Status.INTERVIEW]
    then = f"Of the {counted(f.submitted)} submitted then {number:,} reached an interview: {rate(number, f.submitted)}"
    return f"{counted(len(dated), 'interview')}\n{then}"


def _by_status(c: Counted) -> str:
    """Where they stand now, without a period the saved ones too; and how far they ever came."""
    everything = c.scope.period is None and not c.scope.group
    found = statistics.by_status(c.ctx.db, c.ctx.user.id) if everything else c.figures.by_status
    return "Where they stand now: " + (", ".join(f"{number:,} {status}" for status, number in found.items()) or "–")


def funnel(c: Counted) -> str:
    """How many ever reached each stage."""
    f = c.figures
    steps = [f"• {status}: {rate(f.reached[status], f.submitted)}" for status in ORDER[2:]]
    return "\n".join([f"Of {counted(f.submitted)} submitted, ever reached", *steps])


def _time_to_response(c: Counted) -> str:
    waits = c.waits
    if waits.median is None or waits.p90 is None:
        return f"Time to response: nobody has answered yet; {waiting(waits.waiting)}"
    small = ", a small sample" if waits.answered < SMALL_SAMPLE else ""
    return (
        f"Time to response: median {days_words(waits.median)}, 90th percentile {days_words(waits.p90)}, "
        f"over {counted(waits.answered, 'answer')}{small}; {waiting(waits.waiting)}"
    )


def _waits_at_length(c: Counted) -> str:
    """The same, and the shortest, the longest and the average wait."""
    days, line = c.waits.days, _time_to_response(c)
    if c.waits.answered < SMALLEST_SPREAD:
        return line
    mean = sum(day * number for day, number in days) / c.waits.answered
    return f"{line}\nShortest {days_words(days[0][0])}, longest {days_words(days[-1][0])}, average {days_words(mean)}"


def _waiting(c: Counted) -> str:
    late = c.waits.p90
    more = f"; nine in ten answers came within {days_words(late)}" if late is not None else ""
    return f"Still waiting for an answer: {c.figures.waiting}, {rate(c.figures.waiting, c.figures.submitted)}{more}"


def _stages(c: Counted) -> str:
    """How long the steps took that go ahead."""
    user, scope = c.ctx.user, c.scope
    taken = stages.steps(c.ctx.db, user.id, user.zone, first=scope.first, last=scope.last, only=scope.only)
    ahead = [step for step in taken if stages.is_forward(step) and step.median is not None]
    lines = ["Days from stage to stage", *(map(_step, ahead) if ahead else ["–: no step has been taken yet"])]
    whole = stages.since_applied(c.ctx.db, user.id, user.zone, first=scope.first, last=scope.last, only=scope.only)
    direct = {(step.before, step.after): step.number for step in ahead}
    longer = [step for step in whole if direct.get((step.before, step.after)) != step.number]
    if longer:
        lines += ["From the day of application, with all between", *map(_step, longer)]
    return "\n".join(lines)


def _step(step: stages.Step) -> str:
    """How long one step took."""
    return (
        f"• {step.before} to {step.after}: median {days_words(step.median or 0)}, "
        f"90th percentile {days_words(step.p90 or 0)}, {counted(step.number, 'time')}"
    )


def _pay(c: Counted) -> str:
    """The pay of those submitted, by currency and period."""
    scope = c.scope
    found = groups.pay(c.ctx.db, c.ctx.user.id, first=scope.first, last=scope.last, only=scope.only)
    lines = []
    for one in found[:MOST_LINES]:
        named = f"{one.currency or 'no currency noted'}{f' a {one.period}' if one.period else ''}".replace(
            "a hour", "an hour"
        )
        low, middle, mean, high = (amount_words(round(n, 2)) for n in (one.lowest, one.median, one.mean, one.highest))
        lines.append(f"• {named}: from {low} to {high}, median {middle}, average {mean} ({counted(one.number)})")
    left = c.figures.submitted - sum(one.number for one in found)
    unknown = [f"{counted(left)} without pay noted"] if left and found else []
    return "\n".join(["Pay of what you applied to", *(lines or ["–: no pay is noted"]), *unknown])


LINES: dict[str, Line] = {
    "submitted": lambda c: f"{counted(c.figures.submitted)} submitted",
    "by_status": lambda c: f"{_by_status(c)}\n{funnel(c)}",
    "response_rate": _rated("Response rate", lambda f: f.answered),
    "conversion_rate": _rated("Conversion to screening or later", lambda f: f.converted),
    "screenings": _reached("Reached screening", Status.SCREENING),
    "interviews": _interviews,
    "offers": _reached("Offers", Status.OFFER),
    "offer_rate": _rated("Offer rate", lambda f: f.offers),
    "rejection_rate": _rated("Rejected", lambda f: f.by_status.get(Status.REJECTED, 0)),
    "ghosted_rate": _rated("Ghosted (or 30 days without news)", lambda f: f.ghosted),
    "time_to_response": _waits_at_length,
    "waiting": _waiting,
    "stages": _stages,
    "pay": _pay,
}


def overview(c: Counted) -> list[str]:
    """The lines of the overview."""
    short: dict[str, Line] = {"by_status": _by_status, "time_to_response": _time_to_response}
    return [short.get(name, LINES[name])(c) for name in OVERVIEW]
