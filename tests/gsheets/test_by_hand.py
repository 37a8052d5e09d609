"""Cells that a person changed by hand: nothing is written over before they have said whose words stay."""

from __future__ import annotations

import pytest

from tests.gsheets.houses import SheetHouse
from tests.talk import Heard


@pytest.fixture
def filled(house: SheetHouse) -> SheetHouse:
    """A sheet with one application."""
    house.say("/log Lidl, Driver, applied, yesterday")
    house.made()
    return house


def asked(house: SheetHouse) -> Heard:
    """A look that the person asks for."""
    return house.say("sync my sheet")


def status(house: SheetHouse) -> str:
    """Where Lidl stands in the list."""
    return str(house.export()["applications"][0]["status"])


def test_the_sheet_wins(filled: SheetHouse) -> None:
    filled.tab.typed("Lidl", "Status", "Interview")
    filled.tab.typed("Lidl", "Applied", "12 November 2026")
    filled.tab.typed("Lidl", "Notes", "asked for my licence")
    heard = asked(filled)
    assert "3 cells were changed" in heard.text and "“Interview” in the sheet, “applied” here" in heard.text
    told = filled.press("Keep the sheet's")
    assert "Settled: 3 cells" in told.text
    (found,) = filled.export()["applications"]
    assert (found["status"], found["applied_on"]) == ("interview", "2026-11-12")
    assert filled.tab.read("Lidl", "Applied") == "2026-11-12", "and is written as ours are"
    assert [one["text"] for one in found["notes"]] == ["asked for my licence"]
    assert "in step" in asked(filled).text
    assert "Taken back" in filled.say("undo").text and status(filled) == "applied"


def test_ours_wins(filled: SheetHouse) -> None:
    filled.tab.typed("Lidl", "Status", "Interview")
    asked(filled)
    filled.press("Keep Jobbot's")
    assert filled.tab.read("Lidl", "Status") == status(filled) == "applied"


def test_both_changed(filled: SheetHouse) -> None:
    filled.tab.typed("Lidl", "Status", "offer")
    filled.say("Lidl rejected me")
    heard = filled.later()
    assert heard.kinds == ["sheet"] and "“offer” in the sheet, “rejected” here" in heard.text
    assert filled.tab.read("Lidl", "Status") == "offer" and filled.later(400).outs == [], "asked once"
    filled.press("Keep Jobbot's")
    assert filled.tab.read("Lidl", "Status") == "rejected"


@pytest.mark.parametrize("words", ["on the moon", "=cmd()", "🙃", "x" * 600])
def test_what_cannot_be_read_is_said_and_stays(filled: SheetHouse, words: str) -> None:
    filled.tab.typed("Lidl", "Status", words)
    asked(filled)
    told = filled.press("Keep the sheet's")
    assert "could not take over" in told.text
    assert filled.tab.read("Lidl", "Status") == words and status(filled) == "applied"
    filled.later(400)
    assert filled.tab.read("Lidl", "Status") == words


def test_an_empty_company_can_only_be_put_back(filled: SheetHouse) -> None:
    tab = filled.tab
    tab.put(tab.row("Lidl"), tab.column("Company"), "")
    assert asked(filled).labels == ["Keep Jobbot's", "Open the sheet"]
    filled.press("Keep Jobbot's")
    assert tab.read("Lidl", "Company") == "Lidl"


def test_one_by_one(filled: SheetHouse) -> None:
    filled.tab.typed("Lidl", "Status", "interview")
    filled.tab.typed("Lidl", "Location", "Köln")
    asked(filled)
    filled.press("One by one")
    assert "Location" in filled.press("Keep the sheet's").text
    filled.press("Keep Jobbot's")
    assert status(filled) == "interview" and filled.tab.read("Lidl", "Location") == ""


def test_put_back_by_hand_is_nothing_to_ask(filled: SheetHouse) -> None:
    filled.tab.typed("Lidl", "Status", "offer")
    asked(filled)
    filled.tab.typed("Lidl", "Status", " Applied ")
    assert "in step" in asked(filled).text


def test_a_row_that_was_deleted(filled: SheetHouse) -> None:
    filled.say("/log Aldi, Cook, applied, today")
    filled.later()
    filled.tab.delete_row("Lidl")
    heard = asked(filled)
    assert "The row of Lidl · Driver was deleted" in heard.text
    filled.press("Put back")
    assert filled.tab.read("Lidl", "Status") == "applied"
    filled.tab.delete_row("Lidl")
    asked(filled)
    filled.press("Leave out")
    filled.say("Lidl rejected me")
    assert filled.later().outs == [] and len(filled.tab.cells) == 2 and "in step" in asked(filled).text


def test_a_column_that_was_deleted_stays_away(filled: SheetHouse) -> None:
    filled.tab.delete_column("Location")
    assert "in step" in asked(filled).text
    filled.say("/update Lidl, location=Berlin")
    filled.later()
    assert "Berlin" not in filled.tab.cells[filled.tab.row("Lidl")]


def test_merged_cells_and_copied_rows_are_let_be(filled: SheetHouse) -> None:
    tab = filled.tab
    at, column = tab.row("Lidl"), tab.column("Role")
    tab.merges.append({"startRowIndex": at, "endRowIndex": at + 1, "startColumnIndex": column - 1,
                       "endColumnIndex": column + 1})  # fmt: skip
    tab.put(at, column, "")
    tab.cells.append(list(tab.cells[at]))
    tab.put(at + 1, tab.column("Status"), "my copy")
    assert "in step" in asked(filled).text
    filled.say("Lidl rejected me")
    filled.later()
    assert tab.shown(at, tab.column("Status")) == "rejected"
    assert tab.shown(at + 1, tab.column("Status")) == "my copy"
