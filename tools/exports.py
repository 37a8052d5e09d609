"""Taking all of one's data out as a file, and bringing it back in; the form itself is `portable.py`'s."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

from sqlalchemy import Connection

from storage import applications, contacts, interviews, notes, reminders, users
from storage.companies import company_key
from storage.filters import Filter
from storage.records import Application, Entry
from storage.status import Source
from storage.users import User
from tools import portable
from tools.context import Context
from tools.receipts import counted
from tools.result import Receipt, Refusal, Result, Said
from tools.tool import tool
from tools.which import everything

MAX_FILE = 200_000_000
IMPORTED = ("title", "source", "location", "work_mode", "employment_type", "url", "deadline_on", "favorite", "archived")


@tool("export", reads=True, examples=("/export json",))
def export(ctx: Context, format: Literal["json"] = "json") -> Result:
    """Hand out all of the user's data as a file."""
    path = ctx.file_for(f"jobbot-{ctx.now:%Y-%m-%d-%H%M%S}.json")
    form = form_of(ctx.db, ctx.user, ctx.now)
    path.write_text(portable.dump(form), "utf-8")
    path.chmod(0o600)
    count = counted(len(form["applications"]))
    return Said(text=f"All your data: {count}, {counted(len(form['reminders']), 'reminder')}.", files=(str(path),))


def form_of(db: Connection, user: User, now: datetime) -> dict[str, Any]:
    """The export form, version 1, of one person."""
    found = applications.find(db, user.id, Filter(limit=None, sort="created", descending=False)).items
    return {
        "version": portable.VERSION,
        "user": {"timezone": user.settings.timezone},
        "applications": [_application(db, user.id, a) for a in found],
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


def _application(db: Connection, user_id: int, a: Application) -> dict[str, Any]:
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
        "notes": [{"at": portable.instant(n.at), "text": n.text} for n in notes.get_notes(db, user_id, a.id)],
        "history": [
            {"status": str(h.status), "at": portable.instant(h.at), "source": str(h.source), "note": h.note}
            for h in applications.get_history(db, user_id, a.id)
        ],
        "interviews": [
            {
                "starts_at": portable.instant(i.starts_at),
                "kind": i.kind,
                "duration_minutes": i.duration_minutes,
                "with": i.with_,
                "location": i.location,
            }
            for i in interviews.get_interviews(db, user_id, a.id)
        ],
        "contacts": [
            {"name": c.name, "role": c.role, "email": c.email, "phone": c.phone}
            for c in contacts.get_contacts(db, user_id, a.id)
        ],
    }


@tool("import", offered=False, examples=("/import, with a file",))
def bring_in(ctx: Context) -> Result:
    """Bring in a file that /export made; what is there already is skipped."""
    if not ctx.files:
        raise Refusal("Send /import together with the file, one that /export made.")
    texts = [(path.name, _text_of(path)) for path in ctx.files]
    forms = [portable.read(text, name) for name, text in texts]
    added = skipped = 0
    for form in forms:
        a, s = import_form(ctx, form)
        added, skipped = added + a, skipped + s
    there = f" {skipped} {'was' if skipped == 1 else 'were'} there already and skipped." if skipped else ""
    return Receipt(text=f"Imported {counted(added)}.{there}")


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_FILE:
            raise Refusal(f"{path.name} is too large ({path.stat().st_size // 1_000_000} MB).")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Refusal(f"{path.name}, line {line}: this is no UTF-8 text. Nothing was imported.") from None
    except OSError as error:
        raise Refusal(f"I cannot read {path.name}: {error.strerror}.") from None


def import_form(ctx: Context, form: portable.Form) -> tuple[int, int]:
    """Add what a form holds and is not there yet; give how many applications were added and skipped."""
    user = _with_zone(ctx, form.user.timezone)
    there = {_identity(a.company_key, a.title, a.applied_on) for a in everything(ctx)}
    ids: dict[int, int] = {}
    skipped = 0
    for part in form.applications:
        identity = _identity(company_key(part.company), part.title, part.applied_on)
        if identity in there:
            skipped += 1
            continue
        there.add(identity)
        added = _add(ctx, user, part)
        if part.id is not None:
            ids[part.id] = added
    for reminder in form.reminders:
        if reminder.kind == "custom" and reminder.status in ("pending", "snoozed"):
            about = ids.get(reminder.application_id) if reminder.application_id is not None else None
            if about is not None or (reminder.application_id is None and form.applications and ids):
                _remind(ctx, reminder, about)
    return len(form.applications) - skipped, skipped


def _identity(key: str, title: str | None, applied_on: Any) -> tuple[str, str, Any]:
    return key, " ".join((title or "").casefold().split()), applied_on


def _with_zone(ctx: Context, zone: str | None) -> User:
    if zone is None or zone == ctx.user.settings.timezone:
        return ctx.user
    if zone not in available_timezones():
        raise Refusal(f"user.timezone: {zone!r} is no time zone I know. Nothing was imported.")
    return users.change_settings(ctx.journal, ctx.user, timezone=zone)


def _add(ctx: Context, user: User, part: portable.ApplicationPart) -> int:
    fields = {name: getattr(part, name) for name in (*IMPORTED, "salary_min", "salary_max", "salary_currency")}
    noon = datetime.combine(part.applied_on, time(12), user.zone) if part.applied_on else ctx.now
    entries = [Entry(h.status, h.at or noon, h.source, h.note) for h in part.history]
    added = applications.add(
        ctx.journal, part.company, part.status, ctx.now, entries=entries or [Entry(part.status, noon, Source.IMPORT)],
        tags=[tag.casefold() for tag in part.tags], applied_on=part.applied_on, salary_period=part.salary_period, **fields,
    )  # fmt: skip
    for note in part.notes:
        notes.add_note(ctx.journal, added.id, note.text, note.at or ctx.now)
    for interview in part.interviews:
        interviews.add_interview(
            ctx.journal, added.id, interview.starts_at, ctx.now, kind=interview.kind, with_=interview.with_,
            duration_minutes=interview.duration_minutes, location=interview.location,
        )  # fmt: skip
    for contact in part.contacts:
        contacts.add_contact(ctx.journal, added.id, contact.name, role=contact.role, email=contact.email, phone=contact.phone)
    return added.id


def _remind(ctx: Context, part: portable.ReminderPart, application_id: int | None) -> None:
    zone = ctx.user.settings.timezone
    reminders.set_custom(
        ctx.journal, part.text or "Reminder", part.due_at, ctx.now, application_id=application_id, timezone=zone
    )


