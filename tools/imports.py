"""Bringing data in from a file that an export made: all or nothing, and nothing twice; the form is `portable.py`'s."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from pydantic import BeforeValidator

from storage import bulk, reminders, users
from storage.bulk import KnownReminder
from storage.owed import Kind
from storage.users import User
from tools import portable
from tools.added import Known, new_application
from tools.context import Context
from tools.receipts import counted
from tools.result import Receipt, Refusal, Result
from tools.sheets import importing, plan, reading
from tools.tool import tool

MAX_FILE = 200_000_000
MOST_ARGUMENT = 20_000


def _short(value: Any) -> str:
    text = str(value)
    if len(text) > MOST_ARGUMENT:
        raise ValueError("That is too long. Send the file again with /import.")
    return text


Words = Annotated[str, BeforeValidator(_short)]


@tool("import", offered=False, examples=("/import",))
def bring_in(
    ctx: Context,
    file: Words | None = None,
    sheet: Words | None = None,
    columns: Words | None = None,
    dates: Literal["day", "month"] | None = None,
    words: Words | None = None,
    change: Words | None = None,
    pick: Words | None = None,
    cancel: bool = False,
) -> Result:
    """Bring in a file that /export made, or a table (CSV, XLSX) after a question; what is there already is skipped."""
    if file is not None:
        if cancel:
            return importing.cancel(ctx)
        return importing.go_on(ctx, plan.read(file, sheet, columns, dates, words), change, pick)
    if not ctx.files:
        raise Refusal("Send /import together with the file: one that /export made, or a table (CSV or XLSX).")
    if any(reading.is_table(path) for path in ctx.files):
        if len(ctx.files) > 1:
            raise Refusal("Please send one table at a time. Nothing was imported.")
        return importing.begin(ctx, ctx.files[0])
    return _forms(ctx)


def _forms(ctx: Context) -> Result:
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
    known = Known(ctx)
    new = [part for part in form.applications if known.is_new(part)]
    ids = bulk.add_all(ctx.journal, [new_application(part, user, ctx.now) for part in new], ctx.now)
    numbers = {part.id: number for part, number in zip(new, ids, strict=True) if part.id is not None}
    _reminders(ctx, user, form.reminders, numbers)
    return len(new)


def _with_zone(ctx: Context, zone: str | None, name: str) -> User:
    if zone is None or zone == ctx.user.settings.timezone:
        return ctx.user
    if zone not in available_timezones():
        raise Refusal(f"{name}: user.timezone {zone[:60]!r} is no time zone I know. Nothing was imported.")
    return users.change_settings(ctx.journal, ctx.user, timezone=zone)


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
