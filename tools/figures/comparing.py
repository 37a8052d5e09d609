"""Two periods or two groups side by side, and whether the difference can be more than chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from storage.statistics import Figures
from storage.status import Status
from tools import when
from tools.context import Context
from tools.figures import scope as scopes
from tools.figures.lines import Counted
from tools.figures.rates import SMALL_SAMPLE, apart, days_words, rate
from tools.figures.scope import Scope
from tools.receipts import counted
from tools.result import Result, Said
from tools.words import clipped, week_of

WEEK = 7
# Of which figures two shares are compared, and how they are called.
SHARES = {
    "response_rate": "answers", "conversion_rate": "screenings", "offer_rate": "offers", "ghosted_rate": "silence",
    "rejection_rate": "rejections", "interviews": "interviews", "offers": "offers", "screenings": "screenings",
}  # fmt: skip


def compare(ctx: Context, figure: str, scope: Scope, versus: str, said: str) -> Result:
    """The figures of a scope and of another one line by line, the one asked about first, in a sentence."""
    other, scope = _other(ctx, scope, versus)
    names = _name(ctx, scope, said), _name(ctx, other, versus if other.period != scope.period else said)
    both = _counted(ctx, scope), _counted(ctx, other)
    if not any(c.figures.submitted for c in both):
        return Said(text=f"You have submitted no application for either, {names[0]} or {names[1]}: –.")
    rows = [f"• {label}: {first} against {second}" for label, first, second in _rows(both)]
    head = f"{names[0]} against {names[1]}"
    return Said(text="\n".join([*_verdict(figure, both, names), *_unripe(both, names), "", head, *rows]))


def _other(ctx: Context, scope: Scope, versus: str) -> tuple[Scope, Scope]:
    """The other scope: another period of the same group, or another group of the same period."""
    try:
        period = when.read_range(versus, ctx.said, direction="past")
    except when.Unclear:
        return scopes.group(ctx, Scope(scope.period), versus), scope
    if scope.period is None:
        # "Than last month" sets this month against it.
        scope = Scope(_same_now(ctx.today, period), scope.only, scope.group)
    return Scope(period, scope.only, scope.group), scope


def _same_now(today: date, period: when.DateRange) -> when.DateRange:
    """The period that follows another one, up to today."""
    if period.last is None or period.last >= today or period.first is None:
        return when.DateRange(None, today)
    after = date.fromordinal(period.last.toordinal() + 1)
    return when.DateRange(after, today)


def _name(ctx: Context, scope: Scope, said: str) -> str:
    """What one side is called: its group, and its period as it was said, else by its days."""
    group = clipped(scope.group, 30)
    if scope.period is None:
        return group or "all"
    days = _running(ctx.today, scope.period) or scopes.when_words(ctx, scope.period, "").removeprefix("on ")
    words = clipped(said, 30) if said and said.casefold() != scope.group else days
    return f"{group}, {words}" if group else words


def _running(today: date, period: when.DateRange) -> str:
    """A week, month or year that runs, up to today, by its name; empty for another period."""
    if period.last != today:
        return ""
    begins = {"week": week_of(today)[0], "month": today.replace(day=1), "year": today.replace(month=1, day=1)}
    return next((f"this {unit} so far" for unit, first in begins.items() if period.first == first), "")


def _counted(ctx: Context, scope: Scope) -> Counted:
    return Counted(ctx, scope, *scopes.overview(ctx, scope))


def _rows(both: tuple[Counted, Counted]) -> list[tuple[str, str, str]]:
    """The lines of the comparison: what, and how much of it on both sides."""
    pace = (_a_week(both[0]), _a_week(both[1]))
    shares: tuple[tuple[str, Callable[[Figures], int]], ...] = (
        ("answered", lambda f: f.answered), ("screening or later", lambda f: f.converted),
        ("offers", lambda f: f.offers), ("ghosted", lambda f: f.ghosted),
    )  # fmt: skip
    medians = ["–" if c.waits.median is None else days_words(c.waits.median) for c in both]
    first, second = (c.figures for c in both)
    weekly = [("a week", f"{pace[0]:.1f}", f"{pace[1]:.1f}")] if pace[0] is not None and pace[1] is not None else []
    return [
        ("submitted", str(first.submitted), str(second.submitted)),
        *weekly,
        *((label, rate(of(first), first.submitted), rate(of(second), second.submitted)) for label, of in shares),
        ("median to an answer", medians[0], medians[1]),
    ]


def _a_week(c: Counted) -> float | None:
    """How many were submitted a week, over the days of the period that are past; None without both ends."""
    first, last = c.scope.first, c.scope.last
    if first is None or last is None:
        return None
    days = (min(last, c.ctx.today) - first).days + 1
    return c.figures.submitted * WEEK / days if days > 0 else None


def _verdict(figure: str, both: tuple[Counted, Counted], names: tuple[str, str]) -> list[str]:
    """What the comparison says of the figure asked about."""
    if figure in ("submitted", "weekly"):
        return [_pace(both, names)]
    if figure == "time_to_response":
        return [_speed(both, names)]
    name = figure if figure in SHARES else "response_rate"
    shares = [(_part(name, c), c.figures.submitted) for c in both]
    line = f"{SHARES[name].capitalize()}: {rate(*shares[0])} for {names[0]}, {rate(*shares[1])} for {names[1]}."
    if min(shares[0][1], shares[1][1]) < SMALL_SAMPLE:
        return [line, f"That says little: a comparison takes {SMALL_SAMPLE} or more on both sides."]
    sign = apart(shares[0], shares[1])
    if not sign:
        return [line, "Chance may explain the difference."]
    return [line, f"{names[0 if sign > 0 else 1]} is ahead, by more than chance explains."]


def _part(name: str, c: Counted) -> int:
    f = c.figures
    found = {
        "rejection_rate": f.by_status.get(Status.REJECTED, 0), "interviews": f.reached[Status.INTERVIEW],
        "response_rate": f.answered, "conversion_rate": f.converted, "offer_rate": f.offers, "offers": f.offers,
        "ghosted_rate": f.ghosted, "screenings": f.converted,
    }  # fmt: skip
    return found[name]


def _pace(both: tuple[Counted, Counted], names: tuple[str, str]) -> str:
    numbers = [c.figures.submitted for c in both]
    pace = [_a_week(c) for c in both]
    line = f"{names[0]}: {counted(numbers[0])}; {names[1]}: {counted(numbers[1])}."
    line = line[:1].upper() + line[1:]
    if pace[0] is None or pace[1] is None:
        return line
    faster = "the same pace" if round(pace[0], 1) == round(pace[1], 1) else "faster" if pace[0] > pace[1] else "slower"
    return f"{line} That is {pace[0]:.1f} a week against {pace[1]:.1f}: {faster}."


def _speed(both: tuple[Counted, Counted], names: tuple[str, str]) -> str:
    medians = [c.waits.median for c in both]
    said = [
        f"{name}: " + ("no answer yet" if m is None else f"median {days_words(m)} over {c.waits.answered}")
        for name, m, c in zip(names, medians, both, strict=True)
    ]
    small = min(c.waits.answered for c in both) < SMALL_SAMPLE
    return f"Time to an answer: {said[0]}; {said[1]}." + (" A small sample: it says little." if small else "")


def _unripe(both: tuple[Counted, Counted], names: tuple[str, str]) -> list[str]:
    """How many of each still wait: a young group looks worse than it is."""
    waits = [c.figures.waiting for c in both]
    if not any(waits):
        return []
    return [f"Still waiting for an answer: {waits[0]} for {names[0]}, {waits[1]} for {names[1]}."]
