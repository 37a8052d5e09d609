"""Taking all of one's data out as a file; the form itself is `portable.py`'s, the way back in `imports.py`'s."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection

from storage import applications, contacts, interviews, notes, reminders
from storage.filters import Filter
from storage.records import Application, Contact, Interview, Note
from storage.users import User
from tools import handing, portable, spans
from tools.context import Context
from tools.fields import PastRange
from tools.handing import ReportLanguage
from tools.receipts import counted
from tools.result import Result, Said
from tools.tool import tool
from tools.when import DateRange

ALL = 10**9  # more rows than anybody has
Part = TypeVar("Part", Note, Contact, Interview)


@tool("export", reads=True, examples=("/export json", "/export xlsx", "/export pdf, last month, german"))
def export(
    ctx: Context,
    format: Literal["json", "csv", "xlsx", "pdf"] = "json",
    period: PastRange | None = None,
    language: ReportLanguage = "en",
) -> Result:
    """Hand out all data (json), a table (csv, xlsx) or a record for a job centre (pdf)."""
    if format != "json":
        wanted = _applied(format, period)
        what = counted(handing.number_of(ctx, wanted)) + (f" sent {spans.words(ctx, period)}" if period else "")
        return handing.asked(ctx, format, wanted, what, period, language)
    form = form_of(ctx.db, ctx.user, ctx.now)
    path = ctx.keep_file(f"jobbot-{ctx.now:%Y-%m-%d-%H%M%S}", "json", portable.dump(form))
    count = counted(len(form["applications"]))
    more = " It always holds everything: for some days alone take xlsx, csv or pdf." if period else ""
    text = f"All your data: {count}, {counted(len(form['reminders']), 'reminder')}.{more}"
    return Said(text=text, files=(str(path),))


def _applied(form: str, period: DateRange | None) -> Filter:
    """Those applied to in the period, all in the order in which they were added; a report holds what was sent."""
    first, last = spans.ends(period)
    if form != "pdf":
        return Filter(applied_from=first, applied_to=last, sort="added", limit=None)
    return Filter(applied_from=first or date.min, applied_to=last, sort="applied_on", descending=False, limit=None)


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
            if r.kind not in ("digest", "posting")
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
