"""An application while the cells of its row are read; what a field cannot take is kept in words, as a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from pydantic import ValidationError

from storage.status import Source, Status
from tools.portable import ApplicationPart
from tools.sheets.dates import Order
from tools.sheets.rows import Row

A_URL = re.compile(r"(?:https?://|www\.)[^\s\"<>]+", re.I)
TOTAL = re.compile(r"(?:grand )?totals?|summe|gesamt|sum|count|anzahl", re.I)


class BadRow(ValueError):
    """A row that cannot be read; the message says why."""


@dataclass(frozen=True)
class Manner:
    """How rows are read: the columns' names and fields, the instant (aware), the order of days, words for statuses,
    and whom to tell how far it has come."""

    named: Sequence[str]
    fields: Sequence[str]
    now: datetime
    order: Order | None = None
    words: Mapping[str, Status] = field(default_factory=dict)
    tell: Callable[[str], None] | None = None


class Entry:
    """One row; `data` is the application as the export form has it."""

    def __init__(self, row: Row, manner: Manner, day: Callable[[str], tuple[date, str]]) -> None:
        self.row = row
        self.manner = manner
        self.day = day
        self.data: dict[str, Any] = {}
        self.contact: dict[str, str] = {}
        self.kept: list[str] = []
        self.said_status = ""
        self.meant: Status | None = None
        self.news_on: date | None = None

    def finished(self) -> ApplicationPart:
        """The whole, with what follows from its parts. Raises BadRow."""
        company = self.data.get("company")
        if not company:
            raise BadRow("it names no company")
        if TOTAL.fullmatch(company) and "title" not in self.data:
            raise BadRow(f"“{company}” looks like a sum, not like a company")
        self._link()
        self.data.setdefault("status", str(self._status()))
        if self.contact:
            self.data["contacts"] = [{"name": self.contact.get("email") or "Contact", **self.contact}]
        if self.kept:
            self.data["notes"] = [*self.data.get("notes", []), {"text": "\n".join(self.kept)}]
        self.data["history"] = self._history()
        return _checked(self.data)

    def _link(self) -> None:
        if "url" not in self.data:
            behind = next((self.row.links[place] for place in sorted(self.row.links)), "")
            if A_URL.match(behind):
                self.data["url"] = behind

    def _status(self) -> Status:
        """Where nothing says where it stands: without a day of application in a table of such days, saved."""
        if self.said_status or "applied_on" in self.data:
            return Status.APPLIED
        return Status.SAVED if {"status", "applied_on"} & set(self.manner.fields) else Status.APPLIED

    def _history(self) -> list[dict[str, Any]]:
        """The day of application and the day of the latest news, where that is told; else the import's own rule."""
        now, status, applied = self.manner.now, self.data["status"], self.data.get("applied_on")
        news = self.news_on
        if news is None or (applied and (news <= applied or status in (Status.SAVED, Status.APPLIED))):
            return []
        days = [(Status.APPLIED, applied)] if applied else []
        return [
            {"status": one, "at": min(now, datetime.combine(on, time(12), now.tzinfo)), "source": Source.IMPORT}
            for one, on in [*days, (status, news)]
        ]


def _checked(data: dict[str, Any]) -> ApplicationPart:
    try:
        return ApplicationPart.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        what = str(first["loc"][0]).replace("_", " ") if first["loc"] else "row"
        raise BadRow(f"the {what}: {first['msg'].removeprefix('Value error, ').lower()}") from None
