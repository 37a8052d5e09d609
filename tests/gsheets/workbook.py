"""A spreadsheet as Google keeps one: tabs, cells, names of columns that move with them; what a person does to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class Invalid(Exception):
    """A request that Google would not take (400)."""


@dataclass
class Named:
    """Developer metadata at a column of a tab."""

    key: str
    value: str
    column: int


@dataclass
class Tab:
    """A tab: cells as text, numbers or formulas (`=…` with what it shows), merged ranges and named columns."""

    id: int
    title: str
    cells: list[list[Any]] = field(default_factory=list)
    frozen: int = 0
    merges: list[dict[str, int]] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    protected: bool = False

    def get(self, row: int, column: int) -> Any:
        """What stands in a cell; empty text where nothing does."""
        line = self.cells[row] if row < len(self.cells) else []
        return line[column] if column < len(line) else ""

    def put(self, row: int, column: int, value: Any) -> None:
        """Put something into a cell."""
        while len(self.cells) <= row:
            self.cells.append([])
        line = self.cells[row]
        line += [""] * (column + 1 - len(line))
        line[column] = value

    @property
    def last(self) -> int:
        """The row after the last one that holds anything."""
        return max((at + 1 for at, line in enumerate(self.cells) if any(one != "" for one in line)), default=0)

    def shown(self, row: int, column: int) -> str:
        """A cell as it is shown."""
        found = self.get(row, column)
        return str(int(found)) if isinstance(found, float) and found == int(found) else str(found)

    # What a person does.

    def column(self, heading: str) -> int:
        """Where the column of a heading is."""
        return [self.shown(0, at) for at in range(60)].index(heading)

    def row(self, words: str) -> int:
        """The row in which some words stand."""
        return next(at for at, line in enumerate(self.cells) if words in line)

    def typed(self, words: str, heading: str, value: str) -> None:
        """Type into the cell of a row that holds some words."""
        self.put(self.row(words), self.column(heading), value)

    def read(self, words: str, heading: str) -> str:
        """What the cell of a row shows."""
        return self.shown(self.row(words), self.column(heading))

    def sort(self, heading: str) -> None:
        """Sort all rows but the first by a column."""
        at = self.column(heading)
        width = max(len(line) for line in self.cells)
        lines = [line + [""] * (width - len(line)) for line in self.cells]
        self.cells = [lines[0], *sorted(lines[1:], key=lambda line: str(line[at]))]

    def delete_row(self, words: str) -> None:
        """Delete a row."""
        del self.cells[self.row(words)]

    def move(self, heading: str, to: int) -> None:
        """Drag a column somewhere else."""
        at = self.column(heading)
        order = [one for one in range(60) if one != at]
        order.insert(to, at)
        self._ordered(order)

    def insert_column(self, to: int, heading: str) -> None:
        """Add a column of one's own."""
        self._ordered([*range(to), 59, *range(to, 59)])
        self.put(0, to, heading)

    def delete_column(self, heading: str) -> None:
        """Delete a column."""
        at = self.column(heading)
        self.named = [one for one in self.named if one.column != at]
        self._ordered([one for one in range(60) if one != at])

    def _ordered(self, order: list[int]) -> None:
        for line in self.cells:
            line += [""] * (60 - len(line))
            line[:] = [line[one] for one in order]
        for one in self.named:
            one.column = order.index(one.column)


@dataclass
class Workbook:
    """A file: whose it is, whether the program made it, and whether it is a sheet at all."""

    id: str
    owner: str
    made_here: bool = False
    tabs: list[Tab] = field(default_factory=list)
    title: str = ""
    excel: bool = False
    readers: frozenset[str] = frozenset()

    def tab(self, number: int) -> Tab:
        """A tab by its number. Raises Invalid."""
        for one in self.tabs:
            if one.id == number:
                return one
        raise Invalid(f"No grid with id: {number}")

    def titled(self, title: str) -> Tab:
        """A tab by its title. Raises Invalid."""
        for one in self.tabs:
            if one.title == title:
                return one
        raise Invalid(f"Unable to parse range: {title}")
