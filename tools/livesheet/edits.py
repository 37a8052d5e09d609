"""Cells that a person changed by hand, as the calls that take their words into the list; reads no cell itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from storage import sheet_rows
from storage.filters import Filter
from storage.records import Application
from storage.sheet_rows import GONE, Row
from storage.wholes import Whole, each
from tools.context import Context
from tools.livesheet.columns import HEADINGS, cells_of, same
from tools.result import Call
from tools.words import clipped, name_of

ARGUMENT = {
    "company": "new_company", "title": "new_title", "applied_on": "applied_on", "source": "source",
    "location": "location", "work_mode": "work_mode", "employment_type": "employment_type", "pay": "pay", "url": "url",
    "deadline": "deadline",
}  # fmt: skip
CLEARED = {
    "title": "title", "source": "source", "location": "location", "work_mode": "work mode",
    "employment_type": "employment type", "pay": "pay", "url": "link", "deadline": "deadline",
}  # fmt: skip

# So many rows are asked about at once, at most.
AT_ONCE = 500


@dataclass(frozen=True)
class Edit:
    """One cell: what stands in the sheet, what we have, and what we had when it was seen."""

    application: Application
    column: str
    there: str
    mine: str
    then: str

    @property
    def key(self) -> str:
        """How a button names it."""
        return f"{self.application.id}.{self.column}"

    @property
    def taken(self) -> bool:
        """Whether the list has taken the sheet's words over, or says the same."""
        return not same(self.mine, self.then) or same(self.mine, self.there)

    @property
    def words(self) -> str:
        """The cell in a line for the person."""
        a = self.application
        there, mine = (clipped(one, 60) or "(empty)" for one in (self.there, self.mine))
        name = clipped(name_of(a.company, a.title), 60)
        return f"{name}, {HEADINGS[self.column]}: “{there}” in the sheet, “{mine}” here"

    @property
    def call(self) -> Call | None:
        """What takes the sheet's words over; None where an empty cell cannot be taken."""
        company = f"#{self.application.id}"
        if not self.there.strip():
            cleared = CLEARED.get(self.column)
            return Call(name="update", args={"company": company, "clear": [cleared]}) if cleared else None
        if self.column == "status":
            return Call(name="status", args={"company": company, "status": self.there})
        if self.column == "notes":
            return Call(name="note", args={"company": company, "text": self._added})
        return Call(name="update", args={"company": company, ARGUMENT[self.column]: self.there})

    @property
    def _added(self) -> str:
        """Of notes that were written on, only what is new."""
        more = self.there.removeprefix(self.mine).strip()
        return more or self.there


def opened(ctx: Context) -> Iterator[Edit]:
    """The cells about which nothing is settled yet."""
    rows = [row for row in sheet_rows.of_sheet(ctx.db, ctx.user.id).values() if row.open]
    wholes = _wholes(ctx, [row.number for row in rows])
    for row in rows:
        whole = wholes.get(row.number)
        if whole is not None:
            yield from _of_row(row, whole)


def _of_row(row: Row, whole: Whole) -> Iterator[Edit]:
    mine = cells_of(whole)
    for column, (there, then) in row.open.items():
        if column in mine:
            yield Edit(whole.application, column, there, mine[column], then)


def gone(ctx: Context) -> list[Application]:
    """The applications whose rows were deleted by hand, where the person has not said yet what that means."""
    rows = sheet_rows.of_sheet(ctx.db, ctx.user.id).values()
    wholes = _wholes(ctx, [row.number for row in rows if row.state == GONE])
    return [whole.application for whole in wholes.values()]


def _wholes(ctx: Context, numbers: list[int]) -> dict[int, Whole]:
    """Applications by their numbers, those that are still there."""
    if not numbers:
        return {}
    wanted = Filter(ids=tuple(numbers[:AT_ONCE]))
    return {whole.application.id: whole for whole in each(ctx.db, ctx.user.id, wanted)}
