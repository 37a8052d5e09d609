"""Draws the days of a year as a calendar, a small page a month: the more on a day, the stronger its colour."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from tools.pictures.facts import Picture, Year
from tools.pictures.look import LABEL, SMALL, Colours, colours, mixed, sheet
from tools.pictures.numbers import grouped

ACROSS = 3  # months beside each other
WIDE, TALL = 7 + 1.1, 6 + 2.1  # of a month, in days, with what parts it from the next
DAYS = "MTWTFSS"
SHADES = (0.3, 0.52, 0.75, 1.0)
Colour = str | tuple[float, ...]


def year(picture: Picture, shown: Year) -> Axes:
    """Three months beside each other; below them what the shades mean."""
    look = colours(picture)
    months = _months(shown.first, shown.last)
    down = -(-len(months) // ACROSS)
    units = ACROSS * WIDE - 1.1
    inches = 4.92 / units
    axes = sheet(picture, (down * TALL + 1.2) * inches, left=0.24)
    most = max(shown.counts.values(), default=0)
    for number, month in enumerate(months):
        _month(axes, month, ((number % ACROSS) * WIDE, (number // ACROSS) * TALL), shown, look)
    _key(axes, down * TALL + 0.1, most, look)
    axes.set_xlim(-0.04, units)
    axes.set_ylim(down * TALL + 1.2, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    return axes


def _months(first: date, last: date) -> list[date]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _month(axes: Axes, first: date, at: tuple[float, float], shown: Year, look: Colours) -> None:
    """One month with its corner `at`: its name, the days of the week, and its days."""
    x, y = at
    name = f"{first:%B}" + (f" {first.year}" if first.year != shown.last.year or first.month == 1 else "")
    axes.text(x, y + 0.55, name, color=look.ink, size=LABEL, weight="bold", va="center")
    for column, letter in enumerate(DAYS):
        axes.text(x + column + 0.45, y + 1.35, letter, color=look.quiet, size=SMALL - 2, ha="center", va="center")
    most = max(shown.counts.values(), default=0)
    for number in range(1, monthrange(first.year, first.month)[1] + 1):
        day = first.replace(day=number)
        row, column = divmod(first.weekday() + number - 1, 7)
        _day(axes, (x + column, y + row + 1.8), day, most, shown, look)


def _day(axes: Axes, at: tuple[float, float], day: date, most: int, shown: Year, look: Colours) -> None:
    count = shown.counts.get(day, 0)
    if day > shown.today and not count:
        axes.text(at[0] + 0.45, at[1] + 0.45, "·", color=look.quiet, size=SMALL, ha="center", va="center", alpha=0.6)
        return
    _square(axes, at, _shade(count, most, look), look.ink if day == shown.today else None)
    if count:
        strong = SHADES[_level(count, most)] > 0.6
        ink = look.paper if strong else look.ink
        axes.text(
            at[0] + 0.45, at[1] + 0.47, f"{count}" if count < 100 else "99+", color=ink,
            size=SMALL - 1 if count < 100 else SMALL - 4, ha="center", va="center",
        )  # fmt: skip


def _square(axes: Axes, at: tuple[float, float], colour: Colour, edge: str | None = None) -> None:
    style = "round,pad=0,rounding_size=0.16"
    box = FancyBboxPatch(at, 0.88, 0.88, boxstyle=style, facecolor=colour, edgecolor=edge or "none", lw=1.4)
    axes.add_patch(box)


def _key(axes: Axes, y: float, most: int, look: Colours) -> None:
    """What the shades that are used mean, from none to the most on a day."""
    axes.text(0, y + 0.5, "0", color=look.quiet, size=SMALL, va="center")
    few = {_level(count, most) for count in range(1, most + 1)} if most < len(SHADES) else range(len(SHADES))
    used = sorted(few)
    places = [0.7, *(1.7 + n for n in range(len(used)))]
    fills: list[Colour] = [look.faint, *(mixed(SHADES[level], look) for level in used)]
    for x, fill in zip(places, fills, strict=True):
        _square(axes, (x, y), fill)
    axes.text(places[-1] + 1.15, y + 0.5, f"{grouped(most)} on a day", color=look.quiet, size=SMALL, va="center")


def _level(count: int, most: int) -> int:
    """Which of the shades a count has."""
    return min(len(SHADES) - 1, (count - 1) * len(SHADES) // max(most, 1)) if most > 1 else len(SHADES) - 1


def _shade(count: int, most: int, look: Colours) -> Colour:
    return mixed(SHADES[_level(count, most)], look) if count else look.faint
