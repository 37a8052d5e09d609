"""Writes applications, companies and figures as an Excel file, row by row; no cell of it can act as a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from storage import wholes
from storage.wholes import Employer
from tools.handouts import summary
from tools.handouts.order import Order, reading
from tools.sheets import packed, table
from tools.sheets.table import Cell

MOST_ROWS = 1_048_576  # of a sheet, with its heading
MOST_LETTERS = 32_767  # of a cell
# Text as it is: what looks like a formula or a link is neither.
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDTHS = {"Company": 26, "Title": 34, "URL": 30, "Location": 20, "Jobbot notes": 40, "Jobbot contacts": 30,
          "Jobbot interviews": 30, "Figure": 44}  # fmt: skip
USUAL = 14
EMPLOYERS = ("Company", "Applications", "Active", "First applied", "Last applied", "Last news")


@dataclass(frozen=True)
class Formats:
    """How cells look; `guarded`: text that begins like a formula stays text when somebody edits it."""

    head: Format
    day: Format
    guarded: Format


def write(order: Order, path: Path, url: str) -> str:
    """Write the file; gives what there is to say where one sheet is too short. Raises OSError, DatabaseProblem."""
    with reading(url) as db, path.open("wb") as file, Workbook(file, OPTIONS) as book:
        formats = Formats(
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            book.add_format({"quote_prefix": True}),
        )
        lines = (table.cells(one, order.zone) for one in wholes.each(db, order.user_id, order.wanted))
        sheets = _sheets(book, "Applications", table.HEADERS, lines, formats)
        found = (_employer(one, order) for one in wholes.employers(db, order.user_id, order.wanted))
        _sheets(book, "Companies", EMPLOYERS, found, formats)
        _sheets(book, "Figures", ("Figure", "Value", "Of"), summary.rows(db, order), formats)
    return f"One sheet holds {MOST_ROWS - 1:,} rows, so the applications stand on {sheets}." if sheets > 1 else ""


def _employer(one: Employer, order: Order) -> tuple[Cell, ...]:
    news = one.news_at.astimezone(order.zone).date()
    return (one.company, one.applications, one.active, one.first_on or "", one.last_on or "", news)


def _sheets(book: Workbook, name: str, heads: Sequence[str], lines: Iterable[Sequence[Cell]], formats: Formats) -> int:
    """Write lines below their heads on a sheet, and on further ones where it is full; gives how many there are."""
    sheet, row, number = _sheet(book, name, heads, formats), 0, 1
    for line in lines:
        row += 1
        if row == MOST_ROWS:
            _finish(sheet, row, heads)
            number, row = number + 1, 1
            sheet = _sheet(book, f"{name} {number}", heads, formats)
        for column, cell in enumerate(line):
            _cell(sheet, row, column, cell, formats)
    _finish(sheet, row + 1, heads)
    return number


def _sheet(book: Workbook, name: str, heads: Sequence[str], formats: Formats) -> Any:
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    for column, head in enumerate(heads):
        sheet.set_column(column, column, WIDTHS.get(head, USUAL))
        sheet.write_string(0, column, head, formats.head)
    return sheet


def _finish(sheet: Any, rows: int, heads: Sequence[str]) -> None:
    sheet.autofilter(0, 0, rows - 1, len(heads) - 1)


def _cell(sheet: Any, row: int, column: int, cell: Cell, formats: Formats) -> None:
    if isinstance(cell, date):
        # Excel knows no day before 1900.
        if cell.year >= 1900:
            sheet.write_datetime(row, column, cell, formats.day)
        else:
            sheet.write_string(row, column, cell.isoformat())
    elif isinstance(cell, str):
        if cell:
            guarded = formats.guarded if packed.FORMULA.match(cell) else None
            sheet.write_string(row, column, cell[:MOST_LETTERS], guarded)
    else:
        sheet.write_number(row, column, cell)
