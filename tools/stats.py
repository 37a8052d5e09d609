"""Figures: how many, which rates, how long until an answer, over a period, for a group, against another."""

from __future__ import annotations

from typing import Any

from storage.filters import Filter, count
from storage.status import Status
from tools import behind, charts, when
from tools.context import Context
from tools.fields import Name, PastRange
from tools.figures import chances, comparing, grouped, insight, lines, pace, scope
from tools.figures.lines import Counted
from tools.figures.names import Facet, FigureOrPeriod, Over
from tools.figures.rates import rate, remarked_once
from tools.receipts import counted
from tools.result import Button, Call, Result, Said
from tools.tool import tool
from tools.words import week_of

# Figures that say something also where nothing was submitted.
OF_NOTHING = ("weekly", "chances")


@tool("stats", reads=True, examples=("/stats", "/stats last month", "/stats response_rate, period=last month"))
def stats(
    ctx: Context,
    figure: FigureOrPeriod = "all",
    period: PastRange | None = None,
    by: Facet | None = None,
    only: Name | None = None,
    versus: Name | None = None,
    chart: bool = False,
) -> Result:
    """Count, rate, compare applications. by, only, versus: source, company, industry, role, place (versus: period)."""
    found = _told(ctx, figure, period, by, only, versus, chart)
    return found.model_copy(update={"text": remarked_once(found.text)}) if isinstance(found, Said) else found


def _told(
    ctx: Context,
    figure: Any,
    period: when.DateRange | None,
    by: Facet | None,
    only: str | None,
    versus: str | None,
    chart: bool,
) -> Result:
    """What is asked for: a picture, chances, a comparison, groups, weeks, one figure or all of them."""
    figure, period, by, said = _settled(ctx, figure, period, by)
    if chart:
        return charts.of_figure(ctx, figure, period)
    if figure == "chances":
        return chances.chances(ctx, only)
    about = scope.read(ctx, period, only)
    words = scope.when_words(ctx, period, said) + (f", {about.group}" if about.group else "")
    if about.only.industry:
        words += " by tag, name or title"
    if versus:
        return comparing.compare(ctx, figure, about, versus, said)
    if by:
        return grouped.by_group(ctx, by, about, words)
    if figure == "weekly":
        return pace.weekly(ctx, about, words)
    c = Counted(ctx, about, *scope.overview(ctx, about))
    found = insight.insight(c, words) if figure == "insight" else _said(c, figure, words)
    if isinstance(found, Said) and c.figures.submitted:
        return found.model_copy(update={"buttons": _buttons(figure, said, only)})
    return found


def _settled(
    ctx: Context, figure: Any, period: when.DateRange | None, by: Facet | None
) -> tuple[str, when.DateRange | None, Facet | None, str]:
    """Figure, period, groups and the words of the period, however a command named them."""
    said = str(ctx.call.args.get("period", ""))
    if isinstance(figure, Over):
        return figure.figure, figure.period, by, figure.words
    if isinstance(figure, when.DateRange):
        return "all", figure, by, str(ctx.call.args.get("figure", "")).replace("_", " ")
    if figure.startswith("by_") and figure != "by_status":
        return "all", period, figure.removeprefix("by_"), said
    return figure, period, by, said


def _said(c: Counted, figure: str, words: str) -> Result:
    """One figure, or the overview, in words."""
    f = c.figures
    known = figure == "interviews" if c.scope.period else figure == "by_status"
    if f.submitted == 0 and not known:
        return Said(text=_none(c.ctx, figure, words) + (_goal(c) if figure == "submitted" else ""))
    if figure == "all":
        return Said(text="\n".join(_overview(c, words)))
    line = lines.LINES[figure](c)
    if figure == "submitted":
        return Said(text=f"{line} {words}.{_share(c)}{_goal(c)}")
    head, _, rest = line.partition("\n")
    return Said(text=f"{head} ({words})" + (f"\n{rest}" if rest else ""))


def _overview(c: Counted, words: str) -> list[str]:
    """All figures at a glance; of all time also what is only saved, and this week's goal."""
    found = [f"{counted(c.figures.submitted)} submitted {words}.", *lines.overview(c)]
    if c.scope.period is None and not c.scope.group:
        saved = count(c.ctx.db, c.ctx.user.id, Filter(statuses=(Status.SAVED,)))
        found.append(f"Saved and not yet applied to: {saved}")
    if c.ctx.user.settings.weekly_goal and not c.scope.group:
        found += pace.progress(c.ctx)
    return found


def _none(ctx: Context, figure: str, words: str) -> str:
    """What is said where nothing was submitted: a rate over nothing is "–"."""
    if figure == "submitted":
        return f"0 applications submitted {words}.{' Tell me what you applied to.' if words == scope.ALL_OF_IT else ''}"
    hint = " Tell me what you applied to, and ask again." if words == scope.ALL_OF_IT else ""
    return f"You have submitted no application {scope.since(words)}, so there is no figure: –.{hint}"


def _share(c: Counted) -> str:
    """What part of all of the period a group is."""
    if not c.scope.group:
        return ""
    every, _ = scope.overview(c.ctx, scope.Scope(c.scope.period))
    return f" That is {rate(c.figures.submitted, every.submitted)} of all."


def _goal(c: Counted) -> str:
    """How far a week's goal is or was, where one is set and a week is asked about."""
    goal, first = c.ctx.user.settings.weekly_goal, c.scope.first
    if not goal or c.scope.group or first is None or (first, c.scope.last) != week_of(first):
        return ""
    left = goal - c.figures.submitted
    if left > 0 and (first, c.scope.last) < week_of(c.ctx.today):
        return f" Your goal is {goal} a week: missed by {left}."
    return f" Your goal is {goal} a week: " + (f"{left} to go." if left > 0 else "reached.")


def _buttons(figure: str, said: str, only: str | None) -> tuple[Button, ...]:
    """What people ask next."""
    if figure != "all":
        return behind.buttons(figure, said, only)
    args = {name: value for name, value in (("period", said), ("only", only)) if value}
    asked: tuple[tuple[str, dict[str, Any]], ...] = (
        ("By source", {"by": "source"}), ("By week", {"figure": "weekly"}), ("What stands out", {"figure": "insight"}),
    )  # fmt: skip
    ways = (Button(label=label, calls=(Call(name="stats", args={**args, **more}),), keep=True) for label, more in asked)
    return (*ways, *behind.buttons(figure, said, only)[1:])
