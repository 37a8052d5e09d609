"""Words about a mailbox, made when they are sent: whose it is, that it is broken, that nothing in it was new."""

from __future__ import annotations

from storage import lookups, mailboxes, notices
from storage.journal import NotThere
from storage.mailboxes import Kind, State
from storage.records import Reminder
from tools import mail_google
from tools import mailboxes as accounts
from tools.context import Context
from tools.mail_words import account_words
from tools.receipts import counted
from tools.result import Button, Call, Reply, Said


def mailbox(ctx: Context, reminder: Reminder) -> Said | None:
    """The word that is owed; None where it does not hold any more."""
    try:
        box = mailboxes.get(ctx.db, ctx.user.id, notices.mailbox_of(reminder.episode))
    except NotThere:
        return None
    if reminder.step == notices.CONFIRM:
        return None if box.state == State.NEW else _as_said(mail_google.ask_whose(box).reply())
    if reminder.step == notices.BROKEN:
        return accounts.broken(ctx, box) if box.state == State.BROKEN else None
    last = next(iter(lookups.recent(ctx.db, ctx.user.id, box.id, limit=1)), None)
    if last is None:
        return None
    if reminder.step == notices.FAILED:
        again = Button(label="Try again", calls=(Call(name="check_mail"),))
        return Said(
            text=f"I could not look into {account_words(box)}: {last.detail}. I try again later.", buttons=(again,)
        )
    if box.kind == Kind.ATS:
        return Said(text=f"I looked into {account_words(box)}: nothing new.")
    what = f"{counted(last.looked, 'new mail')}, nothing about your applications" if last.looked else "no new mail"
    return Said(text=f"I looked into {box.address}: {what}.")


def _as_said(reply: Reply) -> Said:
    return Said(text=reply.text, buttons=reply.buttons)
