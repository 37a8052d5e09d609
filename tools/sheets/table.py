"""The person's applications as a CSV file that spreadsheets open and that can be imported again; pure."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from typing import TextIO
from zoneinfo import ZoneInfo

from storage.wholes import Whole
from tools import portable
from tools.sheets import packed

Cell = str | float | date
BOM = "\ufeff"  # by it Excel knows UTF-8
HEADERS = (
    "Company", "Title", "Status", "Applied on", "Status since", "Source", "Location", "Work mode", "Employment type",
    "Salary min", "Salary max", "Currency", "Salary period", "URL", "Deadline", "Tags", "Favorite", "Archived",
    "Jobbot notes", "Jobbot contacts", "Jobbot interviews",
)  # fmt: skip


def write(file: TextIO, lines: Iterable[Whole], zone: ZoneInfo) -> None:
    """Write the file, with its mark. Days and hours are those of `zone`, instants with their offset."""
    file.write(BOM)
    writer = csv.writer(file)
    writer.writerow(HEADERS)
    for line in lines:
        writer.writerow([packed.defused(str(cell)) for cell in cells(line, zone)])


def cells(line: Whole, zone: ZoneInfo) -> tuple[Cell, ...]:
    """The cells of one application as they are meant: text, days, amounts; what is unknown is empty text."""
    a = line.application
    return (
        a.company, a.title or "", str(a.status), a.applied_on or "",
        line.news_at.astimezone(zone).date() if line.news_at else "",
        a.source or "", a.location or "", a.work_mode or "", a.employment_type or "",
        _amount(a.salary_min), _amount(a.salary_max), a.salary_currency or "", a.salary_period or "",
        a.url or "", a.deadline_on or "", "; ".join(a.tags), _flag(a.favorite), _flag(a.archived),
        packed.notes_cell(line.notes, zone), packed.contacts_cell(line.contacts),
        packed.interviews_cell(line.interviews, zone),
    )  # fmt: skip


def _amount(value: float | None) -> float | str:
    found = portable.amount(value)
    return "" if found is None else found


def _flag(value: bool) -> str:
    return "yes" if value else ""
