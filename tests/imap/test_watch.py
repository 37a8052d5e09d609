"""A server that tells by itself when a mail comes: the mailbox is due at once, not after a quarter of an hour."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bot.mail_watch import MailWatch
from storage import mailboxes, users
from storage.mailboxes import Mailbox
from tests.house import House
from tests.imap.dovecot import Dovecot
from tests.imap.test_connecting import connect

SOON = 120.0  # seconds; only so that a fault ends the test


@contextmanager
def watching(house: House) -> Iterator[None]:
    """The service of `jobbot run`, in a thread of its own, until it is stopped."""
    watch = MailWatch(house.app.toolbox, lambda: house.now)
    thread = threading.Thread(target=lambda: asyncio.run(watch.start()))
    thread.start()
    try:
        yield
    finally:
        asyncio.run(watch.stop())
        thread.join(SOON)
        assert not thread.is_alive()


def box_of(house: House) -> Mailbox:
    """The mailbox as it stands."""
    with house.app.database.read() as db:
        user = users.find_user(db, "stdio", house.user)
        assert user is not None
        return mailboxes.of_person(db, user.id)[0]


def test_a_mail_that_comes_is_looked_at_at_once(imaphouse: House, dovecot: Dovecot) -> None:
    connect(imaphouse, dovecot)
    due = box_of(imaphouse).due_at
    assert due is not None and due > imaphouse.now
    end = time.monotonic() + SOON
    with watching(imaphouse):
        while box_of(imaphouse).due_at == due:
            assert time.monotonic() < end
            dovecot.deliver("news", "x")  # again and again: nobody knows from outside when it has begun to listen
            time.sleep(1)
    assert box_of(imaphouse).due_at == imaphouse.now
    imaphouse.tick(imaphouse.now)
    assert "no new mail" in imaphouse.say("check my mail").text
