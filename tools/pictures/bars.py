"""Draws steps of a funnel, and lengths as lying bars, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, Polygon

from tools.pictures.facts import Bar, Funnel, Lengths, Picture
from tools.pictures.look import EDGE, LABEL, SMALL, Colours, colours, figure_of, sheet
from tools.pictures.numbers import grouped

STEP = 0.74  # inches from bar to bar
THICK = 0.56  # of it
LEFT, RIGHT = 1.28, 0.95
DIGIT, APART = 0.131, 0.12  # inches: of a number's digit, and between it and the bars


def funnel(picture: Picture, shown: Funnel) -> Axes:
    """Bars around one middle, each joined with the next."""
    look = colours(picture)
    axes = sheet(picture, STEP * len(shown.steps), left=LEFT, right=_right(shown.steps, picture))
    most = max((step.value for step in shown.steps), default=0) or 1
    places = [(row, step.value / most) for row, step in enumerate(shown.steps)]
    for (row, wide), (_, next_wide) in pairwise(places):
        low, high = row + THICK / 2, row + 1 - THICK / 2
        corners = [(-wide / 2, low), (wide / 2, low), (next_wide / 2, high), (-next_wide / 2, high)]
        axes.add_patch(Polygon(corners, color=look.main, alpha=0.22, lw=0))
    for (row, wide), step in zip(places, shown.steps, strict=True):
        _bar(axes, -wide / 2, row, wide, look.main)
        _number(axes, row, step, picture)
    _rows(axes, [step.label for step in shown.steps], look)
    axes.set_xlim(-0.5, 0.5)
    return axes


def lengths(picture: Picture, shown: Lengths) -> Axes:
    """Bars from one edge; the muted ones are grey."""
    look = colours(picture)
    axes = sheet(picture, 0.52 * len(shown.bars), left=LEFT + 0.1, right=_right(shown.bars, picture))
    most = max((bar.value for bar in shown.bars), default=0) or 1
    for row, bar in enumerate(shown.bars):
        _bar(axes, 0, row, bar.value / most, look.layers[-1] if bar.muted else look.main)
        _number(axes, row, bar, picture)
    _rows(axes, [bar.label for bar in shown.bars], look)
    axes.set_xlim(0, 1)
    return axes


def _bar(axes: Axes, x: float, row: int, wide: float, colour: str) -> None:
    """A bar with slightly round corners; what is nothing is a thin mark."""
    wide = max(wide, 0.006)
    x = x if wide > 0.006 else (-0.003 if x <= 0 and axes.get_xlim()[0] < 0 else x)
    style = f"round,pad=0,rounding_size={min(0.015, wide / 2):.4f}"
    axes.add_patch(
        FancyBboxPatch((x, row - THICK / 2), wide, THICK, boxstyle=style, color=colour, lw=0, mutation_aspect=4)
    )


def _right(bars: Sequence[Bar], picture: Picture) -> float:
    """Inches to the right of the bars, with room for the longest number."""
    longest = max((len(grouped(bar.value, picture.language)) for bar in bars), default=0)
    return max(RIGHT, EDGE + APART + DIGIT * longest)


def _number(axes: Axes, row: int, bar: Bar, picture: Picture) -> None:
    """The number at the right edge of the picture, and its words below."""
    look, where, place = colours(picture), axes.get_yaxis_transform(), axes.get_position()
    beside = (1 - EDGE / figure_of(axes).get_figwidth() - place.x0) / place.width
    above, number = 0.13 if bar.words else 0, grouped(bar.value, picture.language)
    axes.text(
        beside, row - above, number, transform=where, color=look.ink, size=LABEL + 3, weight="bold",
        ha="right", va="center",
    )  # fmt: skip
    if bar.words:
        axes.text(beside, row + 0.22, bar.words, transform=where, color=look.quiet, size=SMALL, ha="right", va="center")


def _rows(axes: Axes, labels: list[str], look: Colours) -> None:
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.set_yticks(range(len(labels)), labels)
    axes.tick_params(axis="y", labelcolor=look.ink, labelsize=LABEL + 0.5, pad=6)
    axes.set_xticks([])
