"""What each picture shows, as plain values that one process hands to another; knows neither data nor drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Bar:
    """A bar with its number and what stands behind it ("29 %"); `muted` where it is no part of the others."""

    label: str
    value: int
    words: str = ""
    muted: bool = False


@dataclass(frozen=True)
class Funnel:
    """How many came how far, the widest step first."""

    steps: tuple[Bar, ...]


@dataclass(frozen=True)
class Lengths:
    """How often what took how long."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Weeks:
    """How many a week, by the week's first day; the last one may still be under way. `goal` is a number a week."""

    weeks: tuple[tuple[date, int], ...]
    goal: int | None = None
    goal_word: str = "goal"


@dataclass(frozen=True)
class Layer:
    """How many stood in one group of statuses at the end of each stretch."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Standing:
    """Where all applications stood at the end of each of `days`, the lowest layer first."""

    days: tuple[date, ...]
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Year:
    """How many on each day from `first` to `last`; the months are whole, days after `today` are still to come."""

    first: date
    last: date
    today: date
    counts: dict[date, int]


Shown = Funnel | Lengths | Weeks | Standing | Year


@dataclass(frozen=True)
class Picture:
    """A picture: its heading, the line below it, what it shows, and whether it is drawn for a dark screen.

    `language`: of the names of months (all other words come with the picture).
    """

    title: str
    line: str
    shown: Shown
    dark: bool = False
    language: str = "en"
