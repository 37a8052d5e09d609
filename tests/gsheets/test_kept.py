"""A sheet is made and kept in step with the list, whatever the person does beside our cells."""

from __future__ import annotations

from pathlib import Path

from tests.gsheets.desk import FILE
from tests.gsheets.houses import SheetHouse
from tools.livesheet.columns import HEADINGS


def test_from_the_words_to_the_filled_sheet(house: SheetHouse) -> None:
    house.say("/log Lidl, Driver, applied, yesterday")
    house.say("/log =cmd(), +49 💼, saved")
    heard = house.made()
    assert "Thank you" in heard.text and "Your sheet is filled" in heard.text
    assert house.google.grants["code0"].scope == FILE
    tab = house.tab
    assert tab.frozen == 1 and tab.cells[0][: len(HEADINGS)] == list(HEADINGS.values())
    assert tab.read("Lidl", "Status") == "applied" and tab.read("Lidl", "Applied") == "2026-11-16"
    assert tab.read("+49 💼", "Company") == "=cmd()", "it is text and no formula"
    house.say("Lidl invited me to an interview")
    assert tab.read("Lidl", "Status") == "applied"
    house.later()
    assert tab.read("Lidl", "Status") == "interview", "soon after, and not in the turn"


def test_what_the_person_adds_and_moves_stays(house: SheetHouse) -> None:
    for company in ("Zalando", "Lidl", "Aldi"):
        house.say(f"/log {company}, Driver, applied, yesterday")
    house.made()
    tab = house.tab
    tab.insert_column(1, "My stars")
    tab.typed("Lidl", "My stars", "*****")
    tab.move("Status", 0)
    tab.put(0, tab.column("Company"), "Firma")
    tab.sort("Firma")
    tab.cells.append(["", "a row of my own"])
    house.say("Lidl rejected me")
    house.say("/log Penny, Cook, applied, today")
    house.later()
    assert tab.read("Lidl", "Status") == "rejected" and tab.read("Lidl", "My stars") == "*****"
    assert tab.read("Aldi", "Status") == tab.read("Zalando", "Status") == "applied"
    assert tab.read("Penny", "Role") == "Cook" and tab.row("Penny") == tab.row("a row of my own") + 1
    assert tab.get(0, tab.column("Firma")) == "Firma", "their heading stays"


def test_a_sheet_of_their_own_gets_a_tab(house: SheetHouse) -> None:
    house.say("/log Lidl, Driver, applied, yesterday")
    heard = house.connected()
    assert "Your sheet is filled" in heard.text
    assert house.book.tabs[0].cells == [["Rent", "800"]] and house.tab.read("Lidl", "Status") == "applied"
    assert house.google.grants["code0"].scope.endswith("/spreadsheets")


def test_undo_and_deleting_reach_the_sheet(house: SheetHouse) -> None:
    house.say("/log Lidl, Driver, applied, yesterday")
    house.made()
    house.say("Lidl rejected me")
    house.later()
    house.say("undo")
    house.later()
    assert house.tab.read("Lidl", "Status") == "applied"
    house.say("/delete Lidl")
    house.press("Yes, delete")
    house.later()
    assert house.tab.read("Lidl", "Status") == "deleted", "the row stays: there may be words of theirs beside ours"
    house.say("undo")
    assert house.later().outs == [], "nothing is asked"
    assert house.tab.read("Lidl", "Status") == "applied"


def test_ten_thousand_rows_go_in_parts(small: SheetHouse, tmp_path: Path) -> None:
    table = tmp_path / "many.csv"
    lines = [f"Company {number},Driver,applied,2026-11-01" for number in range(2_000)]
    table.write_text("Company,Role,Status,Applied\n" + "\n".join(lines))
    small.bring(table)
    small.press("Yes|Import|Add")
    assert "Your sheet is filled" in small.made().text
    assert len(small.tab.cells) == 2_001
    small.say("Company 1234 rejected me")
    before = len(small.google.asked)
    small.later()
    assert small.tab.read("Company 1234", "Status") == "rejected"
    assert len(small.google.asked) - before == 4, "three questions and one change"


def test_nothing_new_writes_nothing(small: SheetHouse) -> None:
    small.say("/log Lidl, Driver, applied, yesterday")
    small.made()
    before = len(small.google.asked)
    small.later()
    assert len(small.google.asked) == before
    small.later(6 * 60)
    assert not any("batchUpdate" in path for _, path in small.google.asked[before:])


def test_reconnected_it_goes_on_in_the_same_tab(small: SheetHouse) -> None:
    small.say("/log Lidl, Driver, applied, yesterday")
    small.connected()
    small.say("disconnect the sheet")
    assert "stays in your Google Drive" in small.press("Yes, disconnect").text
    small.say("/log Aldi, Cook, applied, today")
    assert small.later().outs == [] and len(small.tab.cells) == 2
    small.connected()
    assert len(small.book.tabs) == 2 and small.tab.read("Aldi", "Role") == "Cook" and len(small.tab.cells) == 3
