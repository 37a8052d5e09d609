"""Connecting a mailbox by its password, as a person does it in the chat; the password is kept nowhere in words."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from tests.house import House
from tests.imap.dovecot import ANNA, PASSWORD, Dovecot

REJECTED = (
    "Dear Anna,\n\nunfortunately we will not be moving forward with your application as Driver at Lidl. We wish you "
    "all the best.\n\nLidl Recruiting"
)


def ask_password(house: House, dovecot: Dovecot) -> None:
    """Come to the question for the password."""
    assert "Which server" in house.say(f"connect {ANNA}").text
    asked = house.say(dovecot.server)
    assert "password" in asked.text and ANNA in asked.text


def connect(house: House, dovecot: Dovecot) -> None:
    """Connect the mailbox, and have it read."""
    ask_password(house, dovecot)
    assert "Since when" in house.say(PASSWORD).text
    house.say("1 November")


def everything_kept(folder: Path) -> bytes:
    """All bytes of the database."""
    return b"".join(path.read_bytes() for path in folder.glob("jobbot.db*"))


def test_from_the_address_to_the_news(imaphouse: House, dovecot: Dovecot, tmp_path: Path) -> None:
    imaphouse.say("/log Lidl, Driver, applied, 3 November")
    dovecot.deliver("Your application", REJECTED)
    ask_password(imaphouse, dovecot)
    when = imaphouse.say(PASSWORD)
    assert "Since when" in when.text and "3 months" in when.labels
    news = imaphouse.press("3 months")
    assert "applied → rejected" in news.text
    imaphouse.press("Apply")
    assert imaphouse.applications()[0]["status"] == "rejected"
    assert PASSWORD.encode() not in everything_kept(tmp_path)
    assert "INBOX at localhost): read since" in imaphouse.say("which mailboxes are connected?").text


def test_a_wrong_password(imaphouse: House, dovecot: Dovecot, tmp_path: Path) -> None:
    ask_password(imaphouse, dovecot)
    refused = imaphouse.say("wrong-word")
    assert "does not take that password" in refused.text
    assert b"wrong-word" not in everything_kept(tmp_path)
    assert "No mailbox is connected" in imaphouse.say("/mailboxes").text


def test_another_word_than_a_password_is_heard(imaphouse: House, dovecot: Dovecot) -> None:
    ask_password(imaphouse, dovecot)
    assert "connected nothing" in imaphouse.say("cancel").text
    imaphouse.say("applied to Norma")
    ask_password(imaphouse, dovecot)
    imaphouse.say("applied to Aldi yesterday")
    assert [one["company"] for one in imaphouse.applications()] == ["Norma", "Aldi"]


def test_what_is_there_is_looked_at_once_across_two_looks(imaphouse: House, dovecot: Dovecot) -> None:
    dovecot.deliver("one", "x")
    connect(imaphouse, dovecot)
    dovecot.deliver("two", "x")
    told = imaphouse.say("check my mail")
    assert "1 new mail, nothing about your applications" in told.text
    assert "no new mail" in imaphouse.say("check my mail").text


def test_a_mailbox_that_no_longer_lets_us_in_is_told_once(imaphouse: House, dovecot: Dovecot) -> None:
    connect(imaphouse, dovecot)
    conf = dovecot.folder / "dovecot.conf"
    conf.write_text(conf.read_text().replace(PASSWORD, "changed"))
    reload(dovecot)
    told = imaphouse.say("check my mail")
    assert "I can't read" in told.text and f"Reconnect {ANNA}" in told.labels
    assert imaphouse.tick(imaphouse.now.replace(hour=18)).outs == []
    asked = imaphouse.press("Reconnect")
    assert "password" in asked.text
    assert "connected again" in imaphouse.say("changed").text


def reload(dovecot: Dovecot) -> None:
    """Have the server read its settings anew."""
    subprocess.run(["doveadm", "-c", str(dovecot.folder / "dovecot.conf"), "reload"], check=True)
    time.sleep(0.5)
