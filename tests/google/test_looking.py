"""Looks into a mailbox: every 15 minutes, by one process at a time, each mail once whatever happens between."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from scheduler import mailing
from scheduler.mailing import Look
from storage import lookups, mailboxes, users
from storage.mailboxes import Mailbox
from tests.google.front import Fault
from tests.google.houses import GoogleHouse
from tools.clients import gmail

QUARTER = timedelta(minutes=15)


def box_of(house: GoogleHouse) -> Mailbox:
    """The mailbox as it stands."""
    with house.app.database.read() as db:
        user = users.find_user(db, "stdio", house.user)
        assert user is not None
        return mailboxes.of_person(db, user.id)[0]


def seen(house: GoogleHouse) -> int:
    """How many mails were looked at."""
    box = box_of(house)
    with house.app.database.read() as db:
        return lookups.count_seen(db, box.user_id, box.id)


def look(
    house: GoogleHouse,
    tell: Callable[[Mailbox, str], None] = lambda box, words: None,
    stopping: threading.Event | None = None,
) -> str:
    """One look by a process of its own; how it ended."""
    claimed = mailing.claim(house.app.toolbox, house.now)
    if claimed is None:
        return "nothing is due"
    return mailing.look(
        Look(house.app.toolbox, claimed, lambda: house.now, tell, stopping=stopping or threading.Event())
    )


def test_every_quarter_of_an_hour(mailhouse: GoogleHouse) -> None:
    mailhouse.connected()
    mailhouse.front.behind.deliver("letter", "Hello", day="17 Nov 2026")
    mailhouse.tick(mailhouse.now + QUARTER - timedelta(minutes=1))
    assert seen(mailhouse) == 0
    assert mailhouse.tick(mailhouse.now + QUARTER).outs == [] and seen(mailhouse) == 1, "and nobody is told of it"


def test_one_process_at_a_time(mailhouse: GoogleHouse) -> None:
    mailhouse.connected()
    mailhouse.now += QUARTER
    assert mailing.claim(mailhouse.app.toolbox, mailhouse.now) is not None
    assert look(mailhouse) == "nothing is due"


def test_a_look_that_is_cut_off_goes_on(mailhouse: GoogleHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gmail, "LISTED", 4)
    monkeypatch.setattr(mailing, "AT_ONCE", 2)
    for number in range(9):
        mailhouse.front.behind.deliver(f"letter {number}", "Hello")
    mailhouse.connect()
    mailhouse.press("Yes, read it")
    mailhouse.front.faults.append(Fault("/messages", 403, 1_000, "accessNotConfigured", after=7))
    assert "could not look" in mailhouse.say("1 November").text
    part = seen(mailhouse)
    assert 0 < part < 9
    mailhouse.front.faults.clear()
    fetched = sum("format=raw" in path for _, path in mailhouse.front.asked)
    mailhouse.say("check my mail")
    again = sum("format=raw" in path for _, path in mailhouse.front.asked) - fetched
    assert seen(mailhouse) == 9 and again == 9 - part, "what was looked at is not even fetched again"


def test_a_program_that_ends_in_the_middle(mailhouse: GoogleHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    mailhouse.connected()
    monkeypatch.setattr(mailing, "AT_ONCE", 2)
    for number in range(5):
        mailhouse.front.behind.deliver(f"letter {number}", "Hello", day="17 Nov 2026")
    mailhouse.now += QUARTER
    stopping = threading.Event()
    assert look(mailhouse, lambda box, words: stopping.set(), stopping=stopping) == lookups.CUT
    assert look(mailhouse) == lookups.DONE and seen(mailhouse) == 5
    assert "interrupted" in mailhouse.say("/mailboxes").text


def test_a_mailbox_that_is_disconnected_in_the_middle(mailhouse: GoogleHouse) -> None:
    mailhouse.connected()
    mailhouse.front.behind.deliver("letter", "Hello", day="17 Nov 2026")
    mailhouse.now += QUARTER
    claimed = mailing.claim(mailhouse.app.toolbox, mailhouse.now)
    assert claimed is not None
    mailhouse.say("disconnect gmail")
    mailhouse.press("Yes, disconnect")
    mailing.look(Look(mailhouse.app.toolbox, claimed, lambda: mailhouse.now, lambda box, words: None))
    assert "No mailbox" in mailhouse.say("/mailboxes").text


def test_a_place_in_the_list_that_has_grown_old(mailhouse: GoogleHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gmail, "LISTED", 2)
    for number in range(5):
        mailhouse.front.behind.deliver(f"letter {number}", "Hello")
    mailhouse.front.faults.append(Fault("pageToken=2", 400, 1, "invalidArgument"))
    mailhouse.connected()
    assert seen(mailhouse) == 5
