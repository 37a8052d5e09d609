"""What both chat services show alike: what stands out, rows of tables, lines that no letters turn around; pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.render.lines import visible
from tools.result import Table

# "Logged: Stripe …" and "Stripe · cook: applied → rejected": what it is about stands out.
LABELLED = re.compile(r"(?P<head>[A-Z][^:.!?·\n]{1,44}:) \S.*", re.S)
MOVED = re.compile(r"(?P<head>[^:\n]{1,120}): [^:\n]+ → .+", re.S)
LEFT_TO_RIGHT = "\u200e"  # a mark without width
TURNING = ("R", "AL")


@dataclass(frozen=True)
class Row:
    """A row of a table in two lines: its number and name, what stands beside them, and the rest below."""

    head: str
    beside: str
    below: str


def bold(line: str) -> int:
    """How many of the first characters of a line stand out."""
    found = LABELLED.fullmatch(line) or MOVED.fullmatch(line)
    return len(found["head"]) if found else 0


def calm(text: str) -> str:
    """The text without what would turn its lines around or give orders to a screen."""
    return "\n".join(map(_from_left, visible(text).split("\n")))


def rows(table: Table) -> Iterator[Row]:
    """The rows; empty cells are left out."""
    for number, name, *rest in table.rows:
        cells = [visible(cell) for cell in rest if cell and cell != "–"]
        head = _from_left(visible(f"{number}. {name}"))
        yield Row(
            head, "".join(f" · {cell}" for cell in cells[:1]), f"    {' · '.join(cells[1:])}" if cells[1:] else ""
        )


def _from_left(line: str) -> str:
    """A line of ours that begins with a Hebrew or Arabic name: without a mark all of it would begin at the right."""
    ways = [way for way in map(unicodedata.bidirectional, line) if way in ("L", *TURNING)]
    ours = "L" in ways or line[:1].isdecimal()
    return LEFT_TO_RIGHT + line if ways and ways[0] in TURNING and ours else line
