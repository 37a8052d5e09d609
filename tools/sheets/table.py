"""The person's applications as a CSV file that spreadsheets open and that can be imported again; pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from storage.records import Application, Contact, Interview, Note
from tools import portable
from tools.sheets import packed

BOM = "\ufeff"  # by it Excel knows UTF-8
HEADERS = (
    "Company", "Title", "Status", "Applied on", "Status since", "Source", "Location", "Work mode", "Employment type",
    "Salary min", "Salary max", "Currency", "Salary period", "URL", "Deadline", "Tags", "Favorite", "Archived",
    "Jobbot notes", "Jobbot contacts", "Jobbot interviews",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One application with what hangs on it; `news_at` is when it came to where it stands (UTC)."""

    application: Application
    notes: Sequence[Note]
    contacts: Sequence[Contact]
    interviews: Sequence[Interview]
    news_at: datetime | None


def text_of(lines: Iterable[Line], zone: ZoneInfo) -> str:
    """The file's text, with its mark; days and hours are those of `zone`, instants with their offset."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADERS)
    for line in lines:
        writer.writerow([packed.defused(cell) for cell in _cells(line, zone)])
    return BOM + out.getvalue()


def _cells(line: Line, zone: ZoneInfo) -> tuple[str, ...]:
    a = line.application
    return (
        a.company, a.title or "", str(a.status), _day(a.applied_on),
        line.news_at.astimezone(zone).date().isoformat() if line.news_at else "",
        a.source or "", a.location or "", a.work_mode or "", a.employment_type or "",
        _amount(a.salary_min), _amount(a.salary_max), a.salary_currency or "", a.salary_period or "",
        a.url or "", _day(a.deadline_on), "; ".join(a.tags), _flag(a.favorite), _flag(a.archived),
        packed.notes_cell(line.notes, zone), packed.contacts_cell(line.contacts),
        packed.interviews_cell(line.interviews, zone),
    )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _amount(value: float | None) -> str:
    found = portable.amount(value)
    return "" if found is None else str(found)


def _flag(value: bool) -> str:
    return "yes" if value else ""
