"""The platform inbox: events are kept before they are acknowledged, and acted on once; knows no channel."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage.house import events

E = events.c
# `acted`: its effect is written, and the worker that has it in hand is about to deliver the reply.
NEW, CLAIMED, ACTED, DONE = "new", "claimed", "acted", "done"
OPEN, ANSWERED = (NEW, CLAIMED, ACTED), (ACTED, DONE)
LEASE = timedelta(minutes=10)
_STATE = select(E.state).where(E.channel == bindparam("on"), E.event_id == bindparam("number"))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a platform told us: `id` is ours, `event_id` the platform's.

    `attempts`: how often it was taken in hand, this time included.
    """

    id: int
    channel: str
    event_id: str
    conversation: str
    payload: dict[str, Any]
    received_at: datetime
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Incoming:
    """An event as it arrives; `conversation` is what it must not overtake another one of."""

    event_id: str
    conversation: str
    payload: Mapping[str, Any]


def receive(
    db: Connection, channel: str, event_id: str, conversation: str, payload: Mapping[str, Any], at: datetime
) -> bool:
    """Keeps an event; False when the same one (by its id) was kept before."""
    return receive_all(db, channel, [Incoming(event_id, conversation, payload)], at) == 1


def receive_all(db: Connection, channel: str, arrived: Sequence[Incoming], at: datetime) -> int:
    """Keeps events in their order; gives how many of them were not there yet."""
    if not arrived:
        return 0
    rows = [
        {
            "channel": channel, "event_id": one.event_id, "conversation": one.conversation,
            "payload": dict(one.payload), "received_at": at, "state": NEW, "attempts": 0,
        }
        for one in arrived
    ]  # fmt: skip
    insert = sqlite.insert if db.dialect.name == "sqlite" else postgresql.insert
    return len(db.execute(insert(events).values(rows).on_conflict_do_nothing().returning(E.id)).all())


def clock(db: Connection) -> datetime:
    """The database's own time, by which leases are measured: processes on several machines share no other."""
    if db.dialect.name == "sqlite":
        now = str(db.scalar(text("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')")))
        return datetime.fromisoformat(now).replace(tzinfo=UTC)
    found: datetime = db.execute(select(func.clock_timestamp())).scalar_one()
    return found


def claim(
    db: Connection, channel: str, at: datetime, worker: str, *, lease: timedelta = LEASE, limit: int = 1
) -> list[Event]:
    """The oldest events of a channel whose conversations are free, one of each, now claimed by `worker`.

    Events of one conversation are claimed in the order of their arrival, one at a time, by whoever asks. A claim
    older than `lease` is that of a worker that died, and is given out again.
    """
    query = select(events).where(E.channel == channel, _claimable(at - lease), ~_blocked())
    rows = db.execute(query.order_by(E.id).limit(limit).with_for_update(skip_locked=True)).mappings().all()
    if not rows:
        return []
    state = case((E.state == ACTED, ACTED), else_=CLAIMED)
    taken = update(events).where(E.id.in_([row["id"] for row in rows]))
    db.execute(taken.values(state=state, claimed_at=at, worker=worker, attempts=E.attempts + 1))
    return [replace(event, attempts=event.attempts + 1) for event in map(_event, rows)]


def has_open(db: Connection, channel: str) -> bool:
    """Whether any event of a channel is not done yet: a look that takes no lock."""
    return db.scalar(select(E.id).where(E.channel == channel, E.state.in_(OPEN)).limit(1)) is not None


def renew(db: Connection, worker: str, ids: Collection[int], at: datetime) -> None:
    """Says that a worker still has these events in hand: its claims on them count from `at`."""
    mine = (E.id.in_(ids), E.worker == worker, E.state.in_((CLAIMED, ACTED)))
    db.execute(update(events).where(*mine).values(claimed_at=at))


