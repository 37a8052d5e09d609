"""What is owed at an instant: claims people, looks at what is due for them again, and says what is to be pushed.

`claim` and `due` may be asked at any instant, twice, by several workers, after a crash. They send nothing and know no
channel; what became of a push comes back through `settle`.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from scheduler.rules import Parcel, held_until, parcels
from storage import conversations, delivery, digests, findings, reminders, users
from storage.owed import Kind
from storage.records import Reminder
from storage.users import Account, User
from tools.answers import card
from tools.asking import Request, Written
from tools.context import Context
from tools.focus import Focus, numbers
from tools.result import Call
from tools.surprise import surprise
from tools.telling import questions, tell
from tools.toolbox import Toolbox
from tools.turn import Answer, Turn

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
MOST_KEPT = 4000  # characters of a message that the conversation keeps
# Where nobody can be reached it is enough to look once a day: whoever comes back is asked about at once.
NO_WAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Push:
    """One message that is owed: to whom, about which reminders, and where the person can be reached, in this order.

    `tries`: how often it failed before; `refs`: what it is about; `listed`: as a numbered list; `request`: what a
    language model may be asked for it, where one is at hand.
    """

    user_id: int
    kind: str
    reminder_ids: tuple[int, ...]
    answer: Answer
    accounts: tuple[Account, ...]
    tries: int = 0
    refs: tuple[str, ...] = ()
    listed: bool = False
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """People claimed together at an instant, for these channels; `token` is what they are held by."""

    token: str
    people: tuple[int, ...]
    at: datetime
    channels: tuple[str, ...]


def claim(
    toolbox: Toolbox,
    at: datetime,
    channels: Sequence[str],
    only: int | None = None,
    lease: timedelta = delivery.LEASE,
) -> Batch:
    """People to whom something is owed by `at` and whom one of `channels` reaches, or only one of them.

    They are held for as long as the lease lasts or is renewed. Nobody in it: nothing is due any more.
    """
    token = secrets.token_hex(16)
    with toolbox.database.glance() as db:
        if not delivery.is_due(db, at):
            return Batch(token, (), at, tuple(channels))
    with toolbox.database.write() as db:
        people = delivery.claim(db, at, channels, token, only=only, lease=lease)
    return Batch(token, tuple(people), at, tuple(channels))


def renew(toolbox: Toolbox, batch: Batch, lease: timedelta = delivery.LEASE) -> None:
    """Hold a batch longer: telling them takes its time."""
    with toolbox.database.write() as db:
        delivery.renew(db, batch.token, lease)


def let_go(toolbox: Toolbox, batch: Batch, people: Sequence[int]) -> None:
    """Give people back when all that was owed to them is settled."""
    with toolbox.database.write() as db:
        delivery.release(db, batch.token, people)


def due(toolbox: Toolbox, batch: Batch, user_id: int) -> tuple[Push, ...]:
    """The messages owed to one person of a batch; none where somebody else holds them by now.

    What breaks on the way stays owed and is tried again later.
    """
    try:
        with toolbox.database.write() as db:
            users.lock_user(db, user_id)
            if not delivery.holds(db, user_id, batch.token):
                return ()
            return look(toolbox, db, user_id, batch.at, batch.channels)
    except Exception as error:
        reason = surprise(error, ["due"])
        with toolbox.database.write() as db:
            ids = [one.id for one in delivery.due_of(db, user_id, batch.at)]
            delivery.failed(db, user_id, ids, batch.at + FIRST_PAUSE, reason)
        return ()


def look(toolbox: Toolbox, db: Connection, user_id: int, at: datetime, channels: Sequence[str]) -> tuple[Push, ...]:
    """What is due for one person, looked at again: what no longer holds is dropped, what must wait is held."""
    user = users.get_user(db, user_id)
    ready = _ready(db, user, _still_due(db, user, at), at)
    accounts = tuple(
        one for one in users.list_accounts(db, user_id) if one.channel in channels and one.dead_reason is None
    )
    if not accounts:
        delivery.hold(db, user_id, [one.id for one in ready], at + NO_WAY)
        return ()
    ctx = Context(
        user=user, now=at.astimezone(user.zone), db=db, call=Call(name="tell"), catalog=toolbox.catalog,
        folder=toolbox.folder, privacy=toolbox.privacy, mail=toolbox.mail,
    )  # fmt: skip
    found = [_push(ctx, parcel, accounts) for parcel in parcels(ready)]
    return tuple(push for push in found if push is not None)


def _still_due(db: Connection, user: User, at: datetime) -> list[Reminder]:
    waiting = delivery.due_of(db, user.id, at)
    reminders.refresh(db, user, {one.application_id for one in waiting if one.application_id is not None}, at)
    digests.drop_missed(db, user, waiting, at)
    return delivery.due_of(db, user.id, at)


def _ready(db: Connection, user: User, waiting: Sequence[Reminder], at: datetime) -> list[Reminder]:
    """Those that may be sent now; the others are held until they may."""
    ready = []
    for one in waiting:
        until = held_until(one, user.settings, at)
        if until is None:
            ready.append(one)
        else:
            delivery.hold(db, user.id, [one.id], until)
    return ready


def _push(ctx: Context, parcel: Parcel, accounts: tuple[Account, ...]) -> Push | None:
    said = tell(ctx, parcel.reminders)
    if said is None:
        delivery.drop(ctx.db, ctx.user.id, parcel.ids, "cancelled", "nothing to say")
        reminders.refresh_digest(ctx.db, ctx.user, ctx.now)
        return None
    answer = card(ctx.db, Turn(ctx.user.id, None, ctx.now, origin="reminder"), said)
    tries = max(one.attempts for one in parcel.reminders)
    request = questions.request(ctx, parcel.reminders)
    return Push(ctx.user.id, parcel.kind, parcel.ids, answer, accounts, tries, said.refs, said.listed, request)


def completed(push: Push, written: Written) -> Push:
    """The message with what a language model wrote for it, as far as that is of use."""
    words = questions.words(written) if isinstance(written, str) else ""
    if not words:
        return push
    answer = push.answer.model_copy(update={"text": f"{push.answer.text}\n{words}"})
    return replace(push, answer=answer)


def settle(toolbox: Toolbox, push: Push, at: datetime, account: Account, answer: str) -> int:
    """Keep that a push was delivered, and what the platform said; gives how many reminders that settled."""
    with toolbox.database.write() as db:
        users.lock_user(db, push.user_id)
        if not users.is_there(db, push.user_id):
            return 0
        user = users.get_user(db, push.user_id)
        settled = delivery.delivered(db, user, push.reminder_ids, at, account.channel, answer)
        if settled:
            _remember(db, push, account, at)
            _told(db, push, at)
        return settled


def _remember(db: Connection, push: Push, account: Account, at: datetime) -> None:
    """The talk is now about what was told: "done", "tomorrow" and "the second one" mean that."""
    talk = conversations.ensure_conversation(db, push.user_id, account.channel, account.account, at)
    focus = Focus.model_validate(conversations.get_focus(db, push.user_id, talk))
    about = {"listed": push.refs, "subject": ()} if push.listed else {"subject": push.refs}
    data = focus.model_copy(update=about).model_dump(mode="json", exclude_defaults=True)
    conversations.set_focus(db, push.user_id, talk, data, at)
    conversations.add_turns(db, push.user_id, talk, [("tool", push.answer.text[:MOST_KEPT])], at)


def _told(db: Connection, push: Push, at: datetime) -> None:
    """The mails of the message are told; those that came while it was on its way are owed a message of their own."""
    if push.kind == Kind.MAIL:
        findings.mark_told(db, push.user_id, numbers(push.refs, "finding"), at)
        if findings.untold(db, push.user_id):
            findings.owe_telling(db, push.user_id, at)


def put_off(toolbox: Toolbox, push: Push, at: datetime, reason: str, retry_after: timedelta | None = None) -> datetime:
    """Keep that a push failed; gives when it is tried again: after a pause that grows, or as the platform says."""
    again = at + max(retry_after or timedelta(), min(FIRST_PAUSE * (1 << push.tries), LONGEST_PAUSE))
    with toolbox.database.write() as db:
        delivery.failed(db, push.user_id, push.reminder_ids, again, reason)
    return again


def hold(toolbox: Toolbox, push: Push, at: datetime) -> None:
    """Keep a push for later that no account takes any more."""
    with toolbox.database.write() as db:
        delivery.hold(db, push.user_id, push.reminder_ids, at + NO_WAY)


def give_up(toolbox: Toolbox, push: Push, account: Account, reason: str) -> None:
    """Keep that a person cannot be reached at an account any more."""
    with toolbox.database.write() as db:
        users.mark_dead(db, account.channel, account.account, reason)
