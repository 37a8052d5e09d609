"""What a conversation of a hundred turns leaves on the disk, against langchain's agent with its saver."""

from __future__ import annotations

from collections.abc import Iterator

from bench.measure import Figure
from bench.whole import both, words

TURNS = 100
GOAL = 1 / 100
# A straight line but for the pages of four kilobytes that a file grows by.
STRAIGHT = 1.5


def run() -> Iterator[Figure]:
    """Each turn logs an application; all that the product keeps of it counts, also rows, audit and Undo."""
    with both("model") as (runner, ours, theirs):
        own, other = [ours.bytes_kept()], [theirs.bytes_kept()]
        for number in range(TURNS):
            runner.run(ours.turn("one", words(number)))
            runner.run(theirs.turn("one", words(number)))
            own.append(ours.bytes_kept())
            other.append(theirs.bytes_kept())
    note = f"{(own[-1] - own[0]) // 1024} and {(other[-1] - other[0]) // 1024} KB"
    yield Figure("kept-after-100-turns/create_agent", (own[-1] - own[0]) / (other[-1] - other[0]), GOAL, note)
    early, late = own[40] - own[10], own[100] - own[70]
    peers = (other[100] - other[70]) / (other[40] - other[10])
    yield Figure(
        "kept-turns-71-100/turns-11-40", late / early, STRAIGHT, f"{late} and {early} bytes; the peer's: {peers:.1f}"
    )
