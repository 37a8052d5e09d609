"""A sheet is made and kept in step with the list, whatever the person does beside our cells."""

from __future__ import annotations

from tests.gsheets.houses import SheetHouse
from tests.gsheets.server import FILE
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
