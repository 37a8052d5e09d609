"""Awkward lists in tables handed out: one application, all rejected, long titles, emoji, names that are formulas."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from storage.filters import Filter
from tests.house import NOON, House
from tools.handouts import xlsx_file
from tools.handouts.order import Order

LISTS: dict[str, list[tuple[str, str, str]]] = {
    "one application": [("Lidl", "Driver", "applied")],
    "all rejected": [(f"Firm {n}", "Cook", "rejected") for n in range(12)],
    "awkward names": [
        ("=cmd()", "+49 30 1234", "applied"),
        ("@SUM(A1)", "-2 days a week", "saved"),
        ("🎉 Party", "Cook 🍳", "interview"),
        ("\t=1+1", "T" * 500, "applied"),
    ],
}


def brought(house: House, folder: Path, rows: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """These are imported; gives the names as they are kept."""
    kept = [{"company": c, "title": t, "status": s, "applied_on": "2026-11-02"} for c, t, s in rows]
    path = folder / "brought.json"
    path.write_text(json.dumps({"version": 1, "applications": kept, "reminders": []}), "utf-8")
    assert "Imported" in house.bring(path).text
    return [(one["company"], one["title"]) for one in house.applications()]


def made(house: House, words: str) -> Path:
    """The file that comes of words."""
    (path,) = house.say(words).files
    return path


@pytest.mark.parametrize("name", LISTS)
def test_tables_hold_what_was_told_and_no_formula(sqlite_house: House, tmp_path: Path, name: str) -> None:
    kept = brought(sqlite_house, tmp_path, LISTS[name])
    assert len(kept) == len(LISTS[name]) and ("T" * 500 in dict(kept).values()) == (name == "awkward names")
    rows = list(csv.DictReader(StringIO(made(sqlite_house, "/export csv").read_text("utf-8-sig"), newline="")))
    told = [(row["Company"], row["Title"]) for row in rows]
    assert not [cell for row in told for cell in row if cell[0] in "=+-@\t"]
    assert sorted((c.removeprefix("'"), t.removeprefix("'")) for c, t in told) == sorted(kept)
    book = load_workbook(made(sqlite_house, "/export xlsx"))
    cells = [row[:2] for row in book["Applications"].iter_rows(min_row=2)]
    assert sorted((c.value, t.value) for c, t in cells) == sorted(kept)
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


def filled(house: House, folder: Path, number: int) -> tuple[Order, str]:
    """An order of all of so many applications, and the database that they are in."""
    brought(house, folder, [(f"=Firm{n}", "Cook", "applied") for n in range(number)])
    return Order(1, "UTC", NOON, Filter(limit=None)), house.app.toolbox.database.url.render_as_string()


def test_a_full_sheet_goes_on_on_a_further_one(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Worksheet().xls_rowmax == xlsx_file.MOST_ROWS, "what the format holds"
    order, url = filled(sqlite_house, tmp_path, 7)
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 4)
    words = xlsx_file.write(order, tmp_path / "many.xlsx", url)
    assert words == "One sheet holds 3 rows, so the applications stand on 3."
    book = load_workbook(tmp_path / "many.xlsx")
    names = ["Applications", "Applications 2", "Applications 3"]
    assert book.sheetnames[:3] == names
    columns: list[list[Any]] = [[cell.value for cell in book[name]["A"]] for name in names]
    assert [len(one) for one in columns] == [4, 4, 2] and {one[0] for one in columns} == {"Company"}
    assert sorted(cell for one in columns for cell in one[1:]) == [f"=Firm{n}" for n in range(7)]
    assert [book[name].auto_filter.ref.split(":")[1][-1] for name in names] == ["4", "4", "2"]


def test_a_sheet_that_is_just_full_has_no_further_one(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order, url = filled(sqlite_house, tmp_path, 3)
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 4)
    assert xlsx_file.write(order, tmp_path / "full.xlsx", url) == ""
    assert "Applications 2" not in load_workbook(tmp_path / "full.xlsx").sheetnames
