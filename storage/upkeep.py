"""Keeps the reminders that follow from facts in step with the facts; knows the rows, owed.py knows the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, insert, literal, or_, select, union_all, update

from storage.models import activities, applications, history, interviews, reminders
from storage.owed import Facts, Kind, Meeting, digest_due, owed
from storage.reconcile import BY_PERSON, Clock, Plan, Wanted, reconcile
from storage.records import Reminder, plain
from storage.rows import add_rows
from storage.status import ACTIVE, ENDED, Status
from storage.users import User

ENDED_REASON = "the application has ended"
# A custom reminder set for an application that had ended already: its end does not cancel it.
SET_AFTER_END = "after_end"
_AT_ONCE = 400
Rows = Mapping[int, Mapping[str, Any]]
_NONE: Rows = MappingProxyType({})
_HALF_A_DAY = timedelta(hours=12)
R, A, E, M = reminders.c, applications.c, activities.c, interviews.c
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_ROWS = select(reminders).where(R.user_id == bindparam("owner"), R.application_id.in_(_IDS)).order_by(R.id)
_FACTS = select(A.id, A.status, A.last_event_at, A.archived, A.muted, A.deadline_on).where(
    A.user_id == bindparam("owner"), A.id.in_(_IDS)
)
_MEETING = "meeting"
_OWN: BindParameter[Any] = bindparam("owner")
# What happened, and the interviews that are on.
_EVENTS = union_all(
    select(E.application_id, E.at, E.kind, E.id).where(E.user_id == _OWN, E.application_id.in_(_IDS)),
    select(M.application_id, M.starts_at, literal(_MEETING), M.id).where(
        M.user_id == _OWN, M.application_id.in_(_IDS), M.state == "scheduled"
    ),
)


def refresh(
    db: Connection, user: User, application_ids: Iterable[int] | None, now: datetime, bare: Rows = _NONE
) -> None:
    """Brings the derived reminders of these applications (None: of all, and the digest) to what is owed at `now`.

    Inserts, moves, cancels, expires and revives; asked twice it writes nothing. Unknown ids are ignored. `bare` are
    the rows of those just added, with neither reminders nor events of their own yet: nothing is looked for.
    """
    if application_ids is None:
        ids = _worth_a_look(db, user.id)
        refresh_digest(db, user, now)
        # What was held by hours or a pause is looked at again under the settings as they are now.
        db.execute(update(reminders).where(R.user_id == user.id, R.status == "pending").values(held_until=None))
    else:
        ids = sorted(set(application_ids))
    for start in range(0, len(ids), _AT_ONCE):
        _refresh(db, user, ids[start : start + _AT_ONCE], now, bare)


def refresh_digest(db: Connection, user: User, now: datetime) -> None:
    """Keeps one pending digest, at the person's next morning for it; none when it is turned off."""
    mine = (R.user_id == user.id, R.kind == Kind.DIGEST, R.status == "pending")
    rows = [plain(Reminder, row) for row in db.execute(select(reminders).where(*mine)).mappings()]
    # One that is due already still has to be sent, unless nobody wants it any more.
    waiting = next((row for row in rows if row.due_at <= now and user.settings.digest != "off"), None)
    due = _digest_after_the_last(db, user, now) if waiting is None else waiting.due_at
    keep = next((row for row in rows if row.due_at == due), None)
    for row in rows:
        if row is not keep:
            db.execute(update(reminders).where(R.id == row.id).values(status="cancelled", reason="turned off or moved"))
    if due is not None and keep is None:
        _add_digest(db, user, due, now)


def _digest_after_the_last(db: Connection, user: User, now: datetime) -> datetime | None:
    """The next digest: never two on one morning, also for whoever travels westwards."""
    due = digest_due(user.settings, now)
    if due is None:
        return None
    sent = select(R.id).where(R.user_id == user.id, R.kind == Kind.DIGEST, R.sent_at.between(due - _HALF_A_DAY, now))
    return due if db.scalar(sent.limit(1)) is None else digest_due(user.settings, due)


def facts_of(db: Connection, user_id: int, application_ids: Sequence[int], bare: Rows = _NONE) -> list[Facts]:
    """The facts that decide on the reminders of these applications of this person.

    `bare`: the rows of those just added, which have no events yet.
    """
    lived = [number for number in application_ids if number not in bare]
    mine = {"owner": user_id, "ids": lived}
    rows: list[Mapping[Any, Any]] = [bare[number] for number in application_ids if number in bare]
    rows += db.execute(_FACTS, mine).mappings() if lived else []
    events = db.execute(_EVENTS, mine).all() if lived else []
    asked = _followed_up(db, user_id, events)
    met = _meetings(event for event in events if event.kind == _MEETING)
    return [
        Facts(row["id"], Status(row["status"]), row["last_event_at"], bool(row["archived"] or row["muted"]),
              row["deadline_on"], asked.get(row["id"], 0), tuple(met.get(row["id"], ())))
        for row in rows
    ]  # fmt: skip


