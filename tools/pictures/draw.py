"""Draws a picture into a file; the one place that knows which drawing belongs to what is shown."""

from __future__ import annotations

from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from tools.pictures import bars, months, time
from tools.pictures.facts import Funnel, Lengths, Picture, Standing, Weeks
from tools.pictures.look import figure_of


def draw(picture: Picture, path: Path, _: str = "") -> str:
    """Write the picture as PNG; there is nothing to say of it. Raises OSError."""
    figure = drawing(picture)
    with path.open("wb") as file:
        figure.savefig(file, format="png", facecolor=figure.get_facecolor())
    return ""


def drawing(picture: Picture) -> Figure:
    """The drawing itself, in no file yet."""
    return figure_of(_drawn(picture))


def _drawn(picture: Picture) -> Axes:
    shown = picture.shown
    if isinstance(shown, Funnel):
        return bars.funnel(picture, shown)
    if isinstance(shown, Lengths):
        return bars.lengths(picture, shown)
    if isinstance(shown, Weeks):
        return time.weeks(picture, shown)
    if isinstance(shown, Standing):
        return time.standing(picture, shown)
    return months.year(picture, shown)