def absorb(db: Connection, event: Event, belongs: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    """Takes waiting events of the same conversation, by their payload, as parts of one message; gives the payloads.

    They are done at once; their payloads join the event's own, as the list `parts`, for whoever claims it again.
    """
    same = (E.channel == event.channel, E.conversation == event.conversation, E.state == NEW, E.id > event.id)
    waiting = db.execute(select(E.id, E.payload).where(*same).order_by(E.id)).all()
    parts = {row.id: row.payload for row in waiting if belongs(row.payload)}
    if parts:
        payload = {**event.payload, "parts": [*event.payload.get("parts", []), *parts.values()]}
        db.execute(update(events).where(E.id == event.id).values(payload=payload))
        done = {"state": DONE, "finished_at": event.received_at, "payload": {}}
        db.execute(update(events).where(E.id.in_(parts)).values(done))
    return list(parts.values())


def finish(db: Connection, channel: str, event_id: str, at: datetime, reply: Any) -> None:
    """Marks an event as acted on, in the transaction of its effect; keeps the reply, forgets the words.

    `reply`: any JSON, given again when the platform delivers the event again. An event that a worker has claimed stays
    in its hand until it is settled, so that its reply is delivered by somebody.
    """
    state = case((E.state == CLAIMED, ACTED), else_=DONE)
    done = {"state": state, "finished_at": at, "reply": reply, "payload": {}}
    db.execute(update(events).where(E.channel == channel, E.event_id == event_id).values(done))


def settle(db: Connection, event: Event, at: datetime) -> None:
    """Nothing is left to do for an event: its reply was delivered, or it asked for none."""
    kept = func.coalesce(E.finished_at, at)
    db.execute(update(events).where(E.id == event.id).values(state=DONE, finished_at=kept, payload={}, worker=None))


def release(db: Connection, event: Event) -> None:
    """Gives a claimed event back: it will be claimed again."""
    back = case((E.state == CLAIMED, NEW), else_=E.state)
    # As if its worker had died long ago: whoever asks next gets it.
    free = {"state": back, "claimed_at": event.received_at - LEASE * 10, "worker": None}
    db.execute(update(events).where(E.id == event.id, E.state.in_((CLAIMED, ACTED))).values(free))


def reply_of(db: Connection, channel: str, event_id: str) -> Any:
    """The reply of an event that was acted on; None when it was not (yet) or is unknown."""
    return db.scalar(select(E.reply).where(E.channel == channel, E.event_id == event_id, E.state.in_(ANSWERED)))


def is_done(db: Connection, channel: str, event_id: str) -> bool:
    """Whether an event was acted on."""
    return state_of(db, channel, event_id) in ANSWERED


def state_of(db: Connection, channel: str, event_id: str) -> str | None:
    """NEW, CLAIMED, ACTED or DONE; None for an event that is not kept."""
    return db.scalar(_STATE, {"on": channel, "number": event_id})


def first_kept(db: Connection, channel: str, conversation: str) -> datetime | None:
    """When the oldest event of a conversation arrived that is still remembered; None for none."""
    of_it = (E.channel == channel, E.conversation == conversation)
    first: datetime | None = db.scalar(select(func.min(E.received_at)).where(*of_it))
    return first


def prune(db: Connection, before: datetime) -> None:
    """Forgets events that were acted on before an instant: no platform delivers them again."""
    db.execute(events.delete().where(E.state == DONE, E.finished_at < before))


def _claimable(dead_since: datetime) -> ColumnElement[bool]:
    return or_(E.state == NEW, and_(E.state.in_((CLAIMED, ACTED)), E.claimed_at < dead_since))


def _blocked() -> ColumnElement[bool]:
    """Whether an earlier event of the same conversation is still to be acted on."""
    earlier = events.alias("earlier")
    same = and_(earlier.c.channel == E.channel, earlier.c.conversation == E.conversation)
    return exists().where(same, earlier.c.id < E.id, earlier.c.state.in_(OPEN)).correlate(events)


def _event(row: RowMapping) -> Event:
    return Event(**{name: row[name] for name in Event.__dataclass_fields__})
