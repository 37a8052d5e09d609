"""People: their channel accounts and settings; knows nothing of what they apply for."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, case, delete, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.house import conversations, events
from storage.journal import Journal
from storage.models import accounts, reminders, users
from storage.owed import Kind, digest_due
from storage.prepared import Prepared
from storage.rows import NotThere, add_rows, add_whole_row
from storage.settings import Settings

__all__ = ["Account", "Settings", "User"]
BY_ID = select(users).where(users.c.id == bindparam("number"))
_BY_ID, _LOCKED = Prepared(BY_ID), Prepared(BY_ID.with_for_update())
BY_ACCOUNT = (
    select(users)
    .join(accounts, accounts.c.user_id == users.c.id)
    .where(accounts.c.channel == bindparam("on"), accounts.c.account == bindparam("named"))
)
_BY_ACCOUNT = Prepared(BY_ACCOUNT)
_MINE = (
    accounts.c.user_id == bindparam("owner"), accounts.c.channel == bindparam("on"),
    accounts.c.account == bindparam("named"),
)  # fmt: skip
_DEAD = Prepared(select(accounts.c.dead_reason).where(*_MINE))
_NOW = update(accounts).where(*_MINE).values(last_used_at=bindparam("at"), dead_reason=None)
_SEEN, _SEEN_IN = Prepared(_NOW), Prepared(_NOW.values(chat_id=bindparam("chat")))


@dataclass(frozen=True, slots=True)
class User:
    """A person and how they want things."""

    id: int
    settings: Settings
    created_at: datetime

    @property
    def zone(self) -> ZoneInfo:
        """The person's time zone."""
        return ZoneInfo(self.settings.timezone)


@dataclass(frozen=True, slots=True)
class Account:
    """Where a person can be reached; `dead_reason` says why not any more."""

    id: int
    user_id: int
    channel: str
    account: str
    chat_id: str | None
    last_used_at: datetime
    dead_reason: str | None


def ensure_user(db: Connection, channel: str, account: str, at: datetime, *, chat_id: str | None = None) -> User:
    """The person behind an account, made on the first sight of it."""
    made = find_user(db, channel, account) or add_user(db, channel, account, at, chat_id)
    return made or _found(find_user(db, channel, account))


def add_user(db: Connection, channel: str, account: str, at: datetime, chat_id: str | None) -> User | None:
    """A person with this account, who are not there yet; None where another process met them at the same moment."""
    # SQLite has one writer: nobody else can have met the newcomer since.
    savepoint = db.begin_nested() if db.dialect.name == "postgresql" else nullcontext()
    try:
        with savepoint:
            made = add_whole_row(db, users, {"created_at": at})
            row = {"channel": channel, "account": account, "chat_id": chat_id, "last_used_at": at}
            add_rows(db, accounts, [{"user_id": made["id"], **row}])
            add_rows(db, reminders, [_first_digest(made["id"], at)])
    except IntegrityError:
        return None
    return of_row(made)


def _first_digest(user_id: int, at: datetime) -> dict[str, Any]:
    """The digest that a newcomer is owed, like anybody, until another is wanted."""
    settings = Settings()
    due = digest_due(settings, at)
    known = {"kind": str(Kind.DIGEST), "episode": f"digest/{due.isoformat() if due else ''}", "due_at": due}
    return {"user_id": user_id, "created_at": at, "timezone": settings.timezone, **known}


def _found(user: User | None) -> User:
    if user is None:
        raise NotThere("the account is nobody's")
    return user


def get_user(db: Connection, user_id: int) -> User:
    """The person with this id. Raises NotThere."""
    return _one(db, _BY_ID, user_id)


def lock_user(db: Connection, user_id: int) -> User:
    """The same, while other writers of that person wait until this transaction ends (PostgreSQL; SQLite has one
    writer). Raises NotThere."""
    return _one(db, _LOCKED, user_id)


def _one(db: Connection, query: Prepared, user_id: int) -> User:
    row = query.first(db, {"number": user_id})
    if row is None:
        raise NotThere(f"no user {user_id}")
    return of_row(row)


def is_there(db: Connection, user_id: int) -> bool:
    """Whether the user still exists."""
    return db.scalar(select(users.c.id).where(users.c.id == user_id)) is not None


