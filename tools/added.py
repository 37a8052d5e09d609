"""Applications that a file brings: which of them are there already, and how a new one is added; knows no file."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from storage import applications
from storage.bulk import NewApplication
from storage.companies import company_key
from storage.records import Entry
from storage.status import Source
from storage.users import User
from tools.context import Context
from tools.portable import ApplicationPart

COLUMNS = (
    "title", "applied_on", "source", "location", "work_mode", "employment_type", "salary_min", "salary_max",
    "salary_currency", "salary_period", "url", "deadline_on", "favorite", "archived",
)  # fmt: skip


class Known:
    """What is there, and what has come: the same company, title and day of application is the same application."""

    def __init__(self, ctx: Context) -> None:
        # A number each, since there may be a hundred thousand.
        self._seen = {_identity(*one) for one in applications.identities(ctx.db, ctx.user.id)}

    def is_new(self, part: ApplicationPart) -> bool:
        """Whether it is not there yet; from now on it is."""
        identity = _identity(company_key(part.company), part.title, part.applied_on)
        before = len(self._seen)
        self._seen.add(identity)
        return len(self._seen) > before


def _identity(key: str, title: str | None, applied_on: date | None) -> int:
    return hash((key, " ".join((title or "").casefold().split()), applied_on))


def new_application(part: ApplicationPart, user: User, now: datetime) -> NewApplication:
    """The rows of one; without a history it has one entry, its status at noon of the day of application, or now."""
    noon = datetime.combine(part.applied_on, time(12), user.zone) if part.applied_on else now
    entries = [Entry(h.status, h.at or noon, h.source, h.note) for h in part.history]
    fields: dict[str, Any] = {column: getattr(part, column) for column in COLUMNS}
    return NewApplication(
        part.company,
        part.status,
        fields,
        entries or [Entry(part.status, noon, Source.IMPORT)],
        [tag.casefold() for tag in part.tags],
        [{"at": note.at or now, "text": note.text} for note in part.notes],
        [i.model_dump(include={"starts_at", "kind", "duration_minutes", "with_", "location"}) for i in part.interviews],
        [c.model_dump(include={"name", "role", "email", "phone"}) for c in part.contacts],
    )
