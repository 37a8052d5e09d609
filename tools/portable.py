"""The export form, version 1: its shape as types, how it is read with clear errors, and how rows become it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, field_validator

from storage.status import Source, Status
from tools.result import Refusal

VERSION = 1
MAX_APPLICATIONS = 100_000
WorkMode = Literal["remote", "hybrid", "onsite"]
EmploymentType = Literal["full_time", "part_time", "contract", "internship", "temporary"]
Period = Literal["year", "month", "week", "day", "hour"]
InterviewKind = Literal["phone", "video", "onsite", "technical", "behavioral", "panel", "other"]


class Part(BaseModel):
    """A part of the form; unknown fields are let pass, so that a later version's file can be read."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class NotePart(Part):
    """A note."""

    at: AwareDatetime | None = None
    text: str = Field(min_length=1)


class HistoryPart(Part):
    """An entry of the status history."""

    status: Status
    at: AwareDatetime | None = None
    source: Source = Source.IMPORT
    note: str | None = None


class InterviewPart(Part):
    """An interview; the instant is aware."""

    starts_at: AwareDatetime
    kind: InterviewKind = "other"
    duration_minutes: int | None = Field(None, gt=0, le=24 * 60)
    with_: str | None = Field(None, alias="with")
    location: str | None = None


class ContactPart(Part):
    """A person at the employer."""

    name: str = Field(min_length=1)
    role: str | None = None
    email: str | None = None
    phone: str | None = None


class ApplicationPart(Part):
    """An application with all that belongs to it."""

    id: int | None = None
    company: str = Field(min_length=1, max_length=300)
    title: str | None = None
    status: Status = Status.APPLIED
    applied_on: date | None = None
    source: str | None = None
    location: str | None = None
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    salary_min: float | None = Field(None, ge=0, le=1e12)
    salary_max: float | None = Field(None, ge=0, le=1e12)
    salary_currency: str | None = Field(None, pattern="^[A-Z]{3}$")
    salary_period: Period | None = None
    url: str | None = None
    deadline_on: date | None = None
    favorite: bool = False
    archived: bool = False
    tags: tuple[str, ...] = ()
    notes: tuple[NotePart, ...] = ()
    history: tuple[HistoryPart, ...] = ()
    interviews: tuple[InterviewPart, ...] = ()
    contacts: tuple[ContactPart, ...] = ()

    @field_validator("company")
    @classmethod
    def _named(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("the company is empty")
        return value.strip()


class ReminderPart(Part):
    """An owed message."""

    application_id: int | None = None
    kind: str
    due_at: AwareDatetime
    text: str | None = None
    status: Literal["pending", "sent", "done", "cancelled", "expired", "snoozed"] = "pending"


class UserPart(Part):
    """What belongs to the person."""

    timezone: str | None = None


class Form(Part):
    """A whole file."""

    version: Literal[1]
    user: UserPart = UserPart()
    applications: tuple[ApplicationPart, ...] = Field((), max_length=MAX_APPLICATIONS)
    reminders: tuple[ReminderPart, ...] = ()


def read(text: str, name: str) -> Form:
    """The form in a file's text; raise Refusal that names the line and says what is wrong with it."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise Refusal(f"{name}, line {error.lineno}: this is no valid JSON ({error.msg}). Nothing was imported.") from None
    except RecursionError:
        raise Refusal(f"{name} is nested too deeply. Nothing was imported.") from None
    if not isinstance(data, dict):
        raise Refusal(f"{name}, line 1: expected an object with “version” and “applications”. Nothing was imported.")
    if data.get("version") != VERSION:
        raise Refusal(f"{name}: I read version {VERSION}; this file says {data.get('version')!r}. Nothing was imported.")
    try:
        return Form.model_validate(data)
    except ValidationError as error:
        raise Refusal(f"{name}, {_where(text, error)} Nothing was imported.") from None


def _where(text: str, error: ValidationError) -> str:
    first = error.errors()[0]
    path = list(first["loc"])
    more = f" (and {error.error_count() - 1} more problems)" if error.error_count() > 1 else ""
    field = ".".join(str(part) for part in path)
    what = f"{field}: {first['msg'].removeprefix('Value error, ')}, got {str(first['input'])[:60]!r}{more}."
    if len(path) > 1 and path[0] in ("applications", "reminders") and isinstance(path[1], int):
        return f"line {_line_of(text, str(path[0]), path[1])}: {what}"
    return what


def _line_of(text: str, part: str, index: int) -> int:
    """The line on which the entry `index` of a list in the file begins."""
    at = text.find("[", text.find(f'"{part}"')) + 1
    decoder = json.JSONDecoder()
    for _ in range(index + 1):
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        start = at
        _, at = decoder.raw_decode(text, at)
    return text.count("\n", 0, start) + 1


def instant(at: datetime) -> str:
    """An instant as the form writes it: UTC with a Z."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def amount(value: float | None) -> int | float | None:
    """An amount without a needless ".0"."""
    return None if value is None else int(value) if value == int(value) else value


def dump(form: dict[str, Any]) -> str:
    """The form as JSON text, ready for a file."""
    return json.dumps(form, ensure_ascii=False, indent=1)
