"""Draws what goes by weeks: bars with the goal, and where all applications stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_skeleton
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from tools.pictures.facts import Picture, Standing, Weeks
from tools.pictures.look import LABEL, SMALL, Colours, colours, mixed, sheet

HIGH = 3.3
MOST_LABELS = 6
MOST_NUMBERS = 18  # bars that are wide enough for their number


def weeks(picture: Picture, shown: Weeks) -> Axes:
    """A bar a week, with its number; the goal is a line, and weeks that reached it are full."""
    look = colours(picture)
    axes = sheet(picture, HIGH, left=0.5, right=0.24 if shown.goal is None else 0.62, bottom=0.5)
    values = [value for _, value in shown.weeks]
    reached = [shown.goal is None or value >= shown.goal for value in values]
    places = range(len(values))
    axes.bar(places, values, width=0.72, color=[look.main if full else mixed(0.5, look) for full in reached])
    top = max(max(values, default=0), shown.goal or 0, 4) * 1.14
    if len(values) <= MOST_NUMBERS:
        for place, value in zip(places, values, strict=True):
            axes.text(place, value + top * 0.012, f"{value:,}", color=look.ink, size=LABEL, ha="center", va="bottom")
    if shown.goal is not None:
        _goal(axes, shown.goal, shown.goal_word, look)
    axes.set_xlim(-0.6, max(len(values), 4) - 0.4)
    axes.set_ylim(0, top)
    _grid(axes, [day for day, _ in shown.weeks], picture)
    return axes


def standing(picture: Picture, shown: Standing) -> Axes:
    """Layers on each other over time, with their names and latest numbers in a line above."""
    look = colours(picture)
    axes = sheet(picture, HIGH + 0.75, left=0.5, bottom=0.5)
    places = list(range(len(shown.days)))
    # The names stand within the axes' own height, above what is drawn.
    total = max((sum(column) for column in zip(*(one.counts for one in shown.layers), strict=True)), default=0)
    top = max(total, 4) * 1.06
    below = [0] * len(places)
    for layer, colour in zip(shown.layers, look.layers, strict=False):
        above = [low + count for low, count in zip(below, layer.counts, strict=True)]
        axes.bar(places, layer.counts, bottom=below, width=0.82, color=colour)
        below = above
    axes.set_xlim(-0.6, max(len(places), 4) - 0.4)
    axes.set_ylim(0, top * (HIGH + 0.75) / HIGH)
    _grid(axes, shown.days, picture, most=top)
    _names(axes, shown, look)
    return axes


def _names(axes: Axes, shown: Standing, look: Colours) -> None:
    """Three names a line, the latest numbers behind them."""
    for number, (layer, colour) in enumerate(zip(shown.layers, look.layers, strict=False)):
        x, y = (number % 3) * 0.34 - 0.05, 0.985 - (number // 3) * 0.075
        axes.text(x, y, "■", transform=axes.transAxes, color=colour, size=LABEL + 3, va="center")
        words = f"{layer.name} {layer.counts[-1]:,}" if layer.counts else layer.name
        axes.text(x + 0.045, y, words, transform=axes.transAxes, color=look.ink, size=LABEL, va="center")


def _goal(axes: Axes, goal: int, word: str, look: Colours) -> None:
    """A line over all bars, named beside them."""
    axes.axhline(goal, color=look.goal, lw=1.6, ls=(0, (4, 3)), zorder=3)
    axes.text(
        1.01, goal, f"{word}\n{goal:,}", transform=axes.get_yaxis_transform(), color=look.goal, size=SMALL,
        weight="bold", va="center", linespacing=1.2,
    )  # fmt: skip


def _grid(axes: Axes, days: Sequence[date], picture: Picture, most: float | None = None) -> None:
    """Faint lines at whole numbers, and the first days of some weeks below."""
    look = colours(picture)
    ticks = MaxNLocator(nbins=4, integer=True, min_n_ticks=2).tick_values(0, most or axes.get_ylim()[1])
    axes.set_yticks([tick for tick in ticks if 0 <= tick <= (most or axes.get_ylim()[1])])
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    axes.grid(axis="y", color=look.faint, lw=0.9)
    axes.set_axisbelow(True)
    step = -(-len(days) // MOST_LABELS)
    marked = [place for place in range(len(days)) if (len(days) - 1 - place) % step == 0]
    axes.set_xticks(marked, [_day(days[place], days[-1], picture.language) for place in marked])
    axes.tick_params(labelsize=SMALL + 0.5)
    axes.tick_params(axis="x", pad=6)


def _day(day: date, last: date, language: str) -> str:
    """A day in short; the year below where it is not the last one's."""
    short = format_skeleton("MMMd", day, locale=language) if language != "en" else f"{day.day} {day:%b}"
    return short + (f"\n{day.year}" if day.year != last.year else "")
