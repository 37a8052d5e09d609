"""The table that goes out: no formula in it, readable by Excel, and nothing of it lost when it comes in again."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house import House
from tests.people import a_rich_search
from tools.sheets import packed

# What a CSV holds of an application; its number and its earlier history are the JSON export's.
LEFT_OUT = ("id", "history")


def held(house: House, user: str) -> list[dict[str, Any]]:
    """What a table tells of a person's applications."""
    return [{k: v for k, v in a.items() if k not in LEFT_OUT} for a in house.applications(user=user)]


def test_what_went_out_comes_in_again(house: House, tmp_path: Path) -> None:
    a_rich_search(house)
    house.say("/log -Minus & Co, =SUM(A1), applied, 9 November")
    house.say("/note \"+1 for the team; said 'yes'\", Minus")
    house.say('/note "second", Minus')
    house.say("/contact @home | Jane, Minus, role=+lead, email=jane@minus.example, phone=+49 30 1")
    (path,) = house.say("/export csv").files
    zone = "/settings timezone=America/New_York"
    house.say(zone, user="u2")
    asked = house.bring(path, user="u2")
    assert "Kept as notes" not in asked.text and "cannot be read" not in asked.text
    assert "Imported 4 applications" in house.press("^Import", user="u2").text
    assert held(house, "u2") == held(house, "u1")
    assert "are there already" in house.bring(path, user="u2").text


def test_no_cell_is_a_formula(sqlite_house: House) -> None:
    for number, sign in enumerate("=+-@"):
        sqlite_house.say(f"/log {sign}Firm{number}, {sign}cmd")
    (path,) = sqlite_house.say("/export csv").files
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf") and path.stat().st_mode & 0o777 == 0o600
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) == 5
    assert [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell] == []


def test_an_empty_table_is_a_table(sqlite_house: House) -> None:
    heard = sqlite_house.say("/export csv")
    assert "0 applications" in heard.text
    assert len(heard.files[0].read_text("utf-8-sig").splitlines()) == 1


@given(st.text())
def test_defused_cells_are_restored(text: str) -> None:
    assert packed.restored(packed.defused(text)) == text
    assert not packed.defused(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "cell", ["", "nothing of ours", "[2026-11-02 10:00:00+00:00] one\ntwo\n[2026-11-03 10:00:00+00:00] three"]
)
def test_notes_cells(cell: str) -> None:
    assert [note["text"] for note in packed.notes(cell)] == [
        part for part in (["one\ntwo", "three"] if cell.startswith("[") else [cell]) if part
    ]
