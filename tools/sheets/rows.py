"""What a table is made of, whatever file it came from, and how much of it is read; knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Protocol

from tools.result import Refusal

MAX_COLUMNS = 300
MAX_CELL = 100_000  # characters
MAX_ROWS = 100_000
NO_LINKS: Mapping[int, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file (from 1), its cells as text, links behind cells by index.

    `problem` says why it cannot be read at all; then there are no cells.
    """

    number: int
    cells: tuple[str, ...] = ()
    links: Mapping[int, str] = field(default_factory=lambda: NO_LINKS)
    problem: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.problem and not any(cell.strip() for cell in self.cells)


class Source(Protocol):
    """One sheet; it can be read again and again, row by row, and holds no rows itself."""

    @property
    def name(self) -> str:
        """The sheet's name; empty for a file that has none."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the person should know of how it is read."""

    def rows(self) -> Iterator[Row]:
        """The rows from the top. Raises Refusal."""


class Unreadable(Refusal):
    """A file that is no table."""


def letter(index: int) -> str:
    """The letter of a column as a spreadsheet shows it: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def index_of(letters: str) -> int:
    """The column of some letters; 0 is A."""
    number = 0
    for one in letters.upper():
        number = number * 26 + ord(one) - 64
    return number - 1
