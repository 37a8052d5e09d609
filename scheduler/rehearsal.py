"""What a look into a mailbox would find: all is done as for a real one, and taken back; nothing is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from scheduler.mailing import AT_ONCE
from scheduler.sources import open_source
from storage import lookups, users
from storage.journal import Journal
from storage.mailboxes import Mailbox
from tools import inbox
from tools.clients.mails import Span
from tools.clients.trouble import MailTrouble
from tools.context import Context
from tools.incoming import Item, read_in, take_in
from tools.result import Call
from tools.toolbox import Toolbox


@dataclass(frozen=True)
class Rehearsed:
    """How many mails were new, what the person would be told of them, and what was in the way, if anything."""

    mails: int
    said: tuple[str, ...]
    problem: str = ""


class _TakenBack(Exception):
    """Ends a transaction that must leave nothing behind."""


def rehearse(toolbox: Toolbox, box: Mailbox, now: datetime, since: datetime | None) -> Rehearsed:
    """Go through what is new in a mailbox, or all from an instant on that nobody has looked at."""
    said: list[str] = []
    number = 0
    try:
        with toolbox.database.read() as db:
            zone = users.get_user(db, box.user_id).zone
        source = open_source(toolbox, box, now)
        try:
            span = Span(since or box.since or now, box.looked_at)
            for page in source.pages({} if since else dict(box.cursor), span):
                with toolbox.database.read() as db:
                    names = lookups.unseen(db, box.user_id, box.id, page.names)
                for start in range(0, len(names), AT_ONCE):
                    mails = source.fetch(names[start : start + AT_ONCE])
                    number += len(mails)
                    said += _said(toolbox, box, list(read_in(box, mails, zone).values()), now)
        finally:
            source.close()
    except MailTrouble as error:
        return Rehearsed(number, tuple(said), str(error))
    return Rehearsed(number, tuple(said))


def _said(toolbox: Toolbox, box: Mailbox, read: Sequence[Item], now: datetime) -> list[str]:
    """What would be told of some mails, in a transaction that leaves nothing behind."""
    words: list[str] = []
    try:
        with toolbox.database.write() as db:
            user = users.get_user(db, box.user_id)
            ctx = Context(
                user=user, now=now.astimezone(user.zone), db=db, call=Call(name="check_mail"), catalog=toolbox.catalog,
                folder=toolbox.folder, writes=Journal(db, user.id), privacy=toolbox.privacy, mail=toolbox.mail,
            )  # fmt: skip
            inbox.news(ctx)  # what waited to be told before is not of these mails
            take_in(ctx, replace(box, looked_at=None), read, last=False)
            told = inbox.news(ctx)
            words += [told.reply().text] if told is not None else []
            raise _TakenBack
    except _TakenBack:
        return words
