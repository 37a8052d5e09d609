"""A person in a conversation with them, as a turn finds and holds both; knows nothing of what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, or_

from storage.actions import OPEN, QUESTION
from storage.conversations import Conversation, add_conversation, ensure_conversation
from storage.house import actions, conversations
from storage.models import accounts, users
from storage.prepared import Prepared
from storage.rows import NotThere
from storage.users import BY_ACCOUNT, BY_ID, User, add_user, ensure_user, lock_user, of_row, use_account

C = conversations.c
_OTHER = accounts.alias()
_USED_SINCE = exists().where(_OTHER.c.user_id == users.c.id, _OTHER.c.last_used_at > accounts.c.last_used_at)
_IN_TALK = Prepared(BY_ACCOUNT.outerjoin(
    conversations,
    and_(C.user_id == users.c.id, C.channel == accounts.c.channel, C.key == accounts.c.account),
).add_columns(
    C.id.label("talk_id"), C.focus.label("talk_focus"),
    or_(accounts.c.dead_reason.is_not(None), _USED_SINCE).label("back"),
    exists().where(actions.c.conversation_id == C.id, actions.c.user_id == users.c.id,
                   actions.c.card_kind == QUESTION, actions.c.state == OPEN).label("asked"),
))  # fmt: skip
_HELD = Prepared(
    BY_ID.join(conversations, C.user_id == users.c.id)
    .where(C.id == bindparam("talk"))
    .add_columns(C.focus.label("talk_focus"))
    .with_for_update()
)


@dataclass(frozen=True, slots=True)
class InTalk:
    """A person in a conversation; `back` where another account was used since, or this one could not be reached;
    `asked` where a question waits there for an answer; `new` where nothing else is kept of the person yet."""

    user: User
    talk: Conversation
    back: bool = False
    asked: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True)
class Locked:
    """A person for whom other writers wait, and what the talk with them is about (empty outside of a conversation)."""

    user: User
    focus: dict[str, Any]


def find_in_talk(db: Connection, channel: str, account: str) -> InTalk | None:
    """The person behind an account with their conversation in that channel. None where one of them is not kept."""
    row = _looked_up(db, channel, account)
    return None if row is None or row["talk_id"] is None else _in_talk(row)


def _looked_up(db: Connection, channel: str, account: str) -> Mapping[str, Any] | None:
    """The person behind an account, and their conversation if there is one."""
    return _IN_TALK.first(db, {"on": channel, "named": account})


def _in_talk(row: Mapping[str, Any]) -> InTalk:
    talk = Conversation(row["talk_id"], dict(row["talk_focus"]))
    return InTalk(of_row(row), talk, bool(row["back"]), bool(row["asked"]))


def meet(db: Connection, channel: str, account: str, at: datetime, chat_id: str | None) -> InTalk:
    """The person behind an account in their conversation, both made on the first sight, who were just seen there."""
    row = _looked_up(db, channel, account)
    made = add_user(db, channel, account, at, chat_id) if row is None else None
    if made is not None:
        return InTalk(made, Conversation(add_conversation(db, made.id, channel, account, at), {}), new=True)
    if row is not None and row["talk_id"] is not None:
        met = replace(_in_talk(row), back=False)
    else:
        user = ensure_user(db, channel, account, at)
        met = InTalk(user, Conversation(ensure_conversation(db, user.id, channel, account, at), {}))
    use_account(db, met.user.id, channel, account, at, chat_id)
    return met


def lock_in_talk(db: Connection, user_id: int, conversation_id: int | None) -> Locked:
    """As `lock_user`; both rows are read as they are once other writers of them are done. Raises NotThere."""
    if conversation_id is None:
        return Locked(lock_user(db, user_id), {})
    row = _HELD.first(db, {"number": user_id, "talk": conversation_id})
    if row is None:
        raise NotThere(f"no conversation {conversation_id} of user {user_id}")
    return Locked(of_row(row), dict(row["talk_focus"]))
