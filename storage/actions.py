"""The calls behind buttons: rows with short ids that survive a restart; knows no tool and no channel."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from storage.house import actions
from storage.rows import add_rows

A = actions.c
OPEN, USED, STALE = "open", "used", "stale"
QUESTION, RECEIPT = "question", "receipt"
# 12 bytes are 16 characters, which fit what every platform allows behind a button.
_BYTES = 12
_WAITING = (
    A.user_id == bindparam("owner"),
    A.conversation_id == bindparam("talk"),
    A.card_kind == QUESTION,
    A.state == OPEN,
)
_WAITING_ONES = select(actions).where(*_WAITING).order_by(A.created_at.desc(), A.card_id, A.position)
_RETIRED = update(actions).where(*_WAITING).values(state=STALE)


@dataclass(frozen=True, slots=True)
class NewAction:
    """A button to be offered: its words, the calls behind it, and whether a press uses up its whole card."""

    label: str
    calls: Sequence[Mapping[str, Any]]
    consumes: bool = True


@dataclass(frozen=True, slots=True)
class Action:
    """A button as it stands; `state` is what it was before the press when it comes from `take`."""

    id: str
    conversation_id: int | None
    card_id: str
    card_kind: str
    position: int
    label: str
    calls: list[dict[str, Any]]
    consumes: bool
    state: str
    created_at: datetime
    used_at: datetime | None
    outcome: str | None


def offer(
    db: Connection,
    user_id: int,
    buttons: Sequence[NewAction],
    at: datetime,
    *,
    conversation_id: int | None = None,
    kind: str = RECEIPT,
) -> list[Action]:
    """Keeps the buttons of one card; gives them with their ids, in the same order.

    `kind`: a `question` waits for an answer and goes stale when the talk moves on; a `receipt` stays.
    """
    if not buttons:
        return []
    common = {
        "user_id": user_id,
        "conversation_id": conversation_id,
        "card_id": new_id(),
        "card_kind": kind,
        "state": OPEN,
        "created_at": at,
        "used_at": None,
        "outcome": None,
    }
    rows = [
        {
            **common,
            "id": new_id(),
            "position": position,
            "label": button.label,
            "calls": [dict(call) for call in button.calls],
            "consumes": button.consumes,
        }
        for position, button in enumerate(buttons)
    ]
    add_rows(db, actions, rows)
    return [_action(row) for row in rows]


def take(db: Connection, user_id: int, action_id: str, at: datetime) -> Action | None:
    """A press: None when there is no such button of this person; else the action with its state before the press.

    Only when that is `open` may the calls run. A press that changes data uses up its whole card at once: the others
    become stale, and a second press finds `used`. One that only reads stays open.
    """
    row = (
        db.execute(select(actions).where(A.user_id == user_id, A.id == action_id).with_for_update()).mappings().first()
    )
    if row is None:
        return None
    action = _action(row)
    if action.state == OPEN and action.consumes:
        card = (A.user_id == user_id, A.card_id == action.card_id)
        db.execute(update(actions).where(*card, A.state == OPEN, A.id != action_id).values(state=STALE))
        db.execute(update(actions).where(A.id == action_id).values(state=USED, used_at=at))
    return action


def look(db: Connection, user_id: int, action_id: str) -> Action | None:
    """A button as it stands, without a press; None when there is no such button of this person."""
    row = db.execute(select(actions).where(A.user_id == user_id, A.id == action_id)).mappings().first()
    return None if row is None else _action(row)


def settle(db: Connection, user_id: int, action_id: str, outcome: str) -> None:
    """Keeps in words what the press came to, for whoever presses again."""
    db.execute(update(actions).where(A.user_id == user_id, A.id == action_id).values(outcome=outcome))


def reopen(db: Connection, user_id: int, action_id: str) -> None:
    """Makes a used card open again: its press was refused and changed nothing."""
    card_id = db.scalar(select(A.card_id).where(A.user_id == user_id, A.id == action_id))
    db.execute(update(actions).where(A.user_id == user_id, A.card_id == card_id).values(state=OPEN, used_at=None))


def open_question(db: Connection, user_id: int, conversation_id: int) -> list[Action]:
    """The buttons of the newest question that still waits in a conversation, in their order on the card."""
    rows = db.execute(_WAITING_ONES, {"owner": user_id, "talk": conversation_id}).mappings()
    found = [_action(row) for row in rows]
    return [action for action in found if action.card_id == found[0].card_id]


def retire(db: Connection, user_id: int, conversation_id: int) -> None:
    """Makes the questions that wait in a conversation stale: the talk has moved on."""
    db.execute(_RETIRED, {"owner": user_id, "talk": conversation_id})


def new_id() -> str:
    """A random id of 16 url-safe characters."""
    return secrets.token_urlsafe(_BYTES)


def _action(row: RowMapping | Mapping[str, Any]) -> Action:
    return Action(**{name: value for name, value in row.items() if name != "user_id"})
