"""Awkward lists in tables and pictures: none, one, all rejected, long titles, emoji, names that are formulas."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import pytest
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from storage.filters import Filter
from tests.awkward import LISTS, brought, made, made_here
from tests.house import NOON, House
from tests.tools.test_pictures import outside_or_on_another
from tools import exports
from tools.charts import Kind
from tools.handouts import xlsx_file
from tools.handouts.order import Order
from tools.sheets import packed


@pytest.mark.parametrize("name", LISTS)
def test_tables_hold_what_was_told_and_no_formula(sqlite_house: House, tmp_path: Path, name: str) -> None:
    kept = sorted(brought(sqlite_house, tmp_path, LISTS[name]))
    made_here(sqlite_house)
    assert len(kept) == len(LISTS[name]) and [len(title) for _, title in kept].count(500) == (name == "long") * 2
    rows = list(csv.DictReader(StringIO(made(sqlite_house, "/export csv").read_text("utf-8-sig"), newline="")))
    told = [(row["Company"], row["Title"]) for row in rows]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@\t\r\n＝＋－＠")]
    assert sorted((packed.restored(c), packed.restored(t)) for c, t in told) == kept
    book = load_workbook(made(sqlite_house, "/export xlsx"))
    cells = [row[:2] for row in book["Applications"].iter_rows(min_row=2)]
    assert sorted((c.value, t.value) for c, t in cells if c.value) == kept
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    text = made(sqlite_house, "/export json").read_text("utf-8")
    assert sorted((one["company"], one["title"]) for one in json.loads(text)["applications"]) == kept


def test_the_export_form_is_the_same_by_a_process(
    sqlite_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(sqlite_house, tmp_path, LISTS["formulas"])
    for words in ("/note call back, +1 GmbH", "/contact Ann, -Dash AG", "/status +1 GmbH, interview"):
        sqlite_house.say(words)
    direct = sqlite_house.say("/export json")
    monkeypatch.setattr(exports, "AT_HAND", 3)
    apart = sqlite_house.say("/export json")
    assert apart.text == direct.text and "7 applications" in apart.text and apart.files != direct.files
    assert apart.files[0].read_bytes() == direct.files[0].read_bytes()
    sqlite_house.app.assistant.errands.makers.close()
    failed = sqlite_house.say("/export json")
    assert not failed.files and "perhaps the disk is full" in failed.text


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("name", ["one application", "all rejected", "formulas"])
def test_pictures_of_awkward_lists(sqlite_house: House, tmp_path: Path, kind: str, name: str) -> None:
    kept = brought(sqlite_house, tmp_path, LISTS[name])
    here = made_here(sqlite_house)
    for words in (f"/chart {kind}", f"/chart {kind}, look=dark"):
        heard = sqlite_house.say(words)
        assert "1 applications" not in heard.text and heard.files[0].read_bytes().startswith(b"\x89PNG")
    assert [outside_or_on_another(one.task) for one in here.made] == [[], []] and len(kept) == len(LISTS[name])


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