def find_user(db: Connection, channel: str, account: str) -> User | None:
    """The person behind an account, or None."""
    row = _BY_ACCOUNT.first(db, {"on": channel, "named": account})
    return None if row is None else of_row(row)


def find_member(db: Connection, channel: str, member: str) -> User | None:
    """The person behind an account "workspace:member" that is named without its workspace; None where several fit."""
    fits = (accounts.c.channel == channel, accounts.c.account.endswith(f":{member}", autoescape=True))
    found = list(db.scalars(select(accounts.c.user_id).where(*fits).limit(2)))
    return get_user(db, found[0]) if member and len(found) == 1 else None


def all_users(db: Connection) -> list[User]:
    """Everybody, by id: for the work that the house does for each person."""
    return [of_row(row) for row in db.execute(select(users).order_by(users.c.id)).mappings()]


def list_accounts(db: Connection, user_id: int) -> list[Account]:
    """Where this person can be reached: the channel that they chose for reminders, then the one used last first."""
    chosen = select(users.c.reminders_to).where(users.c.id == user_id).scalar_subquery()
    order = (case((accounts.c.channel == chosen, 0), else_=1), accounts.c.last_used_at.desc(), accounts.c.id)
    query = select(accounts).where(accounts.c.user_id == user_id).order_by(*order)
    return [Account(**row) for row in db.execute(query).mappings()]


def used_since(db: Connection, channel: str, at: datetime, *, limit: int) -> list[Account]:
    """The accounts of a channel that were used since an instant, the one used last first."""
    where = (accounts.c.channel == channel, accounts.c.last_used_at >= at, accounts.c.dead_reason.is_(None))
    query = select(accounts).where(*where).order_by(accounts.c.last_used_at.desc(), accounts.c.id).limit(limit)
    return [Account(**row) for row in db.execute(query).mappings()]


def use_account(db: Connection, user_id: int, channel: str, account: str, at: datetime, chat_id: str | None) -> None:
    """Notes that the person was just seen there; a dead account lives again, and what waited for it is looked at.

    A chat that is not named stays.
    """
    mine = {"owner": user_id, "on": channel, "named": account}
    if any(reason is not None for (reason,) in _DEAD.tuples(db, mine)):
        waits = (reminders.c.user_id == user_id, reminders.c.status == "pending")
        db.execute(update(reminders).where(*waits).values(held_until=None))
    seen = {**mine, "at": at}
    _SEEN.run(db, seen) if chat_id is None else _SEEN_IN.run(db, {**seen, "chat": chat_id})


def mark_dead(db: Connection, channel: str, account: str, reason: str) -> None:
    """Notes why an account cannot be reached any more: nothing is sent there until the person writes again."""
    mine = (accounts.c.channel == channel, accounts.c.account == account)
    db.execute(update(accounts).where(*mine).values(dead_reason=reason))


def link_account(db: Connection, user_id: int, channel: str, account: str, at: datetime) -> None:
    """Gives a person one more account; raises sqlalchemy's IntegrityError when it is somebody's already."""
    db.execute(insert(accounts).values(user_id=user_id, channel=channel, account=account, last_used_at=at))


def change_settings(journal: Journal, user: User, **changed: Any) -> User:
    """Sets some settings; gives the person as they are now. Raises pydantic's ValidationError."""
    known = user.settings.model_dump()
    settings = Settings.model_validate({**known, **changed})
    values = {name: value for name, value in settings.model_dump(mode="python").items() if name in changed}
    values = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    journal.update(users, user.id, **values)
    return User(user.id, settings, user.created_at)


def erase(db: Connection, user_id: int) -> None:
    """Deletes a person and all that is theirs, in every table; nothing of it can be undone."""
    c, e = conversations.c, events.c
    talks = exists().where(c.user_id == user_id, c.channel == e.channel, c.key == e.conversation)
    # An event that is being acted on right now stays until it is finished, which empties it.
    db.execute(delete(events).where(talks, e.state == "done"))
    db.execute(delete(users).where(users.c.id == user_id))


def of_row(row: Mapping[Any, Any]) -> User:
    """The record of a row that holds the columns of `users`."""
    settings = Settings.model_construct(
        **{name: row[name] for name in Settings.model_fields if name not in ("follow_up_days", "skills")},
        follow_up_days=tuple(row["follow_up_days"]),
        skills=tuple(row["skills"]),
    )
    return User(row["id"], settings, row["created_at"])
