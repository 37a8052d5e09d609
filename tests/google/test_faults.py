"""What goes wrong with Google, and what a person hears of it: limits, a history that is gone, a permission taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.google.emulated import ANNA, OTHER
from tests.google.front import Fault, Front
from tests.google.houses import GoogleHouse
from tools.clients import google_line

MAILS = "/gmail/v1/users/me/messages/"
NOTHING = "nothing about your applications"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in a test."""
    monkeypatch.setattr(google_line, "FIRST_PAUSE", 0.0)
    monkeypatch.setattr(google_line, "LONGEST_PAUSE", 0.01)


@pytest.fixture
def sqlite_mailhouse(sqlite_database: Database, front: Front, tmp_path: Path) -> Iterator[GoogleHouse]:
    """The product on SQLite with a mailbox that is connected and empty."""
    found = GoogleHouse(sqlite_database.url.render_as_string(), tmp_path, front)
    found.connected()
    yield found
    found.close()


def looks(house: GoogleHouse, number: int) -> str:
    """So many mails arrive, and are looked at."""
    for one in range(number):
        house.front.behind.deliver(f"letter {one} of {number}", "Hello")
    return house.say("check my mail").text


@pytest.mark.parametrize(
    "fault",
    [
        Fault(MAILS, 429, 7, "rateLimitExceeded", inside=True),
        Fault(MAILS, 403, 3, "userRateLimitExceeded", "0", inside=True),
        Fault(MAILS, 503, 3, inside=True),
        Fault("/batch", 500, 2),
        Fault("/batch", 401, 1),
        Fault(MAILS, 401, 1, inside=True),
        Fault("/history", 429, 2),
        Fault("/history", 404, 1),
    ],
    ids=lambda fault: f"{fault.status} {fault.holds} {fault.inside}",
)
def test_a_fault_that_passes_costs_no_mail(sqlite_mailhouse: GoogleHouse, fault: Fault) -> None:
    house = sqlite_mailhouse
    house.front.faults.append(fault)
    assert f"12 new mails, {NOTHING}" in looks(house, 12)
    assert fault.times == 0
    assert "no new mail" in house.say("check my mail").text


def test_limits_that_last_are_told_and_tried_later(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    house.front.faults.append(Fault(MAILS, 429, 1_000, "rateLimitExceeded"))
    told = looks(house, 2)
    assert "could not look" in told and "Gmail asks for patience" in told
    house.front.faults.clear()
    heard = house.tick(house.now.replace(hour=18))
    assert heard.outs == [] and "2 mails" in house.say("/mailboxes").text


def test_a_mail_that_is_gone_by_then_keeps_nobody_up(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    house.front.faults.append(Fault(MAILS, 404, 1, inside=True))
    assert "3 new mails" in looks(house, 3)
    assert "no new mail" in house.say("check my mail").text


def test_a_permission_that_was_taken_back_is_told_once(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    house.front.faults += [Fault("/history", 401, 50), Fault("/oauth2/token", 400, 50, "invalid_grant")]
    told = looks(house, 1)
    assert "I can't read" in told and f"Reconnect {ANNA}" in house.last["u1"].labels
    asked = len(house.front.asked)
    assert house.tick(house.now.replace(hour=19)).outs == [] and len(house.front.asked) == asked, "nothing is tried"
    house.front.faults.clear()
    url = house.press("Reconnect").outs[0]["buttons"][0]["url"]
    assert "connected again" in house.say(house.front.behind.allow(url)).text
    assert "1 mail" in house.say("/mailboxes").text, "it goes on where it was"


def test_nothing_but_reading_is_ever_asked(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    looks(house, 3)
    asked = {(method, path.split("?")[0]) for method, path in house.front.asked}
    assert {method for method, path in asked if path.startswith("/gmail")} == {"GET"}
    assert {path for method, path in asked if method == "POST"} == {"/oauth2/token", "/batch"}


def test_another_account_is_another_mailbox(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    house.front.address = OTHER
    assert OTHER in house.connect(OTHER).text
    house.press("No, not that one")
    listed = house.say("/mailboxes").text
    assert OTHER not in listed and ANNA in listed


def test_disconnecting_gives_the_permission_back(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    asked = house.say("disconnect gmail")
    assert asked.labels == ["Yes, disconnect", "No, keep it"]
    told = house.press("Yes, disconnect")
    assert "given back to Google" in told.text
    assert any(path == "/oauth2/revoke" for _, path in house.front.asked)
    assert "No mailbox is connected" in house.say("/mailboxes").text


@pytest.mark.parametrize("answers", [True, False])
def test_whoever_deletes_everything_gives_the_permission_back_too(sqlite_mailhouse: GoogleHouse, answers: bool) -> None:
    house = sqlite_mailhouse
    if not answers:
        house.front.faults.append(Fault("/oauth2/revoke", 500, 9))
    house.say("delete all my data")
    told = house.press("Yes, delete all my data")
    assert "All your data is deleted." in told.text
    assert ("given back to it" in told.text) is answers and ("you can take it away at" in told.text) is not answers
    assert any(path == "/oauth2/revoke" for _, path in house.front.asked)
    assert "No mailbox is connected" in house.say("/mailboxes").text


def test_a_code_is_good_for_once_and_for_its_person(sqlite_mailhouse: GoogleHouse) -> None:
    house = sqlite_mailhouse
    back = house.front.behind.allow(house.link())
    assert "out of date" in house.say(back, user="stranger").text
    assert "connected again" in house.say(back).text
    assert "out of date" in house.say(back).text
    refused = house.link()
    state = refused.split("state=")[1].split("&")[0]
    said = house.say(f"http://127.0.0.1:8080/oauth/google/callback?error=access_denied&state={state}")
    assert "did not allow it" in said.text
