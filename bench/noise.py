"""Long noise is read in time that grows with its length alone: four times the text, about four times the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench.measure import Figure, seconds
from tools import money, when

SHORT, LONG = 10_000, 40_000
GOAL = 2.5  # 1 is exactly linear; the square would be 4
ROUNDS = 3
TIMES = (
    "a",
    "9",
    "1-2/3.4:5 ",
    "tomorrow at 3pm ",
    "at at 3 of the ",
    "[(",
    "é",
    "aaaa.",
    "x@",
    "£1,0",
    "last last ",
    "٣",
)
SUMS = ("1 ", "$1", "90k ", "1-", "1 and ", "5 US dollars ", "salary of ", "1 000 ", "a 1 month ")


def run() -> Iterator[Figure]:
    """The worst growth of each reader over its pieces of noise, each repeated to 10,000 and 40,000 characters."""
    readers: tuple[tuple[str, Callable[[str], object], tuple[str, ...]], ...] = (
        ("dates", when.find, TIMES),
        ("pay", money.find, SUMS),
    )
    for name, read, pieces in readers:
        growth = {piece: _growth(read, piece) for piece in pieces}
        worst = max(growth, key=growth.__getitem__)
        yield Figure(f"noise-{name}/linear", growth[worst], GOAL, f"worst of {len(pieces)}: {worst!r}")


def _growth(read: Callable[[str], object], piece: str) -> float:
    """The time for the long noise over that for as many characters of the short one."""
    short, long = (min(_times(read, (piece * size)[:size])) for size in (SHORT, LONG))
    return long / (short * LONG / SHORT)


def _times(read: Callable[[str], object], text: str) -> list[float]:
    return [seconds(lambda: read(text)) for _ in range(ROUNDS)]
