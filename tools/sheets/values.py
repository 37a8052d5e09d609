"""One row of a table becomes an application, each cell by its field; it remembers the days that it has read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from storage.status import Status
from tools.portable import ApplicationPart
from tools.sheets import dates, packed
from tools.sheets.entry import BadRow, Entry, Manner
from tools.sheets.rows import Row
from tools.sheets.takers import take
from tools.sheets.words_table import BLANK

MOST_KEPT = 20_000  # days remembered: the same one stands in many rows


See = Callable[[str, Status | None], None]


class RowReader:
    """Reads rows in one manner; each word for a status, and what it was taken for, is told to `see`."""

    def __init__(self, manner: Manner, see: See | None = None) -> None:
        self.manner = manner
        self.see = see
        self._days: dict[str, tuple[date, str] | str] = {}

    def read(self, row: Row) -> ApplicationPart:
        """The application in a row, as the export form has one. Raises BadRow."""
        if row.problem:
            raise BadRow(row.problem)
        entry = Entry(row, self.manner, self._day)
        for place, name in enumerate(self.manner.fields[: len(row.cells)]):
            cell = packed.restored(row.cells[place]).strip()
            if name != "nothing" and cell and cell.casefold() not in BLANK:
                take(entry, name, self.manner.named[place], cell)
        found = entry.finished()
        if self.see is not None and entry.said_status:
            self.see(entry.said_status, entry.meant)
        return found

    def _day(self, cell: str) -> tuple[date, str]:
        found = self._days.get(cell)
        if found is None:
            found = self._read_day(cell)
            if len(self._days) < MOST_KEPT:
                self._days[cell] = found
        if isinstance(found, str):
            raise BadRow(found)
        return found

    def _read_day(self, cell: str) -> tuple[date, str] | str:
        try:
            found = dates.read(cell, self.manner.now, self.manner.order)
        except ValueError as error:
            return str(error)
        return found if 1900 < found[0].year < 2200 else f"“{cell[:40]}” lies too far away"
