"""Workbooks that another program writes: several sheets, merged and hidden cells, formulas, links, days as numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.house import House
from tools.sheets import reading
from tools.sheets.rows import Row

HEAD = ("Company", "Role", "Date applied", "Status", "Link", "Remote")


def saved(path: Path, *rows: tuple[Any, ...], title: str = "Jobs") -> Workbook:
    """A workbook of one sheet, saved; it can be changed and saved again."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return book


def rows_of(path: Path) -> list[Row]:
    """The rows of the table in a workbook."""
    return list(reading.find(path).source.rows())


def test_days_numbers_truths_and_links(sqlite_house: House, tmp_path: Path) -> None:
    path = tmp_path / "tracker.xlsx"
    book = saved(
        path, ("My search",), (), HEAD,
        ("Acme", "Cook", date(2026, 11, 2), "Applied", "posting", True),
        ("Globex", 7, datetime(2026, 11, 3, 9, 30, tzinfo=UTC).replace(tzinfo=None), "Interviewing", None, False),
        ("Initech", "Clerk", 46330, "Rejected", '=HYPERLINK("https://initech.example/j","open")', None),
        ("Hooli", "Driver", "05.11.2026", "=1/0", "=A1&B1", None),
    )  # fmt: skip
    book.active["E4"].hyperlink = "https://acme.example/1"
    book.active.row_dimensions[5].hidden = True
    book.save(path)
    asked = sqlite_house.bring(path)
    assert "names are in row 3" in asked.text and "1 hidden row is read too" in asked.text
    sqlite_house.press("^Import")
    found = [(a["company"], a["title"], a["applied_on"], a["status"], a["url"]) for a in sqlite_house.applications()]
    assert found == [
        ("Acme", "Cook", "2026-11-02", "applied", "https://acme.example/1"),
        ("Globex", "7", "2026-11-03", "interview", None),
        ("Initech", "Clerk", "2026-11-04", "rejected", "https://initech.example/j"),
        ("Hooli", "Driver", "2026-11-05", "applied", None),
    ]
    assert [a["work_mode"] for a in sqlite_house.applications()] == ["remote", "onsite", None, None]


def test_merged_cells_are_filled_downwards(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book = saved(path, HEAD, ("Acme", "Cook"), (None, "Waiter"), (None, "Host"), ("Globex", "Clerk"), (None, "Guard"))
    book.active.merge_cells("A2:A4")
    book.active.merge_cells("A1:A1")
    book.save(path)
    found = [row.cells[:2] for row in rows_of(path)][1:]
    assert found == [("Acme", "Cook"), ("Acme", "Waiter"), ("Acme", "Host"), ("Globex", "Clerk"), ("", "Guard")]


def test_the_sheet_that_looks_like_a_tracker(sqlite_house: House, tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    book = saved(path, ("Budget", "Amount"), ("Rent", 700), title="Money")
    for name, row in (("Applications", ("Acme", "Cook")), ("Old", ("Globex", "Clerk")), ("Secret", ("Hooli", "Spy"))):
        sheet = book.create_sheet(name)
        sheet.append(("Company", "Role"))
        sheet.append(row)
    book["Secret"].sheet_state = "hidden"
    book.save(path)
    asked = sqlite_house.bring(path)
    assert "many.xlsx, sheet “Applications”: 1 application" in asked.text and "Acme" in asked.text
    other = sqlite_house.say("use sheet Old")
    assert "many.xlsx, sheet “Old”" in other.text and "Globex" in other.text
    missing = sqlite_house.say("sheet Secret")
    assert "I see no sheet “Secret”. There are: “Money”, “Applications” and “Old”." in missing.text
    assert "Import 1 application" in missing.labels
    sqlite_house.say("yes")
    assert [a["company"] for a in sqlite_house.applications()] == ["Globex"]


def test_a_cell_at_the_end_of_the_world(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = saved(path, HEAD, ("Acme", "Cook"))
    book.active["XFD1048576"] = "far"
    book.active["A1048575"] = "Globex"
    book.save(path)
    found = rows_of(path)
    assert [(row.number, row.cells[0]) for row in found] == [(1, "Company"), (2, "Acme"), (1048575, "Globex")]


def test_the_other_epoch_and_own_forms_of_days(tmp_path: Path) -> None:
    path = tmp_path / "mac.xlsx"
    book = saved(path, HEAD, ("Acme", "Cook", date(2026, 11, 2)), ("Globex", "Clerk", 1234.5))
    book.active["C2"].number_format = '[$-407]dd"."mm"."yyyy;@'
    book.active["C3"].number_format = '#,##0.00 "days"'
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - as openpyxl names the epoch
    book.save(path)
    assert [row.cells[2] for row in rows_of(path)][1:] == ["2026-11-02", "1234.5"]


@pytest.mark.parametrize("name", ["tracker.xlsx", "tracker", "tracker.csv"])
def test_a_workbook_is_known_by_what_it_is(name: str, sqlite_house: House, tmp_path: Path) -> None:
    saved(tmp_path / "x.xlsx", HEAD, ("Acme", "Cook"))
    path = (tmp_path / "x.xlsx").rename(tmp_path / name)
    assert "1 application to add" in sqlite_house.bring(path).text
