"""What was fetched - mails, applications - on its way into the person's data; knows no server and no meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from storage.mailboxes import Kind, Mailbox
from tools import inbox
from tools.ats import told
from tools.ats.source import unpacked
from tools.clients.mails import Fetched
from tools.context import Context
from tools.mail.mail import Mail
from tools.mail.parse import mail_of


def take_in(ctx: Context, box: Mailbox, mails: Sequence[Fetched], *, last: bool) -> inbox.Taken:
    """Take in mails that were fetched; with `last` the look at the mailbox is at its end, and the person is told.

    What the first look finds is shown before anything is changed.
    """
    if box.kind == Kind.ATS:
        return told.take(ctx, box, [unpacked(one.raw) for one in mails], push=last)
    read = (_mail(one, box) for one in mails)
    return inbox.take(ctx, box.address, read, hold=box.looked_at is None, push=last)


def _mail(fetched: Fetched, box: Mailbox) -> Mail:
    mail = mail_of(fetched.raw, (box.address,))
    return replace(mail, thread=fetched.thread or mail.thread, outgoing=mail.outgoing or fetched.outgoing)
