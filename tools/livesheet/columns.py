"""Our columns in a sheet: their headings, and how an application's facts are written there; reads nothing."""

from __future__ import annotations

from storage.records import Application
from storage.wholes import Whole
from tools.clients.sheet_grid import NUMBER
from tools.words import pay_words

HEADINGS = {
    NUMBER: "Jobbot no.",
    "company": "Company",
    "title": "Role",
    "status": "Status",
    "applied_on": "Applied",
    "source": "Source",
    "location": "Location",
    "work_mode": "Work mode",
    "employment_type": "Type",
    "pay": "Pay",
    "url": "Link",
    "deadline": "Deadline",
    "notes": "Notes",
}
DELETED = "deleted"
# Google takes up to 50,000 characters in a cell.
MOST = 20_000


def cells_of(whole: Whole) -> dict[str, str]:
    """What an application's row holds, but for its number; days as 2026-11-17."""
    a = whole.application
    notes = "\n".join(one.text for one in whole.notes)
    found = {
        "company": a.company, "title": a.title, "status": str(a.status), "applied_on": _day(a.applied_on),
        "source": a.source, "location": a.location, "work_mode": a.work_mode, "employment_type": a.employment_type,
        "pay": _pay(a), "url": a.url, "deadline": _day(a.deadline_on), "notes": notes,
    }  # fmt: skip
    return {name: _fitting(words or "") for name, words in found.items()}


def same(one: str, other: str) -> bool:
    """Whether two cells say the same, whatever their blanks and capitals."""
    return one == other or " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _pay(a: Application) -> str:
    return pay_words(a.salary_min, a.salary_max, a.salary_currency, a.salary_period)


def _fitting(words: str) -> str:
    return words if len(words) <= MOST else words[: MOST - 1] + "…"
