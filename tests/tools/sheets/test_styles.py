"""Other people's tables through the front door: shown, asked about, imported once, taken back by one Undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import House
from tests.tools.sheets.styles_table import STYLES, Style

EVERY = pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])


@EVERY
def test_each_style(style: Style, sqlite_house: House, tmp_path: Path) -> None:
    path = tmp_path / style.name
    path.write_bytes(style.content)
    asked = sqlite_house.say("", files=[str(path)])
    assert [words for words in style.says if words not in asked.text] == [], asked.text
    assert sqlite_house.applications() == []
    done = sqlite_house.press_id(asked.button(style.press))
    assert done.text.startswith(f"Imported {len(style.rows)} application"), done.text
    found = sqlite_house.applications()
    assert [(a["company"], a["title"], a["status"], a["applied_on"]) for a in found] == list(style.rows)
    first = {**found[0], "notes": "; ".join(note["text"] for note in found[0]["notes"])}
    assert {name: first[name] for name in style.first} == style.first


def test_both_databases_import_once_and_take_it_back(house: House, tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes(STYLES[0].content)
    house.say("/log Acme, Cook")
    before = house.export()
    asked = house.bring(path)
    assert asked.labels == ["Import 3 applications", "Change a column", "Cancel"]
    assert house.say("yes").text == "Imported 3 applications from mine.csv."
    assert len(house.applications()) == 4
    again = house.bring(path)
    assert "All 3 applications in mine.csv are there already" in again.text and again.labels == []
    more = STYLES[0].content + b"Late Shift,Porter,Applied,Reno,,,,2026-11-05,\n"
    path.write_bytes(more)
    asked = house.bring(path)
    assert "1 application to add" in asked.text and "3 applications are there already" in asked.text
    assert house.press("^Import").text.startswith("Imported 1 application from mine.csv. 3 were there already")
    house.say("undo 2")
    assert house.export() == before
