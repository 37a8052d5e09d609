"""Figures in words: how many, which rates, how long until an answer; counted by the database, defined in docs/domain.md."""

from __future__ import annotations

import math
from typing import Literal

from storage import statistics
from storage.filters import Filter, count
from storage.status import Status
from storage.statistics import Figures, TimeToResponse
from tools.context import Context
from tools.fields import Range
from tools.receipts import counted
from tools.result import Result, Said
from tools.tool import tool
from tools.words import clipped, day_words

Figure = Literal[
    "all", "submitted", "response_rate", "conversion_rate", "offer_rate", "ghosted_rate", "time_to_response",
    "interviews", "offers", "by_status", "by_source",
]  # fmt: skip
SMALL_SAMPLE = 10


@tool("stats", reads=True, examples=("/stats", "/stats response_rate, last month"))
def stats(ctx: Context, figure: Figure = "all", period: Range | None = None) -> Result:
    """Count and rate the user's applications, over a period by the day of application."""
    first, last = (period.first, period.last) if period else (None, None)
    f = statistics.figures(ctx.db, ctx.user.id, ctx.now, ctx.user.zone, first=first, last=last)
    when = _period_words(ctx, period)
    if f.submitted == 0 and figure not in ("by_status",):
        return Said(text=f"You have submitted no application {when}, so there is no figure: –.")
    if figure == "by_source":
        rows = statistics.by_source(ctx.db, ctx.user.id, first=first, last=last)
        lines = [f"• {source or 'no source noted'}: {n}, answered {rate(a, n)}" for source, n, a in rows]
        return Said(text="\n".join([f"By source, {when}:", *lines]))
    waits = statistics.time_to_response(ctx.db, ctx.user.id, ctx.user.zone, first=first, last=last)
    lines = _lines(f, waits)
    if figure == "all":
        extra = [f"Saved and not yet applied to: {_saved(ctx)}"] if not period else []
        return Said(text="\n".join([f"{counted(f.submitted)} submitted {when}.", *lines.values(), *extra]))
    if figure == "submitted":
        return Said(text=f"{counted(f.submitted)} submitted {when}.")
    return Said(text=f"{lines[figure]} ({when})")


def _lines(f: Figures, waits: TimeToResponse) -> dict[str, str]:
    n = f.submitted
    standing = ", ".join(f"{number} {status}" for status, number in f.by_status.items())
    return {
        "by_status": f"Now: {standing}",
        "response_rate": f"Response rate: {rate(f.answered, n)}",
        "conversion_rate": f"Conversion to screening or later: {rate(f.converted, n)}",
        "interviews": f"Reached an interview: {f.reached[Status.INTERVIEW]} ({rate(f.reached[Status.INTERVIEW], n)})",
        "offers": f"Offers: {f.offers} of {n} submitted",
        "offer_rate": f"Offer rate: {rate(f.offers, n)}",
        "ghosted_rate": f"Ghosted: {rate(f.ghosted, n)}",
        "time_to_response": _time_words(waits),
    }


def rate(part: int, whole: int) -> str:
    """A rate with its counts, in whole per cent, half up: "12 % (5 of 42)"; "–" over nothing."""
    if whole == 0:
        return "–"
    percent = math.floor(100 * part / whole + 0.5)
    small = ", a small sample" if whole < SMALL_SAMPLE else ""
    return f"{percent} % ({part} of {whole}{small})"


def _time_words(waits: TimeToResponse) -> str:
    if waits.median is None or waits.p90 is None:
        return f"Time to response: nobody has answered yet; {waits.waiting} still wait"
    return (
        f"Time to response: median {_days(waits.median)}, 90th percentile {_days(waits.p90)}, "
        f"over {counted(waits.answered, 'answer')}; {waits.waiting} still wait"
    )


def _days(value: float) -> str:
    number = f"{value:.1f}".removesuffix(".0")
    return f"{number} {'day' if number == '1' else 'days'}"


def _saved(ctx: Context) -> int:
    return count(ctx.db, ctx.user.id, Filter(statuses=(Status.SAVED,)))


def _period_words(ctx: Context, period: Range | None) -> str:
    if period is None or (period.first is None and period.last is None):
        return "in all"
    said = str(ctx.call.args.get("period", ""))
    first = day_words(period.first, ctx.today) if period.first else "the beginning"
    last = day_words(period.last, ctx.today) if period.last else "today"
    return f"{clipped(said, 30)}, {first} to {last}" if first != last else f"on {first}"
