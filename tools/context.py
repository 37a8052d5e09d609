"""The context made anew for each call: who asks, at what instant, with which connection; knows no tool."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from tools.result import Call, Refusal

if TYPE_CHECKING:
    from storage.journal import Journal
    from storage.users import User


@dataclass(frozen=True)
class Context:
    """What a tool may know and use.

    `now` is an aware instant in the person's zone; `db` an open transaction; `journal` the one way to write the
    person's data (none for a tool that only reads); `call` is what is carried out, as said; `files` are paths handed in with the message, `folder` is where a file for the person may be written.
    """

    user: User
    now: datetime
    db: Connection
    call: Call
    writer: Journal | None = None
    files: tuple[Path, ...] = ()
    folder: Path | None = None

    @property
    def today(self) -> date:
        """The day it is for the person."""
        return self.now.date()

    @property
    def said(self) -> datetime:
        """The instant, in the person's zone, at which the words of the call were said."""
        return (self.call.said_at or self.now).astimezone(self.user.zone)

    @property
    def confirmed(self) -> bool:
        """Whether the person pressed the confirmation of this very call."""
        return self.call.confirmed

    @property
    def journal(self) -> Journal:
        """The journal of this step; a tool marked as reading has none and must not ask."""
        if self.writer is None:
            raise RuntimeError("a tool that only reads asked to write")
        return self.writer

    def file_for(self, name: str) -> Path:
        """A path for a file that is handed to the person; raise Refusal where files cannot be kept."""
        if self.folder is None:
            raise Refusal("I cannot hand out files here.")
        folder = self.folder / f"user-{self.user.id}"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder / name


@dataclass(frozen=True)
class Reading:
    """What argument types need to read a person's words: the instant, in the person's zone."""

    now: datetime
