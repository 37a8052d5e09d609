"""Taking all of one's data out as a file; the form itself is `portable.py`'s, the way back in `imports.py`'s."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection

from storage import applications, contacts, interviews, notes, reminders
from storage.filters import Filter
from storage.records import Application, Contact, Interview, Note
from storage.users import User
from tools import portable
from tools.context import Context
from tools.receipts import counted
from tools.result import Result, Said
from tools.sheets import table
from tools.tool import tool

ALL = 10**9  # more rows than anybody has
Part = TypeVar("Part", Note, Contact, Interview)


@tool("export", reads=True, examples=("/export json", "/export csv"))
def export(ctx: Context, format: Literal["json", "csv"] = "json") -> Result:
    """Hand out all of the user's data as a file (json), or the applications as a table for a spreadsheet (csv)."""
    if format == "csv":
        return _table(ctx)
    form = form_of(ctx.db, ctx.user, ctx.now)
    path = ctx.keep_file(f"jobbot-{ctx.now:%Y-%m-%d-%H%M%S}", "json", portable.dump(form))
    count = counted(len(form["applications"]))
    return Said(text=f"All your data: {count}, {counted(len(form['reminders']), 'reminder')}.", files=(str(path),))


def _table(ctx: Context) -> Result:
    found = sorted(applications.find(ctx.db, ctx.user.id, Filter(limit=None)).items, key=lambda one: one.id)
    parts = _Parts(ctx.db, ctx.user.id)
    rows = (
        table.Line(a, parts.notes[a.id], parts.contacts[a.id], parts.interviews[a.id], parts.last_news(a))
        for a in found
    )
    path = ctx.keep_file(f"jobbot-{ctx.now:%Y-%m-%d-%H%M%S}", "csv", table.text_of(rows, ctx.user.zone))
    text = f"A table of {counted(len(found))}, for Excel or any other spreadsheet. /export json keeps the history too."
    return Said(text=text, files=(str(path),))


def form_of(db: Connection, user: User, now: datetime) -> dict[str, Any]:
    """The export form, version 1, of one person."""
    found = sorted(applications.find(db, user.id, Filter(limit=None)).items, key=lambda one: one.id)
    parts = _Parts(db, user.id)
    return {
        "version": portable.VERSION,
        "user": {"timezone": user.settings.timezone},
        "applications": [parts.form(a) for a in found],
        "reminders": [
            {
                "application_id": r.application_id,
                "kind": r.kind,
                "due_at": portable.instant(r.due_at),
                "text": r.text or "",
                "status": r.status,
            }
            for r in reminders.find(db, user.id, now, statuses=None)
            if r.kind != "digest"
        ],
    }


class _Parts:
    """What hangs on a person's applications, read in few queries."""

    def __init__(self, db: Connection, user_id: int) -> None:
        self.db = db
        self.user_id = user_id
        # The newest come first, and are wanted last.
        self.notes = _by_application(notes.search_notes(db, user_id, "", limit=ALL)[::-1])
        self.interviews = _by_application(interviews.find_interviews(db, user_id))
        people = contacts.find_contacts(db, user_id, limit=ALL)
        self.contacts = _by_application(sorted(people, key=lambda one: one.id))

    def last_news(self, a: Application) -> datetime | None:
        """When the application came to where it stands."""
        entries = applications.get_history(self.db, self.user_id, a.id)
        return entries[-1].at if entries else None

    def form(self, a: Application) -> dict[str, Any]:
        """One application as the form has it."""
        return {
            **_fields(a),
            "notes": [{"at": portable.instant(n.at), "text": n.text} for n in self.notes[a.id]],
            "history": [
                {"status": str(h.status), "at": portable.instant(h.at), "source": str(h.source), "note": h.note}
                for h in applications.get_history(self.db, self.user_id, a.id)
            ],
            "interviews": [
                {
                    "starts_at": portable.instant(i.starts_at),
                    "kind": i.kind,
                    "duration_minutes": i.duration_minutes,
                    "with": i.with_,
                    "location": i.location,
                }
                for i in self.interviews[a.id]
            ],
            "contacts": [
                {"name": c.name, "role": c.role, "email": c.email, "phone": c.phone} for c in self.contacts[a.id]
            ],
        }


def _by_application(parts: Sequence[Part]) -> defaultdict[int, list[Part]]:
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for part in parts:
        found[part.application_id].append(part)
    return found


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
