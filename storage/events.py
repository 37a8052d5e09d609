"""The platform inbox: events are kept before they are acknowledged, and acted on once; knows no channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, bindparam, exists, or_, select, update
from sqlalchemy.exc import IntegrityError

from storage.house import events
from storage.rows import add_row

E = events.c
NEW, CLAIMED, DONE = "new", "claimed", "done"
_STATE = select(E.state).where(E.channel == bindparam("on"), E.event_id == bindparam("number"))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a platform told us: `id` is ours, `event_id` the platform's."""

    id: int
    channel: str
    event_id: str
    conversation: str
    payload: dict[str, Any]
    received_at: datetime


def receive(
    db: Connection, channel: str, event_id: str, conversation: str, payload: Mapping[str, Any], at: datetime
) -> bool:
    """Keeps an event; False when the same one (by its id) was kept before."""
    row = {
        "channel": channel,
        "event_id": event_id,
        "conversation": conversation,
        "payload": dict(payload),
        "received_at": at,
    }
    try:
        with db.begin_nested():
            add_row(db, events, row)
    except IntegrityError:
        return False
    return True


def claim(
    db: Connection, channel: str, at: datetime, worker: str, *, lease: timedelta = timedelta(minutes=10)
) -> Event | None:
    """The oldest event of a channel whose conversation is free, now claimed by `worker`; None when there is none.

    Events of one conversation are claimed in the order of their arrival, one at a time, by whoever asks. A claim
    older than `lease` is that of a worker that died, and is given out again.
    """
    query = select(events).where(E.channel == channel, _claimable(at - lease), ~_blocked(at - lease))
    row = db.execute(query.order_by(E.id).limit(1).with_for_update(skip_locked=True)).mappings().first()
    if row is None:
        return None
    db.execute(update(events).where(E.id == row["id"]).values(state=CLAIMED, claimed_at=at, worker=worker))
    return _event(row)


def finish(db: Connection, channel: str, event_id: str, at: datetime, reply: Any) -> None:
    """Marks an event as acted on, in the transaction of its effect; keeps the reply, forgets the words.

    `reply`: any JSON, given again when the platform delivers the event again.
    """
    done = {"state": DONE, "finished_at": at, "reply": reply, "payload": {}}
    db.execute(update(events).where(E.channel == channel, E.event_id == event_id).values(done))


def release(db: Connection, channel: str, event_id: str) -> None:
    """Gives a claimed event back: it will be claimed again."""
    mine = (E.channel == channel, E.event_id == event_id, E.state == CLAIMED)
    db.execute(update(events).where(*mine).values(state=NEW, claimed_at=None, worker=None))


def reply_of(db: Connection, channel: str, event_id: str) -> Any:
    """The reply of an event that was acted on; None when it was not (yet) or is unknown."""
    return db.scalar(select(E.reply).where(E.channel == channel, E.event_id == event_id, E.state == DONE))


def is_done(db: Connection, channel: str, event_id: str) -> bool:
    """Whether an event was acted on."""
    return state_of(db, channel, event_id) == DONE


def state_of(db: Connection, channel: str, event_id: str) -> str | None:
    """NEW, CLAIMED or DONE; None for an event that is not kept."""
    return db.scalar(_STATE, {"on": channel, "number": event_id})


def prune(db: Connection, before: datetime) -> None:
    """Forgets events that were acted on before an instant: no platform delivers them again."""
    db.execute(events.delete().where(E.state == DONE, E.finished_at < before))


def _claimable(dead_since: datetime) -> ColumnElement[bool]:
    return or_(E.state == NEW, and_(E.state == CLAIMED, E.claimed_at < dead_since))


def _blocked(dead_since: datetime) -> ColumnElement[bool]:
    """Whether an earlier event of the same conversation is still to be acted on."""
    earlier = events.alias("earlier")
    same = and_(earlier.c.channel == E.channel, earlier.c.conversation == E.conversation)
    return exists().where(same, earlier.c.id < E.id, earlier.c.state != DONE).correlate(events)


def _event(row: RowMapping) -> Event:
    return Event(**{name: row[name] for name in Event.__dataclass_fields__})
