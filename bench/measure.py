"""What all measurements share: a line of the report, and how two ways to do a thing are timed against each other."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """A ratio with its goal, which it must not exceed; without a goal it only informs. `note` says more in words."""

    name: str
    ratio: float
    goal: float | None = None
    note: str = ""

    @property
    def ok(self) -> bool:
        """Whether the goal is reached."""
        return self.goal is None or self.ratio <= self.goal

    def line(self) -> str:
        """`name ratio goal ok|short`; what has no goal, and what is only said, stands behind a hash."""
        note = f"  # {self.note}" if self.note else ""
        if self.goal is None:
            return f"# {self.name} {self.ratio:.3f}{note}"
        return f"{self.name} {self.ratio:.3f} {self.goal:g} {'ok' if self.ok else 'short'}{note}"


Bench = Callable[[], Iterator[Figure]]


def seconds(work: Callable[[], object]) -> float:
    """How long one run of `work` takes, without the garbage collector."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        work()
        return perf_counter() - start
    finally:
        gc.enable()


def against(ours: Callable[[], object], theirs: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """The median ratio of ours to theirs, timed in turn round by round, and the median seconds of each."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return median(a / b for a, b in pairs), middle([a for a, _ in pairs]), middle([b for _, b in pairs])


def middle(times: Sequence[float]) -> float:
    """The median, 0.0 of nothing."""
    return median(times) if times else 0.0


def size(path: Path) -> int:
    """The bytes of an SQLite file whose write-ahead log has been taken in."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size