def _refresh(db: Connection, user: User, ids: list[int], now: datetime, bare: Rows) -> None:
    lived = [number for number in ids if number not in bare]
    rows = _rows(db, user.id, lived) if lived else {}
    clock = Clock(now, user.settings.morning_time, user.zone)
    plan = Plan()
    for facts in facts_of(db, user.id, ids, bare):
        mine = rows.get(facts.application_id, [])
        derived = [row for row in mine if row.kind != Kind.CUSTOM]
        part = reconcile(owed(facts, user.settings, now), derived, clock)
        plan.new += part.new
        plan.changed |= part.changed | _custom_ones(facts, mine, now)
    _write(db, user, plan, now)


def _custom_ones(facts: Facts, rows: list[Reminder], now: datetime) -> dict[int, dict[str, Any]]:
    """An end cancels what the person had set for the application; when it is undone, what is ahead is owed again."""
    changed: dict[int, dict[str, Any]] = {}
    for row in rows:
        if row.kind != Kind.CUSTOM or row.step == SET_AFTER_END:
            continue
        if facts.status in ENDED and row.status == "pending":
            changed[row.id] = {"status": "cancelled", "reason": ENDED_REASON}
        elif facts.status in ACTIVE and row.reason == ENDED_REASON and row.status == "cancelled" and row.due_at > now:
            changed[row.id] = {"status": "pending", "reason": None}
    return changed


def _write(db: Connection, user: User, plan: Plan, now: datetime) -> None:
    for row_id, values in plan.changed.items():
        db.execute(update(reminders).where(R.id == row_id, R.user_id == user.id).values(values))
    add_rows(db, reminders, [_as_row(user, wanted, now) for wanted in plan.new])


def _as_row(user: User, wanted: Wanted, now: datetime) -> dict[str, Any]:
    item = wanted.owed
    return {
        "user_id": user.id,
        "application_id": item.application_id,
        "interview_id": item.interview_id,
        "kind": str(item.kind),
        "episode": item.episode,
        "step": wanted.step,
        "created_at": now,
        "due_at": wanted.due_at,
        "timezone": user.settings.timezone,
        "catch_up": wanted.catch_up,
        "hidden_until": item.hidden_until,
    }


def _add_digest(db: Connection, user: User, due: datetime, now: datetime) -> None:
    episode = f"digest/{due.isoformat()}"
    known = db.execute(select(R.id, R.status, R.reason).where(R.user_id == user.id, R.episode == episode)).first()
    if known is None:
        row = {"user_id": user.id, "kind": str(Kind.DIGEST), "episode": episode, "due_at": due, "created_at": now}
        db.execute(insert(reminders).values({**row, "timezone": user.settings.timezone}))
    elif known.status == "cancelled" and known.reason != BY_PERSON:
        db.execute(update(reminders).where(R.id == known.id).values(status="pending", reason=None))


def _worth_a_look(db: Connection, user_id: int) -> list[int]:
    a = applications.c
    pending = select(R.application_id).where(R.user_id == user_id, R.status == "pending")
    query = select(a.id).where(a.user_id == user_id, or_(a.status.in_(ACTIVE), a.id.in_(pending)))
    return list(db.scalars(query.order_by(a.id)))


def _rows(db: Connection, user_id: int, ids: Sequence[int]) -> dict[int, list[Reminder]]:
    rows = db.execute(_ROWS, {"owner": user_id, "ids": ids}).mappings()
    return _grouped(plain(Reminder, row) for row in rows)


def _grouped(rows: Iterable[Reminder]) -> dict[int, list[Reminder]]:
    found: dict[int, list[Reminder]] = {}
    for row in rows:
        if row.application_id is not None:
            found.setdefault(row.application_id, []).append(row)
    return found


def _followed_up(db: Connection, user_id: int, events: Sequence[Row[Any]]) -> dict[int, int]:
    """How often the person followed up since the last other event, which an interview is too."""
    asked = {event.application_id for event in events if event.kind == "follow_up"}
    if not asked:
        return {}
    h = history.c
    moves = select(h.application_id, h.at, h.status.label("kind"))
    moved = moves.where(h.user_id == user_id, h.application_id.in_(asked)).order_by(h.id)
    # Of what happened at one instant the follow-up counts as the later one.
    talks = [event for event in events if event.kind == _MEETING]
    return _counted([*talks, *db.execute(moved), *(event for event in events if event.kind != _MEETING)])


def _counted(events: Iterable[Row[Any]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for event in sorted(events, key=lambda one: one.at):
        number = event.application_id
        found[number] = found.get(number, 0) + 1 if event.kind == "follow_up" else 0
    return found


def _meetings(scheduled: Iterable[Row[Any]]) -> dict[int, list[Meeting]]:
    found: dict[int, list[Meeting]] = {}
    for row in sorted(scheduled, key=lambda one: (one.at, one.id)):
        found.setdefault(row.application_id, []).append(Meeting(row.id, row.at))
    return found
