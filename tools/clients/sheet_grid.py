"""What stands in the tab of a sheet that is ours, and what is to be written there; pure values, no server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NUMBER = "number"


@dataclass(frozen=True)
class Tab:
    """Our tab: its id at Google, its title, and where our columns are by now (counted from 0)."""

    id: int
    title: str
    columns: Mapping[str, int]
    merged: tuple[tuple[range, range], ...] = ()

    def covered(self, row: int, column: int) -> bool:
        """Whether a cell lies under a merged one, where nothing can be read or written."""
        return any(
            row in rows and column in columns and (row, column) != (rows.start, columns.start)
            for rows, columns in self.merged
        )


@dataclass(frozen=True)
class Grid:
    """The rows with a number of ours: where each is (counted from 0), and the words in our columns."""

    places: Mapping[int, int] = field(default_factory=dict)
    cells: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words for one cell."""

    row: int
    column: int
    text: str
