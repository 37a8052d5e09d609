"""What the interpreter is told besides the words: the clock, what the person has, and the focus."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from storage.companies import company_key
from storage.settings import Settings
from tools.focus import Focus


@dataclass(frozen=True)
class Known:
    """One application, as far as its name goes."""

    id: int
    company: str
    title: str | None
    status: str


@dataclass(frozen=True)
class Ahead:
    """An interview to come: the application's id, the aware instant at which it begins, and its kind."""

    application: int
    starts_at: datetime
    kind: str


@dataclass(frozen=True)
class Owed:
    """A reminder of the person's own that waits, or one that the talk is about: its kind, words and aware instant."""

    id: int
    kind: str
    text: str
    due_at: datetime


@dataclass(frozen=True)
class Briefing:
    """The facts of one turn; `now` is an aware instant in the person's zone, `ahead` are the interviews to come.

    `owed` are reminders, given where the words may be about one; `settings` are those of somebody who is not new.
    """

    now: datetime
    applications: tuple[Known, ...] = ()
    contacts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    focus: Focus = field(default_factory=Focus)
    ahead: tuple[Ahead, ...] = ()
    owed: tuple[Owed, ...] = ()
    settings: Settings | None = None

    @property
    def companies(self) -> tuple[str, ...]:
        """The companies' names, each once, in the order given (the latest news first)."""
        return tuple(dict.fromkeys(known.company for known in self.applications))

    def ahead_at(self, company: str) -> tuple[Ahead, ...]:
        """The interviews to come at a company, by its name or as "#12"."""
        key = company_key(company)
        ids = {
            known.id for known in self.applications if company == f"#{known.id}" or company_key(known.company) == key
        }
        return tuple(meeting for meeting in self.ahead if meeting.application in ids)
