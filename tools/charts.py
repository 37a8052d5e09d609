"""Pictures of the figures: which one, over which days, and the same in words; drawn by a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Literal

from storage import statistics, timelines
from storage.status import ENDED, ORDER, Status
from tools import spans
from tools.asking import Ask, Make
from tools.context import Context
from tools.fields import PastRange
from tools.figures.rates import SMALL_SAMPLE, percent
from tools.pictures.facts import Bar, Funnel, Layer, Lengths, Picture, Shown, Standing, Weeks, Year
from tools.receipts import counted
from tools.result import Button, Call, Result, Said
from tools.tool import tool
from tools.when import DateRange
from tools.words import day_words, joined

Kind = Literal["funnel", "weeks", "standing", "answers", "year"]
Look = Literal["light", "dark"]
OF_FIGURES: dict[str, Kind] = {
    "submitted": "weeks", "weekly": "weeks", "by_status": "standing", "time_to_response": "answers",
    "response_rate": "answers", "waiting": "answers", "stages": "answers",
}  # fmt: skip
NOTHING = "No application was sent {when}, so there is nothing to draw."
NOTHING_YET = "You have sent no application yet, so there is nothing to draw. Tell me what you applied to."
NO_PICTURE = "The picture could not be drawn just now; this is what it would show."
STEPS = (Status.APPLIED, Status.SCREENING, Status.ASSESSMENT, Status.INTERVIEW, Status.OFFER, Status.ACCEPTED)
GROUPS = {
    "saved": (Status.SAVED,),
    "applied": (Status.APPLIED,),
    "in process": (Status.SCREENING, Status.ASSESSMENT),
    "interview": (Status.INTERVIEW,),
    "offer": (Status.OFFER, Status.ACCEPTED),
    "ended": tuple(status for status in ENDED if status not in ORDER),
}
# The last day of each stretch of waiting for an answer, and how it is called.
STRETCHES = ((3, "0–3 days"), (7, "4–7 days"), (14, "2nd week"), (21, "3rd week"), (28, "4th week"))


@tool(
    "chart", reads=True, offered=False, loose=True, examples=("/chart", "/chart weeks, dark", "/chart year, this year")
)
def chart(ctx: Context, kind: Kind = "funnel", period: PastRange | None = None, look: Look = "light") -> Result:
    """Draw the figures as a picture: funnel, applications by weeks, where they stood, answers, or days of a year."""
    return picture(ctx, kind, period, look)


def of_figure(ctx: Context, figure: str, period: DateRange | None) -> Result:
    """The picture that shows a figure of `stats` best."""
    return picture(ctx, OF_FIGURES.get(figure, "funnel"), period, "light")


def picture(ctx: Context, kind: Kind, period: DateRange | None, look: Look) -> Result:
    """Have a picture drawn, with a button for the other look; words alone where there is nothing to draw."""
    drawn = _MAKERS[kind](ctx, period)
    if drawn is None:
        return Said(text=NOTHING.format(when=spans.words(ctx, period)) if period else NOTHING_YET)
    title, line, shown, words = drawn
    path = ctx.keep_file(f"chart-{kind}-{ctx.now:%Y-%m-%d-%H%M%S}", "png", "")
    other: Look = "light" if look == "dark" else "dark"
    button = Button(label=f"The same, {other}", calls=(_call(ctx, kind, other),), keep=True)

    def then(_: Context, made: str | None) -> Result:
        text = f"{title}\n{line}\n{words}"
        if made is None:
            return Said(text=f"{NO_PICTURE}\n\n{text}")
        return Said(text=text, files=(str(path),), buttons=(button,))

    return Ask(request=Make("picture", Picture(title, line, shown, look == "dark"), path), then=then)


def sweep(folder: Path, before: float) -> None:
    """Delete the pictures drawn before an instant (seconds since 1970): they can be drawn again."""
    for path in folder.glob("user-*/chart-*.png"):
        with suppress(OSError):
            if path.stat().st_mtime < before:
                path.unlink()


def _call(ctx: Context, kind: Kind, look: Look) -> Call:
    """The same picture in another look, whichever tool it was asked of."""
    said = {"kind": kind, "period": ctx.call.args.get("period"), "look": look}
    return Call(name="chart", args={name: value for name, value in said.items() if value}, said_at=ctx.call.said_at)


Drawn = tuple[str, str, Shown, str]


def _funnel(ctx: Context, period: DateRange | None) -> Drawn | None:
    first, last = spans.ends(period)
    f = statistics.figures(ctx.db, ctx.user.id, ctx.now, ctx.user.zone, first=first, last=last)
    if not f.submitted:
        return None
    counts = [f.submitted, *(f.reached[status] for status in STEPS[1:])]
    shares = [f"{percent(count, f.submitted)} %" for count in counts]
    steps = tuple(Bar(str(status), n, share) for status, n, share in zip(STEPS, counts, shares, strict=True))
    parts = [f"{one.label} {one.value:,} ({one.words})" for one in steps[1:]]
    line = f"{counted(f.submitted)} sent {spans.words(ctx, period)}, by the furthest they came"
    line += ", a small sample" if f.submitted < SMALL_SAMPLE else ""
    return "How far they came", line, Funnel(steps), f"applied {f.submitted:,} → " + " → ".join(parts)


def _weeks(ctx: Context, period: DateRange | None) -> Drawn | None:
    days = spans.weeks(ctx, period)
    numbers = dict.fromkeys(days, 0)
    found = statistics.submitted_by_day(ctx.db, ctx.user.id, first=days[0], last=spans.end_of_week(days[-1]))
    for day, number in found:
        numbers[spans.monday(day)] += number
    if not any(numbers.values()):
        return None
    goal = ctx.user.settings.weekly_goal
    reached = sum(number >= (goal or 0) for number in numbers.values())
    against = f" Goal: {goal} a week, reached in {reached} of {len(days)}." if goal else ""
    line = f"{counted(sum(numbers.values()))} in {counted(len(days), 'week')} from {day_words(days[0], ctx.today)}."
    best = max(numbers, key=lambda day: (numbers[day], day))
    each = ", ".join(f"{number:,}" for number in numbers.values())
    words = f"Week by week: {each}. Most: {numbers[best]:,} in the week of {best:%-d %b}."
    return "Applications a week", line + against, Weeks(tuple(numbers.items()), goal), words


def _standing(ctx: Context, period: DateRange | None) -> Drawn | None:
    days = spans.weeks(ctx, period)
    found = timelines.standing_at(ctx.db, ctx.user.id, [spans.week_over(ctx, day) for day in days])
    if not any(found):
        return None
    layers = tuple(
        Layer(name, tuple(sum(counts.get(status, 0) for status in group) for counts in found))
        for name, group in GROUPS.items()
    )
    line = f"At the end of each of {counted(len(days), 'week')}; the last one is now."
    now = joined([f"{layer.counts[-1]:,} {layer.name}" for layer in layers if layer.counts[-1]])
    return "Where they stood", line, Standing(tuple(days), layers), f"Now: {now or 'none'}."


def _answers(ctx: Context, period: DateRange | None) -> Drawn | None:
    first, last = spans.ends(period)
    waits = statistics.time_to_response(ctx.db, ctx.user.id, ctx.user.zone, first=first, last=last)
    if not waits.answered and not waits.waiting:
        return None
    bars, before = [], -1
    for end, label in (*STRETCHES, (None, "later")):
        number = sum(n for day, n in waits.days if day > before and (end is None or day <= end))
        bars.append(Bar(label, number))
        before = end or before
    words = ", ".join(f"{bar.label}: {bar.value:,}" for bar in bars if bar.value)
    bars.append(Bar("still waiting", waits.waiting, muted=True))
    answers = counted(waits.answered, "answer") if waits.answered else "No answer yet"
    line = f"{answers} to what was sent {spans.words(ctx, period)}."
    if waits.median is not None and waits.p90 is not None:
        line += f" Half came {spans.within(waits.median)}, nine of ten {spans.within(waits.p90)}."
        line += " It is a small sample." if waits.answered < SMALL_SAMPLE else ""
    return (
        "Time to the first answer",
        line,
        Lengths(tuple(bars)),
        "; ".join(part for part in (words, f"{waits.waiting:,} still waiting") if part) + ".",
    )


def _year(ctx: Context, period: DateRange | None) -> Drawn | None:
    first, last = spans.year(ctx, period)
    found = dict(statistics.submitted_by_day(ctx.db, ctx.user.id, first=first, last=last))
    if not found:
        return None
    most = max(found, key=lambda day: (found[day], day))
    when = (
        str(first.year)
        if (first.month, last.month, first.year) == (1, 12, last.year)
        else f"{first:%b %Y} to {last:%b %Y}"
    )
    line = f"{counted(sum(found.values()))} on {counted(len(found), 'day')} of {when}"
    words = f"Most on a day: {found[most]:,}, {day_words(most, ctx.today)}."
    return "Calendar of applications, day by day", line, Year(first, last, ctx.today, found), words


_MAKERS: dict[Kind, Callable[[Context, DateRange | None], Drawn | None]] = {
    "funnel": _funnel,
    "weeks": _weeks,
    "standing": _standing,
    "answers": _answers,
    "year": _year,
}
