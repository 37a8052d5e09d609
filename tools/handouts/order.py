"""What a file for a person is to hold: whose applications, which of them, in which language; plain values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from storage.database import open_database
from storage.filters import Filter

Language = Literal["en", "de", "fr"]


@dataclass(frozen=True)
class Order:
    """`wanted`: which applications, in which order. `now` is aware; `first` and `last` are the days that were asked
    for (None: no limit); `name` is the person's, if known.
    """

    user_id: int
    zone_key: str
    now: datetime
    wanted: Filter
    first: date | None = None
    last: date | None = None
    name: str | None = None
    goal: int | None = None
    language: Language = "en"

    @property
    def zone(self) -> ZoneInfo:
        """The person's zone."""
        return ZoneInfo(self.zone_key)

    @property
    def today(self) -> date:
        """The day it is for the person."""
        return self.now.astimezone(self.zone).date()


@contextmanager
def reading(url: str) -> Iterator[Connection]:
    """A transaction that only reads, of a database opened for it: others go on writing. Raises DatabaseProblem."""
    database = open_database(url)
    try:
        with database.read() as db:
            yield db
    finally:
        database.close()
