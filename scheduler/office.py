"""Systems that the house has a key for: asked for each person whose address is proven, for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from sqlalchemy import Connection

from storage import mailboxes
from storage.mailboxes import Kind, Mailbox, Place, State
from tools.ats import proven
from tools.mail_access import MailAccess
from tools.toolbox import Toolbox

BACK = timedelta(days=365)


def enroll(toolbox: Toolbox, at: datetime) -> None:
    """Have the systems of the house asked for people whose address became known, and let go of what is proven or set
    no longer."""
    mail = toolbox.mail
    if mail is None or not mail.online:
        return
    with toolbox.database.read() as db:
        known = mailboxes.of_everybody(db)
    if not mail.office and not any(_by_office(box) for box in known):
        return
    with toolbox.database.write() as db:
        everybody = sorted(mailboxes.of_everybody(db), key=lambda box: (box.user_id, box.id))
        for user_id, boxes in groupby(everybody, key=lambda box: box.user_id):
            _settle(db, mail, user_id, list(boxes), at)


def _settle(db: Connection, mail: MailAccess, user_id: int, boxes: list[Mailbox], at: datetime) -> None:
    wanted = set(_places(mail, proven.addresses(boxes)))
    there = {_place(box) for box in boxes if box.kind == Kind.ATS}
    for box in boxes:
        if _by_office(box) and _place(box) not in wanted:
            mailboxes.remove(db, user_id, box.id)
    for place in sorted(wanted - there, key=lambda one: (one.platform or "", one.address)):
        new = mailboxes.connect(db, user_id, place, None, State.ACTIVE, at)
        mailboxes.change(db, user_id, new.id, since=at - BACK, due_at=at)


def _places(mail: MailAccess, addresses: list[str]) -> Iterator[Place]:
    for platform, kept in mail.office.items():
        for address in addresses:
            yield Place(Kind.ATS, address, kept["account"] or None, platform=platform, company=kept["company"])


def _place(box: Mailbox) -> Place:
    return Place(Kind.ATS, box.address, box.host, platform=box.platform, company=box.company)


def _by_office(box: Mailbox) -> bool:
    return box.kind == Kind.ATS and box.credential_id is None
