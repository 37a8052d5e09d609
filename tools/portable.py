"""The export form, version 1: its shape as types, how it is read with clear errors, and how rows become it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from storage.status import Source, Status
from tools.fields import MAX_NAME
from tools.json_lines import line_of
from tools.result import Refusal
from tools.words import without_credentials

VERSION = 1
REMINDER = "Reminder"  # what a reminder without words says
MAX_APPLICATIONS = 100_000
WorkMode = Literal["remote", "hybrid", "onsite"]
EmploymentType = Literal["full_time", "part_time", "contract", "internship", "temporary"]
Period = Literal["year", "month", "week", "day", "hour"]
InterviewKind = Literal["phone", "video", "onsite", "technical", "behavioral", "panel", "other"]


def _line(value: Any) -> Any:
    """Text on one line, without what cannot be seen; empty text is unknown."""
    if not isinstance(value, str):
        return value
    return " ".join("".join(c if c.isprintable() else " " for c in value).split()) or None


def _named(value: Any) -> Any:
    line = _line(value)
    if line is None:
        raise ValueError("it is empty")
    return line


def _bearable(at: datetime) -> datetime:
    """An instant near enough to reckon with."""
    if not 1900 <= at.year <= 2200:
        raise ValueError("the year lies too far away")
    return at


def _near(day: date) -> date:
    if not 1900 <= day.year <= 2200:
        raise ValueError("the year lies too far away")
    return day


Line = Annotated[Annotated[str, Field(max_length=2000)] | None, BeforeValidator(_line)]
Named = Annotated[str, Field(max_length=MAX_NAME), BeforeValidator(_named)]
Text = Annotated[str, AfterValidator(without_credentials)]
Tag = Annotated[str, Field(max_length=200), BeforeValidator(_named)]
Instant = Annotated[AwareDatetime, AfterValidator(_bearable)]
Day = Annotated[date, AfterValidator(_near)]


class Part(BaseModel):
    """A part of the form; unknown fields are let pass, so that a later version's file can be read."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class NotePart(Part):
    """A note."""

    at: Instant | None = None
    text: Text = Field(min_length=1)


class HistoryPart(Part):
    """An entry of the status history."""

    status: Status
    at: Instant | None = None
    source: Source = Source.IMPORT
    note: Text | None = None


class InterviewPart(Part):
    """An interview; the instant is aware."""

    starts_at: Instant
    kind: InterviewKind = "other"
    duration_minutes: int | None = Field(None, gt=0, le=24 * 60)
    with_: Line = Field(None, alias="with")
    location: Line = None


class ContactPart(Part):
    """A person at the employer."""

    name: Named
    role: Line = None
    email: Line = None
    phone: Line = None


class ApplicationPart(Part):
    """An application with all that belongs to it."""

    id: int | None = None
    company: Named
    title: Line = None
    status: Status = Status.APPLIED
    applied_on: Day | None = None
    source: Annotated[Line, AfterValidator(lambda value: value and value.casefold())] = None
    location: Line = None
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    salary_min: float | None = Field(None, ge=0, lt=1e12)
    salary_max: float | None = Field(None, ge=0, lt=1e12)
    salary_currency: str | None = Field(None, pattern="^[A-Z]{3}$")
    salary_period: Period | None = None
    url: Annotated[Line, AfterValidator(lambda value: value and without_credentials(value))] = None
    deadline_on: Day | None = None
    favorite: bool = False
    archived: bool = False
    tags: tuple[Tag, ...] = ()
    notes: tuple[NotePart, ...] = ()
    history: tuple[HistoryPart, ...] = ()
    interviews: tuple[InterviewPart, ...] = ()
    contacts: tuple[ContactPart, ...] = ()


class ReminderPart(Part):
    """An owed message; one that was put off is pending."""

    application_id: int | None = None
    kind: str
    due_at: Instant
    text: Text | None = None
    status: Annotated[
        Literal["pending", "sent", "done", "cancelled", "expired"],
        BeforeValidator(lambda value: "pending" if value == "snoozed" else value),
    ] = "pending"


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
    data = _json(text, name)
    if not isinstance(data, dict):
        raise Refusal(f"{name}, line 1: expected an object with “version” and “applications”. Nothing was imported.")
    if data.get("version") != VERSION or isinstance(data["version"], bool):
        raise Refusal(f"{name}: {_other_version(data.get('version'))} Nothing was imported.")
    try:
        return Form.model_validate(data)
    except ValidationError as error:
        raise Refusal(f"{name}, {_where(text, error)} Nothing was imported.") from None


def _json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{name}, line {error.lineno}"
        raise Refusal(f"{where}: this is no valid JSON ({error.msg}). Nothing was imported.") from None
    except RecursionError:
        raise Refusal(f"{name} is nested too deeply. Nothing was imported.") from None
    except ValueError:
        raise Refusal(f"{name} holds a number that is far too long. Nothing was imported.") from None


def _other_version(version: Any) -> str:
    if isinstance(version, int) and version > VERSION:
        return f"a newer jobbot made it (version {str(version)[:20]}, I read {VERSION}). Update jobbot first."
    return f"I read version {VERSION}; this file says {str(version)[:20]!r}. Send a file that /export json made."


def _where(text: str, error: ValidationError) -> str:
    first = error.errors()[0]
    path = list(first["loc"])
    number = error.error_count() - 1
    more = f" (and {number} more {'problem' if number == 1 else 'problems'})" if number else ""
    field = ".".join(str(part) for part in path)
    got = "" if first["type"] == "missing" else f", got {without_credentials(str(first['input']))[:60]!r}"
    what = f"{field}: {first['msg'].removeprefix('Value error, ')}{got}{more}."
    if len(path) > 1 and path[0] in ("applications", "reminders") and isinstance(path[1], int):
        return f"line {line_of(text, str(path[0]), path[1])}: {what}"
    return what


def instant(at: datetime) -> str:
    """An instant as the form writes it: UTC with a Z."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def amount(value: float | None) -> int | float | None:
    """An amount without a needless ".0"."""
    return None if value is None else int(value) if value == int(value) else value


def dump(form: dict[str, Any]) -> str:
    """The form as JSON text, ready for a file: one entry of a list a line, so that an error can name its line."""
    return "".join(pieces(form))


def pieces(form: dict[str, Any]) -> Iterator[str]:
    """The same in pieces; lists may be iterators, of which no more is held than one entry."""
    for number, (key, value) in enumerate(form.items()):
        yield (",\n" if number else "{") + f"{_json_of(key)}: "
        if isinstance(value, (list, Iterator)):
            yield from _listed(value)
        else:
            yield _json_of(value)
    yield "}\n"


def _listed(entries: Iterable[Any]) -> Iterator[str]:
    before = "[\n"
    for entry in entries:
        yield before + _json_of(entry)
        before = ",\n"
    yield "]" if before == ",\n" else "[]"


def _json_of(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
