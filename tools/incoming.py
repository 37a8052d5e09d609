"""Mails as they were fetched, on their way into the person's data; knows no server and not what mails mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from storage.mailboxes import Mailbox
from tools import inbox
from tools.clients.mails import Fetched
from tools.context import Context
from tools.findings.letters import Letter, letters
from tools.mail.mail import Mail
from tools.mail.parse import mail_of
from tools.surprise import surprise


def read_in(box: Mailbox, mails: Sequence[Fetched], zone: ZoneInfo) -> dict[str, Letter]:
    """Mails that were fetched, read, by their names; while that goes on no transaction should be open. Mails that are
    too broken to be taken apart are left out."""
    return {name: letter for name, mail in _parsed(box, mails) for letter in letters([mail], zone)}


def _parsed(box: Mailbox, mails: Sequence[Fetched]) -> Iterator[tuple[str, Mail]]:
    for one in mails:
        try:
            yield one.name, _mail(one, box)
        except Exception as error:
            surprise(error, ["mail"])


def take_in(ctx: Context, box: Mailbox, read: Sequence[Letter], *, last: bool) -> inbox.Taken:
    """Take in mails that were read; with `last` the look at the mailbox is at its end, and the person is told.

    What the first look finds is shown before anything is changed.
    """
    return inbox.take(ctx, box.address, read, hold=box.looked_at is None, push=last)


def _mail(fetched: Fetched, box: Mailbox) -> Mail:
    mail = mail_of(fetched.raw, (box.address,))
    return replace(mail, thread=fetched.thread or mail.thread, outgoing=mail.outgoing or fetched.outgoing)
