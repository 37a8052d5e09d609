"""The look that all pictures share: the size of a phone's screen, its two sets of colours, heading and plain axes."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from tools.pictures.facts import Picture

# One point of the figure is about one point of a phone's screen, whose whole width the picture takes.
WIDTH, DPI = 5.4, 200
POINTS = 72
TITLE, LINE, LABEL, SMALL = 17, 10.5, 10.5, 9
LINE_LETTERS = 62
EDGE = 0.24  # inches


@dataclass(frozen=True)
class Colours:
    """What is drawn in which colour; `layers` tell apart what lies on each other, also for the colour-blind."""

    paper: str
    ink: str
    quiet: str
    faint: str
    main: str
    goal: str
    layers: tuple[str, ...]


LIGHT = Colours(
    paper="#ffffff", ink="#1b1f24", quiet="#5b6570", faint="#e6e9ed", main="#2566c8", goal="#c2410c",
    layers=("#c3c9d1", "#8db8f0", "#2566c8", "#e08a1e", "#2f9e6e", "#7d8692"),
)  # fmt: skip
DARK = Colours(
    paper="#15191f", ink="#f2f4f7", quiet="#a4adb8", faint="#2b323b", main="#6aa5ff", goal="#ff9a52",
    layers=("#4b545f", "#355f9c", "#6aa5ff", "#f0a545", "#4fc78f", "#8a94a0"),
)  # fmt: skip


def colours(picture: Picture) -> Colours:
    """The set that a picture asks for."""
    return DARK if picture.dark else LIGHT


def mixed(share: float, look: Colours) -> tuple[float, ...]:
    """The main colour with so much of the paper in it that its share is left."""
    pairs = zip(to_rgb(look.main), to_rgb(look.paper), strict=True)
    return tuple(share * over + (1 - share) * under for over, under in pairs)


def sheet(picture: Picture, height: float, *, left: float, right: float = EDGE, bottom: float = EDGE) -> Axes:
    """Axes for a drawing of `height` inches below the heading; `left`, `right`, `bottom`: inches around it."""
    look = colours(picture)
    lines = wrap(picture.line, LINE_LETTERS)
    head = EDGE + (TITLE * 1.5 + len(lines) * LINE * 1.45) / POINTS + 0.12
    whole = head + height + bottom
    figure = Figure(figsize=(WIDTH, whole), dpi=DPI, facecolor=look.paper)
    top = 1 - EDGE / whole
    figure.text(EDGE / WIDTH, top, picture.title, color=look.ink, size=TITLE, weight="bold", va="top")
    below = top - TITLE * 1.5 / POINTS / whole
    figure.text(EDGE / WIDTH, below, "\n".join(lines), color=look.quiet, size=LINE, va="top", linespacing=1.3)
    axes = figure.add_axes((left / WIDTH, bottom / whole, 1 - (left + right) / WIDTH, height / whole))
    axes.set_facecolor(look.paper)
    axes.tick_params(length=0, labelsize=LABEL, colors=look.quiet)
    for spine in axes.spines.values():
        spine.set_visible(False)
    return axes


def figure_of(axes: Axes) -> Figure:
    """The figure that axes stand in."""
    figure = axes.get_figure()
    assert isinstance(figure, Figure)
    return figure
