"""All that a person has in the export form, read piece by piece, so that a million take no more room than a few."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from storage import reminders, wholes
from storage.filters import Filter
from storage.records import Application
from storage.wholes import Whole
from tools import portable

ALL = Filter(sort="added", limit=None)
TOLD_ELSEWHERE = ("digest", "posting")  # reminders that follow from settings and from postings that are watched


def form(db: Connection, user_id: int, zone_key: str, now: datetime) -> dict[str, Any]:
    """The export form, version 1; its lists are iterators, to be read once, in their order, while `db` is open."""
    return {
        "version": portable.VERSION,
        "user": {"timezone": zone_key},
        "applications": (_application(one) for one in wholes.each(db, user_id, ALL, entries=True)),
        "reminders": _reminders(db, user_id, now),
    }


def count_reminders(db: Connection, user_id: int, now: datetime) -> int:
    """How many reminders the form holds."""
    return reminders.count(db, user_id, now, TOLD_ELSEWHERE)


def _reminders(db: Connection, user_id: int, now: datetime) -> Iterator[dict[str, Any]]:
    for r in reminders.each(db, user_id, now, TOLD_ELSEWHERE):
        yield {
            "application_id": r.application_id,
            "kind": r.kind,
            "due_at": portable.instant(r.due_at),
            "text": r.text or "",
            "status": r.status,
        }


def _application(whole: Whole) -> dict[str, Any]:
    return {
        **_fields(whole.application),
        "notes": [{"at": portable.instant(n.at), "text": n.text} for n in whole.notes],
        "history": [
            {"status": str(h.status), "at": portable.instant(h.at), "source": str(h.source), "note": h.note}
            for h in whole.entries
        ],
        "interviews": [
            {
                "starts_at": portable.instant(i.starts_at),
                "kind": i.kind,
                "duration_minutes": i.duration_minutes,
                "with": i.with_,
                "location": i.location,
            }
            for i in whole.interviews
        ],
        "contacts": [{"name": c.name, "role": c.role, "email": c.email, "phone": c.phone} for c in whole.contacts],
    }


def _fields(a: Application) -> dict[str, Any]:
    return {
        "id": a.id,
        "company": a.company,
        "title": a.title,
        "status": str(a.status),
        "applied_on": a.applied_on.isoformat() if a.applied_on else None,
        "source": a.source,
        "location": a.location,
        "work_mode": a.work_mode,
        "employment_type": a.employment_type,
        "salary_min": portable.amount(a.salary_min),
        "salary_max": portable.amount(a.salary_max),
        "salary_currency": a.salary_currency,
        "salary_period": a.salary_period,
        "url": a.url,
        "deadline_on": a.deadline_on.isoformat() if a.deadline_on else None,
        "favorite": a.favorite,
        "archived": a.archived,
        "tags": list(a.tags),
    }
