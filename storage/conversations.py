"""The last turns of a conversation and what it is about; knows nothing of what the turns say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from storage.house import conversations, turns
from storage.prepared import Prepared
from storage.rows import NotThere, add_row, add_rows

C, T = conversations.c, turns.c
# Older turns are of no use to the next answer, and are deleted.
KEPT_TURNS = 50
_PRUNE_EVERY = 10
_MINE = (C.user_id == bindparam("owner"), C.id == bindparam("number"))
_KNOWN = select(C.id, C.focus).where(
    C.user_id == bindparam("owner"), C.channel == bindparam("on"), C.key == bindparam("at")
)
_THERE = select(C.id).where(*_MINE)
_FOCUS = select(C.focus).where(*_MINE)
_REFOCUS = update(conversations).where(*_MINE).values(focus=bindparam("about"))
_REFOCUS_NOW = _REFOCUS.values(last_used_at=bindparam("at"))
_NEWEST = select(T.id).where(T.conversation_id == bindparam("number")).order_by(T.id.desc())
_TOO_MANY = _NEWEST.offset(KEPT_TURNS + _PRUNE_EVERY).limit(1)
_MOVED_ON = Prepared(_REFOCUS_NOW.returning(_TOO_MANY.scalar_subquery().label("too_many")))
_LAST = select(turns).join(conversations, C.id == T.conversation_id).where(*_MINE).order_by(T.id.desc())
_LAST_FEW = Prepared(_LAST.limit(bindparam("few")))


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation and what it is about (empty at first)."""

    id: int
    focus: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said once; `role` is user, assistant, or tool (made of what the database holds), `content` any JSON."""

    id: int
    role: str
    content: Any
    at: datetime


def ensure_conversation(db: Connection, user_id: int, channel: str, key: str, at: datetime) -> int:
    """The id of a person's conversation in a channel, made on the first sight of it."""
    known = find(db, user_id, channel, key)
    return add_conversation(db, user_id, channel, key, at) if known is None else known.id


def add_conversation(db: Connection, user_id: int, channel: str, key: str, at: datetime) -> int:
    """The id of a conversation that a person did not have yet."""
    row = {"user_id": user_id, "channel": channel, "key": key, "last_used_at": at}
    return add_row(db, conversations, row)


def find(db: Connection, user_id: int, channel: str, key: str) -> Conversation | None:
    """A person's conversation in a channel, or None."""
    row = db.execute(_KNOWN, {"owner": user_id, "on": channel, "at": key}).first()
    return None if row is None else Conversation(row[0], dict(row[1]))


def add_turns(db: Connection, user_id: int, conversation_id: int, said: list[tuple[str, Any]], at: datetime) -> None:
    """Adds what was said (role, content); turns beyond the last fifty or so go. Raises NotThere."""
    _check(db, user_id, conversation_id)
    _add(db, conversation_id, said, at)
    if db.scalar(_TOO_MANY, {"number": conversation_id}) is not None:
        _prune(db, conversation_id)


def move_on(
    db: Connection,
    user_id: int,
    conversation_id: int,
    focus: Mapping[str, Any],
    said: list[tuple[str, Any]],
    at: datetime,
) -> None:
    """Keeps what the conversation is about from now on, and what was said. Raises NotThere."""
    values = {"owner": user_id, "number": conversation_id, "about": dict(focus), "at": at}
    moved = _MOVED_ON.first(db, values)
    if moved is None:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")
    _add(db, conversation_id, said, at)
    if moved["too_many"] is not None:
        _prune(db, conversation_id)


def _add(db: Connection, conversation_id: int, said: list[tuple[str, Any]], at: datetime) -> None:
    rows = [{"conversation_id": conversation_id, "role": role, "content": content, "at": at} for role, content in said]
    add_rows(db, turns, rows)


def last_turns(db: Connection, user_id: int, conversation_id: int, *, number: int = 20) -> list[Turn]:
    """The newest turns, in the order in which they were said."""
    rows = _LAST_FEW.rows(db, {"owner": user_id, "number": conversation_id, "few": number})
    return [Turn(row["id"], row["role"], row["content"], row["at"]) for row in reversed(rows)]


def get_focus(db: Connection, user_id: int, conversation_id: int) -> dict[str, Any]:
    """What the conversation is about (the last list, the last receipt); empty at first. Raises NotThere."""
    focus = db.scalar(_FOCUS, {"owner": user_id, "number": conversation_id})
    if focus is None:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")
    return dict(focus)


def set_focus(
    db: Connection, user_id: int, conversation_id: int, focus: Mapping[str, Any], at: datetime | None = None
) -> None:
    """Keeps what the conversation is about. Raises NotThere."""
    values = {"owner": user_id, "number": conversation_id, "about": dict(focus)}
    done = db.execute(_REFOCUS, values) if at is None else db.execute(_REFOCUS_NOW, {**values, "at": at})
    if done.rowcount == 0:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")


def forget(db: Connection, user_id: int, conversation_id: int) -> None:
    """Deletes the turns and the focus. Raises NotThere."""
    set_focus(db, user_id, conversation_id, {})
    db.execute(delete(turns).where(T.conversation_id == conversation_id))


def _check(db: Connection, user_id: int, conversation_id: int) -> None:
    if db.scalar(_THERE, {"owner": user_id, "number": conversation_id}) is None:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")


def _prune(db: Connection, conversation_id: int) -> None:
    keep = db.scalar(_NEWEST.offset(KEPT_TURNS - 1).limit(1), {"number": conversation_id})
    db.execute(delete(turns).where(T.conversation_id == conversation_id, T.id < keep))
