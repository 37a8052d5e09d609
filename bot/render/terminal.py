"""Answers for a terminal: lines broken at its width, tables where they fit, buttons as numbers; pure."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from io import StringIO
from typing import Literal

import wcwidth

from bot.render.lines import Look, visible, wrapped
from bot.render.plain import lines_of
from tools.result import Table
from tools.turn import Answer, Choice

# Below this a table's columns would be a word wide: its rows are told as lines.
NARROWEST_TABLE = 72
GAP = 2
# Words up to so many cells stay whole in a table: the most for which there is room.
LONGEST_WHOLE = range(24, 8, -1)
BOLD, OFF = "\x1b[1m", "\x1b[0m"


def text_of(answer: Answer, look: Look, first: int = 1) -> str:
    """The whole answer, its buttons numbered from `first` on, its files as paths."""
    return "\n".join(part for part in (wrapped(answer.text, look), rest_of(answer, look, first)) if part)


def rest_of(answer: Answer, look: Look, first: int = 1) -> str:
    """The answer without its text, where that has been told already."""
    table = _table(answer.table, look) if answer.table else ""
    # A path or an address that is broken can be neither copied nor clicked.
    files = [f"File: {visible(path)}" for path in answer.files]
    files += [f"To open it: {look.opener} {shlex.quote(visible(path))}" for path in answer.files if look.opener]
    pages = [f"{visible(one.label)}: {visible(one.url)}" for one in answer.choices if one.url]
    parts = [table, wrapped(answer.after, look), *pages, buttons(answer.choices, look, first), *files]
    return "\n".join(part for part in parts if part)


def buttons(choices: Sequence[Choice], look: Look, first: int = 1) -> str:
    """ "[1] Undo  [2] Show": as many on a line as fit, none torn apart that would fit on one."""
    lines: list[str] = []
    for number, choice in enumerate((one for one in choices if not one.url), first):
        label = " ".join(visible(choice.label).split())
        button = f"[{number}] {label}"
        if lines and (look.width is None or wcwidth.width(f"{lines[-1]}  {button}") <= look.width):
            lines[-1] += f"  {button}"
        else:
            lines.append(button)
    text = wrapped("\n".join(lines), look)
    return re.sub(r"(\[\d+\])", rf"{BOLD}\1{OFF}", text) if look.colour else text


def _table(table: Table, look: Look) -> str:
    kept = [n for n in range(len(table.columns)) if any(row[n] not in ("", "–") for row in table.rows)]
    cells = [[table.columns[n], *(" ".join(visible(row[n]).split()) for row in table.rows)] for n in kept]
    widths = None if look.plain or look.width is None else _widths(cells, look.width - GAP * (len(kept) - 1))
    if widths is None or look.width is None:
        return wrapped(lines_of(table), look)
    return _drawn(cells, widths, look)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """How many cells each column gets of the room, its usual words before its longest; None where it is too little."""
    words = [max(wcwidth.width(word) for cell in column for word in cell.split() or [""]) for column in columns]
    floors = [[min(longest, cap) for longest in words] for cap in LONGEST_WHOLE]
    widths = next((floor for floor in floors if sum(floor) <= room), None)
    if widths is None or room + GAP * (len(columns) - 1) < NARROWEST_TABLE:
        return None
    natural = [sorted(wcwidth.width(cell) for cell in column) for column in columns]
    for goal in ([column[len(column) // 2] for column in natural], [column[-1] for column in natural]):
        while sum(widths) < room and (wanting := [n for n, width in enumerate(widths) if width < goal[n]]):
            for n in wanting[: room - sum(widths)]:
                widths[n] += 1
    return widths


def _drawn(columns: Sequence[Sequence[str]], widths: Sequence[int], look: Look) -> str:
    """Columns under their names, without a frame."""
    # Loaded with the first table: a chat may end without one.
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, GAP - 1, 0, 0), show_edge=False)
    for (name, *_), width in zip(columns, widths, strict=True):
        grid.add_column(Text(name), width=width, overflow="fold")
    for row in zip(*(column[1:] for column in columns), strict=True):
        grid.add_row(*map(Text, row))
    out = StringIO()
    colours: Literal["standard"] | None = "standard" if look.colour else None
    Console(file=out, width=look.width, force_terminal=look.colour, color_system=colours).print(grid)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))
