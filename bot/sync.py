"""`jobbot sync --check-reminders`: one pass over what is owed, or only a look at what would be sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime

from bot import app
from bot.channel import Delivered
from bot.files import CHANNELS, TERMINAL, person_of
from bot.outbox import Note, Outbox
from bot.render.plain import text_of
from bot.settings import Settings
from scheduler import due
from scheduler.due import Push
from storage import delivery
from storage.users import Account
from tools.receipts import counted


class Printed:
    """The terminal as a channel of one pass: what is pushed is printed."""

    name = TERMINAL

    def __init__(self) -> None:
        self.lines: list[str] = []

    async def push(self, account: Account, note: Note) -> Delivered:
        """Keep the lines to print."""
        self.lines += _told(account, note.kind, text_of(note.answer))
        return Delivered("printed")


def check_reminders(settings: Settings, user: str | None, *, dry_run: bool) -> list[str]:
    """Send what is due now to everybody or to one person; the lines to print. Raises Refusal, DatabaseProblem.

    With `dry_run` nothing is sent and nothing changed.
    """
    parts = app.build(settings.without_model)
    now = datetime.now(UTC)
    try:
        only = person_of(parts.database, user).id if user else None
        return _shown(parts, now, only) if dry_run else asyncio.run(_sent(parts, now, only))
    finally:
        parts.close()


async def _sent(parts: app.App, now: datetime, only: int | None) -> list[str]:
    channel = Printed()
    tally = await Outbox(parts.toolbox, parts.assistant.bridge, {TERMINAL: channel}).beat(now, only)
    with parts.database.read() as db:
        waiting = [one for one in delivery.people_due(db, now) if only in (None, one)]
    lines = [*channel.lines, f"{counted(tally.delivered, 'reminder')} sent."]
    if waiting:
        people = "1 person waits" if len(waiting) == 1 else f"{len(waiting)} people wait"
        lines.append(f"{people} for a channel that is not connected here.")
    return lines


def _shown(parts: app.App, now: datetime, only: int | None) -> list[str]:
    """What would be sent: all is done as for sending, and taken back."""
    with parts.database.read() as db:
        people = [one for one in delivery.people_due(db, now) if only in (None, one)]
    pushes = [push for user_id in people for push in _looked(parts, user_id, now)]
    lines = [line for push in pushes for line in _told(push.accounts[0], push.kind, text_of(push.answer))]
    return [*lines, f"{counted(len(pushes), 'reminder')} would be sent. Nothing was sent or changed."]


def _looked(parts: app.App, user_id: int, now: datetime) -> tuple[Push, ...]:
    found: tuple[Push, ...] = ()
    try:
        with parts.database.write() as db:
            found = due.look(parts.toolbox, db, user_id, now, CHANNELS)
            raise _TakenBack
    except _TakenBack:
        return found


class _TakenBack(Exception):
    """Ends a transaction that must leave nothing behind."""


def _told(account: Account, kind: str, text: str) -> Iterator[str]:
    yield f"{account.channel}:{account.account}, {kind.replace('_', ' ')}:"
    yield from (f"  {line}" for line in text.split("\n"))
    yield ""
