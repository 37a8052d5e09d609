"""What goes wrong with a sheet, and what a person hears of it: links, rights, quotas, a permission taken away."""

from __future__ import annotations

import pytest

from tests.google.emulated import ANNA, OTHER
from tests.gsheets.houses import LINK, THEIRS, SheetHouse
from tests.gsheets.workbook import Tab, Workbook


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://docs.google.com/document/d/1AbcDefGhiJklMnoPqrStuVwxYz/edit", "document of another kind"),
        ("https://drive.google.com/file/d/1AbcDefGhiJklMnoPqrStuVwxYz/view", "leads to Google Drive"),
        ("https://onedrive.live.com/edit.aspx?resid=1", "Excel file"),
        ("https://example.com/jobs.xlsx", "Excel file"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1vAbcDefGhiJklMnoPqrStu/pubhtml", "published copy"),
        ("https://docs.google.com/spreadsheets/d/short", "no link of a Google sheet"),
        ("https://example.com/", "no link of a Google sheet"),
    ],
)
def test_links_that_are_no_sheet(small: SheetHouse, link: str, words: str) -> None:
    assert words in small.say(f"connect my google sheet {link}").text
    assert "No Google sheet is connected" in small.say("where is my sheet?").text


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Make me a Google sheet, please", "make"),
        ("kannst du mir eine Google-Tabelle erstellen?", "make"),
        ("quiero una hoja de cálculo de Google", "make"),
        ("I need a google sheet", "make"),
        ("synchronise ma feuille google", "sync"),
        ("I want my google sheet gone and everything with it", None),
        ("create a google spreadsheet for my applications", "make"),
        ("sync my sheet", "sync"),
        ("where is my sheet?", "show"),
        ("disconnect the sheet", "disconnect"),
        ("make me a cover sheet", None),
        ("where is Sheetz?", None),
        ("update Stripe", None),
    ],
)
def test_the_ways_to_speak_of_it(small: SheetHouse, words: str, action: str | None) -> None:
    calls = [call for out in small.say(words).outs for call in out["tools"]]
    found = next((call["args"]["action"] for call in calls if call["name"] == "sheet"), None)
    assert found == action


def test_a_sheet_that_may_only_be_read(small: SheetHouse) -> None:
    small.google.books[THEIRS] = Workbook(THEIRS, OTHER, tabs=[Tab(0, "A")], readers=frozenset([ANNA]))
    heard = small.connected()
    assert "may not change that sheet" in heard.text and "Make me a new one" in heard.labels
    small.book.owner = ANNA
    assert "Your sheet is filled" in small.say("sync my sheet").text


def test_a_sheet_of_somebody_else_or_of_another_kind(small: SheetHouse) -> None:
    heard = small.connected(owner=OTHER)
    assert "can't find your sheet" in heard.text
    asked = len(small.google.asked)
    assert small.later(600).outs == [] and len(small.google.asked) == asked, "said once, and nothing is tried"
    small.book.owner, small.book.excel = ANNA, True
    assert "Excel workbook" in small.say("sync my sheet").text


def test_our_tab_or_the_numbers_are_gone(small: SheetHouse) -> None:
    small.say("/log Lidl, Driver, applied, yesterday")
    small.connected()
    small.tab.delete_column("Jobbot no.")
    assert "column “Jobbot no.”" in small.say("sync my sheet").text
    small.book.tabs = small.book.tabs[:1]
    assert "My tab in your sheet was deleted" in small.say("sync my sheet").text
    small.press("Make a new tab")
    assert small.tab.read("Lidl", "Status") == "applied"


def test_limits_that_pass_and_limits_that_last(small: SheetHouse) -> None:
    small.say("/log Lidl, Driver, applied, yesterday")
    small.google.failing = [429, 429]
    assert "Your sheet is filled" in small.made().text and len(small.google.books) == 1
    small.google.quota = 0
    told = small.say("sync my sheet")
    assert "could not write your sheet: Google Sheets asks for patience" in told.text
    small.google.quota = 1_000
    small.say("Lidl rejected me")
    small.later(3)
    assert small.tab.read("Lidl", "Status") == "rejected", "and it is tried again by itself"


def test_an_answer_that_is_lost_writes_no_row_twice(small: SheetHouse) -> None:
    small.made()
    small.say("/log Lidl, Driver, applied, yesterday")
    small.google.lost = 1
    small.later()
    small.later(3)
    assert len(small.tab.cells) == 2 and "in step" in small.say("sync my sheet").text


def test_a_permission_that_was_taken_back_is_told_once(small: SheetHouse) -> None:
    small.made()
    for grant in small.google.grants.values():
        grant.live = False
    heard = small.say("sync my sheet")
    assert "does not let me into your sheet" in heard.text
    asked = len(small.google.asked)
    assert small.later(600).outs == [] and len(small.google.asked) == asked
    heard = small.press("Reconnect my sheet")
    assert "in step" in small.say(small.google.allow(small.url(heard, "Reconnect"))).text
    assert len(small.google.books) == 1


def test_the_box_was_not_ticked_or_nothing_was_allowed(small: SheetHouse) -> None:
    heard = small.say("make me a google sheet")
    back = small.google.allow(small.url(heard, "Make my sheet"), scope="openid")
    assert "box that lets me make a sheet was not ticked" in small.say(back).text
    state = small.url(small.say("make me a google sheet"), "Make").split("state=")[1].split("&")[0]
    said = small.say(f"http://127.0.0.1:8080/oauth/google/callback?error=access_denied&state={state}")
    assert "no sheet is connected" in said.text


def test_a_protected_tab(small: SheetHouse) -> None:
    small.made()
    small.tab.protected = True
    small.say("/log Lidl, Driver, applied, yesterday")
    small.later()
    small.say("Lidl rejected me")
    small.later()
    assert "protected cell" in small.say("where is my sheet?").text


def test_letting_go_gives_the_permission_back(small: SheetHouse) -> None:
    small.made()
    small.say("disconnect the sheet")
    assert "given back to Google" in small.press("Yes, disconnect").text
    assert not any(grant.live for grant in small.google.grants.values()) and small.tab.cells
    assert "No Google sheet" in small.say("sync my sheet").text


def test_deleting_all_data_forgets_it(small: SheetHouse) -> None:
    small.made()
    small.say("delete all my data")
    small.press("Yes, delete all my data")
    assert not any(grant.live for grant in small.google.grants.values())
    assert small.later(600).outs == [] and "No Google sheet" in small.say("/sheet").text


def test_whoever_stays_offline_is_left_alone(small: SheetHouse) -> None:
    small.made()
    small.say("/settings offline=yes")
    small.say("/log Lidl, Driver, applied, yesterday")
    asked = len(small.google.asked)
    assert small.later(600).outs == [] and len(small.google.asked) == asked
    assert "stay offline" in small.say("sync my sheet").text


def test_two_people_never_meet(small: SheetHouse) -> None:
    small.made()
    heard = small.say("make me a google sheet", user="stranger")
    back = small.google.allow(small.url(heard, "Make my sheet"))
    assert "out of date" in small.say(back).text
    assert "No Google sheet" in small.say("where is my sheet?", user="stranger").text
    assert LINK not in small.say("/sheet", user="stranger").text
