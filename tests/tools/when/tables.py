"""Reads the tables of phrases and says how the reader fares on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from tools.when import Direction, Unclear, read_day, read_duration, read_moment, read_range

HERE = Path(__file__).parent
BASE = "2026-11-20T10:00 America/New_York"


@dataclass(frozen=True)
class Row:
    """One phrase and what it must mean; `?` where it must be refused."""

    call: str
    direction: Direction
    now: datetime
    words: str
    meaning: str

    def read(self) -> str:
        """What the reader makes of it, written as in the table."""
        try:
            return self._read()
        except Unclear:
            return "?"

    def _read(self) -> str:
        if self.call == "day":
            return read_day(self.words, self.now, self.direction).isoformat()
        if self.call == "moment":
            return read_moment(self.words, self.now, self.direction, default_time=None).local.isoformat(
                timespec="minutes"
            )
        if self.call == "duration":
            return str(read_duration(self.words))
        days = read_range(self.words, self.now, direction=self.direction)
        return f"{days.first or ''}..{days.last or ''}"

    @property
    def right(self) -> bool:
        """Read as the table says."""
        return self.read() == self.meaning

    @property
    def silently_wrong(self) -> bool:
        """Read as something else, without a word."""
        return self.read() not in (self.meaning, "?")


def rows(name: str) -> list[Row]:
    """The rows of a table file."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            call, direction, now, words, meaning = line.split("\t")
            stamp, zone = (BASE if now == "-" else now).split(" ")
            at = datetime.fromisoformat(stamp).replace(tzinfo=ZoneInfo(zone))
            found.append(Row(call, cast(Direction, direction), at, words, meaning))
    return found
