"""From a file to the table in it: which kind of file, which sheet, where the names of the columns stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path

from tools.sheets import columns
from tools.sheets.delimited import Delimited
from tools.sheets.package import Package
from tools.sheets.rows import Row, Source, Unreadable, letter
from tools.sheets.worksheet import Worksheet

MAX_FILE = 60_000_000
TOP = 40  # rows among which the names of the columns are looked for
SAMPLES = 300
SPREADSHEETS = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".numbers")
# How files begin that are no tables, and what to do about them.
PICTURE = "is a picture or a document, no table: send a CSV or an XLSX file."
STRANGERS = (
    (b"\x89PNG", PICTURE), (b"\xff\xd8\xff", PICTURE), (b"GIF8", PICTURE), (b"%PDF", PICTURE), (b"RIFF", PICTURE),
    (b"BM", PICTURE), (b"\xd0\xcf\x11\xe0", "is an old Excel file or has a password: save it as .xlsx or .csv."),
    (b"\x1f\x8b", "is packed: unpack it first."), (b"7z\xbc\xaf", "is packed: unpack it first."),
    (b"Rar!", "is packed: unpack it first."), (b"<!DOCTYPE html", "is a web page, no table: save it as CSV."),
    (b"<html", "is a web page, no table: save it as CSV."),
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A table that was found: `top` is the row of its columns' names (0: it has none), `fields` what each holds."""

    source: Source
    sheets: tuple[str, ...]
    top: int
    headers: tuple[str, ...]
    fields: tuple[str, ...]
    samples: tuple[Row, ...]

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The columns as a person calls them: by name, or by letter where there is none."""
        return tuple(" ".join(h.split())[:40] or f"column {letter(n)}" for n, h in enumerate(self.headers))

    def with_fields(self, fields: Sequence[str]) -> Table:
        """The same with other fields."""
        return replace(self, fields=tuple(fields))


def is_table(path: Path) -> bool:
    """Whether a file is to be read as a table, not as an export: by its ending, else by how it begins."""
    try:
        if path.suffix.casefold() == ".json" or not path.is_file():
            return False
        if path.suffix.casefold() in SPREADSHEETS:
            return True
        with path.open("rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except (OSError, ValueError):
        return False


def find(path: Path, sheet: int | None = None) -> Table:
    """The table in a file, of its sheet number `sheet` (from 1) where one is named. Raises Refusal."""
    name = path.name
    try:
        sources = _sources(path, name)
    except OSError as error:
        raise Unreadable(f"I cannot read {name}: {error.strerror}. Nothing was imported.") from None
    names = tuple(source.name for source in sources)
    if sheet is not None:
        if not 1 <= sheet <= len(sources):
            raise Unreadable(f"{name} has {len(sources)} sheets, no sheet {sheet}.")
        sources = [sources[sheet - 1]]
    tops = [_top(source) for source in sources]
    best = max(range(len(sources)), key=lambda place: (tops[place][1], -place))
    return _table(sources[best], names, tops[best][0], name)


def _sources(path: Path, name: str) -> list[Source]:
    size = path.stat().st_size
    if size > MAX_FILE:
        raise Unreadable(f"{name} is larger than {MAX_FILE // 1_000_000} MB. Nothing was imported.")
    with path.open("rb") as file:
        head = file.read(64)
    if not head.strip():
        raise Unreadable(f"{name} is empty. Nothing was imported.")
    for begins, what in STRANGERS:
        if head.startswith(begins):
            raise Unreadable(f"{name} {what} Nothing was imported.")
    if not head.startswith(b"PK\x03\x04"):
        return [Delimited(path)]
    package = Package(path)
    shown = [part for part in package.sheets if not part.hidden] or package.sheets
    if not shown:
        raise package.broken()
    return [Worksheet(package, part) for part in shown]


def _top(source: Source) -> tuple[int, float]:
    """The row that looks most like names of columns, and how much; row 0 with 0 where none does."""
    best = (0, 0.0)
    for row in islice((row for row in source.rows() if not row.empty), TOP):
        points = columns.score(row.cells)
        if points > best[1]:
            best = (row.number, points)
    return best


def _table(source: Source, names: tuple[str, ...], top: int, name: str) -> Table:
    head = next((row.cells for row in source.rows() if row.number == top), ())
    below = (row for row in source.rows() if row.number > top and not row.empty and not row.problem)
    samples = tuple(islice(below, SAMPLES))
    if not samples:
        what = "has names of columns but no rows below them" if top else "has no rows that I can read"
        raise Unreadable(f"{name} {what}. Nothing was imported.")
    if not top and columns.stands_above(samples[0].cells, [row.cells for row in samples[1:]]):
        top, head, samples = samples[0].number, samples[0].cells, samples[1:]
    width = max(len(head), *(len(row.cells) for row in samples))
    headers = (*head, *("" for _ in range(width - len(head))))
    cells = [row.cells for row in samples]
    fields = columns.guess(headers, cells) if top else columns.guess_without_names(cells, width)
    return Table(source, names, top, headers, fields, samples)
