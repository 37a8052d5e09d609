"""What was fetched - mails, applications - on its way into the person's data; knows no server and no meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from storage.mailboxes import Kind, Mailbox
from tools import inbox
from tools.ats import told
from tools.ats.contract import RemoteApplication
from tools.ats.source import unpacked
from tools.clients.mails import Fetched
from tools.context import Context
from tools.findings.letters import Letter, letters
from tools.mail.mail import Mail
from tools.mail.parse import mail_of
from tools.surprise import surprise

Item = Letter | RemoteApplication


def read_in(box: Mailbox, fetched: Sequence[Fetched], zone: ZoneInfo) -> dict[str, Item]:
    """What was fetched, read, by its names; while that goes on no transaction should be open. Mails that are too
    broken to be taken apart are left out."""
    if box.kind == Kind.ATS:
        return {one.name: unpacked(one.raw) for one in fetched}
    return {name: letter for name, mail in _parsed(box, fetched) for letter in letters([mail], zone)}


def _parsed(box: Mailbox, mails: Sequence[Fetched]) -> Iterator[tuple[str, Mail]]:
    for one in mails:
        try:
            yield one.name, _mail(one, box)
        except Exception as error:
            surprise(error, ["mail"])


def take_in(ctx: Context, box: Mailbox, read: Sequence[Item], *, last: bool) -> inbox.Taken:
    """Take in what was read; with `last` the look at the mailbox is at its end, and the person is told.

    What the first look finds is shown before anything is changed.
    """
    if box.kind == Kind.ATS:
        return told.take(ctx, box, [one for one in read if isinstance(one, RemoteApplication)], push=last)
    mails = [one for one in read if isinstance(one, Letter)]
    return inbox.take(ctx, box.address, mails, hold=box.looked_at is None, push=last)


def _mail(fetched: Fetched, box: Mailbox) -> Mail:
    mail = mail_of(fetched.raw, (box.address,))
    return replace(mail, thread=fetched.thread or mail.thread, outgoing=mail.outgoing or fetched.outgoing)
