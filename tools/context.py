"""The context made anew for each call: who asks, at what instant, with which connection; knows no tool."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from tools.asking import Writer
from tools.result import Call, Refusal
from tools.tool import Catalog

if TYPE_CHECKING:
    from storage.journal import Journal
    from storage.users import User
    from tools.mail_access import MailAccess


@dataclass(frozen=True)
class Context:
    """What a tool may know and use.

    `now` is an aware instant in the person's zone; `db` an open transaction; `journal` the one way to write the
    person's data (none for a tool that only reads); `call` is what is carried out, as said; `catalog` holds all tools;
    `files` are paths handed in with the message, `folder` is where a file for the person may be written; `privacy` says
    what leaves the machine; `progress` is told how far a long call has come; `mail` is what mail accounts need, None
    where they are not reached; `secret` is a password that the person just said; `online`: links may be visited.
    """

    user: User
    now: datetime
    db: Connection
    call: Call
    catalog: Catalog
    writes: Journal | None = None
    files: tuple[Path, ...] = ()
    folder: Path | None = None
    privacy: str = ""
    progress: Callable[[str], None] | None = None
    mail: MailAccess | None = None
    secret: str = field(default="", repr=False)
    online: bool = False

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
        if self.writes is None:
            raise RuntimeError("a tool that only reads asked to write")
        return self.writes

    @property
    def writer(self) -> Writer:
        """The language model without tools, for texts of others and for drafts: see `tools/asking.py`."""
        return Writer()

    def keep_file(self, name: str, ending: str, text: str) -> Path:
        """Write a new file that is handed to the person, for nobody else to read; raise Refusal where it cannot be."""
        if self.folder is None:
            raise Refusal("I cannot hand out files here.")
        folder = self.folder / f"user-{self.user.id}"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _written(folder, name, ending, text)
        except OSError as error:
            raise Refusal(f"I could not write the file: {error.strerror}. Make room or a writable folder.") from None

    def forget_files(self) -> None:
        """Delete all files that were handed to the person."""
        if self.folder is not None:
            shutil.rmtree(self.folder / f"user-{self.user.id}", ignore_errors=True)


def _written(folder: Path, name: str, ending: str, text: str) -> Path:
    for number in count(1):
        path = folder / (f"{name}.{ending}" if number == 1 else f"{name}-{number}.{ending}")
        with suppress(FileExistsError):
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            try:
                with open(descriptor, "w", encoding="utf-8") as file:
                    file.write(text)
            except OSError:
                path.unlink(missing_ok=True)
                raise
            return path
    raise AssertionError("numbers do not end")


@dataclass(frozen=True)
class Reading:
    """What argument types need to read a person's words: the instant, in the person's zone."""

    now: datetime
