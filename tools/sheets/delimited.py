"""Rows of a text file whose cells are parted by commas, semicolons, tabs or bars; knows no spreadsheet."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tools.sheets.encoding import encoding_of
from tools.sheets.rows import MAX_CELL, MAX_COLUMNS, NO_LINKS, Row, Unreadable

DELIMITERS = (",", ";", "\t", "|")
TRIED = 60  # lines of which the delimiter is told
MOST_MENDED = 20
TOO_LONG = f"it has a cell of more than {MAX_CELL:,} characters"
NOT_CLOSED = "it opens a quotation mark that is never closed"
LINK = re.compile(r'=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)', re.I)
TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')


class Delimited:
    """A text file as a sheet."""

    name = ""
    remarks: tuple[str, ...] = ()

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encoding = encoding_of(path)
        self.delimiter, self.skipped = self._form()

    def rows(self) -> Iterator[Row]:
        """The rows from the top, each with the number of its row as a spreadsheet would show it."""
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            lines = _Lines(line.replace("\x00", "") for line in file)
            for _ in range(self.skipped):
                next(lines, None)
            yield from self._records(lines)

    def _records(self, lines: _Lines) -> Iterator[Row]:
        number, mended = self.skipped, 0
        while True:
            number += 1
            lines.taken.clear()
            try:
                cells = next(csv.reader(lines, delimiter=self.delimiter), None)
            except csv.Error:
                lines.pass_over(self.delimiter)
                yield Row(number, problem=TOO_LONG)
                continue
            if cells is None:
                return
            if len(lines.taken) > 1 and lines.ended and mended < MOST_MENDED and self._open_end(lines.taken):
                mended += 1
                lines.put_back()
                yield Row(number, problem=NOT_CLOSED)
            else:
                yield _row(number, cells)

    def _open_end(self, taken: list[str]) -> bool:
        """Whether the record ran to the end of the file inside a quotation mark."""
        try:
            list(csv.reader(taken, delimiter=self.delimiter, strict=True))
        except csv.Error as error:
            return "unexpected end" in str(error)
        return False

    def _form(self) -> tuple[str, int]:
        """The delimiter, and how many lines to skip: Excel's "sep=;" names the delimiter itself."""
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            try:
                head = [line.replace("\x00", "")[: 4 * MAX_CELL] for line in islice(file, TRIED)]
            except UnicodeError:
                raise Unreadable(f"{self.path.name} is no text I can read. Nothing was imported.") from None
        said = re.fullmatch(r"sep=(.)\s*", head[0], re.I) if head else None
        if said and said[1] in (*DELIMITERS, " "):
            return said[1], 1
        return max(DELIMITERS, key=lambda one: (_evenness(head, one), -DELIMITERS.index(one))), 0


class _Lines:
    """The lines of a file, with those that the current record has taken."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.waiting: list[str] = []
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.waiting.pop() if self.waiting else next(self.lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def put_back(self) -> None:
        """All lines of the record but its first stand for themselves."""
        self.waiting += self.taken[:0:-1]
        self.ended = False

    def pass_over(self, delimiter: str) -> None:
        """Leave a cell without end: its lines are rows of their own where they look so, else they go with it."""
        first, *more = self.taken
        if not more:
            return
        width = first.count(delimiter)
        if width and sum(line.count(delimiter) >= width for line in more) > len(more) / 2:
            self.put_back()
            return
        while (line := next(self, None)) is not None:
            if line.count('"') % 2:
                return


def _evenness(lines: list[str], delimiter: str) -> float:
    """How well a delimiter parts lines into rows of one width; 0 for one that does not stand there."""
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if any(c.strip() for c in cells)]
    except csv.Error:
        return 0.0
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0
    width, number = wide.most_common(1)[0]
    return number / len(widths) + min(width, 30) / 100


def _row(number: int, cells: list[str]) -> Row:
    if any(len(cell) > MAX_CELL for cell in cells):
        return Row(number, problem=TOO_LONG)
    cells = cells[:MAX_COLUMNS]
    if not any(cell.startswith("=") for cell in cells):
        return Row(number, tuple(cells))
    links = {place: found[1].replace('""', '"') for place, cell in enumerate(cells) if (found := LINK.fullmatch(cell))}
    return Row(number, tuple(plain(cell) for cell in cells), links or NO_LINKS)


def plain(formula: str) -> str:
    """What a cell shows whose text is a link or a quoted text; all else stays as it is."""
    link = LINK.fullmatch(formula)
    if link:
        return (link[2] if link[2] is not None else link[1]).replace('""', '"')
    text = TEXT_FORMULA.fullmatch(formula)
    return text[1].replace('""', '"') if text else formula
