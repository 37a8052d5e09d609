"""The IMAP client with a real server: newest first, peeked at, folders, numbers that change, mails too long."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest

from tests.imap.dovecot import ANNA, PASSWORD, Dovecot
from tests.talk import NOON
from tools.clients import imap
from tools.clients.imap import Imap, Login
from tools.clients.mails import MOST_BYTES, Span
from tools.clients.trouble import AccessLost, Unreachable

SINCE = Span(NOON - timedelta(days=100))


def login(server: Dovecot, password: str = PASSWORD) -> Login:
    return Login("localhost", server.port, ANNA, password)


def read(
    server: Dovecot, cursor: dict[str, Any], span: Span = SINCE, folder: str = "INBOX"
) -> tuple[list[str], dict[str, Any]]:
    """The subjects of what is unread, and how far it is read now."""
    mailbox = Imap(login(server), folder)
    subjects = []
    try:
        for page in mailbox.pages(cursor, span):
            mails = mailbox.fetch(page.names)
            subjects += [
                line for mail in mails for line in mail.raw.decode().split("\r\n") if line.startswith("Subject")
            ]
            cursor = page.cursor
    finally:
        mailbox.close()
    return [subject.removeprefix("Subject: ") for subject in subjects], cursor


def test_newest_first_and_later_only_what_is_new(dovecot: Dovecot) -> None:
    for number in range(5):
        dovecot.deliver(f"mail {number}", "x", days=9 - number)
    subjects, cursor = read(dovecot, {})
    assert subjects == [f"mail {number}" for number in (4, 3, 2, 1, 0)]
    assert read(dovecot, cursor) == ([], cursor)
    dovecot.deliver("another", "x")
    assert read(dovecot, cursor)[0] == ["another"]


def test_nothing_is_changed_there(dovecot: Dovecot) -> None:
    dovecot.deliver("unread", "x")
    read(dovecot, {})
    flags = [path.name for part in ("new", "cur") for path in (dovecot.place() / part).iterdir()]
    assert len(flags) == 1 and not flags[0].endswith("S"), "it is still unread, and there"


def test_only_since_the_day(dovecot: Dovecot) -> None:
    dovecot.deliver("old", "x", days=60)
    dovecot.deliver("new", "x", days=2)
    span = Span(NOON - timedelta(days=10))
    assert read(dovecot, {}, span)[0] == ["new"]


def test_the_first_reading_goes_on_where_it_was_left(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "LISTED", 2)
    for number in range(5):
        dovecot.deliver(f"mail {number}", "x", days=9 - number)
    mailbox = Imap(login(dovecot), "INBOX")
    first = next(mailbox.pages({}, SINCE))
    mailbox.close()
    dovecot.deliver("meanwhile", "x")
    subjects, cursor = read(dovecot, first.cursor)
    assert subjects == ["meanwhile", "mail 2", "mail 1", "mail 0"]
    assert read(dovecot, cursor)[0] == []


def test_names_stay_when_the_numbers_of_the_folder_change(dovecot: Dovecot) -> None:
    for number in range(3):
        dovecot.deliver(f"mail {number}", "x", number=f"same-{number}")
    _, cursor = read(dovecot, {})
    mailbox = Imap(login(dovecot), "INBOX")
    before = [name for page in mailbox.pages({}, SINCE) for name in page.names]
    mailbox.close()
    dovecot.made_anew()
    mailbox = Imap(login(dovecot), "INBOX")
    pages = list(mailbox.pages(cursor, Span(SINCE.since, NOON)))
    mailbox.close()
    assert mailbox.validity != cursor["validity"]
    assert [name for page in pages for name in page.names] == before


def test_a_folder_in_whatever_case(dovecot: Dovecot) -> None:
    dovecot.deliver("in a folder", "x", folder="Jobs &- more")
    assert imap.check(login(dovecot), "jobs & MORE") == "Jobs & more"
    assert read(dovecot, {}, folder="Jobs & more")[0] == ["in a folder"]
    with pytest.raises(imap.NoFolder, match="There are: "):
        imap.check(login(dovecot), "nowhere")


def test_of_a_mail_that_is_too_long_only_the_head(dovecot: Dovecot) -> None:
    dovecot.deliver("huge", "x", size=MOST_BYTES)
    dovecot.deliver("small", "x")
    mailbox = Imap(login(dovecot), "INBOX")
    (page,) = mailbox.pages({}, SINCE)
    small, huge = mailbox.fetch(page.names)
    mailbox.close()
    assert b"Subject: huge" in huge.raw and len(huge.raw) < 5_000
    assert b"Subject: small" in small.raw


def test_a_wrong_password(dovecot: Dovecot) -> None:
    with pytest.raises(AccessLost):
        imap.check(login(dovecot, "wrong"), "INBOX")


def test_a_certificate_that_nobody_knows(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Unreachable, match="certificate"):
        imap.check(login(dovecot), "INBOX")


def test_nobody_there() -> None:
    with pytest.raises(Unreachable):
        imap.check(Login("localhost", 1, ANNA, "x"), "INBOX")


def test_the_server_tells_when_a_mail_comes(dovecot: Dovecot) -> None:
    mailbox = Imap(login(dovecot), "INBOX")
    waiting = threading.Timer(0.5, dovecot.deliver, ("now", "x"))
    waiting.start()
    assert mailbox.wait(60, lambda: False) is True
    waiting.join()
    assert mailbox.wait(0.1, lambda: False) is False
    assert [name for page in mailbox.pages({}, SINCE) for name in page.names] != []
    mailbox.close()
