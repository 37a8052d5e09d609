"""Connected mailboxes: whose they are, how far each was read, and who reads one now; reads no mail itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, or_, select, update

from storage import credentials
from storage.leases import clock
from storage.mail_tables import mailboxes
from storage.rows import NotThere, add_row

M = mailboxes.c
LEASE = timedelta(minutes=5)


class State(StrEnum):
    """How far the connecting of a mailbox has come, or that it has ended."""

    UNCONFIRMED = "unconfirmed"  # the person has not said yet that the address is theirs
    NEW = "new"  # the person has not said yet since when it is to be read
    ACTIVE = "active"
    BROKEN = "broken"  # nothing is tried any more before the person connects it again


class Kind(StrEnum):
    """How a mailbox is reached."""

    GMAIL = "gmail"
    IMAP = "imap"
    ATS = "ats"  # no mail: an employer's system for applicants


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mail account. `cursor` is its client's own note of how far it was read; `due_at`: when it is looked at next;
    `asked_at`: when the person asked for that; `looked_at`: when it was last looked through to the end."""

    id: int
    user_id: int
    kind: str
    address: str
    host: str | None
    port: int | None
    folder: str | None
    platform: str | None
    company: str | None
    credential_id: int | None
    state: str
    reason: str | None
    since: datetime | None
    cursor: dict[str, Any] = field(repr=False)
    created_at: datetime
    due_at: datetime | None
    asked_at: datetime | None
    looked_at: datetime | None
    failures: int


@dataclass(frozen=True, slots=True)
class Place:
    """Which account is meant: how it is reached, the address; for IMAP the server and the folder; for a system for
    applicants which one it is, and whose (`host` is its account there, where it has one)."""

    kind: str
    address: str
    host: str | None = None
    port: int | None = None
    folder: str | None = None
    platform: str | None = None
    company: str | None = None


def connect(
    db: Connection, user_id: int, place: Place, credential_id: int | None, state: State, at: datetime
) -> Mailbox:
    """Adds a mailbox with its secret; a system that the house has a key for has none of the person's.

    One that is there already gets the new secret and goes on where it stood.
    """
    known = next((one for one in of_person(db, user_id) if _same(one, place)), None)
    if known is None:
        known_of = {name: getattr(place, name) for name in Place.__dataclass_fields__}
        row: dict[str, Any] = {
            "user_id": user_id,
            "credential_id": credential_id,
            "state": state,
            "created_at": at,
            "cursor": {},
        }
        return get(db, user_id, add_row(db, mailboxes, {**known_of, **row}))
    if known.credential_id is not None:
        credentials.forget(db, user_id, known.credential_id)
    on = State.ACTIVE if known.since is not None and known.state != State.UNCONFIRMED else state
    return change(
        db, user_id, known.id, credential_id=credential_id, state=on, reason=None, failures=0, host=place.host,
        port=place.port, due_at=at if on == State.ACTIVE else None,
    )  # fmt: skip


def _same(one: Mailbox, place: Place) -> bool:
    names = ("kind", "address", "folder", "platform", "company")
    return all(getattr(one, name) == getattr(place, name) for name in names)


def get(db: Connection, user_id: int, mailbox_id: int) -> Mailbox:
    """One mailbox. Raises NotThere."""
    row = db.execute(select(mailboxes).where(M.user_id == user_id, M.id == mailbox_id)).mappings().first()
    if row is None:
        raise NotThere(f"no mailbox {mailbox_id} of user {user_id}")
    return _mailbox(row)


def of_person(db: Connection, user_id: int) -> list[Mailbox]:
    """The mailboxes of a person in the order in which they were connected."""
    rows = db.execute(select(mailboxes).where(M.user_id == user_id).order_by(M.id)).mappings()
    return [_mailbox(row) for row in rows]


def of_everybody(db: Connection) -> list[Mailbox]:
    """All mailboxes, for whoever runs the house."""
    return [_mailbox(row) for row in db.execute(select(mailboxes).order_by(M.id)).mappings()]


def change(db: Connection, user_id: int, mailbox_id: int, **values: Any) -> Mailbox:
    """Sets columns of a mailbox. Raises NotThere."""
    db.execute(update(mailboxes).where(M.user_id == user_id, M.id == mailbox_id).values(values))
    return get(db, user_id, mailbox_id)


def remove(db: Connection, user_id: int, mailbox_id: int) -> Mailbox:
    """Deletes a mailbox, its secret and all that is kept of looking into it; gives it as it was. Raises NotThere."""
    gone = get(db, user_id, mailbox_id)
    db.execute(delete(mailboxes).where(M.user_id == user_id, M.id == mailbox_id))
    if gone.credential_id is not None:
        credentials.forget(db, user_id, gone.credential_id)
    return gone


def ask(db: Connection, user_id: int, at: datetime) -> list[Mailbox]:
    """Has all readable mailboxes of a person looked at as soon as somebody can; gives them."""
    active = (M.user_id == user_id, M.state == State.ACTIVE)
    db.execute(update(mailboxes).where(*active).values(due_at=at, asked_at=at))
    return [one for one in of_person(db, user_id) if one.state == State.ACTIVE]


def claim(
    db: Connection, now: datetime, token: str, *, only: int | None = None, lease: timedelta = LEASE
) -> Mailbox | None:
    """The mailbox that is due the longest and that nobody reads, `token`'s until the lease ends; None: none is due."""
    where = [M.state == State.ACTIVE, M.due_at <= now, or_(M.leased_until.is_(None), M.leased_until <= clock(db))]
    where += [] if only is None else [M.user_id == only]
    found = select(M.id).where(*where).order_by(M.due_at, M.id).limit(1).with_for_update(skip_locked=True)
    number = db.scalar(found)
    if number is None:
        return None
    taken = update(mailboxes).where(M.id == number).values(lease=token, leased_until=clock(db, lease))
    return _mailbox(db.execute(taken.returning(mailboxes)).mappings().one())


def renew(db: Connection, user_id: int, mailbox_id: int, token: str, lease: timedelta = LEASE) -> bool:
    """Begins the lease anew; False where it is another's by now, or the mailbox is gone or broken."""
    mine = (M.user_id == user_id, M.id == mailbox_id, M.lease == token, M.state == State.ACTIVE)
    return db.execute(update(mailboxes).where(*mine).values(leased_until=clock(db, lease))).rowcount == 1


def release(db: Connection, user_id: int, mailbox_id: int, token: str, **values: Any) -> None:
    """Gives a mailbox back, with what else is known of it now; nothing where it is another's by now."""
    mine = (M.user_id == user_id, M.id == mailbox_id, M.lease == token)
    db.execute(update(mailboxes).where(*mine).values(lease=None, leased_until=None, **values))


def next_due(db: Connection) -> datetime | None:
    """When the next mailbox is to be looked at that nobody reads now."""
    free = or_(M.leased_until.is_(None), M.leased_until <= clock(db))
    query = select(M.due_at).where(M.state == State.ACTIVE, M.due_at.is_not(None), free)
    return db.scalar(query.order_by(M.due_at).limit(1))


def _mailbox(row: RowMapping) -> Mailbox:
    return Mailbox(**{name: row[name] for name in Mailbox.__dataclass_fields__})
