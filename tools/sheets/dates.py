"""Days as tables write them; whether 03/04 is April or March is decided over whole columns. Knows no fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from tools import when
from tools.sheets.worksheet import date_text

Order = Literal["day", "month"]
NUMBERS = re.compile(r"(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)(?:,?\s+(.*))?")
ISO = re.compile(r"(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ]+(.*))?")
SERIAL = re.compile(r"([2-7]\d{4})(?:[.,](\d+))?")
ARROW = re.compile(r"\s*(?:→|->).*")  # Notion writes a stretch so; its first day counts


@dataclass
class Evidence:
    """What a column tells about the order of its days, gathered cell by cell."""

    day: int = 0
    month: int = 0
    either: int = 0
    future_if_day: int = 0
    future_if_month: int = 0
    example: str = ""

    def see(self, cell: str, today: date, over: bool) -> None:
        """One more cell; `over`: what it tells of has happened, so that no day of it is to come."""
        found = NUMBERS.match(cell.strip())
        if found is None or found[2] == ".":
            return
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        if first > 12 >= second:
            self.day += 1
        elif second > 12 >= first:
            self.month += 1
        elif first != second:
            self.either += 1
            self.example = self.example or found[0].strip()
            if over:
                self.future_if_day += _ahead(year, second, first, today)
                self.future_if_month += _ahead(year, first, second, today)

    def order(self) -> Order | None:
        """The order that the cells tell; None where they tell none, or both."""
        if self.day and self.month:
            return None
        if self.day or self.month:
            return "day" if self.day else "month"
        if bool(self.future_if_day) != bool(self.future_if_month):
            return "month" if self.future_if_day else "day"
        return None

    @property
    def needed(self) -> bool:
        """Whether any day changes with the order."""
        return self.either > 0


def read(cell: str, now: datetime, order: Order | None, *, epoch_1904: bool = False) -> tuple[date, str]:
    """The day, and the hour as it stands there (empty for none). Raises ValueError whose words say why not."""
    text = ARROW.sub("", cell.strip())
    iso = ISO.fullmatch(text)
    if iso:
        return _made(int(iso[1]), int(iso[3]), int(iso[4]), cell), iso[5] or ""
    found = NUMBERS.fullmatch(text)
    if found:
        return _ordered(found, order, cell), found[5] or ""
    serial = SERIAL.fullmatch(text)
    if serial:
        day, _, hour = date_text(float(text.replace(",", ".")), epoch_1904).partition(" ")
        return date.fromisoformat(day), hour
    return _in_words(text, now, order), ""


def _in_words(text: str, now: datetime, order: Order | None) -> date:
    day_first = None if order is None else order == "day"
    for words in (
        text,
        re.sub(r"(?i)[, ]+(?:at )?\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?: \(?[A-Z]{2,4}\)?)?$", "", text),
    ):
        try:
            return when.read_day(words, now, "any", day_first=day_first)
        except ValueError:
            continue
    raise ValueError(f"I cannot read the day “{text[:40]}”")


def _ordered(found: re.Match[str], order: Order | None, cell: str) -> date:
    """By the order, unless only the other one is possible."""
    first, second, year = int(found[1]), int(found[3]), _year(found[4])
    day_first = found[2] == "." or (first > 12 if first > 12 or second > 12 else order != "month")
    day, month = (first, second) if day_first else (second, first)
    return _made(year, month, day, cell)


def _made(year: int, month: int, day: int, cell: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no day “{cell.strip()[:40]}”") from None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _ahead(year: int, month: int, day: int, today: date) -> bool:
    try:
        return (date(year, month, day) - today).days > 1
    except ValueError:
        return False
