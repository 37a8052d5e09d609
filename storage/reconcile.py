"""Compares what is owed with the reminders that are there, and says what to write; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from storage.localtime import next_clock
from storage.owed import Kind, Late, Owed
from storage.records import Reminder

BY_PERSON = "cancelled by you"
NOT_OWED = "no longer owed"
TOO_LATE = "too late to help"
REPLACED = "a later one took its place"
_TOLD = ("sent", "done")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One reminder as it must stand in its row."""

    owed: Owed
    due_at: datetime
    catch_up: bool = False
    step: str | None = None


@dataclass(slots=True)
class Plan:
    """What to write: new reminders, and changes of rows by their id."""

    new: list[Wanted] = field(default_factory=list)
    changed: dict[int, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clock:
    """The instant, and the person's morning."""

    now: datetime
    morning: time
    zone: ZoneInfo

    @property
    def next_morning(self) -> datetime:
        """The next time that it is morning."""
        return next_clock(self.now, self.morning, self.zone)


def reconcile(owed: Sequence[Owed], rows: Iterable[Reminder], clock: Clock) -> Plan:
    """The plan for one application: `rows` are all its reminders that follow from facts (no custom ones)."""
    known = {row.episode: row for row in rows if row.episode}
    wanted = [one for one in (_single(item, known, clock) for item in owed if item.kind != Kind.FOLLOW_UP) if one]
    chain = _chain([item for item in owed if item.kind == Kind.FOLLOW_UP], known, clock)
    if chain is not None:
        wanted.append(chain)
    wanted = _latest_missed(wanted, clock.now)
    plan = Plan()
    for one in wanted:
        _want(plan, one, known.get(one.owed.episode))
    kept = {one.owed.episode for one in wanted}
    still_true = {item.episode for item in owed}
    for row in known.values():
        if row.status == "pending" and row.episode not in kept:
            plan.changed[row.id] = _dropped(row, row.episode in still_true, clock.now)
    return plan


def _single(item: Owed, known: dict[str, Reminder], clock: Clock) -> Wanted | None:
    row = known.get(item.episode)
    if item.until is not None and item.until <= clock.now:
        return None
    if row is None:
        return None if _told_before(item, known) else _first_sight(item, clock)
    if row.status == "pending":
        return Wanted(item, _due(item, row, clock), row.catch_up)
    return Wanted(item, row.due_at, row.catch_up) if _revivable(row, clock.now) else None


def _told_before(item: Owed, known: dict[str, Reminder]) -> bool:
    """Whether the thanks for an interview were told of under another day: the person has moved to another zone."""
    if item.kind != Kind.THANK_YOU:
        return False
    same = (row for row in known.values() if (row.kind, row.interview_id) == (item.kind, item.interview_id))
    return any(row.status in _TOLD for row in same)


def _first_sight(item: Owed, clock: Clock) -> Wanted | None:
    """A reminder that nobody knew of: on time, or what its rule says of those that come too late."""
    if item.due_at > clock.now or (item.due_at == clock.now and item.late is not Late.DROP):
        return Wanted(item, item.due_at)
    if item.late is Late.NOW:
        return Wanted(item, clock.now)
    if item.late is Late.NEXT_MORNING and (item.until is None or clock.next_morning < item.until):
        return Wanted(item, clock.next_morning, catch_up=True)
    return None


def _due(item: Owed, row: Reminder, clock: Clock) -> datetime:
    """When a pending one is due now: settings may have moved it; what is due already or snoozed stays."""
    if row.snoozed or row.due_at <= clock.now:
        return row.due_at
    if row.catch_up:
        return clock.next_morning
    return item.due_at if item.due_at >= clock.now else row.due_at


def _revivable(row: Reminder, now: datetime) -> bool:
    return row.status == "cancelled" and row.reason != BY_PERSON and row.due_at > now


def _chain(steps: list[Owed], known: dict[str, Reminder], clock: Clock) -> Wanted | None:
    """The one follow-up that is pending: the snoozed one, else the next after the last that is settled."""
    rows = {item.episode: known[item.episode] for item in steps if item.episode in known}
    if not steps or any(row.status == "cancelled" and row.reason == BY_PERSON for row in rows.values()):
        return None
    for item in steps:
        row = rows.get(item.episode)
        if row is not None and row.snoozed and (row.status == "pending" or _revivable(row, clock.now)):
            # A later step that falls due meanwhile is told with it, in one message.
            step = [one.step for one in steps if one.due_at <= row.due_at or one is item][-1]
            return Wanted(item, row.due_at, row.catch_up, step)
    if not rows:
        told_until = max((row.sent_at for row in known.values() if _told_follow_up(row) and row.sent_at), default=None)
        left = [item for item in steps if told_until is None or item.due_at > told_until]
        return _first_of_chain(left, clock) if left else None
    return _next_of_chain(steps, rows, clock)


def _told_follow_up(row: Reminder) -> bool:
    return row.kind == Kind.FOLLOW_UP and row.status in _TOLD


def _first_of_chain(steps: list[Owed], clock: Clock) -> Wanted:
    """Nobody knew of these: of those that were due already the latest comes next morning."""
    if steps[0].due_at >= clock.now:
        return Wanted(steps[0], steps[0].due_at)
    morning = clock.next_morning
    item = [one for one in steps if one.due_at <= morning][-1]
    late = item.due_at < clock.now
    return Wanted(item, morning if late else item.due_at, catch_up=late)


def _next_of_chain(steps: list[Owed], rows: dict[str, Reminder], clock: Clock) -> Wanted | None:
    left = _unsettled(steps, rows, clock.now)
    waiting = [item for item in left if item.episode in rows and rows[item.episode].status == "pending"]
    # The steps before the one that waits were passed over when it was chosen.
    left = left[left.index(waiting[0]) :] if waiting else left
    past = [item for item in left if item.due_at <= clock.now]
    if waiting and past:
        # Missed while everything was down: the latest of them, late.
        item = past[-1]
    else:
        item_or_none = next((one for one in left if one.due_at > clock.now), None)
        if item_or_none is None:
            return None
        item = item_or_none
    row = rows.get(item.episode)
    if row is None or row.status != "pending":
        return Wanted(item, item.due_at)
    return Wanted(item, _due(item, row, clock), row.catch_up)


def _unsettled(steps: list[Owed], rows: dict[str, Reminder], now: datetime) -> list[Owed]:
    settled = [
        (number, row.due_at)
        for number, item in enumerate(steps)
        if (row := rows.get(item.episode)) is not None and row.status != "pending" and not _revivable(row, now)
    ]
    if not settled:
        return steps
    last = max(number for number, _ in settled)
    told_until = max(due_at for _, due_at in settled)
    return [item for item in steps[last + 1 :] if item.due_at > told_until]


def _latest_missed(wanted: list[Wanted], now: datetime) -> list[Wanted]:
    """Of several of a kind that were missed together only the latest is worth telling."""
    latest: dict[tuple[str, int | None], Wanted] = {}
    for one in wanted:
        if one.due_at <= now:
            group = (one.owed.kind, one.owed.interview_id)
            if group not in latest or one.owed.due_at >= latest[group].owed.due_at:
                latest[group] = one
    return [one for one in wanted if one.due_at > now or one in latest.values()]


def _want(plan: Plan, one: Wanted, row: Reminder | None) -> None:
    if row is None:
        plan.new.append(replace(one, step=one.step or one.owed.step))
        return
    as_wanted = {
        "status": "pending",
        "due_at": one.due_at,
        "reason": None,
        "step": one.step or one.owed.step,
        "interview_id": one.owed.interview_id,
        "hidden_until": one.owed.hidden_until,
    }
    changed = {name: value for name, value in as_wanted.items() if getattr(row, name) != value}
    if changed.keys() & {"due_at", "status"} and row.held_until is not None:
        changed["held_until"] = None
    if changed:
        plan.changed[row.id] = changed


def _dropped(row: Reminder, still_true: bool, now: datetime) -> dict[str, Any]:
    if not still_true:
        return {"status": "cancelled", "reason": NOT_OWED}
    if row.due_at <= now:
        return {"status": "expired", "reason": TOO_LATE}
    return {"status": "cancelled", "reason": REPLACED}
