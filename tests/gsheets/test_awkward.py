"""Awkward lists in a Google sheet: each stands there as it was told, as text that does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.awkward import LISTS, brought
from tests.gsheets.houses import SheetHouse


@pytest.mark.parametrize("name", LISTS)
def test_each_list_in_a_sheet(small: SheetHouse, tmp_path: Path, name: str) -> None:
    kept = sorted(brought(small, tmp_path, LISTS[name]))
    heard = small.made()
    assert "sheet" in heard.text
    names, titles = small.tab.column("Company"), small.tab.column("Role")
    told = [(small.tab.get(row, names), small.tab.get(row, titles)) for row in range(1, small.tab.last)]
    assert sorted(told) == kept, "formulas too are text: the server marks those that a sheet would calculate"
    assert "in step" in small.say("sync my sheet").text, "nothing is taken for a change by hand"


def test_all_rejected_in_a_sheet(small: SheetHouse, tmp_path: Path) -> None:
    brought(small, tmp_path, LISTS["all rejected"])
    small.made()
    assert [small.tab.read(f"Firm {n}", "Status") for n in range(12)] == ["rejected"] * 12
    small.say("/note they kept my papers, Firm 3")
    small.later()
    assert small.tab.read("Firm 3", "Notes") == "they kept my papers"
