"""Who is owed something by now, claimed in batches under a lease, and what came of telling them; sends nothing.

A person is claimed, not a row: whoever tells a person tells all that is due for them, so that what belongs in one
message is never split between two workers. Leases alone go by the database's clock; all else is told the instant.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, false, func, literal, select, true, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.house import claims
from storage.leases import clock
from storage.models import accounts, look_at, reminders
from storage.records import Reminder, plain
from storage.rows import among
from storage.upkeep import refresh, refresh_digest
from storage.users import User

R, C = reminders.c, claims.c
BATCH = 100
LEASE = timedelta(minutes=2)
MOST_TRIES = 24
UNREACHABLE = "it could not be delivered"


def is_due(db: Connection, now: datetime) -> bool:
    """Whether anything at all is due by `now`, whoever may be told of it: cheaper to ask than to claim in vain."""
    return db.scalar(select(R.id).where(*_due(now)).order_by(look_at).limit(_at_most(1))) is not None


def claim(
    db: Connection,
    now: datetime,
    channels: Sequence[str],
    token: str,
    *,
    only: int | None = None,
    limit: int = BATCH,
    lease: timedelta = LEASE,
) -> list[int]:
    """People to whom something is owed by `now`, now `token`'s until the lease ends; the longest due first.

    Only those whom one of `channels` can reach, and whom nobody else holds (or only one of them); at most `limit`
    reminders are looked at.
    """
    this_moment, until = clock(db), clock(db, lease)
    due = select(R.user_id).where(*_due(now), _free(db), _reachable(channels)).order_by(look_at).limit(_at_most(limit))
    if only is not None:
        due = due.where(R.user_id == only)
    found = due.with_for_update(of=reminders, skip_locked=True).subquery("due")
    # Everybody takes them in the same order, so that two workers never wait for each other.
    people = select(found.c.user_id, literal(token), until).where(true()).distinct().order_by(found.c.user_id)
    upsert = (postgresql if db.dialect.name == "postgresql" else sqlite).insert(claims)
    taken = upsert.from_select(["user_id", "token", "leased_until"], people).on_conflict_do_update(
        index_elements=[C.user_id], set_={"token": token, "leased_until": until}, where=C.leased_until <= this_moment
    )
    return list(db.scalars(taken.returning(C.user_id)))


def holds(db: Connection, user_id: int, token: str) -> bool:
    """Whether a person is still `token`'s."""
    mine = (C.user_id == user_id, C.token == token, C.leased_until > clock(db))
    return db.scalar(select(C.user_id).where(*mine)) is not None


def renew(db: Connection, token: str, lease: timedelta = LEASE) -> None:
    """Begins the lease of all whom `token` still holds anew."""
    db.execute(update(claims).where(C.token == token, C.leased_until > clock(db)).values(leased_until=clock(db, lease)))


def release(db: Connection, token: str, user_ids: Sequence[int]) -> None:
    """Gives people back."""
    db.execute(delete(claims).where(C.token == token, among(db, C.user_id, user_ids)))


def next_look(db: Connection, channels: Sequence[str]) -> datetime | None:
    """The instant of the next look at what is owed to people whom nobody holds; it may lie behind. None: nothing is."""
    query = (
        select(R.due_at, R.held_until).where(R.status == _PENDING, _free(db), _reachable(channels)).order_by(look_at)
    )
    row = db.execute(query.limit(_at_most(1))).first()
    return None if row is None else max(row.due_at, row.held_until or row.due_at)


def people_due(db: Connection, now: datetime) -> list[int]:
    """Everybody to whom something is due, whether they can be reached or not."""
    return list(db.scalars(select(R.user_id).where(*_due(now)).distinct().order_by(R.user_id)))


def due_of(db: Connection, user_id: int, now: datetime) -> list[Reminder]:
    """What is due for one person, the longest due first."""
    query = select(reminders).where(R.user_id == user_id, *_due(now)).order_by(R.due_at, R.id)
    return [plain(Reminder, row) for row in db.execute(query).mappings()]


