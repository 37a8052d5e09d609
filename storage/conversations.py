"""The last turns of a conversation and what it is about; knows nothing of what the turns say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from storage.house import conversations, turns
from storage.rows import NotThere, add_row

C, T = conversations.c, turns.c
# Older turns are of no use to the next answer, and are deleted.
KEPT_TURNS = 50
_PRUNE_EVERY = 10


@dataclass(frozen=True, slots=True)
class Turn:
    """What was said once; `role` is user, assistant, or tool (made of what the database holds), `content` any JSON."""

    id: int
    role: str
    content: Any
    at: datetime


def ensure_conversation(db: Connection, user_id: int, channel: str, key: str, at: datetime) -> int:
    """The id of a person's conversation in a channel, made on the first sight of it."""
    mine = (C.user_id == user_id, C.channel == channel, C.key == key)
    known = db.scalar(select(C.id).where(*mine))
    if known is not None:
        return int(known)
    row = {"user_id": user_id, "channel": channel, "key": key, "last_used_at": at}
    return add_row(db, conversations, row)


def add_turns(db: Connection, user_id: int, conversation_id: int, said: list[tuple[str, Any]], at: datetime) -> None:
    """Adds what was said (role, content); turns beyond the last fifty or so go. Raises NotThere."""
    _check(db, user_id, conversation_id)
    if not said:
        return
    rows = [{"conversation_id": conversation_id, "role": role, "content": content, "at": at} for role, content in said]
    db.execute(insert(turns), rows)
    _prune(db, conversation_id)


def last_turns(db: Connection, user_id: int, conversation_id: int, *, number: int = 20) -> list[Turn]:
    """The newest turns, in the order in which they were said."""
    mine = (C.user_id == user_id, C.id == conversation_id)
    query = select(turns).join(conversations, C.id == T.conversation_id).where(*mine).order_by(T.id.desc())
    rows = db.execute(query.limit(number)).mappings().all()
    return [Turn(row["id"], row["role"], row["content"], row["at"]) for row in reversed(rows)]


def get_focus(db: Connection, user_id: int, conversation_id: int) -> dict[str, Any]:
    """What the conversation is about (the last list, the last receipt); empty at first. Raises NotThere."""
    focus = db.scalar(select(C.focus).where(C.user_id == user_id, C.id == conversation_id))
    if focus is None:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")
    return dict(focus)


def set_focus(
    db: Connection, user_id: int, conversation_id: int, focus: Mapping[str, Any], at: datetime | None = None
) -> None:
    """Keeps what the conversation is about. Raises NotThere."""
    values: dict[str, Any] = {"focus": dict(focus)}
    if at is not None:
        values["last_used_at"] = at
    mine = (C.user_id == user_id, C.id == conversation_id)
    if db.execute(update(conversations).where(*mine).values(values)).rowcount == 0:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")


def forget(db: Connection, user_id: int, conversation_id: int) -> None:
    """Deletes the turns and the focus. Raises NotThere."""
    set_focus(db, user_id, conversation_id, {})
    db.execute(delete(turns).where(T.conversation_id == conversation_id))


def _check(db: Connection, user_id: int, conversation_id: int) -> None:
    if db.scalar(select(C.id).where(C.user_id == user_id, C.id == conversation_id)) is None:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")


def _prune(db: Connection, conversation_id: int) -> None:
    oldest = select(T.id).where(T.conversation_id == conversation_id).order_by(T.id.desc())
    boundary = db.scalar(oldest.offset(KEPT_TURNS + _PRUNE_EVERY).limit(1))
    if boundary is not None:
        keep = db.scalar(oldest.offset(KEPT_TURNS - 1).limit(1))
        db.execute(delete(turns).where(T.conversation_id == conversation_id, T.id < keep))
