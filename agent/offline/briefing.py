"""What the interpreter is told besides the words: the clock, the person's applications by name, and the focus."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from tools.focus import Focus


@dataclass(frozen=True)
class Known:
    """One application, as far as its name goes."""

    id: int
    company: str
    title: str | None
    status: str


@dataclass(frozen=True)
class Briefing:
    """The facts of one turn; `now` is an aware instant in the person's zone."""

    now: datetime
    applications: tuple[Known, ...] = ()
    contacts: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    focus: Focus = field(default_factory=Focus)

    @property
    def companies(self) -> tuple[str, ...]:
        """The companies' names, each once, in the order given (the latest news first)."""
        return tuple(dict.fromkeys(known.company for known in self.applications))