def hold(db: Connection, user_id: int, reminder_ids: Sequence[int], until: datetime) -> None:
    """Looks at reminders no sooner than `until`; they stay owed."""
    _change(db, user_id, reminder_ids, held_until=until)


def drop(db: Connection, user_id: int, reminder_ids: Sequence[int], status: str, reason: str) -> None:
    """Drops pending reminders (`cancelled` or `expired`), keeping why."""
    _change(db, user_id, reminder_ids, status=status, reason=reason, held_until=None)


def delivered(db: Connection, user: User, reminder_ids: Sequence[int], now: datetime, channel: str, answer: str) -> int:
    """Marks reminders as sent, with what the platform said, and brings up what is owed next; gives how many were."""
    mine = (R.user_id == user.id, R.id.in_(reminder_ids), R.status == "pending")
    rows = db.execute(select(R.application_id, R.kind).where(*mine)).all()
    mark(db, [user.id], reminder_ids, now, channel, answer)
    refresh(db, user, {row.application_id for row in rows if row.application_id is not None}, now)
    if any(row.kind == "digest" for row in rows):
        refresh_digest(db, user, now)
    return len(rows)


def mark(
    db: Connection, user_ids: Sequence[int], reminder_ids: Sequence[int], now: datetime, channel: str, answer: str
) -> None:
    """Marks pending reminders of these people as sent, with what the platform said; brings up nothing anew."""
    sent = {"status": "sent", "sent_at": now, "channel": channel, "answer": answer, "held_until": None, "reason": None}
    theirs = (among(db, R.id, reminder_ids), among(db, R.user_id, user_ids), R.status == _PENDING)
    db.execute(update(reminders).where(*theirs).values(sent | {"attempts": R.attempts + 1}))


def failed(db: Connection, user_id: int, reminder_ids: Sequence[int], again_at: datetime, reason: str) -> None:
    """Keeps that a try failed and when the next one is; after too many the reminder is given up."""
    _change(db, user_id, reminder_ids, attempts=R.attempts + 1, held_until=again_at, reason=reason)
    given_up = {"status": "expired", "reason": f"{UNREACHABLE}: {reason}", "held_until": None}
    mine = (R.user_id == user_id, R.id.in_(reminder_ids), R.status == "pending", R.attempts >= MOST_TRIES)
    db.execute(update(reminders).where(*mine).values(given_up))


def _change(db: Connection, user_id: int, reminder_ids: Sequence[int], **values: Any) -> None:
    mine = (R.user_id == user_id, R.id.in_(reminder_ids), R.status == "pending")
    db.execute(update(reminders).where(*mine).values(values))


# Both hold for any plan that PostgreSQL keeps: one that joins the tables, or was made while nobody was claimed,
# walks over whole tables for each row.
def _free(db: Connection) -> ColumnElement[bool]:
    """Whether nobody holds the person of a reminder: all who are held are read once."""
    return R.user_id.not_in(select(C.user_id).where(C.leased_until > clock(db)))


def _reachable(channels: Sequence[str]) -> ColumnElement[bool]:
    """Whether one of the channels reaches the person of a reminder."""
    a = accounts.c
    way = select(true()).where(a.user_id == R.user_id, a.channel.in_(channels), a.dead_reason.is_(None))
    return func.coalesce(way.limit(_at_most(1)).scalar_subquery(), false())


def _at_most(number: int) -> ColumnElement[int]:
    """A limit in the statement itself: PostgreSQL's plan for just any limit may walk over all that is pending."""
    return literal(number, literal_execute=True)


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    # The status stands in the statement itself, and the instant is a bound value: both are needed to use the index.
    return R.status == _PENDING, look_at <= now, R.due_at <= now


_PENDING: ColumnElement[str] = literal("pending", literal_execute=True)
