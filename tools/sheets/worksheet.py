"""The rows of one sheet of an XLSX file, read as a stream; knows what stands in cells, not what it means."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tools.sheets.delimited import LINK, TOO_LONG, plain
from tools.sheets.package import Package, SheetPart, relation
from tools.sheets.rows import MAX_CELL, MAX_COLUMNS, NO_LINKS, Row, index_of

PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
MOST_LINKS = 200_000
MOST_MERGED = 20_000
DAY_ZERO = {False: datetime(1899, 12, 30, tzinfo=UTC), True: datetime(1904, 1, 1, tzinfo=UTC)}
LAST_DAY = 110_000  # in 2201


class Worksheet:
    """A sheet of a book; merged cells below each other are filled, links behind cells are kept."""

    def __init__(self, package: Package, part: SheetPart) -> None:
        self.package = package
        self.part = part
        self.name = part.name
        self._extras: _Extras | None = None

    @property
    def remarks(self) -> tuple[str, ...]:
        """How many hidden rows are read like the others."""
        hidden = self.extras.hidden
        return (f"{hidden} hidden {'row is' if hidden == 1 else 'rows are'} read too.",) if hidden else ()

    @property
    def extras(self) -> _Extras:
        """What the file says behind the rows, of which they must know."""
        if self._extras is None:
            self._extras = _Extras()
            self.package.parse(self.part.path, self._extras.start)
            targets = self.package.links(self.part.path) if self._extras.links else {}
            self._extras.resolve(targets)
        return self._extras

    def rows(self) -> Iterator[Row]:
        """The rows that hold something, from the top, with their numbers."""
        cells = _Cells(self.package, self.extras)
        for _ in self.package.stream(self.part.path, cells.start, cells.end, cells.data):
            yield from cells.ready
            cells.ready.clear()


class _Extras:
    """Merged cells and links, which stand behind the rows, and how many rows are hidden."""

    def __init__(self) -> None:
        self.hidden = 0
        self.links: dict[tuple[int, int], str] = {}
        self.merged: list[tuple[int, int, int]] = []  # first row, last row, column

    def start(self, tag: str, values: dict[str, str]) -> None:
        """A tag opens."""
        if tag == "row":
            self.hidden += values.get("hidden") in ("1", "true")
        elif tag == "mergeCell" and len(self.merged) < MOST_MERGED:
            first, _, last = values.get("ref", "").partition(":")
            one, other = PLACE.fullmatch(first), PLACE.fullmatch(last)
            if one and other and int(other[2]) > int(one[2]):
                self.merged.append((int(one[2]), int(other[2]), index_of(one[1])))
        elif tag == "hyperlink" and len(self.links) < MOST_LINKS:
            place = PLACE.fullmatch(values.get("ref", "").partition(":")[0])
            if place and relation(values):
                self.links[int(place[2]), index_of(place[1])] = relation(values)

    def resolve(self, targets: dict[str, str]) -> None:
        """Put the addresses in the place of their ids."""
        self.links = {place: targets[name] for place, name in self.links.items() if name in targets}
        self.merged.sort()


class _Cells:
    """Gathers cells to rows."""

    def __init__(self, package: Package, extras: _Extras) -> None:
        self.package = package
        self.links = extras.links
        self.merged = deque(extras.merged)
        self.filling: list[tuple[int, int, str]] = []  # last row, column, text
        self.ready: list[Row] = []
        self.number = 0
        self.cells: dict[int, str] = {}
        self.behind: dict[int, str] = {}
        # The cell that is being read.
        self.index = -1
        self.kind = self.style = self.inside = self.value = self.formula = ""

    def start(self, tag: str, values: dict[str, str]) -> None:
        """A tag opens."""
        if tag == "c":
            place = PLACE.fullmatch(values.get("r", ""))
            self.index = index_of(place[1]) if place else self.index + 1
            self.kind, self.style = values.get("t", ""), values.get("s", "")
            self.value = self.formula = ""
        elif tag in ("v", "t", "f"):
            self.inside = tag
        elif tag == "row":
            number = values.get("r", "")
            self.number = int(number) if number.isdecimal() and len(number) < 9 else self.number + 1
            self.cells, self.behind, self.index = {}, {}, -1

    def data(self, text: str) -> None:
        """A piece of text."""
        if self.inside == "f":
            self.formula = (self.formula + text)[:MAX_CELL]
        elif self.inside and len(self.value) <= MAX_CELL:
            self.value += text

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag in ("v", "t", "f"):
            self.inside = ""
        elif tag == "c" and self.index < MAX_COLUMNS:
            self._take_cell()
        elif tag == "row":
            self._take_row()

    def _take_cell(self) -> None:
        text = self._text()
        if self.formula or self.links:
            link = LINK.fullmatch("=" + self.formula) if self.formula else None
            outside = self.links.get((self.number, self.index)) or (link[1].replace('""', '"') if link else "")
            text = text or (plain("=" + self.formula) if link else "")
            if outside:
                self.behind[self.index] = outside
        if text:
            self.cells[self.index] = text

    def _text(self) -> str:
        value, kind = self.value, self.kind
        if kind in ("", "n"):
            return self._number(value)
        if kind == "s":
            return self.package.texts[int(value)] if value.isdecimal() and len(value) < 9 else ""
        if kind == "b":
            return "yes" if value == "1" else "no"
        return "" if kind == "e" else value

    def _number(self, value: str) -> str:
        style = self.style
        if not value or (value.isdecimal() and len(value) < 16 and style in ("", "0")):
            return value
        try:
            number = float(value)
        except ValueError:
            return value
        if style.isdecimal() and int(style) in self.package.dates:
            return date_text(number, self.package.epoch_1904)
        return f"{number:.15g}" if abs(number) < 1e15 else value

    def _take_row(self) -> None:
        self._fill()
        if not self.cells:
            return
        if any(len(text) > MAX_CELL for text in self.cells.values()):
            self.ready.append(Row(self.number, problem=TOO_LONG))
            return
        width = max(self.cells) + 1
        cells = tuple(self.cells.get(place, "") for place in range(width))
        self.ready.append(Row(self.number, cells, self.behind or NO_LINKS))

    def _fill(self) -> None:
        """What is merged with a cell above says the same; a row that holds nothing else stays empty."""
        self.filling = [one for one in self.filling if one[0] >= self.number]
        if self.cells:
            for _, column, text in self.filling:
                self.cells.setdefault(column, text)
        while self.merged and self.merged[0][0] <= self.number:
            first, last, column = self.merged.popleft()
            if first == self.number and column in self.cells:
                self.filling.append((last, column, self.cells[column]))


def date_text(number: float, epoch_1904: bool = False) -> str:
    """A day that a spreadsheet counts, as ISO text with its hour where it has one; an hour alone for less than a day.

    The first system counts a 29 February 1900 that there never was.
    """
    if not 0 <= number < LAST_DAY:
        return f"{number:.15g}"
    days, part = divmod(number, 1)
    if not epoch_1904 and 1 <= days < 60:
        days += 1
    at = DAY_ZERO[epoch_1904] + timedelta(days=days, minutes=round(part * 1440))
    if number < 1:
        return f"{at:%H:%M}"
    return f"{at:%Y-%m-%d %H:%M}" if (at.hour, at.minute) != (0, 0) else f"{at:%Y-%m-%d}"
