"""Bringing data in from a file that an export made: all or nothing, and nothing twice; the form is `portable.py`'s."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from storage import bulk, reminders, users
from storage.bulk import KnownReminder, NewApplication
from storage.companies import company_key
from storage.owed import Kind
from storage.records import Entry
from storage.status import Source
from storage.users import User
from tools import portable
from tools.context import Context
from tools.receipts import counted
from tools.result import Receipt, Refusal, Result
from tools.tool import tool
from tools.which import everything

MAX_FILE = 200_000_000
COLUMNS = (
    "title", "applied_on", "source", "location", "work_mode", "employment_type", "salary_min", "salary_max",
    "salary_currency", "salary_period", "url", "deadline_on", "favorite", "archived",
)  # fmt: skip
Identity = tuple[str, str, date | None]


@tool("import", offered=False, examples=("/import",))
def bring_in(ctx: Context) -> Result:
    """Bring in a file that /export made; what is there already is skipped."""
    if not ctx.files:
        raise Refusal("Send /import together with the file, one that /export made.")
    forms = [(path.name, portable.read(_text_of(path), path.name)) for path in ctx.files]
    added = skipped = 0
    for name, form in forms:
        new = import_form(ctx, form, name)
        added, skipped = added + new, skipped + len(form.applications) - new
    there = f" {skipped} {'was' if skipped == 1 else 'were'} there already and skipped." if skipped else ""
    return Receipt(text=f"Imported {counted(added)}.{there}")


def _text_of(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise Refusal(f"{path.name} is no file. Nothing was imported; name the file that an export made.")
        if path.stat().st_size > MAX_FILE:
            raise Refusal(f"{path.name} is larger than {MAX_FILE // 1_000_000} MB. Nothing was imported.")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Refusal(f"{path.name}, line {line}: this is no UTF-8 text. Nothing was imported.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no such file"
        raise Refusal(f"I cannot read {path.name}: {reason}. Nothing was imported.") from None


def import_form(ctx: Context, form: portable.Form, name: str) -> int:
    """Add what a form holds and is not there yet; give how many applications were added. Raises Refusal."""
    user = _with_zone(ctx, form.user.timezone, name)
    new = _new_ones(ctx, form.applications)
    items = [_item(ctx, user, part) for part in new]
    ids = bulk.add_all(ctx.journal, items, ctx.now)
    numbers = {part.id: number for part, number in zip(new, ids, strict=True) if part.id is not None}
    _reminders(ctx, user, form.reminders, numbers)
    return len(new)


def _with_zone(ctx: Context, zone: str | None, name: str) -> User:
    if zone is None or zone == ctx.user.settings.timezone:
        return ctx.user
    if zone not in available_timezones():
        raise Refusal(f"{name}: user.timezone {zone[:60]!r} is no time zone I know. Nothing was imported.")
    return users.change_settings(ctx.journal, ctx.user, timezone=zone)


def _new_ones(ctx: Context, parts: Sequence[portable.ApplicationPart]) -> list[portable.ApplicationPart]:
    """Those that are not there yet: same company, title and day of application is the same."""
    there = {_identity(a.company_key, a.title, a.applied_on) for a in everything(ctx)}
    new = []
    for part in parts:
        identity = _identity(company_key(part.company), part.title, part.applied_on)
        if identity not in there:
            there.add(identity)
            new.append(part)
    return new


def _identity(key: str, title: str | None, applied_on: date | None) -> Identity:
    return key, " ".join((title or "").casefold().split()), applied_on


def _item(ctx: Context, user: User, part: portable.ApplicationPart) -> NewApplication:
    noon = datetime.combine(part.applied_on, time(12), user.zone) if part.applied_on else ctx.now
    entries = [Entry(h.status, h.at or noon, h.source, h.note) for h in part.history]
    fields: dict[str, Any] = {column: getattr(part, column) for column in COLUMNS}
    return NewApplication(
        part.company,
        part.status,
        fields,
        entries or [Entry(part.status, noon, Source.IMPORT)],
        [tag.casefold() for tag in part.tags],
        [{"at": note.at or ctx.now, "text": note.text} for note in part.notes],
        [i.model_dump(include={"starts_at", "kind", "duration_minutes", "with_", "location"}) for i in part.interviews],
        [c.model_dump(include={"name", "role", "email", "phone"}) for c in part.contacts],
    )


def _reminders(ctx: Context, user: User, parts: Sequence[portable.ReminderPart], numbers: dict[int, int]) -> None:
    """Take over the reminders of what was added: the person's own, and what became of the others."""
    own = [part for part in parts if part.kind == Kind.CUSTOM]
    known = [
        KnownReminder(numbers[part.application_id], part.kind, part.due_at, part.status)
        for part in parts
        if part.kind != Kind.CUSTOM and part.application_id in numbers
    ]
    there = {(r.text, r.due_at) for r in reminders.find(ctx.db, user.id, ctx.now, statuses=None, kinds=(Kind.CUSTOM,))}
    for part in own:
        general = part.application_id is None and (part.text or portable.REMINDER, part.due_at) not in there
        if general or part.application_id in numbers:
            about = None if part.application_id is None else numbers[part.application_id]
            _set(ctx, user, part, about)
    bulk.adopt(ctx.db, user, known, ctx.now)


def _set(ctx: Context, user: User, part: portable.ReminderPart, application_id: int | None) -> None:
    reminders.set_custom(
        ctx.journal, part.text or portable.REMINDER, part.due_at, ctx.now, application_id=application_id,
        timezone=user.settings.timezone, status=part.status,
    )  # fmt: skip
