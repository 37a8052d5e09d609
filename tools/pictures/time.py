"""Draws what goes by weeks: bars with the goal, and where all applications stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_skeleton
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from tools.pictures.facts import Picture, Standing, Weeks
from tools.pictures.look import LABEL, POINTS, SMALL, colours, figure_of, mixed, sheet
from tools.pictures.numbers import brief

HIGH = 3.3
MOST_LABELS = 6
LEAST_BARS = 4  # of which a picture has room at least, so that few do not become wide
AXIS_LETTERS, GOAL_LETTERS, NAMED_LETTERS = 5, 5, 6  # of a number at the edge, of the goal, and of one that is named
LETTER, APART = 0.64 * LABEL, 3  # points: the width of a digit, and what parts two numbers


def weeks(picture: Picture, shown: Weeks) -> Axes:
    """A bar a week, with its number; the goal is a line, and weeks that reached it are full."""
    look = colours(picture)
    axes = sheet(picture, HIGH, left=0.5, right=0.24 if shown.goal is None else 0.62, bottom=0.5)
    values = [value for _, value in shown.weeks]
    reached = [shown.goal is None or value >= shown.goal for value in values]
    places = range(len(values))
    axes.bar(places, values, width=0.72, color=[look.main if full else mixed(0.5, look) for full in reached])
    top = max(max(values, default=0), shown.goal or 0, 4) * 1.14
    if shown.goal is not None:
        _goal(axes, shown, top, picture)
    _sides(axes, len(values))
    axes.set_ylim(0, top)
    _numbers(axes, values, picture)
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
    _sides(axes, len(places))
    axes.set_ylim(0, top * (HIGH + 0.75) / HIGH)
    _grid(axes, shown.days, picture, most=top)
    _names(axes, shown, picture)
    return axes


def _sides(axes: Axes, bars: int) -> None:
    """Room for so many bars; few stand in the middle."""
    spare = max(LEAST_BARS - bars, 0) / 2
    axes.set_xlim(-0.6 - spare, bars - 0.4 + spare)


def _numbers(axes: Axes, values: Sequence[int], picture: Picture) -> None:
    """Each bar's number above it, if all of them have room beside each other."""
    low, high = axes.get_xlim()
    each = axes.get_position().width * figure_of(axes).get_figwidth() * POINTS / (high - low)
    letters = int((each - APART) / LETTER)
    words = [brief(value, letters, picture.language) for value in values]
    if any(len(one) > letters for one in words):
        return
    above = axes.get_ylim()[1] * 0.011
    for place, (value, number) in enumerate(zip(values, words, strict=True)):
        ink = colours(picture).ink
        axes.text(place, value + above, number, color=ink, size=LABEL, ha="center", va="bottom")


def _names(axes: Axes, shown: Standing, picture: Picture) -> None:
    """Three names a line, the latest numbers behind them."""
    look = colours(picture)
    for number, (layer, colour) in enumerate(zip(shown.layers, look.layers, strict=False)):
        x, y = (number % 3) * 0.34 - 0.05, 0.985 - (number // 3) * 0.075
        axes.text(x, y, "■", transform=axes.transAxes, color=colour, size=LABEL + 3, va="center")
        latest = brief(layer.counts[-1], NAMED_LETTERS, picture.language) if layer.counts else ""
        words = f"{layer.name} {latest}".rstrip()
        axes.text(x + 0.045, y, words, transform=axes.transAxes, color=look.ink, size=LABEL, va="center")


def _goal(axes: Axes, shown: Weeks, top: float, picture: Picture) -> None:
    """A line over all bars, named beside them; the name of a low one stands above the days below."""
    goal, look = shown.goal or 0, colours(picture)
    axes.axhline(goal, color=look.goal, lw=1.6, ls=(0, (4, 3)), zorder=3)
    words = f"{shown.goal_word}\n{brief(goal, GOAL_LETTERS, picture.language)}"
    axes.text(
        1.01, max(goal, top * 0.06), words, transform=axes.get_yaxis_transform(), color=look.goal, size=SMALL,
        weight="bold", va="center", linespacing=1.2,
    )  # fmt: skip


def _grid(axes: Axes, days: Sequence[date], picture: Picture, most: float | None = None) -> None:
    """Faint lines at whole numbers, and the first days of some weeks below."""
    look = colours(picture)
    ticks = MaxNLocator(nbins=4, integer=True, min_n_ticks=2).tick_values(0, most or axes.get_ylim()[1])
    axes.set_yticks([tick for tick in ticks if 0 <= tick <= (most or axes.get_ylim()[1])])
    axes.yaxis.set_major_formatter(lambda value, _: brief(value, AXIS_LETTERS, picture.language))
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
