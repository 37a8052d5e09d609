"""Compares a person's list, what we wrote last and what stands in the sheet: what to write, and what to ask; pure.

A cell that was changed by hand is never written over before the person has said whose words are to stay.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storage.sheet_rows import GONE, OUT, Row
from tools.clients.sheet_grid import Cell, Grid, Tab
from tools.livesheet.columns import DELETED, same

Words = Mapping[str, str]


@dataclass(frozen=True)
class Step:
    """One row: what is to be written into it (all of it at the end, where it is `new`), and what is known then."""

    row: Row
    cells: Sequence[Cell] = ()
    new: bool = False
    asks: bool = False

    @property
    def writes(self) -> bool:
        """Whether anything goes to the server."""
        return self.new or bool(self.cells)


@dataclass
class Plan:
    """What is to be done with each row of which anything is new."""

    steps: list[Step] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        """Whether there is something new to ask the person."""
        return any(step.asks for step in self.steps)


def plan(ours: Mapping[int, Words], known: Mapping[int, Row], grid: Grid, tab: Tab) -> Plan:
    """What is to be done. `ours`: the cells of each application by its number."""
    found = Plan()
    for number, words in ours.items():
        row = known.get(number)
        if number in grid.places:
            step = _compared(row or Row(number, cells=dict(words)), words, grid, tab)
        elif row is None:
            step = Step(Row(number, cells=dict(words)), new=True)
        else:
            step = Step(row if row.state in (GONE, OUT) else Row(number, GONE), asks=row.state not in (GONE, OUT))
        if step.writes or step.row != row:
            found.steps.append(step)
    found.steps += _deleted(ours, known, grid, tab)
    return found


def _compared(row: Row, words: Words, grid: Grid, tab: Tab) -> Step:
    """A row that is there: its cells one by one."""
    number, place = row.number, grid.places[row.number]
    written, open_, cells, asks = dict(row.cells), {}, [], False
    for name in words:
        column = tab.columns.get(name)
        if column is None or tab.covered(place, column):
            continue
        there, mine = grid.cells[number].get(name, ""), words[name]
        last, asked = written.get(name, mine), row.open.get(name)
        if same(there, mine):
            written[name] = mine
        elif asked is not None and same(there, asked[0]):
            open_[name] = asked
        elif same(there, last):
            written[name] = mine
            cells.append(Cell(place, column, mine))
        else:
            open_[name], asks = (there, mine), True
    return Step(Row(number, cells=written, open=open_), cells, asks=asks)


def _deleted(ours: Mapping[int, Words], known: Mapping[int, Row], grid: Grid, tab: Tab) -> list[Step]:
    """Rows of applications that are no more: marked, for there may be words of the person's own beside ours."""
    steps, column = [], tab.columns.get("status")
    for number, row in known.items():
        if number in ours or row.cells.get("status") == DELETED or column is None:
            continue
        place = grid.places.get(number)
        cells = () if place is None else (Cell(place, column, DELETED),)
        steps.append(Step(Row(number, cells={**row.cells, "status": DELETED}), cells))
    return steps
