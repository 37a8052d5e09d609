"""A sheet connected by the button alone: the browser goes to Google and back over HTTP, and the chat goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.browsing import PUBLIC, browse
from tests.google.emulated import OTHER
from tests.gsheets.desk import ALL, FILE
from tests.gsheets.houses import LINK, THEIRS, SheetHouse
from tests.gsheets.server import SheetServer
from tests.gsheets.workbook import Workbook
from tools.sheet_google import REFUSED


@pytest.fixture
def served(database: Database, tmp_path: Path, server: SheetServer) -> Iterator[SheetHouse]:
    """The product that the world reaches, on both kinds of database."""
    found = SheetHouse(database.url.render_as_string(hide_password=False), tmp_path, server, PUBLIC)
    yield found
    found.close()


def at_google(house: SheetHouse, words: str, label: str) -> str:
    """Ask for a sheet and press its button; gives the address of Google's page."""
    url = house.url(house.say(words), label)
    assert url.startswith(f"{PUBLIC}/oauth/google/start?state=") and "client_id" not in url
    away = browse(house, url)
    assert away.status_code == 303 and away.headers["referrer-policy"] == "no-referrer"
    return away.headers["location"]


def test_from_the_button_to_the_filled_sheet(served: SheetHouse) -> None:
    served.say("/log Lidl, Driver, applied, yesterday")
    told: list[bool] = []
    back = served.google.allow(at_google(served, "make me a google sheet", "Make my sheet"))
    page = browse(served, back, told)
    assert page.status_code == 200 and "Your sheet is connected" in page.text and told
    assert page.headers["cache-control"] == "no-store" and "Lidl" not in page.text
    assert served.google.grants["code0"].scope == FILE
    heard = served.later()
    assert "Your sheet is filled" in heard.text and served.tab.read("Lidl", "Status") == "applied"
    again = browse(served, back)
    assert again.status_code == 400 and "out of date" in again.text and "sheet" in again.text
    assert len(served.google.grants) == len(served.google.books) == 1


def test_a_sheet_of_their_own(served: SheetHouse) -> None:
    served.google.books[THEIRS] = Workbook(THEIRS, "anna@example.com")
    url = at_google(served, f"connect my google sheet {LINK}", "Connect this sheet")
    assert browse(served, served.google.allow(url)).status_code == 200
    assert served.google.grants["code0"].scope == ALL
    assert "Your sheet is filled" in served.later().text and served.tab.title.startswith("Jobbot")


def test_who_does_not_allow_it_is_told_about_sheets(served: SheetHouse) -> None:
    back = served.google.allow(at_google(served, "make me a google sheet", "Make my sheet"))
    page = browse(served, back.replace("code=code0", "error=access_denied"))
    assert page.status_code == 200 and REFUSED in page.text
    assert "Make my sheet" in str(served.say("make me a google sheet").labels) and not served.google.books


def test_a_box_that_was_not_ticked(served: SheetHouse) -> None:
    back = served.google.allow(at_google(served, "make me a google sheet", "Make my sheet"), scope="openid")
    page = browse(served, back)
    assert page.status_code == 400 and "not ticked" in page.text and "gmail" not in page.text
    assert served.later().outs == [] and not served.google.books


def test_another_person_s_link_brings_the_sheet_to_who_asked(served: SheetHouse) -> None:
    served.say("/log Lidl, Driver, applied, yesterday")
    served.say("/log Aldi, Cook, applied, yesterday", user="other")
    url = at_google(served, "make me a google sheet", "Make my sheet")
    assert browse(served, served.google.allow(url, OTHER)).status_code == 200
    served.later()
    assert served.tab.read("Lidl", "Role") == "Driver" and len(served.tab.cells) == 2
