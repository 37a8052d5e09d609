"""What the queries hand up: frozen records with exact types, never rows; knows no query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import RowMapping

from storage.status import ACTIVE, Source, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Application:
    """One person's pursuit of one job. Instants are UTC; days are the person's calendar; pay is per `salary_period`."""

    id: int
    company: str
    company_key: str
    title: str | None
    status: Status
    applied_on: date | None
    source: str | None
    location: str | None
    work_mode: str | None
    employment_type: str | None
    salary_min: float | None
    salary_max: float | None
    salary_currency: str | None
    salary_period: str | None
    url: str | None
    deadline_on: date | None
    favorite: bool
    archived: bool
    muted: bool
    created_at: datetime
    updated_at: datetime
    last_event_at: datetime
    tags: tuple[str, ...] = ()

    @property
    def active(self) -> bool:
        """Whether it has not ended."""
        return self.status in ACTIVE


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of status."""

    id: int
    application_id: int
    status: Status
    at: datetime
    source: Source
    note: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A change of status to be entered: `at` is when it happened."""

    status: Status
    at: datetime
    source: Source = Source.USER
    note: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """An event that is no change of status: follow_up, interview_held, interview_cancelled, mail."""

    id: int
    application_id: int
    kind: str
    at: datetime
    note: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the person's."""

    id: int
    application_id: int
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file that the person sent: its name and where it lies, as a path below the folder of files.

    `application_id` is None until it is known which application it belongs to.
    """

    id: int
    application_id: int | None
    at: datetime
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at the other side."""

    id: int
    application_id: int
    name: str
    role: str | None
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Interview:
    """A dated conversation; `timezone` is the IANA zone in which it was said, `state` scheduled or cancelled."""

    id: int
    application_id: int
    starts_at: datetime
    timezone: str | None
    kind: str
    duration_minutes: int | None
    with_: str | None
    location: str | None
    state: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Reminder:
    """A message owed at `due_at` (UTC); not shown nor sent before `hidden_until`.

    `status`: pending, sent, done, cancelled, expired; `reason` says why it was dropped; `catch_up`: it had been
    due already when its application was logged or imported; `named_hour`: the person named the hour. `episode` and
    `step` (owed.py) are those of reminders that follow from facts; custom ones have no episode. `held_until`: not
    looked at before (quiet hours, a pause, the next try); `channel`, `answer`: where it went, what the platform said.
    """

    id: int
    application_id: int | None
    interview_id: int | None
    kind: str
    episode: str | None
    step: str | None
    created_at: datetime
    due_at: datetime
    timezone: str | None
    local_time: str | None
    text: str | None
    status: str
    reason: str | None
    named_hour: bool
    snoozed: bool
    catch_up: bool
    hidden_until: datetime | None
    sent_at: datetime | None
    attempts: int
    held_until: datetime | None
    channel: str | None
    answer: str | None


def application(row: RowMapping | Mapping[str, Any], tags: Iterable[str] = ()) -> Application:
    """The record of a row of `applications`."""
    fields: dict[str, Any] = {name: value for name, value in row.items() if name != "user_id"}
    return Application(**{**fields, "status": Status(row["status"]), "tags": tuple(tags)})


def history_entry(row: RowMapping) -> HistoryEntry:
    """The record of a row of `history`."""
    fields = {name: value for name, value in row.items() if name != "user_id"}
    return HistoryEntry(**{**fields, "status": Status(row["status"]), "source": Source(row["source"])})


def plain(kind: type[T], row: RowMapping) -> T:
    """A record whose fields are the columns, without the owner."""
    return kind(**{name: value for name, value in row.items() if name != "user_id"})
